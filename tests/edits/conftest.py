"""An open meeting, and what every verb must hold to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.document import Document
from planner.errors import PlannerError
from planner.models.file import read_agenda
from tests.meetings import make_meeting, tables

Verb = Callable[..., Any]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


@pytest.fixture
def doing(document: Document) -> Callable[..., Any]:
    """Does one verb and checks its step, that the file holds it, and that undo and redo are exact."""

    def do(step: str, verb: Verb, *arguments: Any, **values: Any) -> Any:
        before, earlier = tables(document.path), document.history.undo
        result = verb(document, *arguments, **values)
        after = tables(document.path)
        assert after != before
        assert document.history.undo is not None
        assert document.history.undo.name == step
        check_picture(document)
        document.undo()
        assert (tables(document.path), document.history.undo) == (before, earlier)
        check_picture(document)
        document.redo()
        assert tables(document.path) == after
        check_picture(document)
        return result

    return do


@pytest.fixture
def no_step(document: Document) -> Callable[..., None]:
    """Does one verb that comes to nothing."""

    def do(verb: Verb, *arguments: Any, **values: Any) -> None:
        content, history = document.path.read_bytes(), document.history
        verb(document, *arguments, **values)
        assert (document.path.read_bytes(), document.history) == (content, history)

    return do


@pytest.fixture
def refusal(document: Document) -> Callable[..., str]:
    """The sentence with which a verb is refused; the file is then as it was."""

    def ask(error: type[PlannerError], verb: Verb, *arguments: Any, **values: Any) -> str:
        content, picture, history = document.path.read_bytes(), document.agenda, document.history
        with pytest.raises(PlannerError) as refused:
            verb(document, *arguments, **values)
        assert type(refused.value) is error
        assert (document.path.read_bytes(), document.agenda, document.history) == (content, picture, history)
        return refused.value.sentence

    return ask


def check_picture(document: Document) -> None:
    fresh = read_agenda(document.path)
    assert document.agenda == fresh
    assert list(document.agenda.sessions) == list(fresh.sessions)
