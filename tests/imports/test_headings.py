"""Columns are guessed from headings in three languages, wherever the headings stand."""

import pytest

from planner.errors import InputProblem
from planner.imports.fields import Field
from planner.imports.headings import guess_columns
from planner.imports.remembering import remember_fields, remembered_fields
from planner.models.kinds import SessionKind
from tests.building import make_agenda, roundtable, session
from tests.imports.files import Rows, sheet_of

AGENDA = make_agenda(
    sessions=[session(10, "Opening segment", kind=SessionKind.OPENING), *(roundtable(number) for number in (1, 2))]
)


def fields(rows: Rows) -> list[str]:
    return [column.field.value for column in guess_columns(sheet_of(rows), AGENDA).columns]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ("Organisation", "Country", "Title", "First name", "Surname", "E-mail", "Tel.", "Time zone"),
            ["entity", "country", "function", "given-name", "family-name", "email", "phone", "zone"],
        ),
        (
            ("Country / Organization", "Name of the speaker", "Role (speaker / moderator)", "1st choice", "2nd choice"),
            ["entity", "person", "roles", "choice", "choice"],
        ),
        (
            ("Pays", "Nom", "Prénom", "Fonction", "Courriel", "Rôle souhaité", "Tables rondes", "Reçu le", "Remarques"),
            ["country", "family-name", "given-name", "function", "email", "roles", "segments", "received", "note"],
        ),
        (
            ("№", "Страна", "ФИО", "Должность", "Эл. почта", "Роль", "Круглый стол", "Дата", "Примечание"),
            ["ignored", "country", "person", "function", "email", "roles", "segments", "received", "note"],
        ),
        (("Pays", "Nom", "Rôle"), ["country", "person", "roles"]),
        (("Entity", "Name", "Opening", "RT 1", "Roundtable 2"), ["entity", "person", "session", "session", "session"]),
        (
            ("Which roundtable(s) would you like to join?", "E-mail of the speaker", "Stakeholder group"),
            ["segments", "email", "category"],
        ),
    ],
)
def test_headings_in_three_languages_are_recognised(headings: tuple[str, ...], expected: list[str]) -> None:
    assert fields([headings]) == expected


def test_headings_below_a_title_are_found() -> None:
    columns = guess_columns(sheet_of([["Interests"], ["as of 5 October"], ["Entity", "Name"], ["A", "B"]]), AGENDA)
    assert (columns.first_row, columns.headings) == (3, ("Entity", "Name"))


def test_two_rows_of_headings_are_read_together() -> None:
    rows = [
        ["Interests of entities", "", "", "", "", ""],
        ["Entity", "Name", "Speaker", "", "Moderator", ""],
        ["", "", "RT 1", "RT 2", "RT 1", "RT 2"],
        ["Examplia", "Ann", "x", "", "", "x"],
    ]
    columns = guess_columns(sheet_of(rows), AGENDA)
    assert columns.headings == (
        "Entity", "Name", "Speaker / RT 1", "Speaker / RT 2", "Moderator / RT 1", "Moderator / RT 2",
    )  # fmt: skip
    assert [column.field for column in columns.columns] == [Field.ENTITY, Field.PERSON, *[Field.SESSION] * 4]
    assert columns.first_row == 3


def test_a_column_of_speakers_may_hold_names() -> None:
    assert fields([["Entity", "Speaker"], ["Examplia", "Ann Alpha"]]) == ["entity", "person"]
    assert fields([["Entity", "Speaker"], ["Examplia", "RT 1"]]) == ["entity", "speaker"]
    assert fields([["Entity", "Speaker"], ["Examplia", "yes"]]) == ["entity", "speaker"]


def test_what_stands_in_a_column_tells_where_its_heading_does_not() -> None:
    rows = [
        ["Entity", "Please name the speaker/moderator", "Would you be a speaker or a moderator?", "Where", "Write to"],
        ["Examplia", "Ann Alpha", "Speaker", "Roundtable 1, opening", "ann@example.org"],
    ]
    assert fields(rows) == ["entity", "person", "roles", "segments", "email"]


def test_segments_are_known_though_some_cells_name_none() -> None:
    cells = ["RT 1; RT 2", "1 and 2", "Opening", "all", "RT 9"]
    assert fields([["Entity", "Wishes"], *(["Examplia", cell] for cell in cells)]) == ["entity", "segments"]
    assert fields([["Entity", "Places"], ["Examplia", "1"], ["Newland", "2"]]) == ["entity", "ignored"]


def test_a_sheet_without_headings_loses_no_row() -> None:
    sheet = sheet_of([["Malta", "Ms. Ann Alpha", "RT 1"], ["Italy", "Mr. Ben Beta", "RT 2"]])
    columns = guess_columns(sheet, AGENDA)
    assert (columns.first_row, columns.headings) == (0, ("Column A", "Column B", "Column C"))
    assert [column.field.value for column in columns.columns] == ["country", "person", "segments"]


def test_russian_headings_are_recognised_with_any_ending() -> None:
    headings = ["Наименование государства или организации", "Ф.И.О. представителя", "Адрес эл. почты", "Дата заявки"]
    assert fields([headings]) == ["entity", "person", "email", "received"]


def test_a_column_of_titles_may_hold_forms_of_address() -> None:
    assert fields([["Entity", "Name", "Title"], ["Examplia", "Ann", "Ms."]]) == ["entity", "person", "honorific"]


def test_a_given_meaning_goes_before_the_guess() -> None:
    sheet = sheet_of([["Who", "Name"], ["Examplia", "Ann"]])
    columns = guess_columns(sheet, AGENDA, given={"who": Field.ENTITY})
    assert [column.field for column in columns.columns] == [Field.ENTITY, Field.PERSON]


def test_a_given_heading_that_is_not_there_is_named() -> None:
    with pytest.raises(InputProblem) as problem:
        guess_columns(sheet_of([["Entity", "Name"]]), AGENDA, given={"Body": Field.ENTITY})
    assert problem.value.sentence == "There is no heading “Body”. The headings are: Entity, Name."


def test_meanings_are_remembered_for_the_same_set_of_headings() -> None:
    remember_fields({"Who": Field.ENTITY, "Name": Field.NOTE})
    assert remembered_fields(["Name", "Who"]) == {"Who": Field.ENTITY, "Name": Field.NOTE}
    assert remembered_fields(["Name", "Other"]) == {}


def test_what_was_remembered_goes_before_the_guess() -> None:
    sheet = sheet_of([["Entity", "Name"], ["Examplia", "Ann"]])
    columns = guess_columns(sheet, AGENDA, remembered={"Name": Field.NOTE})
    assert [column.field for column in columns.columns] == [Field.ENTITY, Field.NOTE]
