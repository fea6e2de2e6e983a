"""Where the program's own files are: fonts, icons, templates, data, languages."""

from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """The ``resources`` folder: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one of the program's own files, e.g. ``resource("fonts", "NotoSans-Bold.ttf")``."""
    return resources_folder().joinpath(*parts)
