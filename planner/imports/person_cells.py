"""The person a row names: the parts of the name, and how to reach and call them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from planner.imports.columns import ColumnMap
from planner.imports.fields import Field, field_name
from planner.imports.names import Name, honorific_of, is_nobody, lowered, parse_name, split_honorific
from planner.imports.normalising import plain
from planner.imports.tables import SheetRow
from planner.local_times import zone_exists
from planner.models.kinds import Gender
from planner.wording import say

_ADDRESS = re.compile(r"[^\s<>;,()]+@[^\s<>;,()]+")
_GENDERS = (
    (re.compile(r"f|fem|female|femme|feminin|woman|w|weiblich|ж|жен\w*"), Gender.FEMALE),
    (re.compile(r"m|male|masc|masculin|homme|man|h|mannlich|м|муж\w*"), Gender.MALE),
    (re.compile(r"x|d|other|autre|non binary|diverse?|друг\w+"), Gender.OTHER),
)


class PersonReader:
    """Reads what the rows of one sheet say of a person, its columns known."""

    def __init__(self, columns: ColumnMap) -> None:
        self._indexes = {name: [column.index for column in columns.of(name)] for name in Field}

    def _all(self, row: SheetRow, name: Field) -> list[str]:
        return [row.cell(index) for index in self._indexes[name] if row.cell(index)]

    def _first(self, row: SheetRow, name: Field) -> str:
        return next(iter(self._all(row, name)), "")

    def name(self, row: SheetRow) -> Name:
        whole = parse_name(self._first(row, Field.PERSON))
        given, family = " ".join(self._all(row, Field.GIVEN_NAME)), self._first(row, Field.FAMILY_NAME)
        if is_nobody(given) and is_nobody(family):
            name = whole
        else:
            title, given = split_honorific(given) if given else ("", "")
            title, family = split_honorific(family) if family and not title else (title, family)
            name = Name(title, lowered(given), lowered(family))
        return replace(name, honorific=honorific_of(self._first(row, Field.HONORIFIC)) or name.honorific)

    def contact(self, row: SheetRow) -> Iterator[tuple[str, str]]:
        """Further columns of the person that the row gives, with their values."""
        texts = {
            "function": self._first(row, Field.FUNCTION) or self.name(row).function,
            "email": _address(self._first(row, Field.EMAIL)) or address_in(self._first(row, Field.PERSON)),
            "phone": self._first(row, Field.PHONE),
            "zone": self._zone(row),
            "gender": parse_gender(self._first(row, Field.GENDER)),
        }
        yield from ((column, text) for column, text in texts.items() if text)

    def _zone(self, row: SheetRow) -> str:
        zone = self._first(row, Field.ZONE)
        return zone if zone and zone_exists(zone) else ""

    def left_over(self, row: SheetRow) -> Iterator[str]:
        """What no field can hold is kept in the note, under its heading."""
        zone, gender = self._first(row, Field.ZONE), self._first(row, Field.GENDER)
        if zone and not self._zone(row):
            yield say("{field}: {text}", field=field_name(Field.ZONE), text=zone)
        if gender and not parse_gender(gender):
            yield say("{field}: {text}", field=field_name(Field.GENDER), text=gender)


def parse_gender(text: str) -> str:
    """ "F", "femme", "жен." -> "female"; "" when it says none."""
    words = plain(text)
    return next((gender.value for pattern, gender in _GENDERS if pattern.fullmatch(words)), "")


def _address(text: str) -> str:
    """ "Ann Alpha <ann@example.org>" -> the address; several stay as they are written."""
    return address_in(text) or text


def address_in(text: str) -> str:
    """The one address that stands somewhere in a text; "" when there is none, or several."""
    found = _ADDRESS.findall(text.replace("mailto:", ""))
    return found[0] if len(found) == 1 else ""
