"""A partner's programme: each of its edits beside what stands now, to accept or reject."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.partner_edits import Edit
from dialogueprep.ui.dialogs.side_by_side import Choice, SideBySide
from dialogueprep.ui.models.partner_rows import Decision, EditRow
from dialogueprep.words import clauses, ntr, tr


class PartnerProgrammeDialog(SideBySide):
    """The edits | mine and theirs side by side. ``taken`` are those to take over."""

    def __init__(self, parent: QWidget | None, name: str, edits: Sequence[Edit]) -> None:
        choices = (
            Choice(Decision.ACCEPTED, tr("Accept"), "check", "A", tr("Accept all")),
            Choice(Decision.REJECTED, tr("Reject"), "x", "R", tr("Reject all")),
        )
        super().__init__(parent, tr("A partner’s programme"), name, choices)
        self._edits = tuple(edits)
        self.lay_out()

    @property
    def taken(self) -> tuple[Edit, ...]:
        """The edits that were accepted."""
        return tuple(e for e in self._edits if self._decision(e) is Decision.ACCEPTED)

    def rows(self) -> Sequence[EditRow]:
        return [EditRow(e, self._decision(e)) for e in self._edits]

    def sides(self) -> tuple[str, str]:
        return tr("In the agenda"), tr("In the file")

    def nothing(self) -> tuple[str, str]:
        return tr("No edits"), tr("The programme in the file says the same as the agenda.")

    def summary(self) -> str:
        takeable = [e for e in self._edits if e.kind.can_be_taken]
        others = len(self._edits) - len(takeable)
        open_ = sum(self._decision(e) is Decision.OPEN for e in takeable)
        counts = (
            ntr("{n} edit", "{n} edits", len(takeable)),
            ntr("{n} to read only", "{n} to read only", others) if others else "",
            ntr("{n} not decided", "{n} not decided", open_) if open_ else "",
        )
        return clauses(counts)

    def verb(self) -> str:
        n = len(self.taken)
        return ntr("Take over {n} edit", "Take over {n} edits", n)

    def ready(self) -> bool:
        return bool(self.taken)

    def _decision(self, edit: Edit) -> Decision:
        return Decision(self.decisions.get(edit.key) or Decision.OPEN)
