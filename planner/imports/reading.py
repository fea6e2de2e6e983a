"""Any file, or pasted text -> sheets: its content decides how it is read, not its name."""

import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile, is_zipfile

from defusedxml import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from planner.errors import FileProblem, ImportProblem
from planner.export.progress import CancelFlag, Progress, Steps
from planner.imports.limits import MOST_ROWS, check_size, check_zip, damaged
from planner.imports.opendocument import CONTENT, read_opendocument
from planner.imports.spreadsheets import read_workbook
from planner.imports.tables import Sheet
from planner.imports.text import decode, read_text
from planner.wording import say

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE 2: .xls, and files with a password
_ZIP_ENDINGS = frozenset({".xlsx", ".xlsm", ".ods"})
_DAMAGE = (
    BadZipFile, LargeZipFile, zlib.error, ParseError, DefusedXmlException, InvalidFileException,
    KeyError, ValueError, TypeError, IndexError, EOFError, NotImplementedError, RuntimeError, AttributeError,
)  # fmt: skip
"""What zipfile, openpyxl and the XML parser raise for files that are not as they should be."""


def read_sheets(path: Path, *, report: Progress | None = None, cancel: CancelFlag | None = None) -> tuple[Sheet, ...]:
    """The sheets of a .xlsx, .ods or text file that hold anything; never none.

    ``report`` hears of the rows read so far. Raises FileProblem, ImportProblem, Cancelled.
    """
    steps = Steps(MOST_ROWS, report, cancel)
    try:
        check_size(path.name, path.stat().st_size)
        sheets = _read(path, steps)
    except OSError as problem:
        raise FileProblem(
            say("“{name}” cannot be read ({reason}). Choose another file.", name=path.name, reason=problem.strerror)
        ) from problem
    if not any(sheet.rows for sheet in sheets):
        raise _empty(path.name)
    return sheets


def read_pasted(text: str, *, report: Progress | None = None, cancel: CancelFlag | None = None) -> tuple[Sheet, ...]:
    """One sheet of text from the clipboard. Raises ImportProblem, Cancelled."""
    name = say("Pasted text")
    check_size(name, len(text))
    sheet = read_text(name, text, Steps(MOST_ROWS, report, cancel))
    if not sheet.rows:
        raise _empty(name)
    return (sheet,)


def _read(path: Path, steps: Steps) -> tuple[Sheet, ...]:
    if is_zipfile(path):
        return _read_zip(path, steps)
    content = path.read_bytes()
    if content.startswith(_OLD_OFFICE):
        raise ImportProblem(
            say("“{name}” is an old .xls file or has a password. Save it as .xlsx and import that.", name=path.name)
        )
    if path.suffix.casefold() in _ZIP_ENDINGS and content:
        raise damaged(path.name)
    return (read_text(path.name, decode(path.name, content), steps),)


def _read_zip(path: Path, steps: Steps) -> tuple[Sheet, ...]:
    try:
        with ZipFile(path) as archive:
            check_zip(path, archive)
            if CONTENT in archive.namelist():
                return read_opendocument(path, archive, steps)
            return read_workbook(path, archive, steps)
    except _DAMAGE as problem:
        raise damaged(path.name) from problem
    except OSError as problem:
        if problem.errno is None:  # openpyxl's own, for an archive that holds no workbook
            raise damaged(path.name) from problem
        raise


def _empty(name: str) -> ImportProblem:
    return ImportProblem(say("“{name}” is empty. Choose a file with a heading row and rows below it.", name=name))
