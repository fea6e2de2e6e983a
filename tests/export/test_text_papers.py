"""The invitation and the logistics note: templates filled with the meeting's facts."""

from dataclasses import replace

import pytest

from planner.errors import InputProblem
from planner.export.look import DateStyle, Look, TimeStyle
from planner.export.paper_parts import Bullets, Heading, Paragraph, Part
from planner.export.template_texts import TextPaper, check_places, places, usual_text
from planner.export.text_papers import as_plain_text, invitation_paper, logistics_paper, merged_parts
from planner.models.agenda import Agenda
from planner.models.records import Room
from tests.export.sheet_meeting import CLOSING, LINK, OPTIONS, ROUNDTABLE, WALK, changed, meeting


def said(agenda: Agenda, text: str) -> list[tuple[str, str | list[str]]]:
    return [shown(part) for part in merged_parts(agenda, text)]


def unwanted(agenda: Agenda, *sessions: int) -> Agenda:
    """The same meeting, in which these sessions ask for nobody."""
    for session_id in sessions:
        agenda = changed(agenda, "sessions", session_id, target_moderators=0, target_speakers=0)
    return agenda


def shown(part: Part) -> tuple[str, str | list[str]]:
    match part:
        case Heading(level=level, text=text):
            return f"heading {level}", text
        case Paragraph(runs=runs):
            return "text", "".join(run.text for run in runs)
        case Bullets(items=items):
            return "list", ["".join(run.text for run in item) for item in items]
    raise AssertionError(part)


def test_the_invitation_is_filled_from_the_meeting() -> None:
    agenda = unwanted(meeting(), CLOSING, WALK)
    paper = invitation_paper(agenda, OPTIONS)
    assert (paper.kicker, paper.title) == ("INVITATION", "Regional Review")
    assert [shown(part) for part in paper.parts] == [
        ("heading 1", "Invitation to express interest"),
        ("text", "The secretariat invites member States, organizations and stakeholders to express their interest in "
                 "taking part in the meeting “Regional Review”, Thursday 12 and Friday 13 November 2020, "
                 "10:00–15:40 CET."),
        ("heading 2", "When"),
        ("text", "The meeting is open at these hours:"),
        ("list", ["Thursday, 12 November 2020: 10:00–15:40 CET", "Friday, 13 November 2020: 10:00–15:40 CET"]),
        ("text", "All times are CET (UTC+1)."),
        ("heading 2", "The sessions, and the objectives that the roundtables review"),
        ("text", "Roundtable 1. Borders; and, other \\ signs (Thu 12 Nov 10:00–11:30 CET, objective 7)"),
        ("heading 2", "How to express interest"),
        ("text", "Please tell us in which sessions you wish to take part and in which role, who would speak, and in "
                 "which time zone that person will be."),
        ("text", "Expressions of interest and statements are due by Saturday, 31 October 2020, 18:00 CET "
                 "(Zurich, UTC+1)."),
        ("heading 2", "Contact"),
        ("text", "Secretariat, office@example.org"),
    ]  # fmt: skip


def test_the_logistics_note_names_rooms_links_and_hours() -> None:
    parts = [shown(part) for part in logistics_paper(meeting(), OPTIONS).parts]
    assert ("text", f"Plenary: {LINK}") in parts
    assert parts[-1] == ("text", "Secretariat, office@example.org")


def test_the_meeting_s_own_text_stands_before_the_program_s() -> None:
    own = changed(meeting(), "meeting", 1, invitation_text="Come to {meeting}.", logistics_text="Log in.")
    papers = invitation_paper(own, OPTIONS), logistics_paper(own, OPTIONS)
    assert [[shown(part) for part in paper.parts] for paper in papers] == [
        [("text", "Come to Regional Review.")], [("text", "Log in.")],
    ]  # fmt: skip


def test_headings_lists_and_flowing_lines() -> None:
    text = "# One\nline\nline two\n\n\n- a {contact}\n- b\r\n\r\n  \n## Two\n"
    assert said(meeting(), text) == [
        ("heading 1", "One"), ("text", "line line two"), ("list", ["a Secretariat, office@example.org", "b"]),
        ("heading 2", "Two"),
    ]  # fmt: skip


def test_what_is_not_known_yet_is_to_be_announced() -> None:
    bare = changed(meeting(), "meeting", 1, deadline_date="", contact="")
    assert said(bare, "By {deadline}.\n\n{contact}") == [
        ("text", "By a date to be announced."), ("text", "(to be announced)"),
    ]  # fmt: skip


def test_sessions_that_want_speakers_are_offered_beside_the_roundtables() -> None:
    wanting = unwanted(meeting(), ROUNDTABLE, WALK)
    assert said(wanting, "{sessions}") == [
        (
            "list",
            [
                "Roundtable 1. Borders; and, other \\ signs (Thu 12 Nov 10:00–11:30 CET, objective 7)",
                "Closing (Fri 13 Nov 15:10–15:40 CET)",
            ],
        )
    ]


def test_texts_say_hours_and_dates_in_the_style_of_the_look() -> None:
    look = Look(time_style=TimeStyle.POINT, date_style=DateStyle.POINTS)
    own = changed(
        meeting(), "meeting", 1, invitation_text="{days}; {deadline}; {roundtables}\n\n{windows}\n\n{programme}"
    )
    parts = invitation_paper(own, replace(OPTIONS, look=look)).parts
    assert [shown(part) for part in parts] == [
        ("text", "12.11.2020 and 13.11.2020, 10.00–15.40 CET; 31.10.2020, 18.00 CET (Zurich, UTC+1); "
                 "Roundtable 1. Borders; and, other \\ signs (12.11.2020 10.00–11.30 CET, objective 7)"),
        ("list", ["12.11.2020: 10.00–15.40 CET", "13.11.2020: 10.00–15.40 CET"]),
        ("list", ["12.11.2020 10.00–11.30 CET: Roundtable 1. Borders; and, other \\ signs",
                  "13.11.2020 15.10–15.40 CET: Closing"]),
    ]  # fmt: skip


def test_the_programme_names_the_rooms_where_there_are_several() -> None:
    two = meeting().with_records([("rooms", 90, Room(90, "Salon", "", 90))])
    room = two.rooms[two.placed_sessions[0].room_id or 0].name
    assert said(two, "{programme}")[0][1][0] == (
        f"Thu 12 Nov 10:00–11:30 CET: Roundtable 1. Borders; and, other \\ signs ({room})"
    )


def test_several_values_in_a_sentence_are_joined() -> None:
    assert said(meeting(), "Open {windows}.") == [
        ("text", "Open Thursday, 12 November 2020: 10:00–15:40 CET and Friday, 13 November 2020: 10:00–15:40 CET.")
    ]


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert said(changed(meeting(), "meeting", 1, contact="{meeting} {x}"), "{contact} {contact}") == [
        ("text", "{meeting} {x} {meeting} {x}")
    ]


def test_places_that_nothing_fills_are_named() -> None:
    with pytest.raises(InputProblem) as problem:
        list(merged_parts(meeting(), "{venue} {meeting} {meeting.__class__} {venue} {}"))
    known = ", ".join(f"{{{name}}}" for name in places())
    assert problem.value.sentence == (
        f"Nothing fills {{venue}}, {{meeting.__class__}} and {{}} in this text. Choose from: {known}."
    )


def test_lone_braces_are_text() -> None:
    assert said(meeting(), "a { b\nc }") == [("text", "a { b c }")]


@pytest.mark.parametrize("paper", list(TextPaper))
def test_the_program_s_templates_have_no_unknown_place(paper: TextPaper) -> None:
    check_places(usual_text(paper))


def test_every_place_is_explained_and_filled() -> None:
    text = "\n\n".join(f"{{{name}}}" for name in places())
    assert all(place.meaning for place in places().values())
    assert ("text", "") not in said(meeting(), text)
    assert len(said(meeting(), text)) == len(places())


def test_the_preview_reads_as_the_paper() -> None:
    parts = tuple(merged_parts(meeting(), "# {meeting}\n\n- a\n- b\n\nText."))
    assert as_plain_text(parts) == "Regional Review\n\n• a\n• b\n\nText."
