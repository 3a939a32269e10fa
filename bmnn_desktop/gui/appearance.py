"""How the window looks: the style sheet with its colours taken from the system's palette.

Surfaces, lines and text are mixed from the palette, so that light, dark and high-contrast systems
keep their own; only the four tones of a message have colours of ours, one set for each side.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from bmnn_desktop import resources

_READABLE = 4.5  # WCAG contrast of text
_DARK_PART = 0.03928
_LIGHT = {
    "good": "#1b6b3a", "good-back": "#e6f4ea", "good-line": "#9fd0b0",
    "amber": "#7a4b00", "amber-back": "#fff3d6", "amber-line": "#e5bf6a",
    "bad": "#a3221b", "bad-back": "#fdeceb", "bad-line": "#e6a5a1",
    "band": "#ffd166", "band-text": "#3d2a00",
}  # fmt: skip
_DARK = {
    "good": "#8fd6a8", "good-back": "#1d3326", "good-line": "#3c6b4e",
    "amber": "#f2cd82", "amber-back": "#3a2f18", "amber-line": "#7a6230",
    "bad": "#f4a9a3", "bad-back": "#3d2322", "bad-line": "#804543",
    "band": "#a87a1c", "band-text": "#ffffff",
}  # fmt: skip


def is_dark(palette: QPalette) -> bool:
    """Tell whether the text of `palette` is lighter than its ground."""
    return _light(palette.color(QPalette.ColorRole.Window)) < _light(
        palette.color(QPalette.ColorRole.WindowText)
    )


def colours(palette: QPalette) -> dict[str, str]:
    """Return the colours that the style sheet names."""
    role = QPalette.ColorRole
    window, text = palette.color(role.Window), palette.color(role.WindowText)
    base, accent = palette.color(role.Base), palette.color(role.Highlight)
    step = QColor("white") if is_dark(palette) else QColor("black")
    accent_text = QColor(accent)
    while _contrast(accent_text, base) < _READABLE:
        accent_text = _mix(accent_text, step, 0.06)
    fill = QColor(accent)
    while _contrast(fill, QColor("white")) < _READABLE:
        fill = _mix(fill, QColor("black"), 0.06)
    mixed = {
        "line": _mix(window, text, 0.20),
        "soft-line": _mix(window, text, 0.10),
        "quiet": _mix(base, palette.color(role.Text), 0.66),
        "hover": _mix(window, text, 0.07),
        "chosen": _mix(window, accent, 0.22),
        "accent": accent_text,
        "fill": fill,
        "fill-hover": _mix(fill, QColor("black"), 0.12),
        "field": base,
        "off": _mix(window, text, 0.45),
    }
    tones = _DARK if is_dark(palette) else _LIGHT
    return {name: colour.name() for name, colour in mixed.items()} | tones


class Appearance(QObject):
    """Dresses the application and does so again when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = resources.path("style.qss").read_text(encoding="utf-8")
        self._worn: dict[str, str] = {}
        app.setStyle("Fusion")
        self._dress()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a new palette."""
        if event.type() == QEvent.Type.ApplicationPaletteChange and watched is self._app:
            self._dress()
        return False

    def _dress(self) -> None:
        chosen = colours(self._app.palette())
        if chosen == self._worn:
            return
        self._worn = chosen
        sheet = self._sheet.replace("@icons", resources.path("icons").as_posix())
        for name in sorted(chosen, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", chosen[name])
        self._app.setStyleSheet(sheet)


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(_parts(one), _parts(other), strict=True)
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in parts))


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _light(colour: QColor) -> float:
    """Return the relative luminance of WCAG."""
    red, green, blue = (
        part / 12.92 if part <= _DARK_PART else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    brighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
