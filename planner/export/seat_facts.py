"""What somebody must know of a seat of theirs: role, hours on three clocks, order, who moderates, room and link."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.export.clock_phrases import span_in_full, utc_in_full, when_told
from planner.export.deadline import time_there
from planner.export.look import USUAL_LOOK, Look
from planner.export.paper_parts import SEPARATOR, Emphasis, Run, Runs, plain
from planner.export.seat_clocks import SeatClocks
from planner.export.seats_on_paper import addressed
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat
from planner.phrases import length, seat_holder
from planner.rules.budget import seat_starts
from planner.rules.seat_changes import holder_of
from planner.wording import role_heading, role_name, say


class Fact(NamedTuple):
    """What is told under a name; what is still open is set off."""

    name: str
    words: Runs

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.words)


def seat_facts(shown: Agenda, line: SeatClocks, look: Look = USUAL_LOOK) -> list[Fact]:
    """What there is to say of one seat; the role comes first."""
    return [fact for fact in _facts(shown, line, look) if fact.words]


def _facts(shown: Agenda, line: SeatClocks, look: Look) -> Iterator[Fact]:
    yield Fact(say("Your role"), plain(role_name(line.seat.role)) if line.seat is not None else ())
    if line.seat is not None and is_open(line.seat):
        yield Fact(say("Your seat"), plain(say("not yet confirmed"), Emphasis.OPEN))
    yield from _times(line, look)
    if line.seat is not None:
        yield from _place_in_session(shown, line, line.seat, look)
    room = None if line.session.room_id is None else shown.rooms[line.session.room_id]
    if room is not None:
        yield from (
            Fact(name, plain(text)) for name, text in ((say("Room"), room.name), (say("Link"), room.link)) if text
        )


def is_open(seat: Seat) -> bool:
    """Whether it is not confirmed yet."""
    return seat.state is not SeatState.CONFIRMED


def _times(line: SeatClocks, look: Look) -> Iterator[Fact]:
    if line.meeting is None or line.utc is None:
        yield Fact(say("When"), plain(when_told(line), Emphasis.OPEN))
        return
    yield Fact(say("Meeting time"), plain(span_in_full(line.meeting, look)))
    if line.there is None:
        yield Fact(say("Your time"), plain(zone_wanted(), Emphasis.OPEN))
    else:
        yield Fact(say("Your time"), plain(span_in_full(line.there, look)))
    yield Fact(say("UTC"), plain(utc_in_full(line.utc, look)))


def zone_wanted() -> str:
    return say("not known; please tell us your time zone")


def _place_in_session(shown: Agenda, line: SeatClocks, seat: Seat, look: Look) -> Iterator[Fact]:
    counting = [other for other in shown.seats_of(line.session.id) if other.counts]
    place = [other.id for other in counting].index(seat.id) + 1
    yield Fact(say("Order"), plain(_order_words(shown, line, place, len(counting), look)))
    yield Fact(say("Speaking time"), plain(_minutes(seat)))
    leading = (other for other in counting if other.role is Role.MODERATOR and holder_of(other) != holder_of(seat))
    moderators = [_moderator(shown, other) for other in leading]
    if moderators:
        yield Fact(role_heading(Role.MODERATOR, len(moderators)), _listed(moderators))


def _listed(names: list[Runs]) -> Runs:
    """As papers list the holders of a role."""
    first, *others = names
    return (*first, *(run for name in others for run in (Run(SEPARATOR), *name)))


def _moderator(shown: Agenda, seat: Seat) -> Runs:
    """ "H.E. Ms Anna Nowak", with what is still open of the seat set off."""
    person = shown.people.get(seat.person_id) if seat.person_id is not None else None
    name = seat_holder(shown, seat) if person is None else addressed(person)
    if person is None and seat.entity_id is None:
        return plain(name, Emphasis.OPEN)
    if is_open(seat):
        return (Run(name), Run(" "), Run(say("(to be confirmed)"), Emphasis.OPEN))
    return (
        plain(name) if person is not None else (Run(name), Run(" "), Run(say("(name to be announced)"), Emphasis.OPEN))
    )


def _minutes(seat: Seat) -> str:
    return length(seat.minutes) if seat.minutes else say("not limited")


def _order_words(shown: Agenda, line: SeatClocks, place: int, count: int, look: Look) -> str:
    starts = seat_starts(shown, line.session.id)
    minute = starts.get(line.seat.id) if line.seat is not None else None
    if minute is None or line.meeting is None:
        return say("number {place} of {count}", place=place, count=count)
    time = time_there(shown.meeting, line.iso_date, minute, shown.meeting.zone, look)
    there = on_their_clock(shown, line.zone, line.iso_date, minute, look)
    if not there:
        return say("number {place} of {count}, at about {time}", place=place, count=count, time=time)
    return say(
        "number {place} of {count}, at about {time} ({there} in {city})",
        place=place, count=count, time=time, there=there, city=zone_city(line.zone),
    )  # fmt: skip


def on_their_clock(shown: Agenda, zone: str, iso_date: str, minute: int, look: Look) -> str:
    """Empty for whoever lives by the meeting's clock, or by no known one."""
    if not zone or zone == shown.meeting.zone:
        return ""
    return time_there(shown.meeting, iso_date, minute, zone, look)
