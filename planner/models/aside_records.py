"""Frozen records of what is about the plan and no part of it: drafts, the register, merges, calendars, zone data."""

from dataclasses import dataclass

from planner.models.kinds import DraftKind
from planner.models.record import Record

PEOPLE, ENTITIES = "people", "entities"
"""The tables whose records may look like one and be two."""


@dataclass(frozen=True, slots=True, repr=False)
class Draft(Record):
    """The plan as it stood when a draft was issued, or an option of it; never changed.

    ``number`` is 0 for an option. ``as_of`` is the wall time printed on papers, ISO 8601 without an offset;
    ``issued_at`` is UTC. ``parent_id`` is the draft it was made after. ``content``: see planner.models.freezing.
    """

    id: int
    kind: DraftKind
    number: int
    label: str
    note: str
    as_of: str
    issued_at: str
    parent_id: int | None
    content: str


@dataclass(frozen=True, slots=True, repr=False)
class Notice(Record):
    """Somebody was told what a draft says; ids instead of references, as the person may be gone since."""

    id: int
    draft_id: int
    person_id: int | None
    entity_id: int | None
    told_at: str


@dataclass(frozen=True, slots=True, repr=False)
class Acceptance(Record):
    """A finding that somebody accepted; ``facts`` tell when it is no longer the same one."""

    id: int
    rule: str
    facts: str
    sentence: str
    reason: str
    name: str
    accepted_at: str


@dataclass(frozen=True, slots=True, repr=False)
class RuleLevel(Record):
    """How gravely this meeting takes a rule; ``level`` is that of a finding, or "off"."""

    id: int
    rule: str
    level: str


@dataclass(frozen=True, slots=True, repr=False)
class ToldApart(Record):
    """Two records that look like one and are two, as somebody said; ids instead of references, as both may be gone.

    ``table_name`` is "people" or "entities", ``first_id`` the lower number.
    """

    id: int
    table_name: str
    first_id: int
    second_id: int


@dataclass(frozen=True, slots=True, repr=False)
class MergedCopy(Record):
    """Another copy that was merged, up to the step of its history that has this number, name and time there.

    ``numbers`` is empty; in files of version 3 it is JSON: table -> the number of a row there -> its number here.
    """

    id: int
    step_id: int
    step_name: str
    step_made_at: str
    merged_at: str
    numbers: str


@dataclass(frozen=True, slots=True, repr=False)
class ZoneOffset(Record):
    """How far a zone was ahead of UTC at a minute of the meeting's clock."""

    zone: str
    date: str
    minute: int
    offset_minutes: int


@dataclass(frozen=True, slots=True, repr=False)
class CalendarEvent(Record):
    """What a person or entity was last given for their calendar; ids instead of references, as all may be gone since.

    ``sequence`` rises with each change of ``facts``, which planner.export.calendar_facts writes.
    """

    uid: str
    session_id: int
    person_id: int | None
    entity_id: int | None
    sequence: int
    facts: str
    cancelled: bool


@dataclass(frozen=True, slots=True, repr=False)
class ZoneData(Record):
    """The edition of the IANA data, such as "2026b", with which a meeting was edited, and what it said."""

    version: str
    meeting_zone: str
    offsets: tuple[ZoneOffset, ...]
