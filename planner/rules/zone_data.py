"""What the zone data say of a meeting's times, kept with it, so that another edition that says otherwise is noticed."""

from collections.abc import Iterator
from functools import lru_cache

from planner.local_times import local_time_or_none, offset_words, zone_city, zone_data_version
from planner.models.agenda import Agenda
from planner.models.aside_records import ZoneData, ZoneOffset
from planner.phrases import day_full
from planner.rules.finding import LATER_THAN_ALL, Finding, Level, TimedFinding
from planner.wording import say, say_list

OTHER_ZONE_DATA = "zone-data"
TABLES_WITH_ZONES = ("meeting_rows", "days", "windows", "entities", "people", "rulers")
"""The tables on which ``zone_data_for`` depends."""


def zone_data_for(agenda: Agenda) -> ZoneData:
    """The offsets of all zones of the meeting at the start and the end of each day's hours, by the data in use."""
    own = agenda.meeting.zone
    moments = [moment for day in agenda.days_in_order for moment in _moments(agenda, day.id)]
    offsets = (
        ZoneOffset(zone, iso_date, minute, offset)
        for zone in _zones(agenda)
        for iso_date, minute in moments
        if (offset := _offset(own, iso_date, minute, zone)) is not None
    )
    return ZoneData(zone_data_version(), own, tuple(offsets))


def _zones(agenda: Agenda) -> list[str]:
    of_people = {person.zone for person in agenda.people.values()}
    of_entities = {entity.zone for entity in agenda.entities.values()}
    of_rulers = {ruler.zone for ruler in agenda.rulers.values()}
    return sorted((of_people | of_entities | of_rulers | {agenda.meeting.zone}) - {""})


def _moments(agenda: Agenda, day_id: int) -> list[tuple[str, int]]:
    windows = agenda.windows_of(day_id)
    if not windows:
        return []
    iso_date = agenda.days[day_id].date
    return [(iso_date, windows[0].start_minute), (iso_date, max(window.end_minute for window in windows))]


def _offset(meeting_zone: str, iso_date: str, minute: int, zone: str) -> int | None:
    try:
        local = local_time_or_none(meeting_zone, iso_date, minute, zone)
    except (OverflowError, ValueError):  # beside the first or last day of the calendar, or no date at all
        return None
    return None if local is None else local.utc_offset_minutes


def zone_data_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for each zone of which the edition in use says otherwise than the one of the last edit."""
    before = agenda.zone_data
    if before is None or before.version == zone_data_version():
        return
    for (zone, offset, now), dates in _differences(before).items():
        sentence = say(
            "{city} ({zone}) is {now} by the time zone data {version}, and was {before} by {old_version}, with which "
            "the meeting was last edited: {dates}. Check the times told to people there.",
            city=zone_city(zone), zone=zone, now=offset_words(now), version=zone_data_version(),
            before=offset_words(offset), old_version=before.version, dates=say_list([day_full(day) for day in dates]),
        )  # fmt: skip
        yield LATER_THAN_ALL, Finding(OTHER_ZONE_DATA, Level.WARNING, say("Other time zone data"), sentence, ())


@lru_cache(maxsize=2)
def _differences(before: ZoneData) -> dict[tuple[str, int, int], list[str]]:
    """(zone, offset then, offset now) -> the dates on which they differ."""
    found: dict[tuple[str, int, int], list[str]] = {}
    for then in before.offsets:
        now = _offset(before.meeting_zone, then.date, then.minute, then.zone)
        if now is not None and now != then.offset_minutes:
            dates = found.setdefault((then.zone, then.offset_minutes, now), [])
            if then.date not in dates:
                dates.append(then.date)
    return found
