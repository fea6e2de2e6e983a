"""Blocks of a grid that overlap in their column stand beside each other, each in a lane."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from planner.export.paper_parts import GridBlock


class Lane(NamedTuple):
    """The number of a lane, counted from 0, of so many lanes."""

    number: int
    lanes: int


def lanes_of(blocks: Sequence[GridBlock]) -> Iterator[tuple[GridBlock, Lane]]:
    """Every block with its lane, column by column, each by its start."""
    ordered = sorted(blocks, key=lambda block: (block.column, block.start_minute, block.end_minute))
    for _column, group in groupby(ordered, key=lambda block: block.column):
        for crowd in _crowds(group):
            yield from _shared(crowd)


def _crowds(blocks: Iterator[GridBlock]) -> Iterator[list[GridBlock]]:
    """Blocks that hang together by overlaps."""
    crowd: list[GridBlock] = []
    end = 0
    for block in blocks:
        if crowd and block.start_minute >= end:
            yield crowd
            crowd = []
        crowd.append(block)
        end = max(end, block.end_minute) if len(crowd) > 1 else block.end_minute
    if crowd:
        yield crowd


def _shared(crowd: list[GridBlock]) -> Iterator[tuple[GridBlock, Lane]]:
    """Each block takes the first lane that is free again."""
    ends: list[int] = []
    numbers: list[int] = []
    for block in crowd:
        number = next((place for place, end in enumerate(ends) if end <= block.start_minute), len(ends))
        ends[number:] = [block.end_minute, *ends[number + 1 :]]
        numbers.append(number)
    return ((block, Lane(number, len(ends))) for block, number in zip(crowd, numbers, strict=True))
