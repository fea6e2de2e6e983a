"""What changed between two states of the meeting: told by session and by person, and marked in the agenda itself."""

from collections.abc import Iterator

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
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
from planner.export.seat_runs import seat_words
from planner.export.session_parts import hours_of
from planner.models.agenda import Agenda
from planner.models.records import Day, Session
from planner.phrases import session_heading
from planner.rules.change_groups import ChangeGroup, groups_by_person, groups_by_session
from planner.rules.changes import changes_between
from planner.rules.seat_changes import takes_part
from planner.wording import role_name, say

_HOURS_SHARE, _ITEM_SHARE = 90.0, 420.0


def changes_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Every change in a sentence, grouped by session, then by person with their own hours."""
    before = _before(options)
    changes = changes_between(before, agenda)
    if not changes:
        same = body(say("Nothing changed."), ParagraphRole.NOTE)
        return paper_frame(agenda, options, say("What changed"), (same,))
    parts = (
        Heading(1, say("By session")), *_groups(groups_by_session(before, agenda, changes)),
        Heading(1, say("By person")), *_groups(groups_by_person(before, agenda, changes)),
    )  # fmt: skip
    return paper_frame(agenda, options, say("What changed"), parts)


def _before(options: AgendaOptions) -> Agenda:
    if options.before is None:
        raise InputProblem(say("There is no draft to compare with. Issue one first, or name one with --since."))
    return options.before


def _groups(groups: tuple[ChangeGroup, ...]) -> Iterator[Part]:
    for group in groups:
        yield Heading(2, group.heading, group.session_id)
        yield Bullets(tuple(plain(sentence) for sentence in group.sentences))


def marked_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """The agenda with what is new set off, what is gone struck through, and a bar beside each changed row."""
    before, look = _before(options), options.chosen_look
    parts = [part for day in _days(before, agenda) for part in _day(before, agenda, day, look)]
    empty = body(say("No session has been placed on the timetable yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Agenda with changes marked"), tuple(parts) or (empty,))


def _days(before: Agenda, agenda: Agenda) -> list[Day]:
    """The days of now, and those that are gone, by date."""
    gone = [day for day in before.days_in_order if day.id not in agenda.days]
    return sorted([*agenda.days_in_order, *gone], key=lambda day: (day.date, day.id))


def _day(before: Agenda, agenda: Agenda, day: Day, look: Look) -> Iterator[Part]:
    now = [(session, False) for session in agenda.sessions_on(day.id)]
    gone = [(session, True) for session in before.sessions_on(day.id) if _has_left(agenda, session)]
    told = sorted(now + gone, key=lambda entry: (entry[0].start_minute or 0, entry[1], entry[0].id))
    if told:
        yield Heading(1, date_words(day.date, look.date_style))
        columns = (Column(agenda.meeting.zone_label, _HOURS_SHARE, is_header=True), Column(say("Item"), _ITEM_SHARE))
        rows = tuple(
            _gone_row(session, look) if is_gone else _row(before, agenda, session, look) for session, is_gone in told
        )
        yield Table(columns, rows, say("The sessions of the day, with changes marked"))


def _has_left(agenda: Agenda, session: Session) -> bool:
    """Dropped, taken off, or on another day now."""
    now = agenda.sessions.get(session.id)
    return now is None or now.day_id != session.day_id


def _gone_row(session: Session, look: Look) -> Row:
    cells = (hours_of(session, look), session_heading(session))
    return Row(tuple((Paragraph(plain(text, Emphasis.STRUCK)),) for text in cells), session.id, changed=True)


def _row(before: Agenda, agenda: Agenda, session: Session, look: Look) -> Row:
    old = before.sessions.get(session.id)
    was_here = old is not None and old.day_id == session.day_id
    hours = _marked(hours_of(old, look) if old is not None and was_here else "", hours_of(session, look))
    heading = _marked("" if old is None else session_heading(old), session_heading(session))
    seats = tuple(_seats(before, agenda, session.id))
    cells = ((Paragraph(hours),), (Paragraph(_strong(heading)), *seats))
    runs = [*hours, *heading, *(run for line in seats for run in line.runs)]
    changed = any(run.emphasis in {Emphasis.STRUCK, Emphasis.ADDED} for run in runs)
    return Row(cells, session.id, changed=changed)


def _marked(old: str, new: str) -> Runs:
    """The new text set off beside the old one struck through; plain when they are the same."""
    if old == new:
        return plain(new)
    return (*((Run(old, Emphasis.STRUCK), Run(" ")) if old else ()), Run(new, Emphasis.ADDED))


def _strong(runs: Runs) -> Runs:
    return tuple(Run(run.text, Emphasis.BOLD) if run.emphasis is Emphasis.PLAIN else run for run in runs)


def _seats(before: Agenda, agenda: Agenda, session_id: int) -> Iterator[Paragraph]:
    """Who speaks, a line each: as before, new, or gone."""
    old, new = _lines(before, session_id), _lines(agenda, session_id)
    for line in new:
        yield Paragraph(plain(line, Emphasis.PLAIN if line in old else Emphasis.ADDED))
    for line in old:
        if line not in new:
            yield Paragraph(plain(line, Emphasis.STRUCK))


def _lines(agenda: Agenda, session_id: int) -> list[str]:
    if session_id not in agenda.sessions:
        return []
    return [
        say("{role}: {who}", role=role_name(seat.role), who="".join(run.text for run in seat_words(agenda, seat)))
        for seat in agenda.seats_of(session_id)
        if takes_part(seat)
    ]
