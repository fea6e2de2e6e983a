import threading

import pytest

from planner.export.progress import Cancelled, Steps


def test_every_step_is_reported() -> None:
    reports: list[tuple[int, int]] = []
    steps = Steps(3, lambda done, total: reports.append((done, total)))
    steps.advance()
    steps.reach(3)
    assert reports == [(1, 3), (3, 3)]


def test_a_raised_flag_stops_before_the_report() -> None:
    reports: list[int] = []
    stop = threading.Event()
    steps = Steps(2, lambda done, _total: reports.append(done), stop)
    steps.advance()
    stop.set()
    with pytest.raises(Cancelled):
        steps.advance()
    assert reports == [1]
