"""The expressions of interest: what is wanted against what is needed, who wants what, the reserve list."""

from collections.abc import Iterator
from itertools import groupby

from planner.export.agenda_paper import AgendaOptions
from planner.export.isolates import isolated
from planner.export.look import DateStyle, Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Bullets,
    Column,
    Emphasis,
    Heading,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Runs,
    Table,
    body,
    plain,
)
from planner.models.agenda import Agenda
from planner.models.kinds import InterestState
from planner.models.records import Interest
from planner.phrases import session_name
from planner.rules.interests import Demand, demands, reserve_list
from planner.wording import interest_state_name, role_name, say, say_list


def interests_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Nothing but a sentence where nobody has expressed any; on pages that lie on their side."""
    empty = body(say("There is no expression of interest."), ParagraphRole.NOTE)
    parts = tuple(_parts(agenda, options.chosen_look)) if agenda.interests else (empty,)
    return paper_frame(agenda, options, say("Expressions of interest, internal"), parts, landscape=True)


def _parts(agenda: Agenda, look: Look) -> Iterator[Part]:
    yield Heading(1, say("Wanted and needed"))
    yield _needs(agenda)
    yield Heading(1, say("Everybody, in the order of receipt"), starts_page=True)
    yield _everybody(agenda, look)
    waiting = reserve_list(agenda)
    if waiting:
        yield Heading(1, say("Reserve list"))
        yield Bullets(tuple(_waiting(agenda, interest) for interest in waiting), numbered=True)


def _needs(agenda: Agenda) -> Table:
    figures = (
        say("Asking"), say("Shortlisted"), say("Accepted"), say("Reserve"), say("Seated"), say("Wanted"),
        say("To be filled"),
    )  # fmt: skip
    columns = (
        Column(say("Session"), 190, is_header=True), Column(say("Role"), 80),
        *(Column(figure, 68, Align.END) for figure in figures),
    )  # fmt: skip
    rows = tuple(_need(agenda, demand) for demand in demands(agenda) if demand.asking or demand.target)
    return Table(columns, rows, say("Who asks for what, and what is to be filled"))


def _need(agenda: Agenda, demand: Demand) -> Row:
    figures = (
        demand.asking, demand.shortlisted, demand.accepted, demand.reserve, demand.seated, demand.target, demand.needed
    )  # fmt: skip
    cells = [(body(str(figure)),) for figure in figures[:-1]]
    needed = Paragraph(plain(str(demand.needed), Emphasis.BOLD if demand.needed else Emphasis.PLAIN))
    name = session_name(agenda.sessions[demand.session_id])
    return Row(((body(name),), (body(role_name(demand.role)),), *cells, (needed,)), demand.session_id)


def _waiting(agenda: Agenda, interest: Interest) -> Runs:
    entity, person = _who(agenda, interest)
    names = ", ".join(isolated(name) for name in (person, entity) if name)
    wishes = _wishes(agenda, interest)
    return (Run(names, Emphasis.BOLD), Run(say(" ({wishes})", wishes=wishes))) if wishes else (Run(names),)


def _everybody(agenda: Agenda, look: Look) -> Table:
    columns = (
        Column(say("Received"), 76), Column(say("Entity"), 140, is_header=True), Column(say("Person"), 110),
        Column(say("Wants, dearest first"), 210), Column(say("State"), 64), Column(say("Note and source"), 150),
    )  # fmt: skip
    order = sorted(agenda.interests.values(), key=lambda row: (not row.received, row.received, row.id))
    return Table(columns, tuple(_row(agenda, interest, look) for interest in order), say("Expressions of interest"))


def _row(agenda: Agenda, interest: Interest, look: Look) -> Row:
    entity, person = _who(agenda, interest)
    style = DateStyle.LONG if look.date_style is DateStyle.WEEKDAY else look.date_style
    received = date_words(interest.received, style) if interest.received else ""
    source = (Paragraph(plain(interest.source), ParagraphRole.NOTE),) if interest.source else ()
    return Row(
        (
            (body(received),), (body(entity),), (body(person),), (body(_wishes(agenda, interest)),),
            (body(interest_state_name(interest.state)),), (*((body(interest.note),) if interest.note else ()), *source),
        ),
        tinted=interest.state is InterestState.DECLINED,
    )  # fmt: skip


def _who(agenda: Agenda, interest: Interest) -> tuple[str, str]:
    entity = "" if interest.entity_id is None else agenda.entities[interest.entity_id].name
    person = "" if interest.person_id is None else agenda.people[interest.person_id].name
    return entity, person


def _wishes(agenda: Agenda, interest: Interest) -> str:
    """ "Speaker in Roundtable 1; Moderator in Roundtable 2 and Roundtable 3", dearest first."""
    said = []
    for role, wishes in groupby(agenda.wishes_of(interest.id), key=lambda wish: wish.role):
        sessions = say_list([session_name(agenda.sessions[wish.session_id]) for wish in wishes])
        said.append(say("{role} in {sessions}", role=role_name(role), sessions=sessions))
    return "; ".join(said)
