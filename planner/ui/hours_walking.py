"""Where the keys go next in the Hours view: half an hour on, or to the next seat of a row."""

from planner.clock import snap
from planner.ui.hours_geometry import Moment
from planner.ui.hours_lines import HoursLine, HoursPicture, SeatBar

_STEP_MINUTES = 30


def beside(picture: HoursPicture, moment: Moment, step: int) -> Moment | None:
    """Half an hour on (1) or back (-1), into the next day at the end of one; None beyond the last."""
    hours, day = picture.days[moment.day], moment.day + step
    minute = snap(moment.minute, _STEP_MINUTES) + step * _STEP_MINUTES
    if hours.first_minute <= minute < hours.last_minute:
        return moment._replace(minute=minute)
    if not 0 <= day < len(picture.days):
        return None
    there = picture.days[day]
    return Moment(moment.row, day, there.first_minute if step > 0 else there.last_minute - _STEP_MINUTES)


def next_seat(picture: HoursPicture, line: HoursLine, moment: Moment, step: int) -> Moment | None:
    """Where the next seat of the row starts (1), or the one before (-1); None when there is none."""
    starts = [(picture.day_of(bar), bar.start_minute) for bar in line.bars]
    here = moment.day, moment.minute
    wanted = [start for start in starts if (start > here if step > 0 else start < here)]
    return Moment(moment.row, *(wanted[0] if step > 0 else wanted[-1])) if wanted else None


def seat_at(picture: HoursPicture, line: HoursLine, moment: Moment) -> SeatBar | None:
    """The seat that a moment lies in."""
    day_id = picture.days[moment.day].day_id
    of_day = (bar for bar in line.bars if bar.day_id == day_id)
    return next((bar for bar in of_day if bar.start_minute <= moment.minute < bar.end_minute), None)
