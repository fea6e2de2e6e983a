"""A plan as text and back: equal plans, equal text; whatever does not fit is said, never half read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.freezing import beside, frozen_text, thawed


@pytest.fixture
def sample(tmp_path: Path) -> Agenda:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    return read_agenda(path)


def test_a_plan_comes_back_as_it_was(sample: Agenda) -> None:
    assert beside(thawed(frozen_text(sample)), sample) == sample


def test_equal_plans_give_equal_text_whatever_the_order_of_their_rows(sample: Agenda) -> None:
    turned = replace(sample, people=dict(reversed(sample.people.items())), seats=dict(reversed(sample.seats.items())))
    assert frozen_text(turned) == frozen_text(sample)


def test_no_draft_is_inside_a_draft(sample: Agenda) -> None:
    assert {"drafts", "notices", "told_apart", "merges"} & json.loads(frozen_text(sample)).keys() == set()


def test_a_table_and_a_column_that_came_later_are_empty_or_have_their_default(sample: Agenda) -> None:
    tables = json.loads(frozen_text(sample))
    del tables["availabilities"]
    place = tables["meeting"][0].index("working_start_minute")
    tables["meeting"] = [row[:place] for row in tables["meeting"]]
    read = thawed(json.dumps(tables))
    assert (read.meeting.working_start_minute, dict(read.availabilities)) == (540, {})


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", '{"meeting": 5}', '{"meeting": [["id"], [1]]}', '{"sessions": [["id"], ["x"]]}', "[" * 5000],
)
def test_text_that_holds_no_plan_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        thawed(text)


def test_text_in_place_of_a_number_is_refused(sample: Agenda) -> None:
    tables = json.loads(frozen_text(sample))
    tables["sessions"][1][tables["sessions"][0].index("minutes")] = "ninety"
    with pytest.raises(ValueError, match=r"sessions\.minutes"):
        thawed(json.dumps(tables))
