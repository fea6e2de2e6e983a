"""The moment a zone is chosen for: the meeting's first opening."""

from planner.models.records import Day
from planner.zones.asked import meeting_start, start_on
from tests.building import make_agenda


def test_the_first_opening_of_the_earliest_day_is_the_start() -> None:
    days = [Day(1, "2020-11-13"), Day(2, "2020-11-12")]
    start = meeting_start(make_agenda(days=days))
    assert (start.moment.isoformat(), start.day.isoformat()) == ("2020-11-12T09:00:00+00:00", "2020-11-12")
    assert start.is_planned


def test_a_meeting_without_days_has_no_start_yet() -> None:
    assert not meeting_start(make_agenda(days=[], windows=[])).is_planned


def test_an_hour_that_the_clocks_skip_has_a_start_all_the_same() -> None:
    assert start_on("Europe/Zurich", "2020-03-29", 150).moment.isoformat() == "2020-03-29T00:30:00+00:00"
