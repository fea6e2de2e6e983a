"""Blocks: what they say to the eye and to a screen reader, and how choosing goes from view to view."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from planner.edits.meeting import add_room
from planner.edits.seats import add_seat
from planner.edits.sessions import delete_session, pin_session
from planner.models.kinds import Role, SeatState, SessionKind
from planner.rules.finding import Finding, Level
from planner.ui.main_window import MainWindow
from planner.ui.theme import LIGHT
from planner.ui.timetable.block import SessionBlock
from planner.ui.timetable.block_painting import paint_block
from planner.ui.timetable.face import face_of, seats_in_a_line
from planner.ui.timetable.narrow_block import paint_narrow_block
from tests.building import covers, entity, make_agenda, objective, room, roundtable, seat, session
from tests.meetings import BETA, CLOSING, FIRST, OPENING, SECOND, friday
from tests.windows import block_of, chosen, click, desk_of


def test_every_block_has_an_accessible_name_and_description(window: MainWindow) -> None:
    named = {key: (block.accessibleName(), block.accessibleDescription().split("\n")[:2])
             for key, block in window.grid.canvas.blocks.items()}  # fmt: skip
    assert named == {
        OPENING: ("Opening", ["Opening", "Thursday 12 November, 10:00–10:30 CET, 30 min"]),
        FIRST: ("RT1 First theme", ["Roundtable", "Thursday 12 November, 11:00–12:30 CET, 1 h 30 min"]),
        SECOND: ("RT2 Second theme", ["Roundtable", "Friday 13 November, 10:00–11:15 CET, 1 h 15 min"]),
    }


def test_a_card_of_the_list_has_an_accessible_name_and_description(window: MainWindow) -> None:
    card = window.workspace.to_place.cards[CLOSING]
    assert card.accessibleName() == "Closing"
    assert card.accessibleDescription().split("\n")[:2] == ["Closing", "to be placed, 30 min"]


def test_findings_are_read_out_with_the_block(window: MainWindow) -> None:
    desk_of(window).place(CLOSING, friday(620))
    sentence = "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET."
    for session_id in (SECOND, CLOSING):
        assert sentence in block_of(window, session_id).accessibleDescription().split("\n")


def test_a_pinned_block_says_so(window: MainWindow) -> None:
    assert "pinned" not in block_of(window, FIRST).accessibleDescription().split("\n")
    pin_session(desk_of(window).document, FIRST, True)
    assert "pinned" in block_of(window, FIRST).accessibleDescription().split("\n")


def test_with_several_rooms_a_block_names_its_room(window: MainWindow) -> None:
    add_room(desk_of(window).document, "Room of examples")
    assert block_of(window, FIRST).accessibleDescription().split("\n")[2] == "Virtual plenary"


def test_the_tooltip_says_what_the_screen_reader_hears(window: MainWindow) -> None:
    block = block_of(window, FIRST)
    assert block.toolTip() == f"{block.accessibleName()}\n{block.accessibleDescription()}"


# -- choosing ---------------------------------------------------------------------------------------------------


def test_a_click_chooses_a_session_everywhere(window: MainWindow) -> None:
    click(block_of(window, FIRST))
    assert chosen(window).id == FIRST
    assert block_of(window, FIRST).isChecked()
    assert window.workspace.session.isVisible()
    assert window.workspace.session.code.text() == "RT1"


def test_focus_chooses_a_session_too(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    assert chosen(window).id == SECOND
    assert window.workspace.session.code.text() == "RT2"


def test_only_one_block_or_card_is_marked(window: MainWindow) -> None:
    panel = window.workspace.to_place
    for part in (block_of(window, FIRST), block_of(window, SECOND), panel.cards[CLOSING], block_of(window, OPENING)):
        click(part)
        marked = [one.session_id for one in (*window.grid.canvas.blocks.values(), *panel.cards.values())
                  if one.isChecked()]  # fmt: skip
        assert marked == [part.session_id]


def test_a_second_click_keeps_the_block_chosen(window: MainWindow) -> None:
    for _ in range(2):
        click(block_of(window, FIRST))
    assert block_of(window, FIRST).isChecked()


def test_a_deleted_session_is_no_longer_chosen(window: MainWindow) -> None:
    click(block_of(window, FIRST))
    delete_session(desk_of(window).document, FIRST)
    assert desk_of(window).chosen_id is None
    assert FIRST not in window.grid.canvas.blocks
    assert window.workspace.meeting.isVisible()


def test_undoing_the_deletion_brings_the_block_back(window: MainWindow) -> None:
    delete_session(desk_of(window).document, FIRST)
    window.actions_by_name["undo"].trigger()
    assert block_of(window, FIRST).isVisible()
    assert block_of(window, FIRST).accessibleName() == "RT1 First theme"


def test_a_double_click_on_a_block_edits_its_title(window: MainWindow) -> None:
    block = block_of(window, FIRST)
    QTest.mouseDClick(block, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert chosen(window).id == FIRST
    assert window.workspace.session.title.hasFocus()


# The offscreen platform says so of every menu.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_right_click_opens_the_menu_of_that_session(window: MainWindow) -> None:
    block = block_of(window, SECOND)
    at = QPoint(30, 10)
    QApplication.sendEvent(block, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, block.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert chosen(window).id == SECOND
    assert menu.actions()[1].text() == "Move to…"
    menu.close()


def test_the_pointer_shows_where_the_edge_can_be_pulled(window: MainWindow) -> None:
    block = block_of(window, FIRST)
    QTest.mouseMove(block, QPoint(40, block.height() - 2))
    assert block.cursor().shape() is Qt.CursorShape.SizeVerCursor
    QTest.mouseMove(block, QPoint(40, 20))
    assert block.cursor().shape() is Qt.CursorShape.ArrowCursor


# -- the words on a block ---------------------------------------------------------------------------------------


def test_a_face_says_title_hours_length_and_objectives() -> None:
    agenda = make_agenda(
        sessions=[roundtable(2, 700, 75)], objectives=[objective(7), objective(3)], coverage=covers(2, 7, 3)
    )
    face = face_of(agenda, agenda.sessions[2], ())
    assert (face.title, face.span, face.minutes, face.objectives) == ("RT2", "11:40–12:55", "1 h 15 min", (3, 7))
    assert (face.badge, face.badge_level, face.pinned) == ("", None, False)


def test_seats_in_a_line_name_the_moderator_and_count_the_speakers_who_come() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[entity(1, "Examplia")],
        seats=[
            seat(1, 1, Role.MODERATOR, entity=1), seat(2, 1), seat(3, 1, state=SeatState.INVITED),
            seat(4, 1, state=SeatState.DECLINED), seat(5, 1, state=SeatState.WITHDRAWN),
        ],
    )  # fmt: skip
    assert seats_in_a_line(agenda, agenda.sessions[1]) == "Moderator: Examplia · 2 speakers"


def test_a_roundtable_without_moderator_says_so() -> None:
    agenda = make_agenda(sessions=[roundtable(1, 600)], seats=[seat(1, 1)])
    assert seats_in_a_line(agenda, agenda.sessions[1]) == "Moderator to be confirmed · 1 speaker"


@pytest.mark.parametrize("kind", [SessionKind.BREAK, SessionKind.RESERVE])
def test_a_break_says_nothing_of_seats(kind: SessionKind) -> None:
    agenda = make_agenda(sessions=[session(1, "Pause", 600, kind=kind)])
    assert seats_in_a_line(agenda, agenda.sessions[1]) == ""


def finding(level: Level) -> Finding:
    return Finding("example", level, "Example", "An example.", (1,))


@pytest.mark.parametrize(
    ("levels", "badge", "level"),
    [
        ([Level.CLASH], "1 clash", Level.CLASH),
        ([Level.CLASH, Level.CLASH, Level.WARNING], "2 clashes", Level.CLASH),
        ([Level.WARNING, Level.WARNING], "2", Level.WARNING),
        ([Level.NOTE], "", None),
    ],
)
def test_the_badge_counts_the_gravest(levels: list[Level], badge: str, level: Level | None) -> None:
    agenda = make_agenda(sessions=[session(1, "Talk", 600)])
    face = face_of(agenda, agenda.sessions[1], [finding(one) for one in levels])
    assert (face.badge, face.badge_level) == (badge, level)


def test_with_two_rooms_the_description_names_the_room() -> None:
    agenda = make_agenda(
        sessions=[replace(session(1, "Talk", 600), room_id=2)], rooms=[room(1, "Plenary"), room(2, "Side room")]
    )
    assert face_of(agenda, agenda.sessions[1], ()).description.split("\n")[2] == "Side room"


def test_a_named_speaker_is_counted_at_once(window: MainWindow) -> None:
    add_seat(desk_of(window).document, SECOND, Role.SPEAKER, person_id=BETA)
    face = block_of(window, SECOND).face
    assert face is not None
    assert face.seats == "Moderator: To be confirmed · 1 speaker"


@pytest.mark.parametrize(("width", "paint"), [(80, paint_narrow_block), (140, paint_block)])
def test_a_block_that_cannot_hold_its_hours_is_drawn_in_short(
    window: MainWindow, width: int, paint: Callable[..., None]
) -> None:
    block = block_of(window, FIRST)
    block.resize(width, 90)
    assert block.face is not None
    wanted = block.grab()
    wanted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wanted)
    paint(painter, QRect(0, 0, width, 90), block.face, LIGHT, selected=False, hovered=False)
    painter.end()
    assert drawn(block) == wanted.toImage()


def drawn(block: SessionBlock) -> QImage:
    """The block alone, without what lies below it."""
    picture = QPixmap(block.size() * block.devicePixelRatio())
    picture.setDevicePixelRatio(block.devicePixelRatio())
    picture.fill(Qt.GlobalColor.transparent)
    block.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture.toImage()
