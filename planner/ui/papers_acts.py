"""The papers view connected to the verbs, to files and to the printer. Imported with the view."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from planner import edits
from planner.errors import PlannerError
from planner.export.papers import PaperKind, paper_kind
from planner.export.previewing import is_empty, pages_of
from planner.ui.commands import Commands
from planner.ui.desk import Desk
from planner.ui.latest_work import LatestWork
from planner.ui.papers_view import PapersView
from planner.ui.papers_words import paper_name
from planner.ui.preview_making import PaperWish, drawing_lock
from planner.ui.theme import Theme
from planner.wording import say


def papers_view(theme: Theme, act: Commands, *, beside: bool = False) -> PapersView:
    """``beside``: the narrow one beside the timetable, of pages alone."""
    view = PapersView(theme, beside=beside)
    editor = view.editor
    view.session_requested.connect(lambda session_id: act.ask_desk(Desk.choose, session_id))
    view.problem.connect(lambda sentence: act.ask_desk(Desk.tell, sentence))
    view.timetable_requested.connect(act.timetable_requested)
    view.export_requested.connect(lambda: ask_save(view, act))
    view.print_requested.connect(lambda key: ask_print(view, act, key))
    view.session_open_requested.connect(act.open_session if beside else act.show_on_timetable)
    editor.change_requested.connect(lambda values: act.do(edits.layouts.change_look, **values))
    editor.change_requested.connect(view.show_look)
    editor.add_requested.connect(lambda name: act.do(edits.layouts.add_layout, name))
    editor.duplicate_requested.connect(lambda layout_id: act.do(edits.layouts.duplicate_layout, layout_id))
    editor.remove_requested.connect(lambda layout_id: act.do(edits.layouts.remove_layout, layout_id))
    editor.use_requested.connect(lambda layout_id: act.do(edits.layouts.use_layout, layout_id))
    return view


def ask_print(view: PapersView, act: Commands, key: str = "") -> None:
    """The system's dialog; without a printer the paper is offered as PDF. ``key``: another paper than the view's."""
    # QtPrintSupport is loaded with the first print.
    from planner.ui.printing import ask_and_print, has_printer, prefers_pdf

    wish = view.wish(key)
    if act.desk is None or wish is None:
        return
    title = _title(view, paper_kind(wish.key), act.desk)
    if is_empty(wish.key, wish.agenda):
        act.desk.tell(say("No session stands on the timetable yet. Place one there, and this paper shows it."))
        return
    if not has_printer():
        if prefers_pdf(title, view.window()):
            ask_save(view, act, key)
        return
    try:
        with drawing_lock():
            pages = pages_of(wish.key, wish.agenda, wish.options)
    except PlannerError as refusal:
        act.desk.tell(refusal.sentence)
        return
    ask_and_print(pages, title, view.window())


def ask_save(view: PapersView, act: Commands, key: str = "") -> None:
    """Where to; then it is written beside the window."""
    wish, desk = view.wish(key), act.desk
    if desk is None or wish is None:
        return
    kind, meeting = paper_kind(wish.key), desk.document.path.absolute()
    suggested = meeting.with_name(f"{_title(view, kind, desk)}{kind.suffix}")
    filters = say("PDF document (*.pdf)")
    chosen, _filter = QFileDialog.getSaveFileName(view.window(), say("Save the paper"), str(suggested), filters)
    if chosen:
        _Saving(view).save(kind, wish, Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf"), desk)


def _title(view: PapersView, kind: PaperKind, desk: Desk) -> str:
    stem = view.plan.state.file_stem(desk.document.path.stem)
    return say("{meeting}, {paper}", meeting=stem, paper=paper_name(kind))


class _Saving(QObject):
    """One paper on its way to the disk; tells the desk how it ended."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = LatestWork(self)
        parent.destroyed.connect(self._work.wait)

    def save(self, kind: PaperKind, wish: PaperWish, path: Path, desk: Desk) -> None:
        def write(progress: Any, cancel: Any) -> None:
            with drawing_lock():
                kind.write(wish.agenda, wish.options, path, progress, cancel)

        def tell(sentence: str) -> None:
            desk.tell(sentence or say("{paper} is in {file}.", paper=paper_name(kind), file=path))
            self.deleteLater()

        self._work.ended.connect(tell)
        self._work.run(write, lambda _nothing: None)
