"""How this meeting takes the rules: their levels, and the findings that somebody accepted with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.aside_records import Acceptance, RuleLevel
from planner.rules.finding import Finding, Level, TimedFinding
from planner.rules.identity import Same

OFF = "off"
"""The level of a rule that this meeting does not want to hear of."""


class Accepted(NamedTuple):
    """A finding that stands and was accepted."""

    finding: Finding
    acceptance: Acceptance


class Register(NamedTuple):
    """The findings that are open, and those accepted, each in the order of findings."""

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def facts_of(agenda: Agenda, finding: Finding) -> str:
    """What an acceptance holds to: with another level, another time or another person it is another finding."""
    seats = [agenda.seats[seat_id] for seat_id in finding.seat_ids]
    holders = [(seat.id, seat.person_id, seat.entity_id) for seat in seats]
    return f"{finding.level} {finding.session_ids} {holders} {finding.objective_ids} {finding.sentence}"


def levels_of(agenda: Agenda) -> Mapping[str, str]:
    """Rule -> the level that this meeting gave it; a rule that is not here has its own."""
    return _levels(Same(agenda.rule_levels))


@lru_cache(maxsize=4)
def _levels(rule_levels: Same[Mapping[int, RuleLevel]]) -> Mapping[str, str]:
    wanted = {OFF, *Level}
    return {row.rule: row.level for row in rule_levels.thing.values() if row.level in wanted}


def levelled(agenda: Agenda, found: Iterable[TimedFinding]) -> Iterable[TimedFinding]:
    """The findings with this meeting's levels, without those of rules that are off."""
    levels = levels_of(agenda)
    if not levels:
        return found
    return [
        (moment, _at_level(finding, levels.get(finding.rule)))
        for moment, finding in found
        if levels.get(finding.rule) != OFF
    ]


def _at_level(finding: Finding, level: str | None) -> Finding:
    return finding if level is None or level == finding.level else finding._replace(level=Level(level))


def sorted_out(agenda: Agenda, findings: Sequence[Finding]) -> Register:
    """The findings, with those set aside that were accepted as they stand."""
    by_rule = _by_rule(Same(agenda.acceptances))
    if not by_rule:
        return Register(tuple(findings), ())
    still_open: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in findings:
        known = by_rule.get(finding.rule)
        held = known.get(facts_of(agenda, finding)) if known else None
        if held is None:
            still_open.append(finding)
        else:
            accepted.append(Accepted(finding, held))
    return Register(tuple(still_open), tuple(accepted))


@lru_cache(maxsize=4)
def _by_rule(acceptances: Same[Mapping[int, Acceptance]]) -> Mapping[str, Mapping[str, Acceptance]]:
    """Rule -> facts -> what was accepted."""
    by_rule: dict[str, dict[str, Acceptance]] = {}
    for acceptance in acceptances.thing.values():
        by_rule.setdefault(acceptance.rule, {})[acceptance.facts] = acceptance
    return by_rule


def lapsed(agenda: Agenda, register: Register) -> tuple[Acceptance, ...]:
    """Acceptances whose finding is gone or has other facts now: kept on record, of no effect."""
    in_force = {accepted.acceptance.id for accepted in register.accepted}
    return tuple(acceptance for acceptance in agenda.acceptances.values() if acceptance.id not in in_force)
