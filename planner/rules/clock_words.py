"""How a time on somebody's own clock reads in a sentence."""

from planner.clock import MINUTES_A_DAY, format_minute, format_span
from planner.local_times import LocalTime, Reading, offset_words
from planner.phrases import day_medium
from planner.wording import say, say_count


def last_minute(end: LocalTime) -> LocalTime:
    """An end at midnight as 24:00 of the day before; any other as it is."""
    if end.minute:
        return end
    before = end.date.fromordinal(end.date.toordinal() - 1)
    return LocalTime(before, MINUTES_A_DAY, end.day_shift - 1, end.utc_offset_minutes)


def span_there(start: LocalTime, end: LocalTime) -> str:
    """ "Thu 12 Nov 07:40-09:10", or "Thu 12 Nov 23:30 - Fri 13 Nov 01:00", with en dashes."""
    end = last_minute(end) if end.date > start.date else end
    first_day, last_day = day_medium(start.date.isoformat()), day_medium(end.date.isoformat())
    if start.date == end.date:
        return say("{day} {span}", day=first_day, span=format_span(start.minute, end.minute))
    return say(
        "{first_day} {start} – {last_day} {end}",
        first_day=first_day, start=format_minute(start.minute), last_day=last_day, end=format_minute(end.minute),
    )  # fmt: skip


def shift_words(days: int) -> str:
    """ "+1 day", "-1 day" with a true minus sign; nothing for no shift."""
    if days > 0:
        return say_count("+{count} day", "+{count} days", days)
    return say_count("\u2212{count} day", "\u2212{count} days", -days) if days else ""


def span_with_shift(start: LocalTime, end: LocalTime) -> str:
    """ "Fri 13 Nov 00:10-00:40 (+1 day)"; the shift is left out where the date is the meeting's."""
    span, shift = span_there(start, end), shift_words(start.day_shift)
    return say("{span} ({shift})", span=span, shift=shift) if shift else span


def clock_name(abbreviation: str, offset_minutes: int) -> str:
    """ "CET"; "UTC+6" where the zone data know no letters."""
    return abbreviation if abbreviation.isalpha() else offset_words(offset_minutes)


def reading_words(reading: Reading) -> str:
    """ "02:30 CEST (00:30 UTC)", the day too where it is not the one asked for."""
    local = reading.local
    values = {
        "time": format_minute(local.minute),
        "clock": clock_name(reading.abbreviation, local.utc_offset_minutes),
        "utc": format_minute(reading.moment.hour * 60 + reading.moment.minute),
    }
    if not local.day_shift:
        return say("{time} {clock} ({utc} UTC)", **values)
    return say("{day} {time} {clock} ({utc} UTC)", day=day_medium(local.date.isoformat()), **values)
