"""What changed of one session itself: its hour, length and room, its words, what is planned from the floor."""

from collections.abc import Iterator

from planner.errors import InputProblem, RuleBroken
from planner.local_times import to_utc
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import length, session_name
from planner.rules.budget import stakeholder_limit, state_limit
from planner.rules.change import Change, ChangeKind, Holder, Moment, moment_words, words_of_move
from planner.wording import kind_name, say, say_count, say_list

Holders = tuple[Holder, ...]


def moment_of(agenda: Agenda, session: Session) -> Moment | None:
    """When a session starts; None while it is not placed."""
    if session.day_id is None or session.start_minute is None:
        return None
    meeting = agenda.meeting
    return Moment(agenda.days[session.day_id].date, session.start_minute, meeting.zone, meeting.zone_label)


def starts_elsewhere(before: Agenda, now: Agenda) -> set[int]:
    """The sessions whose hour may be another one because the meeting's zone or the date of their day is."""
    if before.meeting.zone != now.meeting.zone:
        return {*before.sessions, *now.sessions}
    if before.days == now.days:
        return set()
    dates = {day_id: day.date for day_id, day in before.days.items()}
    moved = {day.id for day in now.days.values() if dates.get(day.id) != day.date}
    return {session.id for session in now.sessions.values() if session.day_id in moved}


def added_or_dropped(before: Agenda, now: Agenda, session_id: int, holders: Holders) -> Change:
    """Of a session that only one of the states has."""
    kind, agenda = ChangeKind.SESSION_ADDED, now
    if session_id not in now.sessions:
        kind, agenda = ChangeKind.SESSION_DROPPED, before
    session = agenda.sessions[session_id]
    moment = moment_of(agenda, session)
    words = "" if moment is None else moment_words(moment)
    told = Change(kind, session_name(session), session_id=session_id, holders=holders)
    if agenda is now:
        return told._replace(after=words, moment_after=moment)
    return told._replace(before=words, moment_before=moment)


def session_changes(before: Agenda, now: Agenda, old: Session, new: Session, holders: Holders) -> Iterator[Change]:
    """Of a session that both states have; ``holders`` are those who sit there in both."""
    yield from _of_hour(before, now, old, new, holders)
    yield from _of_room(before, now, old, new, holders)
    if old is not new and old != new:
        yield from _of_words(old, new, holders)
        yield from _of_floor(before, now, old, new, holders)


def _of_hour(before: Agenda, now: Agenda, old: Session, new: Session, holders: Holders) -> Iterator[Change]:
    then, later = moment_of(before, old), moment_of(now, new)
    if then is None or later is None:
        if then is not later:
            yield _placed_or_taken_off(new, then, later, holders)
    elif not _is_same(then, later):
        words = words_of_move(then, later)
        yield Change(
            ChangeKind.SESSION_MOVED, session_name(new), *words,
            session_id=new.id, holders=holders, moment_before=then, moment_after=later,
        )  # fmt: skip
    if old.minutes != new.minutes:
        yield _change(ChangeKind.SESSION_LENGTH, new, length(old.minutes), length(new.minutes), holders)


def _placed_or_taken_off(session: Session, then: Moment | None, later: Moment | None, holders: Holders) -> Change:
    kind = ChangeKind.SESSION_PLACED if then is None else ChangeKind.SESSION_TAKEN_OFF
    was, is_now = ("" if moment is None else moment_words(moment) for moment in (then, later))
    return _change(kind, session, was, is_now, holders)._replace(moment_before=then, moment_after=later)


def _is_same(then: Moment, later: Moment) -> bool:
    """Whether two moments are one: of the same zone the clock tells, else the moment in UTC; a doubtful hour is not."""
    if then.zone == later.zone:
        return then.minute == later.minute and then.date == later.date
    try:
        return to_utc(then.zone, then.date, then.minute) == to_utc(later.zone, later.date, later.minute)
    except (RuleBroken, InputProblem, OverflowError):
        return False


def _change(kind: ChangeKind, session: Session, before: str, after: str, holders: Holders) -> Change:
    return Change(kind, session_name(session), before, after, session_id=session.id, holders=holders)


def _of_room(before: Agenda, now: Agenda, old: Session, new: Session, holders: Holders) -> Iterator[Change]:
    """Another room brings another link, which then goes without saying."""
    if old.room_id is None or new.room_id is None:
        return
    was, is_now = before.rooms[old.room_id], now.rooms[new.room_id]
    if was.name != is_now.name:
        yield _change(ChangeKind.SESSION_ROOM, new, was.name, is_now.name, holders)
    if was.link != is_now.link and (was.id == is_now.id or was.name == is_now.name):
        yield _change(ChangeKind.ROOM_LINK, new, was.link, is_now.link, holders)


def _of_words(old: Session, new: Session, holders: Holders) -> Iterator[Change]:
    """Another title, code or kind is told of the session by the name that it had."""
    if old.title != new.title:
        yield _change(ChangeKind.SESSION_TITLE, old, old.title, new.title, holders)
    if old.code != new.code:
        yield _change(ChangeKind.SESSION_CODE, old, old.code, new.code, holders)
    if old.kind is not new.kind:
        yield _change(ChangeKind.SESSION_KIND, old, kind_name(old.kind), kind_name(new.kind), holders)
    changed = list(_texts_changed(old, new))
    if changed:
        yield _change(ChangeKind.SESSION_TEXT, new, "", say_list(changed), holders)


def _texts_changed(old: Session, new: Session) -> Iterator[str]:
    if old.summary != new.summary:
        yield say("summary")
    if old.guiding_questions != new.guiding_questions:
        yield say("guiding questions")
    if old.documents != new.documents:
        yield say("documents")


def _of_floor(before: Agenda, now: Agenda, old: Session, new: Session, holders: Holders) -> Iterator[Change]:
    """A limit that is the meeting's is told with the meeting."""
    if (old.floor_states, old.floor_stakeholders) != (new.floor_states, new.floor_stakeholders):
        yield _change(ChangeKind.SESSION_FLOOR, new, _from_the_floor(old), _from_the_floor(new), holders)
    for kind, field, limit in (
        (ChangeKind.STATE_LIMIT, "state_limit_minutes", state_limit),
        (ChangeKind.STAKEHOLDER_LIMIT, "stakeholder_limit_minutes", stakeholder_limit),
    ):
        was, is_now = limit(before, old), limit(now, new)
        if getattr(old, field) != getattr(new, field) and was != is_now:
            yield _change(kind, new, length(was), length(is_now), holders)


def _from_the_floor(session: Session) -> str:
    states, stakeholders = session.floor_states, session.floor_stakeholders
    counted = [say_count("{count} State", "{count} States", states)] if states else []
    if stakeholders:
        counted.append(say_count("{count} stakeholder", "{count} stakeholders", stakeholders))
    return say_list(counted) or say("nobody")
