"""How fast the program is, one JSON line a figure, each beside a reference measured in the same run.

``make bench`` runs it. A figure holds when ``value`` is at most ``limit``; the machine's speed drifts, so the
references say how it ran: an empty commit of SQLite for a drop, bare PySide6 for the start, a plain table for paper.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from planner import edits
from planner.document import Document
from planner.local_times import local_time, zone_names
from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.freezing import thawed
from planner.models.records import Spot
from planner.rules import findings_of, findings_of_spot
from planner.rules.best_spots import best_spots
from planner.rules.changes import changes_between
from planner.rules.day_clocks import day_clock
from planner.rules.drafts import drafts_of
from planner.rules.heat import heat_of, heat_of_places
from planner.rules.seat_zones import zone_of_seat
from planner.rules.telling import to_tell
from planner.starting import started
from planner.ui.application import make_application
from planner.ui.desk import Desk
from planner.ui.main_window import MainWindow
from planner.ui.people_view import PeopleView
from planner.ui.settings import Settings
from planner.ui.theme import dress
from planner.ui.timetable.judging import verdict_of
from planner.ui.zone_loading import zone_loading
from planner.ui.zone_picker import ZonePicker
from planner.zones.asked import start_on
from planner.zones.search import zone_search
from tests.benchmarks import agenda_pdf, history, imports, preview, sheets, word_agenda
from tests.benchmarks.large_meeting import MINUTES, write_large_meeting
from tests.building import entity, make_agenda, person, roundtable, seat

COLD_STARTS, DROPS, ROUNDS = 7, 60, 15
ZONE_WORDS = ("Bishkek", "Нью-Йорк", "Kirghizistan", "UTC+5:30", "CST", "Genève", "Londno", "United States")


def report(name: str, value: float, limit: float, unit: str, **references: float) -> None:
    """One line; ``within`` says whether the limit holds."""
    line = {"figure": name, "value": round(value, 3), "limit": limit, "unit": unit, "within": value <= limit}
    print(json.dumps(line | {key: round(number, 3) for key, number in references.items()}), flush=True)


def milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def bench_cold_start(folder: Path) -> None:
    """Whole processes, in turns."""
    sample = folder / "sample.agenda"
    create_from_template(sample, "regional-review", sample=True)
    script = [sys.executable, str(Path(__file__).with_name("cold_start.py"))]
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    # The first round, which is not counted, leaves compiled modules behind, as an installation does.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ours, bare = [], []
    for _round in range(COLD_STARTS + 1):
        ours.append(milliseconds(lambda: subprocess.run([*script, str(sample)], check=True, env=environment)))
        bare.append(milliseconds(lambda: subprocess.run(script, check=True, env=environment)))
    ours_ms, bare_ms = statistics.median(ours[1:]), statistics.median(bare[1:])
    report("cold start", ours_ms / bare_ms, 3, "times bare PySide6", ours_ms=ours_ms, bare_ms=bare_ms)


def bench_drops(folder: Path, sessions: int, limit_ms: float) -> None:
    """A drop on the timetable until it is committed and repainted, findings included."""
    path = folder / f"{sessions}.agenda"
    write_large_meeting(path, sessions)
    application, theme = make_application()
    window = MainWindow(Settings(folder / "settings.ini"), theme)
    window.resize(1440, 900)
    window.show_desk(Desk(Document.open(path)))
    window.show()
    application.processEvents()
    # As the program does once its window stands: what it is made of is no longer searched for garbage.
    started()
    spots = _spots(window)
    times = [milliseconds(lambda: _drop(application, window, next(spots))) for _drop_number in range(DROPS)]
    window.close()
    report(
        f"drop to repainted, {sessions} sessions", statistics.median(times), limit_ms, "ms",
        slowest_ms=max(times), empty_commit_ms=_empty_commit_ms(folder),
    )  # fmt: skip


def _drop(application: QApplication, window: MainWindow, spot: Spot) -> None:
    window.grid.drop.move_requested.emit(1, spot)
    application.processEvents()


def _spots(window: MainWindow) -> Iterator[Spot]:
    assert window.desk is not None
    rooms = [room.id for room in window.desk.agenda.rooms_in_order]
    number = 0
    while True:
        number += 1
        yield Spot(1 + number % 2, 600 + 5 * (number % 60), rooms[number % min(4, len(rooms))])


def _empty_commit_ms(folder: Path) -> float:
    """The least that a safe commit costs here."""
    connection = sqlite3.connect(folder / "commit.sqlite", isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY)")
    times = [milliseconds(lambda: connection.execute("INSERT INTO rows DEFAULT VALUES")) for _round in range(20)]
    connection.close()
    return statistics.median(times)


def bench_findings(folder: Path) -> None:
    """All findings of a fresh picture, and those of one hovering spot."""
    path = folder / "findings.agenda"
    write_large_meeting(path, 1000)
    fresh = [read_agenda(path) for _round in range(ROUNDS)]
    times = [milliseconds(lambda agenda=agenda: findings_of(agenda)) for agenda in fresh]
    read_ms = milliseconds(lambda: read_agenda(path))
    report("all findings, 1,000 sessions and 2,000 seats", statistics.median(times), 20, "ms", read_file_ms=read_ms)
    hovers = [milliseconds(lambda: _hover(fresh[0])) for _round in range(200)]
    report("findings of one hovering spot", statistics.median(hovers), 1, "ms", slowest_ms=max(hovers))


def _hover(agenda: Agenda) -> object:
    return findings_of_spot(agenda, 1, Spot(2, 700, 2), MINUTES)


def bench_hardship() -> None:
    """The heat of a session with 12 people in 12 zones; then what a drag of it asks at each spot."""
    agenda = far_apart()
    times = [milliseconds(lambda: fresh_heat(agenda)) for _round in range(ROUNDS)]
    report("heat of 12 people, both days, each 5 minutes", statistics.median(times), 10, "ms", slowest_ms=max(times))
    spots = [Spot(1, 600 + 5 * number, 1) for number in range(50)]
    hovers = [milliseconds(lambda spot=spot: verdict_of(agenda, agenda.sessions[1], spot, 90)) for spot in spots]
    report("verdict on one hovering spot, 12 people", statistics.median(hovers), 1, "ms", slowest_ms=max(hovers))


def fresh_heat(agenda: Agenda) -> object:
    """As the first time with these people; the zones themselves were read before."""
    heat_of_places.cache_clear()
    day_clock.cache_clear()
    return heat_of(agenda, 1)


def far_apart() -> Agenda:
    """One session with a seat in each of twelve zones, from Vancouver to Vladivostok."""
    zones = (
        "America/Vancouver", "America/Toronto", "Europe/Lisbon", "Europe/London", "Europe/Zurich", "Europe/Istanbul",
        "Asia/Tbilisi", "Asia/Yerevan", "Asia/Almaty", "Asia/Bishkek", "Asia/Tashkent", "Asia/Vladivostok",
    )  # fmt: skip
    entities = [replace(entity(number, f"Entity {number}"), zone=zone) for number, zone in enumerate(zones, start=1)]
    seats = [seat(number, 1, entity=number) for number in range(1, len(zones) + 1)]
    return make_agenda(sessions=[roundtable(1, 630, 90)], entities=entities, seats=seats)


def bench_best_spots(folder: Path) -> None:
    """Least bad times of one session among 300."""
    path = folder / "spots.agenda"
    write_large_meeting(path, 300)
    fresh = [read_agenda(path) for _round in range(ROUNDS)]
    times = [milliseconds(lambda agenda=agenda: best_spots(agenda, 1)) for agenda in fresh]
    report("least bad times of a session among 300", statistics.median(times), 150, "ms", slowest_ms=max(times))


def bench_local_times() -> None:
    """The start of each seat's session on its holder's clock: 2,000 people in 48 zones, each at a new hour."""
    zones = zone_names()[::9]
    people = [replace(person(number, "Given"), zone=zones[number % len(zones)]) for number in range(1, 2001)]
    sessions = [roundtable(number, 600 + number % 300, day=1 + number % 2) for number in range(1, 1001)]
    seats = [seat(number, 1 + number % 1000, person=number) for number in range(1, 2001)]
    agenda = make_agenda(people=people, sessions=sessions, seats=seats)
    _tell_times(agenda, 0)  # reads the files of the zones
    times = [milliseconds(lambda later=later: _tell_times(agenda, later)) for later in range(1, ROUNDS + 1)]
    again_ms = milliseconds(lambda: _tell_times(agenda, 1))
    report("local times of 2,000 seats", statistics.median(times), 10, "ms", again_ms=again_ms)


def _tell_times(agenda: Agenda, later: int) -> None:
    for each in agenda.seats.values():
        held_in = agenda.sessions[each.session_id]
        day = agenda.days[held_in.day_id or 0]
        local_time(agenda.meeting.zone, day.date, (held_in.start_minute or 0) + later, zone_of_seat(agenda, each))


def bench_drafts(folder: Path) -> None:
    """Freezing the plan as the next draft until it is committed; reading a draft and telling what changed since."""
    path = folder / "drafts.agenda"
    write_large_meeting(path, 1000)
    with closing(Document.open(path)) as document:
        edits.drafts.issue_draft(document)
        issued = [milliseconds(lambda: edits.drafts.issue_draft(document)) for _round in range(ROUNDS)]
        for session_id in list(document.agenda.sessions)[::20]:
            edits.sessions.change_session(document, session_id, title="Another title")
        compared = [milliseconds(lambda: fresh_changes(document.agenda)) for _round in range(ROUNDS)]
        much = {name: _medians(agenda) for name, agenda in much_changed(document.agenda).items()}
    size = "drafts of 1,000 sessions and 2,000 seats"
    report(f"issuing {size}", statistics.median(issued), 60, "ms", slowest_ms=max(issued))
    report(f"comparing {size}", statistics.median(compared), 60, "ms", slowest_ms=max(compared))
    for name, (comparing, telling) in much.items():
        report(f"comparing {size}, {name}", comparing, 60, "ms", who_must_be_told_ms=telling)


def _medians(agenda: Agenda) -> tuple[float, float]:
    """Of telling what changed, and of finding who must be told of it, each as the first time with this picture."""
    compared = [milliseconds(lambda: fresh_changes(agenda)) for _round in range(ROUNDS)]
    fresh = [replace(agenda) for _round in range(ROUNDS)]
    told = [milliseconds(lambda again=again: to_tell(again)) for again in fresh]
    return statistics.median(compared), statistics.median(told)


def much_changed(agenda: Agenda) -> dict[str, Agenda]:
    """What makes a comparison long: every session or every hour is another one."""
    titled = [("sessions", each.id, replace(each, title="Another")) for each in agenda.sessions.values()]
    elsewhere = replace(agenda.meeting, zone="America/New_York", zone_label="EST")
    return {
        "all titles changed": agenda.with_records(titled),
        "the zone changed": agenda.with_records([("meeting", elsewhere.id, elsewhere)]),
    }


def fresh_changes(agenda: Agenda) -> list[str]:
    """The sentences, as the first time with these drafts."""
    first, *_others = drafts_of(agenda)
    return [change.sentence() for change in changes_between(thawed(first.content), agenda)]


def bench_history(folder: Path) -> None:
    """A file with 10,000 steps beside the same file with none."""
    bare, full = history.write_history(folder)
    opened = history.measure_opening(bare, full)
    report(
        "opening a file with 10,000 steps", opened["ratio"], 1.2, "times the same file without a step",
        with_steps_ms=opened["full_ms"], without_ms=opened["bare_ms"],
    )  # fmt: skip
    application, theme = make_application()
    listed = history.measure_view(full, application, theme)
    report("10,000 steps in the history view", listed["shown_ms"], 200, "ms", first_search_ms=listed["searched_ms"])


def bench_paper() -> None:
    figures = agenda_pdf.measure()
    report(
        "agenda PDF of 10 pages", figures["ratio"], 1.5, "times a plain reportlab table",
        agenda_pdf_ms=figures["agenda_pdf_ms"], plain_table_ms=figures["plain_table_ms"],
    )  # fmt: skip


def bench_word() -> None:
    """Nothing but a line to say so where LibreOffice is not installed."""
    program = word_agenda.office()
    if program is None:
        print(json.dumps({"skipped": "agenda PDF beside LibreOffice, which is not installed"}), flush=True)
        return
    figures = word_agenda.measure(program)
    report(
        "agenda PDF of 10 pages, whole command", figures["ratio"], 0.25, "times LibreOffice's of the same .docx",
        agenda_pdf_ms=figures["agenda_pdf_ms"], office_ms=figures["office_ms"],
    )  # fmt: skip


def bench_sheets() -> None:
    figures = sheets.measure()
    report("200 personal sheets with calendar files", figures["sheets_s"], 6, "s", slowest_s=figures["slowest_s"])


def bench_import() -> None:
    figures = imports.measure()
    report("preview of an import, 5,000 rows against 2,000 people", figures["preview_s"], 3, "s")


def bench_search(folder: Path) -> None:
    """Typing in the search box of 5,000 people, each key until it is repainted."""
    application, theme = make_application()
    view = PeopleView(theme)
    view.resize(1100, 560)
    view.show_agenda(many_people(5000))
    view.show()
    application.processEvents()
    times = [
        milliseconds(lambda text=text: _seek(application, view, text))
        for text in ("f", "fa", "fam", "fami", "fam", "fa", "f", "")
    ]
    view.close()
    report("a key in the search of 5,000 people", max(times), 50, "ms", median_ms=statistics.median(times))


def bench_zone_picker() -> None:
    """Sixty keys typed into the field for a zone, each until its list is repainted; and making the names ready."""
    application, theme = make_application()
    start = start_on("Europe/Zurich", "2020-11-12")
    ready_ms = milliseconds(lambda: zone_search().prepare(start))
    loading = zone_loading()
    loading.start(start)
    while loading.search is None:
        application.processEvents()
    picker = ZonePicker("Zone")
    picker.ask_about(lambda: start)
    dress(theme)
    picker.show()
    picker.activateWindow()
    picker.setFocus()
    application.processEvents()
    keys = [word[: end + 1] for word in ZONE_WORDS for end in range(len(word))][:60]
    times = [milliseconds(lambda text=text: _look_up(application, picker, text)) for text in keys]
    picker.close()
    report(
        "a key in the field for a zone, slowest of 60", max(times), 30, "ms",
        median_ms=statistics.median(times), made_ready_ms=ready_ms,
    )  # fmt: skip


def bench_preview(folder: Path) -> None:
    """The agenda of 300 sessions looked at while it is edited."""
    figures = preview.measure(folder)
    report("preview, first page after an edit", figures["first_page"], 300, "ms")
    report(
        "preview, longest wait of the window", figures["longest_wait"], 16, "ms",
        worst=figures["worst_wait"], idle=figures["idle_wait"],
    )  # fmt: skip


def _look_up(application: QApplication, picker: ZonePicker, text: str) -> None:
    picker.setText(text)
    picker.open_list()
    application.processEvents()


def _seek(application: QApplication, view: PeopleView, text: str) -> None:
    view.search.setText(text)
    application.processEvents()


def many_people(count: int) -> Agenda:
    people = [
        person(number, f"Given{number % 97}", f"Family{number}", entity=1 + number % 50) for number in range(1, count)
    ]
    return make_agenda(entities=[entity(number, f"Entity {number}") for number in range(1, 51)], people=people)


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        bench_cold_start(folder)
        bench_drops(folder, 300, 8)
        bench_drops(folder, 1000, 16)
        bench_findings(folder)
        bench_search(folder)
        bench_zone_picker()
        bench_best_spots(folder)
        bench_drafts(folder)
        bench_preview(folder)
        bench_history(folder)
    bench_hardship()
    bench_local_times()
    bench_paper()
    bench_word()
    bench_sheets()
    bench_import()


if __name__ == "__main__":
    main()
