"""Every zone against Python's zoneinfo, which reads the tzdata package and never the system's copy.

Where pytz and tzdata are of different editions, a third reading tells whether the data or the program is at fault:
zoneinfo with pytz's own files. The program must always agree with that one.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import pytz
import tzdata

from planner.errors import RuleBroken
from planner.local_times import ClockChange, clock_changes, local_time, readings, to_utc
from planner.making import create_from_template
from planner.models.file import read_agenda

FIRST, LAST = date(2015, 1, 1), date(2035, 12, 31)
HALF_HOURS = range(0, 24 * 60, 30)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SAME_EDITION = vars(pytz)["OLSON_VERSION"] == tzdata.IANA_VERSION
HISTORIC_SECONDS = {"Africa/Monrovia"}
"""Liberia was 44 min 30 s behind until 1972; pytz knows whole minutes only."""


class Data(NamedTuple):
    """The files of one zone in both packages."""

    of_pytz: bytes
    of_tzdata: bytes


@cache
def data_of(name: str) -> Data:
    with vars(pytz)["open_resource"](name) as file:
        of_pytz = file.read()
    return Data(of_pytz, resources.files("tzdata.zoneinfo").joinpath(*name.split("/")).read_bytes())


@cache
def known_to_both() -> tuple[str, ...]:
    listed = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return tuple(sorted(set(listed) & set(pytz.all_timezones)))


@cache
def aliases() -> Mapping[Data, list[str]]:
    """Zones whose files are the same in both packages are looked at once, under their first name."""
    found: dict[Data, list[str]] = {}
    for name in known_to_both():
        found.setdefault(data_of(name), []).append(name)
    return found


def area_of(name: str) -> str:
    """ "America/N" for "America/New_York": the Americas alone are a third of all zones."""
    area, _slash, city = name.partition("/")
    return f"{area}/{city[0]}" if area == "America" else area if city else "elsewhere"


@cache
def by_area() -> dict[str, list[str]]:
    areas: dict[str, list[str]] = {}
    for names in aliases().values():
        areas.setdefault(area_of(names[0]), []).append(names[0])
    return areas


@cache
def packaged(name: str) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(data_of(name).of_tzdata), name)


@cache
def of_pytz(name: str) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(data_of(name).of_pytz), name)


def offset_at(zone: ZoneInfo, utc: datetime) -> timedelta:
    offset = utc.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


@cache
def changes(zone: ZoneInfo) -> tuple[tuple[datetime, timedelta, timedelta], ...]:
    """Each change of the offset, a day before and after the dates too."""
    return tuple(find_changes(zone))


def find_changes(zone: ZoneInfo) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """To the minute: by looking at each midnight, then by halving."""
    moment, end = datetime.combine(FIRST, time(), UTC) - DAY, datetime.combine(LAST, time(), UTC) + 2 * DAY
    before = offset_at(zone, moment)
    while moment < end:
        after = offset_at(zone, moment + DAY)
        if after != before:
            low, high = moment, moment + DAY
            while high - low > MINUTE:
                middle = low + ((high - low) // 2 // MINUTE) * MINUTE
                low, high = (low, middle) if offset_at(zone, middle) == after else (middle, high)
            yield high, before, after
        moment, before = moment + DAY, after


@cache
def days_around(name: str) -> tuple[date, ...]:
    """The day of each change on the clocks there and in UTC, and those beside it; the first and the last day.

    Of each change that either zoneinfo or the program knows.
    """
    mine = ((change.moment, change.offset_before * MINUTE, change.offset_after * MINUTE) for change in program(name))
    found = {FIRST, LAST}
    for moment, before, after in {*changes(packaged(name)), *mine}:
        for shown in (moment, moment + before, moment + after):
            found |= {shown.date() - DAY, shown.date(), shown.date() + DAY}
    return tuple(sorted(found))


def program(name: str) -> tuple[ClockChange, ...]:
    return clock_changes(name, FIRST.isoformat(), LAST.isoformat())


def readings_by(zone: ZoneInfo, wall: datetime) -> list[datetime]:
    """The moments that a wall time can mean, earliest first (PEP 495)."""
    offsets = {wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
    return sorted((wall - offset).replace(tzinfo=UTC) for offset in offsets if offset is not None)


def first_difference(name: str, zone: ZoneInfo) -> str:
    """The first half hour that the program reads otherwise than this zone, from UTC or into it; else nothing."""
    for day in days_around(name):
        iso_date, midnight = day.isoformat(), datetime.combine(day, time())
        for minute in HALF_HOURS:
            wall = midnight + minute * MINUTE
            there = wall.replace(tzinfo=UTC).astimezone(zone)
            local = local_time("UTC", iso_date, minute, name)
            if (local.date, local.minute) != (there.date(), there.hour * 60 + there.minute):
                return f"{name} at {wall} UTC: {local}, {there}"
            meant = readings_by(zone, wall)
            if read(name, iso_date, minute) != meant:
                return f"{name} at {wall} on the clocks there: {readings(name, iso_date, minute)}, {meant}"
    return ""


def read(name: str, iso_date: str, minute: int) -> list[datetime]:
    """What the program makes of a wall time: one moment, or a refusal and two readings."""
    try:
        return [to_utc(name, iso_date, minute)]
    except RuleBroken:
        return [reading.moment for reading in readings(name, iso_date, minute)]


def differs_by_edition(name: str) -> bool:
    """Whether the two packages say otherwise of a zone, both read by zoneinfo."""
    mine, other = of_pytz(name), packaged(name)
    moments = (
        datetime.combine(day, time(), UTC) + minute * MINUTE for day in days_around(name) for minute in HALF_HOURS
    )
    return any(offset_at(mine, moment) != offset_at(other, moment) for moment in moments)


def tell(record_property: object, zones: list[str]) -> None:
    """Where the editions differ the report names each zone."""
    if zones and callable(record_property):
        record_property("zones_that_differ", ", ".join(zones))
        print("pytz and tzdata differ for", ", ".join(zones))


@pytest.mark.parametrize("area", sorted(by_area()))
def test_every_half_hour_around_every_change_is_read_as_zoneinfo_reads_it(area: str, record_property: object) -> None:
    names = by_area()[area]
    wrong = {name: first_difference(name, packaged(name)) for name in names}
    differing = [name for name in names if wrong[name]]
    if SAME_EDITION:
        assert [wrong[name] for name in differing] == []
    else:
        tell(record_property, [alias for name in differing for alias in aliases()[data_of(name)]])
        assert differing == [name for name in names if differs_by_edition(name)]
        assert [first_difference(name, of_pytz(name)) for name in differing] == ["" for _name in differing]


@pytest.mark.parametrize("area", sorted(by_area()))
def test_clock_changes_are_those_of_zoneinfo(area: str) -> None:
    for name in by_area()[area]:
        zone = packaged(name) if SAME_EDITION else of_pytz(name)
        assert [
            (change.moment, change.offset_before * MINUTE, change.offset_after * MINUTE, change.local_date)
            for change in program(name)
        ] == [
            (moment, before, after, (moment + before).date())
            for moment, before, after in changes(zone)
            if FIRST <= (moment + before).date() <= LAST
        ], name


def test_no_zone_changes_its_clocks_twice_within_two_days_since_1970() -> None:
    close = {}
    for names in aliases().values():
        moments = [change.moment for change in clock_changes(names[0], "1970-01-01", "2037-12-31")]
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        if gaps and min(gaps) < 2 * DAY:
            close[names[0]] = min(gaps)
    assert close == {}


def test_the_hours_of_the_sample_are_read_alike_in_every_zone(tmp_path: Path) -> None:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    agenda = read_agenda(path)
    hours = [
        (date.fromisoformat(agenda.days[window.day_id].date), minute)
        for window in agenda.windows.values()
        for minute in range(window.start_minute, window.end_minute + 1, 10)
    ]
    assert len(hours) == 2 * 35
    meeting = packaged(agenda.meeting.zone)
    wrong = set()
    for name in known_to_both():
        zone = packaged(name) if SAME_EDITION else of_pytz(name)
        for day, minute in hours:
            wall = datetime.combine(day, time(), meeting) + minute * MINUTE
            there = wall.astimezone(UTC).astimezone(zone)
            local = local_time(agenda.meeting.zone, day.isoformat(), minute, name)
            shown = there.date(), there.hour * 60 + there.minute, (there.date() - day).days
            if (local.date, local.minute, local.day_shift) != shown:
                wrong.add(name)
    assert wrong == set()


def test_noon_in_each_quarter_is_right_to_the_minute_from_1970_to_2037() -> None:
    wrong: dict[str, timedelta] = {}
    for names in aliases().values():
        zone = packaged(names[0]) if SAME_EDITION else of_pytz(names[0])
        for year in range(1970, 2038):
            for month in (1, 4, 7, 10):
                noon = datetime(year, month, 1, 12, tzinfo=UTC)
                there = noon.astimezone(zone).replace(tzinfo=None)
                local = local_time("UTC", noon.date().isoformat(), 720, names[0])
                apart = abs(datetime.combine(local.date, time()) + local.minute * MINUTE - there)
                if apart:
                    wrong[names[0]] = max(wrong.get(names[0], timedelta()), apart)
    assert set(wrong) <= HISTORIC_SECONDS
    assert all(apart < MINUTE for apart in wrong.values())


def test_all_zones_are_compared() -> None:
    assert sum(len(names) for names in aliases().values()) == len(known_to_both())
    assert len(known_to_both()) > 590
    assert set(pytz.common_timezones) - set(known_to_both()) == set()
