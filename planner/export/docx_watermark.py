"""The slanted words behind the text of every page of a Word file."""

from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml

from planner.export.agenda_styles import INK
from planner.export.docx_xml import Xml
from planner.export.fonts import Face
from planner.export.text_layout import Style, width_of

_LARGEST, _MOST_LENGTH = 108.0 / 1031.2, 0.62
"""Of the page's diagonal, as in the PDF: the size of the letters and the length of their line."""

_CAPITAL_HEIGHT = 0.714
"""Of Noto Sans, for letters of one point."""


def watermark(words: str, colour: str, number: int, diagonal: float) -> Xml:
    """What Word itself makes for "Design, Watermark": a slanted line of letters behind the text.

    ``number`` tells it from others of the file; ``diagonal`` is the page's, in points.
    """
    letters = words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    natural = width_of(words, Style(Face.BOLD, 1.0, INK)) or 1.0
    size = min(_LARGEST, _MOST_LENGTH / natural) * diagonal
    width, height = size * natural, size * _CAPITAL_HEIGHT
    return parse_xml(
        f'<w:pict xmlns:w="{nsmap["w"]}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t" trim="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:328;z-index:-251;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        f'mso-position-vertical:center;mso-position-vertical-relative:page" fillcolor="#{colour}" '
        'stroked="f"><v:fill opacity=".08"/>'
        f'<v:textpath trim="t" style="font-family:&quot;Noto Sans&quot;;font-weight:bold;font-size:1pt" '
        f'string="{letters}"/>'
        "</v:shape></w:pict>"
    )
