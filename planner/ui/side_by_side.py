"""Two states of the meeting beside each other: their timetables, findings, hardship and changes; adopt one of them."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.rules import findings_of
from planner.rules.drafts import draft_before, latest_draft
from planner.rules.finding import Level
from planner.rules.hardship import hardship_of
from planner.ui.beside_frame import Frame, frame_of
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
from planner.ui.theme import Theme
from planner.ui.timetable_picture import TimetablePicture
from planner.ui.waiting_line import WaitingLine
from planner.wording import say, say_count

_PX_PER_MINUTE = 0.62


class StateSide(QWidget):
    """One state: which, what it amounts to, its timetable, and the button that makes it the working copy."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ChoiceField(name)
        self.state.setMinimumContentsLength(12)
        self.adopt = QPushButton(say("Adopt"))
        self.findings, self.hardship, self.changes = QLabel(), QLabel(), QLabel()
        self.picture = TimetablePicture(theme, _PX_PER_MINUTE)
        self.to_place = WaitingLine()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.state, 1)
        top.addWidget(self.adopt)
        figures = QGridLayout()
        figures.setHorizontalSpacing(8)
        figures.setVerticalSpacing(1)
        figures.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(
            ((say("Findings"), self.findings), (say("Hardship"), self.hardship), (say("Changes"), self.changes))
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            figures.addWidget(soft_label(name), row, 0)
            figures.addWidget(label, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addLayout(top)
        layout.addLayout(figures)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.to_place)

    def show_state(self, agenda: Agenda, state: int, differing: frozenset[int], frame: Frame) -> None:
        """Show what the state amounts to; sessions that the other side has otherwise are outlined."""
        # With the register of now on both sides: it is no part of a plan, and stays when one is adopted.
        then = state_agenda(agenda, state)
        then = replace(then, acceptances=agenda.acceptances, rule_levels=agenda.rule_levels)
        self.findings.setText(_findings_words(then))
        self.hardship.setText(_hardship_words(then))
        self.changes.setText(_changes_words(agenda, state))
        self.picture.show_state(then, state_name(agenda, state), differing, frame)
        self.to_place.show_agenda(then)
        self.adopt.setEnabled(state != NOW)
        self.adopt.setToolTip(
            say("This is the working copy")
            if state == NOW
            else say("Make {state} the working copy: one step", state=state_name(agenda, state))
        )


class SideBySide(QWidget):
    """``adopt_requested`` carries the id of a draft or an option."""

    adopt_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self.left, self.right = StateSide(say("On the left"), theme), StateSide(say("On the right"), theme)
        self.difference = QLabel()
        self.difference.setProperty("role", "hint")
        self.difference.setWordWrap(True)
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(24)
        self._lay_out()
        self.left.picture.scroll_with(self.right.picture)
        for side in (self.left, self.right):
            side.state.committed.connect(lambda _state: self._show_sides())
            side.adopt.clicked.connect(lambda _on=False, side=side: self._ask(side))

    def _lay_out(self) -> None:
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        layout.addLayout(sides, 1)
        layout.addWidget(self.difference)
        self.stack = QStackedWidget()
        self.stack.addWidget(both)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """The states that were chosen stay; at first it is the working copy and the latest option or draft."""
        left, right = self.left.state.value(), self.right.state.value()
        self._agenda = agenda
        self.compare(NOW if left is None else left, _usual_state(agenda) if right in {None, NOW} else right)

    def compare(self, left: int, right: int) -> None:
        agenda = self._agenda
        if agenda is None:
            return
        known, choices = states_of(agenda), state_choices(agenda)
        self.left.state.show_choices(choices, left if left in known else NOW)
        self.right.state.show_choices(choices, right if right in known else _usual_state(agenda))
        self._show_sides()

    def compare_with(self, state: int) -> None:
        """Bring a state to the right; what stands at the left stays there, unless it is the same."""
        left = self.left.state.value()
        self.compare(NOW if left in {None, state} else left, state)

    def _show_sides(self) -> None:
        agenda, states = self._agenda, (self.left.state.value(), self.right.state.value())
        if agenda is None or None in states:
            return
        unreadable = first_unreadable(agenda, states)
        self.empty.setText(
            say("Nothing to compare with yet. Issue a draft, or keep the plan as an option, and they stand here.")
            if unreadable is None
            else cannot_be_read(agenda, unreadable)
        )
        self.stack.setCurrentIndex(0 if agenda.drafts and unreadable is None else 1)
        if unreadable is None:
            self._show_both(agenda, *states)

    def _show_both(self, agenda: Agenda, left: int, right: int) -> None:
        changes = changes_from(agenda, *((right, left) if left == NOW else (left, right)))
        differing = frozenset(change.session_id for change in changes if change.session_id is not None)
        frame = frame_of([state_agenda(agenda, state) for state in (left, right)])
        self.left.show_state(agenda, left, differing, frame)
        self.right.show_state(agenda, right, differing, frame)
        self.difference.setText(_difference_words(agenda, left, right, len(changes)))

    def _ask(self, side: StateSide) -> None:
        self.adopt_requested.emit(side.state.value())

    def set_theme(self, theme: Theme) -> None:
        for side in (self.left, self.right):
            side.picture.set_theme(theme)


def _usual_state(agenda: Agenda) -> int:
    """The latest of the options, else of the drafts."""
    states = states_of(agenda)
    latest = latest_draft(agenda)
    if latest is None or agenda.drafts[states[-1]].number == 0:
        return states[-1]
    return latest.id


def _findings_words(agenda: Agenda) -> str:
    """ "2 clashes, 5 warnings", those that were accepted left out."""
    still_open = findings_of(agenda)
    clashes = sum(finding.level is Level.CLASH for finding in still_open)
    warnings = sum(finding.level is Level.WARNING for finding in still_open)
    return say(
        "{clashes}, {warnings}",
        clashes=say_count("{count} clash", "{count} clashes", clashes),
        warnings=say_count("{count} warning", "{count} warnings", warnings),
    )


def _hardship_words(agenda: Agenda) -> str:
    points = round(hardship_of(agenda).draft)
    return say_count("{count} point", "{count} points", points)


def _changes_words(agenda: Agenda, state: int) -> str:
    """How far the state is from the draft before it; of an option from the draft that it was made after."""
    before = latest_draft(agenda) if state == NOW else draft_before(agenda, agenda.drafts[state])
    if before is None:
        return say("the first")
    try:
        changes = len(changes_from(agenda, before.id, state))
    except ValueError:
        return cannot_be_read(agenda, before.id)
    return say_count("{count} since Draft {number}", "{count} since Draft {number}", changes, number=before.number)


def _difference_words(agenda: Agenda, left: int, right: int, changes: int) -> str:
    if left == right:
        return say("Choose two different states to compare them.")
    if not changes:
        return say("Both are the same.")
    return say_count(
        "{count} change between {left} and {right}. Sessions that differ are outlined.",
        "{count} changes between {left} and {right}. Sessions that differ are outlined.",
        changes, left=state_name(agenda, left), right=state_name(agenda, right),
    )  # fmt: skip
