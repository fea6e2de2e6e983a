"""The states of a meeting that papers are made of: the working copy, drafts, options, or one of its history; no Qt."""

import re
from datetime import datetime
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.rules.drafts import draft_name
from planner.ui.draft_states import NOW, state_agenda, states_of
from planner.wording import say

PAST = -1
"""The key of a state from the history, of which one at most is at hand."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class PaperState(NamedTuple):
    """``key``: NOW, PAST, or the id of a draft or option; all but the first keep ``moment`` and ``number`` on paper."""

    key: int
    name: str
    moment: datetime | None = None
    number: int = 0
    then: Agenda | None = None

    def agenda(self, now: Agenda) -> Agenda:
        """The meeting in this state. Raises ValueError for a draft that another program altered."""
        return self.then or state_agenda(now, self.key)

    def file_stem(self, meeting: str) -> str:
        """ "review, Draft 2", with nothing that no file name can hold; of the working copy the meeting's alone."""
        if self.key == NOW:
            return meeting
        return say("{meeting}, {draft}", meeting=meeting, draft=_NOT_IN_NAMES.sub("-", self.name).rstrip(". "))


def working_copy() -> PaperState:
    return PaperState(NOW, say("Working copy"))


def state_of_draft(draft: Draft) -> PaperState:
    """A draft or an option."""
    return PaperState(draft.id, draft_name(draft), datetime.fromisoformat(draft.as_of), draft.number)


def past_state(then: Agenda, when: str, moment: datetime | None) -> PaperState:
    """The meeting as it was; ``when`` in words, ``moment`` on its clock."""
    wall = None if moment is None else moment.replace(tzinfo=None, second=0, microsecond=0)
    return PaperState(PAST, say("As it was on {when}", when=when), wall, then.meeting.draft_number, then)


def paper_states(agenda: Agenda, shown: PaperState | None) -> tuple[PaperState, ...]:
    """All that can be printed; a state of the history only while it is shown."""
    drafts = (state_of_draft(agenda.drafts[state]) for state in states_of(agenda) if state != NOW)
    past = (shown,) if shown is not None and shown.key == PAST else ()
    return (working_copy(), *past, *drafts)
