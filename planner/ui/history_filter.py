"""The field that leaves one session, person or entity of the history: typed or chosen from its list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from planner.folding import folded
from planner.models.agenda import Agenda
from planner.models.aside_records import ENTITIES, PEOPLE
from planner.phrases import session_label
from planner.rules.touched import SESSIONS
from planner.wording import say

_SHOWN_AT_ONCE = 18


class HistoryFilter(QComboBox):
    """``chosen_changed`` carries a (table, id), None for everything."""

    chosen_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self._chosen: tuple[str, int] | None = None
        self.keys: list[tuple[str, int] | None] = []
        self.setAccessibleName(say("Steps of one session, person or entity"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setMinimumContentsLength(22)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._typing = QLineEdit()
        self.setLineEdit(self._typing)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.activated.connect(self._choose)
        self._typing.editingFinished.connect(self._take_text)

    @property
    def chosen(self) -> tuple[str, int] | None:
        return self._chosen

    def show_agenda(self, agenda: Agenda) -> None:
        """The choice stays as long as the meeting has it."""
        if self._agenda is not None and agenda.shares(self._agenda, SESSIONS, PEOPLE, ENTITIES):
            return
        self._agenda = agenda
        choices = _choices(agenda)
        self.keys = [None, *(key for _text, key in choices)]
        self.clear()
        self.addItems([say("Everything"), *(text for text, _key in choices)])
        self._go_to(self._place_of_chosen())

    def _place_of_chosen(self) -> int:
        return self.keys.index(self._chosen) if self._chosen in self.keys else 0

    def _take_text(self) -> None:
        """What was typed; no text is everything, and what is nothing leaves the choice as it is."""
        typed = folded(self.currentText().strip())
        places = [place for place in range(self.count()) if folded(self.itemText(place)) == typed]
        self._go_to(0 if not typed else places[0] if places else self._place_of_chosen())

    def _go_to(self, place: int) -> None:
        self.setCurrentIndex(place)
        self._choose(place)

    def _choose(self, place: int) -> None:
        if self.keys[place] != self._chosen:
            self._chosen = self.keys[place]
            self.chosen_changed.emit(self._chosen)


def _choices(agenda: Agenda) -> list[tuple[str, tuple[str, int]]]:
    """The sessions, then the people, then the entities, each by name."""
    sessions = [(session_label(session), (SESSIONS, session.id)) for session in agenda.sessions.values()]
    people = [(person.name, (PEOPLE, person.id)) for person in agenda.people.values()]
    entities = [(entity.name, (ENTITIES, entity.id)) for entity in agenda.entities.values()]
    return [pair for group in (sessions, people, entities) for pair in sorted(group, key=lambda pair: folded(pair[0]))]
