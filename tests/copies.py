"""Two copies of one meeting, and what one takes in of the other."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from planner import edits
from planner.document import Document
from planner.merging import common_ancestry
from planner.rules.merging import Merge
from tests.meetings import make_meeting


@contextmanager
def open_copies(folder: Path) -> Iterator[tuple[Document, Document]]:
    """Two open copies of one meeting."""
    make_meeting(folder / "ours.agenda")
    shutil.copy(folder / "ours.agenda", folder / "theirs.agenda")
    with (
        closing(Document.open(folder / "ours.agenda")) as ours,
        closing(Document.open(folder / "theirs.agenda")) as theirs,
    ):
        yield ours, theirs


def take_in(document: Document, other: Document, *, theirs: bool = False) -> Merge:
    """Merge, with our side of each conflict, or theirs."""
    shared = common_ancestry(document, other.path)
    merge = shared.merge_into(document.agenda)
    edits.merging.merge_copy(document, shared, merge, merge.conflicts if theirs else ())
    return merge
