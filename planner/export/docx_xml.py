"""Short ways to make the XML of a Word file (ECMA-376, WordprocessingML)."""

import re
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Xml = Any
"""An element of lxml, which comes without types."""

TWIPS_A_POINT = 20

_CANNOT_STAND = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OTHER_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029]")


def element(tag: str, /, *children: Xml, **attributes: object) -> Xml:
    """``element("w:ind", left=20)`` -> <w:ind w:left="20"/>; attributes are of the ``w`` namespace."""
    made: Xml = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def drawable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _CANNOT_STAND.sub("", _OTHER_LINE_BREAKS.sub("\n", text))


def text_elements(text: str) -> list[Xml]:
    """Words, tabs and line breaks as they stand inside a run."""
    made: list[Xml] = []
    for piece in re.split("([\t\n])", drawable(text)):
        if piece == "\t":
            made.append(element("w:tab"))
        elif piece == "\n":
            made.append(element("w:br"))
        elif piece:
            words = element("w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")
            made.append(words)
    return made


def field(instruction: str, shown: str) -> Xml:
    """A field such as PAGE; ``shown`` stands there until the program that opens the file counts."""
    return element("w:fldSimple", element("w:r", *text_elements(shown)), instr=instruction)


def hexadecimal(colour: tuple[float, float, float]) -> str:
    """Parts from 0 to 1 -> "0B6BB5"."""
    return "".join(f"{round(part * 255):02X}" for part in colour)
