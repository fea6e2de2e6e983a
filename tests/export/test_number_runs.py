"""Long numbers in texts: telephone numbers of every shape are hidden in public, and nothing that is none."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from planner.export.profiles import Profile, redacted
from planner.resources import resource
from tests.building import make_agenda, session


def shown(text: str) -> str:
    """What is left of a text in public."""
    agenda = make_agenda(sessions=[replace(session(1, "First", 600), summary=text)])
    return redacted(agenda, Profile.PUBLIC).sessions[1].summary


@pytest.mark.parametrize(
    "text",
    [
        "044 668 18 11",
        "06 12 34 56 78",
        "07700 900123",
        "212-555-0199",
        "(212) 555-0199",
        "030 1234567",
        "600 123 456",
        "845 1234 5678",
        "9171234",
        "022/917.12.34",
        "06.12.34.56.78",
        "8 800 123 45 67",
        "0229171234",
        "917 1000",
        "0800 000 000",
        "1-800-123-4567",
        "2021 555 0199",
        "22 917 12 34",
        "91 71 23 4",
        "06.12.05.11.07",
        "022\u202f917\u00a012\u200934",
        "022\u2212917\u221212\u221234",
        "\u0660\u0662\u0662 \u0669\u0661\u0667 \u0661\u0662 \u0663\u0664",
    ],
)
def test_a_number_without_a_country_code_and_without_a_word_before_it_is_hidden(text: str) -> None:
    assert shown(text) == "(number on request)"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(022) 917 12 34", "(number on request)"),
        ("Anna (9171234), Ben", "Anna (number on request), Ben"),
        ("Ring (022 917 12 34, Anna)", "Ring ((number on request), Anna)"),
        ("at 10:00 022 917 12 34", "at 10:00 (number on request)"),
        ("5551234 10:30", "(number on request) 10:30"),
        ("044 668 18 11: Anna", "(number on request): Anna"),
        ("Call 022 917 12 34 on 12.11.2020, 10:00", "Call (number on request) on 12.11.2020, 10:00"),
        ("https://unece.zoom.us/j/84512345678", "(link on request)"),
        ("https://wa.me/41791234567", "(link on request)"),
    ],
)
def test_what_stands_beside_a_number_stays(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "2020-11-12",
        "12.11.2020",
        "12/11/2020",
        "12-13 November 2020, 10:00-15:40",
        "12-13.11.2020",
        "12.-13.11.2020",
        "12.11.-13.11.2020",
        "12.11.2020-13.11.2020",
        "2020-11-12/2020-11-13",
        "2020-11-12 10:00-11:30",
        "12.11.2020 10.00-11.30",
        "10.00-11.30",
        "10.00–11.30, 12.00–13.00",
        "10.00-11.30 12.00-13.30",
        "10:00–11:30 12.11.2020",
        "2018-2020",
        "2018–2020",
        "2018 / 2020",
        "2018/2020",
        "2019-20",
        "A/RES/73/195",
        "ECE/MP.PP/2020/3",
        "E/2020/100 and 2020/101",
        "E/ECE/TRANS/WP.29/1128",
        "A/CONF.231/3, paragraphs 12-15",
        "S/RES/1325 (2000)",
        "A/75/542 (2020) 2018-2020",
        "HRI/GEN/1/Rev.9 (Vol. I)",
        "1 000 000",
        "272 000 000",
        "1,234,567",
        "12 345 678",
        "600 000 000",
        "1.234.567",
        "In 2019 272 000 000 people moved",
        "281 641 432 migrants",
        "US$ 548 123 456",
        "CHF 12345678.50",
        "3.1415926",
        "0.1234567",
        "1234567.89",
        "46.2276 6.1401",
        "Objectives 2 5 6 12 18 20 21",
        "objectives: 2, 5, 6",
        "Objectives 4-8, 9-13, 21-23",
        "GE.20-12345(E)",
        "ISBN 978-92-1-116830-1",
        "https://digitallibrary.un.org/record/3837843",
        "undocs.org/A/RES/73/195",
        "https://unece.zoom.us/webinar/register/WN_1234567",
        "https://example.org/a?page=2",
        "UTC+1",
        "+5 000 000 km",
        "COVID-19 2020-2021",
        "20201112",
        "10 000 000-12 000 000",
        "Agenda 2030 2015-2030",
        "SDG 10.7 2020",
        "(2018-2020)",
        "12 November 2020, 10 a.m.-11.30 a.m.",
        "Roundtable 2, 13:40-15:10 CET (07:40-09:10 in Toronto)",
        "4/2020, 5/2020 2020-2021",
        "1 500 000 to 2 500 000",
        "12 / 11 / 2020",
        "phone 12 States",
        "20 per cent of 1 250 000",
        "12-13-11-2020",
        "30 October 2020 23:59",
    ],
)
def test_dates_hours_symbols_and_amounts_are_no_telephone_numbers(text: str) -> None:
    assert shown(text) == text


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def test_nothing_that_the_program_brings_is_taken_for_one() -> None:
    def read(path: str) -> str:
        return resource(path).read_text(encoding="utf-8")

    texts = [read(f"templates/{name}.txt") for name in ("invitation", "logistics")]
    for name in ("regional-review", "regional-review-sample"):
        texts += texts_in(json.loads(read(f"templates/{name}.json")))
    for name in ("gcm_objectives", "import_headings", "unece_member_states"):
        texts += read(f"data/{name}.csv").splitlines()
    assert [text for text in texts if shown(text) != text] == []
