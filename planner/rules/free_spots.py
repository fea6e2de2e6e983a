"""Where a session of a given length could go."""

from planner.models.agenda import Agenda
from planner.models.records import Spot


def first_free_spot(agenda: Agenda, day_id: int, minutes: int) -> Spot:
    """The earliest spot of a day in which no room is taken; else the start of its first window, where it may clash.

    Rooms are tried in their order.
    """
    windows, rooms = agenda.windows_of(day_id), agenda.rooms_in_order
    for room in rooms:
        busy = [
            (session.start_minute or 0, (session.start_minute or 0) + session.minutes)
            for session in agenda.sessions_on(day_id)
            if session.room_id == room.id
        ]
        for window in windows:
            start = window.start_minute
            for taken_from, taken_to in sorted(busy):
                if taken_from < start + minutes and start < taken_to:
                    start = taken_to
            if start + minutes <= window.end_minute:
                return Spot(day_id, start, room.id)
    return Spot(day_id, windows[0].start_minute if windows else 0, rooms[0].id)


def spot_beside(agenda: Agenda, spot: Spot, columns: int) -> Spot | None:
    """The same hour, so many rooms to the right (or left, when negative), going on into the next day."""
    order = [(day.id, room.id) for day in agenda.days_in_order for room in agenda.rooms_in_order]
    index = order.index((spot.day_id, spot.room_id)) + columns
    if not 0 <= index < len(order):
        return None
    day_id, room_id = order[index]
    return Spot(day_id, spot.start_minute, room_id)
