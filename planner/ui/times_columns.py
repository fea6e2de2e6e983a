"""What the table of times shows of each seat: who, where, and when on three clocks."""

from planner.clock import MINUTES_A_DAY
from planner.export.clock_phrases import comfort_in_words, meeting_in_words, there_in_words, utc_in_words
from planner.export.seat_clocks import ClockSpan, SeatClocks
from planner.folding import search_text
from planner.phrases import session_heading, session_short
from planner.rules.comfort import Comfort
from planner.ui.record_table import Column
from planner.wording import role_name, say


def times_columns() -> tuple[Column, ...]:
    return (
        Column("name", say("Person"), 12, _person),
        Column("entity", say("Entity"), 14, _entity),
        Column("session", say("Session"), 7, lambda line: session_short(line.session),
               tip=lambda line: session_heading(line.session)),
        Column("meeting", say("Meeting time"), 24, meeting_in_words, order=lambda line: _moment(line.utc)),
        Column("there", say("Their time"), 30, there_in_words, order=lambda line: _moment(line.there),
               marked=_is_hard),
        Column("comfort", say("Hours"), 11, comfort_in_words, order=lambda line: line.comfort, marked=_is_hard),
        Column("utc", say("UTC"), 21, utc_in_words, order=lambda line: _moment(line.utc)),
        Column("role", say("Role"), 9, _role),
    )  # fmt: skip


def searched_in_times(line: SeatClocks) -> str:
    """Person, entity, session, role, the zone and all three times, folded."""
    person, entity = _person(line), _entity(line)
    times = meeting_in_words(line), there_in_words(line), utc_in_words(line), comfort_in_words(line)
    return search_text((person, entity, line.session.code, session_heading(line.session), _role(line), *times))


def _person(line: SeatClocks) -> str:
    return say("to be named") if line.person is None else line.person.name


def _entity(line: SeatClocks) -> str:
    return "" if line.entity is None else line.entity.name


def _role(line: SeatClocks) -> str:
    return "" if line.seat is None else role_name(line.seat.role)


def _moment(span: ClockSpan | None) -> int | None:
    """To sort by: what the clocks show at the start."""
    return None if span is None else span.start.date.toordinal() * MINUTES_A_DAY + span.start.minute


def _is_hard(line: SeatClocks) -> bool:
    return not line.zone or (line.comfort is not None and line.comfort > Comfort.STRETCH)
