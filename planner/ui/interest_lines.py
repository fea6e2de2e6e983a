"""One line of words for each interest, and which of them a filter lets through; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.clock import parse_date
from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, InterestState, Role
from planner.models.records import Interest, Wish
from planner.phrases import session_short
from planner.wording import interest_state_name, month_short, role_name, say


@dataclass(frozen=True, slots=True)
class InterestLine:
    """What the table shows of an interest; ``found_by`` is what the search looks in, in lower case."""

    id: int
    entity: str
    person: str
    wants: str
    received: str
    source: str
    note: str
    state: InterestState
    kind: EntityKind | None
    region: str
    asked: frozenset[tuple[int, Role]]
    found_by: str


@dataclass(frozen=True, slots=True)
class InterestFilter:
    """What the person looks for; None and empty text let everything through."""

    session_id: int | None = None
    role: Role | None = None
    kind: EntityKind | None = None
    region: str = ""
    state: InterestState | None = None
    text: str = ""

    def passing(self, lines: Sequence[InterestLine]) -> list[InterestLine]:
        """Segment and role are met by one and the same wish; every word of the text is somewhere in the line."""
        words = self.text.casefold().split()
        found = [line for line in lines if all(word in line.found_by for word in words)]
        if replace(self, text="") == InterestFilter():
            return found
        return [line for line in found if self._accepts(line)]

    def _accepts(self, line: InterestLine) -> bool:
        return (
            self._asked(line)
            and self.kind in {None, line.kind}
            and self.region in {"", line.region}
            and self.state in {None, line.state}
        )

    def _asked(self, line: InterestLine) -> bool:
        if self.session_id is None and self.role is None:
            return True
        return any(self.session_id in {None, session} and self.role in {None, role} for session, role in line.asked)


def line_of(agenda: Agenda, interest: Interest) -> InterestLine:
    """The words of one interest."""
    entity = None if interest.entity_id is None else agenda.entities[interest.entity_id]
    person = "" if interest.person_id is None else agenda.people[interest.person_id].name
    wishes = agenda.wishes_of(interest.id)
    wants, name = wishes_in_words(agenda, wishes), "" if entity is None else entity.name
    return InterestLine(
        id=interest.id,
        entity=name,
        person=person,
        wants=wants,
        received=interest.received,
        source=source_in_words(interest.source),
        note=interest.note,
        state=interest.state,
        kind=None if entity is None else entity.kind,
        region="" if entity is None else entity.region,
        asked=frozenset((wish.session_id, wish.role) for wish in wishes),
        found_by=" ".join(
            (name, person, wants, interest.note, interest.source, interest_state_name(interest.state))
        ).casefold(),
    )


def wishes_in_words(agenda: Agenda, wishes: tuple[Wish, ...]) -> str:
    """ "RT1 speaker · RT3 moderator", dearest first."""
    return " · ".join(wish_in_words(agenda, wish) for wish in wishes)


def wish_in_words(agenda: Agenda, wish: Wish) -> str:
    """ "RT1 speaker"."""
    session = session_short(agenda.sessions[wish.session_id])
    return say("{session} {role}", session=session, role=role_name(wish.role).lower())


def source_in_words(source: str) -> str:
    """Where an interest came from: "typed", or a file and its row as they stand."""
    return say("typed") if source == "typed" else source


def received_in_words(received: str) -> str:
    """ "20 Oct 2020"; what is no date stays as it is."""
    day = parse_date(received)
    if day is None:
        return received
    return say("{day} {month} {year}", day=day.day, month=month_short(day.month), year=day.year)
