"""A sheet that came back from translators: each wording beside what stands here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.translating import Coming, Translation
from dialogueprep.ui.dialogs.side_by_side import Choice, SideBySide
from dialogueprep.ui.models.translation_rows import LEAVE, TAKE, TranslationRow
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.words import clauses, ntr, tr

_ORDER = (Coming.OUTDATED, Coming.NEW, Coming.CHANGED, Coming.UNKNOWN, Coming.UNCHANGED)


class TakeInTranslations(SideBySide):
    """New and changed wordings are to be taken in unless left out; those of another original are
    not. ``taken`` are those to take in. ``said`` tells by id why a wording was made neutral."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        found: Sequence[Translation],
        said: Mapping[str, str] | None = None,
    ) -> None:
        choices = (
            Choice(TAKE, tr("Take in"), "check", "A", tr("Take all in")),
            Choice(LEAVE, tr("Leave out"), "x", "R", tr("Leave all out")),
        )
        super().__init__(parent, tr("A sheet from translators"), name, choices)
        self._found = sorted(found, key=lambda t: _ORDER.index(t.what))
        self._said = said or {}
        for each in self._found:
            taken = each.what in (Coming.NEW, Coming.CHANGED)
            self.decisions[each.id] = TAKE if taken else LEAVE
        self.checked = CheckBox(tr("Somebody has read them against the original"))
        self.lay_out()

    @property
    def taken(self) -> tuple[Translation, ...]:
        """What is to be taken in."""
        return tuple(t for t in self._found if t.can_be_taken and self.decisions[t.id] == TAKE)

    def rows(self) -> Sequence[TranslationRow]:
        return [
            TranslationRow(t, self.decisions[t.id], self._said.get(t.id, "")) for t in self._found
        ]

    def sides(self) -> tuple[str, str]:
        return tr("Here now"), tr("In the sheet")

    def nothing(self) -> tuple[str, str]:
        return tr("No translations"), tr("The columns of the languages are empty in this sheet.")

    def beside(self) -> Sequence[QWidget]:
        return (self.checked,) if any(t.can_be_taken for t in self._found) else ()

    def summary(self) -> str:
        def count(*what: Coming) -> int:
            return sum(t.what in what for t in self._found)

        new, changed = count(Coming.NEW), count(Coming.CHANGED)
        old, unknown = count(Coming.OUTDATED), count(Coming.UNKNOWN)
        same = count(Coming.UNCHANGED)
        return clauses(
            (
                ntr("{n} new", "{n} new", new) if new else "",
                ntr("{n} changed", "{n} changed", changed) if changed else "",
                ntr("{n} of another original", "{n} of another original", old) if old else "",
                ntr("{n} unchanged", "{n} unchanged", same) if same else "",
                ntr("{n} unknown", "{n} unknown", unknown) if unknown else "",
            )
        )

    def go_on(self) -> None:
        """Go on to the next wording that can be taken in: each was decided from the beginning."""
        chosen = self.list.value()
        able = [t.id for t in self._found if t.can_be_taken]
        at = able.index(chosen.id) if chosen is not None and chosen.id in able else -1
        if at + 1 < len(able):
            self.list.choose(able[at + 1])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def verb(self) -> str:
        n = len(self.taken)
        return ntr("Take in {n} translation", "Take in {n} translations", n)

    def ready(self) -> bool:
        return bool(self.taken)
