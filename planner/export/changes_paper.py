"""What changed between two states of the meeting, told by session and by person."""

from collections.abc import Iterator
from functools import partial

from planner.export.agenda_paper import AgendaOptions
from planner.export.compared_state import state_before
from planner.export.look import Look
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Bullets, Heading, PaperParts, ParagraphRole, Part, body, plain
from planner.export.styled_sentences import in_style
from planner.models.agenda import Agenda
from planner.rules.change import Change
from planner.rules.change_groups import ChangeGroup, groups_by_person, groups_by_session
from planner.rules.changes import changes_between
from planner.wording import say


def changes_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Every change in a sentence, grouped by session, then by person with their own hours."""
    before = state_before(options)
    changes = changes_between(before, agenda)
    if not changes:
        same = body(say("Nothing changed."), ParagraphRole.NOTE)
        return paper_frame(agenda, options, say("What changed"), (same,))
    parts = (
        Heading(1, say("By session")), *_groups(groups_by_session(before, agenda, changes), options.chosen_look),
        Heading(1, say("By person")), *_groups(groups_by_person(before, agenda, changes), options.chosen_look),
    )  # fmt: skip
    return paper_frame(agenda, options, say("What changed"), parts)


def _groups(groups: tuple[ChangeGroup, ...], look: Look) -> Iterator[Part]:
    for group in groups:
        yield Heading(2, group.heading, group.session_id)
        tell = partial(Change.sentence, zone=group.zone)
        yield Bullets(tuple(plain(in_style(change, look, tell)) for change in group.changes))
