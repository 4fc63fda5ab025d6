"""The colours, the fonts and the sizes of the window: two schemes, and who says which is on."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.lint.rule import Severity
from app.lint.terms import Kind

BASE_SIZE = 13
"""The body size, in pixels, that every other measure is a ratio of."""


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """Every colour by what it is for, as "#RRGGBB".

    Equal only to itself: caches of what was painted have it in their keys, and forty strings take
    long to hash.
    """

    base: str
    """Behind lists, trees and text."""
    window: str
    bar: str
    """Behind menus, tools, tabs and the status line."""
    raised: str
    field: str
    """Behind what can be typed in."""
    mat: str
    """Behind every picture."""
    line: str
    """Separators."""
    line2: str
    """Outlines of buttons and keys."""
    control: str
    """An empty verdict ring, a check box."""
    text: str
    text2: str
    """Names, numbers, reasons."""
    text3: str
    """Placeholders and what is disabled; never on a mat or on a selected row."""
    accent: str
    on_accent: str
    selected: str
    accent_wash: str
    error: str
    warning: str
    hint: str
    modifier: str
    light: str
    mood: str
    modifier_wash: str
    light_wash: str
    mood_wash: str
    error_wash: str
    warning_wash: str
    added: str
    removed: str
    track: str
    """The empty part of a meter."""
    chip_edge: str
    """Around a chip on the selected row, where its ground alone is hardly seen."""

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name; AttributeError where there is none."""
        return colour_of(getattr(self, token))


LIGHT = Scheme(
    base="#FAF9F7",
    window="#F0EEEA",
    bar="#E9E6E1",
    raised="#FFFFFF",
    field="#FFFFFF",
    mat="#D8D6D2",
    line="#DBD7D0",
    line2="#B9B3A9",
    control="#8C857A",
    text="#24211D",
    text2="#5C574F",
    text3="#6B655C",
    accent="#1B6A6B",
    on_accent="#FFFFFF",
    selected="#E6EDEC",
    accent_wash="#DCEAE8",
    error="#96103A",
    warning="#8A5A00",
    hint="#52606D",
    modifier="#74600A",
    light="#1A62B8",
    mood="#94207A",
    modifier_wash="#F3EDCF",
    light_wash="#E0EAF7",
    mood_wash="#F4E3F3",
    error_wash="#F7E5E9",
    warning_wash="#F6ECD9",
    added="#DCEAE8",
    removed="#F3E1DD",
    track="#DEDAD3",
    chip_edge="#FFFFFF",
)
DARK = Scheme(
    base="#1A1917",
    window="#232220",
    bar="#1D1C1A",
    raised="#2C2A27",
    field="#161513",
    mat="#11100F",
    line="#35322E",
    line2="#5A554E",
    control="#7D766C",
    text="#E8E4DD",
    text2="#ACA59A",
    text3="#989186",
    accent="#62B8B2",
    on_accent="#0E1F1E",
    selected="#263231",
    accent_wash="#233735",
    error="#FF8B78",
    warning="#F0C060",
    hint="#A3B4C4",
    modifier="#D6C05E",
    light="#7DB2F5",
    mood="#EA98CC",
    modifier_wash="#332E17",
    light_wash="#1E2C3F",
    mood_wash="#37233A",
    error_wash="#3A2420",
    warning_wash="#36291A",
    added="#1F3B38",
    removed="#40261F",
    track="#3A3733",
    chip_edge="#5A554E",
)

KIND_TOKENS = {Kind.MODIFIER: "modifier", Kind.LIGHTING: "light", Kind.MOOD: "mood"}
"""The token of a kind's line; its wash is the same name with "_wash". Others are `hint`."""
SEVERITY_ICONS = {
    Severity.ERROR: ("error", "error"),
    Severity.WARNING: ("warning", "warning"),
    Severity.HINT: ("hint", "hint"),
}
"""The icon's name and its token."""


_EDITORS = ("QPlainTextEdit", "QTextEdit", "QLineEdit", "QAbstractSpinBox")
"""The classes, with their heirs, that a person types in."""


class SchemeChoice(StrEnum):
    """What the person chose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def palette(scheme: Scheme) -> QPalette:
    """The scheme as Qt's roles, for every colour group."""
    roles = {
        QPalette.ColorRole.Base: scheme.base,
        QPalette.ColorRole.AlternateBase: scheme.window,
        QPalette.ColorRole.Window: scheme.window,
        QPalette.ColorRole.Button: scheme.raised,
        QPalette.ColorRole.Light: scheme.raised,
        QPalette.ColorRole.Midlight: scheme.window,
        QPalette.ColorRole.Mid: scheme.line,
        QPalette.ColorRole.Dark: scheme.line2,
        QPalette.ColorRole.Shadow: scheme.line2,
        QPalette.ColorRole.Text: scheme.text,
        QPalette.ColorRole.WindowText: scheme.text,
        QPalette.ColorRole.ButtonText: scheme.text,
        QPalette.ColorRole.BrightText: scheme.text,
        QPalette.ColorRole.PlaceholderText: scheme.text3,
        QPalette.ColorRole.Accent: scheme.accent,
        QPalette.ColorRole.Link: scheme.accent,
        QPalette.ColorRole.LinkVisited: scheme.accent,
        QPalette.ColorRole.Highlight: scheme.selected,
        QPalette.ColorRole.HighlightedText: scheme.text,
        QPalette.ColorRole.ToolTipBase: scheme.raised,
        QPalette.ColorRole.ToolTipText: scheme.text,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(QPalette.ColorGroup.All, role, colour_of(value))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, colour_of(scheme.text3))
    return result


def editor_palette(scheme: Scheme) -> QPalette:
    """The palette of what can be typed in: selected text is `on_accent` on `accent`."""
    result = palette(scheme)
    for role, value in (
        (QPalette.ColorRole.Base, scheme.field),
        (QPalette.ColorRole.Highlight, scheme.accent),
        (QPalette.ColorRole.HighlightedText, scheme.on_accent),
    ):
        result.setColor(QPalette.ColorGroup.All, role, colour_of(value))
    return result


def current_scheme() -> Scheme:
    """The scheme that the application's palette shows now."""
    palette = QGuiApplication.palette()
    # Every painter asks, many times in a page: a palette is looked at once.
    key = palette.cacheKey()
    if _now.palette_key != key:
        base = palette.color(QPalette.ColorRole.Base)
        _now.scheme = DARK if base.lightness() < 128 else LIGHT
        _now.palette_key = key
    return _now.scheme


def apply_scheme(app: QApplication, choice: SchemeChoice) -> None:
    """Put the chosen scheme on the whole application, and follow the desktop if that is chosen."""
    follower = app.findChild(_Follower) or _Follower(app)
    follower.choose(choice)


class _Follower(QObject):
    """Repaints the application when the desktop turns dark or light."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = SchemeChoice.SYSTEM
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: SchemeChoice) -> None:
        self._choice = choice
        wanted = {
            SchemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            SchemeChoice.LIGHT: Qt.ColorScheme.Light,
            SchemeChoice.DARK: Qt.ColorScheme.Dark,
        }[choice]
        # Frames and native dialogs take their colours from the hint, everything else from us.
        self._app.styleHints().setColorScheme(wanted)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        dark = self._choice is SchemeChoice.DARK or (
            self._choice is SchemeChoice.SYSTEM
            and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        scheme = DARK if dark else LIGHT
        self._app.setPalette(palette(scheme))
        for editor in _EDITORS:
            # The stubs of PySide say bytes, and it takes str only.
            self._app.setPalette(editor_palette(scheme), editor)  # pyright: ignore[reportArgumentType]


_LATIN = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
)
_JAPANESE = ("Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans")
_MONO = ("JetBrains Mono", "Cascadia Mono", "Menlo", "DejaVu Sans Mono")
_MONO_JAPANESE = ("Noto Sans Mono CJK JP",)


def families(language: str, *, mono: bool = False) -> list[str]:
    """The font families in order, for a language code such as "en" or "ja"."""
    latin, japanese = (_MONO, _MONO_JAPANESE) if mono else (_LATIN, _JAPANESE)
    last = "monospace" if mono else "sans-serif"
    if language == "ja" and not mono:
        # The Japanese faces directly behind the one Latin face that has no Han characters at all:
        # anything between them may bring the Chinese shapes of the same code points.
        return [latin[0], *japanese, *latin[1:], last]
    return [*latin, *japanese, last]


def set_language(language: str) -> None:
    """Say which language the fonts are for; "en" until then. Fonts made before are not changed."""
    _now.language = language
    _font.cache_clear()


def set_base_size(pixels: int) -> None:
    """Say how many pixels the body text has: every font and measure follows in proportion."""
    _now.base = pixels
    _font.cache_clear()
    scaled.cache_clear()


@lru_cache(maxsize=256)
def scaled(pixels: float) -> int:
    """A measure of the design at the person's text size, in device-independent pixels."""
    return round(pixels * _now.base / BASE_SIZE)


def interface_font(
    language: str = "", size: int = BASE_SIZE, weight: int = 400, *, numbers: bool = False
) -> QFont:
    """A font of the design. `size` is in pixels at the base size, and is scaled here.

    `language` "" is the language of the interface. `numbers` gives all digits one width.
    """
    return QFont(_font(language or _now.language, scaled(size), weight, numbers, mono=False))


def mono_font(size: int = 12) -> QFont:
    """The fixed-width font of `data.toml`."""
    return QFont(_font(_now.language, scaled(size), 400, numbers=False, mono=True))


def type_key() -> tuple[str, int]:
    """What all fonts and measures follow from: whoever keeps painted words keeps it with them."""
    return _now.language, _now.base


class _Now:
    """Language, base size and scheme of this process; one interface has one of each."""

    language = "en"
    base = BASE_SIZE
    scheme = LIGHT
    palette_key: int | None = None


_now = _Now()


@lru_cache(maxsize=256)
def _font(language: str, size: int, weight: int, numbers: bool, *, mono: bool) -> QFont:
    font = QFont()
    font.setFamilies(families(language, mono=mono))
    font.setPixelSize(max(size, 1))
    font.setWeight(QFont.Weight(weight))
    if numbers:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def has_japanese_font() -> bool:
    """Whether this machine can show Japanese at all."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))


@lru_cache(maxsize=256)
def colour_of(value: str) -> QColor:
    """The colour of "#RRGGBB", made once."""
    return QColor(value)
