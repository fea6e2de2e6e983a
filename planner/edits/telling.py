"""Who was told of which draft."""

from collections.abc import Sequence
from datetime import UTC, datetime

from planner.document import Document
from planner.errors import RuleBroken
from planner.models.tables import NoticeRow
from planner.rules.change import Holder
from planner.rules.drafts import latest_draft, stands_as
from planner.wording import say, say_count


def mark_told(document: Document, holders: Sequence[Holder]) -> None:
    """Record that these people and entities know the latest draft.

    Raises RuleBroken before the first draft, and while the plan is another one than that of the latest draft.
    """
    latest = latest_draft(document.agenda)
    if latest is None or not stands_as(document.agenda, latest):
        raise RuleBroken(say("Issue a draft first: what people are told is then on record."))
    name = say_count(
        "Mark {count} as told of Draft {number}", "Mark {count} as told of Draft {number}", len(holders),
        number=latest.number,
    )  # fmt: skip
    told_at = datetime.now(UTC).isoformat(timespec="seconds")
    with document.edit(name) as rows:
        rows.add_all(
            NoticeRow(draft_id=latest.id, person_id=person_id, entity_id=entity_id, told_at=told_at)
            for person_id, entity_id in holders
        )
