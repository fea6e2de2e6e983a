"""The tip beside a block that is being dragged: day and hours, then what the spot would mean."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.phrases import span_with_zone
from planner.rules.finding import Level
from planner.ui.theme import Theme, font
from planner.ui.timetable.canvas import Ghost
from planner.ui.timetable.judging import Verdict
from planner.wording import say, say_count

_PAD_PX = 10
_WIDEST_PX = 340
_MOST_FINDINGS = 4


class SpotTip(QWidget):
    """A dark card that never takes the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._area = parent
        self._lines: tuple[tuple[str, str, bool], ...] = ()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_verdict(self, agenda: Agenda, ghost: Ghost, verdict: Verdict, beside: QRect) -> None:
        """Say what the ghost's spot means, beside its rectangle in the parent's coordinates."""
        self._lines = self._lines_of(agenda, ghost, verdict)
        self.setAccessibleName("\n".join(text for text, _colour, _bold in self._lines))
        self.resize(self._size())
        self.move(self._place(beside))
        self.show()
        self.raise_()
        self.update()

    def _lines_of(self, agenda: Agenda, ghost: Ghost, verdict: Verdict) -> tuple[tuple[str, str, bool], ...]:
        theme = self._theme
        lines = [(span_with_zone(agenda, ghost.spot, ghost.minutes), theme.on_tip, True)]
        if verdict.refusal:
            lines.append((verdict.refusal, theme.tip_clash, False))
        elif not verdict.findings:
            lines.append((say("No clash · fits the window"), theme.on_tip, False))
        for finding in verdict.findings[:_MOST_FINDINGS]:
            colour = theme.tip_clash if finding.level is Level.CLASH else theme.tip_warning
            lines.append((finding.sentence, colour, False))
        more = len(verdict.findings) - _MOST_FINDINGS
        if more > 0:
            lines.append((say_count("and {count} more", "and {count} more", more), theme.on_tip, False))
        return tuple(lines)

    def _boxes(self) -> list[tuple[QRect, QFont, str, str]]:
        boxes, top = [], _PAD_PX - 2
        for text, colour, bold in self._lines:
            made = font(-1, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            wanted = QFontMetrics(made).boundingRect(QRect(0, 0, _WIDEST_PX, 1000), Qt.TextFlag.TextWordWrap, text)
            boxes.append((QRect(_PAD_PX, top, wanted.width() + 2, wanted.height()), made, colour, text))
            top += wanted.height() + 2
        return boxes

    def _size(self) -> QSize:
        boxes = self._boxes()
        return QSize(max(box.right() for box, *_ in boxes) + _PAD_PX, boxes[-1][0].bottom() + _PAD_PX)

    def _place(self, beside: QRect) -> QPoint:
        area = self._area.rect()
        x = beside.right() - self.width() - 8
        y = (
            beside.bottom() + 6
            if beside.bottom() + 6 + self.height() <= area.bottom()
            else beside.top() - self.height() - 6
        )
        return QPoint(
            max(4, min(x, area.right() - self.width() - 4)), max(4, min(y, area.bottom() - self.height() - 4))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tip))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        for box, made, colour, text in self._boxes():
            painter.setFont(made)
            painter.setPen(QColor(colour))
            painter.drawText(box.adjusted(0, 0, 4, 2), Qt.TextFlag.TextWordWrap, text)
