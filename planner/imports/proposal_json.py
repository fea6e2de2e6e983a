"""A proposal as JSON with stable keys, for programs and for the curious."""

import json
from dataclasses import asdict
from typing import Any

from planner.imports.fields import Field
from planner.imports.proposal import Proposal, ProposalRow


def proposal_as_json(proposal: Proposal) -> str:
    """An object: "source", "columns", "counts", "notes", then "rows" in order of the file."""
    content = {
        "source": proposal.source,
        "columns": [
            {"heading": column.heading, "field": column.field}
            for column in proposal.columns.columns
            if column.heading or column.field is not Field.IGNORED
        ],
        "counts": dict(proposal.counts()),
        "notes": proposal.notes,
        "rows": [_row(row) for row in proposal.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _row(row: ProposalRow) -> dict[str, Any]:
    """Keys as the fields are named; "values" of a record are an object."""
    content = {"row": row.number, **asdict(row)}
    del content["number"]
    for record in (content["entity"], content["person"]):
        if record is not None:
            record["values"] = dict(record["values"])
    if content["interest"] is not None:
        content["interest"]["wishes"] = [wish._asdict() for wish in row.interest.wishes] if row.interest else []
    return content
