"""How the people are said whose comfortable hours a session would leave."""

from collections.abc import Sequence

from planner.clock import format_span
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.phrases import day_short
from planner.rules.comfort import Comfort
from planner.rules.holders import holder_words, who_sits
from planner.rules.strained import Strained
from planner.wording import say, say_count

_MOST_NAMED = 5


def strained_lines(agenda: Agenda, strained: Sequence[Strained]) -> list[str]:
    """A line for each of the hardest five, and one that counts the others."""
    lines = [strained_words(agenda, one) for one in strained[:_MOST_NAMED]]
    more = len(strained) - _MOST_NAMED
    if more > 0:
        lines.append(
            say_count("and {count} more outside comfortable hours", "and {count} more outside comfortable hours", more)
        )
    return lines


def strained_words(agenda: Agenda, strained: Strained) -> str:
    """ "Vancouver: Canada, speaker to be named, 01:00-02:15 Thu, asleep", with an en dash."""
    values = {
        "city": zone_city(strained.zone),
        "who": holder_words(who_sits(agenda, strained.seat)),
        "span": format_span(strained.start.minute, strained.end_minute),
        "day": day_short(strained.start.date.isoformat()),
    }
    if strained.worst is Comfort.ASLEEP:
        return say("{city}: {who}, {span} {day}, asleep", **values)
    return say("{city}: {who}, {span} {day}", **values)


def over_run_words(minutes: int) -> str:
    """What a length lacks for the floor time."""
    return say_count(
        "Over-runs by {count} minute with its floor time.", "Over-runs by {count} minutes with its floor time.", minutes
    )
