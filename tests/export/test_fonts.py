import pytest

from planner.export.fonts import Face, drawable_text, font_of, missing_glyphs


def test_names_of_the_region_can_be_drawn() -> None:
    names = ["Łukasz Żółć", "Ελλάδα", "Кыргыз Республикасы", "Қазақстан", "Ðorđe", "Şükrü İğne", "Țară"]
    assert missing_glyphs(names) == []


@pytest.mark.parametrize("face", Face)
def test_each_face_holds_the_same_characters(face: Face) -> None:
    assert set(font_of(face).face.charToGlyph) == set(font_of(Face.REGULAR).face.charToGlyph)


def test_each_missing_sign_is_named_once() -> None:
    assert missing_glyphs(["𓀁𓀀𓀁", "plain 漢字", "Հայաստան", "ᚠ"]) == ["ᚠ", "𓀀", "𓀁"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("plain <b>&amp;</b>", "plain <b>&amp;</b>"),
        ("UTC\u22125", "UTC\u20135"),
        ("Zu\u0308rich", "Zürich"),
        ("one\r\ntwo\tthree", "one\ntwo three"),
        ("soft\u00adhyphen\u200b\ufeff\x07", "softhyphen"),
    ],
)
def test_text_is_made_drawable(text: str, drawn: str) -> None:
    assert drawable_text(text) == drawn
