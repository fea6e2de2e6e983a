"""What one row asks for: segments with roles, in order of choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from planner.imports.columns import Column, ColumnMap
from planner.imports.fields import Field
from planner.imports.normalising import plain
from planner.imports.roles import answer_in, is_no, is_yes, roles_in
from planner.imports.segments import SegmentReader, choice_in
from planner.imports.tables import Sheet, SheetRow
from planner.models.kinds import Role
from planner.wording import say

_ASKED_WITH = {Field.SPEAKER: Role.SPEAKER, Field.MODERATOR: Role.MODERATOR}


class Wanted(NamedTuple):
    """One role in one session; ``preference`` 1 is the dearest, 0 was not given."""

    session_id: int
    role: Role
    preference: int


@dataclass(frozen=True, slots=True)
class Wanting:
    """What a row asks for; ``roles`` were named without a segment; ``problem`` says what cannot be read.

    ``remarks`` are answers that say more than yes or no.
    """

    wishes: tuple[Wanted, ...] = ()
    roles: tuple[Role, ...] = ()
    problem: str = ""
    remarks: tuple[str, ...] = ()


_LETTERS = {
    "s": (Role.SPEAKER,),
    "sp": (Role.SPEAKER,),
    "m": (Role.MODERATOR,),
    "mod": (Role.MODERATOR,),
    "s/m": (Role.MODERATOR, Role.SPEAKER),
    "b": (Role.MODERATOR, Role.SPEAKER),
}
"""How ticked columns shorten roles."""
NOTHING_WANTED = Wanting()


class _Unclear(Exception):
    """A cell cannot be read; its sentence says why."""


class WantingReader:
    """Reads the wishes of a sheet's rows, its columns known."""

    def __init__(self, sheet: Sheet, columns: ColumnMap, reader: SegmentReader) -> None:
        self._columns, self._reader = columns, reader
        body = sheet.rows[columns.first_row :]
        answered = [column for field in _ASKED_WITH for column in columns.of(field)]
        self._flags = {column.index for column in answered if self._are_answers(body, column)}
        if _only_answers(body, columns.of(Field.SESSION)):
            self._flags |= {column.index for column in columns.of(Field.SESSION)}
        self._choices = [
            (column, choice_in(column.heading) or place)
            for place, column in enumerate(columns.of(Field.CHOICE), start=1)
        ]

    def _are_answers(self, body: Iterable[SheetRow], column: Column) -> bool:
        """Yes and no, with or without further words; "yes, RT 1" names a segment."""
        texts = {row.cell(column.index) for row in body}
        plain_answers = all(is_yes(answer_in(text)) or is_no(answer_in(text)) for text in texts)
        return plain_answers and not any(self._reader.read(text).explicit for text in texts)

    def read(self, row: SheetRow) -> Wanting:
        try:
            return self._read(row)
        except _Unclear as problem:
            return Wanting(problem=str(problem.args[0]))

    def _read(self, row: SheetRow) -> Wanting:
        roles = (*self._row_roles(row), *self._named_as(row))
        usual = tuple(role for role in Role if role in roles) or (Role.SPEAKER,)
        wishes = [
            *self._from_text(row, self._columns.of(Field.SEGMENTS), usual),
            *self._from_choices(row, usual),
            *self._from_answers(row),
            *self._from_ticks(row, usual),
        ]
        merged: dict[tuple[int, Role], Wanted] = {}
        for wish in wishes:
            merged.setdefault((wish.session_id, wish.role), wish)
        alone = () if wishes else tuple(dict.fromkeys(roles))
        return Wanting(tuple(merged.values()), alone, remarks=tuple(self._further(row)))

    def _further(self, row: SheetRow) -> Iterable[str]:
        for column in (column for field in _ASKED_WITH for column in self._columns.of(field)):
            text = row.cell(column.index)
            if column.index in self._flags and answer_in(text) != text:
                yield say("{field}: {text}", field=column.heading, text=text)

    def _row_roles(self, row: SheetRow) -> Iterable[Role]:
        for column in self._columns.of(Field.ROLES):
            text = row.cell(column.index)
            named = roles_in(text)
            if not named and not is_no(text):
                raise _Unclear(say("“{text}” names no role, such as speaker or moderator.", text=text))
            yield from named
        for field, role in _ASKED_WITH.items():
            for column in self._columns.of(field):
                if column.index in self._flags and is_yes(answer_in(row.cell(column.index))):
                    yield role

    def _named_as(self, row: SheetRow) -> Iterable[Role]:
        """A name under "Moderator" is one's who wants to moderate, where no column says otherwise."""
        if not self._columns.of(Field.ROLES):
            for column in self._columns.of(Field.PERSON):
                named = roles_in(column.heading)
                if len(named) == 1 and row.cell(column.index):
                    yield from named

    def _from_text(self, row: SheetRow, columns: Iterable[Column], roles: tuple[Role, ...]) -> Iterable[Wanted]:
        for column in columns:
            yield from self._named(row.cell(column.index), roles, 0)

    def _from_choices(self, row: SheetRow, roles: tuple[Role, ...]) -> Iterable[Wanted]:
        for column, place in self._choices:
            yield from self._named(row.cell(column.index), roles, place)

    def _from_answers(self, row: SheetRow) -> Iterable[Wanted]:
        """A column "Speaker" in which stands "RT 1, RT 3"."""
        for field, role in _ASKED_WITH.items():
            for column in self._columns.of(field):
                if column.index not in self._flags:
                    yield from self._named(row.cell(column.index), (role,), 0)

    def _named(self, text: str, roles: tuple[Role, ...], place: int) -> Iterable[Wanted]:
        if is_no(text):
            return
        found = self._reader.read(text)
        if found.unknown or (not found.named and not place):
            raise _Unclear(_no_segment(text, found.unknown))
        for segment in found.named:
            for role in segment.roles or roles:
                yield Wanted(segment.session_id, role, place or segment.preference)

    def _from_ticks(self, row: SheetRow, roles: tuple[Role, ...]) -> Iterable[Wanted]:
        for column in self._columns.of(Field.SESSION):
            text = row.cell(column.index)
            if not is_no(text):
                yield from self._ticked(column, text, roles)

    def _ticked(self, column: Column, text: str, roles: tuple[Role, ...]) -> Iterable[Wanted]:
        """A column of one segment: "x", a role, or a place in the order of choice."""
        session_id, said, _order = self._reader.read(column.heading).named[0]
        named = roles_in(text) or _LETTERS.get(text.strip(".").casefold(), ())
        place = int(text) if text.isdecimal() and len(text) == 1 and column.index not in self._flags else 0
        if not (named or place or is_yes(text)):
            raise _Unclear(
                say("“{text}” under “{heading}” says neither yes nor a role.", text=text, heading=column.heading)
            )
        for role in named or said or roles:
            yield Wanted(session_id, role, place)


def _no_segment(text: str, unknown: tuple[str, ...]) -> str:
    """Names the first word that is not understood, as it is written."""
    written = [word.strip(".,:()") for word in text.split() if plain(word) in unknown]
    if written and written[0] != text:
        return say("“{word}” in “{text}” names no segment of this meeting.", word=written[0], text=text)
    return say("“{text}” names no segment of this meeting.", text=text)


def _only_answers(rows: Iterable[SheetRow], columns: Iterable[Column]) -> bool:
    """Whether columns hold nothing but yes and no, so that a 1 in them is no number of a roundtable."""
    texts = {row.cell(column.index) for row in rows for column in columns}
    return all(is_yes(text) or is_no(text) for text in texts)
