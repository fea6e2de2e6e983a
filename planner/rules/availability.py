"""Whether a person is free for some hours of the meeting, as far as their free and busy hours are noted."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.clock import MINUTES_A_DAY
from planner.errors import InputProblem, RuleBroken
from planner.local_times import to_utc
from planner.models.agenda import Agenda
from planner.models.records import Availability, Person
from planner.rules.identity import Same

_LONGEST_CHANGE_MINUTES = 26 * 60  # a country that moves over the date line leaves a day out


class _Span(NamedTuple):
    """Minutes of UTC since 1970."""

    start: int
    end: int

    def meets(self, other: "_Span") -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: "_Span") -> "_Span":
        return _Span(max(self.start, other.start), min(self.end, other.end))


class _Noted:
    """What is noted of one person; ``free_days`` are the days, whole, of which free hours are noted."""

    def __init__(self) -> None:
        self.busy: list[tuple[_Span, Availability]] = []
        self.free: list[tuple[_Span, Availability]] = []
        self.free_days: list[_Span] = []

    def in_the_way(self, wanted: _Span) -> tuple[Availability, ...]:
        busy = tuple(row for span, row in self.busy if span.meets(wanted))
        if busy:
            return busy
        merged = _merged(span for span, _row in self.free)
        for day in self.free_days:
            if day.meets(wanted) and not _is_covered(wanted.within(day), merged):
                return tuple(row for span, row in self.free if span.meets(day))
        return ()


def in_the_way(
    agenda: Agenda, person_id: int, iso_date: str, start_minute: int, minutes: int
) -> Sequence[Availability]:
    """The busy hours that a time on the meeting's clock would touch, else the day's free hours that it would leave.

    None when the person is free, or nothing is noted of that day. Where free hours are noted, the others are not free.
    Hours on the person's own clock are left out while their time zone is not known.
    """
    noted = _noted(Same(agenda.availabilities), Same(agenda.people), agenda.meeting.zone).get(person_id)
    wanted = _span(agenda.meeting.zone, iso_date, start_minute, start_minute + minutes)
    return noted.in_the_way(wanted) if noted is not None and wanted is not None else ()


@lru_cache(maxsize=2)
def _noted(
    rows: Same[Mapping[int, Availability]], people: Same[Mapping[int, Person]], meeting_zone: str
) -> dict[int, _Noted]:
    noted: dict[int, _Noted] = {}
    for row in sorted(rows.thing.values(), key=lambda row: (row.date, row.start_minute, row.id)):
        zone = people.thing[row.person_id].zone if row.own_clock else meeting_zone
        hours = _span(zone, row.date, row.start_minute, row.end_minute)
        day = _span(zone, row.date, 0, MINUTES_A_DAY)
        if hours is None or day is None:
            continue
        of_person = noted.setdefault(row.person_id, _Noted())
        if row.free:
            of_person.free.append((hours, row))
            of_person.free_days.append(day)
        else:
            of_person.busy.append((hours, row))
    return noted


def _span(zone: str, iso_date: str, start_minute: int, end_minute: int) -> _Span | None:
    start, end = _instant(zone, iso_date, start_minute), _instant(zone, iso_date, end_minute)
    return None if start is None or end is None else _Span(start, end)


def _instant(zone: str, iso_date: str, minute: int) -> int | None:
    """A wall minute in UTC; one that clocks skip or repeat is read as if they had not changed yet."""
    for earlier in range(_LONGEST_CHANGE_MINUTES):
        try:
            return int(to_utc(zone, iso_date, minute - earlier).timestamp()) // 60 + earlier
        except RuleBroken:
            continue
        except (InputProblem, OverflowError):
            return None
    return None


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    merged: list[_Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = _Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_covered(wanted: _Span, merged: Iterable[_Span]) -> bool:
    """Spans that are merged have gaps between them: what is covered at all is covered by one."""
    return any(span.start <= wanted.start and wanted.end <= span.end for span in merged)
