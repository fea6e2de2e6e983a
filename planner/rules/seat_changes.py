"""What changed among the seats of one session: matched by role and holder before the rows that hold them."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat
from planner.phrases import length, session_name
from planner.rules.change import Change, ChangeKind, Holder
from planner.rules.occupancy import entity_of
from planner.rules.session_changes import moment_of
from planner.wording import role_name, say, say_list, seat_state_name

_NOBODY: Holder = (None, None)


class _Pair(NamedTuple):
    """One seat in both states."""

    old: Seat
    new: Seat


def takes_part(seat: Seat) -> bool:
    """Whether a seat counts and somebody holds it."""
    return seat.counts and (seat.person_id is not None or seat.entity_id is not None)


def holder_of(seat: Seat) -> Holder:
    """The person of a seat, or the entity that has not named anybody yet."""
    return (seat.person_id, None) if seat.person_id is not None else (None, seat.entity_id)


def holder_words(agenda: Agenda, seat: Seat) -> str:
    """A person's name, or that of the entity that has not named anybody."""
    if seat.person_id is not None:
        return agenda.people[seat.person_id].name
    return say("an open seat") if seat.entity_id is None else agenda.entities[seat.entity_id].name


def seat_changes(before: Agenda, now: Agenda, session_id: int) -> Iterator[Change]:
    """Who goes, who comes, who replaces whom, and what else is different; then the order of those who stay."""
    old = [seat for seat in before.seats_of(session_id) if seat.counts]
    new = [seat for seat in now.seats_of(session_id) if seat.counts]
    name = session_name(now.sessions[session_id])
    if list(map(_KEYS[0], old)) == list(map(_KEYS[0], new)):
        for pair in map(_Pair, old, new):
            yield from _of_pair(before, now, name, pair)
        return
    pairs = list(_pairs(old, new))
    matched_old, matched_new = {pair.old.id for pair in pairs}, {pair.new.id for pair in pairs}
    gone = [seat for seat in old if seat.id not in matched_old]
    come = [seat for seat in new if seat.id not in matched_new]
    yield from (_gone(name, before, seat) for seat in gone)
    yield from (_come(name, now, seat) for seat in come)
    for pair in pairs:
        yield from _of_pair(before, now, name, pair)
    yield from _of_order(now, name, session_id, old, pairs)


_Key = Callable[[Seat], Hashable]
_KEYS: tuple[_Key, ...] = (
    lambda seat: (seat.id, seat.role, holder_of(seat)),
    lambda seat: (seat.role, holder_of(seat), seat.entity_id),
    lambda seat: (seat.role, holder_of(seat)),
    lambda seat: (seat.id if holder_of(seat) == _NOBODY else 0, holder_of(seat)),
    lambda seat: (seat.id, seat.role),
)
"""By what a seat is known again, the surest first: nobody is told of a row that gave way to an equal one."""


def _pairs(old: Sequence[Seat], new: Sequence[Seat]) -> Iterator[_Pair]:
    """Each seat of one state with at most one of the other, in the order of the new."""
    found: dict[int, _Pair] = {}
    left_old, left_new = list(old), list(new)
    for key in _KEYS:
        waiting: dict[Hashable, list[Seat]] = {}
        for seat in left_old:
            waiting.setdefault(key(seat), []).append(seat)
        for seat in left_new:
            if waiting.get(key(seat)):
                found[seat.id] = _Pair(waiting[key(seat)].pop(0), seat)
        matched = {pair.old.id for pair in found.values()}
        left_old = [seat for seat in left_old if seat.id not in matched]
        left_new = [seat for seat in left_new if seat.id not in found]
        if not left_old or not left_new:
            break
    return (found[seat.id] for seat in new if seat.id in found)


def _gone(name: str, before: Agenda, seat: Seat) -> Change:
    kind = ChangeKind.SEAT_DROPPED if takes_part(seat) else ChangeKind.OPEN_SEAT_DROPPED
    return _change(kind, name, before, seat)


def _come(name: str, now: Agenda, seat: Seat) -> Change:
    if not takes_part(seat):
        return _change(ChangeKind.OPEN_SEAT_ADDED, name, now, seat)
    moment = moment_of(now, now.sessions[seat.session_id])
    return _change(ChangeKind.SEAT_ADDED, name, now, seat)._replace(moment_after=moment)


def _change(kind: ChangeKind, name: str, agenda: Agenda, seat: Seat, before: str = "", after: str = "") -> Change:
    return Change(
        kind, name, before, after, who=_who(agenda, seat), role=seat.role, session_id=seat.session_id,
        holders=(holder_of(seat),) if takes_part(seat) else (),
    )  # fmt: skip


def _who(agenda: Agenda, seat: Seat) -> str:
    return holder_words(agenda, seat) if takes_part(seat) else say("an open seat")


def _of_pair(before: Agenda, now: Agenda, name: str, pair: _Pair) -> Iterator[Change]:
    old, new = pair
    if holder_of(old) != holder_of(new):
        yield _another_holder(before, now, name, pair)
    elif new.person_id is not None and old.entity_id != new.entity_id:
        yield from _of_entity(before, now, name, pair)
    if old.role is not new.role:
        yield _change(ChangeKind.SEAT_ROLE, name, now, new, role_name(old.role).lower(), role_name(new.role).lower())
    if old.state is not new.state and takes_part(new) and takes_part(old):
        yield _change(ChangeKind.SEAT_STATE, name, now, new, seat_state_name(old.state), seat_state_name(new.state))
    if old.minutes != new.minutes:
        yield _change(ChangeKind.SEAT_MINUTES, name, now, new, length(old.minutes), length(new.minutes))


def _another_holder(before: Agenda, now: Agenda, name: str, pair: _Pair) -> Change:
    """Filled, emptied, named by its entity, to be named again, or given to somebody else."""
    old, new = pair
    if not takes_part(old):
        return _come(name, now, new)
    if not takes_part(new):
        return _gone(name, before, old)
    kind = ChangeKind.SEAT_HOLDER
    if entity_of(before, old) == entity_of(now, new):
        kind = ChangeKind.SEAT_NAMED if old.person_id is None else kind
        kind = ChangeKind.SEAT_UNNAMED if new.person_id is None else kind
    return Change(
        kind, name, holder_words(before, old), holder_words(now, new), role=new.role, session_id=new.session_id,
        holders=(holder_of(old), holder_of(new)), moment_after=moment_of(now, now.sessions[new.session_id]),
    )  # fmt: skip


def _of_entity(before: Agenda, now: Agenda, name: str, pair: _Pair) -> Iterator[Change]:
    """Papers name the entity of a seat, else that of its person."""
    was, is_now = _entity_words(before, pair.old), _entity_words(now, pair.new)
    if was != is_now:
        yield _change(ChangeKind.SEAT_ENTITY, name, now, pair.new, was, is_now)


def _entity_words(agenda: Agenda, seat: Seat) -> str:
    entity_id = entity_of(agenda, seat)
    return "" if entity_id is None else agenda.entities[entity_id].name


def _of_order(now: Agenda, name: str, session_id: int, old: list[Seat], pairs: list[_Pair]) -> Iterator[Change]:
    """Told only of those who keep their role: who comes, goes or has another role is told already."""
    stayed = [pair for pair in pairs if pair.old.role is pair.new.role]
    places = {seat.id: place for place, seat in enumerate(old)}
    as_before = sorted(stayed, key=lambda pair: places[pair.old.id])
    if [holder_of(pair.new) for pair in as_before] == [holder_of(pair.new) for pair in stayed]:
        return
    counting = [seat for seat in now.seats_of(session_id) if seat.counts]
    roles = _roles_reordered(as_before, stayed)
    order = say_list([holder_words(now, seat) for seat in counting if seat.role in roles])
    holders = tuple(dict.fromkeys(holder_of(pair.new) for pair in stayed if takes_part(pair.new)))
    yield Change(ChangeKind.SEAT_ORDER, name, "", order, session_id=session_id, holders=holders)


def _roles_reordered(as_before: list[_Pair], stayed: list[_Pair]) -> frozenset[Role]:
    return frozenset(
        pair.new.role
        for earlier, pair in zip(as_before, stayed, strict=True)
        if holder_of(earlier.new) != holder_of(pair.new)
    )
