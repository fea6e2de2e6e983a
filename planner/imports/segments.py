"""The segments a text names: "Opening", "RT 1", "Roundtable 2 and 4", "1, 3", "Table ronde 2", "Круглый стол 3"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from planner.imports.normalising import plain
from planner.imports.roles import ROLE_WORDS, roles_in
from planner.imports.scanning import Scan, Segments
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session
from planner.phrases import roundtable_number

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "un": 1, "deux": 2, "trois": 3, "quatre": 4,
    "один": 1, "два": 2, "три": 3, "четыре": 4,
}  # fmt: skip
_ANY_NUMBER = rf"\d{{1,2}}|{'|'.join(sorted((*_ROMAN, *_WORDS), key=len, reverse=True))}"
_ROUNDTABLE = r"(?:thematic\ )?round\ ?tables?|rts?|tables?\ rondes?|tr|кругл\w*\ стол\w*|кс|панел\w*"
_ROLES = "|".join(words for words, _roles in ROLE_WORDS).replace(" ", r"\ ")
_ORDINALS = (
    r"\d ?(?:st|nd|rd|th|er|ere|eme|e|и|ыи|ои)|first|second|third|fourth|"
    r"premiere?|deuxieme|troisieme|quatrieme|перв\w+|втор\w+|трет\w+|четверт\w+"
).replace(" ", r"\ ")
_CHOICES = r"choice|preference|priority|option|choix|priorite|выбор|приоритет|предпочтение"
_EVERY = r"all|any|every|toutes(?:\ les)?|tous(?:\ les)?|chaque|все|любо\w+|каждо\w+"
_TOKEN = re.compile(
    rf"""\b(?P<session>id\d+id)\b
    |\b(?P<choice>(?:{_ORDINALS})\ (?:{_CHOICES}))\b
    |\b(?P<nth>(?:{_ORDINALS})\ (?:{_ROUNDTABLE}))\b
    |\b(?P<every>(?:{_EVERY})(?:\ (?:four|4|the|of|quatre))*(?:\ (?:{_ROUNDTABLE}))?)\b
    |\b(?P<opening>opening|ouverture|открыт\w*)\b
    |\b(?P<closing>closing|cloture|закрыт\w*|заключит\w*)\b
    |\b(?P<role>{_ROLES})\b
    |\b(?P<table>{_ROUNDTABLE}|r(?=\ \d))\b(?:\ (?:no|n|nr|number|numero))?
    |\b(?P<range>\d{{1,2}}\ (?:to|a|по|до)\ \d{{1,2}})\b
    |\b(?P<number>{_ANY_NUMBER})\b
    |(?P<junk>\w+)""",
    re.VERBOSE,
)
_IN_HEADING = re.compile(rf"\b(?:{_ORDINALS})\ (?:{_CHOICES})\b|\b(?:{_CHOICES})\ (?:no\ )?\d\b", re.VERBOSE)
_EXPLICIT = frozenset({"session", "opening", "closing", "table", "nth"})
_NUMBERED = re.compile(r"\s*(\d{1,2})\s*[.):]\s*(\S.*)")
_SHORTEST_TITLE = 5
_WHOLE = re.compile(r"\b(\d{1,2})\.0\b")
_RANGE = re.compile(r"(?<![\d-])(\d{1,2})\s*[-–—]\s*(\d{1,2})(?![\d-])")
_FILLING = re.compile(
    r"and|or|the|of|in|at|for|as|an?|to|on|also|only|preferably|interested|would|like|no|n|preferences?|theme|topic|"
    r"thematic|plenary|ceremony|segments?|sessions?|et|ou|du|la|les?|l|de?|en|aux?|pour|comme|seance|ronde|"
    r"и|или|в|на|по|сегмент\w*|сесси\w+|тем[аы]|церемония|заседание"
)


class SegmentReader:
    """Knows the sessions of one meeting by their numbers, codes, titles and kinds."""

    def __init__(self, agenda: Agenda) -> None:
        sessions = [session for session in agenda.sessions.values() if session.has_speakers]
        self._roundtables = _numbered(sessions)
        self._by_kind = {
            kind: [session.id for session in sessions if session.kind is kind]
            for kind in (SessionKind.OPENING, SessionKind.CLOSING)
        }
        self._titles = _titles(sessions)
        self._cache: dict[str, Segments] = {}

    def read(self, text: str) -> Segments:
        """The segments in order of mention; each once."""
        if text not in self._cache:
            self._cache[text] = self._read(text)
        return self._cache[text]

    def _read(self, text: str) -> Segments:
        scan = Scan()
        for clause in _without_numbers(re.split(r"[;\n]+", text)):
            self._scan_clause(clause, scan)
        return scan.result()

    def _scan_clause(self, clause: str, scan: Scan) -> None:
        spread = _RANGE.sub(r"\1 to \2", _WHOLE.sub(r"\1", clause))
        words = spaced(spread)
        for title, session_id in self._titles:
            words = re.sub(rf"\b{re.escape(title)}\b", f"id{session_id}id", words)
        described = re.search(r"\w\s*[:–—(]|\w\s+-\s", clause) is not None
        scan.start_clause(described)
        for match in _TOKEN.finditer(words):
            self._take(match.lastgroup or "", match.group(), scan)
        scan.end_clause()

    def _take(self, kind: str, word: str, scan: Scan) -> None:
        scan.explicit |= kind in _EXPLICIT
        if kind == "session":
            scan.segment(int(word[2:-2]))
        elif kind in ("opening", "closing"):
            self._take_kind(SessionKind(kind), word, scan)
        elif kind == "every":
            scan.equals(sorted(self._roundtables.values()))
        elif kind == "role":
            scan.role(roles_in(word))
        elif kind == "nth":
            self._take_numbers([choice_number(word)], scan)
        elif kind == "choice":
            scan.choice(choice_number(word))
        elif kind == "table":
            scan.after_table = True
        elif kind == "range":
            first, last = (int(number) for number in re.findall(r"\d+", word))
            self._take_numbers(range(first, min(last, first + 50) + 1), scan)
        elif kind == "number":
            self._take_number(word, scan)
        elif not _FILLING.fullmatch(word):
            scan.junk(word)

    def _take_kind(self, kind: SessionKind, word: str, scan: Scan) -> None:
        for session_id in self._by_kind[kind]:
            scan.segment(session_id)
        if not self._by_kind[kind]:
            scan.unknown.append(word)

    def _take_number(self, word: str, scan: Scan) -> None:
        if word.isdecimal():
            self._take_numbers([int(word)], scan)
        elif scan.after_table:
            self._take_numbers([(_ROMAN | _WORDS)[word]], scan)
        elif not _FILLING.fullmatch(word):
            scan.junk(word)

    def _take_numbers(self, numbers: Iterable[int], scan: Scan) -> None:
        for number in numbers:
            session_id = self._roundtables.get(number)
            if session_id is None:
                scan.unknown.append(str(number))
            else:
                scan.segment(session_id)


def _without_numbers(clauses: Sequence[str]) -> Sequence[str]:
    """ "1. RT 3", "2. RT 1" is a numbered list: its own numbers name no roundtables."""
    matches = [_NUMBERED.fullmatch(clause) for clause in clauses if clause.strip()]
    numbers = [int(match[1]) for match in matches if match]
    if len(numbers) > 1 and numbers == list(range(1, len(matches) + 1)):
        return [match[2] for match in matches if match]
    return clauses


def spaced(text: str) -> str:
    """Comparable words, with a space between letters and digits: "RT1" -> "rt 1"."""
    return re.sub(r"(?<=[^\W\d])(?=\d)", " ", plain(text))


def choice_in(heading: str) -> int:
    """ "1st choice", "Preference 2" -> the place in the order of choice; 0 when a heading says none."""
    match = _IN_HEADING.search(plain(heading))
    return choice_number(match.group()) if match else 0


def choice_number(words: str) -> int:
    """ "2nd choice", "deuxieme choix" -> 2; 0 when no order is said."""
    digit = re.search(r"\d", words)
    if digit is not None:
        return int(digit.group())
    stems = (
        ("first", "premier", "перв"),
        ("second", "deuxieme", "втор"),
        ("third", "troisieme", "трет"),
        ("fourth", "quatrieme", "четверт"),
    )
    return next((place for place, starts in enumerate(stems, start=1) if words.startswith(starts)), 0)


def _numbered(sessions: Iterable[Session]) -> dict[int, int]:
    """Roundtable number -> session id; the first of several with one number."""
    found: dict[int, int] = {}
    for session in sessions:
        number = roundtable_number(session)
        if number is not None:
            found.setdefault(number, session.id)
    return found


def _titles(sessions: Iterable[Session]) -> list[tuple[str, int]]:
    """Titles, and codes of what is no roundtable, longest first; those that two sessions share name neither."""
    pairs = [(spaced(session.title), session.id) for session in sessions if len(session.title) >= _SHORTEST_TITLE]
    pairs += [(spaced(session.code), session.id) for session in sessions if roundtable_number(session) is None]
    shared = Counter(title for title, _session_id in pairs)
    return sorted((pair for pair in pairs if pair[0] and shared[pair[0]] == 1), key=lambda pair: -len(pair[0]))
