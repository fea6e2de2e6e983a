"""What a spot would mean for a session, before it is dropped there."""

from dataclasses import dataclass

from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.rules import findings_of_new, findings_of_spot
from planner.rules.finding import Finding
from planner.rules.placing import why_refused


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why the spot cannot be meant, or the findings it would make; both empty when all is well."""

    refusal: str
    findings: tuple[Finding, ...]


def verdict_of(agenda: Agenda, session: Session | None, spot: Spot, minutes: int) -> Verdict:
    """The verdict on a session, or on a new one, of this length at this spot."""
    refusal = why_refused(agenda, spot, minutes)
    if refusal:
        return Verdict(refusal, ())
    if session is None:
        return Verdict("", findings_of_new(agenda, spot, minutes))
    return Verdict("", findings_of_spot(agenda, session.id, spot, minutes))
