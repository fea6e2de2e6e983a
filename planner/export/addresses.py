"""E-mail addresses and telephone numbers that somebody typed into a text, kept out of papers for everybody."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from planner.models.agenda import Agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.wording import say

_EMAIL = re.compile(
    r"(?:mailto:)?(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_PHONE = re.compile(r"(?:tel:)?(?:\+|\b00(?=[1-9]))[ (]{0,2}\d(?:[ \u00a0()./-]{0,3}\d){6,14}(?!\d)", re.IGNORECASE)
"""International numbers alone (E.164: 7 to 15 digits): others cannot be told from dates and symbols of documents."""
_NO_TEXT = frozenset({"logo", "zone", "zones", "uid", "date", "deadline_date", "accent"})


def without_addresses(agenda: Agenda) -> Agenda:
    """The Agenda with neither in any text; records without them stay the same objects."""
    return agenda.with_records(
        (table, record.id, replace(record, **{name: _hidden(text) for name, text in texts.items()}))
        for table, record, texts in _with_addresses(agenda)
    )


def addresses_in_texts(agenda: Agenda) -> int:
    """How many ``without_addresses`` takes out."""
    texts = [text for _table, _record, found in _with_addresses(agenda) for text in found.values()]
    return sum(len(pattern.findall(text)) for text in texts for pattern in (_EMAIL, _PHONE))


def _with_addresses(agenda: Agenda) -> Iterator[tuple[str, Any, Mapping[str, str]]]:
    for table in PLAN_TABLES:
        records = records_of(agenda, table)
        names = _text_fields(next(iter(records.values()), None))
        for record in records.values():
            texts = {name: text for name in names if _holds_one(text := getattr(record, name))}
            if texts:
                yield table, record, texts


def _text_fields(record: Any) -> tuple[str, ...]:
    if record is None:
        return ()
    found = (field.name for field in fields(record) if type(getattr(record, field.name)) is str)
    return tuple(name for name in found if name not in _NO_TEXT)


def _holds_one(text: str) -> bool:
    # Most texts have no such sign at all, and a paper of 300 sessions is to be made while somebody waits.
    signs = "@" in text or "+" in text or "00" in text
    return signs and bool(_EMAIL.search(text) or _PHONE.search(text))


def _hidden(text: str) -> str:
    without_emails = _EMAIL.sub(say("(e-mail address on request)"), text)
    return _PHONE.sub(say("(telephone number on request)"), without_emails)
