"""What changed among the seats of one session."""

from collections.abc import Iterator

from planner.models.agenda import Agenda
from planner.models.records import Seat
from planner.phrases import length, session_name
from planner.rules.change import Change, ChangeKind, Holder
from planner.wording import role_name, say_list, seat_state_name


def seat_changes(before: Agenda, now: Agenda, session_id: int) -> Iterator[Change]:
    """Who comes, who goes, who replaces whom, and what else is different; then the order of those who stay."""
    old = {seat.id: seat for seat in before.seats_of(session_id) if takes_part(seat)}
    new = {seat.id: seat for seat in now.seats_of(session_id) if takes_part(seat)}
    name = session_name(now.sessions[session_id])
    for seat_id, seat in old.items():
        if seat_id not in new:
            yield _change(ChangeKind.SEAT_DROPPED, name, before, seat)
    for seat_id, seat in new.items():
        if seat_id not in old:
            yield _change(ChangeKind.SEAT_ADDED, name, now, seat)
        elif seat != old[seat_id]:
            yield from _of_seat(before, now, name, old[seat_id], seat)
    yield from _of_order(now, name, session_id, list(old), list(new))


def takes_part(seat: Seat) -> bool:
    """Whether a seat counts and somebody holds it."""
    return seat.counts and (seat.person_id is not None or seat.entity_id is not None)


def holder_of(seat: Seat) -> Holder:
    """The person of a seat, or the entity that has not named anybody yet."""
    return (seat.person_id, None) if seat.person_id is not None else (None, seat.entity_id)


def holder_words(agenda: Agenda, seat: Seat) -> str:
    """A person's name, or the entity with "speaker to be named"."""
    if seat.person_id is not None:
        return agenda.people[seat.person_id].name
    return "" if seat.entity_id is None else agenda.entities[seat.entity_id].name


def _change(kind: ChangeKind, name: str, agenda: Agenda, seat: Seat, before: str = "", after: str = "") -> Change:
    return Change(
        kind, name, before, after, who=holder_words(agenda, seat), role=role_name(seat.role),
        session_id=seat.session_id, holders=(holder_of(seat),),
    )  # fmt: skip


def _of_seat(before: Agenda, now: Agenda, name: str, old: Seat, new: Seat) -> Iterator[Change]:
    if holder_of(old) != holder_of(new):
        yield Change(
            ChangeKind.SEAT_HOLDER, name, holder_words(before, old), holder_words(now, new), role=role_name(new.role),
            session_id=new.session_id, holders=(holder_of(old), holder_of(new)),
        )  # fmt: skip
    if old.role is not new.role:
        yield _change(ChangeKind.SEAT_ROLE, name, now, new, role_name(old.role), role_name(new.role))
    if old.state is not new.state:
        yield _change(ChangeKind.SEAT_STATE, name, now, new, seat_state_name(old.state), seat_state_name(new.state))
    if old.minutes != new.minutes:
        yield _change(ChangeKind.SEAT_MINUTES, name, now, new, length(old.minutes), length(new.minutes))


def _of_order(now: Agenda, name: str, session_id: int, old: list[int], new: list[int]) -> Iterator[Change]:
    """Told only of those who were there before: who comes or goes is told already."""
    stayed = [seat_id for seat_id in new if seat_id in old]
    if stayed == [seat_id for seat_id in old if seat_id in new]:
        return
    seats = [now.seats[seat_id] for seat_id in new]
    order = say_list([holder_words(now, seat) for seat in seats])
    holders = tuple(dict.fromkeys(holder_of(now.seats[seat_id]) for seat_id in stayed))
    yield Change(ChangeKind.SEAT_ORDER, name, "", order, session_id=session_id, holders=holders)
