"""How a block is drawn that is too narrow for the usual lines: its code or the words of its title, and its hours."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from planner.models.kinds import SessionKind
from planner.rules.finding import Level
from planner.ui.theme import Theme, font
from planner.ui.timetable.block_painting import BAR_PX, paint_box
from planner.ui.timetable.face import BlockFace

_USUAL_PADS_PX, _BADGE_PX, _PIN_PX, _LEAST_TITLE_PX = 24, 32, 18, 48
_PAD_PX, _LEAST_TEXT_PX, _LEAST_WORDS_PX, _MOST_LINES = 4, 11, 70, 3
_AS_IT_COMES = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
_QUIET = frozenset({SessionKind.BREAK, SessionKind.RESERVE})


def is_narrow(width_px: int, face: BlockFace) -> bool:
    """Whether the usual lines of a block have no room for its hours, or for a code beside its badge and pin."""
    badge = 0 if face.badge_level is None else _BADGE_PX + QFontMetrics(font(-3)).horizontalAdvance(face.badge)
    pin = _PIN_PX if face.pinned else 0
    return cuts_hours(width_px, face) or width_px - _USUAL_PADS_PX < _LEAST_TITLE_PX + badge + pin


def cuts_hours(width_px: int, face: BlockFace) -> bool:
    """Whether the usual lines of a block have no room for its hours."""
    return width_px - _USUAL_PADS_PX < QFontMetrics(font(-1)).horizontalAdvance(face.span)


def paint_narrow_block(
    painter: QPainter, rect: QRect, face: BlockFace, theme: Theme, *, selected: bool = False, hovered: bool = False
) -> None:
    """Draw the card and what can be read in it; the tip says the rest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, rect, face, theme, selected=selected, hovered=hovered)
    inner = rect.adjusted(_PAD_PX + (0 if face.kind in _QUIET else BAR_PX), 1, -_PAD_PX, -1)
    if inner.height() < _LEAST_TEXT_PX:
        return
    title_font, small = _title_font(face, inner.height()), font(-2)
    title, metrics = QFontMetrics(title_font), QFontMetrics(small)
    most = max(1, min(_MOST_LINES, inner.height() // title.height()))
    code = face.code
    lines = [code] if code else _lines(face.title, title, inner.width(), most)
    hours = _hours(face.span, metrics, inner.width())
    high = len(lines) * title.height()
    hours = hours if high + len(hours) * metrics.height() <= inner.height() else []
    inner.setTop(inner.top() + max(0, min(5, (inner.height() - high - len(hours) * metrics.height()) // 2)))
    quiet = face.kind in _QUIET
    below = _draw(painter, inner, lines, title_font, theme.text_soft if quiet else theme.text)
    below = _draw(painter, below, hours, small, theme.text_soft)
    _paint_sign(painter, inner, title.horizontalAdvance(lines[0]), face, theme)
    room = min(_MOST_LINES, below.height() // metrics.height())
    if code and hours and room > 0 and below.width() >= _LEAST_WORDS_PX:
        words = _lines(face.title.removeprefix(code).strip(), metrics, below.width(), room)
        _draw(painter, below, words, small, theme.text)


def _title_font(face: BlockFace, height_px: int) -> QFont:
    weight = QFont.Weight.Normal if face.kind in _QUIET else QFont.Weight.DemiBold
    usual = font(-1, weight)
    return usual if QFontMetrics(usual).height() <= height_px else font(-3, weight)


def _draw(painter: QPainter, box: QRect, lines: list[str], of_font: QFont, colour: str) -> QRect:
    """Draw lines below each other; returns the room that is left below them."""
    metrics = QFontMetrics(of_font)
    painter.setFont(of_font)
    painter.setPen(QColor(colour))
    for line in lines:
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _AS_IT_COMES, shown)
        box = box.adjusted(0, metrics.height(), 0, 0)
    return box


def _paint_sign(painter: QPainter, inner: QRect, taken: int, face: BlockFace, theme: Theme) -> None:
    """The sign of its gravest findings at the end of the first line, where that leaves room."""
    if face.badge_level is None:
        return
    clash = face.badge_level is Level.CLASH
    sign, small = "●" if clash else "▲", font(-3)
    if taken + QFontMetrics(small).horizontalAdvance(sign) + _PAD_PX <= inner.width():
        painter.setFont(small)
        painter.setPen(QColor(theme.clash if clash else theme.warning))
        line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font(-1)).height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, sign)


def _hours(span: str, metrics: QFontMetrics, width: int) -> list[str]:
    """In one line, else the start above the end."""
    start, dash, end = span.partition("–")
    return [span] if metrics.horizontalAdvance(span) <= width else [f"{start}{dash}", end]


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text in lines of whole words; what has no room is gathered in the last one, to be cut there."""
    lines = list(_wrapped(text.split(), metrics, width))
    return lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]


def _wrapped(words: list[str], metrics: QFontMetrics, width: int) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line
