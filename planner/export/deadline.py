"""Until when statements are sent, with hour and zone: on the meeting's clock and on somebody's own."""

from planner.export.look import USUAL_LOOK, Look, date_words, time_words
from planner.local_times import LocalTime, local_time_or_none, offset_words, readings, zone_city, zone_exists
from planner.models.records import Meeting
from planner.rules.clock_words import clock_name
from planner.wording import say


def moment_in_full(meeting_zone: str, iso_date: str, minute: int, zone: str, look: Look = USUAL_LOOK) -> str:
    """ "Saturday, 31 October 2020, 23:59 CET (Zurich, UTC+1)"; empty for an unknown zone or a doubtful hour."""
    local = local_time_or_none(meeting_zone, iso_date, minute, zone)
    if local is None:
        return ""
    clock, offset = _clock(zone, local), offset_words(local.utc_offset_minutes)
    values = {
        "day": date_words(local.date.isoformat(), look.date_style), "clock": clock,
        "time": time_words(local.minute, look.time_style), "city": zone_city(zone),
    }  # fmt: skip
    if clock == offset:
        return say("{day}, {time} {clock} ({city})", **values)
    return say("{day}, {time} {clock} ({city}, {offset})", offset=offset, **values)


def time_there(meeting: Meeting, iso_date: str, minute: int, zone: str, look: Look = USUAL_LOOK) -> str:
    """ "13:25 CET", or "Fri 00:25" and so on elsewhere: the hour with its zone; empty where it is not known."""
    local = local_time_or_none(meeting.zone, iso_date, minute, zone)
    if local is None:
        return ""
    time, clock = time_words(local.minute, look.time_style), _clock(zone, local)
    if not local.day_shift:
        return say("{time} {clock}", time=time, clock=clock)
    return say(
        "{time} {clock} on {day}", time=time, clock=clock, day=date_words(local.date.isoformat(), look.date_style)
    )


def _clock(zone: str, local: LocalTime) -> str:
    """What the clocks there are called then, whichever of two readings of the hour it is."""
    offset = local.utc_offset_minutes
    found = readings(zone, local.date.isoformat(), local.minute)
    return clock_name(next(each.abbreviation for each in found if each.local.utc_offset_minutes == offset), offset)


def deadline_words(meeting: Meeting, look: Look = USUAL_LOOK) -> str:
    """On the meeting's clock; empty without a deadline."""
    if not meeting.deadline_date:
        return ""
    # An hour that the clocks skip or repeat that night is said as it was set, with the zone's own label.
    said = moment_in_full(meeting.zone, meeting.deadline_date, meeting.deadline_minute, meeting.zone, look)
    return said or say(
        "{day}, {time} {clock}",
        day=date_words(meeting.deadline_date, look.date_style), clock=meeting.zone_label,
        time=time_words(meeting.deadline_minute, look.time_style),
    )  # fmt: skip


def deadline_there(meeting: Meeting, zone: str, look: Look = USUAL_LOOK) -> str:
    """On the clocks of another zone; empty without a deadline, an own zone, or where it is the meeting's."""
    if not meeting.deadline_date or not zone or zone == meeting.zone or not zone_exists(zone):
        return ""
    return moment_in_full(meeting.zone, meeting.deadline_date, meeting.deadline_minute, zone, look)
