"""What stands above and below the table of interests: the filters, and what is done with the chosen rows."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, InterestState, Role
from planner.phrases import session_short
from planner.rules.interests import segments
from planner.ui.fields import ChoiceField, section_label
from planner.ui.interest_lines import InterestFilter
from planner.ui.interest_table import STATE_KEYS
from planner.ui.row_matching import link_button
from planner.wording import entity_kind_name, interest_state_name, role_name, say, say_count


class FilterBar(QWidget):
    """``changed`` carries the InterestFilter that is set now."""

    changed = Signal(object)
    add_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Find a name, a wish or a note"))
        self.search.setAccessibleName(say("Find a name, a wish or a note"))
        self.search.setClearButtonEnabled(True)
        self.segment = ChoiceField(say("Segment"))
        self.role = ChoiceField(say("Role wanted"))
        self.kind = ChoiceField(say("Kind of entity"))
        self.region = ChoiceField(say("Region"))
        self.state = ChoiceField(say("State"))
        self.clear = link_button(say("Clear"), say("Show all interests again"))
        self.count = section_label("")
        self._lay_out()
        self._fill_fixed()
        for field in self._fields():
            field.committed.connect(self._tell)
        self.search.textChanged.connect(self._tell)
        self.clear.clicked.connect(self.reset)

    def _fields(self) -> tuple[ChoiceField, ...]:
        return self.segment, self.role, self.kind, self.region, self.state

    def _lay_out(self) -> None:
        add = QPushButton(say("+ Interest"))
        add.setToolTip(say("Type in an expression of interest"))
        add.clicked.connect(self.add_requested)
        bring = QPushButton(say("Import a spreadsheet…"))
        bring.setProperty("role", "primary")
        bring.clicked.connect(self.import_requested)
        head, filters = QHBoxLayout(), QHBoxLayout()
        for row in (head, filters):
            row.setSpacing(8)
        head.addWidget(section_label(say("Interest")))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.search, 2)
        head.addWidget(add)
        head.addWidget(bring)
        for field in self._fields():
            filters.addWidget(field, 1)
        filters.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(filters)

    def _fill_fixed(self) -> None:
        roles = [(role_name(role), role) for role in (Role.MODERATOR, Role.SPEAKER)]
        self.role.show_choices([(say("Any role"), None), *roles], None)
        kinds = [(entity_kind_name(kind), kind) for kind in EntityKind]
        self.kind.show_choices([(say("Any kind"), None), *kinds], None)
        states = [(interest_state_name(state), state) for state in InterestState]
        self.state.show_choices([(say("Any state"), None), *states], None)

    def show_agenda(self, agenda: Agenda) -> None:
        """Segments and regions that are in the meeting; what is chosen stays while it is there."""
        names = [(session_short(session), session.id) for session in segments(agenda)]
        _keep(self.segment, say("Any segment"), None, names)
        regions = sorted({entity.region for entity in agenda.entities.values() if entity.region})
        _keep(self.region, say("Any region"), "", [(region, region) for region in regions])
        self.region.setVisible(bool(regions))

    def show_count(self, shown: int, total: int) -> None:
        self.count.setText(str(total) if shown == total else say("{shown} of {total}", shown=shown, total=total))
        self.clear.setVisible(self.filter() != InterestFilter())

    def filter(self) -> InterestFilter:
        """What is set now."""
        return InterestFilter(
            session_id=self.segment.value(),
            role=self.role.value(),
            kind=self.kind.value(),
            region=self.region.value() or "",
            state=self.state.value(),
            text=self.search.text().strip(),
        )

    def choose_segment(self, session_id: int | None) -> None:
        """Filter by a segment as if it had been chosen here."""
        self.segment.setCurrentIndex(max(0, self.segment.findData(session_id)))
        self._tell()

    def reset(self) -> None:
        """Let everything through again."""
        for field in self._fields():
            field.setCurrentIndex(0)
        self.search.clear()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.filter())


def _keep(
    field: ChoiceField, nothing: str, empty: object, choices: list[tuple[str, int]] | list[tuple[str, str]]
) -> None:
    every: list[tuple[str, object]] = [(nothing, empty), *choices]
    chosen = field.value()
    field.show_choices(every, chosen if chosen in [data for _text, data in every] else empty)


class ChosenBar(QWidget):
    """What can be done with the chosen rows."""

    state_requested = Signal(object)
    seat_requested = Signal(QWidget)
    wishes_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.states: dict[InterestState, QPushButton] = {}
        self.seat = link_button(say("Seat in…"), say("Seat the chosen interest in a session (Enter)"))
        self.wishes = link_button(say("Wants…"), say("Change what the chosen interest asks for"))
        self.remove = link_button(say("Remove"), say("Remove the chosen interests (Delete)"))
        self.seat.clicked.connect(lambda: self.seat_requested.emit(self.seat))
        self.wishes.clicked.connect(self.wishes_requested)
        self.remove.clicked.connect(self.remove_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.count)
        row.addSpacing(8)
        for digit, state in enumerate(STATE_KEYS.values(), start=1):
            self.states[state] = self._state_button(state, digit)
            row.addWidget(self.states[state])
        row.addStretch(1)
        for button in (self.seat, self.wishes, self.remove):
            row.addWidget(button)

    def _state_button(self, state: InterestState, digit: int) -> QPushButton:
        name = interest_state_name(state)
        button = link_button(
            say("{digit} {state}", digit=digit, state=name),
            say("Mark the chosen interests as {state} (key {digit})", state=name, digit=digit),
        )
        button.clicked.connect(lambda: self.state_requested.emit(state))
        return button

    def show_chosen(self, ids: Iterable[int]) -> None:
        count = len(list(ids))
        if count:
            self.count.setText(say_count("{count} chosen. Mark as", "{count} chosen. Mark as", count))
        else:
            self.count.setText(say("Choose rows to mark them as"))
        for button in (*self.states.values(), self.remove):
            button.setEnabled(count > 0)
        for button in (self.seat, self.wishes):
            button.setEnabled(count == 1)
