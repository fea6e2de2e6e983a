"""What a drag between the views carries."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from planner.wording import say_count

PERSON_TYPE = "application/x-planner-person"
ENTITY_TYPE = "application/x-planner-entity"
SEAT_TYPE = "application/x-planner-seat"
INTEREST_TYPE = "application/x-planner-interest"


def _ids_data(mime_type: str, ids: Iterable[int]) -> QMimeData:
    data = QMimeData()
    data.setData(mime_type, QByteArray(" ".join(map(str, ids)).encode()))
    return data


def _dragged_ids(mime_type: str, data: QMimeData) -> tuple[int, ...]:
    words = bytes(data.data(mime_type).data()).decode("ascii", "replace").split()
    return tuple(int(word) for word in words) if all(word.isdecimal() for word in words) else ()


def interest_data(ids: Iterable[int]) -> QMimeData:
    """What a drag of interests carries."""
    return _ids_data(INTEREST_TYPE, ids)


def dragged_interests(data: QMimeData) -> tuple[int, ...]:
    """The ids of the interests in a drag of this program; none for anything else."""
    return _dragged_ids(INTEREST_TYPE, data)


def person_data(ids: Iterable[int]) -> QMimeData:
    """What a drag of people carries."""
    return _ids_data(PERSON_TYPE, ids)


def dragged_people(data: QMimeData) -> tuple[int, ...]:
    """The ids of the people in a drag of this program; none for anything else."""
    return _dragged_ids(PERSON_TYPE, data)


def entity_data(ids: Iterable[int]) -> QMimeData:
    """What a drag of entities carries."""
    return _ids_data(ENTITY_TYPE, ids)


def dragged_entities(data: QMimeData) -> tuple[int, ...]:
    """The ids of the entities in a drag of this program; none for anything else."""
    return _dragged_ids(ENTITY_TYPE, data)


def seat_data(seat_id: int) -> QMimeData:
    """What a drag of one seat within its list carries."""
    return _ids_data(SEAT_TYPE, (seat_id,))


def dragged_seat(data: QMimeData) -> int | None:
    """The id of the seat in a drag of this program; None for anything else."""
    ids = _dragged_ids(SEAT_TYPE, data)
    return ids[0] if len(ids) == 1 else None


def is_somebody(data: QMimeData) -> bool:
    """Whether a drag carries people, entities or interests, which can be seated on the timetable."""
    return any(data.hasFormat(kind) for kind in (PERSON_TYPE, ENTITY_TYPE, INTEREST_TYPE))


def carried_label(name: str, count: int) -> QPixmap:
    """What hangs on the pointer: who is carried, not how the rows look."""
    further = count - 1
    more = say_count("{name} and {count} more", "{name} and {count} more", further, name=name)
    label = QLabel(more if further else name)
    label.setProperty("role", "key")
    label.adjustSize()
    return label.grab()
