"""What makes each paper, imported when that paper is first asked for: one need not wait for all others."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.export.agenda_paper import AgendaOptions
from planner.export.progress import CancelFlag, Progress
from planner.models.agenda import Agenda

if TYPE_CHECKING:
    from planner.export.paper_parts import PaperParts
    from planner.export.workbooks import List


class Writer(Protocol):
    """Writes one paper, whole or not at all. Raises InputProblem, FileProblem, Cancelled."""

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None: ...


Content = Callable[[Agenda, AgendaOptions], "PaperParts"]
"""Raises InputProblem."""

Lists = Callable[[Agenda, AgendaOptions], "list[List]"]


def agenda_pdf() -> Writer:
    from planner.export.agenda_pdf import write_agenda_pdf

    return write_agenda_pdf


def agenda_json() -> Writer:
    from planner.export.agenda_json import write_agenda_json

    return write_agenda_json


def people_csv() -> Writer:
    from planner.export.people_tables import write_people_csv

    return write_people_csv


def people_xlsx() -> Writer:
    from planner.export.people_tables import write_people_xlsx

    return write_people_xlsx


def agenda() -> Content:
    from planner.export.agenda_parts import agenda_parts

    return agenda_parts


def annotated() -> Content:
    from planner.export.annotated_paper import annotated_parts

    return annotated_parts


def balance() -> Content:
    from planner.export.balance_paper import balance_parts

    return balance_parts


def changes() -> Content:
    from planner.export.changes_paper import changes_parts

    return changes_parts


def marked_agenda() -> Content:
    from planner.export.marked_agenda import marked_parts

    return marked_parts


def coverage() -> Content:
    from planner.export.coverage_paper import coverage_parts

    return coverage_parts


def interests() -> Content:
    from planner.export.interests_paper import interests_parts

    return interests_parts


def invitation() -> Content:
    from planner.export.text_papers import invitation_paper

    return invitation_paper


def logistics() -> Content:
    from planner.export.text_papers import logistics_paper

    return logistics_paper


def overview() -> Content:
    from planner.export.overview_paper import overview_parts

    return overview_parts


def register() -> Content:
    from planner.export.register_paper import register_paper

    return register_paper


def running_order() -> Content:
    from planner.export.running_order_paper import running_order_parts

    return running_order_parts


def script() -> Content:
    from planner.export.script_paper import script_parts

    return script_parts


def sheets() -> Content:
    from planner.export.sheet_paper import combined_sheets

    return combined_sheets


def speakers() -> Content:
    from planner.export.speakers_paper import speakers_parts

    return speakers_parts


def balance_lists() -> Lists:
    from planner.export.list_papers import balance_lists

    return balance_lists


def coverage_lists() -> Lists:
    from planner.export.list_papers import coverage_lists

    return coverage_lists


def interest_lists() -> Lists:
    from planner.export.list_papers import interest_lists

    return interest_lists


def speaker_lists() -> Lists:
    from planner.export.list_papers import speaker_lists

    return speaker_lists
