"""The menu of a participant in the roster: all that keys do, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QMenu

from dialogueprep.domain import wording
from dialogueprep.domain.people import Attendance, Participation, Role
from dialogueprep.ui.models.roster_grid import LETTERS
from dialogueprep.words import tr


@dataclass(frozen=True)
class CellActs:
    """What the entries of the menu do."""

    open: Callable[[], object]
    role: Callable[[Role], object]
    presence: Callable[[], object]
    silence: Callable[[], object]
    change: Callable[[Participation], object]
    remove: Callable[[], object]
    edits: tuple[tuple[str, str, Callable[[], object]], ...] = ()
    """Words, key and act of what is done with several cells."""


def fill_menu(
    menu: QMenu, part: Participation, at_item: tuple[Attendance | None, ...], acts: CellActs
) -> None:
    """Fill a menu for a participant; ``at_item`` is empty where no item is chosen."""
    menu.addAction(tr("Open the person") + "\tEnter", acts.open)
    for there in at_item:
        _add_cell(menu, there, acts)
        menu.addSeparator()
        for words, key, act in acts.edits:
            menu.addAction(f"{words}\t{key}", act)
    menu.addSeparator()
    inside, public = part.listed_for_participants, part.listed_for_public
    words = tr("Named in the list for participants")
    _tick(
        menu, words, inside, lambda: acts.change(replace(part, listed_for_participants=not inside))
    )
    words = tr("Named in public lists")
    _tick(menu, words, public, lambda: acts.change(replace(part, listed_for_public=not public)))
    menu.addSeparator()
    menu.addAction(tr("Remove from the dialogue") + "\tShift+Del", acts.remove)


def _add_cell(menu: QMenu, there: Attendance | None, acts: CellActs) -> None:
    menu.addSeparator()
    for role, sign in LETTERS.items():
        held = there is not None and role in there.roles
        _tick(menu, f"{tr(wording.role(role))}\t{sign}", held, partial(acts.role, role))
    menu.addSeparator()
    _tick(menu, tr("Attends") + "\tSpace", there is not None, acts.presence)
    silent = there is not None and there.silent
    _tick(menu, tr("Listens only") + "\tL", silent, acts.silence)


def _tick(menu: QMenu, words: str, on: bool, act: Callable[[], object]) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on=False: act())
