"""How a paper says its times: whose clock they are, and what they are on the clocks of others."""

from datetime import datetime

from planner.clock import MINUTES_A_DAY
from planner.export.look import USUAL_LOOK, DateStyle, Look, TimeStyle, date_words, span_words, time_words
from planner.export.paper_content import LocalSpan
from planner.local_times import LocalTime, local_time, local_time_or_none, offset_words, utc_offset_minutes, zone_city
from planner.models.records import Meeting
from planner.phrases import day_medium
from planner.wording import say, say_count

Hours = tuple[int, int]
"""First and last minute of a day's sessions, on the meeting's clock."""


def local_span(
    meeting: Meeting, iso_date: str, hours: Hours, zone: str, style: TimeStyle = TimeStyle.COLON
) -> LocalSpan:
    """A session's hours in another zone, with the day when it is not the meeting's."""
    start = local_time(meeting.zone, iso_date, hours[0], zone)
    end = local_time(meeting.zone, iso_date, hours[1], zone)
    if end.minute == 0 and end.day_shift == start.day_shift + 1:
        return LocalSpan(span_words(start.minute, MINUTES_A_DAY, style), _other_day(start, start))
    return LocalSpan(span_words(start.minute, end.minute, style), _other_day(start, end))


def _other_day(start: LocalTime, end: LocalTime) -> str:
    if start.day_shift != end.day_shift:
        if end.day_shift:
            return say("ends {day}", day=day_medium(end.date.isoformat()))
        return say("starts {day}", day=day_medium(start.date.isoformat()))
    if not start.day_shift:
        return ""
    if start.day_shift > 0:
        shift = say_count("+{count} day", "+{count} days", start.day_shift)
    else:
        shift = say_count("\u2212{count} day", "\u2212{count} days", -start.day_shift)
    return say("{shift}, {day}", shift=shift, day=day_medium(start.date.isoformat()))


def zone_note(
    meeting: Meeting, iso_date: str, hours: Hours, zones: tuple[str, ...], style: TimeStyle = TimeStyle.COLON
) -> str:
    """ "All times CET (UTC+1). Also shown: Toronto (UTC-5)", for one date, with minus signs."""
    own = _with_offset(meeting, iso_date, hours, meeting.zone, meeting.zone_label, style)
    if not zones:
        return say("All times {zone}", zone=own)
    others = (_with_offset(meeting, iso_date, hours, zone, zone_city(zone), style) for zone in zones)
    return say("All times {zone}. Also shown: {others}", zone=own, others=", ".join(others))


def _with_offset(meeting: Meeting, iso_date: str, hours: Hours, zone: str, name: str, style: TimeStyle) -> str:
    first, last = (local_time(meeting.zone, iso_date, minute, zone).utc_offset_minutes for minute in hours)
    if first == last:
        return say("{zone} ({offset})", zone=name, offset=offset_words(first))
    return say(
        "{zone} ({offset}, from {time} {later})",
        zone=name,
        offset=offset_words(first),
        time=time_words(_minute_of_change(meeting, iso_date, hours, zone), style),
        later=offset_words(last),
    )


def _minute_of_change(meeting: Meeting, iso_date: str, hours: Hours, zone: str) -> int:
    """The first minute, on the meeting's clock, at which the zone has its later offset: by halving."""
    low, high = hours
    later = local_time(meeting.zone, iso_date, high, zone).utc_offset_minutes
    while high - low > 1:
        middle = (low + high) // 2
        local = local_time_or_none(meeting.zone, iso_date, middle, zone)
        if local is not None and local.utc_offset_minutes == later:
            high = middle
        else:
            low = middle
    return high


def moment_in_words(meeting: Meeting, moment: datetime, dates: tuple[str, ...], look: Look = USUAL_LOOK) -> str:
    """ "5 November 2020, 18:00 CET"; the bare offset when the meeting's label does not hold on that date."""
    iso_date, minute = moment.date().isoformat(), moment.hour * 60 + moment.minute
    style = DateStyle.LONG if look.date_style is DateStyle.WEEKDAY else look.date_style
    return say(
        "{date}, {time} {zone}",
        date=date_words(iso_date, style),
        time=time_words(minute, look.time_style),
        zone=_label_at(meeting, iso_date, minute, dates),
    )


def _label_at(meeting: Meeting, iso_date: str, minute: int, dates: tuple[str, ...]) -> str:
    # The hour that comes twice when the clocks go back must not stop a print: there the label alone is said.
    local = local_time_or_none(meeting.zone, iso_date, minute, meeting.zone)
    offsets = {utc_offset_minutes(meeting.zone, day, MINUTES_A_DAY // 2) for day in dates}
    if local is None or not offsets or local.utc_offset_minutes in offsets:
        return meeting.zone_label
    return offset_words(local.utc_offset_minutes)


def common_offset(meeting: Meeting, dates: tuple[str, ...]) -> str:
    """The meeting's offset in words when it is one for all dates, else nothing."""
    offsets = {utc_offset_minutes(meeting.zone, day, MINUTES_A_DAY // 2) for day in dates}
    return offset_words(offsets.pop()) if len(offsets) == 1 else ""
