"""What the e-mail drafts say: who is meant, when they sit, until when they send their statement."""

from collections.abc import Iterable, Iterator, Sequence

from planner.export.clock_phrases import span_in_full, when_told
from planner.export.deadline import deadline_there, deadline_words
from planner.export.look import USUAL_LOOK, Look
from planner.export.seat_clocks import SeatClocks
from planner.export.seat_facts import is_open, zone_wanted
from planner.export.sheet_holders import Lines, is_known
from planner.export.sheet_steps import name_wanted, statement_by
from planner.models.agenda import Agenda
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.rules.seat_zones import zone_of_holder
from planner.wording import role_name, say

OldAndNew = tuple[SeatClocks | None, SeatClocks | None]
"""A seat as its holder knows it, and as it is now; None where there is none. One of the two is there."""


def sheet_mail(
    agenda: Agenda, holder: Holder, seats: Lines, name: str, look: Look = USUAL_LOOK, *, has_calendar: bool = True
) -> str:
    """The text that goes with a personal sheet and its calendar file; own words for whoever has no seat any more."""
    greeting = say("Dear {name},", name=name)
    if not seats:
        return _joined([greeting, *_without_seat(has_calendar=has_calendar), *_signature(agenda)])
    attached = say("Attached is your personal sheet.")
    if has_calendar:
        attached = say("Attached are your personal sheet and the entries for your calendar.")
    wanted = name_wanted(agenda, holder, seats)
    named = [wanted] if wanted else []
    return _joined([greeting, attached, *named, *_seats(seats, look), *_closing(agenda, holder, seats, look)])


def _without_seat(*, has_calendar: bool) -> Iterator[str]:
    if has_calendar:
        yield say("Your entries are cancelled: you no longer have a seat in this meeting.")
        yield say("The attached calendar file takes them out of your calendar.")
    else:
        yield say("You have no seat in this meeting at present.")


def letter_mail(
    agenda: Agenda,
    holder: Holder,
    sentences: Sequence[str],
    changed: Sequence[OldAndNew],
    seats: Lines,
    name: str,
    look: Look = USUAL_LOOK,
    *,
    has_calendar: bool = True,
) -> str:
    """The text that goes with a letter about changes: what changed, old and new hours of each session, what holds."""
    holds = say("This is what holds now.")
    if has_calendar:
        holds = say("This is what holds now. The attached entries bring your calendar up to date.")
    return _joined(
        [
            say("Dear {name},", name=name),
            say("The plan of the meeting has changed for you:"),
            "\n".join(f"- {sentence}" for sentence in sentences),
            *("\n".join(_old_and_new(old, new, look)) for old, new in changed),
            holds,
            *_seats(seats, look),
            *(_closing(agenda, holder, seats, look) if seats else _signature(agenda)),
        ]
    )


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _seats(seats: Lines, look: Look = USUAL_LOOK) -> Iterator[str]:
    if not seats:
        yield say("You have no seat in this meeting at present.")
    for line in seats:
        yield "\n".join(_seat(line, look))


def _seat(line: SeatClocks, look: Look) -> Iterator[str]:
    role = "" if line.seat is None else role_name(line.seat.role)
    yield say("{role}, {session}", role=role, session=session_heading(line.session))
    if line.seat is not None and is_open(line.seat):
        yield say("Your seat is not yet confirmed.")
    if line.meeting is None:
        yield say("When: {reason}", reason=when_told(line))
        return
    yield say("Meeting time: {time}", time=span_in_full(line.meeting, look))
    there = zone_wanted() if line.there is None else span_in_full(line.there, look)
    yield say("Your time: {time}", time=there)


def _old_and_new(old: SeatClocks | None, new: SeatClocks | None, look: Look) -> Iterator[str]:
    """The hours of a session that changed, before and now, on both clocks."""
    line = new or old
    assert line is not None
    yield session_heading(line.session)
    yield from _hours(old, say("Before"), look)
    yield from _hours(new, say("Now"), look)


def _hours(line: SeatClocks | None, when: str, look: Look) -> Iterator[str]:
    if line is None:
        yield say("{when}: no seat", when=when)
    elif line.meeting is None:
        yield say("{when}: {reason}", when=when, reason=when_told(line))
    else:
        yield say("{when}, meeting time: {time}", when=when, time=span_in_full(line.meeting, look))
        if line.there is not None:
            yield say("{when}, your time: {time}", when=when, time=span_in_full(line.there, look))


def _closing(agenda: Agenda, holder: Holder, seats: Lines, look: Look) -> Iterator[str]:
    words = deadline_words(agenda.meeting, look)
    if words:
        zone = zone_of_holder(agenda, *holder) if is_known(agenda, holder) else ""
        there = deadline_there(agenda.meeting, zone, look)
        in_their_time = [say("In your time: {moment}.", moment=there)] if there else []
        yield "\n".join([statement_by(words, seats), *in_their_time])
    yield from _signature(agenda)


def _signature(agenda: Agenda) -> Iterator[str]:
    if agenda.meeting.contact:
        yield say("Questions: {contact}", contact=agenda.meeting.contact)
    if agenda.meeting.title:
        yield agenda.meeting.title
