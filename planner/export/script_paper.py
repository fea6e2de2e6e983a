"""The script of whoever chairs or moderates: a page a session, with the clock beside every name."""

from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import PaperParts, ParagraphRole, Part, body
from planner.export.session_parts import (
    floor_rules,
    objective_list,
    people_table,
    question_list,
    session_title,
    text_parts,
)
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.wording import say


def script_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Every placed session in which somebody speaks, each on a page of its own."""
    look = options.chosen_look
    sessions = [session for session in agenda.placed_sessions if session.has_speakers]
    parts = tuple(part for place, session in enumerate(sessions) for part in _session(agenda, session, look, place > 0))
    empty = body(say("No session in which somebody speaks has been placed yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Script for chairs and moderators"), parts or (empty,))


def _session(agenda: Agenda, session: Session, look: Look, starts_page: bool) -> Iterator[Part]:
    yield session_title(agenda, session, look, starts_page=starts_page)
    yield body(_where(agenda, session, look), ParagraphRole.NOTE)
    yield from text_parts(session.summary)
    yield body(say("Who speaks, in order"), ParagraphRole.SMALL_HEADING)
    seats = tuple(people_table(agenda, session, look))
    yield from seats or (body(say("Nobody has a seat yet.")),)
    yield from question_list(session)
    yield from floor_rules(agenda, session)
    yield from objective_list(agenda, session)


def _where(agenda: Agenda, session: Session, look: Look) -> str:
    """The date, and the room when there are several."""
    spot = session.spot
    assert spot is not None
    day = date_words(agenda.days[spot.day_id].date, look.date_style)
    if len(agenda.rooms) < 2:
        return day
    return say("{day}, {room}", day=day, room=agenda.rooms[spot.room_id].name)
