"""What the organiser does with the meeting itself: its facts, days, windows, rooms and zone rulers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session as DatabaseSession

from planner.clock import MINUTES_A_DAY, USUAL_WINDOW, format_span, parse_date
from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.errors import InputProblem, RuleBroken
from planner.local_times import zone_exists
from planner.models.agenda import Agenda
from planner.models.records import BOUNDS, Meeting
from planner.models.storing import storable
from planner.models.tables import DayRow, MeetingRow, RoomRow, RulerRow, SessionRow, WindowRow
from planner.phrases import day_medium
from planner.rules.comfort import bounds_of
from planner.rules.zone_change import suggested_label
from planner.wording import say


def change_meeting(document: Document, **values: Any) -> None:
    """Set fields of the meeting.

    Raises InputProblem for a zone that does not exist, a grid step out of reason or a deadline that is no date,
    RuleBroken for bounds of a person's day that are not nested.
    """
    _check_zone(values.get("zone", "UTC"))
    if not 1 <= values.get("grid_minutes", 1) <= 60:
        raise InputProblem(say("The grid step is 1 to 60 minutes. Give another number, such as 5."))
    _check_bounds(document.agenda.meeting, values)
    values |= _deadline(values)
    if "draft_number" in values and document.agenda.has_drafts:
        raise RuleBroken(say("Drafts get their numbers as they are issued. Issue the next one instead."))
    with document.edit(_change_name(next(iter(values)))) as rows:
        set_fields(row_of(rows, MeetingRow, document.agenda.meeting.id), values)


def _deadline(values: Mapping[str, Any]) -> dict[str, str]:
    """The date as the file holds dates: "20201031" is one, but not as it is stored. Raises InputProblem."""
    if not 0 <= values.get("deadline_minute", 0) <= MINUTES_A_DAY:
        raise InputProblem(say("The deadline is an hour of a day. Write it like 18:00."))
    typed = values.get("deadline_date")
    return {"deadline_date": _date(typed).isoformat()} if typed else {}


def _check_bounds(meeting: Meeting, values: Mapping[str, Any]) -> None:
    """Raise RuleBroken for hours that end before they start, or do not lie inside the next wider ones."""
    if values.keys().isdisjoint(BOUNDS):
        return
    bounds = bounds_of(replace(meeting, **{name: values[name] for name in BOUNDS if name in values}))
    if any(not 0 <= start < end <= MINUTES_A_DAY for start, end in bounds):
        raise RuleBroken(say("These hours end after they start and by midnight. Change one of the two times."))
    for name, wider, inner, outer in (
        (say("working hours"), say("comfortable hours"), bounds.working, bounds.comfortable),
        (say("comfortable hours"), say("waking hours"), bounds.comfortable, bounds.awake),
    ):
        if not outer[0] <= inner[0] < inner[1] <= outer[1]:
            raise RuleBroken(
                say(
                    "The {inner}, {inner_span}, lie inside the {outer}, {outer_span}. Change the others first.",
                    inner=name,
                    inner_span=format_span(*inner),
                    outer=wider,
                    outer_span=format_span(*outer),
                )
            )


def _change_name(field: str) -> str:
    return {
        "title": say("Change the title of the meeting"),
        "subtitle": say("Change the subtitle of the meeting"),
        "zone": say("Change the time zone of the meeting"),
        "zone_label": say("Change the time zone label"),
        "grid_minutes": say("Change the grid step"),
        "comfortable_start_minute": say("Change the comfortable hours"),
        "comfortable_end_minute": say("Change the comfortable hours"),
        "state_limit_minutes": say("Change the speaking limits"),
        "stakeholder_limit_minutes": say("Change the speaking limits"),
        "group_limit_minutes": say("Change the speaking limits"),
        "handover_seconds": say("Change the handover time"),
        "words_per_minute": say("Change the words a minute"),
        "working_start_minute": say("Change the working hours"),
        "working_end_minute": say("Change the working hours"),
        "awake_start_minute": say("Change the waking hours"),
        "awake_end_minute": say("Change the waking hours"),
        "draft_number": say("Change the draft number"),
        "paper_note": say("Change the note on papers"),
        "contact": say("Change the contact"),
        "deadline_date": say("Change the deadline for statements"),
        "deadline_minute": say("Change the deadline for statements"),
        "invitation_text": say("Change the text of the invitation"),
        "logistics_text": say("Change the text of the logistics note"),
        "documents": say("Change the documents of the meeting"),
    }[field]


def _check_zone(zone: str) -> None:
    if not zone_exists(zone):
        raise InputProblem(
            say("There is no time zone “{zone}”. Choose one from the list, such as Europe/Zurich.", zone=zone)
        )


def add_day(document: Document, iso_date: str | None = None) -> int:
    """A new day with the usual window, after the last one unless a date is given; returns its id.

    Raises InputProblem for what is no date, RuleBroken when the date is taken.
    """
    taken = [date.fromisoformat(day.date) for day in document.agenda.days_in_order]
    new = _date(iso_date) if iso_date else (max(taken) if taken else date.today()) + timedelta(days=1)
    _check_free(document, new)
    windows = document.agenda.windows_of(document.agenda.days_in_order[-1].id) if taken else ()
    hours = [(window.start_minute, window.end_minute) for window in windows] or [USUAL_WINDOW]
    with document.edit(say("Add {day}", day=day_medium(new.isoformat()))) as rows:
        row = DayRow(date=new.isoformat())
        rows.add(row)
        rows.flush()
        rows.add_all(WindowRow(day_id=row.id, start_minute=start, end_minute=end) for start, end in hours)
        return row.id


def change_day(document: Document, day_id: int, iso_date: str) -> None:
    """Give a day another date; its sessions keep their wall times, and the zone's label follows the time of the year.

    Raises RuleBroken when the date is taken.
    """
    old, new = record_of(document.agenda.days, day_id).date, _date(iso_date)
    if new.isoformat() == old:
        return
    _check_free(document, new)
    with document.edit(say("Move {day} to {date}", day=day_medium(old), date=day_medium(new.isoformat()))) as rows:
        row_of(rows, DayRow, day_id).date = new.isoformat()
        _follow_label(document.agenda, rows, {**_dates(document.agenda), day_id: new.isoformat()})


def _dates(agenda: Agenda) -> dict[int, str]:
    return {day.id: day.date for day in agenda.days_in_order}


def _follow_label(agenda: Agenda, rows: DatabaseSession, dates: Mapping[int, str]) -> None:
    """A label such as CET becomes CEST with the first day; a label of the organiser's own stays."""
    meeting = agenda.meeting
    if zone_exists(meeting.zone) and meeting.zone_label == suggested_label(meeting.zone, agenda.days_in_order[0].date):
        label = suggested_label(meeting.zone, min(dates.values()))
        row_of(rows, MeetingRow, meeting.id).zone_label = label


def _date(iso_date: str) -> date:
    found = parse_date(iso_date)
    if found is None:
        raise InputProblem(say("“{text}” is no date. Write it like 2020-11-12.", text=iso_date))
    return found


def _check_free(document: Document, day: date) -> None:
    if day.isoformat() in {taken.date for taken in document.agenda.days.values()}:
        raise RuleBroken(say("{day} is in the meeting already. Choose another date.", day=day_medium(day.isoformat())))


def remove_day(document: Document, day_id: int) -> None:
    """Drop a day; its sessions go back to the list. Raises RuleBroken for the last day."""
    removed = record_of(document.agenda.days, day_id)
    if len(document.agenda.days) == 1:
        raise RuleBroken(say("A meeting has at least one day. Add another day first."))
    waiting = [session.id for session in document.agenda.sessions_on(day_id)]
    with document.edit(say("Remove {day}", day=day_medium(removed.date))) as rows:
        _send_to_list(rows, waiting)
        rows.execute(delete(DayRow).where(DayRow.id == day_id))


def _send_to_list(rows: DatabaseSession, session_ids: Sequence[int]) -> None:
    for session_id in session_ids:
        row = row_of(rows, SessionRow, session_id)
        row.day_id = row.start_minute = row.room_id = None
    rows.flush()


def add_window(document: Document, day_id: int, start_minute: int, end_minute: int) -> int:
    """Open a day for further hours; returns the window's id. Raises RuleBroken."""
    record_of(document.agenda.days, day_id)
    _check_hours(document, day_id, start_minute, end_minute, None)
    with document.edit(_window_name(document, day_id, start_minute, end_minute)) as rows:
        row = WindowRow(day_id=day_id, start_minute=start_minute, end_minute=end_minute)
        rows.add(row)
        rows.flush()
        return row.id


def change_window(document: Document, window_id: int, start_minute: int, end_minute: int) -> None:
    """Change the hours of a window. Raises RuleBroken."""
    day_id = record_of(document.agenda.windows, window_id).day_id
    _check_hours(document, day_id, start_minute, end_minute, window_id)
    with document.edit(_window_name(document, day_id, start_minute, end_minute)) as rows:
        row = row_of(rows, WindowRow, window_id)
        row.start_minute, row.end_minute = start_minute, end_minute


def _window_name(document: Document, day_id: int, start_minute: int, end_minute: int) -> str:
    day = day_medium(document.agenda.days[day_id].date)
    return say("Open {day} {span}", day=day, span=format_span(start_minute, end_minute))


def _check_hours(document: Document, day_id: int, start_minute: int, end_minute: int, window_id: int | None) -> None:
    if not 0 <= start_minute < end_minute <= MINUTES_A_DAY:
        raise RuleBroken(say("A day's hours end after they start and before midnight. Change one of the two times."))
    for other in document.agenda.windows_of(day_id):
        if other.id != window_id and start_minute < other.end_minute and other.start_minute < end_minute:
            span = format_span(other.start_minute, other.end_minute)
            raise RuleBroken(say("These hours overlap with {span}. Change one of the two.", span=span))


def remove_window(document: Document, window_id: int) -> None:
    """Close hours of a day; sessions stay and are marked. Raises RuleBroken for the day's last window."""
    window = record_of(document.agenda.windows, window_id)
    if len(document.agenda.windows_of(window.day_id)) == 1:
        raise RuleBroken(say("A day has at least one window. Change its hours, or remove the day."))
    day = day_medium(document.agenda.days[window.day_id].date)
    span = format_span(window.start_minute, window.end_minute)
    with document.edit(say("Close {day} {span}", day=day, span=span)) as rows:
        rows.execute(delete(WindowRow).where(WindowRow.id == window_id))


def add_room(document: Document, name: str) -> int:
    """A further room, after the others; returns its id."""
    name = str(storable(name))
    position = 1 + max((room.position for room in document.agenda.rooms.values()), default=0)
    with document.edit(say("Add room {room}", room=name)) as rows:
        row = RoomRow(name=name, position=position)
        rows.add(row)
        rows.flush()
        return row.id


def change_room(document: Document, room_id: int, **values: Any) -> None:
    """Set fields: name, link, position."""
    with document.edit(say("Change room {room}", room=record_of(document.agenda.rooms, room_id).name)) as rows:
        set_fields(row_of(rows, RoomRow, room_id), values)


def remove_room(document: Document, room_id: int) -> None:
    """Drop a room; its sessions go back to the list. Raises RuleBroken for the last room."""
    removed = record_of(document.agenda.rooms, room_id)
    if len(document.agenda.rooms) == 1:
        raise RuleBroken(say("A meeting has at least one room. Add another room first."))
    waiting = [session.id for session in document.agenda.sessions.values() if session.room_id == room_id]
    with document.edit(say("Remove room {room}", room=removed.name)) as rows:
        _send_to_list(rows, waiting)
        rows.execute(delete(RoomRow).where(RoomRow.id == room_id))


def set_rulers(document: Document, zones: Sequence[str]) -> None:
    """The further zones drawn beside the meeting's hours, in this order. Raises InputProblem."""
    for zone in zones:
        _check_zone(zone)
    if [ruler.zone for ruler in document.agenda.rulers_in_order] == list(zones):
        return
    with document.edit(say("Change the zones beside the timetable")) as rows:
        rows.execute(delete(RulerRow))
        rows.add_all(RulerRow(zone=zone, position=position) for position, zone in enumerate(zones, start=1))
