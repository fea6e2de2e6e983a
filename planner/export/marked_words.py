"""Words of two states beside each other: what is new is set off, what is gone is struck through."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from planner.export.paper_content import PaperLine, PaperValue
from planner.export.paper_parts import Emphasis, Paragraph, Run, Runs, plain
from planner.export.seat_runs import value_runs
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.models.kinds import Role
from planner.wording import role_heading

_MARKS = frozenset({Emphasis.STRUCK, Emphasis.ADDED})


def marked(old: str, new: str) -> Runs:
    """The old text struck through, then the new one set off; plain when they are the same."""
    if old == new:
        return plain(new)
    struck = (Run(old, Emphasis.STRUCK),) if old else ()
    added = (Run(new, Emphasis.ADDED),) if new else ()
    return (*struck, Run(" "), *added) if struck and added else (*struck, *added)


def is_changed(runs: Iterable[Run]) -> bool:
    return any(run.emphasis in _MARKS for run in runs)


def all_of(runs: Iterable[Run], emphasis: Emphasis) -> Runs:
    """The same words in one emphasis."""
    return tuple(Run(run.text, emphasis) for run in runs)


def marked_lines(old: Iterable[PaperLine], new: Iterable[PaperLine]) -> Iterator[Paragraph]:
    """The lines of now beside those of before with the same label, then those that are gone."""
    was = {_key(line.label): line for line in old}
    for line in new:
        before = was.pop(_key(line.label), PaperLine(line.label, ()))
        yield _paragraph(line.label, _line(before, line))
    for line in was.values():
        yield _paragraph(line.label, _line(line, PaperLine(line.label, ())))


def _key(label: str) -> str:
    """One role has two labels: for one holder and for several."""
    singular = {role_heading(role, 2): role_heading(role, 1) for role in Role}
    return singular.get(label, label)


def _paragraph(label: str, runs: Iterable[Run]) -> Paragraph:
    return Paragraph((Run(f"{label}\t", Emphasis.SOFT), *runs))


def _line(old: PaperLine, new: PaperLine) -> Iterator[Run]:
    """Values in their order: whoever has another place is struck through at the old and set off at the new."""
    is_single = len(old.values) < 2 and len(new.values) < 2
    for index, value in enumerate(_values(old.values, new.values)):
        if index:
            yield Run(" " if is_single else VALUE_SEPARATOR)
        yield from value
    yield from _note(old.note, new.note)


def _values(old: tuple[PaperValue, ...], new: tuple[PaperValue, ...]) -> Iterator[Runs]:
    matcher = SequenceMatcher(None, [value.text for value in old], [value.text for value in new], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            for was, value in zip(old[first:last], new[start:end], strict=True):
                yield (*value_runs(value._replace(note="")), *_note(was.note, value.note))
        else:
            yield from (_value(value, Emphasis.STRUCK) for value in old[first:last])
            yield from (_value(value, Emphasis.ADDED) for value in new[start:end])


def _value(value: PaperValue, emphasis: Emphasis) -> Runs:
    return (Run(" ".join(part for part in (value.text, value.note) if part), emphasis),)


def _note(old: str, new: str) -> Iterator[Run]:
    """What is still open."""
    if old == new:
        if new:
            yield Run(f" {new}", Emphasis.OPEN)
        return
    yield Run(" ")
    yield from marked(old, new)
