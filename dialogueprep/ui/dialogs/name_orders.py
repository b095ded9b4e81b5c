"""In which order lists write names, for each list and language, with the list as it will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from dialogueprep.commands import directory as commands
from dialogueprep.commands.directory import NameList
from dialogueprep.domain.briefs.blocks import Why, plain
from dialogueprep.domain.briefs.name_order import full_name_line, order_sentence, ordered
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.name_sorting import ListOrder, Naming, Sorting
from dialogueprep.domain.people import AT_TABLE, Participation
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language
from dialogueprep.exchange.strokes_reader import read_strokes
from dialogueprep.store import people
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import later, tr

SORTINGS = {
    Sorting.ALPHABET: later("English alphabet, family name"),
    Sorting.PINYIN: later("Pinyin (汉语拼音)"),
    Sorting.STROKES: later("Strokes (姓氏笔画)"),
    Sorting.KANA: later("Japanese syllabary (五十音)"),
    Sorting.HANGUL: later("Korean alphabet (가나다)"),
    Sorting.INSTITUTION: later("Institution"),
}


class NameOrdersDialog(QDialog):
    """Asks for the order in each language; what is chosen holds when it is kept."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self._session, self._dialogue = session, dialogue
        everybody = people.participations(session.store, dialogue.id)
        self._people = [p for p in everybody if p.standing in AT_TABLE] or list(everybody)
        self.setWindowTitle(tr("Order of names"))
        self.product: Choice[NameList] = Choice(
            [
                (NameList.PARTICIPANTS, tr("Participant list")),
                (NameList.ROSTER, tr("Roster on the screen")),
                (NameList.PLATES, tr("Name plates")),
                (NameList.SIGN_IN, tr("Sign-in sheet")),
            ],
            NameList.PARTICIPANTS,
        )
        self.product.picked.connect(lambda _product: self._read())
        self.sortings = {x: self._sorting(x) for x in LANGUAGES}
        self.grouped = {x: self._grouping(x) for x in LANGUAGES}
        self.capitals = CheckBox(tr("Family names in capitals"))
        self.every_list = CheckBox(tr("Use this for all lists"))
        self.shown: Segments[Language] = Segments(
            [(x, LANGUAGE_NAMES[x]) for x in LANGUAGES],
            theme.window_language(),
            name=tr("Language of the preview"),
        )
        self.capitals.toggled.connect(lambda _on: self._show())
        self.shown.chosen.connect(lambda _language: self._show())
        self._lay_out()
        self._read()
        self.product.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sorting(self, language: Language) -> Choice[Sorting]:
        name = tr("Order in {language}", language=LANGUAGE_NAMES[language])
        choice: Choice[Sorting] = Choice(
            [(s, tr(words)) for s, words in SORTINGS.items()], name=name
        )
        choice.picked.connect(lambda _value: self._on_changed(language))
        return choice

    def _grouping(self, language: Language) -> CheckBox:
        box_ = CheckBox(tr("by delegation"))
        said = tr("{language}: by delegation", language=LANGUAGE_NAMES[language])
        box_.setAccessibleName(said)
        box_.clicked.connect(lambda _on: self._on_changed(language))
        return box_

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, language in enumerate(LANGUAGES):
            name = Label(LANGUAGE_NAMES[language], "body", language=language)
            grid.addWidget(name, at, 0)
            grid.addWidget(self.sortings[language], at, 1)
            grid.addWidget(self.grouped[language], at, 2)
        note = tr("Delegations stand in the order of the dialogue, which is chosen for each round"
                  " and language.")  # fmt: skip
        left = column(
            Label(self.windowTitle(), "title"), Field(tr("List"), self.product), 2, grid,
            Paragraph(note, "small", "ink3"), 2, self.capitals, self.every_list, None,
            gap=12, margins=(24, 18, 24, 18),
        )  # fmt: skip
        self.sentence = Paragraph("", "small", "ink2")
        self._lines = column(gap=4)
        self._words: list[str] = []
        inside = column(self._lines, None, margins=(18, 8, 18, 14))
        right = column(
            box(column(self.shown, self.sentence, gap=10, margins=(18, 18, 18, 8)), "shade"),
            (scrolled(box(inside, "shade"), "shade"), 1), gap=0,
        )  # fmt: skip
        held = box(right, "shade", width=theme.scaled(360))
        self.done_button = Button(tr("Keep the order"), "primary", on_click=self._keep)
        self.done_button.setDefault(True)
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.done_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        both = row((box(left, "paper"), 1), hairline("down"), held, gap=0)
        self.setLayout(column((both, 1), hairline(), box(actions, "shade"), gap=0))
        self.resize(960, 600)

    # what is shown --------------------------------------------------------------------------

    @property
    def naming(self) -> Naming:
        """The orders as they are chosen now."""
        orders: dict[Language, ListOrder] = {
            x: ListOrder(self.sortings[x].value or Sorting.ALPHABET, self.grouped[x].isChecked())
            for x in LANGUAGES
        }
        return Naming(orders, self.capitals.isChecked(), read_strokes())

    def _read(self) -> None:
        product = self.product.value or NameList.PARTICIPANTS
        naming = commands.naming_of(self._session.store, self._dialogue.id, product)
        for language in LANGUAGES:
            order = naming.order(language)
            self.sortings[language].show_value(order.sorting)
            self.grouped[language].setChecked(order.grouped)
        self.capitals.setChecked(naming.capitals)
        self._show()

    def _on_changed(self, language: Language) -> None:
        self.shown.show_value(language)
        self._show()

    def _show(self) -> None:
        language, naming = self.shown.value, self.naming
        pen = Pen(language)
        self.sentence.show_text(plain(order_sentence(self._people, pen, naming)))
        clear(self._lines)
        self._words = []
        for label, members in self._groups(language, grouped=naming.order(language).grouped):
            if label:
                self._lines.addWidget(Label(label, "label", "ink2", language=language))
                self._words.append(label)
            for who in ordered(members, language, naming):
                line = full_name_line(who, pen, Why.LISTED, capitals=naming.capitals)
                self._words.append(plain(line))
                self._lines.addWidget(Paragraph(plain(line), "body", max_lines=2))
        if not self._people:
            self._lines.addWidget(Paragraph(tr("Nobody is on the list yet"), "body", "ink2"))

    @property
    def names(self) -> list[str]:
        """The lines of the preview, headings among them."""
        return list(self._words)

    def _groups(
        self, language: Language, *, grouped: bool
    ) -> Sequence[tuple[str, list[Participation]]]:
        if not grouped:
            return [("", self._people)]
        known = [d.code for d in self._dialogue.delegations]
        found = [
            (d.labels.best(language), [p for p in self._people if p.delegation == d.code])
            for d in self._dialogue.delegations_in(language)
        ]
        found.append((tr("No delegation"), [p for p in self._people if p.delegation not in known]))
        return [(label, members) for label, members in found if members]

    def _keep(self) -> None:
        chosen = self.product.value or NameList.PARTICIPANTS
        products = list(NameList) if self.every_list.isChecked() else [chosen]
        naming = replace(self.naming, strokes=Naming().strokes)
        self._session.run(
            commands.order_names, self._dialogue.id, products, naming.orders,
            capitals=naming.capitals,
        )  # fmt: skip
        self.accept()
