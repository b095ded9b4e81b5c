"""The form of a dialogue: its names, place and days, who hosts and who sits at the table."""

from __future__ import annotations

import zoneinfo
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.dialogue import (
    DEFAULT_K,
    Delegation,
    Dialogue,
    DialogueId,
    Host,
)
from dialogueprep.domain.library import DEFAULT_CEILING
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.hosts_written import hosts_in, hosts_of, others_than
from dialogueprep.ui.models.table_sides import read_back, side, sides_of
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField, NumberField, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row, scrolled, side_by_side
from dialogueprep.words import later, listed, sentences, tr

_AHEAD = 60  # days that a first letter is usually sent before
_DAYS, _WEEKDAYS = 2, 5
_MISSING_NAME = later("Give the dialogue a name, for example “Round 5, Matsumae”.")


class DialogueDialog(QDialog):
    """Asks for a dialogue's facts; texts are edited in one language at a time."""

    def __init__(self, parent: QWidget | None, dialogue: Dialogue) -> None:
        super().__init__(parent)
        new = not dialogue.id
        self._dialogue = dialogue
        self._shown: Language = theme.window_language()
        self.setWindowTitle(tr("New dialogue") if new else tr("Change the dialogue"))
        self._make_fields(dialogue)
        self.done_button = Button(
            tr("Plan the dialogue") if new else tr("Keep changes"), "primary", on_click=self._take
        )
        self.done_button.setDefault(True)
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.done_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        form = scrolled(self._form(), "paper")
        self.setLayout(column((form, 1), box(actions, "shade"), gap=0))
        self.resize(640, 760)
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_language(self._shown)
        self.language.chosen.connect(self._change_language)

    @classmethod
    def ask(cls, parent: QWidget | None, dialogue: Dialogue | None, today: date) -> Dialogue | None:
        """Return the dialogue as the user wants it, or None if cancelled."""
        asked = cls(parent, dialogue or _blank(today))
        return asked._dialogue if asked.exec() else None

    def _make_fields(self, it: Dialogue) -> None:
        self.language = Segments(
            list(LANGUAGE_NAMES.items()),
            self._shown,
            name=tr("Language of the texts"),
        )
        name = LineField(placeholder=tr("Round 5, Matsumae"), name=tr("Name of the dialogue"))
        title = LineField(placeholder=tr("What the round is about"), name=tr("Title"))
        self.name, self.title = Field(tr("Name of the dialogue"), name), Field(tr("Title"), title)
        self.place = Field(tr("Place"), LineField())
        self.first_day = DateField(it.first_day, name=tr("First day"))
        self.days = NumberField(1, 14)
        self.days.setValue(it.days)
        zones = sorted(zoneinfo.available_timezones() | {it.time_zone})
        self.zone = Choice([(z, z) for z in zones], it.time_zone, name=tr("Time zone"))
        self.hosts = WritingField(lines=(2, 5), name=tr("Hosts"))
        codes = ", ".join(d.code for d in it.delegations)
        self.delegations = LineField(codes, name=tr("Delegations"))
        self.table = Field(
            tr("Delegations"), self.delegations, tr("codes or names, in their order"),
            below=read_back(it.delegations),
        )  # fmt: skip
        self.delegations.textEdited.connect(lambda _words: self._say_sides(finished=False))
        self.delegations.editingFinished.connect(self._say_sides)
        name.textEdited.connect(lambda _words: self.name.say(""))
        self.ceiling = NumberField(1, 5)
        self.ceiling.setValue(it.ceiling)
        self.k = NumberField(1, 20)
        self.k.setValue(it.k)

    def _form(self) -> QWidget:
        first = Field(tr("First day"), self.first_day)
        self.first_day.dateChanged.connect(lambda _day: first.say(self._weekday()))
        first.say(self._weekday())
        days, zone = Field(tr("Days"), self.days), Field(tr("Time zone"), self.zone)
        when = side_by_side((first, 2), (days, 1), (zone, 2), gap=12)
        limits = side_by_side(
            (
                Field(
                    tr("Sensitivity ceiling"),
                    self.ceiling,
                    below=tr("Topics rated above it are not offered."),
                ),
                1,
            ),
            (
                Field(
                    tr("Smallest group"),
                    self.k,
                    below=tr("An attribution must fit at least so many of those present."),
                ),
                1,
            ),
            gap=12,
        )
        order = tr("Documents name them in this order, and say which order it is.")
        logos = tr("Their logos are chosen in Documents, under “Paper, logos and template”.")
        below = sentences([order, logos])
        hosts = Field(tr("Hosts"), self.hosts, tr("one on each line"), below=below)
        self.hosts.textChanged.connect(lambda: hosts.say(self._other_hosts() or below))
        return box(
            column(
                Label(self.windowTitle(), "title"), 6, row(self.language, None),
                self.name, self.title, self.place, when, hosts, self.table, limits, None,
                gap=12, margins=(24, 18, 24, 18),
            )
        )  # fmt: skip

    def _texts_fields(self) -> dict[str, LineField]:
        fields = {"names": self.name, "titles": self.title, "place": self.place}
        return {name: field.field for name, field in fields.items()}  # pyright: ignore[reportReturnType]

    def _show_language(self, language: Language) -> None:
        for name, field in self._texts_fields().items():
            field.setText(getattr(self._dialogue, name).get(language) or "")
        self.hosts.setPlainText(hosts_in(self._dialogue.hosts, language))

    def _change_language(self, language: Language) -> None:
        self._take_texts()
        self._shown = language
        self._show_language(language)

    def _take_texts(self) -> None:
        changed = {
            name: getattr(self._dialogue, name).with_wording(self._shown, field.text().strip())
            for name, field in self._texts_fields().items()
        }
        self._dialogue = replace(self._dialogue, hosts=self._hosts(), **changed)

    def _hosts(self) -> tuple[Host, ...]:
        return hosts_of(self.hosts.toPlainText(), self._dialogue.hosts, self._shown)

    def _other_hosts(self) -> str:
        """Say which hosts are taken for others than those that stood there, with what is lost."""
        names = others_than(self._dialogue.hosts, self._hosts(), self._shown)
        if not names:
            return ""
        return tr(
            "Taken for another host: {names}. The names in other languages and the logo that"
            " stood there do not pass to it.",
            names=listed(names),
        )

    def _take(self) -> None:
        self._take_texts()
        if not self._dialogue.names:
            self.name.say(tr(_MISSING_NAME), bad=True)
            self.name.field.setFocus()
            return
        self._dialogue = replace(
            self._dialogue,
            first_day=self.first_day.day(),
            days=self.days.value(),
            time_zone=self.zone.value or "UTC",
            delegations=self._delegations(),
            ceiling=self.ceiling.value(),
            k=self.k.value(),
        )
        self.accept()

    def _weekday(self) -> str:
        return dates.weekday(self.first_day.day())

    def _delegations(self) -> tuple[Delegation, ...]:
        return sides_of(self.delegations.text(), self._dialogue.delegations)

    def _say_sides(self, *, finished: bool = True) -> None:
        """Say what is understood: with a wrong delegation all groups would be counted wrongly."""
        self.table.say(read_back(self._delegations(), finished=finished))


def _blank(today: date) -> Dialogue:
    delegations = tuple(side(code) for code in ("CN", "JP", "KR"))
    return Dialogue(
        id=DialogueId(""),
        names=Texts(),
        titles=Texts(),
        place=Texts(),
        first_day=_on_weekdays(today + timedelta(days=_AHEAD), _DAYS),
        days=_DAYS,
        time_zone="Asia/Seoul",
        delegations=delegations,
        ceiling=DEFAULT_CEILING,
        k=DEFAULT_K,
    )


def _on_weekdays(day: date, days: int) -> date:
    """Return a day, or the next one from which so many days in a row are none of a weekend."""
    while day.weekday() + days > _WEEKDAYS:
        day += timedelta(days=1)
    return day
