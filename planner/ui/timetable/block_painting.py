"""How one block is drawn: a rounded card with a bar of its kind, or a hatched band for a break."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from planner.models.kinds import SessionKind
from planner.rules.finding import Level
from planner.ui.theme import Theme, font
from planner.ui.timetable.face import BlockFace

BAR_PX = 4
PAD_PX = 12
_RADIUS = 4.0
_CHIP_GAP_PX = 4
_LEAST_TEXT_PX = 11
_QUIET = frozenset({SessionKind.BREAK, SessionKind.RESERVE})


def paint_block(
    painter: QPainter, rect: QRect, face: BlockFace, theme: Theme, *, selected: bool, hovered: bool
) -> None:
    """Draw the card and as many of its lines as its height holds."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, rect, face, theme, selected=selected, hovered=hovered)
    inner = rect.adjusted(PAD_PX + (0 if face.kind in _QUIET else 1), 0, -8, 0)
    if rect.height() < _LEAST_TEXT_PX or inner.width() < 20:
        return
    painter.save()
    painter.setClipRect(rect)
    badge_width = _paint_badge(painter, rect, face, theme)
    if rect.height() < _two_lines_px(face):
        _paint_one_line(painter, inner.adjusted(0, 0, -badge_width, 0), face, theme)
    else:
        _paint_lines(painter, inner, badge_width, face, theme)
    painter.restore()


def paint_card(painter: QPainter, rect: QRect, face: BlockFace, facts: str, theme: Theme, *, selected: bool) -> None:
    """Draw a session of the list: its title in one or two lines, its facts below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, rect, face, theme, selected=selected, hovered=False)
    bold, soft = font(0, QFont.Weight.DemiBold), font(-2)
    height = QFontMetrics(bold).height()
    box = QRect(rect.left() + PAD_PX, rect.top() + 6, rect.width() - PAD_PX - 8, 2 * height)
    painter.setPen(_title_colour(face, theme))
    painter.setFont(bold)
    y = box.top() + _wrapped(painter, box, face.title, bold) + 1
    painter.setPen(QColor(theme.text_soft))
    painter.setFont(soft)
    _elided(painter, QRect(box.left(), y, box.width(), height), facts, soft)


def paint_ghost(painter: QPainter, rect: QRect, title: str, span: str, theme: Theme, *, refused: bool) -> None:
    """Draw the place where a block would land: a dashed outline at its true size."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(theme.clash if refused else theme.accent)
    fill = QColor(theme.clash_soft if refused else theme.accent_soft)
    fill.setAlpha(242)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    bold, plain = font(0, QFont.Weight.DemiBold), font(-1)
    inner = rect.adjusted(PAD_PX, min(7, max(0, (rect.height() - 18) // 2)), -8, 0)
    painter.setPen(colour)
    painter.setFont(bold)
    title_height = QFontMetrics(bold).height()
    _elided(painter, inner, title, bold)
    if rect.height() > 2 * title_height + 8:
        painter.setPen(QColor(theme.text))
        painter.setFont(plain)
        _elided(painter, inner.translated(0, title_height + 1), span, plain)


def paint_box(painter: QPainter, rect: QRect, face: BlockFace, theme: Theme, *, selected: bool, hovered: bool) -> None:
    """Draw the empty card, with the outline and the bar that tell of clashes and of its kind."""
    fill, line, bar = theme.fill_of(face.kind)
    outline = QColor(theme.accent) if selected or hovered else line
    if face.badge_level is Level.CLASH and not selected:
        outline = QColor(theme.clash)
    box = QRectF(rect).adjusted(1, 1, -1, -1) if selected else QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel) if face.kind in _QUIET else fill)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if face.kind in _QUIET:
        pattern = Qt.BrushStyle.BDiagPattern if face.kind is SessionKind.BREAK else Qt.BrushStyle.Dense7Pattern
        painter.setBrush(QBrush(QColor(theme.hatch), pattern))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    else:
        painter.save()
        painter.setClipRect(QRect(rect.left(), rect.top(), BAR_PX, rect.height()))
        painter.setBrush(bar)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.restore()
    painter.setPen(QPen(outline, 2 if selected else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def _paint_badge(painter: QPainter, rect: QRect, face: BlockFace, theme: Theme) -> int:
    """The number of clashes or warnings in the corner, and the pin; returns the width taken."""
    taken = 0
    beside_title = rect.height() >= _two_lines_px(face)
    centre = rect.top() + (_top_px(rect.height(), face) + 11 if beside_title else min(18, rect.height() // 2))
    if face.badge_level is not None and rect.height() >= 16:
        small = font(-3, QFont.Weight.DemiBold)
        width = QFontMetrics(small).horizontalAdvance(_badge_text(face)) + 14
        if width + 50 > rect.width():
            return taken
        pill = QRectF(rect.right() - width - 6, centre - 8, width, 16)
        clash = face.badge_level is Level.CLASH
        painter.setPen(QPen(QColor(theme.clash if clash else theme.warning), 1))
        painter.setBrush(QColor(theme.clash_soft if clash else theme.warning_soft))
        painter.drawRoundedRect(pill, 8, 8)
        painter.setFont(small)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _badge_text(face))
        taken = width + 8
    if face.pinned:
        _paint_pin(painter, QPoint(rect.right() - taken - 14, centre), QColor(theme.text_soft))
        taken += 18
    return taken


def _badge_text(face: BlockFace) -> str:
    sign = "\u25cf" if face.badge_level is Level.CLASH else "\u25b2"
    return f"{sign} {face.badge}"


def _paint_pin(painter: QPainter, centre: QPoint, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(centre.x(), centre.y() - 3), 3.2, 3.2)
    painter.drawLine(QPointF(centre.x(), centre.y()), QPointF(centre.x(), centre.y() + 6))


def _paint_one_line(painter: QPainter, inner: QRect, face: BlockFace, theme: Theme) -> None:
    small = inner.height() < QFontMetrics(font(0)).height()
    title_font = font(-3 if small else 0, _weight(face))
    span_font = font(-3 if small else -1)
    y = inner.top() + (inner.height() - QFontMetrics(title_font).height()) // 2
    line = QRect(inner.left(), y, inner.width(), QFontMetrics(title_font).height())
    span_width = QFontMetrics(span_font).horizontalAdvance(face.span) + 8
    room_for_span = line.width() > span_width + 90
    title_box = line.adjusted(0, 0, -span_width if room_for_span else 0, 0)
    painter.setFont(title_font)
    painter.setPen(_title_colour(face, theme))
    drawn = _elided(painter, title_box, face.title, title_font)
    if room_for_span:
        painter.setFont(span_font)
        painter.setPen(QColor(theme.text_soft))
        left = line.left() + min(drawn + 8, line.width() - span_width + 8)
        painter.drawText(QRect(left, line.top(), span_width, line.height()), Qt.AlignmentFlag.AlignVCenter, face.span)


def _two_lines_px(face: BlockFace) -> int:
    """How high a title and the hours below it are."""
    return QFontMetrics(font(0, _weight(face))).height() + 1 + QFontMetrics(font(-1)).height()


def _top_px(height_px: int, face: BlockFace) -> int:
    """How far below its upper edge a block of two or more lines begins to write."""
    return min(7, (height_px - _two_lines_px(face)) // 2)


def _paint_lines(painter: QPainter, inner: QRect, badge_width: int, face: BlockFace, theme: Theme) -> None:
    title_font, soft = font(0, _weight(face)), font(-1)
    metrics = QFontMetrics(title_font)
    y = inner.top() + _top_px(inner.height(), face)
    title = QRect(inner.left(), y, inner.width() - badge_width, metrics.height() * (2 if inner.height() > 84 else 1))
    painter.setFont(title_font)
    painter.setPen(_title_colour(face, theme))
    # The badge stands beside the first line only.
    y += _wrapped(painter, title, face.title, title_font, badge_width) + 1
    painter.setFont(soft)
    line_height = QFontMetrics(soft).height()
    painter.setPen(QColor(theme.text_soft))
    hours = f"{face.span} · {face.minutes}"
    if QFontMetrics(soft).horizontalAdvance(hours) > inner.width():
        hours = face.span
    _elided(painter, QRect(inner.left(), y, inner.width(), line_height), hours, soft)
    y += line_height + 2
    if face.objectives and y + 19 <= inner.bottom():
        _paint_chips(painter, QPoint(inner.left(), y + 1), inner.right(), face.objectives, theme)
        y += 22
    if face.seats and y + line_height <= inner.bottom():
        painter.setFont(soft)
        painter.setPen(QColor(theme.text))
        _elided(painter, QRect(inner.left(), y, inner.width(), line_height), face.seats, soft)


def _paint_chips(painter: QPainter, at: QPoint, right: int, numbers: tuple[int, ...], theme: Theme) -> None:
    """A pill for each objective; what has no room is counted in the last one."""
    small = font(-2)
    painter.setFont(small)
    x = at.x()
    for text, width in _chips_that_fit(QFontMetrics(small), right - at.x(), numbers):
        pill = QRectF(x + 0.5, at.y() + 0.5, width, 16)
        painter.setPen(QPen(QColor(theme.roundtable_line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(pill, 8, 8)
        painter.setPen(QColor(theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        x += width + _CHIP_GAP_PX


def _chips_that_fit(metrics: QFontMetrics, room: int, numbers: tuple[int, ...]) -> list[tuple[str, int]]:
    def chip(text: str) -> tuple[str, int]:
        return text, max(metrics.horizontalAdvance(text) + 12, 22)

    for shown in range(len(numbers), 0, -1):
        chips = [chip(str(number)) for number in numbers[:shown]]
        if shown < len(numbers):
            chips.append(chip(f"+{len(numbers) - shown}"))
        if sum(width + _CHIP_GAP_PX for _text, width in chips) - _CHIP_GAP_PX <= room:
            return chips
    return []


def _weight(face: BlockFace) -> QFont.Weight:
    return QFont.Weight.Normal if face.kind in _QUIET else QFont.Weight.DemiBold


def _title_colour(face: BlockFace, theme: Theme) -> QColor:
    return QColor(theme.text_soft if face.kind in _QUIET else theme.text)


def _elided(painter: QPainter, box: QRect, text: str, of_font: QFont) -> int:
    """Draw one line, cut with an ellipsis; returns the width drawn."""
    metrics = QFontMetrics(of_font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(QRect(box.left(), box.top(), box.width() + 2, metrics.height()), 0, shown)
    return metrics.horizontalAdvance(shown)


def _wrapped(painter: QPainter, box: QRect, text: str, of_font: QFont, second_wider_px: int = 0) -> int:
    """Draw one or two lines, as the box allows, the last one cut with an ellipsis; returns the height drawn."""
    metrics = QFontMetrics(of_font)
    if metrics.horizontalAdvance(text) <= box.width() or box.height() < 2 * metrics.height():
        _elided(painter, box, text, of_font)
        return metrics.height()
    first = _words_that_fit(text, metrics, box.width())
    _elided(painter, box, first, of_font)
    below = box.translated(0, metrics.height()).adjusted(0, 0, second_wider_px, 0)
    _elided(painter, below, text[len(first) :].strip(), of_font)
    return 2 * metrics.height()


def _words_that_fit(text: str, metrics: QFontMetrics, width: int) -> str:
    words = text.split(" ")
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return " ".join(words[:count])
