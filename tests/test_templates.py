"""New files: the regional review, its sample, the two-day and the empty meeting."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planner.clock import format_span
from planner.document import Document
from planner.errors import FileProblem, InputProblem, PlannerError
from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.kinds import EntityKind, SeatState, SessionKind
from planner.phrases import session_name
from planner.templates import TEMPLATES, usual_days

THURSDAY, FRIDAY = date(2020, 11, 12), date(2020, 11, 13)


def made(tmp_path: Path, key: str, *, sample: bool = False, days: tuple[date, ...] = (), title: str = "") -> Agenda:
    path = tmp_path / "made.agenda"
    create_from_template(path, key, sample=sample, days=days, title=title)
    return read_agenda(path)


def timetable(agenda: Agenda) -> list[list[str]]:
    return [
        [
            f"{format_span(session.start_minute or 0, (session.start_minute or 0) + session.minutes)} "
            f"{session_name(session)}"
            for session in agenda.sessions_on(day.id)
        ]
        for day in agenda.days_in_order
    ]


def dates(agenda: Agenda) -> list[str]:
    return [day.date for day in agenda.days_in_order]


def hours(agenda: Agenda) -> list[list[tuple[int, int]]]:
    days = agenda.days_in_order
    return [[(window.start_minute, window.end_minute) for window in agenda.windows_of(day.id)] for day in days]


def holders(agenda: Agenda, session_name_: str) -> list[tuple[str, str, str]]:
    (session,) = (session for session in agenda.sessions.values() if session_name(session) == session_name_)
    return [
        (seat.role.value, agenda.entities[seat.entity_id or 0].name, seat.state.value)
        for seat in agenda.seats_of(session.id)
    ]


def test_the_regional_review_stands_on_its_timetable(tmp_path: Path) -> None:
    assert timetable(made(tmp_path, "regional-review")) == [
        [
            "10:00–10:30 Opening segment",
            "10:30–12:00 Roundtable 1",
            "12:00–13:40 Break",
            "13:40–15:10 Roundtable 2",
            "15:10–15:40 Reserve",
        ],
        [
            "10:00–11:30 Roundtable 3",
            "11:30–12:00 Reserve",
            "12:00–13:40 Break",
            "13:40–15:10 Roundtable 4",
            "15:10–15:40 Closing segment",
        ],
    ]


def test_the_regional_review_has_the_real_days_hours_and_zone(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review")
    assert dates(agenda) == ["2020-11-12", "2020-11-13"]
    assert hours(agenda) == [[(600, 940)], [(600, 940)]]
    assert (agenda.meeting.zone, agenda.meeting.zone_label) == ("Europe/Zurich", "CET")
    assert [room.name for room in agenda.rooms_in_order] == ["Virtual plenary"]


def test_the_four_roundtables_cover_all_objectives_once(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review")
    covered = {
        session.code: [objective.number for objective in agenda.objectives_of(session.id)]
        for session in agenda.sessions.values()
        if session.kind is SessionKind.ROUNDTABLE
    }
    assert covered == {
        "RT1": [2, 5, 6, 12, 18],
        "RT2": [4, 8, 9, 10, 11, 13, 21],
        "RT3": [14, 15, 16, 19, 20, 22],
        "RT4": [1, 3, 7, 17, 23],
    }


def test_the_regional_review_knows_the_member_states_and_seats_nobody(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review")
    assert Counter(entity.kind for entity in agenda.entities.values()) == {EntityKind.MEMBER_STATE: 56}
    states = {entity.name: (entity.country_code, entity.zone) for entity in agenda.entities.values()}
    assert states["Kyrgyzstan"] == ("KG", "Asia/Bishkek")
    assert (len(agenda.people), len(agenda.seats)) == (0, 0)


def test_a_new_file_has_an_empty_history(tmp_path: Path) -> None:
    path = tmp_path / "made.agenda"
    create_from_template(path, "regional-review", sample=True)
    document = Document.open(path)
    history = document.history
    document.close()
    assert (history.undo, history.redo) == (None, None)


def test_the_sample_invents_no_people(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    assert dict(agenda.people) == {}
    assert agenda.meeting.paper_note == "Illustrative."


def test_the_sample_seats_entities(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    assert holders(agenda, "Roundtable 1") == [
        ("moderator", "Local authorities and communities", "confirmed"),
        ("speaker", "Portugal", "confirmed"),
        ("speaker", "Armenia", "confirmed"),
        ("speaker", "Kyrgyzstan", "invited"),
        ("speaker", "Trade unions", "invited"),
    ]
    assert [role for role, _entity, _state in holders(agenda, "Roundtable 2")] == ["speaker"] * 4


def test_a_roundtable_of_the_sample_leaves_55_minutes_to_the_floor_once_it_has_a_moderator(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    floor = [
        session.minutes - session.wrap_up_minutes - sum(seat.minutes for seat in agenda.seats_of(session.id))
        for session in agenda.placed_sessions
        if session.kind is SessionKind.ROUNDTABLE
    ]
    assert floor == [55, 60, 55, 55]


def test_the_sample_shows_every_state_of_a_seat_but_withdrawn(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    assert {seat.state for seat in agenda.seats.values()} == set(SeatState) - {SeatState.WITHDRAWN}


def test_the_sample_has_two_sessions_to_place_and_two_rulers(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    assert [(session.title, session.kind.value, session.minutes) for session in agenda.sessions_to_place] == [
        ("Side event: Saving lives on the move", "side_event", 30),
        ("Presentation of written submissions", "plenary", 20),
    ]
    assert [ruler.zone for ruler in agenda.rulers_in_order] == ["America/Toronto", "Asia/Bishkek"]


def test_each_roundtable_of_the_sample_has_three_numbered_questions(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", sample=True)
    questions = [
        [line[:2] for line in session.guiding_questions.splitlines()]
        for session in agenda.sessions.values()
        if session.kind is SessionKind.ROUNDTABLE
    ]
    assert questions == [["1.", "2.", "3."]] * 4


def test_the_regional_review_can_stand_on_other_days(tmp_path: Path) -> None:
    agenda = made(tmp_path, "regional-review", days=(date(2024, 3, 19), date(2024, 3, 18)))
    assert dates(agenda) == ["2024-03-18", "2024-03-19"]
    assert [len(agenda.sessions_on(day.id)) for day in agenda.days_in_order] == [5, 5]


def test_a_label_fits_the_season_of_the_meeting(tmp_path: Path) -> None:
    agenda = made(tmp_path, "two-day", days=(date(2024, 7, 1),))
    assert (agenda.meeting.zone, agenda.meeting.zone_label) == ("Europe/Zurich", "CEST")


def test_a_two_day_meeting_is_empty(tmp_path: Path) -> None:
    agenda = made(tmp_path, "two-day", days=(THURSDAY, FRIDAY), title="Test meeting")
    assert agenda.meeting.title == "Test meeting"
    assert (len(agenda.sessions), len(agenda.objectives), len(agenda.entities)) == (0, 0, 0)
    assert hours(agenda) == [[(600, 940)], [(600, 940)]]


def test_a_two_day_meeting_of_one_given_day_goes_on_the_day_after(tmp_path: Path) -> None:
    assert dates(made(tmp_path, "two-day", days=(date(2020, 12, 31),))) == ["2020-12-31", "2021-01-01"]


@pytest.mark.parametrize(
    ("today", "thursday"),
    [
        (date(2020, 9, 17), date(2020, 11, 12)),
        (date(2020, 9, 18), date(2020, 11, 19)),
        (date(2020, 9, 16), date(2020, 11, 12)),
    ],
)
def test_the_usual_days_are_a_thursday_and_friday_eight_weeks_ahead(today: date, thursday: date) -> None:
    assert usual_days(today) == [thursday, date.fromordinal(thursday.toordinal() + 1)]


def test_an_empty_meeting_has_the_chosen_days_in_order(tmp_path: Path) -> None:
    agenda = made(tmp_path, "empty", days=(FRIDAY, date(2020, 11, 9), THURSDAY))
    assert dates(agenda) == ["2020-11-09", "2020-11-12", "2020-11-13"]


@pytest.mark.parametrize(
    ("key", "sample", "days", "sentence"),
    [
        ("empty", False, (), "An empty meeting needs its days. Give them, such as 2020-11-12,2020-11-13."),
        (
            "two-day",
            False,
            (THURSDAY, FRIDAY, date(2020, 11, 16)),
            "This template has two days. Give two, or the first one; or take the template empty.",
        ),
        ("empty", False, (THURSDAY, THURSDAY), "The day 2020-11-12 is given twice. Give each day once."),
        ("two-day", False, (date.max,), "The day 9999-12-31 lies too far away. Choose one from 1970 on."),
        ("two-day", True, (), "Only the template regional-review has a sample. Leave the sample out."),
        (
            "weekly",
            False,
            (),
            "There is no template “weekly”. Choose one of: regional-review, two-day, empty.",
        ),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_made(
    tmp_path: Path, key: str, sample: bool, days: tuple[date, ...], sentence: str
) -> None:
    with pytest.raises(InputProblem) as raised:
        made(tmp_path, key, sample=sample, days=days)
    assert raised.value.sentence == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "made.agenda"
    path.write_text("mine")
    with pytest.raises(FileProblem):
        create_from_template(path, "two-day")
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "title", ["Réunion\x00 régionale", "half \ud800 character", "{braces}", "x'); DROP TABLE days;"]
)
def test_any_title_makes_a_file_that_opens(tmp_path: Path, title: str) -> None:
    agenda = made(tmp_path, "two-day", title=title)
    assert agenda.meeting.title == title.replace("\x00", "").replace("\ud800", "?")


def test_every_template_can_be_made(tmp_path: Path) -> None:
    for template in TEMPLATES:
        create_from_template(tmp_path / f"{template.key}.agenda", template.key, days=(THURSDAY, FRIDAY))
    made_files = sorted(path.name for path in tmp_path.iterdir())
    assert made_files == sorted(f"{template.key}.agenda" for template in TEMPLATES)


def test_a_folder_that_is_missing_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlannerError):
        create_from_template(tmp_path / "nowhere" / "made.agenda", "two-day")
    assert list(tmp_path.iterdir()) == []
