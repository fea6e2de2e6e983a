"""Every text of a paper, for those who look through it."""

from collections.abc import Iterator
from itertools import chain

from planner.export.paper_parts import (
    Bars,
    Bullets,
    Heading,
    PageBreak,
    PaperParts,
    Paragraph,
    Part,
    Table,
    TimeGrid,
    runs_of,
)


def texts_of_parts(paper: PaperParts) -> Iterator[str]:
    """Every text of the paper."""
    return (text for _place, text in placed_texts(paper))


def placed_texts(paper: PaperParts) -> Iterator[tuple[str, str]]:
    """The same, each with the heading under which it stands."""
    place = ""
    for text in (paper.kicker, paper.title, paper.subtitle, paper.version_note, paper.zone_note, paper.watermark):
        yield place, text
    for part in paper.parts:
        place = part.text if isinstance(part, Heading) else place
        yield from ((place, text) for text in _texts_of(part))


def _texts_of(part: Part) -> Iterator[str]:
    match part:
        case Heading(text=text, aside=aside):
            yield from (text, aside)
        case Paragraph(runs=runs):
            yield from (run.text for run in runs)
        case Bullets(items=items):
            yield from (run.text for run in chain.from_iterable(items))
        case Table():
            yield from (column.title for column in part.columns)
            for row in part.rows:
                for content in chain.from_iterable(row.cells):
                    yield from _texts_of(content)
        case Bars():
            yield part.title
            yield from chain.from_iterable((bar.label, bar.words) for bar in part.bars)
        case TimeGrid():
            yield from (*part.axes, *part.columns, *chain.from_iterable(tick.labels for tick in part.ticks))
            for block in part.blocks:
                yield from (run.text for run in chain(block.title, *map(runs_of, block.details)))
        case PageBreak():
            pass
