"""The main window as a picture, without a screen."""

import os
import shutil
import tempfile
from pathlib import Path

from planner.errors import FileProblem, InputProblem
from planner.models.header import check_header
from planner.wording import say


def take_screenshot(
    path: Path, out: Path, *, size: tuple[int, int], view: str = "timetable", theme: str = "light", scale: float = 1
) -> None:
    """Write the window showing a file as PNG, ``size`` in device-independent pixels. Raises PlannerError.

    The picture is made of a copy, so that a file open elsewhere can be shown and nothing of the person's changes.
    """
    check_header(path)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # This platform warns of every window with a least size; what a person should read is in our own sentences.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copyfile(path, Path(folder) / path.name))
        crashed = path.with_name(path.name + "-journal")
        if crashed.exists():
            shutil.copyfile(crashed, copy.with_name(crashed.name))
        _paint(copy, out, size, view, theme, Path(folder))


def _paint(path: Path, out: Path, size: tuple[int, int], view: str, theme_name: str, folder: Path) -> None:
    # Qt reads the environment when it is loaded, so it is imported after that is set.
    from planner.document import Document
    from planner.ui.application import make_application
    from planner.ui.desk import Desk
    from planner.ui.main_window import MainWindow
    from planner.ui.settings import Settings
    from planner.ui.theme import DARK, LIGHT
    from planner.ui.views import VIEWS

    if view not in VIEWS:
        raise InputProblem(say("There is no view {view}. Choose one of: {views}.", view=view, views=", ".join(VIEWS)))
    application, theme = make_application(DARK if theme_name == "dark" else LIGHT)
    window = MainWindow(Settings(folder / "settings.ini"), theme)
    window.resize(*size)
    window.show_desk(Desk(Document.open(path)))
    window.show_view(view)
    window.show()
    window.top_bar.show_changes()
    application.processEvents()
    if view == "papers":
        window.views.view(view).settle()
    picture = window.grab()
    window.close()
    if not picture.save(str(out), "PNG"):
        raise FileProblem(say("“{name}” cannot be written. Choose another folder for the picture.", name=out.name))
