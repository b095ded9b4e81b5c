"""The part that shows the texts by language, sends sheets to translators and takes them in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.page import Command, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, sentences, tr

if TYPE_CHECKING:
    from dialogueprep.domain.texts import Language
    from dialogueprep.domain.translating import Translation
    from dialogueprep.ui.dialogs.translation_sheet import WantedSheet


class TranslationsPart:
    """Reading and writing go on in the background; a sheet is taken in as one step."""

    def __init__(self, session: Session, page: Page) -> None:
        self._session, self._page = session, page
        self._over: QWidget = page
        self.job: Job | None = None

    def commands(self) -> Sequence[Command]:
        """Return the commands of an open dialogue."""
        if self._session.dialogue is None:
            return []
        return [
            Command(tr("Texts by language"), self.open, icon="languages"),
            Command(tr("Sheet for translators"), self.send, icon="file-output"),
            Command(tr("Take in a translators’ sheet"), self.ask, icon="file-input"),
        ]

    def open(self) -> None:
        """Show the texts by language."""
        from dialogueprep.ui.dialogs.texts_by_language import TextsByLanguage

        self._session.flush.emit()
        if (dialogue := self._session.open_dialogue()) is None:
            return
        dialog = TextsByLanguage(self._page, self._session, dialogue, self.send, self.ask)
        self._over = dialog
        dialog.exec()
        self._over = self._page

    # a sheet goes out -----------------------------------------------------------------------

    def send(self, language: Language | None = None) -> None:
        """Ask which texts go out, and write the sheet."""
        from dialogueprep.domain.texts import LANGUAGES
        from dialogueprep.ui.dialogs.translation_sheet import TranslationSheetDialog
        from dialogueprep.workflows.translation_sheet import places_in
        from dialogueprep.workflows.values import roster_of

        self._session.flush.emit()
        dialogue, store = self._session.open_dialogue(), self._session.store
        if dialogue is None:
            return
        first: Language = next(c for c in LANGUAGES if c != dialogue.working_language)
        places, roster = places_in(store, dialogue.id), roster_of(store, dialogue.id)
        wanted = TranslationSheetDialog.ask(self._over, places, roster, language or first)
        if wanted is not None:
            self.write(wanted)

    def write(self, wanted: WantedSheet) -> None:
        """Write a sheet that was asked for, and say where it is."""
        from dialogueprep.ui import theme
        from dialogueprep.workflows.translation_sheet import write_sheet
        from dialogueprep.workflows.values import roster_of

        dialogue = self._session.dialogue
        if dialogue is None or self.job is not None:
            return
        roster, language = roster_of(self._session.store, dialogue), theme.window_language()

        def work(tick: Tick) -> int:
            return write_sheet(
                wanted.sheet, wanted.target, roster,
                with_warned=wanted.with_warned, language=language,
            )  # fmt: skip

        self._start(Job(work, self._page), tr("Writing {name}", name=wanted.target.name),
                    partial(self._say_written, wanted.target.name))  # fmt: skip

    def _say_written(self, name: str, n: int) -> None:
        said = ntr("“{name}” holds {n} text.", "“{name}” holds {n} texts.", n, name=name)
        after = tr("It was read back and holds no known form of a name.")
        self._page.show_news([Notice(sentences((said, after)), "info", closable=True)])

    # a sheet came back ----------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the file that came back."""
        path, _ = QFileDialog.getOpenFileName(
            self._over, tr("A sheet from translators"), "", tr("Word files (*.docx)")
        )
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file and show what it would change; what is wrong with it is said."""
        from dialogueprep.workflows.translation_sheet import places_in, read_translations

        self._session.flush.emit()
        dialogue = self._session.dialogue
        if dialogue is None or self.job is not None:
            return
        places = places_in(self._session.store, dialogue)

        def work(tick: Tick) -> tuple[Translation, ...]:
            return read_translations(path, places)

        self._start(Job(work, self._page), tr("Reading {name}", name=path.name),
                    partial(self._show, path.name))  # fmt: skip

    def _start(self, job: Job, words: str, done: object) -> None:
        self.job = job
        job.done.connect(done)
        job.failed.connect(self._session.fail)
        job.ended.connect(self._on_ended)
        self._page.busy(True, words, job.cancel)
        job.start()

    def _on_ended(self) -> None:
        self.job = None
        self._page.busy(False)

    def _show(self, name: str, found: tuple[Translation, ...]) -> None:
        from dialogueprep.ui.dialogs.take_in_translations import TakeInTranslations

        if not self._session.is_open:
            return
        neutral, said = self.made_neutral(found)
        dialog = TakeInTranslations(self._over, name, neutral, said)
        if dialog.exec():
            self.take_in(name, dialog.taken, checked=dialog.checked.isChecked())

    def made_neutral(
        self, found: Sequence[Translation]
    ) -> tuple[tuple[Translation, ...], dict[str, str]]:
        """Return the wordings as they may be kept, and by id why some are in other words."""
        from dataclasses import replace

        from dialogueprep.ui.name_marks import NameSearch

        names = NameSearch(self._session, self._page)
        said: dict[str, str] = {}
        kept: list[Translation] = []
        for each in found:
            words = names.neutral(each.theirs, each.mine)
            if words != each.theirs:
                reasons = names.reasons(each.theirs, each.mine)
                said[each.id] = sentences((tr("Kept with neutral words."), *reasons))
            kept.append(replace(each, theirs=words))
        names.deleteLater()
        return tuple(kept), said

    def take_in(self, name: str, taken: Sequence[Translation], *, checked: bool) -> None:
        """Take translations in as one step, and say so with a way back."""
        from dialogueprep.commands import translations

        dialogue = self._session.dialogue
        if dialogue is None:
            return
        n = self._session.run(translations.take_in, dialogue, taken, checked=checked)
        if n:
            said = ntr(
                "{n} text from “{name}” was taken in.", "{n} texts from “{name}” were taken in.",
                n, name=name,
            )  # fmt: skip
            undo = Remedy(tr("Undo"), self._undo)
            self._page.show_news([Notice(said, "info", remedies=(undo,), closable=True)])

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)
