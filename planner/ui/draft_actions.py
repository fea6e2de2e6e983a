"""What can be done with the chosen draft or option: a button each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from planner.models.aside_records import Draft
from planner.models.kinds import DraftKind
from planner.wording import say


class DraftActions(QWidget):
    """Nothing can be done while the working copy is chosen."""

    look_requested = Signal()
    beside_requested = Signal()
    print_requested = Signal()
    copy_requested = Signal()
    take_back_requested = Signal()
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = QPushButton(say("Look at it"))
        self.beside = QPushButton(say("Side by side"))
        self.print = QPushButton(say("Print again…"))
        self.copy = QPushButton(say("Copy as new file…"))
        self.take_back = QPushButton()
        self.forget = QPushButton(say("Drop this option"))
        self.beside.setToolTip(say("Beside the working copy"))
        self.print.setToolTip(say("Its papers, as they were"))
        self.copy.setToolTip(say("A new file whose plan is this one"))
        self.take_back.setToolTip(say("Make it the working copy: one step"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, (button, asked) in enumerate(
            (
                (self.look, self.look_requested),
                (self.beside, self.beside_requested),
                (self.print, self.print_requested),
                (self.copy, self.copy_requested),
            )
        ):
            button.clicked.connect(asked)
            grid.addWidget(button, place // 2, place % 2)
        self.take_back.clicked.connect(self.take_back_requested)
        self.forget.clicked.connect(self.forget_requested)
        grid.addWidget(self.take_back, 2, 0, 1, 2)
        grid.addWidget(self.forget, 3, 0, 1, 2)
        self.show_draft(None)

    def show_draft(self, draft: Draft | None) -> None:
        """What is possible with it."""
        option = draft is not None and draft.kind is DraftKind.OPTION
        for button in (self.look, self.beside, self.print, self.copy, self.take_back):
            button.setEnabled(draft is not None)
        self.take_back.setText(say("Adopt this option…") if option else say("Take back as working copy…"))
        self.forget.setVisible(option)
