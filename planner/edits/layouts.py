"""How the papers look: saved layouts, of which the first by position is the one in use."""

import re
from base64 import b64encode
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.edits.naming import clean_name
from planner.errors import InputProblem
from planner.export.agenda_paper import MOST_ZONES
from planner.export.layouts import layout_in_use, names_in
from planner.export.look import (
    ALL_COLUMNS,
    LARGEST_FONT_SIZE,
    SMALLEST_FONT_SIZE,
    DateStyle,
    Look,
    Paper,
    TimeStyle,
)
from planner.local_times import zone_exists
from planner.models.tables import LayoutRow
from planner.wording import say

MOST_LOGO_BYTES = 1_000_000
_ACCENT = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)


def add_layout(document: Document, name: str) -> int:
    """A further layout with the usual look, put to use at once; returns its id. Raises InputProblem."""
    values = _usual_values() | {"name": _checked_name(name)}
    with document.edit(say("Add the layout “{name}”", name=values["name"])) as rows:
        return _add_first(rows, document, values)


def duplicate_layout(document: Document, layout_id: int) -> int:
    """A copy, put to use at once; returns its id. Raises RuleBroken when it is gone."""
    layout = record_of(document.agenda.layouts, layout_id)
    values = asdict(layout) | {"name": say("{name} (copy)", name=layout.name)}
    del values["id"], values["position"]
    with document.edit(say("Duplicate the layout “{name}”", name=layout.name)) as rows:
        return _add_first(rows, document, values)


def remove_layout(document: Document, layout_id: int) -> None:
    """The next one is then in use, or the usual look. Raises RuleBroken when it is gone."""
    layout = record_of(document.agenda.layouts, layout_id)
    with document.edit(say("Remove the layout “{name}”", name=layout.name)) as rows:
        rows.delete(row_of(rows, LayoutRow, layout_id))


def use_layout(document: Document, layout_id: int) -> None:
    """Make a layout the one that papers are made with. Raises RuleBroken when it is gone."""
    layout = record_of(document.agenda.layouts, layout_id)
    if layout == layout_in_use(document.agenda):
        return
    with document.edit(say("Use the layout “{name}”", name=layout.name)) as rows:
        row_of(rows, LayoutRow, layout_id).position = _before_all(document)


def change_look(document: Document, **values: Any) -> None:
    """Change the layout in use; the first change of a meeting without layouts makes one.

    ``columns`` and ``zones`` are sequences of names, ``logo`` the bytes of a PNG or JPEG file. Raises InputProblem.
    """
    stored = {field: _stored(field, value) for field, value in values.items()}
    layout = layout_in_use(document.agenda)
    before = _usual_values() if layout is None else asdict(layout)
    changed = {field: value for field, value in stored.items() if value != before[field]}
    if not changed:
        return
    with document.edit(_change_name(next(iter(changed)))) as rows:
        if layout is None:
            _add_first(rows, document, before | changed)
        else:
            set_fields(row_of(rows, LayoutRow, layout.id), changed)


def _add_first(rows: DatabaseSession, document: Document, values: dict[str, Any]) -> int:
    row = LayoutRow(position=_before_all(document))
    set_fields(row, values)
    rows.add(row)
    rows.flush()
    return row.id


def _before_all(document: Document) -> int:
    return min((layout.position for layout in document.agenda.layouts.values()), default=1) - 1


def _usual_values() -> dict[str, Any]:
    look = Look()
    return {
        "name": say("Standard"), "paper": look.paper.value, "accent": look.accent, "header_text": look.header_text,
        "logo": "", "logo_alt": look.logo_alt, "time_style": look.time_style.value,
        "date_style": look.date_style.value, "font_size": look.font_size, "columns": ",".join(look.columns),
        "zones": ",".join(look.zones),
    }  # fmt: skip


def _stored(field: str, value: Any) -> str | int:
    """What is chosen, checked, as the row holds it."""
    match field:
        case "name":
            return _checked_name(value)
        case "accent":
            return _checked_accent(value)
        case "logo":
            return _checked_logo(value)
        case "paper" | "time_style" | "date_style":
            kinds: dict[str, list[str]] = {"paper": [*Paper], "time_style": [*TimeStyle], "date_style": [*DateStyle]}
            return _one_of(kinds[field], str(value))
        case "font_size":
            return _checked_size(value)
        case "columns":
            return _listed(value, ALL_COLUMNS)
        case "zones":
            return _checked_zones(value)
        case "header_text":
            return "\n".join(" ".join(line.split()) for line in str(value).strip().splitlines())
        case "logo_alt":
            return " ".join(str(value).split())
    raise KeyError(field)


def _checked_name(name: str) -> str:
    cleaned = clean_name(name)
    if not cleaned:
        raise InputProblem(say("Give the layout a name, such as “Ministerial”."))
    return cleaned


def _checked_accent(text: str) -> str:
    if not _ACCENT.fullmatch(text.strip()):
        raise InputProblem(say("“{text}” is no colour. Type it like #0B6BB5.", text=text))
    return text.strip().upper()


def _checked_logo(data: bytes) -> str:
    if len(data) > MOST_LOGO_BYTES:
        raise InputProblem(say("The logo is too large. Choose a picture of less than 1 MB."))
    return b64encode(data).decode("ascii")


def _checked_size(size: int) -> int:
    if not SMALLEST_FONT_SIZE <= size <= LARGEST_FONT_SIZE:
        least, most = SMALLEST_FONT_SIZE, LARGEST_FONT_SIZE
        raise InputProblem(say("Choose a font size from {least} to {most} points.", least=least, most=most))
    return size


def _one_of(known: Collection[str], value: str) -> str:
    return _listed([value], known)


def _listed(values: Sequence[str], known: Collection[str]) -> str:
    """The known ones of the values, in their usual order. Raises InputProblem for others."""
    strangers = [value for value in values if value not in list(known)]
    if strangers:
        choices = ", ".join(known)
        raise InputProblem(say("There is no “{name}”. Choose from: {choices}.", name=strangers[0], choices=choices))
    return ",".join(value for value in known if value in values)


def _checked_zones(zones: Sequence[str] | str) -> str:
    chosen = tuple(dict.fromkeys(names_in(zones) if isinstance(zones, str) else zones))
    if len(chosen) > MOST_ZONES:
        raise InputProblem(say("A page has room for {most} further time zones. Choose fewer.", most=MOST_ZONES))
    unknown = [zone for zone in chosen if not zone_exists(zone)]
    if unknown:
        raise InputProblem(
            say("There is no time zone “{zone}”. Choose one from the list, such as Europe/Zurich.", zone=unknown[0])
        )
    return ",".join(chosen)


def _change_name(field: str) -> str:
    return {
        "name": say("Rename the layout of papers"),
        "paper": say("Change the paper size"),
        "accent": say("Change the colour of papers"),
        "header_text": say("Change the header of papers"),
        "logo": say("Change the logo of papers"),
        "logo_alt": say("Change the description of the logo"),
        "time_style": say("Change how papers write hours"),
        "date_style": say("Change how papers write dates"),
        "font_size": say("Change the font size of papers"),
        "columns": say("Change the columns of papers"),
        "zones": say("Change the zone columns of papers"),
    }[field]
