"""What the organiser does with sessions: make, place, move, lengthen, pin, swap, shift, copy, drop."""

from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from planner.document import Document
from planner.edits.fields import row_of, set_fields
from planner.errors import RuleBroken
from planner.models.kinds import SessionKind
from planner.models.record import field_names
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Session, Spot
from planner.models.storing import storable
from planner.models.tables import CoverageRow, SeatRow, SessionRow
from planner.phrases import length, session_name, spot_in_a_word
from planner.rules.placing import why_refused
from planner.rules.shifting import gap_before, plan_shift, plan_swap
from planner.wording import say

# One statement, made once, instead of reading the row first: a drop is to be on the screen at once.
_MOVE = (
    update(SessionRow)
    .where(SessionRow.id == bindparam("moved"))
    .values(day_id=bindparam("to_day"), start_minute=bindparam("to_start"), room_id=bindparam("to_room"))
    .execution_options(synchronize_session=False)
)


def create_session(
    document: Document,
    kind: SessionKind = SessionKind.PLENARY,
    *,
    title: str = "",
    minutes: int = 30,
    spot: Spot | None = None,
) -> int:
    """Make a session, placed or to be placed; returns its id. Raises RuleBroken for a spot that cannot be meant."""
    _check_minutes(minutes)
    _check(document, spot, minutes)
    name = say("Add a session") if spot is None else say("Add a session, {spot}", spot=_word(document, spot))
    with document.edit(name) as rows:
        row = SessionRow(kind=kind.value, title=storable(title), minutes=minutes)
        _place(row, spot)
        rows.add(row)
        rows.flush()
        return row.id


def move_session(document: Document, session_id: int, spot: Spot) -> None:
    """Place a session, or move it. Raises RuleBroken with the reason when the spot cannot be meant."""
    session = _session(document, session_id)
    _check(document, spot, session.minutes)
    with document.edit(
        say("Move {session} to {spot}", session=session_name(session), spot=_word(document, spot))
    ) as rows:
        values = {"to_day": spot.day_id, "to_start": spot.start_minute, "to_room": spot.room_id}
        rows.execute(_MOVE, {"moved": session_id, **values})


def unschedule_session(document: Document, session_id: int) -> None:
    """Take a session off the timetable, back to the list."""
    session = _session(document, session_id)
    with document.edit(say("Take {session} off the timetable", session=session_name(session))) as rows:
        _place(row_of(rows, SessionRow, session_id), None)


def resize_session(document: Document, session_id: int, minutes: int) -> None:
    """Change a session's length. Raises RuleBroken when it would not fit its day."""
    session = _session(document, session_id)
    _check_minutes(minutes)
    _check(document, session.spot, minutes)
    with document.edit(
        say("Make {session} {length} long", session=session_name(session), length=length(minutes))
    ) as rows:
        row_of(rows, SessionRow, session_id).minutes = minutes


def change_session(document: Document, session_id: int, **values: Any) -> None:
    """Set plain fields: texts, kind, wrap-up, targets, floor; a limit of None is that of the meeting.

    Raises RuleBroken for a number below 0.
    """
    session = _session(document, session_id)
    for field, number in values.items():
        _check_number(field, number)
    with document.edit(_change_name(session, next(iter(values)))) as rows:
        set_fields(row_of(rows, SessionRow, session_id), values)


def _check_number(field: str, number: Any) -> None:
    refusals = {
        "wrap_up_minutes": say("A wrap-up has 0 minutes or more. Give another time."),
        "target_moderators": say("A session wants 0 moderators or more. Give another number."),
        "target_speakers": say("A session wants 0 speakers or more. Give another number."),
        "floor_states": say("The floor is open to 0 States or more. Give another number."),
        "floor_stakeholders": say("The floor is open to 0 stakeholders or more. Give another number."),
        "state_limit_minutes": say("A speaking limit has 0 minutes or more. Give another time."),
        "stakeholder_limit_minutes": say("A speaking limit has 0 minutes or more. Give another time."),
    }
    if field in refusals and number is not None and number < 0:
        raise RuleBroken(refusals[field])


def _change_name(session: Session, field: str) -> str:
    name = session_name(session)
    return {
        "kind": say("Change the kind of {session}", session=name),
        "code": say("Change the code of {session}", session=name),
        "title": say("Change the title of {session}", session=name),
        "summary": say("Change the summary of {session}", session=name),
        "guiding_questions": say("Change the guiding questions of {session}", session=name),
        "documents": say("Change the documents of {session}", session=name),
        "internal_notes": say("Change the internal notes of {session}", session=name),
        "wrap_up_minutes": say("Change the wrap-up time of {session}", session=name),
        "target_moderators": say("Change the number of moderators wanted in {session}", session=name),
        "target_speakers": say("Change the number of speakers wanted in {session}", session=name),
        "floor_states": say("Change the floor time of {session}", session=name),
        "floor_stakeholders": say("Change the floor time of {session}", session=name),
        "state_limit_minutes": say("Change the speaking limits of {session}", session=name),
        "stakeholder_limit_minutes": say("Change the speaking limits of {session}", session=name),
    }[field]


def pin_session(document: Document, session_id: int, pinned: bool) -> None:
    """A pinned session stays where it is when others are shifted."""
    name = session_name(_session(document, session_id))
    step = say("Pin {session}", session=name) if pinned else say("Unpin {session}", session=name)
    with document.edit(step) as rows:
        row_of(rows, SessionRow, session_id).pinned = int(pinned)


def set_objectives(document: Document, session_id: int, objective_ids: frozenset[int]) -> None:
    """A session covers exactly these objectives."""
    name = session_name(_session(document, session_id))
    held = {objective.id for objective in document.agenda.objectives_of(session_id)}
    with document.edit(say("Change the objectives of {session}", session=name)) as rows:
        dropped = (CoverageRow.session_id == session_id) & CoverageRow.objective_id.in_(held - objective_ids)
        rows.execute(delete(CoverageRow).where(dropped))
        rows.add_all(CoverageRow(session_id=session_id, objective_id=added) for added in sorted(objective_ids - held))


def swap_sessions(document: Document, first_id: int, second_id: int) -> None:
    """Two sessions take each other's place. Raises RuleBroken when one of them would not fit."""
    first, second = _session(document, first_id), _session(document, second_id)
    spots = plan_swap(document.agenda, first_id, second_id)
    with document.edit(
        say("Swap {first} and {second}", first=session_name(first), second=session_name(second))
    ) as rows:
        for session_id, spot in spots.items():
            _place(row_of(rows, SessionRow, session_id), spot)


def shift_following(document: Document, session_id: int, by_minutes: int) -> None:
    """Move a session and all later ones of its day and room that are not pinned. Raises RuleBroken."""
    session = _session(document, session_id)
    moves = plan_shift(document.agenda, session_id, by_minutes)
    with document.edit(_shift_name(session, by_minutes)) as rows:
        for move in moves:
            _place(row_of(rows, SessionRow, move.session_id), move.spot_to)


def _shift_name(session: Session, by_minutes: int) -> str:
    name, amount = session_name(session), length(abs(by_minutes))
    if by_minutes < 0:
        return say("Shift {session} and the following {length} earlier", session=name, length=amount)
    return say("Shift {session} and the following {length} later", session=name, length=amount)


def close_gap(document: Document, session_id: int) -> None:
    """Move a session and the later ones up to the end of the session before. Raises RuleBroken."""
    gap = gap_before(document.agenda, _session(document, session_id).id)
    if gap <= 0:
        raise RuleBroken(say("There is no gap before this session to close."))
    shift_following(document, session_id, -gap)


def duplicate_session(document: Document, session_id: int) -> int:
    """A copy with the same seats and objectives, to be placed; returns its id."""
    session = _session(document, session_id)
    with document.edit(say("Duplicate {session}", session=session_name(session))) as rows:
        source = row_of(rows, SessionRow, session_id)
        copied = {name: getattr(source, name) for name in field_names(Session) if name != "id"}
        copied["title"] = storable(say("{title} (copy)", title=session.title or session_name(session)))
        copy = SessionRow(**copied | {"day_id": None, "start_minute": None, "room_id": None, "pinned": 0})
        rows.add(copy)
        rows.flush()
        for table in (SeatRow, CoverageRow):
            columns = [name for name in field_names(RECORD_TYPES[table.__tablename__]) if name != "id"]
            found = rows.execute(
                select(*(getattr(table, name) for name in columns)).where(table.session_id == session_id)
            )
            for values in found.mappings().all():
                rows.execute(insert(table).values(dict(values) | {"session_id": copy.id}))
        return copy.id


def delete_session(document: Document, session_id: int) -> None:
    """Drop a session for good, with its seats; Undo brings all of it back."""
    session = _session(document, session_id)
    with document.edit(say("Delete {session}", session=session_name(session))) as rows:
        rows.execute(delete(SessionRow).where(SessionRow.id == session_id))


def _session(document: Document, session_id: int) -> Session:
    session = document.agenda.sessions.get(session_id)
    if session is None:
        raise RuleBroken(say("This session is no longer in the meeting. Select another one, or undo."))
    return session


def _check_minutes(minutes: int) -> None:
    if minutes <= 0:
        raise RuleBroken(say("A session lasts at least 1 minute. Give a longer time."))


def _check(document: Document, spot: Spot | None, minutes: int) -> None:
    reason = None if spot is None else why_refused(document.agenda, spot, minutes)
    if reason is not None:
        raise RuleBroken(reason)


def _word(document: Document, spot: Spot) -> str:
    return spot_in_a_word(document.agenda, spot)


def _place(row: SessionRow, spot: Spot | None) -> None:
    row.day_id = None if spot is None else spot.day_id
    row.start_minute = None if spot is None else spot.start_minute
    row.room_id = None if spot is None else spot.room_id
