"""The agenda of ten pages as PDF, beside a plain reportlab table of the same rows and fonts."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from planner.export.agenda_paper import AgendaOptions, agenda_paper
from planner.export.agenda_pdf import write_agenda_pdf
from planner.export.fonts import Face, font_of
from planner.export.paper_content import AgendaPaper, PaperDay, PaperRow
from planner.models.agenda import Agenda
from tests.export.paper_meetings import long_meeting

RUNS = 9
OPTIONS = AgendaOptions(zones=("America/Toronto", "Asia/Bishkek"))
BODY = ParagraphStyle("body", fontName=Face.REGULAR.value, fontSize=8, leading=11.5)
STRONG = ParagraphStyle("strong", parent=BODY, fontName=Face.SEMI_BOLD.value, fontSize=9, leading=13)


def ten_page_agenda() -> Agenda:
    """Six days of fourteen roundtables: ten pages of A4."""
    return long_meeting(days=6, sessions_a_day=14)


def plain_table_pdf(paper: AgendaPaper, path: Path) -> None:
    """What a first program would do: a platypus table of paragraphs a day, heading row repeated."""
    for face in Face:
        font_of(face)
    story: list[object] = [Paragraph(text, STRONG) for text in (paper.kicker, paper.title, paper.subtitle)]
    for day in paper.days:
        story += [Spacer(1, 12), Paragraph(day.heading, STRONG), Paragraph(day.zone_note, BODY)]
        story.append(Table(list(_rows(paper, day)), colWidths=[62, 30, 308, 55, 55], repeatRows=1))
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=42, rightMargin=42, topMargin=42, bottomMargin=52).build(story)


def _rows(paper: AgendaPaper, day: PaperDay) -> Iterator[list[object]]:
    heads = paper.heads
    yield [Paragraph(text, STRONG) for text in (heads.span, heads.minutes, heads.item, *heads.cities)]
    for row in day.rows:
        locals_ = [Paragraph(local.span, BODY) for local in row.local_spans]
        yield [Paragraph(row.span, STRONG), Paragraph(str(row.minutes), BODY), list(_item(row)), *locals_]


def _item(row: PaperRow) -> Iterator[Paragraph]:
    yield Paragraph(row.heading, STRONG)
    for line in row.lines:
        values = " · ".join(value.text for value in line.values)
        yield Paragraph(f"{line.label} {values} {line.note or line.values[0].note}", BODY)


def measure() -> dict[str, float]:
    """Medians of several runs in milliseconds, taken in turns, and their ratio."""
    agenda = ten_page_agenda()
    paper = agenda_paper(agenda, OPTIONS)
    with TemporaryDirectory() as folder:
        ours, plain = Path(folder, "agenda.pdf"), Path(folder, "plain.pdf")
        times = _in_turns(
            lambda: write_agenda_pdf(agenda, OPTIONS, ours),
            lambda: plain_table_pdf(paper, plain),
        )
    ours_ms, plain_ms = (statistics.median(taken) for taken in times)
    return {"agenda_pdf_ms": ours_ms, "plain_table_ms": plain_ms, "ratio": ours_ms / plain_ms}


def _in_turns(*works: Callable[[], None]) -> list[list[float]]:
    """Milliseconds a run, after one run to warm up."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _work in works]
    for _run in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            start = perf_counter()
            work()
            taken.append((perf_counter() - start) * 1000)
    return times
