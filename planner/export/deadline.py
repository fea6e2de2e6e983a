"""Until when statements are sent, with hour and zone: on the meeting's clock and on somebody's own."""

from planner.clock import format_minute
from planner.local_times import LocalTime, local_time_or_none, offset_words, readings, zone_city, zone_exists
from planner.models.records import Meeting
from planner.phrases import day_full
from planner.rules.clock_words import clock_name
from planner.wording import say


def moment_in_full(meeting_zone: str, iso_date: str, minute: int, zone: str) -> str:
    """ "Saturday, 31 October 2020, 23:59 CET (Zurich, UTC+1)"; empty for an unknown zone or a doubtful hour."""
    local = local_time_or_none(meeting_zone, iso_date, minute, zone)
    if local is None:
        return ""
    clock, offset = _clock(zone, local), offset_words(local.utc_offset_minutes)
    values = {
        "day": day_full(local.date.isoformat()), "time": format_minute(local.minute), "clock": clock,
        "city": zone_city(zone),
    }  # fmt: skip
    if clock == offset:
        return say("{day}, {time} {clock} ({city})", **values)
    return say("{day}, {time} {clock} ({city}, {offset})", offset=offset, **values)


def time_there(meeting: Meeting, iso_date: str, minute: int, zone: str) -> str:
    """ "13:25 CET", or "Fri 00:25" and so on elsewhere: the hour with its zone; empty where it is not known."""
    local = local_time_or_none(meeting.zone, iso_date, minute, zone)
    if local is None:
        return ""
    clock = _clock(zone, local)
    if not local.day_shift:
        return say("{time} {clock}", time=format_minute(local.minute), clock=clock)
    day = day_full(local.date.isoformat())
    return say("{time} {clock} on {day}", time=format_minute(local.minute), clock=clock, day=day)


def _clock(zone: str, local: LocalTime) -> str:
    """What the clocks there are called then, whichever of two readings of the hour it is."""
    offset = local.utc_offset_minutes
    found = readings(zone, local.date.isoformat(), local.minute)
    return clock_name(next(each.abbreviation for each in found if each.local.utc_offset_minutes == offset), offset)


def deadline_words(meeting: Meeting) -> str:
    """On the meeting's clock; empty without a deadline."""
    if not meeting.deadline_date:
        return ""
    # An hour that the clocks skip or repeat that night is said as it was set, with the zone's own label.
    said = moment_in_full(meeting.zone, meeting.deadline_date, meeting.deadline_minute, meeting.zone)
    return said or say(
        "{day}, {time} {clock}",
        day=day_full(meeting.deadline_date), time=format_minute(meeting.deadline_minute), clock=meeting.zone_label,
    )  # fmt: skip


def deadline_there(meeting: Meeting, zone: str) -> str:
    """On the clocks of another zone; empty without a deadline, an own zone, or where it is the meeting's."""
    if not meeting.deadline_date or not zone or zone == meeting.zone or not zone_exists(zone):
        return ""
    return moment_in_full(meeting.zone, meeting.deadline_date, meeting.deadline_minute, zone)
