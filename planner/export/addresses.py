"""E-mail addresses, telephone numbers and links with a password that somebody typed into a text.

They are kept out of papers for everybody; so are other long numbers that may be one (planner.export.number_runs).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

from planner.export.number_runs import number_runs
from planner.models.agenda import Agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.wording import say

_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]"
_AT, _DOT = (rf"[ \t]?[\[(][ \t]?{word}[ \t]?[\])][ \t]?" for word in ("at", "dot"))
_EMAIL = re.compile(
    rf"(?:mailto:)?(?<!{_LOCAL}){_LOCAL}+"
    rf"(?:(?:[ \t]?@[ \t]?|{_AT})[\w-]+(?:(?:\.|{_DOT})[\w-]+)+|[ \t]+at[ \t]+[\w-]+(?:[ \t]+dot[ \t]+[\w-]+)+)",
    re.IGNORECASE,
)
_BETWEEN = r"[ \t\u00a0().\u2010-\u2015-]{0,3}"
_PHONE = re.compile(
    rf"(?:tel:)?(?:(?:\((?=\+\d{{1,3}}\)))?\+{_BETWEEN}\d(?:(?:{_BETWEEN}|/)\d){{7,14}}"
    rf"|\b00[ \t]?[1-9](?:{_BETWEEN}\d){{8,13}})(?!\d)",
    re.IGNORECASE,
)
"""International numbers (E.164: up to 15 digits; fewer than 8 are an amount)."""
_NAMED_PHONE = re.compile(
    r"\b((?:tele?ph?one|phone|tel|tél|téléphone|fax|mob|mobile|cell|gsm|whatsapp|viber|signal|тел|моб|телефон)\b[.:\s]*)"
    rf"\(?\d(?:(?:{_BETWEEN}|/)\d){{5,14}}(?!\d)",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"\b((?:(?:tele?phone|phone|tel|tél|fax|ext)[.:]+\s*|(?:tel|tél|fax|ext)\s+))\d(?:[ -]?\d){3,5}(?!\d)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_JOINING = (
    r"(?:[\w-]+\.)*(?:zoom\.us|zoomgov\.com|webex\.com|gotomeeting\.com)|teams\.(?:microsoft|live)\.com|meet\.google\.com"
    r"|wa\.me|(?:api|chat)\.whatsapp\.com|signal\.me|t\.me"
)
_SECRET_LINK = re.compile(
    rf"(?:https?://|(?<![\w./@-]))(?:{_JOINING})/(?!\S*\bregister\b)\S{{1,500}}"
    r"|https?://\S{1,500}?[?&](?:pwd|passcode|password|pass|phone|tel)=\S{1,200}",
    re.IGNORECASE,
)
"""With a password or a number in it, or one that leads straight into a call; one to register leads nowhere yet."""
_SIGNS = re.compile(
    r"@|\+|://|\.(?:us|com|me)/|\bat\b|(?:tel|tél|phone|fax|\bext[.:]|mob|cell|gsm|whatsapp|viber|signal|тел|моб)"
    r"|\d(?:\D{0,3}\d){6}",
    re.IGNORECASE,
)
"""Without one of them a text is not looked at closer: a paper of 300 sessions is made while somebody waits."""
_NO_TEXT = frozenset({"logo", "zone", "zones", "uid", "date", "deadline_date", "accent"})


class Hidden(NamedTuple):
    """A text with nothing of the kind in it, and how much was taken out."""

    text: str
    addresses: int = 0
    numbers: int = 0


def without_addresses(agenda: Agenda) -> Agenda:
    """The Agenda with none of them in any text; records without them stay the same objects."""
    return agenda.with_records(
        (table, record.id, replace(record, **{name: found.text for name, found in texts.items()}))
        for table, record, texts in _with_addresses(agenda)
    )


def without_addresses_in(text: str) -> str:
    """The same of a single text, such as the header of the papers."""
    return _hidden(text).text if _may_hold_one(text) else text


def addresses_in_texts(agenda: Agenda) -> tuple[int, int]:
    """How many e-mail addresses and links, and how many numbers, ``without_addresses`` takes out."""
    found = [each for _table, _record, texts in _with_addresses(agenda) for each in texts.values()]
    return sum(each.addresses for each in found), sum(each.numbers for each in found)


def _with_addresses(agenda: Agenda) -> Iterator[tuple[str, Any, Mapping[str, Hidden]]]:
    """Each record that holds some, with its texts that do."""
    for table in PLAN_TABLES:
        records = records_of(agenda, table)
        names = _text_fields(next(iter(records.values()), None))
        for record in records.values():
            found = {name: _hidden(getattr(record, name)) for name in names if _may_hold_one(getattr(record, name))}
            texts = {name: each for name, each in found.items() if each.addresses or each.numbers}
            if texts:
                yield table, record, texts


def _text_fields(record: Any) -> tuple[str, ...]:
    if record is None:
        return ()
    found = (field.name for field in fields(record) if type(getattr(record, field.name)) is str)
    return tuple(name for name in found if name not in _NO_TEXT)


def _may_hold_one(text: str) -> bool:
    return bool(text) and (not text.isascii() or _SIGNS.search(text) is not None)


def _hidden(text: str) -> Hidden:
    """Signs that nobody sees, or in another width, hide none; a text without any is left as it was typed."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain, links = _SECRET_LINK.subn(say("(link on request)"), plain)
    plain, emails = _EMAIL.subn(say("(e-mail address on request)"), plain)
    phone = say("(telephone number on request)")
    plain, phones = _PHONE.subn(phone, plain)
    plain, named = _NAMED_PHONE.subn(rf"\1{phone}", plain)
    plain, extensions = _EXTENSION.subn(rf"\1{phone}", plain)
    runs = tuple(number_runs(plain))
    for start, end in reversed(runs):
        plain = f"{plain[:start]}{say('(number on request)')}{plain[end:]}"
    found = Hidden(plain, links + emails, phones + named + extensions + len(runs))
    return found if found.addresses or found.numbers else Hidden(text)
