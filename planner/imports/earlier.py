"""What the meeting holds already of the same file, or of the same entity and person."""

from collections.abc import Iterable, Set

from planner.imports.known import likeness
from planner.imports.source_keys import SourceKey, key_of
from planner.imports.wanting import Wanted
from planner.models.agenda import Agenda
from planner.models.records import Interest

_SAME_PERSON = 70


class Earlier:
    """Interests imported before, found by their source keys."""

    def __init__(self, agenda: Agenda, places: Set[tuple[str, str, str]]) -> None:
        """``places`` are those of all rows of the file now read."""
        self._agenda = agenda
        keyed = [(key, interest) for interest in agenda.interests.values() if (key := key_of(interest))]
        self._by_place = {key.place: (key, interest) for key, interest in keyed}
        self._left = {place: pair for place, pair in self._by_place.items() if place not in places}
        self._by_holder: dict[tuple[int | None, int | None], list[Interest]] = {}
        for interest in agenda.interests.values():
            self._by_holder.setdefault((interest.entity_id, interest.person_id), []).append(interest)
        self._left_by_entity = _by_part(self._left, 1)
        self._left_by_person = _by_part(self._left, 2)

    def same_place(self, key: SourceKey) -> tuple[SourceKey, Interest] | None:
        """The interest of the same file, entity and person."""
        return self._by_place.get(key.place)

    def corrected(self, key: SourceKey) -> tuple[SourceKey, Interest] | None:
        """The one interest of the same file that no row mentions any more, and of which this row is a correction.

        The name is spelled otherwise, or was missing; or the person is now of another entity.
        """
        same_entity = self._left_by_entity.get((key.file, key.entity), ()) if key.entity else ()
        alike = [place for place in same_entity if not place[2] or likeness(place[2], key.person) >= _SAME_PERSON]
        same_person = self._left_by_person.get((key.file, key.person), ()) if key.person else ()
        places = alike or list(same_person)
        if len(places) != 1 or places[0] not in self._left:
            return None
        return self._left.pop(places[0])

    def wanted_alike(self, entity_id: int | None, person_id: int | None, wishes: Iterable[Wanted]) -> Interest | None:
        """An interest of the same entity and person that asks for as much, wherever it came from."""
        asked = {(wish.session_id, wish.role) for wish in wishes}
        for interest in self._by_holder.get((entity_id, person_id), ()):
            held = {(wish.session_id, wish.role) for wish in self._agenda.wishes_of(interest.id)}
            if asked <= held and (asked or not held):
                return interest
        return None


def _by_part(places: Iterable[tuple[str, str, str]], part: int) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for place in places:
        found.setdefault((place[0], place[part]), []).append(place)
    return found
