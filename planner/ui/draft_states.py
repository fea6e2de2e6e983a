"""The states of a meeting that can be looked at and compared: the working copy, every draft, every option; no Qt."""

from collections.abc import Sequence
from datetime import datetime

from planner.clock import format_minute
from planner.models.agenda import Agenda
from planner.rules.change import Change
from planner.rules.changes import changes_between
from planner.rules.drafts import changes_since, draft_agenda, draft_name, drafts_of, options_of
from planner.wording import month_short, say

NOW = 0
"""Stands for the working copy where ids of drafts are chosen from."""


def states_of(agenda: Agenda) -> tuple[int, ...]:
    """The working copy, the drafts with the latest first, then the options."""
    drafts = (draft.id for draft in reversed(drafts_of(agenda)))
    return (NOW, *drafts, *(option.id for option in options_of(agenda)))


def state_name(agenda: Agenda, state: int) -> str:
    return say("Now") if state == NOW else draft_name(agenda.drafts[state])


def state_choices(agenda: Agenda) -> Sequence[tuple[str, int]]:
    """For a field to choose from."""
    return [(state_name(agenda, state), state) for state in states_of(agenda)]


def state_agenda(agenda: Agenda, state: int) -> Agenda:
    """The meeting in that state. Raises ValueError for a draft that another program altered."""
    return agenda if state == NOW else draft_agenda(agenda, agenda.drafts[state])


def changes_from(agenda: Agenda, before: int, after: int) -> tuple[Change, ...]:
    """What differs from one state to another. Raises ValueError as ``state_agenda`` does."""
    if before == after:
        return ()
    if after == NOW:
        return changes_since(agenda, agenda.drafts[before])
    return changes_between(state_agenda(agenda, before), state_agenda(agenda, after))


def moment_words(as_of: str) -> str:
    """ "5 Nov 2020, 18:00"."""
    moment = datetime.fromisoformat(as_of)
    return say(
        "{day} {month} {year}, {time}",
        day=moment.day, month=month_short(moment.month), year=moment.year,
        time=format_minute(60 * moment.hour + moment.minute),
    )  # fmt: skip


def cannot_be_read(agenda: Agenda, state: int) -> str:
    return say(
        "{draft} was changed by another program and cannot be read. Choose another.", draft=state_name(agenda, state)
    )


def first_unreadable(agenda: Agenda, states: Sequence[int]) -> int | None:
    """The first of these states that cannot be read."""
    for state in states:
        try:
            state_agenda(agenda, state)
        except ValueError:
            return state
    return None
