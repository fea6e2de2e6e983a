"""What stays together on pages, what is split, and what their heads say."""

from collections.abc import Sequence

from planner.export.agenda_pages import PageSize
from planner.export.agenda_styles import styles_for
from planner.export.chart_layout import bars_block
from planner.export.column_widths import fitted_widths
from planner.export.letterhead import head_of_page
from planner.export.look import Look
from planner.export.page_flow import Block
from planner.export.paper_parts import (
    Bar,
    Bars,
    Bullets,
    Column,
    Emphasis,
    Heading,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Table,
    body,
    plain,
)
from planner.export.parts_layout import heading_block, lay_out_parts
from planner.export.progress import Steps
from planner.export.running_heads import running_heads
from planner.export.structure import Element
from planner.export.table_layout import TableLayout
from planner.export.text_layout import width_of

SIZE = PageSize(400.0, 300.0)
STYLES = styles_for("#0B6BB5", 9)


def blocks(*parts: Part, look: Look | None = None, size: PageSize = SIZE) -> list[list[Block]]:
    """The blocks of each page; the first one is the title, 60 points high."""
    paper = PaperParts("", "Review", "", parts)
    pages = lay_out_parts(paper, look or Look(), size, Element("Document"), Steps(len(parts)))
    return [[block for _y, block in page] for page in pages]


def words(page: Sequence[Block]) -> list[str]:
    return [" ".join(text.text for text in block.texts) for block in page]


def lines(count: int) -> tuple[Part, ...]:
    """As many paragraphs of one line, 14.2 points each with what is between them."""
    return tuple(body(f"line {number}") for number in range(count))


def table(rows: int) -> Table:
    return Table((Column("Who", 1),), tuple(Row(((body(f"row {number}"),),)) for number in range(1, rows + 1)))


SESSION = (Heading(2, "Session"), body("Room", ParagraphRole.NOTE))


def test_a_heading_with_its_room_never_stands_at_the_foot_without_its_table() -> None:
    for before in range(1, 16):
        pages = blocks(*lines(before), *SESSION, table(5))
        page = next(words(page) for page in pages if "Session" in words(page))
        place = page.index("Session")
        assert page[place : place + 5] == ["Session", "Room", "Who", "row 1", "row 2"]


def test_a_session_with_nothing_below_it_stays_on_its_page() -> None:
    for before in range(1, 12):
        alone = blocks(*lines(before), Heading(2, "Break"))
        followed = blocks(*lines(before), Heading(2, "Break"), Heading(1, "Friday"), *SESSION, table(3))
        assert [words(page).count("Break") for page in followed][: len(alone)] == [
            words(page).count("Break") for page in alone
        ]


def test_a_list_is_split_between_its_items() -> None:
    pages = blocks(*lines(6), Bullets(tuple(plain(f"item {number}") for number in range(1, 12))))
    items = [[text for text in words(page) if "item" in text] for page in pages]
    assert [len(page) for page in items] == [4, 7]


def test_a_long_text_is_split_with_several_lines_at_either_end() -> None:
    text = body(" ".join(f"word{number}" for number in range(60)))
    counts = set()
    for before in range(1, 12):
        pages = blocks(*lines(before), text)
        strips = [[block for block in page if "word" in words([block])[0]] for page in pages]
        counts.add(tuple(sum(len({text.baseline for text in block.texts}) for block in page) for page in strips))
    assert {min(count for count in split if count) for split in counts} == {3, 7}
    assert {sum(split) for split in counts} == {7}


def test_a_table_that_goes_on_overleaf_repeats_its_session_and_its_heads() -> None:
    pages = blocks(Heading(1, "Thursday"), *SESSION, table(20))
    assert [words(page)[:2] for page in pages[1:]] == [["Session (continued)", "Who"]] * (len(pages) - 1)


def test_the_head_of_a_page_names_the_chapter_of_a_table_that_goes_on_and_nothing_that_stands_there_itself() -> None:
    pages = blocks(Heading(1, "Thursday"), *SESSION, table(20), Heading(1, "Friday", starts_page=True), body("text"))
    heads = running_heads([[(0.0, block) for block in page] for page in pages])
    assert heads == ("", *["Thursday"] * (len(pages) - 2), "")


def test_the_head_of_a_page_names_the_session_in_whose_midst_it_begins() -> None:
    pages = blocks(Heading(2, "Session"), *lines(30))
    heads = running_heads([[(0.0, block) for block in page] for page in pages])
    assert heads == ("", *["Session (continued)"] * (len(pages) - 1))


def test_columns_take_what_their_words_need_from_those_that_have_some_to_spare() -> None:
    assert fitted_widths([50.0, 50.0, 200.0], [80.0, 30.0, 100.0]) == [80.0, 45.0, 175.0]
    assert fitted_widths([50.0, 50.0], [150.0, 50.0]) == [75.0, 25.0]


def test_no_word_of_a_table_is_broken_while_another_column_has_room() -> None:
    columns = (Column("Starts, CET", 1), Column("Role", 1), Column("Who", 8))
    cells = tuple((body(text),) for text in ("10.05 a.m.", "Rapporteur", "Somebody of some importance " * 4))
    layout = TableLayout(Table(columns, (Row(cells),)), 300.0, styles_for("#0B6BB5", 14), Element("Document"))
    assert [text.text for text in layout.row(Row(cells), None).texts][:2] == ["10.05 a.m.", "Rapporteur"]


def test_a_note_stands_beside_its_heading_or_below_a_long_one_and_again_overleaf() -> None:
    first, second = blocks(Heading(1, "Thursday", aside="All times CET"), table(12))
    heading = next(block for block in first if block.bookmark)
    assert [text.text for text in heading.texts] == ["Thursday", "All times CET"]
    assert len({text.baseline for text in heading.texts}) == 1
    assert heading.texts[1].x + width_of("All times CET", STYLES.zone_note) == SIZE.text_width
    assert words(second)[0] == "Thursday (continued) All times CET"
    long = heading_block(Heading(1, "x" * 30, aside="y" * 40), "x" * 30, 250.0, STYLES, Element("Document"))
    assert [text.x for text in long.texts] == [0.0, 0.0]


def test_a_row_that_goes_on_overleaf_says_again_what_it_is_called() -> None:
    columns = (Column("Starts", 1, is_header=True), Column("What", 8))
    text = body("\n".join(f"line {number}" for number in range(40)))
    title = body("Roundtable 1", ParagraphRole.SMALL_HEADING)
    named = blocks(Table(columns, (Row(((body("10:05"),), (title, text))),)))[1]
    plainly = blocks(Table(columns, (Row(((body("10:05"),), (text,))),)))[1]
    assert words(named)[1].startswith("10:05 Roundtable 1 (continued) line")
    assert words(plainly)[1].startswith("10:05 line")
    assert {text.element for text in named[1].texts[:2]} == {None}


def test_a_chart_is_set_smaller_before_its_words_are_cut() -> None:
    bars = (Bar("Migrant and diaspora organizations", 5, "125 minutes, 25 seats, 10 confirmed"), Bar("State", 1, "1"))
    for width, size in ((600.0, 12.3), (500.0, 10.8)):
        block = bars_block(Bars("", bars, ""), width, styles_for("#0B6BB5", 14), Element("Document"))
        assert [text.text for text in block.texts[:2]] == [bars[0].label, bars[0].words]
        assert {round(text.style.size, 1) for text in block.texts} == {size}


def test_a_long_head_of_a_page_stands_in_smaller_letters_or_on_two_lines_and_is_not_cut() -> None:
    meeting, session = "Regional Review of the Global Compact", "10:00\u201311:30 CET  Roundtable 1. A long title"
    for width, lines_of_it in ((500.0, 1), (260.0, 2)):
        placed = head_of_page(meeting, session, width, STYLES.footer)
        assert " ".join(text.text for text in placed) == f"{meeting} {session}"
        assert len({text.baseline for text in placed}) == lines_of_it
    cut = head_of_page(meeting * 9, session, 260.0, STYLES.footer)
    assert [text.text[-1] for text in cut if text.x == 0.0][1] == "\u2026"


def test_a_table_of_facts_has_no_row_of_heads() -> None:
    facts = Table((Column("", 1, is_header=True), Column("", 3)), (Row(((body("Role"),), (body("Chair"),))),))
    assert TableLayout(facts, 300.0, STYLES, Element("Document")).head() is None


def test_what_stands_beside_labels_begins_at_one_edge() -> None:
    labels = ("Chair", "Rapporteurs")
    sessions = tuple(Row(((Paragraph((Run(f"{label}\t", Emphasis.SOFT), Run("a name " * 9))),),)) for label in labels)
    layout = TableLayout(Table((Column("Item", 1),), sessions), 200.0, STYLES, Element("Document"))
    for row, label in zip(sessions, labels, strict=True):
        texts = layout.row(row, None).texts
        assert [text.text for text in texts if text.x < 20] == [label]
        assert {text.x for text in texts if text.x > 20} == {layout.row(sessions[0], None).texts[1].x}
        assert len({text.baseline for text in texts}) > 1
