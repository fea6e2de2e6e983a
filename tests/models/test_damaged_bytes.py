"""Bytes flipped at random: a file opens or is refused in a sentence, and so does every change to it."""

import random
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from planner.document import Document
from planner.errors import FileProblem
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.tables import EntityRow, MeetingRow, SeatRow, SessionRow
from tests.meetings import FIRST, make_meeting

FLIPS = 200


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with steps done and undone."""
    path = make_meeting(tmp_path_factory.mktemp("sound") / "meeting.agenda")
    document = Document.open(path)
    for change in (
        update(MeetingRow).values(title="Second title"),
        update(SeatRow).values(minutes=7),
        delete(SessionRow).where(SessionRow.id == FIRST),
        update(EntityRow).values(region="Europe"),
    ):
        with document.edit("Change") as rows:
            rows.execute(change)
    document.undo()
    document.undo()
    document.close()
    return path.read_bytes()


def flipped(sound: bytes, chance: random.Random) -> bytes:
    """One to eight bytes of the file changed, somewhere or side by side."""
    damaged = bytearray(sound)
    start, count = chance.randrange(len(damaged)), chance.randint(1, 8)
    together = chance.random() < 0.5
    for index in range(count):
        place = min(start + index, len(damaged) - 1) if together else chance.randrange(len(damaged))
        damaged[place] ^= chance.randint(1, 255)
    return bytes(damaged)


def look_at_all(agenda: Agenda) -> None:
    """What views ask of a picture must not stumble over its rows."""
    assert agenda.meeting.id in agenda.meeting_rows
    assert sum(len(agenda.sessions_on(day_id)) for day_id in agenda.days) == len(agenda.placed_sessions)
    assert {field.name for field in fields(agenda)} >= {"days", "seats"}
    for session in agenda.sessions.values():
        assert len(agenda.seats_of(session.id)) + len(agenda.objectives_of(session.id)) >= 0
    assert set(agenda.sessions_by_objective) <= set(agenda.objectives)
    for days in (agenda.days_in_order, agenda.rooms_in_order, agenda.rulers_in_order, agenda.sessions_to_place):
        assert len(days) <= len(agenda.days) + len(agenda.rooms) + len(agenda.rulers) + len(agenda.sessions)


def use(path: Path) -> int:
    """Open, change, undo, redo; returns how many of them were refused in a sentence."""
    refused = 0
    try:
        look_at_all(read_agenda(path))
    except FileProblem:
        refused += 1
    try:
        document = Document.open(path)
    except FileProblem:
        return refused + 1
    for action in (document.undo, document.redo, lambda: drop_all(document), document.undo, document.undo):
        try:
            action()
        except FileProblem:
            refused += 1
        look_at_all(document.agenda)
    document.close()
    return refused


def drop_all(document: Document) -> None:
    with document.edit("Drop all") as rows:
        rows.execute(update(MeetingRow).values(title="Third title"))
        rows.execute(delete(SessionRow))
        rows.execute(delete(EntityRow))


def test_a_damaged_file_works_or_is_refused_in_a_sentence(sound: bytes, tmp_path: Path) -> None:
    chance = random.Random(20201112)
    refusals = []
    for number in range(FLIPS):
        path = tmp_path / f"{number}.agenda"
        path.write_bytes(flipped(sound, chance))
        refusals.append(use(path))
        assert [entry.name for entry in tmp_path.iterdir() if not entry.name.endswith("-journal")] == [path.name]
        for left in tmp_path.iterdir():
            left.unlink()
    assert min(refusals) == 0
    assert max(refusals) > 0


def test_the_undamaged_file_refuses_nothing(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "meeting.agenda"
    path.write_bytes(sound)
    assert use(path) == 0
