"""Zones are found by what people call them in English, French and Russian, at the meeting's date."""

from collections.abc import Sequence

import pytest

from planner.local_times import local_time, utc_offset_minutes, zone_exists
from planner.zones.answers import ZoneAnswer
from planner.zones.asked import MeetingStart, start_on
from planner.zones.names import canonical, canonical_zones
from planner.zones.search import zone_search

NOVEMBER, JULY = start_on("Europe/Zurich", "2020-11-12"), start_on("Europe/Zurich", "2020-07-09")


def find(text: str, start: MeetingStart = NOVEMBER) -> ZoneAnswer:
    return zone_search().find(text, start)


def zones(text: str, start: MeetingStart = NOVEMBER) -> list[str]:
    return [match.zone for match in find(text, start).matches]


def headed(answer: ZoneAnswer) -> list[tuple[str, list[str]]]:
    return [(group.heading, [match.zone for match in group.matches]) for group in answer.groups]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Bishkek", "Asia/Bishkek"), ("Бишкек", "Asia/Bishkek"), ("bichkek", "Asia/Bishkek"),
        ("Kyrgyzstan", "Asia/Bishkek"), ("Kirghizistan", "Asia/Bishkek"), ("Киргизия", "Asia/Bishkek"),
        ("Kyrgyz Republic", "Asia/Bishkek"), ("KG", "Asia/Bishkek"), ("kgz", "Asia/Bishkek"),
        ("New York", "America/New_York"), ("Нью-Йорк", "America/New_York"), ("america/new_york", "America/New_York"),
        ("Almaty", "Asia/Almaty"), ("Алматы", "Asia/Almaty"), ("Алма-Ата", "Asia/Almaty"), ("Alma Ata", "Asia/Almaty"),
        ("Genève", "Europe/Zurich"), ("geneve", "Europe/Zurich"), ("Женева", "Europe/Zurich"),
        ("Zürich", "Europe/Zurich"), ("Royaume-Uni", "Europe/London"), ("UK", "Europe/London"),
        ("Lisbonne", "Europe/Lisbon"), ("Лиссабон", "Europe/Lisbon"), ("Türkiye", "Europe/Istanbul"),
        ("Turquie", "Europe/Istanbul"), ("Турция", "Europe/Istanbul"), ("São Paulo", "America/Sao_Paulo"),
        ("UTC", "UTC"),
    ],
)  # fmt: skip
def test_a_place_is_found_in_three_languages(text: str, zone: str) -> None:
    answer = find(text)
    assert (answer.matches[0].zone, answer.question) == (zone, "")


@pytest.mark.parametrize(
    ("text", "zone", "why"),
    [
        ("Asia/Calcutta", "Asia/Kolkata", "also listed as Asia/Calcutta"),
        ("Europe/Kiev", "Europe/Kyiv", "also listed as Europe/Kiev"),
        ("Saigon", "Asia/Ho_Chi_Minh", "also listed as Saigon"),
        ("US/Eastern", "America/New_York", "also listed as US/Eastern"),
        ("Genève", "Europe/Zurich", "Genève, Switzerland"),
        ("Киев", "Europe/Kyiv", "Киев"),
        ("Kyiv", "Europe/Kyiv", ""),
    ],
)
def test_an_older_or_other_name_leads_to_the_present_zone_and_says_so(text: str, zone: str, why: str) -> None:
    answer = find(text)
    assert (answer.only_zone, answer.matches[0].why) == (zone, why)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bish", "Asia/Bishkek"), ("биш", "Asia/Bishkek"), ("new yo", "America/New_York"), ("zuri", "Europe/Zurich"),
        ("zurich switz", "Europe/Zurich"), ("Geneva", "Europe/Zurich"), ("Bishkk", "Asia/Bishkek"),
        ("Zurch", "Europe/Zurich"), ("Ташкеннт", "Asia/Tashkent"), ("Kirgyzstan", "Asia/Bishkek"),
    ],
)  # fmt: skip
def test_beginnings_and_typing_errors_are_understood(text: str, first: str) -> None:
    assert zones(text)[0] == first


def test_what_is_only_begun_is_not_taken_for_sure() -> None:
    assert [find(text).only_zone for text in ("bish", "Bishkk", "Geneva", "Bishkek")] == [
        None, None, None, "Asia/Bishkek",
    ]  # fmt: skip


# -- offsets ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("UTC+6", 360), ("utc + 6", 360), ("+6", 360), ("GMT-5", -300), ("UTC\u22125", -300), ("+05:30", 330),
        ("+0545", 345), ("UTC+5.30", 330), ("-3:30", -210), ("UTC+0", 0), ("GMT+13", 780), ("UTC±0", 0),
    ],
)  # fmt: skip
def test_an_offset_finds_all_zones_that_have_it_on_the_meeting_s_date(text: str, minutes: int) -> None:
    expected = [zone for zone in canonical_zones() if offset_on("2020-11-12", zone) == minutes]
    assert sorted(zones(text)) == sorted(expected)


def offset_on(iso_date: str, zone: str) -> int:
    """At ten in the morning of Zurich, by the one converter."""
    return local_time("Europe/Zurich", iso_date, 600, zone).utc_offset_minutes


def test_an_offset_is_that_of_the_meeting_s_date() -> None:
    kept = [{"Europe/Zurich", "Europe/London"} & set(zones("UTC+1", start)) for start in (NOVEMBER, JULY)]
    assert kept == [{"Europe/Zurich"}, {"Europe/London"}]


@pytest.mark.parametrize("zone", ["Europe/Zurich", "America/New_York", "Asia/Kolkata", "Asia/Bishkek"])
def test_a_match_has_the_offset_of_the_date(zone: str) -> None:
    found = [find(zone, start).matches[0].offset_minutes for start in (NOVEMBER, JULY)]
    assert found == [utc_offset_minutes(zone, date, 720) for date in ("2020-11-12", "2020-07-09")]


def test_an_offset_that_nobody_keeps_says_so() -> None:
    answer = find("UTC+13:15")
    assert answer.groups == ()
    assert answer.nothing == "No zone is at UTC+13:15 on Thu 12 Nov. Type a city or a country."


@pytest.mark.parametrize("text", ["UTC+25", "+5:75", "6", "UTC+"])
def test_what_is_no_offset_is_not_read_as_one(text: str) -> None:
    assert [group.heading for group in find(text).groups if group.heading.endswith("12 Nov")] == []


# -- abbreviations ----------------------------------------------------------------------------------------------


def test_an_abbreviation_of_one_time_gives_its_zones_the_best_known_first() -> None:
    answer = find("EST")
    assert (answer.question, answer.groups[0].heading) == ("", "Eastern Standard Time")
    assert answer.groups[0].matches[0].zone == "America/New_York"


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("CST", [("Central Standard Time", "America/Chicago"), ("China Standard Time", "Asia/Shanghai"),
                 ("Cuba Standard Time", "America/Havana")]),
        ("ist", [("Irish Standard Time", "Europe/Dublin"), ("Israel Standard Time", "Asia/Jerusalem"),
                 ("India Standard Time", "Asia/Kolkata")]),
        ("PST", [("Pacific Standard Time", "America/Los_Angeles"), ("Philippine Standard Time", "Asia/Manila")]),
        ("BST", [("British Summer Time", "Europe/London"), ("Bangladesh Standard Time", "Asia/Dhaka"),
                 ("Brasilia Standard Time", "America/Araguaina")]),
    ],
)  # fmt: skip
def test_an_abbreviation_of_several_times_asks_which(text: str, meanings: Sequence[tuple[str, str]]) -> None:
    answer = find(text)
    assert answer.question == f"{text.upper()} stands for several times. Which is meant?"
    assert answer.only_zone is None
    found = [(group.heading, group.matches[0].zone) for group in answer.groups]
    assert found[: len(meanings)] == meanings


def test_arabian_time_is_among_the_meanings_of_ast() -> None:
    found = {heading: zones[0] for heading, zones in headed(find("AST"))}
    assert (found["Atlantic Standard Time"], found["Armenia Standard Time"]) == ("America/Halifax", "Asia/Yerevan")
    assert "Arabian Standard Time" in found


def test_an_abbreviation_of_the_other_season_says_what_is_worn_on_the_date() -> None:
    assert find("EDT").matches[0].why == "EST on the meeting's date, EDT half a year away"
    assert find("EDT", JULY).matches[0].why == ""


def test_places_that_begin_so_come_after_the_abbreviation() -> None:
    assert headed(find("EST"))[-1][0] == "Places that begin like EST"
    assert headed(find("EST"))[-1][1][0] == "Europe/Tallinn"


# -- places with several times ----------------------------------------------------------------------------------


def test_a_country_of_several_times_asks_which() -> None:
    answer = find("Russie")
    assert answer.question == "Russia has several time zones. Which is meant?"
    assert (len(answer.groups[0].matches), answer.only_zone) == (26, None)
    assert find("USA").question == "United States has several time zones. Which is meant?"


def test_a_region_of_such_a_country_asks_too() -> None:
    answer = find("California")
    assert answer.question == "California: United States has several time zones. Which is meant?"
    assert answer.matches[0].zone == "America/New_York"


def test_a_country_of_one_time_does_not_ask() -> None:
    assert find("Germany").question == ""
    assert zones("Germany") == ["Europe/Berlin", "Europe/Busingen"]


# -- what a match tells -----------------------------------------------------------------------------------------


def test_a_match_tells_the_place_and_the_start_there() -> None:
    match = find("Bishkek").matches[0]
    assert (match.city, match.country, match.offset_minutes) == ("Bishkek", "Kyrgyzstan", 360)
    assert (match.local.date.isoformat(), match.local.minute, match.local.day_shift) == ("2020-11-12", 900, 0)


@pytest.mark.parametrize(
    ("text", "date", "minute", "shift"),
    [("Auckland", "2020-11-12", 1320, 0), ("Honolulu", "2020-11-11", 1380, -1), ("Kiritimati", "2020-11-12", 1380, 0)],
)
def test_the_start_may_be_on_another_day(text: str, date: str, minute: int, shift: int) -> None:
    local = find(text).matches[0].local
    assert (local.date.isoformat(), local.minute, local.day_shift) == (date, minute, shift)


def test_nothing_found_says_what_to_try() -> None:
    answer = find("xyzzyq")
    assert answer.matches == ()
    assert answer.nothing == (
        "Nothing is called “xyzzyq”. Try a larger city nearby, the country, or an offset such as UTC+6."
    )


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed_says_what_to_type(text: str) -> None:
    assert find(text).nothing == (
        "Type a city, a country, an abbreviation or an offset, such as Bishkek, Kyrgyzstan, EST or UTC+6."
    )


@pytest.mark.parametrize("text", ["(", "\\", "a" * 500, "🙂", "\x00", "‮", "+", "-" * 50, "Ж" * 100, "%s {0}"])
def test_no_text_is_too_odd(text: str) -> None:
    assert find(text).only_zone is None


# -- all zones --------------------------------------------------------------------------------------------------


def test_every_zone_is_found_by_its_own_name_and_no_other_zone_is_first() -> None:
    wrong = [zone for zone in canonical_zones() if zone != "GMT" and find(zone).matches[0].zone != zone]
    assert wrong == []


def test_answers_hold_present_zones_only() -> None:
    assert [zone for zone in canonical_zones() if not zone_exists(zone) or canonical(zone) != zone] == []


def test_each_zone_stands_in_an_answer_once() -> None:
    for text in ("a", "s", "America", "UTC+1", "CST", "United", "Russia", "Europe"):
        found = zones(text)
        assert len(found) == len(set(found))
