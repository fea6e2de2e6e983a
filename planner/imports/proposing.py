"""A sheet and a meeting -> what an import would do, row by row. Nothing is written."""

from collections.abc import Iterator, Sequence

from planner.errors import ImportProblem
from planner.export.progress import CancelFlag, Progress, Steps
from planner.imports.changes import Changes
from planner.imports.columns import ColumnMap
from planner.imports.earlier import Earlier
from planner.imports.fields import Field
from planner.imports.known import Known
from planner.imports.matching import Match, Matcher
from planner.imports.proposal import NO_DECISIONS, Decisions, Proposal, ProposalRow, Question, Verdict
from planner.imports.receiving import ReceivedReader
from planner.imports.rows import GivenRow, RowReader
from planner.imports.segments import SegmentReader
from planner.imports.source_keys import SourceKey, source_key
from planner.imports.tables import Sheet
from planner.imports.twins import Twins
from planner.imports.wanting import WantingReader
from planner.models.agenda import Agenda
from planner.models.records import Interest
from planner.wording import say, say_count, say_list


def propose(
    agenda: Agenda,
    sheet: Sheet,
    columns: ColumnMap,
    *,
    decisions: Decisions = NO_DECISIONS,
    other_sheets: Sequence[str] = (),
    report: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> Proposal:
    """What would happen to each row. Raises ImportProblem when no column says who is interested; Cancelled."""
    if not columns.is_useful:
        raise ImportProblem(
            say("No heading of “{name}” says who is interested. Say which column holds the entity.", name=sheet.source)
        )
    body = sheet.rows[columns.first_row :]
    steps = Steps(2 * len(body), report, cancel)
    received = ReceivedReader(columns, body)
    reader = RowReader(columns, WantingReader(sheet, columns, SegmentReader(agenda)), received)
    given = []
    for row in body:
        if not _repeats_headings(row.cells, columns):
            given.append(reader.read(row))
        steps.advance()
    rows = _Proposing(agenda, sheet.source, decisions, given).rows(steps)
    notes = (*received.remarks(), *_notes(columns), *_unread(other_sheets), *sheet.remarks)
    return Proposal(sheet.source, columns, tuple(rows), notes)


def _repeats_headings(cells: tuple[str, ...], columns: ColumnMap) -> bool:
    return all(cell == column.heading for cell, column in zip(cells, columns.columns, strict=False) if cell)


def _notes(columns: ColumnMap) -> Iterator[str]:
    ignored = [column.heading for column in columns.of(Field.IGNORED) if column.heading]
    if ignored:
        names = say_list([say("“{heading}”", heading=heading) for heading in ignored])
        yield say("Columns not read: {columns}.", columns=names)


def _unread(sheets: Sequence[str]) -> Iterator[str]:
    if sheets:
        yield say_count(
            "The sheet {titles} was not read.",
            "The sheets {titles} were not read.",
            len(sheets),
            titles=say_list(sheets),
        )


class _Proposing:
    """Rows about the same entity and person are looked at together: they make one interest."""

    def __init__(self, agenda: Agenda, source: str, decisions: Decisions, given: list[GivenRow]) -> None:
        self._agenda, self._source, self._given = agenda, source, given
        known = Known(agenda)
        self._matcher = Matcher(known, decisions)
        self._groups: dict[tuple[str, str], list[GivenRow]] = {}
        for row in given:
            if not row.problem:
                self._groups.setdefault(row.key, []).append(row)
        self._keys = {key: source_key(source, rows) for key, rows in self._groups.items()}
        self._earlier = Earlier(agenda, {key.place for key in self._keys.values()})
        self._twins = Twins(decisions)
        self._changes = Changes(agenda, source, self._twins)

    def rows(self, steps: Steps) -> list[ProposalRow]:
        """In the order of the file."""
        done: dict[int, ProposalRow] = {}
        for key, group in self._groups.items():
            for row in self._group(self._keys[key], group):
                done[row.number] = row
            steps.reach(min(steps.done + len(group), steps.total))
        return [done.get(row.number) or _unreadable(row) for row in self._given]

    def _group(self, key: SourceKey, group: list[GivenRow]) -> list[ProposalRow]:
        found = self._earlier.same_place(key)
        if found is not None and found[0].digest == key.digest:
            return [_same(row, say("The same as before.")) for row in group]
        renamed = found is None
        found = found or self._earlier.corrected(key)
        if found is None:
            return self._fresh(key, group)
        return self._again(key, group, *found, renamed=renamed)

    def _fresh(self, key: SourceKey, group: list[GivenRow]) -> list[ProposalRow]:
        entity = self._entity(group[0])
        person = Match() if entity.question else self._person(group[0], entity)
        questions = [match.question for match in (entity, person) if match.question is not None]
        if questions:
            return [_asks(row, questions) for row in group]
        entity_id = self._entity_of(group[0], entity.id, person.id)
        change = self._changes.fresh(key, group, entity_id, person.id)
        there = None
        if change.interest is not None and not _is_new(change):
            there = self._earlier.wanted_alike(entity_id, person.id, change.interest.wishes)
        if there is not None:
            return [_same(row, say("The meeting holds it already: {source}.", source=there.source)) for row in group]
        return [change, *_followers(group)]

    def _person(self, row: GivenRow, entity: Match) -> Match:
        is_new_entity = bool(row.entity.key) and entity.id is None
        match = self._matcher.person(row, -1 if is_new_entity else entity.id)
        if match == Match() and row.person_key:
            return Match(question=self._twins.person(row))
        return match

    def _entity(self, row: GivenRow) -> Match:
        match = self._matcher.entity(row.entity)
        if match == Match() and row.entity.key:
            return Match(question=self._twins.entity(row))
        return match

    def _entity_of(self, row: GivenRow, entity_id: int | None, person_id: int | None) -> int | None:
        """A row that names no entity takes the person's."""
        if row.entity.key or person_id is None:
            return entity_id
        return self._agenda.people[person_id].entity_id

    def _again(
        self, key: SourceKey, group: list[GivenRow], old: SourceKey, interest: Interest, *, renamed: bool
    ) -> list[ProposalRow]:
        """Rows that were imported before and say something else now."""
        lead = group[0]
        entity = Match(interest.entity_id) if old.entity == key.entity else self._entity(lead)
        kept = interest.person_id is not None and (old.person == key.person or renamed)
        person = Match(interest.person_id) if kept else Match() if entity.question else self._person(lead, entity)
        questions = [match.question for match in (entity, person) if match.question is not None]
        if questions:
            return [_asks(row, questions) for row in group]
        change = self._changes.again(key, group, entity.id, person.id, interest, renamed=renamed)
        return [change, *(_followers(group) if change.interest else [_same(row, change.why) for row in group[1:]])]


def label_of(row: GivenRow) -> str:
    """Who a row is about: "Poland, Anna Nowak"."""
    return ", ".join(part for part in (row.entity.name, row.name.full) if part)


def _is_new(change: ProposalRow) -> bool:
    return any(record is not None and record.id is None for record in (change.entity, change.person))


def _unreadable(row: GivenRow) -> ProposalRow:
    return ProposalRow(row.number, label_of(row), Verdict.UNREADABLE, row.problem)


def _same(row: GivenRow, why: str) -> ProposalRow:
    return ProposalRow(row.number, label_of(row), Verdict.SAME, why)


def _followers(group: list[GivenRow]) -> Iterator[ProposalRow]:
    for row in group[1:]:
        why = say("Goes with row {number}: the same entity and person.", number=group[0].number)
        yield ProposalRow(row.number, label_of(row), Verdict.UPDATES, why)


def _asks(row: GivenRow, questions: list[Question]) -> ProposalRow:
    sentences = [_question_words(question) for question in questions]
    return ProposalRow(
        row.number, label_of(row), Verdict.NEEDS_DECISION, " ".join(sentences), questions=tuple(questions)
    )


def _question_words(question: Question) -> str:
    names = say_list([candidate.name for candidate in question.candidates])
    return say("“{text}” may be {names}. Say who is meant.", text=question.text, names=names)
