"""What a search for a zone answers: groups of zones under headings, and whether the person has to say which."""

from typing import NamedTuple

from planner.local_times import LocalTime


class ZoneMatch(NamedTuple):
    """``why`` is a sentence where the zone is found by another word than its city or country; else empty.

    ``local`` is what its clocks show at the meeting's start, with their offset then.
    """

    zone: str
    city: str
    country: str
    why: str
    local: LocalTime

    @property
    def offset_minutes(self) -> int:
        """Ahead of UTC, at the meeting's start."""
        return self.local.utc_offset_minutes


class ZoneGroup(NamedTuple):
    """Zones under a heading, which may be empty."""

    heading: str
    matches: tuple[ZoneMatch, ...]


class ZoneAnswer(NamedTuple):
    """``question`` is asked when the text has several meanings; ``is_exact`` when the first zone is the only one meant.

    ``nothing`` says why there are no zones.
    """

    groups: tuple[ZoneGroup, ...] = ()
    question: str = ""
    is_exact: bool = False
    nothing: str = ""

    @property
    def matches(self) -> tuple[ZoneMatch, ...]:
        """All zones, in order."""
        return tuple(match for group in self.groups for match in group.matches)

    @property
    def only_zone(self) -> str | None:
        """The zone meant, if the text leaves no doubt."""
        return self.groups[0].matches[0].zone if self.is_exact and not self.question else None


class Found(NamedTuple):
    """A zone and why, before it is told what time it is there."""

    zone: str
    why: str = ""
