"""How a conflict between two copies is asked about: what it is of, and what either copy says."""

from typing import Any

from planner.models.agenda import Agenda
from planner.phrases import holder_name, session_name
from planner.rules.change import moment_words
from planner.rules.changes import moment_of
from planner.rules.merging import Conflict
from planner.wording import say


def conflict_sentence(ours: Agenda, theirs: Agenda, conflict: Conflict) -> str:
    """ "Roundtable 2: here “Thu 10:00”, there “Fri 11:40”." """
    return say(
        "{what}, {field}: here “{ours}”, there “{theirs}”.",
        what=conflict_subject(ours, theirs, conflict), field=field_words(conflict),
        ours=side_words(ours, conflict, conflict.ours), theirs=side_words(theirs, conflict, conflict.theirs),
    )  # fmt: skip


def conflict_subject(ours: Agenda, theirs: Agenda, conflict: Conflict) -> str:
    """What the conflict is of: a session, a person, the meeting..."""
    record = conflict.ours or conflict.theirs
    agenda = ours if conflict.ours is not None else theirs
    match conflict.table:
        case "meeting":
            return say("The meeting")
        case "sessions":
            return session_name(record)
        case "people" | "entities" | "rooms":
            return str(record.name)
        case "days":
            return str(record.date)
        case "seats":
            holder = holder_name(agenda, record.entity_id, record.person_id)
            return say("{holder} in {session}", holder=holder, session=_session(agenda, record.session_id))
        case "interests":
            return say("The interest of {holder}", holder=holder_name(agenda, record.entity_id, record.person_id))
        case "objectives":
            return say("Objective {number}", number=record.number)
        case _:
            return say("A row of {table}", table=conflict.table)


def _session(agenda: Agenda, session_id: int) -> str:
    return session_name(agenda.sessions[session_id]) if session_id in agenda.sessions else say("a dropped session")


def field_words(conflict: Conflict) -> str:
    """What of it differs: "day and time", "title"..."""
    if not conflict.unit:
        return say("kept or dropped")
    known = {
        ("day_id", "start_minute", "room_id"): say("day and time"),
        ("entity_id", "person_id"): say("holder"),
        ("start_minute", "end_minute"): say("hours"),
        ("title",): say("title"),
        ("minutes",): say("length"),
        ("state",): say("state"),
        ("role",): say("role"),
        ("zone",): say("time zone"),
        ("name",): say("name"),
    }
    return known.get(conflict.unit) or conflict.unit[0].replace("_", " ")


def side_words(agenda: Agenda, conflict: Conflict, record: Any) -> str:
    """What one copy says."""
    if record is None:
        return say("dropped")
    if not conflict.unit:
        return say("kept")
    if conflict.table == "sessions" and "day_id" in conflict.unit:
        moment = moment_of(agenda, record)
        return say("not placed") if moment is None else moment_words(moment)
    if conflict.unit == ("entity_id", "person_id"):
        return holder_name(agenda, record.entity_id, record.person_id)
    return ", ".join(str(getattr(record, name)) for name in conflict.unit)
