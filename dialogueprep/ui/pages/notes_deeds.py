"""What is done with notes that are kept, and with the item they belong to."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import notes as commands
from dialogueprep.domain import shorthand, wording
from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind, says_something
from dialogueprep.domain.texts import language_of
from dialogueprep.store import agenda, notes, went_out
from dialogueprep.ui import closed_dialogues, theme
from dialogueprep.ui.dialogs.close_item import CloseItemDialog
from dialogueprep.ui.models.note_rows import NoteRow, Room
from dialogueprep.ui.models.notes_shown import on_the_table
from dialogueprep.ui.pages import notes_marks
from dialogueprep.ui.pages.notes_striking import tell_of_others
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.attribution_menu import attribution_menu
from dialogueprep.ui.widgets.note_list import NoteList
from dialogueprep.words import tr


class Deeds(QObject):
    """Runs the commands for the chosen note of the list."""

    let_go = Signal()
    """A note that waited in the emergency journal is gone from there."""

    def __init__(self, session: Session, notes_list: NoteList, room: Callable[[], Room]) -> None:
        super().__init__(notes_list)
        self._session, self._list, self._room = session, notes_list, room
        self.before_closing: Callable[[AgendaItem], AgendaItem] = lambda item: item
        notes_list.asked.connect(self.do)
        notes_list.menu_asked.connect(self._show_menu)
        notes_list.rewritten.connect(self._rewrite)
        notes_list.finished.connect(self._read_marks)
        notes_list.divided.connect(self._divide)

    def do(self, verb: str) -> None:
        """Do what a key or a menu entry asks for."""
        note = self._list.note()
        if note is None or self._list.locked:
            return
        if verb.startswith("kind "):
            kind = list(NoteKind)[int(verb.removeprefix("kind ")) - 1]
            self._session.run(commands.set_kind, note, kind)
            return
        acts: dict[str, Callable[[Note], object]] = {
            "up": lambda n: self._move(n, -1),
            "down": lambda n: self._move(n, 1),
            "indent": lambda n: self._session.run(commands.indent, n, 1),
            "outdent": lambda n: self._session.run(commands.indent, n, -1),
            "join": self._join,
            "private": self._set_private,
            "remove": self._remove,
            "set aside": self._set_aside,
            "remedy": self._remedy,
            "attribution": lambda _n: self._attribution_menu().popup(self._corner()),
            "question": lambda n: self._question_menu(n).popup(self._corner()),
            "edit": lambda _n: self._list.edit_row(),
        }
        if act := acts.get(verb):
            act(note)

    def close_item(self, item: AgendaItem) -> None:
        """Ask whether to shuffle, and close the item."""
        if closed_dialogues.refuses(self._session):
            return
        title = item.titles.best(theme.window_language())
        keep = CloseItemDialog.ask(self._list.window(), title)
        if keep is not None:
            self._session.flush.emit()
            now = self.before_closing(agenda.read(self._session.store, item.id))
            chance = random.SystemRandom()
            self._session.run(commands.close_item, now, keep_order=keep, chance=chance)

    def open_item(self, item: AgendaItem) -> None:
        """Open an item again."""
        self._session.run(commands.reopen_item, item)

    def stricter(self, item: AgendaItem, terms: Terms) -> None:
        """Set stricter terms from here."""
        self._session.flush.emit()
        self._session.run(agenda_commands.stricter_from_here, item, terms)

    def back(self, item: AgendaItem) -> None:
        """Return to the item's own terms."""
        self._session.flush.emit()
        self._session.run(agenda_commands.back_to_terms, item)

    def remove(self, note: Note) -> None:
        """Remove a note, and offer to take that back where it can be."""
        if self._session.run(commands.remove, [note.id]):
            self._session.say_removed(tr("Note removed"))
        else:
            self.let_go.emit()

    def _set_private(self, note: Note) -> None:
        """Keep a note to oneself, and say who may have it from before; or let it count again."""
        private = not note.private
        self._session.run(commands.set_private, note, private=private)
        if private:
            self._tell_of_others(note.id)

    def _tell_of_others(self, *ids: NoteId) -> None:
        """Say who may have from before what is in the first of these, if that is private now."""
        there = notes.read(self._session.store, ids[0])
        if there is not None and there.private:
            out = went_out.of(self._session.store, ids)
            tell_of_others(self._session, self._list.window(), out, struck=False)

    def _set_aside(self, note: Note) -> None:
        """Set a note aside, and say so: where it then stands may be out of sight."""
        if self._session.run(commands.set_aside, note) is not None:
            self._session.say_removed(tr("Set aside"))

    def open_phrases(self) -> None:
        """Show the phrases of the house, to change them."""
        from dialogueprep.ui.dialogs.house_phrases import HousePhrasesDialog

        HousePhrasesDialog.ask(self._list.window(), self._session)

    def _rewrite(self, note: str, typed: str) -> None:
        there = notes.as_it_will_be(self._session.store, NoteId(note))
        text, tags = shorthand.tagged(typed)
        if there is None or not text or (there.text, there.tags) == (text, tags):
            return
        language = language_of(text, theme.window_language())
        changed = replace(there, text=text, tags=tags, language=language)
        self._session.run(commands.change, self._room().dialogue, changed)

    def _read_marks(self, note: str, typed: str) -> None:
        """Let marks in a note whose row has been written be what they are in a new line."""
        store, room = self._session.store, self._room()
        there = notes.read(store, NoteId(note))
        if there is None or there.item != room.item.id:
            return
        asked = notes_marks.read(room, typed, self._list.guard)
        questions = room.item.questions
        question = asked.question if 0 < (asked.question or 0) <= len(questions) else None
        about = notes_marks.on_table(store, room, asked.about)
        unknown = (asked.question and not question) or (asked.about and about is None)
        if asked.text == shorthand.tagged(typed)[0] or unknown or not says_something(asked.text):
            return
        by, said = notes_marks.holding(store, room, asked.attribution or there.attribution)
        changed = replace(
            there,
            text=asked.text,
            attribution=by,
            question=questions[question - 1].id if question else there.question,
            recommendation=about or there.recommendation,
            private=asked.private or there.private,
        )
        self._session.run(commands.change, room.dialogue, changed)
        if said:
            self._session.notice.emit(said)

    def _divide(self, note: str, before: str, after: str, whole: str) -> None:
        there = notes.as_it_will_be(self._session.store, NoteId(note))
        if there is None:
            return
        (first, some), (second, others) = shorthand.tagged(before), shorthand.tagged(after)
        tagged = replace(there, tags=tuple(dict.fromkeys((*some, *others))))
        if made := self._session.run(commands.split, tagged, first, second):
            self._list.choose(made)
        else:
            self._rewrite(note, whole)  # it was not split; no word is lost

    def _join(self, note: Note) -> None:
        """Join a note and the next one under the same question."""
        after = self._list.next_after(note)
        if after is not None and after.question == note.question:
            self._session.run(commands.join, self._room().dialogue, note, after)
            self._list.choose(note.id)
            if note.private != after.private:
                self._tell_of_others(note.id, after.id)

    def _move(self, note: Note, step: int) -> None:
        """Move a note, and what stands under it, past the next that is shown of its question."""
        self._list.later.complete()
        shown = {row.note.id for row in self._list.rows.rows if isinstance(row, NoteRow)}
        self._session.run(commands.move, note, step, shown)
        self._list.choose(note.id)

    def _remove(self, note: Note) -> None:
        after = self._list.neighbour()
        self.remove(note)
        if after is not None:
            self._list.choose(after.id)

    def _remedy(self, note: Note) -> None:
        row = self._list.value()
        if isinstance(row, NoteRow) and row.doubt:
            self._session.run(commands.widen, self._room().dialogue, note)

    def _attribute(self, attribution: Attribution | None) -> None:
        if note := self._list.note():
            dialogue = self._room().dialogue
            self._session.run(commands.attribute, dialogue, note, attribution)

    def _attribution_menu(self) -> QMenu:
        return attribution_menu(self._list, self._room(), self._attribute)

    def _question_menu(self, note: Note) -> QMenu:
        menu = QMenu(self._list)
        run = self._session.run
        for number, question in enumerate(self._room().item.questions, 1):
            words = f"{number}  {question.texts.best(theme.window_language())}"
            action = menu.addAction(
                words, lambda q=question.id: run(commands.move_to_question, note, q)
            )
            action.setEnabled(question.id != note.question)
        none = menu.addAction(
            tr("Not under a question"), lambda: run(commands.move_to_question, note, None)
        )
        none.setEnabled(note.question is not None)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        note = self._list.note()
        if note is None or self._list.locked:
            return
        menu = QMenu(self._list)
        if not self._list.silent:
            menu.addAction(tr("Change the words") + "\tF2", self._list.edit_row)
        kinds = menu.addMenu(tr("Kind"))
        for number, kind in enumerate(NoteKind, 1):
            words = f"{tr(wording.of(kind))}\t{number}"
            kinds.addAction(words, lambda n=number: self.do(f"kind {n}"))
        by = self._attribution_menu()
        by.setTitle(tr("Attribution") + "\tA")
        menu.addMenu(by)
        under = self._question_menu(note)
        under.setTitle(tr("Question") + "\tQ")
        menu.addMenu(under)
        self._add_table(menu, note)
        menu.addSeparator()
        menu.addAction(tr("Move up") + "\tAlt+↑", lambda: self.do("up"))
        menu.addAction(tr("Move down") + "\tAlt+↓", lambda: self.do("down"))
        menu.addAction(tr("Indent") + "\tAlt+→", lambda: self.do("indent"))
        menu.addAction(tr("Join with the next") + "\tJ", lambda: self.do("join"))
        words = tr("Share") if note.private else tr("Keep to myself")
        menu.addAction(words + "\tP", lambda: self.do("private"))
        menu.addAction(tr("Set aside") + "\tS", lambda: self.do("set aside"))
        menu.addAction(tr("Remove") + "\tDel", lambda: self.do("remove"))
        menu.addAction(tr("Strike…") + "\tShift+Del", self._list.strike_asked.emit)
        menu.exec(at)
        menu.deleteLater()

    def _add_table(self, menu: QMenu, note: Note) -> None:
        """Offer to say which recommendation on the table the note is about."""
        titles = on_the_table(self._session.store, self._room().item)
        if not titles:
            return
        about = menu.addMenu(tr("On the table"))
        run = self._session.run
        for each, title in {"": tr("none"), **titles}.items():
            to = RecommendationId(each) if each else None
            action = about.addAction(title, lambda to=to: run(commands.link, note, to))
            action.setCheckable(True)
            action.setChecked(note.recommendation == to)

    def _corner(self) -> QPoint:
        rect = self._list.visualRect(self._list.currentIndex())
        return self._list.viewport().mapToGlobal(rect.bottomRight() - QPoint(220, 4))
