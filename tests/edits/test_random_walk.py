"""Hundreds of verbs, undos and redos in random order come back to equal tables in both directions."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from planner.document import Document
from planner.edits import availability, drafts, interests, meeting, people, register, seats, sessions, zone_change
from planner.errors import PlannerError
from planner.models.file import read_agenda
from planner.models.kinds import EntityKind, InterestState, Role, SeatState, SessionKind
from planner.models.records import Spot
from planner.rules.interests import reserve_list
from planner.rules.zone_change import Keep
from tests.meetings import make_meeting, tables

ACTIONS = 650
WORDS = ("Alpha", "Beta", "Żółć", "Two\nlines", "ελ", "", "RT7")
ZONES = ("UTC", "Asia/Tokyo", "America/Toronto", "Europe/Zurich")


class Walker:
    """Chooses a verb and what it is done to; ``done`` are the names of those that were not refused."""

    def __init__(self, document: Document, chance: random.Random) -> None:
        self.document, self.chance = document, chance
        self.done: set[str] = set()
        self._untried = list(CHOICES)

    def any_of(self, records: Any) -> int:
        return self.chance.choice(sorted(records) or [1])

    def maybe(self, records: Any) -> int | None:
        return self.any_of(records) if records and self.chance.random() < 0.7 else None

    def word(self) -> str:
        return self.chance.choice(WORDS)

    def spot(self) -> Spot:
        agenda = self.document.agenda
        return Spot(self.any_of(agenda.days), self.chance.randrange(60, 1320, 15), self.any_of(agenda.rooms))

    def step(self) -> None:
        """One verb, undo or redo."""
        kind = self.chance.random()
        if kind < 0.2:
            self.document.undo()
        elif kind < 0.35:
            self.document.redo()
        else:
            # What has not succeeded yet comes more often: no verb is left out.
            choice = self.chance.choice(self._untried or CHOICES if self.chance.random() < 0.5 else CHOICES)
            verb, arguments, values = choice(self)
            try:
                verb(self.document, *arguments, **values)
            except PlannerError:
                return
            self.done.add(verb.__name__)
            self._untried = [other for other in self._untried if other is not choice]


Choice = Callable[[Walker], tuple[Callable[..., Any], Sequence[Any], dict[str, Any]]]


def _session(walker: Walker) -> int:
    return walker.any_of(walker.document.agenda.sessions)


def _placed(walker: Walker) -> int:
    return walker.any_of([session.id for session in walker.document.agenda.placed_sessions])


def _seat(walker: Walker) -> int:
    return walker.any_of(walker.document.agenda.seats)


def _interest(walker: Walker) -> int:
    return walker.any_of(walker.document.agenda.interests)


def _some_interests(walker: Walker) -> list[int]:
    known = sorted(walker.document.agenda.interests)
    return walker.chance.sample(known, min(len(known), walker.chance.randint(1, 4)))


def _kept_and_others(walker: Walker, records: Any) -> tuple[int, list[int]]:
    kept = walker.any_of(records)
    others = sorted(set(records) - {kept})
    return kept, walker.chance.sample(others, min(len(others), walker.chance.randint(1, 2)))


def _some(walker: Walker, records: Any) -> list[int]:
    return walker.chance.sample(sorted(records), min(len(records), walker.chance.randint(1, 2)))


def _holders(walker: Walker) -> list[tuple[int | None, int | None]]:
    agenda = walker.document.agenda
    count = walker.chance.randint(1, 3)
    return [(walker.maybe(agenda.entities), walker.maybe(agenda.people)) for _seat in range(count)]


def _waiting(walker: Walker) -> int:
    return walker.any_of([interest.id for interest in reserve_list(walker.document.agenda)])


def _wishes(walker: Walker) -> list[tuple[int, Role, int]]:
    return [(_session(walker), walker.chance.choice(list(Role)), rank) for rank in range(walker.chance.randint(0, 3))]


def _window(walker: Walker) -> tuple[int, int]:
    start = walker.chance.randrange(0, 1380, 60)
    return start, start + walker.chance.choice([60, 60, 120, 600])


def _date(walker: Walker) -> str:
    return f"2020-11-{walker.chance.randint(1, 28):02d}"


CHOICES: tuple[Choice, ...] = (
    lambda w: (
        sessions.create_session,
        (w.chance.choice(list(SessionKind)),),
        {"title": w.word(), "spot": w.chance.choice([None, w.spot()]), "minutes": w.chance.randint(0, 90)},
    ),
    lambda w: (sessions.move_session, (_session(w), w.spot()), {}),
    lambda w: (sessions.unschedule_session, (_session(w),), {}),
    lambda w: (sessions.resize_session, (_session(w), w.chance.randrange(0, 200, 5)), {}),
    lambda w: (sessions.change_session, (_session(w),), {"title": w.word(), "code": w.word()}),
    lambda w: (sessions.change_session, (_session(w),), {"kind": w.chance.choice(list(SessionKind))}),
    lambda w: (sessions.pin_session, (_session(w), w.chance.random() < 0.3), {}),
    lambda w: (
        sessions.set_objectives,
        (_session(w), frozenset(w.chance.sample(sorted(w.document.agenda.objectives), w.chance.randint(0, 3)))),
        {},
    ),
    lambda w: (sessions.swap_sessions, (_session(w), _session(w)), {}),
    lambda w: (sessions.shift_following, (_placed(w), w.chance.choice([-10, -5, 5, 10])), {}),
    lambda w: (sessions.shift_following, (_placed(w), w.chance.choice([-30, 20, 30, 60])), {}),
    lambda w: (sessions.close_gap, (_placed(w),), {}),
    lambda w: (sessions.close_gap, (_placed(w),), {}),
    lambda w: (sessions.duplicate_session, (_session(w),), {}),
    lambda w: (sessions.delete_session, (_session(w),), {}),
    lambda w: (
        seats.add_seat,
        (_session(w), w.chance.choice(list(Role))),
        {"entity_id": w.maybe(w.document.agenda.entities), "person_id": w.maybe(w.document.agenda.people)},
    ),
    lambda w: (
        seats.change_seat,
        (_seat(w),),
        {"state": w.chance.choice(list(SeatState)), "person_id": w.maybe(w.document.agenda.people)},
    ),
    lambda w: (seats.add_seats, (_session(w), w.chance.choice(list(Role)), _holders(w)), {}),
    lambda w: (seats.move_seat, (_seat(w), w.chance.randint(-2, 2)), {}),
    lambda w: (seats.remove_seat, (_seat(w),), {}),
    lambda w: (seats.name_entity, (_seat(w), w.word()), {}),
    lambda w: (seats.name_person, (_seat(w), f"{w.word()} {w.word()}"), {}),
    lambda w: (
        seats.replace_holder,
        (_seat(w),),
        {"entity_name": w.word(), "person_name": f"{w.word()} {w.word()}", "reason": w.word()},
    ),
    lambda w: (
        interests.add_interest,
        (),
        {"entity_name": w.word(), "person_name": w.word(), "received": _date(w), "wishes": _wishes(w)},
    ),
    lambda w: (
        interests.add_interest,
        (),
        {"entity_id": w.any_of(w.document.agenda.entities), "note": w.word(), "wishes": _wishes(w)},
    ),
    lambda w: (interests.change_interest, (_interest(w),), {"note": w.word(), "received": _date(w)}),
    lambda w: (interests.set_wishes, (_interest(w), _wishes(w)), {}),
    lambda w: (interests.set_interest_states, (_some_interests(w), w.chance.choice(list(InterestState))), {}),
    lambda w: (interests.set_interest_states, (_some_interests(w), InterestState.RESERVE), {}),
    lambda w: (interests.move_reserve, (_waiting(w), w.chance.choice([-2, -1, 1, 2])), {}),
    lambda w: (interests.remove_interests, (_some_interests(w),), {}),
    lambda w: (interests.seat_interest, (_interest(w), _session(w), w.chance.choice(list(Role))), {}),
    lambda w: (people.add_entity, (w.word(),), {"kind": w.chance.choice(list(EntityKind))}),
    lambda w: (people.change_entity, (w.any_of(w.document.agenda.entities),), {"name": w.word()}),
    lambda w: (people.remove_entity, (w.any_of(w.document.agenda.entities),), {}),
    lambda w: (people.add_person, (w.word(),), {"entity_id": w.maybe(w.document.agenda.entities)}),
    lambda w: (people.remove_people, (_some(w, w.document.agenda.people),), {}),
    lambda w: (people.remove_entities, (_some(w, w.document.agenda.entities),), {}),
    lambda w: (people.merge_entities, _kept_and_others(w, w.document.agenda.entities), {}),
    lambda w: (people.merge_people, _kept_and_others(w, w.document.agenda.people), {}),
    lambda w: (people.change_person, (w.any_of(w.document.agenda.people),), {"function": w.word()}),
    lambda w: (people.remove_person, (w.any_of(w.document.agenda.people),), {}),
    lambda w: (meeting.change_meeting, (), {"title": w.word(), "zone": w.chance.choice(ZONES)}),
    lambda w: (meeting.add_day, (w.chance.choice([None, _date(w)]),), {}),
    lambda w: (meeting.change_day, (w.any_of(w.document.agenda.days), _date(w)), {}),
    lambda w: (meeting.remove_day, (w.any_of(w.document.agenda.days),), {}),
    lambda w: (meeting.add_window, (w.any_of(w.document.agenda.days), *_window(w)), {}),
    lambda w: (meeting.change_window, (w.any_of(w.document.agenda.windows), *_window(w)), {}),
    lambda w: (meeting.add_window, (w.any_of(w.document.agenda.days), *_window(w)), {}),
    lambda w: (meeting.remove_window, (w.any_of(w.document.agenda.windows),), {}),
    lambda w: (meeting.add_room, (w.word(),), {}),
    lambda w: (meeting.change_room, (w.any_of(w.document.agenda.rooms),), {"name": w.word(), "link": w.word()}),
    lambda w: (meeting.remove_room, (w.any_of(w.document.agenda.rooms),), {}),
    lambda w: (meeting.set_rulers, (w.chance.sample(ZONES, w.chance.randint(0, 3)),), {}),
    lambda w: (zone_change.change_zone, (w.chance.choice(ZONES), w.chance.choice(list(Keep))), {}),
    lambda w: (
        availability.add_hours,
        (w.any_of(w.document.agenda.people), _date(w), *_window(w)),
        {"own_clock": False},
    ),
    lambda w: (availability.change_hours, (w.any_of(w.document.agenda.availabilities),), {"date": _date(w)}),
    lambda w: (availability.remove_hours, ([w.any_of(w.document.agenda.availabilities)],), {}),
    lambda w: (availability.set_whole_days, (w.any_of(w.document.agenda.people), [_date(w)]), {"free": False}),
    lambda w: (drafts.issue_draft, (w.word(), w.word()), {}),
    lambda w: (drafts.keep_option, (w.word(),), {}),
    lambda w: (drafts.take_back, (w.any_of(w.document.agenda.drafts),), {}),
    lambda w: (drafts.forget_option, (w.any_of(w.document.agenda.drafts),), {}),
    lambda w: (register.set_rule_level, ("room-twice", w.chance.choice(["note", "off", None])), {}),
)
ALL_VERBS = {
    name
    for module in (interests, sessions, seats, people, meeting, availability, zone_change, drafts)
    for name, value in vars(module).items()
    if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
}


def check_picture(document: Document) -> None:
    fresh = read_agenda(document.path)
    assert document.agenda == fresh
    assert [list(document.agenda.sessions), list(document.agenda.seats)] == [list(fresh.sessions), list(fresh.seats)]


def walk(path: Path, seed: int, *, reopening: bool) -> set[str]:
    walker = Walker(Document.open(path), random.Random(seed))
    for action in range(ACTIONS):
        walker.step()
        # Reading the whole file again takes most of the time: a picture that went wrong stays so.
        if action % 5 == 0:
            check_picture(walker.document)
        if reopening and walker.chance.random() < 0.05:
            history = walker.document.history
            walker.document.close()
            walker.document = Document.open(path)
            assert walker.document.history == history
    walker.document.close()
    return walker.done


def undo_all(path: Path) -> None:
    document = Document.open(path)
    while document.undo() is not None:
        pass
    check_picture(document)
    document.close()


def redo_all(path: Path) -> None:
    document = Document.open(path)
    while document.redo() is not None:
        pass
    check_picture(document)
    document.close()


@pytest.mark.parametrize(("seed", "reopening"), [(3, False), (8, False), (3, True)])
def test_a_random_walk_comes_back_in_both_directions(tmp_path: Path, seed: int, reopening: bool) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    start = tables(path)
    assert ALL_VERBS - walk(path, seed, reopening=reopening) == set()
    redo_all(path)
    end = tables(path)
    assert end != start
    undo_all(path)
    assert tables(path) == start
    redo_all(path)
    assert tables(path) == end
    assert list(tmp_path.iterdir()) == [path]
