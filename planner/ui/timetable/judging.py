"""What a spot would mean for a session, before it is dropped there."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.rules.all_findings import findings_of_new, register_of_spot
from planner.rules.budget import budget_of
from planner.rules.finding import Finding
from planner.rules.placing import why_refused
from planner.wording import say

if TYPE_CHECKING:
    from planner.rules.strained import Strained


class Verdict(NamedTuple):
    """Why the spot cannot be meant, or the findings it would make; all empty when all is well.

    ``strained`` are the people whose comfortable hours the session would leave, the hardest first;
    ``over_run_minutes`` is what its floor time would lack if its length became another one; ``accepted`` are the
    findings that it would make and that somebody accepted just so.
    """

    refusal: str
    findings: tuple[Finding, ...] = ()
    strained: "tuple[Strained, ...]" = ()
    over_run_minutes: int = 0
    accepted: tuple[Finding, ...] = ()


def verdict_of(agenda: Agenda, session: Session | None, spot: Spot, minutes: int) -> Verdict:
    """The verdict on a session, or on a new one, of this length at this spot."""
    refusal = why_refused(agenda, spot, minutes)
    if refusal:
        return Verdict(refusal)
    if session is None:
        return Verdict("", findings_of_new(agenda, spot, minutes))
    # Loaded with the first drag: the first window does not wait for it.
    from planner.rules.strained import strained_at

    register = register_of_spot(agenda, session.id, spot, minutes)
    strained = strained_at(agenda, session.id, spot, minutes)
    accepted = tuple(one.finding for one in register.accepted)
    return Verdict("", register.open, strained, _over_run(agenda, session, minutes), accepted)


def _over_run(agenda: Agenda, session: Session, minutes: int) -> int:
    """Of a changed length alone; when the seats alone are too long, that clash says it already."""
    if minutes == session.minutes:
        return 0
    budget = budget_of(agenda, replace(session, minutes=minutes))
    return budget.over_run_minutes if budget.seat_minutes <= minutes else 0


def accepted_words(finding: Finding) -> str:
    return say("Accepted: {finding}", finding=finding.sentence)
