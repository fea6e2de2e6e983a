"""How a conflict between two copies is asked about: what it is of, and what either copy says."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.phrases import day_full, holder_name, session_name
from planner.rules.drafts import draft_name
from planner.rules.field_words import unit_words, value_words
from planner.rules.merging import Conflict, units_of
from planner.rules.register_lines import level_words, rule_titles
from planner.wording import role_heading, say

_ONE_FIELD = frozenset({"windows", "availabilities"})
"""Hours, and nothing else that could be asked about."""

_TOLD_IN_FULL = frozenset({"sessions", "seats", "people", "entities", "rooms", "windows", "availabilities"})
"""Tables of which every field has words of its own."""

_PLACE, _MOST_TOLD = ("position",), 3


class Question(NamedTuple):
    """One thing to decide: mostly of one conflict, but an order is decided as a whole; ``field`` may be empty."""

    conflicts: tuple[Conflict, ...]
    what: str
    field: str
    here: str
    there: str

    @property
    def heading(self) -> str:
        """ "Roundtable 2: title"."""
        return say("{what}: {field}", what=self.what, field=self.field) if self.field else self.what

    @property
    def sentence(self) -> str:
        """ "Roundtable 2, day and time: here “Thu 10:00”, there “Fri 11:40”." """
        if not self.field:
            return say("{what}: here “{here}”, there “{there}”.", what=self.what, here=self.here, there=self.there)
        return say(
            "{what}, {field}: here “{here}”, there “{there}”.",
            what=self.what, field=self.field, here=self.here, there=self.there,
        )  # fmt: skip


def questions_of(ours: Agenda, theirs: Agenda, conflicts: Iterable[Conflict]) -> tuple[Question, ...]:
    """What is asked, in the order of the conflicts; ``theirs`` has the row numbers of the merge."""
    together: dict[Hashable, list[Conflict]] = {}
    for place, conflict in enumerate(conflicts):
        together.setdefault(_order_of(conflict) or place, []).append(conflict)
    return tuple(_question(ours, theirs, tuple(group)) for group in together.values())


def _order_of(conflict: Conflict) -> tuple[int, Role] | None:
    """Session and role of the order that a conflict is about."""
    if conflict.table != "seats" or conflict.unit != ("position",):
        return None
    return conflict.ours.session_id, conflict.ours.role


def _question(ours: Agenda, theirs: Agenda, conflicts: tuple[Conflict, ...]) -> Question:
    first = conflicts[0]
    order = _order_of(first)
    if order is None:
        here, there = side_words(ours, first, first.ours), side_words(theirs, first, first.theirs)
        return Question(conflicts, conflict_subject(ours, theirs, first), field_words(first), here, there)
    session_id, role = order
    field = say("order of {roles}", roles=role_heading(role, 2).lower())
    return Question(
        conflicts,
        _session(ours, session_id),
        field,
        _in_order(ours, session_id, role),
        _in_order(theirs, session_id, role),
    )


def _in_order(agenda: Agenda, session_id: int, role: Role) -> str:
    seats = [seat for seat in agenda.seats_of(session_id) if seat.role is role and seat.counts]
    return ", ".join(_holder(agenda, seat) for seat in seats)


def conflict_subject(ours: Agenda, theirs: Agenda, conflict: Conflict) -> str:
    """What the conflict is of: a session, a person, the meeting; of what one dropped also what the other calls it."""
    here, there = _name(ours, conflict, conflict.ours), _name(theirs, conflict, conflict.theirs)
    if conflict.unit or here == there:
        return here if conflict.ours is not None else there
    return say("{here} (there: {there})", here=here, there=there)


def _name(agenda: Agenda, conflict: Conflict, record: Any) -> str:
    """What a copy calls it; what was dropped there by its last common name."""
    name = _subjects(agenda).get(conflict.table)
    return say("Something else") if name is None else name(conflict.before if record is None else record)


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
    """What of it differs: "day and time", "title"; nothing where that goes without saying."""
    if not conflict.unit or conflict.table in _ONE_FIELD:
        return ""
    if conflict.table == "seats" and conflict.unit == ("minutes",):
        return say("speaking time")
    return unit_words(conflict.unit)


def side_words(agenda: Agenda, conflict: Conflict, record: Any) -> str:
    """What one copy says."""
    if record is None:
        return say("dropped")
    if not conflict.unit:
        return _kept_words(agenda, conflict, record)
    if conflict.table == "rule_levels":
        return level_words(record.level)
    return value_words(agenda, record, conflict.unit)


def _kept_words(agenda: Agenda, conflict: Conflict, record: Any) -> str:
    """With the first things that this copy changed of what the other dropped, to decide by."""
    if conflict.before is None or conflict.table not in _TOLD_IN_FULL:
        return say("kept")
    parts = [conflict._replace(unit=unit) for unit in units_of(conflict.table, record) if unit != _PLACE]
    changed = [part for part in parts if _held(part, record) != _held(part, conflict.before)][:_MOST_TOLD]
    told = [
        say("{field}: {value}", field=field_words(part) or say("hours"), value=side_words(agenda, part, record))
        for part in changed
    ]
    return say("kept ({changes})", changes="; ".join(told)) if told else say("kept")


def _held(part: Conflict, record: Any) -> list[Any]:
    return [getattr(record, name) for name in part.unit]
