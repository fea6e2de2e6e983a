"""Sentences about changes with their hours in the style of a paper's look: rules tell them as screens do."""

import re
from collections.abc import Callable

from planner.export.look import Look, TimeStyle, time_words
from planner.rules.change import Change
from planner.rules.change_kinds import ChangeKind

_HOUR = re.compile(r"(?<![\d+\u2212-])(\d\d):(\d\d)(?!\d)")
_WITH_MOMENTS = frozenset(
    {
        ChangeKind.SESSION_ADDED, ChangeKind.SESSION_DROPPED, ChangeKind.SESSION_MOVED, ChangeKind.SESSION_PLACED,
        ChangeKind.SESSION_TAKEN_OFF,
    }
)  # fmt: skip
"""Their words before and after are hours; those of others are names: with an hour in them they stay as typed."""
_FIRST_STAND_IN = 0xE000
"""Of the signs that no text holds (Unicode, private use)."""


def in_style(change: Change, look: Look, tell: Callable[[Change], str]) -> str:
    """What ``tell`` says of the change, with the hours as the look has them."""
    if look.time_style is TimeStyle.COLON:
        return tell(change)
    names = ("about", "who") if change.kind in _WITH_MOMENTS else ("about", "who", "before", "after")
    typed = {name: text for name in names if _HOUR.search(text := getattr(change, name))}
    stand_ins = {name: chr(_FIRST_STAND_IN + place) for place, name in enumerate(typed)}
    told = tell(Change(**{**change._asdict(), **stand_ins}))
    said = _HOUR.sub(lambda found: time_words(int(found[1]) * 60 + int(found[2]), look.time_style), told)
    for name, stand_in in stand_ins.items():
        said = said.replace(stand_in, typed[name])
    return said
