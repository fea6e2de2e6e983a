"""Lists of the meeting as workbooks: speakers a session, interests, coverage, balance."""

from collections.abc import Collection, Iterator

from planner.clock import format_minute
from planner.export.agenda_paper import AgendaOptions
from planner.export.balance_paper import is_known
from planner.export.profiles import Profile
from planner.export.workbooks import List, Row
from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, SeatState
from planner.models.records import Entity, Interest, Person, Seat, Session
from planner.phrases import session_name
from planner.rules.balance import Aspect, Share, balance_of
from planner.rules.balance_names import aspect_name, value_name
from planner.rules.covering import columns_of
from planner.rules.interests import reserve_order
from planner.rules.occupancy import entity_of
from planner.wording import (
    category_name,
    entity_kind_name,
    interest_state_name,
    role_name,
    say,
    seat_state_name,
)

Lists = list[List]


def speaker_lists(agenda: Agenda, options: AgendaOptions) -> Lists:
    """A row a seat that takes part, session by session in time order; ``start`` and ``end`` carry the zone."""
    zone = agenda.meeting.zone_label
    head: Row = (
        say("Date"), say("Start ({zone})", zone=zone), say("End ({zone})", zone=zone), say("Session"), say("Title"),
        say("Order"), say("Role"), say("Honorific"), say("Given name"), say("Family name"), say("Function"),
        say("Entity"), say("Minutes"), say("State"),
    )  # fmt: skip
    sessions = (*agenda.placed_sessions, *agenda.sessions_to_place)
    states = options.profile is Profile.INTERNAL
    rows = (row for session in sessions for row in _speakers(agenda, session, shows_states=states))
    return [List(say("Speakers"), [head, *rows], frozen_columns=4)]


def _speakers(agenda: Agenda, session: Session, *, shows_states: bool) -> Iterator[Row]:
    seats = [seat for seat in agenda.seats_of(session.id) if seat.counts]
    name = session_name(session)
    title = "" if session.title == name else session.title
    for order, seat in enumerate(seats, start=1):
        holder = _person_cells(None if seat.person_id is None else agenda.people[seat.person_id])
        state = seat_state_name(seat.state) if shows_states else _open_state(seat)
        yield (
            *_when(agenda, session), name, title, order, role_name(seat.role),
            *holder, _entity_name(agenda, seat), seat.minutes, state,
        )  # fmt: skip


def _open_state(seat: Seat) -> str:
    return say("confirmed") if seat.state is SeatState.CONFIRMED else say("to be confirmed")


def _when(agenda: Agenda, session: Session) -> tuple[str, str, str]:
    if session.day_id is None or session.start_minute is None:
        return say("To place"), "", ""
    end = session.start_minute + session.minutes
    return agenda.days[session.day_id].date, format_minute(session.start_minute), format_minute(end)


def _person_cells(person: Person | None) -> tuple[str, str, str, str]:
    return ("", "", "", "") if person is None else (
        person.honorific, person.given_name, person.family_name, person.function
    )  # fmt: skip


def _entity_name(agenda: Agenda, seat: Seat) -> str:
    entity_id = entity_of(agenda, seat)
    return "" if entity_id is None else agenda.entities[entity_id].name


def interest_lists(agenda: Agenda, options: AgendaOptions) -> Lists:  # noqa: ARG001  # all or nothing, as redacted
    """A row a role wanted in a session; an interest without any has a row too."""
    head: Row = (
        say("Entity"), say("Kind of entity"), say("Stakeholder category"), say("Country"), say("Honorific"),
        say("Given name"), say("Family name"), say("Function"), say("Received"), say("State"), say("Reserve place"),
        say("Session"), say("Role"), say("Preference"), say("Source"), say("Note"),
    )  # fmt: skip
    places = {row.id: place for place, row in enumerate(reserve_order(agenda.interests.values()), start=1)}
    rows = (row for interest in agenda.interests.values() for row in _wishes(agenda, interest, places))
    return [List(say("Interests"), [head, *rows], frozen_columns=1)]


def _wishes(agenda: Agenda, interest: Interest, places: dict[int, int]) -> Iterator[Row]:
    person = None if interest.person_id is None else agenda.people[interest.person_id]
    entity = None if interest.entity_id is None else agenda.entities[interest.entity_id]
    place = places[interest.id] if interest.state is InterestState.RESERVE else ""
    start: Row = (
        *_entity_cells(entity), *_person_cells(person),
        interest.received, interest_state_name(interest.state), place,
    )  # fmt: skip
    end: Row = (interest.source, interest.note)
    wishes = agenda.wishes_of(interest.id)
    for wish in wishes:
        preference = wish.preference or ""
        yield (*start, session_name(agenda.sessions[wish.session_id]), role_name(wish.role), preference, *end)
    if not wishes:
        yield (*start, "", "", "", *end)


def _entity_cells(entity: Entity | None) -> tuple[str, str, str, str]:
    if entity is None:
        return ("", "", "", "")
    category = category_name(entity.stakeholder_category) if entity.stakeholder_category else ""
    return entity.name, entity_kind_name(entity.kind), category, entity.country_code


def coverage_lists(agenda: Agenda, options: AgendaOptions) -> Lists:  # noqa: ARG001  # nothing in it to choose
    """A row an objective, a column a session: a cross where it is covered; then how often it is."""
    sessions = columns_of(agenda)
    names = (session_name(session) for session in sessions)
    head: Row = (say("Objective"), say("Title"), *names, say("Sessions"))
    rows: list[Row] = []
    for objective in sorted(agenda.objectives.values(), key=lambda row: row.number):
        covering = {session.id for session in agenda.sessions_by_objective.get(objective.id, ())}
        crosses = ("x" if session.id in covering else "" for session in sessions)
        rows.append((objective.number, objective.title or objective.short_title, *crosses, len(covering)))
    return [List(say("Coverage"), [head, *rows], frozen_columns=2)]


def balance_lists(agenda: Agenda, options: AgendaOptions) -> Lists:  # noqa: ARG001  # nothing in it to choose
    """A row a value of an aspect of which something is known, for the whole meeting and each session with seats."""
    head: Row = (
        say("Session"), say("By"), say("Value"), say("Confirmed seats"), say("Open seats"),
        say("Confirmed minutes"), say("Open minutes"),
    )  # fmt: skip
    known = frozenset(aspect for aspect, shares in balance_of(agenda).items() if is_known(shares))
    rows = [*_shares(agenda, None, known)]
    for session in columns_of(agenda):
        rows.extend(_shares(agenda, session, known))
    return [List(say("Balance"), [head, *rows], frozen_columns=1)]


def _shares(agenda: Agenda, session: Session | None, known: Collection[Aspect]) -> Iterator[Row]:
    name = say("Whole meeting") if session is None else session_name(session)
    for aspect, shares in balance_of(agenda, None if session is None else session.id).items():
        for share in shares if aspect in known else ():
            yield (name, aspect_name(aspect), value_name(aspect, share.value), *_figures(share))


def _figures(share: Share) -> tuple[int, int, int, int]:
    return share.confirmed_seats, share.open_seats, share.confirmed_minutes, share.open_minutes
