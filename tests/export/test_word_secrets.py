import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from planner.export.agenda_paper import AgendaOptions
from planner.export.papers import PAPERS
from planner.export.profiles import Profile
from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.models.records import Room
from tests.building import entity, make_agenda, person, roundtable, seat

PLANTED = (b"secret", b"planted", b"+41 99", b"invented.example")
ZIPPED = [kind for kind in PAPERS if not kind.only_internal and kind.suffix in (".docx", ".xlsx")]


def planted() -> Agenda:
    """A meeting with an address, a telephone number, a link and an internal note."""
    holder = replace(person(1, "Anna", entity=1), email="secret@invented.example", phone="+41 99 000")
    session = replace(roundtable(1, 600), title="Theme", internal_notes="planted note", summary="Public summary")
    return make_agenda(
        entities=[entity(1, "Northland")], people=[holder], sessions=[session],
        seats=[seat(1, 1, person=1), seat(2, 1, person=1, state=SeatState.PROPOSED)],
        rooms=[Room(1, "Plenary", "https://invented.example/room", 1), Room(2, "Other", "", 2)],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ZIPPED, ids=lambda kind: kind.key)
def test_nothing_internal_is_anywhere_in_a_public_file(tmp_path: Path, kind: object) -> None:
    path = tmp_path / "paper"
    kind.write(planted(), AgendaOptions(profile=Profile.PUBLIC, before=make_agenda()), path)  # type: ignore[attr-defined]
    with zipfile.ZipFile(path) as file:
        held = [(name, word) for name in file.namelist() for word in PLANTED if word in file.read(name)]
    assert held == []
