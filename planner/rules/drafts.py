"""Drafts that were issued, options beside them, and how far the working copy has gone since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from planner.errors import InputProblem
from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.models.freezing import PLAN_TABLES, frozen_text, records_of, thawed
from planner.models.kinds import NOW, DraftKind
from planner.models.records import Meeting
from planner.rules.change import Change
from planner.rules.changes import changes_between
from planner.rules.identity import Same
from planner.wording import say, say_count

_MOST_PLANS = 32


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


def next_number(agenda: Agenda, last_given: int) -> int:
    """The number of the draft issued next: one more than any ever given here.

    The first takes what the drafts of before this program were called. ``last_given`` is 0 before any.
    """
    issued = max((draft.number for draft in drafts_of(agenda)), default=0)
    last = max(issued, last_given)
    return last + 1 if last else max(agenda.meeting.draft_number, 1)


def draft_name(draft: Draft) -> str:
    """ "Draft 3, for the Bureau", or the label of an option."""
    if draft.kind is DraftKind.OPTION:
        return draft.label
    if draft.label:
        return say("Draft {number}, {label}", number=draft.number, label=draft.label)
    return say("Draft {number}", number=draft.number)


def draft_agenda(agenda: Agenda, draft: Draft) -> Agenda:
    """The meeting as it stood in a draft: the plan and the register of then, and no later draft.

    So its papers are the same for ever. Raises ValueError when its text was altered by another program.
    """
    known = {earlier.id: earlier for earlier in _known_to(agenda, draft)}
    return replace(plan_of(draft), zone_data=agenda.zone_data, drafts=MappingProxyType(known))


def _known_to(agenda: Agenda, draft: Draft) -> Iterator[Draft]:
    """The draft itself, when it has a number, and those before it, in the order of their ids."""
    last = draft if draft.kind is DraftKind.DRAFT else draft_before(agenda, draft)
    number = 0 if last is None else last.number
    return (other for other in agenda.drafts.values() if 0 < other.number <= number)


def plan_of(draft: Draft) -> Agenda:
    """The plan of a draft without what no draft holds. Raises ValueError as ``draft_agenda`` does."""
    return _plan(Same(draft))


@lru_cache(maxsize=_MOST_PLANS)
def _plan(draft: Same[Draft]) -> Agenda:
    return thawed(draft.thing.content)


def changes_since(agenda: Agenda, draft: Draft) -> tuple[Change, ...]:
    """What the working copy has otherwise than the draft. Raises ValueError as ``draft_agenda`` does."""
    return _changes_until(Same(agenda))(Same(draft))


@lru_cache(maxsize=2)
def _changes_until(now: Same[Agenda]) -> Callable[[Same[Draft]], tuple[Change, ...]]:
    """Of each picture all that is asked, and of few pictures: what an older one keeps is let go."""
    return cache(lambda draft: changes_between(_plan(draft), now.thing))


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
    if latest is None or _is_the_plan_of(agenda, latest):
        return ""
    try:
        if changes_since(agenda, latest):
            return working_copy_note(agenda)
        return "" if _seen_alike(plan_of(latest), agenda) else say("After Draft {number}", number=latest.number)
    except ValueError:
        return ""  # another program altered the draft: nobody knows how far it is from here


_SEEN = (
    "days", "windows", "rooms", "sessions", "objectives", "coverage", "entities", "people", "seats", "layouts",
)  # fmt: skip


def _seen_alike(first: Agenda, second: Agenda) -> bool:
    """Whether papers for others show the same: small things that no sentence tells make another paper too."""
    return all(_seen(first, table) == _seen(second, table) for table in _SEEN) and (
        _printed(first.meeting) == _printed(second.meeting)
    )


def _seen(agenda: Agenda, table: str) -> Mapping[int, Any]:
    if table != "sessions":
        return records_of(agenda, table)
    return {
        key: replace(session, internal_notes="", pinned=False, target_moderators=0, target_speakers=0)
        for key, session in agenda.sessions.items()
    }


def _printed(meeting: Meeting) -> tuple[object, ...]:
    return (
        meeting.title, meeting.subtitle, meeting.zone, meeting.zone_label, meeting.paper_note, meeting.contact,
        meeting.deadline_date, meeting.deadline_minute, meeting.invitation_text, meeting.logistics_text,
        meeting.documents, meeting.state_limit_minutes, meeting.stakeholder_limit_minutes,
        meeting.group_limit_minutes, meeting.handover_seconds,
    )  # fmt: skip


def state_named(agenda: Agenda, wanted: str) -> Agenda:
    """The meeting of a draft by its number, of an option by its name, or as it is now. Raises InputProblem."""
    if wanted == NOW:
        return agenda
    named = {option.label: option for option in options_of(agenda)}
    named |= {str(draft.number): draft for draft in drafts_of(agenda)}
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
    draft = earlier_draft(agenda)
    return None if draft is None else _readable(agenda, draft)


def earlier_draft(agenda: Agenda) -> Draft | None:
    """The latest draft whose plan is another one."""
    issued = [draft for draft in drafts_of(agenda) if not _is_the_plan_of(agenda, draft)]
    return issued[-1] if issued else None


def public_name(draft: Draft) -> str:
    """ "Draft 3" without the label, which is for the organizers, or the name of an option."""
    return draft.label if draft.kind is DraftKind.OPTION else say("Draft {number}", number=draft.number)


def name_of_state(agenda: Agenda, state: Agenda) -> str:
    """The public name of the draft or option that this state is; empty for one that is neither."""
    latest = latest_draft(state)
    known = (*(() if latest is None else (latest,)), *options_of(agenda))
    return next((public_name(draft) for draft in known if _holds(draft, state)), "")


def _holds(draft: Draft, state: Agenda) -> bool:
    try:
        plan = plan_of(draft)
    except ValueError:
        return False
    return all(records_of(plan, table) == records_of(state, table) for table in PLAN_TABLES)


def _is_the_plan_of(agenda: Agenda, draft: Draft) -> bool:
    return frozen_text(agenda) == draft.content
