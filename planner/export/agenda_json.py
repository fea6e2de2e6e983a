"""The whole Agenda, and findings, as JSON with stable keys."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.clock import format_minute
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.writing import write_text_whole
from planner.models.agenda import Agenda
from planner.models.record import field_names
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Session
from planner.rules.finding import Finding

if TYPE_CHECKING:
    from planner.export.agenda_paper import AgendaOptions

_MEETING = "meeting"
_SESSIONS = "sessions"


def agenda_as_json(agenda: Agenda) -> str:
    """An object: "meeting", then a list a table by id; sessions also say when they are in plain words.

    Keys are the columns' names. "placed", "date", "start" and "end" of a session are derived, for reading.
    """
    tables: dict[str, Any] = {_MEETING: _record(agenda.meeting)}
    for table in RECORD_TYPES:
        if table != _MEETING:
            tables[table] = _rows(agenda, table)
    return _text(tables)


def write_agenda_json(
    agenda: Agenda,
    options: "AgendaOptions",  # noqa: ARG001  # the data has no draft, paper or zones to choose
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """Writes the whole Agenda, internal notes and addresses too, as UTF-8 JSON."""
    text = agenda_as_json(agenda)
    Steps(1, progress, cancel).advance()
    write_text_whole(path, text)


def findings_as_json(findings: Iterable[Finding]) -> str:
    """A list of findings, in the order given."""
    return _text([_finding(finding) for finding in findings])


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "title": finding.title,
        "sentence": finding.sentence,
        "session_ids": finding.session_ids,
        "seat_ids": finding.seat_ids,
        "objective_ids": finding.objective_ids,
    }


def _rows(agenda: Agenda, table: str) -> list[dict[str, Any]]:
    rows: Mapping[int, Any] = getattr(agenda, table)
    if table == _SESSIONS:
        return [
            {**_record(agenda.sessions[row_id]), **_when(agenda, agenda.sessions[row_id])} for row_id in sorted(rows)
        ]
    return [_record(rows[row_id]) for row_id in sorted(rows)]


def _record(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in field_names(type(record))}


def _when(agenda: Agenda, session: Session) -> dict[str, Any]:
    spot = session.spot
    if spot is None:
        return {"placed": False, "date": None, "start": None, "end": None}
    return {
        "placed": True,
        "date": agenda.days[spot.day_id].date,
        "start": format_minute(spot.start_minute),
        "end": format_minute(spot.start_minute + session.minutes),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
