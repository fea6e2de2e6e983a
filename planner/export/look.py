"""How a paper looks: its size, colour, header and columns, and in which style it says times and dates."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.clock import MINUTES_A_DAY, format_minute
from planner.phrases import day_full, day_medium
from planner.wording import month_name, say

DEFAULT_ACCENT = "#0B6BB5"
USUAL_FONT_SIZE = 9
SMALLEST_FONT_SIZE, LARGEST_FONT_SIZE = 6, 14


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"


class TimeStyle(StrEnum):
    """ "10:00-11:30", "10.00-11.30", "10 a.m.-11.30 a.m.", each with an en dash."""

    COLON = "colon"
    POINT = "point"
    HALF_DAYS = "half days"


class DateStyle(StrEnum):
    """ "Thursday, 12 November 2020", "12 November 2020", "12.11.2020", "2020-11-12"."""

    WEEKDAY = "weekday"
    LONG = "long"
    POINTS = "points"
    ISO = "iso"


class AgendaColumn(StrEnum):
    """What the agenda shows of a session beside its hours and title."""

    MINUTES = "minutes"
    OBJECTIVES = "objectives"
    ROOM = "room"
    SEATS = "seats"
    DISCUSSION = "discussion"


ALL_COLUMNS: tuple[str, ...] = tuple(column.value for column in AgendaColumn)


@dataclass(frozen=True, slots=True)
class Look:
    """``accent`` is "#RRGGBB"; ``logo`` a PNG or JPEG file's bytes, b"" for none.

    ``font_size``: a session's title in points (6 to 14), everything else in proportion. ``columns`` are
    values of AgendaColumn; ``zones`` IANA names of further columns.
    """

    paper: Paper = Paper.A4
    accent: str = DEFAULT_ACCENT
    header_text: str = ""
    logo: bytes = b""
    logo_alt: str = ""
    time_style: TimeStyle = TimeStyle.COLON
    date_style: DateStyle = DateStyle.WEEKDAY
    font_size: int = USUAL_FONT_SIZE
    columns: tuple[str, ...] = ALL_COLUMNS
    zones: tuple[str, ...] = ()


USUAL_LOOK = Look()


def span_words(start_minute: int, end_minute: int, style: TimeStyle) -> str:
    """600, 690 -> "10:00-11:30", with an en dash, in the style asked for."""
    return f"{time_words(start_minute, style)}\u2013{time_words(end_minute, style)}"


def time_words(minute: int, style: TimeStyle) -> str:
    """690 -> "11:30", "11.30" or "11.30 a.m."; 1440 is the end of a day."""
    if style is TimeStyle.COLON:
        return format_minute(minute)
    if style is TimeStyle.POINT:
        return f"{minute // 60}.{minute % 60:02d}"
    return _half_day_words(minute)


def _half_day_words(minute: int) -> str:
    """ "10 a.m.", "11.30 a.m."; noon and midnight by name, since 12 a.m. and 12 p.m. are taken both ways."""
    if minute % MINUTES_A_DAY == 0:
        return say("midnight")
    if minute == MINUTES_A_DAY // 2:
        return say("noon")
    hour, rest = divmod(minute, 60)
    clock = f"{(hour - 1) % 12 + 1}.{rest:02d}" if rest else str((hour - 1) % 12 + 1)
    return say("{clock} a.m.", clock=clock) if hour < 12 else say("{clock} p.m.", clock=clock)


def date_words(iso_date: str, style: DateStyle) -> str:
    """ "2020-11-12" in the style asked for."""
    day = date.fromisoformat(iso_date)
    match style:
        case DateStyle.WEEKDAY:
            return day_full(iso_date)
        case DateStyle.LONG:
            return say("{day} {month} {year}", day=day.day, month=month_name(day.month), year=day.year)
        case DateStyle.POINTS:
            return f"{day:%d.%m.%Y}"
        case DateStyle.ISO:
            return iso_date


def short_date_words(iso_date: str, style: DateStyle) -> str:
    """ "Thu 12 Nov" where the weekday is wanted, else as ``date_words``."""
    return day_medium(iso_date) if style is DateStyle.WEEKDAY else date_words(iso_date, style)
