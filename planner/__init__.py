"""Roundtable Planner: plan a meeting of governments on a timetable and print its agenda."""

__version__ = "0.1.0"
