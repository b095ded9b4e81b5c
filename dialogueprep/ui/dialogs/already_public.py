"""What others can already read or see of a dialogue: it decides what an order gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import published as commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.store import published
from dialogueprep.ui import dates
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.dialogs.register import Register
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.day_or_none import DayOrNone
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.words import later, tr

_SIGNS = {
    PublicKind.LIST: "users",
    PublicKind.PROGRAMME: "calendar-range",
    PublicKind.PHOTO: "camera",
    PublicKind.KEYNOTE: "mic",
    PublicKind.PRESS_LINE: "newspaper",
}
_HINT = later(
    "A list, a programme, a photo, a keynote or a press line that anybody can find. Who knows them "
    "can tell more from the order of a document, or from a role."
)


class AlreadyPublicDialog(Register[Published]):
    """The register of one dialogue."""

    tables = ("published",)

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent, session, tr("Already public"), tr(_HINT))
        self._dialogue = dialogue
        kinds = [(kind, tr(wording.of(kind))) for kind in PublicKind]
        self.kind: Choice[PublicKind] = Choice(kinds, name=tr("Kind"))
        self.detail = WritingField("", tr("Who or what it shows or says"), lines=(2, 6))
        self.place = LineField("", tr("A site, a paper, a broadcast"))
        self.on = DayOrNone(tr("Published on"), date.today())
        form = column(
            Field(tr("Kind"), self.kind),
            Field(tr("What"), self.detail),
            Field(tr("Where"), self.place),
            self.on,
            None,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        empty = tr("Nothing is noted as public yet.")
        self.lay_out(box(form), tr("New entry"), empty, width=820)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        """Show the register until the user closes it."""
        cls(parent, session, dialogue).exec()

    def read(self) -> Sequence[Published]:
        return published.of_dialogue(self.session.store, self._dialogue.id)

    def row_of(self, value: Published) -> RegisterRow:
        day = dates.day(value.on) if value.on else ""
        return RegisterRow(
            key=value.id,
            words=value.detail.split("\n")[0] or value.place or tr("New entry"),
            below=" · ".join(p for p in (tr(wording.of(value.kind)), value.place, day) if p),
            sign=_SIGNS[value.kind],
        )

    def blank(self) -> Published:
        return Published(id=PublishedId(""), dialogue=self._dialogue.id, kind=PublicKind.PROGRAMME)

    def show_value(self, value: Published) -> None:
        self.kind.show_value(value.kind)
        self.detail.setPlainText(value.detail)
        self.place.setText(value.place)
        self.on.show_day(value.on)

    def written(self, value: Published) -> Published:
        return replace(
            value,
            kind=self.kind.value or value.kind,
            detail=self.detail.toPlainText().strip(),
            place=self.place.text().strip(),
            on=self.on.day(),
        )

    def keep(self, value: Published) -> str:
        if not value.id:
            return commands.add(self.session.store, value)
        commands.change(self.session.store, value)
        return value.id

    def drop(self, value: Published) -> None:
        commands.remove(self.session.store, value.id)

    def first_field(self) -> QWidget:
        return self.kind if self.shown is not None and not self.shown.id else self.detail
