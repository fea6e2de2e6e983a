"""How one session on three clocks is said: in full for a card, short for a table."""

from planner.export.look import USUAL_LOOK, Look, date_words, span_words, time_words
from planner.export.seat_clocks import ClockSpan, SeatClocks
from planner.local_times import LocalTime, offset_words, zone_city
from planner.rules.clock_words import last_minute, shift_words, span_with_shift
from planner.rules.comfort import comfort_name
from planner.rules.holders import Holder, holder_words
from planner.wording import say


def who_in_words(line: SeatClocks) -> str:
    """ "Anna Nowak"; "Canada, speaker to be named"; nothing without a seat."""
    return "" if line.seat is None else holder_words(Holder(line.person, line.entity, line.seat))


def span_in_full(span: ClockSpan, look: Look = USUAL_LOOK) -> str:
    """ "Thursday, 12 November 2020, 13:40-15:10 CET (Zurich, UTC+1)"; the shift too on another date."""
    start, end = span.start, span.end
    if start.utc_offset_minutes != end.utc_offset_minutes:
        moments = {"start": _moment(span, start, look), "end": _moment(span, end, look), "city": zone_city(span.zone)}
        return say("{start} – {end} ({city})", **moments)
    clock, offset = span.clock_at(start), offset_words(start.utc_offset_minutes)
    values = {"hours": _hours(start, end, look), "clock": clock, "city": zone_city(span.zone)}
    if clock == offset and start.day_shift:
        return say("{hours} {clock} ({city}; {shift})", shift=shift_words(start.day_shift), **values)
    if clock == offset:
        return say("{hours} {clock} ({city})", **values)
    if start.day_shift:
        shift = shift_words(start.day_shift)
        return say("{hours} {clock} ({city}, {offset}; {shift})", offset=offset, shift=shift, **values)
    return say("{hours} {clock} ({city}, {offset})", offset=offset, **values)


def utc_in_full(span: ClockSpan, look: Look = USUAL_LOOK) -> str:
    """ "Thursday, 12 November 2020, 12:40-14:10"."""
    return _hours(span.start, span.end, look)


def _hours(start: LocalTime, end: LocalTime, look: Look) -> str:
    end = last_minute(end) if end.date > start.date else end
    first_day, last_day = (date_words(each.date.isoformat(), look.date_style) for each in (start, end))
    if start.date == end.date:
        return say("{day}, {span}", day=first_day, span=span_words(start.minute, end.minute, look.time_style))
    return say(
        "{first_day}, {start} – {last_day}, {end}",
        first_day=first_day, start=time_words(start.minute, look.time_style),
        last_day=last_day, end=time_words(end.minute, look.time_style),
    )  # fmt: skip


def _moment(span: ClockSpan, moment: LocalTime, look: Look) -> str:
    return say(
        "{day}, {time} {clock} ({offset})",
        day=date_words(moment.date.isoformat(), look.date_style), time=time_words(moment.minute, look.time_style),
        clock=span.clock_at(moment), offset=offset_words(moment.utc_offset_minutes),
    )  # fmt: skip


def meeting_in_words(line: SeatClocks) -> str:
    """ "Thu 12 Nov 13:40-15:10 CET", or why there is none."""
    if line.meeting is not None:
        hours = span_with_shift(line.meeting.start, line.meeting.end)
        return say("{hours} {clock}", hours=hours, clock=line.meeting.clock_at(line.meeting.start))
    return why_unknown(line)


def there_in_words(line: SeatClocks) -> str:
    """ "Fri 13 Nov 00:10-00:40 (+1 day), Vladivostok", or why there is none."""
    if line.there is None:
        return why_unknown(line) if line.meeting is None else say("no time zone")
    hours = span_with_shift(line.there.start, line.there.end)
    return say("{hours}, {city}", hours=hours, city=zone_city(line.zone))


def utc_in_words(line: SeatClocks) -> str:
    """ "Thu 12 Nov 12:40-14:10"; nothing while it is not known."""
    return "" if line.utc is None else span_with_shift(line.utc.start, line.utc.end)


def comfort_in_words(line: SeatClocks) -> str:
    return "" if line.comfort is None else comfort_name(line.comfort)


def why_unknown(line: SeatClocks) -> str:
    """Why a session has no certain time."""
    if not line.iso_date:
        return say("not placed yet")
    return say("not certain: the clocks are moved in this hour")


def when_told(line: SeatClocks) -> str:
    """The same for whoever sits there, who knows nothing of placing."""
    return why_unknown(line) if line.iso_date else say("to be announced")
