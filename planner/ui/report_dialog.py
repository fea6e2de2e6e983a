"""For our own failures: says that nothing saved is lost, and gives a report to copy."""

import platform
import re
import traceback
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from planner import __version__
from planner.wording import say

_CODE_FILE = re.compile(r'File "([^"]+)"')
_MARKERS = re.compile(r"\s*[~^]+\s*")
_START = r"(?:~?[/\\]|[A-Za-z]:[/\\])"
_NAME_OF_FILE = r"\.(?:agenda|pdf|csv|png|json)\b"
_LEFT_OUT = (
    # SQLAlchemy names the values of the row that was being written.
    (re.compile(r"\[parameters: .*\]"), "[parameters left out]"),
    (re.compile(rf"""(?<=['"“])(?:{_START}[^'"”\n]*|[^'"”\n]*{_NAME_OF_FILE})(?=['"”])""", re.IGNORECASE), "<file>"),
    # Without quotes nobody knows where a path with spaces ends: the rest of the line goes.
    (re.compile(rf"(?<![\w<]){_START}[\w.].*"), "<file>"),
    (re.compile(rf"[^\s'\"“]+{_NAME_OF_FILE}", re.IGNORECASE), "<file>"),
)


def report_text(exc_type: type[BaseException], exc: BaseException, tb: TracebackType | None) -> str:
    """Versions and traceback; paths of code are shortened, those of the person's files are left out."""
    trace = "".join(traceback.TracebackException(exc_type, exc, tb).format()).splitlines()
    return "\n".join([*_versions(), "", *(_without_paths(line) for line in trace if not _MARKERS.fullmatch(line))])


def _versions() -> tuple[str, ...]:
    return (
        f"Roundtable Planner {__version__}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}",
        platform.platform(),
    )


def _without_paths(line: str) -> str:
    code = _CODE_FILE.search(line)
    if code is not None and line.startswith("  "):
        return line[: code.start(1)] + _code_file(code[1]) + line[code.end(1) :]
    for pattern, stand_in in _LEFT_OUT:
        line = pattern.sub(stand_in, line)
    return line


def _code_file(name: str) -> str:
    """ ".../site-packages/sqlalchemy/orm/x.py" -> "sqlalchemy/orm/x.py"."""
    parts = Path(name).parts
    for folder, first in (("site-packages", 1), ("planner", 0)):
        if folder in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(folder) + first :])
    return parts[-1]


class ReportDialog(QDialog):
    """Shows a report made by ``report_text``."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Something went wrong"))
        self.resize(680, 460)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(say("Report"))
        self.copied = QLabel()
        self.copied.setProperty("role", "good")
        self.copy = QPushButton(say("Copy report"))
        self.copy.setProperty("role", "primary")
        self.copy.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.close_button = QPushButton(say("Close"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.copy.setFocus()

    def _lay_out(self) -> None:
        heading = QLabel(say("The program made a mistake; nothing saved is lost."))
        heading.setProperty("role", "title")
        hint = QLabel(
            say(
                "Every change is written to the file as it is made, and the file is whole. You can go on working."
                " Please send this report to whoever looks after the program; it names none of your files."
            )
        )
        hint.setProperty("role", "hint")
        for label in (heading, hint):
            label.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.copied)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.report, 1)
        layout.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copied.setText(say("The report is on the clipboard."))
