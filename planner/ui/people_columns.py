"""What the table of people shows of each: its lines, their columns, and the words a search looks into."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.folding import search_text
from planner.local_times import single_zone_of_country
from planner.models.agenda import Agenda
from planner.models.kinds import Gender
from planner.models.records import Entity, Person
from planner.rules.availability_findings import hours_words
from planner.rules.seats_held import seats_by_person, seats_in_full, seats_in_words
from planner.ui.choices import country_name, names_in_order, read_entity, read_zone
from planner.ui.record_table import Choices, Column
from planner.wording import gender_name, say, say_count


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with what others say of them: the entity, and the seats that take part."""

    person: Person
    entity: Entity | None
    seat_count: int
    seats: str
    seats_in_full: str
    hours: str = ""
    hours_in_full: str = ""

    @property
    def full_name(self) -> str:
        """ "H.E. Ms. Anna Nowak"."""
        return " ".join(part for part in (self.person.honorific, self.person.name) if part)

    @property
    def offered_zone(self) -> str | None:
        """The zone of the entity's country when it has no other; never taken without being asked for."""
        if self.person.zone or self.entity is None:
            return None
        return single_zone_of_country(self.entity.country_code)


def person_lines(agenda: Agenda) -> dict[int, PersonLine]:
    """Person id -> line."""
    held = seats_by_person(agenda)
    lines = {}
    for person in agenda.people.values():
        seats = held.get(person.id, ())
        lines[person.id] = PersonLine(
            person,
            None if person.entity_id is None else agenda.entities[person.entity_id],
            sum(seat.counts for seat in seats),
            seats_in_words(agenda, seats) if seats else "",
            seats_in_full(agenda, seats) if seats else "",
            *_noted_hours(agenda, person),
        )
    return lines


def _noted_hours(agenda: Agenda, person: Person) -> tuple[str, str]:
    """How many free and busy hours are noted, and which."""
    rows = agenda.availabilities_of(person.id)
    free, total = sum(row.free for row in rows), len(rows)
    label = agenda.meeting.zone_label
    in_full = "\n".join(
        say("Free {hours}", hours=hours_words(row, person, label))
        if row.free
        else say("Busy {hours}", hours=hours_words(row, person, label))
        for row in rows
    )
    if not rows:
        return "", ""
    if free == total:
        return say("{free} free", free=free), in_full
    if not free:
        return say("{busy} busy", busy=total), in_full
    return say("{free} free, {busy} busy", free=free, busy=total - free), in_full


def searched_in_person(line: PersonLine) -> str:
    """Name in both orders, function, e-mail, entity and country, folded."""
    person, entity = line.person, line.entity
    of_entity = () if entity is None else (entity.name, entity.country_code, country_name(entity.country_code))
    reverse = f"{person.family_name}, {person.given_name}"
    return search_text((line.full_name, reverse, person.function, person.email, *of_entity))


class EntityNames:
    """The names a person's entity is chosen from, kept up with the meeting."""

    def __init__(self) -> None:
        self._entities: Mapping[int, Entity] = {}
        self._names: dict[str, int] = {}

    def show(self, entities: Mapping[int, Entity]) -> None:
        if entities is not self._entities:
            self._entities = entities
            self._names = {entity.name: entity.id for entity in reversed(list(entities.values())) if entity.name}

    def choices(self) -> Choices:
        return [("", None), *((name, self._names[name]) for name in names_in_order(self._names))]

    def read(self, text: str) -> int | None:
        return read_entity(text, self._names)


def person_columns(entities: EntityNames) -> tuple[Column, ...]:
    return (
        Column("name", say("Name"), 22, lambda line: line.full_name, tip=lambda line: line.full_name,
               order=lambda line: _by_name(line)),
        _plain("honorific", say("Honorific"), 8),
        _plain("given_name", say("Given name"), 11),
        _plain("family_name", say("Family name"), 13),
        _plain("function", say("Function"), 20),
        Column("entity", say("Entity"), 20, _entity_name, field="entity_id", choices=entities.choices, is_long=True,
               read=entities.read, tip=_entity_tip),
        Column("zone", say("Zone"), 15, _zone_text, field="zone", edited=lambda line: line.person.zone, is_zone=True,
               read=read_zone, marked=lambda line: not line.person.zone, tip=_zone_tip,
               order=lambda line: line.person.zone or None),
        Column("hours", say("Hours"), 12, lambda line: line.hours, opens=True,
               tip=lambda line: line.hours_in_full or say("No free or busy hours noted: press Enter to note some.")),
        _plain("languages", say("Languages"), 10),
        Column("gender", say("Gender"), 8, _gender_text, field="gender", choices=_gender_choices,
               edited=lambda line: gender_name(line.person.gender), read=_read_gender),
        _plain("email", say("E-mail"), 22),
        _plain("phone", say("Phone"), 16),
        Column("seats", say("Seats"), 26, _seats_text, order=lambda line: line.seat_count or None,
               tip=lambda line: line.seats_in_full or say("No seat yet.")),
    )  # fmt: skip


def _plain(field: str, title: str, letters: int) -> Column:
    return Column(field, title, letters, lambda line: str(getattr(line.person, field)), field=field)


def _by_name(line: PersonLine) -> str | None:
    """Family name first: the order of a list of participants, whatever the honorific."""
    return search_text((line.person.family_name, line.person.given_name)).strip() or None


def _entity_name(line: PersonLine) -> str:
    return "" if line.entity is None else line.entity.name


def _entity_tip(line: PersonLine) -> str:
    if line.entity is None:
        return say("No entity yet: press Enter and choose one.")
    country = country_name(line.entity.country_code)
    return say("{entity} ({country})", entity=line.entity.name, country=country) if country else line.entity.name


def _zone_text(line: PersonLine) -> str:
    return line.person.zone or say("▲ ask")


def _zone_tip(line: PersonLine) -> str:
    if line.person.zone:
        return line.person.zone
    if line.offered_zone is not None:
        return say("No time zone yet. {zone} is the only one of the entity's country.", zone=line.offered_zone)
    return say("No time zone yet, and the entity does not tell: ask, then choose it here.")


def _gender_text(line: PersonLine) -> str:
    return gender_name(line.person.gender) if line.person.gender else ""


def _gender_choices() -> Choices:
    return [(gender_name(gender), gender) for gender in Gender]


def _read_gender(text: str) -> str:
    return next((str(gender) for name, gender in _gender_choices() if name == text), "")


def _seats_text(line: PersonLine) -> str:
    return say("{count} · {seats}", count=line.seat_count, seats=line.seats) if line.seat_count else ""


def details_of_person(line: PersonLine) -> str:
    """What tells two people of one name apart: function, entity, e-mail, seats."""
    seats = say_count("{count} seat", "{count} seats", line.seat_count) if line.seat_count else ""
    parts = (line.person.function, _entity_name(line), line.person.email, seats)
    return " · ".join(part for part in parts if part)
