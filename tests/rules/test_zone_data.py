"""The file remembers what the zone data said of its times; another edition that says otherwise is a warning."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from planner.document import Document
from planner.edits import meeting, people, sessions
from planner.local_times import zone_data_version
from planner.models.aside_records import ZoneData, ZoneOffset
from planner.models.file import read_agenda
from planner.models.records import Ruler
from planner.rules.finding import Level
from planner.rules.zone_data import zone_data_for, zone_data_of
from tests.building import make_agenda
from tests.meetings import ALPHA, FIRST, alter, friday, make_meeting

OLD = ZoneData(
    "2020a",
    "Europe/Zurich",
    (
        ZoneOffset("Asia/Almaty", "2020-11-12", 600, 300),
        ZoneOffset("Asia/Almaty", "2020-11-13", 600, 300),
        ZoneOffset("Europe/Zurich", "2020-11-12", 600, 60),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "meeting.agenda")


def kept(path: Path) -> ZoneData | None:
    return read_agenda(path).zone_data


def edited(path: Path, *verbs: Callable[[Document], object]) -> None:
    document = Document.open(path)
    for verb in verbs:
        verb(document)
    document.close()


def test_a_meeting_knows_the_offsets_at_both_ends_of_its_days() -> None:
    agenda = make_agenda(rulers=[Ruler(1, "Asia/Almaty", 1)])
    assert zone_data_for(agenda) == ZoneData(
        zone_data_version(),
        "Europe/Zurich",
        tuple(
            ZoneOffset(zone, iso_date, minute, offset)
            for zone, offset in (("Asia/Almaty", 360), ("Europe/Zurich", 60))
            for iso_date in ("2020-11-12", "2020-11-13")
            for minute in (600, 940)
        ),
    )


def test_a_new_file_remembers_none(path: Path) -> None:
    assert kept(path) is None


def test_the_first_edit_keeps_it_in_the_file(path: Path) -> None:
    edited(path, lambda document: sessions.move_session(document, FIRST, friday(700)))
    assert kept(path) == zone_data_for(read_agenda(path))


def test_an_edit_of_a_zone_keeps_it_anew_and_so_does_undo(path: Path) -> None:
    edited(path, lambda document: people.change_person(document, ALPHA, zone="Asia/Tokyo"))
    assert kept(path) == zone_data_for(read_agenda(path))
    assert "Asia/Tokyo" in {offset.zone for offset in read_agenda(path).zone_data.offsets}  # type: ignore[union-attr]
    edited(path, Document.undo)
    assert kept(path) == zone_data_for(read_agenda(path))


def test_a_drop_writes_it_once(path: Path) -> None:
    document = Document.open(path)
    sessions.move_session(document, FIRST, friday(700))
    alter(path, "DELETE FROM zone_data")
    sessions.move_session(document, FIRST, friday(710))
    assert kept(path) is None
    meeting.set_rulers(document, ["Asia/Tokyo"])
    assert kept(path) == zone_data_for(document.agenda)
    document.close()


def test_it_is_no_part_of_the_meeting(path: Path) -> None:
    agenda = read_agenda(path)
    assert replace(agenda, zone_data=OLD) == agenda


def test_nothing_is_said_of_the_same_edition_nor_of_none() -> None:
    same = replace(OLD, version=zone_data_version())
    assert list(zone_data_of(replace(make_agenda(), zone_data=same))) == []
    assert list(zone_data_of(make_agenda())) == []


def test_another_edition_that_says_the_same_is_no_concern() -> None:
    agenda = make_agenda()
    same = replace(zone_data_for(agenda), version="2020a")
    assert list(zone_data_of(replace(agenda, zone_data=same))) == []


def test_an_offset_that_differs_is_a_warning_with_both_offsets_and_dates() -> None:
    ((_moment, finding),) = zone_data_of(replace(make_agenda(), zone_data=OLD))
    assert (finding.rule, finding.level) == ("zone-data", Level.WARNING)
    assert finding.sentence == (
        f"Almaty (Asia/Almaty) is UTC+6 by the time zone data {zone_data_version()}, and was UTC+5 by 2020a, with "
        "which the meeting was last edited: Thursday, 12 November 2020 and Friday, 13 November 2020. "
        "Check the times told to people there."
    )


def test_a_warning_stays_while_the_meeting_is_open_and_is_gone_the_next_time(path: Path) -> None:
    keep(path, OLD)
    document = Document.open(path)
    sessions.move_session(document, FIRST, friday(700))
    assert len(list(zone_data_of(document.agenda))) == 1
    document.close()
    assert list(zone_data_of(read_agenda(path))) == []


def keep(path: Path, zone_data: ZoneData) -> None:
    listed = [[row.zone, row.date, row.minute, row.offset_minutes] for row in zone_data.offsets]
    text = json.dumps({"zone": zone_data.meeting_zone, "at": listed})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM zone_data")
        connection.execute("INSERT INTO zone_data VALUES (1, ?, ?)", (zone_data.version, text))


def test_what_was_kept_is_read_again(path: Path) -> None:
    keep(path, OLD)
    assert kept(path) == OLD


@pytest.mark.parametrize(
    "text",
    ["", "[]", "5", "{}", '{"zone": 1, "at": 5}', '{"zone": "UTC", "at": [[1]]}',
     '{"zone": "UTC", "at": [[1, 2, "a", 4]]}',
     '{"zone": "UTC", "at": [["UTC", "2020-11-12", 1e999, 0]]}', "[" * 5000],
)  # fmt: skip
def test_what_does_not_read_as_we_write_it_counts_for_nothing(path: Path, text: str) -> None:
    alter(path, f"INSERT INTO zone_data VALUES (1, 'x', '{text}')")
    assert kept(path) is None


@pytest.mark.parametrize("offset", [
    ZoneOffset("Nowhere/Nothing", "2020-11-12", 600, 60),
    ZoneOffset("Asia/Almaty", "tomorrow", 600, 60),
    ZoneOffset("Asia/Almaty", "9999-12-31", 10**9, 60),
])  # fmt: skip
def test_what_can_be_compared_with_nothing_is_no_concern(offset: ZoneOffset) -> None:
    agenda = replace(make_agenda(), zone_data=replace(OLD, offsets=(offset,)))
    assert list(zone_data_of(agenda)) == []
