"""One line that says how many topics are kept back and why, with ways to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.library import FORMAT_TABLES, Format, leaves_out
from dialogueprep.domain.offer import Kept, KeptBack
from dialogueprep.domain.query import Condition, Field, Query
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import row
from dialogueprep.words import ntr, tr


class KeptLine(QWidget):
    """A link for each reason; ``wanted`` carries the `Kept` whose topics are to be shown."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lead = Label(tr("Kept back:"), "small", "ink3")
        self.links = {
            kept: Button("", "link", on_click=lambda k=kept: self.wanted.emit(k)) for kept in Kept
        }
        for link in self.links.values():
            link.setToolTip(tr("Show them in the library"))
        self.setLayout(row((Flow(self._lead, *self.links.values(), gap=6), 1)))

    def show_kept(self, kept: KeptBack, ceiling: int) -> None:
        """Show how many topics are kept back."""
        words = kept_words(kept, ceiling)
        for reason, link in self.links.items():
            link.setText(words.get(reason, ""))
            link.setAccessibleName(words.get(reason, ""))
            link.setVisible(reason in words)
            link.updateGeometry()
        self.setVisible(bool(words))


def kept_words(kept: KeptBack, ceiling: int) -> dict[Kept, str]:
    """Return how many are kept back, in words, by each reason that holds."""
    out, above = kept.leaves_out, tr("{n} above ceiling {ceiling}", n=kept.above, ceiling=ceiling)
    leaves = ntr("{n} leaves out a delegation", "{n} leave out a delegation", out)
    said = {
        Kept.UNRATED: tr("{n} unrated", n=kept.unrated) if kept.unrated else "",
        Kept.ABOVE: above if kept.above else "",
        Kept.LEAVES_OUT: leaves if out else "",
    }
    return {reason: words for reason, words in said.items() if words}


def query_for(kept: Kept, ceiling: int, table: frozenset[str]) -> Query:
    """Return the library's query that finds what is kept back for a reason."""
    if kept is Kept.UNRATED:
        return Query(conditions=(Condition(Field.SENSITIVITY, "1", ">=", denied=True),))
    if kept is Kept.ABOVE:
        return Query(conditions=(Condition(Field.SENSITIVITY, str(ceiling), ">"),))
    fitting = (name for name in FORMAT_TABLES if not leaves_out(Format(name), table))
    rated = Condition(Field.SENSITIVITY, str(ceiling), "<=")
    out = (Condition(Field.FORMAT, name, denied=True) for name in fitting)
    return Query(conditions=(rated, *out))
