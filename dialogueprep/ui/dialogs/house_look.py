"""How the documents of a dialogue look: paper, missing characters, logos, a template for Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLayout, QWidget

from dialogueprep.commands import houses as commands
from dialogueprep.domain.briefs.blocks import Missing, Paper, Picture
from dialogueprep.domain.dialogue import Dialogue, Host, HostId
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import houses
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import Part, box, clear, column, hairline, row, scrolled
from dialogueprep.words import listed, ntr, tr

if TYPE_CHECKING:
    from dialogueprep.exchange.template_intake import TakenIn


class HouseLookDialog(QDialog):
    """Works on the store directly: each change is one step that can be undone in the window."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paper, logos and template"))
        self._session, self._of = session, dialogue
        house = houses.of_dialogue(session.store, dialogue.id)
        papers = [(Paper.A4, tr("A4")), (Paper.LETTER, tr("US Letter"))]
        self.paper = Segments(papers, house.paper, name=tr("Paper"))
        self.missing = Choice(_signs(), house.missing, name=tr("A character that no font has"))
        self.paper.chosen.connect(lambda _value: self._keep_look())
        self.missing.picked.connect(lambda _value: self._keep_look())
        self.logos = column(gap=0)
        self.template = Paragraph("", "body")
        self._said = Paragraph("", "body")
        self.news = box(column(self._said, margins=(14, 9, 14, 9)), "warn_soft")
        self.news.hide()
        self.drop_template = Button(tr("Remove"), "quiet", on_click=self._remove_template)
        choose = Button(tr("Choose a Word file"), on_click=self._choose_template)
        close = Button(tr("Close"), "primary", on_click=self.reject)
        close.setDefault(True)
        inside = column(
            row(Field(tr("Paper"), self.paper), (Field(tr("A character that no font has"),
                self.missing), 1), gap=24),
            22, Label(tr("Logos of the hosts"), "head"), 4,
            Paragraph(tr("They are shown once every host has one, in boxes of one height and in "
                "the order of the hosts. Only the picture is kept, without what else is in the "
                "file."), "small", "ink2"),
            8, hairline(), self.logos,
            22, Label(tr("Template for Word files"), "head"), 4,
            Paragraph(tr("Styles, margins, head and foot of every page come from your own Word "
                "file, for all dialogues of the workspace. Who wrote it, comments, macros and "
                "links stay behind. PDF files keep the look of this program."), "small", "ink2"),
            10, self.template, 8, row(choose, self.drop_template, None, gap=8),
            None, gap=0, margins=(24, 4, 24, 20),
        )  # fmt: skip
        title = row(Label(tr("Paper, logos and template"), "title"), None, margins=(24, 18, 24, 14))
        foot = row(None, close, margins=(20, 12, 20, 12))
        news = row((self.news, 1), margins=(24, 0, 24, 10))
        self.setLayout(
            column(box(column(title, news, gap=0), "paper"), (scrolled(box(inside, "paper")), 1),
                   hairline(), box(foot, "shade"), gap=0)
        )  # fmt: skip
        self.resize(620, 680)
        self._show()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        """Show the choices until they are closed."""
        cls(parent, session, dialogue).exec()

    def take_logo(self, host: HostId, path: Path) -> None:
        """Give a host the logo in a file, or say why it cannot be."""
        from dialogueprep.exchange.pictures import picture_from

        try:
            logo = picture_from(path)
        except Explained as refused:
            self._say(explain(refused))
            return
        self._session.run(commands.set_logo, self._of.id, host, logo)
        self._say("")
        self._show()

    def take_template(self, path: Path) -> None:
        """Let Word files follow a file, and say what it lacks, or why it cannot be."""
        from dialogueprep.exchange.template_intake import take_in_template

        try:
            taken = take_in_template(path)
        except Explained as refused:
            self._say(explain(refused))
            return
        self._session.run(commands.set_template, taken.template)
        self._show()
        self._say(" ".join((*_lacking(path.name, taken.missing), *_left(taken))))

    def _keep_look(self) -> None:
        paper, missing = Paper(str(self.paper.value)), Missing(str(self.missing.value))
        self._session.run(commands.set_look, self._of.id, paper, missing)

    def _choose_logo(self, host: HostId) -> None:
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Logo of a host"), "", kinds)
        if name:
            self.take_logo(host, Path(name))

    def _remove_logo(self, host: HostId) -> None:
        self._session.run(commands.set_logo, self._of.id, host, None)
        self._show()

    def _choose_template(self) -> None:
        kinds = tr("Word files") + " (*.docx *.dotx)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Template for Word files"), "", kinds)
        if name:
            self.take_template(Path(name))

    def _remove_template(self) -> None:
        self._session.run(commands.set_template, None)
        self._say("")
        self._show()

    def _say(self, sentence: str) -> None:
        self._said.show_text(sentence)
        self.news.setVisible(bool(sentence))

    def _show(self) -> None:
        house = houses.of_dialogue(self._session.store, self._of.id)
        clear(self.logos)
        for host in self._of.hosts:
            self.logos.addWidget(box(self._host(host, house.logos.get(host.id)), "paper"))
            self.logos.addWidget(hairline())
        if not self._of.hosts:
            none = tr("The dialogue has no hosts yet. They are written down in its details.")
            self.logos.addWidget(Paragraph(none, "body", "ink2"))
        held = house.template
        none = tr("Word files have the look of this program.")
        said = tr("Word files follow “{name}”.", name=held.name) if held else none
        self.template.show_text(said)
        self.drop_template.setVisible(held is not None)

    def _host(self, host: Host, logo: Picture | None) -> QLayout:
        name = host.names.best(theme.window_language())
        choose = Button(tr("Choose"), small=True, on_click=lambda: self._choose_logo(host.id))
        choose.setAccessibleName(tr("Choose the logo of {name}", name=name))
        choose.setAutoDefault(False)
        parts: list[Part] = [(Label(name, "body", elide=True), 1)]
        if logo:
            remove = Button(
                tr("Remove"), "quiet", small=True, on_click=lambda: self._remove_logo(host.id)
            )
            remove.setAccessibleName(tr("Remove the logo of {name}", name=name))
            remove.setAutoDefault(False)
            parts += [_shown(logo, name), remove]
        else:
            parts.append(Label(tr("no logo"), "small", "ink2"))
        return row(*parts, choose, gap=10, margins=(0, 8, 0, 8))


def _signs() -> list[tuple[Missing, str]]:
    return [
        (Missing.REFUSE, tr("Hold the document back and name the place")),
        (Missing.SIGN, tr("Print 〓 in its place")),
        (Missing.CODE, tr("Print its code, as [U+1F44D]")),
    ]


def _shown(logo: Picture, name: str) -> QLabel:
    """Return a small view of a logo, on white as on paper."""
    picture = QPixmap()
    picture.loadFromData(logo.png)
    label = QLabel()
    label.setPixmap(
        picture.scaled(
            120, 28, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    label.setStyleSheet("background: white; padding: 3px;")
    label.setAccessibleName(tr("Logo of {name}", name=name))
    return label


def _lacking(name: str, missing: tuple[str, ...]) -> list[str]:
    words = {
        "Normal": tr("running text"), "Heading1": tr("headings"), "Heading2": tr("second headings"),
        "Title": tr("titles"), "ListBullet": tr("lists"), "Caption": tr("captions"),
        "BriefTable": tr("tables"),
    }  # fmt: skip
    if not missing:
        return []
    facts = {"name": name, "names": listed([words[each] for each in missing])}
    return [tr("“{name}” has no style for {names}: those of this program stand in.", **facts)]


def _left(taken: TakenIn) -> list[str]:
    if not taken.left:
        return []
    said = ntr(
        "One field or drawing of its head and foot could not be looked into and stays behind.",
        "{n} fields or drawings of its head and foot could not be looked into and stay behind.",
        taken.left,
    )
    kinds = listed(filter(None, taken.pictures))
    if not kinds:
        return [said]
    way = tr("Pictures of the kind {kinds} are among them: save them as PNG there.", kinds=kinds)
    return [said, way]
