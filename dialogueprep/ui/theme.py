"""The look of the window: colours, fonts and sizes from ``resources/themes/tokens.toml``.

One `Theme` is applied to the application; ``colours()``, ``font()`` and ``scaled()`` answer
for the one in force, so that painting code needs no reference to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from dialogueprep import paths
from dialogueprep.domain.texts import LANGUAGES, Language, language_of

Role = Literal["caption", "label", "small", "body", "strong", "write", "head", "title", "display"]
TEXT_SIZES = (0.9, 1.0, 1.15, 1.3, 1.5)


class Scheme(StrEnum):
    """Which colours the user asks for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class TermsLook:
    """How a badge of terms is drawn: text, ground, outline and icon."""

    fg: QColor
    bg: QColor
    line: QColor
    icon: str


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours of one scheme; the names are those of tokens.toml."""

    paper: QColor
    shade: QColor
    sheet: QColor
    lift: QColor
    hover: QColor
    press: QColor
    select: QColor
    select_idle: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    ink_off: QColor
    hair: QColor
    hair_strong: QColor
    edge: QColor
    accent: QColor
    accent_down: QColor
    on_accent: QColor
    accent_soft: QColor
    focus: QColor
    info: QColor
    info_soft: QColor
    warn: QColor
    warn_soft: QColor
    warn_line: QColor
    block: QColor
    block_soft: QColor
    block_line: QColor
    ok: QColor
    ok_soft: QColor
    ok_line: QColor
    mark: QColor
    dark: bool
    sensitivity_fill: tuple[QColor, ...]
    sensitivity_text: tuple[QColor, ...]
    sensitivity_line: tuple[QColor, ...]
    terms: Mapping[str, TermsLook]

    def named(self, name: str) -> QColor:
        """Return the colour of a token by its name."""
        return cast("QColor", getattr(self, name))


@cache
def tokens() -> dict[str, Any]:
    """Return the tokens as read from the file."""
    path = paths.resources() / "themes" / "tokens.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def colours_of(scheme: Literal["light", "dark"]) -> Colours:
    """Return the colours of the light or the dark scheme."""
    flat = {name: QColor(colour) for name, colour in tokens()[scheme].items()}
    ladder = tokens()["sensitivity"][scheme]
    return Colours(
        **flat,
        dark=scheme == "dark",
        sensitivity_fill=tuple(QColor(c) for c in ladder["fill"]),
        sensitivity_text=tuple(QColor(c) for c in ladder["text"]),
        sensitivity_line=tuple(QColor(c) for c in ladder["line"]),
        terms={name: _terms(look) for name, look in tokens()["terms"][scheme].items()},
    )


def _terms(look: dict[str, str]) -> TermsLook:
    return TermsLook(QColor(look["fg"]), QColor(look["bg"]), QColor(look["line"]), look["icon"])


class _InForce:
    """What the applied theme says now."""

    scheme: Literal["light", "dark"] = "light"
    factor: float = 1.0
    language: Language = "en"
    put: tuple[Scheme, str, float, Language] | None = None
    """What the application has been given: asked for, shown, text size, language."""


def colours() -> Colours:
    """Return the colours in force."""
    return colours_of(_InForce.scheme)


def window_language() -> Language:
    """Return the language that decides between Han forms where a text does not say."""
    return _InForce.language


def letters() -> tuple[float, Language]:
    """Return what all fonts depend on: the user's text size and the language of the window."""
    return _InForce.factor, _InForce.language


def scaled(px: float) -> int:
    """Return a length in px at the user's text size: row heights, positions of lines."""
    return round(px * _InForce.factor)


def room(px: float) -> int:
    """Return a width in px that grows half as much as letters: panels, what is a narrow window."""
    return round(px * (1 + _InForce.factor) / 2)


def line(role: Role) -> int:
    """Return the height of a line of this role in px."""
    return scaled(tokens()["type"][role]["line"])


def role_px(role: Role) -> int:
    """Return the size of this role's letters in px."""
    return scaled(tokens()["type"][role]["px"])


def families(language: Language) -> list[str]:
    """Return the font families for a text in this language, in order of preference."""
    type_ = tokens()["type"]
    return [type_["latin"], *type_["fallback"][language], *type_["last_resort"]]


def font(
    role: Role = "body",
    *,
    weight: int | None = None,
    language: Language | None = None,
    tabular: bool = False,
) -> QFont:
    """Return the font of a role; made once and kept. ``language`` picks the Han forms."""
    wanted = weight or int(tokens()["type"][role]["weight"])
    return font_px(role_px(role), wanted, language or _InForce.language, tabular)


def font_for(text: str, role: Role = "body", weight: int | None = None) -> QFont:
    """Return the font of a role for a text, its language told from its script."""
    return font(role, weight=weight, language=language_of(text, _InForce.language))


@lru_cache(maxsize=512)
def font_px(px: int, weight: int, language: Language, tabular: bool = False) -> QFont:
    """Return a font by size in px (already scaled), weight and language; made once."""
    made = QFont()
    made.setFamilies(families(language))
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=512)
def metrics(of: QFont) -> QFontMetricsF:
    """Return the metrics of a font; kept as long as the font is."""
    return QFontMetricsF(of)


def as_language(code: str) -> Language:
    """Return the language with this code; English for any other code."""
    return cast("Language", code) if code in LANGUAGES else "en"


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt, once, and return their families."""
    known: set[str] = set()
    for path in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        known.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(known))


class Theme(QObject):
    """Applies scheme, language and text size to the application, at start and at run time."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = Scheme.SYSTEM
        load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(
        self,
        scheme: Scheme | str = Scheme.SYSTEM,
        language: str = "en",
        text_size: float = 1.0,
    ) -> None:
        """Put palette, fonts and style sheet in force, all in one go; not again what is in force:
        each style sheet makes Qt look anew at every widget that there is."""
        self._scheme = Scheme(scheme)
        _InForce.language = as_language(language)
        _InForce.factor = text_size
        hints = QGuiApplication.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(_QT_SCHEMES[self._scheme])
        hints.blockSignals(False)
        if self._to_put() != _InForce.put:
            self._put_in_force()

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._put_in_force()

    def _put_in_force(self) -> None:
        _InForce.scheme = self._wanted()
        application = cast("QApplication", QApplication.instance())
        application.setFont(font("body"))
        application.setPalette(_palette(colours()))
        application.setStyleSheet(_sheet())
        _InForce.put = self._to_put()
        self.changed.emit()

    def _to_put(self) -> tuple[Scheme, str, float, Language]:
        return self._scheme, self._wanted(), _InForce.factor, _InForce.language

    def _wanted(self) -> Literal["light", "dark"]:
        if self._scheme is not Scheme.SYSTEM:
            return "dark" if self._scheme is Scheme.DARK else "light"
        system = QGuiApplication.styleHints().colorScheme()
        return "dark" if system is Qt.ColorScheme.Dark else "light"


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def _sheet() -> str:
    from dialogueprep.ui.style_sheet import style_sheet

    return style_sheet(colours())


def _palette(c: Colours) -> QPalette:
    """Return the palette for everything that Qt paints itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: c.paper, role.Base: c.sheet, role.AlternateBase: c.paper,
        role.Text: c.ink, role.WindowText: c.ink, role.Button: c.sheet,
        role.ButtonText: c.ink, role.BrightText: c.block, role.Highlight: c.select,
        role.HighlightedText: c.ink, role.ToolTipBase: c.lift, role.ToolTipText: c.ink,
        role.PlaceholderText: c.ink3, role.Link: c.accent, role.LinkVisited: c.accent,
        role.Light: c.sheet, role.Midlight: c.hair, role.Mid: c.hair,
        role.Dark: c.hair_strong, role.Shadow: c.hair_strong, role.Accent: c.accent,
    }.items():  # fmt: skip
        palette.setColor(which, colour)
    for which in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, c.ink_off)
    return palette
