"""All that the drafting view shows. There is no field for a note."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.texts import Language


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim in the wording that the room sees."""

    id: str
    wording: str
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """The claims under one heading."""

    heading: str
    claims: tuple[DraftClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSheet:
    """The claims of a round under their headings; ``editable`` says whether words may change.

    ``stage`` says that it is a draft.
    """

    title: str = ""
    stage: str = ""
    columns: tuple[DraftColumn, ...] = ()
    editable: bool = True

    @property
    def claims(self) -> tuple[DraftClaim, ...]:
        """All claims in the order in which they are shown."""
        return tuple(claim for column in self.columns for claim in column.claims)
