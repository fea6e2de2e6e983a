"""Who must be told: each with what changed for them since the draft they know, and the button that records it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.rules.change import Holder
from planner.rules.change_groups import zone_of
from planner.rules.drafts import drafts_of, latest_draft, plan_of, stands_as
from planner.rules.telling import ToTell, to_tell
from planner.ui.grouped_lines import Group, GroupedModel, GroupedView, Line
from planner.ui.theme import Theme
from planner.wording import say, say_count


class TellingPage(QWidget):
    """``told_requested`` and ``letters_requested`` carry the (person id, entity id) of those who are ticked."""

    session_requested = Signal(int)
    told_requested = Signal(object)
    letters_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_mark = False
        self.everybody = QCheckBox(say("Everybody"))
        self.note = QLabel()
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        self.told = QPushButton()
        self.told.setProperty("role", "primary")
        self.letters = QPushButton(say("Letters…"))
        self.letters.setToolTip(say("A letter, a calendar file and an e-mail draft for each who is ticked"))
        self.model = GroupedModel(theme, self, can_check=True)
        self.view = GroupedView(self.model, say("Who must be told"))
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self._lay_out()
        self.everybody.clicked.connect(self._check_all)
        self.model.checked_changed.connect(self._show_checked)
        self.told.clicked.connect(self._ask)
        self.letters.clicked.connect(lambda: self.letters_requested.emit(self.chosen()))
        self.view.session_requested.connect(self.session_requested)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.everybody)
        row.addWidget(self.note, 1)
        row.addWidget(self.letters)
        row.addWidget(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self._foot)

    def show_agenda(self, agenda: Agenda, told: tuple[ToTell, ...]) -> None:
        """Those who are ticked stay so as long as they are listed."""
        latest = latest_draft(agenda)
        self._may_mark = latest is not None and stands_as(agenda, latest)
        self.model.show_groups([_as_group(agenda, entry) for entry in told])
        self.stack.setCurrentWidget(self.view if told else self.empty)
        self._foot.setVisible(bool(told))
        if latest is None:
            self.empty.setText(say("Nobody must be told before a draft was issued: they know no other plan."))
        else:
            self.empty.setText(say("Everybody knows the plan as it stands: no time, role or link of theirs changed."))
        self.note.setText(
            say("Tick those who were told; it is kept on record.")
            if self._may_mark
            else say("Issue a draft first: then those who were told of it can be marked.")
        )
        self._show_checked()

    def chosen(self) -> tuple[Holder, ...]:
        """Those who are ticked, in the order of the list."""
        keys = [group.key for group in self.model.groups if group.key in self.model.checked]
        return tuple(key for key in keys if isinstance(key, tuple))

    def _check_all(self, on: bool) -> None:
        self.model.check([group.key for group in self.model.groups], on)

    def _show_checked(self) -> None:
        count, total = len(self.model.checked), len(self.model.groups)
        self.everybody.setChecked(bool(total) and count == total)
        self.told.setEnabled(self._may_mark and count > 0)
        self.letters.setEnabled(count > 0)
        self.told.setText(say_count("Mark {count} as told", "Mark {count} as told", count) if count else _mark())

    def _ask(self) -> None:
        self.told_requested.emit(self.chosen())

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)


def _mark() -> str:
    return say("Mark as told")


def telling_list(agenda: Agenda) -> tuple[ToTell, ...]:
    """Who must be told; nobody when a draft that they know cannot be read."""
    try:
        return to_tell(agenda)
    except ValueError:
        return ()


def _as_group(agenda: Agenda, entry: ToTell) -> Group:
    known = plan_of(entry.known or drafts_of(agenda)[0])
    zone = zone_of(known, agenda, entry.holder)
    lines = tuple(
        Line(change.sentence(zone), change.session_id if change.session_id in agenda.sessions else None)
        for change in entry.changes
    )
    aside = say("new") if entry.known is None else say("knows Draft {number}", number=entry.known.number)
    return Group(entry.holder, entry.name, lines, aside)
