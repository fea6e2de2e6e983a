"""Personal sheets as a batch: for each holder a PDF, a calendar file and an e-mail draft, and one PDF of all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from planner.export.agenda_paper import AgendaOptions
from planner.export.calendar_events import Calendar, Entry
from planner.export.calendar_file import calendar_file
from planner.export.file_stems import Stems
from planner.export.folder_writing import NamedFile, refuse_taken_folder, write_folder_whole
from planner.export.mail_draft import Attachment, mail_draft
from planner.export.mail_words import sheet_mail
from planner.export.paper_parts import PaperParts
from planner.export.paper_pdf import paper_pdf_bytes
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.sheet_holders import Lines, address_name, in_order_of_names, name_of, seats_by_holder
from planner.export.sheet_paper import combined_sheets, for_participants, personal_sheet
from planner.local_times import readings
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.rules.change import Holder
from planner.wording import say

COMBINED = "all-sheets.pdf"


class Batch(NamedTuple):
    """The files of a folder, and the events to be remembered once they are written."""

    files: tuple[NamedFile, ...]
    events: tuple[CalendarEvent, ...]


class Packet(NamedTuple):
    """What one holder is given: paper, calendar entries, subject and text of the e-mail."""

    holder: Holder
    name: str
    paper: PaperParts
    entries: tuple[Entry, ...]
    subject: str
    text: str


def sheets_of(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> Batch:
    """The sheets of ``options.holders``, else of all who hold a seat or have to be told that they no longer do.

    ``papers_only`` is for a plan of before, which must reach no calendar: nobody is given or told anything by it.
    Equal arguments give equal bytes. Raises InputProblem for signs that cannot be printed, Cancelled.
    """
    known = () if papers_only else known_events
    packets = _packets(agenda, Calendar(for_participants(agenda, options), known), options)
    steps = Steps(2 * len(packets) + 1, progress, cancel)
    files = list(files_of(agenda, packets, options, steps, papers_only=papers_only))
    done = steps.done
    combined = paper_pdf_bytes(
        combined_sheets(agenda, options), options.chosen_look,
        lambda part, of: steps.reach(done + len(packets) * part // of), cancel, as_of=options.as_of,
    )  # fmt: skip
    steps.reach(steps.total)
    return Batch((*files, NamedFile(COMBINED, combined.data)), () if papers_only else events_of(packets))


def events_of(packets: Iterable[Packet]) -> tuple[CalendarEvent, ...]:
    """What is to be remembered once they are written."""
    return tuple(entry.event for packet in packets for entry in packet.entries)


def _packets(agenda: Agenda, calendar: Calendar, options: AgendaOptions) -> list[Packet]:
    shown = for_participants(agenda, options)
    seats = seats_by_holder(shown)
    everybody = options.holders or tuple({**dict.fromkeys(seats), **dict.fromkeys(calendar.live_holders())})
    packets = []
    for holder in in_order_of_names(shown, everybody):
        held, entries = seats.get(holder, ()), calendar.entries_of(holder, seats.get(holder, ()))
        name = address_name(agenda, holder)
        paper = personal_sheet(shown, options, holder, held, name)
        text = sheet_mail(shown, holder, held, name, options.chosen_look, has_calendar=bool(entries))
        subject = _subject(agenda, held, has_calendar=bool(entries))
        packets.append(Packet(holder, name_of(agenda, holder), paper, entries, subject, text))
    return packets


def _subject(agenda: Agenda, held: Lines, *, has_calendar: bool) -> str:
    if not held and has_calendar:
        return say("Your entries are cancelled: {meeting}", meeting=agenda.meeting.title)
    return say("Your seats: {meeting}", meeting=agenda.meeting.title)


def files_of(
    agenda: Agenda, packets: Sequence[Packet], options: AgendaOptions, steps: Steps, *, papers_only: bool = False
) -> Iterator[NamedFile]:
    """PDF, .ics and .eml of each, or the PDF alone; one step a packet. Raises InputProblem, Cancelled."""
    stems, stamp, shown = Stems(), stamp_of(agenda, options.as_of), for_participants(agenda, options)
    for packet in packets:
        stem = stems.stem_for(packet.name, _fallback(packet.holder))
        pdf = paper_pdf_bytes(packet.paper, options.chosen_look, as_of=options.as_of).data
        attached = [Attachment(f"{stem}.pdf", pdf)]
        if packet.entries and not papers_only:
            calendar = calendar_file(shown, packet.entries, stamp, options.chosen_look)
            attached.append(Attachment(f"{stem}.ics", calendar.content, calendar.method))
        yield from (NamedFile(attachment.name, attachment.content) for attachment in attached)
        if not papers_only:
            draft = mail_draft(address(agenda, packet.holder), packet.subject, packet.text, attached)
            yield NamedFile(f"{stem}.eml", draft)
        steps.advance()


def _fallback(holder: Holder) -> str:
    person_id, entity_id = holder
    return f"person-{person_id}" if person_id is not None else f"entity-{entity_id}"


def address(agenda: Agenda, holder: Holder) -> str:
    """The person's e-mail address; nothing for an entity or for somebody who is gone."""
    person = agenda.people.get(holder[0]) if holder[0] is not None else None
    return "" if person is None else person.email


def stamp_of(agenda: Agenda, as_of: datetime | None) -> datetime:
    """As-of time in UTC; without one the midnight before the meeting, since no clock may be asked."""
    if as_of is None:
        first = next((day.date for day in agenda.days_in_order), "2000-01-01")
        return datetime.combine(datetime.fromisoformat(first).date(), time(), UTC)
    minute = as_of.hour * 60 + as_of.minute
    return readings(agenda.meeting.zone, as_of.date().isoformat(), minute)[0].moment


def write_sheets(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> tuple[CalendarEvent, ...]:
    """Write the sheets into a new folder, whole or not at all; returns the events to be remembered.

    Raises InputProblem, FileProblem, Cancelled.
    """
    refuse_taken_folder(folder)
    batch = sheets_of(agenda, known_events, options, progress, cancel, papers_only=papers_only)
    write_folder_whole(folder, batch.files)
    return batch.events
