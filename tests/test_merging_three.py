"""Three who work apart and merge each other in any order: nothing is there twice, all come to the same."""

import random
import shutil
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.models.agenda import Agenda
from planner.rules.drafts import draft_agenda, drafts_of
from tests.copies import take_in
from tests.edits.test_random_walk import Walker
from tests.meetings import FIRST, make_meeting
from tests.test_merging_again import counts


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Three copies of one meeting."""
    made = [make_meeting(tmp_path / "a.agenda"), tmp_path / "b.agenda", tmp_path / "c.agenda"]
    for copy in made[1:]:
        shutil.copy(made[0], copy)
    return made


def merged(path: Path, other: Path, *, theirs: bool = False) -> int:
    """How many conflicts there were."""
    with closing(Document.open(path)) as document, closing(Document.open(other)) as taken:
        return len(take_in(document, taken, theirs=theirs).conflicts)


def added(agenda: Agenda) -> list[str]:
    return sorted(held.title for held in agenda.sessions.values() if held.id > 4)


def test_what_came_by_way_of_a_third_copy_is_known_when_it_comes_again(paths: list[Path]) -> None:
    a, b, c = paths
    for path, name in ((b, "Made in B"), (c, "Made in C")):
        with closing(Document.open(path)) as document:
            edits.sessions.create_session(document, title=name)
            edits.people.add_entity(document, name)
    assert [merged(a, b), merged(a, c), merged(b, a)] == [0, 0, 0]
    assert [merged(c, b), merged(a, c), merged(b, c)] == [0, 0, 0]
    for path in paths:
        with closing(Document.open(path)) as document:
            assert added(document.agenda) == ["Made in B", "Made in C"]


def test_what_came_from_a_third_copy_and_was_dropped_does_not_come_back(paths: list[Path]) -> None:
    a, b, c = paths
    with closing(Document.open(a)) as document:
        session_id = edits.sessions.create_session(document, title="Made in A")
    merged(b, a)
    merged(c, a)
    with closing(Document.open(c)) as document:
        edits.sessions.delete_session(document, session_id)
    assert merged(c, b) == 0
    assert merged(b, c) == 0
    for path in (b, c):
        with closing(Document.open(path)) as document:
            assert added(document.agenda) == []


def test_a_draft_of_another_copy_names_the_sessions_by_their_numbers_here(paths: list[Path]) -> None:
    a, b, _c = paths
    with closing(Document.open(a)) as document:
        edits.sessions.create_session(document, title="Made in A")
    with closing(Document.open(b)) as document:
        edits.sessions.create_session(document, title="Made in B")
        edits.drafts.issue_draft(document)
    merged(a, b)
    with closing(Document.open(a)) as document:
        (draft,) = drafts_of(document.agenda)
        then = draft_agenda(document.agenda, draft)
        assert then.sessions.keys() - {1, 2, 3, 4} == {6}
        assert document.agenda.sessions[6].title == then.sessions[6].title == "Made in B"
        assert then.sessions[FIRST] == document.agenda.sessions[FIRST]


@pytest.mark.parametrize("seed", range(2))
def test_three_who_merge_each_other_in_any_order_come_to_the_same(paths: list[Path], seed: int) -> None:
    chance = random.Random(seed)
    for _round in range(2):
        for path in paths:
            with closing(Document.open(path)) as document:
                walker = Walker(document, chance)
                for _step in range(8):
                    walker.step()
        merged(*chance.sample(paths, 2))
        merged(*chance.sample(paths, 2))
    a, b, c = paths
    for path, other in ((a, b), (a, c), (b, a), (c, a)):
        merged(path, other)
    assert [merged(path, other) for path, other in permutations(paths, 2)] == [0] * 6
    with closing(Document.open(a)) as first, closing(Document.open(b)) as second, closing(Document.open(c)) as third:
        assert counts(first.agenda) == counts(second.agenda) == counts(third.agenda)
