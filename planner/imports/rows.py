"""One row of a sheet as facts: who, from where, what for, when; nothing is matched yet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.imports.columns import Column, ColumnMap
from planner.imports.countries import country_code, country_name
from planner.imports.entity_kinds import likely_kind, parse_category, parse_kind, state_kind
from planner.imports.fields import Field, field_name
from planner.imports.names import NOBODY, Name, bracketed_in, is_nobody, names_several
from planner.imports.normalising import name_key, plain
from planner.imports.person_cells import PersonReader
from planner.imports.receiving import Received, ReceivedReader
from planner.imports.roles import is_no
from planner.imports.tables import SheetRow
from planner.imports.wanting import NOTHING_WANTED, Wanting, WantingReader
from planner.models.kinds import EntityKind, StakeholderCategory
from planner.wording import role_name, say, say_list

_STATES = frozenset({EntityKind.MEMBER_STATE, EntityKind.OTHER_STATE})
_GROUP_ONLY_CELLS = 3
_SUM = re.compile(r"(?:sub ?|grand )?totals?|sum|somme|итого|всего")
_OFFICE = re.compile(
    r"\b(?:ministr|minister|federal office|department (?:of|for)|embassy|ambassade|permanent mission|"
    r"mission permanente|government|gouvernement|state secretariat|министерств|посольств|правительств|"
    r"постоянное представительство|федеральн\w+ служб|департамент|secretariat d etat|staatssekretariat|bundesamt)"
)
"""A State's office speaks for the State."""


@dataclass(frozen=True, slots=True)
class GivenEntity:
    """An entity as a row gives it; ``key`` is the same for all spellings, "" when none is given."""

    key: str = ""
    name: str = ""
    kind: EntityKind = EntityKind.STAKEHOLDER
    category: StakeholderCategory = StakeholderCategory.NONE
    country: str = ""

    @property
    def is_state(self) -> bool:
        return self.kind in _STATES


NO_ENTITY = GivenEntity()


@dataclass(frozen=True, slots=True)
class GivenRow:
    """What a row says; ``problem`` is the reason why it cannot be read, "" otherwise."""

    number: int
    entity: GivenEntity = NO_ENTITY
    name: Name = NOBODY
    contact: tuple[tuple[str, str], ...] = ()
    wanting: Wanting = NOTHING_WANTED
    received: str = ""
    notes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    problem: str = ""

    @property
    def person_key(self) -> str:
        """The same for all spellings of a name; an address where there is no name; "" when nobody is named."""
        return name_key(self.name.full) or dict(self.contact).get("email", "").casefold()

    @property
    def key(self) -> tuple[str, str]:
        return self.entity.key, self.person_key


class RowReader:
    """Turns the rows of one sheet into facts, its columns known."""

    def __init__(self, columns: ColumnMap, wanting: WantingReader, received: ReceivedReader) -> None:
        self._wanting, self._received, self._person = wanting, received, PersonReader(columns)
        self._indexes = {name: [column.index for column in columns.of(name)] for name in Field}
        self._mapped = [
            (column.index, _place(column)) for column in columns.columns if column.field is not Field.IGNORED
        ]

    def read(self, row: SheetRow) -> GivenRow:
        problem = self._why_no_row(row)
        if problem:
            return GivenRow(row.number, problem=problem)
        wanting = self._wanting.read(row)
        entity, remarks = self._entity(row)
        received = self._received.read(row)
        given = GivenRow(
            number=row.number,
            entity=entity,
            name=self._person.name(row),
            contact=tuple(self._person.contact(row)),
            wanting=wanting,
            received=received.date,
            notes=(
                *self._remarks(row),
                *remarks,
                *self._left_over(row, received),
                *wanting.remarks,
                *_roles_alone(wanting),
            ),
            texts=tuple(f"{name}={row.cell(index)}" for index, name in self._mapped if row.cell(index)),
            problem=wanting.problem,
        )
        return self._checked(given)

    def _checked(self, given: GivenRow) -> GivenRow:
        if not given.problem and given.key == ("", ""):
            return replace(given, problem=say("It names neither an entity nor a person."))
        return given

    def _why_no_row(self, row: SheetRow) -> str:
        """Headings of groups and sums stand alone in their row."""
        if row.is_struck:
            return say("A line is drawn through this row. Take the line away in the file to import it.")
        filled = {text for text in row.cells if text}
        if len(filled) == 1 and len(self._mapped) >= _GROUP_ONLY_CELLS:
            (text,) = filled
            if not country_code(text):
                return say("Only “{text}” stands in this row: it looks like a heading or a remark.", text=text)
        who = self._first(row, Field.ENTITY) or self._first(row, Field.COUNTRY)
        if _SUM.fullmatch(plain(who)):
            return say("“{text}” looks like a sum.", text=who)
        named = "; ".join(self._all(row, Field.PERSON))
        if names_several(named):
            return say("“{text}” names several people. Give each a row of their own.", text=named.replace("\n", " "))
        return ""

    def _first(self, row: SheetRow, name: Field) -> str:
        return next((row.cell(index) for index in self._indexes[name] if row.cell(index)), "")

    def _all(self, row: SheetRow, name: Field) -> list[str]:
        return [row.cell(index) for index in self._indexes[name] if row.cell(index)]

    def _remarks(self, row: SheetRow) -> list[str]:
        return [text for text in self._all(row, Field.NOTE) if not is_no(text)]

    def _left_over(self, row: SheetRow, received: Received) -> Iterator[str]:
        """What no field can hold is kept in the note, under its heading."""
        yield from self._person.left_over(row)
        if received.text and not received.date:
            yield _remark(Field.RECEIVED, received.text)

    def _entity(self, row: SheetRow) -> tuple[GivenEntity, list[str]]:
        text, land = self._first(row, Field.ENTITY), self._first(row, Field.COUNTRY)
        text = text or ("" if land else self._bracketed_country(row))
        code = country_code(land)
        kind = parse_kind(self._first(row, Field.KIND), country_code(text) or code)
        remarks = list(self._unknown_kinds(row, kind))
        if (
            text
            and code
            and not country_code(text)
            and (kind in _STATES or (kind is None and _OFFICE.search(plain(text))))
        ):
            return _state(code), [_remark(Field.ENTITY, text), *remarks]
        text, land = text or land, land if text else ""
        if is_nobody(text):
            return NO_ENTITY, remarks
        if country_code(text) and kind in (None, *_STATES):
            return _state(country_code(text)), remarks
        remarks += [_remark(Field.COUNTRY, land)] if land and not code else []
        return self._organization(row, text, kind, code), remarks

    def _bracketed_country(self, row: SheetRow) -> str:
        """Where no column names an entity, "Ms. Anna Nowak (Poland)" does."""
        return next(filter(country_code, bracketed_in(self._first(row, Field.PERSON))), "")

    def _organization(self, row: SheetRow, text: str, kind: EntityKind | None, code: str) -> GivenEntity:
        said = self._first(row, Field.CATEGORY), self._first(row, Field.KIND)
        category = next((found for word in said if (found := parse_category(word))), StakeholderCategory.NONE)
        kind = kind or (EntityKind.STAKEHOLDER if category else likely_kind(text))
        return GivenEntity(entity_key(text), " ".join(text.split()), kind, category, code)

    def _unknown_kinds(self, row: SheetRow, kind: EntityKind | None) -> Iterator[str]:
        said, category = self._first(row, Field.KIND), self._first(row, Field.CATEGORY)
        if said and kind is None:
            yield _remark(Field.KIND, said)
        if category and parse_category(category) is None and parse_kind(category, "") is None:
            yield _remark(Field.CATEGORY, category)


def _place(column: Column) -> str:
    """Where a text stands, wherever its column does: a column that moved says the same as before."""
    several = column.field in (Field.SESSION, Field.CHOICE)
    return f"{column.field}:{plain(column.heading)}" if several else column.field


def entity_key(text: str) -> str:
    """The same for all spellings of an entity: a country's code, else its words without case and accents."""
    return country_code(text) or plain(text)


def _state(code: str) -> GivenEntity:
    return GivenEntity(code, country_name(code), state_kind(code), country=code)


def _remark(name: Field, text: str) -> str:
    return say("{field}: {text}", field=field_name(name), text=text)


def _roles_alone(wanting: Wanting) -> Iterable[str]:
    if wanting.roles:
        names = say_list([role_name(role) for role in wanting.roles])
        yield say("{field}: {text}", field=field_name(Field.ROLES), text=names)
