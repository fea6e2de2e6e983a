"""What a spot is refused for, and how that is said."""

import pytest

from planner.models.records import Spot, Window
from planner.rules.placing import why_refused
from tests.building import FRIDAY, PLENARY, THURSDAY, make_agenda

ONE_WINDOW = make_agenda()
TWO_WINDOWS = make_agenda(windows=[Window(1, THURSDAY, 600, 720), Window(2, THURSDAY, 720, 940)])


@pytest.mark.parametrize(
    ("start", "minutes", "reason"),
    [
        (600, 340, None),
        (910, 30, None),
        (910, 60, "Thu 12 Nov is open 10:00–15:40 CET; this would end at 16:10."),
        (570, 60, "Thu 12 Nov is open 10:00–15:40 CET; this would start at 09:30."),
        (540, 60, "Thu 12 Nov is open 10:00–15:40 CET; this would be 09:00–10:00."),
        (940, 10, "Thu 12 Nov is open 10:00–15:40 CET; this would be 15:40–15:50."),
        (570, 400, "Thu 12 Nov is open 10:00–15:40 CET; this would be 09:30–16:10."),
        (1410, 60, "Thu 12 Nov is open 10:00–15:40 CET; this would end after midnight."),
        (-30, 60, "Thu 12 Nov is open 10:00–15:40 CET; this would start on the day before."),
        (600, 0, "A session lasts at least 1 minute. Give a longer time."),
        (600, -5, "A session lasts at least 1 minute. Give a longer time."),
    ],
)
def test_a_session_lies_inside_the_hours_of_its_day(start: int, minutes: int, reason: str | None) -> None:
    assert why_refused(ONE_WINDOW, Spot(THURSDAY, start, PLENARY), minutes) == reason


@pytest.mark.parametrize(
    ("start", "minutes", "reason"),
    [
        (690, 30, None),
        (720, 30, None),
        (690, 60, "Thu 12 Nov is open 10:00–12:00 and 12:00–15:40 CET; this would end at 12:30."),
    ],
)
def test_a_session_lies_inside_one_window(start: int, minutes: int, reason: str | None) -> None:
    assert why_refused(TWO_WINDOWS, Spot(THURSDAY, start, PLENARY), minutes) == reason


def test_a_day_without_hours_takes_nothing() -> None:
    assert (
        why_refused(TWO_WINDOWS, Spot(FRIDAY, 600, PLENARY), 30)
        == "Fri 13 Nov has no open hours. Open the day first, or choose another one."
    )


def test_a_day_or_a_room_that_is_gone_is_said_so() -> None:
    assert (
        why_refused(ONE_WINDOW, Spot(9, 600, PLENARY), 30)
        == "This day is no longer in the meeting. Choose another day."
    )
    assert (
        why_refused(ONE_WINDOW, Spot(THURSDAY, 600, 9), 30)
        == "This room is no longer in the meeting. Choose another room."
    )
