"""Paragraphs and lists for Word, on the page and in cells, with bookmarks and change marks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from docx.oxml.ns import qn

from planner.export.agenda_styles import INK
from planner.export.docx_runs import run_elements
from planner.export.docx_template import PaperTemplate
from planner.export.docx_xml import TWIPS_A_POINT, Xml, element, text_elements
from planner.export.fonts import Face
from planner.export.paper_parts import Align, Bullets, Emphasis, Heading, Paragraph, ParagraphRole, Run, Runs, plain
from planner.export.text_layout import Style, width_of

_ON_PAGE = {
    ParagraphRole.BODY: "Normal",
    ParagraphRole.LEAD: "Lead",
    ParagraphRole.NOTE: "Note",
    ParagraphRole.SMALL_HEADING: "Small Heading",
}
_IN_CELL = {
    ParagraphRole.BODY: "Table Text",
    ParagraphRole.LEAD: "Table Lead",
    ParagraphRole.NOTE: "Table Note",
    ParagraphRole.SMALL_HEADING: "Table Small Heading",
}
_LIST_ON_PAGE = ("List Bullet", "List Number")
_DEEPEST_HEADING = 3
_ASIDE_GAP = 20.0
"""Points between a heading and its aside."""

_CHANGE_BAR_EIGHTHS = 18


class Setting(NamedTuple):
    """How one paragraph differs from its style."""

    keep_with_next: bool = False
    changed: bool = False
    number_id: int | None = None
    align: Align = Align.START


AS_IN_STYLE = Setting()


class TextMaker:
    """Makes paragraphs; remembers the bookmarks given."""

    def __init__(self, template: PaperTemplate) -> None:
        self._template = template
        self._bookmarks: set[str] = set()
        self._chapters = 0

    def heading(self, heading: Heading, width: int) -> Iterator[Xml]:
        """The heading with its aside at the end of the line, which is ``width`` twips long, or in the next one."""
        beside = bool(heading.aside) and self._has_room(heading, width / TWIPS_A_POINT)
        made = self._heading(heading)
        if beside:
            made.pPr.append(element("w:tabs", element("w:tab", val="right", pos=width)))
            made.append(self._aside(heading.aside))
        yield made
        if heading.aside and not beside:
            yield self.paragraph(_ON_PAGE[ParagraphRole.NOTE], plain(heading.aside), Setting(keep_with_next=True))

    def _has_room(self, heading: Heading, width: float) -> bool:
        words = width_of(heading.text, Style(Face.BOLD, self._template.points_of(_heading_style(heading)), INK))
        aside = width_of(heading.aside, Style(Face.REGULAR, self._template.points_of("Note"), INK))
        return words + aside + _ASIDE_GAP < width

    def _aside(self, text: str) -> Xml:
        size = round(2 * self._template.points_of("Note"))
        properties = element(
            "w:rPr", element("w:rStyle", val=self._template.style_ids["Soft"]), element("w:b", val=0),
            element("w:bCs", val=0), element("w:sz", val=size), element("w:szCs", val=size),
        )  # fmt: skip
        return element("w:r", properties, *text_elements(f"\t{text}"))

    def _heading(self, heading: Heading) -> Xml:
        made = self.paragraph(
            _heading_style(heading),
            plain(heading.text),
            Setting(changed=heading.changed),
        )
        if heading.session_id is not None:
            self.mark(made, f"session_{heading.session_id}")
        elif heading.level == 1:
            self._chapters += 1
            self.mark(made, f"part_{self._chapters}")
        return made

    def on_page(self, content: Paragraph | Bullets) -> Iterator[Xml]:
        """The paragraphs of running text."""
        if isinstance(content, Bullets):
            yield from _kept_at_ends(self._list(content, _LIST_ON_PAGE[content.numbered], Align.START))
        else:
            yield self.paragraph(_ON_PAGE[content.role], content.runs, Setting(changed=content.changed))

    def in_cell(self, content: Paragraph | Bullets, align: Align, *, is_soft: bool = False) -> Iterator[Xml]:
        """The paragraphs of a cell; in a soft one the plain text is that of notes."""
        if isinstance(content, Bullets):
            yield from self._list(content, "Table Number" if content.numbered else "Table Bullet", align)
            return
        style, runs = _IN_CELL[content.role], content.runs
        if style == "Table Text" and runs and runs[0].text.endswith("\t"):
            style, runs = "Table Line", tuple(_softened(run) for run in runs) if is_soft else runs
        elif style == "Table Text" and is_soft:
            style = "Table Note"
        yield self.paragraph(style, runs, Setting(changed=content.changed, align=align))

    def paragraph(self, style: str, runs: Runs, setting: Setting = AS_IN_STYLE) -> Xml:
        """A paragraph in the style of that name."""
        properties = element("w:pPr", element("w:pStyle", val=self._template.style_ids[style]))
        if setting.keep_with_next:
            properties.append(element("w:keepNext"))
        if setting.number_id is not None:
            level, number = element("w:ilvl", val=0), element("w:numId", val=setting.number_id)
            properties.append(element("w:numPr", level, number))
        if setting.changed:
            properties.append(element("w:pBdr", self._change_bar(space=6)))
        if setting.align is Align.END:
            properties.append(element("w:jc", val="right"))
        return element("w:p", properties, *run_elements(runs, self._template.style_ids))

    def spacer(self) -> Xml:
        """A paragraph of two points between tables."""
        made = self.paragraph("Table Text", ())
        made.pPr.append(element("w:spacing", before=0, after=0, line=40, lineRule="exact"))
        return made

    def _change_bar(self, space: int) -> Xml:
        return element("w:left", val="single", sz=_CHANGE_BAR_EIGHTHS, space=space, color=self._template.accent)

    def changed_cell(self) -> Xml:
        """The borders of a cell at the left of a changed row."""
        return element("w:tcBorders", self._change_bar(space=0))

    def mark(self, paragraph: Xml, name: str) -> None:
        """A bookmark around the paragraph's words; a name that was given already is not given again."""
        if name in self._bookmarks:
            return
        self._bookmarks.add(name)
        number = len(self._bookmarks)
        paragraph.insert(1, element("w:bookmarkStart", id=number, name=name))
        paragraph.append(element("w:bookmarkEnd", id=number))

    def _list(self, bullets: Bullets, style: str, align: Align) -> Iterator[Xml]:
        number_id = self._template.list_counted_anew(style) if bullets.numbered else None
        setting = Setting(changed=bullets.changed, number_id=number_id, align=align)
        yield from (self.paragraph(style, runs, setting) for runs in bullets.items)

    def keep_row(self, row: Xml, with_next: bool) -> None:
        """On the page of the next row, or not, whatever the styles of its paragraphs ask for: Word keeps whole rows."""
        for paragraph in row.iter(qn("w:p")):
            if with_next:
                keep_with_next(paragraph)
            elif paragraph.pPr.pStyle.val == self._template.style_ids[_IN_CELL[ParagraphRole.SMALL_HEADING]]:
                paragraph.pPr.get_or_add_keepNext().val = False


def heading_level(heading: Heading) -> int:
    """The level of its style."""
    return min(max(heading.level, 1), _DEEPEST_HEADING)


def _heading_style(heading: Heading) -> str:
    return f"Heading {heading_level(heading)}"


def _softened(run: Run) -> Run:
    return replace(run, emphasis=Emphasis.SOFT) if run.emphasis is Emphasis.PLAIN else run


def keep_with_next(paragraph: Xml) -> None:
    """Ask for the page of what follows."""
    paragraph.pPr.get_or_add_keepNext()


def _kept_at_ends(items: Iterator[Xml]) -> Iterator[Xml]:
    """No first and no last item of a list stands alone on a page."""
    made = list(items)
    for place in sorted({0, len(made) - 2}) if len(made) > 1 else ():
        keep_with_next(made[place])
    yield from made


def first_paragraph(parts: Xml) -> Xml:
    """The first paragraph inside an element."""
    return next(parts.iter(qn("w:p")))
