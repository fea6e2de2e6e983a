"""Papers that are one table: interests, and which session covers what."""

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Column,
    Emphasis,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
    plain,
)
from planner.models.agenda import Agenda
from planner.models.records import Interest
from planner.phrases import holder_name, session_short
from planner.rules.covering import columns_of
from planner.wording import interest_state_name, role_name, say, say_list

_COVERED = "\u00d7"


def interests_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """A row an expression of interest, in the order in which they came; what is wanted, dearest first."""
    columns = (
        Column(say("Entity"), 120, is_header=True),
        Column(say("Person"), 100),
        Column(say("Wants, dearest first"), 150),
        Column(say("State"), 60),
        Column(say("Received"), 60),
        Column(say("Note and source"), 150),
    )
    rows = tuple(_interest(agenda, interest) for interest in _in_order(agenda))
    empty = body(say("There is no expression of interest."), ParagraphRole.NOTE)
    table: Part = Table(columns, rows, say("Expressions of interest")) if rows else empty
    return paper_frame(agenda, options, say("Expressions of interest"), (table,), landscape=True)


def _in_order(agenda: Agenda) -> list[Interest]:
    return sorted(agenda.interests.values(), key=lambda interest: (interest.received, interest.id))


def _interest(agenda: Agenda, interest: Interest) -> Row:
    entity = "" if interest.entity_id is None else agenda.entities[interest.entity_id].name
    person = "" if interest.person_id is None else holder_name(agenda, None, interest.person_id)
    wishes = [
        say("{session} {role}", session=session_short(agenda.sessions[wish.session_id]), role=role_name(wish.role))
        for wish in agenda.wishes_of(interest.id)
    ]
    remarks = [body(text) for text in (interest.note, interest.source) if text]
    return Row(
        (
            (body(entity),), (body(person),), (body(", ".join(wishes)),),
            (body(interest_state_name(interest.state)),), (body(interest.received),), tuple(remarks),
        )
    )  # fmt: skip


def coverage_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """A row an objective, a column a session; what is covered nowhere or twice is said."""
    sessions = columns_of(agenda)
    columns = (
        Column(say("No."), 22, Align.END), Column(say("Objective"), 240, is_header=True),
        *(Column(session_short(session), 40) for session in sessions), Column(say("Sessions"), 48, Align.END),
    )  # fmt: skip
    rows = []
    for objective in agenda.objectives_in_order:
        covering = {session.id for session in agenda.sessions_by_objective.get(objective.id, ())}
        marks = ((body(_COVERED if session.id in covering else ""),) for session in sessions)
        count = Paragraph(plain(str(len(covering)), Emphasis.PLAIN if len(covering) == 1 else Emphasis.BOLD))
        title = body(objective.short_title or objective.title)
        rows.append(Row(((body(str(objective.number)),), (title,), *marks, (count,)), tinted=len(covering) != 1))
    table = Table(columns, tuple(rows), say("Which session covers which objective"))
    parts: tuple[Part, ...] = (
        (table, *_gaps(agenda)) if rows else (body(say("There is no objective."), ParagraphRole.NOTE),)
    )
    return paper_frame(agenda, options, say("Coverage of the objectives"), parts)


def _gaps(agenda: Agenda) -> list[Part]:
    """Each objective without a session, and each with several, in a sentence."""
    counts = {objective.number: len(agenda.sessions_by_objective.get(objective.id, ())) for objective in
              agenda.objectives_in_order}  # fmt: skip
    nowhere = [str(number) for number, count in counts.items() if not count]
    several = [str(number) for number, count in counts.items() if count > 1]
    said = []
    if nowhere:
        said.append(body(say("In no session: {numbers}.", numbers=say_list(nowhere))))
    if several:
        said.append(body(say("In several sessions: {numbers}.", numbers=say_list(several))))
    return [*said]
