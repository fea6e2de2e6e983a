"""A proposal of an import in words, a line for each row, and the questions that somebody has to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.imports.proposal import Decisions, Proposal, ProposalRow, Question, Verdict, verdict_name
from planner.models.agenda import Agenda
from planner.phrases import session_short
from planner.ui.import_table import PreviewLine
from planner.ui.interest_lines import received_in_words
from planner.wording import role_name, say, say_count

Answer = tuple[str, int | None]
"""A question's key, and the id of the record meant, or None for a new one."""
Asked = Mapping[int, tuple[Question, ...]]
"""Row number -> its questions, those answered before too, so that an answer can be changed."""

_SIGNS = {
    Verdict.NEW: ("+", "good"),
    Verdict.UPDATES: ("±", "accent"),
    Verdict.SAME: ("=", "text_soft"),
    Verdict.NEEDS_DECISION: ("?", "warning"),
    Verdict.UNREADABLE: ("!", "clash"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What the dialog shows of a proposal made with these decisions."""

    proposal: Proposal
    decisions: Decisions
    asked: Asked
    lines: tuple[PreviewLine, ...] = field(default=())

    @property
    def to_write(self) -> int:
        """How many rows lead to something written."""
        return len(self.proposal.rows_to_write)

    @property
    def sentence(self) -> str:
        """What is left out, or that nothing is written yet."""
        left = len(self.proposal.rows_not_taken)
        said = say_count("{count} row is left out.", "{count} rows are left out.", left) if left else ""
        if not self.to_write and not left:
            said = say("Everything is in the meeting already.")
        return said or say("Nothing is written before you import.")


def preview_of(agenda: Agenda, proposal: Proposal, decisions: Decisions, before: Asked) -> Preview:
    """The proposal in words; questions asked ``before`` stay beside their rows."""
    asked = {row.number: _questions(before.get(row.number, ()), row) for row in proposal.rows}
    lines = tuple(_line(agenda, row, asked[row.number], decisions) for row in proposal.rows)
    return Preview(proposal, decisions, asked, lines)


def _questions(before: tuple[Question, ...], row: ProposalRow) -> tuple[Question, ...]:
    return tuple({question.key: question for question in (*before, *row.questions)}.values())


def _line(agenda: Agenda, row: ProposalRow, asked: tuple[Question, ...], decisions: Decisions) -> PreviewLine:
    sign, tone = _SIGNS[row.verdict]
    answered = [question.key for question in asked if question.key in decisions]
    chosen = (answered[-1], decisions[answered[-1]]) if answered and not row.questions else None
    return PreviewLine(
        number=row.number,
        verdict=row.verdict,
        sign=sign,
        words=verdict_name(row.verdict),
        tone=tone,
        written=written_in_words(agenda, row),
        why=row.why,
        choices=tuple(choice for question in asked for choice in _choices(question)),
        chosen=chosen,
    )


def _choices(question: Question) -> list[tuple[str, Answer]]:
    known: list[tuple[str, Answer]] = [
        (say("“{text}” is {candidate}", text=question.text, candidate=candidate.name), (question.key, candidate.id))
        for candidate in question.candidates
    ]
    return [*known, (say("“{text}” is new", text=question.text), (question.key, None))]


def written_in_words(agenda: Agenda, row: ProposalRow) -> str:
    """ "Anna Nowak, Poland: RT1 speaker · RT3 moderator, received 20 Oct 2020 · new person"; who alone otherwise."""
    if row.interest is None:
        return row.label
    wishes = " · ".join(
        say(
            "{session} {role}",
            session=session_short(agenda.sessions[wish.session_id]),
            role=role_name(wish.role).lower(),
        )
        for wish in row.interest.wishes
    )
    received = row.interest.received
    parts = (
        wishes or say("no wish given"),
        say("received {day}", day=received_in_words(received)) if received else "",
        say("new entity") if row.entity is not None and row.entity.id is None else "",
        say("new person") if row.person is not None and row.person.id is None else "",
    )
    return say("{who}: {facts}", who=row.label, facts=", ".join(part for part in parts if part))


def verdict_names() -> dict[str, str]:
    """Verdict -> its name, in the order in which they are told."""
    return {verdict.value: verdict_name(verdict) for verdict in Verdict}
