"""How a name will be written: in lists, on a plate and in a letter, in each document language."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from dialogueprep.domain.addressing import addressee, full_name, salutation
from dialogueprep.domain.briefs.blocks import Why, plain
from dialogueprep.domain.briefs.name_order import full_name_line, native_first
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.people import Participation
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, language_of
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline
from dialogueprep.words import clauses, tr


class NamePreview(QWidget):
    """Shows the name and the institution of a participation as each language has them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[Language, dict[str, Paragraph]] = {x: _lines() for x in LANGUAGES}
        whole = column(Label(tr("How it will read"), "head"), gap=10)
        for language in LANGUAGES:
            whole.addWidget(hairline())
            whole.addWidget(Label(LANGUAGE_NAMES[language], "label", "ink2", language=language))
            whole.addWidget(self._block(language))
        whole.addStretch(1)
        self.setLayout(whole)
        self.setAccessibleName(tr("How it will read"))

    def _block(self, language: Language) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for at, (kind, line) in enumerate(self._lines[language].items()):
            grid.addWidget(Label(_kinds()[kind], "caption", "ink3"), at, 0)
            grid.addWidget(line, at, 1)
        return box(grid)

    def show_part(self, who: Participation) -> None:
        """Show somebody; without a family name there is nothing to show."""
        for language, lines in self._lines.items():
            said = written(who, language) if who.person.name.family else {}
            for kind, line in lines.items():
                line.show_text(said.get(kind, "–"))
        self.setAccessibleDescription(
            clauses(f"{LANGUAGE_NAMES[x]}: {written(who, x)['list']}" for x in LANGUAGES)
            if who.person.name.family else ""
        )  # fmt: skip


def written(who: Participation, language: Language) -> dict[str, str]:
    """Return how somebody is written in a language: in the list, on a plate, in a letter."""
    return {
        "list": plain(full_name_line(who, Pen(language), Why.LISTED)),
        "plate": _plate(who, language),
        "address": addressee(who, language),
        "letter": salutation(who, language),
        "place": _place(who, language),
    }


def _plate(who: Participation, language: Language) -> str:
    name = who.person.name
    first = full_name(who, language)
    second = name.latin if native_first(who, language) else name.native
    return f"{first} · {second}" if second and second != first else first


def _place(who: Participation, language: Language) -> str:
    place = who.affiliation
    said = [w for w in (place.position_in(language), place.name_in(language)) if w]
    if not said:
        return "–"
    words = clauses(said)
    told = [language_of(w, language) for w in said]
    if all(x == language for x in told):
        return words
    return tr("{words} (not written in {language})", words=words, language=LANGUAGE_NAMES[language])


def _kinds() -> dict[str, str]:
    return {
        "list": tr("List"),
        "plate": tr("Plate"),
        "address": tr("Envelope"),
        "letter": tr("Letter"),
        "place": tr("Institution"),
    }


def _lines() -> dict[str, Paragraph]:
    return {
        kind: Paragraph("–", "small", "ink2" if kind == "place" else "ink", max_lines=3)
        for kind in _kinds()
    }
