"""What a block says: the words on it, its badge, and what a screen reader hears."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.clock import format_span
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from planner.models.records import Session
from planner.phrases import day_heading, length, seat_holder, session_label
from planner.rules.finding import Finding, Level
from planner.wording import kind_name, role_name, say, say_count


class BlockFace(NamedTuple):
    """The words of one session; equal faces are painted alike."""

    kind: SessionKind
    title: str
    span: str
    minutes: str
    objectives: tuple[int, ...]
    seats: str
    badge: str
    badge_level: Level | None
    pinned: bool
    description: str
    code: str


def face_of(agenda: Agenda, session: Session, findings: Sequence[Finding]) -> BlockFace:
    """The face of a session, placed or not, with the findings that concern it."""
    span = "" if session.start_minute is None else format_span(session.start_minute, _end(session))
    level = findings[0].level if findings else None
    return BlockFace(
        kind=session.kind,
        title=session_label(session),
        span=span,
        minutes=length(session.minutes),
        objectives=tuple(objective.number for objective in agenda.objectives_of(session.id)),
        seats=seats_in_a_line(agenda, session),
        badge=_badge(findings),
        badge_level=level if level in {Level.CLASH, Level.WARNING} else None,
        pinned=session.pinned,
        description=_description(agenda, session, span, findings),
        code=session.code,
    )


def _end(session: Session) -> int:
    return (session.start_minute or 0) + session.minutes


def _badge(findings: Sequence[Finding]) -> str:
    clashes = sum(finding.level is Level.CLASH for finding in findings)
    if clashes:
        return say_count("{count} clash", "{count} clashes", clashes)
    warnings = sum(finding.level is Level.WARNING for finding in findings)
    return str(warnings) if warnings else ""


def seats_in_a_line(agenda: Agenda, session: Session) -> str:
    """ "Moderator: Trade unions · 4 speakers"."""
    if not session.has_speakers:
        return ""
    seats = [seat for seat in agenda.seats_of(session.id) if seat.counts]
    leading = [seat for seat in seats if seat.role in {Role.CHAIR, Role.MODERATOR}]
    others = len(seats) - len(leading)
    parts = [say("{role}: {holder}", role=role_name(seat.role), holder=seat_holder(agenda, seat)) for seat in leading]
    if session.kind is SessionKind.ROUNDTABLE and not leading:
        parts.append(say("Moderator to be confirmed"))
    if others:
        parts.append(say_count("{count} speaker", "{count} speakers", others))
    return " · ".join(parts)


def _description(agenda: Agenda, session: Session, span: str, findings: Sequence[Finding]) -> str:
    """Whole sentences for a screen reader and the tooltip."""
    sentences = [kind_name(session.kind)]
    if session.spot is None:
        sentences.append(say("to be placed, {length}", length=length(session.minutes)))
    else:
        day = day_heading(agenda.days[session.spot.day_id].date)
        sentences.append(
            say("{day}, {span} {zone}, {length}", day=day, span=span, zone=agenda.meeting.zone_label,
                length=length(session.minutes))
        )  # fmt: skip
    if len(agenda.rooms) > 1 and session.room_id is not None:
        sentences.append(agenda.rooms[session.room_id].name)
    if session.pinned:
        sentences.append(say("pinned"))
    if seats := seats_in_a_line(agenda, session):
        sentences.append(seats)
    return "\n".join(sentences + [finding.sentence for finding in findings])
