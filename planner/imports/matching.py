"""Who a row means: somebody known, somebody new, or a question."""

from dataclasses import dataclass
from typing import NamedTuple

from planner.imports.known import Known, likeness
from planner.imports.normalising import name_key
from planner.imports.proposal import Candidate, Decisions, Question
from planner.imports.rows import GivenEntity, GivenRow
from planner.models.records import Person

_SAME_MAILBOX_NAME = 60
"""With the same address, names this much alike are one person's."""


class Match(NamedTuple):
    """The record meant, or None for a new one; or the question to be asked first."""

    id: int | None = None
    question: Question | None = None


@dataclass(frozen=True)
class Matcher:
    """Matches rows against one meeting; answered questions are not asked again."""

    known: Known
    decisions: Decisions

    def entity(self, given: GivenEntity) -> Match:
        """Raises nothing; an entity that is not given matches nothing."""
        if not given.key:
            return Match()
        key = f"entity:{given.key}"
        if key in self.decisions:
            return Match(self.decisions[key])
        sure = self.known.entities_named(given)
        if len(sure) == 1:
            return Match(sure[0])
        candidates = tuple(self._entity(entity_id) for entity_id in sure) or self.known.entities_like(given)
        return Match(question=Question(key, "entities", given.name, candidates)) if candidates else Match()

    def _entity(self, entity_id: int) -> Candidate:
        return Candidate(entity_id, self.known.agenda.entities[entity_id].name, 100)

    def person(self, row: GivenRow, entity_id: int | None) -> Match:
        """The person of a row whose entity is matched already; no name and no known address matches nothing."""
        if not row.person_key:
            return Match()
        key = f"person:{row.entity.key}|{row.person_key}"
        if key in self.decisions:
            return Match(self.decisions[key])
        name = name_key(row.name.full)
        sure = self._surely(row, name, entity_id)
        if len(sure) == 1:
            return Match(sure[0].id)
        candidates = self._candidates(sure, name, entity_id)
        return Match(question=Question(key, "people", row.name.full, candidates)) if candidates else Match()

    def _surely(self, row: GivenRow, name: str, entity_id: int | None) -> list[Person]:
        """The same name in the same entity, or the same address and a name that is alike."""
        email = dict(row.contact).get("email", "")
        there = self.known.people_at(email)
        if not name:
            return there
        by_email = [
            person
            for person in there
            if likeness(name, name_key(person.name)) >= _SAME_MAILBOX_NAME and entity_id in (None, person.entity_id)
        ]
        same = [person for person in self.known.people_named(name) if entity_id in (None, person.entity_id)]
        both = [person for person in same if person in by_email]
        return (
            both
            or same
            or by_email
            or [person for person in self.known.people_named(name) if person.entity_id is None or person in there]
        )

    def _candidates(self, sure: list[Person], name: str, entity_id: int | None) -> tuple[Candidate, ...]:
        found = sure or self.known.people_named(name)
        exact = tuple(Candidate(person.id, self.known.described(person), 100) for person in found)
        if sure:
            return exact
        known = {candidate.id for candidate in exact}
        alike = self.known.people_like(name, entity_id)
        return exact + tuple(candidate for candidate in alike if candidate.id not in known)
