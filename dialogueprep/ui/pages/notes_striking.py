"""Striking a note, or the last remark: asked first, then beyond recovery."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from dialogueprep.commands import kits, workspace
from dialogueprep.commands import notes as commands
from dialogueprep.domain.notes import Finding, Note
from dialogueprep.store import findings
from dialogueprep.store.kits_made import KitMade
from dialogueprep.store.went_out import WentOut
from dialogueprep.ui import closed_dialogues
from dialogueprep.ui.dialogs.strike_note import (
    StrikeDialog,
    ask_about_kits,
    ask_about_missed,
    called,
)
from dialogueprep.ui.pages.notes_writing import Writing
from dialogueprep.ui.session import Session
from dialogueprep.words import listed, tr


class Striking(QObject):
    """Runs strikes for the notes page."""

    def __init__(self, session: Session, writing: Writing, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._writing, self._page = session, writing, page

    def strike_last(self) -> None:
        """Strike the line that is being written, else the note that was kept last here."""
        note = self._writing.last_remark()
        if note is None:
            self._session.notice.emit(tr("There is no remark at this item to strike."))
            return
        self.strike(note)

    def strike(self, note: Note) -> bool:
        """Strike a note if the user agrees; return whether it is gone."""
        if closed_dialogues.refuses(self._session):
            return False
        behind = sum(note.id in f.notes for f in self._findings())
        if not StrikeDialog.ask(self._page.window(), note.text, behind):
            return False
        typed = self._writing.typed(note.id)
        self._writing.let_go(note.id)
        struck = self._session.run(commands.strike, [note.id])
        if struck is None:
            return False
        _clear_clipboard(note.text, typed)
        if struck.journal:
            self._session.trouble.emit(
                tr("The note is struck, but the emergency journal may still hold it.")
            )
        missed = struck.missed
        if missed and ask_about_missed(self._page.window(), missed):
            self._session.run(workspace.delete_copies, missed)
        tell_of_others(self._session, self._page.window(), struck.out, struck=True)
        return True

    def _findings(self) -> tuple[Finding, ...]:
        dialogue = self._session.dialogue
        return findings.of_dialogue(self._session.store, dialogue) if dialogue else ()


def tell_of_others(session: Session, window: QWidget, out: WentOut, *, struck: bool) -> None:
    """Say who may have a note that was struck, or made private; offer to delete kits in reach.

    Through a team's folder a strike goes to all others by itself.
    """
    here = out.in_reach
    if here and ask_about_kits(window, here, struck=struck):
        _delete(session, here)
    names = [called(kit) for kit in out.kits if kit not in here]
    if out.team and not struck:
        names.append(tr("Team folder"))
    if out.known and not (out.kits or out.team):
        names.append(tr("another workspace"))
    if names:
        session.notice.emit(_who_keeps_it(listed(names), struck=struck))


def _who_keeps_it(names: str, *, struck: bool) -> str:
    if struck:
        return tr(
            "Whoever has the note keeps it until the next kit from here is taken in: {names}",
            names=names,
        )
    return tr("Whoever has the note already keeps it: {names}", names=names)


def _delete(session: Session, made: Sequence[KitMade]) -> None:
    """Delete kits; name those that stay."""
    dialogue = session.dialogue
    if dialogue is not None and (left := session.run(kits.delete, dialogue, made)):
        names = listed(str(kit.path) for kit in left)
        session.trouble.emit(tr("Still there, or on a drive that is away: {names}", names=names))


def _clear_clipboard(*struck: str) -> None:
    """Empty the clipboard of what was copied here, and of any part of what was struck."""
    clipboard, words = (
        QGuiApplication.clipboard(),
        [each.strip() for each in struck if each.strip()],
    )
    modes = {QClipboard.Mode.Clipboard: clipboard.ownsClipboard()}
    if clipboard.supportsSelection():
        modes[QClipboard.Mode.Selection] = clipboard.ownsSelection()
    for mode, own in modes.items():
        held = clipboard.text(mode).strip()
        if held and (own or any(held in each or each in held for each in words)):
            clipboard.clear(mode)
