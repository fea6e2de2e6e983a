"""What a drag between the views carries."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

PERSON_TYPE = "application/x-planner-person"
ENTITY_TYPE = "application/x-planner-entity"
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
