"""Runs of words for Word: their emphasis as a character style, and the language and direction of other scripts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from planner.export.bidi import is_right_to_left
from planner.export.docx_xml import Xml, element, text_elements
from planner.export.isolates import ISOLATES, RIGHT_TO_LEFT
from planner.export.no_breaks import NO_BREAK, SEPARATOR, kept_together
from planner.export.paper_parts import Emphasis, Run, Runs


class Script(NamedTuple):
    """Code points of a script; ``language`` is the one that a reader takes it for, ``slot`` where Word keeps that."""

    first: int
    last: int
    language: str
    slot: str


_SCRIPTS = (
    Script(0x0370, 0x03FF, "el-GR", "val"),
    Script(0x1F00, 0x1FFF, "el-GR", "val"),
    Script(0x0400, 0x052F, "ru-RU", "val"),
    Script(0x0530, 0x058F, "hy-AM", "val"),
    Script(0x0590, 0x05FF, "he-IL", "bidi"),
    Script(0x0600, 0x08FF, "ar-SA", "bidi"),
    Script(0x10A0, 0x10FF, "ka-GE", "val"),
    Script(0x1C90, 0x1CBF, "ka-GE", "val"),
    Script(0x2E80, 0x9FFF, "zh-CN", "eastAsia"),
    Script(0xF900, 0xFAFF, "zh-CN", "eastAsia"),
    Script(0xFB13, 0xFB17, "hy-AM", "val"),
    Script(0xFB1D, 0xFB4F, "he-IL", "bidi"),
    Script(0xFB50, 0xFDFF, "ar-SA", "bidi"),
    Script(0xFE70, 0xFEFF, "ar-SA", "bidi"),
    Script(0x20000, 0x3134F, "zh-CN", "eastAsia"),
)
_LATIN = Script(0, 0, "", "")

_ISOLATE = re.compile("([\u2066\u2067])([^\u2066-\u2069]*)\u2069")
_EMBEDDING = {False: "\u202a", True: "\u202b"}
_END_OF_EMBEDDING, _LEFT_TO_RIGHT_MARK = "\u202c", "\u200e"

_STYLES = {
    Emphasis.BOLD: "Strong",
    Emphasis.ITALIC: "Emphasis",
    Emphasis.SOFT: "Soft",
    Emphasis.OPEN: "Open",
    Emphasis.STRUCK: "Struck",
    Emphasis.ADDED: "Added",
}


def style_of(emphasis: Emphasis) -> str:
    """The name of the character style; "" for none."""
    return _STYLES.get(emphasis, "")


def run_elements(runs: Runs, style_ids: dict[str, str]) -> Iterator[Xml]:
    """The runs, each cut where its script changes; ``style_ids`` finds a style's id by its name."""
    for run in runs:
        style = style_of(run.emphasis)
        for script, text in _by_script(replace(run, text=_unparted(run.text))):
            yield _run(text, script, style_ids[style] if style else "")


def _unparted(text: str) -> str:
    """With no-break spaces where words belong together, and before the sign between two values, which ends a line."""
    return kept_together(text).replace(f" {SEPARATOR}", f"{NO_BREAK}{SEPARATOR}")


def _run(text: str, script: Script, style_id: str) -> Xml:
    properties = element("w:rPr")
    if style_id:
        properties.append(element("w:rStyle", val=style_id))
    if script.slot == "eastAsia":
        properties.append(element("w:rFonts", hint="eastAsia"))
    if script.slot == "bidi":
        properties.append(element("w:rtl"))
    if script.language:
        properties.append(element("w:lang", **{script.slot: script.language}))
    start = [properties] if len(properties) else []
    return element("w:r", *start, *text_elements(text))


def _embedded(match: re.Match[str]) -> str:
    """Word knows no isolates: an embedding where both directions meet, and a mark that keeps the next value apart."""
    direction, text = match.groups()
    if any(character.isalnum() and not is_right_to_left(character) for character in text):
        text = f"{_EMBEDDING[direction == RIGHT_TO_LEFT]}{text}{_END_OF_EMBEDDING}"
    return text + _LEFT_TO_RIGHT_MARK


def _by_script(run: Run) -> Iterator[tuple[Script, str]]:
    text = _ISOLATE.sub(_embedded, run.text) if any(sign in run.text for sign in ISOLATES) else run.text
    if text.isascii():
        yield _LATIN, text
        return
    scripts = _scripts(text)
    for script, group in groupby(range(len(text)), key=scripts.__getitem__):
        yield script, "".join(text[index] for index in group)


def _scripts(text: str) -> list[Script]:
    """A script a character; spaces and signs between two words of one script belong to it."""
    known = [_script_of(character) for character in text]
    before = _LATIN
    waiting: list[int] = []
    scripts: list[Script] = [_LATIN] * len(known)
    for index, script in enumerate(known):
        if script is None:
            waiting.append(index)
            continue
        scripts[index] = script
        if script is before:
            for neutral in waiting:
                scripts[neutral] = script
        before, waiting = script, []
    return scripts


def _script_of(character: str) -> Script | None:
    """None for spaces, signs and marks, which belong to what stands around them."""
    code = ord(character)
    found = next((script for script in _SCRIPTS if script.first <= code <= script.last), None)
    if found is not None:
        return _first_of(found)
    return _LATIN if unicodedata.category(character)[0] in "LN" or character == _LEFT_TO_RIGHT_MARK else None


def _first_of(found: Script) -> Script:
    """Blocks of one language are one script."""
    return next(script for script in _SCRIPTS if script.language == found.language)
