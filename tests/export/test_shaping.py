import pytest

from planner.export.fonts import Face
from planner.export.shaping import is_plain, pieces_of, visual_stretches
from planner.export.text_layout import Run, Style, wrap

ARABIC = "\u0645\u062d\u0645\u062f"
HEBREW = "\u05dc\u05d0\u05d4"
ARMENIAN = "\u0540\u0580\u0561\u0576\u057f"
GEORGIAN = "\u10d2\u10d8\u10dd\u10e0\u10d2\u10d8"
CHINESE = "\u738b\u5c0f\u660e"


@pytest.mark.parametrize(
    ("text", "font"),
    [
        (ARABIC, "Planner-NotoSansArabic-Regular"),
        (HEBREW, "Planner-NotoSansHebrew-Regular"),
        (ARMENIAN, "Planner-NotoSansArmenian-Regular"),
        (GEORGIAN, "Planner-NotoSansGeorgian-Regular"),
        (CHINESE, "Planner-DroidSansFallbackFull"),
        ("Żółć", "Planner-Regular"),
        ("Ελένη", "Planner-Regular"),
        ("Қайрат", "Planner-Regular"),
    ],
)
def test_each_script_has_its_font(text: str, font: str) -> None:
    assert [(piece.font, piece.text) for piece in pieces_of(text, Face.REGULAR)] == [(font, text)]


def test_bold_names_are_bold_in_other_scripts_too() -> None:
    (piece,) = pieces_of(HEBREW, Face.SEMI_BOLD)
    assert piece.font == "Planner-NotoSansHebrew-Bold"


def test_arabic_letters_join() -> None:
    (word,) = pieces_of(ARABIC, Face.REGULAR)
    alone = [pieces_of(letter, Face.REGULAR)[0].glyphs[0].code for letter in ARABIC]
    assert [glyph.text for glyph in word.glyphs] == list(reversed(ARABIC))
    assert word.glyphs[-1].code != alone[0]


def test_a_mark_stands_for_itself_above_its_letter() -> None:
    (word,) = pieces_of("\u0634\u064f", Face.REGULAR)
    assert {glyph.text: glyph.advance for glyph in word.glyphs}["\u064f"] == 0.0
    assert sorted(glyph.text for glyph in word.glyphs) == ["\u0634", "\u064f"]


def test_a_mixed_line_stands_in_visual_order() -> None:
    text = f"Ms. {HEBREW} ({ARABIC}), Minister"
    assert [piece.text for piece in pieces_of(text, Face.REGULAR)] == [
        "Ms. ", ")", ARABIC, "(", f"{HEBREW} ", ", Minister"
    ]  # fmt: skip


def test_brackets_among_right_to_left_words_turn_their_faces() -> None:
    drawn = [piece.drawn for piece in pieces_of(f"{HEBREW} ({ARABIC})", Face.REGULAR)]
    assert drawn[0] == "("


def test_runs_of_one_line_share_its_direction() -> None:
    stretches = visual_stretches(["Ms. ", HEBREW, f" ({ARABIC})", "."])
    assert [(stretch.run, stretch.text, stretch.level) for stretch in stretches] == [
        (0, "Ms. ", 0), (2, f" ({ARABIC})", 1), (1, HEBREW, 1), (3, ".", 0)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "plain"), [("10:00–11:30", True), ("Żółć", True), (HEBREW, False), (CHINESE, False)])
def test_texts_of_noto_sans_take_the_short_way(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


def test_a_chinese_line_ends_after_any_sign_but_not_before_a_stop() -> None:
    style = Style(Face.REGULAR, 10.0, (0, 0, 0))
    lines = wrap([Run(f"{CHINESE}\u3002{CHINESE}", style)], 31.0)
    texts = ["".join(run.text for run in line) for line in lines]
    assert texts == [CHINESE[:2], f"{CHINESE[2]}\u3002{CHINESE[0]}", CHINESE[1:]]
