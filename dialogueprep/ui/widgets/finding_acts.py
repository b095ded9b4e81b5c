"""What keys and the menu of a card come to: where it moves, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dialogueprep.domain.notes import Column, Finding
from dialogueprep.ui import icons
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.ui.widgets.finding_board import Spot
from dialogueprep.words import tr


def step_spot(board: Board, finding: Finding, way: str) -> Spot | None:
    """Return where a finding goes by one step: in weight, or to the column beside it."""
    columns = list(Column)
    if way in ("left", "right"):
        at = columns.index(finding.column) + (1 if way == "right" else -1)
        return Spot(columns[at]) if 0 <= at < len(columns) else None
    mine = [card.finding.id for card in board.column(finding.column)]
    at = mine.index(finding.id) + (2 if way == "down" else -1)
    if not 0 <= at <= len(mine):
        return None
    return Spot(finding.column, before=mine[at] if at < len(mine) else None)


def nearest(board: Board, finding: Finding) -> str | None:
    """Return the card to choose once a finding is gone: the next in its column, else the last."""
    ids = [card.id for card in board.column(finding.column)]
    at = ids.index(finding.id)
    return next(iter([*ids[at + 1 :], *reversed(ids[:at])]), None)


def card_menu(parent: QWidget, finding: Finding, asked: Callable[[str], object]) -> QMenu:
    """Return the menu of a card; ``asked`` is called with the verb."""
    menu = QMenu(parent)
    rows = [
        (tr("Edit the text"), "E", "pen-line", "edit"),
        (tr("Set theme"), "T", "tag", "theme"),
        (tr("Answer before release"), "Q", "circle-question-mark", "answer"),
        (tr("Move up"), "Alt+Up", "arrow-up", "move up"),
        (tr("Move down"), "Alt+Down", "arrow-down", "move down"),
        (tr("To the column at the left"), "Alt+Left", "arrow-left", "move left"),
        (tr("To the column at the right"), "Alt+Right", "arrow-right", "move right"),
        (tr("Remove"), "Del", "trash-2", "remove"),
    ]
    if finding.question is not None:
        rows.insert(3, (tr("Let it answer no guiding question"), "", "x", "no question"))
    for words, keys, icon, verb in rows:
        action = menu.addAction(icons.icon(icon, "ink2"), words, partial(asked, verb))
        if keys:
            action.setShortcut(QKeySequence(keys))
    return menu
