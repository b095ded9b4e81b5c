"""Letters, calendars, name plates and sign-in sheets for participants, written into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from dialogueprep.commands import invitations as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.letters import LetterKind
from dialogueprep.domain.people import Participation, ParticipationId, Standing
from dialogueprep.sentences import explain
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.letter_panel import LetterPanel
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.ui.widgets.paper_panels import CalendarPanel, PlatePanel, SignInPanel
from dialogueprep.ui.widgets.people_ticks import PeopleTicks
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.correspondence import Correspondence, Made, gather

KINDS = {
    "letters": later("Letters"),
    "calendars": later("Calendars"),
    "plates": later("Name plates"),
    "sign-in": later("Sign-in sheet"),
}


class PaperPanel(Protocol):
    """One kind of paper: who usually gets it, how it looks, and how it is written."""

    def usual(self, part: Participation) -> bool: ...
    def show_all(self, it: Correspondence, who: Participation | None) -> None: ...
    def verb(self, n: int) -> str: ...
    def write(
        self, it: Correspondence, people: list[Participation], folder: Path
    ) -> tuple[Made, ...]: ...
    def flush(self) -> None: ...


class CorrespondenceDialog(QDialog):
    """People to tick on the left, the paper of the current one on the right."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        kind: str = "letters",
        today: date | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("For participants"))
        self.session, self._dialogue = session, dialogue
        self._today = today or date.today()
        self._it = gather(session.store, dialogue.id, self._today)
        self.made: tuple[Made, ...] = ()
        kinds = [(k, tr(w)) for k, w in KINDS.items()]
        self.kind: Segments[str] = Segments(kinds, kind, name=tr("What is written"), fitted=True)
        self.people = PeopleTicks()
        self.letters, self.calendars = LetterPanel(session), CalendarPanel()
        self.plates, self.sheet = PlatePanel(), SignInPanel()
        self._panels = {
            "letters": self.letters, "calendars": self.calendars,
            "plates": self.plates, "sign-in": self.sheet,
        }  # fmt: skip
        self.folder = LineField(_folder(session), name=tr("Folder"))
        self.banner = Banner()
        self.write_button = Button("", "primary", on_click=self.write)
        self.write_button.setDefault(True)
        self._lay_out()
        self._connect()
        self._show_kind()
        self.people.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: Session, dialogue: Dialogue, kind: str, today: date
    ) -> None:
        """Show what can be written until the user closes it."""
        cls(parent, session, dialogue, kind, today).exec()

    @property
    def panel(self) -> PaperPanel:
        """The panel of the kind that is shown."""
        return self._panels[self.kind.value]

    def _lay_out(self) -> None:
        head = row(Label(tr("For participants"), "title"), 16, self.kind, None,
                   margins=(24, 16, 24, 12))  # fmt: skip
        self._stack = QStackedWidget()
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        left = box(column(self.people, gap=0), "paper", width=292)
        right = box(column((self._stack, 1), margins=(20, 14, 24, 14)), "sheet")
        middle = row(left, hairline("down"), (right, 1), gap=0)
        choose = Button("", "plain", "folder-open", tooltip=tr("Choose a folder"),
                        on_click=self._choose)  # fmt: skip
        actions = row(
            Label(tr("Folder"), "small", "ink2"), (self.folder, 1), choose, 12,
            Button(tr("Close"), on_click=self.accept), self.write_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(
            column(box(head, "paper"), self.banner, hairline(), (middle, 1), hairline(),
                   box(actions, "shade"), gap=0)
        )  # fmt: skip
        self.resize(1120, 740)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._show_kind())
        self.people.ticked.connect(self._on_ticked)
        self.people.current.connect(lambda _part: self._show())
        self.letters.changed.connect(self._gather)
        self.letters.kind_changed.connect(self._tick_usual)
        self.calendars.changed.connect(self._on_ticked)
        self.folder.textEdited.connect(lambda _text: self.banner.show_notices([]))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.write)

    # showing --------------------------------------------------------------------------------

    def _show_kind(self) -> None:
        self._stack.setCurrentWidget(self._panels[self.kind.value])
        self.people.show_people(self._it.people, self.panel.usual)
        self._tick_usual()
        self._show()

    def _tick_usual(self) -> None:
        self.letters.show_all(self._it, self.people.shown())
        self.people.tick(self.panel.usual)
        chosen = self.people.people()
        if chosen:
            self.people.list.choose(chosen[0].id)

    def _gather(self) -> None:
        self._it = gather(self.session.store, self._dialogue.id, self._today)
        self._show()

    def _show(self) -> None:
        self.panel.show_all(self._it, self.people.shown())

    def _on_ticked(self) -> None:
        people = self.people.people()
        self.write_button.setText(self.panel.verb(len(people)))
        calendars = self.kind.value == "calendars"
        whole = calendars and self.calendars.scope.value == "all"
        can = (bool(people) or whole) and (not calendars or self.calendars.planned())
        self.write_button.setEnabled(can)
        if self.kind.value == "sign-in":
            self.sheet.show_ticked(people)
        elif self.kind.value == "letters":
            self.letters.show_ticked(people)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, tr("Where the files are written"), self.folder.text()
        )
        if name:
            self.folder.setText(name)

    # writing --------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the files and list them; what is refused is said, and nothing is written then."""
        self.panel.flush()
        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not folder.is_dir():
            self._say(tr("There is no such folder. Choose another place."))
            self.folder.setFocus()
            return
        people = self.people.people()
        if not self.write_button.isEnabled():
            return
        try:
            self.made = self.panel.write(self._it, people, folder)
        except Exception as error:
            if not isinstance(error, Explained):
                raise
            self._say(explain(error))
            return
        self.session.machine.papers_folder = str(folder)
        self.session.machine.save()
        self._tell(folder)

    def _tell(self, folder: Path) -> None:
        n = len(self.made)
        words = ntr("{n} file is in the folder.", "{n} files are in the folder.", n)
        remedies = [Remedy(tr("Copy the folder’s path"), lambda: _copy(folder))]
        if self._newly_invited():
            remedies.insert(0, Remedy(tr("Mark them as invited"), self.mark_invited))
        notice = Notice(words, "info", _listing(self.made), tuple(remedies), closable=True)
        self.banner.show_notices([notice])

    def _newly_invited(self) -> list[ParticipationId]:
        """Return who got an invitation and still stands on the long list."""
        invites = self.letters.kind.value is LetterKind.INVITATION
        if self.kind.value != "letters" or not invites:
            return []
        return [p.id for p in self.people.people() if p.standing is Standing.LONG_LIST]

    def mark_invited(self) -> None:
        """Move those who got an invitation on, with the dates that their letters say."""
        who = self._newly_invited()
        self.session.run(
            commands.move, self._dialogue.id, who, lambda _standing: Standing.INVITED, self._today
        )
        ticked = {p.id for p in self.people.people()}
        self._gather()
        self.people.show_people(self._it.people, lambda p: p.id in ticked)
        n = len(who)
        words = ntr("{n} person is marked as invited.", "{n} people are marked as invited.", n)
        self.banner.show_notices([Notice(words, "info", closable=True)])

    def _say(self, sentence: str) -> None:
        self.banner.show_notices([Notice(sentence, "warn", closable=True)])

    def done(self, result: int) -> None:
        """Hand over what was typed before the window goes."""
        self.panel.flush()
        for view in (self.plates.page, self.sheet.page):
            view.clear_document()
        super().done(result)


_LISTED = 6


def _listing(made: Sequence[Made]) -> str:
    """Return "invitation-01.docx: SHEN Yuheng" for the first files, and how many more."""
    said = [
        f"{m.path.name}: {m.who.person.name.listed}" if m.who else m.path.name
        for m in made[:_LISTED]
    ]
    more = len(made) - len(said)
    return "   ".join([*said, *([ntr("and {n} more", "and {n} more", more)] if more else [])])


def _copy(folder: Path) -> None:
    """Put the place on the clipboard: this program opens nothing in other programs."""
    QGuiApplication.clipboard().setText(str(folder))


def _folder(session: Session) -> str:
    known = session.machine.papers_folder
    if known and Path(known).is_dir():
        return known
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return where if where and Path(where).is_dir() else str(Path.home())
