"""What changed between two states of the meeting, told by session and by person."""

from collections.abc import Iterator
from functools import partial

from planner.export.agenda_paper import AgendaOptions
from planner.export.compared_state import state_before
from planner.export.look import Look
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Bullets, Heading, PaperParts, ParagraphRole, Part, body, plain
from planner.export.profiles import Profile
from planner.export.styled_sentences import in_style
from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.rules.change import Change
from planner.rules.change_groups import ChangeGroup, groups_by_person, groups_by_session
from planner.rules.change_kinds import ChangeKind
from planner.rules.changes import changes_between
from planner.wording import say, seat_state_name


def changes_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Every change in a sentence, grouped by session, then by person with their own hours."""
    before = state_before(options)
    changes = changes_between(before, agenda)
    if options.profile not in {None, Profile.INTERNAL}:
        changes = tuple(map(_without_states, changes))
    if not changes:
        name = options.before_name
        same = say("Nothing changed since {draft}.", draft=name) if name else say("Nothing changed.")
        return paper_frame(agenda, options, say("What changed"), (body(same, ParagraphRole.NOTE),))
    parts = (
        *_since(options.before_name),
        Heading(1, say("By session")), *_groups(groups_by_session(before, agenda, changes), options.chosen_look),
        Heading(1, say("By person")), *_groups(groups_by_person(before, agenda, changes), options.chosen_look),
    )  # fmt: skip
    return paper_frame(agenda, options, say("What changed"), parts)


def _since(name: str) -> Iterator[Part]:
    """A state that has no name is not told of."""
    if name:
        yield body(say("What changed since {draft}.", draft=name), ParagraphRole.LEAD)


def _without_states(change: Change) -> Change:
    """Others are told of a seat's state only whether it is confirmed."""
    if change.kind is not ChangeKind.SEAT_STATE:
        return change
    confirmed = seat_state_name(SeatState.CONFIRMED)
    before, after = (
        text if text == confirmed else say("unconfirmed") for text in (change.before, change.after)
    )  # fmt: skip
    return change._replace(before=before, after=after)


def _groups(groups: tuple[ChangeGroup, ...], look: Look) -> Iterator[Part]:
    for group in groups:
        yield Heading(2, group.heading, group.session_id)
        tell = partial(Change.sentence, zone=group.zone)
        yield Bullets(tuple(plain(in_style(change, look, tell)) for change in group.changes))
