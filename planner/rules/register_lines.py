"""The register as it is listed: what was accepted and why, what lapsed since, and rules at another level."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.aside_records import Acceptance
from planner.rules.all_findings import findings_of
from planner.rules.finding import Level, level_name
from planner.rules.moments import date_made_words
from planner.rules.register import OFF, Register, lapsed, levels_of
from planner.wording import say, say_count


class RegisterLine(NamedTuple):
    """``act`` says what takes the line out of the register; ``acceptance_id`` is None of a rule's level."""

    state: str
    sentence: str
    reason: str
    act: str
    holds: bool
    rule: str
    acceptance_id: int | None = None


def register_lines(agenda: Agenda, register: Register) -> tuple[RegisterLine, ...]:
    """Those in force in the order of findings, then those that lapsed, then the levels that the meeting gave."""
    in_force = [
        _line(agenda, entry.acceptance, say("Accepted"), say("Open again"), holds=True) for entry in register.accepted
    ]
    without_effect = [
        _line(agenda, acceptance, say("Lapsed"), say("Take out"), holds=False)
        for acceptance in lapsed(agenda, register)
    ]
    return (*in_force, *without_effect, *level_lines(agenda))


def _line(agenda: Agenda, acceptance: Acceptance, state: str, act: str, *, holds: bool) -> RegisterLine:
    day = date_made_words(acceptance.accepted_at, agenda.meeting.zone)
    who = say("{name}, {day}", name=acceptance.name, day=day) if acceptance.name else day
    reason = say("{reason} — {who}", reason=acceptance.reason, who=who)
    return RegisterLine(state, acceptance.sentence, reason, act, holds, acceptance.rule, acceptance.id)


def level_lines(agenda: Agenda) -> Iterator[RegisterLine]:
    """A line for each rule that this meeting gave another level, by its title."""
    levels = levels_of(agenda)
    if levels:
        titles = rule_titles(agenda)
        named = sorted((titles.get(rule) or rule.replace("-", " ").capitalize(), rule) for rule in levels)
        for title, rule in named:
            level = levels[rule]
            sentence = say("Every finding “{rule}” of this meeting", rule=title)
            yield RegisterLine(level_words(level), sentence, "", say("Its own level"), holds=True, rule=rule)


def rule_titles(agenda: Agenda) -> Mapping[str, str]:
    """Rule -> its title, as a finding of it has it; also of rules that are off."""
    found = findings_of(replace(agenda, rule_levels=MappingProxyType({}), acceptances=MappingProxyType({})))
    return {finding.rule: finding.title for finding in found}


def level_words(level: str | None) -> str:
    """ "Warning", "Off"; None is the rule's own level."""
    if level is None:
        return say("Its own level")
    return say("Off") if level == OFF else level_name(Level(level))


def accepted_words(register: Register) -> str:
    """ "2 findings are accepted."; empty when none is."""
    count = len(register.accepted)
    return say_count("{count} finding is accepted.", "{count} findings are accepted.", count) if count else ""
