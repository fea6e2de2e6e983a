"""From the start of a process to its first painted window: the program with a file, or bare PySide6 without one.

Run as a process of its own: ``python cold_start.py [FILE]``; it ends once the window has been painted.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def show_bare() -> None:
    """The least a PySide6 program can show."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication([])
    window = QLabel("Meeting")
    window.resize(1440, 900)
    window.show()
    application.processEvents()


def show_program(path: Path) -> None:
    """What ``python main.py FILE`` does until it waits for the person."""
    from planner.starting import start_lightly

    start_lightly()
    from planner.ui.application import open_window

    application, _window = open_window(path)
    application.processEvents()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show_program(Path(sys.argv[1]))
    else:
        show_bare()
    # Ending is not measured: Python's own tidying up would blur both figures.
    os._exit(0)
