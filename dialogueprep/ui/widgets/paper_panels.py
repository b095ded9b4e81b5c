"""Calendars, name plates and sign-in sheets: how each is to be, and what it looks like."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dialogueprep.domain.briefs import sentences
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.language_forms import short_day, span, weekday
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.calendars import Calendar, Writing
from dialogueprep.domain.letters import language_for
from dialogueprep.domain.people import AT_TABLE, Participation
from dialogueprep.domain.room_papers import OnTop
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.page_view import PageView
from dialogueprep.words import ntr, tr
from dialogueprep.workflows import correspondence
from dialogueprep.workflows.correspondence import Correspondence, Made

MOST_COLUMNS = 12


def _languages(*, each: bool) -> Choice[Language | None]:
    own: list[tuple[Language | None, str]] = [(None, tr("Each in the person’s first language"))]
    return Choice([*(own if each else ()), *LANGUAGE_NAMES.items()],
                  None if each else theme.window_language(), name=tr("Language"))  # fmt: skip


class CalendarPanel(QWidget):
    """A calendar for each person, or one of the whole programme."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._it: Correspondence | None = None
        self._who: Participation | None = None
        scopes = [("person", tr("One for each person")), ("all", tr("The whole programme"))]
        self.scope: Segments[str] = Segments(scopes, "person", name=tr("Calendar"), fitted=True)
        self.language = _languages(each=True)
        self.discreet = CheckBox(tr("Discreet: “Meeting” in place of each topic"))
        self.named = CheckBox(tr("Names of people in the names of files"))
        self.entries = QPlainTextEdit(readOnly=True)
        self.entries.setAccessibleName(tr("Entries of the calendar"))
        self.entries.setPlaceholderText(tr("Nothing planned"))
        self._version = Paragraph("", "small", "ink2")
        self.setLayout(
            column(row(self.scope, None), Field(tr("Language"), self.language),
                   (self.entries, 1), self._version, row(self.discreet, 16, self.named, None),
                   gap=10)
        )  # fmt: skip
        self.scope.chosen.connect(lambda _scope: self._show())
        self.language.picked.connect(lambda _language: self._show())
        self.discreet.toggled.connect(lambda _on: self._show())

    def usual(self, part: Participation) -> bool:
        """Return whether somebody usually gets a calendar."""
        return part.standing in AT_TABLE

    def show_all(self, it: Correspondence, who: Participation | None) -> None:
        """Show the calendar of a person."""
        self._it, self._who = it, who
        self._show()

    def planned(self) -> bool:
        """Return whether there is an item, or one that was taken back, to put into calendars."""
        it = self._it
        return it is not None and bool(
            correspondence.calendar_of(it, self._writing(it, None), None).entries
        )

    def verb(self, n: int) -> str:
        """Return the words of the button that writes."""
        n = 1 if self.scope.value == "all" else n
        return ntr("Write {n} calendar", "Write {n} calendars", n)

    def write(
        self, it: Correspondence, people: list[Participation], folder: Path
    ) -> tuple[Made, ...]:
        """Write the calendars; what is refused is raised."""
        if self.scope.value == "all":
            return correspondence.write_programme(it, folder, self._writing(it, None))
        return correspondence.write_calendars(
            it, people, folder, lambda who: self._writing(it, who), named=self.named.isChecked()
        )

    def flush(self) -> None:
        """Nothing waits here to be written."""

    def _writing(self, it: Correspondence, who: Participation | None) -> Writing:
        usual = language_for(who, it.dialogue) if who else it.dialogue.working_language
        return Writing(self.language.value or usual, self.discreet.isChecked())

    def _show(self) -> None:
        self.changed.emit()
        it = self._it
        if it is None:
            return
        who = self._who if self.scope.value == "person" else None
        self.named.setEnabled(self.scope.value == "person")
        writing = self._writing(it, who)
        calendar = correspondence.calendar_of(it, writing, who)
        self.entries.setFont(theme.font("body", language=writing.language))
        self.entries.setPlainText("\n".join(_entries(calendar, writing)))
        stamp = plain(sentences.version(it.version, Pen(theme.window_language())))
        told = tr("Times in {zone}. {version}. A later calendar replaces these entries.",
                  zone=it.dialogue.time_zone, version=stamp)  # fmt: skip
        self._version.show_text(told)


def _entries(calendar: Calendar, writing: Writing) -> list[str]:
    lines: list[str] = []
    for entry in calendar.entries:
        heading = weekday(entry.start.date(), writing.language)
        if heading not in lines:
            lines += [""] * bool(lines) + [heading]
        minutes = entry.start.hour * 60 + entry.start.minute
        until = minutes + (entry.end - entry.start) // timedelta(minutes=1)
        lines.append(f"{span(minutes, until, writing.language)}   {entry.title}")
    return lines


class PlatePanel(QWidget):
    """Name plates to fold and stand on the table."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._it: Correspondence | None = None
        self._who: Participation | None = None
        tops = [(OnTop.LATIN, tr("Latin letters above")), (OnTop.NATIVE, tr("Own script above"))]
        self.on_top: Segments[OnTop] = Segments(tops, name=tr("The larger name"), fitted=True)
        self.affiliation = CheckBox(tr("With the institution"))
        self.language = _languages(each=False)
        self.page = PageView()
        self.page.setAccessibleName(tr("The plate"))
        self.setLayout(
            column(row(self.on_top, None), row(self.affiliation, 16, (self.language, 1), None),
                   (self.page, 1), Paragraph(_for_the_room(), "small", "ink2"), gap=10)
        )  # fmt: skip
        self.on_top.chosen.connect(lambda _top: self._show())
        self.affiliation.toggled.connect(lambda _on: self._show())
        self.language.picked.connect(lambda _language: self._show())

    def usual(self, part: Participation) -> bool:
        """Return whether somebody usually gets a plate."""
        return part.standing in AT_TABLE

    def show_all(self, it: Correspondence, who: Participation | None) -> None:
        """Show the plate of a person."""
        self._it, self._who = it, who
        self._show()

    def verb(self, n: int) -> str:
        """Return the words of the button that writes."""
        return ntr("Make {n} plate", "Make {n} plates", n)

    def write(
        self, it: Correspondence, people: list[Participation], folder: Path
    ) -> tuple[Made, ...]:
        """Write the plates as one PDF; what is refused is raised."""
        return correspondence.write_pdf(folder, "name-plates.pdf", self._pdf(it, people))

    def flush(self) -> None:
        """Nothing waits here to be written."""

    def _pdf(self, it: Correspondence, people: list[Participation]) -> bytes:
        return correspondence.plates(
            it, people, self.language.value or "en", on_top=self.on_top.value,
            affiliation=self.affiliation.isChecked(),
        )  # fmt: skip

    def _show(self) -> None:
        self.language.setEnabled(self.affiliation.isChecked())
        if self._it is not None and self._who is not None:
            self.page.show_document(self._pdf(self._it, [self._who]), ())
            upright = self.page.verticalScrollBar()
            upright.setValue(upright.maximum())


def _for_the_room() -> str:
    return tr("For the room: it bears all names, also of those who did not agree to be listed.")


class SignInPanel(QWidget):
    """The sheet that people sign, by delegation in its order."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._it: Correspondence | None = None
        self._days = ""
        self._people: list[Participation] = []
        self.columns_ = LineField("", tr("one column: Signature"), name=tr("Columns to sign"))
        self.language = _languages(each=False)
        self.page = PageView()
        self.page.setAccessibleName(tr("The sheet"))
        by = row(
            (self.columns_, 1), Button(tr("By day"), "link", on_click=self._by_day),
            Button(tr("By item"), "link", on_click=self._by_item), gap=10,
        )  # fmt: skip
        columns_ = Field(tr("Columns to sign, with commas between them"), box(by))
        self.setLayout(
            column(row((columns_, 1), 12, Field(tr("Language"), self.language)), (self.page, 1),
                   Paragraph(_for_the_room(), "small", "ink2"), gap=10)
        )  # fmt: skip
        self.columns_.editingFinished.connect(self._show)
        self.language.picked.connect(lambda _language: self._write_in_language())

    def _write_in_language(self) -> None:
        """Write the days as the language does, where columns are days as they were proposed."""
        if self._it is not None and self.columns_.text() == self._days:
            self._by_day()
        else:
            self._show()

    def usual(self, part: Participation) -> bool:
        """Return whether somebody usually signs."""
        return part.standing in AT_TABLE

    def show_all(self, it: Correspondence, who: Participation | None) -> None:
        """Show the sheet."""
        first, self._it = self._it is None, it
        if first and it.dialogue.days > 1 and not self.columns_.text():
            self._by_day()
        else:
            self._show()

    def _by_day(self) -> None:
        if self._it is not None:
            days = (self._it.dialogue.day(n) for n in range(self._it.dialogue.days))
            written = self.language.value or theme.window_language()
            self._days = ", ".join(short_day(d, written) for d in days)
            self.columns_.setText(self._days)
            self._show()

    def _by_item(self) -> None:
        """Head the columns with the numbers of the items, as the programme has them."""
        if self._it is not None:
            labels = dict.fromkeys(numbers(self._it.occasion.slots).values())
            self.columns_.setText(", ".join(labels))
            self._show()

    def show_ticked(self, people: list[Participation]) -> None:
        """Show the sheet of these people."""
        self._people = people
        self._show()

    def verb(self, n: int) -> str:
        """Return the words of the button that writes."""
        return tr("Make the sheet")

    def write(
        self, it: Correspondence, people: list[Participation], folder: Path
    ) -> tuple[Made, ...]:
        """Write the sheet; what is refused is raised."""
        return correspondence.write_pdf(folder, "sign-in.pdf", self._pdf(it, people))

    def flush(self) -> None:
        """Nothing waits here to be written."""

    def _pdf(self, it: Correspondence, people: list[Participation]) -> bytes:
        heads = [h.strip() for h in self.columns_.text().replace("，", ",").split(",")]
        return correspondence.sign_in(
            it, people, self.language.value or "en", [h for h in heads if h][:MOST_COLUMNS]
        )

    def _show(self) -> None:
        if self._it is not None and self._people:
            self.page.show_document(self._pdf(self._it, self._people), ())
        elif self._it is not None:
            self.page.clear_document()
