"""What a column of other people's spreadsheets may hold, and the headings by which it is known."""

import csv
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from planner.imports.normalising import plain
from planner.resources import resource
from planner.wording import say


class Field(StrEnum):
    """The values are the words of ``--map HEADING=FIELD``."""

    ENTITY = "entity"
    COUNTRY = "country"
    KIND = "kind"
    CATEGORY = "category"
    PERSON = "person"
    HONORIFIC = "honorific"
    GIVEN_NAME = "given-name"
    FAMILY_NAME = "family-name"
    FUNCTION = "function"
    EMAIL = "email"
    PHONE = "phone"
    ZONE = "zone"
    GENDER = "gender"
    ROLES = "roles"
    SEGMENTS = "segments"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    CHOICE = "choice"
    SESSION = "session"
    RECEIVED = "received"
    RECEIVED_MONTH_FIRST = "received-month-first"
    NOTE = "note"
    IGNORED = "ignored"


def field_name(field: Field) -> str:
    """What a field is called on the screen."""
    return {
        Field.ENTITY: say("Entity"),
        Field.COUNTRY: say("Country"),
        Field.KIND: say("Kind of entity"),
        Field.CATEGORY: say("Stakeholder category"),
        Field.PERSON: say("Full name"),
        Field.HONORIFIC: say("Honorific"),
        Field.GIVEN_NAME: say("Given name"),
        Field.FAMILY_NAME: say("Family name"),
        Field.FUNCTION: say("Function"),
        Field.EMAIL: say("E-mail"),
        Field.PHONE: say("Phone"),
        Field.ZONE: say("Time zone"),
        Field.GENDER: say("Gender"),
        Field.ROLES: say("Roles wanted"),
        Field.SEGMENTS: say("Segments wanted, in order"),
        Field.SPEAKER: say("Wants to speak (in)"),
        Field.MODERATOR: say("Wants to moderate (in)"),
        Field.CHOICE: say("One choice of segment"),
        Field.SESSION: say("One segment, ticked"),
        Field.RECEIVED: say("Date received"),
        Field.RECEIVED_MONTH_FIRST: say("Date received, month first"),
        Field.NOTE: say("Note"),
        Field.IGNORED: say("Not read"),
    }[field]


@cache
def fields_by_heading() -> Mapping[str, Field]:
    """Comparable headings in English, French and Russian -> what stands below them."""
    with resource("data", "import_headings.csv").open(encoding="utf-8", newline="") as file:
        return {plain(line["heading"]): Field(line["field"]) for line in csv.DictReader(file)}
