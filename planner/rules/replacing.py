"""What a replacement would change in the balance of a session."""

from dataclasses import dataclass, replace

from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.models.records import Seat
from planner.rules.balance import Aspect, balance_of


@dataclass(frozen=True, slots=True)
class BalanceShift:
    """The seats of one value of an aspect, before and after."""

    aspect: Aspect
    value: str
    before: int
    after: int


def balance_shifts(
    agenda: Agenda, seat: Seat, entity_id: int | None, person_id: int | None
) -> tuple[BalanceShift, ...]:
    """What differs in the seat's session once these hold it instead; the former holder counts, declined or not."""
    before = _counts(agenda, replace(seat, state=SeatState.PROPOSED))
    after = _counts(agenda, replace(seat, state=SeatState.PROPOSED, entity_id=entity_id, person_id=person_id))
    keys = dict.fromkeys((*before, *after))
    return tuple(
        BalanceShift(aspect, value, before.get((aspect, value), 0), after.get((aspect, value), 0))
        for aspect, value in keys
        if before.get((aspect, value), 0) != after.get((aspect, value), 0)
    )


def _counts(agenda: Agenda, seat: Seat) -> dict[tuple[Aspect, str], int]:
    balance = balance_of(agenda.with_records([("seats", seat.id, seat)]), seat.session_id)
    return {(aspect, share.value): share.seats for aspect, shares in balance.items() for share in shares}
