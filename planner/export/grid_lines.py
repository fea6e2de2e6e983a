"""The lines of a block of a grid: its title, and as much of its details as there is room for. Lengths are points."""

from collections.abc import Iterator
from dataclasses import replace
from enum import IntEnum

from planner.export.agenda_styles import Styles
from planner.export.content_layout import emphasized
from planner.export.paper_parts import SEPARATOR, Emphasis, GridBlock, Run, Runs, Tone, plain, runs_of
from planner.export.text_layout import Line, Style, width_of, wrap
from planner.export.text_layout import Run as StyledRun
from planner.wording import say_count

_LONGEST_KEPT = 0.4
"""Of a line: so long a name or note is not parted."""

Lines = tuple[Line, ...]


class Form(IntEnum):
    """How much is said: each detail on lines of its own; all names one after the other; these without their roles."""

    WHOLE = 0
    RUN_ON = 1
    NAMES = 2


class BlockLines:
    """The lines of one block in a width, in whatever letters."""

    def __init__(self, block: GridBlock, width: float) -> None:
        self._block = block
        self._width = width
        self._names = sum(len(detail.values) for detail in block.details)
        self._known: dict[tuple[Styles, Form], Lines] = {}

    def title(self, styles: Styles) -> Lines:
        return self._wrapped(
            self._block.title, styles.small if self._block.tone is Tone.STRONG else styles.label, styles
        )

    def all(self, styles: Styles, form: Form) -> Lines:
        """The title, and all that this form says."""
        lines = self._known.get((styles, form))
        if lines is None:
            details = map(runs_of, self._block.details) if form is Form.WHOLE else (self._run_on(form, self._names),)
            below = (line for runs in details for line in self._wrapped(runs, styles.value, styles))
            lines = self._known[styles, form] = (*self.title(styles), *below)
        return lines

    def cut(self, styles: Styles, most: int) -> Lines:
        """As many lines as asked for, but the title whole; of the names that have no room the count is said."""
        title = self.title(styles)
        for shown in range(self._names - 1, -1, -1):
            names = self._wrapped(self._run_on(Form.NAMES, shown), styles.value, styles)
            left_out = say_count("and {count} more name", "and {count} more names", self._names - shown)
            more = self._wrapped(plain(left_out, Emphasis.SOFT), styles.value, styles)
            if len(title) + len(names) + len(more) <= most:
                return (*title, *names, *more)
        return title

    def _run_on(self, form: Form, most: int) -> Runs:
        """The names, role by role, up to ``most`` of them."""
        runs: list[Run] = []
        for detail in self._block.details:
            shown = detail.values[:most]
            most -= len(shown)
            if shown:
                if runs:
                    runs[-1:] = [replace(runs[-1], text=f"{runs[-1].text};"), Run(" ")]
                role = detail.words if form is Form.RUN_ON else ()
                runs += runs_of(replace(detail, words=role, values=shown))
        return tuple(runs)

    def _wrapped(self, runs: Runs, style: Style, styles: Styles) -> Lines:
        return tuple(wrap(self._styled(runs, style, styles), self._width))

    def _styled(self, runs: Runs, style: Style, styles: Styles) -> Iterator[StyledRun]:
        for run in runs:
            run_style = emphasized(style, run.emphasis, styles.accent)
            is_name = run.text != SEPARATOR and style is styles.value
            yield StyledRun(
                run.text, run_style, is_name and width_of(run.text, run_style) <= _LONGEST_KEPT * self._width
            )
