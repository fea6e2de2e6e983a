"""When somebody sits where, as text ready to be sent: in the meeting's time, their own, and UTC."""

from planner.export.clock_phrases import span_in_full, utc_in_full, who_in_words, why_unknown
from planner.export.seat_clocks import SeatClocks, clocks_of_holder, clocks_of_sessions
from planner.local_times import known_zone, zone_city, zone_data_version
from planner.models.agenda import Agenda
from planner.phrases import session_heading
from planner.wording import role_name, say


def card_text(agenda: Agenda, *, person_id: int | None = None, entity_id: int | None = None) -> str:
    """Every seat of a person, or of an entity and its people; one of the two ids is given."""
    if person_id is not None:
        name = agenda.people[person_id].name
    else:
        name = agenda.entities[entity_id].name if entity_id is not None else ""
    lines = clocks_of_holder(agenda, person_id=person_id, entity_id=entity_id)
    blocks = [_block(_seat_heading(line, person_id is None), line) for line in lines]
    return _card(agenda, say("Times for {name}", name=name), blocks or [say("No seat yet.")])


def zone_card_text(agenda: Agenda, zone: str) -> str:
    """Every session in a zone. Raises InputProblem for an unknown zone."""
    city = zone_city(known_zone(zone))
    blocks = [_block(session_heading(line.session), line) for line in clocks_of_sessions(agenda, zone)]
    return _card(agenda, say("Times in {city}", city=city), blocks or [say("No session yet.")])


def _card(agenda: Agenda, heading: str, blocks: list[str]) -> str:
    head = "\n".join(part for part in (heading, agenda.meeting.title) if part)
    return "\n\n".join([head, *blocks, say("Time zone data {version}", version=zone_data_version())])


def _seat_heading(line: SeatClocks, names_holder: bool) -> str:
    heading, role = session_heading(line.session), "" if line.seat is None else role_name(line.seat.role)
    if not names_holder:
        return say("{role}, {session}", role=role, session=heading)
    if line.person is None:
        return say("{who}: {session}", who=who_in_words(line), session=heading)
    return say("{who}: {role}, {session}", who=who_in_words(line), role=role.lower(), session=heading)


def _block(heading: str, line: SeatClocks) -> str:
    return "\n".join([heading, *(f"  {text}" for text in _times(line))])


def _times(line: SeatClocks) -> list[str]:
    if line.meeting is None or line.utc is None:
        return [say("When: {reason}", reason=why_unknown(line))]
    there = say("not known, there is no time zone yet") if line.there is None else span_in_full(line.there)
    return [
        say("Meeting: {time}", time=span_in_full(line.meeting)),
        say("Local time: {time}", time=there),
        say("UTC: {time}", time=utc_in_full(line.utc)),
    ]
