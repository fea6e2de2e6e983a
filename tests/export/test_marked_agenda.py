"""The public agenda with the changes since a draft marked: all that it has, each change in its place and with a bar."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_parts import agenda_parts
from planner.export.marked_agenda import marked_parts
from planner.export.paper_parts import Emphasis, Heading, PaperParts, Paragraph, Table
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Room
from tests.building import FRIDAY, THURSDAY, covers, entity, make_agenda, objective, roundtable, seat, session

OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 6, 9, 0), watermark=False, zones=("America/Toronto",))
STRUCK, ADDED = Emphasis.STRUCK, Emphasis.ADDED
FIRST, BREAK = 1, 2


@pytest.fixture
def before() -> Agenda:
    return make_agenda(
        rooms=[Room(1, "Plenary", "", 1), Room(2, "Hall", "", 2)],
        sessions=[
            replace(roundtable(FIRST, 600, 60), title="Theme"),
            session(BREAK, "Break", 700, 60, kind=SessionKind.BREAK),
        ],
        objectives=[objective(number) for number in (1, 2, 3)],
        coverage=covers(FIRST, 1, 2),
        entities=[entity(number, name) for number, name in enumerate(("Alphaland", "Betaland", "Gammaland"), start=1)],
        seats=[seat(1, FIRST, entity=1, state=SeatState.INVITED), seat(2, FIRST, entity=2, state=SeatState.INVITED)],
    )


def changed(agenda: Agenda, table: str, row_id: int, **values: Any) -> tuple[str, int, Any]:
    rows = agenda.meeting_rows if table == "meeting" else getattr(agenda, table)
    return table, row_id, replace(rows[row_id], **values)


def paper(before: Agenda, *rows: tuple[str, int, Any]) -> PaperParts:
    return marked_parts(before.with_records(rows), replace(OPTIONS, before=before))


def tables(of: PaperParts) -> list[Table]:
    return [part for part in of.parts if isinstance(part, Table)]


def shown(of: PaperParts) -> list[tuple[bool, list[str]]]:
    """Of each row whether it has a bar, and its paragraphs: [-gone-], {+new+}."""
    return [
        (row.changed, [_words(line) for cell in row.cells for line in cell if isinstance(line, Paragraph)])
        for table in tables(of)
        for row in table.rows
    ]


def _words(line: Paragraph) -> str:
    signs = {STRUCK: "[-{}-]", ADDED: "{{+{}+}}"}
    return "".join(signs.get(run.emphasis, "{}").format(run.text.replace("\t", ": ")) for run in line.runs)


UNCHANGED = [
    "10:00–11:00", "60", "Roundtable 1. Theme", "Objectives 1 and 2", "Room: Plenary", "Moderator: To be confirmed",
    "Speakers: Alphaland · Betaland (all to be confirmed)",
    "Discussion: 50 minutes; 3 minutes a State, 2 minutes a stakeholder", "04:00–05:00",
]  # fmt: skip


def first_row(before: Agenda, *rows: tuple[str, int, Any]) -> tuple[bool, dict[int, str]]:
    """Whether the first row has a bar, and those of its lines that are not as before."""
    bar, lines = shown(paper(before, *rows))[0]
    return bar, {place: line for place, line in enumerate(lines) if line != UNCHANGED[place]}


def test_the_zone_of_a_day_stands_beside_it_unless_it_changed(before: Agenda) -> None:
    (same,) = [part for part in paper(before).parts if isinstance(part, Heading)]
    (other,) = [
        part for part in paper(before, changed(before, "meeting", 1, zone_label="GVA")).parts
        if isinstance(part, Heading)
    ]  # fmt: skip
    assert same.aside == "All times CET (UTC+1). Also shown: Toronto (UTC\u22125)"
    assert other.aside == ""


def test_without_a_change_it_has_all_that_the_public_agenda_has_and_no_mark(before: Agenda) -> None:
    assert shown(paper(before)) == [(False, UNCHANGED), (False, ["11:40–12:40", "60", "Break", "Room: Plenary",
                                                                 "05:40–06:40"])]  # fmt: skip
    public = tables(agenda_parts(before, OPTIONS))[0]
    marked = tables(paper(before))[0]
    assert marked.columns == public.columns
    assert [row.tinted for row in marked.rows] == [False, True]


@pytest.mark.parametrize(
    ("table", "values", "line", "words"),
    [
        ("sessions", {"title": "Topic"}, 2, "[-Roundtable 1. Theme-] {+Roundtable 1. Topic+}"),
        ("sessions", {"room_id": 2}, 4, "Room: [-Plenary-] {+Hall+}"),
        ("meeting", {"state_limit_minutes": 4}, 7,
         "Discussion: [-50 minutes; 3 minutes a State, 2 minutes a stakeholder-] "
         "{+50 minutes; 4 minutes a State, 2 minutes a stakeholder+}"),
    ],
)  # fmt: skip
def test_a_change_is_marked_in_its_line(
    before: Agenda, table: str, values: dict[str, Any], line: int, words: str
) -> None:
    assert first_row(before, changed(before, table, 1, **values)) == (True, {line: words})


def test_changed_objectives_are_marked(before: Agenda) -> None:
    row = covers(FIRST, 3)[0]
    assert first_row(before, ("coverage", row.id, row)) == (
        True, {3: "[-Objectives 1 and 2-] {+Objectives 1, 2 and 3+}"},
    )  # fmt: skip


def test_another_length_changes_the_hours_here_and_there(before: Agenda) -> None:
    assert first_row(before, changed(before, "sessions", FIRST, minutes=75)) == (
        True,
        {
            0: "[-10:00–11:00-] {+10:00–11:15+}",
            1: "[-60-] {+75+}",
            7: "Discussion: [-50 minutes; 3 minutes a State, 2 minutes a stakeholder-] "
            "{+65 minutes; 3 minutes a State, 2 minutes a stakeholder+}",
            8: "[-04:00–05:00-] {+04:00–05:15+}",
        },
    )


def test_another_order_of_speakers_is_marked(before: Agenda) -> None:
    assert first_row(before, changed(before, "seats", 1, position=9)) == (
        True, {6: "Speakers: {+Betaland+} · Alphaland · [-Betaland-] (all to be confirmed)"},
    )  # fmt: skip


def test_who_comes_and_who_goes_is_marked_beside_those_who_stay(before: Agenda) -> None:
    new = seat(3, FIRST, entity=3, state=SeatState.INVITED)
    assert first_row(before, ("seats", 2, None), ("seats", 3, new)) == (
        True, {6: "Speakers: Alphaland · [-Betaland-] · {+Gammaland+} (all to be confirmed)"},
    )  # fmt: skip


def test_a_line_that_goes_is_struck_through_and_one_that_comes_is_new(before: Agenda) -> None:
    bar, lines = shown(paper(before, changed(before, "seats", 1, role=Role.CHAIR), ("seats", 2, None)))[0]
    assert (bar, lines[5], lines[6:]) == (
        True,
        "Chair: {+Alphaland (to be confirmed)+}",
        ["Moderator: To be confirmed", "Discussion: [-50 minutes; 3 minutes a State, 2 minutes a stakeholder-] "
         "{+55 minutes; 3 minutes a State, 2 minutes a stakeholder+}",
         "Speakers: [-Alphaland-] · [-Betaland-] [-(all to be confirmed)-]", "04:00–05:00"],
    )  # fmt: skip


def test_who_is_still_to_be_confirmed_is_set_off_as_in_the_public_agenda(before: Agenda) -> None:
    runs = [
        run
        for table in tables(paper(before))
        for row in table.rows
        for cell in row.cells
        for line in cell
        if isinstance(line, Paragraph)
        for run in line.runs
    ]
    assert [run.emphasis for run in runs if run.text == "To be confirmed"] == [Emphasis.OPEN]


def test_what_is_no_longer_open_is_marked(before: Agenda) -> None:
    rows = [changed(before, "seats", number, state=SeatState.CONFIRMED) for number in (1, 2)]
    assert first_row(before, *rows) == (
        True, {6: "Speakers: Alphaland · Betaland [-(all to be confirmed)-] {+(speakers to be named)+}"},
    )  # fmt: skip


def test_a_session_that_goes_to_another_day_is_struck_at_the_old_place_and_new_at_the_new(before: Agenda) -> None:
    rows = shown(paper(before, changed(before, "sessions", BREAK, day_id=FRIDAY)))
    assert rows[1:] == [
        (True, ["[-11:40–12:40-]", "[-60-]", "[-Break-]", "[-Room: -][-Plenary-]", "[-05:40–06:40-]"]),
        (True, ["{+11:40–12:40+}", "60", "Break", "Room: Plenary", "05:40–06:40"]),
    ]


def test_a_dropped_session_is_struck_through_and_a_new_one_is_new(before: Agenda) -> None:
    new = session(9, "Walk", 700)
    rows = shown(paper(before, ("sessions", BREAK, None), ("sessions", 9, new)))
    assert [(bar, lines[2]) for bar, lines in rows[1:]] == [(True, "{+Walk+}"), (True, "[-Break-]")]


def test_a_day_with_another_date_says_the_old_one_and_marks_its_hours(before: Agenda) -> None:
    made = paper(before, changed(before, "days", THURSDAY, date="2020-11-11"))
    days = [(part.text, part.changed) for part in made.parts if isinstance(part, Heading)]
    old = [run.text for part in made.parts if isinstance(part, Paragraph) for run in part.runs
           if run.emphasis is STRUCK]  # fmt: skip
    assert days == [("Wednesday, 11 November 2020", True)]
    assert "Thursday, 12 November 2020" in old
    assert [lines[0] for _bar, lines in shown(made)] == ["{+10:00–11:00+}", "{+11:40–12:40+}"]


def test_the_same_hours_in_another_zone_are_marked_with_both_labels(before: Agenda) -> None:
    rows = shown(paper(before, changed(before, "meeting", 1, zone="America/New_York", zone_label="EST")))
    assert rows[1][1][0] == "[-11:40–12:40 CET-] {+11:40–12:40 EST+}"


def test_another_title_of_the_meeting_is_marked_above_the_days(before: Agenda) -> None:
    made = paper(before, changed(before, "meeting", 1, title="Another Review"))
    assert isinstance(made.parts[0], Paragraph)
    assert (_words(made.parts[0]), made.parts[0].changed) == ("[-Regional Review-] {+Another Review+}", True)
