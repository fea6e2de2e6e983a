"""The meter of a session's time and the fields of its targets and floor."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Session
from planner.ui.budget_meter import BudgetMeter
from planner.ui.floor_fields import FloorFields
from planner.ui.theme import LIGHT
from tests.building import make_agenda, roundtable, seat
from tests.windows import start_application


def meeting(session: Session) -> Agenda:
    seats = [seat(1, 1, Role.MODERATOR), seat(2, 1, minutes=7), seat(3, 1, minutes=7), seat(4, 1, minutes=7)]
    return make_agenda(sessions=[session], seats=seats)


def with_floor(states: int, stakeholders: int, minutes: int = 75) -> Session:
    return replace(roundtable(1, 600, minutes), floor_states=states, floor_stakeholders=stakeholders)


@pytest.fixture
def meter(qtbot: QtBot) -> BudgetMeter:
    start_application()
    made = BudgetMeter(LIGHT)
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    return made


@pytest.fixture
def fields(qtbot: QtBot) -> FloorFields:
    start_application()
    made = FloorFields()
    qtbot.addWidget(made)
    session = with_floor(9, 6)
    made.show_session(meeting(session), session)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def show(meter: BudgetMeter, session: Session) -> None:
    meter.show_session(meeting(session), session)


def colour_at(meter: BudgetMeter, part: float) -> str:
    """What the bar shows at this part of its width."""
    picture = meter.grab().toImage()
    return QColor(picture.pixel(int(picture.width() * part), picture.height() - 4)).name().upper()


def test_the_meter_says_what_is_spoken_for_and_free(meter: BudgetMeter) -> None:
    show(meter, with_floor(9, 0))
    assert (meter.spoken_for, meter.rest) == ("58 of 75 minutes spoken for", "17 free")
    assert meter.accessibleName() == "58 of 75 minutes spoken for, 17 free"


def test_the_tooltip_lists_what_takes_the_time(meter: BudgetMeter) -> None:
    show(meter, with_floor(9, 0))
    assert meter.toolTip().splitlines() == [
        "Chair and moderator: 5 min",
        "Speakers: 21 min",
        "Floor, States: 9 × 3 min = 27 min",
        "Floor, stakeholders: 0 × 2 min = 0 min",
        "Handover on the floor: 4:30 min",
        "Wrap-up: 0 min",
        "Still room for 5 States or 7 stakeholders on the floor.",
    ]


def test_the_bar_is_green_as_far_as_the_time_is_given_away(meter: BudgetMeter) -> None:
    show(meter, with_floor(9, 0))
    assert (colour_at(meter, 0.5), colour_at(meter, 0.9)) == (LIGHT.good, LIGHT.line_soft)


def test_the_bar_is_red_once_the_session_over_runs(meter: BudgetMeter) -> None:
    show(meter, with_floor(15, 0))
    assert meter.rest == "4 minutes over"
    assert (colour_at(meter, 0.5), colour_at(meter, 0.95)) == (LIGHT.clash, LIGHT.clash)


def test_the_fields_show_targets_floor_and_the_usual_limits(fields: FloorFields) -> None:
    shown = (fields.target_moderators, fields.target_speakers, fields.floor_states, fields.floor_stakeholders)
    assert [field.value() for field in shown] == [1, 4, 9, 6]
    assert (fields.state_limit.text(), fields.stakeholder_limit.text()) == ("3 (usual)", "2 (usual)")


def test_a_limit_of_its_own_is_shown_in_minutes(fields: FloorFields) -> None:
    session = replace(with_floor(9, 6), state_limit_minutes=4)
    fields.show_session(meeting(session), session)
    assert fields.state_limit.text() == "4 min"


@pytest.mark.parametrize(
    ("name", "value", "wish"),
    [
        ("target_moderators", 2, {"target_moderators": 2}),
        ("target_speakers", 6, {"target_speakers": 6}),
        ("floor_states", 12, {"floor_states": 12}),
        ("floor_stakeholders", 5, {"floor_stakeholders": 5}),
        ("state_limit", 4, {"state_limit_minutes": 4}),
        ("stakeholder_limit", 0, {"stakeholder_limit_minutes": 0}),
    ],
)
def test_a_changed_field_is_wished(
    qtbot: QtBot, fields: FloorFields, name: str, value: int, wish: dict[str, int]
) -> None:
    with qtbot.waitSignal(fields.change_requested) as asked:
        getattr(fields, name).setValue(value)
    assert asked.args == [wish]


def test_the_lowest_limit_is_that_of_the_meeting(qtbot: QtBot, fields: FloorFields) -> None:
    session = replace(with_floor(9, 6), state_limit_minutes=0)
    fields.show_session(meeting(session), session)
    with qtbot.waitSignal(fields.change_requested) as asked:
        fields.state_limit.setValue(-1)
    assert asked.args == [{"state_limit_minutes": None}]


def test_showing_a_session_wishes_nothing(qtbot: QtBot, fields: FloorFields) -> None:
    session = replace(with_floor(1, 2), target_speakers=7, state_limit_minutes=9)
    with qtbot.assertNotEmitted(fields.change_requested):
        fields.show_session(meeting(session), session)


@pytest.mark.parametrize(
    ("text", "estimate"),
    [
        ("", ""),
        ("600", "5 minutes"),
        ("1,200", "10 minutes"),
        ("1 201", "11 minutes"),
        ("Dear colleagues, thank you.", "1 minute"),
        ("word " * 241, "3 minutes"),
    ],
)
def test_a_number_of_words_or_a_pasted_speech_is_estimated(fields: FloorFields, text: str, estimate: str) -> None:
    fields.words.setText(text)
    assert fields.estimate.text() == estimate


def test_words_are_typed_at_the_keyboard(fields: FloorFields) -> None:
    fields.words.setFocus()
    QTest.keyClicks(fields.words, "121")
    assert fields.estimate.text() == "2 minutes"
