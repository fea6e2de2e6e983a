"""The list of speakers: who speaks in each session, in order, with the minute at which each begins."""

from collections.abc import Iterator, Sequence

from planner.export.agenda_paper import AgendaOptions
from planner.export.isolates import isolated
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Emphasis, Heading, PaperParts, Paragraph, ParagraphRole, Part, Run, body
from planner.export.profiles import Profile
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.export.session_parts import counting_seats, people_table, session_title
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import holder_name
from planner.rules.interests import reserve_list
from planner.wording import say


def speakers_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Sessions with seats by day; those without an hour come last. The secretariat sees the state of each seat."""
    look, states = options.chosen_look, options.profile is Profile.INTERNAL
    chapters = [
        (date_words(day.date, look.date_style), agenda.sessions_on(day.id)) for day in agenda.days_in_order
    ]  # fmt: skip
    chapters.append((say("Not placed yet"), agenda.sessions_to_place))
    parts = [part for heading, sessions in chapters for part in _chapter(agenda, heading, sessions, look, states)]
    empty = body(say("Nobody has a seat yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("List of speakers"), tuple(parts) or (empty,))


def _chapter(agenda: Agenda, heading: str, sessions: Sequence[Session], look: Look, states: bool) -> Iterator[Part]:
    """A heading and the sessions in which somebody has a seat; nothing when there is none."""
    seated = [session for session in sessions if counting_seats(agenda, session)]
    if seated:
        yield Heading(1, heading)
    for session in seated:
        yield session_title(agenda, session, look)
        yield from people_table(agenda, session, look, shows_states=states)
        yield from _reserve(agenda, session)


def _reserve(agenda: Agenda, session: Session) -> Iterator[Part]:
    """Who is ready to step in, first in line first; a list for others has no interests to make it of."""
    waiting = reserve_list(agenda, session.id)
    names = [isolated(holder_name(agenda, interest.entity_id, interest.person_id)) for interest in waiting]
    if names:
        yield Paragraph((Run(say("In reserve: "), Emphasis.BOLD), Run(VALUE_SEPARATOR.join(names))))
