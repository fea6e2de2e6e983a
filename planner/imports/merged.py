"""Cells merged over several rows or columns: their value counts for each of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl.utils import range_boundaries

from planner.imports.limits import MOST_COLUMNS

_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(rb'mergeCell [^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_LONGEST = 1_000
"""Rows; a longer rectangle spans the sheet and means nothing."""
_CHUNK_BYTES = 1_000_000
_MOST_BYTES = 500_000


class Merged(NamedTuple):
    """A rectangle of cells, ends included, numbered from 1."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def merged_cells(archive: ZipFile) -> Mapping[str, tuple[Merged, ...]]:
    """Sheet title -> its merged cells; those that span a whole sheet are left out."""
    return {title: _ranges(archive, part) for title, part in sheet_parts(archive).items()}


def sheet_parts(archive: ZipFile) -> Mapping[str, str]:
    """Sheet title -> the file of the archive that holds it."""
    names = frozenset(archive.namelist())
    if not {_BOOK, _LINKS} <= names:
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in _elements(archive, _LINKS, "Relationship")}
    parts = {
        sheet.get("name", ""): _part(targets.get(_relation(sheet), "")) for sheet in _elements(archive, _BOOK, "sheet")
    }
    return {title: part for title, part in parts.items() if part in names}


def _relation(sheet: Element) -> str:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def _ranges(archive: ZipFile, part: str) -> tuple[Merged, ...]:
    found = (
        Merged(*(bound or 0 for bound in range_boundaries(ref.decode())))
        for ref in _REFERENCE.findall(_tail(archive, part))
    )
    return tuple(merged for merged in found if all(merged) and merged.last_row - merged.first_row < _LONGEST)


def _tail(archive: ZipFile, part: str) -> bytes:
    """What follows the rows of a sheet, where merged cells are listed; reading all rows as XML again would be slow."""
    kept = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            kept += chunk
            start = kept.find(b"mergeCells")
            if start < 0:
                kept = kept[-len(b"mergeCells") :]
            else:
                return kept[start:] + stream.read(_MOST_BYTES)
    return b""


def _elements(archive: ZipFile, part: str, name: str) -> Iterator[Element]:
    """The elements of this name in a small part."""
    with archive.open(part) as stream:
        for _event, element in iterparse(stream):
            if element.tag.endswith(f"}}{name}"):
                yield element


def filled(rows: Iterable[tuple[int, list[str]]], merged: Iterable[Merged]) -> Iterator[tuple[int, list[str]]]:
    """Rows in which each merged cell holds the value of its first one."""
    starting: dict[int, list[Merged]] = {}
    for rectangle in merged:
        starting.setdefault(rectangle.first_row, []).append(rectangle)
    open_now: list[tuple[Merged, str]] = []
    for number, cells in rows:
        open_now = [(rectangle, text) for rectangle, text in open_now if rectangle.last_row >= number]
        open_now += [(rectangle, _first(rectangle, cells)) for rectangle in starting.get(number, ())]
        if any(cells):
            _fill(number, cells, open_now)
        yield number, cells


def _first(rectangle: Merged, cells: list[str]) -> str:
    return cells[rectangle.first_column - 1] if rectangle.first_column <= len(cells) else ""


def _fill(number: int, cells: list[str], rectangles: Iterable[tuple[Merged, str]]) -> None:
    for rectangle, text in rectangles:
        if text and number > rectangle.first_row:
            cells += [""] * (min(rectangle.last_column, MOST_COLUMNS) - len(cells))
        for index in range(rectangle.first_column - 1, min(rectangle.last_column, len(cells))):
            cells[index] = cells[index] or text
