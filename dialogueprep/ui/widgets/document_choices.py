"""What a document is like beyond its language: its readers, a second language, its annexes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Annex, Audience, Product
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.workflows.release import Wanted

Annexes = tuple[Annex, ...]
_WIDEST = 230
_ANNEXES: Sequence[Annexes] = (
    (),
    (Annex.PROGRAMME,),
    (Annex.PARTICIPANTS,),
    (Annex.PROGRAMME, Annex.PARTICIPANTS),
)


class DocumentChoices(QFrame):
    """Shows what can be chosen for a product; ``changed`` when something was."""

    changed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._product = Product.MEETING_BRIEF
        self._language: Language = language
        self.second: Choice[Language | None] = Choice(name=tr("Second language of the document"))
        self.readers: Segments[Audience] = Segments(
            [(a, tr(wording.of(a))) for a in (Audience.PARTICIPANTS, Audience.PUBLIC)],
            name=tr("For whom the document is"),
            fitted=True,
        )
        self.annexes: Choice[Annexes] = Choice(
            [(each, _annexes_in_words(each)) for each in _ANNEXES],
            (),
            name=tr("Annexes of the document"),
        )
        # stands beside the language, where there is room for it
        self.part: Choice[bool] = Choice(
            [(False, tr("The whole pack")), (True, tr("Only what changed"))],
            False,
            name=tr("How much of the pack"),
        )
        self.part.hide()
        self.part.picked.connect(lambda _value: self.changed.emit())
        self.second.picked.connect(lambda _value: self.changed.emit())
        self.annexes.picked.connect(lambda _value: self.changed.emit())
        self.readers.chosen.connect(lambda _value: self.changed.emit())
        for choice in (self.second, self.annexes, self.part):
            choice.setMaximumWidth(theme.scaled(_WIDEST))
        bar = row(
            (self.second, 9), (self.annexes, 9), None, self.readers, gap=8, margins=(16, 0, 12, 0)
        )
        self.setLayout(
            column(box(bar, "paper", height=max(44, theme.scaled(38))), hairline(), gap=0)
        )
        self.show_language(language)

    def show_language(self, language: Language) -> None:
        """Offer the other languages beside this one; a second one that it is now goes."""
        chosen = self.second_language
        self._language = language
        offered: list[tuple[Language | None, str]] = [(None, tr("One language"))]
        for each in LANGUAGES:
            if each != language:
                offered.append((each, tr("with {language}", language=LANGUAGE_NAMES[each])))
        self.second.show_choices(offered, None if chosen == language else chosen)

    def show_product(self, product: Product) -> None:
        """Show what can be chosen for a product; its readers are the usual ones at first."""
        if product is self._product:
            return
        self._product = product
        audiences = PRODUCTS[product].audiences
        self.readers.show_choices([(a, tr(wording.of(a))) for a in audiences])
        self.readers.show_value(audiences[0])
        self.readers.setVisible(len(audiences) > 1)
        self.part.show_value(False)
        self.part.setVisible(product is Product.BRIEFING_PACK)
        self.annexes.setVisible(product is Product.MEETING_BRIEF)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show the choices with which a document is wanted."""
        self.show_language(wanted.language)
        self.show_product(wanted.product)
        self.second.show_value(wanted.second)
        self.readers.show_value(wanted.audience or PRODUCTS[wanted.product].audiences[0])
        self.annexes.show_value(wanted.annexes)
        self.part.show_value(wanted.changes_only)

    @property
    def second_language(self) -> Language | None:
        """The language beneath the first, or None."""
        return self.second.value

    @property
    def audience(self) -> Audience:
        """For whom the document is."""
        allowed = PRODUCTS[self._product].audiences
        return self.readers.value if self.readers.value in allowed else allowed[0]

    @property
    def changes_only(self) -> bool:
        """Whether only what changed in a pack is wanted."""
        return self._product is Product.BRIEFING_PACK and bool(self.part.value)

    @property
    def chosen_annexes(self) -> Annexes:
        """What the document ends with."""
        return self.annexes.value or () if self._product is Product.MEETING_BRIEF else ()


def _annexes_in_words(annexes: Annexes) -> str:
    match annexes:
        case ():
            return tr("No annexes")
        case (Annex.PROGRAMME,):
            return tr("With programme")
        case (Annex.PARTICIPANTS,):
            return tr("With participant list")
        case _:
            return tr("With programme and list")
