"""Text of e-mails in which each line says one thing: "Entity: Examplia", "Role: Speaker"."""

import re

from planner.imports.fields import Field, fields_by_heading
from planner.imports.normalising import plain

_LINE = re.compile(r"\s*[-*•]?\s*([^:\n]{2,60}?)\s*:\s*(.*)")
_FEWEST_KNOWN = 2
_SHARE = 0.5


def form_rows(text: str) -> list[tuple[int, list[str]]] | None:
    """A heading row and a row for each form, numbered by line; None when the text is no form.

    A new form begins where a heading comes again; lines without one belong to the line before, unless a blank one
    stands between: a signature is no part of what was said last.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    matches = [(number, _LINE.fullmatch(line), line) for number, line in lines]
    known = {plain(match[1]) for _number, match, _line in matches if match and plain(match[1]) in fields_by_heading()}
    if len(known) < _FEWEST_KNOWN or sum(match is not None for _n, match, _l in matches) < _SHARE * len(lines):
        return None
    forms: list[tuple[int, dict[str, str]]] = []
    last, above = "", 0
    for number, match, line in matches:
        ended, above = number > above + 1 and not _is_note(last), number
        if match is None:
            last = "" if ended else last
            if last:
                forms[-1][1][last] += f"\n{line.strip()}"
            continue
        if not match[2] and plain(match[1]) not in fields_by_heading():
            continue
        last = match[1].strip()
        if not forms or last in forms[-1][1]:
            forms.append((number, {}))
        forms[-1][1][last] = match[2].strip()
    headings = list(dict.fromkeys(heading for _number, form in forms for heading in form))
    return [(0, headings), *((number, [form.get(heading, "") for heading in headings]) for number, form in forms)]


def _is_note(heading: str) -> bool:
    return fields_by_heading().get(plain(heading)) is Field.NOTE
