"""What the program notices about a meeting: pure functions of an Agenda."""

from planner.rules.all_findings import findings_of, findings_of_new, findings_of_spot

__all__ = ["findings_of", "findings_of_new", "findings_of_spot"]
