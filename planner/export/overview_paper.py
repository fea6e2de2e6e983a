"""The meeting on one page: hours down, days and rooms across, to scale."""

from collections.abc import Iterator, Sequence

from planner.export.agenda_paper import AgendaOptions, further_zones, objectives_words
from planner.export.look import Look, Paper, date_words, time_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Detail,
    Emphasis,
    GridBlock,
    GridTick,
    PageBreak,
    PaperParts,
    ParagraphRole,
    Part,
    Run,
    TimeGrid,
    Tone,
    body,
    plain,
)
from planner.export.seat_runs import value_runs
from planner.export.seats_on_paper import seat_lines
from planner.export.session_parts import hours_of
from planner.local_times import local_time_or_none, offset_words, zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Day, Room, Session
from planner.phrases import session_heading
from planner.wording import say

_MOST_COLUMNS, _MOST_COLUMNS_ON_A3 = 5, 8
_TONES = {SessionKind.BREAK: Tone.SOFT, SessionKind.RESERVE: Tone.PLAIN}

Place = tuple[Day, Room]


def overview_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """A column a day, or a room of a day where there are several; so many days as a page holds, then a next page."""
    look = options.chosen_look
    places = [(day, room) for day in agenda.days_in_order for room in agenda.rooms_in_order if _held(agenda, day, room)]
    most = _MOST_COLUMNS_ON_A3 if look.paper is Paper.A3 else _MOST_COLUMNS
    parts: list[Part] = []
    for first in range(0, len(places), most):
        page = places[first : first + most]
        parts += [PageBreak(), _grid(agenda, page, look)] if parts else [_grid(agenda, page, look)]
    empty = body(say("No session has been placed on the timetable yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Overview"), tuple(parts) or (empty,), landscape=True)


def _held(agenda: Agenda, day: Day, room: Room) -> list[Session]:
    return [session for session in agenda.sessions_on(day.id) if session.room_id == room.id]


def _grid(agenda: Agenda, places: Sequence[Place], look: Look) -> TimeGrid:
    blocks = tuple(
        _block(agenda, session, column, look)
        for column, (day, room) in enumerate(places)
        for session in _held(agenda, day, room)
    )
    first, last = min(block.start_minute for block in blocks), max(block.end_minute for block in blocks)
    hours = range(-(-first // 60) * 60, last + 1, 60)
    clocks = _clocks_alike(agenda, {day.date for day, _room in places}, hours, look)
    labels = [tuple(clock[1][minute] for clock in clocks) for minute in hours]
    return TimeGrid(
        axes=(agenda.meeting.zone_label, *(name for name, _labels in clocks)),
        columns=tuple(_column(agenda, day, room, look) for day, room in places),
        ticks=tuple(
            GridTick(minute, (time_words(minute, look.time_style), *others))
            for minute, others in zip(hours, labels, strict=True)
        ),
        blocks=blocks,
    )


def _column(agenda: Agenda, day: Day, room: Room, look: Look) -> str:
    date = date_words(day.date, look.date_style)
    return say("{day}, {room}", day=date, room=room.name) if len(agenda.rooms) > 1 else date


def _block(agenda: Agenda, session: Session, column: int, look: Look) -> GridBlock:
    start = session.start_minute or 0
    tone = _TONES.get(session.kind, Tone.STRONG)
    return GridBlock(
        column, start, start + session.minutes, (Run(hours_of(session, look), Emphasis.SOFT), Run(" "),
         Run(session_heading(session))),
        tuple(_details(agenda, session)), session.id, tone, session_heading(session),
    )  # fmt: skip


def _details(agenda: Agenda, session: Session) -> Iterator[Detail]:
    objectives = objectives_words(agenda, session)
    if objectives:
        yield Detail(plain(objectives, Emphasis.SOFT))
    for line in seat_lines(agenda, session):
        role = plain(say("{role}: ", role=line.label), Emphasis.SOFT)
        note = plain(f" {line.note}", Emphasis.OPEN) if line.note else ()
        yield Detail(role, tuple(map(value_runs, line.values)), note)


def _clocks_alike(agenda: Agenda, dates: set[str], hours: range, look: Look) -> list[tuple[str, dict[int, str]]]:
    """Of the further zones those that are as far from the meeting's on all these days: a city, and its hours."""
    found = []
    for zone in further_zones(look):
        by_date = [_labels(agenda, date, hours, zone, look) for date in sorted(dates)]
        if by_date[0] is not None and all(labels == by_date[0] for labels in by_date):
            found.append(by_date[0])
    return found


def _labels(agenda: Agenda, iso_date: str, hours: range, zone: str, look: Look) -> tuple[str, dict[int, str]] | None:
    """ "Toronto UTC-5" and minute -> "04:00"; None when its clocks, or the meeting's, change in these hours."""
    times = [local_time_or_none(agenda.meeting.zone, iso_date, minute, zone) for minute in hours]
    known = [time for time in times if time is not None]
    offsets = {time.utc_offset_minutes for time in known}
    if len(known) < len(hours) or len(offsets) != 1:
        return None
    name = say("{city} {offset}", city=zone_city(zone), offset=offset_words(offsets.pop()))
    words = {minute: time_words(time.minute, look.time_style) for minute, time in zip(hours, known, strict=True)}
    return name, words
