import threading
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from planner.errors import FileProblem, InputProblem
from planner.export.agenda_paper import AgendaOptions, Paper
from planner.export.agenda_pdf import agenda_pdf_bytes, write_agenda_pdf
from planner.export.look import DateStyle, Look, TimeStyle
from planner.export.progress import Cancelled
from planner.local_times import zone_data_version
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from tests.benchmarks.agenda_pdf import OPTIONS, ten_page_agenda
from tests.export.paper_meetings import MEETING, MeetingMaker, long_meeting, regional_review

CHOSEN = AgendaOptions(zones=("America/Toronto", "Asia/Bishkek"), as_of=datetime(2020, 11, 5, 18, 0))


def written(agenda: Agenda, options: AgendaOptions, folder: Path) -> PdfReader:
    path = folder / "agenda.pdf"
    write_agenda_pdf(agenda, options, path)
    return PdfReader(path)


def lines(reader: PdfReader) -> list[list[str]]:
    return [[line.rstrip() for line in page.extract_text().splitlines()] for page in reader.pages]


def with_title(title: str, **values: Any) -> Agenda:
    make = MeetingMaker(title="Meeting", paper_note="")
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-11-12"), 600, 90, title=title, **values)
    return make.agenda()


def test_the_page_reads_from_top_to_bottom(tmp_path: Path) -> None:
    (page,) = lines(written(regional_review(), CHOSEN, tmp_path))
    assert page[:14] == [
        "DRAFT 3",
        "DRAFT AGENDA",
        "Regional Review of the Global Compact for Safe, Orderly and",
        "Regular Migration in the UNECE region",
        "Thursday 12 and Friday 13 November 2020, 10:00–15:40 CET · virtual meeting",
        "Thursday, 12 November 2020 All times CET (UTC+1). Also shown: Toronto (UTC–5), Bishkek (UTC+6)",
        "CET Min. Item Toronto Bishkek",
        "10:00–10:30 30 Opening segment",
        "Chair Switzerland (to be confirmed)",
        "Speakers Secretariat · one Member State · one migrant representative",
        "(speakers to be named)",
        "04:00–04:30 15:00–15:30",
        "10:30–12:00 90 Roundtable 1. Ensuring that migration is voluntary, orderly and",
        "regular",
    ]
    assert page[-1] == (
        "Draft 3, as of 5 November 2020, 18:00 CET. Illustrative. "
        f"All times CET (UTC+1) · time zone data {zone_data_version()} Page 1 of 1"
    )


def test_the_document_carries_title_language_and_date(tmp_path: Path) -> None:
    reader = written(regional_review(), CHOSEN, tmp_path)
    information, catalog = reader.metadata, reader.root_object
    assert information is not None
    assert (information.title, information.author, information.subject, information.creation_date_raw) == (
        f"Draft agenda, {MEETING.title}",
        "",
        "Thursday 12 and Friday 13 November 2020, 10:00–15:40 CET · virtual meeting",
        "D:20201105180000",
    )
    assert (catalog["/Lang"], catalog["/ViewerPreferences"]) == ("en-GB", {"/DisplayDocTitle": True})


def test_each_day_is_a_bookmark(tmp_path: Path) -> None:
    reader = written(regional_review(), CHOSEN, tmp_path)
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["Thursday, 12 November 2020", "Friday, 13 November 2020"]


def test_every_font_is_an_embedded_subset(tmp_path: Path) -> None:
    (page,) = written(regional_review(), CHOSEN, tmp_path).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert {(font["/BaseFont"].partition("+")[2], "/FontFile2" in font["/FontDescriptor"]) for font in fonts} == {
        ("NotoSans-Regular", True),
        ("NotoSans-SemiBold", True),
        ("NotoSans-Bold", True),
    }


def test_the_same_agenda_gives_the_same_bytes(tmp_path: Path) -> None:
    write_agenda_pdf(regional_review(), CHOSEN, tmp_path / "first.pdf")
    write_agenda_pdf(regional_review(), CHOSEN, tmp_path / "second.pdf")
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_paper_sizes(tmp_path: Path, paper: Paper, points: tuple[int, int]) -> None:
    reader = written(regional_review(), replace(CHOSEN, paper=paper), tmp_path)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {points}


def test_the_watermark_can_be_left_out(tmp_path: Path) -> None:
    (page,) = lines(written(regional_review(), replace(CHOSEN, watermark=False), tmp_path))
    assert page[0] == "DRAFT AGENDA"


def test_each_page_carries_the_heading_row_and_its_number(tmp_path: Path) -> None:
    pages = lines(written(long_meeting(2), replace(CHOSEN, watermark=False), tmp_path))
    assert [page.count("CET Min. Item Toronto Bishkek") for page in pages] == [1, 2, 1]
    assert [page[-1].rpartition(" Page ")[2] for page in pages] == ["1 of 3", "2 of 3", "3 of 3"]
    assert [page[:2] for page in pages] == [
        ["DRAFT AGENDA", "Regional Review of the Global Compact for Safe, Orderly and"],
        [
            MEETING.title,
            "Monday, 1 February 2021 (continued) "
            "All times CET (UTC+1). Also shown: Toronto (UTC\u20135), Bishkek (UTC+6)",
        ],
        [MEETING.title, "Tuesday, 2 February 2021 (continued) All times CET (UTC+1)"],
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Łukasz Żółć-Gęślą",
        "Ελληνική Δημοκρατία",
        "Кыргыз Республикасы, Қазақстан",
        "<b>bold</b> & &amp; <img src='x'/> %s {title} \\n",
    ],
)
def test_names_are_drawn_as_they_are_written(tmp_path: Path, title: str) -> None:
    (page,) = lines(written(with_title(title), AgendaOptions(), tmp_path))
    assert page[6] == f"10:00–11:30 90 {title}"


def test_line_breaks_of_a_title_are_kept(tmp_path: Path) -> None:
    (page,) = lines(written(with_title("First line\nsecond line"), AgendaOptions(), tmp_path))
    assert page[6:8] == ["10:00–11:30 90 First line", "second line"]


def test_a_sign_no_font_holds_is_reported_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        write_agenda_pdf(with_title("Roundtable 𓀀"), AgendaOptions(), tmp_path / "agenda.pdf")
    assert caught.value.sentence == (
        "The fonts of the papers lack some signs. Replace them: 𓀀 (U+13000) in “Roundtable 𓀀”."
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_session_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(3000)]
    pages = lines(written(with_title(" ".join(words)), replace(CHOSEN, watermark=False), tmp_path))
    printed = " ".join(line for page in pages for line in page)
    said = dict.fromkeys(word for word in printed.split() if word.startswith("word") and not word.endswith("\u2026"))
    assert list(said) == words


def test_a_session_that_goes_on_overleaf_says_again_when_it_is_and_what(tmp_path: Path) -> None:
    title = "\n".join(["Roundtable 1. Of many lines", *(f"line {number}" for number in range(90))])
    _first, second = lines(written(with_title(title), replace(CHOSEN, watermark=False), tmp_path))
    assert second[3:8] == [
        "10:00\u201311:30 Roundtable 1. Of many lines line 0 line 1 line 2 line 3 line 4 line 5",
        "line 6 line 7 line 8 line 9 line 10 line 11 line 12 line 13 line 14 line 15",
        "line 16 line 17 lin\u2026 (continued)",
        "04:00\u201305:30 15:00\u201316:30",
        "line 47",
    ]


def test_a_word_without_end_stays_inside_its_column(tmp_path: Path) -> None:
    (page,) = lines(written(with_title("x" * 400), AgendaOptions(), tmp_path))
    assert "".join(page[6:]).count("x") == 400


def test_an_empty_meeting_prints_a_friendly_page(tmp_path: Path) -> None:
    make = MeetingMaker(title="", subtitle="", paper_note="", zone_label="")
    (page,) = lines(written(make.agenda(), AgendaOptions(draft_number=0), tmp_path))
    assert page[:3] == ["AGENDA", "Untitled meeting", "No session has been placed on the timetable yet."]


def test_endless_labels_and_notes_stay_on_the_page(tmp_path: Path) -> None:
    make = MeetingMaker(paper_note="note " * 200, zone_label="zone " * 200)
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-11-12"), 600, 90, title="Talk")
    (page,) = lines(written(make.agenda(), AgendaOptions(), tmp_path))
    version, zone, number = page[-3:]
    assert (version[-1], zone[-1], number) == ("…", "…", "Page 1 of 1")


def test_progress_runs_to_its_end(tmp_path: Path) -> None:
    reports: list[tuple[int, int]] = []
    write_agenda_pdf(long_meeting(2), CHOSEN, tmp_path / "agenda.pdf", lambda *report: reports.append(report))
    assert [done for done, _total in reports] == sorted(done for done, _total in reports)
    assert (reports[-1], {total for _done, total in reports}) == ((48, 48), {48})


@pytest.mark.parametrize("stop_at", [1, 23, 24, 30, 48])
def test_cancel_leaves_the_old_file(tmp_path: Path, stop_at: int) -> None:
    path, stop = tmp_path / "agenda.pdf", threading.Event()
    path.write_text("old")

    def report(done: int, _total: int) -> None:
        if done >= stop_at - 1:
            stop.set()

    with pytest.raises(Cancelled):
        write_agenda_pdf(long_meeting(2), CHOSEN, path, report, stop)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"agenda.pdf": "old"}


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(FileProblem) as caught:
        write_agenda_pdf(regional_review(), CHOSEN, folder / "agenda.pdf")
    assert caught.value.sentence == f"The folder {folder} does not exist: create it, or choose another folder."


def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    (tmp_path / "agenda.pdf").mkdir()
    with pytest.raises(FileProblem):
        write_agenda_pdf(regional_review(), CHOSEN, tmp_path / "agenda.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["agenda.pdf"]


def test_two_threads_print_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(4)]
    threads = [threading.Thread(target=write_agenda_pdf, args=(long_meeting(1), CHOSEN, path)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({path.read_bytes() for path in paths}) == 1


def test_people_in_seats_are_printed_with_their_function(tmp_path: Path) -> None:
    make = MeetingMaker(paper_note="")
    make.room("Plenary")
    session_id = make.session(SessionKind.PLENARY, make.day("2020-11-12"), 600, 90, title="Talk")
    minister = make.person("H.E. Ms.", "Żaneta", "Invented", "Minister of Examples", make.entity("Northland"))
    make.seat(session_id, Role.SPEAKER, person_id=minister)
    (page,) = lines(written(make.agenda(), AgendaOptions(watermark=False), tmp_path))
    assert page[7] == "Speaker H.E. Ms. Żaneta Invented, Minister of Examples, Northland"


def test_the_benchmark_prints_ten_pages(tmp_path: Path) -> None:
    assert len(written(ten_page_agenda(), OPTIONS, tmp_path).pages) == 10


def test_sessions_are_found_on_their_pages() -> None:
    agenda = long_meeting(2)
    pdf = agenda_pdf_bytes(agenda, CHOSEN)
    assert [place.session_id for place in pdf.places] == list(agenda.sessions)
    assert {place.page for place in pdf.places} == set(range(len(PdfReader(BytesIO(pdf.data)).pages)))


def test_the_look_decides_on_times_dates_columns_and_zones(tmp_path: Path) -> None:
    look = Look(
        time_style=TimeStyle.POINT, date_style=DateStyle.LONG, columns=("objectives",), zones=("Asia/Bishkek",)
    )  # fmt: skip
    (page,) = lines(written(regional_review(), AgendaOptions(watermark=False, look=look), tmp_path))
    assert page[3:10] == [
        "12 November 2020 and 13 November 2020, 10.00–15.40 CET · virtual meeting",
        "12 November 2020 All times CET (UTC+1). Also shown: Bishkek (UTC+6)",
        "CET Item Bishkek",
        "10.00–10.30 Opening segment 15.00–15.30",
        "10.30–12.00 Roundtable 1. Ensuring that migration is voluntary, orderly and regular",
        "Objectives 2, 5, 6, 12 and 18",
        "15.30–17.00",
    ]


def test_header_text_and_larger_letters_keep_the_page_readable(tmp_path: Path) -> None:
    look = Look(header_text="Secretariat of the review", font_size=14, time_style=TimeStyle.HALF_DAYS)
    zones = ("America/Toronto", "Asia/Kathmandu", "Asia/Tokyo", "America/Los_Angeles")
    pages = lines(written(regional_review(), AgendaOptions(watermark=False, look=look, zones=zones), tmp_path))
    assert [page[:2] for page in pages] == [
        ["Secretariat of the review", "DRAFT AGENDA"],
        [
            "Secretariat of the review · Regional Review of the Global Compact for Safe, Orderly and Regular "
            "Migration in",
            "the UNECE region",
        ],
    ]
    assert pages[0][9:12] == ["10 a.m.–", "10.30 a.m.", "30 Opening segment"]


def test_a_prints_own_paper_and_zones_stand_before_those_of_its_look() -> None:
    look = Look(paper=Paper.LETTER, zones=("Asia/Tokyo",))
    assert AgendaOptions(look=look).chosen_look == look
    own = AgendaOptions(look=look, paper=Paper.A4, zones=("Asia/Bishkek",)).chosen_look
    assert (own.paper, own.zones) == (Paper.A4, ("Asia/Bishkek",))
