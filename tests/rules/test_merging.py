"""Two copies brought together: what one changed is taken, what both changed is asked about, nothing leads nowhere."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.kinds import Role
from planner.models.records import Coverage, Day, Objective, Ruler, Spot, Window
from planner.rules.merging import merge_of, settled
from tests.building import entity, make_agenda, person, seat, session

FIRST, SECOND = 1, 2


def base() -> Agenda:
    return make_agenda(
        sessions=[session(FIRST, "First", 600), session(SECOND, "Second", 700)],
        entities=[entity(1, "Examplia")],
        people=[person(1, "Anna", "Example", entity=1)],
        seats=[seat(1, FIRST, Role.SPEAKER, entity=1)],
        objectives=[Objective(1, 1, "One", "One"), Objective(2, 2, "Two", "Two")],
        coverage=[Coverage(1, FIRST, 1)],
    )


def changed(agenda: Agenda, table: str, row_id: int, **values: Any) -> Agenda:
    record = records_of(agenda, table)[row_id]
    return agenda.with_records([(table, row_id, replace(record, **values))])


def without(agenda: Agenda, table: str, row_id: int) -> Agenda:
    return agenda.with_records([(table, row_id, None)])


def test_what_only_the_other_copy_changed_is_taken() -> None:
    theirs = changed(base(), "sessions", FIRST, title="Renamed")
    merge = merge_of(base(), base(), theirs)
    assert (merge.merged, merge.conflicts) == (theirs, ())


def test_changes_of_two_fields_of_one_session_are_both_kept() -> None:
    ours = changed(base(), "sessions", FIRST, title="Ours")
    theirs = changed(base(), "sessions", FIRST, minutes=45)
    merge = merge_of(base(), ours, theirs)
    assert merge.conflicts == ()
    assert merge.merged == changed(ours, "sessions", FIRST, minutes=45)


def test_two_different_moves_of_one_session_are_asked_about_and_never_mixed() -> None:
    ours = changed(base(), "sessions", FIRST, day_id=2)
    theirs = changed(base(), "sessions", FIRST, start_minute=800)
    merge = merge_of(base(), ours, theirs)
    assert [conflict.unit for conflict in merge.conflicts] == [("day_id", "start_minute", "room_id")]
    assert merge.merged == ours
    assert settled(merge, merge.conflicts) == theirs


def test_the_same_change_in_both_copies_is_no_conflict() -> None:
    both = changed(base(), "sessions", FIRST, title="Same")
    merge = merge_of(base(), both, both)
    assert (merge.merged, merge.conflicts) == (both, ())


def test_a_session_dropped_here_and_renamed_there_is_asked_about() -> None:
    ours = without(base(), "sessions", SECOND)
    theirs = changed(base(), "sessions", SECOND, title="Renamed")
    merge = merge_of(base(), ours, theirs)
    assert [(conflict.ours, conflict.theirs.title) for conflict in merge.conflicts] == [(None, "Renamed")]
    assert settled(merge, merge.conflicts) == theirs


def test_a_session_dropped_here_to_which_they_added_a_seat_is_asked_about_and_comes_back_whole() -> None:
    ours = without(without(without(base(), "seats", 1), "coverage", 1), "sessions", FIRST)
    theirs = base().with_records([("seats", 2, seat(2, FIRST, Role.MODERATOR, person=1))])
    merge = merge_of(base(), ours, theirs)
    assert [(conflict.table, conflict.row_id) for conflict in merge.conflicts] == [("sessions", FIRST)]
    assert merge.merged == ours
    assert settled(merge, merge.conflicts) == theirs


def test_a_session_dropped_there_to_which_a_seat_was_added_here_stays_until_it_is_decided() -> None:
    ours = base().with_records([("seats", 2, seat(2, FIRST, Role.MODERATOR, person=1))])
    theirs = without(without(without(base(), "seats", 1), "coverage", 1), "sessions", FIRST)
    merge = merge_of(base(), ours, theirs)
    assert FIRST in merge.merged.sessions
    assert FIRST not in settled(merge, merge.conflicts).sessions
    assert dict(settled(merge, merge.conflicts).seats) == {}


def test_a_session_dropped_there_and_kept_here_keeps_all_that_hangs_on_it() -> None:
    ours = changed(base(), "sessions", FIRST, title="Renamed")
    theirs = without(without(without(base(), "seats", 1), "coverage", 1), "sessions", FIRST)
    merge = merge_of(base(), ours, theirs)
    assert [(conflict.table, conflict.row_id, conflict.unit) for conflict in merge.conflicts] == [("sessions", 1, ())]
    assert merge.merged == ours
    assert settled(merge, ()) == ours
    assert settled(merge, merge.conflicts) == theirs


def test_a_day_dropped_there_and_kept_here_keeps_its_sessions_in_their_place() -> None:
    ours = changed(base(), "windows", 1, end_minute=900)
    off = [
        ("sessions", key, replace(held, day_id=None, start_minute=None, room_id=None))
        for key, held in base().sessions.items()
    ]
    theirs = base().with_records([*off, ("windows", 1, None), ("days", 1, None)])
    merge = merge_of(base(), ours, theirs)
    assert [(conflict.table, conflict.row_id) for conflict in merge.conflicts] == [("days", 1)]
    assert merge.merged == ours
    assert settled(merge, merge.conflicts) == theirs


@pytest.mark.parametrize("dropped_here", [True, False])
def test_somebody_dropped_in_one_copy_and_seated_in_the_other_is_asked_about(dropped_here: bool) -> None:
    dropping = without(base(), "people", 1)
    seating = changed(base(), "seats", 1, person_id=1)
    merge = merge_of(base(), *((dropping, seating) if dropped_here else (seating, dropping)))
    assert [(conflict.table, conflict.row_id, conflict.unit) for conflict in merge.conflicts] == [("people", 1, ())]
    assert merge.merged.seats[1].person_id == (None if dropped_here else 1)
    chosen = settled(merge, merge.conflicts)
    assert (1 in chosen.people, chosen.seats[1].person_id) == ((True, 1) if dropped_here else (False, None))


def test_a_session_moved_there_on_a_day_that_was_dropped_here_has_no_spot_or_a_whole_one() -> None:
    off = [
        ("sessions", key, replace(held, day_id=None, start_minute=None, room_id=None))
        for key, held in base().sessions.items()
    ]
    ours = base().with_records([*off, ("windows", 1, None), ("days", 1, None)])
    theirs = changed(base(), "sessions", FIRST, start_minute=820)
    merge = merge_of(base(), ours, theirs)
    assert [(conflict.table, conflict.row_id) for conflict in merge.conflicts] == [("days", 1)]
    assert merge.merged == ours
    chosen = settled(merge, merge.conflicts)
    assert (chosen.sessions[FIRST].spot, chosen.sessions[SECOND].spot) == (Spot(1, 820, 1), Spot(1, 700, 1))


def test_one_who_was_merged_into_another_here_and_worked_on_there_is_asked_about_once() -> None:
    began = changed(base(), "seats", 1, person_id=1).with_records([("people", 2, person(2, "Ann", "Example"))])
    ours = without(changed(began, "seats", 1, person_id=2), "people", 1)
    theirs = changed(began, "people", 1, function="Minister")
    merge = merge_of(began, ours, theirs)
    assert [(conflict.table, conflict.row_id, conflict.unit) for conflict in merge.conflicts] == [("people", 1, ())]
    assert merge.merged == ours
    assert settled(merge, merge.conflicts).people[1].function == "Minister"


def test_somebody_dropped_there_and_worked_on_here_keeps_the_seats() -> None:
    began = changed(base(), "seats", 1, person_id=1)
    ours = changed(began, "people", 1, function="Minister")
    theirs = without(changed(began, "seats", 1, person_id=None), "people", 1)
    merge = merge_of(began, ours, theirs)
    assert (len(merge.conflicts), merge.merged) == (1, ours)
    assert settled(merge, merge.conflicts) == theirs


def test_a_day_of_one_date_added_in_both_copies_is_one_day() -> None:
    day, window = Day(3, "2020-11-14"), Window(3, 3, 600, 940)
    ours = base().with_records([("days", 3, day), ("windows", 3, window)])
    theirs = ours.with_records([("sessions", 3, session(3, "Theirs", 700, day=3))])
    merge = merge_of(base(), ours, theirs)
    assert merge.conflicts == ()
    assert (list(merge.merged.days), list(merge.merged.windows), merge.merged.sessions[3].day_id) == (
        [1, 2, 3],
        [1, 2, 3],
        3,
    )


def test_an_order_of_speakers_that_both_changed_is_that_of_one_copy() -> None:
    def ordered(*order: int) -> Agenda:
        places = [(row_id, replace(seat(row_id, FIRST), position=place)) for place, row_id in enumerate(order, start=1)]
        return base().with_records([("seats", row_id, record) for row_id, record in places])

    ours, theirs = ordered(2, 1, 3), ordered(1, 3, 2)
    merge = merge_of(ordered(1, 2, 3), ours, theirs)
    assert {conflict.unit for conflict in merge.conflicts} == {("position",)}
    assert (merge.merged, settled(merge, merge.conflicts)) == (ours, theirs)


def test_hours_widened_here_and_opened_there_are_open_once() -> None:
    ours = changed(base(), "windows", 1, end_minute=1000)
    theirs = base().with_records([("windows", 3, Window(3, 1, 960, 1080)), ("windows", 4, Window(4, 1, 1060, 1100))])
    opened = merge_of(base(), ours, theirs).merged.windows.values()
    assert [(held.day_id, held.start_minute, held.end_minute) for held in opened] == [(1, 600, 1100), (2, 600, 940)]


def test_one_zone_beside_the_timetable_stays_one() -> None:
    ours = base().with_records([("rulers", 1, Ruler(1, "Asia/Tokyo", 1))])
    theirs = base().with_records([("rulers", 1, Ruler(1, "Asia/Tokyo", 2))])
    assert [ruler.zone for ruler in merge_of(base(), ours, theirs).merged.rulers.values()] == ["Asia/Tokyo"]


def test_a_seat_given_to_somebody_who_was_dropped_here_has_no_holder() -> None:
    ours = without(base(), "people", 1)
    theirs = changed(base(), "seats", 1, person_id=1)
    merge = merge_of(base(), ours, theirs)
    assert len(merge.conflicts) == 1
    assert merge.merged.seats[1].person_id is None
    assert every_reference_leads_somewhere(merge.merged)


def test_merging_a_copy_that_changed_nothing_changes_nothing() -> None:
    ours = changed(base(), "sessions", FIRST, title="Ours")
    merge = merge_of(base(), ours, base())
    assert (merge.merged, merge.conflicts) == (ours, ())


def every_reference_leads_somewhere(agenda: Agenda) -> bool:
    targets = {"session_id": "sessions", "entity_id": "entities", "person_id": "people", "objective_id": "objectives"}
    return all(
        getattr(record, name) is None or getattr(record, name) in records_of(agenda, target)
        for table in PLAN_TABLES
        for record in records_of(agenda, table).values()
        for name, target in targets.items()
        if hasattr(record, name)
    )


def test_pictures_stay_frozen() -> None:
    merged = merge_of(base(), base(), changed(base(), "sessions", FIRST, title="Renamed")).merged
    assert isinstance(merged.sessions, MappingProxyType)
