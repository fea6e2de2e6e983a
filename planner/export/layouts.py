"""The saved looks of a meeting's papers -> Look. A word that this program does not know stands for the usual one."""

import re
from base64 import b64decode
from binascii import Error as NoBase64
from enum import StrEnum
from typing import TypeVar

from planner.export.look import (
    ALL_COLUMNS,
    DEFAULT_ACCENT,
    LARGEST_FONT_SIZE,
    SMALLEST_FONT_SIZE,
    DateStyle,
    Look,
    Paper,
    TimeStyle,
)
from planner.local_times import zone_exists
from planner.models.agenda import Agenda
from planner.models.records import Layout

_ACCENT = re.compile("#[0-9A-Fa-f]{6}", re.ASCII)
Choice = TypeVar("Choice", bound=StrEnum)


def layout_in_use(agenda: Agenda) -> Layout | None:
    """The first by position; None while nobody has chosen a look."""
    return next(iter(agenda.layouts_in_order), None)


def look_of(agenda: Agenda) -> Look:
    """How this meeting's papers look when nothing else is said."""
    layout = layout_in_use(agenda)
    return Look() if layout is None else look_of_layout(layout)


def look_of_layout(layout: Layout) -> Look:
    return Look(
        paper=_member(Paper, layout.paper, Paper.A4),
        accent=layout.accent if _ACCENT.fullmatch(layout.accent) else DEFAULT_ACCENT,
        header_text=layout.header_text,
        logo=_picture(layout.logo),
        logo_alt=layout.logo_alt,
        time_style=_member(TimeStyle, layout.time_style, TimeStyle.COLON),
        date_style=_member(DateStyle, layout.date_style, DateStyle.WEEKDAY),
        font_size=max(SMALLEST_FONT_SIZE, min(layout.font_size, LARGEST_FONT_SIZE)),
        columns=tuple(column for column in ALL_COLUMNS if column in names_in(layout.columns)),
        zones=tuple(zone for zone in names_in(layout.zones) if zone_exists(zone)),
    )


def names_in(text: str) -> tuple[str, ...]:
    """ "minutes, room" -> ("minutes", "room")."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _member(kind: type[Choice], text: str, usual: Choice) -> Choice:
    return kind(text) if text in list(kind) else usual


def _picture(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NoBase64, ValueError):
        return b""
