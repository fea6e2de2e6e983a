"""The page of a Word file: its size, header, footer with fields, and watermark."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from planner.export.agenda_styles import INK
from planner.export.docx_stories import mark_as_ours
from planner.export.docx_tables import shared_out
from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import TextMaker, first_paragraph
from planner.export.docx_xml import TWIPS_A_POINT, Xml, drawable, element, field, text_elements
from planner.export.fonts import Face
from planner.export.letterhead import picture_size
from planner.export.look import Look
from planner.export.paper_parts import PaperParts
from planner.export.pdf_writing import page_size
from planner.export.text_layout import Style, width_of
from planner.wording import say

_LOGO_HEIGHT = 34.0
_MOST_LOGO_WIDTH = 150.0
_FOOTER_SIDES, _FOOTER_GAP = ("left", "center", "right"), 6.0
_EMU_A_TWIP = 635
_LARGEST_WATERMARK, _MOST_WATERMARK_WIDTH = 92.0, 430.0
_CAPITAL_HEIGHT = 0.714
"""Of Noto Sans, for letters of one point."""

_NUMBER, _COUNT = "\ue000", "\ue001"
"""Stand for the fields while the sentence around them is said."""

_WIDEST = str.maketrans({_NUMBER: "999", _COUNT: "999"})


class PageMaker:
    """Sets up the one section of a paper."""

    def __init__(self, template: PaperTemplate, text: TextMaker, paper: PaperParts, look: Look) -> None:
        self._template = template
        self._text = text
        self._paper = paper
        self._look = look
        self._section: Any = template.document.sections[-1]
        self._marks = 0

    def set_size(self) -> int:
        """Takes the look's paper; margins stay the template's. Returns the width of the text in twips."""
        size = page_size(self._look.paper, landscape=self._paper.landscape)
        page = self._section._sectPr.get_or_add_pgSz()
        page.set(qn("w:w"), str(round(size.width * TWIPS_A_POINT)))
        page.set(qn("w:h"), str(round(size.height * TWIPS_A_POINT)))
        page.set(qn("w:orient"), "landscape" if self._paper.landscape else "portrait")
        return self.width

    @property
    def width(self) -> int:
        """Of the text, in twips."""
        section = self._section
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return int(section.page_width - margins) // _EMU_A_TWIP

    def fill(self) -> None:
        """Header and footer: logo and header text on the first page, the text alone on others."""
        section = self._section
        if self._look.header_text or self._look.logo:
            section.different_first_page_header_footer = True
        if section.different_first_page_header_footer:
            self._letterhead(section.first_page_header)
            self._footer(section.first_page_footer)
        self._running_head(section.header, 2)
        self._footer(section.footer)
        if self._template.document.settings.odd_and_even_pages_header_footer:
            self._running_head(section.even_page_header, 3)
            self._footer(section.even_page_footer)

    def _letterhead(self, header: Any) -> None:
        paragraph = self._added(header, "Header")
        if self._look.logo:
            self._logo(header.paragraphs[-1])
        if self._look.header_text:
            gap = "   " if self._look.logo else ""
            paragraph.append(element("w:r", *text_elements(f"{gap}{self._look.header_text}")))
        self._watermark(paragraph, 1)

    def _logo(self, paragraph: Any) -> None:
        width, height = picture_size(self._look.logo)
        scale = min(_LOGO_HEIGHT / height, _MOST_LOGO_WIDTH / width)
        picture = paragraph.add_run().add_picture(BytesIO(self._look.logo), Pt(width * scale), Pt(height * scale))
        for side in ("distT", "distB", "distL", "distR"):
            picture._inline.set(side, "0")
        picture._inline.docPr.set("name", say("Logo"))
        picture._inline.docPr.set("descr", drawable(self._look.logo_alt or say("Logo")))

    def _running_head(self, header: Any, number: int) -> None:
        paragraph = self._added(header, "Header")
        if self._look.header_text:
            paragraph.append(element("w:r", *text_elements(self._look.header_text)))
        self._watermark(paragraph, number)

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

    def _added(self, story: Any, style: str) -> Xml:
        """The paragraph to write in: an empty one that is there, or one after what an organization's template holds."""
        last = story.paragraphs[-1]._p if story.paragraphs else None
        if last is None or any(child.tag != qn("w:pPr") for child in last):
            last = self._text.paragraph(style, ())
            story._element.append(last)
        else:
            made = self._text.paragraph(style, ())
            story._element.replace(last, made)
            last = made
        self._mark(last)
        return last

    def _mark(self, paragraph: Xml) -> None:
        self._marks += 1
        mark_as_ours(paragraph, self._marks)

    def _watermark(self, paragraph: Xml, number: int) -> None:
        if self._paper.watermark:
            paragraph.append(
                element("w:r", parse_xml(_watermark_xml(self._paper.watermark, self._template.accent, number)))
            )


def _piece(piece: str) -> Xml:
    fields = {_NUMBER: "PAGE", _COUNT: "NUMPAGES"}
    return field(fields[piece], "1") if piece in fields else element("w:r", *text_elements(piece))


def _watermark_xml(words: str, colour: str, number: int) -> str:
    """What Word itself makes for "Design, Watermark": a slanted line of letters behind the text."""
    letters = words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    natural = width_of(words, Style(Face.BOLD, 1.0, INK)) or 1.0
    size = min(_LARGEST_WATERMARK, _MOST_WATERMARK_WIDTH / natural)
    width, height = size * natural, size * _CAPITAL_HEIGHT
    return (
        f'<w:pict xmlns:w="{nsmap["w"]}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t" trim="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:330;z-index:-251;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        f'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#{colour}" '
        'stroked="f"><v:fill opacity=".08"/>'
        f'<v:textpath trim="t" style="font-family:&quot;Noto Sans&quot;;font-weight:bold;font-size:1pt" '
        f'string="{letters}"/>'
        "</v:shape></w:pict>"
    )
