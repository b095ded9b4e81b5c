"""Colours, fonts and sizes in force."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from dialogueprep.ui import icons, theme
from dialogueprep.ui.theme import Theme, colours, colours_of, font, load_fonts, scaled

SURFACES = ("paper", "shade", "sheet", "lift", "hover", "press", "select", "select_idle")
TEXT_PAIRS = [(ink, ground) for ink in ("ink", "ink2", "ink3") for ground in SURFACES]
TEXT_PAIRS += [("accent", g) for g in ("paper", "shade", "sheet", "select", "accent_soft")]
TEXT_PAIRS += [("on_accent", "accent"), ("on_accent", "accent_down"), ("ink", "mark")]
TEXT_PAIRS += [(level, f"{level}_soft") for level in ("info", "warn", "block", "ok")]
TEXT_PAIRS += [(level, "sheet") for level in ("info", "warn", "block", "ok")]
SIGN_PAIRS = [(f"{level}_line", "sheet") for level in ("warn", "block", "ok")]
SIGN_PAIRS += [("focus", "sheet"), ("focus", "paper"), ("edge", "sheet")]


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_reads_on_every_surface(scheme) -> None:
    c = colours_of(scheme)
    poor = [pair for pair in TEXT_PAIRS if contrast(c.named(pair[0]), c.named(pair[1])) < 4.5]
    assert poor == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_and_edges_stand_out(scheme) -> None:
    c = colours_of(scheme)
    assert [p for p in SIGN_PAIRS if contrast(c.named(p[0]), c.named(p[1])) < 3] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_digits_and_terms_read_on_their_own_ground(scheme) -> None:
    c = colours_of(scheme)
    ladder = zip(c.sensitivity_text, c.sensitivity_fill, strict=True)
    assert all(contrast(ink, ground) >= 4.5 for ink, ground in ladder)
    assert all(contrast(look.fg, look.bg) >= 4.5 for look in c.terms.values())


def test_what_is_in_force_is_not_put_in_force_again(look: Theme) -> None:
    told: list[str] = []
    look.changed.connect(lambda: told.append(theme.window_language()))
    look.apply("light", "en", 1.0)
    assert told == []
    look.apply("light", "zh", 1.0)
    Theme().apply("light", "zh", 1.0)
    look.apply("light", "en", 1.0)
    assert told == ["zh", "en"]


def test_the_scheme_changes_at_run_time_in_palette_and_style_sheet(
    qapp: QApplication, look: Theme
) -> None:
    light = colours()
    look.apply("dark")
    assert colours().dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == colours().paper != light.paper
    assert colours().paper.name() in qapp.styleSheet()
    assert light.paper.name() not in qapp.styleSheet()


def test_an_icon_follows_the_scheme(look: Theme) -> None:
    icon = icons.icon("house", "ink")
    before = icon.pixmap(16, 16).toImage()
    look.apply("dark")
    assert icon.pixmap(16, 16).toImage() != before


def test_the_size_of_text_scales_letters_lines_and_rows(look: Theme) -> None:
    look.apply("light", "en", 1.5)
    assert font("body").pixelSize() == 21
    assert scaled(34) == 51
    assert theme.line("body") == 30


def test_han_forms_follow_the_language_of_the_text(look: Theme) -> None:
    assert theme.font_for("日本語の文").families()[1] == "Noto Sans JP"
    assert theme.font_for("한국어 문장").families()[1] == "Noto Sans KR"
    assert theme.font_for("中文句子").families()[1] == "Noto Sans SC"


def test_the_shipped_fonts_are_loaded_and_each_font_is_made_once(look: Theme) -> None:
    assert {"Source Sans 3", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"} <= set(load_fonts())
    assert font("small", tabular=True) is font("small", tabular=True)


def test_setting_sizes_of_fonts_loses_no_reference_to_none(look: Theme) -> None:
    made = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        made.setPixelSize(14)
    assert abs(sys.getrefcount(None) - before) < 100
