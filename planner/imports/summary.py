"""A proposal in a few lines to read in a terminal."""

from collections.abc import Iterator

from planner.imports.proposal import Proposal, Verdict, verdict_name
from planner.wording import say, say_count


def summary_lines(proposal: Proposal, *, written: bool) -> Iterator[str]:
    """What was, or would be, done; then the rows that are not taken, each with its reason."""
    counts = proposal.counts()
    facts = {
        "new": counts[Verdict.NEW], "updates": counts[Verdict.UPDATES], "same": counts[Verdict.SAME],
        "left": len(proposal.rows_not_taken), "file": proposal.source,
    }  # fmt: skip
    if written:
        yield say("{file}: {new} new, {updates} updated, {same} as before, {left} not taken.", **facts)
    else:
        yield say(
            "{file} (nothing written): {new} new, {updates} updates, {same} as before, {left} not taken.", **facts
        )
    yield from proposal.notes
    for row in proposal.rows_not_taken:
        yield say(
            "Row {number}, {verdict}: {why}", number=row.number, verdict=verdict_name(row.verdict).lower(), why=row.why
        )


def import_name(proposal: Proposal) -> str:
    """ "Import 37 interests from file.xlsx": the name of the step."""
    return say_count(
        "Import {count} interest from {file}",
        "Import {count} interests from {file}",
        len(proposal.rows_to_write),
        file=proposal.source,
    )
