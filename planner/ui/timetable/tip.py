"""The tip beside a block that is being dragged: day and hours, then what the spot would mean."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.phrases import holder_name, session_name, span_with_zone
from planner.rules.finding import Finding, Level
from planner.ui.seating import Seating, clashes_of_seating
from planner.ui.theme import Theme, font
from planner.ui.timetable.canvas import Ghost
from planner.ui.timetable.judging import Verdict, accepted_words
from planner.wording import role_name, say, say_count, say_list

_PAD_PX = 10
_WIDEST_PX = 340
_MOST_FINDINGS = 4

Line = tuple[str, str, bool]
"""A sentence, its colour, and whether it is bold."""


class SpotTip(QWidget):
    """A dark card that never takes the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._area = parent
        self._lines: tuple[Line, ...] = ()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_verdict(self, agenda: Agenda, ghost: Ghost, verdict: Verdict, beside: QRect) -> None:
        """Say what the ghost's spot means, beside its rectangle in the parent's coordinates."""
        lines = [(span_with_zone(agenda, ghost.spot, ghost.minutes), self._theme.on_tip, True)]
        if verdict.refusal:
            lines.append((verdict.refusal, self._theme.tip_clash, False))
        elif not verdict.findings:
            lines.append((_well(verdict), self._theme.on_tip, False))
        found, accepted = self._lines_of(verdict.findings), self._accepted_lines(verdict.accepted)
        self._show_lines([*lines, *found, *accepted, *self._hard_lines(agenda, verdict)], beside)

    def show_seating(self, agenda: Agenda, seating: Seating, beside: QRect) -> None:
        """Say who would be seated, and what that would clash with."""
        names = say_list([holder_name(agenda, *holder) for holder in seating.holders])
        session = session_name(agenda.sessions[seating.session_id])
        title = say("{names}, {role} in {session}", names=names, role=role_name(seating.role).lower(), session=session)
        findings = clashes_of_seating(agenda, seating)
        lines = [(title, self._theme.on_tip, True)]
        if not findings:
            lines.append((say("No clash · hold Shift for moderator"), self._theme.on_tip, False))
        self._show_lines([*lines, *self._lines_of(findings)], beside)

    def _show_lines(self, lines: Sequence[Line], beside: QRect) -> None:
        if tuple(lines) != self._lines or self.isHidden():
            self._lines = tuple(lines)
            self.setAccessibleName("\n".join(text for text, _colour, _bold in self._lines))
            self.resize(self._size())
        self.move(self._place(beside))
        self.show()
        self.raise_()
        self.update()

    def _lines_of(self, findings: Sequence[Finding]) -> Iterator[Line]:
        for finding in findings[:_MOST_FINDINGS]:
            clash = finding.level is Level.CLASH
            yield finding.sentence, self._theme.tip_clash if clash else self._theme.tip_warning, False
        more = len(findings) - _MOST_FINDINGS
        if more > 0:
            yield say_count("and {count} more", "and {count} more", more), self._theme.on_tip, False

    def _accepted_lines(self, findings: Sequence[Finding]) -> Iterator[Line]:
        for finding in findings[:_MOST_FINDINGS]:
            yield accepted_words(finding), self._theme.on_tip, False

    def _hard_lines(self, agenda: Agenda, verdict: Verdict) -> Iterator[Line]:
        """What is not a finding of the spot: a length that its floor time does not fit, hours outside the usual."""
        if not verdict.strained and not verdict.over_run_minutes:
            return
        from planner.ui.timetable.strain_words import over_run_words, strained_lines

        if verdict.over_run_minutes:
            yield over_run_words(verdict.over_run_minutes), self._theme.tip_warning, False
        for line in strained_lines(agenda, verdict.strained):
            yield line, self._theme.tip_warning, False

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


def _well(verdict: Verdict) -> str:
    return say("No open clash · fits the window") if verdict.accepted else say("No clash · fits the window")
