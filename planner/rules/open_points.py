"""What is still open in a meeting, listed before a draft leaves the house."""

from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from planner.rules.register import sorted_out
from planner.wording import say_count


class OpenPoints(NamedTuple):
    """The clashes, and how many sessions have no hour, seats nobody's name, and seats no confirmation."""

    clashes: tuple[Finding, ...]
    unplaced_sessions: int
    seats_to_be_named: int
    unconfirmed_seats: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """One for each kind of open point; none when all is settled."""
        said = (
            (len(self.clashes), say_count("{count} clash", "{count} clashes", len(self.clashes))),
            (
                self.unplaced_sessions,
                say_count(
                    "{count} session is not placed yet", "{count} sessions are not placed yet", self.unplaced_sessions
                ),
            ),
            (
                self.seats_to_be_named,
                say_count("{count} seat has no name yet", "{count} seats have no name yet", self.seats_to_be_named),
            ),
            (
                self.unconfirmed_seats,
                say_count("{count} seat is not confirmed", "{count} seats are not confirmed", self.unconfirmed_seats),
            ),
        )
        return tuple(sentence for count, sentence in said if count)


def open_points_of(agenda: Agenda) -> OpenPoints:
    """The open points of a meeting; clashes that were accepted are settled."""
    return open_points(agenda, sorted_out(agenda, findings_of(agenda)).open)


def open_points(agenda: Agenda, findings: tuple[Finding, ...]) -> OpenPoints:
    """Of the findings only the clashes are taken."""
    seats = [seat for seat in agenda.seats.values() if seat.counts]
    return OpenPoints(
        tuple(finding for finding in findings if finding.level is Level.CLASH),
        len(agenda.sessions_to_place),
        sum(seat.person_id is None for seat in seats),
        sum(seat.state is not SeatState.CONFIRMED for seat in seats),
    )
