"""Who must be told: the people and entities whose time, role or link is another than in the draft they know."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.phrases import holder_name
from planner.rules.change import Change, Holder
from planner.rules.change_kinds import CONCERNING
from planner.rules.changes import by_holder
from planner.rules.drafts import changes_since, drafts_of, plan_of
from planner.rules.identity import Same
from planner.rules.seat_changes import holder_of, takes_part


class ToTell(NamedTuple):
    """Somebody who knows another plan than this one; ``known`` is the draft they know, None for a newcomer."""

    holder: Holder
    name: str
    known: Draft | None
    changes: tuple[Change, ...]


def to_tell(agenda: Agenda) -> tuple[ToTell, ...]:
    """By name. Nobody before the first draft; empty again when every change was taken back or told."""
    if not drafts_of(agenda):
        return ()
    told = _told(agenda)
    first = _told_at_first(agenda)
    found = (_to_tell(agenda, holder, told.get(holder) or first.get(holder)) for holder in _everybody(agenda))
    return tuple(sorted((entry for entry in found if entry.changes), key=lambda entry: (entry.name, str(entry.holder))))


def _to_tell(agenda: Agenda, holder: Holder, draft: Draft | None) -> ToTell:
    since = draft or drafts_of(agenda)[0]
    changes = _concerning(Same(agenda))(Same(since)).get(holder, ())
    return ToTell(holder, _name(agenda, since, holder), draft, changes)


@lru_cache(maxsize=2)
def _concerning(now: Same[Agenda]) -> Callable[[Same[Draft]], Mapping[Holder, tuple[Change, ...]]]:
    """Of each draft, what of it concerns whom; all drafts at once, but of few pictures."""
    return cache(lambda draft: _by_holder(changes_since(now.thing, draft.thing)))


def _by_holder(changes: Iterable[Change]) -> Mapping[Holder, tuple[Change, ...]]:
    concerning = [change for change in changes if change.kind in CONCERNING]
    return {holder: tuple(theirs) for holder, theirs in by_holder(concerning).items()}


def _everybody(agenda: Agenda) -> set[Holder]:
    """Who holds a seat now or held one in a draft."""
    return set(_holders(agenda)).union(*(_holders_in(Same(draft)) for draft in drafts_of(agenda)))


def _holders(agenda: Agenda) -> Iterator[Holder]:
    return (holder_of(seat) for seat in agenda.seats.values() if takes_part(seat))


@lru_cache(maxsize=64)
def _holders_in(draft: Same[Draft]) -> frozenset[Holder]:
    return frozenset(_holders(plan_of(draft.thing)))


def _told(agenda: Agenda) -> dict[Holder, Draft]:
    """The draft that each was told of last."""
    told: dict[Holder, Draft] = {}
    for notice in agenda.notices.values():
        draft, holder = agenda.drafts.get(notice.draft_id), (notice.person_id, notice.entity_id)
        if draft is not None and (holder not in told or told[holder].number < draft.number):
            told[holder] = draft
    return told


def _told_at_first(agenda: Agenda) -> dict[Holder, Draft]:
    """Who is in the first draft of all knows it; whoever came later is new until somebody marks them as told."""
    first = drafts_of(agenda)[0]
    return dict.fromkeys(_holders_in(Same(first)), first)


def _name(agenda: Agenda, draft: Draft, holder: Holder) -> str:
    """Also of somebody who is no longer in the meeting."""
    person_id, entity_id = holder
    here = person_id in agenda.people if person_id is not None else entity_id in agenda.entities
    return holder_name(agenda if here else plan_of(draft), entity_id, person_id)
