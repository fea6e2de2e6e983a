"""Starting the window: fonts, theme, our own failures as a report, the last file."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.starting import started
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme import FAMILY, Theme, apply_theme, load_fonts, system_theme, text_px


def make_application(theme: Theme | None = None) -> tuple[QApplication, Theme]:
    """The Qt application with the program's fonts and colours; without a theme it follows the system."""
    existing = QApplication.instance()
    # As an option: what setStyle returns would load all that a QStyle knows, 8 ms.
    application = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Roundtable Planner")
    load_fonts()
    made = application.font()
    made.setFamily(FAMILY)
    made.setPixelSize(text_px())
    application.setFont(made)
    chosen = theme or system_theme()
    apply_theme(application, chosen)
    return application, chosen


def open_window(path: Path | None) -> tuple[QApplication, MainWindow]:
    """The shown window, with this file or the last one."""
    application, theme = make_application()
    settings = Settings()
    window = MainWindow(settings, theme)

    def follow_system() -> None:
        fresh = system_theme()
        apply_theme(application, fresh)
        window.set_theme(fresh)

    application.styleHints().colorSchemeChanged.connect(follow_system)
    wanted = path or settings.last_file()
    if wanted is not None:
        window.open_path(wanted)
    window.show()
    return application, window


def run_window(path: Path | None) -> int:
    """Show the window until it is closed; returns the exit code."""
    application, window = open_window(path)
    sys.excepthook = lambda *failure: _report(window, *failure)
    QTimer.singleShot(0, window, started)
    return application.exec()


def _report(window: MainWindow, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    """Show our own failure as a report to copy; what was committed before is safe in the file."""
    sys.__excepthook__(kind, failure, trace)
    if issubclass(kind, KeyboardInterrupt):
        window.close()
        return
    from planner.ui.report_dialog import ReportDialog, report_text

    text = report_text(kind, failure, trace)

    def show() -> None:
        dialog = ReportDialog(text, window)
        dialog.exec()

    QTimer.singleShot(0, window, show)
