"""Which seats people and entities hold, and how a list of seats reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat, Session
from planner.phrases import session_name
from planner.wording import role_name, say, seat_state_name

_AFTER_ALL_PLACED = 1 << 30


def seats_by_person(agenda: Agenda) -> Mapping[int, tuple[Seat, ...]]:
    """Person id -> seats in the order of the timetable, the declined ones too."""
    return _grouped(agenda, ((seat.person_id, seat) for seat in agenda.seats.values()))


def seats_by_entity(agenda: Agenda) -> Mapping[int, tuple[Seat, ...]]:
    """Entity id -> seats in the order of the timetable, the declined ones too."""
    return _grouped(agenda, ((seat.entity_id, seat) for seat in agenda.seats.values()))


def _grouped(agenda: Agenda, pairs: Iterable[tuple[int | None, Seat]]) -> Mapping[int, tuple[Seat, ...]]:
    order = {session.id: index for index, session in enumerate(agenda.placed_sessions)}
    grouped: dict[int, list[Seat]] = defaultdict(list)
    for holder_id, seat in pairs:
        if holder_id is not None:
            grouped[holder_id].append(seat)
    return {
        holder_id: tuple(sorted(seats, key=lambda seat: (order.get(seat.session_id, _AFTER_ALL_PLACED), seat.id)))
        for holder_id, seats in grouped.items()
    }


def seats_in_words(agenda: Agenda, seats: Iterable[Seat]) -> str:
    """ "RT1 moderator, RT3": what takes part, the role named unless it is the speaker's."""
    return ", ".join(_in_words(agenda.sessions[seat.session_id], seat.role) for seat in seats if seat.counts)


def _in_words(session: Session, role: Role) -> str:
    name = session.code or session_name(session)
    return name if role is Role.SPEAKER else say("{session} {role}", session=name, role=role_name(role).lower())


def seats_in_full(agenda: Agenda, seats: Iterable[Seat]) -> str:
    """A line a seat: "Roundtable 1: Moderator, confirmed"."""
    return "\n".join(
        say(
            "{session}: {role}, {state}",
            session=session_name(agenda.sessions[seat.session_id]),
            role=role_name(seat.role),
            state=seat_state_name(seat.state),
        )
        for seat in seats
    )
