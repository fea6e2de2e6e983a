"""The list of speakers: who speaks in each session, in order, with the minute at which each begins."""

from collections.abc import Iterator, Sequence

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Emphasis, Heading, PaperParts, Paragraph, ParagraphRole, Part, Run, body
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.export.session_parts import people_table, session_title
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import holder_name
from planner.rules.interests import reserve_list
from planner.wording import say


def speakers_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Sessions with seats by day; those without an hour come last."""
    look = options.chosen_look
    parts = [part for day in agenda.days_in_order for part in _day(agenda, day.id, look)]
    parts += _chapter(agenda, say("Not placed yet"), agenda.sessions_to_place, look)
    empty = body(say("Nobody has a seat yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("List of speakers"), tuple(parts) or (empty,))


def _day(agenda: Agenda, day_id: int, look: Look) -> Iterator[Part]:
    heading = date_words(agenda.days[day_id].date, look.date_style)
    yield from _chapter(agenda, heading, agenda.sessions_on(day_id), look)


def _chapter(agenda: Agenda, heading: str, sessions: Sequence[Session], look: Look) -> Iterator[Part]:
    """A heading and the sessions in which somebody has a seat; nothing when there is none."""
    seated = [session for session in sessions if tuple(people_table(agenda, session, look))]
    if seated:
        yield Heading(1, heading)
    for session in seated:
        yield session_title(agenda, session, look)
        yield from people_table(agenda, session, look)
        yield from _reserve(agenda, session)


def _reserve(agenda: Agenda, session: Session) -> Iterator[Part]:
    """Who is ready to step in, first in line first; a list for others has no interests to make it of."""
    waiting = reserve_list(agenda, session.id)
    names = [holder_name(agenda, interest.entity_id, interest.person_id) for interest in waiting]
    if names:
        yield Paragraph((Run(say("In reserve: "), Emphasis.BOLD), Run(VALUE_SEPARATOR.join(names))))
