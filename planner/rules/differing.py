"""The records that two states of a meeting have otherwise: what every comparison begins with."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from planner.rules.identity import Same

Record = TypeVar("Record")
_MOST_PAIRS = 256
"""Sixteen drafts, of sixteen tables each, beside the working copy; a pair holds little but the records that differ."""


def differing(before: Mapping[int, Record], now: Mapping[int, Record]) -> tuple[Record, ...]:
    """The records, of either state, that the other has otherwise or not at all.

    An edit leaves most tables of the picture what they were: those are not compared again.
    """
    return _differing(Same(before), Same(now))


@lru_cache(maxsize=_MOST_PAIRS)
def _differing(before: Same[Mapping[int, Any]], now: Same[Mapping[int, Any]]) -> tuple[Any, ...]:
    return () if before.thing is now.thing else tuple(_found(before.thing, now.thing))


def _found(before: Mapping[int, Any], now: Mapping[int, Any]) -> Iterator[Any]:
    for row_id, record in before.items():
        other = now.get(row_id)
        if other is not record and other != record:
            yield record
            if other is not None:
                yield other
    yield from (record for row_id, record in now.items() if row_id not in before)
