"""Runs of seven digits and more in a text that may be a telephone number, or lead into a meeting.

What people type has no one shape, so it is judged from the other side: a run counts unless it is surely something
else, which is a date, a year, an hour, an amount, the symbol of a document, a link, or what a word beside it says.
Texts are in the form NFKC, in which every space is a plain one.
"""

import re
from collections.abc import Iterator
from functools import cache

_LEAST = 7
_RUN = re.compile(r"\d(?:[ \t().\u2010-\u2015\u2212/-]{0,3}\d){6,}")

_SYMBOL = r"(?:/(?:[A-Za-z.()-]|\d{1,6}(?!\d))+)+"
"""The pieces of a symbol; one with more digits is a number that has letters before it."""
_NAMED = r"objectives?|goals?|SDGs?|targets?|paragraphs?|paras?\.?|articles?|items?|pages?|pp\."
_HARMLESS = "|".join(
    (
        r"(?i:https?://\S+|(?<![\w.-])(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}/\S+)",
        rf"\b(?!(?:[FMPT]|TEL|FAX|MOB|GSM|CELL|PHONE)/\d)[A-Z][A-Z0-9.-]{{0,30}}{_SYMBOL}",
        r"\bGE\.\d\d-\d{5}\b",
        r"\b(?i:ISBN|ISSN)[:\s]*\d[\d -]+[\dXx]",
        rf"\b(?i:{_NAMED})[ \t]*[1-9]\d{{0,2}}(?:[ \t,;/.\u2010-\u2015-]{{1,3}}[1-9]\d{{0,2}})*"
        r"(?![ \t.-]{0,2}\d)",
        r"(?:[$€£¥]|\b(?:USD|EUR|CHF|GBP)) ?[1-9](?:\d{0,2}(?:[ .,'’]\d{3})+|\d*)(?:[.,]\d\d)?(?![ ./-]{0,2}\d)",
    )
)

_TO = r"[ \t]?[\u2010-\u2015/-][ \t]?"
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_HOUR = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
_DATE = "|".join(
    (
        rf"{_YEAR}-{_MONTH}-{_DAY}(?:/{_DAY})?",
        rf"{_YEAR}[/.]{_MONTH}[/.]{_DAY}",
        rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])",
        rf"(?:{_DAY}(?:\.(?:{_MONTH}\.?)?)?{_TO})?{_DAY}\. ?{_MONTH}\. ?(?:{_YEAR}|\d\d)",
        rf"(?:{_DAY}(?:/{_MONTH})?{_TO})?{_DAY} ?/ ?{_MONTH} ?/ ?(?:{_YEAR}|\d\d)",
        rf"(?:{_DAY}-)?{_DAY}-{_MONTH}-{_YEAR}",
    )
)
_WHEN = rf"(?:{_DATE}|{_YEAR}(?:{_TO}{_YEAR}|[/\u2013-]\d{{2,3}})?|{_HOUR}(?:{_TO}{_HOUR})?)"
_AMOUNT = r"(?:[1-9]\d{0,2}(?:[ .]\d{3})*[ .]000|[1-9]\d? \d{3} \d{3}|[1-9]\d?\.\d{3}\.\d{3})"
_DECIMAL = r"(?:0\.\d+|[1-9]\d?\.\d{3,}|[1-9]\d{3,}\.\d{1,2})"
_BESIDE = rf"(?:[ \t]{{1,2}}|{_TO}|[ \t]?[()][ \t]?)"
_SMALL = r"\d{1,2}(?:\.\d{1,2})?\.?"
_SURELY_NONE = (
    rf"(?:{_SMALL}{_BESIDE})?{_WHEN}(?:{_BESIDE}{_WHEN})*"
    rf"|{_WHEN}(?:{_BESIDE}{_WHEN})*{_BESIDE}{_SMALL}"
    rf"|(?:{_YEAR} )?{_AMOUNT}(?:{_BESIDE}{_AMOUNT})*"
    rf"|{_DECIMAL}(?:{_BESIDE}{_DECIMAL})*"
)
_MINUTES = r"\d\d[ \t\u2010-\u2015-]+"
_HOURS = r"[ \t\u2010-\u2015-]+\d\d?\Z"
_COLON = r":\d\d"
_COUNTED = r"[1-9](?:\d*|\d{0,2}(?: \d{3})+)"
_UNIT = (
    r" ?%| (?:people|persons|women|men|girls|boys|children|youth|migrants|refugees|workers|inhabitants|students"
    r"|dollars|euros|francs|pounds|tons|tonnes|hectares|km|kg|per cent)\b"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def number_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, from left to right."""
    # Few texts have any, and the other patterns take as long to be made as a page to be drawn: not before the first.
    if _RUN.search(text) is None:
        return
    masked = _pattern(_HARMLESS).sub(lambda found: "_" * len(found[0]), text)
    for found in _RUN.finditer(masked):
        start, end = _without_hours(masked, *found.span())
        if sum(map(str.isdigit, masked[start:end])) >= _LEAST and not _is_surely_none(masked, start, end):
            yield _with_brackets(masked, start, end)


def _without_hours(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the minutes of "10:30" before it, and the hours of such a time after it."""
    minutes = _pattern(_MINUTES).match(text, start, end) if text[:start].endswith(":") else None
    hours = _pattern(_HOURS).search(text, start, end) if _pattern(_COLON).match(text, end) else None
    return (start if minutes is None else minutes.end()), (end if hours is None else hours.start())


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The run with an open bracket before it that closes within it or right behind it."""
    if not text[:start].endswith("(") or ")" not in text[start : end + 1]:
        return start, end
    return start - 1, end + int(")" not in text[start:end])


def _is_surely_none(text: str, start: int, end: int) -> bool:
    if _pattern(_SURELY_NONE).fullmatch(text, start, end):
        return True
    return _pattern(_COUNTED).fullmatch(text, start, end) is not None and _pattern(_UNIT).match(text, end) is not None
