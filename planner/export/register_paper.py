"""The register of accepted findings as an annex: what stands and why, what lapsed, and rules at another level."""

from collections.abc import Iterable

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Column, Heading, PaperParts, ParagraphRole, Part, Row, Table, body
from planner.models.agenda import Agenda
from planner.models.aside_records import Acceptance
from planner.rules.all_findings import register_of
from planner.rules.finding import level_name
from planner.rules.moments import date_made_words
from planner.rules.register import Register, lapsed
from planner.rules.register_lines import level_lines
from planner.wording import say


def register_paper(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """The content of the annex; it says so when nothing was accepted."""
    parts = tuple(_parts(agenda, register_of(agenda)))
    return paper_frame(agenda, options, say("Annex: register of accepted findings, internal"), parts, landscape=True)


def _parts(agenda: Agenda, register: Register) -> Iterable[Part]:
    yield body(
        say(
            "What was found and accepted as it stands, by whom and why. "
            "An acceptance lapses by itself when the time, a person or the level changes."
        ),
        ParagraphRole.LEAD,
    )
    yield Heading(1, say("Accepted"))
    accepted = [(level_name(entry.finding.level), entry.acceptance) for entry in register.accepted]
    yield _table(agenda, accepted) if accepted else body(say("Nothing was accepted."))
    gone = [(say("Lapsed"), acceptance) for acceptance in lapsed(agenda, register)]
    if gone:
        yield Heading(1, say("Lapsed since"))
        yield _table(agenda, gone)
    levels = tuple(level_lines(agenda))
    if levels:
        yield Heading(1, say("Levels of this meeting"))
        columns = (Column(say("Level"), 1, is_header=True), Column(say("Rule"), 7))
        rows = tuple(_row((line.state, line.sentence)) for line in levels)
        yield Table(columns, rows, say("Rules that this meeting takes more or less gravely"))


def _table(agenda: Agenda, entries: Iterable[tuple[str, Acceptance]]) -> Table:
    columns = (
        Column(say("Level"), 1, is_header=True), Column(say("Finding"), 5), Column(say("Reason"), 4),
        Column(say("Accepted by"), 2), Column(say("Date"), 1.5),
    )  # fmt: skip
    rows = tuple(_row((level, *_facts(agenda, acceptance))) for level, acceptance in entries)
    return Table(columns, rows, say("Findings with the reason for which each was accepted"))


def _facts(agenda: Agenda, acceptance: Acceptance) -> tuple[str, ...]:
    day = date_made_words(acceptance.accepted_at, agenda.meeting.zone)
    return acceptance.sentence, acceptance.reason, acceptance.name, day


def _row(texts: Iterable[str]) -> Row:
    return Row(tuple((body(text),) for text in texts))
