"""Tables for Word: heading rows that stand again on each page, rows that stay whole, and charts of shaded cells."""

from collections.abc import Sequence

from planner.export.agenda_styles import INK
from planner.export.docx_heights import Keeping, keeping, row_height
from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import Setting, TextMaker, first_paragraph
from planner.export.docx_widths import CELL_MARGINS, column_widths, shared_out
from planner.export.docx_xml import Xml, element
from planner.export.fonts import Face
from planner.export.paper_parts import Bar, Bars, Column, Paragraph, ParagraphRole, Row, Table, plain
from planner.export.text_layout import Style

TINT = "F3F5F7"
_BAR_STEPS = 40
_MOST_LABEL_SHARE, _MOST_WORDS_SHARE = 0.36, 0.3
_TWIPS_A_SIGN = 92
_GAP_EIGHTHS = 48


class TableMaker:
    """Makes tables as wide as the text; ``width`` is that width in twips, ``height`` that of the text of a page in
    points."""

    def __init__(self, template: PaperTemplate, text: TextMaker, width: int, height: float) -> None:
        self._template = template
        self._text = text
        self.width = width
        self.height = height

    def table(self, table: Table) -> Xml:
        text = Style(Face.REGULAR, self._template.points_of("Table Text"), INK)
        head = Style(Face.BOLD, self._template.points_of("Table Head"), INK)
        widths = column_widths(table, self.width, text, head)
        look = {"firstRow": 1, "firstColumn": int(any(column.is_header for column in table.columns)), "noVBand": 1}
        made = self._empty("Paper Table", widths, table.summary, look)
        if any(column.title for column in table.columns):
            made.append(self._head(table.columns, widths))
        keepings = keeping([row_height(row, text, widths) for row in table.rows], self.height)
        for row, kept in zip(table.rows, keepings, strict=True):
            made.append(self._row(row, table.columns, widths, kept))
        return made

    def bars(self, chart: Bars) -> Xml:
        """A row a bar: its label, a shaded cell as long as its value, its words."""
        label = self._room_for([bar.label for bar in chart.bars], _MOST_LABEL_SHARE)
        words = self._room_for([bar.words for bar in chart.bars], _MOST_WORDS_SHARE)
        steps = shared_out(self.width - label - words, [1.0] * _BAR_STEPS)
        widths = [label, *steps, words]
        made = self._empty("Bar Table", widths, chart.summary or chart.title, {"firstColumn": 1})
        largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
        made.extend(self._bar(bar, max(bar.value, 0.0) / largest, widths) for bar in chart.bars)
        return made

    def _empty(self, style: str, widths: Sequence[int], summary: str, look: dict[str, int]) -> Xml:
        properties = element(
            "w:tblPr",
            element("w:tblStyle", val=self._template.style_ids[style]),
            element("w:tblW", w=sum(widths), type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", **look),
        )
        if summary:
            properties.append(element("w:tblDescription", val=summary))
        return element("w:tbl", properties, element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)))

    def _head(self, columns: Sequence[Column], widths: Sequence[int]) -> Xml:
        row = element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")))
        for column, width in zip(columns, widths, strict=True):
            words = self._text.paragraph("Table Head", plain(column.title), Setting(align=column.align))
            row.append(_cell(width, [words]))
        return row

    def _row(self, row: Row, columns: Sequence[Column], widths: Sequence[int], kept: Keeping) -> Xml:
        made = element("w:tr", element("w:trPr", element("w:cantSplit"))) if kept.whole else element("w:tr")
        for index, (contents, column, width) in enumerate(zip(row.cells, columns, widths, strict=True)):
            paragraphs = [
                paragraph
                for content in contents
                for paragraph in self._text.in_cell(content, column.align, is_soft=row.tinted)
            ]
            borders = [self._text.changed_cell()] if row.changed and index == 0 else []
            tint = TINT if row.tinted else ""
            made.append(_cell(width, paragraphs or [self._nothing()], borders=borders, tint=tint))
        self._text.keep_row(made, kept.with_next)
        if row.session_id is not None:
            self._text.mark(first_paragraph(made), f"session_{row.session_id}")
        return made

    def _bar(self, bar: Bar, share: float, widths: Sequence[int]) -> Xml:
        filled = min(round(share * _BAR_STEPS), _BAR_STEPS) or int(share > 0)
        label = _cell(widths[0], [self._words(bar.label)], centred=True)
        steps = widths[1:-1]
        parts = [(steps[:filled], self._template.accent), (steps[filled:], TINT)]
        shaded = [
            _cell(sum(part), [self._nothing()], borders=[_gap()], tint=tint, span=len(part))
            for part, tint in parts
            if part
        ]
        words = _cell(widths[-1], [self._words(bar.words)], centred=True)
        return element("w:tr", element("w:trPr", element("w:cantSplit")), label, *shaded, words)

    def _room_for(self, texts: Sequence[str], most: float) -> int:
        signs = max(map(len, texts), default=0)
        wanted = round(signs * _TWIPS_A_SIGN * self._template.scale) + CELL_MARGINS
        return min(wanted, round(self.width * most))

    def _words(self, text: str) -> Xml:
        return self._text.paragraph("Table Text", plain(text))

    def _nothing(self) -> Xml:
        return self._text.paragraph("Table Text", ())

    def chart_title(self, chart: Bars) -> Xml:
        title = Paragraph(plain(chart.title), ParagraphRole.SMALL_HEADING)
        return next(self._text.on_page(title))


def _gap() -> Xml:
    """White lines above and below a bar, so that bars do not touch."""
    sides = (element(f"w:{side}", val="single", sz=_GAP_EIGHTHS, space=0, color="FFFFFF") for side in ("top", "bottom"))
    return element("w:tcBorders", *sides)


def _cell(
    width: int,
    paragraphs: Sequence[Xml],
    *,
    borders: Sequence[Xml] = (),
    tint: str = "",
    span: int = 1,
    centred: bool = False,
) -> Xml:
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    properties.extend(borders)
    if tint:
        properties.append(element("w:shd", val="clear", color="auto", fill=tint))
    if centred:
        properties.append(element("w:vAlign", val="center"))
    return element("w:tc", properties, *paragraphs)
