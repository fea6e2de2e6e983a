"""E-mail addresses as people type them: only what is plainly one goes into a header."""

import re

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")


def address_of(text: str) -> str:
    """The text itself when it is one address of plain letters, else nothing."""
    typed = text.strip()
    return typed if _ADDRESS.fullmatch(typed) else ""


def address_in(text: str) -> str:
    """The first address in a line such as "Secretariat, office@example.org"; nothing when there is none."""
    found = _ADDRESS.search(text)
    return found[0].rstrip(".") if found else ""
