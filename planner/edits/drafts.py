"""What the organiser does with drafts and options: issue, keep, take back, adopt, forget."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.fields import record_of, row_of
from planner.edits.restoring import make_plan
from planner.errors import RuleBroken
from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.models.freezing import frozen_text
from planner.models.kinds import NOW, DraftKind
from planner.models.storing import storable
from planner.models.tables import DraftNumberRow, DraftRow, MeetingRow
from planner.rules.drafts import draft_agenda, draft_name, latest_draft, options_of
from planner.wording import say


def issue_draft(document: Document, label: str = "", note: str = "", as_of: datetime | None = None) -> int:
    """Freeze the plan under the next number, which is never given again; returns the draft's id.

    ``as_of`` is the wall time, in the meeting's zone, that papers print; without one it is the present time there.
    """
    from planner.local_times import now_in

    moment = (as_of or now_in(document.agenda.meeting.zone).replace(tzinfo=None)).replace(microsecond=0)
    number = document.next_draft_number()
    with document.edit(say("Issue Draft {number}", number=number)) as rows:
        row_of(rows, MeetingRow, document.agenda.meeting.id).draft_number = number
        rows.execute(insert(DraftNumberRow).values(number=number))
        numbered = _numbered(document.agenda, number)
        return _keep(rows, document.agenda, DraftKind.DRAFT, number, label, note, moment, frozen_text(numbered))


def _numbered(agenda: Agenda, number: int) -> Agenda:
    meeting = agenda.meeting
    return agenda.with_records([("meeting", meeting.id, replace(meeting, draft_number=number))])


def _keep(
    rows: DatabaseSession,
    agenda: Agenda,
    kind: DraftKind,
    number: int,
    label: str,
    note: str,
    as_of: datetime,
    content: str,
) -> int:
    latest = latest_draft(agenda)
    row = DraftRow(
        kind=kind.value, number=number, label=storable(" ".join(label.split())), note=storable(note.strip()),
        as_of=as_of.isoformat(timespec="minutes"), issued_at=datetime.now(UTC).isoformat(timespec="seconds"),
        parent_id=None if latest is None else latest.id, content=content,
    )  # fmt: skip
    rows.add(row)
    rows.flush()
    return row.id


def keep_option(document: Document, label: str = "") -> int:
    """Keep the plan as it stands as an option to compare with and to come back to; returns its id."""
    from planner.local_times import now_in

    name = " ".join(label.split()) or _next_option(document.agenda)
    if name == NOW or name.isdecimal():
        raise RuleBroken(say("“{name}” means a draft or the working copy. Choose another name.", name=name))
    if name in {option.label for option in options_of(document.agenda)}:
        raise RuleBroken(say("There is an option “{name}” already. Choose another name.", name=name))
    moment = now_in(document.agenda.meeting.zone).replace(tzinfo=None, microsecond=0)
    with document.edit(say("Keep {option}", option=name)) as rows:
        content = frozen_text(document.agenda)
        return _keep(rows, document.agenda, DraftKind.OPTION, 0, name, "", moment, content)


def _next_option(agenda: Agenda) -> str:
    """ "Option A", "Option B", ... whichever is free first."""
    taken = {option.label for option in options_of(agenda)}
    letters = (chr(ord("A") + number) for number in range(26))
    names = [say("Option {letter}", letter=letter) for letter in letters]
    return next((name for name in names if name not in taken), say("Option {letter}", letter=str(len(taken) + 1)))


def take_back(document: Document, draft_id: int) -> None:
    """Make the plan of a draft or an option the working copy, which stays the one after the latest draft.

    Raises RuleBroken when it cannot be read.
    """
    draft = record_of(document.agenda.drafts, draft_id)
    wanted = _plan_of(document, draft)
    with document.edit(say("Take back {draft}", draft=draft_name(draft))) as rows:
        make_plan(rows, document.agenda, _numbered(wanted, document.agenda.meeting.draft_number))


def forget_option(document: Document, draft_id: int) -> None:
    """Drop an option. Raises RuleBroken for a draft: what left the house stays on record."""
    draft = record_of(document.agenda.drafts, draft_id)
    if draft.kind is DraftKind.DRAFT:
        raise RuleBroken(say("{draft} has left the house and stays on record.", draft=draft_name(draft)))
    with document.edit(say("Drop {option}", option=draft_name(draft))) as rows:
        rows.delete(row_of(rows, DraftRow, draft_id))


def _plan_of(document: Document, draft: Draft) -> Agenda:
    try:
        return draft_agenda(document.agenda, draft)
    except ValueError as problem:
        raise RuleBroken(
            say(
                "{draft} was changed by another program and cannot be read. Take another draft, or restore a backup.",
                draft=draft_name(draft),
            )
        ) from problem
