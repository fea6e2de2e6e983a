"""Reads .csv files and pasted text: any delimiter, the usual encodings."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from planner.errors import ImportProblem
from planner.export.progress import Steps
from planner.imports.forms import form_rows
from planner.imports.limits import check_rows
from planner.imports.tables import Sheet, make_sheet
from planner.wording import say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t|"
_RULE = re.compile(r"[\s:=_-]*")
"""A cell of a line that is drawn, between headings and rows."""
_LONGEST_CELL = 1_000_000
_SAMPLE = 20_000
_LONGEST_FORM = 500_000


def decode(name: str, content: bytes) -> str:
    """Text of bytes: by its mark, as UTF-16 without one, as strict UTF-8, else as the likelier Windows code page.

    Raises ImportProblem when the bytes are no text.
    """
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError as problem:
        raise _no_text(name) from problem
    if "\x00" in text:
        raise _no_text(name)
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    even, odd = content[0:_SAMPLE:2].count(0), content[1:_SAMPLE:2].count(0)
    if even or odd:
        return "utf-16-le" if odd > even else "utf-16-be"
    if _is_utf8(content):
        return "utf-8"
    return _likelier_code_page(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likelier_code_page(content: bytes) -> str:
    """Russian words are made of high bytes; in Western ones, single high bytes stand among ASCII letters."""
    high = [index for index, byte in enumerate(content[: 10 * _SAMPLE]) if byte >= 0xC0]
    places = set(high)
    beside_high = sum(index - 1 in places or index + 1 in places for index in high)
    return "cp1251" if beside_high * 2 > len(high) else "cp1252"


def _no_text(name: str) -> ImportProblem:
    return ImportProblem(say("“{name}” is not in a known encoding. Save it as “CSV UTF-8” and import that.", name=name))


def read_text(source: str, text: str, steps: Steps) -> Sheet:
    """The rows of delimited text. Raises ImportProblem, Cancelled."""
    form = form_rows(text) if len(text) <= _LONGEST_FORM else None
    if form is not None:
        return make_sheet(source, "", form)
    csv.field_size_limit(_LONGEST_CELL)
    text, given = _without_hint(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=given or delimiter_of(text), strict=False)
    try:
        return make_sheet(source, "", _numbered(source, lines, steps, first=2 if given else 1))
    except csv.Error as problem:
        raise ImportProblem(
            say("“{name}” has a quotation mark that never closes. Correct the file, or save it as XLSX.", name=source)
        ) from problem


def _without_hint(text: str) -> tuple[str, str]:
    """Excel may write its delimiter into a first line such as ``sep=;``."""
    first, _break, rest = text.partition("\n")
    hint = first.strip()
    return (rest, hint[4]) if hint[:4].casefold() == "sep=" and len(hint) == 5 else (text, "")


def _numbered(source: str, lines: Iterator[list[str]], steps: Steps, first: int) -> Iterator[tuple[int, list[str]]]:
    for index, cells in enumerate(lines):
        check_rows(source, index)
        if index % 200 == 0:
            steps.reach(index)
        if not all(map(_RULE.fullmatch, cells)):
            yield first + index, cells


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most lines into the same number of cells, more than one."""
    sample = text[:_SAMPLE]
    marks = {mark: _agreement(sample, mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: marks[mark])


def _agreement(sample: str, mark: str) -> tuple[int, int]:
    """How many lines share the commonest number of cells, and that number; (0, 0) when it is one."""
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
    try:
        counts = Counter(len(cells) for cells in lines if any(cells))
    except csv.Error:
        return 0, 0
    counts.pop(1, None)
    return max(((many, cells) for cells, many in counts.items()), default=(0, 0))
