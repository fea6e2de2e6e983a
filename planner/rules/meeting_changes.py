"""What changed of the meeting itself: its title, its zone, its days and their hours."""

from collections.abc import Iterator

from planner.clock import format_minute, format_span
from planner.models.agenda import Agenda
from planner.models.records import Meeting
from planner.phrases import day_full, length
from planner.rules.change import Change, ChangeKind
from planner.rules.differing import differing
from planner.wording import say, say_count, say_list


def meeting_changes(before: Agenda, now: Agenda) -> Iterator[Change]:
    """Facts that readers see, then days that came, went, moved or have other hours."""
    old, new = before.meeting, now.meeting
    for fact, was, is_now in (
        (say("title of the meeting"), old.title, new.title),
        (say("subtitle of the meeting"), old.subtitle, new.subtitle),
        (say("time zone of the meeting"), old.zone, new.zone),
        (say("label of the time zone"), old.zone_label, new.zone_label),
        (say("note on papers"), old.paper_note, new.paper_note),
        (say("contact of the meeting"), old.contact, new.contact),
        (say("deadline for statements"), _deadline(old), _deadline(new)),
        *_limits(old, new),
    ):
        if was != is_now:
            yield Change(ChangeKind.MEETING_FACT, fact, was, is_now)
    yield from _of_texts(old, new)
    yield from _of_objectives(before, now)
    for day_id in sorted(before.days.keys() | now.days.keys()):
        yield from _of_day(before, now, day_id)


def _limits(old: Meeting, new: Meeting) -> Iterator[tuple[str, str, str]]:
    """What the floor is told in every session without limits of its own."""
    for fact, was, is_now in (
        (say("speaking limit of a State"), old.state_limit_minutes, new.state_limit_minutes),
        (say("speaking limit of a State that speaks for a group"), old.group_limit_minutes, new.group_limit_minutes),
        (say("speaking limit of a stakeholder"), old.stakeholder_limit_minutes, new.stakeholder_limit_minutes),
    ):
        yield fact, length(was), length(is_now)
    yield say("pause between two speakers"), _seconds(old.handover_seconds), _seconds(new.handover_seconds)


def _seconds(count: int) -> str:
    return say_count("{count} second", "{count} seconds", count)


def _of_texts(old: Meeting, new: Meeting) -> Iterator[Change]:
    """Texts of many lines are not quoted."""
    texts = {
        "invitation_text": say("invitation"), "logistics_text": say("logistics note"), "documents": say("documents"),
    }  # fmt: skip
    changed = [words for field, words in texts.items() if getattr(old, field) != getattr(new, field)]
    if changed:
        yield Change(ChangeKind.MEETING_TEXT, "", "", say_list(changed))


def _of_objectives(before: Agenda, now: Agenda) -> Iterator[Change]:
    """Those that are called otherwise; which sessions cover them is told with the sessions."""
    for objective_id in sorted({objective.id for objective in differing(before.objectives, now.objectives)}):
        old, new = before.objectives.get(objective_id), now.objectives.get(objective_id)
        if old is not None and new is not None and old.title != new.title:
            about = say("title of objective {number}", number=new.number)
            yield Change(ChangeKind.MEETING_FACT, about, old.title, new.title)


def _deadline(meeting: Meeting) -> str:
    """Until when statements are sent, on the meeting's clock; empty without a deadline."""
    if not meeting.deadline_date:
        return ""
    return say(
        "{day}, {time} {zone}",
        day=day_full(meeting.deadline_date), time=format_minute(meeting.deadline_minute), zone=meeting.zone_label,
    )  # fmt: skip


def _of_day(before: Agenda, now: Agenda, day_id: int) -> Iterator[Change]:
    old, new = before.days.get(day_id), now.days.get(day_id)
    if old is None and new is not None:
        yield Change(ChangeKind.DAY_CHANGED, day_full(new.date), "", say("a new day of the meeting"))
    elif new is None and old is not None:
        yield Change(ChangeKind.DAY_CHANGED, day_full(old.date), "", say("no longer a day of the meeting"))
    elif old is not None and new is not None:
        if old.date != new.date:
            yield Change(ChangeKind.DAY_MOVED, "", day_full(old.date), day_full(new.date))
        was, is_now = _hours(before, day_id), _hours(now, day_id)
        if was != is_now:
            yield Change(ChangeKind.DAY_CHANGED, day_full(new.date), was, _open(is_now))


def _open(hours: str) -> str:
    return say("now open {hours}", hours=hours) if hours else say("now without open hours")


def _hours(agenda: Agenda, day_id: int) -> str:
    return say_list([format_span(window.start_minute, window.end_minute) for window in agenda.windows_of(day_id)])
