"""A large import: the dialog shows how far it is and lives on; stopped, it has written nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.imports import import_interests
from planner.imports.proposal import Proposal
from planner.ui.import_dialog import ImportDialog
from planner.ui.import_writing import Writing
from planner.ui.theme import LIGHT
from tests.meetings import make_meeting
from tests.windows import start_application

ROWS = 3_000


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


@pytest.fixture
def dialog(qtbot: QtBot, document: Document, tmp_path: Path) -> ImportDialog:
    """With a preview of many rows."""
    start_application()
    made = ImportDialog(document.agenda, LIGHT)
    qtbot.addWidget(made)

    def write(proposal: Proposal, writing: Writing) -> None:
        writing.run(lambda: import_interests(document, proposal, report=writing.report, cancel=writing))

    made.import_requested.connect(write)
    made.show()
    path = tmp_path / "many.csv"
    path.write_text("Entity,Name,Session\n" + "".join(f"Examplia,Person{n} S{n},RT 1\n" for n in range(ROWS)))
    made.read_path(path)
    qtbot.waitUntil(lambda: made.accept_button.isEnabled(), timeout=20_000)
    return made


def test_writing_shows_how_far_it_is(qtbot: QtBot, dialog: ImportDialog, document: Document) -> None:
    seen: list[tuple[str, bool, bool, bool]] = []
    dialog.progress.valueChanged.connect(
        lambda _done: seen.append(
            (
                dialog.message.text(),
                dialog.progress.isVisible(),
                dialog.accept_button.isEnabled(),
                dialog.cancel.isEnabled(),
            )
        )
    )
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert set(seen) == {("Writing…", True, False, True)}
    assert len(document.agenda.interests) == ROWS
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["button", "key", "close"])
def test_a_stop_while_writing_takes_all_of_it_back(
    qtbot: QtBot, dialog: ImportDialog, document: Document, way: str
) -> None:
    before = document.agenda
    ways = {
        "button": lambda: qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton),
        "key": lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
        "close": dialog.close,
    }
    dialog.progress.valueChanged.connect(lambda done: ways[way]() if done >= ROWS else None)
    dialog.accept_button.click()
    assert document.agenda is before
    assert (dialog.isVisible(), dialog.message.text()) == (True, "Stopped; nothing was written.")
    assert (dialog.accept_button.isEnabled(), dialog.progress.isVisible()) == (True, False)
    dialog.close()
    assert not dialog.isVisible()
