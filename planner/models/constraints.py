"""What the columns of each table may hold, as SQL: the tables are made with it, and a file is checked against it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from planner.models.kinds import DraftKind, EntityKind, InterestState, Role, SeatState, SessionKind, StakeholderCategory


def _one_of(column: str, values: type[StrEnum]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


CHECKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "meeting": ("grid_minutes BETWEEN 1 AND 60",),
        "windows": ("0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",),
        "sessions": (
            _one_of("kind", SessionKind),
            "minutes > 0",
            "wrap_up_minutes >= 0",
            "pinned IN (0, 1)",
            "start_minute BETWEEN 0 AND 1440",
            "(day_id IS NULL) = (start_minute IS NULL) AND (day_id IS NULL) = (room_id IS NULL)",
        ),
        "entities": (_one_of("kind", EntityKind), _one_of("stakeholder_category", StakeholderCategory)),
        "interests": (_one_of("state", InterestState),),
        "wishes": (_one_of("role", Role), "preference >= 0"),
        "seats": (_one_of("role", Role), _one_of("state", SeatState), "minutes >= 0"),
        "availabilities": (
            "0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",
            "free IN (0, 1)",
            "own_clock IN (0, 1)",
        ),
        "drafts": (_one_of("kind", DraftKind), "(number > 0) = (kind = 'draft')"),
        "calendar_events": ("sequence >= 0", "cancelled IN (0, 1)"),
        "layouts": ("font_size BETWEEN 6 AND 14",),
        "told_apart": ("table_name IN ('people', 'entities')", "first_id < second_id"),
        "journal_steps": ("state IN (-1, 0, 1)",),
    }
)
"""Table -> conditions that hold for each row."""
