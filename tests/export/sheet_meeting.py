"""The meeting of the tests of personal sheets, letters and texts."""

from dataclasses import replace
from datetime import datetime

from planner.export.agenda_paper import AgendaOptions
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Coverage, Objective, Room
from tests.building import FRIDAY, entity, make_agenda, make_meeting, person, roundtable, seat, session

ANNA, BELA, CLEO = 1, 2, 3
EASTLAND, WESTLAND = 1, 2
ROUNDTABLE, CLOSING, WALK = 1, 2, 3
LINK = "https://example.org/room;a,b?x=1"
OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 5, 18))


def meeting() -> Agenda:
    """Anna in Toronto with two seats, Bela in Vladivostok, Cleo of no zone, and Westland, which names nobody."""
    facts = replace(
        make_meeting(), contact="Secretariat, office@example.org", deadline_date="2020-10-31", deadline_minute=1080
    )
    return make_agenda(
        meeting=[facts],
        rooms=[Room(1, "Plenary", LINK, 1)],
        sessions=[
            replace(roundtable(ROUNDTABLE, 600, 90), title="Borders; and, other \\ signs"),
            session(CLOSING, "Closing", 910, 30, day=FRIDAY),
            session(WALK, "Walk"),
        ],
        objectives=[Objective(1, 7, "Seven", "Objective seven")],
        coverage=[Coverage(1, ROUNDTABLE, 1)],
        entities=[entity(EASTLAND, "Eastland"), replace(entity(WESTLAND, "Westland"), zone="Asia/Kathmandu")],
        people=[
            replace(person(ANNA, "Anna", entity=EASTLAND), zone="America/Toronto", email="anna@example.org"),
            replace(person(BELA, "Bela", entity=EASTLAND), zone="Asia/Vladivostok", email="not an address"),
            person(CLEO, "Cleo"),
        ],
        seats=[
            seat(1, CLOSING, Role.CHAIR, person=ANNA),
            seat(2, ROUNDTABLE, person=ANNA),
            seat(3, CLOSING, person=BELA, state=SeatState.PROPOSED),
            seat(5, ROUNDTABLE, Role.MODERATOR, entity=WESTLAND),
            seat(6, ROUNDTABLE, entity=WESTLAND, state=SeatState.DECLINED),
            seat(7, ROUNDTABLE),
            seat(8, WALK, person=CLEO),
        ],
    )


def changed(agenda: Agenda, table: str, row_id: int, **values: object) -> Agenda:
    """The same meeting with other values in one row."""
    rows = agenda.meeting_rows if table == "meeting" else getattr(agenda, table)
    return agenda.with_records([(table, row_id, replace(rows[row_id], **values))])
