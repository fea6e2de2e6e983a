"""Which session covers which objective, as a matrix, and what is covered nowhere or several times."""

from collections.abc import Iterator, Sequence

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Bar,
    Bars,
    Column,
    Emphasis,
    Heading,
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
from planner.phrases import session_name, session_short
from planner.rules.covering import Cover, columns_of, count_covered, cover_of
from planner.wording import say, say_count, say_list

_MOST_SESSIONS = 12
_MARK = "\u00d7"


def coverage_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """How much is covered, a chart of the sessions, a row an objective; on pages that lie on their side."""
    parts = tuple(_parts(agenda)) or (body(say("There is no objective."), ParagraphRole.NOTE),)
    return paper_frame(agenda, options, say("Coverage of the objectives"), parts, landscape=True)


def _parts(agenda: Agenda) -> Iterator[Part]:
    if agenda.objectives:
        yield Heading(1, say("Objectives and sessions"))
        yield Paragraph(plain(_summary(agenda)), ParagraphRole.LEAD)
        yield from _matrices(agenda)
        yield from _chart(agenda)


def _matrices(agenda: Agenda) -> Iterator[Part]:
    """A row an objective, a column a session, at the end where it is covered; more sessions make further tables."""
    sessions, objectives = columns_of(agenda), agenda.objectives_in_order
    where = Column(say("Covered in"), 84)
    for first in range(0, max(len(sessions), 1), _MOST_SESSIONS):
        shown, told = sessions[first : first + _MOST_SESSIONS], (where,) if first == 0 else ()
        columns = (
            Column(say("No."), 26, Align.END), Column(say("Objective"), 330, is_header=True),
            *(Column(session_short(session), 38) for session in shown), *told,
        )  # fmt: skip
        rows = tuple(_row(agenda, objective, shown, is_told=first == 0) for objective in objectives)
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
        title = say("Objectives per session")
        said = say_list([say("{session}: {count}", session=bar.label, count=bar.words) for bar in bars])
        yield Heading(1, title)
        yield Bars("", bars, say("{title}. {figures}.", title=title, figures=said))


def _words(count: int) -> str:
    return say_count("{count} objective", "{count} objectives", count)


def _row(agenda: Agenda, objective: Objective, shown: Sequence[Session], *, is_told: bool) -> Row:
    sessions = agenda.sessions_by_objective.get(objective.id, ())
    marks = tuple((Paragraph(plain(_MARK, Emphasis.BOLD)),) if session in sessions else () for session in shown)
    where = ((_where(cover_of(agenda, objective), sessions),),) if is_told else ()
    title = body(objective.title or objective.short_title)
    return Row(((body(str(objective.number)),), (title,), *marks, *where), tinted=not sessions)


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
