"""The sheet of designations of a dialogue: what documents write, and what instead of it not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import designations as commands
from dialogueprep.domain.designations import Designation, DesignationId
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.dialogs.register import Register
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.words import clauses, later, tr
from dialogueprep.workflows.designations import sheet_of

_HINT = later(
    "What documents of this dialogue write in each language. They are checked against the sheet; "
    "what is not settled is only pointed at."
)


class DesignationSheet(Register[Designation]):
    """The entries of one language; another is chosen above the form."""

    tables = ("designations",)

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        language: Language | None = None,
        entry: Designation | None = None,
    ) -> None:
        super().__init__(parent, session, tr("Sheet of designations"), tr(_HINT))
        self._dialogue = dialogue
        self._language: Language = language or theme.window_language()
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), self._language, name=tr("Language")
        )
        self.language.chosen.connect(self.change_language)
        self.usage = LineField("", tr("Republic of Korea"))
        self.instead = WritingField("", tr("South Korea"), lines=(2, 6))
        self.settled = CheckBox(tr("Settled between the delegations"))
        form = column(
            Field(tr("Documents write"), self.usage),
            Field(tr("Instead of"), self.instead, tr("one on each line")),
            self.settled,
            None,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        empty = tr("The sheet has no entry in this language yet.")
        self.lay_out(box(form), tr("New entry"), empty, beside=self.language)
        if entry is not None:
            self.list.choose(entry.id)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        language: Language | None = None,
        entry: Designation | None = None,
    ) -> None:
        """Show the sheet until the user closes it, beginning with an entry if one is given."""
        cls(parent, session, dialogue, language, entry).exec()

    def change_language(self, language: Language) -> None:
        """Show the entries of another language."""
        if not self.keep_now():
            self.language.show_value(self._language)
            return
        self._language = language
        self._show(None)
        self.refresh()
        self.list.clearSelection()
        self.list.choose_first()
        if rows := self.model.rows:
            self.list.choose(rows[0].key)

    def _whole(self) -> tuple[Designation, ...]:
        return sheet_of(self.session.store, self._dialogue.id)

    def read(self) -> Sequence[Designation]:
        mine = [e for e in self._whole() if e.language == self._language]
        return sorted(mine, key=lambda e: (e.settled, e.usage.casefold()))

    def row_of(self, value: Designation) -> RegisterRow:
        instead = tr("instead of {words}", words=clauses(value.instead_of))
        below = (
            instead if value.settled else tr("Not settled: documents that use it are pointed at")
        )
        return RegisterRow(
            key=value.id,
            words=value.usage or tr("New entry"),
            below=below if value.instead_of or not value.settled else "",
            sign="check" if value.settled else "triangle-alert",
            ink="ok" if value.settled else "warn",
            language=value.language,
        )

    def blank(self) -> Designation:
        return Designation(
            id=DesignationId(""), dialogue=self._dialogue.id, language=self._language, usage=""
        )

    def show_value(self, value: Designation) -> None:
        self.usage.setText(value.usage)
        self.instead.setPlainText("\n".join(value.instead_of))
        self.settled.setChecked(value.settled)

    def written(self, value: Designation) -> Designation:
        lines = (line.strip() for line in self.instead.toPlainText().splitlines())
        return replace(
            value,
            usage=self.usage.text().strip(),
            instead_of=tuple(dict.fromkeys(line for line in lines if line)),
            settled=self.settled.isChecked(),
        )

    def keep(self, value: Designation) -> str:
        mine = value if value.id else replace(value, id=DesignationId(new_id()))
        sheet = self._whole()
        known = any(e.id == mine.id for e in sheet)
        now = [mine if e.id == mine.id else e for e in sheet] if known else [*sheet, mine]
        kept = commands.write_sheet(self.session.store, self._dialogue.id, now)
        return kept[now.index(mine)].id

    def drop(self, value: Designation) -> None:
        left = [e for e in self._whole() if e.id != value.id]
        commands.write_sheet(self.session.store, self._dialogue.id, left)

    def first_field(self) -> QWidget:
        return self.usage
