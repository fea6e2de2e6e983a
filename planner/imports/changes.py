"""What rows about one entity and person would write."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from planner.imports.proposal import InterestChange, ProposalRow, RecordChange, Verdict
from planner.imports.rows import GivenRow
from planner.imports.source_keys import SourceKey
from planner.imports.twins import Twins
from planner.imports.wanting import Wanted
from planner.local_times import single_zone_of_country
from planner.models.agenda import Agenda
from planner.models.records import Interest
from planner.wording import say, say_list


class Changes:
    """Compares rows with the records of one meeting."""

    def __init__(self, agenda: Agenda, source: str, twins: Twins) -> None:
        self._agenda, self._source, self._twins = agenda, source, twins

    def fresh(self, key: SourceKey, group: list[GivenRow], entity_id: int | None, person_id: int | None) -> ProposalRow:
        """A new interest; known records keep what they have, and gain what they lack."""
        entity = self._entity(group[0], entity_id)
        person = self._person(group, person_id, overwrite=False)
        interest = self._interest(key, group, None)
        told = self._twins.told(group[0]) if entity_id is None or person_id is None else ""
        why = " ".join(filter(None, (_why_new(*self._twins.makes(group[0]), group[0]), told)))
        return self._row(group[0], Verdict.NEW, why, entity, person, interest)

    def again(
        self, key: SourceKey, group: list[GivenRow], entity_id: int | None, person_id: int | None,
        earlier: Interest, *, renamed: bool,
    ) -> ProposalRow:  # fmt: skip
        """A correction of an interest imported before; SAME when it comes to nothing."""
        entity = self._entity(group[0], entity_id)
        person = self._person(group, person_id, overwrite=True, renamed=renamed)
        interest = self._interest(key, group, earlier)
        changed = [*self._changed_interest(interest, earlier, entity, person), *_changed_columns(entity, person)]
        if not changed:
            return self._row(group[0], Verdict.SAME, say("The same as before."))
        why = say("Updates what was imported before: {changes}.", changes=say_list(list(dict.fromkeys(changed))))
        return self._row(group[0], Verdict.UPDATES, why, entity, person, interest)

    def _row(
        self, lead: GivenRow, verdict: Verdict, why: str, entity: RecordChange | None = None,
        person: RecordChange | None = None, interest: InterestChange | None = None,
    ) -> ProposalRow:  # fmt: skip
        label = ", ".join(part for part in (lead.entity.name, lead.name.full) if part)
        return ProposalRow(lead.number, label, verdict, why, entity, person, interest)

    def _entity(self, row: GivenRow, entity_id: int | None) -> RecordChange | None:
        given = row.entity
        if entity_id is None and not given.key:
            return None
        values = {
            "name": given.name,
            "kind": given.kind.value,
            "stakeholder_category": given.category.value,
            "country_code": given.country,
        }
        if entity_id is None:
            key = self._twins.entity_key(given.key)
            certain = {"zone": single_zone_of_country(given.country) or "", "region": self._region(given.country)}
            return RecordChange(key, None, tuple((name, value) for name, value in (values | certain).items() if value))
        known = self._agenda.entities[entity_id]
        lacking = {"country_code"} if not known.country_code else set()
        lacking |= {"stakeholder_category"} if not known.stakeholder_category and known.kind is given.kind else set()
        return RecordChange(given.key, entity_id, tuple((n, v) for n, v in values.items() if v and n in lacking))

    def _region(self, country: str) -> str:
        """The region in which the meeting puts this country, when it is one."""
        regions = self._regions.get(country, frozenset()) if country else frozenset()
        return next(iter(regions)) if len(regions) == 1 else ""

    @cached_property
    def _regions(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for entity in self._agenda.entities.values():
            if entity.region:
                found.setdefault(entity.country_code, set()).add(entity.region)
        return {country: frozenset(regions) for country, regions in found.items()}

    def _person(
        self, group: list[GivenRow], person_id: int | None, *, overwrite: bool, renamed: bool = False
    ) -> RecordChange | None:
        lead = group[0]
        if person_id is None and not lead.name.full:
            return None
        name = {"honorific": lead.name.honorific, "given_name": lead.name.given, "family_name": lead.name.family}
        values = {**name, **{column: text for row in reversed(group) for column, text in row.contact}}
        key = self._twins.person_key(lead)
        if person_id is None:
            return RecordChange(key, None, tuple((column, text) for column, text in values.items() if text))
        known = self._agenda.people[person_id]
        kept = set() if renamed and lead.name.full else {"given_name", "family_name"}
        changed = (
            (column, text)
            for column, text in values.items()
            if text
            and column not in kept
            and text != getattr(known, column)
            and (overwrite or not getattr(known, column))
        )
        return RecordChange(key, person_id, tuple(changed))

    def _interest(self, key: SourceKey, group: list[GivenRow], earlier: Interest | None) -> InterestChange:
        source = say("{file}, row {number}", file=self._source, number=group[0].number)
        dates = [row.received for row in group if row.received]
        return InterestChange(
            id=None if earlier is None else earlier.id,
            received=min(dates, default=""),
            source=source,
            source_key=key.written(),
            note="\n".join(dict.fromkeys(note for row in group for note in _notes(row))),
            wishes=_all_wishes(group),
        )

    def _changed_interest(
        self, new: InterestChange, old: Interest, entity: RecordChange | None, person: RecordChange | None
    ) -> Iterator[str]:
        held = {(wish.session_id, wish.role, wish.preference) for wish in self._agenda.wishes_of(old.id)}
        if held != set(new.wishes):
            yield say("segments wanted")
        if new.received != old.received:
            yield say("date received")
        if new.note != old.note:
            yield say("note")
        if entity is not None and entity.id != old.entity_id:
            yield say("entity")
        if person is not None and person.id != old.person_id:
            yield say("person")


def _changed_columns(*records: RecordChange | None) -> Iterator[str]:
    for record in records:
        for column, _text in record.values if record is not None else ():
            yield column_name(column)


def column_name(column: str) -> str:
    """What a column of entities or people is called in a sentence."""
    return {
        "name": say("name"),
        "kind": say("kind"),
        "stakeholder_category": say("category"),
        "country_code": say("country"),
        "honorific": say("honorific"),
        "given_name": say("given name"),
        "family_name": say("family name"),
        "function": say("function"),
        "email": say("e-mail"),
        "phone": say("phone"),
        "zone": say("time zone"),
        "gender": say("gender"),
    }[column]


def _why_new(new_entity: bool, new_person: bool, row: GivenRow) -> str:
    names = {"entity": row.entity.name, "person": row.name.full}
    if new_entity and new_person:
        return say("A new interest; {entity} and {person} are added.", **names)
    if new_entity:
        return say("A new interest; {entity} is added.", **names)
    if new_person:
        return say("A new interest; {person} is added.", **names)
    return say("A new interest.")


def _notes(row: GivenRow) -> Iterable[str]:
    """Contact data of nobody in particular would be lost otherwise."""
    yield from row.notes
    if not row.name.full:
        yield from (say("{field}: {text}", field=column_name(column), text=text) for column, text in row.contact)


def _all_wishes(group: list[GivenRow]) -> tuple[Wanted, ...]:
    """The wishes of all rows; where each row names one segment, the order of the rows is the order of choice."""
    merged: dict[tuple[int, str], Wanted] = {}
    for row in group:
        last = max((wish.preference for wish in merged.values()), default=0)
        for wish in row.wanting.wishes:
            later = wish._replace(preference=wish.preference + last if wish.preference else 0)
            merged.setdefault((wish.session_id, wish.role.value), later)
    return tuple(merged.values())
