"""Drafts that were issued, options beside them, and how far the working copy has gone since."""

from functools import lru_cache

from planner.errors import InputProblem
from planner.models.agenda import Agenda
from planner.models.freezing import beside, frozen_text, thawed
from planner.models.kinds import NOW, DraftKind
from planner.models.records import Draft
from planner.rules.change import Change
from planner.rules.changes import changes_between
from planner.rules.identity import Same
from planner.wording import say, say_count


def drafts_of(agenda: Agenda) -> tuple[Draft, ...]:
    """The drafts that were issued, the latest last."""
    issued = (draft for draft in agenda.drafts.values() if draft.kind is DraftKind.DRAFT)
    return tuple(sorted(issued, key=lambda draft: draft.number))


def options_of(agenda: Agenda) -> tuple[Draft, ...]:
    """The options kept beside the plan, the oldest first."""
    options = (draft for draft in agenda.drafts.values() if draft.kind is DraftKind.OPTION)
    return tuple(sorted(options, key=lambda draft: draft.id))


def latest_draft(agenda: Agenda) -> Draft | None:
    issued = drafts_of(agenda)
    return issued[-1] if issued else None


def draft_name(draft: Draft) -> str:
    """ "Draft 3, for the Bureau", or the label of an option."""
    if draft.kind is DraftKind.OPTION:
        return draft.label
    if draft.label:
        return say("Draft {number}, {label}", number=draft.number, label=draft.label)
    return say("Draft {number}", number=draft.number)


def draft_agenda(agenda: Agenda, draft: Draft) -> Agenda:
    """The meeting as it stood in a draft. Raises ValueError when its text was altered by another program."""
    return beside(plan_of(draft), agenda)


def plan_of(draft: Draft) -> Agenda:
    """The plan of a draft without what no draft holds. Raises ValueError as ``draft_agenda`` does."""
    return _plan(Same(draft))


@lru_cache(maxsize=8)
def _plan(draft: Same[Draft]) -> Agenda:
    return thawed(draft.thing.content)


def changes_since(agenda: Agenda, draft: Draft) -> tuple[Change, ...]:
    """What the working copy has otherwise than the draft. Raises ValueError as ``draft_agenda`` does."""
    return _changes(Same(draft), Same(agenda))


@lru_cache(maxsize=8)
def _changes(draft: Same[Draft], now: Same[Agenda]) -> tuple[Change, ...]:
    return changes_between(_plan(draft), now.thing)


def stands_as(agenda: Agenda, draft: Draft) -> bool:
    """Whether the working copy is as the draft was issued; nobody knows of one that another program altered."""
    try:
        return not changes_since(agenda, draft)
    except ValueError:
        return False


def draft_before(agenda: Agenda, draft: Draft) -> Draft | None:
    """The draft that left the house before this one; of an option, the draft that it was made after."""
    if draft.kind is DraftKind.OPTION:
        return None if draft.parent_id is None else agenda.drafts.get(draft.parent_id)
    earlier = [issued for issued in drafts_of(agenda) if issued.number < draft.number]
    return earlier[-1] if earlier else None


def changes_in(agenda: Agenda, draft: Draft) -> tuple[Change, ...] | None:
    """What a draft has otherwise than the one before; None for the first. Raises ValueError as the others do."""
    before = draft_before(agenda, draft)
    return None if before is None else _changes_of(Same(before), Same(draft))


@lru_cache(maxsize=64)
def _changes_of(before: Same[Draft], draft: Same[Draft]) -> tuple[Change, ...]:
    return changes_between(_plan(before), _plan(draft))


def working_copy_note(agenda: Agenda) -> str:
    """ "After Draft 3, 4 changes"; empty before the first draft."""
    latest = latest_draft(agenda)
    if latest is None:
        return ""
    changes = len(changes_since(agenda, latest))
    if not changes:
        return say("As Draft {number}", number=latest.number)
    return say_count(
        "After Draft {number}, {count} change", "After Draft {number}, {count} changes", changes, number=latest.number
    )


def changed_since(agenda: Agenda) -> str:
    """As ``working_copy_note``, empty too for what readers see as it was issued, and for a draft itself."""
    latest = latest_draft(agenda)
    if latest is None or any(_is_the_plan_of(agenda, draft) for draft in drafts_of(agenda)):
        return ""
    try:
        return working_copy_note(agenda) if changes_since(agenda, latest) else ""
    except ValueError:
        return ""  # another program altered the draft: nobody knows how far it is from here


def state_named(agenda: Agenda, wanted: str) -> Agenda:
    """The meeting of a draft by its number, of an option by its name, or as it is now. Raises InputProblem."""
    if wanted == NOW:
        return agenda
    named = {str(draft.number): draft for draft in drafts_of(agenda)}
    named |= {option.label: option for option in options_of(agenda)}
    if wanted not in named:
        known = ", ".join([*named, NOW])
        raise InputProblem(say("There is no draft “{wanted}”. Choose one of: {known}.", wanted=wanted, known=known))
    return _readable(agenda, named[wanted])


def _readable(agenda: Agenda, draft: Draft) -> Agenda:
    try:
        return draft_agenda(agenda, draft)
    except ValueError as problem:
        name = str(draft.number) if draft.kind is DraftKind.DRAFT else draft.label
        raise InputProblem(
            say("Draft “{wanted}” was changed by another program and cannot be read. Choose another.", wanted=name)
        ) from problem


def earlier_state(agenda: Agenda) -> Agenda | None:
    """The state that a comparison begins with: the latest draft whose plan is another one; None before the first.

    Raises InputProblem for a draft that another program altered.
    """
    issued = [draft for draft in drafts_of(agenda) if not _is_the_plan_of(agenda, draft)]
    return _readable(agenda, issued[-1]) if issued else None


def _is_the_plan_of(agenda: Agenda, draft: Draft) -> bool:
    return frozen_text(agenda) == draft.content
