"""The application's style sheet, made from the tokens; selectors are types, names, properties."""

from __future__ import annotations

from typing import get_args

from dialogueprep.ui import theme
from dialogueprep.ui.theme import Colours, Role

_INKS = ("ink", "ink2", "ink3", "accent", "warn", "block", "ok", "info", "on_accent")
_DEFAULT_INK = {"caption": "ink3", "label": "ink2", "small": "ink2"}


def style_sheet(c: Colours) -> str:
    """Return the style sheet for these colours at the text size in force."""
    parts = (_surfaces, _labels, _fields, _views, _popups, _scroll_bars)
    return "\n".join(part(c) for part in parts)


def _surfaces(c: Colours) -> str:
    flat = "".join(
        f"QFrame#{name} {{ background: {c.named(name).name()}; border: none; }}\n"
        for name in ("paper", "shade", "sheet", "press", "info_soft", "warn_soft", "block_soft")
    )
    return f"""
QMainWindow, QDialog {{ background: {c.paper.name()}; }}
{flat}
QFrame#card {{ background: {c.sheet.name()}; border: 1px solid {c.hair.name()};
  border-radius: 7px; }}
QFrame#card[current="true"] {{ border: 1px solid {c.accent.name()}; }}
QFrame#hairline {{ background: {c.hair.name()}; border: none; }}
QSplitter::handle {{ background: {c.hair.name()}; }}
"""


def _labels(c: Colours) -> str:
    rules = ["QLabel { background: transparent; }"]
    for role in get_args(Role):
        style = theme.tokens()["type"][role]
        ink = c.named(_DEFAULT_INK.get(role, "ink")).name()
        rules.append(
            f'QLabel[t="{role}"] {{ font-size: {theme.role_px(role)}px; '
            f"font-weight: {style['weight']}; color: {ink}; }}"
        )
    rules += [f'QLabel[ink="{n}"] {{ color: {c.named(n).name()}; }}' for n in _INKS]
    rules.append(f"QLabel:disabled {{ color: {c.ink_off.name()}; }}")
    return "\n".join(rules)


def _fields(c: Colours) -> str:
    body, write = theme.role_px("body"), theme.role_px("write")
    high = theme.scaled(30)
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    return f"""
{fields} {{ background: {c.sheet.name()}; border: 1px solid {c.edge.name()};
  border-radius: 5px; padding: 0 9px; font-size: {body}px; color: {c.ink.name()};
  selection-background-color: {c.select.name()}; selection-color: {c.ink.name()}; }}
QLineEdit, QAbstractSpinBox {{ min-height: {high}px; max-height: {high}px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 7px; }}
WritingField {{ padding: 4px 9px; }}
{focused} {{ border: 2px solid {c.focus.name()}; padding: 0 8px; }}
QLineEdit:focus, QAbstractSpinBox:focus {{ min-height: {high - 2}px;
  max-height: {high - 2}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 3px 6px; }}
WritingField:focus {{ padding: 3px 8px; }}
QLineEdit[quiet="true"], QPlainTextEdit[quiet="true"] {{ border-color: {c.hair_strong.name()}; }}
QLineEdit[bad="true"], QPlainTextEdit[bad="true"] {{ border-color: {c.block_line.name()}; }}
QLineEdit[due="true"] {{ border-color: {c.warn_line.name()}; }}
QLineEdit[leading="true"], QLineEdit[leading="true"]:focus {{ padding-left: 0px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"],
QPlainTextEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
QLineEdit[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {{
  border-color: {c.focus.name()}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0;
  background: transparent; min-height: 0; }}
QLineEdit[large="true"] {{ font-size: {theme.role_px("title")}px; }}
QPlainTextEdit[write="true"] {{ font-size: {write}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {{
  color: {c.ink_off.name()}; border-color: {c.hair.name()}; background: transparent; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ border-color: {c.hair.name()}; }}
"""


def _views(c: Colours) -> str:
    return f"""
QAbstractItemView {{ background: {c.sheet.name()}; border: none; outline: 0; }}
QAbstractItemView[on="paper"] {{ background: {c.paper.name()}; }}
QAbstractItemView[on="shade"] {{ background: {c.shade.name()}; }}
QAbstractItemView[on="press"] {{ background: {c.press.name()}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget#viewport {{ background: transparent; }}
QTableCornerButton::section {{ background: {c.shade.name()}; border: none; }}
QHeaderView {{ background: {c.shade.name()}; border: none; }}
QHeaderView::section {{ background: {c.shade.name()}; color: {c.ink2.name()}; border: none;
  border-bottom: 1px solid {c.hair.name()}; padding: 0 8px;
  font-size: {theme.role_px("label")}px; font-weight: 600; }}
"""


def _popups(c: Colours) -> str:
    return f"""
QToolTip {{ background: {c.lift.name()}; color: {c.ink.name()};
  border: 1px solid {c.hair_strong.name()}; padding: 4px 7px;
  font-size: {theme.role_px("small")}px; }}
QMenu {{ background: {c.lift.name()}; border: 1px solid {c.hair_strong.name()}; padding: 5px; }}
QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: 4px; color: {c.ink.name()}; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::item:selected {{ background: {c.select.name()}; }}
QMenu::item:disabled {{ color: {c.ink_off.name()}; }}
QMenu::separator {{ height: 1px; background: {c.hair.name()}; margin: 5px 8px; }}
QComboBox QAbstractItemView {{ background: {c.lift.name()};
  border: 1px solid {c.hair_strong.name()}; padding: 4px;
  selection-background-color: {c.select.name()}; selection-color: {c.ink.name()}; }}
"""


def _scroll_bars(c: Colours) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.hair_strong.name()}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {c.edge.name()}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
