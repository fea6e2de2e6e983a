from planner.export.fonts import Face
from planner.export.page_flow import Block, PageFlow, PlacedText, Section
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


def test_a_row_that_fits_on_a_page_is_never_split() -> None:
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
    assert pages((row("a", 5), row("b", 2))) == [["head", "a1", "a2", "a3", "a4"], ["again", "a5", "b1", "b2"]]


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


def test_a_long_row_is_split_rather_than_leave_much_of_a_page_empty() -> None:
    assert pages((row("a", 2), row("b", 4)))[0] == ["head", "a1", "a2", "b1", "b2"]


def test_a_row_longer_than_a_page_does_not_begin_on_its_last_line() -> None:
    flow = PageFlow(0.0, 100.0)
    flow.put_section(Section((HEAD,), (AGAIN,), (row("a", 8), row("b", 10)), space_before=0.0))
    assert [[text.text for _y, block in page for text in block.texts][:2] for page in flow.pages] == [
        ["head", "a1"], ["again", "b1"], ["again", "b10"],
    ]  # fmt: skip
