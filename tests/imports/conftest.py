"""An open meeting with two roundtables, an opening and a closing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.document import Document
from planner.edits.imports import import_interests
from planner.imports.headings import guess_columns
from planner.imports.proposal import NO_DECISIONS, Decisions, Proposal
from planner.imports.proposing import propose
from planner.imports.tables import Sheet
from tests.imports.files import Rows, sheet_of
from tests.meetings import make_meeting

Propose = Callable[..., Proposal]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


@pytest.fixture
def preview(document: Document) -> Propose:
    """Rows, or a sheet -> their proposal against the meeting as it is now."""

    def do(rows: Rows | Sheet, decisions: Decisions = NO_DECISIONS, source: str = "answers.xlsx") -> Proposal:
        sheet = rows if isinstance(rows, Sheet) else sheet_of(rows, source)
        return propose(document.agenda, sheet, guess_columns(sheet, document.agenda), decisions=decisions)

    return do


@pytest.fixture
def take(document: Document, preview: Propose) -> Propose:
    """Imports rows; returns what was done."""

    def do(rows: Rows | Sheet, decisions: Decisions = NO_DECISIONS, source: str = "answers.xlsx") -> Proposal:
        proposal = preview(rows, decisions, source)
        import_interests(document, proposal)
        return proposal

    return do
