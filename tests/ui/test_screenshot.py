"""The window as a picture: its size, its colours, the file untouched; each in a process of its own, as it is used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from planner.making import create_from_template
from planner.ui.theme import DARK, LIGHT


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The program's own command line."""
    main = Path(__file__).parents[2] / "main.py"
    without_screen = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, str(main), "screenshot", *map(str, arguments)]
    return subprocess.run(command, env=without_screen, capture_output=True, text=True, check=False)


def picture(path: Path) -> QImage:
    image = QImage(str(path))
    assert not image.isNull()
    return image


def test_a_picture_has_the_size_asked_for_and_leaves_the_file_as_it_was(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    done = run(sample, "--out", tmp_path / "window.png", "--size", "1100x700")
    assert (done.returncode, done.stderr) == (0, "")
    image = picture(tmp_path / "window.png")
    assert (image.width(), image.height()) == (1100, 700)
    assert sample.read_bytes() == before
    assert sorted(path.name for path in sample.parent.iterdir()) == ["sample.agenda"]


def test_a_picture_at_200_per_cent_has_four_times_the_pixels(sample: Path, tmp_path: Path) -> None:
    done = run(sample, "--out", tmp_path / "window.png", "--size", "1000x640", "--scale", "2")
    assert (done.returncode, done.stderr) == (0, "")
    image = picture(tmp_path / "window.png")
    assert (image.width(), image.height()) == (2000, 1280)


def colours(image: QImage) -> dict[str, int]:
    """How often each colour stands on every seventh pixel."""
    counted: dict[str, int] = {}
    for x in range(0, image.width(), 7):
        for y in range(0, image.height(), 7):
            name = image.pixelColor(x, y).name()
            counted[name] = counted.get(name, 0) + 1
    return counted


@pytest.mark.parametrize(("theme", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_a_picture_has_the_colours_of_the_theme(sample: Path, tmp_path: Path, theme: str, expected: object) -> None:
    done = run(sample, "--out", tmp_path / "window.png", "--size", "1440x900", "--theme", theme)
    assert (done.returncode, done.stderr) == (0, "")
    counted = colours(picture(tmp_path / "window.png"))
    total = sum(counted.values())
    for name in ("panel", "roundtable_fill"):
        assert counted.get(QColor(getattr(expected, name)).name(), 0) > total // 100
    other = LIGHT if expected is DARK else DARK
    assert counted.get(QColor(other.panel).name(), 0) < total // 100


def test_a_view_that_does_not_exist_is_one_sentence_and_exit_2(sample: Path, tmp_path: Path) -> None:
    done = run(sample, "--out", tmp_path / "window.png", "--view", "moon")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "window.png").exists()


def test_a_picture_that_cannot_be_written_is_one_sentence_and_exit_2(sample: Path, tmp_path: Path) -> None:
    done = run(sample, "--out", tmp_path / "no such folder" / "window.png")
    assert done.returncode == 2
    assert done.stderr.strip() == "“window.png” cannot be written. Choose another folder for the picture."


def test_a_file_that_is_no_agenda_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    stranger = tmp_path / "letter.agenda"
    stranger.write_text("Dear colleagues")
    done = run(stranger, "--out", tmp_path / "window.png")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert stranger.read_text() == "Dear colleagues"
