"""What each word of the command line does; none but the window and its picture loads Qt.

Each verb imports what it needs itself: the window must not wait for the PDF writer, nor ``check`` for either.
"""

import argparse
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.clock import format_span, parse_date
from planner.errors import InputProblem
from planner.starting import start_lightly
from planner.wording import say

if TYPE_CHECKING:
    from planner.export.agenda_paper import AgendaOptions
    from planner.models.agenda import Agenda
    from planner.models.aside_records import Draft
    from planner.models.records import Session
    from planner.rules.finding import Finding

_SMALLEST_SCALE, _LARGEST_SCALE = 0.5, 4.0


class Answer(NamedTuple):
    """What a verb prints on stdout, and the exit code."""

    text: str = ""
    exit_code: int = 0


def open_window(options: argparse.Namespace) -> Answer:
    """Show the window until it is closed."""
    start_lightly()
    from planner.ui.application import run_window

    return Answer(exit_code=run_window(options.file))


def make_file(options: argparse.Namespace) -> Answer:
    """Make a file from a template; prints its path."""
    from planner.making import create_from_template

    create_from_template(
        options.file,
        options.template,
        sample=options.sample,
        days=_dates(options.days),
        title=options.title,
    )
    return Answer(str(options.file))


def check_file(options: argparse.Namespace) -> Answer:
    """All findings; exit 1 when one of them is a clash."""
    from planner.export.agenda_json import findings_as_json
    from planner.models.file import read_agenda
    from planner.rules.all_findings import register_of
    from planner.rules.finding import Level
    from planner.rules.register_lines import accepted_words

    register = register_of(read_agenda(options.file))
    findings = register.open
    clashes = any(finding.level is Level.CLASH for finding in findings)
    lines = f"{_finding_lines(findings)}\n{accepted_words(register)}".strip()
    text = findings_as_json(findings) if options.json else lines
    return Answer(text, exit_code=int(clashes))


def _finding_lines(findings: Iterable["Finding"]) -> str:
    from planner.rules.finding import level_name

    lines = (
        say("{level}: {sentence}", level=level_name(finding.level), sentence=finding.sentence) for finding in findings
    )
    return "\n".join(lines) or say("Nothing to report.")


def show_file(options: argparse.Namespace) -> Answer:
    """The meeting as JSON with stable keys, or as an outline to read."""
    from planner.models.file import read_agenda

    agenda = read_agenda(options.file)
    if not options.json:
        return Answer("\n".join(_outline(agenda)))
    from planner.export.agenda_json import agenda_as_json

    return Answer(agenda_as_json(agenda))


def _outline(agenda: "Agenda") -> Iterable[str]:
    from planner.phrases import day_full, length, session_heading

    yield agenda.meeting.title
    for day in agenda.days_in_order:
        yield f"\n{day_full(day.date)} ({agenda.meeting.zone_label})"
        yield from (f"{_span(session)}  {session_heading(session)}" for session in agenda.sessions_on(day.id))
    if agenda.sessions_to_place:
        yield f"\n{say('To place')}"
        yield from (f"{length(session.minutes)}  {session_heading(session)}" for session in agenda.sessions_to_place)


def _span(session: "Session") -> str:
    start = session.start_minute or 0
    return format_span(start, start + session.minutes)


def tell_times(options: argparse.Namespace) -> Answer:
    """All seats, those of one person or entity, or all sessions in a zone, on three clocks."""
    from planner.export.seat_clocks import clocks_of_holder, clocks_of_seats, clocks_of_sessions
    from planner.export.times_card import card_text, zone_card_text
    from planner.export.times_table import times_as_json, times_table
    from planner.models.file import read_agenda
    from planner.rules.who_is_meant import who_is_meant

    agenda = read_agenda(options.file)
    if options.person is not None:
        meant = who_is_meant(agenda, options.person)
        holder = {"person_id": meant.person_id, "entity_id": meant.entity_id}
        lines, text = clocks_of_holder(agenda, **holder), card_text(agenda, **holder)
    elif options.zone is not None:
        lines, text = clocks_of_sessions(agenda, options.zone), zone_card_text(agenda, options.zone)
    else:
        lines = clocks_of_seats(agenda)
        text = times_table(lines) if lines else say("Nobody holds a seat yet.")
    return Answer(times_as_json(agenda, lines) if options.json else text)


def export_file(options: argparse.Namespace) -> Answer:
    """Write a paper, or list the papers there are."""
    from planner.batch_verbs import batch_kind, for_person, for_session, list_lines, write_batch
    from planner.export.batches import BATCHES
    from planner.export.papers import PAPERS, paper_kind
    from planner.models.file import read_agenda
    from planner.rules.drafts import state_named

    if options.list:
        return Answer("\n".join(list_lines([*PAPERS, *BATCHES])))
    if options.file is None or options.paper_key is None or options.out is None:
        raise InputProblem(say("An export needs three things: FILE, --as PAPER and --out OUT. See --list for papers."))
    batch = batch_kind(options.paper_key)
    paper = paper_kind(options.paper_key) if batch is None else None
    now = read_agenda(options.file)
    draft = _draft_wanted(now, options.draft)
    agenda, as_of = (now, "") if draft is None else _as_issued(now, draft)
    _spare_the_meeting(options.file, options.out)
    chosen = for_person(agenda, _agenda_options(options, agenda, as_of), options.person)
    chosen = for_session(agenda, chosen, options.session)
    if options.since:
        chosen = replace(chosen, before=state_named(agenda, options.since))
    if batch is not None:
        note = write_batch(options.file, now, draft, batch, chosen, options.out)
        return Answer("\n".join(line for line in (str(options.out), note) if line))
    if paper is not None:
        paper.write(agenda, chosen, options.out)
    return Answer(str(options.out))


def _draft_wanted(agenda: "Agenda", number: int | None) -> "Draft | None":
    """The draft of that number; None for the meeting as it stands. Before the first draft any number may be printed."""
    from planner.rules.drafts import drafts_of

    issued = {draft.number: draft for draft in drafts_of(agenda)}
    if number is not None and number < 0:
        raise InputProblem(say("A draft has a number from 1 on, and 0 means none. Give another."))
    if not number or not issued:
        return None
    if number not in issued:
        known = ", ".join(map(str, issued))
        raise InputProblem(say("There is no Draft {number}. Choose one of: {known}.", number=number, known=known))
    return issued[number]


def _as_issued(agenda: "Agenda", draft: "Draft") -> tuple["Agenda", str]:
    """The meeting as a draft has it, and its as-of time."""
    from planner.batch_verbs import unreadable
    from planner.rules.drafts import draft_agenda

    try:
        return draft_agenda(agenda, draft), draft.as_of
    except ValueError as problem:
        raise unreadable(draft.number) from problem


def _spare_the_meeting(meeting: Path, out: Path) -> None:
    if out.exists() and out.samefile(meeting):
        raise InputProblem(say("“{name}” is the meeting itself. Give another file to --out.", name=out.name))


def _agenda_options(options: argparse.Namespace, agenda: "Agenda", as_of: str) -> "AgendaOptions":
    from planner.export.agenda_paper import AgendaOptions, paper_named
    from planner.export.layouts import look_of
    from planner.export.profiles import profile_named
    from planner.local_times import now_in

    moment = options.as_of or as_of
    return AgendaOptions(
        draft_number=options.draft,
        watermark=not options.no_watermark,
        zones=tuple(zone.strip() for zone in options.zones.split(",") if zone.strip()),
        paper=paper_named(options.paper) if options.paper else None,
        as_of=moment_typed(moment) if moment else now_in(agenda.meeting.zone).replace(tzinfo=None),
        look=look_of(agenda),
        template=options.template,
        profile=profile_named(options.profile) if options.profile else None,
    )


def import_file(options: argparse.Namespace) -> Answer:
    """Take in expressions of interest, or tell what would happen; exit 1 when some rows are not taken."""
    from planner.importing import import_interests_from, preview_interests

    doing = preview_interests if options.dry_run else import_interests_from
    proposal = doing(options.file, options.table, meanings=options.meanings, sheet_title=options.sheet)
    exit_code = int(bool(proposal.rows_not_taken))
    if options.json:
        from planner.imports.proposal_json import proposal_as_json

        return Answer(proposal_as_json(proposal), exit_code)
    from planner.imports.summary import summary_lines

    return Answer("\n".join(summary_lines(proposal, written=not options.dry_run)), exit_code)


def take_picture(options: argparse.Namespace) -> Answer:
    """The main window with that file, as a picture, on the offscreen platform."""
    size, scale = _size(options.size), _scale(options.scale)
    _spare_the_meeting(options.file, options.out)
    from planner.ui.screenshot import take_screenshot

    take_screenshot(options.file, options.out, size=size, view=options.view, theme=options.theme, scale=scale)
    return Answer(str(options.out))


def _dates(text: str) -> list[date]:
    """ "2020-11-12,2020-11-13" -> dates. Raises InputProblem."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    return [_date(word) for word in words]


def _date(word: str) -> date:
    day = parse_date(word)
    if day is None:
        raise InputProblem(say("“{word}” is no date. Write it as 2020-11-12.", word=word))
    return day


def moment_typed(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            raise InputProblem(
                say("“{text}” has an offset. Write the time of the meeting's own zone, as 2020-11-05 18:00.", text=text)
            )
        return moment
    except ValueError as problem:
        raise InputProblem(say("“{text}” is no date and time. Write it as 2020-11-05 18:00.", text=text)) from problem


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text, re.ASCII)
    if match is None:
        raise InputProblem(say("“{text}” is no size. Write it as 1440x900, each from 100 to 9999.", text=text))
    return int(match[1]), int(match[2])


def _scale(text: str) -> float:
    match = re.fullmatch(r"[0-4](\.\d{1,3})?", text, re.ASCII)
    if match is None or not _SMALLEST_SCALE <= float(text) <= _LARGEST_SCALE:
        raise InputProblem(say("“{text}” is no scale. Give a number from 0.5 to 4, such as 2.", text=text))
    return float(text)
