"""All that the rules report: of a whole meeting, and of one spot before anything is dropped there."""

from itertools import chain

from planner.models.agenda import Agenda
from planner.models.records import Spot
from planner.rules.clashes import clashes_at, clashes_of, room_clashes_at
from planner.rules.coverage import gaps_of
from planner.rules.finding import Finding, in_order
from planner.rules.interest_findings import open_interests_of
from planner.rules.occupancy import occupancy_of
from planner.rules.over_runs import over_runs_of
from planner.rules.people_rules import oddities_of

_NO_SESSION = 0
_FAMILIES = (clashes_of, gaps_of, over_runs_of, oddities_of, open_interests_of)


def findings_of(agenda: Agenda) -> tuple[Finding, ...]:
    """Every finding of the meeting: by level, then time, then rule."""
    return in_order(chain(*(family(agenda) for family in _FAMILIES)))


def findings_of_spot(agenda: Agenda, session_id: int, spot: Spot, minutes: int) -> tuple[Finding, ...]:
    """The clashes a session would have at this spot with this length: those of ``findings_of`` after the drop.

    Day and room exist: ``why_refused`` says so first.
    """
    return in_order(clashes_at(agenda, occupancy_of(agenda).placement_at(session_id, spot, minutes)))


def findings_of_new(agenda: Agenda, spot: Spot, minutes: int) -> tuple[Finding, ...]:
    """The clashes an empty session made at this spot would have: its room alone can be taken."""
    return in_order(room_clashes_at(agenda, occupancy_of(agenda).placement_at(_NO_SESSION, spot, minutes)))
