"""The history view connected to the document: what it reads, and what is asked before steps go. Imported with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QMessageBox

from planner import edits, past
from planner.document import Document
from planner.errors import PlannerError
from planner.models.agenda import Agenda
from planner.models.past import RowImage, StepLine
from planner.rules.drafts import draft_name, latest_draft
from planner.rules.moments import made_at_words
from planner.ui.commands import Commands
from planner.ui.history_lines import HistorySource
from planner.ui.history_view import HistoryView
from planner.ui.theme import Theme
from planner.ui.undo_to_dialog import UndoToDialog
from planner.wording import say, say_count

Result = TypeVar("Result")


def history_view(theme: Theme, act: Commands) -> HistoryView:
    view = HistoryView(_source(act), theme)
    view.undo_to_requested.connect(lambda step_id: ask_undo_to(view, step_id, theme, act))
    view.prune_requested.connect(lambda: ask_prune(view, act))
    view.session_requested.connect(act.show_on_timetable)
    return view


def _source(act: Commands) -> HistorySource:
    no_steps: Sequence[StepLine] = ()
    no_rows: Mapping[int, Sequence[RowImage]] = {}
    none_gone: Mapping[tuple[str, int], RowImage] = {}
    nothing: Agenda | None = None
    return HistorySource(
        lambda: _read(act, no_steps, past.past_steps),
        lambda step_ids: _read(act, no_rows, past.changed_rows, step_ids),
        lambda: _read(act, none_gone, past.rows_gone),
        lambda step_id: _read(act, nothing, Document.agenda_at, step_id),
    )


def _read(act: Commands, otherwise: Result, read: Callable[..., Result], *values: Any) -> Result:
    """What cannot be read is told; not through ``Desk.run``, which would have the view read again."""
    if act.desk is None:
        return otherwise
    try:
        return read(act.desk.document, *values)
    except PlannerError as refusal:
        act.desk.tell(refusal.sentence)
        return otherwise


def ask_undo_to(view: HistoryView, step_id: int, theme: Theme, act: Commands) -> None:
    """Take back what came after a step, once the person has seen what that is."""
    step, steps = view.step_of(step_id), view.steps_after(step_id)
    then = _read(act, None, Document.agenda_at, step_id)
    if act.desk is None or step is None or then is None or not steps:
        return
    dialog = UndoToDialog(step, steps, act.desk.agenda, then, theme, view)
    if dialog.exec() == UndoToDialog.DialogCode.Accepted:
        act.do(Document.undo_to, step_id)
    dialog.deleteLater()


def ask_prune(view: HistoryView, act: Commands) -> None:
    """Drop what is older than the last draft, once the person has seen how much that is."""
    first = _read(act, None, edits.history.last_draft_step)
    gone = [] if first is None else [step for step in view.model.all_steps if step.id < first]
    if act.desk is None or first is None or not gone:
        QMessageBox.information(view, say("Prune the history"), say("No step is older than the last draft."))
        return
    if _may_prune(view, act.desk.agenda, gone):
        act.do(edits.history.prune_before, first)
        view.show_agenda(act.desk.agenda)


def _may_prune(view: HistoryView, agenda: Agenda, gone: Sequence[StepLine]) -> bool:
    latest, zone = latest_draft(agenda), agenda.meeting.zone
    box = QMessageBox(view)
    box.setWindowTitle(say("Prune the history"))
    box.setText(say("Drop what is older than {draft}?", draft="" if latest is None else draft_name(latest)))
    box.setInformativeText(
        say_count(
            "{count} step goes for good, “{first}” of {when}. "
            "The plan, all drafts and every later step stay. This cannot be undone.",
            "{count} steps go for good, from “{first}” of {when} to “{last}”. "
            "The plan, all drafts and every later step stay. This cannot be undone.",
            len(gone), first=gone[-1].name, when=made_at_words(gone[-1].made_at, zone), last=gone[0].name,
        )
    )  # fmt: skip
    prune = box.addButton(say("Prune"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    pruned = box.clickedButton() is prune
    box.deleteLater()
    return pruned
