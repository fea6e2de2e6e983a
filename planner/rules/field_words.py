"""What the fields of records are called, and what they hold in words: for whoever is to choose between two values."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from planner.clock import format_minute, format_span
from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, InterestState, Role, SeatState, SessionKind, StakeholderCategory
from planner.phrases import day_full, holder_name, length
from planner.rules.change import moment_words
from planner.rules.changes import moment_of
from planner.rules.merge_rows import SPOT
from planner.wording import (
    category_name,
    entity_kind_name,
    gender_name,
    interest_state_name,
    kind_name,
    role_name,
    say,
    seat_state_name,
)

HOLDER, HOURS = ("entity_id", "person_id"), ("start_minute", "end_minute")
"""Fields that are asked about together."""


def unit_words(unit: tuple[str, ...]) -> str:
    """ "day and time", "title"..."""
    together = {SPOT: say("day and time"), HOLDER: say("holder"), HOURS: say("hours")}
    if unit in together:
        return together[unit]
    if len(unit) > 1:
        return say("free and busy hours")
    return _field_names().get(unit[0]) or unit[0].replace("_", " ")


def _field_names() -> Mapping[str, str]:
    return {
        "title": say("title"), "subtitle": say("subtitle"), "name": say("name"), "code": say("code"),
        "kind": say("kind"), "summary": say("summary"), "guiding_questions": say("guiding questions"),
        "documents": say("documents"), "internal_notes": say("internal notes"), "minutes": say("length"),
        "wrap_up_minutes": say("wrap-up"), "target_moderators": say("moderators wanted"),
        "target_speakers": say("speakers wanted"), "floor_states": say("States on the floor"),
        "floor_stakeholders": say("stakeholders on the floor"), "pinned": say("pinned"), "state": say("state"),
        "role": say("role"), "position": say("place in the order"), "zone": say("time zone"),
        "zone_label": say("label of the time zone"), "date": say("date"), "link": say("link"),
        "grid_minutes": say("grid step"), "state_limit_minutes": say("speaking limit of States"),
        "stakeholder_limit_minutes": say("speaking limit of stakeholders"),
        "group_limit_minutes": say("speaking limit of groups"), "handover_seconds": say("handover"),
        "words_per_minute": say("words a minute"), "paper_note": say("note on papers"), "contact": say("contact"),
        "deadline_date": say("date until which statements are sent"),
        "deadline_minute": say("hour until which statements are sent"),
        "invitation_text": say("text of the invitation"), "logistics_text": say("text of the logistics note"),
        "working_start_minute": say("start of the working hours"),
        "working_end_minute": say("end of the working hours"),
        "comfortable_start_minute": say("start of the comfortable hours"),
        "comfortable_end_minute": say("end of the comfortable hours"),
        "awake_start_minute": say("start of the waking hours"), "awake_end_minute": say("end of the waking hours"),
        "honorific": say("form of address"), "given_name": say("given name"), "family_name": say("family name"),
        "function": say("function"), "email": say("e-mail"), "phone": say("telephone"),
        "languages": say("languages"), "gender": say("gender"), "entity_id": say("entity"),
        "stakeholder_category": say("category"), "country_code": say("country"), "region": say("region"),
        "number": say("number"), "short_title": say("short title"), "received": say("date of receipt"),
        "note": say("note"), "reason": say("reason"), "preference": say("preference"), "level": say("level"),
        "paper": say("paper size"), "accent": say("accent colour"), "header_text": say("header text"),
        "logo": say("logo"), "logo_alt": say("description of the logo"), "time_style": say("style of times"),
        "date_style": say("style of dates"), "font_size": say("size of letters"), "columns": say("columns"),
        "zones": say("zones"),
    }  # fmt: skip


def value_words(agenda: Agenda, record: Any, unit: tuple[str, ...]) -> str:
    """What a record holds in these fields, as a person reads it; "nothing" when that is empty."""
    if unit == SPOT:
        moment = moment_of(agenda, record)
        if moment is None:
            return say("not placed")
        return say("{moment} {zone}", moment=moment_words(moment), zone=moment.label)
    if unit == HOLDER:
        return holder_name(agenda, record.entity_id, record.person_id)
    if unit == HOURS:
        return format_span(record.start_minute, record.end_minute)
    if len(unit) > 1:
        return _availability(record)
    return _value(agenda, unit[0], getattr(record, unit[0])) or say("nothing")


def _availability(record: Any) -> str:
    words = say("{day}, free {hours}") if record.free else say("{day}, busy {hours}")
    return words.format(day=day_full(record.date), hours=format_span(record.start_minute, record.end_minute))


def _value(agenda: Agenda, field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, StrEnum):
        return _enum_words(value)
    if field == "entity_id":
        return agenda.entities[value].name if value in agenda.entities else ""
    if field == "gender":
        return gender_name(value)
    if field == "logo":
        return say("a picture") if value else ""
    return _plain(field, value)


def _plain(field: str, value: Any) -> str:
    if field.endswith(("start_minute", "end_minute")) or field == "deadline_minute":
        return format_minute(value)
    if field.endswith("minutes"):
        return length(value)
    if field in {"date", "deadline_date", "received"} and value:
        return day_full(value) if _is_date(value) else str(value)
    return " ".join(str(value).split())


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _enum_words(value: StrEnum) -> str:
    names: Mapping[type[StrEnum], Callable[[Any], str]] = {
        SessionKind: kind_name, Role: role_name, SeatState: seat_state_name, InterestState: interest_state_name,
        EntityKind: entity_kind_name, StakeholderCategory: category_name,
    }  # fmt: skip
    return names[type(value)](value) if type(value) in names else str(value)
