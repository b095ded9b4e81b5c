"""Says that somebody in the directory is like the person that is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from dialogueprep.domain.people import Participation, Person, PersonId
from dialogueprep.domain.person_likeness import Directory, Known, Why
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, later, tr

_WHY = {
    Why.EMAIL: later("the same e-mail"),
    Why.NATIVE: later("the same name in its own script"),
    Why.READING: later("the same reading"),
    Why.SPELLING: later("names that are spelt alike"),
    Why.SWAPPED: later("the same name, family and given name changed over"),
    Why.FORM: later("a known spelling of the name"),
    Why.INITIAL: later("the same family name and initial"),
    Why.PHONE: later("the same telephone"),
    Why.INSTITUTION: later("the same institution"),
}


def why_words(why: Sequence[Why]) -> str:
    """Return what two people have in common, in words."""
    return clauses(tr(_WHY[w]) for w in why)


def known_of(part: Participation) -> Known:
    """Return a participation as it is compared."""
    territory = part.territory or part.delegation
    return Known(part.person, territory, (part.affiliation,))


class AlikeNote(QFrame):
    """Appears when the person is like one of the directory, who can then be taken instead."""

    taken = Signal(object)
    """The Participation of the directory that is meant."""

    def __init__(self, there: Sequence[Participation], here: Sequence[PersonId] = ()) -> None:
        super().__init__()
        self._there = {p.person.id: p for p in there}
        self._here = frozenset(here)
        self._index: Directory | None = None
        self._others: set[str] = set()
        self.alike: Participation | None = None
        self.sentence = Paragraph("", "body", "ink")
        self.take_button = Button(tr("Take this entry"), small=True, on_click=self._take)
        self.other_button = Button(
            tr("Somebody else"), "quiet", small=True, on_click=self._somebody_else
        )
        words = column(self.sentence, row(self.take_button, self.other_button, None), gap=6)
        inside = row(IconLabel("users", "ink2"), (words, 1), gap=10, margins=(12, 10, 12, 10))
        holder: QWidget = box(inside, "info_soft")
        self.setLayout(column(holder, gap=0))
        self.hide()

    def compare(self, newcomer: Participation) -> None:
        """Look for somebody like the newcomer and say it; those named as others are passed over."""
        found = self._found(newcomer.person, newcomer)
        self.alike = self._there[found[0]] if found else None
        self.setVisible(found is not None)
        if found is None or self.alike is None:
            return
        name, place = self.alike.person.name, self.alike.affiliation
        said = clauses(w for w in (name.listed, name.native, place.name or place.native) if w)
        here = found[0] in self._here
        why = why_words(found[1])
        sentence = (
            tr("{person} takes part in this dialogue already: {why}.", person=said, why=why)
            if here
            else tr("{person} is in the directory: {why}.", person=said, why=why)
        )
        self.sentence.show_text(sentence)
        self.setAccessibleName(sentence)
        self.take_button.setVisible(not here)

    def _found(
        self, person: Person, newcomer: Participation
    ) -> tuple[PersonId, tuple[Why, ...]] | None:
        if not self._there or person.id or not person.name.family:
            return None
        if self._index is None:
            self._index = Directory(map(known_of, self._there.values()), read_lexicon())
        for pair in self._index.likely_same(known_of(newcomer)):
            if pair.other not in self._others:
                return pair.other, pair.why
        return None

    def _take(self) -> None:
        if self.alike is not None:
            self.hide()
            self.taken.emit(self.alike)

    def _somebody_else(self) -> None:
        if self.alike is not None:
            self._others.add(self.alike.person.id)
        self.hide()
