"""Names in seven scripts come back as they were written when other programs copy the text of a paper."""

import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from planner.export.isolates import isolated
from planner.export.look import Look
from planner.export.paper_parts import PaperParts, body
from planner.export.paper_pdf import paper_pdf_bytes
from planner.export.turned_words import is_turned_as_drawn, turned, would_turn_with
from tests.export.pdf_structure import marked_content, structure

HEBREW = "\u05db\u05d4\u05df"
ALEPH, BETH = "\u05d0", "\u05d1"
LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"

WORDS = (
    "\u05d9\u05e2\u05dc",
    "\u05d1\u05df\u05be\u05d2\u05d5\u05e8\u05d9\u05d5\u05df",
    "\u0627\u0644\u0627\u062e\u062a\u0628\u0627\u0631",
    "\u0644\u064a\u0644\u0649",
    "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646",
    "Արմեն Սարգսյան-Լի",
    "გიორგი მაისურაძე",
    "Ελένη Παπά-Νίκου",
    "Қайрат Әбен-Ұлы",
    "王小明",
    "Łukasz Żółć-Gęślą",
)
"""Every program finds these, also among Latin words: PDFium loses the order of several Hebrew or Arabic ones there."""

NAMES = (
    *WORDS,
    "\u05d9\u05e2\u05dc \u05d1\u05e8\u05e7",
    "\u05e0\u05d5\u05e2\u05d4 \u05db\u05d4\u05df-\u05dc\u05d5\u05d9",
    "\u05d3\u05f4\u05e8 \u05e6\u05f3\u05e8\u05dc\u05d9",
    "\u05d9\u05e2\u05dc (\u05d9\u05e9\u05e8\u05d0\u05dc)",
    "\u05d0\u05d5\u05dc\u05dd 12",
    "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd",
    "\u05db\u05d4\u05df, \u05d9\u05e2\u05dc",
    "\u05d0. \u05d1. \u05db\u05d4\u05df",
    "\u05d0\u05d1/\u05d2\u05d3",
    "\u0633\u0644\u0627\u0645 \u0627\u0644\u0623\u0645\u0644",
    "\u0622\u0644-\u0633\u0639\u0648\u062f",
    "\u0639\u0644\u064a (\u0645\u0635\u0631)",
    "\u0642\u0627\u0639\u0629 \u0661\u0662",
    "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",
    "\u0639\u0644\u064a\u060c \u0645\u0635\u0631",
    "\u0639\u0644\u064a (UNECE) \u0633\u0627\u0644\u0645",
    "\u0645\u06cc\u200c\u0634\u0648\u062f",
    "\u00ab\u0627\u0644\u0628\u064a\u062a\u00bb",
)
NAMES_FOR_PDFIUM_ALONE = tuple(name for name in NAMES if not any(sign in name for sign in "\u05b8\u064f\u200cU"))

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Poppler is not installed")


def pdf_of(lines: list[str]) -> bytes:
    """A paper of those lines, most of whose letters are Latin as on the papers of a meeting."""
    texts = [text for line in lines for text in ("Words in Latin letters between the names of people", line)]
    return paper_pdf_bytes(PaperParts("", "Speakers", "", tuple(map(body, texts))), Look()).data


def lines_found(text: str) -> list[str]:
    """Without the marks of direction that nobody sees, in which readers differ."""
    seen = "".join(sign for sign in text if sign == "\u200c" or sign in "\r\n" or unicodedata.category(sign) != "Cf")
    return [unicodedata.normalize("NFC", line.strip()) for line in seen.splitlines()]


def pdfium_finds(lines: list[str]) -> set[str]:
    document = pypdfium2.PdfDocument(pdf_of(lines))
    return {line for page in document for line in lines_found(page.get_textpage().get_text_bounded())}


def missed(lines: list[str], found: set[str]) -> list[str]:
    return [line for line in lines if unicodedata.normalize("NFC", line) not in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ALEPH + BETH, f"{BETH}{ALEPH}{LEFT_MARK}"),
        (f"{ALEPH} {BETH}", f"{BETH} {ALEPH}{LEFT_MARK}"),
        (f"{ALEPH}-{BETH}", f"{ALEPH}-{BETH}{LEFT_MARK}"),
        (f"{HEBREW} 12", f"{HEBREW[::-1]}{LEFT_MARK} 12"),
        (f"12 {HEBREW}", f"12 {HEBREW[::-1]}{LEFT_MARK}"),
        (f"{ALEPH} ({BETH})", f"{BETH}( {ALEPH}{LEFT_MARK})"),
        (f"{ALEPH}\u05b8", f"{RIGHT_MARK}\u05b8{ALEPH}{LEFT_MARK}"),
        ("Latin (12)", "Latin (12)"),
    ],
)
def test_poppler_is_told_what_it_turns_into_the_text(text: str, found: str) -> None:
    assert turned(text) == found


@pytest.mark.parametrize(
    ("text", "is_so"), [(f"{ALEPH} {BETH}", True), (f"{ALEPH}-{BETH}", False), (f"{ALEPH}\u05b8{BETH}", False)]
)
def test_poppler_needs_telling_of_signs_among_letters(text: str, is_so: bool) -> None:
    assert is_turned_as_drawn(text) is is_so


@pytest.mark.parametrize(("text", "is_so"), [(", a", False), (" (a)", True), ("a", False), ("", False)])
def test_what_follows_is_parted_where_poppler_would_turn_it_round_too(text: str, is_so: bool) -> None:
    assert would_turn_with(text) is is_so


@needs_poppler
def test_poppler_finds_names_in_seven_scripts_alone_and_among_latin_words(tmp_path: Path) -> None:
    lines = [
        text
        for name in NAMES
        for text in (name, f"Ms. {isolated(name)}, Minister", f"{isolated(name)} (to be confirmed)")
    ]
    path = tmp_path / "names.pdf"
    path.write_bytes(pdf_of(lines))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert missed(["".join(lines_found(line)) for line in lines], set(lines_found(text))) == []


def test_all_that_is_drawn_is_marked_where_such_a_name_ends_a_line() -> None:
    words = " ".join([f"{ALEPH}-{BETH}"] * 200)
    reader = PdfReader(BytesIO(pdf_of([words])))
    drawn = [mark for page in reader.pages for mark in marked_content(page, reader)]
    owners = [number for node in structure(reader).walk() for _page, number in node.marks]
    assert sorted(number for _tag, number in drawn if number is not None) == sorted(owners)


def test_names_in_seven_scripts_give_the_same_bytes_each_time() -> None:
    assert pdf_of(list(NAMES)) == pdf_of(list(NAMES))


def test_pdfium_finds_words_in_seven_scripts_among_latin_words() -> None:
    lines = [f"Ms. {name}, Minister" for name in WORDS]
    assert missed(lines, pdfium_finds(lines)) == []


def test_pdfium_finds_names_in_seven_scripts_that_stand_alone() -> None:
    assert missed(list(NAMES_FOR_PDFIUM_ALONE), pdfium_finds(list(NAMES_FOR_PDFIUM_ALONE))) == []
