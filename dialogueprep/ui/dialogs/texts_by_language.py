"""The texts of a dialogue in one language: what is missing, out of date, or to be checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import translations as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.text_places import TextKind, TextPlace
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts, TextState
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.edit_row import EditRows
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.models.translation_rows import TextRow
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.wordings import Wordings
from dialogueprep.words import clauses, ntr, tr
from dialogueprep.workflows.translation_sheet import places_in

_OF_A_FINDING = (TextKind.FINDING, TextKind.RECOMMENDATION)
_TO_DO = (None, TextState.STALE, TextState.TRANSLATED)


class TextsByLanguage(QDialog):
    """The list | original and wording. Works on the store: each change is one step.

    ``send`` and ``take_in`` are asked for by buttons below: a sheet goes out, or came back.
    """

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        send: Callable[[Language], object],
        take_in: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Texts by language"))
        self._session, self._of = session, dialogue
        first: Language = next(c for c in LANGUAGES if c != dialogue.working_language)
        shown = theme.window_language()
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()),
            first if shown == dialogue.working_language else shown,
            name=tr("Language of the text"),
        )
        self.which: Segments[bool] = Segments(
            [(False, tr("All")), (True, tr("To do"))], False, name=tr("Which texts"), fitted=True
        )
        self._names = NameSearch(session, self)
        self._make_parts()
        self.send = Button(tr("Sheet for translators"), icon="file-output",
                           on_click=lambda: send(self.language.value))  # fmt: skip
        self.take_in = Button(tr("Take in a sheet"), icon="file-input", on_click=take_in)
        self._lay_out()
        self._connect()
        self.resize(1060, 680)
        self.show_texts()
        self.list.choose_first()
        self.list.setFocus()

    def _make_parts(self) -> None:
        self._rows: ListModel[TextRow] = ListModel(
            lambda r: r.title, spoken=lambda r: r.spoken, tooltip=lambda r: r.title
        )
        self.list = RowList(self._rows, EditRows(), name=tr("Texts"), on="paper")
        self._sum = Label("", "small", "ink2", elide=True)
        self._kind = Label("", "head", elide=True)
        self._original = Paragraph("", "body")
        self._of_original = Label("", "label")
        self.wording = Wordings(tr("Wording"), tr("No wording in this language yet"), lines=(5, 9))
        self.wording.languages.hide()
        self.wording.field.mark_names(self._names)
        self._nothing = Paragraph(
            tr("Nothing is missing, out of date or unchecked in this language."), "small", "ink2"
        )

    def _lay_out(self) -> None:
        title = column(Label(tr("Texts by language"), "strong"), self._sum, gap=2)
        head = row((title, 1), self.which, self.language, gap=14, margins=(20, 10, 20, 10))
        self._done = box(row((self._nothing, 1), margins=(20, 14, 20, 14)))
        left = column(self._done, (self.list, 1), gap=0)
        card = box(column(self._original, None, margins=(14, 10, 14, 12)), "card")
        inside = column(
            self._kind, 6, self._of_original, card, 10, Label(tr("Wording"), "label"),
            self.wording, None, gap=6, margins=(20, 16, 20, 16),
        )  # fmt: skip
        self._detail = box(inside, "shade")
        body = row((box(left, "paper"), 5), hairline("down"), (scrolled(self._detail, "shade"), 6),
                   gap=0)  # fmt: skip
        close = Button(tr("Close"), on_click=self.accept)
        foot = row(self.send, self.take_in, None, close, margins=(14, 10, 20, 12))
        for each in (self.send, self.take_in, close):
            each.setAutoDefault(False)
        whole = (box(head, "paper"), hairline(), (body, 1), hairline(), box(foot, "shade"))
        self.setLayout(column(*whole, gap=0))

    def _connect(self) -> None:
        self.language.chosen.connect(self._on_language)
        self.which.chosen.connect(lambda _which: self.show_texts())
        self.list.chosen.connect(lambda _row: self._show_chosen())
        self.list.activated_value.connect(lambda _row: self.wording.write())
        self.wording.changed.connect(self._write)
        self.wording.field.given_up.connect(self.list.setFocus)
        self._session.changed.connect(self._on_changed)
        for keys, act in (
            ("F8", partial(self._step, 1)), ("Shift+F8", partial(self._step, -1)),
            ("Ctrl+Return", self.check),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # showing --------------------------------------------------------------------------------

    def show_texts(self) -> None:
        """Show the texts as they are now; the chosen one stays chosen, even if it is done."""
        language, chosen = self.language.value, self._chosen()
        every = [TextRow(p, language) for p in places_in(self._session.store, self._of.id)]
        to_do = [r for r in every if r.state in _TO_DO]
        kept = chosen.id if chosen else ""
        shown = [r for r in every if r in to_do or r.id == kept] if self.which.value else every
        self._rows.show_rows(shown)
        self._done.setVisible(not shown)
        if self._chosen() is None:
            self.list.choose_first()
        self._sum.setText(_sums(every))
        self._detail.setVisible(self._chosen() is not None)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        original = chosen.place.texts.entries[0]
        self._kind.setText(chosen.kind)
        self._of_original.setText(tr("Original: {words}", words=LANGUAGE_NAMES[original.language]))
        self._original.show_text(original.wording)
        place = chosen.place
        about = place.owner if place.kind in _OF_A_FINDING else ""
        self.wording.show_texts(place.texts, self.language.value, about)

    def _chosen(self) -> TextRow | None:
        found = self.list.value()
        return found if isinstance(found, TextRow) else None

    # acting ---------------------------------------------------------------------------------

    def check(self) -> None:
        """Say that the chosen wording fits the original, and go on to the next to do."""
        self.wording.flush()
        if (chosen := self._chosen()) is not None:
            places = [self._now(chosen.place)]
            language = self.language.value
            self._session.run(commands.mark_checked, self._of.id, places, language)
            self._step(1)

    def reject(self) -> None:
        self.wording.flush()
        super().reject()

    def accept(self) -> None:
        self.wording.flush()
        super().accept()

    def _write(self, texts: Texts) -> None:
        if (chosen := self._chosen()) is not None:
            self._session.run(commands.reword, self._of.id, chosen.place, texts)

    def _now(self, place: TextPlace) -> TextPlace:
        there = places_in(self._session.store, self._of.id)
        return next((p for p in there if p.key == place.key), place)

    def _step(self, by: int) -> None:
        """Go to the next text to do, round the end."""
        rows, chosen = list(self._rows.rows), self._chosen()
        at = next((n for n, r in enumerate(rows) if chosen and r.id == chosen.id), 0)
        order = [rows[(at + by * n) % len(rows)] for n in range(1, len(rows) + 1)] if rows else []
        if (following := next((r for r in order if r.state in _TO_DO), None)) is not None:
            self.list.choose(following.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_language(self, _language: Language) -> None:
        self.wording.flush()
        self.show_texts()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("texts"):
            self.show_texts()


def _sums(rows: Sequence[TextRow]) -> str:
    def count(state: TextState | None) -> int:
        return sum(r.state is state for r in rows)

    missing, stale, unchecked = (count(s) for s in _TO_DO)
    return clauses(
        (
            ntr("{n} text", "{n} texts", len(rows)),
            ntr("{n} missing", "{n} missing", missing) if missing else "",
            ntr("{n} out of date", "{n} out of date", stale) if stale else "",
            ntr("{n} not checked", "{n} not checked", unchecked) if unchecked else "",
        )
    )
