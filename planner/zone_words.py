"""What is said of an hour that clocks skip or repeat, and of a zone that nobody knows."""

from datetime import datetime

from planner.clock import format_minute
from planner.phrases import day_full
from planner.wording import say


def skipped_hour(city: str, wall: datetime) -> str:
    """Why a wall time of a night in spring cannot be used."""
    return say(
        "{time} does not exist in {city} on {day}: the clocks go forward. Choose another hour.",
        time=_clock(wall), city=city, day=day_full(wall.date().isoformat()),
    )  # fmt: skip


def repeated_hour(city: str, wall: datetime) -> str:
    """Why a wall time of a night in autumn cannot be used."""
    return say(
        "{time} comes twice in {city} on {day}: the clocks go back. Choose another hour.",
        time=_clock(wall), city=city, day=day_full(wall.date().isoformat()),
    )  # fmt: skip


def unknown_zone(name: str) -> str:
    """Why a name cannot be taken for a zone."""
    return say("There is no time zone “{zone}”. Choose one from the list, such as Europe/Zurich.", zone=name)


def _clock(wall: datetime) -> str:
    return format_minute(wall.hour * 60 + wall.minute)
