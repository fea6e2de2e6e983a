"""What the Hours view says: both times of a moment, a seat, a day, a row, and how hard the plan is."""

from collections.abc import Sequence

from planner.clock import format_minute
from planner.local_times import LocalTime, local_time_or_none, offset_words
from planner.phrases import day_full, day_medium, span_on
from planner.rules.clock_words import span_there
from planner.rules.comfort import comfort_at, comfort_name
from planner.ui.hours_geometry import Moment
from planner.ui.hours_lines import HoursLine, HoursPicture, SeatBar
from planner.ui.words_of_points import points_figure, points_words
from planner.wording import role_name, say, say_count, say_list

_HARDEST_NAMED = 3


def local_at(picture: HoursPicture, line: HoursLine, day: int, minute: int) -> LocalTime | None:
    """The moment on the row's clock; None without a zone, and for an hour that the meeting's clocks skip or repeat."""
    return local_time_or_none(picture.meeting_zone, picture.days[day].date, minute, line.zone) if line.zone else None


def moment_words(picture: HoursPicture, line: HoursLine, day: int, minute: int) -> str:
    """Both times with weekday and date, and how the hour is for the person."""
    hours = picture.days[day]
    here = {
        "day": day_medium(hours.date), "time": format_minute(minute), "zone": picture.zone_label, "who": line.name,
    }  # fmt: skip
    local = local_at(picture, line, day, minute)
    if not line.zone:
        return say("{who}: {day} {time} {zone}; no time zone yet", **here)
    if local is None:
        return say("{who}: {day} {time} {zone} is skipped or comes twice: the meeting's clocks change", **here)
    there = {
        "local_day": day_medium(local.date.isoformat()), "local_time": format_minute(local.minute),
        "city": line.city, "offset": offset_words(local.utc_offset_minutes),
        "comfort": comfort_name(comfort_at(picture.bounds, local.minute)),
    }  # fmt: skip
    if hours.is_open(minute):
        return say(
            "{who}: {day} {time} {zone} is {local_day} {local_time} in {city} ({offset}), {comfort}", **here, **there
        )
    return say(
        "{who}: {day} {time} {zone} is {local_day} {local_time} in {city} ({offset}), {comfort}; the meeting is closed",
        **here, **there,
    )  # fmt: skip


def bar_words(picture: HoursPicture, line: HoursLine, bar: SeatBar) -> str:
    """Session, roles and both times of a seat."""
    hours = picture.days[picture.day_of(bar)]
    roles = say_list([role_name(role).lower() for role in bar.roles])
    when = span_on(hours.date, bar.start_minute, bar.end_minute - bar.start_minute, picture.zone_label)
    facts = {"session": bar.session, "roles": roles, "when": when}
    there = _span_there(picture, line, bar)
    if not there:
        return say("{session}, {roles}: {when}", **facts)
    return say(
        "{session}, {roles}: {when}, {there} in {city}, {points}",
        **facts, there=there, city=line.city, points=points_words(bar.points),
    )  # fmt: skip


def tip_words(picture: HoursPicture, line: HoursLine, moment: Moment, bar: SeatBar | None) -> str:
    """Both times of a moment, and below them the seat it lies in."""
    words = moment_words(picture, line, moment.day, moment.minute)
    return words if bar is None else "\n".join((words, bar_words(picture, line, bar)))


def _span_there(picture: HoursPicture, line: HoursLine, bar: SeatBar) -> str:
    day = picture.day_of(bar)
    start, end = (local_at(picture, line, day, minute) for minute in (bar.start_minute, bar.end_minute))
    return span_there(start, end) if start is not None and end is not None else ""


def row_words(line: HoursLine) -> str:
    """A whole row for who hears it: name, what they are, city, seats and hardship."""
    who = say("{name}, {about}", name=line.name, about=line.about) if line.about else line.name
    seats = seats_words(line)
    if not line.zone:
        return say("{who}. No time zone yet. {seats}", who=who, seats=seats)
    return say(
        "{who}. {city}. {seats} Hardship: {points}.",
        who=who, city=zone_words(line), seats=seats, points=points_words(line.points()),
    )  # fmt: skip


def seats_words(line: HoursLine) -> str:
    names = list(dict.fromkeys(bar.session for bar in line.bars))
    if names:
        return say("Seats: {sessions}.", sessions=", ".join(names))
    if line.waiting:
        return say_count(
            "{count} seat in a session that is not placed yet.", "{count} seats in sessions that are not placed yet.",
            line.waiting,
        )  # fmt: skip
    return say("No seat.")


def zone_words(line: HoursLine) -> str:
    """ "Toronto, UTC-5" with a true minus sign, as it is when the meeting opens."""
    if line.utc_offset_minutes is None:
        return line.city
    return say("{city}, {offset}", city=line.city, offset=offset_words(line.utc_offset_minutes))


def day_words(picture: HoursPicture, line: HoursLine, day: int) -> str:
    """One day of a row for who hears it: the open hours on their clock, how they are, and the seats."""
    hours = picture.days[day]
    seats = [bar_words(picture, line, bar) for bar in line.bars if bar.day_id == hours.day_id]
    said = "; ".join(seats) or say("no seat")
    facts = {"who": line.name, "day": day_full(hours.date), "seats": said}
    if not line.strips:
        return say("{who}, {day}, no time zone yet: {seats}", **facts)
    return say("{who}, {day}: {stretches}. {seats}", **facts, stretches=_stretches(picture, line, day))


def _stretches(picture: HoursPicture, line: HoursLine, day: int) -> str:
    hours, parts = picture.days[day], []
    for piece in line.strips[day].pieces:
        local = local_at(picture, line, day, piece.start_minute)
        if (
            piece.comfort is not None
            and local is not None
            and any(start < piece.end_minute and piece.start_minute < end for start, end in hours.windows)
        ):
            values = {"comfort": comfort_name(piece.comfort), "time": format_minute(local.minute)}
            parts.append(say("{comfort} from {time}", **values))
    return ", ".join(parts)


def total_words(lines: Sequence[HoursLine], session: str, session_id: int | None) -> str:
    """How hard the plan is for those with a seat, or one session of it, and for whom most."""
    total = points_words(sum(line.points(session_id) for line in lines))
    hardest = sorted((line for line in lines if line.points(session_id)), key=lambda line: -line.points(session_id))
    names = ", ".join(
        say("{name} {points}", name=line.name, points=points_figure(line.points(session_id)))
        for line in hardest[:_HARDEST_NAMED]
    )
    if session_id is None:
        if names:
            return say("Hardship of this plan: {total}; hardest: {names}", total=total, names=names)
        return say("Hardship of this plan: {total}", total=total)
    if names:
        return say("Hardship of {session}: {total}; hardest: {names}", session=session, total=total, names=names)
    return say("Hardship of {session}: {total}", session=session, total=total)
