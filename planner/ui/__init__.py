"""The window: paints the frozen picture and asks the verbs; decides nothing itself.

PySide6 searches the source of every module that is imported after it; so what needs no Qt comes first, as a part of
the start can be saved (15 ms).
"""

import platformdirs  # noqa: F401

import planner.document
import planner.rules.free_spots
import planner.rules.shifting
import planner.rules.using
import planner.templates  # noqa: F401
