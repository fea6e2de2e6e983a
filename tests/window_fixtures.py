"""A main window on a small meeting, closed after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.main_window import MainWindow
from tests.meetings import make_meeting
from tests.windows import end_window, make_window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the small meeting."""
    return make_meeting(tmp_path / "review.agenda")


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.ini"


@pytest.fixture
def empty_window(qapp: QApplication, settings_file: Path) -> Iterator[MainWindow]:
    """The window with no meeting open."""
    made = make_window(settings_file)
    yield made
    end_window(made)


@pytest.fixture
def window(empty_window: MainWindow, path: Path) -> MainWindow:
    """The window with the small meeting open."""
    assert empty_window.open_path(path)
    return empty_window
