"""What changed between two states of the meeting: plain sentences, by session or by person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.rules.beside_words import organisers_changes
from planner.rules.change import Change
from planner.rules.change_groups import ChangeGroup, group_of_organisers, groups_by_person, groups_by_session
from planner.rules.drafts import latest_draft
from planner.ui.draft_states import (
    NOW,
    cannot_be_read,
    changes_from,
    first_unreadable,
    state_agenda,
    state_choices,
    state_name,
    states_of,
)
from planner.ui.fields import ChoiceField, soft_label
from planner.ui.grouped_lines import Group, GroupedModel, GroupedView, Line
from planner.ui.search_field import SearchField
from planner.ui.theme import Theme
from planner.wording import say, say_count


class ChangesPage(QWidget):
    """Two states are chosen; a click on a change shows its session."""

    session_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self._counted, self._nothing = "", ""
        self.before = ChoiceField(say("From"))
        self.after = ChoiceField(say("To"))
        for field in (self.before, self.after):
            field.setMinimumContentsLength(14)
        self.by_session, self.by_person = QPushButton(say("By session")), QPushButton(say("By person"))
        self.search = SearchField(say("Search sessions, people, words"))
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.model = GroupedModel(theme, self)
        self.view = GroupedView(self.model, say("What changed"))
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        states = QHBoxLayout()
        states.setSpacing(8)
        states.addWidget(soft_label(say("From")))
        states.addWidget(self.before, 1)
        states.addWidget(soft_label(say("to")))
        states.addWidget(self.after, 1)
        states.addLayout(self._switch())
        finding = QHBoxLayout()
        finding.setSpacing(8)
        finding.addWidget(self.search, 1)
        finding.addWidget(self.count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(states)
        layout.addLayout(finding)
        layout.addWidget(self.stack, 1)

    def _switch(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button, place in ((self.by_session, "first"), (self.by_person, "last")):
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setProperty("place", place)
            group.addButton(button)
            row.addWidget(button)
        self.by_session.setChecked(True)
        return row

    def _connect(self) -> None:
        self.before.committed.connect(lambda _state: self._show_changes())
        self.after.committed.connect(lambda _state: self._show_changes())
        self.by_person.toggled.connect(lambda _on: self._show_changes())
        self.search.textChanged.connect(self._search)
        self.search.rows_wanted.connect(self._go_to_rows)
        self.view.session_requested.connect(self.session_requested)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """The states that were chosen stay; at first it is from the latest draft to now."""
        before, after = self.before.value(), self.after.value()
        self._agenda = agenda
        self.compare(before if before else _usual_state(agenda), NOW if after is None else after)

    def compare(self, before: int, after: int) -> None:
        """Choose the two states; one that is gone gives way to the usual."""
        if self._agenda is None:
            return
        known, choices = states_of(self._agenda), state_choices(self._agenda)
        self.before.show_choices(choices, before if before in known else _usual_state(self._agenda))
        self.after.show_choices(choices, after if after in known else NOW)
        self._show_changes()

    def _show_changes(self) -> None:
        agenda, before, after = self._agenda, self.before.value(), self.after.value()
        if agenda is None or before is None or after is None:
            return
        unreadable = first_unreadable(agenda, (before, after))
        readable = unreadable is None
        changes = changes_from(agenda, before, after) if readable else ()
        details = _details(agenda, before, after) if readable else ()
        found = self._groups(agenda, before, after, changes) if changes else ()
        self._counted = _counted(len(changes), len(details))
        found = (*found, *group_of_organisers(details))
        self.model.show_groups([_as_lines(agenda, group) for group in found])
        self._nothing = self._why_nothing(agenda, before, after, unreadable)
        self._show_count()

    def _groups(self, agenda: Agenda, before: int, after: int, changes: tuple[Change, ...]) -> tuple[ChangeGroup, ...]:
        group = groups_by_person if self.by_person.isChecked() else groups_by_session
        return group(state_agenda(agenda, before), state_agenda(agenda, after), changes)

    def _why_nothing(self, agenda: Agenda, before: int, after: int, unreadable: int | None) -> str:
        if unreadable is not None:
            return cannot_be_read(agenda, unreadable)
        if not agenda.drafts:
            return say("No draft has been issued yet. Issue one: from then on every change is told here.")
        if before == after:
            return say("Choose two different states to see what changed from one to the other.")
        return say(
            "Nothing changed from {before} to {after}.",
            before=state_name(agenda, before), after=state_name(agenda, after),
        )  # fmt: skip

    def _search(self, text: str) -> None:
        self.model.search(text)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self.model.line_count, self.model.total
        self.count.setText(self._counted if shown == total else say("{shown} of {total}", shown=shown, total=total))
        if total:
            text = self.search.text().strip()
            self.empty.setText(say("No change matches “{text}”. Try fewer letters, or press Esc.", text=text))
        else:
            self.empty.setText(self._nothing)
        self.stack.setCurrentWidget(self.view if shown else self.empty)

    def _go_to_rows(self) -> None:
        if self.model.groups:
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)


def _usual_state(agenda: Agenda) -> int:
    latest = latest_draft(agenda)
    return NOW if latest is None else latest.id


def _details(agenda: Agenda, before: int, after: int) -> tuple[Change, ...]:
    """What differs for the organisers alone."""
    if before == after:
        return ()
    return organisers_changes(state_agenda(agenda, before), state_agenda(agenda, after))


def _counted(changes: int, details: int) -> str:
    counted = say_count("{count} change", "{count} changes", changes)
    if not details:
        return counted
    return say(
        "{changes} and {details}",
        changes=counted, details=say_count("{count} detail", "{count} details", details),
    )  # fmt: skip


def _as_lines(agenda: Agenda, group: ChangeGroup) -> Group:
    """Only a session that is still there can be shown."""
    lines = tuple(
        Line(sentence, change.session_id if change.session_id in agenda.sessions else None)
        for change, sentence in zip(group.changes, group.sentences, strict=True)
    )
    return Group((group.session_id, group.holder, group.heading), group.heading, lines)
