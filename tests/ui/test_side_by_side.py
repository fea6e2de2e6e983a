"""Two states beside each other: legible at the smallest size, scrolled together, chosen from the list of drafts."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from planner import edits
from planner.models.records import Spot
from planner.rules import findings_of
from planner.rules.finding import Level
from planner.ui.draft_states import NOW
from planner.ui.drafts_view import BESIDE, CHANGES, DraftsView
from planner.ui.main_window import MainWindow
from planner.ui.theme import LIGHT, font
from planner.ui.timetable.face import face_of
from planner.ui.timetable.narrow_block import is_narrow
from planner.ui.timetable_picture import PaintedTimetable
from planner.ui.waiting_line import WaitingLine
from tests.building import make_agenda, session
from tests.meetings import FIRST, FRIDAY, PLENARY, SECOND, THURSDAY, friday
from tests.windows import desk_of, start_application

AS_OF = datetime(2020, 11, 5, 18, 0)


@pytest.fixture
def beside(window: MainWindow) -> DraftsView:
    """Draft 1, then Roundtable 2 moved, Draft 2, and it stands where the first one does."""
    window.resize(1100, 700)
    window.show_view("drafts")
    view: DraftsView = window.views.view("drafts")
    do(window, edits.drafts.issue_draft, "for the Bureau", "sent by e-mail", AS_OF)
    do(window, edits.sessions.move_session, SECOND, friday(700))
    do(window, edits.drafts.issue_draft, "", "", AS_OF)
    first = desk_of(window).document.agenda.sessions[FIRST].spot
    assert first is not None
    do(window, edits.sessions.move_session, SECOND, first)
    view.show_page(BESIDE)
    QApplication.processEvents()
    return view


def do(window: MainWindow, verb: Any, *values: Any, **named: Any) -> Any:
    return desk_of(window).run(verb, *values, **named)


def test_the_hours_stand_at_the_left_of_each_timetable(beside: DraftsView) -> None:
    for side in (beside.beside.left, beside.beside.right):
        hours, painted = side.picture.hours, side.picture.painted
        assert (hours.isVisible(), hours.accessibleName().partition(",")[0]) == (True, "Hours: CET")
        assert hours.mapTo(beside, hours.rect().topRight()).x() <= painted.mapTo(beside, painted.rect().topLeft()).x()


def test_both_days_are_in_sight_at_the_smallest_size(beside: DraftsView) -> None:
    for side in (beside.beside.left, beside.beside.right):
        assert side.picture.across.maximum() == 0


def test_both_sides_scroll_together(window: MainWindow, beside: DraftsView) -> None:
    for number in range(5):
        room = do(window, edits.meeting.add_room, f"Room {number}")
        do(window, edits.sessions.create_session, title="Side event", spot=Spot(THURSDAY, 600, room))
    do(window, edits.drafts.keep_option)
    beside.beside.compare(NOW, next(reversed(desk_of(window).document.agenda.drafts)))
    QApplication.processEvents()
    left, right = beside.beside.left.picture, beside.beside.right.picture
    left.across.setValue(40)
    assert right.across.value() == 40
    right.across.setValue(10)
    assert left.across.value() == 10


def test_a_room_without_sessions_in_either_is_left_out(window: MainWindow, beside: DraftsView) -> None:
    room = do(window, edits.meeting.add_room, "Salle des Pas Perdus")
    beside.beside.compare(NOW, do(window, edits.drafts.keep_option))
    assert columns(beside) == [[(THURSDAY, PLENARY), (FRIDAY, PLENARY)]] * 2
    do(window, edits.sessions.move_session, SECOND, Spot(FRIDAY, 700, room))
    assert columns(beside) == [[(THURSDAY, PLENARY), (FRIDAY, room)]] * 2


def columns(beside: DraftsView) -> list[list[tuple[int, int]]]:
    QApplication.processEvents()
    drawn = [side.picture.painted._drawn for side in (beside.beside.left, beside.beside.right)]
    return [[(column.day_id, column.room_id) for column in each.geometry.columns] for each in drawn if each]


def test_the_codes_of_sessions_that_overlap_can_be_read_at_the_smallest_size(
    window: MainWindow, beside: DraftsView
) -> None:
    for code in ("RT8", "RT9"):
        made = do(window, edits.sessions.create_session, title="Overlapping", minutes=60, spot=friday(610))
        do(window, edits.sessions.change_session, made, code=code)
    QApplication.processEvents()
    picture = beside.beside.left.picture
    assert picture.painted._drawn is not None
    wide = QFontMetrics(font(-1, QFont.Weight.DemiBold)).horizontalAdvance("RT9") + 12
    drawn = picture.painted._drawn
    assert [heading.title for heading in picture._header._headings] == ["Thu 12 Nov", "Friday 13 November"]
    assert [each.code for each, rect in picture.painted._blocks(drawn) if rect.width() < wide] == []
    assert picture.across.maximum() == 0


@pytest.mark.parametrize(("width", "badge", "narrow"), [(90, None, True), (120, None, False), (120, "1 clash", True)])
def test_a_block_without_room_for_its_usual_lines_is_drawn_in_short(
    qapp: QApplication, width: int, badge: str | None, narrow: bool
) -> None:
    start_application()
    agenda = make_agenda(sessions=[session(1, "Closing segment", 910)])
    face = face_of(agenda, agenda.sessions[1], ())
    if badge is not None:
        face = face._replace(badge=badge, badge_level=Level.CLASH)
    assert is_narrow(width, face) is narrow


def test_what_is_not_placed_stands_below(beside: DraftsView) -> None:
    assert [side.to_place.text() for side in (beside.beside.left, beside.beside.right)] == [
        "To place: Closing (30 min)", "To place: Closing (30 min)",
    ]  # fmt: skip


def test_many_that_are_not_placed_are_named_as_far_as_there_is_room() -> None:
    line = WaitingLine()
    line.resize(240, 40)
    line.show_agenda(make_agenda(sessions=[session(number, f"Side event {number}") for number in range(1, 9)]))
    named = line.text().count("Side event")
    assert line.text().endswith(f"and {8 - named} more")
    assert len(line.toolTip().splitlines()) == 8
    line.show_agenda(make_agenda())
    assert line.text() == "To place: nothing"


def test_the_outline_of_a_difference_leaves_that_of_a_clash_in_sight(beside: DraftsView) -> None:
    painted: PaintedTimetable = beside.beside.left.picture.painted
    rect = block(painted, SECOND)
    image = painted.grab().toImage()
    ratio = image.devicePixelRatio()
    middle = rect.center().x()
    colours = [
        image.pixelColor(round(middle * ratio), round(y * ratio)) for y in range(rect.bottom() - 1, rect.bottom() + 5)
    ]
    assert near(LIGHT.clash, colours)
    assert near(LIGHT.accent, colours)


def block(painted: PaintedTimetable, session_id: int) -> QRect:
    assert painted._drawn is not None
    return next(rect for each, rect in painted._blocks(painted._drawn) if each.id == session_id)


def near(name: str, colours: list[QColor]) -> bool:
    wanted = QColor(name)
    return any(
        max(abs(wanted.red() - each.red()), abs(wanted.green() - each.green()), abs(wanted.blue() - each.blue())) < 60
        for each in colours
    )


def test_what_is_accepted_now_is_open_on_neither_side(window: MainWindow, beside: DraftsView) -> None:
    """The register is no part of a plan: adopted, the option would have the findings that are open here."""
    option = do(window, edits.drafts.keep_option)
    beside.beside.compare(NOW, option)
    with_clashes = beside.beside.right.findings.text()
    for finding in findings_of(desk_of(window).document.agenda):
        if finding.level is Level.CLASH:
            do(window, edits.register.accept_finding, finding, "They agreed", "Anna Meier")
    QApplication.processEvents()
    left, right = beside.beside.left.findings.text(), beside.beside.right.findings.text()
    assert (left, right) == (right, "0 clashes, " + with_clashes.partition(", ")[2])


def test_a_draft_chosen_in_the_list_is_the_one_compared_with(beside: DraftsView) -> None:
    beside.table.choose(1)
    assert beside.beside.right.state.currentData() == 1
    beside.table.choose(2)
    assert beside.beside.right.state.currentData() == 2
    beside.show_page(CHANGES)
    beside.table.choose(1)
    assert (beside.changes.before.currentData(), beside.changes.after.currentData()) == (1, NOW)


@pytest.mark.parametrize("size", [(1100, 700), (1440, 900)])
@pytest.mark.parametrize("page", [CHANGES, BESIDE])
def test_the_note_of_a_draft_is_in_sight(
    window: MainWindow, beside: DraftsView, size: tuple[int, int], page: int
) -> None:
    window.resize(*size)
    beside.show_page(page)
    QApplication.processEvents()
    table = beside.table
    note = table.visualRect(table.drafts.index(2, 3))
    assert table.horizontalScrollBar().maximum() == 0
    assert note.width() >= 60
    assert table.viewport().rect().contains(note)
