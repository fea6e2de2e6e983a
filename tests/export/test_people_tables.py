import csv
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.errors import FileProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.harmless import harmless
from planner.export.people_tables import headings, rows_of_people, write_people_csv, write_people_xlsx
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from tests.building import entity, make_agenda, person, roundtable, seat


def people_of(*added: dict[str, str]) -> Agenda:
    """Northland's Anna Example in two roundtables, and people of these fields."""
    northland = replace(entity(1, "Northland"), country_code="NO")
    anna = replace(
        person(1, "Anna", "Élan", entity=1),
        honorific="H.E. Ms.", function="Minister", email="anna@example.org", phone="+41 22 000 00 00",
        zone="Europe/Oslo", languages="en, fr", gender="female",
    )  # fmt: skip
    others = [replace(person(number, "Ben"), **values) for number, values in enumerate(added, start=2)]
    seats = [
        seat(1, 3, person=1),
        seat(2, 1, Role.MODERATOR, person=1),
        seat(3, 2, person=1, state=SeatState.DECLINED),
    ]
    sessions = [roundtable(1, 600), roundtable(2, 700), roundtable(3, 800)]
    return make_agenda(entities=[northland], people=[anna, *others], sessions=sessions, seats=seats)


ANNA = (
    "H.E. Ms.", "Anna", "Élan", "Minister", "Northland", "UNECE member State", "NO", "Europe/Oslo", "en, fr", "Female",
    "anna@example.org", "+41 22 000 00 00", "RT1 moderator, RT3",
)  # fmt: skip


def read_csv(path: Path) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def test_a_row_tells_all_of_a_person() -> None:
    assert rows_of_people(people_of()) == [ANNA]


def test_people_stand_by_family_name_whatever_its_accents() -> None:
    agenda = people_of({"family_name": "Zeta"}, {"family_name": "Alpha"}, {"family_name": "fable"})
    assert [row[2] for row in rows_of_people(agenda)] == ["Alpha", "Élan", "fable", "Zeta"]


def test_a_csv_reads_back_with_what_could_run_behind_an_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_people_csv(people_of(), AgendaOptions(), path)
    assert path.read_bytes()[:3] == b"\xef\xbb\xbf"
    assert read_csv(path) == [headings(), (*ANNA[:11], "'+41 22 000 00 00", ANNA[12])]


def test_a_workbook_reads_back_as_text(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    write_people_xlsx(people_of(), AgendaOptions(), path)
    sheet = load_workbook(path)["People"]
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows()] == [headings(), ANNA]


EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1"]


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "people.xlsx"
    write_people_xlsx(people_of({"family_name": "Zeta", "function": text}), AgendaOptions(), path)
    cell = load_workbook(path)["People"]["D3"]
    assert (cell.value.replace("\n", "\r"), cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_a_csv_begins_as_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "people.csv"
    write_people_csv(people_of({"family_name": "Zeta", "function": text}), AgendaOptions(), path)
    assert read_csv(path)[2][3] == f"'{text}"


@pytest.mark.parametrize("text", ["", "Minister", "a=b", "O'Neil", "12"])
def test_plain_text_stays_plain(text: str) -> None:
    assert harmless(text) == text


def test_what_no_workbook_can_hold_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    write_people_xlsx(people_of({"family_name": "Zeta", "function": "Mini\x0bster"}), AgendaOptions(), path)
    assert load_workbook(path)["People"]["D3"].value == "Minister"


@pytest.mark.parametrize("write", [write_people_csv, write_people_xlsx])
def test_a_missing_folder_is_said_and_nothing_written(tmp_path: Path, write: object) -> None:
    with pytest.raises(FileProblem):
        write(people_of(), AgendaOptions(), tmp_path / "nowhere" / "people")  # type: ignore[operator]
    assert list(tmp_path.iterdir()) == []
