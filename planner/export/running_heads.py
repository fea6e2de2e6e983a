"""What the head of each page says of what goes on there, for pages that are handed out singly."""

from collections.abc import Sequence

from planner.export.page_flow import Block, Page
from planner.wording import say


def running_heads(pages: Sequence[Page]) -> tuple[str, ...]:
    """A text a page: the chapter, or the session in whose midst it begins; empty where the page itself says it."""
    open_headings: list[Block] = []
    heads = []
    for page in pages:
        blocks = [block for _y, block in page]
        heads.append(_head(open_headings, blocks[0]) if blocks else "")
        for block in blocks:
            if block.bookmark:
                level = block.bookmark_level
                open_headings = [*(above for above in open_headings if above.bookmark_level < level), block]
    return tuple(heads)


def _head(open_headings: Sequence[Block], first: Block) -> str:
    """``first`` is the first block of the page: a heading, one that stands there again, or anything."""
    if first.repeats:
        return open_headings[0].bookmark if len(open_headings) > 1 else ""
    if first.bookmark:
        above = [heading for heading in open_headings if heading.bookmark_level < first.bookmark_level]
        return above[0].bookmark if above else ""
    return say("{heading} (continued)", heading=open_headings[-1].bookmark) if open_headings else ""
