from planner.export.fonts import Face
from planner.export.page_flow import Block, Box, PageFlow, PlacedText, Section
from planner.export.row_splitting import lines_that_stay
from planner.export.text_layout import Style

STYLE = Style(Face.REGULAR, 10.0, (0, 0, 0))
HEAD = Block(10.0, (PlacedText(0, 8, "head", STYLE),), foot=2.0)
AGAIN = Block(10.0, (PlacedText(0, 8, "again", STYLE),), foot=2.0)


def row(name: str, lines: int = 1) -> Block:
    """A row of 10 points a line."""
    texts = tuple(PlacedText(0, 8 + 10 * index, f"{name}{index + 1}", STYLE) for index in range(lines))
    return Block(10.0 * lines, texts, foot=2.0)


def pages(*sections: tuple[Block, ...]) -> list[list[str]]:
    """The texts on pages of 50 points."""
    flow = PageFlow(0.0, 50.0)
    for rows in sections:
        flow.put_section(Section((HEAD,), (AGAIN,), rows, space_before=0.0))
    return [[text.text for _y, block in page for text in block.texts] for page in flow.pages]


def test_rows_fill_a_page_to_its_last_point() -> None:
    assert pages((row("a", 2), row("b", 2))) == [["head", "a1", "a2", "b1", "b2"]]


def test_a_row_that_fits_on_a_page_is_not_split_for_half_a_page() -> None:
    assert pages((row("a", 3), row("b", 3))) == [["head", "a1", "a2", "a3"], ["again", "b1", "b2", "b3"]]


def test_a_heading_never_stands_without_its_first_row() -> None:
    assert pages((row("a", 3),), (row("b", 1),)) == [["head", "a1", "a2", "a3"], ["head", "b1"]]


def test_a_heading_can_ask_for_more_rows_below_it() -> None:
    flow = PageFlow(0.0, 50.0)
    flow.put_section(Section((HEAD,), (AGAIN,), (row("a", 2),), space_before=0.0))
    flow.put_section(Section((HEAD,), (AGAIN,), (row("b"), row("c"), row("d")), space_before=0.0, least_rows=2))
    assert [[text.text for _y, block in page for text in block.texts] for page in flow.pages] == [
        ["head", "a1", "a2"], ["head", "b1", "c1", "d1"],
    ]  # fmt: skip


def test_a_row_longer_than_a_page_goes_on_overleaf_line_by_line() -> None:
    assert pages((row("a", 10),)) == [
        ["head", "a1", "a2", "a3", "a4"],
        ["again", "a5", "a6", "a7", "a8"],
        ["again", "a9", "a10"],
    ]


def test_what_follows_a_long_row_stands_below_its_rest() -> None:
    assert pages((row("a", 5), row("b", 2))) == [["head", "a1", "a2", "a3"], ["again", "a4", "a5", "b1", "b2"]]


def test_columns_of_a_long_row_are_split_at_the_same_height() -> None:
    left = tuple(PlacedText(0, 8.0 + 10 * index, f"l{index}", STYLE) for index in range(8))
    right = tuple(PlacedText(50, 8.0 + 10 * index, f"r{index}", STYLE) for index in range(6))
    upper, lower = Block(80.0, left + right, foot=2.0).split(55.0) or (HEAD, HEAD)
    assert [text.text for text in upper.texts] == ["l0", "l1", "l2", "l3", "l4", "r0", "r1", "r2", "r3", "r4"]
    assert [(text.text, text.baseline) for text in lower.texts] == [
        ("l5", 8.0),
        ("l6", 18.0),
        ("l7", 28.0),
        ("r5", 8.0),
    ]


def test_a_last_row_does_not_stand_alone_overleaf() -> None:
    flow = PageFlow(0.0, 100.0)
    rows = tuple(row(name) for name in "abcdefghi")
    flow.put_section(Section((HEAD,), (AGAIN,), (*rows, row("j")), space_before=0.0))
    assert [[text.text for _y, block in page for text in block.texts] for page in flow.pages] == [
        ["head", "a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"], ["again", "i1", "j1"],
    ]  # fmt: skip
    assert pages((row("a", 2), row("b"), row("c", 2))) == [["head", "a1", "a2"], ["again", "b1", "c1", "c2"]]


def test_a_row_is_split_rather_than_leave_more_than_half_a_page_empty() -> None:
    assert pages((row("a"), row("b", 4))) == [["head", "a1", "b1", "b2"], ["again", "b3", "b4"]]
    assert pages((row("a", 2), row("b", 4))) == [["head", "a1", "a2"], ["again", "b1", "b2", "b3", "b4"]]


def test_a_heading_goes_overleaf_with_a_first_row_that_is_kept_whole() -> None:
    flow = PageFlow(0.0, 100.0)
    for rows in ((row("a", 4),), (row("b", 5),)):
        flow.put_section(Section((HEAD,), (AGAIN,), rows, space_before=0.0))
    assert [[text.text for _y, block in page for text in block.texts][:2] for page in flow.pages] == [
        ["head", "a1"], ["head", "b1"],
    ]  # fmt: skip


def test_heads_with_a_row_of_a_page_stand_above_its_first_part() -> None:
    flow = PageFlow(0.0, 100.0)
    flow.put_section(Section((), (), (row("a", 5),), space_before=0.0))
    flow.put_section(Section((HEAD, HEAD), (AGAIN,), (row("b", 9),), space_before=0.0))
    assert [[text.text for _y, block in page for text in block.texts][-3:] for page in flow.pages] == [
        ["b1", "b2", "b3"], ["b7", "b8", "b9"],
    ]  # fmt: skip


def test_what_is_said_again_stands_above_the_rest_of_a_row() -> None:
    name = Block(6.0, (PlacedText(0, 8, "row goes on", STYLE),))
    upper, lower = row("a", 6)._replace(again=lambda: name).split(35.0) or (HEAD, HEAD)
    assert [(text.text, text.baseline) for text in upper.texts] == [("a1", 8), ("a2", 18), ("a3", 28)]
    assert [(text.text, text.baseline) for text in lower.texts] == [
        ("row goes on", 8), ("a4", 14), ("a5", 24), ("a6", 34),
    ]  # fmt: skip
    assert lower.height == 36.0


def test_boxes_go_with_the_lines_beside_them_and_end_with_the_page() -> None:
    boxes = (Box(0, 40, 9, 10, (0, 0, 0)), Box(0, 0, 9, 40, (0, 0, 0)), Box(0, 50, 9, 10, (0, 0, 0)))
    upper, lower = row("a", 6)._replace(boxes=boxes).split(35.0) or (HEAD, HEAD)
    assert [(box.top, box.height) for box in upper.boxes] == [(0, 35.0)]
    assert [(box.top, box.height) for box in lower.boxes] == [(10, 10), (20, 10)]


def test_a_row_is_split_between_its_paragraphs_or_not_beside_a_line_of_them() -> None:
    paragraphs = [10.0, 24.0, 34.0, 44.0, 54.0, 68.0, 78.0, 88.0]
    assert lines_that_stay(paragraphs, room=70.0, repeated=0.0) == 5
    assert lines_that_stay(paragraphs, room=46.0, repeated=0.0) == 3
    assert lines_that_stay(paragraphs, room=15.0, repeated=0.0) == 0


def test_a_split_leaves_two_lines_at_least_and_more_than_what_is_said_again() -> None:
    even = [10.0 * number for number in range(1, 10)]
    assert [lines_that_stay(even, room, 0.0) for room in (15.0, 25.0, 85.0)] == [0, 2, 7]
    assert [lines_that_stay(even, room, 40.0) for room in (45.0, 55.0)] == [0, 5]


def test_a_row_longer_than_a_page_does_not_begin_on_its_last_line() -> None:
    flow = PageFlow(0.0, 100.0)
    flow.put_section(Section((HEAD,), (AGAIN,), (row("a", 8), row("b", 10)), space_before=0.0))
    assert [[text.text for _y, block in page for text in block.texts][:2] for page in flow.pages] == [
        ["head", "a1"], ["again", "b1"], ["again", "b9"],
    ]  # fmt: skip
