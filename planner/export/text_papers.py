"""The invitation to express interest and the logistics note: a template filled with the meeting's facts."""

import re
from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import USUAL_LOOK, Look
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import Bullets, Heading, PaperParts, Part, body, plain
from planner.export.template_texts import TextPaper, check_places, filled, lines_alone, own_text, usual_text
from planner.models.agenda import Agenda
from planner.wording import say

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ITEM = "- "


def invitation_paper(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """The invitation. Raises InputProblem for places in its text that nothing fills."""
    return text_paper(agenda, options, TextPaper.INVITATION)


def logistics_paper(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """The logistics note. Raises InputProblem as the invitation does."""
    return text_paper(agenda, options, TextPaper.LOGISTICS)


def text_paper(agenda: Agenda, options: AgendaOptions, paper: TextPaper) -> PaperParts:
    """The paper of the meeting's own text, else of the program's."""
    text = own_text(agenda.meeting, paper) or usual_text(paper)
    kicker = say("Invitation") if paper is TextPaper.INVITATION else say("Logistics note")
    return paper_frame(agenda, options, kicker, tuple(merged_parts(agenda, text, options.chosen_look)))


def merged_parts(agenda: Agenda, text: str, look: Look = USUAL_LOOK) -> Iterator[Part]:
    """The parts of a text with its places filled. Raises InputProblem for places that nothing fills."""
    check_places(text)
    for paragraph in _BLANK_LINE.split(text.replace("\r\n", "\n").strip()):
        if paragraph.strip():
            yield from _parts(agenda, paragraph.strip(), look)


def _parts(agenda: Agenda, paragraph: str, look: Look) -> Iterator[Part]:
    alone = lines_alone(agenda, paragraph, look)
    if alone is not None:
        yield Bullets(tuple(map(plain, alone))) if len(alone) > 1 else body(alone[0])
        return
    lines = paragraph.split("\n")
    if lines[0].startswith("#"):
        marks, _space, words = lines[0].partition(" ")
        yield Heading(1 if marks == "#" else 2, filled(agenda, words.strip(), look))
        lines = lines[1:]
    yield from _text(agenda, [line.strip() for line in lines if line.strip()], look)


def _text(agenda: Agenda, lines: list[str], look: Look) -> Iterator[Part]:
    """Lines of a list become one; others flow together."""
    items = tuple(plain(filled(agenda, line.removeprefix(_ITEM), look)) for line in lines if line.startswith(_ITEM))
    flowing = " ".join(filled(agenda, line, look) for line in lines if not line.startswith(_ITEM))
    if flowing:
        yield body(flowing)
    if items:
        yield Bullets(items)


def as_plain_text(parts: tuple[Part, ...]) -> str:
    """The paper as it reads, for a preview beside the text that is being written."""
    return "\n\n".join(_plain(part) for part in parts)


def _plain(part: Part) -> str:
    match part:
        case Heading(text=text):
            return text
        case Bullets(items=items):
            return "\n".join("• " + "".join(run.text for run in runs) for runs in items)
        case _:
            return "".join(run.text for run in getattr(part, "runs", ()))
