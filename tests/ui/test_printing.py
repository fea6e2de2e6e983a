"""Printing, into a file: pages of the paper's own size, those that were chosen, nothing but pictures of them."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.export.agenda_paper import AgendaOptions
from planner.export.previewing import AGENDA, PaperPages, pages_of
from planner.ui.printing import print_pages, set_page
from tests.export.paper_meetings import long_meeting
from tests.windows import start_application


@pytest.fixture
def pages() -> PaperPages:
    return pages_of(AGENDA, long_meeting(days=2, sessions_a_day=14), AgendaOptions())


def printed(qtbot: QtBot, pages: PaperPages, path: Path, first: int, last: int) -> list[tuple[int, int]]:
    """The pages that came out, in points."""
    start_application()
    window = QWidget()
    qtbot.addWidget(window)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    set_page(printer, pages)
    printer.setFromTo(first, last)
    assert print_pages(pages, printer, window)
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(width), round(height)) for width, height in map(document.get_page_size, range(len(document)))]
    finally:
        document.close()


def test_the_chosen_pages_are_printed_in_their_size(qtbot: QtBot, pages: PaperPages, tmp_path: Path) -> None:
    assert pages.count > 2
    assert printed(qtbot, pages, tmp_path / "printed.pdf", 2, 3) == [(595, 842), (595, 842)]


def test_the_whole_page_is_filled(qtbot: QtBot, pages: PaperPages, tmp_path: Path) -> None:
    """The rule at the foot lies where the paper has it."""
    path = tmp_path / "printed.pdf"
    printed(qtbot, pages, path, 1, 1)
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    image = page.render(scale=1).to_pil()
    page.close()
    document.close()
    dark = [y for y in range(780, 820) if min(image.getpixel((300, y))) < 225]
    assert dark[:1] == [801]
