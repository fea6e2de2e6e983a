"""A label of the time zone that does not hold on the dates of the meeting, such as CET in July."""

from collections.abc import Iterator
from functools import lru_cache

from planner.local_times import abbreviation, offset_words, utc_offset_minutes, zone_city, zone_exists
from planner.models.agenda import Agenda
from planner.phrases import day_full
from planner.rules.finding import Finding, Later, Level, TimedFinding
from planner.wording import say

_NOON = 12 * 60


def wrong_labels_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for the first day on which the label belongs to another time of the year, or to another zone."""
    zone, label = agenda.meeting.zone, agenda.meeting.zone_label
    if not zone_exists(zone):
        return
    for index, day in enumerate(agenda.days_in_order):
        if not _label_holds(zone, label, day.date):
            words = Later(_sentence, zone, label, day.date)
            yield (index, 0), Finding("zone-label", Level.WARNING, say("Another label of the time zone"), words, ())
            return


def _sentence(zone: str, label: str, iso_date: str) -> str:
    return say(
        "Times are labelled {label}, but on {day} {city} is at {offset}, which is {right}. "
        "Change the label of the time zone.",
        label=label, day=day_full(iso_date), city=zone_city(zone), right=abbreviation(zone, iso_date, _NOON),
        offset=offset_words(utc_offset_minutes(zone, iso_date, _NOON)),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _label_holds(zone: str, label: str, iso_date: str) -> bool:
    """True also for words of the organiser's own, such as "Geneva time"."""
    if abbreviation(zone, iso_date, _NOON) == label:
        return True
    of_the_year = {abbreviation(zone, f"{iso_date[:4]}-{month:02d}-01", _NOON) for month in range(1, 13)}
    if label in of_the_year:
        return False
    if not label.isupper() or not zone_exists(label):
        return True
    return utc_offset_minutes(label, iso_date, _NOON) == utc_offset_minutes(zone, iso_date, _NOON)
