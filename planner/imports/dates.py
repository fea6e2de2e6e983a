"""Dates as people write them -> ISO 8601."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache

from babel import Locale
from babel.dates import get_month_names

from planner.imports.normalising import plain

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\b.*")
_WORDS = re.compile(r"(?:\w+ )?(\d{1,2})(?:st|nd|rd|th|er|го|е)?(?: of)? ([^\W\d]+) (\d{4}|\d{2})\b.*")
_AMERICAN = re.compile(r"(?:\w+ )?([^\W\d]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})\b.*")
_MONTHS = 12
_CENTURY = 2000
_SERIALS = range(36_526, 73_051)  # 2000-01-01 to 2100-01-01
_SERIAL_ORIGIN = date(1899, 12, 30)
"""Day 0 of Excel's serial numbers after February 1900."""


class DateOrder(Enum):
    """What the dates of a column say of 11/12/2020; ``UNSAID`` and ``BOTH`` only matter where such a date stands."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    UNSAID = "unsaid"
    BOTH = "both"


def order_of(texts: Iterable[str]) -> DateOrder:
    """Which comes first in 10/5/2020 in one column: any part above 12 is a day, and decides for all."""
    matches = (_NUMBERS.fullmatch(text.strip()) for text in texts if not _has_dots(text))
    parts = [(int(match[1]), int(match[2])) for match in matches if match]
    day_first, month_first = any(first > _MONTHS for first, _second in parts), any(s > _MONTHS for _first, s in parts)
    if day_first and month_first:
        return DateOrder.BOTH
    if day_first or month_first:
        return DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST
    return DateOrder.UNSAID


def may_be_two(text: str) -> bool:
    """Whether a date is another one when the month comes first: 10/5/2020 is, 5/5/2020 and 10.5.2020 are not."""
    match = _NUMBERS.fullmatch(text.strip())
    return (
        match is not None
        and not _has_dots(text)
        and max(int(match[1]), int(match[2])) <= _MONTHS
        and int(match[1]) != int(match[2])
    )


def _has_dots(text: str) -> bool:
    """10.5.2020 is written where the day comes first."""
    return "." in text and "/" not in text


@lru_cache(maxsize=8192)
def parse_received(text: str, *, month_first: bool = False) -> str:
    """The ISO 8601 date, or "" when it is none. In 11/12/2020 the day comes first unless told, or it cannot."""
    stripped = text.strip()
    if re.fullmatch(r"\d{5}(?:\.\d+)?", stripped):
        serial = int(float(stripped))
        return (_SERIAL_ORIGIN + timedelta(serial)).isoformat() if serial in _SERIALS else ""
    return next((day for day in _readings(stripped, month_first) if day), "")


def _readings(text: str, month_first: bool) -> Iterator[str]:
    if match := _ISO.fullmatch(text):
        yield _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        year = _year(match[3])
        month, day = (1, 2) if month_first and not _has_dots(text) else (2, 1)
        yield _date(year, int(match[month]), int(match[day]))
        yield _date(year, int(match[day]), int(match[month]))
    words = plain(text)
    if match := _WORDS.fullmatch(words):
        yield _date(_year(match[3]), _months().get(match[2], 0), int(match[1]))
    if match := _AMERICAN.fullmatch(words):
        yield _date(int(match[3]), _months().get(match[1], 0), int(match[2]))


def _year(text: str) -> int:
    return int(text) + (_CENTURY if len(text) == 2 else 0)


def _date(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _months() -> Mapping[str, int]:
    """Month names and their short forms in three languages, made comparable."""
    return {
        plain(name): month
        for language in ("en", "fr", "ru")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, Locale.parse(language)).items()
    }
