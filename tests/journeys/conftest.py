"""A main window on a small meeting, closed after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.main_window import MainWindow
from tests.meetings import make_meeting
from tests.windows import make_window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the small meeting."""
    return make_meeting(tmp_path / "review.agenda")


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.ini"


@pytest.fixture
def empty_window(qtbot: QtBot, settings_file: Path) -> Iterator[MainWindow]:
    """The window with no meeting open."""
    made = make_window(settings_file)
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def window(empty_window: MainWindow, path: Path) -> MainWindow:
    """The window with the small meeting open."""
    assert empty_window.open_path(path)
    return empty_window
