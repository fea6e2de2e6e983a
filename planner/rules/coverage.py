"""What is still missing or doubled: moderators, confirmed speakers, objectives."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Objective, Seat, Session
from planner.phrases import session_name
from planner.rules.finding import LATER_THAN_ALL, Finding, Later, Level, TimedFinding
from planner.rules.identity import Same
from planner.rules.saying import WhenFacts, moment_of, when_facts, when_words
from planner.wording import say, say_count, say_list

_SPEAKING = (Role.SPEAKER, Role.PANELLIST)
_CEREMONIES = (SessionKind.OPENING, SessionKind.CLOSING)


def gaps_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """Every warning and note about what is missing or doubled."""
    yield from _moderators_missing(agenda)
    yield from _speakers_missing(agenda)
    yield from _objectives_waiting(agenda)
    yield from _objectives_twice(agenda)


class _Served(NamedTuple):
    """How many moderators and how many confirmed speakers a session has; the ids of those with a confirmed chair."""

    moderators: Counter[int]
    speakers: Counter[int]
    chaired: frozenset[int]


@lru_cache(maxsize=2)
def _served(seats: Same[Mapping[int, Seat]]) -> _Served:
    """Moving sessions leaves seats as they are: they are looked through once."""
    held = (seat for seat in seats.thing.values() if seat.entity_id is not None or seat.person_id is not None)
    counting = [seat for seat in held if seat.counts]
    confirmed = [seat for seat in counting if seat.state is SeatState.CONFIRMED]
    return _Served(
        Counter(seat.session_id for seat in counting if seat.role is Role.MODERATOR),
        Counter(seat.session_id for seat in confirmed if seat.role in _SPEAKING),
        frozenset(seat.session_id for seat in confirmed if seat.role is Role.CHAIR),
    )


def _moderators_missing(agenda: Agenda) -> Iterator[TimedFinding]:
    moderators = _served(Same(agenda.seats)).moderators
    for session in agenda.sessions.values():
        target = session.target_moderators
        if session.kind is SessionKind.ROUNDTABLE and moderators.get(session.id, 0) < target:
            yield _without_moderator(agenda, session, moderators.get(session.id, 0))


def _without_moderator(agenda: Agenda, session: Session, held: int) -> TimedFinding:
    title = say("Moderators missing") if held else say("No moderator")
    sentence = Later(_moderators_sentence, session, when_facts(agenda, session), held)
    return _of_session(agenda, session, "no-moderator", title, sentence)


def _moderators_sentence(session: Session, when: WhenFacts, held: int) -> str:
    values = {"session": session_name(session), "when": when_words(session, when)}
    if not held:
        return say("{session}, {when}, has no moderator.", **values)
    return say(
        "{session}, {when}, has {held} of {target} moderators.", held=held, target=session.target_moderators, **values
    )


def _speakers_missing(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning where nobody is confirmed, a note where fewer are than the target; nothing is due at a target of 0."""
    speakers, chaired = _served(Same(agenda.seats)).speakers, _served(Same(agenda.seats)).chaired
    for session in agenda.sessions.values():
        confirmed = speakers.get(session.id, 0)
        if confirmed >= session.target_speakers or not session.has_speakers:
            continue
        if confirmed or (session.kind in _CEREMONIES and session.id in chaired):
            yield _fewer_speakers(agenda, session, confirmed)
        else:
            yield _without_speaker(agenda, session)


def _without_speaker(agenda: Agenda, session: Session) -> TimedFinding:
    sentence = Later(_no_speaker_sentence, session, when_facts(agenda, session))
    return _of_session(agenda, session, "no-confirmed-speaker", say("No confirmed speaker"), sentence)


def _no_speaker_sentence(session: Session, when: WhenFacts) -> str:
    return say(
        "{session}, {when}, has no confirmed speaker.", session=session_name(session), when=when_words(session, when)
    )


def _fewer_speakers(agenda: Agenda, session: Session, confirmed: int) -> TimedFinding:
    sentence = Later(_fewer_speakers_sentence, session, when_facts(agenda, session), confirmed)
    title = say("Speakers not confirmed")
    return moment_of(agenda, session), Finding("few-confirmed-speakers", Level.NOTE, title, sentence, (session.id,))


def _fewer_speakers_sentence(session: Session, when: WhenFacts, confirmed: int) -> str:
    return say_count(
        "{session}, {when}: {confirmed} of {count} speaker confirmed.",
        "{session}, {when}: {confirmed} of {count} speakers confirmed.",
        session.target_speakers, session=session_name(session), when=when_words(session, when), confirmed=confirmed,
    )  # fmt: skip


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
        moment = min(moment_of(agenda, session) for session in sessions)
        yield moment, _of_objectives("objective-twice", title, sentence, sessions, objectives)


def _numbers(objectives: Sequence[Objective]) -> str:
    return say_list([str(objective.number) for objective in objectives])


def _of_session(agenda: Agenda, session: Session, rule: str, title: str, sentence: Later) -> TimedFinding:
    return moment_of(agenda, session), Finding(rule, Level.WARNING, title, sentence, (session.id,))


def _of_objectives(
    rule: str, title: str, sentence: str, sessions: Sequence[Session], objectives: Sequence[Objective]
) -> Finding:
    session_ids = tuple(session.id for session in sessions)
    return Finding(
        rule, Level.WARNING, title, sentence, session_ids, (), tuple(objective.id for objective in objectives)
    )
