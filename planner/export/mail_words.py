"""What the e-mail drafts say: who is meant, when they sit, until when they send their statement."""

from collections.abc import Iterable, Iterator, Sequence

from planner.export.clock_phrases import span_in_full, why_unknown
from planner.export.deadline import deadline_there, deadline_words
from planner.export.seat_clocks import SeatClocks
from planner.export.sheet_holders import Lines, address_name, is_known
from planner.models.agenda import Agenda
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.rules.seat_zones import zone_of_holder
from planner.wording import role_name, say


def sheet_mail(agenda: Agenda, holder: Holder, seats: Lines) -> str:
    """The text that goes with a personal sheet and its calendar file."""
    return _joined(
        [
            say("Dear {name},", name=address_name(agenda, holder)),
            say("Attached are your personal sheet and the entries for your calendar."),
            *_seats(seats),
            *_closing(agenda, holder),
        ]
    )


def letter_mail(agenda: Agenda, holder: Holder, sentences: Sequence[str], seats: Lines, name: str) -> str:
    """The text that goes with a letter about changes."""
    return _joined(
        [
            say("Dear {name},", name=name),
            say("The plan of the meeting has changed for you:"),
            "\n".join(f"- {sentence}" for sentence in sentences),
            say("This is what holds now. The attached entries bring your calendar up to date."),
            *_seats(seats),
            *_closing(agenda, holder),
        ]
    )


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _seats(seats: Lines) -> Iterator[str]:
    if not seats:
        yield say("You have no seat in this meeting at present.")
    for line in seats:
        yield "\n".join(_seat(line))


def _seat(line: SeatClocks) -> Iterator[str]:
    role = "" if line.seat is None else role_name(line.seat.role)
    yield say("{role}, {session}", role=role, session=session_heading(line.session))
    if line.meeting is None:
        yield say("When: {reason}", reason=why_unknown(line))
        return
    yield say("Meeting time: {time}", time=span_in_full(line.meeting))
    if line.there is not None:
        yield say("Your time: {time}", time=span_in_full(line.there))


def _closing(agenda: Agenda, holder: Holder) -> Iterator[str]:
    words = deadline_words(agenda.meeting)
    if words:
        yield say("Please send your statement by {moment}.", moment=words)
        there = deadline_there(agenda.meeting, zone_of_holder(agenda, *holder) if is_known(agenda, holder) else "")
        if there:
            yield say("In your time: {moment}.", moment=there)
    if agenda.meeting.contact:
        yield say("Questions: {contact}", contact=agenda.meeting.contact)
    if agenda.meeting.title:
        yield agenda.meeting.title
