"""How an interest knows the rows it came from: file, entity, person, and a digest of what the rows said."""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from planner.imports.normalising import plain
from planner.imports.rows import GivenRow
from planner.models.records import Interest

_DIGEST_LENGTH = 12
_COPY_WORDS = re.compile(
    r"\b(?:copy|copie|копия|corrected|corrige|final|new|rev|version|v|исправл\w*)\b ?(?:\d+\b)?|\b\d{1,2}$"
)


class SourceKey(NamedTuple):
    """The first three parts find an interest again; ``digest`` tells whether its rows changed."""

    file: str
    entity: str
    person: str
    digest: str

    @property
    def place(self) -> tuple[str, str, str]:
        return self[:3]

    def written(self) -> str:
        return "|".join(self)


def file_stem(source: str) -> str:
    """ "Interests (1).xlsx" and "Interests_v2_corrected.csv" are the same file, sent again: "interests"."""
    stem = plain(PurePath(source).stem.replace("_", " "))
    spaced = re.sub(r"(?<=\bv)(?=\d)", " ", stem)
    return " ".join(_COPY_WORDS.sub(" ", spaced).split()) or stem


def source_key(source: str, rows: Iterable[GivenRow]) -> SourceKey:
    """The key of rows about one entity and person."""
    given = list(rows)
    said = "\n".join(sorted("|".join(row.texts) for row in given))
    digest = sha256(said.encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]
    return SourceKey(file_stem(source), given[0].entity.key, given[0].person_key.replace("|", " "), digest)


def key_of(interest: Interest) -> SourceKey | None:
    """The key an interest was imported under; None for one that was typed."""
    parts = interest.source_key.split("|")
    return SourceKey(*parts) if len(parts) == len(SourceKey._fields) else None
