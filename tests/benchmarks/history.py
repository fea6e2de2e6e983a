"""A file with ten thousand steps: opened beside the same file without any, and listed in the view."""

import shutil
import sqlite3
import statistics
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from planner import past
from planner.document import Document
from planner.making import create_from_template
from planner.models.record import field_names
from planner.models.records import Session
from planner.ui.history_lines import HistorySource
from planner.ui.history_view import HistoryView
from planner.ui.theme import Theme

STEPS, OPENINGS, ROUNDS = 10_000, 41, 7


def write_history(folder: Path) -> tuple[Path, Path]:
    """The sample meeting with ten thousand steps on its sessions, as edits write them; and the same without a step."""
    bare, full = folder / "bare.agenda", folder / "full.agenda"
    create_from_template(bare, "regional-review", sample=True)
    shutil.copy(bare, full)
    image = ", ".join(f"'{name}', s.{name}" for name in field_names(Session))
    with closing(sqlite3.connect(full)) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO journal_steps(id, name, made_at, state) "
            "SELECT i, 'Change the title of Roundtable ' || (i % 5), '2020-11-05T10:00:00+00:00', 1 FROM n",
            (STEPS,),
        )
        connection.execute(
            "INSERT INTO journal_images(step_id, table_name, row_id, before, after) "
            f"SELECT j.id, 'sessions', s.id, json_object({image}), json_object({image}) "
            "FROM journal_steps j JOIN sessions s ON s.id = 1 + j.id % 10"
        )
        connection.commit()
    return bare, full


def measure_opening(bare: Path, full: Path) -> dict[str, float]:
    """Medians of openings in turns, in milliseconds, and how many times longer the one with steps takes."""
    times: dict[Path, list[float]] = {bare: [], full: []}
    for _round in range(OPENINGS):
        for path, taken in times.items():
            taken.append(_opening_ms(path))
    bare_ms, full_ms = (statistics.median(taken[1:]) for taken in times.values())
    return {"ratio": full_ms / bare_ms, "bare_ms": bare_ms, "full_ms": full_ms}


def _opening_ms(path: Path) -> float:
    start = perf_counter()
    document = Document.open(path)
    taken = (perf_counter() - start) * 1000
    document.close()
    return taken


def measure_view(full: Path, application: QApplication, theme: Theme) -> dict[str, float]:
    """The view made, filled and painted; a word searched for the first time, in what steps touched too."""
    shown, searched = [], []
    for _round in range(ROUNDS):
        with closing(Document.open(full)) as document:
            source = HistorySource(
                partial(past.past_steps, document),
                partial(past.changed_rows, document),
                partial(past.rows_gone, document),
                document.agenda_at,
            )
            start = perf_counter()
            view = HistoryView(source, theme)
            view.resize(1100, 560)
            view.show_agenda(document.agenda)
            view.show()
            application.processEvents()
            shown.append((perf_counter() - start) * 1000)
            searched.append(_milliseconds(partial(view.search.setText, "roundtable 3")))
            view.close()
    return {"shown_ms": statistics.median(shown), "searched_ms": statistics.median(searched)}


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
