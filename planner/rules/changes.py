"""What changed between two states of one meeting: sessions, their seats and objectives, people, the meeting itself."""

from collections.abc import Iterator, Mapping, Sequence

from planner.models.agenda import Agenda
from planner.phrases import session_name
from planner.rules.change import Change, ChangeKind, Holder
from planner.rules.differing import differing
from planner.rules.meeting_changes import meeting_changes
from planner.rules.person_changes import person_changes
from planner.rules.seat_changes import holder_of, seat_changes, takes_part
from planner.rules.session_changes import added_or_dropped, session_changes, starts_elsewhere
from planner.rules.session_changes import moment_of as moment_of
from planner.wording import say_count, say_list


def changes_between(before: Agenda, now: Agenda) -> tuple[Change, ...]:
    """Every difference that a reader of the agenda would notice: the meeting's, then by session, then by person."""
    return (*meeting_changes(before, now), *_of_sessions(before, now), *person_changes(before, now))


def _of_sessions(before: Agenda, now: Agenda) -> Iterator[Change]:
    reseated = frozenset(seat.session_id for seat in differing(before.seats, now.seats))
    touched = _sessions_touched(before, now)
    for session_id in sorted(touched | reseated, key=lambda key: _order(before, now, key)):
        if session_id in touched:
            yield from _of_session(before, now, session_id, reseated=session_id in reseated)
        if session_id in reseated and session_id in now.sessions:
            yield from seat_changes(before, now, session_id)


def _sessions_touched(before: Agenda, now: Agenda) -> set[int]:
    """The sessions of which anything may have changed: most have not, and their words then need not be made."""
    touched = {session.id for session in differing(before.sessions, now.sessions)}
    touched |= {coverage.session_id for coverage in differing(before.coverage, now.coverage)}
    rooms = {room.id for room in differing(before.rooms, now.rooms)}
    objectives = {objective.id for objective in differing(before.objectives, now.objectives)}
    for agenda in (before, now):
        if rooms:
            touched |= {session.id for session in agenda.sessions.values() if session.room_id in rooms}
        if objectives:
            touched |= {row.session_id for row in agenda.coverage.values() if row.objective_id in objectives}
    return touched | starts_elsewhere(before, now)


def _order(before: Agenda, now: Agenda, session_id: int) -> tuple[bool, str, int, int]:
    """As the new agenda has it: placed ones by time, then those that are not, those dropped last."""
    session = now.sessions.get(session_id)
    agenda = before if session is None else now
    session = session or before.sessions[session_id]
    date = "9" if session.day_id is None else agenda.days[session.day_id].date
    return agenda is before, date, session.start_minute or 0, session_id


def _of_session(before: Agenda, now: Agenda, session_id: int, *, reseated: bool) -> Iterator[Change]:
    old, new = before.sessions.get(session_id), now.sessions.get(session_id)
    holders = _holders(before, now, session_id, reseated=reseated)
    if old is None or new is None:
        yield added_or_dropped(before, now, session_id, holders)
    else:
        yield from session_changes(before, now, old, new, holders)
    if new is not None:
        yield from _of_objectives(before, now, session_id, holders)


def _holders(before: Agenda, now: Agenda, session_id: int, *, reseated: bool) -> tuple[Holder, ...]:
    """Who sits there in both states; of a session that is in one alone, who sits there in that one."""
    if not reseated or session_id not in before.sessions:
        return tuple(dict.fromkeys(_seated(now, session_id)))
    was = dict.fromkeys(_seated(before, session_id))
    if session_id not in now.sessions:
        return tuple(was)
    is_now = frozenset(_seated(now, session_id))
    return tuple(holder for holder in was if holder in is_now)


def _seated(agenda: Agenda, session_id: int) -> Iterator[Holder]:
    return (holder_of(seat) for seat in agenda.seats_of(session_id) if takes_part(seat))


def _of_objectives(before: Agenda, now: Agenda, session_id: int, holders: tuple[Holder, ...]) -> Iterator[Change]:
    was, is_now = _objectives(before, session_id), _objectives(now, session_id)
    if was == is_now:
        return
    name = session_name(now.sessions[session_id])
    added, dropped = _numbers(is_now, was), _numbers(was, is_now)
    if added:
        yield Change(ChangeKind.OBJECTIVES_ADDED, name, "", added, session_id=session_id, holders=holders)
    if dropped:
        yield Change(ChangeKind.OBJECTIVES_DROPPED, name, dropped, "", session_id=session_id, holders=holders)


def _objectives(agenda: Agenda, session_id: int) -> Sequence[int]:
    return [objective.number for objective in agenda.objectives_of(session_id)]


def _numbers(numbers: Sequence[int], others: Sequence[int]) -> str:
    told = [str(number) for number in numbers if number not in others]
    return say_count("objective {numbers}", "objectives {numbers}", len(told), numbers=say_list(told)) if told else ""


def by_session(changes: Sequence[Change]) -> Mapping[int | None, list[Change]]:
    """Changes by session id, in their order; None holds those of no session."""
    grouped: dict[int | None, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.session_id, []).append(change)
    return grouped


def by_holder(changes: Sequence[Change]) -> Mapping[Holder, list[Change]]:
    """Changes by whom they concern."""
    grouped: dict[Holder, list[Change]] = {}
    for change in changes:
        for holder in change.holders:
            grouped.setdefault(holder, []).append(change)
    return grouped
