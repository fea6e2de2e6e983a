"""The kinds of differences between two states of a meeting."""

from enum import StrEnum


class ChangeKind(StrEnum):
    """In the order in which a session's changes are told."""

    SESSION_ADDED = "session-added"
    SESSION_DROPPED = "session-dropped"
    SESSION_PLACED = "session-placed"
    SESSION_TAKEN_OFF = "session-taken-off"
    SESSION_MOVED = "session-moved"
    SESSION_LENGTH = "session-length"
    SESSION_ROOM = "session-room"
    ROOM_LINK = "room-link"
    SESSION_TITLE = "session-title"
    SESSION_CODE = "session-code"
    SESSION_KIND = "session-kind"
    SESSION_TEXT = "session-text"
    SESSION_FLOOR = "session-floor"
    STATE_LIMIT = "state-limit"
    STAKEHOLDER_LIMIT = "stakeholder-limit"
    OBJECTIVES_ADDED = "objectives-added"
    OBJECTIVES_DROPPED = "objectives-dropped"
    SEAT_ADDED = "seat-added"
    SEAT_DROPPED = "seat-dropped"
    SEAT_HOLDER = "seat-holder"
    SEAT_NAMED = "seat-named"
    SEAT_UNNAMED = "seat-unnamed"
    SEAT_ENTITY = "seat-entity"
    SEAT_ROLE = "seat-role"
    SEAT_STATE = "seat-state"
    SEAT_MINUTES = "seat-minutes"
    SEAT_ORDER = "seat-order"
    OPEN_SEAT_ADDED = "open-seat-added"
    OPEN_SEAT_DROPPED = "open-seat-dropped"
    PERSON_ADDED = "person-added"
    PERSON_DROPPED = "person-dropped"
    ENTITY_ADDED = "entity-added"
    ENTITY_DROPPED = "entity-dropped"
    PERSON_NAME = "person-name"
    PERSON_FACT = "person-fact"
    MEETING_FACT = "meeting-fact"
    MEETING_TEXT = "meeting-text"
    DAY_MOVED = "day-moved"
    DAY_CHANGED = "day-changed"
    SESSION_PINNED = "session-pinned"
    DETAIL = "detail"
    DETAIL_HIDDEN = "detail-hidden"
    ROOM_ADDED = "room-added"
    ROOM_DROPPED = "room-dropped"
    OTHER_ROWS = "other-rows"


OF_THE_MEETING = frozenset(
    {ChangeKind.MEETING_FACT, ChangeKind.MEETING_TEXT, ChangeKind.DAY_MOVED, ChangeKind.DAY_CHANGED}
)
"""What concerns everybody."""

CONCERNING = frozenset(
    {
        ChangeKind.SESSION_DROPPED, ChangeKind.SESSION_PLACED, ChangeKind.SESSION_TAKEN_OFF, ChangeKind.SESSION_MOVED,
        ChangeKind.SESSION_LENGTH, ChangeKind.SESSION_ROOM, ChangeKind.ROOM_LINK, ChangeKind.SEAT_ADDED,
        ChangeKind.SEAT_DROPPED, ChangeKind.SEAT_HOLDER, ChangeKind.SEAT_NAMED, ChangeKind.SEAT_UNNAMED,
        ChangeKind.SEAT_ROLE,
    }
)  # fmt: skip
"""The changes that a speaker must hear of: time, role and link. Whoever sits in a new session has a new seat."""
