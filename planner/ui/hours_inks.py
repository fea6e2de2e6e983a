"""The colours of the Hours view: each comfort has a fill, a hatch and letters of its own, told apart in grey too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from planner.rules.comfort import Comfort
from planner.ui.theme import Theme

_VEIL_ALPHA = 150


class Ink(NamedTuple):
    """Fill, hatch and letters as hexadecimal text."""

    fill: str
    hatch: str
    letters: str


_HATCHES: Mapping[Comfort, Qt.BrushStyle] = MappingProxyType(
    {
        Comfort.WORKING: Qt.BrushStyle.NoBrush,
        Comfort.STRETCH: Qt.BrushStyle.Dense6Pattern,
        Comfort.EARLY_OR_LATE: Qt.BrushStyle.BDiagPattern,
        Comfort.ASLEEP: Qt.BrushStyle.DiagCrossPattern,
    }
)
_LIGHT: Mapping[Comfort, Ink] = MappingProxyType(
    {
        Comfort.WORKING: Ink("#E3F2F0", "#E3F2F0", "#17454A"),
        Comfort.STRETCH: Ink("#FBEBB8", "#E0BE62", "#4B3A08"),
        Comfort.EARLY_OR_LATE: Ink("#F2B679", "#B96A1E", "#3A1F05"),
        Comfort.ASLEEP: Ink("#474E7E", "#7880B4", "#FFFFFF"),
    }
)
_DARK: Mapping[Comfort, Ink] = MappingProxyType(
    {
        Comfort.WORKING: Ink("#16343A", "#16343A", "#BFE3E0"),
        Comfort.STRETCH: Ink("#4A431C", "#7B7031", "#F3E7B4"),
        Comfort.EARLY_OR_LATE: Ink("#85531C", "#D08B3C", "#FFEFD9"),
        Comfort.ASLEEP: Ink("#A3A8D6", "#6A70AB", "#14183A"),
    }
)
"""From light to dark on paper white, from dark to light on black."""


def ink_of(comfort: Comfort, theme: Theme) -> Ink:
    return (_DARK if theme.is_dark else _LIGHT)[comfort]


def veil_of(theme: Theme) -> QColor:
    """What lies over the hours in which the meeting is closed."""
    veil = QColor(theme.panel)
    veil.setAlpha(_VEIL_ALPHA)
    return veil


def fill_comfort(painter: QPainter, box: QRect, hatched: QRect, comfort: Comfort | None, theme: Theme) -> None:
    """A piece of a day; only ``hatched`` of it carries the hatch, so that hours stay legible. None is no known hour."""
    if comfort is None:
        painter.fillRect(box, QColor(theme.closed))
        painter.fillRect(hatched, QBrush(QColor(theme.hatch), Qt.BrushStyle.FDiagPattern))
        return
    ink = ink_of(comfort, theme)
    painter.fillRect(box, QColor(ink.fill))
    painter.fillRect(hatched, QBrush(QColor(ink.hatch), _HATCHES[comfort]))
