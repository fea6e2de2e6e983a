"""The history of an open file, read step by step."""

from collections.abc import Mapping, Sequence

from planner.document import Document
from planner.models.past import RowImage, StepLine, images_of_steps, last_images_of_gone, step_lines


def past_steps(document: Document) -> tuple[StepLine, ...]:
    """Every step that the file still knows, the latest first. Raises FileProblem."""
    with document.reading() as connection:
        return step_lines(connection)


def changed_rows(document: Document, step_ids: Sequence[int]) -> Mapping[int, Sequence[RowImage]]:
    """Step id -> the rows that it changed. Raises FileProblem."""
    with document.reading() as connection:
        return images_of_steps(connection, step_ids)


def rows_gone(document: Document) -> Mapping[tuple[str, int], RowImage]:
    """(table, id) -> the last image of each row that had a name and is no longer there. Raises FileProblem."""
    with document.reading() as connection:
        return last_images_of_gone(connection)
