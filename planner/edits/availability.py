"""What the organiser notes of a person's free and busy hours."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete

from planner.clock import MINUTES_A_DAY, parse_date
from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.errors import InputProblem, RuleBroken
from planner.models.tables import AvailabilityRow
from planner.wording import say


def add_hours(
    document: Document,
    person_id: int,
    iso_date: str,
    start_minute: int,
    end_minute: int,
    *,
    free: bool = True,
    own_clock: bool = True,
) -> int:
    """Hours in which a person is free, or busy; returns their id. Raises InputProblem, RuleBroken."""
    person = record_of(document.agenda.people, person_id)
    values = {"date": _date(iso_date), "start_minute": start_minute, "end_minute": end_minute}
    _check_hours(start_minute, end_minute)
    with document.edit(say("Add hours of {person}", person=person.name)) as rows:
        row = AvailabilityRow(person_id=person_id)
        set_fields(row, {**values, "free": free, "own_clock": own_clock})
        rows.add(row)
        rows.flush()
        return row.id


def change_hours(document: Document, availability_id: int, **values: Any) -> None:
    """Set fields: date, start_minute, end_minute, free, own_clock. Raises InputProblem, RuleBroken."""
    hours = record_of(document.agenda.availabilities, availability_id)
    if "date" in values:
        values["date"] = _date(values["date"])
    _check_hours(values.get("start_minute", hours.start_minute), values.get("end_minute", hours.end_minute))
    with document.edit(say("Change hours of {person}", person=_name(document, hours.person_id))) as rows:
        set_fields(row_of(rows, AvailabilityRow, availability_id), values)


def remove_hours(document: Document, availability_ids: Sequence[int]) -> None:
    """Drop these hours of one person. Raises RuleBroken."""
    chosen = [record_of(document.agenda.availabilities, availability_id) for availability_id in availability_ids]
    if not chosen:
        return
    with document.edit(say("Remove hours of {person}", person=_name(document, chosen[0].person_id))) as rows:
        rows.execute(delete(AvailabilityRow).where(AvailabilityRow.id.in_(availability_ids)))


def set_whole_days(
    document: Document, person_id: int, iso_dates: Iterable[str], *, free: bool, own_clock: bool = True
) -> None:
    """Make a person free, or busy, all day long on these dates, in place of what was noted for them.

    Raises InputProblem, RuleBroken.
    """
    person = record_of(document.agenda.people, person_id)
    dates = sorted({_date(iso_date) for iso_date in iso_dates})
    before = [row for row in document.agenda.availabilities_of(person_id) if row.date in dates]
    wanted = [(iso_date, 0, MINUTES_A_DAY, free, own_clock) for iso_date in dates]
    if [(row.date, row.start_minute, row.end_minute, row.free, row.own_clock) for row in before] == wanted:
        return
    name = (
        say("Mark {person} as free", person=person.name) if free else say("Mark {person} as busy", person=person.name)
    )
    with document.edit(name) as rows:
        rows.execute(delete(AvailabilityRow).where(AvailabilityRow.id.in_([row.id for row in before])))
        for iso_date in dates:
            row = AvailabilityRow(person_id=person_id, date=iso_date, start_minute=0, end_minute=MINUTES_A_DAY)
            set_fields(row, {"free": free, "own_clock": own_clock})
            rows.add(row)


def _name(document: Document, person_id: int) -> str:
    return record_of(document.agenda.people, person_id).name


def _date(iso_date: str) -> str:
    found = parse_date(iso_date)
    if found is None:
        raise InputProblem(say("“{text}” is no date. Write it like 2020-11-12.", text=iso_date))
    return found.isoformat()


def _check_hours(start_minute: int, end_minute: int) -> None:
    if not 0 <= start_minute < end_minute <= MINUTES_A_DAY:
        raise RuleBroken(
            say("Hours end after they start and by midnight. For hours over midnight, note each of the two days.")
        )
