from dataclasses import replace
from datetime import datetime

import pytest

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions, Paper, agenda_paper, paper_named
from planner.export.look import DateStyle, Look, TimeStyle
from planner.export.paper_content import AgendaPaper, LocalSpan, PaperLine, PaperRow, PaperValue, texts_of
from planner.local_times import zone_data_version
from planner.models.kinds import Role, SeatState, SessionKind
from tests.export.paper_meetings import MeetingMaker, regional_review

TORONTO_AND_BISHKEK = AgendaOptions(zones=("America/Toronto", "Asia/Bishkek"), as_of=datetime(2020, 11, 5, 18, 0))


def one_session(make: MeetingMaker, kind: SessionKind, minutes: int = 90, **values: object) -> int:
    return make.session(kind, make.day("2020-11-12"), 600, minutes, **values)


def paper_of(make: MeetingMaker, **options: object) -> AgendaPaper:
    return agenda_paper(make.agenda(), AgendaOptions(**options))  # type: ignore[arg-type]


def only_row(make: MeetingMaker, **options: object) -> PaperRow:
    (day,) = paper_of(make, **options).days
    (row,) = day.rows
    return row


def in_words(line: PaperLine) -> str:
    values = [" ".join(part for part in (value.text, value.note) if part) for value in line.values]
    return " ".join(part for part in (f"{line.label}:", " · ".join(values), line.note) if part)


def lines_of(make: MeetingMaker) -> list[str]:
    return [in_words(line) for line in only_row(make).lines]


def roundtable(make: MeetingMaker) -> int:
    make.room("Plenary")
    return one_session(make, SessionKind.ROUNDTABLE, code="RT1", title="Return", wrap_up_minutes=10)


def test_the_head_of_the_paper() -> None:
    paper = agenda_paper(regional_review(), TORONTO_AND_BISHKEK)
    assert (paper.kicker, paper.subtitle, paper.watermark, paper.version_note, paper.zone_note) == (
        "DRAFT AGENDA",
        "Thursday 12 and Friday 13 November 2020, 10:00–15:40 CET · virtual meeting",
        "DRAFT 3",
        "Draft 3, as of 5 November 2020, 18:00 CET. Illustrative.",
        f"All times CET (UTC+1) · time zone data {zone_data_version()}",
    )


def test_offsets_are_said_once_while_they_stay_the_same() -> None:
    paper = agenda_paper(regional_review(), TORONTO_AND_BISHKEK)
    assert [day.zone_note for day in paper.days] == [
        "All times CET (UTC+1). Also shown: Toronto (UTC−5), Bishkek (UTC+6)",
        "All times CET (UTC+1)",
    ]


def test_offsets_are_said_again_on_the_day_they_change() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    for iso_date in ("2020-10-30", "2020-11-02"):
        make.session(SessionKind.PLENARY, make.day(iso_date), 600, 60, title="Talk")
    days = paper_of(make, zones=("America/New_York",)).days
    assert [(day.zone_note, day.rows[0].local_spans) for day in days] == [
        ("All times CET (UTC+1). Also shown: New York (UTC−4)", (LocalSpan("05:00–06:00"),)),
        ("All times CET (UTC+1). Also shown: New York (UTC−5)", (LocalSpan("04:00–05:00"),)),
    ]


def test_an_offset_that_changes_during_the_day_is_said_with_its_hour() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-11-01"), 360, 240, title="Talk")
    (day,) = paper_of(make, zones=("America/New_York",)).days
    assert day.zone_note == "All times CET (UTC+1). Also shown: New York (UTC−4, from 07:00 UTC−5)"


def test_the_meetings_own_change_of_clocks_is_said_with_its_hour() -> None:
    make = MeetingMaker(zone_label="Geneva time")
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-10-25"), 60, 600, title="Talk")
    (day,) = paper_of(make).days
    assert day.zone_note == "All times Geneva time (UTC+2, from 03:00 UTC+1)"


@pytest.mark.parametrize(
    ("start", "minutes", "zone", "local"),
    [
        (600, 30, "Asia/Bishkek", LocalSpan("15:00–15:30")),
        (880, 60, "Asia/Vladivostok", LocalSpan("23:40–00:40", "ends Fri 13 Nov")),
        (900, 60, "Asia/Vladivostok", LocalSpan("00:00–01:00", "+1 day, Fri 13 Nov")),
        (840, 60, "Asia/Vladivostok", LocalSpan("23:00–24:00")),
        (360, 120, "America/New_York", LocalSpan("00:00–02:00")),
        (330, 60, "America/New_York", LocalSpan("23:30–00:30", "starts Wed 11 Nov")),
        (300, 30, "America/New_York", LocalSpan("23:00–23:30", "−1 day, Wed 11 Nov")),
    ],
)
def test_local_hours_carry_another_day(start: int, minutes: int, zone: str, local: LocalSpan) -> None:
    make = MeetingMaker()
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-11-12"), start, minutes, title="Talk")
    assert only_row(make, zones=(zone,)).local_spans == (local,)


def test_a_print_in_summer_time_does_not_carry_the_winter_label() -> None:
    paper = agenda_paper(regional_review(), replace(TORONTO_AND_BISHKEK, as_of=datetime(2020, 10, 5, 18, 0)))
    assert paper.version_note == "Draft 3, as of 5 October 2020, 18:00 UTC+2. Illustrative."


def test_the_as_of_time_is_said_in_the_style_of_the_look() -> None:
    look = Look(time_style=TimeStyle.HALF_DAYS, date_style=DateStyle.POINTS)
    paper = agenda_paper(regional_review(), replace(TORONTO_AND_BISHKEK, look=look))
    assert paper.version_note == "Draft 3, as of 05.11.2020, 6 p.m. CET. Illustrative."


def test_a_print_in_the_hour_that_comes_twice_is_made() -> None:
    paper = agenda_paper(regional_review(), replace(TORONTO_AND_BISHKEK, as_of=datetime(2020, 10, 25, 2, 30)))
    assert paper.version_note == "Draft 3, as of 25 October 2020, 02:30 CET. Illustrative."


def test_no_draft_prints_no_draft() -> None:
    paper = agenda_paper(regional_review(), AgendaOptions(draft_number=0))
    assert (paper.kicker, paper.watermark, paper.version_note) == ("AGENDA", "", "Illustrative.")


def test_a_roundtable_in_full() -> None:
    paper = agenda_paper(regional_review(), TORONTO_AND_BISHKEK)
    assert paper.days[0].rows[1] == PaperRow(
        session_id=2,
        kind=SessionKind.ROUNDTABLE,
        span="10:30–12:00",
        minutes=90,
        heading="Roundtable 1. Ensuring that migration is voluntary, orderly and regular",
        objectives="Objectives 2, 5, 6, 12 and 18",
        lines=(
            PaperLine("Moderator", (PaperValue("Local authorities", "(speaker to be named)"),)),
            PaperLine(
                "Speakers",
                tuple(map(PaperValue, ("Portugal", "Armenia", "Kyrgyzstan", "Trade unions"))),
                "(speakers to be named)",
            ),
            PaperLine("Discussion", (PaperValue("55 minutes; 3 minutes a State, 2 minutes a stakeholder"),)),
        ),
        local_spans=(LocalSpan("04:30–06:00"), LocalSpan("15:30–17:00")),
    )


def test_people_are_named_with_function_and_entity() -> None:
    make = MeetingMaker()
    session_id = roundtable(make)
    north = make.entity("Northland")
    minister = make.person("H.E. Ms.", "Anna", "Invented", "Minister of Examples", north)
    adviser = make.person("", "Bruno", "Invented", "", north)
    make.seat(session_id, Role.MODERATOR, person_id=minister)
    make.seat(session_id, Role.SPEAKER, make.entity("Southland"), person_id=adviser, state=SeatState.INVITED)
    make.seat(session_id, Role.SPEAKER, person_id=minister)
    assert lines_of(make) == [
        "Moderator: H.E. Ms. Anna Invented, Minister of Examples, Northland",
        "Speakers: Bruno Invented, Southland (to be confirmed) · "
        "H.E. Ms. Anna Invented, Minister of Examples, Northland",
        "Discussion: 65 minutes; 3 minutes a State, 2 minutes a stakeholder",
    ]


def test_open_seats_say_what_is_open() -> None:
    make = MeetingMaker()
    session_id = roundtable(make)
    make.seat(session_id, Role.CHAIR, state=SeatState.PROPOSED)
    make.seats(session_id, Role.SPEAKER, ["Northland", "Southland"], state=SeatState.PROPOSED)
    make.seats(session_id, Role.PANELLIST, ["Westland"])
    make.seats(session_id, Role.RAPPORTEUR, ["Eastland"], state=SeatState.INVITED)
    assert lines_of(make)[:-1] == [
        "Chair: To be confirmed",
        "Moderator: To be confirmed",
        "Speakers: Northland · Southland (all to be confirmed)",
        "Panellist: Westland (speaker to be named)",
        "Rapporteur: Eastland (to be confirmed)",
    ]


def test_declined_and_withdrawn_seats_are_left_out() -> None:
    make = MeetingMaker()
    session_id = roundtable(make)
    make.seats(session_id, Role.MODERATOR, ["Northland"], state=SeatState.DECLINED)
    make.seats(session_id, Role.SPEAKER, ["Southland"], state=SeatState.WITHDRAWN)
    assert lines_of(make) == ["Moderator: To be confirmed"]


def test_no_discussion_is_printed_when_the_seats_fill_the_roundtable() -> None:
    make = MeetingMaker()
    make.seats(roundtable(make), Role.MODERATOR, ["Northland"], minutes=80)
    assert lines_of(make) == ["Moderator: Northland (speaker to be named)"]


def test_internal_notes_and_addresses_stay_inside() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    session_id = one_session(make, SessionKind.PLENARY, title="Talk", internal_notes="secret note", summary="secret")
    make.seat(session_id, Role.SPEAKER, person_id=make.person("", "Anna", "Invented", "", None))
    assert [text for text in texts_of(paper_of(make)) if "secret" in text] == []


def test_the_room_is_named_when_there_are_several() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    make.room("Room B")
    one_session(make, SessionKind.SIDE_EVENT, title="Talk", room_id=2)
    assert lines_of(make) == ["Room: Room B"]


def test_sessions_without_a_spot_are_not_printed() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    make.day("2020-11-12")
    make.session(SessionKind.PLENARY, None, 0, 60, title="Waiting")
    paper = paper_of(make)
    assert (paper.days, paper.empty_note) == ((), "No session has been placed on the timetable yet.")


@pytest.mark.parametrize(
    ("dates", "subtitle"),
    [
        ([], "virtual meeting"),
        (["2020-11-12"], "Thursday, 12 November 2020, 10:00–15:40 CET · virtual meeting"),
        (["2020-11-12", "2020-11-16"], "Thursday 12 and Monday 16 November 2020, 10:00–15:40 CET · virtual meeting"),
        (
            ["2020-11-11", "2020-11-12", "2020-11-13"],
            "Wednesday 11 to Friday 13 November 2020, 10:00–15:40 CET · virtual meeting",
        ),
        (
            ["2020-11-30", "2020-12-01"],
            "Monday 30 November and Tuesday 1 December 2020, 10:00–15:40 CET · virtual meeting",
        ),
        (
            ["2020-12-31", "2021-01-01"],
            "Thursday, 31 December 2020 and Friday, 1 January 2021, 10:00–15:40 CET · virtual meeting",
        ),
    ],
)
def test_days_in_one_phrase(dates: list[str], subtitle: str) -> None:
    make = MeetingMaker()
    for iso_date in dates:
        make.day(iso_date)
    assert paper_of(make).subtitle == subtitle


def test_hours_that_differ_by_day_are_not_said_at_the_head() -> None:
    make = MeetingMaker()
    make.day("2020-11-12", 600, 940)
    make.day("2020-11-13", 600, 900)
    assert paper_of(make).subtitle == "Thursday 12 and Friday 13 November 2020, all times CET · virtual meeting"


def test_papers_are_found_by_name() -> None:
    assert [paper_named(name) for name in ("A4", " letter ")] == [Paper.A4, Paper.LETTER]
    with pytest.raises(InputProblem) as caught:
        paper_named("A5")
    assert caught.value.sentence == "There is no paper size “A5”. Choose A4, Letter or A3."


def test_a_zone_asked_for_twice_is_one_column_and_five_are_too_many() -> None:
    make = MeetingMaker()
    assert paper_of(make, zones=("UTC", "UTC")).heads.cities == ("UTC",)
    with pytest.raises(InputProblem) as caught:
        paper_of(make, zones=("UTC", "Asia/Almaty", "Asia/Bishkek", "Asia/Tashkent", "Asia/Dushanbe"))
    assert caught.value.sentence == "A page has room for 4 further time zones. Choose fewer."
