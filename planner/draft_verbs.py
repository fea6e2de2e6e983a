"""What the command line does with drafts, history and copies of a meeting; as in planner.verbs, without Qt."""

import argparse
import json
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from planner.verbs import Answer
from planner.wording import say, say_count

if TYPE_CHECKING:
    from planner.models.agenda import Agenda
    from planner.models.aside_records import Draft
    from planner.rules.change import Change, Holder, Moment
    from planner.rules.merging import Conflict


def list_drafts(options: argparse.Namespace) -> Answer:
    """The drafts and options of a file, and how far the working copy went since."""
    from planner.models.file import read_agenda
    from planner.rules.drafts import draft_name, drafts_of, options_of, working_copy_note

    agenda = read_agenda(options.file)
    kept = (*drafts_of(agenda), *options_of(agenda))
    if options.json:
        return Answer(_json([_draft_as_json(draft) for draft in kept]))
    lines = [say("{draft}, as of {moment}", draft=draft_name(draft), moment=_moment(draft.as_of)) for draft in kept]
    try:
        lines.append(working_copy_note(agenda))
    except ValueError:
        lines.append(say("The latest draft was changed by another program and cannot be read."))
    return Answer("\n".join(lines).strip() or say("No draft has been issued yet."))


def issue_draft(options: argparse.Namespace) -> Answer:
    """Freeze the plan as the next draft; prints its number."""
    from planner import edits
    from planner.document import Document
    from planner.rules.open_points import open_points_of
    from planner.verbs import moment_typed

    as_of = moment_typed(options.as_of) if options.as_of else None
    with closing(Document.open(options.file)) as document:
        still_open = open_points_of(document.agenda).sentences
        issued = edits.drafts.issue_draft(document, options.label, options.note, as_of)
        draft = document.agenda.drafts[issued]
    if options.json:
        return Answer(_json({**_draft_as_json(draft), "open": list(still_open)}))
    lines = [say("Draft {number} is issued.", number=draft.number), *still_open]
    return Answer("\n".join(lines))


def tell_changes(options: argparse.Namespace) -> Answer:
    """What changed from one draft to another, or to now: by session, then by person."""
    from planner.models.file import read_agenda
    from planner.rules.beside_words import organisers_changes
    from planner.rules.changes import changes_between
    from planner.rules.drafts import state_named

    agenda = read_agenda(options.file)
    before, after = (state_named(agenda, wanted) for wanted in (options.since, options.until))
    changes, details = changes_between(before, after), organisers_changes(before, after)
    if options.json:
        return Answer(_json([_change_as_json(change) for change in (*changes, *details)]))
    lines = [*_change_lines(before, after, changes), *_detail_lines(details)]
    return Answer("\n".join(lines).strip() or say("Nothing changed."))


def _detail_lines(details: Iterable["Change"]) -> Iterable[str]:
    from planner.rules.change_groups import group_of_organisers

    for group in group_of_organisers(tuple(details)):
        yield ""
        yield say("{name}:", name=group.heading)
        yield from (f"  {sentence}" for sentence in group.sentences)


def _change_lines(before: "Agenda", after: "Agenda", changes: Iterable["Change"]) -> Iterable[str]:
    from planner.rules.changes import by_holder

    told = list(changes)
    zone = next((ruler.zone for ruler in after.rulers_in_order), "")
    yield from (change.sentence(zone) for change in told)
    for holder, theirs in sorted(by_holder(told).items(), key=lambda entry: _name(before, after, entry[0])):
        yield ""
        yield say("{name}:", name=_name(before, after, holder))
        yield from (f"  {change.sentence(_zone(after, holder))}" for change in theirs)


def _name(before: "Agenda", after: "Agenda", holder: "Holder") -> str:
    from planner.phrases import holder_name

    person_id, entity_id = holder
    here = person_id in after.people if person_id is not None else entity_id in after.entities
    return holder_name(after if here else before, entity_id, person_id)


def _zone(agenda: "Agenda", holder: "Holder") -> str:
    from planner.rules.seat_zones import zone_of_holder

    person_id, entity_id = holder
    here = person_id in agenda.people if person_id is not None else entity_id in agenda.entities
    return zone_of_holder(agenda, person_id, entity_id) if here else ""


def merge_file(options: argparse.Namespace) -> Answer:
    """Take in what another copy changed; ``--dry-run`` only tells.

    While something is to be decided and neither ``--ours`` nor ``--theirs`` decides it, nothing is written: exit 1.
    """
    from planner import edits
    from planner.document import Document
    from planner.merging import common_ancestry
    from planner.rules.beside_words import beside_the_plan
    from planner.rules.changes import changes_between
    from planner.rules.conflict_words import questions_of

    # Who only looks needs no lock: the file may be open in a window.
    opened = Document.looked_at(options.file) if options.dry_run else closing(Document.open(options.file))
    with opened as document:
        shared = common_ancestry(document, options.other)
        merge = shared.merge_into(document.agenda)
        taken = changes_between(document.agenda, merge.merged)
        also = beside_the_plan(document.agenda, merge.merged)
        undecided = bool(merge.conflicts) and not (options.theirs or options.ours)
        if not options.dry_run and not undecided:
            chosen = merge.conflicts if options.theirs else ()
            edits.merging.merge_copy(document, shared, merge, chosen)
    asked = questions_of(merge.ours, merge.theirs, merge.conflicts)
    conflicts = [
        _conflict_as_json(conflict, question.sentence) for question in asked for conflict in question.conflicts
    ]
    if options.json:
        found: Any = {"since": shared.since, "taken": [_change_as_json(change) for change in taken]}
        return Answer(_json({**found, "also": also, "conflicts": conflicts}), exit_code=int(undecided))
    lines = [*(change.sentence() for change in taken), *also, *(question.sentence for question in asked)]
    if undecided:
        lines.append(say("Nothing was written. Decide with --ours or --theirs, or merge in the window one by one."))
    return Answer("\n".join(lines) or say("The other copy brings nothing new."), exit_code=int(undecided))


def tell_history(options: argparse.Namespace) -> Answer:
    """Every step that the file still knows, the latest first."""
    from planner.models import journal
    from planner.models.file import reading_file
    from planner.rules.moments import made_at_words

    with reading_file(options.file) as (connection, agenda):
        steps = journal.all_steps(connection)[::-1]
    if options.json:
        return Answer(
            _json(
                [
                    {"id": step.id, "name": step.name, "made_at": step.made_at, "stands": step.state == journal.STANDS,
                     "rows": len(step.rows)}
                    for step in steps
                ]
            )
        )  # fmt: skip
    lines = [
        say("{when}  {step}", when=made_at_words(step.made_at, agenda.meeting.zone), step=step.name)
        if step.state == journal.STANDS
        else say("{when}  {step} (taken back)", when=made_at_words(step.made_at, agenda.meeting.zone), step=step.name)
        for step in steps
    ]
    total = say_count("{count} step", "{count} steps", len(steps))
    return Answer("\n".join([*lines, total]))


def _draft_as_json(draft: "Draft") -> dict[str, Any]:
    return {
        "id": draft.id, "kind": draft.kind, "number": draft.number, "label": draft.label, "note": draft.note,
        "as_of": draft.as_of, "issued_at": draft.issued_at,
    }  # fmt: skip


def _change_as_json(change: "Change") -> dict[str, Any]:
    people = [person_id for person_id, _entity_id in change.holders if person_id is not None]
    entities = [entity_id for _person_id, entity_id in change.holders if entity_id is not None]
    return {
        "kind": change.kind, "sentence": change.sentence(), "session_id": change.session_id,
        "before": change.before, "after": change.after, "starts": _start(change.moment_after),
        "started": _start(change.moment_before), "people": people, "entities": entities,
    }  # fmt: skip


def _start(moment: "Moment | None") -> dict[str, str] | None:
    """The words say but weekday and hour: a program needs the date and the zone too."""
    from planner.clock import format_minute

    if moment is None:
        return None
    return {"date": moment.date, "time": format_minute(moment.minute), "zone": moment.zone}


def _conflict_as_json(conflict: "Conflict", sentence: str) -> dict[str, Any]:
    """Both values as the file holds them; of a row that one copy dropped, whether each has it."""
    sides = {"ours": conflict.ours, "theirs": conflict.theirs, "before": conflict.before}
    values = {
        side: {name: getattr(record, name) for name in conflict.unit}
        if conflict.unit and record
        else record is not None
        for side, record in sides.items()
    }
    return {
        "table": conflict.table, "id": conflict.row_id, "fields": list(conflict.unit), **values, "sentence": sentence,
    }  # fmt: skip


def _moment(as_of: str) -> str:
    return as_of.replace("T", " ")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
