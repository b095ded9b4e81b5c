"""How far a document has come, and who received which draft of it.

Recipients are held by the ids of hosts, delegations and participations, so that a name that is
removed from the workspace stands here no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogueprep.domain.briefs.kinds import Product
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.texts import Language
from dialogueprep.words import later


class Stage(StrEnum):
    """How far a document has come in one language, in its order."""

    RAW = "raw"
    RAPPORTEUR = "rapporteur's draft"
    CHAIR = "chair's review"
    COMMENTS = "comment window"
    FINAL = "final"


STAGES: Mapping[Stage, str] = {
    Stage.RAW: later("Raw draft"),
    Stage.RAPPORTEUR: later("Rapporteur’s draft"),
    Stage.CHAIR: later("Chair’s review"),
    Stage.COMMENTS: later("Comment window"),
    Stage.FINAL: later("Final"),
}
"""The message that names each stage."""

_LISTS = frozenset(
    {
        Product.PROGRAMME,
        Product.PARTICIPANT_LIST,
        Product.BRIEFING_PACK,
        Product.RUN_SHEET,
        Product.SECRETARIAT_RECORD,
    }
)


def staged(product: Product) -> bool:
    """Return whether a product is a text that is reviewed; lists and programmes are not.

    A programme has the editions of the agenda instead.
    """
    return product not in _LISTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """How far a product has come in a language; ``number`` is that of its latest draft."""

    product: Product
    language: Language
    stage: Stage = Stage.RAW
    number: int = 0


class RecipientKind(StrEnum):
    """Who can receive a draft."""

    HOST = "host"
    DELEGATION = "delegation"
    PARTICIPATION = "participation"


@dataclass(frozen=True, slots=True, order=True)
class Recipient:
    """An institution, a side of the table, or somebody who takes part, by its id."""

    kind: RecipientKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulation:
    """A draft that was sent: its number, to whom, and until when silence counts as consent."""

    product: Product
    language: Language
    number: int
    on: date
    comments_until: date | None = None
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A draft that came back, and how many of its edits and comments became what.

    There is nothing in it of what they said, or whose they were.
    """

    product: Product
    language: Language
    on: date
    accepted: int = 0
    edited: int = 0  # accepted in other words
    declined: int = 0
    noted: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A comment window whose deadline has passed."""

    product: Product
    language: Language
    until: date


def draft_of(drafts: Iterable[Draft], product: Product, language: Language) -> Draft:
    """Return how far a product has come in a language; nothing known is raw."""
    found = (d for d in drafts if (d.product, d.language) == (product, language))
    return next(found, Draft(product=product, language=language))


def deadline(
    circulations: Iterable[Circulation], product: Product, language: Language
) -> date | None:
    """Return until when comments on a document were asked for last; None if they never were."""
    found = [
        c.comments_until
        for c in circulations
        if (c.product, c.language) == (product, language) and c.comments_until
    ]
    return found[-1] if found else None


def passed(
    drafts: Iterable[Draft], circulations: Iterable[Circulation], today: date
) -> tuple[Due, ...]:
    """Return the comment windows that are open though their deadline has passed, oldest first."""
    sent = tuple(circulations)
    found = [
        Due(d.product, d.language, until)
        for d in drafts
        if d.stage is Stage.COMMENTS
        and (until := deadline(sent, d.product, d.language))
        and until < today
    ]
    return tuple(sorted(found, key=lambda due: due.until))


def stamped(draft: Draft, number: int, on: date, until: date | None) -> Version:
    """Return what the pages say of a document at its stage."""
    final = draft.stage is Stage.FINAL
    return Version(
        number,
        on,
        number - 1 or None,
        draft=not final,
        until=until if draft.stage is Stage.COMMENTS else None,
        final=final,
    )
