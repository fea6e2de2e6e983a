"""The drafts view connected to the verbs: what needs an answer is asked here. Imported with the view."""

from collections.abc import Sequence

from planner import edits
from planner.draft_copy import copy_draft
from planner.errors import PlannerError
from planner.models.agenda import Agenda
from planner.models.kinds import DraftKind
from planner.rules.change import Holder
from planner.rules.changes import changes_between
from planner.rules.drafts import draft_agenda, draft_name
from planner.ui.commands import Commands
from planner.ui.draft_states import cannot_be_read, first_unreadable
from planner.ui.drafts_view import DraftsView
from planner.ui.paper_states import state_of_draft
from planner.ui.telling_page import telling_list
from planner.ui.theme import Theme
from planner.wording import say, say_count


def drafts_view(theme: Theme, act: Commands) -> DraftsView:
    view = DraftsView(theme, lambda: 1 if act.desk is None else act.desk.next_draft_number())
    view.issue_requested.connect(act.ask_issue)
    view.option_requested.connect(lambda: act.do(edits.drafts.keep_option))
    view.take_back_requested.connect(lambda draft_id: ask_take_back(view, draft_id, act))
    view.forget_requested.connect(lambda draft_id: act.do(edits.drafts.forget_option, draft_id))
    view.copy_requested.connect(lambda draft_id: ask_copy(draft_id, act))
    view.print_requested.connect(lambda draft_id: ask_print(view, draft_id, act))
    view.told_requested.connect(lambda holders: act.do(edits.telling.mark_told, holders))
    view.letters_requested.connect(lambda holders: ask_letters_for(view, holders, act))
    view.session_requested.connect(act.show_on_timetable)
    return view


def ask_letters_for(view: DraftsView, holders: Sequence[Holder], act: Commands) -> None:
    """Letters to those of them who must still be told."""
    if act.desk is None:
        return
    from planner.ui.sheets_acts import ask_letters

    ask_letters(act.desk, [entry for entry in telling_list(act.desk.agenda) if entry.holder in holders], view)


def ask_take_back(view: DraftsView, draft_id: int, act: Commands) -> None:
    """With the number of changes that it makes."""
    if act.desk is None or draft_id not in act.desk.agenda.drafts:
        return
    agenda = act.desk.agenda
    draft = agenda.drafts[draft_id]
    try:
        changes = len(changes_between(agenda, draft_agenda(agenda, draft)))
    except ValueError:
        act.desk.tell(cannot_be_read(agenda, draft_id))
        return
    if _confirmed(view, agenda, draft_id, changes):
        act.do(edits.drafts.take_back, draft_id)
        view.stop_looking()


def _confirmed(view: DraftsView, agenda: Agenda, draft_id: int, changes: int) -> bool:
    # Seldom wanted, and among the first things to be loaded otherwise.
    from PySide6.QtWidgets import QMessageBox

    draft = agenda.drafts[draft_id]
    box = QMessageBox(view)
    box.setWindowTitle(say("Take back"))
    box.setText(say("Make {draft} the working copy?", draft=draft_name(draft)))
    box.setInformativeText(
        say_count(
            "This makes {count} change to the plan. It is one step: Undo brings back what you have now.",
            "This makes {count} changes to the plan. It is one step: Undo brings back what you have now.",
            changes,
        )
    )
    words = say("Adopt") if draft.kind is DraftKind.OPTION else say("Take back")
    yes = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(yes)
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is yes


def ask_copy(draft_id: int, act: Commands) -> None:
    """Where the new file is kept."""
    if act.desk is None or draft_id not in act.desk.agenda.drafts:
        return
    desk = act.desk
    state = state_of_draft(desk.agenda.drafts[draft_id])
    path = act.files.ask_new_path(say("Keep the copy as"), state.file_stem(desk.document.path.stem))
    if path is None:
        return
    try:
        copy_draft(desk.document, draft_id, path)
    except PlannerError as refusal:
        desk.tell(refusal.sentence)
    else:
        desk.tell(say("{draft} is in {file}, as a meeting of its own.", draft=state.name, file=path.name))


def ask_print(view: DraftsView, draft_id: int, act: Commands) -> None:
    """The export as it was: plan, number and as-of time are those of the draft."""
    if act.desk is None or draft_id not in act.desk.agenda.drafts:
        return
    if first_unreadable(act.desk.agenda, (draft_id,)) is not None:
        act.desk.tell(cannot_be_read(act.desk.agenda, draft_id))
        return
    from planner.ui.export_acts import ask_export

    ask_export(act.desk, act.files.settings, view, state_of_draft(act.desk.agenda.drafts[draft_id]))
