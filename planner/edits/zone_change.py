"""Changing the meeting's time zone, with what must move so that its wall times or its instants stay."""

from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.fields import row_of, set_fields
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.tables import AvailabilityRow, DayRow, MeetingRow, SessionRow, WindowRow
from planner.rules.zone_change import Hours, Keep, ZoneChange, plan_zone_change, suggested_label
from planner.wording import say


def change_zone(document: Document, zone: str, keep: Keep, label: str = "") -> None:
    """One step; without a label the zone's own abbreviation is taken, such as CET.

    Raises InputProblem for an unknown zone, RuleBroken when the instants cannot be kept.
    """
    agenda = document.agenda
    plan = plan_zone_change(agenda, zone, keep)
    with document.edit(_name(zone, keep)) as rows:
        day_ids = _change_days(rows, agenda, plan)
        _change_windows(rows, plan, day_ids)
        for session_id, (iso_date, start_minute) in plan.starts.items():
            row = row_of(rows, SessionRow, session_id)
            row.day_id, row.start_minute = day_ids[iso_date], start_minute
        _change_availabilities(rows, agenda, plan)
        first = min([*plan.dates.values(), *plan.new_dates], default=agenda.days_in_order[0].date)
        values = {"zone": zone, "zone_label": label.strip() or suggested_label(zone, first)}
        set_fields(row_of(rows, MeetingRow, agenda.meeting.id), values)


def _name(zone: str, keep: Keep) -> str:
    if keep is Keep.WALL_TIMES:
        return say("Change the time zone to {city}, keeping the wall times", city=zone_city(zone))
    return say("Change the time zone to {city}, keeping the instants", city=zone_city(zone))


def _change_days(rows: DatabaseSession, agenda: Agenda, plan: ZoneChange) -> dict[str, int]:
    """Date -> day id."""
    for day_id, iso_date in plan.dates.items():
        row_of(rows, DayRow, day_id).date = iso_date
    added = [DayRow(date=iso_date) for iso_date in plan.new_dates]
    rows.add_all(added)
    rows.flush()
    dates = plan.dates or {day.id: day.date for day in agenda.days_in_order}
    return {iso_date: day_id for day_id, iso_date in dates.items()} | {row.date: row.id for row in added}


def _change_windows(rows: DatabaseSession, plan: ZoneChange, day_ids: dict[str, int]) -> None:
    for window_id, (first, *further) in plan.windows.items():
        _set_window(row_of(rows, WindowRow, window_id), first, day_ids)
        for hours in further:
            row = WindowRow()
            _set_window(row, hours, day_ids)
            rows.add(row)


def _set_window(row: WindowRow, hours: Hours, day_ids: dict[str, int]) -> None:
    iso_date, row.start_minute, row.end_minute = hours
    row.day_id = day_ids[iso_date]


def _change_availabilities(rows: DatabaseSession, agenda: Agenda, plan: ZoneChange) -> None:
    """Hours noted on the meeting's clock are still the same hours."""
    for row_id, (first, *further) in plan.availabilities.items():
        kept = agenda.availabilities[row_id]
        row = row_of(rows, AvailabilityRow, row_id)
        row.date, row.start_minute, row.end_minute = first
        for iso_date, start_minute, end_minute in further:
            added = AvailabilityRow(person_id=kept.person_id, date=iso_date, own_clock=0, free=int(kept.free))
            added.start_minute, added.end_minute = start_minute, end_minute
            rows.add(added)
