"""A draft or an option as a file of its own."""

import os
from contextlib import closing
from pathlib import Path

from planner import edits
from planner.document import Document
from planner.errors import FileProblem
from planner.models.file import draft_of, drop_draft
from planner.wording import say


def copy_draft(document: Document, draft_id: int, target: Path) -> None:
    """Write a new file whose plan is the draft, whole or not at all; its history and drafts come along.

    So what is done there can be merged here later. Raises FileProblem, RuleBroken.
    """
    if os.path.lexists(target):
        raise FileProblem(say("“{name}” exists already. Choose another name.", name=target.name))
    unfinished = draft_of(target)
    try:
        document.save_copy(unfinished)
        with closing(Document.open(unfinished)) as copy:
            edits.drafts.take_back(copy, draft_id)
        unfinished.rename(target)
    except OSError as problem:
        raise FileProblem(
            say("“{name}” cannot be written. Choose another folder for the copy.", name=target.name)
        ) from problem
    finally:
        drop_draft(unfinished)
