"""Sessions whose floor time does not fit any more although their seats do."""

from collections.abc import Iterator

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import session_name
from planner.rules.budget import budget_of
from planner.rules.finding import Finding, Later, Level, TimedFinding
from planner.rules.occupancy import occupancy_of
from planner.rules.saying import WhenFacts, moment_of, when_facts, when_words
from planner.wording import say, say_count


def over_runs_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for each; when the seats alone are too long, that clash says it already."""
    seat_minutes = occupancy_of(agenda).seat_minutes
    for session in agenda.sessions.values():
        if session.floor_states <= 0 and session.floor_stakeholders <= 0:
            continue
        if seat_minutes.get(session.id, 0) + session.wrap_up_minutes <= session.minutes:
            minutes = budget_of(agenda, session).over_run_minutes
            if minutes:
                yield moment_of(agenda, session), _over_run(agenda, session, minutes)


def _over_run(agenda: Agenda, session: Session, minutes: int) -> Finding:
    sentence = Later(_over_run_sentence, session, when_facts(agenda, session), minutes)
    return Finding("over-run", Level.WARNING, say("Over-run"), sentence, (session.id,))


def _over_run_sentence(session: Session, when: WhenFacts, minutes: int) -> str:
    return say_count(
        "{session}, {when}, over-runs by {count} minute with its floor time.",
        "{session}, {when}, over-runs by {count} minutes with its floor time.",
        minutes, session=session_name(session), when=when_words(session, when),
    )  # fmt: skip
