"""Letters "what changed for you": for each who must be told a PDF, an updated calendar file and an e-mail draft."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from planner.export.agenda_paper import AgendaOptions
from planner.export.calendar_events import Calendar
from planner.export.clock_phrases import span_in_full, utc_in_full, when_told
from planner.export.folder_writing import refuse_taken_folder, write_folder_whole
from planner.export.look import USUAL_LOOK, Look
from planner.export.mail_words import OldAndNew, letter_mail
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Bullets,
    Column,
    Heading,
    PaperParts,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
    plain,
)
from planner.export.profiles import Profile
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.seat_clocks import ClockSpan, SeatClocks
from planner.export.sheet_holders import Lines, address_name, is_known, seats_by_holder
from planner.export.sheet_paper import for_participants, function_parts, what_holds
from planner.export.sheets import Batch, Packet, events_of, files_of
from planner.export.styled_sentences import in_style
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.rules.change_groups import zone_of
from planner.rules.drafts import drafts_of, plan_of
from planner.rules.identity import Same
from planner.rules.telling import ToTell
from planner.rules.told_to_you import sentence_to
from planner.wording import say

_SPANS = ("meeting", "there", "utc")


def letters_of(
    agenda: Agenda,
    entries: Sequence[ToTell],
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> Batch:
    """The files and the events to be remembered; ``papers_only`` as in sheets. Equal arguments give equal bytes.

    Raises InputProblem for signs that cannot be printed, ValueError for a draft that cannot be read, Cancelled.
    """
    shown = for_participants(agenda, options)
    calendar, seats = Calendar(shown, known_events), seats_by_holder(shown)
    packets = [_packet(agenda, shown, entry, options, calendar, seats.get(entry.holder, ())) for entry in entries]
    steps = Steps(len(packets), progress, cancel)
    files = tuple(files_of(agenda, packets, options, steps, papers_only=papers_only))
    return Batch(files, () if papers_only else events_of(packets))


def write_letters(
    agenda: Agenda,
    entries: Sequence[ToTell],
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> tuple[CalendarEvent, ...]:
    """Write the letters into a new folder, whole or not at all; returns the events to be remembered.

    Raises as ``letters_of`` does, and FileProblem.
    """
    refuse_taken_folder(folder)
    batch = letters_of(agenda, entries, known_events, options, progress, cancel, papers_only=papers_only)
    write_folder_whole(folder, batch.files)
    return batch.events


def _packet(
    agenda: Agenda, shown: Agenda, entry: ToTell, options: AgendaOptions, calendar: Calendar, seats: Lines
) -> Packet:
    known = _plan_known(agenda, entry)
    clocks = _old_and_new(known, entry, options, seats)
    sentences, name = sentences_for(agenda, known, entry, options.chosen_look), _address_name(shown, entry)
    entries, look = calendar.entries_of(entry.holder, seats), options.chosen_look
    return Packet(
        entry.holder,
        entry.name,
        letter_paper(shown, known, entry, options, seats),
        entries,
        say("What changed for you: {meeting}", meeting=agenda.meeting.title),
        letter_mail(shown, entry.holder, sentences, clocks, seats, name, look, has_calendar=bool(entries)),
    )


def _address_name(shown: Agenda, entry: ToTell) -> str:
    """Of somebody who is gone only the name is left."""
    return address_name(shown, entry.holder) if is_known(shown, entry.holder) else entry.name


def _plan_known(agenda: Agenda, entry: ToTell) -> Agenda:
    return plan_of(entry.known or drafts_of(agenda)[0])


def sentences_for(agenda: Agenda, known: Agenda, entry: ToTell, look: Look = USUAL_LOOK) -> tuple[str, ...]:
    """What changed, told to them, with old and new hours on their own clock too."""
    zone = zone_of(known, agenda, entry.holder)
    told = (in_style(change, look, lambda one: sentence_to(one, entry.holder, zone)) for change in entry.changes)
    # Two seats of one role in a session are one matter to whoever holds them.
    return tuple(dict.fromkeys(told))


def letter_paper(shown: Agenda, known: Agenda, entry: ToTell, options: AgendaOptions, seats: Lines) -> PaperParts:
    """What changed in sentences, the old and new times of each session, then the sheet as it is now."""
    look = options.chosen_look
    parts = (
        Heading(1, _address_name(shown, entry)),
        *(function_parts(shown, entry.holder, seats) if seats else ()),
        _since(entry),
        Bullets(tuple(map(plain, sentences_for(shown, known, entry, look)))),
        *(part for pair in _old_and_new(known, entry, options, seats) for part in _times(*pair, look)),
        Heading(1, say("What holds now")),
        *what_holds(shown, entry.holder, seats, look),
    )
    return paper_frame(shown, options, say("What changed for you"), parts)


def _since(entry: ToTell) -> Part:
    if entry.known is None:
        return body(say("You are new in the plan of the meeting."), ParagraphRole.LEAD)
    return body(
        say("Since Draft {number}, which you know, the plan has changed for you.", number=entry.known.number),
        ParagraphRole.LEAD,
    )


def _old_and_new(known: Agenda, entry: ToTell, options: AgendaOptions, now: Lines) -> tuple[OldAndNew, ...]:
    """Their seat as they know it and as it is, in each session that changed and in which they sat or sit."""
    before = _seats_known(Same(known), options.profile).get(entry.holder, ())
    old, new = ({line.session.id: line for line in lines} for lines in (before, now))
    changed = dict.fromkeys(change.session_id for change in entry.changes if change.session_id is not None)
    return tuple((old.get(key), new.get(key)) for key in changed if key in old or key in new)


@lru_cache(maxsize=16)
def _seats_known(known: Same[Agenda], profile: Profile | None) -> Mapping[Holder, Lines]:
    """Everybody's seats in a draft, which many of those who must be told know alike."""
    return seats_by_holder(for_participants(known.thing, AgendaOptions(profile=profile)))


def _times(old: SeatClocks | None, new: SeatClocks | None, look: Look) -> Iterator[Part]:
    """The old and new hours of a session."""
    line = new or old
    assert line is not None
    heading = session_heading(line.session)
    yield body(heading, ParagraphRole.SMALL_HEADING)
    columns = (Column(say("Hours"), 1, is_header=True), Column(say("Before"), 2.4), Column(say("Now"), 2.4))
    names = (say("Meeting time"), say("Your time"), say("UTC"))
    rows = tuple(
        Row(((body(name),), (body(_span(old, span, look)),), (body(_span(new, span, look)),)), line.session.id)
        for name, span in zip(names, _SPANS, strict=True)
    )
    yield Table(columns, rows, say("Old and new times of {session}", session=heading), together=True)


def _span(line: SeatClocks | None, which: str, look: Look) -> str:
    if line is None:
        return say("no seat")
    if line.meeting is None:
        return when_told(line)
    span: ClockSpan | None = getattr(line, which)
    if span is None:
        return say("not known")
    return utc_in_full(span, look) if which == "utc" else span_in_full(span, look)
