"""Pages to look at: the same words as the paper, page by page, and where the sessions are on them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_pdf import agenda_pdf_bytes
from planner.export.papers import PAPERS
from planner.export.previewing import AGENDA, pages_of, papers_to_look_at
from planner.export.profiles import Profile
from tests.building import make_agenda, roundtable
from tests.export.paper_meetings import long_meeting

OPTIONS = AgendaOptions(profile=Profile.INTERNAL)


def words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_each_page_reads_as_in_the_whole_paper() -> None:
    agenda = long_meeting(days=2, sessions_a_day=14)
    pages = pages_of(AGENDA, agenda, OPTIONS)
    whole = agenda_pdf_bytes(agenda, OPTIONS)
    assert pages.count > 2
    assert [text for number in range(pages.count) for text in words(pages.pdf_of(number))] == words(whole.data)
    assert pages.places == whole.places


def test_a_page_can_be_drawn_again() -> None:
    pages = pages_of(AGENDA, make_agenda(sessions=[roundtable(1, 600)]), OPTIONS)
    assert pages.pdf_of(0) == pages.pdf_of(0)


def test_every_pdf_that_is_made_of_parts_can_be_looked_at() -> None:
    agenda = make_agenda(sessions=[roundtable(1, 600)])
    for kind in papers_to_look_at():
        assert pages_of(kind.key, agenda, AgendaOptions(before=make_agenda())).count >= 1


def test_a_paper_without_pages_is_refused() -> None:
    kind = next(kind for kind in PAPERS if kind.key == "people-csv")
    with pytest.raises(InputProblem) as refused:
        pages_of(kind.key, make_agenda(sessions=[]), OPTIONS)
    assert refused.value.sentence == f"“{kind.title}” has no preview. Choose another paper."
