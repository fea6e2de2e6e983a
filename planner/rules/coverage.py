"""What is still missing or doubled: moderators, confirmed speakers, objectives."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Objective, Seat, Session
from planner.phrases import session_name, span_with_zone
from planner.rules.finding import LATER_THAN_ALL, Finding, Level, Moment, TimedFinding
from planner.rules.identity import Same
from planner.rules.occupancy import occupancy_of
from planner.wording import say, say_count, say_list

_SPEAKING = (Role.SPEAKER, Role.PANELLIST)
_CEREMONIES = (SessionKind.OPENING, SessionKind.CLOSING)


def gaps_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """Every warning of the meeting."""
    yield from _sessions_without_moderator(agenda)
    yield from _sessions_without_speaker(agenda)
    yield from _objectives_waiting(agenda)
    yield from _objectives_twice(agenda)


class _Served(NamedTuple):
    """The ids of sessions with a moderator, with a confirmed speaker, with a confirmed chair."""

    moderated: frozenset[int]
    spoken: frozenset[int]
    chaired: frozenset[int]


@lru_cache(maxsize=2)
def _served(seats: Same[Mapping[int, Seat]]) -> _Served:
    """Moving sessions leaves seats as they are: they are looked through once."""
    counting = [seat for seat in seats.thing.values() if seat.counts]
    confirmed = [seat for seat in counting if seat.state is SeatState.CONFIRMED]
    return _Served(
        frozenset(seat.session_id for seat in counting if seat.role is Role.MODERATOR),
        frozenset(seat.session_id for seat in confirmed if seat.role in _SPEAKING),
        frozenset(seat.session_id for seat in confirmed if seat.role is Role.CHAIR),
    )


def _sessions_without_moderator(agenda: Agenda) -> Iterator[TimedFinding]:
    moderated = _served(Same(agenda.seats)).moderated
    for session in agenda.sessions.values():
        if session.kind is SessionKind.ROUNDTABLE and session.id not in moderated:
            sentence = say(
                "{session}, {when}, has no moderator.", session=session_name(session), when=_when(agenda, session)
            )
            yield _of_session(agenda, session, "no-moderator", say("No moderator"), sentence)


def _sessions_without_speaker(agenda: Agenda) -> Iterator[TimedFinding]:
    spoken, chaired = _served(Same(agenda.seats)).spoken, _served(Same(agenda.seats)).chaired
    for session in agenda.sessions.values():
        served = session.id in spoken or (session.kind in _CEREMONIES and session.id in chaired)
        if not served and session.has_speakers:
            sentence = say(
                "{session}, {when}, has no confirmed speaker.",
                session=session_name(session), when=_when(agenda, session),
            )  # fmt: skip
            yield _of_session(agenda, session, "no-confirmed-speaker", say("No confirmed speaker"), sentence)


def _objectives_waiting(agenda: Agenda) -> Iterator[TimedFinding]:
    """Objectives in no placed session: one finding for all that wait for the same sessions."""
    waiting: dict[tuple[Session, ...], list[Objective]] = {}
    for objective in agenda.objectives_in_order:
        sessions = agenda.sessions_by_objective.get(objective.id, ())
        if all(session.day_id is None for session in sessions):
            waiting.setdefault(sessions, []).append(objective)
    for sessions, objectives in waiting.items():
        sentence = _waiting_sentence(objectives, sessions) if sessions else _nowhere_sentence(objectives)
        title = say_count("Objective not covered", "Objectives not covered", len(objectives))
        yield LATER_THAN_ALL, _of_objectives("objective-not-covered", title, sentence, sessions, objectives)


def _waiting_sentence(objectives: Sequence[Objective], sessions: Sequence[Session]) -> str:
    names = say_list([session_name(session) for session in sessions])
    if len(sessions) == 1:
        return say_count(
            "Objective {numbers} is not covered: {session} is not placed yet.",
            "Objectives {numbers} are not covered: {session} is not placed yet.",
            len(objectives), numbers=_numbers(objectives), session=names,
        )  # fmt: skip
    return say_count(
        "Objective {numbers} is not covered: {sessions} are not placed yet.",
        "Objectives {numbers} are not covered: {sessions} are not placed yet.",
        len(objectives), numbers=_numbers(objectives), sessions=names,
    )  # fmt: skip


def _nowhere_sentence(objectives: Sequence[Objective]) -> str:
    return say_count(
        "Objective {numbers} is in no session.", "Objectives {numbers} are in no session.",
        len(objectives), numbers=_numbers(objectives),
    )  # fmt: skip


def _objectives_twice(agenda: Agenda) -> Iterator[TimedFinding]:
    """Objectives in several sessions, placed or not: one finding for all that share the same sessions."""
    shared: dict[tuple[Session, ...], list[Objective]] = {}
    for objective in agenda.objectives_in_order:
        sessions = agenda.sessions_by_objective.get(objective.id, ())
        if len(sessions) > 1:
            shared.setdefault(sessions, []).append(objective)
    for sessions, objectives in shared.items():
        sentence = say_count(
            "Objective {numbers} is {places}.", "Objectives {numbers} are {places}.", len(objectives),
            numbers=_numbers(objectives),
            places=say_list([say("in {session}", session=session_name(session)) for session in sessions]),
        )  # fmt: skip
        title = say_count("Objective covered twice", "Objectives covered twice", len(objectives))
        moment = min(_moment(agenda, session) for session in sessions)
        yield moment, _of_objectives("objective-twice", title, sentence, sessions, objectives)


def _numbers(objectives: Sequence[Objective]) -> str:
    return say_list([str(objective.number) for objective in objectives])


def _when(agenda: Agenda, session: Session) -> str:
    return span_with_zone(agenda, session.spot, session.minutes) if session.spot else say("not placed yet")


def _moment(agenda: Agenda, session: Session) -> Moment:
    placement = occupancy_of(agenda).placements.get(session.id)
    return (placement.day_index, placement.start_minute) if placement else LATER_THAN_ALL


def _of_session(agenda: Agenda, session: Session, rule: str, title: str, sentence: str) -> TimedFinding:
    return _moment(agenda, session), Finding(rule, Level.WARNING, title, sentence, (session.id,))


def _of_objectives(
    rule: str, title: str, sentence: str, sessions: Sequence[Session], objectives: Sequence[Objective]
) -> Finding:
    session_ids = tuple(session.id for session in sessions)
    return Finding(
        rule, Level.WARNING, title, sentence, session_ids, (), tuple(objective.id for objective in objectives)
    )
