"""What only documents for organisers are composed from.

It is a value of its own, so that one place takes it away before a document for anybody else is
composed: see `catalogue_of_products.compose`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.follow_ups import FollowUp
from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.published import Published
from dialogueprep.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file that was released, as the register of documents shows it."""

    product: str
    audience: str
    language: str
    format: str
    number: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What the organisers know beyond what participants may read.

    ``sensitivity`` is the highest rating of each topic, 1 to 5; ``planned`` says when items were to
    begin and end in the programme that was circulated last; ``library`` has the titles of what
    findings and recommendations refer to there; ``decided`` says how many passages of a kind were
    "rewritten" or "kept". There is no note in it and no reason.
    """

    zones: tuple[tuple[int, str], ...] = ()
    """How far the clock of the place is from UTC, by the day from which on: (0, "UTC+9")."""
    sensitivity: Mapping[TopicId, int] = field(default_factory=dict[TopicId, int])
    aside: tuple[AgendaItem, ...] = ()
    planned: Mapping[ItemId, tuple[int, int]] = field(default_factory=dict[ItemId, tuple[int, int]])
    follow_ups: tuple[FollowUp, ...] = ()
    published: tuple[Published, ...] = ()
    released: tuple[Filed, ...] = ()
    library: Mapping[RecommendationId, Texts] = field(default_factory=dict[RecommendationId, Texts])
    decided: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
