"""The personal sheet: each seat of a person on three clocks, the deadline, and what to do before it begins."""

from collections.abc import Iterator
from dataclasses import replace

from planner.export.agenda_paper import AgendaOptions
from planner.export.deadline import deadline_there, deadline_words
from planner.export.isolates import isolated
from planner.export.look import USUAL_LOOK, Look
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Bullets,
    Column,
    Heading,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
    plain,
)
from planner.export.profiles import Profile, redacted
from planner.export.seat_facts import seat_facts
from planner.export.sheet_holders import Lines, address_name, in_order_of_names, is_known, seats_by_holder
from planner.export.sheet_steps import MINUTES_BEFORE, name_wanted, statement_by, steps_before
from planner.models.agenda import Agenda
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.rules.seat_zones import zone_of_holder
from planner.wording import say


def for_participants(agenda: Agenda, options: AgendaOptions) -> Agenda:
    """What sheets and letters are made of: what delegations see, unless another profile was chosen."""
    return redacted(agenda, options.profile or Profile.DELEGATIONS)


def combined_sheets(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """All sheets as one paper, each beginning a page; only those of ``options.holders`` where some are given."""
    shown = for_participants(agenda, options)
    seats = seats_by_holder(shown)
    holders = in_order_of_names(shown, options.holders or seats)
    papers = [
        sheet_parts(shown, holder, seats.get(holder, ()), options.chosen_look, address_name(agenda, holder))
        for holder in holders
    ]
    parts = tuple(part for paper in papers for part in paper)
    if not parts:
        parts = (body(say("Nobody holds a seat yet.")),)
    return paper_frame(shown, options, say("Personal sheets"), (*_without_break(parts[0]), *parts[1:]))


def _without_break(part: Part) -> tuple[Part]:
    """The first sheet stands under the title of the paper."""
    return (replace(part, starts_page=False) if isinstance(part, Heading) else part,)


def personal_sheet(shown: Agenda, options: AgendaOptions, holder: Holder, seats: Lines, name: str = "") -> PaperParts:
    """One sheet as a paper of its own; ``shown`` is what ``for_participants`` leaves."""
    first, *others = sheet_parts(shown, holder, seats, options.chosen_look, name)
    return paper_frame(shown, options, say("Personal sheet"), (*_without_break(first), *others))


def sheet_parts(
    shown: Agenda, holder: Holder, seats: Lines, look: Look = USUAL_LOOK, name: str = ""
) -> tuple[Part, ...]:
    """Name and function, then what holds; ``name`` of those who are not ``shown``."""
    return (
        Heading(1, name or address_name(shown, holder), starts_page=True),
        *(function_parts(shown, holder, seats) if seats else ()),
        *what_holds(shown, holder, seats, look),
    )


def what_holds(shown: Agenda, holder: Holder, seats: Lines, look: Look) -> tuple[Part, ...]:
    """The seats, the deadline, whom to ask, what to do before."""
    return (
        *seats_parts(shown, seats, look),
        *(_deadline(shown, holder, seats, look) if seats else ()),
        *_contact(shown),
        *_before(shown, seats, look),
    )


def function_parts(shown: Agenda, holder: Holder, seats: Lines) -> Iterator[Part]:
    """Function and entity of a person; an entity is asked for a name."""
    words = name_wanted(shown, holder, seats)
    person = shown.people.get(holder[0]) if holder[0] is not None else None
    if person is not None:
        entity = "" if person.entity_id is None else shown.entities[person.entity_id].name
        words = ", ".join(isolated(text) for text in (person.function, entity) if text)
    if words:
        yield body(words, ParagraphRole.LEAD)


def seats_parts(shown: Agenda, seats: Lines, look: Look = USUAL_LOOK) -> Iterator[Part]:
    """Each session with a table of what the person must know of it."""
    if not seats:
        yield body(say("You have no seat in this meeting at present."))
    for line in seats:
        heading = session_heading(line.session)
        yield Heading(2, heading, line.session.id)
        columns = (Column("", 1, is_header=True), Column("", 3.6))
        rows = tuple(
            Row(((body(fact.name),), (Paragraph(fact.words),)), line.session.id)
            for fact in seat_facts(shown, line, look)
        )
        yield Table(columns, rows, say("Your seat in {session}", session=heading), together=True)


def _deadline(shown: Agenda, holder: Holder, seats: Lines, look: Look) -> Iterator[Part]:
    words = deadline_words(shown.meeting, look)
    if not words:
        return
    zone = zone_of_holder(shown, *holder) if is_known(shown, holder) else ""
    yield Heading(2, say("Your statement"))
    yield body(statement_by(words, seats))
    there = deadline_there(shown.meeting, zone, look)
    if there:
        yield body(say("In your time: {moment}.", moment=there))


def _before(shown: Agenda, seats: Lines, look: Look) -> Iterator[Part]:
    steps = steps_before(shown, seats, look)
    if steps:
        yield Heading(2, say("{count} minutes before", count=MINUTES_BEFORE))
        yield Bullets(tuple(map(plain, steps)), numbered=True)


def _contact(shown: Agenda) -> Iterator[Part]:
    if shown.meeting.contact:
        yield body(say("Questions: {contact}", contact=shown.meeting.contact), ParagraphRole.NOTE)
