"""Which spots cannot be meant: outside the hours of a day, or no time at all."""

from collections.abc import Iterable

from planner.clock import MINUTES_A_DAY, format_minute, format_span
from planner.models.agenda import Agenda
from planner.models.records import Spot, Window
from planner.phrases import day_medium
from planner.wording import say, say_list


def why_refused(agenda: Agenda, spot: Spot, minutes: int) -> str | None:
    """Why a session of this length cannot stand at this spot, in one sentence; None when it can."""
    if minutes <= 0:
        return say("A session lasts at least 1 minute. Give a longer time.")
    if spot.day_id not in agenda.days:
        return say("This day is no longer in the meeting. Choose another day.")
    if spot.room_id not in agenda.rooms:
        return say("This room is no longer in the meeting. Choose another room.")
    windows = agenda.windows_of(spot.day_id)
    if lies_in_one(windows, spot.start_minute, spot.start_minute + minutes):
        return None
    return _why_outside(agenda, windows, spot, minutes)


def lies_in_one(windows: Iterable[Window], start_minute: int, end_minute: int) -> bool:
    """Whether these minutes lie inside a single window."""
    return any(window.start_minute <= start_minute and end_minute <= window.end_minute for window in windows)


def open_hours(windows: Iterable[Window]) -> str:
    """ "10:00-12:00 and 13:00-15:40", with en dashes."""
    return say_list([format_span(window.start_minute, window.end_minute) for window in windows])


def _why_outside(agenda: Agenda, windows: tuple[Window, ...], spot: Spot, minutes: int) -> str:
    day, zone = day_medium(agenda.days[spot.day_id].date), agenda.meeting.zone_label
    if not windows:
        return say("{day} has no open hours. Open the day first, or choose another one.", day=day)
    start, end, hours = spot.start_minute, spot.start_minute + minutes, open_hours(windows)
    if start < 0:
        return say("{day} is open {hours} {zone}; this would start on the day before.", day=day, hours=hours, zone=zone)
    if end > MINUTES_A_DAY:
        return say("{day} is open {hours} {zone}; this would end after midnight.", day=day, hours=hours, zone=zone)
    if any(window.start_minute <= start < window.end_minute for window in windows):
        return say(
            "{day} is open {hours} {zone}; this would end at {time}.",
            day=day, hours=hours, zone=zone, time=format_minute(end),
        )  # fmt: skip
    if any(window.start_minute < end <= window.end_minute for window in windows):
        return say(
            "{day} is open {hours} {zone}; this would start at {time}.",
            day=day, hours=hours, zone=zone, time=format_minute(start),
        )  # fmt: skip
    return say(
        "{day} is open {hours} {zone}; this would be {span}.",
        day=day, hours=hours, zone=zone, span=format_span(start, end),
    )  # fmt: skip
