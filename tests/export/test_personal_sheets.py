"""Personal sheets: what each says, and the folder of files they become."""

import threading
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.errors import FileProblem, InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.file_stems import Stems
from planner.export.look import USUAL_LOOK, DateStyle, Look, TimeStyle
from planner.export.paper_parts import Bullets, Emphasis, Heading, Paragraph, Part, Table
from planner.export.paper_pdf import paper_laid_out
from planner.export.paper_texts import texts_of_parts
from planner.export.profiles import Profile
from planner.export.progress import Cancelled
from planner.export.seat_clocks import SeatClocks
from planner.export.seat_facts import seat_facts
from planner.export.sheet_holders import seats_by_holder
from planner.export.sheet_paper import combined_sheets, for_participants, personal_sheet
from planner.export.sheets import Batch, sheets_of, write_sheets
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.rules.change import Holder
from tests.building import seat, session
from tests.export.sheet_meeting import (
    ANNA,
    BELA,
    CLEO,
    CLOSING,
    EASTLAND,
    OPTIONS,
    ROUNDTABLE,
    WALK,
    WESTLAND,
    changed,
    meeting,
)

ANNA_HERSELF, WESTLAND_ITSELF = (ANNA, None), (None, WESTLAND)


def facts(agenda: Agenda, holder: Holder) -> list[dict[str, str]]:
    shown = for_participants(agenda, OPTIONS)
    return [told(shown, line) for line in seats_by_holder(shown)[holder]]


def told(shown: Agenda, line: SeatClocks, look: Look = USUAL_LOOK) -> dict[str, str]:
    return {fact.name: fact.text for fact in seat_facts(shown, line, look)}


def lines(part: Part) -> list[str]:
    match part:
        case Heading(text=text):
            return [text]
        case Paragraph(runs=runs):
            return ["".join(run.text for run in runs)]
        case Bullets(items=items):
            return ["".join(run.text for run in item) for item in items]
    return []


def words(agenda: Agenda, holder: Holder) -> list[str]:
    shown = for_participants(agenda, OPTIONS)
    paper = personal_sheet(shown, OPTIONS, holder, seats_by_holder(shown).get(holder, ()))
    return [line for part in paper.parts for line in lines(part)]


def contents(batch: Batch) -> dict[str, bytes]:
    return {file.name: file.content for file in batch.files}


def test_everybody_with_a_seat_and_each_entity_without_a_name_has_a_sheet_by_name() -> None:
    assert list(seats_by_holder(meeting())) == [ANNA_HERSELF, (BELA, None), (CLEO, None), WESTLAND_ITSELF]


def test_a_seat_is_told_on_three_clocks_with_role_order_minutes_moderator_and_link() -> None:
    assert facts(meeting(), ANNA_HERSELF)[0] == {
        "Your role": "Speaker",
        "Meeting time": "Thursday, 12 November 2020, 10:00–11:30 CET (Zurich, UTC+1)",
        "Your time": "Thursday, 12 November 2020, 04:00–05:30 EST (Toronto, UTC−5)",
        "UTC": "Thursday, 12 November 2020, 09:00–10:30",
        "Order": "number 2 of 3, at about 10:05 CET (04:05 EST in Toronto)",
        "Speaking time": "5 min",
        "Moderator": "Westland (name to be announced)",
        "Room": "Plenary",
        "Link": "https://example.org/room;a,b?x=1",
    }


def test_moderators_are_counted_called_by_their_title_and_told_as_open_as_they_are() -> None:
    agenda = changed(meeting(), "people", BELA, honorific="H.E. Ms")
    agenda = agenda.with_records(
        [
            ("seats", 9, seat(9, ROUNDTABLE, Role.MODERATOR, person=BELA)),
            ("seats", 10, seat(10, ROUNDTABLE, Role.MODERATOR, person=CLEO, state=SeatState.INVITED)),
            ("seats", 11, seat(11, ROUNDTABLE, Role.MODERATOR)),
        ]
    )
    read = facts(agenda, ANNA_HERSELF)[0]
    assert "Moderator" not in read
    assert read["Moderators"] == (
        "Westland (name to be announced) · H.E. Ms Bela Example · Cleo Example (to be confirmed) · To be confirmed"
    )


def test_nobody_reads_their_own_name_as_that_of_another_moderator() -> None:
    both = meeting().with_records([("seats", 9, seat(9, ROUNDTABLE, Role.MODERATOR, person=ANNA))])
    assert [each.get("Moderator") for each in facts(both, ANNA_HERSELF)[:2]] == 2 * ["Westland (name to be announced)"]


def set_off(agenda: Agenda, holder: Holder) -> list[str]:
    """What of somebody's sheet stands in amber."""
    shown = for_participants(agenda, OPTIONS)
    words = [fact.words for line in seats_by_holder(shown)[holder] for fact in seat_facts(shown, line)]
    return [run.text for runs in words for run in runs if run.emphasis is Emphasis.OPEN]


def test_what_is_still_open_of_a_seat_is_told_to_its_holder_and_set_off() -> None:
    assert set_off(meeting(), ANNA_HERSELF) == ["(name to be announced)"]
    invited = changed(meeting(), "seats", 2, state=SeatState.INVITED)
    assert facts(invited, ANNA_HERSELF)[0]["Your seat"] == "not yet confirmed"
    assert set_off(invited, ANNA_HERSELF) == ["not yet confirmed", "(name to be announced)"]
    mail = message_from_bytes(contents(sheets_of(invited, (), OPTIONS))["anna-example.eml"], policy=policy.default)
    assert next(mail.iter_parts()).get_content().splitlines()[4:6] == [
        "Speaker, Roundtable 1. Borders; and, other \\ signs", "Your seat is not yet confirmed.",
    ]  # fmt: skip


def steps(agenda: Agenda, holder: Holder) -> list[str]:
    """What is asked of them beside joining."""
    asked = ("send", "at hand", "in the chat")
    return [line for line in words(agenda, holder) if any(word in line for word in asked)]


def test_whoever_leads_a_session_is_not_told_to_tell_the_moderator_nor_asked_for_a_statement() -> None:
    deadline = "Saturday, 31 October 2020, 18:00 CET (Zurich, UTC+1)"
    assert steps(meeting(), WESTLAND_ITSELF) == [
        f"If you make a statement yourself, please send it by {deadline}.",
        "Have the order of speakers at hand, and tell the secretariat in the chat that you are there.",
    ]
    mail = message_from_bytes(contents(sheets_of(meeting(), (), OPTIONS))["westland.eml"], policy=policy.default)
    assert f"If you make a statement yourself, please send it by {deadline}." in next(mail.iter_parts()).get_content()


def test_whoever_leads_one_session_and_speaks_in_another_is_told_what_to_do_in_each() -> None:
    assert steps(meeting(), ANNA_HERSELF)[1:] == [
        "Where you chair or moderate, have the order of speakers at hand, "
        "and tell the secretariat in the chat that you are there.",
        "Have your statement at hand.",
        "Where you take part, tell the moderator in the chat that you are there.",
    ]


def test_speakers_tell_whoever_leads_and_a_rapporteur_has_no_statement() -> None:
    assert steps(meeting(), (BELA, None))[1:] == [
        "Have your statement at hand.", "Tell the chair in the chat that you are there.",
    ]  # fmt: skip
    alone = changed(changed(meeting(), "seats", 3, role=Role.RAPPORTEUR), "seats", 1, state=SeatState.DECLINED)
    assert steps(alone, (BELA, None))[1:] == ["Tell the secretariat in the chat that you are there."]


def test_hours_and_dates_of_a_sheet_are_in_the_style_of_the_look() -> None:
    shown = for_participants(meeting(), OPTIONS)
    look = Look(time_style=TimeStyle.HALF_DAYS, date_style=DateStyle.LONG)
    held = seats_by_holder(shown)[ANNA_HERSELF]
    read = told(shown, held[0], look)
    assert (read["Meeting time"], read["UTC"], read["Order"]) == (
        "12 November 2020, 10 a.m.–11.30 a.m. CET (Zurich, UTC+1)",
        "12 November 2020, 9 a.m.–10.30 a.m.",
        "number 2 of 3, at about 10.05 a.m. CET (4.05 a.m. EST in Toronto)",
    )
    paper = personal_sheet(shown, replace(OPTIONS, look=look), ANNA_HERSELF, held)
    said = [line for part in paper.parts for line in lines(part)]
    assert "Please send your statement by 31 October 2020, 6 p.m. CET (Zurich, UTC+1)." in said
    assert "Roundtable 1: be in the room at 9.45 a.m. CET on 12 November 2020 (3.45 a.m. EST in Toronto)." in said


def test_whoever_lost_every_seat_is_not_asked_for_a_statement() -> None:
    known = sheets_of(meeting(), (), OPTIONS).events
    without = changed(meeting(), "seats", 3, state=SeatState.WITHDRAWN)
    mail = message_from_bytes(contents(sheets_of(without, known, OPTIONS))["bela-example.eml"], policy=policy.default)
    assert mail["Subject"] == "Your entries are cancelled: Regional Review"
    assert next(mail.iter_parts()).get_content().splitlines() == [
        "Dear Bela Example,", "",
        "Your entries are cancelled: you no longer have a seat in this meeting.", "",
        "The attached calendar file takes them out of your calendar.", "",
        "Questions: Secretariat, office@example.org", "", "Regional Review",
    ]  # fmt: skip
    paper = combined_sheets(without, replace(OPTIONS, holders=((BELA, None),)))
    assert [line for part in paper.parts for line in lines(part)] == [
        "Bela Example", "You have no seat in this meeting at present.", "Questions: Secretariat, office@example.org",
    ]  # fmt: skip


def test_another_date_where_somebody_is_stands_with_the_hour() -> None:
    (seat,) = facts(meeting(), (BELA, None))
    assert seat["Your time"] == "Saturday, 14 November 2020, 00:10–00:40 UTC+10 (Vladivostok; +1 day)"
    assert seat["Order"] == (
        "number 2 of 2, at about 15:15 CET (00:15 UTC+10 on Saturday, 14 November 2020 in Vladivostok)"
    )


def test_who_begins_at_midnight_is_there_the_evening_before_and_each_clock_says_its_date() -> None:
    shown = changed(meeting(), "sessions", CLOSING, start_minute=10)
    assert next(line for line in words(shown, (BELA, None)) if line.startswith("Closing:")) == (
        "Closing: be in the room at 23:55 CET on Thu 12 Nov (08:55 UTC+10 on Friday, 13 November 2020 in Vladivostok)."
    )


def test_what_has_no_hour_yet_says_so() -> None:
    assert facts(meeting(), (CLEO, None)) == [
        {"Your role": "Speaker", "When": "to be announced", "Order": "number 1 of 1", "Speaking time": "5 min"}
    ]


def test_the_sheet_says_the_deadline_twice_and_what_to_do_before() -> None:
    assert words(meeting(), ANNA_HERSELF) == [
        "Anna Example",
        "Eastland",
        "Roundtable 1. Borders; and, other \\ signs",
        "Closing",
        "Your statement",
        "Please send your statement by Saturday, 31 October 2020, 18:00 CET (Zurich, UTC+1).",
        "In your time: Saturday, 31 October 2020, 13:00 EDT (Toronto, UTC−4).",
        "Questions: Secretariat, office@example.org",
        "15 minutes before",
        "Roundtable 1: be in the room at 09:45 CET on Thu 12 Nov (03:45 EST in Toronto).",
        "Closing: be in the room at 14:55 CET on Fri 13 Nov (08:55 EST in Toronto).",
        "Join with the name of your delegation or organization before your own.",
        "Choose the language in which you speak; test camera, sound and microphone, then mute it.",
        "Where you chair or moderate, have the order of speakers at hand, "
        "and tell the secretariat in the chat that you are there.",
        "Have your statement at hand.",
        "Where you take part, tell the moderator in the chat that you are there.",
    ]


def mail_text(batch: Batch, name: str) -> list[str]:
    """The lines of a draft that say something."""
    mail = message_from_bytes(contents(batch)[name], policy=policy.default)
    return [line for line in next(mail.iter_parts()).get_content().splitlines() if line]


def test_an_entity_is_asked_for_a_name_on_its_sheet_and_in_its_mail() -> None:
    wanted = "Nobody is named yet: please tell us who will take the seat."
    assert words(meeting(), WESTLAND_ITSELF)[:2] == ["Westland", wanted]
    assert mail_text(sheets_of(meeting(), (), OPTIONS), "westland.eml")[:3] == [
        "Dear Westland,", "Attached are your personal sheet and the entries for your calendar.", wanted,
    ]  # fmt: skip
    two = meeting().with_records([("seats", 9, seat(9, WALK, entity=WESTLAND))])
    assert words(two, WESTLAND_ITSELF)[1] == "Nobody is named yet: please tell us who will take the seats."


def test_a_mail_without_entries_for_a_calendar_promises_none() -> None:
    assert mail_text(sheets_of(meeting(), (), OPTIONS), "cleo-example.eml")[:4] == [
        "Dear Cleo Example,", "Attached is your personal sheet.", "Speaker, Walk", "When: to be announced",
    ]  # fmt: skip
    placed = changed(meeting(), "sessions", WALK, day_id=1, start_minute=700, room_id=1)
    assert mail_text(sheets_of(placed, (), OPTIONS), "cleo-example.eml")[4] == (
        "Your time: not known; please tell us your time zone"
    )
    nobody = sheets_of(meeting(), (), replace(OPTIONS, holders=((None, EASTLAND),)))
    assert mail_text(nobody, "eastland.eml")[1] == "You have no seat in this meeting at present."


def test_without_deadline_and_contact_nothing_is_said_of_them() -> None:
    bare = changed(meeting(), "meeting", 1, deadline_date="", contact="")
    assert words(bare, (CLEO, None)) == ["Cleo Example", "Walk"]


def test_all_sheets_are_one_paper_each_on_a_page() -> None:
    paper = combined_sheets(meeting(), OPTIONS)
    headings = [part for part in paper.parts if isinstance(part, Heading) and part.level == 1]
    assert [(part.text, part.starts_page) for part in headings] == [
        ("Anna Example", False), ("Bela Example", True), ("Cleo Example", True), ("Westland", True),
    ]  # fmt: skip


@pytest.mark.parametrize("font_size", [9, 14])
def test_what_is_told_of_a_seat_stands_on_one_page(font_size: int) -> None:
    sessions = [session(10 + number, f"Session {number}", 600 + 30 * number, 30) for number in range(8)]
    seats = [seat(20 + number, 10 + number, person=ANNA) for number in range(8)]
    agenda = meeting().with_records(
        [*(("sessions", each.id, each) for each in sessions), *(("seats", each.id, each) for each in seats)]
    )
    look = Look(font_size=font_size)
    paper = combined_sheets(agenda, replace(OPTIONS, look=look, holders=(ANNA_HERSELF,)))
    pages = paper_laid_out(paper, look).pages
    assert len(pages) > 2
    told = [{block.session_id for _y, block in page} - {None} for page in pages]
    assert [len(first & second) for first, second in pairwise(told)] == [0] * (len(pages) - 1)


def test_a_meeting_without_seats_has_a_paper_that_says_so() -> None:
    paper = combined_sheets(replace(meeting(), seats={}), OPTIONS)
    assert [line for part in paper.parts for line in lines(part)] == ["Nobody holds a seat yet."]


def test_a_sheet_holds_no_address_phone_or_note_of_anybody() -> None:
    agenda = changed(meeting(), "people", ANNA, phone="+1 555 0100")
    agenda = changed(agenda, "sessions", ROUNDTABLE, internal_notes="do not tell")
    texts = " ".join(texts_of_parts(combined_sheets(agenda, OPTIONS)))
    assert [secret for secret in ("anna@example.org", "555 0100", "do not tell") if secret in texts] == []


def test_each_has_three_files_and_all_have_one() -> None:
    assert list(contents(sheets_of(meeting(), (), OPTIONS))) == [
        "anna-example.pdf", "anna-example.ics", "anna-example.eml",
        "bela-example.pdf", "bela-example.ics", "bela-example.eml",
        "cleo-example.pdf", "cleo-example.eml",
        "westland.pdf", "westland.ics", "westland.eml",
        "all-sheets.pdf",
    ]  # fmt: skip


def test_only_those_asked_for_are_made() -> None:
    batch = sheets_of(meeting(), (), replace(OPTIONS, holders=(WESTLAND_ITSELF,)))
    assert list(contents(batch)) == ["westland.pdf", "westland.ics", "westland.eml", "all-sheets.pdf"]
    assert len(PdfReader(BytesIO(contents(batch)["all-sheets.pdf"])).pages) == 1


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert sheets_of(meeting(), (), OPTIONS) == sheets_of(meeting(), (), OPTIONS)


def test_the_draft_of_a_mail_is_unsent_and_carries_both_files() -> None:
    files = contents(sheets_of(meeting(), (), OPTIONS))
    mail = message_from_bytes(files["anna-example.eml"], policy=policy.default)
    assert {name: mail[name] for name in ("X-Unsent", "To", "Subject", "From", "Date", "Message-ID")} == {
        "X-Unsent": "1", "To": "anna@example.org", "Subject": "Your seats: Regional Review",
        "From": None, "Date": None, "Message-ID": None,
    }  # fmt: skip
    text, pdf, ics = mail.iter_parts()
    assert (pdf.get_filename(), pdf.get_content_type(), pdf.get_content()) == (
        "anna-example.pdf", "application/pdf", files["anna-example.pdf"],
    )  # fmt: skip
    assert (ics.get_filename(), ics.get_content_type(), ics.get_param("method")) == (
        "anna-example.ics", "text/calendar", "PUBLISH",
    )  # fmt: skip
    assert ics.get_payload(decode=True) == files["anna-example.ics"]
    assert text.get_content().splitlines()[:6] == [
        "Dear Anna Example,", "", "Attached are your personal sheet and the entries for your calendar.", "",
        "Speaker, Roundtable 1. Borders; and, other \\ signs",
        "Meeting time: Thursday, 12 November 2020, 10:00–11:30 CET (Zurich, UTC+1)",
    ]  # fmt: skip


def test_a_mail_to_what_is_no_address_or_to_an_entity_has_no_to() -> None:
    files = contents(sheets_of(meeting(), (), OPTIONS))
    mails = [message_from_bytes(files[name], policy=policy.default) for name in ("bela-example.eml", "westland.eml")]
    assert [mail["To"] for mail in mails] == [None, None]


def test_a_title_with_line_ends_adds_no_header() -> None:
    agenda = changed(meeting(), "meeting", 1, title="Überblick\r\nBcc: all@example.org " + "sehr " * 40)
    mail = message_from_bytes(contents(sheets_of(agenda, (), OPTIONS))["anna-example.eml"], policy=policy.default)
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Your seats: Überblick Bcc: all@example.org sehr")
    assert mail.defects == []


def test_the_lines_of_a_mail_end_as_the_standard_wants() -> None:
    content = contents(sheets_of(meeting(), (), OPTIONS))["anna-example.eml"]
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 78


@pytest.mark.parametrize(
    ("names", "stems"),
    [
        (("Łukasz Kovač", "Lukasz Kovac"), ["lukasz-kovac", "lukasz-kovac-2"]),
        (("../../etc/passwd", "C:\\x"), ["etc-passwd", "c-x"]),
        (("გიორგი", "שלום", "李 小龙", "Елена Ёлкина", "x̂y"), ["გიორგი", "שלום", "李-小龙", "елена-ёлкина", "xy"]),
        (("ΟΔΥΣΣΕΥΣ", "οδυσσευσ", "\u200f\udc80\u202e"), ["οδυσσευς", "οδυσσευσ-2", "person-2"]),
        (("龙" * 300,), ["龙" * 40]),
        (("CON", "All sheets", "."), ["con-person-0", "all-sheets-person-1", "person-2"]),
        (("x" * 300,), ["x" * 60]),
        (("a 2", "a", "a"), ["a-2", "a", "a-3"]),
    ],
)
def test_names_of_files_are_letters_short_and_unique(names: tuple[str, ...], stems: list[str]) -> None:
    made = Stems()
    assert [made.stem_for(name, f"person-{index}") for index, name in enumerate(names)] == stems


def test_the_folder_is_made_whole(tmp_path: Path) -> None:
    events = write_sheets(meeting(), (), OPTIONS, tmp_path / "sheets")
    batch = sheets_of(meeting(), (), OPTIONS)
    assert {path.name: path.read_bytes() for path in (tmp_path / "sheets").iterdir()} == contents(batch)
    assert events == batch.events
    assert [path.name for path in tmp_path.iterdir()] == ["sheets"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "mine.txt").write_text("mine")
    with pytest.raises(FileProblem) as problem:
        write_sheets(meeting(), (), OPTIONS, tmp_path / "sheets")
    assert problem.value.sentence == f"{tmp_path / 'sheets'} exists already: choose the name of a new folder."
    assert [path.name for path in (tmp_path / "sheets").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    write_sheets(meeting(), (), OPTIONS, tmp_path / "sheets")
    assert len(list((tmp_path / "sheets").iterdir())) == 12


def test_a_folder_in_no_folder_is_said_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        write_sheets(meeting(), (), OPTIONS, tmp_path / "none" / "sheets")
    assert problem.value.sentence == (
        f"The folder {tmp_path / 'none'} does not exist: create it, or choose another folder."
    )


def test_whoever_stops_it_finds_nothing(tmp_path: Path) -> None:
    flag, told = threading.Event(), []

    def stop_at_second(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            flag.set()

    with pytest.raises(Cancelled):
        write_sheets(meeting(), (), OPTIONS, tmp_path / "sheets", stop_at_second, flag)
    assert told == [(1, 9), (2, 9)]
    assert list(tmp_path.iterdir()) == []


def test_progress_ends_with_the_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_sheets(meeting(), (), OPTIONS, tmp_path / "sheets", lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1] == (9, 9)


def test_what_delegations_do_not_see_stands_on_no_sheet() -> None:
    public = AgendaOptions(as_of=OPTIONS.as_of, profile=Profile.PUBLIC)
    texts = list(texts_of_parts(combined_sheets(meeting(), public)))
    tables = [part for part in combined_sheets(meeting(), public).parts if isinstance(part, Table)]
    assert len(tables) == 5
    assert "https://example.org/room;a,b?x=1" not in texts


def test_a_sheet_calls_people_by_their_title() -> None:
    agenda = changed(meeting(), "people", ANNA, honorific="Ms", function="Minister")
    assert words(agenda, ANNA_HERSELF)[:2] == ["Ms Anna Example", "Minister, Eastland"]
    mail = message_from_bytes(contents(sheets_of(agenda, (), OPTIONS))["anna-example.eml"], policy=policy.default)
    assert next(mail.iter_parts()).get_content().splitlines()[0] == "Dear Ms Anna Example,"


def test_names_in_other_letters_are_written_and_signs_that_cannot_be_are_named(tmp_path: Path) -> None:
    agenda = changed(meeting(), "people", ANNA, given_name="გიორგი", family_name="שלום")
    assert contents(sheets_of(agenda, (), OPTIONS))["გიორგი-שלום.pdf"][:5] == b"%PDF-"
    mail = message_from_bytes(contents(sheets_of(agenda, (), OPTIONS))["გიორგი-שלום.eml"], policy=policy.default)
    assert [part.get_filename() for part in mail.iter_attachments()] == ["გიორგი-שלום.pdf", "გიორგი-שלום.ics"]
    strange = changed(meeting(), "people", ANNA, given_name="\U0001f600")
    with pytest.raises(InputProblem):
        write_sheets(strange, (), OPTIONS, tmp_path / "sheets")
    assert list(tmp_path.iterdir()) == []
