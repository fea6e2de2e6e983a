"""Letters: what changed for somebody, old and new times, and the calendar brought up to date."""

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from typing import Any

import icalendar
import pytest
from pypdf import PdfReader

from planner.errors import InputProblem
from planner.export.batches import write_letters_to_all
from planner.export.letters import letter_paper, letters_of, sentences_for, write_letters
from planner.export.look import DateStyle, Look, TimeStyle
from planner.export.paper_parts import Bullets, Paragraph, Run, Table
from planner.export.sheet_holders import seats_by_holder
from planner.export.sheet_paper import for_participants
from planner.export.sheets import Batch, sheets_of
from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.models.freezing import frozen_text
from planner.models.kinds import DraftKind, Role, SeatState
from planner.rules.change import Holder
from planner.rules.drafts import plan_of
from planner.rules.telling import to_tell
from tests.building import seat
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
)  # fmt: skip


def issued() -> Agenda:
    """The meeting with its plan frozen as Draft 1."""
    agenda = meeting()
    draft = Draft(1, DraftKind.DRAFT, 1, "", "", "2020-11-01T10:00", "2020-11-01T09:00:00+00:00", None,
                  frozen_text(agenda))  # fmt: skip
    return agenda.with_records([("drafts", 1, draft)])


def moved() -> Agenda:
    return changed(issued(), "sessions", CLOSING, start_minute=600)


def letters(agenda: Agenda) -> Batch:
    known = sheets_of(issued(), (), OPTIONS).events
    return letters_of(agenda, to_tell(agenda), known, OPTIONS)


def content(batch: Batch, name: str) -> bytes:
    return next(file.content for file in batch.files if file.name == name)


def runs(part: Paragraph | Bullets) -> tuple[Run, ...]:
    assert isinstance(part, Paragraph)
    return part.runs


def cells(table: Table) -> list[list[str]]:
    rows = [[column.title for column in table.columns]]
    for row in table.rows:
        rows.append(["".join(run.text for part in cell for run in runs(part)) for cell in row.cells])
    return rows


def paper_of(agenda: Agenda, person_id: int) -> tuple[tuple[str, ...], list[list[list[str]]]]:
    """The sentences and the tables of a letter."""
    entry = next(entry for entry in to_tell(agenda) if entry.holder == (person_id, None))
    shown = for_participants(agenda, OPTIONS)
    known = plan_of(entry.known or agenda.drafts[1])
    paper = letter_paper(shown, known, entry, OPTIONS, seats_by_holder(shown).get(entry.holder, ()))
    bullets = next(part for part in paper.parts if isinstance(part, Bullets))
    sentences = tuple("".join(run.text for run in item) for item in bullets.items)
    return sentences, [cells(part) for part in paper.parts if isinstance(part, Table) and len(part.columns) == 3]


def test_a_move_is_told_in_a_sentence_and_on_three_clocks_before_and_now() -> None:
    assert paper_of(moved(), BELA) == (
        ("Closing moves from Fri 15:10 CET (Sat 00:10 in Vladivostok) to Fri 10:00 CET (19:00 in Vladivostok).",),
        [
            [
                ["Hours", "Before", "Now"],
                [
                    "Meeting time",
                    "Friday, 13 November 2020, 15:10–15:40 CET (Zurich, UTC+1)",
                    "Friday, 13 November 2020, 10:00–10:30 CET (Zurich, UTC+1)",
                ],
                [
                    "Your time",
                    "Saturday, 14 November 2020, 00:10–00:40 UTC+10 (Vladivostok; +1 day)",
                    "Friday, 13 November 2020, 19:00–19:30 UTC+10 (Vladivostok)",
                ],
                ["UTC", "Friday, 13 November 2020, 14:10–14:40", "Friday, 13 November 2020, 09:00–09:30"],
            ]
        ],
    )


def test_hours_and_dates_of_a_letter_are_in_the_style_of_the_look() -> None:
    look = Look(time_style=TimeStyle.POINT, date_style=DateStyle.ISO)
    batch = letters_of(moved(), to_tell(moved()), (), replace(OPTIONS, look=look))
    mail = message_from_bytes(content(batch, "anna-example.eml"), policy=policy.default)
    text, pdf, _ics = mail.iter_parts()
    said = " ".join(PdfReader(BytesIO(pdf.get_content())).pages[0].extract_text().split())
    assert said.count("2020-11-13, 15.10–15.40 CET (Zurich, UTC+1)") == 1
    assert text.get_content().count("2020-11-13, 10.00–10.30 CET (Zurich, UTC+1)") == 2


def test_whoever_lost_every_seat_is_not_asked_for_a_statement() -> None:
    without = changed(issued(), "seats", 3, state=SeatState.WITHDRAWN)
    mail = message_from_bytes(content(letters(without), "bela-example.eml"), policy=policy.default)
    assert next(mail.iter_parts()).get_content().count("statement") == 0


def test_a_dropped_seat_has_an_old_time_alone() -> None:
    sentences, (table,) = paper_of(changed(issued(), "seats", 3, state=SeatState.WITHDRAWN), BELA)
    assert sentences == ("You are no longer a speaker in Closing.",)
    assert [row[2] for row in table] == ["Now", "no seat", "no seat", "no seat"]


def test_what_was_taken_off_the_timetable_says_so() -> None:
    off = changed(issued(), "sessions", CLOSING, day_id=None, start_minute=None, room_id=None)
    _sentences, (table,) = paper_of(off, BELA)
    assert [row[2] for row in table] == ["Now", "to be announced", "to be announced", "to be announced"]


def test_only_those_who_must_be_told_have_a_letter() -> None:
    assert [file.name for file in letters(moved()).files] == [
        "anna-example.pdf", "anna-example.ics", "anna-example.eml",
        "bela-example.pdf", "bela-example.ics", "bela-example.eml",
    ]  # fmt: skip


def test_the_calendar_in_a_letter_has_a_higher_number() -> None:
    batch = letters(moved())
    read = icalendar.Calendar.from_ical(content(batch, "anna-example.ics"))
    numbers = [(int(event["SEQUENCE"]), f"{event.decoded('DTSTART'):%d %H:%M}") for event in read.walk("VEVENT")]
    assert numbers == [(0, "12 09:00"), (1, "13 09:00")]


def test_whoever_lost_the_seat_is_sent_a_cancellation() -> None:
    batch = letters(changed(issued(), "seats", 3, state=SeatState.WITHDRAWN))
    read = icalendar.Calendar.from_ical(content(batch, "bela-example.ics"))
    assert [(str(event["STATUS"]), int(event["SEQUENCE"])) for event in read.walk("VEVENT")] == [("CANCELLED", 1)]
    mail = message_from_bytes(content(batch, "bela-example.eml"), policy=policy.default)
    assert [part.get_param("method") for part in mail.iter_attachments()] == [None, "CANCEL"]


def test_the_mail_tells_what_changed() -> None:
    mail: Any = message_from_bytes(content(letters(moved()), "anna-example.eml"), policy=policy.default)
    assert mail["Subject"] == "What changed for you: Regional Review"
    assert next(mail.iter_parts()).get_content().splitlines()[:12] == [
        "Dear Anna Example,", "",
        "The plan of the meeting has changed for you:", "",
        "- Closing moves from Fri 15:10 CET (09:10 in Toronto) to Fri 10:00 CET (04:00 in Toronto).", "",
        "Closing",
        "Before, meeting time: Friday, 13 November 2020, 15:10–15:40 CET (Zurich, UTC+1)",
        "Before, your time: Friday, 13 November 2020, 09:10–09:40 EST (Toronto, UTC\u22125)",
        "Now, meeting time: Friday, 13 November 2020, 10:00–10:30 CET (Zurich, UTC+1)",
        "Now, your time: Friday, 13 November 2020, 04:00–04:30 EST (Toronto, UTC\u22125)", "",
    ]  # fmt: skip


def told(agenda: Agenda, holder: Holder) -> tuple[str, ...]:
    """The sentences of somebody's letter."""
    entry = next(entry for entry in to_tell(agenda) if entry.holder == holder)
    return sentences_for(agenda, plan_of(entry.known or agenda.drafts[1]), entry)


def test_the_sentences_of_a_letter_have_their_hours_in_the_style_of_the_look() -> None:
    options = replace(OPTIONS, look=Look(time_style=TimeStyle.HALF_DAYS))
    agenda = changed(moved(), "sessions", CLOSING, title="Closing at 15:10")
    entry = next(entry for entry in to_tell(agenda) if entry.holder == (ANNA, None))
    batch = letters_of(agenda, [entry], (), options)
    mail: Any = message_from_bytes(content(batch, "anna-example.eml"), policy=policy.default)
    sentence = (
        "Closing at 15:10 moves from Fri 3.10 p.m. CET (9.10 a.m. in Toronto) to Fri 10 a.m. CET (4 a.m. in Toronto)."
    )
    assert f"- {sentence}" in next(mail.iter_parts()).get_content().splitlines()
    assert sentences_for(agenda, plan_of(agenda.drafts[1]), entry, options.look) == (sentence,)


def test_somebody_new_in_a_session_that_moved_reads_where_they_are_and_no_move() -> None:
    newcomer = moved().with_records([("seats", 9, seat(9, CLOSING, Role.RAPPORTEUR, person=CLEO))])
    assert told(newcomer, (CLEO, None)) == ("You are now a rapporteur in Closing, on Fri 10:00 CET.",)
    unplaced = issued().with_records([("seats", 9, seat(9, WALK, person=BELA))])
    assert told(unplaced, (BELA, None)) == ("You are now a speaker in Walk, which is not placed yet.",)


def test_somebody_who_leaves_a_session_that_moved_does_not_read_its_new_hour() -> None:
    gone = moved().with_records([("seats", 3, None)])
    assert told(gone, (BELA, None)) == ("You are no longer a speaker in Closing.",)
    mail: Any = message_from_bytes(content(letters(gone), "bela-example.eml"), policy=policy.default)
    text = next(mail.iter_parts()).get_content()
    assert ("15:10" in text, "Now: no seat" in text, "10:00" in text) == (True, True, False)


def test_whoever_takes_a_place_and_whoever_leaves_it_read_their_own_part() -> None:
    other = moved().with_records([("seats", 3, seat(3, CLOSING, person=CLEO))])
    assert told(other, (CLEO, None)) == ("You are now a speaker in Closing, on Fri 10:00 CET.",)
    assert told(other, (BELA, None)) == ("You are no longer a speaker in Closing.",)


def test_an_entity_reads_who_takes_its_seat_and_that_it_is_to_name_another() -> None:
    named = changed(issued(), "seats", 5, person_id=CLEO)
    assert told(named, (None, WESTLAND)) == ("Cleo Example is named for your seat in Roundtable 1.",)
    assert told(named, (CLEO, None)) == ("You are now a moderator in Roundtable 1, on Thu 10:00 CET.",)
    withdrawn = changed(issued(), "seats", 2, person_id=None, entity_id=EASTLAND)
    assert told(withdrawn, (None, EASTLAND)) == (
        "Anna Example no longer takes your seat in Roundtable 1: please name another speaker.",
    )


def test_other_changes_are_told_to_you_as_well() -> None:
    chair = changed(issued(), "seats", 3, role=Role.CHAIR)
    assert told(chair, (BELA, None)) == ("Your role in Closing is now chair instead of speaker.",)
    off = changed(issued(), "sessions", CLOSING, day_id=None, start_minute=None, room_id=None)
    assert told(off, (BELA, None)) == (
        "Closing is taken off the timetable; it was on Fri 15:10 CET (Sat 00:10 in Vladivostok).",
    )
    dropped = issued().with_records([("seats", 1, None), ("seats", 3, None), ("sessions", CLOSING, None)])
    assert told(dropped, (ANNA, None)) == ("Closing is dropped; it was on Fri 15:10 CET (09:10 in Toronto).",)
    placed = changed(issued(), "sessions", WALK, day_id=1, start_minute=700, room_id=1)
    assert told(placed, (CLEO, None)) == ("Walk is placed on Thu 11:40 CET.",)


def test_a_meeting_in_another_zone_tells_old_and_new_hour_on_each_clock() -> None:
    elsewhere = changed(issued(), "meeting", 1, zone="America/New_York", zone_label="EST")
    assert told(elsewhere, (BELA, None)) == (
        "Closing moves from Fri 15:10 CET (Sat 00:10 in Vladivostok) to Fri 15:10 EST (Sat 06:10 in Vladivostok).",
    )


def test_somebody_who_is_gone_has_a_letter_in_the_name_they_had() -> None:
    gone = issued().with_records([("people", BELA, None), ("seats", 3, None)])
    batch = letters(gone)
    assert [file.name for file in batch.files] == ["bela-example.pdf", "bela-example.ics", "bela-example.eml"]
    assert letters(gone) == batch


@pytest.mark.parametrize("make", [issued, meeting])
def test_no_change_is_no_letter_and_says_so(make: Callable[[], Agenda], tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as problem:
        write_letters_to_all(make(), (), OPTIONS, tmp_path / "letters")
    assert problem.value.sentence == "Nobody must be told: no letter was written. Issue a draft, then change the plan."
    assert list(tmp_path.iterdir()) == []


def test_a_draft_of_another_program_is_said(tmp_path: Path) -> None:
    broken = changed(moved(), "drafts", 1, content="{}")
    with pytest.raises(InputProblem) as problem:
        write_letters_to_all(broken, (), OPTIONS, tmp_path / "letters")
    assert problem.value.sentence == (
        "A draft was changed by another program and cannot be read. Restore a backup to write letters."
    )


def test_the_letters_of_some_alone(tmp_path: Path) -> None:
    write_letters_to_all(moved(), (), replace(OPTIONS, holders=((ANNA, None),)), tmp_path / "letters")
    assert sorted(path.name for path in (tmp_path / "letters").iterdir()) == [
        "anna-example.eml", "anna-example.ics", "anna-example.pdf",
    ]  # fmt: skip


def test_the_folder_of_letters_holds_what_was_made(tmp_path: Path) -> None:
    entries = to_tell(moved())
    events = write_letters(moved(), entries, (), OPTIONS, tmp_path / "letters")
    batch = letters_of(moved(), entries, (), OPTIONS)
    assert {path.name: path.read_bytes() for path in (tmp_path / "letters").iterdir()} == dict(batch.files)
    assert events == batch.events
    assert ROUNDTABLE in {event.session_id for event in events}
