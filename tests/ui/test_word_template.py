"""An organization's own Word template in the export dialog: chosen, remembered, missed before anything is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from planner.export.docx_template import STYLES
from planner.resources import resource
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from tests.windows import choose_file, desk_of

WAIT_MS = 20_000


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[ExportDialog]:
    made = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(made)
    made.open_after.setChecked(False)
    made.show()
    yield made
    made.reject()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A template with a line of its own above every page."""
    document = Document(str(resource("templates", "paper.docx")))
    document.sections[0].header.paragraphs[0].text = "Invented Organization"
    document.save(str(tmp_path / "own.docx"))
    return tmp_path / "own.docx"


def choose_paper(dialog: ExportDialog, key: str) -> None:
    place = next(place for place in range(dialog.what.count()) if dialog.what.itemData(place).key == key)
    dialog.what.setCurrentIndex(place)
    dialog.what.activated.emit(place)


def choose_template(dialog: ExportDialog, text: str) -> None:
    place = dialog.template.findText(text)
    dialog.template.setCurrentIndex(place)
    dialog.template.activated.emit(place)


def test_only_papers_in_word_have_a_template(dialog: ExportDialog) -> None:
    assert not dialog.template.isVisible()
    choose_paper(dialog, "agenda-docx")
    assert (dialog.template.isVisible(), dialog.template.currentText()) == (True, "The program's own")
    choose_paper(dialog, "agenda-json")
    assert not dialog.template.isVisible()


def test_the_chosen_template_is_written_with_and_remembered(
    qtbot: QtBot, window: MainWindow, dialog: ExportDialog, own: Path, settings_file: Path
) -> None:
    choose_paper(dialog, "agenda-docx")
    choose_file(own)
    choose_template(dialog, "Choose…")
    assert dialog.template.currentText() == "own.docx"
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS) as written:
        dialog.start()
    header = Document(str(written.args[0])).sections[0].header
    assert header.paragraphs[0].text == "Invented Organization"
    assert Settings(settings_file).word_template() == own


def test_the_program_s_own_is_taken_again(dialog: ExportDialog, window: MainWindow, own: Path) -> None:
    window.files.settings.keep_word_template(own)
    choose_paper(dialog, "agenda-docx")
    choose_template(dialog, "The program's own")
    assert (dialog.options().template, window.files.settings.word_template()) == (None, None)


def test_nothing_chosen_leaves_what_was(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_values: ("", ""))
    choose_paper(dialog, "agenda-docx")
    choose_template(dialog, "Choose…")
    assert dialog.template.currentText() == "The program's own"


def test_a_template_that_is_gone_is_told_before_anything_is_written(
    qtbot: QtBot, window: MainWindow, own: Path, tmp_path: Path
) -> None:
    window.files.settings.keep_word_template(own)
    own.unlink()
    dialog = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(dialog)
    choose_paper(dialog, "agenda-docx")
    sentence = f"There is no Word template “own.docx” in {tmp_path} any more. Choose another, or the program's own."
    assert dialog.message.text() == sentence
    before = sorted(path.name for path in tmp_path.iterdir())
    dialog.start()
    assert dialog._worker is None
    assert dialog.message.text() == sentence
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    choose_template(dialog, "The program's own")
    assert dialog.message.text() == ""
    choose_paper(dialog, "agenda-pdf")
    assert dialog.options().template is None


def test_the_guide_names_every_style_that_a_template_must_have() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "word-template.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in guide.splitlines() if line.startswith("| ")]
    named = {name.strip() for row in rows for name in row.split(",")}
    assert set(STYLES) - named == set()
