"""The annotated agenda, the script and the running order: what each says of a session."""

from dataclasses import replace
from datetime import datetime

import pytest

from planner.export.agenda_paper import AgendaOptions
from planner.export.annotated_paper import annotated_parts
from planner.export.paper_parts import Bullets, Heading, PaperParts, ParagraphRole, Table, body
from planner.export.paper_texts import texts_of_parts
from planner.export.profiles import Profile, redacted
from planner.export.running_order_paper import running_order_parts
from planner.export.script_paper import script_parts
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Coverage, Objective, Room
from tests.building import entity, make_agenda, person, roundtable, seat, session

OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 5, 18, 0), watermark=False)


@pytest.fixture
def agenda() -> Agenda:
    themed = replace(
        roundtable(1, 600, 90), summary="One.\n\nTwo.", guiding_questions="1. Who?\n- 23 objectives?",
        wrap_up_minutes=10, floor_states=12, floor_stakeholders=5, internal_notes="Call at nine.",
    )  # fmt: skip
    ann = replace(
        person(1, "Ann", "Example", entity=1), honorific="H.E. Ms.", function="Minister", phone="+1 555", email="a@b.c"
    )
    return make_agenda(
        rooms=[Room(1, "Plenary", "https://example.org/1", 1)],
        sessions=[themed, replace(session(2, "Lunch", 700), kind=SessionKind.BREAK), session(3, "Later", None)],
        entities=[entity(1, "Examplia")],
        people=[ann],
        seats=[
            seat(1, 1, Role.MODERATOR, entity=1, state=SeatState.CONFIRMED),
            seat(2, 1, Role.SPEAKER, person=1, state=SeatState.INVITED),
            seat(3, 1, Role.SPEAKER, entity=1, state=SeatState.DECLINED),
        ],
        objectives=[Objective(1, 12, "Short", "The whole title")],
        coverage=[Coverage(1, 1, 1)],
    )


def headings(paper: PaperParts) -> list[str]:
    return [part.text for part in paper.parts if isinstance(part, Heading)]


def rows(paper: PaperParts) -> list[list[str]]:
    return [
        [" / ".join("".join(run.text for run in getattr(part, "runs", ())) for part in cell) for cell in row.cells]
        for part in paper.parts
        if isinstance(part, Table)
        for row in part.rows
    ]


def test_the_annotated_agenda_has_days_and_sessions_with_hours_and_zone(agenda: Agenda) -> None:
    assert headings(annotated_parts(agenda, OPTIONS)) == [
        "Thursday, 12 November 2020", "10:00–11:30 CET  Roundtable 1", "11:40–12:10 CET  Lunch",
    ]  # fmt: skip


def test_the_annotated_agenda_gives_summary_objectives_questions_and_people(agenda: Agenda) -> None:
    said = set(texts_of_parts(annotated_parts(agenda, OPTIONS)))
    assert {"One.", "Two.", "Objective 12.", " The whole title", "Who?", "23 objectives?"} - said == set()


def test_the_annotated_agenda_lists_the_documents_of_each_session_and_of_the_meeting(agenda: Agenda) -> None:
    listed = replace(agenda.sessions[1], documents="- E/2020/1, Report\n\n2. A/RES/73/195")
    meeting = replace(agenda.meeting, documents="E/2020/2, Programme")
    paper = annotated_parts(agenda.with_records([("sessions", 1, listed), ("meeting", 1, meeting)]), OPTIONS)
    assert bullets(paper)[2:] == [["E/2020/1, Report", "A/RES/73/195"], ["E/2020/2, Programme"]]
    assert headings(paper)[-1] == "Documents"
    assert bullets(script_parts(agenda.with_records([("sessions", 1, listed)]), OPTIONS))[1] == [
        "E/2020/1, Report", "A/RES/73/195",
    ]  # fmt: skip


def test_the_annotated_agenda_has_each_seat_beside_the_minute_at_which_it_begins(agenda: Agenda) -> None:
    assert rows(annotated_parts(agenda, OPTIONS)) == [
        ["10:00", "Moderator", "Examplia (speaker to be named)", "5"],
        ["10:05", "Speaker", "H.E. Ms. Ann Example, Minister, Examplia (to be confirmed)", "5"],
    ]


def test_the_script_runs_by_the_clock_from_the_first_seat_to_the_wrap_up(agenda: Agenda) -> None:
    assert rows(script_parts(agenda, OPTIONS)) == [
        ["10:00", "Moderator", "Examplia (speaker to be named)", "5"],
        ["10:05", "Speaker", "H.E. Ms. Ann Example / Minister, Examplia (to be confirmed)", "5"],
        ["10:10", "The floor", "12 States and 5 stakeholders", "70"],
        ["11:20", "Wrap-up", "", "10"],
    ]


def test_a_roundtable_without_a_moderator_says_so(agenda: Agenda) -> None:
    alone = replace(agenda.seats[1], role=Role.SPEAKER)
    without = agenda.with_records([("seats", 1, alone)])
    for parts_of in (annotated_parts, script_parts):
        assert rows(parts_of(without, OPTIONS))[0] == ["", "Moderator", "To be confirmed", ""]


def test_a_script_can_be_that_of_one_session(agenda: Agenda) -> None:
    both = agenda.with_records([("sessions", 4, replace(roundtable(4, 800, 60), title="Another"))])
    paper = script_parts(both, replace(OPTIONS, sessions=(4,)))
    assert headings(paper) == ["13:20–14:20 CET  Roundtable 4. Another"]


def test_the_script_has_a_page_a_session_and_leaves_breaks_out(agenda: Agenda) -> None:
    second = replace(roundtable(4, 800, 60), title="Another")
    paper = script_parts(agenda.with_records([("sessions", 4, second)]), OPTIONS)
    pages = [(part.level, part.session_id, part.starts_page) for part in paper.parts if isinstance(part, Heading)]
    assert pages == [(1, 1, False), (1, 4, True)]


def test_each_page_of_the_script_says_its_date(agenda: Agenda) -> None:
    notes = [part.aside for part in script_parts(agenda, OPTIONS).parts if isinstance(part, Heading)]
    assert notes == ["Thursday, 12 November 2020"]


def test_the_script_tells_the_rules_of_the_floor(agenda: Agenda) -> None:
    assert bullets(script_parts(agenda, OPTIONS))[1] == [
        "A State may speak for 3 minutes.",
        "A State that speaks for a group may speak for 5 minutes.",
        "A stakeholder may speak for 2 minutes.",
        "Count 30 seconds between two speakers.",
        "There is time for 4 more States.",
    ]


def test_the_script_says_when_more_is_planned_than_there_is_time_for(agenda: Agenda) -> None:
    crowded = replace(agenda.sessions[1], floor_states=20)
    paper = script_parts(agenda.with_records([("sessions", 1, crowded)]), OPTIONS)
    assert bullets(paper)[1][-1] == "What is planned takes 13 minutes more than there are: shorten or leave out."


def test_a_session_without_a_floor_has_no_rules_for_it(agenda: Agenda) -> None:
    opening = replace(agenda.sessions[1], kind=SessionKind.OPENING, floor_states=0, floor_stakeholders=0)
    paper = script_parts(agenda.with_records([("sessions", 1, opening)]), OPTIONS)
    assert (len(bullets(paper)), [row[1] for row in rows(paper)]) == (2, ["Moderator", "Speaker", "Wrap-up"])


def test_the_script_says_when_the_seats_of_a_session_without_a_floor_take_too_long(agenda: Agenda) -> None:
    opening = replace(agenda.sessions[1], kind=SessionKind.OPENING, floor_states=0, floor_stakeholders=0, minutes=18)
    paper = script_parts(agenda.with_records([("sessions", 1, opening)]), OPTIONS)
    said = list(texts_of_parts(paper))
    assert [text for text in said if "minutes more" in text] == [
        "What is planned takes 2 minutes more than there are: shorten or leave out."
    ]


def test_the_annotated_agenda_names_the_rooms_where_there_are_several(agenda: Agenda) -> None:
    rooms = [("rooms", 1, Room(1, "Plenary", "", 1)), ("rooms", 2, Room(2, "Salon", "", 2))]
    for several, named in ((rooms[:1], []), (rooms, ["Plenary"])):
        paper = annotated_parts(agenda.with_records(several), OPTIONS)
        assert [text for text in texts_of_parts(paper) if text in {"Plenary", "Salon"}] == named


def bullets(paper: PaperParts) -> list[list[str]]:
    return [
        ["".join(run.text for run in item) for item in part.items] for part in paper.parts if isinstance(part, Bullets)
    ]


def test_the_running_order_has_states_phones_links_notes_and_what_waits(agenda: Agenda) -> None:
    paper = running_order_parts(agenda, OPTIONS)
    assert rows(paper) == [
        ["10:00", "Moderator", "Examplia (speaker to be named)", "confirmed", "", "5"],
        ["10:05", "Speaker", "H.E. Ms. Ann Example, Minister, Examplia", "invited", "+1 555 / a@b.c", "5"],
        ["", "Speaker", "Examplia", "declined", "", ""],
        ["10:10", "The floor", "12 States and 5 stakeholders", "", "", "70"],
        ["11:20", "Wrap-up", "", "", "", "10"],
    ]
    said = list(texts_of_parts(paper))
    assert [said.count(text) for text in ("Plenary: https://example.org/1", "Call at nine.", "Later, 30 min")] == [
        1, 1, 1,
    ]  # fmt: skip


def test_no_title_of_a_session_stands_bare(agenda: Agenda) -> None:
    for parts_of in (annotated_parts, running_order_parts):
        parts = parts_of(agenda, OPTIONS).parts
        (lunch,) = [place for place, part in enumerate(parts) if isinstance(part, Heading) and part.session_id == 2]
        assert parts[lunch + 1] == body("30 min", ParagraphRole.NOTE)


def test_for_others_the_running_order_has_neither_states_nor_addresses(agenda: Agenda) -> None:
    shown, options = redacted(agenda, Profile.DELEGATIONS), replace(OPTIONS, profile=Profile.DELEGATIONS)
    assert rows(running_order_parts(shown, options)) == [
        ["10:00", "Moderator", "Examplia (speaker to be named)", "5"],
        ["10:05", "Speaker", "H.E. Ms. Ann Example, Minister, Examplia (to be confirmed)", "5"],
        ["10:10", "The floor", "12 States and 5 stakeholders", "70"],
        ["11:20", "Wrap-up", "", "10"],
    ]


def test_an_empty_meeting_says_so(agenda: Agenda) -> None:
    empty = make_agenda()
    for parts_of in (annotated_parts, script_parts, running_order_parts):
        assert len(parts_of(empty, OPTIONS).parts) == 1


def test_in_public_the_script_knows_no_unconfirmed_name(agenda: Agenda) -> None:
    said = " ".join(texts_of_parts(script_parts(redacted(agenda, Profile.PUBLIC), OPTIONS)))
    assert ("Ann Example" in said, "+1 555" in said, "Call at nine" in said) == (False, False, False)
