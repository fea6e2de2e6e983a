"""Wall-clock minutes, durations and dates: read, written, rounded."""

from datetime import date

import pytest

from planner.clock import format_minute, format_span, parse_date, parse_duration, parse_minute, snap


@pytest.mark.parametrize(
    ("minute", "text"), [(0, "00:00"), (5, "00:05"), (585, "09:45"), (940, "15:40"), (1439, "23:59"), (1440, "24:00")]
)
def test_a_minute_is_written_with_two_digits_each(minute: int, text: str) -> None:
    assert format_minute(minute) == text
    assert parse_minute(text) == minute


def test_a_span_has_an_en_dash() -> None:
    assert format_span(600, 690) == "10:00\u201311:30"
    assert format_span(0, 1440) == "00:00\u201324:00"


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("9:45", 585),
        ("09:45", 585),
        ("9.45", 585),
        ("9h45", 585),
        ("9H45", 585),
        ("9 : 45", 585),
        ("945", 585),
        ("0945", 585),
        ("  0945 ", 585),
        ("9", 540),
        (" 15 ", 900),
        ("00", 0),
        ("24", 1440),
        ("24:00", 1440),
        ("2400", 1440),
    ],
)
def test_a_clock_time_is_read_in_every_usual_form(text: str, minute: int) -> None:
    assert parse_minute(text) == minute


@pytest.mark.parametrize(
    "text",
    ["", " ", "25", "24:01", "9:60", "0960", "9:4", "9:456", "-1", "+9", "9:-5", "noon", "9 pm", "09:45:00", "12345"],
)
def test_what_is_no_clock_time_is_none(text: str) -> None:
    assert parse_minute(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("75", 75),
        ("75 min", 75),
        ("75min", 75),
        ("75 min.", 75),
        ("75 MIN", 75),
        ("75m", 75),
        ("75'", 75),
        ("1 h 15", 75),
        ("1h15", 75),
        ("1 h 15 min", 75),
        ("1:15", 75),
        ("1 h", 60),
        ("2H", 120),
        (" 0 ", 0),
        ("1 h 90", 150),
    ],
)
def test_a_duration_is_read_in_every_usual_form(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["", " ", "h", "min", "-5", "1.5 h", "an hour", "1 h 15 s", "12345"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None


def test_a_date_is_read_from_iso_text() -> None:
    assert parse_date("2020-11-12") == date(2020, 11, 12)
    assert parse_date("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["", "2020-02-30", "12.11.2020", "2020-11", "Thursday"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("minute", "step", "origin", "snapped"),
    [
        (602.4, 5, 0, 600),
        (602.6, 5, 0, 605),
        (600, 5, 0, 600),
        (-3.0, 5, 0, -5),
        (617, 15, 0, 615),
        (617, 15, 605, 620),
        (609, 10, 3, 613),
        (700.2, 1, 0, 700),
    ],
)
def test_a_minute_snaps_to_the_grid(minute: float, step: int, origin: int, snapped: int) -> None:
    result = snap(minute, step, origin)
    assert result == snapped
    assert type(result) is int
