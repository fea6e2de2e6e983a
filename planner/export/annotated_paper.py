"""The annotated agenda: each session with its summary, objectives, questions, documents and people."""

from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Emphasis, Heading, PaperParts, Paragraph, ParagraphRole, Part, Run, body
from planner.export.seats_on_paper import discussion_line
from planner.export.session_parts import (
    below_title,
    document_list,
    objective_list,
    people_table,
    question_list,
    room_line,
    session_title,
    text_parts,
)
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session
from planner.wording import say


def annotated_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Days, then sessions in order; those without an hour are left out, as on the agenda."""
    look = options.chosen_look
    days = tuple(part for day in agenda.days_in_order for part in _day(agenda, day.id, look))
    empty = body(say("No session has been placed on the timetable yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Annotated agenda"), (*(days or (empty,)), *_documents(agenda)))


def _documents(agenda: Agenda) -> Iterator[Part]:
    """What the meeting as a whole works with, as a chapter of its own."""
    if agenda.meeting.documents.strip():
        yield Heading(1, say("Documents"))
        yield from document_list(agenda.meeting.documents, say("For the meeting as a whole"))


def _day(agenda: Agenda, day_id: int, look: Look) -> Iterator[Part]:
    sessions = agenda.sessions_on(day_id)
    if sessions:
        yield Heading(1, date_words(agenda.days[day_id].date, look.date_style))
        for session in sessions:
            yield session_title(agenda, session, look)
            if session.kind is not SessionKind.BREAK:
                yield from room_line(agenda, session)
            yield from below_title(session, _annotation(agenda, session, look))


def _annotation(agenda: Agenda, session: Session, look: Look) -> Iterator[Part]:
    yield from text_parts(session.summary)
    yield from objective_list(agenda, session)
    yield from question_list(session)
    yield from document_list(session.documents, say("Documents"))
    yield from people_table(agenda, session, look)
    discussion = discussion_line(agenda, session)
    if discussion:
        yield Paragraph((Run(say("{label}: ", label=discussion.label), Emphasis.BOLD), Run(discussion.values[0].text)))
