import pytest

from planner.errors import InputProblem
from planner.export.agenda_styles import styles_for
from planner.export.look import DEFAULT_ACCENT, DateStyle, TimeStyle, date_words, span_words, time_words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (TimeStyle.COLON, "10:00–11:30"),
        (TimeStyle.POINT, "10.00–11.30"),
        (TimeStyle.HALF_DAYS, "10 a.m.–11.30 a.m."),
    ],
)
def test_hours_in_each_style(style: TimeStyle, words: str) -> None:
    assert span_words(600, 690, style) == words


@pytest.mark.parametrize(
    ("minute", "words"),
    [(0, "midnight"), (30, "12.30 a.m."), (720, "noon"), (750, "12.30 p.m."), (820, "1.40 p.m."), (1440, "midnight")],
)
def test_half_days_leave_no_doubt_at_noon_and_midnight(minute: int, words: str) -> None:
    assert time_words(minute, TimeStyle.HALF_DAYS) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (DateStyle.WEEKDAY, "Thursday, 12 November 2020"),
        (DateStyle.LONG, "12 November 2020"),
        (DateStyle.POINTS, "12.11.2020"),
        (DateStyle.ISO, "2020-11-12"),
    ],
)
def test_dates_in_each_style(style: DateStyle, words: str) -> None:
    assert date_words("2020-11-12", style) == words


def test_all_letters_grow_with_the_font_size() -> None:
    usual, large = styles_for(DEFAULT_ACCENT, 9), styles_for(DEFAULT_ACCENT, 12)
    assert (large.title.size, large.head.size) == (usual.title.size * 4 / 3, usual.head.size * 4 / 3)
    assert (usual.length(9.0), large.length(9.0)) == (9.0, 12.0)


def test_a_font_size_beyond_reading_is_brought_back() -> None:
    assert (styles_for(DEFAULT_ACCENT, 99), styles_for(DEFAULT_ACCENT, 1)) == (
        styles_for(DEFAULT_ACCENT, 14), styles_for(DEFAULT_ACCENT, 6)
    )  # fmt: skip


@pytest.mark.parametrize("accent", ["blue", "#12345", "#GGGGGG", ""])
def test_what_is_no_colour_is_said(accent: str) -> None:
    with pytest.raises(InputProblem) as caught:
        styles_for(accent, 9)
    assert caught.value.sentence == f"“{accent}” is no colour: write it as #0B6BB5, red, green and blue."


def test_a_light_accent_is_darkened_for_letters_alone() -> None:
    styles = styles_for("#FFDD00", 9)
    assert (styles.accent, styles.kicker.colour < styles.accent) == ((1.0, 0xDD / 255, 0.0), True)
