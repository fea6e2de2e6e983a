"""How a conflict between two copies is asked about: what it is of, and what either copy says."""

from collections.abc import Callable, Mapping
from typing import Any

from planner.models.agenda import Agenda
from planner.phrases import day_full, holder_name, session_name
from planner.rules.drafts import draft_name
from planner.rules.field_words import unit_words, value_words
from planner.rules.merging import Conflict
from planner.rules.register_lines import level_words, rule_titles
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
    return _subjects(agenda)[conflict.table](record) if conflict.table in _subjects(agenda) else say("Something else")


def _subjects(agenda: Agenda) -> Mapping[str, Callable[[Any], str]]:
    return {
        "meeting": lambda _meeting: say("The meeting"),
        "days": lambda day: day_full(day.date),
        "windows": lambda window: say("The hours of {day}", day=_day(agenda, window.day_id)),
        "rooms": lambda room: str(room.name),
        "sessions": session_name,
        "objectives": lambda objective: say("Objective {number}", number=objective.number),
        "coverage": lambda row: say("An objective of {session}", session=_session(agenda, row.session_id)),
        "entities": lambda entity: str(entity.name),
        "people": lambda person: str(person.name),
        "seats": lambda seat: say(
            "{holder} in {session}", holder=_holder(agenda, seat), session=_session(agenda, seat.session_id)
        ),
        "replacements": lambda row: say("Why {holder} was replaced", holder=_holder(agenda, row)),
        "interests": lambda row: say("The interest of {holder}", holder=_holder(agenda, row)),
        "wishes": lambda row: say("A wish for {session}", session=_session(agenda, row.session_id)),
        "rulers": lambda ruler: say("The zone {zone} beside the timetable", zone=ruler.zone),
        "availabilities": lambda row: say(
            "Free and busy hours of {person}", person=holder_name(agenda, None, row.person_id)
        ),
        "drafts": draft_name,
        "acceptances": lambda row: say("The accepted finding “{sentence}”", sentence=row.sentence),
        "rule_levels": lambda row: say("Findings “{rule}”", rule=rule_titles(agenda).get(row.rule, row.rule)),
        "layouts": lambda row: say("The layout “{name}”", name=row.name),
    }


def _holder(agenda: Agenda, record: Any) -> str:
    return holder_name(agenda, record.entity_id, record.person_id)


def _day(agenda: Agenda, day_id: int) -> str:
    return day_full(agenda.days[day_id].date) if day_id in agenda.days else say("a dropped day")


def _session(agenda: Agenda, session_id: int) -> str:
    return session_name(agenda.sessions[session_id]) if session_id in agenda.sessions else say("a dropped session")


def field_words(conflict: Conflict) -> str:
    """What of it differs: "day and time", "title"..."""
    return unit_words(conflict.unit) if conflict.unit else say("kept or dropped")


def side_words(agenda: Agenda, conflict: Conflict, record: Any) -> str:
    """What one copy says."""
    if record is None:
        return say("dropped")
    if not conflict.unit:
        return say("kept")
    if conflict.table == "rule_levels":
        return level_words(record.level)
    return value_words(agenda, record, conflict.unit)
