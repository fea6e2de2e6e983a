"""Tests of the window's parts begin with a window."""

from tests.window_fixtures import empty_window, path, settings_file, window

__all__ = ["empty_window", "path", "settings_file", "window"]
