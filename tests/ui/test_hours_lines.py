"""The rows of the Hours view as facts and words: who comes, in which order, and what is said of a moment."""

from dataclasses import replace

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Person
from planner.rules.hardship import hardship_of
from planner.ui.hours_geometry import DayScale, Moment, widths_of
from planner.ui.hours_lines import HoursFilter, HoursPicture, Order, picture_of
from planner.ui.hours_words import day_words, row_words, tip_words, total_words
from tests.building import FRIDAY, entity, make_agenda, person, roundtable, seat, session

ANN, BEN, CEM, DAN = 1, 2, 3, 4
EXAMPLIA, SAMPLE_UNION = 1, 2


def living_in(zone: str, made: Person) -> Person:
    return replace(made, zone=zone)


def meeting() -> Agenda:
    """Ann in Toronto and Ben in Auckland hold seats, Cem none, Dan has no zone; an entity waits for a name."""
    return make_agenda(
        sessions=[
            roundtable(1, 600, 60),
            roundtable(2, 840, 60, day=FRIDAY),
            session(3, "Pause", 700, 30, kind=SessionKind.BREAK),
            roundtable(4),
        ],
        entities=[replace(entity(EXAMPLIA, "Examplia"), zone="Asia/Bishkek"), entity(SAMPLE_UNION, "Sample Union")],
        people=[
            living_in("America/Toronto", person(ANN, "Ann", entity=EXAMPLIA)),
            living_in("Pacific/Auckland", person(BEN, "Ben")),
            living_in("Europe/Lisbon", person(CEM, "Cem")),
            person(DAN, "Dan", entity=EXAMPLIA),
        ],
        seats=[
            seat(1, 1, person=ANN, entity=EXAMPLIA),
            seat(2, 2, Role.MODERATOR, person=ANN),
            seat(3, 1, person=BEN),
            seat(4, 1, person=DAN),
            seat(5, 2, entity=EXAMPLIA, state=SeatState.INVITED),
            seat(6, 1, person=CEM, state=SeatState.DECLINED),
            seat(7, 4, person=BEN),
        ],
    )


def names(picture: HoursPicture, wanted: HoursFilter) -> list[str]:
    return [line.name for line in wanted.passing(picture.lines)]


def test_everybody_is_there_and_an_entity_whose_speaker_has_no_name() -> None:
    lines = picture_of(meeting()).lines
    assert [(line.name, line.about, line.zone, line.utc_offset_minutes) for line in lines] == [
        ("Ann Example", "Examplia", "America/Toronto", -300),
        ("Ben Example", "", "Pacific/Auckland", 780),
        ("Cem Example", "", "Europe/Lisbon", 0),
        ("Dan Example", "Examplia", "", None),
        ("Examplia", "Speaker to be named", "Asia/Bishkek", 360),
    ]


def test_a_person_without_a_zone_does_not_take_that_of_the_entity() -> None:
    dan = picture_of(meeting()).lines[3]
    assert (dan.strips, [bar.code for bar in dan.bars]) == ((), ["RT1"])


def test_seats_stand_in_the_order_of_the_timetable_with_their_points() -> None:
    ann = picture_of(meeting()).lines[0]
    assert [(bar.code, bar.day_id, bar.start_minute, bar.end_minute, bar.roles, bar.points) for bar in ann.bars] == [
        ("RT1", 1, 600, 660, (Role.SPEAKER,), 6.0),
        ("RT2", 2, 840, 900, (Role.MODERATOR,), 1.0),
    ]
    assert (ann.points(), ann.points(1), ann.points(2)) == (7.0, 6.0, 1.0)


def test_a_declined_seat_is_not_drawn_and_one_without_an_hour_is_counted() -> None:
    _ann, ben, cem, _dan, _examplia = picture_of(meeting()).lines
    assert (cem.bars, cem.waiting) == ((), 0)
    assert (len(ben.bars), ben.waiting) == (1, 1)


def test_several_seats_of_one_holder_in_a_session_make_one_bar_with_all_their_points() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600, 60)],
        entities=[replace(entity(1, "Examplia"), zone="America/Toronto")],
        seats=[seat(1, 1, Role.MODERATOR, entity=1), seat(2, 1, entity=1, state=SeatState.PROPOSED)],
    )
    (line,) = picture_of(agenda).lines
    (bar,) = line.bars
    assert (line.about, bar.roles, bar.is_confirmed, bar.points) == (
        "To be named", (Role.MODERATOR, Role.SPEAKER), False, 12.0,
    )  # fmt: skip


def test_sessions_of_one_holder_that_overlap_share_the_row() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600, 60), roundtable(2, 630, 60), roundtable(3, 700, 60)],
        people=[person(ANN, "Ann")],
        seats=[seat(number, number, person=ANN) for number in (1, 2, 3)],
    )
    assert [(bar.lane, bar.lanes) for bar in picture_of(agenda).lines[0].bars] == [(0, 2), (1, 2), (0, 1)]


def test_rows_are_ordered_by_hardship_name_or_zone_and_those_without_a_zone_come_last() -> None:
    picture = picture_of(meeting())
    hardest = ["Ann Example", "Ben Example", "Examplia", "Cem Example", "Dan Example"]
    assert names(picture, HoursFilter()) == hardest
    by_name = ["Ann Example", "Ben Example", "Cem Example", "Examplia", "Dan Example"]
    assert names(picture, HoursFilter(Order.NAME)) == by_name
    west_to_east = ["Ann Example", "Cem Example", "Examplia", "Ben Example", "Dan Example"]
    assert names(picture, HoursFilter(Order.ZONE)) == west_to_east


def test_rows_are_filtered_by_seat_session_and_words() -> None:
    picture = picture_of(meeting())
    assert names(picture, HoursFilter(seated=True)) == ["Ann Example", "Ben Example", "Examplia", "Dan Example"]
    assert names(picture, HoursFilter(session_id=2)) == ["Ann Example", "Examplia"]
    assert names(picture, HoursFilter(text="exa TORONTO")) == ["Ann Example"]
    assert names(picture, HoursFilter(text="nobody")) == []


def test_a_moment_is_told_on_both_clocks_with_the_seat_it_lies_in() -> None:
    picture = picture_of(meeting())
    ann, ben, _cem, dan, _examplia = picture.lines
    assert tip_words(picture, ann, Moment(0, 0, 630), ann.bars[0]) == (
        "Ann Example: Thu 12 Nov 10:30 CET is Thu 12 Nov 04:30 in Toronto (UTC−5), asleep\n"
        "Roundtable 1, speaker: Thu 12 Nov 10:00–11:00 CET, Thu 12 Nov 04:00–05:00 in Toronto, 6 points"
    )
    assert tip_words(picture, ben, Moment(1, 0, 960), None) == (
        "Ben Example: Thu 12 Nov 16:00 CET is Fri 13 Nov 04:00 in Auckland (UTC+13), asleep; the meeting is closed"
    )
    assert tip_words(picture, dan, Moment(3, 0, 630), dan.bars[0]) == (
        "Dan Example: Thu 12 Nov 10:30 CET; no time zone yet\nRoundtable 1, speaker: Thu 12 Nov 10:00–11:00 CET"
    )


def test_an_hour_that_the_meetings_clocks_repeat_is_not_guessed() -> None:
    agenda = make_agenda(
        days=[replace(meeting().days[1], date="2020-10-25")],
        windows=[replace(meeting().windows[1], start_minute=60, end_minute=300)],
        people=[living_in("Asia/Bishkek", person(ANN, "Ann"))],
    )
    picture = picture_of(agenda)
    assert tip_words(picture, picture.lines[0], Moment(0, 0, 150), None) == (
        "Ann Example: Sun 25 Oct 02:30 CET is skipped or comes twice: the meeting's clocks change"
    )


def test_a_row_and_its_days_are_said_in_words() -> None:
    picture = picture_of(meeting())
    ann, _ben, cem, dan, _examplia = picture.lines
    assert row_words(ann) == (
        "Ann Example, Examplia. Toronto, UTC−5. Seats: Roundtable 1, Roundtable 2. Hardship: 7 points."
    )
    assert row_words(cem) == "Cem Example. Lisbon, UTC+0. No seat. Hardship: 0 points."
    assert row_words(dan) == "Dan Example, Examplia. No time zone yet. Seats: Roundtable 1."
    assert day_words(picture, ann, 1) == (
        "Ann Example, Friday, 13 November 2020: asleep from 03:00, early or late from 06:00, stretch from 08:00, "
        "working hours from 09:00. Roundtable 2, moderator: Fri 13 Nov 14:00–15:00 CET, "
        "Fri 13 Nov 08:00–09:00 in Toronto, 1 point"
    )
    assert day_words(picture, dan, 1) == "Dan Example, Friday, 13 November 2020, no time zone yet: no seat"


def test_the_whole_plan_and_one_session_have_a_sum() -> None:
    lines = picture_of(meeting()).lines
    assert sum(line.points() for line in lines) == hardship_of(meeting()).draft
    assert total_words(lines, "", None) == (
        "Hardship of this plan: 11 points; hardest: Ann Example 7, Ben Example 3, Examplia 1"
    )
    assert total_words(lines, "Roundtable 2", 2) == (
        "Hardship of Roundtable 2: 2 points; hardest: Ann Example 1, Examplia 1"
    )
    assert total_words(lines[2:4], "", None) == "Hardship of this plan: 0 points"


def test_days_share_the_width_by_their_hours() -> None:
    days = picture_of(meeting()).days
    assert widths_of(days, 1000) == [500, 500]
    assert widths_of((days[0], replace(days[1], last_minute=770)), 714) == [472, 242]


def test_a_day_never_gets_too_narrow_to_be_seen() -> None:
    days = picture_of(meeting()).days
    assert widths_of(days, 10) == [104, 104]


def test_a_pixel_is_a_step_of_the_grid() -> None:
    scale = DayScale(picture_of(meeting()).days[0], left=100, width=472)
    assert (scale.x_of(540), scale.x_of(600), scale.x_of(1000), scale.x_of(2000)) == (100, 160, 560, 560)
    assert [scale.minute_at(x, 5) for x in (100, 104, 105, 160, 164, 559, 571, 0)] == [
        540, 540, 545, 600, 600, 995, 999, 540,
    ]  # fmt: skip
    assert [scale.hours_between_labels(px) for px in (60, 61, 200)] == [1, 2, 4]
