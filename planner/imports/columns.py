"""The columns of a sheet and what each holds."""

from dataclasses import dataclass, replace

from planner.imports.fields import Field

_WHO = frozenset({Field.ENTITY, Field.COUNTRY, Field.PERSON, Field.FAMILY_NAME, Field.EMAIL})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, counted from 0, its heading as written, and what it holds."""

    index: int
    heading: str
    field: Field


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What every column holds; ``first_row`` is the first one after the headings, by its place in the sheet."""

    columns: tuple[Column, ...]
    first_row: int

    def of(self, field: Field) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field is field)

    def with_field(self, index: int, field: Field) -> "ColumnMap":
        """The map with one column meaning something else."""
        columns = (replace(column, field=field) if column.index == index else column for column in self.columns)
        return replace(self, columns=tuple(columns))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns if column.heading)

    @property
    def is_useful(self) -> bool:
        """Whether the columns tell at least who is interested."""
        return any(column.field in _WHO for column in self.columns)
