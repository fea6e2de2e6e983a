"""The speaking time of one session: who is given how much of it, what is left, and when each seat begins."""

from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat, Session

_LEADING = frozenset({Role.CHAIR, Role.MODERATOR})


class Budget(NamedTuple):
    """Minutes given away in one session of ``session_minutes``; only seats that count are in it.

    Handover: ``handover_seconds`` for each intervention from the floor, ``floor_states + floor_stakeholders`` of
    them. Seats have none: whoever leads the session gives the word to them within their own minutes, so that five
    seats of 5 minutes, 55 minutes of floor and a wrap-up of 10 make the 90 minutes of a roundtable.
    """

    session_minutes: int
    leading_minutes: int
    speaker_minutes: int
    floor_states: int
    state_limit_minutes: int
    floor_stakeholders: int
    stakeholder_limit_minutes: int
    handover_seconds: int
    wrap_up_minutes: int

    @property
    def states_minutes(self) -> int:
        return self.floor_states * self.state_limit_minutes

    @property
    def stakeholders_minutes(self) -> int:
        return self.floor_stakeholders * self.stakeholder_limit_minutes

    @property
    def handovers_seconds(self) -> int:
        """All handovers together."""
        return (self.floor_states + self.floor_stakeholders) * self.handover_seconds

    @property
    def seat_minutes(self) -> int:
        """What is fixed before anybody asks for the floor: seats and wrap-up."""
        return self.leading_minutes + self.speaker_minutes + self.wrap_up_minutes

    @property
    def total_minutes(self) -> int:
        """All that is spoken for; a minute begun counts whole."""
        whole, begun = divmod(self.handovers_seconds, 60)
        return self.seat_minutes + self.states_minutes + self.stakeholders_minutes + whole + (begun > 0)

    @property
    def free_minutes(self) -> int:
        """What is left; less than 0 when the session over-runs."""
        return self.session_minutes - self.total_minutes

    @property
    def over_run_minutes(self) -> int:
        return max(0, -self.free_minutes)

    @property
    def more_states(self) -> int:
        """How many further interventions of States fit, their handover included."""
        return self._more(self.state_limit_minutes)

    @property
    def more_stakeholders(self) -> int:
        """How many further interventions of stakeholders fit, instead of those of States."""
        return self._more(self.stakeholder_limit_minutes)

    def _more(self, limit_minutes: int) -> int:
        each = limit_minutes * 60 + self.handover_seconds
        given = (self.seat_minutes + self.states_minutes + self.stakeholders_minutes) * 60 + self.handovers_seconds
        return max(0, (self.session_minutes * 60 - given) // each) if each > 0 else 0


def budget_of(agenda: Agenda, session: Session) -> Budget:
    """The budget of a session, with its own speaking limits or those of the meeting."""
    seats = _counting(agenda, session.id)
    leading = sum(seat.minutes for seat in seats if seat.role in _LEADING)
    return Budget(
        session_minutes=session.minutes,
        leading_minutes=leading,
        speaker_minutes=sum(seat.minutes for seat in seats) - leading,
        floor_states=session.floor_states,
        state_limit_minutes=state_limit(agenda, session),
        floor_stakeholders=session.floor_stakeholders,
        stakeholder_limit_minutes=stakeholder_limit(agenda, session),
        handover_seconds=agenda.meeting.handover_seconds,
        wrap_up_minutes=session.wrap_up_minutes,
    )


def state_limit(agenda: Agenda, session: Session) -> int:
    """Minutes a State may speak from the floor."""
    own = session.state_limit_minutes
    return agenda.meeting.state_limit_minutes if own is None else own


def stakeholder_limit(agenda: Agenda, session: Session) -> int:
    """Minutes a stakeholder may speak from the floor."""
    own = session.stakeholder_limit_minutes
    return agenda.meeting.stakeholder_limit_minutes if own is None else own


def seat_starts(agenda: Agenda, session_id: int) -> dict[int, int]:
    """Seat id -> minute since midnight at which it begins, in the order of papers; empty while not placed."""
    start = agenda.sessions[session_id].start_minute
    if start is None:
        return {}
    starts = {}
    for seat in _counting(agenda, session_id):
        starts[seat.id] = start
        start += seat.minutes
    return starts


def _counting(agenda: Agenda, session_id: int) -> list[Seat]:
    return [seat for seat in agenda.seats_of(session_id) if seat.counts]


def minutes_of_words(speech: str | int, words_per_minute: int) -> int:
    """Whole minutes that a text, or so many words, takes to read aloud; a minute begun counts whole.

    UN Geneva asks for at most 120 words a minute for remote interpretation. A pace below 1 counts as 1.
    """
    words = len(speech.split()) if isinstance(speech, str) else speech
    return -(-max(0, words) // max(1, words_per_minute))
