"""The page of a Word file: its size, header, footer with fields, and watermark."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from math import hypot
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.shared import Pt

from planner.export.agenda_styles import INK
from planner.export.docx_stories import copy_story, mark_as_ours
from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import TextMaker, first_paragraph, heading_level
from planner.export.docx_watermark import watermark
from planner.export.docx_widths import shared_out
from planner.export.docx_xml import TWIPS_A_POINT, Xml, drawable, element, field, text_elements
from planner.export.fonts import Face
from planner.export.letterhead import picture_size
from planner.export.look import Look
from planner.export.paper_parts import SEPARATOR, Heading, PaperParts, Runs, plain
from planner.export.pdf_writing import page_size
from planner.export.text_layout import Style, width_of
from planner.wording import say

_LOGO_HEIGHT = 34.0
_MOST_LOGO_WIDTH = 150.0
_FOOTER_SIDES, _FOOTER_GAP = ("left", "center", "right"), 6.0
_EMU_A_TWIP, _EMU_A_POINT = 635, 12_700
_SMALLEST_HEAD = 6.5

_NUMBER, _COUNT, _HEADING = "\ue000", "\ue001", "\ue002"
"""Stand for the fields while the sentence around them is said."""

_WIDEST = str.maketrans({_NUMBER: "999", _COUNT: "999"})


class PageMaker:
    """Sets up the pages of a paper: one section, or one for each heading that begins a page."""

    def __init__(self, template: PaperTemplate, text: TextMaker, paper: PaperParts, look: Look) -> None:
        self._template = template
        self._text = text
        self._paper = paper
        self._look = look
        self._section: Any = template.document.sections[-1]
        self._marks = self._watermarks = 0

    def set_size(self) -> None:
        """Takes the look's paper; margins stay the template's."""
        size = page_size(self._look.paper, landscape=self._paper.landscape)
        page = self._section._sectPr.get_or_add_pgSz()
        page.set(qn("w:w"), str(round(size.width * TWIPS_A_POINT)))
        page.set(qn("w:h"), str(round(size.height * TWIPS_A_POINT)))
        page.set(qn("w:orient"), "landscape" if self._paper.landscape else "portrait")

    @property
    def width(self) -> int:
        """Of the text, in twips."""
        section = self._section
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return int(section.page_width - margins) // _EMU_A_TWIP

    @property
    def height(self) -> float:
        """Of the text of a page, in points."""
        section = self._section
        margins = (section.top_margin or 0) + (section.bottom_margin or 0)
        return float(section.page_height - margins) / _EMU_A_POINT

    def fill(self, headings: Sequence[Heading | None]) -> None:
        """Header and footer: logo and header text on the first page; the text, meeting and paper on others.

        ``headings`` are those that the sections begin with: pages on which one goes on say so.
        """
        first, *later = self._template.document.sections
        self._open(later, first)
        if not first.different_first_page_header_footer:
            first.different_first_page_header_footer = True
            copy_story(first.header, first.first_page_header)
            copy_story(first.footer, first.first_page_footer)
        self._letterhead(first.first_page_header)
        self._footer(first.first_page_footer)
        self._footer(first.footer)
        if self._has_even_pages:
            self._footer(first.even_page_footer)
        for section, heading in zip((first, *later), headings, strict=True):
            self._running_heads(section, heading if later else None)
        for section in later[:1]:
            self._running_head(section.first_page_header, None)
            self._footer(section.first_page_footer)

    @property
    def _has_even_pages(self) -> bool:
        return bool(self._template.document.settings.odd_and_even_pages_header_footer)

    def _open(self, later: Sequence[Any], first: Any) -> None:
        """Sections after the first have heads of their own; their first pages are like later pages of the first."""
        for section in later:
            section.different_first_page_header_footer = True
            copy_story(first.header, section.header)
            if self._has_even_pages:
                copy_story(first.even_page_header, section.even_page_header)
        for section in later[:1]:
            copy_story(first.header, section.first_page_header)
            copy_story(first.footer, section.first_page_footer)

    def _running_heads(self, section: Any, heading: Heading | None) -> None:
        self._running_head(section.header, heading)
        if self._has_even_pages:
            self._running_head(section.even_page_header, heading)

    def _letterhead(self, header: Any) -> None:
        paragraph = self._added(header, "Header")
        if self._look.logo:
            self._logo(header.paragraphs[-1])
        if self._look.header_text:
            gap = "   " if self._look.logo else ""
            paragraph.append(element("w:r", *text_elements(f"{gap}{self._look.header_text}")))
        self._watermark(paragraph)

    def _logo(self, paragraph: Any) -> None:
        width, height = picture_size(self._look.logo)
        scale = min(_LOGO_HEIGHT / height, _MOST_LOGO_WIDTH / width)
        picture = paragraph.add_run().add_picture(BytesIO(self._look.logo), Pt(width * scale), Pt(height * scale))
        for side in ("distT", "distB", "distL", "distR"):
            picture._inline.set(side, "0")
        picture._inline.docPr.set("name", say("Logo"))
        picture._inline.docPr.set("descr", drawable(self._look.logo_alt or say("Logo")))

    def _running_head(self, header: Any, heading: Heading | None) -> None:
        """The header's own text; the meeting and the paper; what goes on from the page before."""
        own = SEPARATOR.join(self._look.header_text.splitlines())
        head = SEPARATOR.join(" ".join(text.split()) for text in (self._paper.title, self._paper.name) if text)
        paragraphs = [self._line(header, text) for text in (own, head) if text] or [self._added(header, "Header")]
        self._watermark(paragraphs[0])
        if heading is not None:
            self._continued(header, heading)

    def _line(self, header: Any, text: str) -> Xml:
        made = self._added(header, "Header", plain(text))
        made.pPr.append(element("w:contextualSpacing"))
        self._fit(made, text)
        return made

    def _fit(self, paragraph: Xml, text: str) -> None:
        """Letters so small that the text takes one line, if they can still be read."""
        points = self._template.points_of("Header")
        needed = width_of(text, Style(Face.REGULAR, points, INK)) * TWIPS_A_POINT
        if needed > self.width:
            size = max(int(2 * points * self.width / needed), round(2 * min(points, _SMALLEST_HEAD)))
            for run in paragraph.iter(qn("w:r")):
                run.get_or_add_rPr().sz_val = Pt(size / 2)
                run.rPr.sz.addnext(element("w:szCs", val=size))

    def _continued(self, header: Any, heading: Heading) -> None:
        """ "Roundtable 1 (continued)", in a field that follows the heading when somebody changes it."""
        made = self._added(header, "Header")
        before, after = say("{heading} (continued)", heading=_HEADING).split(_HEADING)
        runs = [element("w:r", *text_elements(text)) if text else None for text in (before, after)]
        runs.insert(1, field(f"STYLEREF {heading_level(heading)}", heading.text))
        made.extend(run for run in runs if run is not None)
        self._fit(made, f"{before}{heading.text}{after}")

    def _footer(self, footer: Any) -> None:
        """Version, zone and page beside one another, in cells that no long note can push into the next."""
        page = say("Page {number} of {count}", number=_NUMBER, count=_COUNT)
        texts = (self._paper.version_note, self._paper.zone_note, page)
        widths = self._footer_widths(texts)
        end = self._added(footer, "Footer")
        end.pPr.append(element("w:pBdr", element("w:top", val="nil")))
        end.pPr.append(element("w:spacing", before=0, after=0, line=20, lineRule="exact"))
        cells = [self._footer_cell(*each) for each in zip(texts, widths, _FOOTER_SIDES, strict=True)]
        table = element("w:tbl", self._footer_properties(widths), element("w:tr", *cells))
        table.insert(1, element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)))
        self._mark(first_paragraph(table))
        end.addprevious(table)

    def _footer_widths(self, texts: Sequence[str]) -> list[int]:
        """The page keeps what it needs; version and zone share the rest."""
        style = Style(Face.REGULAR, self._template.points_of("Footer"), INK)
        *notes, page = (width_of(text.translate(_WIDEST), style) + _FOOTER_GAP for text in texts)
        last = round(page * TWIPS_A_POINT)
        return [*shared_out(self.width - last, notes), last]

    def _footer_properties(self, widths: Sequence[int]) -> Xml:
        """No margins; above it the line that the style draws above a footer."""
        style_id = self._template.style_ids["Footer"]
        styles = self._template.document.styles.element
        line = styles.find(f'w:style[@w:styleId="{style_id}"]/w:pPr/w:pBdr/w:top', nsmap)
        properties = element("w:tblPr", element("w:tblW", w=sum(widths), type="dxa"))
        if line is not None:
            properties.append(element("w:tblBorders", deepcopy(line)))
        properties.append(element("w:tblLayout", type="fixed"))
        above = 0 if line is None else int(line.get(qn("w:space"), 0)) * TWIPS_A_POINT
        sides = (("top", above), ("left", 0), ("bottom", 0), ("right", round(_FOOTER_GAP * TWIPS_A_POINT)))
        properties.append(element("w:tblCellMar", *(element(f"w:{side}", w=w, type="dxa") for side, w in sides)))
        return properties

    def _footer_cell(self, text: str, width: int, side: str) -> Xml:
        paragraph = self._text.paragraph("Footer", ())
        paragraph.pPr.append(element("w:pBdr", element("w:top", val="nil")))
        paragraph.pPr.append(element("w:jc", val=side))
        for piece in text.replace(_NUMBER, f"\n{_NUMBER}\n").replace(_COUNT, f"\n{_COUNT}\n").split("\n"):
            paragraph.append(_piece(piece))
        properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
        if side == _FOOTER_SIDES[-1]:
            properties.append(element("w:tcMar", element("w:right", w=0, type="dxa")))
        return element("w:tc", properties, paragraph)

    def _added(self, story: Any, style: str, runs: Runs = ()) -> Xml:
        """The paragraph to write in: an empty one that is there, or one after what an organization's template holds."""
        last = story.paragraphs[-1]._p if story.paragraphs else None
        if last is None or any(child.tag != qn("w:pPr") for child in last):
            last = self._text.paragraph(style, runs)
            story._element.append(last)
        else:
            made = self._text.paragraph(style, runs)
            story._element.replace(last, made)
            last = made
        self._mark(last)
        return last

    def _mark(self, paragraph: Xml) -> None:
        self._marks += 1
        mark_as_ours(paragraph, self._marks)

    def _watermark(self, paragraph: Xml) -> None:
        if self._paper.watermark:
            self._watermarks += 1
            diagonal = hypot(self._section.page_width, self._section.page_height) / _EMU_A_POINT
            mark = watermark(self._paper.watermark, self._template.accent, self._watermarks, diagonal)
            paragraph.append(element("w:r", mark))


def _piece(piece: str) -> Xml:
    fields = {_NUMBER: "PAGE", _COUNT: "NUMPAGES"}
    return field(fields[piece], "1") if piece in fields else element("w:r", *text_elements(piece))
