"""Two hundred personal sheets, each a PDF, a calendar file and an e-mail draft, and one PDF of all."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from planner.export.agenda_paper import AgendaOptions
from planner.export.sheets import write_sheets
from planner.models.agenda import Agenda
from tests.building import make_agenda, person, roundtable, seat

PEOPLE, SESSIONS, RUNS = 200, 20, 3
ZONES = ("America/Toronto", "Asia/Bishkek", "Europe/Zurich", "Asia/Vladivostok", "Asia/Kathmandu")


def many_speakers() -> Agenda:
    """Two hundred people in five zones with two seats each."""
    sessions = [roundtable(1 + number, 600 + number % 10 * 30, 30, day=1 + number // 10) for number in range(SESSIONS)]
    people = [
        replace(person(number, f"Given{number}", f"Family{number}"), zone=ZONES[number % len(ZONES)])
        for number in range(1, PEOPLE + 1)
    ]
    seats = [
        seat(1 + 2 * number + half, 1 + (number + half * 7) % SESSIONS, person=1 + number)
        for number in range(PEOPLE)
        for half in (0, 1)
    ]
    return make_agenda(sessions=sessions, people=people, seats=seats)


def measure() -> dict[str, float]:
    """The least of a few runs in seconds, on disk."""
    agenda, options = many_speakers(), AgendaOptions(as_of=datetime(2020, 11, 5, 18))
    with TemporaryDirectory() as name:
        taken = []
        for run in range(RUNS):
            start = perf_counter()
            write_sheets(agenda, (), options, Path(name, str(run)))
            taken.append(perf_counter() - start)
    return {"sheets_s": min(taken), "slowest_s": max(taken)}
