"""Which column holds what, guessed from its heading; the organiser may map it anew."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from planner.errors import InputProblem
from planner.imports.column_content import looks_like_content, with_content
from planner.imports.columns import Column, ColumnMap
from planner.imports.fields import Field, fields_by_heading
from planner.imports.heading_rows import HeadingRows, find_heading_rows, without_headings
from planner.imports.normalising import plain
from planner.imports.roles import roles_in
from planner.imports.segments import SegmentReader, choice_in
from planner.imports.tables import Sheet
from planner.models.agenda import Agenda
from planner.wording import say

_SURE = 88
_LONGEST_HEADING = 250
_SAMPLE_ROWS = 40
_MOST_WORDS = 25
_RUSSIAN = re.compile(r"[а-я]{5,}")
_STEM = 7
_TELLING = frozenset(
    {Field.EMAIL, Field.PHONE, Field.ZONE, Field.HONORIFIC, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FUNCTION}
)
_FRENCH_FAMILY = frozenset({"nom", "name"})


def likeliest_sheet(sheets: Sequence[Sheet], agenda: Agenda) -> Sheet:
    """The sheet whose headings tell most; the first of several."""
    return max(sheets, key=lambda sheet: _known_columns(guess_columns(sheet, agenda)))


def _known_columns(columns: ColumnMap) -> int:
    return len(columns.columns) - len(columns.of(Field.IGNORED)) if columns.is_useful else 0


def guess_columns(
    sheet: Sheet,
    agenda: Agenda,
    *,
    remembered: Mapping[str, Field] | None = None,
    given: Mapping[str, Field] | None = None,
) -> ColumnMap:
    """The likeliest meaning of each column: as ``given`` by heading, else as ``remembered``, else guessed.

    Raises InputProblem when a given heading is not in the sheet.
    """
    reader = SegmentReader(agenda)
    sure = _comparable(given or {})
    rows = find_heading_rows(sheet, lambda text: _recognised(text, reader) or plain(text) in sure)
    if looks_like_content(rows.headings) and not any(map(_is_heading, rows.headings)):
        rows = without_headings(sheet)
    _check_given(given or {}, rows)
    guessed = _guess_all(sheet, rows, reader)
    known = _comparable(remembered or {}) | sure
    columns = (replace(column, field=known.get(plain(column.heading), column.field)) for column in guessed)
    return ColumnMap(tuple(columns), rows.first_row)


def _comparable(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {plain(heading): field for heading, field in fields.items()}


def _check_given(given: Mapping[str, Field], rows: HeadingRows) -> None:
    headings = {plain(text) for text in rows.headings}
    missing = next((heading for heading in given if plain(heading) not in headings), None)
    if missing is not None:
        found = ", ".join(text for text in rows.headings if text)
        raise InputProblem(
            say("There is no heading “{heading}”. The headings are: {found}.", heading=missing, found=found)
        )


def _recognised(text: str, reader: SegmentReader) -> bool:
    return guess_field(text, reader) not in (None, Field.IGNORED)


def _is_heading(text: str) -> bool:
    """Whether a text is a heading and could not be a row's content as well."""
    return plain(text) in fields_by_heading() and not roles_in(text)


def guess_field(heading: str, reader: SegmentReader) -> Field | None:
    """What a heading means by itself; None when it says nothing."""
    if not heading.strip() or len(heading) > _LONGEST_HEADING:
        return None
    key = plain(re.sub(r"\([^)]*\)", " ", heading)) or plain(heading)
    if choice_in(heading):
        return Field.CHOICE
    exact = fields_by_heading().get(key)
    if exact is not None:
        return exact
    segments = reader.read(heading)
    if len(segments.named) == 1 and segments.explicit:
        return Field.SESSION
    return _similar(key)


def _similar(key: str) -> Field | None:
    """The field of the most similar synonym, in spelling or by its words."""
    best = process.extractOne(key, fields_by_heading().keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_SURE)
    if best is not None:
        return fields_by_heading()[best[0]]
    if len(key.split()) > _MOST_WORDS:
        return None
    stems = f" {_stemmed(key)} "
    contained = [synonym for synonym in fields_by_heading() if len(synonym) > 3 and f" {_stemmed(synonym)} " in stems]
    best_word = max(contained, key=_weight, default=None)
    return None if best_word is None else fields_by_heading()[best_word]


def _weight(synonym: str) -> tuple[bool, int]:
    """ "E-mail of the speaker" is an e-mail; otherwise the longer words tell more."""
    return fields_by_heading()[synonym] in _TELLING, len(synonym)


@lru_cache(maxsize=4096)
def _stemmed(key: str) -> str:
    """Russian words without their endings: "название организации" holds "организация"."""
    return _RUSSIAN.sub(lambda match: match.group()[: min(max(4, len(match.group()) - 2), _STEM)], key)


def _guess_all(sheet: Sheet, rows: HeadingRows, reader: SegmentReader) -> list[Column]:
    columns = []
    for index, heading in enumerate(rows.headings):
        columns.append(Column(index, heading, _guess(rows, index, reader) or Field.IGNORED))
    body = sheet.rows[rows.first_row : rows.first_row + _SAMPLE_ROWS]
    return with_content(_with_names(columns), body, reader)


def _guess(rows: HeadingRows, index: int, reader: SegmentReader) -> Field | None:
    """By the heading as a whole, else by the lower one, unless it is a role under a segment."""
    heading, lower, upper = rows.headings[index], rows.lower(index), rows.upper(index)
    whole = fields_by_heading().get(plain(heading))
    if whole is not None:
        return whole
    guesses = [guess_field(text, reader) for text in (lower, heading, upper)]
    if upper and guesses[2] is Field.SESSION and roles_in(lower):
        return Field.SESSION
    return next((found for found in guesses if found is not None), None)


def _with_names(columns: list[Column]) -> list[Column]:
    """ "Nom" beside "Prénom" is the family name; "Имя" alone is the whole name."""
    fields = {column.field for column in columns}
    if Field.GIVEN_NAME in fields and Field.FAMILY_NAME not in fields:
        named = [plain(column.heading) in _FRENCH_FAMILY for column in columns]
        if any(named):
            pairs = zip(columns, named, strict=True)
            return [replace(column, field=Field.FAMILY_NAME) if family else column for column, family in pairs]
        if Field.PERSON not in fields:
            whole = {Field.GIVEN_NAME: Field.PERSON}
            return [replace(column, field=whole.get(column.field, column.field)) for column in columns]
    return columns
