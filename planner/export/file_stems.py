"""Names of files for people: plain ASCII, no way out of the folder, none twice."""

import re

from planner.folding import folded

_LONGEST = 60
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)), "all-sheets"}
)
"""What Windows gives no file, with any suffix; and the names of our own papers in the folder."""


class Stems:
    """Gives each name a stem of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def stem_for(self, name: str, fallback: str) -> str:
        """ "Łukasz Kovač" -> "lukasz-kovac"; ``fallback`` for a name in other letters; a number for the second one."""
        stem = re.sub(r"[^a-z0-9]+", "-", folded(name))[:_LONGEST].strip("-") or fallback
        if stem in _RESERVED:
            stem = f"{stem}-{fallback}"
        found, number = stem, 1
        while found in self._taken:
            number += 1
            found = f"{stem}-{number}"
        self._taken.add(found)
        return found
