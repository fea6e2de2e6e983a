"""One open ``.agenda`` file: rows go in through ``edit``, the frozen ``agenda`` comes out, listeners are told."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.history import History, read_history
from planner.models import journal
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent, ZoneData
from planner.models.calendar_events import read_calendar_events, write_calendar_events
from planner.models.file import OpenFile, open_for_editing, reading_file
from planner.models.going_back import go_back_to
from planner.models.journal import PastStep, RowChange, Step
from planner.models.loading import changed_records, load_agenda
from planner.models.past import drop_steps_before
from planner.models.problems import READING_FAILED, reading_problem, writing_problem
from planner.models.zone_data import write_zone_data
from planner.rules.zone_data import TABLES_WITH_ZONES, zone_data_for

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as DatabaseSession

    from planner.models.file_to_read import FileToRead

Replay = Callable[[sqlite3.Connection, Step], tuple[RowChange, ...]]


class Change(NamedTuple):
    """What listeners are told after each commit: the step, and the (table, id) of every row it touched."""

    step: Step
    rows: frozenset[tuple[str, int]]

    def ids(self, table: str) -> frozenset[int]:
        return frozenset(row_id for name, row_id in self.rows if name == table)


class Document:
    """The only door to a file. Not thread-safe: an Agenda may be read anywhere, a Document in one thread."""

    def __init__(self, file: "OpenFile | FileToRead", agenda: Agenda) -> None:
        self._file = file
        self._agenda = agenda
        self._listeners: list[Callable[[Change], None]] = []
        self._editing = False
        self._before_first_change: Callable[[], None] | None = None
        with file.reading() as connection:
            self._history = read_history(connection)
            self._data_version = _data_version(connection)
        self._zone_data = agenda.zone_data
        self._zone_data_of: Agenda | None = None

    @classmethod
    def open(cls, path: Path) -> "Document":
        """Open a file for editing. Raises FileProblem; the file is then as it was."""
        file, agenda = open_for_editing(path)
        try:
            return cls(file, agenda)
        except READING_FAILED as problem:
            file.close()
            raise reading_problem(file.path, problem) from problem

    @classmethod
    @contextmanager
    def looked_at(cls, path: Path) -> Iterator["Document"]:
        """A file to read alone: it is not locked, and nothing can be written to it. Raises FileProblem."""
        from planner.models.file_to_read import FileToRead

        with reading_file(path) as (connection, agenda):
            yield cls(FileToRead(path, connection), agenda)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def agenda(self) -> Agenda:
        """The meeting after the last commit; never changes, a new one comes with each commit."""
        return self._agenda

    @property
    def history(self) -> History:
        return self._history

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after each commit; returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def before_first_change(self, act: Callable[[], None]) -> None:
        """Call ``act`` once, before anything is written to the file since it was opened."""
        self._before_first_change = act

    @contextmanager
    def edit(self, name: str) -> Iterator["DatabaseSession"]:
        """One undoable step. Leaving the block commits it; an exception, or no change at all, leaves no trace.

        Raises FileProblem when the file does not take the change.
        """
        file_rows = self._file.rows
        with self._transaction() as connection:
            step = journal.begin_step(connection, name)
            with file_rows.session() as rows:
                yield rows
                rows.flush()
                changes = journal.end_step(connection, step)
                if not changes:
                    return
                agenda = self._with(changes)
                zone_data = self._note_zone_data(connection, agenda)
                connection.commit()
        self._took_place(step, changes, agenda, History(step, None), zone_data)

    def undo(self) -> Step | None:
        """Take back the latest step; None when there is none."""
        return self._replay(self._history.undo, journal.undo_step)

    def redo(self) -> Step | None:
        """Make the step undone last again; None when there is none."""
        return self._replay(self._history.redo, journal.redo_step)

    def steps(self) -> tuple[PastStep, ...]:
        """Every step that the file still knows, the latest last."""
        with self.reading() as connection:
            return journal.all_steps(connection)

    def agenda_at(self, step_id: int) -> Agenda:
        """The meeting as it was when this step was the latest. Raises FileProblem when the history cannot be read."""
        with self.reading() as connection:
            return self._with(journal.rows_before(connection, step_id))

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file to read its history from. Raises FileProblem for what cannot be read, also a ValueError within."""
        try:
            with self._file.reading() as connection:
                yield connection
        except (ValueError, *READING_FAILED) as problem:
            raise reading_problem(self.path, problem) from problem

    def forget_steps_before(self, step_id: int) -> int:
        """Drop the steps before this one for good; returns how many there were. What stands stays as it is."""
        with self._transaction() as connection:
            dropped = drop_steps_before(connection, step_id)
            history = read_history(connection)
            connection.commit()
        self._history = history
        return dropped

    def calendar_events(self) -> tuple[CalendarEvent, ...]:
        """What people were given for their calendars. Raises FileProblem."""
        with self.reading() as connection:
            return read_calendar_events(connection)

    def keep_calendar_events(self, events: Iterable[CalendarEvent]) -> None:
        """Remember what was given to people: no step, and no undo takes it back. Raises FileProblem."""
        with self._transaction() as connection:
            write_calendar_events(connection, events)
            connection.commit()

    def keep_draft_numbers(self, numbers: Iterable[int]) -> None:
        """Remember that these were given too, in another copy: no step. Raises FileProblem."""
        from planner.models.draft_numbers import keep_numbers

        with self._transaction() as connection:
            keep_numbers(connection, numbers)
            connection.commit()

    def next_draft_number(self) -> int:
        """What the next draft will be numbered: one more than any before, undone or not. Raises FileProblem."""
        # The first window does not wait for what only drafts need.
        from planner.models.draft_numbers import last_number_given
        from planner.rules.drafts import next_number

        with self.reading() as connection:
            return next_number(self._agenda, last_number_given(connection))

    def undo_to(self, step_id: int) -> None:
        """Take back every step after this one, all or none; Redo makes them again one by one."""
        with self.reading() as connection:
            steps = journal.steps_to_undo(connection, step_id)
        self._replay(steps[-1] if steps else None, lambda connection, _step: go_back_to(connection, step_id))

    def _replay(
        self, step: Step | None, replay: Callable[[sqlite3.Connection, Step], tuple[RowChange, ...]]
    ) -> Step | None:
        if step is None:
            return None
        with self._transaction() as connection:
            try:
                changes = replay(connection, step)
                agenda = self._with(changes)
            except (ValueError, OverflowError) as problem:
                raise reading_problem(self.path, None) from problem
            history = read_history(connection)
            zone_data = self._note_zone_data(connection, agenda)
            connection.commit()
        self._took_place(step, changes, agenda, history, zone_data)
        return step

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._editing:
            raise RuntimeError("an edit is already under way")
        if self._before_first_change is not None:
            act, self._before_first_change = self._before_first_change, None
            act()
        self._editing = True
        try:
            with self._file.writing() as connection:
                self._catch_up(connection)
                yield connection
        except (sqlite3.Error, UnicodeDecodeError) as problem:
            raise writing_problem(self.path, problem) from problem
        finally:
            self._editing = False

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        """Read the file again if another program wrote to it since our last commit."""
        version = _data_version(connection)
        if version != self._data_version:
            try:
                self._agenda = load_agenda(connection)
            except ValueError as problem:
                raise reading_problem(self.path, None) from problem
            self._data_version = version

    def _with(self, changes: Iterable[RowChange]) -> Agenda:
        """The picture after these changes: made before the commit, so that no row is kept that cannot be read again."""
        images = ((row.table, row.row_id, row.values) for row in changes)
        return self._agenda.with_records(changed_records(images))

    def _note_zone_data(self, connection: sqlite3.Connection, agenda: Agenda) -> ZoneData | None:
        """Keep in the file what the zone data say of its times; a drop, which touches none of them, costs nothing."""
        if self._zone_data_of is not None and agenda.shares(self._zone_data_of, *TABLES_WITH_ZONES):
            return self._zone_data
        zone_data = zone_data_for(agenda)
        if zone_data != self._zone_data:
            write_zone_data(connection, zone_data)
        return zone_data

    def _took_place(
        self,
        step: Step,
        changes: Iterable[RowChange],
        agenda: Agenda,
        history: History,
        zone_data: ZoneData | None,
    ) -> None:
        self._agenda = agenda
        self._history = history
        self._zone_data, self._zone_data_of = zone_data, agenda
        notice = Change(step, frozenset((row.table, row.row_id) for row in changes))
        for listener in tuple(self._listeners):
            listener(notice)

    def save_copy(self, target: Path) -> None:
        """Write the meeting, history included, into a new file beside the open one."""
        self._file.copy_to(target)

    def close(self) -> None:
        self._file.close()


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection writes (https://sqlite.org/pragma.html#pragma_data_version)."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)
