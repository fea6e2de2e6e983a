"""The floor of a session: when it begins, who may speak how long, how many fit, when the session is wrapped up."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.export.paper_parts import Bullets, ParagraphRole, Part, body, plain
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session
from planner.rules.budget import Budget, budget_of
from planner.wording import say, say_count, say_list


class Stretch(NamedTuple):
    """Minutes of a session that belong to no seat; ``start_minute`` is on the meeting's clock."""

    start_minute: int
    minutes: int


def has_floor(session: Session) -> bool:
    """Whether others than those with a seat are to speak."""
    planned = session.floor_states + session.floor_stakeholders
    return session.has_speakers and (session.kind is SessionKind.ROUNDTABLE or planned > 0)


def floor_of(agenda: Agenda, session: Session) -> Stretch | None:
    """What the seats leave until the wrap-up; None without an hour, a floor or any time for it."""
    budget = budget_of(agenda, session)
    seated = budget.leading_minutes + budget.speaker_minutes
    minutes = session.minutes - seated - session.wrap_up_minutes
    if session.start_minute is None or not has_floor(session) or minutes <= 0:
        return None
    return Stretch(session.start_minute + seated, minutes)


def wrap_up_of(session: Session) -> Stretch | None:
    """The last minutes of a session; None when it has none, or no hour."""
    if session.start_minute is None or not session.wrap_up_minutes:
        return None
    return Stretch(session.start_minute + session.minutes - session.wrap_up_minutes, session.wrap_up_minutes)


def floor_words(session: Session) -> str:
    """ "12 States and 5 stakeholders": how many interventions are planned; nothing when none is."""
    counted = []
    if session.floor_states:
        counted.append(say_count("{count} State", "{count} States", session.floor_states))
    if session.floor_stakeholders:
        counted.append(say_count("{count} stakeholder", "{count} stakeholders", session.floor_stakeholders))
    return say_list(counted)


def floor_rules(agenda: Agenda, session: Session) -> Iterator[Part]:
    """The limits on the floor, the handover, and how many interventions fit; without a floor, whether all seats do."""
    budget = budget_of(agenda, session)
    if has_floor(session):
        yield body(say("The floor"), ParagraphRole.SMALL_HEADING)
        lines = (*_limits(agenda, session), *_handover(agenda), *_room_left(budget))
        yield Bullets(tuple(plain(line) for line in lines))
    elif budget.over_run_minutes:
        yield body(_too_much(budget))


def _limits(agenda: Agenda, session: Session) -> Iterator[str]:
    budget = budget_of(agenda, session)
    yield say_count(
        "A State may speak for {count} minute.", "A State may speak for {count} minutes.", budget.state_limit_minutes
    )
    yield say_count(
        "A State that speaks for a group may speak for {count} minute.",
        "A State that speaks for a group may speak for {count} minutes.",
        agenda.meeting.group_limit_minutes,
    )
    yield say_count(
        "A stakeholder may speak for {count} minute.", "A stakeholder may speak for {count} minutes.",
        budget.stakeholder_limit_minutes,
    )  # fmt: skip


def _handover(agenda: Agenda) -> Iterator[str]:
    if agenda.meeting.handover_seconds:
        yield say_count(
            "Count {count} second between two speakers.", "Count {count} seconds between two speakers.",
            agenda.meeting.handover_seconds,
        )  # fmt: skip


def _room_left(budget: Budget) -> Iterator[str]:
    if budget.over_run_minutes:
        yield _too_much(budget)
    elif budget.more_states:
        yield say_count(
            "There is time for {count} more State.", "There is time for {count} more States.", budget.more_states
        )
    else:
        yield say("There is no time for more.")


def _too_much(budget: Budget) -> str:
    return say_count(
        "What is planned takes {count} minute more than there is: shorten or leave out.",
        "What is planned takes {count} minutes more than there are: shorten or leave out.",
        budget.over_run_minutes,
    )
