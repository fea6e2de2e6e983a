"""What an import would do to each row, and that doing it twice changes nothing."""

import threading
from dataclasses import replace

import pytest

from planner.document import Document
from planner.edits.interests import set_interest_states
from planner.edits.people import add_entity
from planner.errors import ImportProblem
from planner.export.progress import Cancelled
from planner.imports.fields import Field
from planner.imports.headings import guess_columns
from planner.imports.proposal import Candidate, InterestChange, Proposal, Verdict
from planner.imports.proposing import propose
from planner.imports.wanting import Wanted
from planner.models.kinds import InterestState, Role
from tests.imports.conftest import Propose
from tests.imports.files import ANSWERS, HEADINGS, sheet_of
from tests.meetings import ALPHA, CLOSING, EXAMPLIA, FIRST, OPENING, SAMPLE_UNION, SECOND

NEW, UPDATES, SAME = Verdict.NEW, Verdict.UPDATES, Verdict.SAME
DECISION, UNREADABLE = Verdict.NEEDS_DECISION, Verdict.UNREADABLE


def verdicts(proposal: Proposal) -> list[tuple[int, Verdict]]:
    return [(row.number, row.verdict) for row in proposal.rows]


def why(proposal: Proposal) -> list[str]:
    return [row.why for row in proposal.rows]


def interest(proposal: Proposal, place: int = 0) -> InterestChange:
    change = proposal.rows[place].interest
    assert change is not None
    return change


def row(
    entity: str, name: str = "", *, role: str = "Speaker", segments: str = "RT 1", email: str = ""
) -> tuple[str, ...]:
    return (entity, name, email, role, segments, "")


def test_known_and_new_people_are_told_apart(preview: Propose) -> None:
    proposal = preview(ANSWERS)
    assert verdicts(proposal) == [(2, NEW), (3, NEW)]
    assert why(proposal) == ["A new interest.", "A new interest; New Society and Cleo Gamma are added."]
    assert proposal.rows[0].person is not None
    assert proposal.rows[0].person.id == ALPHA


def test_a_row_becomes_an_interest_with_its_source(preview: Propose) -> None:
    change = interest(preview(ANSWERS))
    assert (change.received, change.source) == ("2020-10-05", "answers.xlsx, row 2")
    assert change.wishes == (Wanted(FIRST, Role.SPEAKER, 1), Wanted(SECOND, Role.SPEAKER, 2))


def test_importing_the_same_file_again_changes_nothing(take: Propose, preview: Propose, document: Document) -> None:
    take(ANSWERS)
    before = document.agenda
    assert verdicts(take(ANSWERS)) == [(2, SAME), (3, SAME)]
    assert document.agenda is before
    assert verdicts(preview([HEADINGS, *reversed(ANSWERS[1:])], source="Answers (1).xlsx")) == [(2, SAME), (3, SAME)]


def test_what_the_organiser_changed_stays_when_the_file_comes_again(take: Propose, document: Document) -> None:
    take(ANSWERS)
    set_interest_states(document, [1], InterestState.ACCEPTED)
    before = document.agenda
    take(ANSWERS)
    assert document.agenda is before


def test_a_corrected_file_updates_the_same_records(take: Propose, document: Document) -> None:
    take(ANSWERS)
    corrected = [
        HEADINGS,
        ("Examplia", "Ms. Ann Alpha", "ann@example.com", "Moderator", "RT 2", "2020-10-06"),
        ANSWERS[2],
    ]
    proposal = take(corrected, source="answers_corrected.xlsx")
    assert verdicts(proposal) == [(2, UPDATES), (3, SAME)]
    assert why(proposal)[0] == "Updates what was imported before: segments wanted, date received and e-mail."
    assert (len(document.agenda.interests), len(document.agenda.people), len(document.agenda.entities)) == (2, 3, 3)
    assert document.agenda.people[ALPHA].email == "ann@example.com"
    assert [(wish.session_id, wish.role) for wish in document.agenda.wishes_of(1)] == [(SECOND, Role.MODERATOR)]


def test_a_corrected_spelling_renames_the_same_person(take: Propose, document: Document) -> None:
    take([HEADINGS, row("New Society", "Cleo Gama")])
    proposal = take([HEADINGS, row("New Society", "Cleo Gamma")])
    assert verdicts(proposal) == [(2, UPDATES)]
    assert [person.name for person in document.agenda.people.values()][2:] == ["Cleo Gamma"]
    assert len(document.agenda.interests) == 1
    assert verdicts(take([HEADINGS, row("New Society", "Cleo Gamma")])) == [(2, SAME)]


def test_a_speaker_named_later_joins_the_same_interest(take: Propose, document: Document) -> None:
    take([HEADINGS, row("New Society", "TBC")])
    take([HEADINGS, row("New Society", "Cleo Gamma")])
    (only,) = document.agenda.interests.values()
    assert only.person_id == 3


@pytest.mark.parametrize("spelling", ["Ms. Ann Alpha", "ALPHA, Ann", "Alpha Ann", "ann alpha", "H.E. Ms. Ann ALPHA"])
def test_a_person_is_known_in_any_spelling(preview: Propose, spelling: str) -> None:
    person = preview([HEADINGS, row("Examplia", spelling)]).rows[0].person
    assert person is not None
    assert person.id == ALPHA


def test_two_rows_about_one_person_make_one_interest(take: Propose, document: Document) -> None:
    rows = [HEADINGS, row("New Society", "Ms. Cleo Gamma"), row("new society", "GAMMA, Cleo", segments="Opening")]
    proposal = take(rows)
    assert verdicts(proposal) == [(2, NEW), (3, UPDATES)]
    assert why(proposal)[1] == "Goes with row 2: the same entity and person."
    assert [wish.session_id for wish in document.agenda.wishes_of(1)] == [FIRST, OPENING]
    assert (len(document.agenda.interests), len(document.agenda.people)) == (1, 3)


def test_a_new_entity_in_two_rows_is_made_once(take: Propose, document: Document) -> None:
    take([HEADINGS, row("New Society", "Cleo Gamma"), row("NEW SOCIETY", "Dan Delta")])
    assert [entity.name for entity in document.agenda.entities.values()] == ["Examplia", "Sample Union", "New Society"]
    assert [person.entity_id for person in document.agenda.people.values()] == [EXAMPLIA, SAMPLE_UNION, 3, 3]


def test_a_country_is_the_same_in_any_language(take: Propose, document: Document) -> None:
    take([HEADINGS, row("Kyrgyz Republic"), row("Кыргызстан", "Анна Новак"), row("KGZ", "Ben Nowak")])
    states = [(entity.name, entity.kind, entity.country_code) for entity in document.agenda.entities.values()][2:]
    assert states == [("Kyrgyzstan", "member_state", "KG")]


def test_a_name_that_is_alike_asks_who_is_meant(preview: Propose) -> None:
    (asked,) = preview([HEADINGS, row("Examplia", "Anne Alpha")]).rows
    assert (asked.verdict, asked.why) == (DECISION, "“Anne Alpha” may be Ann Alpha, Examplia. Say who is meant.")
    (question,) = asked.questions
    assert (question.table, question.candidates) == ("people", (Candidate(ALPHA, "Ann Alpha, Examplia", 95),))


def test_an_initial_asks_who_is_meant(preview: Propose) -> None:
    assert verdicts(preview([HEADINGS, row("Examplia", "A. Alpha")])) == [(2, DECISION)]


def test_an_answer_holds_for_all_rows_that_ask_the_same(preview: Propose, take: Propose) -> None:
    rows = [HEADINGS, row("Sample Unions", "Cleo Gamma"), row("Sample Unions", "Dan Delta")]
    asked = preview(rows)
    assert verdicts(asked) == [(2, DECISION), (3, DECISION)]
    (question,) = asked.questions()
    taken = take(rows, {question.key: SAMPLE_UNION})
    assert [line.entity and line.entity.id for line in taken.rows] == [SAMPLE_UNION, SAMPLE_UNION]
    assert verdicts(preview(rows)) == [(2, SAME), (3, SAME)]


def test_an_answer_may_be_that_somebody_is_new(preview: Propose) -> None:
    rows = [HEADINGS, row("Sample Unions")]
    (question,) = preview(rows).questions()
    assert verdicts(preview(rows, {question.key: None})) == [(2, NEW)]


def test_numbers_in_names_are_never_taken_for_misspelled(take: Propose, preview: Propose) -> None:
    take([HEADINGS, row("Sample Council 1")])
    assert verdicts(preview([HEADINGS, row("Sample Council 2")], source="other.csv")) == [(2, NEW)]


def test_the_same_wish_from_another_file_is_there_already(take: Propose, preview: Propose) -> None:
    take(ANSWERS)
    proposal = preview(ANSWERS, source="from the mail.csv")
    assert why(proposal) == [f"The meeting holds it already: answers.xlsx, row {number}." for number in (2, 3)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (row("Examplia", segments="Roundtable 9"), "“9” in “Roundtable 9” names no segment of this meeting."),
        (row("Examplia", segments="gala"), "“gala” names no segment of this meeting."),
        (row("Examplia", role="dancer"), "“dancer” names no role, such as speaker or moderator."),
        (row(""), "It names neither an entity nor a person."),
        (
            row("Examplia", "Ann Alpha and Ben Beta"),
            "“Ann Alpha and Ben Beta” names several people. Give each a row of their own.",
        ),
        (("Total", "", "", "", "1", ""), "“Total” looks like a sum."),
        (("Remark", "", "", "", "", ""), "Only “Remark” stands in this row: it looks like a heading or a remark."),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_reason(
    preview: Propose, line: tuple[str, ...], reason: str
) -> None:
    proposal = preview([HEADINGS, row("Examplia", "Ann Alpha"), line])
    assert [(found.number, found.why) for found in proposal.rows_not_taken] == [(3, reason)]
    assert verdicts(proposal) == [(2, NEW), (3, UNREADABLE)]


def test_a_repeated_heading_row_is_passed_over(preview: Propose) -> None:
    assert verdicts(preview([*ANSWERS, HEADINGS, row("Sample Union", "Ben Beta")])) == [(2, NEW), (3, NEW), (5, NEW)]


def test_what_no_field_can_hold_is_kept_in_the_note(preview: Propose) -> None:
    headings = ["Entity", "Time zone", "Date received", "Note", "E-mail"]
    rows = [headings, ["Examplia", "Geneva time", "autumn", "Hello", "x@example.org"]]
    note = "Hello\nTime zone: Geneva time\nDate received: autumn\ne-mail: x@example.org"
    assert interest(preview(rows)).note == note


def test_columns_that_are_ticked_name_segments_and_roles(preview: Propose) -> None:
    rows = [
        ["Entity", "Speaker", "", "", "Moderator", ""],
        ["", "Opening", "RT 1", "RT 2", "RT 1", "RT 2"],
        ["Examplia", "x", "", "yes", "", "X"],
        ["Sample Union", "", "no", "", "1", "-"],
    ]
    proposal = preview(rows)
    assert interest(proposal).wishes == (
        Wanted(OPENING, Role.SPEAKER, 0), Wanted(SECOND, Role.SPEAKER, 0), Wanted(SECOND, Role.MODERATOR, 0),
    )  # fmt: skip
    assert interest(proposal, 1).wishes == (Wanted(FIRST, Role.MODERATOR, 0),)


def test_roles_below_their_segments_are_ticked(preview: Propose) -> None:
    rows = [
        ["Entity", "Opening", "", "RT1", ""],
        ["", "Speaker", "Moderator", "Speaker", "Moderator"],
        ["Examplia", "Oui", "Non", "нет", "Да"],
    ]
    assert interest(preview(rows)).wishes == (Wanted(OPENING, Role.SPEAKER, 0), Wanted(FIRST, Role.MODERATOR, 0))


def test_an_address_beside_a_name_is_no_name(preview: Propose) -> None:
    (line,) = preview([["Entity", "Name"], ["New Society", "Ms. Cleo GAMMA <cleo@example.org>"]]).rows
    assert line.person is not None
    assert dict(line.person.values) == {
        "honorific": "Ms.", "given_name": "Cleo", "family_name": "Gamma", "email": "cleo@example.org",
    }  # fmt: skip


def test_a_country_in_brackets_is_the_entity_where_nothing_else_is(take: Propose, document: Document) -> None:
    take([("Nominee", "Segments"), ("Ms. Anna NOWAK (Poland)", "RT 1")])
    person = document.agenda.people[3]
    assert (person.name, document.agenda.entities[person.entity_id or 0].country_code) == ("Anna Nowak", "PL")


def test_a_name_under_a_role_wants_that_role(preview: Propose) -> None:
    headings = ("Entity", "Roundtable", "Moderator", "Speaker")
    rows = [headings, ("Examplia", "1", "Ms. Cleo Gamma", ""), ("Newland", "2", "", "Dan Delta")]
    proposal = preview([*rows, ("Examplia", "2", "Eve Epsilon", "Flo Zeta")])
    assert interest(proposal).wishes == (Wanted(FIRST, Role.MODERATOR, 1),)
    assert interest(proposal, 1).wishes == (Wanted(SECOND, Role.SPEAKER, 1),)
    assert why(proposal)[2] == "“Eve Epsilon; Flo Zeta” names several people. Give each a row of their own."


def test_somebody_who_does_not_wish_to_is_not_taken_for_it(preview: Propose) -> None:
    rows = [["Entity", "Opening", "RT 1"], ["Examplia", "Speaker", "I do not wish to participate"]]
    assert interest(preview(rows)).wishes == (Wanted(OPENING, Role.SPEAKER, 0),)


def test_answers_may_say_more_than_yes(preview: Propose) -> None:
    rows = [["Entity", "Speak?", "Moderate?"], ["Examplia", "Yes", "yes, if needed"], ["Newland", "no", "No, thanks"]]
    proposal = preview(rows)
    assert [interest(proposal, place).note for place in (0, 1)] == [
        "Moderate?: yes, if needed\nRoles wanted: Speaker and Moderator",
        "Moderate?: No, thanks",
    ]


def test_gender_is_taken_where_it_is_given(take: Propose, document: Document) -> None:
    take([("Entity", "Name", "Gender"), ("New Society", "Cleo Gamma", "F"), ("New Society", "Dan Delta", "ask him")])
    assert [person.gender for person in document.agenda.people.values()][2:] == ["female", ""]
    assert document.agenda.interests[2].note == "Gender: ask him"


def test_a_row_with_a_line_through_it_is_not_taken(preview: Propose) -> None:
    sheet = sheet_of(ANSWERS)
    struck = replace(sheet, rows=(*sheet.rows[:2], replace(sheet.rows[2], is_struck=True)))
    proposal = preview(struck)
    assert verdicts(proposal) == [(2, NEW), (3, UNREADABLE)]
    assert why(proposal)[1] == "A line is drawn through this row. Take the line away in the file to import it."


def test_columns_of_choices_give_the_order(preview: Propose) -> None:
    rows = [["Entity", "Role", "2nd choice", "1st choice"], ["Examplia", "both", "Closing", "RT 2"]]
    assert interest(preview(rows)).wishes == (
        Wanted(CLOSING, Role.MODERATOR, 2), Wanted(CLOSING, Role.SPEAKER, 2),
        Wanted(SECOND, Role.MODERATOR, 1), Wanted(SECOND, Role.SPEAKER, 1),
    )  # fmt: skip


def test_columns_of_roles_may_hold_segments(preview: Propose) -> None:
    rows = [["Entity", "Would like to speak in", "Would like to moderate"], ["Examplia", "1, 2", "Opening"]]
    assert interest(preview(rows)).wishes == (
        Wanted(FIRST, Role.SPEAKER, 1), Wanted(SECOND, Role.SPEAKER, 2), Wanted(OPENING, Role.MODERATOR, 1),
    )  # fmt: skip


def test_a_sheet_in_russian_lands_in_the_right_places(take: Propose, document: Document) -> None:
    take(
        [
            ["Сведения об участниках"],
            ["№", "Страна / организация", "ФИО", "Должность", "Роль", "Круглый стол", "Дата получения"],
            ["1", "Казахстан", "Примеров Иван Иванович", "Советник"]
            + ["Докладчик и модератор", "КС 2, открытие", "5 октября 2020 г."],
        ]
    )  # fmt: skip
    person, (wanted,) = document.agenda.people[3], document.agenda.interests.values()
    assert (person.given_name, person.family_name, person.function) == ("Иван Иванович", "Примеров", "Советник")
    assert (document.agenda.entities[3].country_code, wanted.received) == ("KZ", "2020-10-05")
    assert [(wish.session_id, wish.role, wish.preference) for wish in document.agenda.wishes_of(1)] == [
        (SECOND, Role.MODERATOR, 1), (SECOND, Role.SPEAKER, 1),
        (OPENING, Role.MODERATOR, 2), (OPENING, Role.SPEAKER, 2),
    ]  # fmt: skip


def test_a_sheet_without_an_entity_or_a_name_is_refused(document: Document) -> None:
    sheet = sheet_of([["Colour", "Size"], ["red", "10"]])
    with pytest.raises(ImportProblem) as problem:
        propose(document.agenda, sheet, guess_columns(sheet, document.agenda))
    assert problem.value.sentence == (
        "No heading of “answers.xlsx” says who is interested. Say which column holds the entity."
    )


def test_a_ministry_speaks_for_its_state(take: Propose, document: Document) -> None:
    take([["Country", "Organization", "Name"], ["Kazakhstan", "Ministry of Examples", "Ivan Example"]])
    assert document.agenda.entities[3].name == "Kazakhstan"
    assert document.agenda.interests[1].note == "Entity: Ministry of Examples"


def test_letters_in_ticked_columns_are_roles(preview: Propose) -> None:
    proposal = preview([["Entity", "Opening", "RT 1", "RT 2"], ["Examplia", "S", "M", "S/M"]])
    assert interest(proposal).wishes == (
        Wanted(OPENING, Role.SPEAKER, 0), Wanted(FIRST, Role.MODERATOR, 0),
        Wanted(SECOND, Role.MODERATOR, 0), Wanted(SECOND, Role.SPEAKER, 0),
    )  # fmt: skip


def test_columns_that_were_not_read_are_told(preview: Propose) -> None:
    assert preview([["Entity", "Shoe size"], ["Examplia", "41"]]).notes == ("Columns not read: “Shoe size”.",)


def test_spellings_of_a_new_person_in_one_file_are_one(take: Propose, document: Document) -> None:
    rows = [HEADINGS, row("New Society", "Ms. Anna Nowak"), row("Newland"), row("New society", "NOWAK, Anna")]
    assert verdicts(take(rows)) == [(2, NEW), (3, NEW), (4, UPDATES)]
    assert [person.name for person in document.agenda.people.values()][2:] == ["Anna Nowak"]


def test_new_names_that_are_alike_are_asked_about(preview: Propose, take: Propose, document: Document) -> None:
    rows = [HEADINGS, row("New Society", "Anna Nowak"), row("New Society", "Anne Nowak")]
    proposal = preview(rows)
    assert verdicts(proposal) == [(2, NEW), (3, DECISION)]
    (question,) = proposal.questions()
    assert (question.table, question.candidates) == ("rows", (Candidate(2, "Anna Nowak in row 2", 90),))
    taken = take(rows, {question.key: 2})
    assert why(taken)[1] == "A new interest. “Anne Nowak” is Anna Nowak of row 2."
    assert [person.name for person in document.agenda.people.values()][2:] == ["Anna Nowak"]
    assert [wanted.person_id for wanted in document.agenda.interests.values()] == [3, 3]
    assert verdicts(preview(rows)) == [(2, SAME), (3, SAME)]


def test_new_names_that_are_alike_may_be_two(take: Propose, preview: Propose, document: Document) -> None:
    rows = [HEADINGS, row("New Society", "Anna Nowak"), row("New Society", "Anne Nowak")]
    (question,) = preview(rows).questions()
    take(rows, {question.key: None})
    assert [person.name for person in document.agenda.people.values()][2:] == ["Anna Nowak", "Anne Nowak"]
    assert verdicts(preview(rows)) == [(2, SAME), (3, SAME)]


def test_one_address_in_one_file_is_one_person(take: Propose, document: Document) -> None:
    first = row("New Society", "Katherine Sample", email="kate@example.org")
    take([HEADINGS, first, row("New Society", "Kate Sample", segments="RT 2", email="Kate@example.org")])
    assert [person.name for person in document.agenda.people.values()][2:] == ["Katherine Sample"]


def test_the_same_new_name_in_two_entities_is_asked_about(preview: Propose) -> None:
    proposal = preview([HEADINGS, row("New Society", "Anna Nowak"), row("Newland Council", "Anna Nowak")])
    assert verdicts(proposal) == [(2, NEW), (3, DECISION)]


def test_spellings_of_a_new_entity_in_one_file_are_one(take: Propose, document: Document) -> None:
    names = ("Better Examples Union (BEU)", "BEU", "The Better Examples Union")
    take([HEADINGS, *(row(name, f"Anna Nowak{place}") for place, name in enumerate(names))])
    assert [entity.name for entity in document.agenda.entities.values()][2:] == [names[0]]
    assert [person.entity_id for person in document.agenda.people.values()][2:] == [3, 3, 3]


def test_new_entities_that_are_alike_are_asked_about(preview: Propose, take: Propose, document: Document) -> None:
    rows = [HEADINGS, row("Better Examples Union", "Ada One"), row("Beter Example Union", "Bob Two")]
    proposal = preview(rows)
    assert verdicts(proposal) == [(2, NEW), (3, DECISION)]
    (question,) = proposal.questions()
    take(rows, {question.key: 2})
    assert [entity.name for entity in document.agenda.entities.values()][2:] == ["Better Examples Union"]
    assert verdicts(preview(rows)) == [(2, SAME), (3, SAME)]


def test_a_new_entity_gets_what_its_country_makes_certain(take: Propose, document: Document) -> None:
    add_entity(document, "Old Body", country_code="PL", region="Somewhere")
    headings = ("Entity", "Country", "Name")
    take([headings, ("Poland", "", "Ada One"), ("New Body", "Russia", "Bob Two"), ("Third", "Poland", "Cy Three")])
    new = [(entity.country_code, entity.zone, entity.region) for entity in document.agenda.entities.values()][3:]
    assert new == [("PL", "Europe/Warsaw", "Somewhere"), ("RU", "", ""), ("PL", "Europe/Warsaw", "Somewhere")]


DATES = ("Entity", "Date received")


def received(proposal: Proposal) -> list[str]:
    return [interest(proposal, place).received for place in range(len(proposal.rows))]


def test_one_date_decides_the_order_of_its_whole_column(preview: Propose) -> None:
    proposal = preview([DATES, ("Examplia", "10/5/2020"), ("Sample Union", "10/25/2020")])
    assert (received(proposal), proposal.notes) == (["2020-10-05", "2020-10-25"], ())


def test_dates_that_do_not_tell_their_order_are_remarked_on(preview: Propose) -> None:
    proposal = preview([DATES, ("Examplia", "10/5/2020"), ("Sample Union", "6/6/2020")])
    assert received(proposal) == ["2020-05-10", "2020-06-06"]
    assert proposal.notes == (
        "No date in “Date received” tells whether the day or the month comes first: in 10/5/2020 the day is taken to"
        " come first. If it is the month, choose “Date received, month first” for this column.",
    )


def test_dates_that_contradict_each_other_are_remarked_on(preview: Propose) -> None:
    proposal = preview([DATES, ("Examplia", "13/5/2020"), ("Sample Union", "5/13/2020"), ("Newland", "1/2/2020")])
    assert received(proposal) == ["2020-05-13", "2020-05-13", "2020-02-01"]
    assert proposal.notes == (
        "“Date received” has dates with the day first and dates with the month first: 1/2/2020 is taken to have the"
        " day first. If it has the month first, choose “Date received, month first” for this column.",
    )


def test_dates_all_alike_either_way_need_no_remark(preview: Propose) -> None:
    assert preview([DATES, ("Examplia", "5/5/2020"), ("Sample Union", "2020-10-05")]).notes == ()


def test_dates_with_dots_have_the_day_first(preview: Propose) -> None:
    proposal = preview([DATES, ("Examplia", "10/25/2020"), ("Sample Union", "1.2.2020")])
    assert (received(proposal), proposal.notes) == (["2020-10-25", "2020-02-01"], ())


def test_the_order_can_be_switched_and_updates_what_was_imported(
    take: Propose, document: Document, preview: Propose
) -> None:
    rows = sheet_of([DATES, ("Examplia", "10/5/2020")])
    take(rows)
    columns = guess_columns(rows, document.agenda).with_field(1, Field.RECEIVED_MONTH_FIRST)
    proposal = propose(document.agenda, rows, columns)
    assert (verdicts(proposal), received(proposal), proposal.notes) == ([(2, UPDATES)], ["2020-10-05"], ())


def test_columns_that_moved_say_the_same_as_before(take: Propose, preview: Propose, document: Document) -> None:
    take(ANSWERS)
    set_interest_states(document, [1], InterestState.ACCEPTED)
    moved = [["No.", *reversed(line)] for line in ANSWERS]
    assert verdicts(preview(moved)) == [(2, SAME), (3, SAME)]


def test_what_a_reader_left_out_is_told(preview: Propose) -> None:
    wide = [[*ANSWERS[0], *[""] * 194, "Far"], [*ANSWERS[1], *[""] * 194, "x"], ANSWERS[2]]
    assert preview(wide).notes == (
        "2 rows, the first of them row 1, go on beyond column GR, which is the last one read.",
    )


def test_comparing_can_be_cancelled(document: Document) -> None:
    sheet, cancel = sheet_of(ANSWERS), threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        propose(document.agenda, sheet, guess_columns(sheet, document.agenda), cancel=cancel)
