"""What the cells of a column look like, where its heading says too little or too much."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from planner.imports.columns import Column
from planner.imports.countries import country_code
from planner.imports.fields import Field
from planner.imports.names import honorific_of, split_honorific
from planner.imports.roles import answer_in, is_no, is_yes, roles_in
from planner.imports.segments import SegmentReader
from planner.imports.tables import SheetRow

_MOST_ROLE_WORDS = 6
_MOSTLY = 0.7
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_FORM = re.compile(r"(?:H\.E\.|Mr\.|Ms\.|Mx\.|Dr\.|Prof\.|Amb\.|Hon\.|Sir|Dame|Rev\.|Fr\.| )+")
_WHO = frozenset({Field.ENTITY, Field.COUNTRY})


def with_content(columns: Sequence[Column], body: Sequence[SheetRow], reader: SegmentReader) -> list[Column]:
    """The columns, corrected and completed by what stands in them."""
    corrected = [_corrected(column, _texts(column, body), reader) for column in columns]
    for place, column in enumerate(corrected):
        if column.field is Field.IGNORED and column.heading:
            held = {other.field for other in corrected}
            corrected[place] = replace(column, field=_apparent(_texts(column, body), held, reader))
    return corrected


def _texts(column: Column, body: Sequence[SheetRow]) -> list[str]:
    return [text for row in body if (text := row.cell(column.index))]


def _corrected(column: Column, texts: list[str], reader: SegmentReader) -> Column:
    """A column "Speaker" may hold names, one of titles the forms of address."""
    if not texts:
        return column
    role_like = _mostly(texts, _is_role)
    if column.field is Field.ROLES and not role_like and not any(map(_is_role, texts)):
        return replace(column, field=Field.SEGMENTS if _mostly(texts, _names(reader)) else Field.PERSON)
    if column.field in (Field.SPEAKER, Field.MODERATOR, Field.PERSON) and role_like:
        return replace(column, field=Field.ROLES)
    if column.field in (Field.SPEAKER, Field.MODERATOR) and not any(_answers(text, reader) for text in texts):
        return replace(column, field=Field.PERSON)
    if column.field is Field.ENTITY and _mostly(texts, _has_honorific):
        return replace(column, field=Field.PERSON)
    if column.field is Field.FUNCTION and all(_FORM.fullmatch(honorific_of(text)) for text in texts):
        return replace(column, field=Field.HONORIFIC)
    return column


def _apparent(texts: list[str], held: set[Field], reader: SegmentReader) -> Field:
    """What a column without a telling heading seems to hold, if no other column holds it."""
    if texts and Field.EMAIL not in held and _mostly(texts, lambda text: _ADDRESS.search(text) is not None):
        return Field.EMAIL
    if texts and Field.ROLES not in held and _mostly(texts, _is_role):
        return Field.ROLES
    if texts and not held & {Field.SEGMENTS, Field.SESSION, Field.CHOICE} and _looks_like_segments(texts, reader):
        return Field.SEGMENTS
    if texts and not held & _WHO and _mostly(texts, lambda text: bool(country_code(text))):
        return Field.COUNTRY
    if texts and Field.PERSON not in held and _mostly(texts, _has_honorific):
        return Field.PERSON
    return Field.IGNORED


def _mostly(texts: list[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, texts)) >= _MOSTLY * len(texts)


def _has_honorific(text: str) -> bool:
    return bool(split_honorific(text)[0])


def looks_like_content(texts: Sequence[str]) -> bool:
    """Whether a row holds what no heading would: a country, an address, a person with an honorific."""
    return any(
        country_code(text) or _ADDRESS.search(text) or (_has_honorific(text) and not roles_in(text)) for text in texts
    )


def _is_role(text: str) -> bool:
    return bool(roles_in(text)) and len(text.split()) <= _MOST_ROLE_WORDS and not any(map(str.isdigit, text))


def _looks_like_segments(texts: list[str], reader: SegmentReader) -> bool:
    """Most say "RT 1", "opening", "all" or "1 and 4"; numbers alone may be anything."""
    found = [reader.read(text) for text in texts]
    readable = [segments for segments in found if segments.explicit or (segments.named and not segments.unknown)]
    return any(segments.explicit for segments in found) and len(readable) >= _MOSTLY * len(texts)


def _names(reader: SegmentReader) -> Callable[[str], bool]:
    """Whether a text says "Roundtable 3" or "Opening", not only "3"."""

    def names(text: str) -> bool:
        found = reader.read(text)
        return found.explicit and bool(found.named)

    return names


def _answers(text: str, reader: SegmentReader) -> bool:
    answer = answer_in(text)
    return is_yes(answer) or is_no(answer) or bool(reader.read(text).named)
