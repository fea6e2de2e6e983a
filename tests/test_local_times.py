"""Wall time, UTC and local times, held against Python's own zone data."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import pytz

from planner.errors import InputProblem, RuleBroken
from planner.local_times import (
    LocalTime,
    local_time,
    local_time_or_none,
    now_in,
    offset_words,
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
