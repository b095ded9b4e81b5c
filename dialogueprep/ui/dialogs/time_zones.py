"""The time zone of a meeting, and a second one for those who join from afar."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QWidget

from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.ui.models.day_words import zone_words
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr


class ZoneField(LineField):
    """A line that finds time zones by any part of their names: a city, a region."""

    def __init__(
        self, zone: str, zones: Sequence[str], *, name: str, placeholder: str = ""
    ) -> None:
        super().__init__(zone, placeholder, name=name)
        self._zones = zones
        found = QCompleter(list(zones), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setMaxVisibleItems(8)
        self.setCompleter(found)

    def zone(self) -> str | None:
        """Return the zone that is meant, empty for none; None if it is unclear."""
        typed = self.text().strip().replace(" ", "_").casefold()
        if not typed:
            return ""
        exact = [z for z in self._zones if typed in (z.casefold(), z.rpartition("/")[2].casefold())]
        found = exact or [z for z in self._zones if typed in z.casefold()]
        return found[0] if len(found) == 1 or exact else None


class TimeZonesDialog(QDialog):
    """Two fields with search. Times stay as they are written; only their zone is named."""

    def __init__(self, parent: QWidget | None, session: Session, of: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Time zones"))
        self._session, self._of = session, of
        zones = sorted(available_timezones())
        self.zone = ZoneField(of.time_zone, zones, name=tr("Time zone of the meeting"))
        self.second = ZoneField(
            of.second_zone, zones, name=tr("Second time zone"), placeholder=tr("none")
        )
        for field in (self.zone, self.second):
            field.textChanged.connect(lambda _text: self._show())
        self._says = Label("", "small", "ink2", wrap=True)
        note = tr("Times stay as they are written. The second zone stands beside the hours.")
        self.take_it = Button(tr("Set time zones"), "primary", on_click=self.take)
        self.take_it.setDefault(True)
        form = column(
            Label(tr("Time zones"), "title"), Paragraph(note, "small", "ink2"), 4,
            Field(tr("Time zone of the meeting"), self.zone),
            Field(tr("Second time zone"), self.second, tr("for those who join from afar")),
            self._says, gap=10, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.take_it, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(440)
        self._show()
        self.zone.setFocus()
        self.zone.selectAll()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, of: Dialogue) -> bool:
        """Return whether zones were set."""
        return bool(cls(parent, session, of).exec())

    def take(self) -> None:
        """Set the zones, or say which is unclear."""
        zone, second = self.zone.zone(), self.second.zone()
        for field, read in ((self.zone, zone or None), (self.second, second)):
            mark_field(field, "bad", read is None)
            if read is None:
                field.setFocus()
                self._say(explain(Refused("zone-unknown", zone=field.text())), "block")
                return
        self._session.run(commands.set_zones, self._of.id, zone or "UTC", second or "")
        self.accept()

    def _show(self) -> None:
        """Say how far the zones are from UTC on the first day."""
        zone, second = self.zone.zone(), self.second.zone()
        said = [zone_words(self._of, z) for z in (zone, second) if z]
        self._say("  ·  ".join(said), "ink2")

    def _say(self, sentence: str, ink: str) -> None:
        self._says.set_ink(ink)
        self._says.setText(sentence)
