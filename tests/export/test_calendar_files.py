"""Calendar files: read back by two libraries; numbers that rise as what was sent changes."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import icalendar
import vobject

from planner.export.agenda_paper import AgendaOptions
from planner.export.calendar_events import facts_from
from planner.export.look import DateStyle, Look, TimeStyle
from planner.export.sheets import Batch, sheets_of
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.models.kinds import Role, SeatState
from planner.models.records import Room
from tests.export.sheet_meeting import (
    ANNA,
    BELA,
    CLOSING,
    LINK,
    OPTIONS,
    ROUNDTABLE,
    changed,
    meeting,
)  # fmt: skip

ANNA_S_ALONE = replace(OPTIONS, holders=((ANNA, None),))


def calendar(batch: Batch, name: str = "anna-example.ics") -> bytes:
    return next(file.content for file in batch.files if file.name == name)


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def told(content: bytes) -> list[tuple[str, str, int, str]]:
    """Summary, start, sequence and status as icalendar reads them."""
    return [
        (str(event["SUMMARY"]), f"{event.decoded('DTSTART'):%d %H:%M}", int(event["SEQUENCE"]), str(event["STATUS"]))
        for event in events(content)
    ]


def told_by_the_other(content: bytes) -> list[tuple[str, str, int, str]]:
    """The same as vobject reads them."""
    read: Any = vobject.readOne(content.decode())
    return [
        (event.summary.value, f"{event.dtstart.value:%d %H:%M}", int(event.sequence.value), event.status.value)
        for event in read.vevent_list
    ]


def sent(agenda: Agenda, known: Iterable[CalendarEvent] = (), options: AgendaOptions = ANNA_S_ALONE) -> Batch:
    return sheets_of(agenda, known, options)


ROUNDTABLE_TOLD = "Roundtable 1. Borders; and, other \\ signs (Speaker)"


def test_two_libraries_read_the_same() -> None:
    content = calendar(sent(meeting()))
    assert told(content) == [
        (ROUNDTABLE_TOLD, "12 09:00", 0, "CONFIRMED"),
        ("Closing (Chair)", "13 14:10", 0, "CONFIRMED"),
    ]
    assert told_by_the_other(content) == told(content)


def test_an_event_holds_what_the_standards_name() -> None:
    first, _second = events(calendar(sent(meeting())))
    assert {name: first.decoded(name) for name in ("DTSTART", "DTEND", "DTSTAMP")} == {
        "DTSTART": datetime(2020, 11, 12, 9, tzinfo=UTC),
        "DTEND": datetime(2020, 11, 12, 10, 30, tzinfo=UTC),
        "DTSTAMP": datetime(2020, 11, 5, 17, tzinfo=UTC),
    }
    assert str(first["CONFERENCE"]) == LINK
    assert dict(first["CONFERENCE"].params) == {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Join"}
    assert str(first["ORGANIZER"]) == "mailto:office@example.org"
    assert str(first["LOCATION"]) == "Plenary"
    assert str(first["DESCRIPTION"]).split("\n") == [
        "Regional Review",
        "Meeting time: Thursday, 12 November 2020, 10:00–11:30 CET (Zurich, UTC+1)",
        "Your time: Thursday, 12 November 2020, 04:00–05:30 EST (Toronto, UTC−5)",
        "Speaking time: 5 min",
        f"Link: {LINK}",
        "Questions: Secretariat, office@example.org",
    ]


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    content = calendar(sent(changed(meeting(), "sessions", ROUNDTABLE, title="Größe — " * 60)))
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert told(content)[0][0] == told_by_the_other(content)[0][0]


def test_a_seat_that_is_not_confirmed_is_tentative() -> None:
    batch = sent(meeting(), options=replace(OPTIONS, holders=((BELA, None),)))
    assert told(calendar(batch, "bela-example.ics")) == [("Closing (Speaker)", "13 14:10", 0, "TENTATIVE")]


def test_a_moved_session_keeps_its_uid_and_has_a_higher_number() -> None:
    before = sent(meeting())
    after = sent(changed(meeting(), "sessions", ROUNDTABLE, start_minute=615), before.events)
    assert told(calendar(after)) == [
        (ROUNDTABLE_TOLD, "12 09:15", 1, "CONFIRMED"),
        ("Closing (Chair)", "13 14:10", 0, "CONFIRMED"),
    ]
    assert told_by_the_other(calendar(after)) == told(calendar(after))
    uids = [[str(event["UID"]) for event in events(calendar(batch))] for batch in (before, after)]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 2


def test_nothing_changed_is_nothing_raised() -> None:
    before = sent(meeting())
    assert sent(meeting(), before.events) == before


def test_what_a_calendar_shows_raises_the_number_and_nothing_else_does() -> None:
    known = sent(meeting()).events
    edits: dict[str, tuple[str, int, dict[str, object]]] = {
        "time": ("sessions", ROUNDTABLE, {"start_minute": 610}),
        "length": ("sessions", ROUNDTABLE, {"minutes": 80}),
        "day": ("sessions", ROUNDTABLE, {"day_id": 2}),
        "title": ("sessions", ROUNDTABLE, {"title": "Other"}),
        "role": ("seats", 2, {"role": Role.PANELLIST}),
        "link": ("rooms", 1, {"link": "https://example.org/other"}),
        "speaking time": ("seats", 2, {"minutes": 7}),
        "summary": ("sessions", ROUNDTABLE, {"summary": "Other"}),
        "state": ("seats", 2, {"state": SeatState.INVITED}),
        "room name": ("rooms", 1, {"name": "Other"}),
        "title of the meeting": ("meeting", 1, {"title": "Other"}),
    }
    numbers = {
        what: sorted(event.sequence for event in sent(changed(meeting(), table, row, **values), known).events)
        for what, (table, row, values) in edits.items()
    }
    assert numbers == {
        "time": [0, 1], "length": [0, 1], "day": [0, 1], "title": [0, 1], "role": [0, 1], "link": [1, 1],
        "speaking time": [0, 0], "summary": [0, 0], "state": [0, 1], "room name": [1, 1],
        "title of the meeting": [0, 0],
    }  # fmt: skip


def test_another_room_raises_the_number_of_its_session_alone() -> None:
    known = sent(meeting()).events
    two = meeting().with_records([("rooms", 2, Room(2, "Annex", LINK, 2))])
    after = sent(changed(two, "sessions", ROUNDTABLE, room_id=2), known)
    assert [(int(each["SEQUENCE"]), str(each["LOCATION"])) for each in events(calendar(after))] == [
        (1, "Annex"), (0, "Plenary"),
    ]  # fmt: skip


def test_a_cancelled_event_keeps_the_room_that_was_sent() -> None:
    known = sent(meeting()).events
    after = sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), known)
    assert [str(each["LOCATION"]) for each in events(calendar(after))] == ["Plenary", "Plenary"]


def test_facts_of_an_older_version_are_read_and_rise_once() -> None:
    known = [replace(event, facts=json.dumps(json.loads(event.facts)[:4])) for event in sent(meeting()).events]
    first, second = facts_from(known[0].facts), facts_from(sent(meeting()).events[0].facts)
    assert first is not None
    assert second is not None
    assert (first.start, first.link, first.location) == (second.start, second.link, "")
    after = sent(meeting(), known)
    assert [event.sequence for event in after.events] == [1, 1]
    assert sent(meeting(), after.events).events == after.events
    dropped = sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), known)
    assert told(calendar(dropped))[1] == (ROUNDTABLE_TOLD, "12 09:00", 1, "CANCELLED")


def test_two_seats_in_a_session_are_told_with_their_roles() -> None:
    agenda = changed(meeting(), "seats", 5, person_id=ANNA, entity_id=None, minutes=10)
    first, _second = events(calendar(sent(agenda)))
    assert str(first["DESCRIPTION"]).split("\n")[3:5] == [
        "Speaking time (Speaker): 5 min", "Speaking time (Moderator): 10 min",
    ]  # fmt: skip


def test_hours_and_dates_are_said_in_the_style_of_the_look() -> None:
    look = Look(time_style=TimeStyle.HALF_DAYS, date_style=DateStyle.ISO)
    first, _second = events(calendar(sent(meeting(), options=replace(ANNA_S_ALONE, look=look))))
    assert str(first["DESCRIPTION"]).split("\n")[1] == (
        "Meeting time: 2020-11-12, 10 a.m.–11.30 a.m. CET (Zurich, UTC+1)"
    )


def test_a_dropped_seat_is_cancelled_at_the_time_that_was_sent() -> None:
    known = sent(meeting()).events
    after = sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), known)
    assert told(calendar(after)) == [
        ("Closing (Chair)", "13 14:10", 0, "CONFIRMED"),
        (ROUNDTABLE_TOLD, "12 09:00", 1, "CANCELLED"),
    ]
    assert sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), after.events).events == after.events


def test_a_session_that_is_gone_or_has_no_hour_is_cancelled() -> None:
    known = sent(meeting()).events
    waiting = changed(meeting(), "sessions", ROUNDTABLE, day_id=None, start_minute=None, room_id=None)
    gone = meeting().with_records([("sessions", ROUNDTABLE, None), ("seats", 2, None), ("seats", 5, None),
                                   ("seats", 6, None), ("seats", 7, None), ("coverage", 1, None)])  # fmt: skip
    for agenda in (waiting, gone):
        assert told(calendar(sent(agenda, known)))[1] == (ROUNDTABLE_TOLD, "12 09:00", 1, "CANCELLED")


def test_a_seat_that_is_given_back_rises_again() -> None:
    known = sent(meeting()).events
    dropped = sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), known)
    assert [line[2:] for line in told(calendar(sent(meeting(), dropped.events)))] == [
        (2, "CONFIRMED"),
        (0, "CONFIRMED"),
    ]


def test_whoever_lost_every_seat_is_told_once_and_the_method_says_so() -> None:
    known = sheets_of(meeting(), (), OPTIONS).events
    without_bela = changed(meeting(), "seats", 3, state=SeatState.WITHDRAWN)
    after = sheets_of(without_bela, known, OPTIONS)
    read = icalendar.Calendar.from_ical(calendar(after, "bela-example.ics"))
    assert str(read["METHOD"]) == "CANCEL"
    assert told(calendar(after, "bela-example.ics")) == [("Closing (Speaker)", "13 14:10", 1, "CANCELLED")]
    later = sheets_of(without_bela, after.events, OPTIONS)
    assert [file.name for file in later.files if file.name.startswith("bela")] == []


def test_another_holder_of_the_seat_gets_an_event_of_their_own() -> None:
    known = sheets_of(meeting(), (), OPTIONS).events
    after = sheets_of(changed(meeting(), "seats", 2, person_id=BELA), known, OPTIONS)
    assert [line[2:] for line in told(calendar(after))] == [(0, "CONFIRMED"), (1, "CANCELLED")]
    assert [line[2:] for line in told(calendar(after, "bela-example.ics"))] == [(0, "CONFIRMED"), (0, "TENTATIVE")]
    assert len({event.uid for event in after.events}) == len(after.events)


def test_a_link_that_is_no_address_breaks_nothing() -> None:
    hostile = changed(meeting(), "rooms", 1, link="https://example.org/x\r\nATTENDEE:mailto:all@example.org")
    first, *_others = events(calendar(sent(hostile)))
    assert "CONFERENCE" not in first
    assert "ATTENDEE" not in first


def test_facts_of_another_program_are_left_alone() -> None:
    known = [replace(event, facts="{}") for event in sent(meeting()).events]
    after = sent(changed(meeting(), "seats", 2, state=SeatState.DECLINED), known)
    assert told(calendar(after)) == [("Closing (Chair)", "13 14:10", 1, "CONFIRMED")]
    assert [facts_from(text) for text in ("", "[]", '["a","b","c","d"]', "[1,2,3,4]")] == [None] * 4


def test_an_hour_that_comes_twice_or_no_as_of_time_still_has_a_stamp() -> None:
    twice = replace(ANNA_S_ALONE, as_of=datetime(2020, 10, 25, 2, 30))
    none = replace(ANNA_S_ALONE, as_of=None)
    stamps = [events(calendar(sent(meeting(), options=options)))[0].decoded("DTSTAMP") for options in (twice, none)]
    assert stamps == [datetime(2020, 10, 25, 0, 30, tzinfo=UTC), datetime(2020, 11, 12, tzinfo=UTC)]


def test_a_meeting_on_another_clock_has_the_same_moments_in_utc() -> None:
    moved = changed(meeting(), "meeting", 1, zone="Asia/Bishkek", zone_label="KGT")
    assert told(calendar(sent(moved)))[0][1] == "12 04:00"
    assert CLOSING in moved.sessions
