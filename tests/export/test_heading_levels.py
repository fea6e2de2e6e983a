"""The headings of every paper: a level is never left out, in the structure or among the bookmarks."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

import pytest

from planner.export.agenda_paper import AgendaOptions
from planner.export.papers import PaperKind
from planner.export.previewing import pages_of, papers_to_look_at
from planner.export.structure import Element
from tests.export.paper_meetings import regional_review

AGENDA = regional_review()
OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 5, 18, 0), before=AGENDA)


def elements(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from elements(child)


@pytest.mark.parametrize("kind", papers_to_look_at(), ids=lambda kind: kind.key)
def test_no_level_of_headings_is_left_out(kind: PaperKind) -> None:
    laid_out = pages_of(kind.key, AGENDA, OPTIONS).laid_out
    blocks = [block for page in laid_out.pages for _y, block in page]
    drawn = {id(text.element) for block in blocks for text in block.texts}
    kinds = [element.kind for element in elements(laid_out.root) if id(element) in drawn]
    levels = [int(name[1:]) for name in kinds if name in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    assert levels[0] == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []
    bookmarks = [block.bookmark_level for block in blocks if block.bookmark]
    assert [(above, below) for above, below in pairwise([-1, *bookmarks]) if below > above + 1] == []
