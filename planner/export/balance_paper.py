"""The balance of seats and speaking time as pages with charts: counted, never judged."""

from collections.abc import Iterator, Mapping, Sequence

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Bar,
    Bars,
    Column,
    Heading,
    PaperParts,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
)
from planner.export.profiles import Profile
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import session_heading
from planner.rules.balance import NOT_GIVEN, Aspect, Share, balance_of
from planner.rules.balance_names import aspect_name, value_name
from planner.rules.covering import columns_of
from planner.wording import say, say_count, say_list

Shares = Sequence[Share]


def balance_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Charts of the whole meeting, then a row a session with seats; an aspect that nothing is known of is left out."""
    empty = body(say("Nobody has a seat yet."), ParagraphRole.NOTE)
    internal = options.profile in {None, Profile.INTERNAL}
    kicker = say("Balance, internal") if internal else say("Balance")
    return paper_frame(agenda, options, kicker, tuple(_parts(agenda)) or (empty,))


def _parts(agenda: Agenda) -> Iterator[Part]:
    known = {aspect: shares for aspect, shares in balance_of(agenda).items() if is_known(shares)}
    if known:
        yield Heading(1, say("Whole meeting"))
        yield from (_chart(aspect, shares) for aspect, shares in known.items())
        yield Heading(1, say("By session"))
        yield _sessions(agenda, tuple(known))


def is_known(shares: Shares) -> bool:
    """Whether anything is known of an aspect: what readers must not see would read as never given."""
    return any(share.value != NOT_GIVEN for share in shares)


def _chart(aspect: Aspect, shares: Shares) -> Bars:
    bars = tuple(Bar(value_name(aspect, share.value), share.minutes, _words(share)) for share in shares)
    said = [say("{value}: {figures}", value=bar.label, figures=bar.words) for bar in bars]
    title = say("{aspect}, by speaking time", aspect=aspect_name(aspect))
    return Bars(title, bars, say("{title}. {figures}.", title=title, figures=say_list(said)))


def _words(share: Share) -> str:
    return say_count(
        "{minutes} min, {count} seat, {confirmed} confirmed", "{minutes} min, {count} seats, {confirmed} confirmed",
        share.seats, confirmed=share.confirmed_seats, minutes=share.minutes,
    )  # fmt: skip


def _sessions(agenda: Agenda, aspects: Sequence[Aspect]) -> Table:
    columns = (
        Column(say("Session"), 150, is_header=True), *(Column(aspect_name(aspect), 105) for aspect in aspects),
        Column(say("Seats"), 40, Align.END),
    )  # fmt: skip
    balances = ((session, balance_of(agenda, session.id)) for session in columns_of(agenda))
    rows = tuple(_row(session, balance, aspects) for session, balance in balances if _seats(balance))
    return Table(columns, rows, say("Seats of each session"))


def _seats(balance: Mapping[Aspect, Shares]) -> int:
    """Every seat is of one kind of entity, were it one that is not given."""
    return sum(share.seats for share in balance[Aspect.ENTITY_KIND])


def _row(session: Session, balance: Mapping[Aspect, Shares], aspects: Sequence[Aspect]) -> Row:
    counted = (
        tuple(body(_counted(aspect, share)) for share in balance[aspect]) for aspect in aspects
    )  # fmt: skip
    return Row(((body(session_heading(session)),), *counted, (body(str(_seats(balance))),)), session.id)


def _counted(aspect: Aspect, share: Share) -> str:
    return say("{value}: {count}", count=share.seats, value=value_name(aspect, share.value))
