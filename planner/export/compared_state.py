"""The state that a paper about changes begins with."""

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.models.agenda import Agenda
from planner.wording import say


def state_before(options: AgendaOptions) -> Agenda:
    """Raises InputProblem where there is none."""
    if options.before is None:
        raise InputProblem(say("There is no draft to compare with. Issue one first, or name one with --since."))
    return options.before
