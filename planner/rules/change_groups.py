"""Changes as people read them: under the session or the person they are about, each with that reader's own hours."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.phrases import holder_name, session_label
from planner.rules.change import Change, Holder
from planner.rules.change_kinds import OF_THE_MEETING
from planner.rules.changes import by_holder, by_session
from planner.rules.seat_zones import zone_of_holder
from planner.wording import say


class ChangeGroup(NamedTuple):
    """A heading and the changes below it; ``zone`` is the one in which new hours are told as well."""

    heading: str
    changes: tuple[Change, ...]
    zone: str = ""
    session_id: int | None = None
    holder: Holder | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(change.sentence(self.zone) for change in self.changes)


def groups_by_session(before: Agenda, after: Agenda, changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """The meeting first, then the sessions in their order, then the people; hours also in the first ruler's zone."""
    zone = next((ruler.zone for ruler in after.rulers_in_order), "")
    grouped = by_session(changes)
    of_no_session = grouped.get(None, [])
    sessions = [
        ChangeGroup(_session_words(before, after, key), tuple(told), zone, session_id=key)
        for key, told in grouped.items()
        if key is not None
    ]
    return (*_of_the_meeting(of_no_session), *sessions, *_of_people(of_no_session))


def _session_words(before: Agenda, after: Agenda, session_id: int) -> str:
    return session_label((after if session_id in after.sessions else before).sessions[session_id])


def _of_the_meeting(changes: Sequence[Change]) -> Iterator[ChangeGroup]:
    told = tuple(change for change in changes if change.kind in OF_THE_MEETING)
    if told:
        yield ChangeGroup(say("The meeting"), told)


def _of_people(changes: Sequence[Change]) -> Iterator[ChangeGroup]:
    told = tuple(change for change in changes if change.kind not in OF_THE_MEETING)
    if told:
        yield ChangeGroup(say("People and entities"), told)


def group_of_organisers(changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """What readers of the agenda are not told of; none when there is nothing."""
    return (ChangeGroup(say("For the organizers only"), tuple(changes)),) if changes else ()


def groups_by_person(before: Agenda, after: Agenda, changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """What concerns everybody, then each by name with their own hours, then what concerns nobody yet."""
    of_everybody = tuple(change for change in changes if change.kind in OF_THE_MEETING)
    of_nobody = tuple(
        change for change in changes if not change.holders and change.kind not in OF_THE_MEETING
    )  # fmt: skip
    people = [
        ChangeGroup(holder_words(before, after, holder), tuple(told), zone_of(before, after, holder), holder=holder)
        for holder, told in by_holder(changes).items()
    ]
    return (
        *([ChangeGroup(say("Everybody"), of_everybody)] if of_everybody else []),
        *sorted(people, key=lambda group: (group.heading.casefold(), str(group.holder))),
        *([ChangeGroup(say("Nobody in particular"), of_nobody)] if of_nobody else []),
    )


def holder_words(before: Agenda, after: Agenda, holder: Holder) -> str:
    """Who that is, also when only the state before knows them."""
    person_id, entity_id = holder
    return holder_name(after if _knows(after, holder) else before, entity_id, person_id)


def zone_of(before: Agenda, after: Agenda, holder: Holder) -> str:
    """The zone in which they read their hours; empty when it is not known."""
    person_id, entity_id = holder
    return zone_of_holder(after if _knows(after, holder) else before, person_id, entity_id)


def _knows(agenda: Agenda, holder: Holder) -> bool:
    person_id, entity_id = holder
    return person_id in agenda.people if person_id is not None else entity_id in agenda.entities
