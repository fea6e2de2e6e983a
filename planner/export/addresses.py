"""E-mail addresses, telephone numbers and links with a password that somebody typed into a text.

They are kept out of papers for everybody. What can only be a number by the word before it ("tel. 022 917 12 34") is
known by that word; other numbers without a country code cannot be told from dates and symbols of documents.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from planner.models.agenda import Agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.wording import say

_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]"
_EMAIL = re.compile(
    rf"(?:mailto:)?(?<!{_LOCAL}){_LOCAL}+[ \t]?(?:@|[\[(][ \t]?at[ \t]?[\])])[ \t]?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_BETWEEN = r"[ \t\u00a0().\u2010-\u2015-]{0,3}"
_PHONE = re.compile(
    rf"(?:tel:)?(?:\+{_BETWEEN}\d(?:(?:{_BETWEEN}|/)\d){{7,14}}|\b00[ \t]?[1-9](?:{_BETWEEN}\d){{8,13}})(?!\d)",
    re.IGNORECASE,
)
"""International numbers (E.164: up to 15 digits; fewer than 8 are an amount)."""
_NAMED_PHONE = re.compile(
    r"\b((?:tele?ph?one|phone|tel|tél|téléphone|fax|mob|mobile|cell|gsm|whatsapp|viber|signal|тел|моб|телефон)\b[.:\s]*)"
    rf"\(?\d(?:(?:{_BETWEEN}|/)\d){{5,14}}(?!\d)",
    re.IGNORECASE,
)
_SECRET_LINK = re.compile(r"https?://\S{1,500}?[?&](?:pwd|passcode|password|pass)=\S{1,200}", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_SIGNS = re.compile(
    r"@|\+|00|\bat\b|[?&]p|(?:tel|tél|phone|fax|mob|cell|gsm|whatsapp|viber|signal|тел|моб)", re.IGNORECASE
)
"""Without one of them a text is not looked at closer: a paper of 300 sessions is made while somebody waits."""
_NO_TEXT = frozenset({"logo", "zone", "zones", "uid", "date", "deadline_date", "accent"})


def without_addresses(agenda: Agenda) -> Agenda:
    """The Agenda with none of them in any text; records without them stay the same objects."""
    return agenda.with_records(
        (table, record.id, replace(record, **texts)) for table, record, texts, _count in _with_addresses(agenda)
    )


def addresses_in_texts(agenda: Agenda) -> int:
    """How many ``without_addresses`` takes out."""
    return sum(count for _table, _record, _texts, count in _with_addresses(agenda))


def _with_addresses(agenda: Agenda) -> Iterator[tuple[str, Any, Mapping[str, str], int]]:
    """Each record that holds some: its texts without them, and how many there were."""
    for table in PLAN_TABLES:
        records = records_of(agenda, table)
        names = _text_fields(next(iter(records.values()), None))
        for record in records.values():
            found = {name: _hidden(getattr(record, name)) for name in names if _may_hold_one(getattr(record, name))}
            texts = {name: text for name, (text, count) in found.items() if count}
            if texts:
                yield table, record, texts, sum(count for _text, count in found.values())


def _text_fields(record: Any) -> tuple[str, ...]:
    if record is None:
        return ()
    found = (field.name for field in fields(record) if type(getattr(record, field.name)) is str)
    return tuple(name for name in found if name not in _NO_TEXT)


def _may_hold_one(text: str) -> bool:
    return bool(text) and (not text.isascii() or _SIGNS.search(text) is not None)


def _hidden(text: str) -> tuple[str, int]:
    """The text without them, and their number; signs that nobody sees, or in another width, hide none."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    total = 0
    for pattern, words in (
        (_SECRET_LINK, say("(link on request)")),
        (_EMAIL, say("(e-mail address on request)")),
        (_PHONE, say("(telephone number on request)")),
        (_NAMED_PHONE, rf"\1{say('(telephone number on request)')}"),
    ):
        plain, count = pattern.subn(words, plain)
        total += count
    return (plain, total) if total else (text, 0)
