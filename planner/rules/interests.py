"""Who wants to take part against who is needed, and the reserve list; pure functions of an Agenda."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role
from planner.models.records import Interest, Seat, Session

TARGETED_ROLES = (Role.MODERATOR, Role.SPEAKER)
"""Roles that a session wants a number of."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One role of one session: how many interests ask for it, how many are wanted, how many seats are held.

    ``asking`` leaves declined interests out; ``seated`` leaves open, declined and withdrawn seats out.
    """

    session_id: int
    role: Role
    asking: int
    shortlisted: int
    accepted: int
    reserve: int
    seated: int
    target: int

    @property
    def needed(self) -> int:
        """How many seats are still to be filled."""
        return max(0, self.target - self.seated)


def segments(agenda: Agenda) -> tuple[Session, ...]:
    """The sessions somebody can ask to take part in: those on the timetable in order, then those to place."""
    every = (*agenda.placed_sessions, *agenda.sessions_to_place)
    return tuple(session for session in every if session.has_speakers)


def demands(agenda: Agenda) -> tuple[Demand, ...]:
    """Moderators, then speakers, of each segment in order."""
    states = _states_asked(agenda)
    seated = Counter((seat.session_id, seat.role) for seat in agenda.seats.values() if _is_held(seat))
    return tuple(
        _demand(session, role, states, seated[session.id, role])
        for session in segments(agenda)
        for role in TARGETED_ROLES
    )


def _states_asked(agenda: Agenda) -> Mapping[tuple[int, Role, InterestState], int]:
    return Counter(
        (wish.session_id, wish.role, agenda.interests[wish.interest_id].state) for wish in agenda.wishes.values()
    )


def _is_held(seat: Seat) -> bool:
    return seat.counts and (seat.entity_id is not None or seat.person_id is not None)


def _demand(session: Session, role: Role, states: Mapping[tuple[int, Role, InterestState], int], seated: int) -> Demand:
    counts = {state: states.get((session.id, role, state), 0) for state in InterestState}
    return Demand(
        session_id=session.id,
        role=role,
        asking=sum(counts.values()) - counts[InterestState.DECLINED],
        shortlisted=counts[InterestState.SHORTLISTED],
        accepted=counts[InterestState.ACCEPTED],
        reserve=counts[InterestState.RESERVE],
        seated=seated,
        target=session.target_moderators if role is Role.MODERATOR else session.target_speakers,
    )


def reserve_order(interests: Iterable[Interest]) -> tuple[Interest, ...]:
    """The reserve among these, first in line first; no date of receipt comes after every date."""
    waiting = (interest for interest in interests if interest.state is InterestState.RESERVE)
    return tuple(
        sorted(waiting, key=lambda row: (row.position, row.received == "", row.received, row.id)),
    )


def reserve_list(agenda: Agenda, session_id: int | None = None, role: Role | None = None) -> tuple[Interest, ...]:
    """The reserve list in order: all of it, or those who asked for a session, a role, or both."""
    return tuple(
        interest
        for interest in reserve_order(agenda.interests.values())
        if (session_id is None and role is None) or _asks(agenda, interest, session_id, role)
    )


def _asks(agenda: Agenda, interest: Interest, session_id: int | None, role: Role | None) -> bool:
    return any(
        session_id in {None, wish.session_id} and role in {None, wish.role} for wish in agenda.wishes_of(interest.id)
    )


def offers_for(agenda: Agenda, seat: Seat) -> tuple[Interest, ...]:
    """Who may take over a seat: the reserve for its session and role, without those who sit in the session already."""
    others = [other for other in agenda.seats_of(seat.session_id) if other.counts and other.id != seat.id]
    held = {(other.entity_id, other.person_id) for other in others} | {(seat.entity_id, seat.person_id)}
    return tuple(
        interest
        for interest in reserve_list(agenda, seat.session_id, seat.role)
        if (interest.entity_id, interest.person_id) not in held | {(None, None)}
    )
