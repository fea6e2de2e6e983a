"""Text of e-mails in which each line says one thing: "Entity: Examplia", "Role: Speaker"."""

import re

from planner.imports.fields import fields_by_heading
from planner.imports.normalising import plain

_LINE = re.compile(r"\s*[-*•]?\s*([^:\n]{2,60}?)\s*:\s*(.*)")
_FEWEST_KNOWN = 2
_SHARE = 0.5


def form_rows(text: str) -> list[tuple[int, list[str]]] | None:
    """A heading row and a row for each form, numbered by line; None when the text is no form.

    A new form begins where a heading comes again; lines without one belong to the line before.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    matches = [(number, _LINE.fullmatch(line), line) for number, line in lines]
    known = {plain(match[1]) for _number, match, _line in matches if match and plain(match[1]) in fields_by_heading()}
    if len(known) < _FEWEST_KNOWN or sum(match is not None for _n, match, _l in matches) < _SHARE * len(lines):
        return None
    forms: list[tuple[int, dict[str, str]]] = []
    last = ""
    for number, match, line in matches:
        if match is None:
            if last:
                forms[-1][1][last] += f"\n{line.strip()}"
            continue
        last = match[1].strip()
        if not forms or last in forms[-1][1]:
            forms.append((number, {}))
        forms[-1][1][last] = match[2].strip()
    headings = list(dict.fromkeys(heading for _number, form in forms for heading in form))
    return [(0, headings), *((number, [form.get(heading, "") for heading in headings]) for number, form in forms)]
