"""All that the rules report: of a whole meeting, and of one spot before anything is dropped there."""

from itertools import chain

from planner.models.agenda import Agenda
from planner.models.records import Spot
from planner.rules.availability_findings import unavailable_of
from planner.rules.clashes import clashes_at, clashes_of, room_clashes_at
from planner.rules.clock_change_findings import clock_changes_of, doubtful_hours_of
from planner.rules.coverage import gaps_of
from planner.rules.finding import Finding, in_order
from planner.rules.hour_findings import hard_hours_of, unknown_hours_of
from planner.rules.interest_findings import open_interests_of
from planner.rules.occupancy import occupancy_of
from planner.rules.over_runs import over_runs_of
from planner.rules.people_rules import oddities_of
from planner.rules.register import Register, levelled, sorted_out
from planner.rules.zone_data import zone_data_of
from planner.rules.zone_label_findings import wrong_labels_of

_NO_SESSION = 0
_FAMILIES = (
    unavailable_of,
    zone_data_of,
    wrong_labels_of,
    clashes_of,
    doubtful_hours_of,
    gaps_of,
    over_runs_of,
    oddities_of,
    open_interests_of,
    hard_hours_of,
    unknown_hours_of,
    clock_changes_of,
)


def findings_of(agenda: Agenda) -> tuple[Finding, ...]:
    """Every finding that nobody accepted: by level, then time, then rule."""
    return register_of(agenda).open


def register_of(agenda: Agenda) -> Register:
    """Every finding at the level that this meeting gives its rule, those accepted set aside."""
    found = chain(*(family(agenda) for family in _FAMILIES))
    return sorted_out(agenda, in_order(levelled(agenda, found)))


def findings_of_spot(agenda: Agenda, session_id: int, spot: Spot, minutes: int) -> tuple[Finding, ...]:
    """The clashes a session would have at this spot with this length: those of ``findings_of`` after the drop."""
    return register_of_spot(agenda, session_id, spot, minutes).open


def register_of_spot(agenda: Agenda, session_id: int, spot: Spot, minutes: int) -> Register:
    """As ``findings_of_spot``, with those that would stand accepted: what was accepted here already, and only that.

    Day and room exist: ``why_refused`` says so first.
    """
    found = clashes_at(agenda, occupancy_of(agenda).placement_at(session_id, spot, minutes))
    return sorted_out(agenda, in_order(levelled(agenda, found)))


def findings_of_new(agenda: Agenda, spot: Spot, minutes: int) -> tuple[Finding, ...]:
    """The clashes an empty session made at this spot would have: its room alone can be taken."""
    found = room_clashes_at(agenda, occupancy_of(agenda).placement_at(_NO_SESSION, spot, minutes))
    return in_order(levelled(agenda, found))
