"""What is remembered between runs, in a settings file of its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from planner.ui.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "somewhere" / "settings.ini"


def agenda_file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.agenda"
    path.touch()
    return path


def test_a_fresh_program_remembers_nothing(file: Path) -> None:
    settings = Settings(file)
    assert (settings.recent_files(), settings.last_file(), settings.zoom()) == ((), None, 0.0)
    assert settings.layout("window").isEmpty()


def test_recent_files_stand_newest_first_and_once(file: Path, tmp_path: Path) -> None:
    one, two = agenda_file(tmp_path, "one"), agenda_file(tmp_path, "two")
    settings = Settings(file)
    for path in (one, two, one):
        settings.add_recent(path)
    assert settings.recent_files() == (one, two)
    assert settings.last_file() == one


def test_a_single_recent_file_is_read_back(file: Path, tmp_path: Path) -> None:
    one = agenda_file(tmp_path, "one")
    Settings(file).add_recent(one)
    assert Settings(file).recent_files() == (one,)


def test_a_name_with_comma_and_accents_is_read_back(file: Path, tmp_path: Path) -> None:
    odd = agenda_file(tmp_path, "Réunion, deuxième; 50 % – Ελλάδα")
    Settings(file).add_recent(odd)
    assert Settings(file).recent_files() == (odd,)
    assert Settings(file).last_file() == odd


def test_only_the_latest_ten_are_kept(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    paths = [agenda_file(tmp_path, f"meeting {number}") for number in range(14)]
    for path in paths:
        settings.add_recent(path)
    assert settings.recent_files() == tuple(reversed(paths[4:]))


def test_a_last_file_that_is_gone_is_no_last_file(file: Path, tmp_path: Path) -> None:
    gone = agenda_file(tmp_path, "gone")
    settings = Settings(file)
    settings.add_recent(gone)
    gone.unlink()
    assert settings.last_file() is None
    assert settings.recent_files() == (gone,)


def test_the_last_file_can_be_forgotten(file: Path, tmp_path: Path) -> None:
    one = agenda_file(tmp_path, "one")
    settings = Settings(file)
    settings.add_recent(one)
    settings.forget_last_file()
    assert settings.last_file() is None
    assert settings.recent_files() == (one,)


def test_layout_and_zoom_come_back_after_a_restart(file: Path) -> None:
    settings = Settings(file)
    settings.keep_layout("window", QByteArray(b"\x00\x01layout\xff"))
    settings.keep_zoom(2.35)
    del settings
    again = Settings(file)
    assert (again.layout("window"), again.zoom()) == (QByteArray(b"\x00\x01layout\xff"), 2.35)


@pytest.mark.parametrize("text", ["", "wide", "1,5"])
def test_a_zoom_that_is_no_number_fits_the_day(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(f"[timetable]\nzoom={text}\n")
    assert Settings(file).zoom() == 0.0


def test_a_settings_file_of_rubbish_does_not_stop_the_program(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(bytes(range(256)) * 8)
    settings = Settings(file)
    assert (settings.recent_files(), settings.last_file(), settings.zoom()) == ((), None, 0.0)


def test_without_a_path_the_settings_lie_in_the_person_s_own_folder(personal_folder: Path, tmp_path: Path) -> None:
    settings = Settings()
    settings.add_recent(agenda_file(tmp_path, "one"))
    settings._store.sync()
    assert (personal_folder / "config" / "roundtable-planner" / "settings.ini").is_file()
