"""Clocks that are moved around the meeting: in its zone, in Europe, where a seat is held; and hours that they spoil."""

from collections.abc import Iterator
from datetime import date

from planner.clock import format_minute
from planner.local_times import Reading, clock_changes, offset_words, readings, zone_city, zone_exists
from planner.models.agenda import Agenda
from planner.models.records import Day, Session
from planner.phrases import day_full, length, session_name
from planner.rules.clock_changes import EUROPE, Move, days_from, moves_around
from planner.rules.clock_words import reading_words
from planner.rules.finding import Finding, Later, Level, TimedFinding
from planner.rules.holders import holders_of
from planner.rules.saying import moment_of
from planner.wording import say, say_count, say_list

_NAMED = 3
_MINUTES_AN_HOUR = 60


def clock_changes_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A note for each move of clocks within 14 days of the meeting: there, in Europe, or where a seat is held."""
    days, zone = agenda.days_in_order, agenda.meeting.zone
    if not days or not zone_exists(zone):
        return
    by_zone, dates = holders_of(agenda).by_zone, (days[0].date, days[-1].date)
    for place, move in enumerate(moves_around(zone, *dates, frozenset(by_zone))):
        held = tuple(other for other in move.zones if other in by_zone or other == zone)
        seats = [] if move.own else [seat for other in move.zones for seat in by_zone.get(other, ())]
        session_ids = tuple(dict.fromkeys(seat.session_id for seat in seats))
        words = Later(_move_sentence, move, held, zone, dates)
        seat_ids = tuple(seat.id for seat in seats)
        yield (0, place), Finding("clock-change", Level.NOTE, say("Clocks are moved"), words, session_ids, seat_ids)


def _move_sentence(move: Move, held: tuple[str, ...], meeting_zone: str, dates: tuple[str, str]) -> str:
    who, count = _movers(move, held)
    values = {
        "who": who,
        "day": day_full(move.change.local_date.isoformat()),
        "when": _when(days_from(dates, move.change.local_date)),
        "effect": _effect(move, count, meeting_zone, dates),
    }
    if move.change.offset_after > move.change.offset_before:
        return say_count(
            "{who} puts its clocks forward on {day}, {when}: {effect}.",
            "{who} put their clocks forward on {day}, {when}: {effect}.",
            count, **values,
        )  # fmt: skip
    return say_count(
        "{who} puts its clocks back on {day}, {when}: {effect}.",
        "{who} put their clocks back on {day}, {when}: {effect}.",
        count, **values,
    )  # fmt: skip


def _movers(move: Move, held: tuple[str, ...]) -> tuple[str, int]:
    """Who moves the clocks, and of how many the sentence speaks: Europe is one."""
    cities, more = [zone_city(zone) for zone in held[:_NAMED]], len(held) - _NAMED
    if more > 0:
        named = say_count("{names} and {count} other", "{names} and {count} others", more, names=", ".join(cities))
    else:
        named = say_list(cities)
    if EUROPE not in move.zones:
        return named, len(held)
    return (say("Europe ({cities})", cities=named) if held else say("Europe")), 1


def _when(days: int) -> str:
    if days < 0:
        return say_count("{count} day before the meeting", "{count} days before the meeting", -days)
    if days > 0:
        return say_count("{count} day after the meeting", "{count} days after the meeting", days)
    return say("during the meeting")


def _effect(move: Move, count: int, meeting_zone: str, dates: tuple[str, str]) -> str:
    is_before = days_from(dates, move.change.local_date) < 0
    city = zone_city(meeting_zone)
    if move.own:
        offsets = {"before": offset_words(move.own_before), "after": offset_words(move.own_after)}
        if is_before:
            return say("{city} is then at {after}, not {before}", city=city, **offsets)
        return say("until then {city} is at {before}, later at {after}", city=city, **offsets)
    if is_before:
        return say_count(
            "it is then {after}, not {before}", "they are then {after}, not {before}",
            count, after=_apart(move.apart_after, city), before=_shorter(move.apart_before, move.apart_after, city),
        )  # fmt: skip
    return say_count(
        "until then it is {before}, later {after}", "until then they are {before}, later {after}",
        count, before=_apart(move.apart_before, city), after=_shorter(move.apart_after, move.apart_before, city),
    )  # fmt: skip


def _apart(minutes: int, city: str) -> str:
    """ "6 hours behind Zurich"."""
    if not minutes:
        return say("at the same hour as {city}", city=city)
    hours, rest = divmod(abs(minutes), _MINUTES_AN_HOUR)
    if rest:
        values = {"length": length(abs(minutes)), "city": city}
        return say("{length} ahead of {city}", **values) if minutes > 0 else say("{length} behind {city}", **values)
    if minutes > 0:
        return say_count("{count} hour ahead of {city}", "{count} hours ahead of {city}", hours, city=city)
    return say_count("{count} hour behind {city}", "{count} hours behind {city}", hours, city=city)


def _shorter(minutes: int, beside: int, city: str) -> str:
    """The number alone after another of the same kind: "6 hours behind Zurich, not 5"."""
    if minutes * beside > 0 and not minutes % _MINUTES_AN_HOUR and not beside % _MINUTES_AN_HOUR:
        return str(abs(minutes) // _MINUTES_AN_HOUR)
    return _apart(minutes, city)


def doubtful_hours_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A clash for each start or end at an hour that the meeting's clocks skip or repeat, both readings offered."""
    if not zone_exists(agenda.meeting.zone):
        return
    for day in agenda.days_in_order:
        if _is_moved_on(agenda.meeting.zone, day.date):
            for session in agenda.sessions_on(day.id):
                if session.has_speakers:
                    yield from _of_session(agenda, day, session)


def _is_moved_on(zone: str, iso_date: str) -> bool:
    """Whether an hour of this date may be skipped or repeated: clocks are moved on it, or just before or after."""
    ordinal = date.fromisoformat(iso_date).toordinal()
    before, after = max(ordinal - 1, 1), min(ordinal + 1, date.max.toordinal())
    return bool(clock_changes(zone, date.fromordinal(before).isoformat(), date.fromordinal(after).isoformat()))


def _of_session(agenda: Agenda, day: Day, session: Session) -> Iterator[TimedFinding]:
    start, zone = session.start_minute or 0, agenda.meeting.zone
    for minute, is_end in ((start, False), (start + session.minutes, True)):
        found = readings(zone, day.date, minute)
        if len(found) > 1:
            words = Later(_doubtful_sentence, session, day, minute, is_end, zone, found)
            is_skipped = found[0].local.minute != found[1].local.minute or found[0].local.date != found[1].local.date
            title = say("An hour that does not exist") if is_skipped else say("An hour that comes twice")
            yield moment_of(agenda, session), Finding("doubtful-hour", Level.CLASH, title, words, (session.id,))


def _doubtful_sentence(
    session: Session, day: Day, minute: int, is_end: bool, zone: str, found: tuple[Reading, Reading]
) -> str:
    earlier, later = found
    values = {
        "session": session_name(session),
        "time": format_minute(minute),
        "day": day_full(day.date),
        "city": zone_city(zone),
        "earlier": reading_words(earlier),
        "later": reading_words(later),
    }
    if (earlier.local.date, earlier.local.minute) == (later.local.date, later.local.minute):
        if is_end:
            return say(
                "{session} ends at {time} on {day}, which comes twice in {city}: {earlier} and {later}. "
                "Choose an hour that comes once.", **values,
            )  # fmt: skip
        return say(
            "{session} starts at {time} on {day}, which comes twice in {city}: {earlier} and {later}. "
            "Choose an hour that comes once.", **values,
        )  # fmt: skip
    if is_end:
        return say(
            "{session} ends at {time} on {day}, which does not exist in {city}: choose {earlier} or {later}.", **values
        )
    return say(
        "{session} starts at {time} on {day}, which does not exist in {city}: choose {earlier} or {later}.", **values
    )
