"""The lines of a block of a grid: its title, and as many of its details as there is room for. Lengths are points."""

from collections.abc import Iterator

from planner.export.agenda_styles import Styles
from planner.export.content_layout import emphasized
from planner.export.paper_parts import Emphasis, GridBlock, Run, Runs, Tone, runs_of
from planner.export.text_layout import Line, Style, wrap
from planner.export.text_layout import Run as StyledRun
from planner.wording import say_count

Lines = tuple[Line, ...]


class BlockLines:
    """The lines of one block in a width."""

    def __init__(self, block: GridBlock, width: float, styles: Styles) -> None:
        self._styles = styles
        self._width = width
        self.title = self._wrapped(block.title, styles.small if block.tone is Tone.STRONG else styles.label)
        self._details = [(detail, self._wrapped(runs_of(detail), styles.value)) for detail in block.details]
        self.all = (*self.title, *(line for _detail, lines in self._details for line in lines))

    def within(self, most: int) -> Lines:
        """As many lines as asked for, but the title whole; of the names that have no room the count is said."""
        if len(self.all) <= most:
            return self.all
        for shown in range(len(self._details) - 1, -1, -1):
            above = [*self.title, *(line for _detail, lines in self._details[:shown] for line in lines)]
            last = self._shortened(shown, most - len(above))
            if last:
                return (*above, *last)
        return self.title

    def _shortened(self, place: int, room: int) -> Lines:
        """A detail with what it has room for, and the count of all that is left out of it and of those below it."""
        detail = self._details[place][0]
        below = sum(len(other.values) for other, _lines in self._details[place + 1 :])
        if detail.values:
            tries = [runs_of(detail, count, below) for count in range(len(detail.values), -1, -1)]
        else:
            words = say_count("+ {count} name", "+ {count} names", below)
            tries = [(*detail.words, Run("\n"), Run(words, Emphasis.SOFT))] if below else [detail.words]
        wrapped = (self._wrapped(runs, self._styles.value) for runs in tries)
        return next((lines for lines in wrapped if len(lines) <= room), ())

    def _wrapped(self, runs: Runs, style: Style) -> Lines:
        return tuple(wrap(self._styled(runs, style), self._width))

    def _styled(self, runs: Runs, style: Style) -> Iterator[StyledRun]:
        return (StyledRun(run.text, emphasized(style, run.emphasis, self._styles.accent)) for run in runs)
