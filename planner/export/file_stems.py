"""Names of files for people: letters and digits alone, no way out of the folder, none twice."""

import re
import unicodedata

from planner.folding import folded

_LONGEST, _MOST_BYTES = 60, 120
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)), "all-sheets"}
)
"""What Windows gives no file, with any suffix; and the names of our own papers in the folder."""


class Stems:
    """Gives each name a stem of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def stem_for(self, name: str, fallback: str) -> str:
        """ "Łukasz Kovač" -> "lukasz-kovac", "李 小龙" -> "李-小龙"; a number for the second one.

        ``fallback`` stands for a name without letters.
        """
        stem = _shortened("".join(map(_plain, unicodedata.normalize("NFC", name))).lower()) or fallback
        if stem in _RESERVED:
            stem = f"{stem}-{fallback}"
        found, number = stem, 1
        while _as_compared(found) in self._taken:
            number += 1
            found = f"{stem}-{number}"
        self._taken.add(_as_compared(found))
        return found


def _plain(letter: str) -> str:
    """Latin letters without accents; those of other scripts as they are; "-" for anything else."""
    name = unicodedata.name(letter, "")
    if letter.isascii() or name.startswith(("LATIN ", "COMBINING ")):
        return re.sub("[^a-z0-9]", "-", folded(letter))
    return letter if unicodedata.category(letter)[0] in "LMN" else "-"


def _shortened(text: str) -> str:
    """No more characters or bytes than a file's name may have on any disk, with room for a suffix and a number."""
    short = re.sub("-+", "-", text).strip("-")[:_LONGEST].encode()[:_MOST_BYTES].decode("utf-8", "ignore")
    return short.strip("-")


def _as_compared(stem: str) -> str:
    """As disks compare names that take no notice of case or of how accents are written."""
    return unicodedata.normalize("NFD", stem.casefold())
