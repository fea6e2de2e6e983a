"""The papers view: the paper as it prints, after each edit, and the way from a row to its session and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from planner import edits
from planner.export.layouts import look_of
from planner.export.look import Look, Paper
from planner.export.profiles import Profile
from planner.ui.main_window import MainWindow
from planner.ui.papers_view import PapersView
from planner.ui.preview_scale import FIT_PAGE
from planner.ui.theme import DARK
from tests.windows import (
    CONTROL,
    SHIFT,
    agenda_of,
    answer_next,
    choose_file,
    click,
    desk_of,
    key,
    texts_shown,
    undo_name,
)


@pytest.fixture
def view(window: MainWindow) -> Iterator[PapersView]:
    window.show_view("papers")
    shown: PapersView = window.views.view("papers")
    shown.settle()
    yield shown
    shown.settle()


def text_of(view: PapersView, page: int = 0) -> str:
    return view.pages.sheets[page].accessibleDescription()


def point_on(view: PapersView, session_id: int) -> QPoint:
    sheet = view.pages.sheets[0]
    place = next(place for place in sheet._places if place.session_id == session_id)
    return sheet.rectangle_of(place).toRect().center()


def first_session(window: MainWindow) -> int:
    return desk_of(window).agenda.placed_sessions[0].id


def test_the_page_has_a_name_and_its_words(view: PapersView) -> None:
    sheet = view.pages.sheets[0]
    assert sheet.accessibleName() == "Page 1 of 1"
    assert text_of(view).count("Roundtable 1") == 1
    assert view.pages.accessibleName() == "Preview, page 1 of 1"


def test_an_edit_is_seen_on_the_page(window: MainWindow, view: PapersView) -> None:
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Words of Welcome")
    view.settle()
    assert text_of(view).count("Words of Welcome") == 1


def test_page_and_zoom_stay_after_an_edit(window: MainWindow, view: PapersView) -> None:
    view.pages.set_zoom(2.0)
    view.settle()
    view.pages.verticalScrollBar().setValue(500)
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Words of Welcome")
    view.settle()
    assert (view.pages.zoom, view.pages.verticalScrollBar().value()) == (2.0, 500)


def test_a_click_on_a_row_chooses_its_session(window: MainWindow, view: PapersView) -> None:
    session_id = first_session(window)
    click(view.pages.sheets[0], point_on(view, session_id))
    assert desk_of(window).chosen_id == session_id


def test_a_session_chosen_elsewhere_is_brought_in_sight(window: MainWindow, view: PapersView) -> None:
    view.pages.set_zoom(4.0)
    view.settle()
    last = desk_of(window).agenda.placed_sessions[-1].id
    desk_of(window).choose(last)
    sheet = view.pages.sheets[0]
    seen = sheet.visibleRegion().boundingRect()
    assert seen.top() <= point_on(view, last).y() <= seen.bottom()


def test_the_keys_zoom_and_choose(window: MainWindow, view: PapersView) -> None:
    view.pages.setFocus()
    key(window, Qt.Key.Key_1)
    assert (view.pages.zoom, view.zoom.full.isChecked()) == (1.0, True)
    key(window, Qt.Key.Key_Plus)
    assert view.pages.zoom == 1.25
    key(window, Qt.Key.Key_0)
    assert (view.pages.zoom, view.zoom.fit.isChecked()) == (0.0, True)
    key(window, Qt.Key.Key_Down, CONTROL)
    assert desk_of(window).chosen_id == first_session(window)


def test_a_whole_page_fits_the_view(window: MainWindow, view: PapersView) -> None:
    key(window, Qt.Key.Key_2)
    sheet = view.pages.sheets[0]
    assert (view.pages.zoom, view.zoom.fit_page.isChecked()) == (FIT_PAGE, True)
    assert sheet.visibleRegion().boundingRect() == sheet.rect()
    assert abs(sheet.height() - (view.pages.viewport().height() - 32)) <= 1


def test_page_and_zoom_stay_while_another_view_is_shown(window: MainWindow, view: PapersView) -> None:
    view.choose_paper("script-pdf")
    view.pages.set_zoom(1.5)
    view.settle()
    view.pages.go_to_page(2)
    before = view.pages.verticalScrollBar().value()
    window.show_view("timetable")
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Words of Welcome")
    window.show_view("papers")
    view.settle()
    assert (view.pages.zoom, view.pages.page, view.pages.verticalScrollBar().value()) == (1.5, 2, before)


def test_another_paper_begins_at_its_first_page(view: PapersView) -> None:
    view.choose_paper("script-pdf")
    view.settle()
    view.pages.go_to_page(2)
    view.choose_paper("running-order-pdf")
    view.settle()
    assert view.pages.page == 0


def test_a_click_moves_no_page_though_the_session_stands_on_earlier_ones_too(
    window: MainWindow, view: PapersView
) -> None:
    view.choose_paper("sheets-pdf")
    view.settle()
    of_pages = [{place.session_id for place in sheet._places} for sheet in view.pages.sheets]
    later = next(number for number in range(1, len(of_pages)) if of_pages[number] & of_pages[0])
    view.pages.go_to_page(later)
    view.settle()
    session_id = next(iter(of_pages[later] & of_pages[0]))
    sheet = view.pages.sheets[later]
    place = next(place for place in sheet._places if place.session_id == session_id)
    before = view.pages.verticalScrollBar().value()
    click(sheet, sheet.rectangle_of(place).toRect().topLeft() + QPoint(8, 8))
    assert desk_of(window).chosen_id == session_id
    assert view.pages.verticalScrollBar().value() == before


def test_two_clicks_on_a_row_show_its_session_on_the_timetable(window: MainWindow, view: PapersView) -> None:
    session_id = first_session(window)
    QTest.mouseDClick(view.pages.sheets[0], Qt.MouseButton.LeftButton, pos=point_on(view, session_id))
    assert (window.views.shown, desk_of(window).chosen_id) == ("timetable", session_id)


def test_an_invitation_is_seen_before_anything_is_placed(window: MainWindow, view: PapersView) -> None:
    for session in desk_of(window).agenda.placed_sessions:
        edits.sessions.unschedule_session(desk_of(window).document, session.id)
    view.choose_paper("invitation-pdf")
    view.settle()
    assert (view.pages.isVisible(), view.print.isEnabled()) == (True, True)


def test_the_page_keys_turn_pages(window: MainWindow, view: PapersView) -> None:
    view.choose_paper("script-pdf")
    view.settle()
    count = len(view.pages.sheets)
    assert count > 2
    view.pages.setFocus()
    key(window, Qt.Key.Key_PageDown)
    assert (view.pages.page, view.zoom.page.text()) == (1, f"2 of {count}")
    key(window, Qt.Key.Key_End)
    assert view.pages.page == count - 1
    view.settle()
    assert view.pages.sheets[count - 1].picture is not None
    key(window, Qt.Key.Key_PageUp)
    key(window, Qt.Key.Key_Home)
    assert view.pages.page == 0


def test_pictures_are_as_fine_as_the_screen(view: PapersView) -> None:
    view.pages.set_zoom(1.5)
    view.settle()
    sheet = view.pages.sheets[0]
    assert sheet.picture is not None
    width = sheet.picture.image.width()
    assert abs(width - sheet.width() * sheet.devicePixelRatioF()) <= 1


def test_a_paper_is_shown_for_those_it_is_usually_for(view: PapersView) -> None:
    view.choose_paper("running-order-pdf")
    view.settle()
    assert view.reader.currentData() == Profile.INTERNAL
    assert view.left_out.words.text() == "Nothing: this paper is for the secretariat alone, with addresses and notes."


def test_what_a_public_paper_leaves_out_is_listed(window: MainWindow, view: PapersView) -> None:
    edits.sessions.change_session(desk_of(window).document, first_session(window), internal_notes="A secret")
    view.settle()
    lines = view.left_out.words.text().splitlines()
    assert lines.count("• The internal note of 1 session") == 1
    assert text_of(view).count("A secret") == 0


def test_an_empty_timetable_says_what_to_do(window: MainWindow, view: PapersView) -> None:
    document = desk_of(window).document
    for session in desk_of(window).agenda.placed_sessions:
        edits.sessions.unschedule_session(document, session.id)
    told = [words for words in texts_shown(view) if words.startswith("No session")]
    assert told == ["No session stands on the timetable yet. Place one there, and this paper shows it."]
    assert (view.print.isEnabled(), view.export.isEnabled()) == (False, False)
    button = next(button for button in view.findChildren(QPushButton) if button.text() == "To the timetable")
    button.click()
    assert window.views.shown == "timetable"


def test_a_sign_that_no_font_holds_is_told_above_the_pages(window: MainWindow, view: PapersView) -> None:
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Glyph \U00012000")
    view.settle()
    assert view.message.isVisible()
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Welcome")
    view.settle()
    assert not view.message.isVisible()


def test_the_look_is_edited_beside_the_paper(window: MainWindow, view: PapersView, tmp_path: Path) -> None:
    view.look.click()
    editor = view.editor
    editor.header_text.setFocus()
    editor.header_text.insertPlainText("Made-up Commission\nOffice of Examples ")
    editor.header_text.commit()
    view.settle()
    assert undo_name(window) == "Change the header of papers"
    assert [line.strip() for line in text_of(view).splitlines()[:2]] == ["Made-up Commission", "Office of Examples"]
    editor.columns["minutes"].click()
    view.settle()
    assert text_of(view).count("Min.") == 0
    choose(editor.paper, "Letter")
    view.settle()
    assert look_of(agenda_of(window)).paper is Paper.LETTER
    assert view.pages._size == (612.0, 792.0)
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    image.save(str(tmp_path / "logo.png"))
    editor.take_logo(tmp_path / "logo.png")
    view.settle()
    assert (editor.no_logo.isEnabled(), editor.logo_picture.isVisible()) == (True, True)
    editor.no_logo.click()
    assert look_of(agenda_of(window)).logo == b""


def choose(field: object, text: str) -> None:
    index = field.findText(text)  # type: ignore[attr-defined]
    field.setCurrentIndex(index)  # type: ignore[attr-defined]
    field.activated.emit(index)  # type: ignore[attr-defined]


def typed_colour(view: PapersView, text: str) -> str:
    """The colour field, once something was typed into it."""
    field = view.editor.accent
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.editingFinished.emit()
    return field.text()


def test_a_colour_may_be_named_and_what_is_none_gives_way_to_the_colour_there_is(
    window: MainWindow, view: PapersView
) -> None:
    view.look.click()
    assert [typed_colour(view, text) for text in ("no colour", "dark red", "0b6bb5")] == [
        "#0B6BB5",
        "#8B0000",
        "#0B6BB5",
    ]
    assert look_of(agenda_of(window)).accent == "#0B6BB5"


def test_layouts_are_added_chosen_and_removed(window: MainWindow, view: PapersView) -> None:
    view.look.click()
    editor = view.editor
    assert (editor.layouts.currentText(), editor.remove.isEnabled()) == ("Standard", False)
    editor.add.click()
    editor.accent.setFocus()
    editor.accent.selectAll()
    editor.accent.insert("#7A1F5C")
    editor.accent.editingFinished.emit()
    editor.duplicate.click()
    assert editor.layouts.currentText() == "New layout (copy)"
    choose(editor.layouts, "New layout")
    assert [layout.name for layout in agenda_of(window).layouts_in_order] == ["New layout", "New layout (copy)"]
    editor.remove.click()
    editor.remove.click()
    assert (look_of(agenda_of(window)), editor.layouts.currentText()) == (Look(), "Standard")


def test_a_paper_is_saved_as_it_is_shown(window: MainWindow, view: PapersView, tmp_path: Path, qtbot: QtBot) -> None:
    view.choose_paper("annotated-pdf")
    view.settle()
    path = tmp_path / "annotated.pdf"
    choose_file(path)
    view.export.click()
    qtbot.waitUntil(window.message.isVisible)
    assert path.read_bytes()[:5] == b"%PDF-"


def asked_to_print(window: MainWindow) -> list[str]:
    """Ctrl+P: what the dialog says, which is given up."""
    seen: list[str] = []

    def decline(dialog: object) -> None:
        assert isinstance(dialog, QMessageBox)
        seen.extend((dialog.text(), dialog.informativeText()))
        dialog.reject()

    answer_next(decline)
    key(window, Qt.Key.Key_P, CONTROL)
    return seen


def test_without_a_printer_the_pdf_is_offered(window: MainWindow, view: PapersView) -> None:
    view.choose_paper("script-pdf")
    assert asked_to_print(window) == [
        "No printer is set up on this computer.",
        "“review, Script” can be saved as PDF instead, to print elsewhere.",
    ]


@pytest.mark.parametrize(
    ("shown", "paper"), [("timetable", "Script"), ("coverage", "Coverage"), ("interest", "Interests")]
)
def test_print_stays_in_the_view_and_offers_its_paper_or_the_one_chosen_last(
    window: MainWindow, view: PapersView, shown: str, paper: str
) -> None:
    view.choose_paper("script-pdf")
    window.show_view(shown)
    assert asked_to_print(window)[1] == f"“review, {paper}” can be saved as PDF instead, to print elsewhere."
    assert (window.views.shown, view.kind.key) == (shown, "script-pdf")


def test_the_preview_stands_beside_the_timetable(window: MainWindow) -> None:
    key(window, Qt.Key.Key_P, CONTROL | SHIFT)
    preview = window.workspace.preview
    preview.settle()
    assert (preview.isVisible(), window.actions_by_name["preview"].isChecked()) == (True, True)
    edits.sessions.change_session(desk_of(window).document, first_session(window), title="Words of Welcome")
    preview.settle()
    assert text_of(preview).count("Words of Welcome") == 1
    click(preview.pages.sheets[0], point_on(preview, first_session(window)))
    assert desk_of(window).chosen_id == first_session(window)
    assert window.workspace.session.isVisible()
    key(window, Qt.Key.Key_F2)
    assert (preview.isVisible(), window.workspace.session.title.hasFocus()) == (True, True)
    preview.choose_paper("script-pdf")
    assert asked_to_print(window)[1] == "“review, Script” can be saved as PDF instead, to print elsewhere."


def test_in_a_narrow_window_the_preview_stands_in_place_of_the_inspector(window: MainWindow) -> None:
    window.resize(1100, 700)
    key(window, Qt.Key.Key_P, CONTROL | SHIFT)
    preview = window.workspace.preview
    preview.settle()
    assert (preview.isVisible(), window.workspace.meeting.isVisible()) == (True, False)
    window.resize(1440, 900)
    assert (preview.isVisible(), window.workspace.meeting.isVisible()) == (True, True)
    window.resize(1100, 700)
    QTest.mouseDClick(preview.pages.sheets[0], Qt.MouseButton.LeftButton, pos=point_on(preview, first_session(window)))
    assert (preview.isHidden(), window.workspace.session.isVisible()) == (True, True)
    assert not window.actions_by_name["preview"].isChecked()


def test_a_window_can_be_closed_while_a_paper_is_made(window: MainWindow) -> None:
    window.show_view("papers")
    window.close()


def test_the_theme_changes_around_the_paper(window: MainWindow, view: PapersView) -> None:
    before = view.pages.sheets[0].picture
    window.set_theme(DARK)
    view.settle()
    assert view.pages.sheets[0].picture is before


def test_a_zone_ticked_in_the_look_is_on_the_page_at_once_and_leaves_it_at_once(view: PapersView) -> None:
    view.look.click()
    view.settle()
    toronto, bishkek = (view.editor.zones.boxes[zone] for zone in ("America/Toronto", "Asia/Bishkek"))
    toronto.click()
    bishkek.click()
    view.settle()
    assert ("Toronto" in text_of(view), "Bishkek" in text_of(view)) == (True, True)
    toronto.click()
    view.settle()
    assert ("Toronto" in text_of(view), "Bishkek" in text_of(view)) == (False, True)


def test_a_zone_added_in_the_look_is_on_the_page_at_once(view: PapersView) -> None:
    view.look.click()
    view.editor.zones.field.setText("Asia/Tbilisi")
    view.editor.zones.field.setModified(True)
    view.editor.zones.field.commit()
    view.settle()
    assert "Tbilisi" in text_of(view)
