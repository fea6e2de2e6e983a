"""What changed between two states of one meeting: sessions, their seats and objectives, people, the meeting itself."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import length, session_name
from planner.rules.change import Change, ChangeKind, Holder, Moment, moment_words
from planner.rules.differing import differing
from planner.rules.meeting_changes import meeting_changes
from planner.rules.person_changes import person_changes
from planner.rules.seat_changes import holder_of, seat_changes, takes_part
from planner.wording import kind_name, say, say_list


def changes_between(before: Agenda, now: Agenda) -> tuple[Change, ...]:
    """Every difference that a reader of the agenda would notice: the meeting's, then by session, then by person."""
    return (*meeting_changes(before, now), *_session_changes(before, now), *person_changes(before, now))


def _session_changes(before: Agenda, now: Agenda) -> Iterator[Change]:
    changed = _sessions_touched(before, now)
    for session_id in sorted(changed, key=lambda key: _order(before, now, key)):
        yield from _of_session(before, now, session_id)


def _sessions_touched(before: Agenda, now: Agenda) -> set[int]:
    """The sessions of which anything may have changed: most have not, and their words then need not be made."""
    if _clock(before) != _clock(now):
        return before.sessions.keys() | now.sessions.keys()
    rooms = {room.id for room in differing(before.rooms, now.rooms)}
    objectives = {objective.id for objective in differing(before.objectives, now.objectives)}
    touched = {session.id for session in differing(before.sessions, now.sessions)}
    touched |= {seat.session_id for seat in differing(before.seats, now.seats)}
    touched |= {coverage.session_id for coverage in differing(before.coverage, now.coverage)}
    for agenda in (before, now):
        touched |= {session.id for session in agenda.sessions.values() if session.room_id in rooms}
        touched |= {row.session_id for row in agenda.coverage.values() if row.objective_id in objectives}
    return touched


def _clock(agenda: Agenda) -> tuple[Any, ...]:
    """What the hours of all sessions depend on."""
    return agenda.meeting.zone, agenda.meeting.zone_label, agenda.days


def _order(before: Agenda, now: Agenda, session_id: int) -> tuple[bool, str, int, int]:
    """As the new agenda has it: placed ones by time, then those that are not, those dropped last."""
    agenda = now if session_id in now.sessions else before
    session = agenda.sessions[session_id]
    date = "9" if session.day_id is None else agenda.days[session.day_id].date
    return agenda is before, date, session.start_minute or 0, session_id


def _of_session(before: Agenda, now: Agenda, session_id: int) -> Iterator[Change]:
    old, new = before.sessions.get(session_id), now.sessions.get(session_id)
    holders = tuple(sorted(set(_holders(before, session_id)) | set(_holders(now, session_id)), key=str))
    if old is None and new is not None:
        yield _told(ChangeKind.SESSION_ADDED, session_name(new), None, moment_of(now, new), new.id, holders)
    elif new is None and old is not None:
        yield _told(ChangeKind.SESSION_DROPPED, session_name(old), moment_of(before, old), None, old.id, holders)
        return
    elif old is not None and new is not None:
        yield from _of_spot(before, now, old, new, holders)
        yield from _of_words(old, new, holders)
    yield from _of_objectives(before, now, session_id, holders)
    yield from seat_changes(before, now, session_id)


def _told(
    kind: ChangeKind, name: str, old: Moment | None, new: Moment | None, session_id: int, holders: tuple[Holder, ...]
) -> Change:
    return Change(
        kind, name, "" if old is None else moment_words(old), "" if new is None else moment_words(new),
        session_id=session_id, holders=holders, moment_before=old, moment_after=new,
    )  # fmt: skip


def moment_of(agenda: Agenda, session: Session) -> Moment | None:
    """When a session starts; None while it is not placed."""
    if session.day_id is None or session.start_minute is None:
        return None
    meeting = agenda.meeting
    return Moment(agenda.days[session.day_id].date, session.start_minute, meeting.zone, meeting.zone_label)


def _holders(agenda: Agenda, session_id: int) -> Iterator[Holder]:
    return (holder_of(seat) for seat in agenda.seats_of(session_id) if takes_part(seat))


def _of_spot(before: Agenda, now: Agenda, old: Session, new: Session, holders: tuple[Holder, ...]) -> Iterator[Change]:
    then, later, name = moment_of(before, old), moment_of(now, new), session_name(new)
    if then != later:
        kind = ChangeKind.SESSION_MOVED
        if then is None or later is None:
            kind = ChangeKind.SESSION_PLACED if then is None else ChangeKind.SESSION_TAKEN_OFF
        yield _told(kind, name, then, later, new.id, holders)
    if old.minutes != new.minutes:
        yield Change(
            ChangeKind.SESSION_LENGTH, name, length(old.minutes), length(new.minutes),
            session_id=new.id, holders=holders,
        )  # fmt: skip
    yield from _of_room(before, now, old, new, holders)


def _of_room(before: Agenda, now: Agenda, old: Session, new: Session, holders: tuple[Holder, ...]) -> Iterator[Change]:
    if old.room_id is None or new.room_id is None:
        return
    was, is_now, name = before.rooms[old.room_id], now.rooms[new.room_id], session_name(new)
    if was.name != is_now.name:
        yield Change(ChangeKind.SESSION_ROOM, name, was.name, is_now.name, session_id=new.id, holders=holders)
    if was.link != is_now.link:
        yield Change(ChangeKind.ROOM_LINK, name, was.link, is_now.link, session_id=new.id, holders=holders)


def _of_words(old: Session, new: Session, holders: tuple[Holder, ...]) -> Iterator[Change]:
    name = session_name(new)
    if old.kind is not new.kind:
        yield Change(
            ChangeKind.SESSION_KIND, name, kind_name(old.kind), kind_name(new.kind), session_id=new.id, holders=holders
        )
    for field in ("title", "code"):
        was, is_now = getattr(old, field), getattr(new, field)
        if was != is_now:
            yield Change(ChangeKind.SESSION_TITLE, name, was, is_now, session_id=new.id, holders=holders)
    texts = {
        "summary": say("summary"), "guiding_questions": say("guiding questions"), "documents": say("documents"),
    }  # fmt: skip
    changed = [words for field, words in texts.items() if getattr(old, field) != getattr(new, field)]
    if changed:
        yield Change(ChangeKind.SESSION_TEXT, name, "", say_list(changed), session_id=new.id, holders=holders)


def _of_objectives(before: Agenda, now: Agenda, session_id: int, holders: tuple[Holder, ...]) -> Iterator[Change]:
    session = now.sessions[session_id]
    was, is_now = _objectives(before, session_id), _objectives(now, session_id)
    name = session_name(session)
    added, dropped = _numbers(is_now, was), _numbers(was, is_now)
    if added:
        yield Change(ChangeKind.OBJECTIVES_ADDED, name, "", added, session_id=session_id, holders=holders)
    if dropped:
        yield Change(ChangeKind.OBJECTIVES_DROPPED, name, dropped, "", session_id=session_id, holders=holders)


def _objectives(agenda: Agenda, session_id: int) -> Sequence[int]:
    return [objective.number for objective in agenda.objectives_of(session_id)]


def _numbers(numbers: Sequence[int], others: Sequence[int]) -> str:
    return say_list([say("objective {number}", number=number) for number in numbers if number not in others])


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
