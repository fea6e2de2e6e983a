"""Saved looks of the papers: each change is one step, and the first by position is in use."""

from collections.abc import Callable
from typing import Any

import pytest

from planner import edits
from planner.document import Document
from planner.errors import InputProblem, RuleBroken
from planner.export.layouts import look_of
from planner.export.look import ALL_COLUMNS, DateStyle, Look, Paper, TimeStyle

Doing = Callable[..., Any]


def names(document: Document) -> list[str]:
    """The one in use first."""
    return [layout.name for layout in document.agenda.layouts_in_order]


def test_without_a_layout_papers_have_the_usual_look(document: Document) -> None:
    assert look_of(document.agenda) == Look()


def test_the_first_change_makes_a_layout(document: Document, doing: Doing) -> None:
    doing("Change the colour of papers", edits.layouts.change_look, accent="#7a1f5c")
    assert (names(document), look_of(document.agenda)) == (["Standard"], Look(accent="#7A1F5C"))


@pytest.mark.parametrize(
    ("step", "field", "value"),
    [
        ("Change the header of papers", "header_text", "Made-up Commission"),
        ("Change the logo of papers", "logo", b"a picture"),
        ("Change the description of the logo", "logo_alt", "A made-up tree"),
        ("Change the paper size", "paper", Paper.LETTER),
        ("Change how papers write hours", "time_style", TimeStyle.POINT),
        ("Change how papers write dates", "date_style", DateStyle.ISO),
        ("Change the font size of papers", "font_size", 11),
        ("Change the columns of papers", "columns", ("minutes", "seats")),
        ("Change the zone columns of papers", "zones", ("Asia/Bishkek", "America/Toronto")),
    ],
)
def test_each_part_of_the_look_is_kept(document: Document, doing: Doing, step: str, field: str, value: object) -> None:
    doing(step, edits.layouts.change_look, **{field: value})
    assert look_of(document.agenda) == Look(**{field: value})  # type: ignore[arg-type]


def test_a_new_layout_is_in_use_at_once_and_another_can_be_chosen(document: Document, doing: Doing) -> None:
    first = doing("Add the layout “Ministerial”", edits.layouts.add_layout, " Ministerial ")
    edits.layouts.change_look(document, header_text="Ministers")
    doing("Add the layout “Plain”", edits.layouts.add_layout, "Plain")
    assert (names(document), look_of(document.agenda)) == (["Plain", "Ministerial"], Look())
    doing("Use the layout “Ministerial”", edits.layouts.use_layout, first)
    assert (names(document), look_of(document.agenda).header_text) == (["Ministerial", "Plain"], "Ministers")


def test_using_what_is_in_use_is_no_step(document: Document, no_step: Callable[..., None]) -> None:
    only = edits.layouts.add_layout(document, "Only")
    no_step(edits.layouts.use_layout, only)
    no_step(edits.layouts.change_look, columns=ALL_COLUMNS)


def test_a_copy_has_the_same_look(document: Document, doing: Doing) -> None:
    edits.layouts.change_look(document, header_text="Ministers", font_size=10)
    layout_id = document.agenda.layouts_in_order[0].id
    doing("Duplicate the layout “Standard”", edits.layouts.duplicate_layout, layout_id)
    assert names(document) == ["Standard (copy)", "Standard"]
    assert look_of(document.agenda) == Look(header_text="Ministers", font_size=10)


def test_without_the_removed_one_the_next_is_in_use(document: Document, doing: Doing) -> None:
    edits.layouts.change_look(document, font_size=10)
    second = edits.layouts.add_layout(document, "Second")
    doing("Remove the layout “Second”", edits.layouts.remove_layout, second)
    assert (names(document), look_of(document.agenda).font_size) == (["Standard"], 10)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"accent": "blue"}, "“blue” is no colour. Type it like #0B6BB5."),
        ({"name": "  "}, "Give the layout a name, such as “Ministerial”."),
        ({"font_size": 40}, "Choose a font size from 6 to 14 points."),
        ({"paper": "a2"}, "There is no “a2”. Choose from: a4, letter, a3."),
        ({"logo": b"x" * 1_000_001}, "The logo is too large. Choose a picture of less than 1 MB."),
        (
            {"zones": ("Mars/Base",)},
            "There is no time zone “Mars/Base”. Choose one from the list, such as Europe/Zurich.",
        ),
        (
            {"zones": ("Asia/Tokyo", "Asia/Tbilisi", "Asia/Baku", "Asia/Yerevan", "Asia/Almaty")},
            "A page has room for 4 further time zones. Choose fewer.",
        ),
    ],
)
def test_what_no_paper_can_look_like_is_refused(
    refusal: Callable[..., str], values: dict[str, Any], sentence: str
) -> None:
    assert refusal(InputProblem, edits.layouts.change_look, **values) == sentence


def test_a_layout_that_is_gone_cannot_be_used(refusal: Callable[..., str]) -> None:
    gone = "This is no longer in the meeting. Select something else, or undo."
    assert refusal(RuleBroken, edits.layouts.use_layout, 99) == gone
