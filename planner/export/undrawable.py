"""Names what no font of the paper can draw: every text at once, with where it stands."""

from collections.abc import Iterable

from planner.errors import InputProblem
from planner.export.fonts import missing_glyphs
from planner.export.isolates import without_isolates
from planner.wording import say, say_count, say_list

PlacedWords = tuple[str, str]
"""The heading under which a text stands, or nothing, and the text."""

_MOST_TEXTS_NAMED = 12
_MOST_SIGNS_NAMED = 5
_MOST_LETTERS_SHOWN = 60


def refusal(texts: Iterable[PlacedWords]) -> InputProblem:
    """What to say of these texts, some of which hold signs that cannot be drawn."""
    found = [placed for placed in dict.fromkeys(texts) if missing_glyphs([placed[1]])]
    told = [_told(place, text) for place, text in found[:_MOST_TEXTS_NAMED]]
    left = len(found) - len(told)
    if left:
        told.append(say_count("and {count} more text", "and {count} more texts", left))
    return InputProblem(
        say("The fonts of the papers lack some signs. Replace them: {texts}.", texts="; ".join(told))
    )  # fmt: skip


def _told(place: str, text: str) -> str:
    missing = missing_glyphs([text])
    signs = say_list([f"{character} (U+{ord(character):04X})" for character in missing[:_MOST_SIGNS_NAMED]])
    words = _excerpt(" ".join(without_isolates(text).split()), missing[0])
    if not place or place == text:
        return say("{signs} in “{text}”", signs=signs, text=words)
    return say("{signs} in “{text}”, under “{place}”", signs=signs, text=words, place=place)


def _excerpt(text: str, sign: str) -> str:
    """What stands around the sign, where the text is long."""
    if len(text) <= _MOST_LETTERS_SHOWN:
        return text
    start = max(text.find(sign) - _MOST_LETTERS_SHOWN // 2, 0)
    shown = text[start : start + _MOST_LETTERS_SHOWN].strip()
    return f"{'…' * (start > 0)}{shown}{'…' * (start + _MOST_LETTERS_SHOWN < len(text))}"
