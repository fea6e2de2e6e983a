"""The public agenda with the changes since a draft marked: new text set off, old text struck through, bars beside."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.export.agenda_paper import AgendaOptions, agenda_paper
from planner.export.agenda_parts import agenda_columns, heading_role
from planner.export.compared_state import state_before
from planner.export.marked_words import all_of, is_changed, marked, marked_lines
from planner.export.paper_content import AgendaPaper, LocalSpan, PaperDay, PaperRow
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
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
from planner.models.records import Day
from planner.rules.change import Change, ChangeKind
from planner.rules.changes import changes_between
from planner.wording import say

_Cell = tuple[Paragraph, ...]


class _State(NamedTuple):
    """One of the two states, as its own public agenda shows it: rows by session, days by day."""

    agenda: Agenda
    paper: AgendaPaper
    rows: dict[int, PaperRow]
    days: dict[int, PaperDay]

    def day_of(self, session_id: int) -> int | None:
        session = self.agenda.sessions.get(session_id)
        return None if session is None else session.day_id


class _Marking(NamedTuple):
    """Both states, and the sessions that start at another moment."""

    old: _State
    new: _State
    moves: dict[int, Change]


def marked_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """All that the public agenda has, with what is new, changed and gone. Raises InputProblem without a draft."""
    before = state_before(options)
    moves = {
        change.session_id: change
        for change in changes_between(before, agenda)
        if change.kind is ChangeKind.SESSION_MOVED and change.session_id is not None
    }
    marking = _Marking(_state(before, options), _state(agenda, options), moves)
    parts = (*_of_the_meeting(marking), *(part for day in _days(marking) for part in _day(marking, day)))
    empty = body(say("No session has been placed on the timetable yet."), ParagraphRole.NOTE)
    shown = (*_since(options.before_name), *(parts or (empty,)))
    return paper_frame(agenda, options, say("Agenda with changes marked"), shown)


def _since(name: str) -> Iterator[Part]:
    """A state that has no name is not told of."""
    if name:
        yield body(say("What changed since {draft} is marked.", draft=name), ParagraphRole.LEAD)


def _state(agenda: Agenda, options: AgendaOptions) -> _State:
    paper = agenda_paper(agenda, options)
    ids = [day.id for day in agenda.days_in_order if agenda.sessions_on(day.id)]
    rows = {row.session_id: row for day in paper.days for row in day.rows}
    return _State(agenda, paper, rows, dict(zip(ids, paper.days, strict=True)))


def _of_the_meeting(marking: _Marking) -> Iterator[Part]:
    """What the head and the foot of the page say otherwise."""
    old, new = marking.old, marking.new
    for was, is_now in (
        (old.paper.title, new.paper.title),
        (old.paper.subtitle, new.paper.subtitle),
        (old.agenda.meeting.paper_note, new.agenda.meeting.paper_note),
    ):
        if was != is_now:
            yield Paragraph(marked(was, is_now), changed=True)


def _days(marking: _Marking) -> list[Day]:
    """The days of now that have sessions, and those from which all have gone, by date."""
    known = {**{day_id: marking.old.agenda.days[day_id] for day_id in marking.old.days}}
    known |= {day_id: marking.new.agenda.days[day_id] for day_id in known.keys() & marking.new.agenda.days.keys()}
    known |= {day_id: marking.new.agenda.days[day_id] for day_id in marking.new.days}
    return sorted(known.values(), key=lambda day: (day.date, day.id))


def _day(marking: _Marking, day: Day) -> Iterator[Part]:
    old, new = marking.old.days.get(day.id), marking.new.days.get(day.id)
    rows = tuple(_rows(marking, old, new))
    shown = new or old
    if shown is None or not rows:
        return
    was, is_now = ("" if each is None else each.heading for each in (old, new))
    note = shown.zone_note if old is None or new is None else ""
    runs = plain(note) if note else marked(old.zone_note if old else "", shown.zone_note)
    aside = "" if is_changed(runs) else shown.zone_note
    yield Heading(1, shown.heading, changed=was != is_now, aside=aside)
    if was and is_now and was != is_now:
        yield Paragraph(plain(was, Emphasis.STRUCK), ParagraphRole.NOTE, changed=True)
    if not aside:
        yield Paragraph(runs, ParagraphRole.NOTE, changed=True)
    yield Table(agenda_columns(marking.new.paper.heads), rows, say("The sessions of the day, with changes marked"))


def _rows(marking: _Marking, old: PaperDay | None, new: PaperDay | None) -> Iterator[Row]:
    """By the hour, what has left a day at the hour that it had there."""
    starts = [(_start(marking.new, row), 0, row) for row in (() if new is None else new.rows)]
    for row in () if old is None else old.rows:
        if marking.new.day_of(row.session_id) != marking.old.day_of(row.session_id):
            starts.append((_start(marking.old, row), 1, row))
    for _minute, is_gone, row in sorted(starts, key=lambda entry: (entry[:2], entry[2].session_id)):
        yield _gone(marking, row) if is_gone else _row(marking, row)


def _start(state: _State, row: PaperRow) -> int:
    return state.agenda.sessions[row.session_id].start_minute or 0


def _row(marking: _Marking, row: PaperRow) -> Row:
    old = marking.old.rows.get(row.session_id)
    locals_ = [
        tuple(_local(None if old is None else old.local_spans[place], local))
        for place, local in enumerate(row.local_spans)
    ]
    minutes = marked("" if old is None else str(old.minutes), str(row.minutes))
    return _made(marking, row, _hours(marking, old, row), minutes, tuple(_item(old, row)), locals_)


def _gone(marking: _Marking, row: PaperRow) -> Row:
    """All of it struck through."""
    item = tuple(Paragraph(all_of(part.runs, Emphasis.STRUCK), part.role) for part in _item(row, row))
    locals_ = [
        tuple(Paragraph(all_of(part.runs, Emphasis.STRUCK), part.role) for part in _local(local, local))
        for local in row.local_spans
    ]
    minutes = plain(str(row.minutes), Emphasis.STRUCK)
    return _made(marking, row, plain(row.span, Emphasis.STRUCK), minutes, item, locals_)


def _made(
    marking: _Marking, row: PaperRow, hours: Runs, minutes: Runs, item: _Cell, locals_: Iterable[_Cell]
) -> Row:  # fmt: skip
    shown: tuple[_Cell, ...] = ((Paragraph(minutes),),) if marking.new.paper.heads.minutes else ()
    cells = ((Paragraph(hours),), *shown, item, *locals_)
    changed = any(is_changed(paragraph.runs) for cell in cells for paragraph in cell)
    return Row(cells, row.session_id, tinted=row.is_break, changed=changed)


def _hours(marking: _Marking, old: PaperRow | None, row: PaperRow) -> Runs:
    """Beside the old ones of the same day; with the labels of their zones where only these differ."""
    is_here = marking.old.day_of(row.session_id) == marking.new.day_of(row.session_id)
    was = old.span if old is not None and is_here else ""
    if was == row.span and row.session_id in marking.moves:
        labels = [state.agenda.meeting.zone_label for state in (marking.old, marking.new)]
        if labels[0] == labels[1]:
            return plain(row.span, Emphasis.ADDED)
        spans = [say("{span} {zone}", span=row.span, zone=label) for label in labels]
        return marked(spans[0], spans[1])
    runs = marked(was, row.span)
    return all_of(runs, Emphasis.BOLD) if not is_changed(runs) else runs


def _item(old: PaperRow | None, row: PaperRow) -> Iterator[Paragraph]:
    """Heading, objectives, then a line each for the room, the roles, the discussion and the outcome."""
    yield Paragraph(marked("" if old is None else old.heading, row.heading), heading_role(row))
    was = "" if old is None else old.objectives
    if was or row.objectives:
        yield Paragraph(marked(was, row.objectives), ParagraphRole.NOTE)
    yield from marked_lines(() if old is None else old.lines, row.lines)


def _local(old: LocalSpan | None, local: LocalSpan) -> Iterator[Paragraph]:
    yield Paragraph(marked("" if old is None else old.span, local.span), ParagraphRole.NOTE)
    was = "" if old is None else old.note
    if was or local.note:
        runs = marked(was, local.note)
        yield Paragraph(
            tuple(Run(run.text, run.emphasis or Emphasis.ITALIC) for run in runs), ParagraphRole.NOTE
        )  # fmt: skip
