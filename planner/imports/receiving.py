"""When an interest was received: in 10/5/2020 its whole column says which comes first, the day or the month."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.imports.columns import Column, ColumnMap
from planner.imports.dates import DateOrder, may_be_two, order_of, parse_received
from planner.imports.fields import Field, field_name
from planner.imports.tables import SheetRow
from planner.wording import say


class Received(NamedTuple):
    """What stands in the cell, and the ISO 8601 date it means, "" when it means none."""

    text: str = ""
    date: str = ""


class ReceivedReader:
    """Knows the order of day and month in each column of dates."""

    def __init__(self, columns: ColumnMap, body: Sequence[SheetRow]) -> None:
        told = [(column, True) for column in columns.of(Field.RECEIVED_MONTH_FIRST)]
        guessed = [(column, _texts(column, body)) for column in columns.of(Field.RECEIVED)]
        orders = [(column, order_of(texts), texts) for column, texts in guessed]
        self._columns = [*told, *((column, order is DateOrder.MONTH_FIRST) for column, order, _texts in orders)]
        self._doubtful = [
            (column, order, next(filter(may_be_two, texts)))
            for column, order, texts in orders
            if order in (DateOrder.UNSAID, DateOrder.BOTH) and any(map(may_be_two, texts))
        ]

    def read(self, row: SheetRow) -> Received:
        """The first date of a row."""
        for column, month_first in self._columns:
            text = row.cell(column.index)
            if text:
                return Received(text, parse_received(text, month_first=month_first))
        return Received()

    def remarks(self) -> Iterator[str]:
        """A sentence for each column whose dates may be read in two ways."""
        for column, order, example in self._doubtful:
            words = {"heading": column.heading, "date": example, "field": field_name(Field.RECEIVED_MONTH_FIRST)}
            if order is DateOrder.BOTH:
                yield say(
                    "“{heading}” has dates with the day first and dates with the month first: {date} is taken to have"
                    " the day first. If it has the month first, choose “{field}” for this column.",
                    **words,
                )
            else:
                yield say(
                    "No date in “{heading}” tells whether the day or the month comes first: in {date} the day is"
                    " taken to come first. If it is the month, choose “{field}” for this column.",
                    **words,
                )


def _texts(column: Column, body: Sequence[SheetRow]) -> list[str]:
    return [text for row in body if (text := row.cell(column.index))]
