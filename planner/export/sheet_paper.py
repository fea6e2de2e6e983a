"""The personal sheet: each seat of a person on three clocks, the deadline, and what to do before it begins."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.export.agenda_paper import AgendaOptions
from planner.export.clock_phrases import span_in_full, utc_in_full, why_unknown
from planner.export.deadline import deadline_there, deadline_words, time_there
from planner.export.isolates import isolated
from planner.export.look import USUAL_LOOK, Look
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Bullets,
    Column,
    Heading,
    PaperParts,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
    plain,
)
from planner.export.profiles import Profile, redacted
from planner.export.seat_clocks import SeatClocks
from planner.export.seats_on_paper import addressed
from planner.export.sheet_holders import Lines, address_name, in_order_of_names, is_known, seats_by_holder
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat
from planner.phrases import length, seat_holder, session_heading, session_name
from planner.rules.budget import seat_starts
from planner.rules.change import Holder
from planner.rules.seat_zones import zone_of_holder
from planner.wording import role_heading, role_name, say, say_list

MINUTES_BEFORE = 15
Fact = tuple[str, str]


def for_participants(agenda: Agenda, options: AgendaOptions) -> Agenda:
    """What sheets and letters are made of: what delegations see, unless another profile was chosen."""
    return redacted(agenda, options.profile or Profile.DELEGATIONS)


def combined_sheets(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """All sheets as one paper, each beginning a page; only those of ``options.holders`` where some are given."""
    shown = for_participants(agenda, options)
    seats = seats_by_holder(shown)
    holders = in_order_of_names(shown, options.holders or seats)
    papers = [
        sheet_parts(shown, holder, seats.get(holder, ()), options.chosen_look, address_name(agenda, holder))
        for holder in holders
    ]
    parts = tuple(part for paper in papers for part in paper)
    if not parts:
        parts = (body(say("Nobody holds a seat yet.")),)
    return paper_frame(shown, options, say("Personal sheets"), (*_without_break(parts[0]), *parts[1:]))


def _without_break(part: Part) -> tuple[Part]:
    """The first sheet stands under the title of the paper."""
    return (replace(part, starts_page=False) if isinstance(part, Heading) else part,)


def personal_sheet(shown: Agenda, options: AgendaOptions, holder: Holder, seats: Lines, name: str = "") -> PaperParts:
    """One sheet as a paper of its own; ``shown`` is what ``for_participants`` leaves."""
    first, *others = sheet_parts(shown, holder, seats, options.chosen_look, name)
    return paper_frame(shown, options, say("Personal sheet"), (*_without_break(first), *others))


def sheet_parts(
    shown: Agenda, holder: Holder, seats: Lines, look: Look = USUAL_LOOK, name: str = ""
) -> tuple[Part, ...]:
    """Name and function, the seats, the deadline, what to do before; ``name`` of those who are not ``shown``."""
    return (
        Heading(1, name or address_name(shown, holder), starts_page=True),
        *(_function(shown, holder) if seats else ()),
        *seats_parts(shown, seats, look),
        *(_deadline(shown, holder, look) if seats else ()),
        *_before(shown, seats, look),
        *_contact(shown),
    )


def _function(shown: Agenda, holder: Holder) -> Iterator[Part]:
    person_id, entity_id = holder
    if person_id is None:
        if entity_id in shown.entities:
            yield body(say("Nobody is named yet: please tell us who will take the seat."), ParagraphRole.LEAD)
    elif person_id in shown.people:
        person = shown.people[person_id]
        entity = "" if person.entity_id is None else shown.entities[person.entity_id].name
        words = ", ".join(isolated(text) for text in (person.function, entity) if text)
        if words:
            yield body(words, ParagraphRole.LEAD)


def seats_parts(shown: Agenda, seats: Lines, look: Look = USUAL_LOOK) -> Iterator[Part]:
    """Each session with a table of what the person must know of it."""
    if not seats:
        yield body(say("You have no seat in this meeting at present."))
    for line in seats:
        heading = session_heading(line.session)
        yield Heading(2, heading, line.session.id)
        columns = (Column("", 1, is_header=True), Column("", 3.6))
        rows = tuple(
            Row(((body(name),), (body(text),)), line.session.id) for name, text in seat_facts(shown, line, look)
        )  # fmt: skip
        yield Table(columns, rows, say("Your seat in {session}", session=heading))


def seat_facts(shown: Agenda, line: SeatClocks, look: Look = USUAL_LOOK) -> list[Fact]:
    """What there is to say of one seat, each with its name; the role comes first."""
    facts = [(say("Your role"), role_name(line.seat.role) if line.seat is not None else ""), *_times(line, look)]
    if line.seat is not None:
        facts += _place_in_session(shown, line, line.seat, look)
    if line.session.room_id is not None:
        room = shown.rooms[line.session.room_id]
        facts += [(name, text) for name, text in ((say("Room"), room.name), (say("Link"), room.link)) if text]
    return facts


def _times(line: SeatClocks, look: Look) -> list[Fact]:
    if line.meeting is None or line.utc is None:
        return [(say("When"), why_unknown(line))]
    there = say("not known: please tell us your time zone") if line.there is None else span_in_full(line.there, look)
    return [
        (say("Meeting time"), span_in_full(line.meeting, look)),
        (say("Your time"), there),
        (say("UTC"), utc_in_full(line.utc, look)),
    ]


def _place_in_session(shown: Agenda, line: SeatClocks, seat: Seat, look: Look) -> list[Fact]:
    counting = [other for other in shown.seats_of(line.session.id) if other.counts]
    place = [other.id for other in counting].index(seat.id) + 1
    order = _order_words(shown, line, place, len(counting), look)
    facts = [(say("Order"), order), (say("Speaking time"), _minutes(seat))]
    moderators = [_moderator(shown, other) for other in counting if other.role is Role.MODERATOR and other != seat]
    if moderators:
        facts.append((role_heading(Role.MODERATOR, len(moderators)), say_list(moderators)))
    return facts


def _moderator(shown: Agenda, seat: Seat) -> str:
    """ "H.E. Ms Anna Nowak", with what is still open of the seat."""
    person = shown.people.get(seat.person_id) if seat.person_id is not None else None
    name = seat_holder(shown, seat) if person is None else addressed(person)
    if person is None and seat.entity_id is None:
        return name
    if seat.state is not SeatState.CONFIRMED:
        return say("{name} (to be confirmed)", name=name)
    return name if person is not None else say("{entity} (name to be announced)", entity=name)


def _minutes(seat: Seat) -> str:
    return length(seat.minutes) if seat.minutes else say("not limited")


def _order_words(shown: Agenda, line: SeatClocks, place: int, count: int, look: Look) -> str:
    starts = seat_starts(shown, line.session.id)
    minute = starts.get(line.seat.id) if line.seat is not None else None
    if minute is None or line.meeting is None:
        return say("number {place} of {count}", place=place, count=count)
    time = time_there(shown.meeting, line.iso_date, minute, shown.meeting.zone, look)
    there = _on_their_clock(shown, line, minute, look)
    if not there:
        return say("number {place} of {count}, at about {time}", place=place, count=count, time=time)
    return say(
        "number {place} of {count}, at about {time} ({there} in {city})",
        place=place, count=count, time=time, there=there, city=zone_city(line.zone),
    )  # fmt: skip


def _on_their_clock(shown: Agenda, line: SeatClocks, minute: int, look: Look) -> str:
    """Empty for whoever lives by the meeting's clock, or by no known one."""
    if not line.zone or line.zone == shown.meeting.zone:
        return ""
    return time_there(shown.meeting, line.iso_date, minute, line.zone, look)


def _deadline(shown: Agenda, holder: Holder, look: Look) -> Iterator[Part]:
    words = deadline_words(shown.meeting, look)
    if not words:
        return
    zone = zone_of_holder(shown, *holder) if is_known(shown, holder) else ""
    yield Heading(2, say("Your statement"))
    yield body(say("Please send your statement by {moment}.", moment=words))
    there = deadline_there(shown.meeting, zone, look)
    if there:
        yield body(say("In your time: {moment}.", moment=there))


def _before(shown: Agenda, seats: Lines, look: Look) -> Iterator[Part]:
    steps = list(_joining(shown, seats, look))
    if steps:
        yield Heading(2, say("{count} minutes before", count=MINUTES_BEFORE))
        yield Bullets(tuple(map(plain, (*steps, *_what_to_do()))), numbered=True)


def _joining(shown: Agenda, seats: Lines, look: Look) -> Iterable[str]:
    said: set[int] = set()
    for line in seats:
        if line.meeting is None or line.session.id in said:
            continue
        said.add(line.session.id)
        minute = (line.session.start_minute or 0) - MINUTES_BEFORE
        values = {
            "session": session_name(line.session),
            "time": time_there(shown.meeting, line.iso_date, minute, shown.meeting.zone, look),
        }
        there = _on_their_clock(shown, line, minute, look)
        if there:
            city = zone_city(line.zone)
            yield say("{session}: be in the room at {time} ({there} in {city}).", there=there, city=city, **values)
        else:
            yield say("{session}: be in the room at {time}.", **values)


def _what_to_do() -> tuple[str, ...]:
    return (
        say("Join with the name of your delegation or organization before your own."),
        say("Choose the language in which you speak; test camera, sound and microphone, then mute it."),
        say("Have your statement at hand, and tell the moderator in the chat that you are there."),
    )


def _contact(shown: Agenda) -> Iterator[Part]:
    if shown.meeting.contact:
        yield body(say("Questions: {contact}", contact=shown.meeting.contact), ParagraphRole.NOTE)
