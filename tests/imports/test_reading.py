"""Files of every shape become the same rows; hostile ones end in one sentence."""

import threading
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from planner.errors import FileProblem, ImportProblem
from planner.export.progress import Cancelled
from planner.imports.reading import read_pasted, read_sheets
from tests.imports.files import ANSWERS, write_csv, write_ods, write_xlsx, write_zip_bomb

RUSSIAN = (("Страна", "ФИО", "Роль"), ("Кыргызстан", "Иванова Анна", "Докладчик"))
FRENCH = (("Entité", "Prénom", "Rôle"), ("Société d'été", "Zoé", "Modérateur"))


def cells(path: Path) -> list[tuple[str, ...]]:
    (sheet,) = read_sheets(path)
    return [row.cells for row in sheet.rows]


def refused(path: Path) -> str:
    with pytest.raises(ImportProblem) as problem:
        read_sheets(path)
    return problem.value.sentence


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    assert cells(write_csv(tmp_path / "a.csv", ANSWERS, delimiter=delimiter)) == list(ANSWERS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_russian_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert cells(write_csv(tmp_path / "a.csv", RUSSIAN, delimiter=";", encoding=encoding)) == list(RUSSIAN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_french_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert cells(write_csv(tmp_path / "a.csv", FRENCH, delimiter=";", encoding=encoding)) == list(FRENCH)


def test_excels_hint_about_the_delimiter_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\r\nEntity;Name\r\nExamplia;Ann\r\n")
    (sheet,) = read_sheets(path)
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("Entity", "Name")), (3, ("Examplia", "Ann"))]


def test_pasted_text_is_read_as_a_table() -> None:
    (sheet,) = read_pasted("Entity\tName\nExamplia\tAnn\n")
    assert [row.cells for row in sheet.rows] == [("Entity", "Name"), ("Examplia", "Ann")]


def test_a_mail_with_a_line_for_each_fact_is_read_as_a_table() -> None:
    (sheet,) = read_pasted("Entity: Examplia\nName: Ann\nNote: first\nand second\n\nEntity: Other\nName: Ben\n")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (0, ("Entity", "Name", "Note")),
        (1, ("Examplia", "Ann", "first\nand second")),
        (6, ("Other", "Ben")),
    ]


def test_a_greeting_and_a_signature_are_no_part_of_a_mail(tmp_path: Path) -> None:
    mail = "Dear all,\n\nbelow is our answer:\n\nEntity: Examplia\nRole: Speaker\n\nKind regards,\nAnn\n"
    (sheet,) = read_pasted(mail)
    assert [row.cells for row in sheet.rows] == [("Entity", "Role"), ("Examplia", "Speaker")]


def test_a_table_drawn_with_lines_is_read(tmp_path: Path) -> None:
    (sheet,) = read_pasted("| Entity | Name |\n|:-----|------|\n| Examplia | Ann |\n")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("", "Entity", "Name")),
        (3, ("", "Examplia", "Ann")),
    ]


def marked(path: Path) -> Path:
    """A line through row 2, row 3 hidden, a formula without a value in row 4."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [["Entity", "Name"], ["Examplia", "Ann"], ["Other", "Ben"], ["Third", "=1+1"]]:
        sheet.append(row)
    for cell in sheet[2]:
        cell.font = Font(strike=True)
    sheet["A3"].font = Font(strike=True)
    sheet.row_dimensions[3].hidden = True
    book.save(path)
    return path


def test_what_the_values_of_a_workbook_do_not_tell_is_told(tmp_path: Path) -> None:
    (sheet,) = read_sheets(marked(tmp_path / "a.xlsx"))
    assert [row.number for row in sheet.rows if row.is_struck] == [2]
    assert sheet.remarks == (
        "Row 3 is hidden in the file; it is read like any other.",
        "The formula in B4 has no value. Open the file in a spreadsheet, save it, and import it again.",
    )


def test_rows_hidden_or_with_a_line_through_them_are_told_of_an_open_document(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", ANSWERS, hidden_rows=[2], struck_rows=[3])
    (sheet,) = read_sheets(path)
    assert [row.number for row in sheet.rows if row.is_struck] == [3]
    assert sheet.remarks == ("Row 2 is hidden in the file; it is read like any other.",)


def test_errors_of_formulas_are_nothing(tmp_path: Path) -> None:
    assert cells(write_xlsx(tmp_path / "a.xlsx", [["#REF!", "Ann", "#N/A"]])) == [("", "Ann")]


def test_blank_rows_are_left_out_and_numbers_kept(tmp_path: Path) -> None:
    (sheet,) = read_sheets(write_xlsx(tmp_path / "a.xlsx", [["Entity"], [], [None, "  "], ["Examplia"]]))
    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("Entity",)), (4, ("Examplia",))]


def test_values_of_a_workbook_become_plain_text(tmp_path: Path) -> None:
    row = [3, 2.5, datetime(2020, 11, 12), True, " x "]
    assert cells(write_xlsx(tmp_path / "a.xlsx", [row])) == [("3", "2.5", "2020-11-12", "True", "x")]


def test_a_formula_is_never_run(tmp_path: Path) -> None:
    assert cells(write_xlsx(tmp_path / "a.xlsx", [["Entity", "Note"], ["Examplia", '=HYPERLINK("x")']])) == [
        ("Entity", "Note"),
        ("Examplia",),
    ]


def test_merged_cells_count_for_each_row_they_span(tmp_path: Path) -> None:
    rows = [["Entity", "Name"], ["Examplia", "Ann"], [None, "Ben"], ["Other", "Cleo"]]
    path = write_xlsx(tmp_path / "a.xlsx", rows, merged=["A2:A3"])
    assert cells(path) == [("Entity", "Name"), ("Examplia", "Ann"), ("Examplia", "Ben"), ("Other", "Cleo")]


def test_every_filled_sheet_is_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ANSWERS, further={"Empty": [], "Second": [["Entity"]]})
    assert [sheet.title for sheet in read_sheets(path)] == ["Sheet", "Second"]


HIDDEN = "The hidden sheets “Old” and “Lists” were not read."


def test_hidden_sheets_are_told_and_not_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ANSWERS, further={"Old": ANSWERS, "Lists": ANSWERS}, hidden=["Old", "Lists"])
    assert [(sheet.title, sheet.remarks) for sheet in read_sheets(path)] == [("Sheet", (HIDDEN,))]


def test_hidden_sheets_of_an_open_document_are_told_and_not_read(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", ANSWERS, hidden=["Old", "Lists"])
    assert [(sheet.title, sheet.remarks) for sheet in read_sheets(path)] == [("Answers", (HIDDEN,))]


def test_a_file_with_hidden_sheets_alone_says_so(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [], further={"Old": ANSWERS}, hidden=["Old"])
    sentence = (
        "Only hidden sheets of “a.xlsx” hold anything: “Old”. "
        "Show them in the spreadsheet, save it, and import it again."
    )
    assert refused(path) == sentence


def test_cells_beyond_the_last_column_are_told(tmp_path: Path) -> None:
    remark = "Row 2 goes on beyond column GR, which is the last one read."
    wide = [["Entity"], [*["x"] * 200, "far", "", "farther"], [*["x"] * 200, " "]]
    for path in (write_xlsx(tmp_path / "a.xlsx", wide), write_csv(tmp_path / "a.csv", wide)):
        (sheet,) = read_sheets(path)
        assert (sheet.remarks, [len(row.cells) for row in sheet.rows]) == ((remark,), [1, 200, 200])
    (sheet,) = read_sheets(write_ods(tmp_path / "a.ods", wide))
    assert (sheet.remarks, sheet.width) == ((remark,), 200)


def test_cells_merged_downwards_in_the_last_column_count_for_each_row(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["Ann", "Examplia"], ["Ben"], ["Cleo"]], merged=["B1:B2"])
    assert cells(path) == [("Ann", "Examplia"), ("Ben", "Examplia"), ("Cleo",)]


def test_an_open_document_is_read_without_its_million_blank_rows(tmp_path: Path) -> None:
    assert cells(write_ods(tmp_path / "a.ods", [["Entity", "Name"], [], ["Examplia", "", "Ann"]])) == [
        ("Entity", "Name"),
        ("Examplia", "", "Ann"),
    ]


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ANSWERS)
    assert cells(path.rename(tmp_path / "a.csv")) == list(ANSWERS)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    sentence = "“a.xlsx” swells to an unsafe size when it is opened. Ask its sender for a CSV file."
    assert refused(write_zip_bomb(tmp_path / "a.xlsx")) == sentence


@pytest.mark.parametrize("kept", [10, 300, 2000])
def test_a_cut_off_workbook_is_called_damaged(tmp_path: Path, kept: int) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ANSWERS)
    path.write_bytes(path.read_bytes()[:kept])
    assert refused(path) == "“a.xlsx” is damaged and cannot be read. Ask its sender for it again, or for a CSV file."


def test_a_workbook_with_spoiled_bytes_is_called_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ANSWERS)
    content = bytearray(path.read_bytes())
    content[200:1200] = bytes(1000)
    path.write_bytes(content)
    assert refused(path) == "“a.xlsx” is damaged and cannot be read. Ask its sender for it again, or for a CSV file."


def test_an_old_workbook_is_named_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert refused(path) == "“a.xls” is an old .xls file or has a password. Save it as .xlsx and import that."


def test_a_picture_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    assert refused(path) == "“a.csv” is not in a known encoding. Save it as “CSV UTF-8” and import that."


def test_one_hundred_thousand_rows_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Entity,Name\n" + "Examplia,Ann\n" * 100_000)
    sentence = "“a.csv” has 100,000 rows or more. Split it into smaller files and import them in turn."
    assert refused(path) == sentence


def test_fifty_megabytes_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    sentence = "“a.csv” is larger than 50 MB. Save the rows you need to a smaller file and import that."
    assert refused(path) == sentence


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_an_empty_file_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert refused(tmp_path / name) == f"“{name}” is empty. Choose a file with a heading row and rows below it."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        read_sheets(tmp_path / "a.csv")
    assert problem.value.sentence == "“a.csv” cannot be read (No such file or directory). Choose another file."


def test_reading_reports_and_can_be_cancelled(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [*ANSWERS, *[["Examplia"]] * 1000])
    told: list[int] = []
    cancel = threading.Event()

    def report(done: int, _total: int) -> None:
        told.append(done)
        cancel.set()

    with pytest.raises(Cancelled):
        read_sheets(path, report=report, cancel=cancel)
    assert told == [199]
