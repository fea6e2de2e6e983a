"""When a finding about a session matters, as a key to sort by and as words."""

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import span_on
from planner.rules.finding import LATER_THAN_ALL, Moment
from planner.rules.occupancy import occupancy_of
from planner.wording import say

WhenFacts = tuple[str, str]
"""The ISO date of a session's day, empty while it is not placed, and the label of the meeting's zone."""


def when_facts(agenda: Agenda, session: Session) -> WhenFacts:
    """All that ``when_words`` needs beside the session."""
    day_id = session.day_id
    return ("" if day_id is None else agenda.days[day_id].date), agenda.meeting.zone_label


def when_words(session: Session, facts: WhenFacts) -> str:
    """ "Fri 13 Nov 11:40-12:55 CET", or that the session is not placed yet."""
    if session.start_minute is None:
        return say("not placed yet")
    iso_date, zone_label = facts
    return span_on(iso_date, session.start_minute, session.minutes, zone_label)


def moment_of(agenda: Agenda, session: Session) -> Moment:
    """Later than all while the session is not placed."""
    placement = occupancy_of(agenda).placements.get(session.id)
    return (placement.day_index, placement.start_minute) if placement else LATER_THAN_ALL
