"""Wall time, UTC and local times, held against Python's own zone data."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import pytz

from planner.errors import InputProblem, RuleBroken
from planner.local_times import (
    ClockChange,
    LocalTime,
    Reading,
    abbreviation,
    clock_changes,
    known_zone,
    local_time,
    local_time_or_none,
    now_in,
    offset_words,
    readings,
    single_zone_of_country,
    to_utc,
    utc_offset_minutes,
    zone_city,
    zone_data_version,
    zone_exists,
    zone_names,
)

GENEVA = "Europe/Zurich"
THURSDAY, FRIDAY = date(2020, 11, 12), date(2020, 11, 13)
HOURS = range(0, 24 * 60, 60)


@pytest.fixture
def packaged_zone_data() -> Iterator[None]:
    """zoneinfo reads the tzdata package, whatever the system has."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


def expected(meeting_zone: str, day: date, minute: int, zone: str) -> LocalTime:
    """The same by zoneinfo."""
    wall = datetime(day.year, day.month, day.day, tzinfo=zoneinfo.ZoneInfo(meeting_zone)) + timedelta(minutes=minute)
    local = wall.astimezone(UTC).astimezone(zoneinfo.ZoneInfo(zone))
    offset = local.utcoffset()
    assert offset is not None
    shift = (local.date() - day).days
    return LocalTime(local.date(), local.hour * 60 + local.minute, shift, offset // timedelta(minutes=1))


def differences(days: list[date], zones: tuple[str, ...], minutes: range) -> list[tuple[date, int, str]]:
    return [
        (day, minute, zone)
        for zone in zones
        for day in days
        for minute in minutes
        if local_time("UTC", day.isoformat(), minute, zone) != expected("UTC", day, minute, zone)
        or local_time(GENEVA, day.isoformat(), minute, zone) != expected(GENEVA, day, minute, zone)
    ]


@pytest.mark.usefixtures("packaged_zone_data")
def test_every_zone_agrees_with_zoneinfo_at_each_hour_of_the_meeting() -> None:
    assert differences([THURSDAY, FRIDAY], zone_names(), HOURS) == []


@pytest.mark.usefixtures("packaged_zone_data")
def test_zones_agree_with_zoneinfo_on_days_when_their_clocks_change() -> None:
    changing = ("America/Toronto", "Australia/Lord_Howe", "Africa/Casablanca", "America/Havana", "Asia/Tehran")
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(366)]
    assert [
        (day, minute, zone)
        for zone in changing
        for day in days
        for minute in range(0, 1440, 90)
        if local_time("UTC", day.isoformat(), minute, zone) != expected("UTC", day, minute, zone)
    ] == []


def hour_in(zone: str, day: date, minute: int) -> tuple[str, int]:
    local = local_time(GENEVA, day.isoformat(), minute, zone)
    return f"{local.minute // 60:02d}:{local.minute % 60:02d}", local.day_shift


def test_ten_o_clock_in_geneva_is_four_in_toronto_and_new_york_and_fifteen_in_bishkek() -> None:
    assert hour_in("America/Toronto", THURSDAY, 600) == ("04:00", 0)
    assert hour_in("America/New_York", THURSDAY, 600) == ("04:00", 0)
    assert hour_in("Asia/Bishkek", THURSDAY, 600) == ("15:00", 0)


def test_the_end_of_the_day_in_geneva_is_the_next_day_in_vladivostok() -> None:
    assert hour_in("Asia/Bishkek", THURSDAY, 940) == ("20:40", 0)
    assert hour_in("Asia/Vladivostok", THURSDAY, 940) == ("00:40", 1)
    assert local_time(GENEVA, "2020-11-12", 940, "Asia/Vladivostok").date == FRIDAY


def test_early_in_geneva_is_the_day_before_in_los_angeles() -> None:
    assert local_time(GENEVA, "2020-11-12", 300, "America/Los_Angeles") == LocalTime(date(2020, 11, 11), 1200, -1, -480)


def test_the_meeting_is_in_winter_time_and_its_letters_were_sent_in_summer_time() -> None:
    assert [utc_offset_minutes(GENEVA, day, 720) for day in ("2020-09-30", "2020-11-12")] == [120, 60]


@pytest.mark.parametrize(("day", "hours"), [("2020-10-24", 6), ("2020-10-26", 5), ("2020-10-31", 5), ("2020-11-12", 6)])
def test_geneva_and_new_york_were_five_hours_apart_in_the_last_week_of_october(day: str, hours: int) -> None:
    apart = utc_offset_minutes(GENEVA, day, 720) - utc_offset_minutes("America/New_York", day, 720)
    assert apart == hours * 60


def test_an_offset_belongs_to_a_date() -> None:
    assert [utc_offset_minutes("Asia/Almaty", day, 720) for day in ("2020-11-12", "2024-11-12")] == [360, 300]


def test_the_zone_named_cet_keeps_summer_time() -> None:
    assert [utc_offset_minutes("CET", day, 720) for day in ("2020-07-01", "2020-11-12")] == [120, 60]


def test_the_meeting_is_not_in_local_mean_time() -> None:
    assert to_utc(GENEVA, "2020-11-12", 600) == datetime(2020, 11, 12, 9, 0, tzinfo=UTC)


def test_fifteen_o_clock_in_new_york_is_later_in_lisbon_not_earlier() -> None:
    assert local_time("America/New_York", "2020-11-12", 900, "Europe/Lisbon") == LocalTime(THURSDAY, 1200, 0, 0)


@pytest.mark.parametrize(("minute", "moment"), [(0, "11T23:00"), (1440, "12T23:00"), (1500, "13T00:00")])
def test_a_minute_may_lie_at_or_past_the_end_of_the_day(minute: int, moment: str) -> None:
    assert to_utc(GENEVA, "2020-11-12", minute) == datetime.fromisoformat(f"2020-11-{moment}:00+00:00")


def test_midnight_at_the_end_of_the_day_is_the_start_of_the_next() -> None:
    assert local_time(GENEVA, "2020-11-12", 1440, GENEVA) == LocalTime(FRIDAY, 0, 1, 60)


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(RuleBroken) as refusal:
        to_utc(GENEVA, "2020-03-29", 150)
    assert (
        refusal.value.sentence
        == "02:30 does not exist in Zurich on Sunday, 29 March 2020: the clocks go forward. Choose another hour."
    )


def test_an_hour_that_comes_twice_is_refused() -> None:
    with pytest.raises(RuleBroken) as refusal:
        utc_offset_minutes(GENEVA, "2020-10-25", 150)
    assert (
        refusal.value.sentence
        == "02:30 comes twice in Zurich on Sunday, 25 October 2020: the clocks go back. Choose another hour."
    )


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(InputProblem) as refusal:
        local_time(GENEVA, "2020-11-12", 600, "Europe/Geneva")
    assert (
        refusal.value.sentence
        == "There is no time zone “Europe/Geneva”. Choose one from the list, such as Europe/Zurich."
    )


def test_a_display_may_ask_for_none_instead() -> None:
    assert local_time_or_none(GENEVA, "2020-10-25", 150, "UTC") is None
    assert local_time_or_none(GENEVA, "2020-11-12", 600, "Nowhere") is None
    assert local_time_or_none(GENEVA, "2020-11-12", 600, "UTC") == LocalTime(THURSDAY, 540, 0, 0)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (60, "UTC+1"),
        (0, "UTC+0"),
        (-300, "UTC−5"),
        (330, "UTC+5:30"),
        (-210, "UTC−3:30"),
        (-30, "UTC−0:30"),
        (825, "UTC+13:45"),
    ],
)
def test_offsets_in_words(minutes: int, words: str) -> None:
    assert offset_words(minutes) == words


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("America/Toronto", "Toronto"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_called_by_its_city(zone: str, city: str) -> None:
    assert zone_city(zone) == city


@pytest.mark.parametrize("name", ["", "Europe/Geneva", "europe/zurich", "utc", "../UTC", "Europe/Zürich", "CEST"])
def test_a_name_that_is_no_zone(name: str) -> None:
    assert not zone_exists(name)


def test_zones_of_the_list_exist() -> None:
    assert zone_names() == tuple(pytz.common_timezones)
    assert [name for name in zone_names() if not zone_exists(name)] == []


def test_now_is_told_on_the_clocks_of_the_zone() -> None:
    before = datetime.now(UTC)
    now = now_in("Asia/Kathmandu")
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(hours=5, minutes=45)


def test_the_edition_of_the_zone_data_is_known() -> None:
    assert zone_data_version() == vars(pytz)["OLSON_VERSION"]


@pytest.mark.parametrize(
    ("code", "zone"),
    [("PL", "Europe/Warsaw"), ("pl", "Europe/Warsaw"), ("PT", None), ("US", None), ("", None), ("XX", None)],
)
def test_a_country_tells_its_zone_only_when_it_has_one(code: str, zone: str | None) -> None:
    assert single_zone_of_country(code) == zone


def reading(moment: str, day: date, minute: int, shift: int, offset: int, name: str) -> Reading:
    return Reading(datetime.fromisoformat(f"{moment}+00:00"), LocalTime(day, minute, shift, offset), name)


def test_an_ordinary_hour_has_one_reading() -> None:
    assert readings(GENEVA, "2020-11-12", 600) == (reading("2020-11-12T09:00", THURSDAY, 600, 0, 60, "CET"),)


def test_an_hour_that_comes_twice_has_two_readings_with_one_clock_time() -> None:
    night = date(2020, 10, 25)
    assert readings(GENEVA, "2020-10-25", 150) == (
        reading("2020-10-25T00:30", night, 150, 0, 120, "CEST"),
        reading("2020-10-25T01:30", night, 150, 0, 60, "CET"),
    )


def test_an_hour_that_is_skipped_is_one_hour_earlier_or_later() -> None:
    night = date(2020, 3, 29)
    assert readings(GENEVA, "2020-03-29", 150) == (
        reading("2020-03-29T00:30", night, 90, 0, 60, "CET"),
        reading("2020-03-29T01:30", night, 210, 0, 120, "CEST"),
    )


def test_hours_beside_a_change_have_one_reading() -> None:
    assert [len(readings(GENEVA, "2020-10-25", minute)) for minute in (119, 120, 179, 180)] == [1, 2, 2, 1]
    assert [len(readings(GENEVA, "2020-03-29", minute)) for minute in (119, 120, 179, 180)] == [1, 2, 2, 1]


def test_a_minute_past_the_end_of_the_day_can_come_twice_too() -> None:
    assert [len(readings(GENEVA, "2020-10-24", 1440 + minute)) for minute in (119, 120)] == [1, 2]


def test_a_day_that_samoa_left_out_is_the_day_before_or_after() -> None:
    assert readings("Pacific/Apia", "2011-12-30", 600) == (
        reading("2011-12-29T20:00", date(2011, 12, 29), 600, -1, -600, "-10"),
        reading("2011-12-30T20:00", date(2011, 12, 31), 600, 1, 840, "+14"),
    )


def test_an_hour_that_comes_twice_without_summer_time() -> None:
    assert [found.local.utc_offset_minutes for found in readings("Asia/Almaty", "2024-02-29", 1430)] == [360, 300]


def test_half_an_hour_comes_twice_on_lord_howe() -> None:
    assert [len(readings("Australia/Lord_Howe", "2021-04-04", minute)) for minute in (89, 90, 119, 120)] == [1, 2, 2, 1]


def test_clock_changes_of_a_year() -> None:
    assert clock_changes("America/Toronto", "2020-01-01", "2020-12-31") == (
        ClockChange(datetime(2020, 3, 8, 7, tzinfo=UTC), -300, -240, date(2020, 3, 8)),
        ClockChange(datetime(2020, 11, 1, 6, tzinfo=UTC), -240, -300, date(2020, 11, 1)),
    )


def test_both_ends_of_a_search_for_changes_belong_to_it() -> None:
    on_the_day = clock_changes("America/Toronto", "2020-11-01", "2020-11-01")
    assert [change.local_date for change in on_the_day] == [date(2020, 11, 1)]
    assert clock_changes("America/Toronto", "2020-11-02", "2020-12-31") == ()
    assert clock_changes("America/Toronto", "2020-10-01", "2020-10-31") == ()


def test_a_change_belongs_to_the_date_of_the_old_clock() -> None:
    (change,) = clock_changes("Pacific/Apia", "2011-12-01", "2011-12-31")
    assert (change.local_date, change.offset_before, change.offset_after) == (date(2011, 12, 30), -600, 840)


def test_a_zone_that_never_changes_and_the_ends_of_the_calendar() -> None:
    assert clock_changes("UTC", "0001-01-01", "9999-12-31") == ()
    assert local_time_or_none("Europe/Zurich", "9999-12-31", 1439, "Pacific/Kiritimati") is None


@pytest.mark.parametrize(
    ("zone", "day", "name"),
    [
        (GENEVA, "2020-11-12", "CET"),
        (GENEVA, "2020-07-12", "CEST"),
        ("America/Toronto", "2020-11-12", "EST"),
        ("Asia/Bishkek", "2020-11-12", "+06"),
        ("UTC", "2020-11-12", "UTC"),
    ],
)
def test_what_clocks_are_called(zone: str, day: str, name: str) -> None:
    assert abbreviation(zone, day, 600) == name


def test_no_name_is_given_to_an_hour_that_comes_twice() -> None:
    with pytest.raises(RuleBroken):
        abbreviation(GENEVA, "2020-10-25", 150)


def test_readings_and_changes_of_an_unknown_zone_are_refused() -> None:
    with pytest.raises(InputProblem):
        readings("Europe/Geneva", "2020-11-12", 0)
    with pytest.raises(InputProblem):
        clock_changes("Europe/Geneva", "2020-11-12", "2020-11-12")


def test_a_known_zone_is_given_back() -> None:
    assert known_zone(GENEVA) == GENEVA
    with pytest.raises(InputProblem):
        known_zone("Europe/Geneva")


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Pacific/Kiritimati", LocalTime(FRIDAY, 0, 1, 840), LocalTime(FRIDAY, 340, 1, 840)),
        ("Pacific/Pago_Pago", LocalTime(date(2020, 11, 11), 1380, -1, -660), LocalTime(THURSDAY, 280, 0, -660)),
        ("Asia/Kathmandu", LocalTime(THURSDAY, 945, 0, 345), LocalTime(THURSDAY, 1285, 0, 345)),
    ],
)
def test_both_sides_of_the_date_line(zone: str, start: LocalTime, end: LocalTime) -> None:
    assert local_time("UTC", "2020-11-12", 600, zone) == start
    assert local_time("UTC", "2020-11-12", 940, zone) == end


def test_a_meeting_on_one_side_of_the_date_line_seen_from_the_other() -> None:
    assert local_time("Pacific/Kiritimati", "2020-11-12", 600, "Pacific/Pago_Pago") == LocalTime(
        date(2020, 11, 11), 540, -1, -660
    )
    assert local_time("Pacific/Pago_Pago", "2020-11-12", 600, "Pacific/Kiritimati") == LocalTime(FRIDAY, 660, 1, 840)
    assert local_time("Pacific/Kiritimati", "2020-11-12", 0, "Pacific/Niue").day_shift == -2


@pytest.mark.usefixtures("packaged_zone_data")
@pytest.mark.parametrize(
    ("zone", "minute"), [("Asia/Kolkata", 270), ("Asia/Kathmandu", 255), ("Pacific/Chatham", 1215)]
)
def test_a_meeting_zone_with_half_and_quarter_hours(zone: str, minute: int) -> None:
    local = local_time(zone, "2020-11-12", 600, "UTC")
    assert local == expected(zone, THURSDAY, 600, "UTC")
    assert local.minute == minute


@pytest.mark.parametrize("zone", ["Asia/Bishkek", "America/Toronto", "Pacific/Chatham"])
def test_a_window_that_runs_to_midnight(zone: str) -> None:
    next_day = local_time(GENEVA, "2020-11-13", 0, zone)
    assert local_time(GENEVA, "2020-11-12", 1440, zone) == next_day._replace(day_shift=next_day.day_shift + 1)


def test_a_meeting_moved_from_november_to_july_is_an_hour_nearer_to_bishkek() -> None:
    assert hour_in("Asia/Bishkek", date(2020, 7, 9), 600) == ("14:00", 0)
    assert hour_in("America/Toronto", date(2020, 7, 9), 600) == ("04:00", 0)
