"""A paper that holds every kind of part once."""

from io import BytesIO

from PIL import Image

from planner.export.paper_parts import (
    Align,
    Bar,
    Bars,
    Bullets,
    Column,
    Emphasis,
    Heading,
    PageBreak,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Table,
    body,
    plain,
)


def logo_png() -> bytes:
    """A small picture with a see-through corner."""
    picture = Image.new("RGBA", (30, 12), (11, 107, 181, 255))
    picture.putpixel((0, 0), (0, 0, 0, 0))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def table_of(rows: int) -> Table:
    """Hours, items of one line, and minutes at the right; row ``n`` is about session ``n``."""
    columns = (Column("Start", 1, is_header=True), Column("Item", 5), Column("Minutes", 1, Align.END))
    return Table(columns, tuple(_row(number) for number in range(1, rows + 1)), "Who speaks when")


def _row(number: int) -> Row:
    cells = (f"{number}:00", f"Item {number}", "5")
    return Row(tuple((body(text),) for text in cells), session_id=number, tinted=number == 2, changed=number == 3)


def sample_paper(rows: int = 3) -> PaperParts:
    """Three pages of A4 when its table is short."""
    emphasized = tuple(Run(f"{emphasis.name.lower()} ", emphasis) for emphasis in Emphasis)
    return PaperParts(
        kicker="RUNNING ORDER",
        title="Invented review",
        subtitle="Thursday 12 November 2020",
        parts=(
            Heading(1, "Thursday, 12 November 2020"),
            body("What the day is about.", ParagraphRole.LEAD),
            Heading(2, "Roundtable 1", session_id=101),
            Paragraph(emphasized, changed=True),
            body("Guiding questions", ParagraphRole.SMALL_HEADING),
            Bullets((plain("First question"), plain("Second question")), numbered=True),
            Bullets((plain("A point"),)),
            table_of(rows),
            Heading(1, "Balance", starts_page=True),
            Bars("By region", (Bar("East", 4, "4 speakers"), Bar("West", 2, "2 speakers")), "East 4, West 2"),
            PageBreak(),
            body("The end.", ParagraphRole.NOTE),
        ),
        version_note="Draft 3.",
        zone_note="All times CET",
        watermark="DRAFT 3",
    )
