"""Sets tables: columns by their shares of the width, one block a row. Lengths are points."""

from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.column_widths import column_widths
from planner.export.content_layout import Column, cell_text, has_label, set_contents
from planner.export.page_flow import Block, PlacedText, Rule
from planner.export.paper_parts import Align, Bullets, Emphasis, Paragraph, ParagraphRole, Row, Table, body
from planner.export.placing import stacked
from planner.export.structure import COLUMN_SCOPE, ROW_SCOPE, Element, text_string
from planner.export.text_layout import Run, width_of, wrap
from planner.wording import say

_PADDING = look.CELL_PADDING
_ROW_TOP = 4.0
_ROW_FOOT = 4.5
_BELOW_WHAT_IS_REPEATED = 2.5
_HEAD_TOP = 12.0
_HEAD_LEADING = 8.6


class TableLayout:
    """Makes the blocks of one table; its rows are told apart for those who hear them."""

    def __init__(self, table: Table, width: float, styles: Styles, root: Element) -> None:
        attributes = f"<</O/Table/Summary{text_string(table.summary)}>>" if table.summary else ""
        self._table = table
        self._styles = styles
        self._element = root.add("Table", attributes)
        self._widths = column_widths(table, width, _PADDING, styles)
        self._starts = [0.0, *accumulate(self._widths)]
        self._label_width = _label_width(table, styles)

    def head(self) -> Block | None:
        """The titles of the columns; None for a table of facts, whose columns have none."""
        if not any(column.title for column in self._table.columns):
            return None
        style, row = self._styles.head, self._element.add("TR")
        first, leading = self._styles.length(_HEAD_TOP), self._styles.length(_HEAD_LEADING)
        texts: list[PlacedText] = []
        for column, start, width in zip(self._table.columns, self._starts, self._widths, strict=False):
            cell, room = row.add("TH", COLUMN_SCOPE), width - 2 * _PADDING
            lines = wrap((Run(column.title, style),), room)
            for index, line in enumerate(lines):
                used = sum(width_of(run.text, run.style) for run in line)
                x = start + _PADDING + (room - used if column.align is Align.END else 0.0)
                texts.extend(stacked((line,), x, first + index * leading, leading, cell))
        foot = self._styles.length(5.0)
        height = max((text.baseline for text in texts), default=first) + foot
        return Block(height, tuple(texts), foot=foot, rule=Rule(0.75, look.LINE_COLOUR))

    def row(self, row: Row, session_id: int | None) -> Block:
        """``session_id``: the session of the text around, for a row that has none of its own."""
        top, foot = self._styles.length(_ROW_TOP), self._styles.length(_ROW_FOOT)
        element, texts, height = self._element.add("TR"), [], top
        for index, contents in enumerate(row.cells):
            cell = self._cell(element, index)
            alone = cell if len(contents) == 1 and isinstance(contents[0], Paragraph) else None
            column = self._column(index, is_soft=row.tinted)
            cell_texts, cell_foot = set_contents(contents, column, top, cell, alone=alone)
            texts.extend(cell_texts)
            height = max(height, cell_foot)
        return Block(
            height=height + foot,
            texts=tuple(texts),
            foot=foot,
            tint=look.TINT if row.tinted else None,
            rule=Rule(0.75, look.HAIRLINE_COLOUR),
            session_id=session_id if row.session_id is None else row.session_id,
            changed=row.changed,
            again=partial(self._again, row),
        )

    def _again(self, row: Row) -> Block:
        """Of a row that goes on overleaf what it is called: its small heading, and the cell that heads it."""
        top, nowhere, texts, height = self._styles.length(_ROW_TOP), Element("Artifact"), list[PlacedText](), 0.0
        for index, (contents, of_table) in enumerate(zip(row.cells, self._table.columns, strict=False)):
            said = _said_again(contents, is_header=of_table.is_header)
            column = self._column(index, is_soft=row.tinted)
            cell, foot = set_contents(said, column, top, nowhere)
            texts, height = texts + cell, max(height, foot - top)
        return Block(height + self._styles.length(_BELOW_WHAT_IS_REPEATED), tuple(texts)).as_artifact()

    def _cell(self, row: Element, index: int) -> Element:
        return row.add("TH", ROW_SCOPE) if self._table.columns[index].is_header else row.add("TD")

    def _column(self, index: int, *, is_soft: bool) -> Column:
        return Column(
            x=self._starts[index] + _PADDING,
            width=self._widths[index] - 2 * _PADDING,
            text=cell_text(self._styles, is_soft=is_soft),
            align=self._table.columns[index].align,
            label_width=self._label_width,
        )


def _label_width(table: Table, styles: Styles) -> float:
    """One for the whole table, so that what stands beside labels begins at one edge."""
    parts = (part for row in table.rows for contents in row.cells for part in contents)
    labels = {part.runs[0].text.rstrip("\t") for part in parts if isinstance(part, Paragraph) and has_label(part.runs)}
    widest = max((width_of(label, cell_text(styles).body) for label in labels), default=0.0)
    return widest + look.LABEL_GAP if labels else 0.0


def _said_again(contents: Sequence[Paragraph | Bullets], *, is_header: bool) -> tuple[Paragraph, ...]:
    words = _first_words(contents)
    if words and isinstance(contents[0], Paragraph) and contents[0].role is ParagraphRole.SMALL_HEADING:
        return (body(say("{heading} (continued)", heading=words), ParagraphRole.SMALL_HEADING),)
    return (body(words),) if words and is_header else ()


def _first_words(contents: Sequence[Paragraph | Bullets]) -> str:
    """Those of a first paragraph, without what is struck through beside new words."""
    for part in contents[:1]:
        if isinstance(part, Paragraph):
            kept = [run.text for run in part.runs if run.emphasis is not Emphasis.STRUCK]
            return "".join(kept or [run.text for run in part.runs]).strip()
    return ""
