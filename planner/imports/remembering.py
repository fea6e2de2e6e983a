"""What the columns of a set of headings meant last time, kept in the person's folder of settings."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from planner.imports.fields import Field
from planner.imports.normalising import plain

_MOST_SETS = 200


def remembered_fields(headings: Sequence[str]) -> Mapping[str, Field]:
    """What the same set of headings meant when it was last imported: heading -> field; nothing for a new set."""
    kept = _read().get(_name(headings), {})
    return {heading: Field(field) for heading, field in kept.items()}


def remember_fields(fields: Mapping[str, Field]) -> None:
    """Keep what each heading means, for the next sheet with the same ones. A full disk is no reason to stop."""
    name = _name(fields)
    kept = {key: value for key, value in _read().items() if key != name}
    kept[name] = {heading: field.value for heading, field in fields.items()}
    latest = dict(list(kept.items())[-_MOST_SETS:])
    with suppress(OSError):
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(json.dumps(latest, ensure_ascii=False, indent=1), encoding="utf-8")


def _name(headings: Iterable[str]) -> str:
    """The same for the same headings in any order."""
    return sha256("|".join(sorted({plain(heading) for heading in headings})).encode()).hexdigest()[:16]


def _path() -> Path:
    return user_config_path("roundtable-planner") / "import-columns.json"


def _read() -> dict[str, dict[str, str]]:
    """What is kept; nothing when it cannot be read or is not ours."""
    try:
        content: Any = json.loads(_path().read_text(encoding="utf-8"))
        return {
            str(name): {str(heading): Field(field).value for heading, field in fields.items()}
            for name, fields in content.items()
        }
    except (OSError, ValueError, AttributeError):
        return {}
