"""Which record each table of the file holds, parents before what hangs on them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from planner.models.aside_records import Acceptance, Draft, MergedCopy, Notice, RuleLevel, ToldApart
from planner.models.records import (
    Availability,
    Coverage,
    Day,
    Entity,
    Interest,
    Layout,
    Meeting,
    Objective,
    Person,
    Replacement,
    Room,
    Ruler,
    Seat,
    Session,
    Window,
    Wish,
)

RECORD_TYPES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "meeting": Meeting,
        "days": Day,
        "windows": Window,
        "rooms": Room,
        "sessions": Session,
        "objectives": Objective,
        "coverage": Coverage,
        "entities": Entity,
        "people": Person,
        "seats": Seat,
        "replacements": Replacement,
        "interests": Interest,
        "wishes": Wish,
        "rulers": Ruler,
        "availabilities": Availability,
        "drafts": Draft,
        "notices": Notice,
        "acceptances": Acceptance,
        "rule_levels": RuleLevel,
        "layouts": Layout,
        "told_apart": ToldApart,
        "merges": MergedCopy,
    }
)
