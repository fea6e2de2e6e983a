"""What changed, told to the one whom it concerns: "you", with old and new hours on both clocks."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from planner.local_times import zone_city
from planner.models.kinds import Role
from planner.rules.change import (
    Change,
    ChangeKind,
    Holder,
    Moment,
    label_of_new,
    local_words,
    moment_with_label,
    words_of_move,
)
from planner.wording import say


def sentence_to(change: Change, holder: Holder, zone: str) -> str:
    """The sentence of a letter to this holder, who reads hours in that zone too; without one in the meeting's alone."""
    told = _TO_YOU.get(change.kind)
    return change.sentence(zone) if told is None else told(change, holder, zone)


def _with_clocks(words: str, moment: Moment, zone: str) -> str:
    """ "Thu 13:40 CET (07:40 in Toronto)"."""
    local = local_words(moment, zone) if zone and zone != moment.zone else ""
    if not local:
        return words
    return say("{moment} ({local} in {city})", moment=words, local=local, city=zone_city(zone))


def _on_clocks(moment: Moment, zone: str) -> str:
    return _with_clocks(moment_with_label(moment), moment, zone)


def _moved(change: Change, _holder: Holder, zone: str) -> str:
    old, new = change.moment_before, change.moment_after
    assert old is not None and new is not None
    before, after = words_of_move(old, new)
    if old.zone == new.zone:
        before = say("{moment} {label}", moment=before, label=old.label)
    return say(
        "{session} moves from {before} to {after}.",
        session=change.about, before=_with_clocks(before, old, zone),
        after=_with_clocks(say("{moment} {label}", moment=after, label=label_of_new(change)), new, zone),
    )  # fmt: skip


def _placed(change: Change, _holder: Holder, zone: str) -> str:
    assert change.moment_after is not None
    return say("{session} is placed on {after}.", session=change.about, after=_on_clocks(change.moment_after, zone))


def _taken_off(change: Change, _holder: Holder, zone: str) -> str:
    assert change.moment_before is not None
    return say(
        "{session} is taken off the timetable; it was on {before}.",
        session=change.about, before=_on_clocks(change.moment_before, zone),
    )  # fmt: skip


def _dropped_session(change: Change, _holder: Holder, zone: str) -> str:
    if change.moment_before is None:
        return say("{session} is dropped.", session=change.about)
    return say(
        "{session} is dropped; it was on {before}.",
        session=change.about, before=_on_clocks(change.moment_before, zone),
    )  # fmt: skip


def _seated(change: Change, _holder: Holder, zone: str) -> str:
    role = "" if change.role is None else _with_article(change.role)
    if change.moment_after is None:
        return say("You are now {role} in {session}, which is not placed yet.", role=role, session=change.about)
    return say(
        "You are now {role} in {session}, on {moment}.",
        role=role, session=change.about, moment=_on_clocks(change.moment_after, zone),
    )  # fmt: skip


def _unseated(change: Change, _holder: Holder, _zone: str) -> str:
    role = "" if change.role is None else _with_article(change.role)
    return say("You are no longer {role} in {session}.", role=role, session=change.about)


def _replaced(change: Change, holder: Holder, zone: str) -> str:
    return (_unseated if holder == change.holders[0] else _seated)(change, holder, zone)


def _named(change: Change, holder: Holder, zone: str) -> str:
    if holder != change.holders[0]:
        return _seated(change, holder, zone)
    return say("{who} is named for your seat in {session}.", who=change.after, session=change.about)


def _to_be_named(change: Change, holder: Holder, zone: str) -> str:
    if holder == change.holders[0]:
        return _unseated(change, holder, zone)
    return say(
        "{who} no longer takes your seat in {session}: please name another speaker.",
        who=change.before, session=change.about,
    )  # fmt: skip


def _another_role(change: Change, _holder: Holder, _zone: str) -> str:
    return say(
        "Your role in {session} is now {after} instead of {before}.",
        session=change.about, after=change.after, before=change.before,
    )  # fmt: skip


def _with_article(role: Role) -> str:
    return {
        Role.CHAIR: say("a chair"),
        Role.MODERATOR: say("a moderator"),
        Role.SPEAKER: say("a speaker"),
        Role.PANELLIST: say("a panellist"),
        Role.RAPPORTEUR: say("a rapporteur"),
    }[role]


_TO_YOU: Mapping[ChangeKind, Callable[[Change, Holder, str], str]] = MappingProxyType(
    {
        ChangeKind.SESSION_MOVED: _moved,
        ChangeKind.SESSION_PLACED: _placed,
        ChangeKind.SESSION_TAKEN_OFF: _taken_off,
        ChangeKind.SESSION_DROPPED: _dropped_session,
        ChangeKind.SEAT_ADDED: _seated,
        ChangeKind.SEAT_DROPPED: _unseated,
        ChangeKind.SEAT_HOLDER: _replaced,
        ChangeKind.SEAT_NAMED: _named,
        ChangeKind.SEAT_UNNAMED: _to_be_named,
        ChangeKind.SEAT_ROLE: _another_role,
    }
)
