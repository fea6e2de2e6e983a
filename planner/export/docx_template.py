"""The Word template: opened, emptied, its styles found by name, completed and fitted to the look."""

import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsmap, qn
from lxml import etree

from planner.errors import FileProblem
from planner.export.agenda_styles import styles_for
from planner.export.docx_stories import keep_letterheads, take_out_ours, take_out_records
from planner.export.docx_styles import add_missing_styles
from planner.export.docx_xml import Xml, element, hexadecimal
from planner.export.look import DEFAULT_ACCENT, USUAL_FONT_SIZE, Look
from planner.resources import resource
from planner.wording import say

STYLES = (
    "Kicker", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3",
    "Normal", "Lead", "Note", "Small Heading", "List Bullet", "List Number", "Header", "Footer",
    "Table Text", "Table Line", "Table Lead", "Table Note", "Table Small Heading", "Table Head",
    "Table Bullet", "Table Number", "Paper Table", "Bar Table",
    "Strong", "Emphasis", "Soft", "Open", "Struck", "Added",
)  # fmt: skip
"""The names of the styles that the papers are written with; what a template lacks is taken from the program's."""

_USUAL_POINTS = 10.0
"""What Word takes where nothing is said."""

_SIZES = ("w:sz", "w:szCs")
_DEFAULT_ACCENT = DEFAULT_ACCENT.removeprefix("#")


class PaperTemplate:
    """An empty Word document in the look asked for."""

    def __init__(self, look: Look, language: str, path: Path | None = None) -> None:
        """Raises FileProblem for a template nobody can read, InputProblem for a bad accent."""
        self.document: Any = _opened(path or _own())
        self.body: Xml = self.document.element.body
        if path is not None:
            add_missing_styles(self.document, STYLES, _opened(_own()))
            take_out_ours(self.document)
            take_out_records(self.document)
            keep_letterheads(self.document)
        found = {style.name: style.style_id for style in self.document.styles}
        self.style_ids = {name: found[name] for name in STYLES}
        styles = styles_for(look.accent, look.font_size)
        self.accent, self.scale = hexadecimal(styles.accent), styles.scale
        _dress(self.document.styles.element, look)
        _speak(self.document.styles.element, language)
        for child in list(self.body):
            if child.tag != qn("w:sectPr"):
                self.body.remove(child)

    def points_of(self, style: str) -> float:
        """The size of letters in that style, its own or the one that it inherits."""
        styles: Xml = self.document.styles.element
        style_id: str | None = self.style_ids[style]
        while style_id is not None:
            found = styles.find(f'w:style[@w:styleId="{style_id}"]', nsmap)
            size = None if found is None else found.find("w:rPr/w:sz", nsmap)
            if size is not None:
                return int(size.get(qn("w:val"))) / 2
            parent = None if found is None else found.find("w:basedOn", nsmap)
            style_id = None if parent is None else parent.get(qn("w:val"))
        usual = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:sz", nsmap)
        return _USUAL_POINTS if usual is None else int(usual.get(qn("w:val"))) / 2

    def list_counted_anew(self, style: str) -> int | None:
        """The id of a list in that style's numbers that begins with 1; None where the style has no numbers."""
        linked = self.document.styles.element.find(f'.//w:style[@w:styleId="{self.style_ids[style]}"]//w:numId', nsmap)
        if linked is None:
            return None
        numbering = self.document.part.numbering_part.element
        number = numbering.find(f'w:num[@w:numId="{linked.get(qn("w:val"))}"]/w:abstractNumId', nsmap)
        if number is None:
            return None
        made = numbering.add_num(int(number.get(qn("w:val"))))
        made.append(element("w:lvlOverride", element("w:startOverride", val=1), ilvl=0))
        return int(made.numId)


def _own() -> Path:
    return resource("templates", "paper.docx")


def _opened(path: Path) -> Any:
    try:
        return Document(str(path))
    except PackageNotFoundError as failure:
        if not path.exists():
            raise FileProblem(say("There is no template {path}. Choose another.", path=path)) from failure
        raise _unreadable(path) from failure
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as failure:
        raise _unreadable(path) from failure


def _unreadable(path: Path) -> FileProblem:
    return FileProblem(say("“{name}” is no Word document. Choose a template that ends in .docx.", name=path.name))


def _dress(styles: Xml, look: Look) -> None:
    """The program's blue becomes the accent, and letters grow with the look's; a template's own colours stay."""
    chosen = styles_for(look.accent, look.font_size)
    legible, accent = hexadecimal(chosen.kicker.colour), hexadecimal(chosen.accent)
    for each in styles.iter():
        if each.tag == qn("w:color") and each.get(qn("w:val")) == _DEFAULT_ACCENT:
            each.set(qn("w:val"), legible)
        elif each.get(qn("w:color")) == _DEFAULT_ACCENT:
            each.set(qn("w:color"), accent)
        elif look.font_size != USUAL_FONT_SIZE:
            _enlarge(each, chosen.scale)


def _enlarge(each: Xml, scale: float) -> None:
    """Sizes of letters, and the places where text begins beside a label."""
    names = {qn("w:ind"): ("left", "hanging"), qn("w:tab"): ("pos",), **dict.fromkeys(map(qn, _SIZES), ("val",))}
    if each.tag == qn("w:tab") and each.get(qn("w:val")) != "left":
        return
    for name in names.get(each.tag, ()):
        if each.get(qn(f"w:{name}")) is not None:
            each.set(qn(f"w:{name}"), str(round(int(each.get(qn(f"w:{name}"))) * scale)))


def _speak(styles: Xml, language: str) -> None:
    """The language of all words that say no other."""
    properties = _child(_child(_child(styles, "w:docDefaults", 0), "w:rPrDefault", 0), "w:rPr", 0)
    spoken = properties.find(qn("w:lang"))
    if spoken is None:
        properties.append(element("w:lang", val=language))
    else:
        spoken.set(qn("w:val"), language)


def _child(parent: Xml, tag: str, place: int) -> Xml:
    found = parent.find(qn(tag))
    if found is None:
        found = element(tag)
        parent.insert(place, found)
    return found
