"""When a finding about a session matters, as a key to sort by and as words."""

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import span_with_zone
from planner.rules.finding import LATER_THAN_ALL, Moment
from planner.rules.occupancy import occupancy_of
from planner.wording import say


def when_of(agenda: Agenda, session: Session) -> str:
    """ "Fri 13 Nov 11:40-12:55 CET", or that the session is not placed yet."""
    return span_with_zone(agenda, session.spot, session.minutes) if session.spot else say("not placed yet")


def moment_of(agenda: Agenda, session: Session) -> Moment:
    """Later than all while the session is not placed."""
    placement = occupancy_of(agenda).placements.get(session.id)
    return (placement.day_index, placement.start_minute) if placement else LATER_THAN_ALL
