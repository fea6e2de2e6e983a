"""The moment a zone is chosen for: the start of the meeting. Offsets and local times in answers are those of then."""

from datetime import date, datetime
from typing import NamedTuple

from planner.clock import USUAL_WINDOW
from planner.local_times import now_in, readings
from planner.models.agenda import Agenda


class MeetingStart(NamedTuple):
    """``moment`` in UTC; ``day`` is the meeting's date; ``is_planned`` is false while the meeting has no day."""

    moment: datetime
    day: date
    is_planned: bool


def start_on(zone: str, iso_date: str, minute: int = USUAL_WINDOW[0]) -> MeetingStart:
    """The start of a meeting at a wall-clock minute; of two possible moments, around a clock change, the first."""
    return MeetingStart(readings(zone, iso_date, minute)[0].moment, date.fromisoformat(iso_date), is_planned=True)


def meeting_start(agenda: Agenda) -> MeetingStart:
    """The first opening of the first day; the present hour while there is no day."""
    zone = agenda.meeting.zone
    if not agenda.days:
        now = now_in(zone)
        return MeetingStart(now, now.date(), is_planned=False)
    first = min(agenda.days.values(), key=lambda day: day.date)
    opening = min(
        (window.start_minute for window in agenda.windows.values() if window.day_id == first.id),
        default=USUAL_WINDOW[0],
    )
    return start_on(zone, first.date, opening)
