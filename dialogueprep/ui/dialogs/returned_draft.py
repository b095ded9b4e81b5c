"""A draft that came back: each edit and comment beside the text, with what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.drafts import Return
from dialogueprep.domain.returned import ReturnEdit, ReturnKind
from dialogueprep.domain.texts import Language
from dialogueprep.ui.dialogs.side_by_side import Choice, ComparedRow, SideBySide
from dialogueprep.ui.models.returned_rows import ACCEPT, DECLINE, EDIT, NOTE, ReturnRow
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.words import clauses, ntr, tr


class ReturnedDraft(SideBySide):
    """``taken`` are the edits to take over, each with its words. ``said`` tells by key why words
    were made neutral; ``names`` marks names in what is typed."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        edits: Sequence[ReturnEdit],
        said: Mapping[str, str] | None = None,
        names: NameSearch | None = None,
    ) -> None:
        choices = (
            Choice(ACCEPT, tr("Accept"), "check", "A", tr("Accept all")),
            Choice(EDIT, tr("In other words"), "pen-line", "E"),
            Choice(DECLINE, tr("Decline"), "x", "D"),
            Choice(NOTE, tr("Noted"), "bookmark", "N"),
        )
        self._edits, self._said = tuple(edits), said or {}
        self._tracking = any(each.tracked for each in edits)
        self.written: dict[str, str] = {}
        super().__init__(parent, tr("A draft that came back"), name, choices)
        self.lay_out()
        if names is not None:
            self.field.mark_names(names)

    @property
    def taken(self) -> tuple[tuple[ReturnEdit, str], ...]:
        """What is to be taken over, with the words that are to stand."""
        found: list[tuple[ReturnEdit, str]] = []
        for edit in self._edits:
            decision = self.decisions.get(edit.key)
            if decision == ACCEPT:
                found.append((edit, edit.theirs))
            elif decision == EDIT and self.written.get(edit.key, "").strip():
                found.append((edit, self.written[edit.key]))
        return tuple(found)

    def count(self, decision: str) -> int:
        """Return on how many this was decided."""
        return sum(self.decisions.get(each.key) == decision for each in self._edits)

    def told(self, product: Product, language: Language, on: date) -> Return:
        """Return how many edits became what, of which document and when."""
        return Return(
            product=product, language=language, on=on, accepted=self.count(ACCEPT),
            edited=self.count(EDIT), declined=self.count(DECLINE), noted=self.count(NOTE),
        )  # fmt: skip

    # what the list and the sides show -------------------------------------------------------

    def rows(self) -> Sequence[ReturnRow]:
        return [
            ReturnRow(e, self.decisions.get(e.key, ""), self._tracking, self._said.get(e.key, ""))
            for e in self._edits
        ]

    def sides(self) -> tuple[str, str]:
        return tr("In the document"), tr("In the file")

    def nothing(self) -> tuple[str, str]:
        return tr("No edits"), tr("The draft in the file says the same as the document.")

    def below(self) -> Sequence[QWidget]:
        self.field = WordingField(lines=(3, 6), name=tr("Your wording"))
        self.field.textChanged.connect(self._on_typed)
        self.field.given_up.connect(self.go_on)
        self._writing = box(column(Label(tr("Your wording"), "label"), self.field, gap=6))
        self._writing.hide()
        self.copy = Button(tr("Copy"), small=True, on_click=self._copy)
        self.copy.setAutoDefault(False)
        self.copy.hide()
        return (self._writing, self.copy)

    def summary(self) -> str:
        comments = sum(bool(e.comments) for e in self._edits)
        edits = sum(e.kind is not ReturnKind.COMMENT for e in self._edits)
        open_ = self.count("") + sum(e.key not in self.decisions for e in self._edits)
        return clauses(
            (
                ntr("{n} edit", "{n} edits", edits),
                ntr("{n} with a comment", "{n} with a comment", comments) if comments else "",
                ntr("{n} not decided", "{n} not decided", open_) if open_ else "",
            )
        )

    def verb(self) -> str:
        n = len(self.taken)
        return ntr("Take over {n} edit", "Take over {n} edits", n) if n else tr("Finish")

    def ready(self) -> bool:
        return bool(self._edits)

    def show_chosen(self) -> None:
        super().show_chosen()
        chosen: ReturnRow | None = self.list.value()
        if chosen is None:
            return
        for decision, button in self.buttons.items():
            button.setVisible(self.allows(chosen, decision))
        if chosen.edit.kind is ReturnKind.COMMENT:
            self.mine.show_text(chosen.mine or tr("The document"))
            self.theirs.show_text(" ".join(chosen.edit.comments))
        self.copy.setVisible(chosen.edit.kind is ReturnKind.NEW and chosen.edit.deed is None)
        writing = self.decisions.get(chosen.id) == EDIT
        self._writing.setVisible(writing)
        if writing:
            self._put(chosen)

    # deciding -------------------------------------------------------------------------------

    def allows(self, row_: ComparedRow, decision: str) -> bool:
        edit = next(each for each in self._edits if each.key == row_.id)
        if decision == ACCEPT:
            return edit.can_be_taken
        return decision != EDIT or edit.can_be_edited

    def decide(self, decision: str) -> None:
        if decision != EDIT:
            super().decide(decision)
            return
        chosen: ReturnRow | None = self.list.value()
        if chosen is None or not self.allows(chosen, EDIT):
            return
        edit = chosen.edit
        begins = (edit.theirs if edit.can_be_taken else "") or edit.line
        self.written.setdefault(edit.key, begins)
        self.decisions[edit.key] = EDIT
        self.show_rows()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if (whole := self.layout()) is not None:
            whole.activate()
        self.detail.ensureWidgetVisible(self._writing)

    def _copy(self) -> None:
        """Copy words that belong to no text here, to be put in where they belong."""
        chosen: ReturnRow | None = self.list.value()
        if chosen is not None:
            QGuiApplication.clipboard().setText(chosen.theirs)

    def _put(self, chosen: ReturnRow) -> None:
        """Put the words that were written for the chosen edit into the field."""
        words = self.written.get(chosen.id, "")
        if self.field.toPlainText() != words:
            self.field.blockSignals(True)
            self.field.language = chosen.edit.language
            self.field.setPlainText(words)
            self.field.blockSignals(False)

    def _on_typed(self) -> None:
        chosen: ReturnRow | None = self.list.value()
        if chosen is not None and self.decisions.get(chosen.id) == EDIT:
            self.written[chosen.id] = self.field.toPlainText()
            self.done_button.setText(self.verb())
