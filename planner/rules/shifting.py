"""Where sessions would go when they are shifted together or swapped; nothing is moved here."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from planner.clock import format_minute
from planner.errors import RuleBroken
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.phrases import session_name
from planner.rules.occupancy import Placement, occupancy_of
from planner.rules.placing import why_refused
from planner.wording import say


class Move(NamedTuple):
    session_id: int
    spot_from: Spot
    spot_to: Spot


def plan_shift(agenda: Agenda, session_id: int, by_minutes: int) -> tuple[Move, ...]:
    """The session and all later ones of its day and room, the pinned aside, each by the same minutes.

    Raises RuleBroken when one would leave the day's hours, or run into or past a pinned session.
    """
    start = _placement(agenda, session_id)
    _check_not_pinned(agenda.sessions[session_id])
    if by_minutes == 0:
        return ()
    neighbours = _same_room(agenda, start)
    later = [one for one in neighbours if one >= start and not agenda.sessions[one.session_id].pinned]
    moves = tuple(_moved(one, by_minutes) for one in later)
    for move, old in zip(moves, later, strict=True):
        session = agenda.sessions[move.session_id]
        _check_fits(agenda, session, move.spot_to)
        _check_passes_none_pinned(agenda, session, old, move.spot_to, neighbours)
    return moves


def gap_before(agenda: Agenda, session_id: int) -> int:
    """Free minutes between a session and the one before it in its day and room, or its window's start.

    Raises RuleBroken when the session is not placed.
    """
    placement = _placement(agenda, session_id)
    openings = [
        window.start_minute
        for window in agenda.windows_of(placement.day_id)
        if window.start_minute <= placement.start_minute
    ]
    ends = [one.end_minute for one in _same_room(agenda, placement) if one < placement]
    return max(0, placement.start_minute - max(openings + ends, default=placement.start_minute))


def plan_swap(agenda: Agenda, first_id: int, second_id: int) -> dict[int, Spot | None]:
    """Where two sessions stand once swapped; None for the one that goes back to the list.

    Raises RuleBroken when one is pinned or would leave the day's hours, or there is nothing to swap.
    """
    first, second = agenda.sessions[first_id], agenda.sessions[second_id]
    if first_id == second_id or (first.spot is None and second.spot is None):
        raise RuleBroken(say("These two have no places to swap. Choose two sessions, one of them on the timetable."))
    _check_not_pinned(first)
    _check_not_pinned(second)
    spots = _swapped(agenda, first, second)
    for session in (first, second):
        spot = spots[session.id]
        if spot is not None:
            _check_fits(agenda, session, spot)
    return spots


def _swapped(agenda: Agenda, first: Session, second: Session) -> dict[int, Spot | None]:
    placements = occupancy_of(agenda).placements
    early, late = placements.get(first.id), placements.get(second.id)
    if early is None or late is None or _room(early) != _room(late):
        return {first.id: second.spot, second.id: first.spot}
    if late < early:
        early, late = late, early
    end = max(early.end_minute, late.end_minute)
    return {
        late.session_id: early.spot,
        early.session_id: replace(late.spot, start_minute=end - early.minutes),
    }


def _placement(agenda: Agenda, session_id: int) -> Placement:
    placement = occupancy_of(agenda).placements.get(session_id)
    if placement is None:
        session = session_name(agenda.sessions[session_id])
        raise RuleBroken(say("{session} is not placed yet. Place it on the timetable first.", session=session))
    return placement


def _room(placement: Placement) -> tuple[int, int]:
    return placement.day_id, placement.room_id


def _same_room(agenda: Agenda, placement: Placement) -> Sequence[Placement]:
    return occupancy_of(agenda).rooms[_room(placement)]


def _moved(placement: Placement, by_minutes: int) -> Move:
    spot_to = replace(placement.spot, start_minute=placement.start_minute + by_minutes)
    return Move(placement.session_id, placement.spot, spot_to)


def _check_not_pinned(session: Session) -> None:
    if session.pinned:
        raise RuleBroken(say("{session} is pinned. Unpin it first.", session=session_name(session)))


def _check_fits(agenda: Agenda, session: Session, spot: Spot) -> None:
    reason = why_refused(agenda, spot, session.minutes)
    if reason is not None:
        raise RuleBroken(say("{session} cannot move. {reason}", session=session_name(session), reason=reason))


def _check_passes_none_pinned(
    agenda: Agenda, session: Session, old: Placement, spot: Spot, neighbours: Iterable[Placement]
) -> None:
    for other in neighbours:
        pinned = agenda.sessions[other.session_id]
        stays_before = old < other and spot.start_minute + session.minutes <= other.start_minute
        stays_after = other < old and other.end_minute <= spot.start_minute
        if pinned.pinned and not stays_before and not stays_after:
            raise RuleBroken(
                say(
                    "{session} would run into {pinned}, pinned at {time}. Unpin that one, or shift by less.",
                    session=session_name(session),
                    pinned=session_name(pinned),
                    time=format_minute(other.start_minute),
                )
            )
