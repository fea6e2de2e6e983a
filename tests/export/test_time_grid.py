"""A grid of hours and days: its scale, its lanes, what it leaves out, and where its sessions stand on the page."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from planner.export.grid_fitting import fitted_grid
from planner.export.grid_lanes import Lane, lanes_of
from planner.export.grid_scale import HourScale, Need, fitting_scale, tight_scale
from planner.export.look import Look, Paper
from planner.export.paper_parts import (
    Detail,
    GridBlock,
    GridTick,
    PaperParts,
    Paragraph,
    Row,
    TimeGrid,
    plain,
    table_of_grid,
)
from planner.export.paper_pdf import paper_pdf_bytes
from planner.export.paper_texts import texts_of_parts
from planner.export.structure import Element


def block(column: int, start: int, end: int, title: str = "Talk", details: tuple[str, ...] = ()) -> GridBlock:
    return GridBlock(column, start, end, plain(title), tuple(Detail(plain(text)) for text in details), session_id=start)


def grid(*blocks: GridBlock, columns: int = 1) -> TimeGrid:
    return TimeGrid(("CET",), ("Thursday", "Friday")[:columns], (GridTick(600, ("10:00",)),), blocks)


def test_a_minute_between_two_edges_lies_in_proportion() -> None:
    scale = HourScale([600, 660, 720], [0.0, 60.0, 180.0])
    assert [scale.y(minute) for minute in (600, 630, 660, 690, 720)] == [0.0, 30.0, 60.0, 120.0, 180.0]


def test_hours_are_even_where_all_words_have_room() -> None:
    scale = fitting_scale([Need(600, 630, 10.0), Need(630, 720, 10.0)], [600, 630, 720], 120.0, 0.6)
    assert scale is not None
    assert [round(scale.y(minute), 3) for minute in (600, 630, 720)] == [0.0, 30.0, 120.0]


def test_a_short_session_with_many_words_takes_room_from_the_others() -> None:
    scale = fitting_scale([Need(600, 610, 40.0), Need(610, 720, 10.0)], [600, 610, 720], 120.0, 0.6)
    assert scale is not None
    assert [round(scale.y(minute), 3) for minute in (610, 720)] == [40.0, 120.0]


def test_too_many_words_have_no_fitting_scale_but_a_tight_one() -> None:
    needs, edges = [Need(600, 610, 80.0), Need(610, 620, 80.0)], [600, 610, 620]
    assert fitting_scale(needs, edges, 120.0, 0.0) is None
    assert tight_scale(needs, edges).height == 160.0


def test_blocks_that_overlap_share_their_column() -> None:
    blocks = [block(0, 600, 660), block(0, 630, 690), block(0, 660, 700), block(0, 700, 720), block(1, 600, 660)]
    assert [lane for _block, lane in lanes_of(blocks)] == [
        Lane(0, 2), Lane(1, 2), Lane(0, 2), Lane(0, 1), Lane(0, 1),
    ]  # fmt: skip


def test_a_long_block_holds_those_beside_it_together() -> None:
    blocks = [block(0, 600, 720), block(0, 610, 620), block(0, 700, 730)]
    assert [lane for _block, lane in lanes_of(blocks)] == [Lane(0, 2), Lane(1, 2), Lane(1, 2)]


def words(height: float, *blocks: GridBlock) -> list[str]:
    _head, body = fitted_grid(grid(*blocks), 300.0, height, Look(), Element("Document"))
    return [text.text for text in body.texts]


def test_details_are_shown_where_there_is_room_for_those_of_all() -> None:
    detailed = block(0, 600, 660, "Talk", ("Objective 1", "Moderator: Examplia"))
    assert words(200.0, detailed) == ["10:00", "Talk", "Objective 1", "Moderator: Examplia"]


def test_without_room_the_title_alone_is_left() -> None:
    detailed = block(0, 600, 660, "Talk", ("Objective 1", "Moderator: Examplia"))
    assert words(26.0, detailed) == ["10:00", "Talk"]


def names(*names: str, note: str = "") -> Detail:
    return Detail(plain("Speakers: "), tuple(plain(name) for name in names), plain(note) if note else ())


def important(count: int) -> list[str]:
    return [f"Somebody of importance number {number}" for number in range(1, count + 1)]


def test_names_without_room_are_counted_on_a_line_of_their_own_and_what_holds_for_all_is_said_still() -> None:
    crowded = replace(block(0, 600, 660), details=(names(*important(8), note=" (all open)"), names("Ann", "Bela")))
    *shown, count = words(58.0, crowded)[2:]
    assert "".join(shown).replace(" ", "") == f"{' · '.join(important(4))} (all open)".replace(" ", "")
    assert count == "and 6 more names"


def test_one_name_without_room_is_said_in_the_singular() -> None:
    assert words(54.0, replace(block(0, 600, 660), details=(names("Ann", "Bela " * 60),)))[-2:] == [
        "Ann", "and 1 more name",
    ]  # fmt: skip


def test_all_names_stand_in_smaller_letters_before_one_is_left_out() -> None:
    chosen, crowded = Look(font_size=14), replace(block(0, 600, 660), details=(names(*important(8)),))
    _head, body = fitted_grid(grid(crowded), 300.0, 90.0, chosen, Element("Document"))
    said = "".join(text.text for text in body.texts[2:])
    assert said.replace(" ", "") == f"Speakers: {' · '.join(important(8))}".replace(" ", "")
    assert {round(text.style.size, 1) for text in body.texts[2:]} == {7.9}


@pytest.mark.parametrize("size", [9, 11, 14])
def test_letters_never_get_too_small_to_be_read(size: int) -> None:
    crowded = replace(block(0, 600, 660), details=(names(*important(30)),))
    _head, body = fitted_grid(grid(crowded), 300.0, 150.0, Look(font_size=size), Element("Document"))
    assert min(text.style.size for text in body.texts) >= 6.4


def test_roles_run_on_before_they_are_left_out_and_names_are_the_last_to_go() -> None:
    objectives = Detail(plain("Objective 1"))
    chair = Detail(plain("Chair: "), (plain("Ann"),))
    crowded = replace(block(0, 600, 660), details=(objectives, chair, names("Bela", "Cleo")))
    assert words(70.0, crowded)[1:] == ["Talk", "Objective 1", "Chair: Ann", "Speakers: Bela · Cleo"]
    assert words(40.0, crowded)[1:] == ["Talk", "Chair: Ann; Speakers: Bela · Cleo"]


def test_each_block_shows_what_it_has_room_for_whatever_the_others_lack() -> None:
    crowded = replace(block(0, 600, 610, "Short"), details=(names(*(f"Somebody number {n}" for n in range(60))),))
    objective, moderator = Detail(plain("Objective 1")), Detail(plain("Moderator: "), (plain("Examplia"),))
    roomy = replace(block(1, 600, 720, "Long"), details=(objective, moderator))
    _head, body = fitted_grid(grid(crowded, roomy, columns=2), 300.0, 150.0, Look(), Element("Document"))
    shown = [text.text for text in body.texts]
    assert shown[-4:] == ["and 42 more names", "Long", "Objective 1", "Moderator: Examplia"]
    sizes = {text.text: round(text.style.size, 1) for text in body.texts}
    assert (sizes["and 42 more names"], sizes["Moderator: Examplia"]) == (6.6, 7.9)


def test_lines_of_the_hours_stand_in_the_columns_and_not_between_them() -> None:
    _head, body = fitted_grid(
        grid(block(0, 600, 660), block(1, 600, 660), columns=2), 300.0, 200.0, Look(), Element("Document")
    )
    hours = [box for box in body.boxes if box.height == 0.5]
    places = [box for box in body.boxes if box.session_id is not None]
    assert [(box.x, round(box.x + box.width, 3)) for box in hours] == [
        (box.x, round(box.x + box.width, 3)) for box in places
    ]


def test_days_and_sessions_are_bookmarks() -> None:
    named = [replace(block(column, 600, 660), bookmark=f"Session {column}") for column in (0, 1)]
    paper = PaperParts("", "Review", "", (grid(*named, columns=2),), landscape=True)
    outline: Any = PdfReader(BytesIO(paper_pdf_bytes(paper, Look()).data)).outline
    assert [entry.title if not isinstance(entry, list) else [below.title for below in entry] for entry in outline] == [
        "Thursday", ["Session 0"], "Friday", ["Session 1"],
    ]  # fmt: skip


@pytest.mark.parametrize("height", [300.0, 200.0])
def test_a_fitted_grid_is_no_higher_than_its_page(height: float) -> None:
    blocks = [block(0, 600 + 20 * number, 620 + 20 * number, f"Talk {number}", ("Objective 1",)) for number in range(9)]
    head, body = fitted_grid(grid(*blocks), 300.0, height, Look(), Element("Document"))
    assert head.height + body.height <= height + 0.01


def test_letters_are_larger_on_a_larger_page() -> None:
    sizes = {}
    for paper in (Paper.A4, Paper.A3):
        _head, body = fitted_grid(grid(block(0, 600, 660)), 300.0, 400.0, Look(paper=paper), Element("Document"))
        sizes[paper] = body.texts[-1].style.size
    assert round(sizes[Paper.A3] / sizes[Paper.A4], 3) == round(13 / 9, 3)


def test_each_session_has_its_place_on_the_page() -> None:
    shown = grid(block(0, 600, 660), block(1, 600, 660), columns=2)
    paper = PaperParts("OVERVIEW", "Review", "", (shown,), landscape=True)
    places = paper_pdf_bytes(paper, Look()).places
    assert [(place.session_id, place.page) for place in places] == [(600, 0), (600, 0)]
    assert places[0].x + places[0].width < places[1].x


def test_a_day_too_long_for_a_page_goes_on_overleaf_with_all_its_words() -> None:
    blocks = [block(0, 480 + 5 * number, 485 + 5 * number, f"Talk {number}") for number in range(120)]
    pages = paper_pdf_bytes(PaperParts("", "Review", "", (grid(*blocks),), landscape=True), Look()).data
    lines = [line for page in PdfReader(BytesIO(pages)).pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if line.startswith("Talk")] == [f"Talk {number}" for number in range(120)]


def test_all_its_words_are_among_those_of_the_paper() -> None:
    paper = PaperParts("", "Review", "", (grid(block(0, 600, 660, "Talk", ("Objective 1",))),))
    assert [text for text in texts_of_parts(paper) if text] == [
        "Review", "CET", "Thursday", "10:00", "Talk", "Objective 1",
    ]  # fmt: skip


def test_where_nothing_is_drawn_it_is_a_table() -> None:
    table = table_of_grid(grid(block(0, 600, 660), block(1, 600, 660, "Other", ("Detail",)), columns=2))
    assert [column.title for column in table.columns] == ["Thursday", "Friday"]
    assert table.rows == (
        Row(((Paragraph(plain("Talk")),), (Paragraph(plain("Other")), Paragraph(plain("Detail"))))),
    )  # fmt: skip
