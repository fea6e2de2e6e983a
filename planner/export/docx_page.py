"""The page of a Word file: its size, header, footer with fields, and watermark."""

from io import BytesIO
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import TextMaker
from planner.export.docx_xml import TWIPS_A_POINT, Xml, drawable, element, field, text_elements
from planner.export.letterhead import picture_size
from planner.export.look import Look
from planner.export.paper_parts import PaperParts
from planner.export.pdf_writing import page_size
from planner.wording import say

_LOGO_HEIGHT = 34.0
_MOST_LOGO_WIDTH = 150.0
_POINTS_A_SIGN = 3.7
_EMU_A_TWIP = 635
_WATERMARK_POINTS_A_SIGN = 62
_WATERMARK_HEIGHT_A_SIGN = 0.95
_MOST_WATERMARK_WIDTH = 430
_NUMBER, _COUNT = "\ue000", "\ue001"
"""Stand for the fields while the sentence around them is said."""


class PageMaker:
    """Sets up the one section of a paper."""

    def __init__(self, template: PaperTemplate, text: TextMaker, paper: PaperParts, look: Look) -> None:
        self._template = template
        self._text = text
        self._paper = paper
        self._look = look
        self._section: Any = template.document.sections[-1]

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
        if self._look.header_text or self._look.logo:
            self._section.different_first_page_header_footer = True
            self._letterhead(self._section.first_page_header)
            self._footer(self._section.first_page_footer)
        self._running_head(self._section.header)
        self._footer(self._section.footer)

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

    def _running_head(self, header: Any) -> None:
        paragraph = self._added(header, "Header")
        if self._look.header_text:
            paragraph.append(element("w:r", *text_elements(self._look.header_text)))
        self._watermark(paragraph, 2)

    def _footer(self, footer: Any) -> None:
        """Version, zone and page in one line; the zone in a line of its own where they would meet."""
        version, zone = self._paper.version_note, self._paper.zone_note
        page = say("Page {number} of {count}", number=_NUMBER, count=_COUNT)
        room = self.width / TWIPS_A_POINT / _POINTS_A_SIGN
        if len(version) + len(zone) + len(page) + 6 > room:
            self._footer_line(footer, version, "", page)
            self._footer_line(footer, zone, "", "")
        else:
            self._footer_line(footer, version, zone, page)

    def _footer_line(self, footer: Any, left: str, middle: str, right: str) -> None:
        paragraph = self._added(footer, "Footer")
        stops = (("center", self.width // 2), ("right", self.width))
        tabs = element("w:tabs", *(element("w:tab", val=side, pos=place) for side, place in stops))
        paragraph.pPr.insert(1, tabs)
        paragraph.append(element("w:r", *text_elements(f"{left}\t{middle}\t" if right else left)))
        for piece in right.replace(_NUMBER, f"\n{_NUMBER}\n").replace(_COUNT, f"\n{_COUNT}\n").split("\n"):
            paragraph.append(_piece(piece))

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
        return last

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
    width = min(_WATERMARK_POINTS_A_SIGN * len(words), _MOST_WATERMARK_WIDTH)
    height = width / max(len(words), 1) * _WATERMARK_HEIGHT_A_SIGN
    return (
        f'<w:pict xmlns:w="{nsmap["w"]}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:330;z-index:-251;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        f'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#{colour}" '
        'stroked="f"><v:fill opacity=".08"/>'
        f'<v:textpath style="font-family:&quot;Noto Sans&quot;;font-weight:bold;font-size:1pt" string="{letters}"/>'
        "</v:shape></w:pict>"
    )
