"""The table of entities: what it counts, how its cells are read, what it asks for."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, InterestState, SeatState, StakeholderCategory
from planner.models.records import Interest
from planner.ui.dragging import dragged_entities
from planner.ui.entities_view import EntitiesView
from planner.ui.theme import LIGHT
from tests.building import entity, make_agenda, person, roundtable, seat
from tests.windows import start_application, wait_for_zone_names

# The offscreen platform says so of the list that opens while a name is typed.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
LEFT = Qt.MouseButton.LeftButton
EAST, NETWORK, COUNCIL = 1, 2, 3


def three_entities() -> Agenda:
    """Eastland with a person, two seats that take part and an interest; a network of youth; a council."""
    entities = [
        replace(entity(EAST, "Eastland"), country_code="PL", region="East"),
        replace(
            entity(NETWORK, "Example Network", EntityKind.STAKEHOLDER), stakeholder_category=StakeholderCategory.YOUTH
        ),
        entity(COUNCIL, "Network of Examples", EntityKind.REGIONAL_ORGANIZATION),
    ]
    seats = [seat(1, 1, entity=EAST), seat(2, 1, entity=EAST), seat(3, 1, entity=EAST, state=SeatState.WITHDRAWN)]
    interest = Interest(1, EAST, None, "", "typed", "", "", InterestState.NEW, 1)
    return make_agenda(
        entities=entities,
        people=[person(1, "Anna", entity=EAST)],
        sessions=[roundtable(1, 600)],
        seats=seats,
        interests=[interest],
    )


@pytest.fixture
def view(qapp: QApplication) -> Iterator[EntitiesView]:
    start_application()
    made = EntitiesView(LIGHT)
    made.resize(1100, 560)
    made.show_agenda(three_entities())
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def asked(view: EntitiesView) -> list[Any]:
    found: list[Any] = []
    view.entity_change_requested.connect(lambda entity_id, values: found.append((entity_id, values)))
    view.entity_add_requested.connect(lambda: found.append("add"))
    view.entities_remove_requested.connect(lambda ids: found.append(("remove", ids)))
    view.entities_merge_requested.connect(lambda keep, others: found.append(("merge", keep, others)))
    return found


def cell(view: EntitiesView, entity_id: int, key: str) -> QModelIndex:
    row = view.records.row_of(entity_id)
    assert row is not None
    return view.records.index(row, view.records.column_of(key))


def type_into(view: EntitiesView, entity_id: int, key: str, text: str) -> None:
    """Open a cell with Enter, type, and end with Enter."""
    view.table.choose(entity_id, key)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    (editor,) = (
        child for kind in (QComboBox, QLineEdit) for child in view.table.viewport().findChildren(kind)
        if child.parent() is view.table.viewport() and child.isVisible()
    )  # fmt: skip
    if key == "zone":
        wait_for_zone_names()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_row_tells_and_counts_all_of_an_entity(view: EntitiesView) -> None:
    keys = [column.key for column in view.records.columns]
    assert [cell(view, EAST, key).data() for key in keys] == [
        "Eastland", "UNECE member State", "", "PL", "East", "", "1", "2", "1",
    ]  # fmt: skip
    assert [cell(view, NETWORK, key).data() for key in keys] == [
        "Example Network", "Stakeholder", "Children and young people", "", "", "", "", "", "",
    ]  # fmt: skip


def test_the_country_is_named_in_its_tip(view: EntitiesView) -> None:
    assert cell(view, EAST, "country").data(Qt.ItemDataRole.ToolTipRole) == "Poland"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eastland", [EAST]),
        ("YOUNG", [NETWORK]),
        ("poland", [EAST]),
        ("network", [NETWORK, COUNCIL]),
        ("regional", [COUNCIL]),
    ],
)
def test_a_search_looks_into_name_kind_category_country_and_region(
    view: EntitiesView, typed: str, found: list[int]
) -> None:
    QTest.keyClicks(view.search, typed)
    assert view.records.shown == found


def test_counts_sort_as_numbers_and_none_last(view: EntitiesView) -> None:
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        view.table.sortByColumn(view.records.column_of("seats"), order)
        assert view.records.shown == [EAST, NETWORK, COUNCIL]


@pytest.mark.parametrize(
    ("key", "typed", "values"),
    [
        ("name", "Westland", {"name": "Westland"}),
        ("country", "pt", {"country_code": "PT"}),
        ("country", "portugal", {"country_code": "PT"}),
        ("region", "West", {"region": "West"}),
        ("zone", "lisbon", {"zone": "Europe/Lisbon"}),
        ("kind", "Other", {"kind": EntityKind.OTHER_STATE}),
        ("category", "Media", {"stakeholder_category": StakeholderCategory.MEDIA}),
    ],
)
def test_every_cell_asks_for_its_field(
    view: EntitiesView, asked: list[Any], key: str, typed: str, values: dict[str, Any]
) -> None:
    type_into(view, EAST, key, typed)
    assert asked == [(EAST, values)]


def test_an_unknown_country_is_refused_with_the_remedy(view: EntitiesView, asked: list[Any]) -> None:
    type_into(view, EAST, "country", "Atlantis")
    assert asked == []
    assert view.problem.text() == "There is no country “Atlantis”. Type its two letters, such as PT."


def test_the_only_zone_of_the_country_is_offered(view: EntitiesView, asked: list[Any]) -> None:
    view.table.choose(EAST)
    QTest.mouseClick(view.zone_offer.link, LEFT)
    assert asked == [(EAST, {"zone": "Europe/Warsaw"})]


def test_entities_are_added_and_removed(view: EntitiesView, asked: list[Any]) -> None:
    QTest.mouseClick(view.add, LEFT)
    view.table.choose(EAST)
    assert view.remove.toolTip() == "Remove Eastland (Delete). Its people and seats stay, without it."
    QTest.mouseClick(view.remove, LEFT)
    assert asked == ["add", ("remove", (EAST,))]


def test_entities_spelled_two_ways_are_merged(view: EntitiesView, asked: list[Any]) -> None:
    view.twins_link.look()
    assert view.twins_link.text() == "2 entities may be the same"
    QTest.mouseClick(view.twins_link, LEFT)
    assert view.twins_link.dialog is not None
    (box,) = view.twins_link.dialog.groups.values()
    QTest.mouseClick(box.merge, LEFT)
    assert asked == [("merge", NETWORK, (COUNCIL,))]
    view.twins_link.dialog.close()


def test_rows_are_carried_by_id(view: EntitiesView) -> None:
    view.table.selectAll()
    assert dragged_entities(view.records.mimeData(view.table.selectedIndexes())) == (EAST, NETWORK, COUNCIL)


def test_an_empty_meeting_says_how_to_begin(view: EntitiesView) -> None:
    view.show_agenda(make_agenda())
    assert (view.stack.currentWidget(), view.empty.text()) == (
        view.empty,
        "No entity is here yet. Add the first with “+ Entity”, or import expressions of interest.",
    )
