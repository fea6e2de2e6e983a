"""The words of the history view: what became of a step, and what it changed; and where the view reads from."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.past import RowImage, StepLine
from planner.rules.beside_words import beside_the_plan
from planner.rules.change_groups import ChangeGroup, groups_by_session
from planner.rules.changes import changes_between
from planner.ui.grouped_lines import Group, Line
from planner.wording import say, say_count

STANDS, UNDONE = 1, 0


class HistorySource(NamedTuple):
    """Where the view reads from: the steps with the latest first, what some of them changed, what is gone, a state.

    Each tells itself when it fails, and then gives nothing.
    """

    steps: Callable[[], Sequence[StepLine]]
    rows: Callable[[Sequence[int]], Mapping[int, Sequence[RowImage]]]
    gone: Callable[[], Mapping[tuple[str, int], RowImage]]
    agenda_at: Callable[[int], Agenda | None]


def state_words(step: StepLine) -> str:
    """What became of a step; empty while it stands."""
    if step.state == STANDS:
        return ""
    if step.state == UNDONE:
        return say("taken back; Redo makes it again")
    return say("taken back, then other work was done in its place")


def step_words(step: StepLine) -> str:
    """ "Move session (taken back)"."""
    return step.name if step.stands else say("{step} (taken back)", step=step.name)


def pruned_words(steps: Sequence[StepLine]) -> str:
    """Says so when the oldest steps are gone: steps are numbered from 1, and no number comes twice."""
    gone = steps[-1].id - 1 if steps else 0
    return say_count("The oldest step was pruned.", "The oldest {count} steps were pruned.", gone) if gone else ""


def change_groups(before: Agenda, after: Agenda) -> tuple[Group, ...]:
    """What differs, under headings; a line shows its session when the meeting ``after`` still has it."""
    groups = groups_by_session(before, after, changes_between(before, after))
    return tuple(_as_group(after, place, group) for place, group in enumerate(groups))


def all_change_groups(before: Agenda, after: Agenda) -> tuple[Group, ...]:
    """As ``change_groups``, and what else differs under a heading of its own: drafts, the register, wishes..."""
    groups, beside = change_groups(before, after), beside_the_plan(before, after)
    if not beside:
        return groups
    return (*groups, Group((None, len(groups)), say("Beside the plan"), tuple(Line(sentence) for sentence in beside)))


def _as_group(agenda: Agenda, place: int, group: ChangeGroup) -> Group:
    shows = group.session_id if group.session_id in agenda.sessions else None
    lines = tuple(Line(sentence, shows) for sentence in group.sentences)
    return Group((group.session_id, place), group.heading, lines)


def counted(groups: Sequence[Group]) -> str:
    return say_count("{count} change", "{count} changes", sum(len(group.lines) for group in groups))
