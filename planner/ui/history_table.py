"""The table of steps: one is chosen, Enter or a double click shows the meeting as it was then."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.ui.history_model import NAME, TIME, TOUCHED, HistoryModel
from planner.wording import say

_CELL_PADDING_PX = 20
_LONG_MOMENT = "24 Nov 2026, 18:00 CEST"


class HistoryTable(QTableView):
    """``chosen_changed`` tells that another step is the current one."""

    chosen_changed = Signal()
    look_requested = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(say("Steps, the latest first"))
        self.setProperty("role", "records")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        # Every row is as high: ten thousand of them are not to be measured.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TOUCHED, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(TIME, self.fontMetrics().horizontalAdvance(_LONG_MOMENT) + _CELL_PADDING_PX)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen_changed.emit())
        self.activated.connect(self._open)

    def _open(self, _index: QModelIndex) -> None:
        self.look_requested.emit()

    def choose_row(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, NAME))
