"""New files from a template: the regional review, its illustrative sample, and empty meetings."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from planner.clock import USUAL_WINDOW
from planner.errors import InputProblem
from planner.filling import Filling
from planner.local_times import known_zone
from planner.models.creating import create_file
from planner.models.storing import storable
from planner.resources import resource
from planner.rules.zone_change import suggested_label
from planner.templates import TEMPLATES, USUAL_ZONE, usual_days
from planner.wording import say

# The zone data tell nothing sure of earlier days, and a date ends with the year 9999.
_YEARS = range(1970, 9999)


def create_from_template(
    path: Path,
    key: str,
    *,
    sample: bool = False,
    days: Sequence[date] = (),
    title: str = "",
    zone: str = USUAL_ZONE,
) -> None:
    """Make a new file with an empty history; ``sample`` adds illustrative speakers to the regional review.

    Raises InputProblem for a template, sample and days that do not go together, and for an unknown zone; FileProblem
    for the disk's failures.
    """
    _check_key(key)
    known_zone(zone)
    _check_days(days)
    if sample and key != "regional-review":
        raise InputProblem(say("Only the template regional-review has a sample. Leave the sample out."))
    if key == "regional-review":
        content = _read("regional-review.json")
        extra = _read("regional-review-sample.json") if sample else {}
        dates = _two_days(days) or [date.fromisoformat(text) for text in content["dates"]]
    else:
        content, extra = {"title": say("New meeting")}, {}
        dates = list(days) if key == "empty" else _two_days(days) or usual_days(date.today())
    if not dates:
        raise InputProblem(say("An empty meeting needs its days. Give them, such as 2020-11-12,2020-11-13."))
    create_file(path, lambda connection: _fill(connection, content | _given(title), extra, dates, zone))


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("templates", name).read_text(encoding="utf-8"))
    return content


def _given(title: str) -> dict[str, str]:
    return {"title": str(storable(title))} if title else {}


def _check_key(key: str) -> None:
    keys = [template.key for template in TEMPLATES]
    if key not in keys:
        raise InputProblem(say("There is no template “{key}”. Choose one of: {keys}.", key=key, keys=", ".join(keys)))


def _check_days(days: Sequence[date]) -> None:
    for day in days:
        if day.year not in _YEARS:
            raise InputProblem(say("The day {day} lies too far away. Choose one from 1970 on.", day=day.isoformat()))
    twice = {day for day in days if days.count(day) > 1}
    if twice:
        raise InputProblem(say("The day {day} is given twice. Give each day once.", day=min(twice).isoformat()))


def _two_days(days: Sequence[date]) -> list[date]:
    """The two days of a two-day meeting: both given, or the first one only; none when none is given."""
    if len(days) > 2:
        raise InputProblem(say("This template has two days. Give two, or the first one; or take the template empty."))
    if len(days) == 1:
        return [days[0], days[0] + timedelta(days=1)]
    return sorted(days)


def _fill(
    connection: Connection, content: Mapping[str, Any], extra: Mapping[str, Any], dates: Sequence[date], zone: str
) -> None:
    filling = Filling(connection)
    filling.add_meeting(content, extra, zone=zone, zone_label=suggested_label(zone, min(dates).isoformat()))
    filling.add_days(dates, USUAL_WINDOW)
    if "objectives" in content:
        filling.add_objectives(_table(content["objectives"]))
        filling.add_states(_table(content["states"]))
    filling.add_entities(extra.get("entities", ()))
    filling.add_sessions(content.get("sessions", ()), extra.get("details", {}))
    filling.add_sessions(extra.get("to_place", ()), {})
    filling.add_rulers(extra.get("rulers", ()))


def _table(name: str) -> list[dict[str, str]]:
    with resource("data", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
