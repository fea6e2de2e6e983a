"""What a profile must not show is not in its Agenda: secrets are planted in every text of every table."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from planner.errors import InputProblem
from planner.export.profiles import Profile, left_out, profile_named, redacted
from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import RECORD_TYPES, Room
from tests.building import entity, make_agenda, person, seat, session

KEPT_IN_PUBLIC = {
    "meeting", "days", "sessions.code", "sessions.title", "sessions.summary", "sessions.guiding_questions",
    "rooms.name", "objectives.short_title", "objectives.title", "entities.name", "entities.country_code",
    "entities.region", "entities.zone", "people.honorific", "people.given_name", "people.family_name",
    "people.function", "people.zone", "rulers.zone",
}  # fmt: skip


def planted(agenda: Agenda) -> Agenda:
    """Every plain text of every row says which table and column it stands in."""
    changes = [
        (table, record.id, replace(record, **secrets_of(table, record)))
        for table in RECORD_TYPES
        for record in rows(agenda, table)
    ]
    return agenda.with_records(changes)


def secrets_of(table: str, record: Any) -> dict[str, str]:
    fixed = {"date", "received", "replaced_at", "zone", "deadline_date"}
    names = [field.name for field in fields(record) if type(getattr(record, field.name)) is str]
    return {name: f"{table}.{name}" for name in names if name not in fixed}


def rows(agenda: Agenda, table: str) -> list[Any]:
    return list(getattr(agenda, "meeting_rows" if table == "meeting" else table).values())


def texts(agenda: Agenda) -> Iterator[str]:
    for table in RECORD_TYPES:
        for record in rows(agenda, table):
            yield from (value for value in secrets_of(table, record).values() if value in held(record))


def held(record: Any) -> set[object]:
    return {getattr(record, field.name) for field in fields(record)}


@pytest.fixture
def sample(tmp_path: Path) -> Agenda:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    agenda = read_agenda(path)
    first = agenda.placed_sessions[1].id
    somebody = replace(person(1, "Anna", "Example", entity=1), email="a", phone="b", gender="female", languages="fr")
    return agenda.with_records(
        [("people", 1, somebody), ("seats", 900, seat(900, first, Role.SPEAKER, person=1, state=SeatState.CONFIRMED))]
    )


def shown(agenda: Agenda) -> set[str]:
    return {text if text.partition(".")[0] not in {"meeting", "days"} else text.partition(".")[0] for text in
            texts(agenda)}  # fmt: skip


def test_in_public_only_what_papers_print_is_left(sample: Agenda) -> None:
    assert shown(redacted(planted(sample), Profile.PUBLIC)) <= KEPT_IN_PUBLIC


def test_delegations_also_have_the_links(sample: Agenda) -> None:
    assert shown(redacted(planted(sample), Profile.DELEGATIONS)) <= KEPT_IN_PUBLIC | {"rooms.link"}


def test_the_secretariat_has_everything(sample: Agenda) -> None:
    assert redacted(sample, Profile.INTERNAL) is sample


def small() -> Agenda:
    return make_agenda(
        rooms=[Room(1, "Plenary", "https://example.org/room", 1)],
        sessions=[replace(session(1, "First", 600), internal_notes="Secret.")],
        entities=[entity(1, "Examplia")],
        people=[
            replace(person(1, "Anna", "Example", entity=1), email="anna@example.org", phone="1"),
            person(2, "Ben", "Beta"),
        ],
        seats=[
            seat(1, 1, Role.SPEAKER, person=1, state=SeatState.INVITED),
            seat(2, 1, Role.SPEAKER, person=2, state=SeatState.DECLINED),
        ],
    )


def test_in_public_an_unconfirmed_name_is_its_entity() -> None:
    shown = redacted(small(), Profile.PUBLIC)
    assert [(held.person_id, held.entity_id) for held in shown.seats.values()] == [(None, 1)]
    assert dict(shown.people) == {}


def test_delegations_see_the_name_without_its_addresses() -> None:
    shown = redacted(small(), Profile.DELEGATIONS)
    assert [(one.name, one.email, one.phone) for one in shown.people.values()] == [("Anna Example", "", "")]


def test_what_is_left_out_is_told() -> None:
    assert left_out(small(), Profile.PUBLIC) == (
        "1 e-mail address",
        "1 phone number",
        "The internal note of 1 session",
        "1 declined seat",
        "1 name that is not confirmed: the entity stands for it",
        "The link to 1 room",
    )
    assert left_out(small(), Profile.INTERNAL) == ()


def test_a_profile_is_named_in_any_case_and_another_is_refused() -> None:
    assert profile_named(" Public ") is Profile.PUBLIC
    with pytest.raises(InputProblem, match="Choose one of: public, delegations, internal"):
        profile_named("secret")
