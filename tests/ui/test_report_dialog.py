"""The report of our own failures."""

import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner import __version__
from planner.clock import parse_date
from planner.ui.report_dialog import ReportDialog, report_text


def _report_of(failing: Callable[[], object]) -> str:
    with pytest.raises((OSError, TypeError, ValueError)) as failure:
        failing()
    return report_text(failure.type, failure.value, failure.tb)


def _fail_with(words: str) -> Callable[[], object]:
    def fail() -> None:
        raise ValueError(words)

    return fail


def test_versions_and_platform_come_first() -> None:
    assert _report_of(_fail_with("no reason")).splitlines()[:4] == [
        f"Roundtable Planner {__version__}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}",
        platform.platform(),
    ]


def test_the_failure_is_the_last_line() -> None:
    assert _report_of(_fail_with("no reason")).splitlines()[-1] == "ValueError: no reason"


def test_code_is_named_from_the_package_on() -> None:
    report = _report_of(lambda: parse_date(3))  # type: ignore[arg-type]
    frames = [line.split(",")[0] for line in report.splitlines() if line.startswith("  File")]
    assert frames[-1] == '  File "planner/clock.py"'


def test_a_missing_document_is_not_named(tmp_path: Path) -> None:
    report = _report_of((tmp_path / "Made-up meeting.agenda").read_bytes)
    assert report.splitlines()[-1] == "FileNotFoundError: [Errno 2] No such file or directory: '<file>'"
    assert str(tmp_path) not in report


def test_paths_and_names_of_files_are_left_out_in_every_form() -> None:
    for words, left in (
        ("cannot read /home/someone/My meeting", "cannot read <file>"),
        (r"cannot read C:\Users\Someone\My meeting", "cannot read <file>"),
        ("cannot read '/home/someone/My meeting", "cannot read '<file>"),
        ("“My meeting.agenda” is damaged", "“<file>” is damaged"),
        ("meeting.agenda is damaged", "<file> is damaged"),
        ('cannot copy "~/meetings/plan" twice', 'cannot copy "<file>" twice'),
        ("1 / 2 is not 1/3", "1 / 2 is not 1/3"),
        ("[SQL: UPDATE people]\n[parameters: ('Made Up', 3)]", "[parameters left out]"),
    ):
        assert _report_of(_fail_with(words)).splitlines()[-1].removeprefix("ValueError: ") == left


def test_what_led_to_a_failure_is_told_too() -> None:
    def fail() -> None:
        try:
            raise OSError("first")
        except OSError as problem:
            raise ValueError("second") from problem

    kinds = [line for line in _report_of(fail).splitlines() if line.startswith(("OSError", "ValueError"))]
    assert kinds == ["OSError: first", "ValueError: second"]


def test_the_report_is_copied(qtbot: QtBot) -> None:
    dialog = ReportDialog("Made-up report")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Made-up report"
    assert dialog.copied.text() == "The report is on the clipboard."
    assert dialog.isVisible()


def test_the_report_cannot_be_changed_and_the_dialog_closes(qtbot: QtBot) -> None:
    dialog = ReportDialog("Made-up report")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClicks(dialog.report, "x")
    assert dialog.report.toPlainText() == "Made-up report"
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
