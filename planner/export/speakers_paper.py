"""The list of speakers: who speaks in each session, in order, with the minute at which each begins."""

from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Heading, PaperParts, ParagraphRole, Part, body
from planner.export.session_parts import people_table, session_title
from planner.models.agenda import Agenda
from planner.wording import say


def speakers_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Sessions with seats by day; those without an hour come last."""
    look = options.chosen_look
    parts = [part for day in agenda.days_in_order for part in _day(agenda, day.id, look)]
    parts += _waiting(agenda, look)
    empty = body(say("Nobody has a seat yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("List of speakers"), tuple(parts) or (empty,))


def _day(agenda: Agenda, day_id: int, look: Look) -> Iterator[Part]:
    seated = [session for session in agenda.sessions_on(day_id) if tuple(people_table(agenda, session, look))]
    if seated:
        yield Heading(1, date_words(agenda.days[day_id].date, look.date_style))
    for session in seated:
        yield session_title(agenda, session, look)
        yield from people_table(agenda, session, look)


def _waiting(agenda: Agenda, look: Look) -> list[Part]:
    parts: list[Part] = []
    for session in agenda.sessions_to_place:
        table = tuple(people_table(agenda, session, look))
        if table:
            parts += [session_title(agenda, session, look), *table]
    return parts
