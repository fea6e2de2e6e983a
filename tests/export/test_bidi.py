import pytest

from planner.export.bidi import bidi_levels, is_right_to_left, mirrored, visual_order

HEBREW = "\u05d0\u05d1\u05d2"
ARABIC = "\u0627\u0628\u062a"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("abc", "000"),
        (HEBREW, "111"),
        (f"a {HEBREW} b", "0011100"),
        (f"{HEBREW} {HEBREW}", "1111111"),
        (f"{HEBREW}, b", "111000"),
        (f"{HEBREW} 12", "111122"),
        (f"{ARABIC} 1,5", "1111222"),
        (f"a 12 {HEBREW}", "00000111"),
        (f"{HEBREW} ({HEBREW})", "111111111"),
        (f"a ({HEBREW})", "0001110"),
        (f"{HEBREW} (a)", "1110000"),
        (f"{HEBREW} 10%", "1111222"),
    ],
)
def test_each_character_gets_its_direction(text: str, levels: str) -> None:
    assert "".join(map(str, bidi_levels(text))) == levels


def test_right_to_left_items_stand_in_reverse_and_numbers_inside_them_do_not() -> None:
    assert visual_order([0, 1, 2, 2, 1, 0]) == [0, 4, 2, 3, 1, 5]


def test_brackets_turn_their_faces() -> None:
    assert mirrored("(a) «b» [c]") == ")a( »b« ]c["


@pytest.mark.parametrize(("text", "is_so"), [("Latin 12", False), (f"a {HEBREW}", True), (ARABIC, True)])
def test_right_to_left_writing_is_noticed(text: str, is_so: bool) -> None:
    assert is_right_to_left(text) is is_so
