import random

from planner.export.fonts import Face
from planner.export.text_layout import Run, Style, shorten, width_of, wrap

PLAIN = Style(Face.REGULAR, 10.0, (0, 0, 0))
STRONG = Style(Face.BOLD, 10.0, (0, 0, 0))


def texts(runs: list[Run], width: float) -> list[str]:
    return ["".join(run.text for run in line) for line in wrap(runs, width)]


def test_words_fill_lines_and_none_is_wider_than_allowed() -> None:
    chance = random.Random(7)
    for _try in range(200):
        words = ["x" * chance.randint(1, 30) for _word in range(20)]
        runs = [Run(f"{word} ", chance.choice((PLAIN, STRONG))) for word in words]
        lines = wrap(runs, 100.0)
        assert max(sum(width_of(run.text, run.style) for run in line) for line in lines) <= 100.01
        assert "".join(run.text for line in lines for run in line).replace(" ", "") == "".join(words)


def test_line_breaks_are_kept() -> None:
    assert texts([Run("one\n\ntwo three", PLAIN)], 500.0) == ["one", "", "two three"]


def test_no_text_makes_no_line() -> None:
    assert wrap([Run("", PLAIN)], 100.0) == []


def test_a_word_wider_than_the_line_is_broken_inside() -> None:
    lines = texts([Run("w" * 30, PLAIN)], 50.0)
    assert "".join(lines) == "w" * 30
    assert {len(line) for line in lines[:-1]} == {int(50.0 / width_of("w", PLAIN))}


def test_a_line_too_narrow_for_one_letter_still_holds_one() -> None:
    assert texts([Run("abc", PLAIN)], 0.5) == ["a", "b", "c"]


def test_what_belongs_together_moves_to_the_next_line_whole() -> None:
    width = width_of("Portugal (to be", PLAIN) + 1
    runs = [Run("Portugal", PLAIN), Run(" (to be named)", STRONG, together=True)]
    assert texts(runs, width) == ["Portugal", "(to be named)"]


def test_neighbours_of_one_style_are_one_run() -> None:
    assert wrap([Run("a b", PLAIN), Run(" c", PLAIN), Run(" d", STRONG)], 100.0) == [
        (Run("a b c", PLAIN), Run(" d", STRONG))
    ]


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    short = shorten("Draft 3,\nas of a very long moment", PLAIN, 80.0)
    assert short == "Draft 3, as of a…"
    assert width_of(short, PLAIN) <= 80.0
    assert shorten("Draft 3", PLAIN, 80.0) == "Draft 3"


def test_what_belongs_together_is_wrapped_by_words_when_no_line_holds_it() -> None:
    width = width_of("Minister of", PLAIN) + 1
    assert texts([Run("Minister of Examples", PLAIN, together=True)], width) == ["Minister of", "Examples"]
