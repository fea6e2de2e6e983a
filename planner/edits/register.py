"""What the organiser decides about findings: accepted with a reason, opened again, and how grave each rule is."""

from datetime import UTC, datetime

from sqlalchemy import delete, select

from planner.document import Document
from planner.edits.fields import record_of, row_of
from planner.errors import InputProblem
from planner.models.storing import storable
from planner.models.tables import AcceptanceRow, RuleLevelRow
from planner.rules.finding import Finding
from planner.rules.register import facts_of
from planner.wording import say


def accept_finding(document: Document, finding: Finding, reason: str, name: str = "") -> int:
    """Set a finding aside for as long as its facts stay; returns the acceptance's id. Raises InputProblem."""
    if not reason.strip():
        raise InputProblem(say("Say in a few words why this is accepted."))
    with document.edit(say("Accept: {finding}", finding=finding.title)) as rows:
        row = AcceptanceRow(
            rule=finding.rule, facts=storable(facts_of(document.agenda, finding)), sentence=storable(finding.sentence),
            reason=storable(reason.strip()), name=storable(name.strip()),
            accepted_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )  # fmt: skip
        rows.add(row)
        rows.flush()
        return row.id


def reopen_finding(document: Document, acceptance_id: int) -> None:
    """Take an acceptance back. Raises RuleBroken when it is gone."""
    acceptance = record_of(document.agenda.acceptances, acceptance_id)
    with document.edit(say("Open again: {finding}", finding=acceptance.sentence)) as rows:
        rows.delete(row_of(rows, AcceptanceRow, acceptance_id))


def set_rule_level(document: Document, rule: str, level: str | None) -> None:
    """How this meeting takes a rule: "clash", "warning", "note" or "off"; None gives it its own level again."""
    with document.edit(say("Change how grave a rule is")) as rows:
        if level is None:
            rows.execute(delete(RuleLevelRow).where(RuleLevelRow.rule == rule))
            return
        row = rows.execute(select(RuleLevelRow).where(RuleLevelRow.rule == rule)).scalar_one_or_none()
        if row is None:
            rows.add(RuleLevelRow(rule=rule, level=level))
        else:
            row.level = level
