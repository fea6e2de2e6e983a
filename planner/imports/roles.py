"""Roles wanted, and plain answers such as "yes" and "x", in English, French and Russian."""

import re

from planner.imports.normalising import plain
from planner.models.kinds import Role

ROLE_WORDS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (r"co ?moderat\w*|moderat\w*|модерат\w*|модерир\w*|ведущ\w*", (Role.MODERATOR,)),
    (r"panellist\w*|panelist\w*|panel member\w*|панелист\w*|участни\w+ панел\w+", (Role.PANELLIST,)),
    (r"rapporteu\w*|note taker", (Role.RAPPORTEUR,)),
    (r"chair\w*|presiden\w*|председат\w*", (Role.CHAIR,)),
    (
        r"speak\w*|spoke\w*|orateur\w*|oratrice\w*|intervenant\w*|intervention\w*|prise de parole|"
        r"доклад\w*|спикер\w*|выступ\w*|оратор\w*",
        (Role.SPEAKER,),
    ),
    (
        r"both|either|les deux|l un ou l autre|оба|обе|обоих|то и другое|и то и другое|любая",
        (Role.SPEAKER, Role.MODERATOR),
    ),
)
_ROLE = tuple((re.compile(rf"\b(?:{words})\b"), roles) for words, roles in ROLE_WORDS)
_YES = re.compile(r"x|х|v|y|yes|oui|o|да|д|1|true|vrai|истина|ok|\+|✓|✔|☑|☒|checked|selected|interested")
_NO = re.compile(
    r"|n|no|non|нет|н|0|false|faux|ложь|none|aucune?|n/?a|[-–—]+|☐|"
    r"(?:i )?(?:am |do )?not (?:interested|wish).*|je ne souhaite pas.*|не (?:желаю|желает|интересует).*"
)


_ANSWERED = re.compile(r"(yes|oui|да|no|non|нет)\b[^\w].*", re.DOTALL)


def answer_in(text: str) -> str:
    """The plain answer with which a cell begins: "yes, if needed" -> "yes"; the text itself when there is none."""
    match = _ANSWERED.fullmatch(text.strip().casefold())
    return match[1] if match else text


def is_yes(text: str) -> bool:
    return _YES.fullmatch(text.strip().casefold()) is not None


def is_no(text: str) -> bool:
    """Whether an answer is no, or there is none."""
    return _NO.fullmatch(text.strip().casefold()) is not None


def roles_in(text: str) -> tuple[Role, ...]:
    """The roles that a text names, in the order of papers; none when it names none."""
    words = plain(text)
    named = {role for pattern, roles in _ROLE if pattern.search(words) for role in roles}
    return tuple(role for role in Role if role in named)
