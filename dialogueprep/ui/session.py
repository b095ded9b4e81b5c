"""The session: an open workspace as the window sees it.

It runs commands and says what went wrong, tells pages what changed, and knows which dialogue
is open. What is not a refusal or a trouble goes to the excepthook: it is a mistake.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.sentences import explain
from dialogueprep.store import dialogues, whether, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.rescue import Rescue
from dialogueprep.store.step import Changes
from dialogueprep.store.workspace import Store
from dialogueprep.ui import damaged
from dialogueprep.ui.held import Held
from dialogueprep.ui.large_steps import breathing
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.words import later, tr

if TYPE_CHECKING:
    from dialogueprep.ui.second_place import CatchUp
    from dialogueprep.ui.team_watch import TeamWatch

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 0.25  # seconds that a search reads on in a large library that is not all read
_SLICE = 0.004  # seconds of reading ahead at a time: a key that comes then waits for it
_SOON, _LATER, _BETWEEN = 1500, 3000, 12  # milliseconds: after a change, after opening, slices
_SOON_AGAIN = 100  # milliseconds: something has just been typed
_AFTER_KEYS = 1000  # milliseconds: more than between two keys, or words, of somebody who types
_TRY_AGAIN = 3000  # milliseconds until the workspace is written to again after a trouble
_NOTES = frozenset({"notes", "tombstones"})  # what changes with each line; no dialogue rests on it
_NOT_SAVED = {
    "disk-full": later("disk full"),
    "disk-trouble": later("the disk does not answer"),
    "workspace-read-only": later("read only"),
    "workspace-busy": later("in use"),
    "nowhere-to-write": later("nowhere to write"),
}


class Saving(StrEnum):
    """Whether everything that was typed is on disk."""

    SAVED = "saved"
    TYPING = "typing"
    FAILED = "failed"


class Session(QObject):
    """Commands in, news out."""

    changed = Signal(object)
    """Changes, after a commit, an undo or a redo."""
    notice = Signal(str)
    """A refusal, as a sentence."""
    trouble = Signal(str)
    """A trouble of the surroundings, as a sentence."""
    dialogue_changed = Signal()
    """Another dialogue is open, or none."""
    closing = Signal()
    """The workspace is about to be closed or locked; what shows something of it lets go."""
    flush = Signal()
    """Editors hand over what has not been sent yet."""
    page_wanted = Signal(str, object)
    """A page's name and what to show on it (or None)."""
    saving_changed = Signal(object, str)
    """A Saving, and in a word or two why it failed."""
    searchable = Signal()
    """All of the library can be searched now, after a search that found what was read by then."""
    brought_back = Signal(int)
    """How many notes have come into the workspace from the emergency journal."""
    prepared = Signal()
    """The workspace has been open for a moment, and the emergency journal is made."""
    teamed = Signal()
    """What is known of a team folder has changed."""
    gone = Signal()
    """Something is gone beyond recovery; what is not shown just now lets go of it too."""
    damaged = Signal()
    """A part of the workspace cannot be read any more."""
    removed = Signal(str)
    """A sentence for the toast that offers Undo."""

    def __init__(
        self,
        store: Store,
        machine: MachineSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self.machine = machine or MachineSettings()
        self.saving = Saving.SAVED
        self.is_open = True
        self._in_memory_only = False
        self._homeless: frozenset[str] = frozenset()
        damaged.watch(self)
        self.held = Held(self)
        self.held.changed.connect(self._on_held)
        self._dialogue = self._last_open()
        self._read: Dialogue | None = None  # the open dialogue, as long as it is as it was read
        store.on_change = self._on_change
        store.on_copy = self._bring_copies
        self._gone = QTimer(self, singleShot=True, interval=0)
        self._gone.timeout.connect(self.gone)
        store.on_gone = self._gone.start
        store.index.patience = _PATIENCE
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._read_ahead)
        self._idle.start(_LATER)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.bring_back)
        if self.waiting:
            self._again.start(0)
        QTimer.singleShot(_LATER, self, self._prepare_for_trouble)
        self._bringing: CatchUp | None = None
        self._team: TeamWatch | None = None
        self.prepared.connect(self._bring_copies)
        self.prepared.connect(self._look_at_teams)

    @classmethod
    def open(cls, folder: Path, key: Key, machine: MachineSettings, today: date) -> Session:
        """Open a workspace, copied first if it has not been on this day; troubles are raised."""
        store = workspace.open(folder, key, today=today)
        try:
            return cls(store, machine)
        except BaseException:
            store.close()
            raise

    @property
    def store(self) -> Store:
        """The open workspace, to read from; writes go through ``run``."""
        return self._store

    @property
    def dialogue(self) -> DialogueId | None:
        """The dialogue that is open, or None."""
        return self._dialogue

    @property
    def is_typed_in(self) -> bool:
        """Whether something was typed just now that is not on the disk yet."""
        return self.saving is Saving.TYPING

    def _on_held(self, held: bool) -> None:
        if not held:
            self.bring_back()

    @property
    def bringing(self) -> CatchUp:
        """What brings copies to the second place, made when it is first wanted."""
        if self._bringing is None:
            from dialogueprep.ui.second_place import CatchUp

            self._bringing = CatchUp(self)
        return self._bringing

    @property
    def team(self) -> TeamWatch:
        """What exchanges with the folders of teams, made when it is first wanted."""
        if self._team is None:
            from dialogueprep.ui.team_watch import TeamWatch

            self._team = TeamWatch(self)
            self._team.changed.connect(self.teamed)
        return self._team

    def open_dialogue(self) -> Dialogue | None:
        """Return the dialogue that is open as a value, or None."""
        if self._read is None and self._dialogue is not None:
            with suppress(KeyError):
                self._read = dialogues.read(self._store, self._dialogue)
        return self._read

    def choose(self, dialogue: DialogueId | None) -> None:
        """Open another dialogue, or none; what was typed is handed over first."""
        if dialogue == self._dialogue:
            return
        self.flush.emit()
        self._dialogue, self._read = dialogue, None
        self.dialogue_changed.emit()

    def run(
        self, command: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Run a command on the store; a refusal or trouble is said, and None comes back."""
        return self.attempt(lambda: command(self._store, *args, **kwargs))

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Run anything that may be refused or meet trouble, in the same way."""
        try:
            return work()
        except Refused as refusal:
            self.notice.emit(explain(refusal))
        except Trouble as trouble:
            self._report(trouble)
        return None

    def fail(self, error: Exception) -> None:
        """Say what a job met; a mistake of the program goes to the excepthook."""

        def raise_again() -> None:
            raise error

        self.attempt(raise_again)

    def undo(self) -> None:
        """Take the last step back and go to the page that shows it."""
        self._go_through(self._store.undo)

    def redo(self) -> None:
        """Do again what was undone last and go to the page that shows it."""
        self._go_through(self._store.redo)

    def _go_through(self, step: Callable[[], Changes | None]) -> None:
        """Undo or redo; a step of very many rows says how far it is, and can be stopped."""
        self.flush.emit()
        changes: list[Changes | None] = []
        with breathing(self._store, tr("Going back over a large step")):
            changes.append(self.attempt(step))
        self._idle.start(_SOON)
        for each in changes:
            self._show(each)

    def let_read_later(self) -> None:
        """Put off what is read ahead: a key has been pressed, and the next may follow soon."""
        if self._idle.isActive():
            self._idle.start(max(_AFTER_KEYS, self._idle.remainingTime()))

    def go(self, page: str, subject: object = None) -> None:
        """Go to a page, and there to a subject (an id, as the page understands it)."""
        self.page_wanted.emit(page, subject)

    def copy_before(self, what: str) -> bool:
        """Copy the workspace before something large ("import", "merge"); see `commands.copies`.

        Return whether there is a copy; if not, why is said.
        """
        from dialogueprep.commands.copies import copy_before

        return self.run(copy_before, what) is not None

    def say_removed(self, sentence: str = "") -> None:
        """Say at the lower left that something was removed, with Undo."""
        self.removed.emit(sentence or tr("Removed"))

    def typing(self) -> None:
        """Say that something is being written that is not on disk yet."""
        if self.saving is Saving.SAVED:
            self._set_saving(Saving.TYPING)

    def settled(self) -> None:
        """Say that nothing is waiting to be written."""
        if self.saving is Saving.TYPING:
            self._set_saving(Saving.SAVED)

    @property
    def waiting(self) -> int:
        """How many notes wait in the emergency journal until the workspace can be written."""
        return len(self._store.rescue.waiting.keys() - self._homeless)

    def bring_back(self) -> None:
        """Write what waits in the emergency journal; if it must wait on, try again later."""
        from dialogueprep.commands import notes

        if not self.is_open or not self.waiting:
            return
        try:
            count = notes.bring_back(self._store)
        except Trouble as trouble:
            reason = _NOT_SAVED.get(trouble.code)
            self._set_saving(Saving.FAILED, tr(reason) if reason else explain(trouble))
            self._again.start(_TRY_AGAIN)
            return
        self._homeless = frozenset(self._store.rescue.waiting)
        self._set_saving(Saving.SAVED)
        if count:
            self.brought_back.emit(count)
        if self._homeless:
            self.notice.emit(tr("Some notes wait outside the workspace: their item is gone."))

    def left_behind(self) -> tuple[Rescue, ...]:
        """Return the journals in which notes wait for this workspace at a place that is gone."""
        return self._store.left_behind() if self.is_open else ()

    def take_over(self, journal: Rescue) -> None:
        """Bring what waits in such a journal into the workspace."""
        try:
            self._store.rescue.take_over(journal)
        except Trouble as trouble:
            self.trouble.emit(explain(trouble))
            return
        self.bring_back()

    def hand_over(self) -> bool:
        """Write what was typed; return whether all of it is on a disk, in the journal at least."""
        self.flush.emit()
        return not self._in_memory_only

    def close(self) -> None:
        """Hand over what was typed and close the workspace."""
        if not self.is_open:
            return
        self.flush.emit()
        self.closing.emit()
        self._keep_open_dialogue()
        self.is_open = False
        self._idle.stop()
        self._again.stop()
        self._store.close()

    def _show(self, changes: Changes | None) -> None:
        if changes and changes.page:
            self.page_wanted.emit(changes.page, None)

    def _bring_copies(self) -> None:
        self.bringing.look()

    def _look_at_teams(self) -> None:
        if whether.shared(self._store):
            self.team.look()

    def _prepare_for_trouble(self) -> None:
        if self.is_typed_in:  # that goes to the disk first
            QTimer.singleShot(_SOON_AGAIN, self, self._prepare_for_trouble)
        elif self.is_open:
            self._store.rescue.prepare()
            self.prepared.emit()

    def _read_ahead(self) -> None:
        index = self._store.index
        if not (self._store.standings.read_ahead(_SLICE) and index.tidy(_SLICE)):
            self._idle.start(_BETWEEN)
        elif index.hasty and index.whole:
            index.hasty = False
            self.searchable.emit()

    def _on_change(self, changes: Changes) -> None:
        self._idle.start(_SOON)
        self._in_memory_only = False
        if not changes.tables <= _NOTES:
            self._read = None
        if self.waiting:
            self._again.start(0)
        else:
            self._set_saving(Saving.SAVED)
        gone = changes.touches("dialogues") and self.open_dialogue() is None
        if gone and self._dialogue is not None:
            self._dialogue = None
            self.dialogue_changed.emit()
        self.changed.emit(changes)

    def _report(self, trouble: Trouble) -> None:
        if damaged.take_note(trouble):
            return
        reason = _NOT_SAVED.get(trouble.code)
        rescued = trouble.rescued
        if reason is not None:
            self._in_memory_only = self._in_memory_only or not rescued
            self._set_saving(Saving.FAILED, tr(reason))
        if self.waiting:
            self._again.start(_TRY_AGAIN)
        if not rescued:
            self.trouble.emit(explain(trouble))

    def _set_saving(self, state: Saving, reason: str = "") -> None:
        if state is not self.saving or reason:
            self.saving = state
            self.saving_changed.emit(state, reason)

    def _last_open(self) -> DialogueId | None:
        known = dialogues.ids(self._store)
        last = self.machine.open_dialogues.get(str(self._store.folder))
        return next((each for each in known if each == last), known[0] if known else None)

    def _keep_open_dialogue(self) -> None:
        self.machine.open_dialogues[str(self._store.folder)] = self._dialogue or ""
