"""What the table of entities shows of each: its lines, their columns, and the words a search looks into."""

from collections import Counter
from dataclasses import dataclass

from planner.folding import search_text
from planner.local_times import single_zone_of_country
from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, StakeholderCategory
from planner.models.records import Entity
from planner.rules.seats_held import seats_by_entity, seats_in_full
from planner.ui.choices import country_name, read_country, read_zone
from planner.ui.record_table import Choices, Column
from planner.wording import category_name, entity_kind_name, say, say_count


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity with how many people, seats that take part, and interests it has."""

    entity: Entity
    people: int
    seats: int
    seats_in_full: str
    interests: int

    @property
    def full_name(self) -> str:
        return self.entity.name

    @property
    def offered_zone(self) -> str | None:
        """The zone of the country when it has no other; never taken without being asked for."""
        return None if self.entity.zone else single_zone_of_country(self.entity.country_code)


def entity_lines(agenda: Agenda) -> dict[int, EntityLine]:
    """Entity id -> line."""
    held = seats_by_entity(agenda)
    people = Counter(person.entity_id for person in agenda.people.values())
    interests = Counter(interest.entity_id for interest in agenda.interests.values())
    lines = {}
    for entity in agenda.entities.values():
        seats = held.get(entity.id, ())
        lines[entity.id] = EntityLine(
            entity,
            people[entity.id],
            sum(seat.counts for seat in seats),
            seats_in_full(agenda, seats) if seats else "",
            interests[entity.id],
        )
    return lines


def searched_in_entity(line: EntityLine) -> str:
    """Name, kind, category, country and region, folded."""
    entity = line.entity
    return search_text(
        (
            entity.name,
            _kind(line),
            _category(line),
            entity.country_code,
            country_name(entity.country_code),
            entity.region,
        )
    )


def entity_columns() -> tuple[Column, ...]:
    return (
        Column("name", say("Name"), 26, lambda line: line.entity.name, field="name"),
        Column("kind", say("Kind"), 19, _kind, field="kind", choices=_kind_choices, read=_read_kind),
        Column("category", say("Stakeholder category"), 18, _category, field="stakeholder_category",
               choices=_category_choices, edited=lambda line: category_name(line.entity.stakeholder_category),
               read=_read_category),
        Column("country", say("Country"), 7, lambda line: line.entity.country_code, field="country_code",
               read=read_country, tip=_country_tip),
        Column("region", say("Region"), 14, lambda line: line.entity.region, field="region"),
        Column("zone", say("Zone"), 12, _zone_text, field="zone", edited=lambda line: line.entity.zone, is_zone=True,
               read=read_zone, order=lambda line: line.entity.zone or None, tip=_zone_tip),
        Column("people", say("People"), 6, lambda line: _number(line.people), is_number=True,
               order=lambda line: line.people or None),
        Column("seats", say("Seats"), 6, lambda line: _number(line.seats), is_number=True,
               order=lambda line: line.seats or None,
               tip=lambda line: line.seats_in_full or say("No seat yet.")),
        Column("interests", say("Interests"), 7, lambda line: _number(line.interests), is_number=True,
               order=lambda line: line.interests or None),
    )  # fmt: skip


def _number(count: int) -> str:
    return str(count) if count else ""


def _kind(line: EntityLine) -> str:
    return entity_kind_name(line.entity.kind)


def _kind_choices() -> Choices:
    return [(entity_kind_name(kind), kind) for kind in EntityKind]


def _read_kind(text: str) -> EntityKind:
    return next(kind for kind in EntityKind if entity_kind_name(kind) == text)


def _category(line: EntityLine) -> str:
    category = line.entity.stakeholder_category
    return category_name(category) if category is not StakeholderCategory.NONE else ""


def _category_choices() -> Choices:
    return [(category_name(category), category) for category in StakeholderCategory]


def _read_category(text: str) -> StakeholderCategory:
    return next(category for category in StakeholderCategory if category_name(category) == text)


def _country_tip(line: EntityLine) -> str:
    return country_name(line.entity.country_code) or say("No country: type its two letters or its name.")


def _zone_text(line: EntityLine) -> str:
    return line.entity.zone


def _zone_tip(line: EntityLine) -> str:
    return line.entity.zone or say("No time zone: it is asked of each person.")


def details_of_entity(line: EntityLine) -> str:
    """What tells two entities of one name apart: kind, country, people, seats."""
    parts = (
        _kind(line),
        country_name(line.entity.country_code),
        say_count("{count} person", "{count} people", line.people) if line.people else "",
        say_count("{count} seat", "{count} seats", line.seats) if line.seats else "",
    )
    return " · ".join(part for part in parts if part)
