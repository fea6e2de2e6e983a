"""The balance of seats and speaking time as pages with charts: counted, never judged."""

from collections.abc import Iterator

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
from planner.models.agenda import Agenda
from planner.phrases import session_heading
from planner.rules.balance import Aspect, Share, balance_of
from planner.rules.balance_names import aspect_name, value_name
from planner.rules.covering import columns_of
from planner.wording import say, say_count, say_list


def balance_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Charts of the whole meeting, then a table for each session with seats."""
    whole = tuple(_charts(agenda))
    if not whole:
        empty = (body(say("Nobody has a seat yet."), ParagraphRole.NOTE),)
        return paper_frame(agenda, options, say("Balance"), empty)
    parts: list[Part] = [Heading(1, say("Whole meeting")), *whole, Heading(1, say("By session"), starts_page=True)]
    for session in columns_of(agenda):
        rows = tuple(_rows(agenda, session.id))
        if rows:
            title = session_heading(session)
            parts += [
                Heading(2, title, session.id),
                Table(_columns(), rows, say("Balance of {session}", session=title)),
            ]
    return paper_frame(agenda, options, say("Balance"), tuple(parts))


def _charts(agenda: Agenda) -> Iterator[Part]:
    for aspect, shares in balance_of(agenda).items():
        held = [share for share in shares if share.seats]
        if held:
            bars = tuple(Bar(value_name(aspect, share.value), share.seats, _words(share)) for share in held)
            said = [say("{value}: {figures}", value=bar.label, figures=bar.words) for bar in bars]
            title = aspect_name(aspect)
            yield Bars(title, bars, say("{title}. {figures}.", title=title, figures=say_list(said)))


def _words(share: Share) -> str:
    return say_count(
        "{count} seat, {confirmed} confirmed, {minutes} min", "{count} seats, {confirmed} confirmed, {minutes} min",
        share.seats, confirmed=share.confirmed_seats, minutes=share.minutes,
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    return (
        Column(say("By"), 110), Column(say("Value"), 200, is_header=True), Column(say("Confirmed"), 60, Align.END),
        Column(say("Open"), 50, Align.END), Column(say("Minutes"), 60, Align.END),
    )  # fmt: skip


def _rows(agenda: Agenda, session_id: int) -> Iterator[Row]:
    for aspect, shares in balance_of(agenda, session_id).items():
        for place, share in enumerate(share for share in shares if share.seats):
            yield _row(aspect, share, names_aspect=place == 0)


def _row(aspect: Aspect, share: Share, *, names_aspect: bool) -> Row:
    figures = (share.confirmed_seats, share.open_seats, share.minutes)
    return Row(
        (
            (body(aspect_name(aspect) if names_aspect else ""),), (body(value_name(aspect, share.value)),),
            *((body(str(figure)),) for figure in figures),
        )
    )  # fmt: skip
