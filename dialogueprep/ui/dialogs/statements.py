"""Statements of a dialogue: exact words beside a name, and how far the consent goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import statements as commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue, ItemId, Terms
from dialogueprep.domain.notes import Scope, Statement, StatementId, StatementKind
from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.store import agenda, people, statements
from dialogueprep.ui import dates, theme
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.dialogs.register import Register
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.day_or_none import DayOrNone
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import later, listed, sentences, tr

_HINT = later(
    "What was said on the record, and remarks that somebody let be quoted. Each stands beside the "
    "name, in the exact words, and apart from all notes."
)


class StatementsDialog(Register[Statement]):
    """The statements in their order, with the form of the chosen one."""

    tables = ("statements", "texts", "releases")

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent, session, tr("Statements"), tr(_HINT))
        self._dialogue = dialogue
        self._people = {p.id: p for p in people.participations(session.store, dialogue.id)}
        self._texts = Texts()
        self._shown: Language = theme.window_language()
        self._make_fields()
        self.lay_out(
            self._form(),
            tr("New statement"),
            tr("No statements yet. A new one needs the person, the exact words and, for a "
               "quotation, the day of consent."),
            height=720,
        )  # fmt: skip

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        """Show the statements until the user closes them."""
        cls(parent, session, dialogue).exec()

    # the form -------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        names = [(p.id, _called(p)) for p in self._people.values()]
        self.who: Choice[ParticipationId] = Choice(names, name=tr("Person"))
        kinds = [(kind, tr(wording.of(kind))) for kind in StatementKind]
        self.kind: Segments[StatementKind] = Segments(kinds, name=tr("Kind"))
        self.kind.chosen.connect(self._show_kind)
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), self._shown, name=tr("Language of the texts")
        )
        self.language.chosen.connect(self._change_language)
        self.words = WritingField("", tr("The exact words"), lines=(3, 8))
        items: list[tuple[ItemId | None, str]] = [(None, tr("No item"))]
        known = agenda.of_dialogue(self.session.store, self._dialogue.id)
        shown = theme.window_language()
        items += [
            (i.id, i.titles.best(shown))
            for i in known
            if i.kind.has_terms and i.terms is Terms.ON_RECORD
        ]
        self.item: Choice[ItemId | None] = Choice(items, name=tr("Item"))
        scopes = [(scope, tr(wording.of(scope))) for scope in Scope]
        self.scope: Segments[Scope] = Segments(scopes, name=tr("May appear in"))
        self.consent = DayOrNone(tr("Consent was given on"), date.today())
        self.withdrawn = DayOrNone(tr("Withdrawn on"), date.today())
        self.held = Paragraph("", "small", "warn")

    def _form(self) -> QWidget:
        self._item = Field(
            tr("Item"), self.item, below=tr("Only items on the record can be chosen.")
        )
        form = column(
            Field(tr("Person"), self.who),
            Field(tr("Kind"), self.kind),
            row(self.language, None),
            Field(tr("Exact words"), self.words, tr("in each language the person gave")),
            self._item,
            Field(tr("May appear in"), self.scope),
            self.consent,
            self.withdrawn,
            self.held,
            None,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        return box(form)

    def _show_kind(self, kind: StatementKind) -> None:
        self._item.setVisible(kind is StatementKind.ON_RECORD)

    def _take_words(self) -> None:
        written = self.words.toPlainText().strip()
        if written != (self._texts.get(self._shown) or ""):
            self._texts = self._texts.with_wording(self._shown, written)

    def _show_words(self) -> None:
        self.words.setPlainText(self._texts.get(self._shown) or "")
        best = self._texts.best(self._shown)
        self.words.setPlaceholderText(best or tr("The exact words"))

    def _change_language(self, language: Language) -> None:
        self._take_words()
        self._shown = language
        self._show_words()

    # what the register asks -----------------------------------------------------------------

    def read(self) -> Sequence[Statement]:
        return statements.of_dialogue(self.session.store, self._dialogue.id)

    def row_of(self, value: Statement) -> RegisterRow:
        text = value.texts.best_text(theme.window_language())
        who = self._people.get(value.participation)
        parts = [who.person.name.listed if who else "", tr(wording.of(value.kind))]
        if value.withdrawn_on:
            parts.append(tr("withdrawn {day}", day=dates.day(value.withdrawn_on)))
        return RegisterRow(
            key=value.id,
            words=text.wording or tr("New statement"),
            below=" · ".join(p for p in parts if p),
            sign="circle-x" if value.withdrawn_on else "quote",
            language=text.language,
            quiet=value.withdrawn_on is not None,
        )

    def blank(self) -> Statement:
        return Statement(
            id=StatementId(""),
            dialogue=self._dialogue.id,
            participation=next(iter(self._people), ParticipationId("")),
            kind=StatementKind.QUOTED,
            texts=Texts(),
        )

    def show_value(self, value: Statement) -> None:
        self._texts = value.texts
        self.who.show_value(value.participation)
        self.kind.show_value(value.kind)
        self.item.show_value(value.item)
        self.scope.show_value(value.scope)
        self.consent.show_day(value.consented_on)
        self.withdrawn.show_day(value.withdrawn_on)
        self._show_kind(value.kind)
        self._show_words()
        self._show_held(value)

    def _show_held(self, value: Statement) -> None:
        self.held.setVisible(value.withdrawn_on is not None)
        if value.withdrawn_on is None:
            return
        released = [r.file_name for r in commands.released_with(self.session.store, value)]
        detail = tr("Released documents hold it: {names}", names=listed(released))
        stands = tr("It stands in no new document.")
        self.held.show_text(sentences((stands, detail)) if released else stands)

    def written(self, value: Statement) -> Statement:
        self._take_words()
        return replace(
            value,
            participation=self.who.value or value.participation,
            kind=self.kind.value,
            texts=self._texts,
            item=self.item.value if self.kind.value is StatementKind.ON_RECORD else None,
            scope=self.scope.value,
            consented_on=self.consent.day(),
            withdrawn_on=self.withdrawn.day(),
        )

    def keep(self, value: Statement) -> str:
        if not value.id:
            return commands.add(self.session.store, value)
        before = statements.read(self.session.store, value.id)
        if before and replace(before, withdrawn_on=value.withdrawn_on) == value:
            commands.withdraw(self.session.store, value, value.withdrawn_on)
        else:
            commands.change(self.session.store, value)
        return value.id

    def drop(self, value: Statement) -> None:
        commands.remove(self.session.store, value.id)

    def first_field(self) -> QWidget:
        return self.words if self.shown is not None and self.shown.id else self.who


def _called(who: Participation) -> str:
    name = who.person.name
    native = f"  {name.native}" if name.native and name.native != name.listed else ""
    return f"{name.listed}{native}"
