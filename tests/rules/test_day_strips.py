"""The hours of the meeting's days on other clocks: pieces of comfort, full hours, dates, changes of the clocks."""

from datetime import date

from planner.models.records import Day, Window
from planner.rules.comfort import Bounds, Comfort
from planner.rules.day_strips import DayHours, Piece, hours_of_days, strip_of
from tests.building import FRIDAY, THURSDAY, make_agenda, session

WORKING, STRETCH, EARLY_OR_LATE, ASLEEP = Comfort
USUAL = Bounds(working=(540, 1080), comfortable=(480, 1200), awake=(360, 1380))
THURSDAY_HOURS = DayHours(THURSDAY, "2020-11-12", 540, 1000, ((600, 940),))


def test_an_hour_is_drawn_on_either_side_of_the_windows() -> None:
    assert hours_of_days(make_agenda()) == (
        THURSDAY_HOURS,
        DayHours(FRIDAY, "2020-11-13", 540, 1000, ((600, 940),)),
    )


def test_each_day_has_its_own_hours_and_several_windows_leave_a_gap() -> None:
    windows = [Window(1, THURSDAY, 480, 600), Window(2, THURSDAY, 840, 960), Window(3, FRIDAY, 0, 1430)]
    thursday, friday = hours_of_days(make_agenda(windows=windows))
    assert (thursday.first_minute, thursday.last_minute) == (420, 1020)
    assert list(thursday.closed()) == [(420, 480), (600, 840), (960, 1020)]
    assert [thursday.is_open(minute) for minute in (479, 480, 599, 600, 839, 840, 959, 960)] == [
        False, True, True, False, False, True, True, False,
    ]  # fmt: skip
    assert (friday.first_minute, friday.last_minute, list(friday.closed())) == (0, 1440, [(1430, 1440)])


def test_a_session_outside_the_windows_is_drawn_too() -> None:
    hours = hours_of_days(make_agenda(sessions=[session(1, "Late", 1080, 60)]))[0]
    assert (hours.first_minute, hours.last_minute) == (540, 1200)


def test_a_day_without_windows_shows_the_usual_hours_as_closed() -> None:
    hours = hours_of_days(make_agenda(windows=[], days=[Day(THURSDAY, "2020-11-12")]))[0]
    assert (hours.first_minute, hours.last_minute, list(hours.closed())) == (540, 1000, [(540, 1000)])


def test_a_morning_in_geneva_is_a_night_in_toronto() -> None:
    strip = strip_of("Europe/Zurich", THURSDAY_HOURS, "America/Toronto", USUAL)
    assert strip is not None
    assert strip.pieces == (
        Piece(540, 720, ASLEEP),
        Piece(720, 840, EARLY_OR_LATE),
        Piece(840, 900, STRETCH),
        Piece(900, 1000, WORKING),
    )
    assert strip.hours == ((540, 3), (600, 4), (660, 5), (720, 6), (780, 7), (840, 8), (900, 9), (960, 10))
    assert strip.dates == ()


def test_full_hours_stand_between_those_of_the_meeting_where_the_offset_is_odd() -> None:
    strip = strip_of("Europe/Zurich", THURSDAY_HOURS, "Asia/Kathmandu", USUAL)
    assert strip is not None
    assert strip.hours[:3] == ((555, 14), (615, 15), (675, 16))


def test_the_date_changes_within_a_day() -> None:
    strip = strip_of("Europe/Zurich", THURSDAY_HOURS, "Asia/Vladivostok", USUAL)
    assert strip is not None
    assert strip.dates == ((900, date(2020, 11, 13)),)


def test_a_day_that_begins_on_another_date_says_so_at_its_start_and_says_when_it_ends() -> None:
    strip = strip_of("Europe/Zurich", THURSDAY_HOURS, "Pacific/Honolulu", USUAL)
    assert strip is not None
    assert strip.dates == ((540, date(2020, 11, 11)), (660, date(2020, 11, 12)))


def test_a_clock_that_goes_back_shows_an_hour_twice() -> None:
    hours = DayHours(1, "2020-11-01", 240, 480, ((300, 420),))
    strip = strip_of("Europe/London", hours, "America/New_York", USUAL)
    assert strip is not None
    assert strip.hours == ((240, 0), (300, 1), (360, 1), (420, 2))


def test_a_clock_that_goes_forward_leaves_an_hour_out() -> None:
    hours = DayHours(1, "2020-03-08", 300, 540, ((360, 480),))
    strip = strip_of("UTC", hours, "America/New_York", USUAL)
    assert strip is not None
    assert strip.hours == ((300, 0), (360, 1), (420, 3), (480, 4))


def test_hours_that_the_meetings_clocks_repeat_have_no_comfort() -> None:
    hours = DayHours(1, "2020-10-25", 60, 300, ((60, 300),))
    strip = strip_of("Europe/Zurich", hours, "UTC", USUAL)
    assert strip is not None
    assert strip.pieces == (Piece(60, 120, ASLEEP), Piece(120, 180, None), Piece(180, 300, ASLEEP))


def test_a_zone_that_does_not_exist_has_no_strip() -> None:
    assert strip_of("Europe/Zurich", THURSDAY_HOURS, "Europe/Atlantis", USUAL) is None
    assert strip_of("Europe/Zurich", THURSDAY_HOURS, "", USUAL) is None
