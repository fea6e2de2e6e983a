"""What two states of a meeting have otherwise beside the changes that readers of the agenda are told of.

Drafts and options, the register, wishes, looks; and details that no paper for others shows: notes, addresses...
"""

from collections.abc import Iterator, Sequence

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.models.kinds import DraftKind
from planner.rules.change import Change, ChangeKind
from planner.rules.detail_changes import detail_changes
from planner.rules.differing import differing
from planner.rules.drafts import draft_name
from planner.wording import say, say_count

_IN_THE_PLAN = ("interests", "wishes", "availabilities", "replacements", "layouts", "rulers")
_ASIDE = ("notices", "acceptances", "rule_levels", "told_apart")


def organisers_changes(before: Agenda, after: Agenda) -> tuple[Change, ...]:
    """What differs in the plan that no paper and no letter tells of: details, and how many other rows."""
    counted = _counts(before, after, _IN_THE_PLAN)
    return (*detail_changes(before, after), *(Change(ChangeKind.OTHER_ROWS, sentence) for sentence in counted))


def beside_the_plan(before: Agenda, after: Agenda) -> tuple[str, ...]:
    """The same in sentences, with the drafts and options that come or go, and what else is about the plan."""
    told = (change.sentence() for change in organisers_changes(before, after))
    return (*_drafts(before, after), *told, *_counts(before, after, _ASIDE))


def _counts(before: Agenda, after: Agenda, tables: Sequence[str]) -> Iterator[str]:
    """A sentence for each of these tables of which rows differ."""
    for table in tables:
        count = len({record.id for record in differing(records_of(before, table), records_of(after, table))})
        if count:
            yield _counted(table, count)


def _drafts(before: Agenda, after: Agenda) -> Iterator[str]:
    for row_id in sorted(before.drafts.keys() | after.drafts.keys()):
        if row_id not in before.drafts:
            yield say("{draft} comes along.", draft=draft_name(after.drafts[row_id]))
        elif row_id not in after.drafts:
            gone = before.drafts[row_id]
            if gone.kind is DraftKind.OPTION:
                yield say("{option} goes.", option=draft_name(gone))
            else:
                yield say("{draft} goes; its number is not given again.", draft=draft_name(gone))


def _counted(table: str, count: int) -> str:
    return {
        "interests": say_count(
            "{count} expression of interest differs.", "{count} expressions of interest differ.", count
        ),
        "wishes": say_count("{count} wish for a role differs.", "{count} wishes for roles differ.", count),
        "availabilities": say_count(
            "{count} stretch of free or busy hours differs.", "{count} stretches of free or busy hours differ.", count
        ),
        "replacements": say_count(
            "The record of {count} replacement differs.", "The records of {count} replacements differ.", count
        ),
        "notices": say_count(
            "The record of {count} who was told differs.", "The records of {count} who were told differ.", count
        ),
        "acceptances": say_count("{count} accepted finding differs.", "{count} accepted findings differ.", count),
        "rule_levels": say_count("The level of {count} rule differs.", "The levels of {count} rules differ.", count),
        "told_apart": say_count("{count} pair told apart differs.", "{count} pairs told apart differ.", count),
        "layouts": say_count("{count} layout of papers differs.", "{count} layouts of papers differ.", count),
        "rulers": say_count(
            "{count} zone beside the timetable differs.", "{count} zones beside the timetable differ.", count
        ),
    }[table]
