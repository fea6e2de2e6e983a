"""How a folder is called on the screen."""

from pathlib import Path


def folder_in_words(path: Path) -> str:
    """The folder that a file is in; "~" stands for the person's own."""
    folder, home = path.parent, Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
