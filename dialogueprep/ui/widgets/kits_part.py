"""The part of Home that hands a dialogue over and takes kits in, also by dropping a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from dialogueprep.store import whether
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, tr

if TYPE_CHECKING:
    from dialogueprep.store.kits import Kit
    from dialogueprep.ui.pages.home import HomePage

HAND_OVER_KEYS = "Ctrl+Shift+H"
TAKE_IN_KEYS = "Ctrl+Shift+I"


class KitsPart(QObject):
    """Its dialogs are about the dialogue of the card that has the keyboard, else the open one."""

    def __init__(self, session: Session, page: HomePage, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._session, self._page, self._today = session, page, today
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def commands(self) -> Sequence[Command]:
        """Return what stands in the palette."""
        return [
            *self.of_dialogue(),
            Command(tr("Take in a kit"), self.take_in, TAKE_IN_KEYS, "file-input"),
            *([] if self._page.current() else [self._team()]),
            *self._decisions(),
        ]

    def _decisions(self) -> Sequence[Command]:
        if not whether.undecided(self._session.store):
            return []
        return [Command(tr("Decide on what both changed"), self.decide, icon="git-merge")]

    def of_dialogue(self) -> Sequence[Command]:
        """Return what stands in the menu of a dialogue."""
        if self._page.current() is None:
            return []
        return [
            Command(tr("Hand over"), self.hand_over, HAND_OVER_KEYS, "file-output"),
            self._team(),
        ]

    def _team(self) -> Command:
        return Command(tr("Team folder"), self.show_team, icon="folder-sync")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if files := dropped_files(event):
                event.acceptProposedAction()
                self.take_in(files[0])
                return True
        elif isinstance(event, QDragEnterEvent) and dropped_files(event):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def hand_over(self) -> None:
        """Ask for whom a dialogue is handed over, and make the kit."""
        from dialogueprep.ui.dialogs.hand_over import HandOverDialog

        if (dialogue := self._page.current()) is not None:
            HandOverDialog(self._page, self._session, dialogue, self._today()).exec()

    def show_team(self) -> None:
        """Show through which folder a team works on the dialogue, found such a team or join one."""
        from dialogueprep.ui.dialogs.team_folder import TeamFolderDialog

        dialogue = self._page.current()
        TeamFolderDialog(self._page, self._session, dialogue.id if dialogue else None).exec()

    def take_in(self, path: Path | None = None) -> None:
        """Ask for a kit and its passphrase, show what it brings, and take it in."""
        from dialogueprep.ui.dialogs.take_in_kit import TakeInKitDialog

        asked = TakeInKitDialog(self._page, self._session, path)
        if not asked.exec() or asked.kit is None:
            return
        with asked.kit as kit:
            self._take_in(kit)

    def _take_in(self, kit: Kit) -> None:
        from dialogueprep.commands import kits as commands
        from dialogueprep.store import kits

        if kits.is_here(self._session.store, kit.dialogue):
            self._merge(kit)
            return
        name = _name_in(kit)
        taken = self._session.run(commands.take_in, kit, self._today())
        if taken is not None:
            self._page.open_made(taken.dialogue)
            self._say_taken(name, taken.deleted)

    def _merge(self, kit: Kit) -> None:
        """Show what a kit changes in its dialogue here, and bring both together as decided."""
        from dialogueprep.commands import kits as commands
        from dialogueprep.ui.dialogs.merge_changes import MergeDialog

        self._session.flush.emit()
        found = self._session.run(commands.preview, kit)
        if found is None:
            return
        if found.is_nothing and not found.frozen:
            self._session.run(commands.heed_strikes, kit)
            self._say(tr("The kit has nothing that is not here already."))
            return
        dialog = MergeDialog(self._page, kit.name, found, {kit.dialogue: _name_in(kit)})
        if dialog.exec() and self._session.run(commands.merge, kit, dialog.taken, self._today()):
            self._session.choose(kit.dialogue)
            self._say_merged(tr("“{name}” is brought together with the kit.", name=_name_in(kit)))

    def decide(self) -> None:
        """Decide on what was changed on both sides and has been waiting since."""
        from dialogueprep.commands import merging
        from dialogueprep.ui.dialogs.merge_changes import MergeDialog

        found = merging.waiting(self._session.store)
        dialog = MergeDialog(self._page, tr("Changed on both sides"), found, {})
        if dialog.exec():
            self._session.run(merging.settle, dialog.taken)
            self._say_merged("")

    def _say_merged(self, sentence: str) -> None:
        """Say what was done, and offer to decide on what still waits."""
        n = whether.undecided(self._session.store)
        waits = ntr(
            "{n} thing that both changed waits to be decided on.",
            "{n} things that both changed wait to be decided on.",
            n,
        )
        news: list[Notice] = []
        if n:
            remedy = Remedy(tr("Decide"), self.decide)
            said = sentence or waits
            detail = waits if sentence else ""
            news = [Notice(said, "info", detail=detail, remedies=(remedy,), closable=True)]
        elif sentence:
            news = [Notice(sentence, "info", closable=True)]
        self._page.show_news(news)

    def _say(self, sentence: str) -> None:
        self._page.show_news([Notice(sentence, "info", closable=True)])

    def _say_taken(self, name: str, deleted: int) -> None:
        detail = ntr(
            "{n} note that was deleted here stays deleted.",
            "{n} notes that were deleted here stay deleted.",
            deleted,
        )
        undo = Remedy(tr("Undo"), self._undo)
        notice = Notice(
            tr("“{name}” is taken in.", name=name),
            "info",
            detail=detail if deleted else "",
            remedies=(undo,),
            closable=True,
        )
        self._page.show_news([notice])

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)


def _name_in(kit: Kit) -> str:
    from dialogueprep.workflows.kits import name_in  # reads the gate, which a start does not need

    return name_in(kit)
