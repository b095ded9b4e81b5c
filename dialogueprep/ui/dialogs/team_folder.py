"""The folder through which a team works on one dialogue: found, join, look how it stands, leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from dialogueprep.commands import merging
from dialogueprep.commands import teams as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import conflicts, dialogues, kits, teams
from dialogueprep.store.teams import Link
from dialogueprep.ui import dates, theme
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.session import Session
from dialogueprep.ui.team_watch import TeamState
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import add, box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.team_begin import WHAT_IT_MEANS, TeamBegin, Way
from dialogueprep.words import clauses, ntr, tr

_BEGIN, _STANDS = range(2)


class TeamFolderDialog(QDialog):
    """About one dialogue, by default the open one; without a dialogue a team can be joined."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: DialogueId | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Team folder"))
        self.setObjectName("team folder")
        self._session = session
        self.dialogue = dialogue or session.dialogue
        self._told = ""  # the passphrase of a team that has just been founded
        self.begin = TeamBegin(may_found=self.dialogue is not None)
        self.go_on = Button("", "primary", on_click=self.take)
        self.exchange = Button(
            tr("Exchange now"), "primary", "refresh-cw", on_click=self.exchange_now
        )
        self.leave_it = Button(tr("Leave the team"), "danger", on_click=self.leave)
        self.decide = Button(
            tr("Decide"), "warn", "git-merge", small=True, on_click=self.decide_now
        )
        self._inside = QVBoxLayout()
        self.views = QStackedWidget()
        self.views.addWidget(self._beginning())
        self.views.addWidget(self._standing())
        self.setLayout(column((self.views, 1), gap=0))
        self.begin.changed.connect(self._show_ready)
        session.teamed.connect(self.refresh)
        self.resize(760, 600)
        self.refresh()
        (self.exchange if self._link() else self.begin.folder).setFocus()

    def refresh(self) -> None:
        """Show how the team stands, or what one begins with."""
        link = self._link()
        self.views.setCurrentIndex(_STANDS if link else _BEGIN)
        self.go_on.setDefault(link is None)
        self.exchange.setDefault(link is not None)
        if link is not None:
            self._fill(link)
        self._show_ready()

    def done(self, result: int) -> None:
        """Close, and look no more."""
        self._session.teamed.disconnect(self.refresh)
        super().done(result)

    def take(self) -> None:
        """Found or join the team, and exchange at once; a refusal is said in place."""
        asked, store = self.begin, self._session.store
        words = asked.passphrase.text()
        self._session.flush.emit()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            if asked.way is Way.FOUND and self.dialogue is not None:
                commands.found(store, self.dialogue, asked.path, words)
                self._told = words
            else:
                self.dialogue = commands.join(store, asked.path, words).dialogue
        except Explained as error:
            asked.say(explain(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.refresh()
        self.exchange.setFocus()
        self._session.teamed.emit()
        self.exchange_now()

    def exchange_now(self) -> None:
        """Exchange with the folder, whatever the hands do."""
        self._session.flush.emit()
        self._session.team.look_now()

    def leave(self) -> None:
        """Leave the team, once it was agreed to what that means."""
        link = self._link()
        sentence = tr(
            "Your own files are removed from the folder. What is in your workspace stays, and the "
            "others keep what they have taken in. What they have not taken in yet does not reach "
            "them any more."
        )
        if link is None or not Confirm.ask(self, tr("Leave the team"), sentence, tr("Leave")):
            return
        left = commands.leave(self._session.store, link.dialogue)
        self._told = ""
        self._session.teamed.emit()
        if left:
            words = tr(
                "Not removed, since the folder cannot be reached: {files}",
                files=clauses(path.name for path in left),
            )
            self.begin.say(words)

    def decide_now(self) -> None:
        """Decide on what was changed on both sides."""
        from dialogueprep.ui.dialogs.merge_changes import MergeDialog

        found = merging.waiting(self._session.store, self.dialogue or "")
        dialog = MergeDialog(self, tr("Changed on both sides"), found, {})
        if dialog.exec():
            self._session.run(merging.settle, dialog.taken)
            self.refresh()

    # beginning ------------------------------------------------------------------------------

    def _beginning(self) -> QWidget:
        sentence = tr("Several people work on one dialogue through a folder that they share.")
        form = column(
            Label(tr("Team folder"), "title"),
            Paragraph(sentence, "body", "ink2"),
            8,
            (self.begin, 1),
            gap=6,
            margins=(24, 18, 24, 14),
        )
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.go_on, margins=(24, 10, 24, 14))
        return box(column((scrolled(box(form, "paper"), "paper"), 1), box(actions, "shade"), gap=0))

    def _show_ready(self) -> None:
        self.go_on.setText(tr("Found the team") if self.begin.way is Way.FOUND else tr("Join"))
        self.go_on.setEnabled(self.begin.is_ready)

    # how it stands --------------------------------------------------------------------------

    def _standing(self) -> QWidget:
        self._inside.setContentsMargins(24, 18, 24, 14)
        self._inside.setSpacing(6)
        close = Button(tr("Close"), on_click=self.accept)
        actions = row(self.leave_it, None, close, self.exchange, margins=(24, 10, 24, 14))
        inside = scrolled(box(self._inside, "paper"), "paper")
        return box(column((inside, 1), box(actions, "shade"), gap=0))

    def _fill(self, link: Link) -> None:
        self.decide.setParent(self)
        clear(self._inside)
        state = self._session.team.state(link.dialogue)
        add(self._inside, Label(tr("Team folder"), "title"))
        add(self._inside, Label(self._name(link), "body", "ink2", elide=True))
        add(self._inside, 6)
        for part in (*self._attention(link, state), *self._passphrase(), *_facts(link, state)):
            add(self._inside, part)
        add(self._inside, 8)
        add(self._inside, Label(tr("What it means"), "label"))
        for words in WHAT_IT_MEANS:
            add(self._inside, Paragraph(tr(words), "small", "ink2"))
        self._inside.addStretch(1)

    def _attention(self, link: Link, state: TeamState) -> Iterator[QWidget]:
        """Yield what needs attention: an error, what is to be decided, what is left out."""
        if state.error is not None:
            yield NoteBox(explain(state.error), level="warn")
        waits = conflicts.waiting(self._session.store, link.dialogue)
        n = len({it.root for it in waits})
        self.decide.setVisible(bool(n))
        if n:
            words = ntr(
                "{n} thing that both changed waits to be decided on.",
                "{n} things that both changed wait to be decided on.",
                n,
            )
            yield box(
                row(IconLabel("git-merge", "warn_line"), (Label(words), 1), self.decide, gap=8)
            )
        for words in _left_out(state):
            yield NoteBox(words)

    def _passphrase(self) -> Iterator[QWidget]:
        """Yield the passphrase of a team that has just been founded; it is shown only then."""
        if not self._told:
            return
        said = Label(self._told, "head")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words, clipboard = self._told, QGuiApplication.clipboard()
        copy = Button(
            tr("Copy the passphrase"), "plain", "copy", on_click=lambda: clipboard.setText(words)
        )
        yield Label(tr("Passphrase"), "label")
        yield box(row(said, None, copy))
        yield Paragraph(
            tr(
                "Tell it to the others by another way than the folder. It is shown only now: "
                "without it nobody else can join."
            ),
            "small",
            "ink2",
        )
        yield hairline()

    def _name(self, link: Link) -> str:
        store = self._session.store
        if not kits.is_here(store, link.dialogue):
            return tr("The dialogue comes in as soon as somebody’s file is in the folder.")
        it, code = dialogues.read(store, link.dialogue), theme.window_language()
        return clauses((it.names.best(code), it.titles.best(code)))

    def _link(self) -> Link | None:
        if self.dialogue is None or not self._session.is_open:
            return None
        return teams.of(self._session.store, self.dialogue)


def _facts(link: Link, state: TeamState) -> Iterator[QWidget]:
    """Yield the folder, who is there, and when something was last written and taken in."""
    others = state.last.others if state.last else 0
    there = ntr("{n} other installation", "{n} other installations", others) if others else ""
    not_yet = tr("not since the workspace was opened")
    yield _fact(tr("Folder"), str(link.folder))
    yield _fact(tr("In the folder"), there or tr("nobody else yet"))
    yield _fact(tr("Last written"), _moment(state.written) or not_yet)
    yield _fact(tr("Last taken in"), _moment(state.taken) or not_yet)


def _fact(name: str, words: str) -> QWidget:
    label = Label(name, "small", "ink2")
    label.setFixedWidth(theme.scaled(130))
    said = Label(words, "body", elide=True)
    said.setAccessibleName(tr("{kind}: {title}", kind=name, title=words))
    return box(row(label, (said, 1), gap=12))


def _left_out(state: TeamState) -> Iterator[str]:
    """Yield what came and is not taken in, and why."""
    last = state.last
    if state.waits:
        yield tr("Something has come. It is taken in as soon as nobody types.")
    if last is None:
        return
    if last.frozen:
        yield ntr(
            "{n} change left out: the dialogue is closed here",
            "{n} changes left out: the dialogue is closed here",
            last.frozen,
        )
    if last.unready:
        yield ntr(
            "{n} file is not there whole, or was changed on the way. It is taken in when it is "
            "whole.",
            "{n} files are not there whole, or were changed on the way. They are taken in when "
            "they are whole.",
            last.unready,
        )
    if last.newer:
        yield tr("A file is of a newer version of the program. Install that version to take it in.")


def _moment(when: datetime | None) -> str:
    if when is None:
        return ""
    return clauses((dates.day(when.date()), f"{when:%H:%M}"))
