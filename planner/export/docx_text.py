"""Paragraphs and lists for Word, on the page and in cells, with bookmarks and change marks."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.oxml.ns import qn

from planner.export.docx_runs import run_elements
from planner.export.docx_template import PaperTemplate
from planner.export.docx_xml import Xml, element
from planner.export.paper_parts import Align, Bullets, Heading, Paragraph, ParagraphRole, Runs, plain

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
_DEEPEST_HEADING = 3
_CHANGE_BAR_EIGHTHS = 18


class Setting(NamedTuple):
    """How one paragraph differs from its style."""

    keep_with_next: bool = False
    starts_page: bool = False
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

    def heading(self, heading: Heading) -> Xml:
        style = f"Heading {min(max(heading.level, 1), _DEEPEST_HEADING)}"
        made = self.paragraph(
            style, plain(heading.text), Setting(starts_page=heading.starts_page, changed=heading.changed)
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
            yield from self._list(content, "List Number" if content.numbered else "List Bullet", Align.START)
        else:
            yield self.paragraph(_ON_PAGE[content.role], content.runs, Setting(changed=content.changed))

    def in_cell(self, content: Paragraph | Bullets, align: Align, *, is_soft: bool = False) -> Iterator[Xml]:
        """The paragraphs of a cell; in a soft one the plain text is that of notes."""
        if isinstance(content, Bullets):
            yield from self._list(content, "Table Number" if content.numbered else "Table Bullet", align)
            return
        style = _IN_CELL[content.role]
        if style == "Table Text" and is_soft:
            style = "Table Note"
        elif style == "Table Text" and content.runs and content.runs[0].text.endswith("\t"):
            style = "Table Line"
        yield self.paragraph(style, content.runs, Setting(changed=content.changed, align=align))

    def paragraph(self, style: str, runs: Runs, setting: Setting = AS_IN_STYLE) -> Xml:
        """A paragraph in the style of that name."""
        properties = element("w:pPr", element("w:pStyle", val=self._template.style_ids[style]))
        if setting.keep_with_next:
            properties.append(element("w:keepNext"))
        if setting.starts_page:
            properties.append(element("w:pageBreakBefore"))
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


def first_paragraph(parts: Xml) -> Xml:
    """The first paragraph inside an element."""
    return next(parts.iter(qn("w:p")))
