"""The two pages of the import: where the rows come from, and what would become of them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.imports.tables import Sheet
from planner.ui.fields import ChoiceField, section_label
from planner.ui.import_columns import ColumnStrip
from planner.ui.import_preview import Preview, verdict_names
from planner.ui.import_table import DECISION, ROW, VERDICT, WHY, WRITTEN, PreviewModel, PreviewProxy, PreviewTable
from planner.ui.theme import Theme
from planner.wording import say


class SourcePage(QWidget):
    """A file to choose, or text to paste."""

    file_requested = Signal()
    file_dropped = Signal(object)
    text_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        title = QLabel(say("Import interests from a spreadsheet"))
        title.setProperty("role", "title")
        hint = QLabel(
            say(
                "An .xlsx, .ods or .csv file with a heading row, in English, French or Russian. You see what becomes of"
                " each row before anything is written; importing the same file again changes nothing."
            )
        )
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.choose = QPushButton(say("Choose a file…"))
        self.choose.setProperty("role", "primary")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(say("Rows pasted from a spreadsheet or an e-mail"))
        self.text.setPlaceholderText(say("Paste rows here, with their headings"))
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)
        self.read = QPushButton(say("Read the text"))
        self.read.setEnabled(False)
        self.choose.clicked.connect(self.file_requested)
        self.text.textChanged.connect(lambda: self.read.setEnabled(bool(self.text.toPlainText().strip())))
        self.read.clicked.connect(lambda: self.text_given.emit(self.text.toPlainText()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(hint)
        for button in (self.choose, self.read):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
            if button is self.choose:
                layout.addWidget(section_label(say("Or paste")))
                layout.addWidget(self.text, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one local file that is dragged."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class VerdictBar(QWidget):
    """A button for each verdict with the number of its rows; ``chosen`` carries the verdict, empty for all."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        names = {"": say("All"), **verdict_names()}
        for place, verdict in enumerate(names):
            self._add(verdict, "first" if place == 0 else "last" if place == len(names) - 1 else "middle")
        self._row.addStretch(1)
        self.buttons[""].setChecked(True)

    def _add(self, verdict: str, place: str) -> None:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "segment")
        button.setProperty("place", place)
        button.clicked.connect(lambda: self.chosen.emit(verdict))
        self._group.addButton(button)
        self._row.addWidget(button)
        self.buttons[verdict] = button

    def show_preview(self, preview: Preview) -> None:
        counts = Counter(line.verdict for line in preview.lines)
        counts[""] = len(preview.lines)
        for verdict, name in {"": say("All"), **verdict_names()}.items():
            self.buttons[verdict].setText(say("{verdict} {count}", verdict=name, count=counts[verdict]))


class PreviewPage(QWidget):
    """The columns, the verdicts, and a line for each row."""

    sheet_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.sheets = ChoiceField(say("Sheet"))
        self.columns = ColumnStrip(self)
        self.notes = QLabel()
        self.notes.setProperty("role", "soft")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.hide()
        self.verdicts = VerdictBar(self)
        self.model = PreviewModel(theme, self)
        self.proxy = PreviewProxy(self.model, self)
        self.table = PreviewTable(self.proxy, self, lambda index: self.model.line(self.proxy.mapToSource(index).row()))
        self.detail = QLabel()
        self.detail.setProperty("role", "hint")
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.verdicts.chosen.connect(self.proxy.set_verdict)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.model.dataChanged.connect(self._show_detail)
        self.sheets.committed.connect(self.sheet_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.sheets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(section_label(say("Columns: what each of them holds")))
        layout.addWidget(self.columns)
        layout.addWidget(self.notes)
        layout.addWidget(self.verdicts)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing() + 2)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        header = self.table.header()
        header.setSectionResizeMode(WRITTEN, QHeaderView.ResizeMode.Stretch)
        for column, width in ((ROW, 52), (VERDICT, 150), (WHY, 300)):
            header.resizeSection(column, width)
        header.setStretchLastSection(False)
        header.resizeSection(DECISION, 190)

    @property
    def sheet(self) -> int:
        """The place of the sheet that is shown."""
        return max(0, self.sheets.currentIndex())

    def show_sheets(self, sheets: Sequence[Sheet], chosen: int) -> None:
        names = [(sheet.title or sheet.source, place) for place, sheet in enumerate(sheets)]
        self.title.setText(sheets[chosen].source)
        self.sheets.show_choices(names, chosen)
        self.sheets.setVisible(len(sheets) > 1)

    def _show_detail(self) -> None:
        """All words of the row at hand: the table has room for their beginning only."""
        index = self.proxy.mapToSource(self.table.currentIndex())
        if not index.isValid():
            self.detail.setText(
                say("Choose a row to read all of it; Enter opens its decision.") if self.model.rowCount() else ""
            )
            return
        line = self.model.line(index.row())
        words = say("Row {number}: {what}. {why}", number=line.number, what=line.written, why=line.why)
        self.detail.setText(words)

    def clear(self) -> None:
        """No rows are shown any longer."""
        self.notes.hide()
        self.model.show_lines(())
        self.verdicts.setEnabled(False)

    def show_preview(self, preview: Preview) -> None:
        """Keep the current row and the scroll where the rows stay."""
        self.verdicts.setEnabled(True)
        self.notes.setText("\n".join(preview.proposal.notes))
        self.notes.setVisible(bool(preview.proposal.notes))
        self.model.show_lines(preview.lines)
        self.table.setColumnHidden(DECISION, not any(line.choices for line in preview.lines))
        self._show_detail()
        self.verdicts.show_preview(preview)
