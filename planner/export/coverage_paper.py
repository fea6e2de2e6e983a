"""Which session covers which objective, and what is covered nowhere or several times."""

from collections.abc import Iterator, Sequence

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Bar,
    Bars,
    Column,
    Emphasis,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Table,
    body,
    plain,
)
from planner.models.agenda import Agenda
from planner.models.records import Objective, Session
from planner.phrases import session_name
from planner.rules.covering import Cover, columns_of, count_covered, cover_of
from planner.wording import say, say_count, say_list


def coverage_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """How much is covered, a chart of the sessions, a row an objective."""
    parts = tuple(_parts(agenda)) or (body(say("There is no objective."), ParagraphRole.NOTE),)
    return paper_frame(agenda, options, say("Coverage of the objectives"), parts)


def _parts(agenda: Agenda) -> Iterator[Part]:
    objectives = agenda.objectives_in_order
    if objectives:
        yield Paragraph(plain(_summary(agenda)), ParagraphRole.LEAD)
        yield from _chart(agenda)
        columns = (
            Column(say("No."), 30, Align.END), Column(say("Objective"), 370, is_header=True),
            Column(say("Covered in"), 110),
        )  # fmt: skip
        rows = tuple(_row(agenda, objective) for objective in objectives)
        yield Table(columns, rows, say("Which session covers which objective"))


def _summary(agenda: Agenda) -> str:
    """ "22 of 23 objectives are covered, 1 of them in several sessions." """
    count = count_covered(agenda)
    if count.twice:
        return say_count(
            "{covered} of {objectives} objectives are covered; {count} is in several sessions.",
            "{covered} of {objectives} objectives are covered; {count} are in several sessions.",
            count.twice, covered=count.covered, objectives=count.objectives,
        )  # fmt: skip
    return say_count(
        "{covered} of {count} objective is covered.", "{covered} of {count} objectives are covered.",
        count.objectives, covered=count.covered,
    )  # fmt: skip


def _chart(agenda: Agenda) -> Iterator[Part]:
    covered = [(session, len(agenda.objectives_of(session.id))) for session in columns_of(agenda)]
    bars = tuple(Bar(session_name(session), count, _words(count)) for session, count in covered if count)
    if bars:
        title = say("Objectives a session")
        said = say_list([say("{session}: {count}", session=bar.label, count=bar.words) for bar in bars])
        yield Bars(title, bars, say("{title}. {figures}.", title=title, figures=said))


def _words(count: int) -> str:
    return say_count("{count} objective", "{count} objectives", count)


def _row(agenda: Agenda, objective: Objective) -> Row:
    sessions = agenda.sessions_by_objective.get(objective.id, ())
    title = body(objective.title or objective.short_title)
    where = _where(cover_of(agenda, objective), sessions)
    return Row(((body(str(objective.number)),), (title,), (where,)), tinted=not sessions)


def _where(cover: Cover, sessions: Sequence[Session]) -> Paragraph:
    """What is not as it should be is set off."""
    names = say_list([session_name(session) for session in sessions])
    match cover:
        case Cover.MISSING:
            return Paragraph(plain(say("No session"), Emphasis.OPEN))
        case Cover.WAITING:
            return Paragraph((Run(names), Run(say(" (not placed yet)"), Emphasis.OPEN)))
        case Cover.ONCE:
            return body(names)
        case Cover.TWICE:
            return Paragraph(plain(names, Emphasis.BOLD))
