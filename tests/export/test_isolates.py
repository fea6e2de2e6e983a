"""Names from right to left beside each other: each keeps its own direction and its place."""

from io import BytesIO

import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from planner.export.bidi import bidi_levels
from planner.export.docx_runs import run_elements
from planner.export.fonts import Face
from planner.export.isolates import END, LEFT_TO_RIGHT, RIGHT_TO_LEFT, isolated, without_isolates
from planner.export.look import Look
from planner.export.paper_parts import Emphasis, PaperParts, Paragraph, Run
from planner.export.paper_pdf import paper_pdf_bytes
from planner.export.placing import placed
from planner.export.structure import Element
from planner.export.text_layout import Run as StyledRun
from planner.export.text_layout import Style, width_of, wrap
from tests.export.pdf_structure import structure

HEBREW = "\u05d0\u05e8\u05d2\u05d5\u05df"
ARABIC = "\u062f\u0648\u0644\u0629"
PLAIN = Style(Face.REGULAR, 10.0, (0, 0, 0))


def test_a_value_is_isolated_in_the_direction_of_its_first_letter_and_latin_ones_stay_as_they_are() -> None:
    assert [isolated(text) for text in ("Examplia", "Ελλάδα", HEBREW, f"7 {HEBREW}", f"Mr. {HEBREW}")] == [
        "Examplia",
        "Ελλάδα",
        f"{RIGHT_TO_LEFT}{HEBREW}{END}",
        f"{RIGHT_TO_LEFT}7 {HEBREW}{END}",
        f"{LEFT_TO_RIGHT}Mr. {HEBREW}{END}",
    ]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("[אב], [ג]", "0110,0010"),
        ("a [אב] (b)", "0001100000"),
        ("[א 12]", "011220"),
        ("[אב ab]", "0111220"),
        ("{Mr. א}", "0222230"),
        ("[א {b א} א]", "01112231110"),
        ("[אב", "011"),
    ],
)
def test_what_is_isolated_does_not_turn_what_stands_around(text: str, levels: str) -> None:
    real = text.translate(str.maketrans("[]{}", f"{RIGHT_TO_LEFT}{END}{LEFT_TO_RIGHT}{END}"))
    assert "".join(map(str, bidi_levels(real))) == levels.replace(",", "0")


def stretches(*texts: str) -> list[str]:
    """The texts of one line as they stand from left to right."""
    return [word.text for word in placed([StyledRun(text, PLAIN) for text in texts], 0.0, 0.0)]


def test_two_names_from_right_to_left_keep_their_places_in_the_line() -> None:
    assert stretches(isolated(ARABIC), " · ", isolated(HEBREW), " (to be confirmed)") == [
        ARABIC, " · ", HEBREW, " (to be confirmed)",
    ]  # fmt: skip


def test_each_name_is_read_aloud_for_itself_in_its_language() -> None:
    paragraph = Paragraph((Run(f"{isolated(ARABIC)}, {isolated(HEBREW)} · b", Emphasis.PLAIN),))
    data = paper_pdf_bytes(PaperParts("", "Review", "", (paragraph,)), Look()).data
    reader = PdfReader(BytesIO(data))
    assert [node.text for node in structure(reader).of_kind("Span")] == [ARABIC, HEBREW]
    root = Element("P")
    list(placed([StyledRun(f"{isolated(ARABIC)}, {isolated(HEBREW)}", PLAIN)], 0.0, 0.0, root))
    assert [child.language for child in root.children if isinstance(child, Element)] == ["ar", "he"]


def test_words_in_other_letters_carry_their_language() -> None:
    root = Element("P")
    texts = [word.text for word in placed([StyledRun("Ms. Ελένη Παπά, Союз, 李 b", PLAIN)], 0.0, 0.0, root)]
    assert texts == ["Ms. ", "Ελένη Παπά", ", ", "Союз", ", ", "李", " b"]
    assert [child.language for child in root.children if isinstance(child, Element)] == ["el", "ru", "zh"]


def test_isolates_take_no_room() -> None:
    assert width_of(isolated(HEBREW), PLAIN) == width_of(HEBREW, PLAIN)


def test_a_name_that_goes_on_in_the_next_line_keeps_its_direction_there() -> None:
    name = f"{HEBREW} abc {HEBREW}"
    width = width_of(f"{HEBREW} abc", PLAIN) + 1
    lines = ["".join(run.text for run in line) for line in wrap([StyledRun(f"{isolated(name)}, b", PLAIN)], width)]
    assert lines == [f"{RIGHT_TO_LEFT}{HEBREW} abc{END}", f"{RIGHT_TO_LEFT}{HEBREW}{END}, b"]


def test_in_word_marks_that_it_knows_stand_for_isolates() -> None:
    runs = (Run(f"{isolated(HEBREW)}, {isolated(ARABIC + ' 7')}"),)
    texts = [words.text for made in run_elements(runs, {}) for words in made.iter(qn("w:t"))]
    assert "".join(texts) == f"{HEBREW}\u200e, \u202b{ARABIC} 7\u202c\u200e"
    assert texts[0] == HEBREW


def test_isolates_can_be_taken_out() -> None:
    assert without_isolates(isolated(HEBREW)) == HEBREW
