"""Colours, type and spacing of the window, light and dark; and the style sheet made from them."""

from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from planner.models.kinds import SessionKind
from planner.resources import resource

FAMILY = "Noto Sans"
_SMALLEST_TEXT_PX, _LARGEST_TEXT_PX = 13, 18


class Theme(NamedTuple):
    """One set of colours, as hexadecimal text."""

    is_dark: bool
    window: str
    panel: str
    canvas: str
    closed: str
    line: str
    line_soft: str
    text: str
    text_soft: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    field: str
    field_line: str
    clash: str
    clash_soft: str
    warning: str
    warning_soft: str
    note: str
    good: str
    plain_fill: str
    plain_line: str
    plain_bar: str
    roundtable_fill: str
    roundtable_line: str
    side_fill: str
    side_line: str
    side_bar: str
    hatch: str
    tip: str
    on_tip: str
    tip_warning: str
    tip_clash: str

    def fill_of(self, kind: SessionKind) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and bar of a block."""
        fills = {
            SessionKind.ROUNDTABLE: (self.roundtable_fill, self.roundtable_line, self.accent),
            SessionKind.SIDE_EVENT: (self.side_fill, self.side_line, self.side_bar),
        }
        fill, line, bar = fills.get(kind, (self.plain_fill, self.plain_line, self.plain_bar))
        return QColor(fill), QColor(line), QColor(bar)


LIGHT = Theme(
    is_dark=False,
    window="#FFFFFF", panel="#FFFFFF", canvas="#FBFCFD", closed="#EDF0F3", line="#D9DFE5", line_soft="#EBEEF1",
    text="#17212B", text_soft="#5B6873", accent="#0B6BB5", accent_strong="#095A99", on_accent="#FFFFFF",
    accent_soft="#E3EFF9", field="#FFFFFF", field_line="#C3CCD4",
    clash="#B3261E", clash_soft="#FDECEA", warning="#8A5A00", warning_soft="#FFF4DC", note="#4A6274", good="#1F8A54",
    plain_fill="#EDF1F4", plain_line="#C9D2DA", plain_bar="#4C5C6A",
    roundtable_fill="#E6F1FA", roundtable_line="#9DC4E6",
    side_fill="#EFEBF8", side_line="#C5B8E4", side_bar="#6A4FB3",
    hatch="#DDE2E7", tip="#1C2731", on_tip="#FFFFFF", tip_warning="#FFD48A", tip_clash="#FFB4AB",
)  # fmt: skip

DARK = Theme(
    is_dark=True,
    window="#161B21", panel="#1A2027", canvas="#12171C", closed="#0D1115", line="#313B45", line_soft="#232B33",
    text="#E6EBF0", text_soft="#9AA7B3", accent="#58AEF0", accent_strong="#7CC0F4", on_accent="#08131D",
    accent_soft="#173247", field="#12171C", field_line="#414D58",
    clash="#FF8A80", clash_soft="#3F1D1B", warning="#F0B74A", warning_soft="#3A2D12", note="#9FB6C7", good="#58C48C",
    plain_fill="#242D36", plain_line="#3D4954", plain_bar="#94A3B0",
    roundtable_fill="#17303F", roundtable_line="#2F5F84",
    side_fill="#2A2440", side_line="#4E4478", side_bar="#AE9BEA",
    hatch="#242C34", tip="#E8EDF2", on_tip="#121A21", tip_warning="#7A4E00", tip_clash="#A31D15",
)  # fmt: skip


def load_fonts() -> None:
    """Register the bundled Noto Sans with Qt, so that every machine shows the same letters."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def text_px() -> int:
    """The base size of text in pixels: the system's own, within what the layout can carry."""
    return max(_SMALLEST_TEXT_PX, min(QFontInfo(QApplication.font()).pixelSize(), _LARGEST_TEXT_PX))


def font(size_px: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface font; ``size_px`` is added to the base size."""
    made = QFont(FAMILY)
    made.setPixelSize(QApplication.font().pixelSize() + size_px)
    made.setWeight(weight)
    return made


def system_theme() -> Theme:
    """Light or dark, as the system is set."""
    return DARK if QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Palette of every widget; the style sheet is set by ``dress`` once the window is built."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, theme.window), (roles.WindowText, theme.text), (roles.Base, theme.field),
        (roles.AlternateBase, theme.canvas), (roles.Text, theme.text), (roles.PlaceholderText, theme.text_soft),
        (roles.Button, theme.panel), (roles.ButtonText, theme.text), (roles.BrightText, theme.clash),
        (roles.Highlight, theme.accent), (roles.HighlightedText, theme.on_accent), (roles.Link, theme.accent),
        (roles.ToolTipBase, theme.tip), (roles.ToolTipText, theme.on_tip), (roles.Mid, theme.line),
        (roles.Accent, theme.accent),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text_soft).lighter(110))
    application.setPalette(palette)


def dress(theme: Theme) -> None:
    """Set the style sheet of the whole program. After building a window: so each widget is styled once."""
    application, sheet = QApplication.instance(), style_sheet(theme)
    if isinstance(application, QApplication) and application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Give a widget another property that the style sheet asks for: Qt looks at it once, unless it is told."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def style_sheet(theme: Theme) -> str:
    """The style sheet of panels, bars and dialogs."""
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    colours = {name: value for name, value in theme._asdict().items() if isinstance(value, str)}
    base = QApplication.font().pixelSize()
    shade = "dark" if theme.is_dark else "light"
    icons = {name: resource("icons", f"{name}-{shade}.svg").as_posix() for name in ("arrow", "check")}
    return template.substitute(colours, **icons, base=base, small=base - 1, tiny=base - 2, large=base + 2)
