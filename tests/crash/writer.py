"""A child process that edits, undoes and redoes until it is killed, and tells of each that has returned."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import delete, insert, update

from planner import edits
from planner.document import Document
from planner.models.tables import EntityRow, MeetingRow


def write_until_killed(path: Path, seed: int, pipe: Connection) -> None:
    """Sends "open", then before each write what will be the draft number after it, and after it "done"."""
    chance = random.Random(seed)
    document = Document.open(path)
    pipe.send("open")
    number = document.agenda.meeting.draft_number
    while True:
        number += 1
        pipe.send(number)
        if number % 5 == 0:
            # Undo and redo write as well; together they come to nothing.
            document.undo()
            document.redo()
        with document.edit(f"Draft {number}") as rows:
            rows.execute(update(MeetingRow).values(draft_number=number))
            rows.execute(delete(EntityRow))
            for index in range(chance.randint(1, 60)):
                rows.execute(insert(EntityRow).values(name=f"Entity {index} of draft {number}", region="x" * 200))
        pipe.send("done")


def issue_until_killed(path: Path, seed: int, pipe: Connection) -> None:
    """Issues drafts with long notes; sends before each its number, and after it "done"."""
    chance = random.Random(seed)
    document = Document.open(path)
    pipe.send("open")
    while True:
        number = document.agenda.meeting.draft_number + 1
        pipe.send(number)
        edits.drafts.issue_draft(document, f"Label {number}", "x" * chance.randint(1, 40_000))
        pipe.send("done")
