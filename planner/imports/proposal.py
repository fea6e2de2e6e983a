"""What an import would do, row by row: shown before anything is written, and the only thing the verb takes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from planner.imports.columns import ColumnMap
from planner.imports.wanting import Wanted
from planner.wording import say

Decisions = Mapping[str, int | None]
"""Question key -> the id of the candidate meant, or None for a new one."""
NO_DECISIONS: Decisions = MappingProxyType({})


class Verdict(StrEnum):
    """What happens to a row."""

    NEW = "new"
    UPDATES = "updates"
    SAME = "same"
    NEEDS_DECISION = "needs-decision"
    UNREADABLE = "unreadable"


def verdict_name(verdict: Verdict) -> str:
    return {
        Verdict.NEW: say("New"),
        Verdict.UPDATES: say("Updates"),
        Verdict.SAME: say("Same as before"),
        Verdict.NEEDS_DECISION: say("Needs a decision"),
        Verdict.UNREADABLE: say("Cannot be read"),
    }[verdict]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody already in the meeting, or in an earlier row; ``likeness`` is 0 to 100."""

    id: int
    name: str
    likeness: int


@dataclass(frozen=True, slots=True)
class Question:
    """Who is meant; one answer holds for all rows with the same ``key``.

    ``table`` is "entities", "people", or "rows" when the candidates are new ones of earlier rows: their ids are the
    numbers of those rows.
    """

    key: str
    table: str
    text: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """An entity or a person: known by ``id``, or new (None) and the same for all rows with this ``key``.

    ``values`` are the columns to write, none when the record stays as it is.
    """

    key: str
    id: int | None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InterestChange:
    """The expression of interest a row leads to; ``id`` is None for a new one, ``wishes`` is the whole list."""

    id: int | None
    received: str
    source: str
    source_key: str
    note: str
    wishes: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One row of the file; ``label`` says who, ``why`` is a sentence.

    Rows about the same entity and person make one interest: the first of them carries what is written.
    """

    number: int
    label: str
    verdict: Verdict
    why: str
    entity: RecordChange | None = None
    person: RecordChange | None = None
    interest: InterestChange | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All rows of one sheet in order; ``notes`` tell what was not read at all."""

    source: str
    columns: ColumnMap
    rows: tuple[ProposalRow, ...]
    notes: tuple[str, ...] = ()

    def counts(self) -> Mapping[Verdict, int]:
        """How many rows have each verdict; all verdicts are there."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def rows_to_write(self) -> tuple[ProposalRow, ...]:
        return tuple(row for row in self.rows if row.interest is not None)

    @property
    def rows_not_taken(self) -> tuple[ProposalRow, ...]:
        return tuple(row for row in self.rows if row.verdict in (Verdict.NEEDS_DECISION, Verdict.UNREADABLE))

    def questions(self) -> Iterator[Question]:
        """Each open question once."""
        yield from {question.key: question for row in self.rows for question in row.questions}.values()
