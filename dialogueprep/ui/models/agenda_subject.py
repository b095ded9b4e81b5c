"""What the inspector shows of an agenda item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogueprep.domain import wording
from dialogueprep.domain.beside import as_held, left_on
from dialogueprep.domain.dialogue import AgendaItem, Phase
from dialogueprep.domain.library import Recommendation, RecommendationId, Source, SourceId
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.uses import History
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.models.trajectory import trajectory
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class Subject:
    """What the inspector shows: a block, who is present, and what may be put on the table."""

    block: Block
    present: tuple[Attendee, ...] = ()
    recommendations: Mapping[RecommendationId, Recommendation] = field(
        default_factory=dict[RecommendationId, Recommendation]
    )
    origins: Mapping[RecommendationId, str] = field(default_factory=dict[RecommendationId, str])
    """What stands under a recommendation: "Pilot · forum outcome, 2025"."""
    offered: tuple[Recommendation, ...] = ()
    """Recommendations of its topic that fit the table and are not on it yet."""
    held: bool = False
    """Whether the dialogue has begun, so that it is known how long an item took."""
    told: AgendaItem | None = None
    """The item with how it was held, by what ran beside it if need be."""
    left_on: bool = False
    """Whether nobody noted when it ended, though the meeting has gone on since."""
    before: str = ""
    """How its topic ended in other rounds: "R2 divergent, R3 emerging"."""


def subject_of(
    agenda: Agenda,
    block: Block,
    known: Mapping[RecommendationId, Recommendation],
    sources: Mapping[SourceId, Source],
    present: tuple[Attendee, ...] = (),
    history: History | None = None,
) -> Subject:
    """Return what the inspector shows of a block at which these are present.

    ``history`` is that of its topic, over all dialogues.
    """
    item, of = block.item, agenda.dialogue
    fitting = (
        r
        for r in known.values()
        if item.topic and r.topic == item.topic and r.offered(of.ceiling, of.table)
    )
    told = next((i for i in as_held(agenda.items) if i.id == item.id), None)
    return Subject(
        block=block,
        present=present,
        recommendations={r: known[r] for r in item.recommendations if r in known},
        origins={r: _origin(known[r], sources) for r in item.recommendations if r in known},
        offered=tuple(r for r in fitting if r.id not in item.recommendations),
        held=of.phase is not Phase.PREPARING,
        told=told,
        left_on=of.phase is Phase.CLOSED or left_on(agenda.items, told or item),
        before=trajectory(history.without(of.id)) if history else "",
    )


def _origin(it: Recommendation, sources: Mapping[SourceId, Source]) -> str:
    parts = [tr(wording.of(it.maturity))] if it.maturity else []
    source = sources.get(it.passages[0].source) if it.passages else None
    if source is not None:
        kind = tr(wording.of(source.kind))
        parts.append(tr("{kind}, {year}", kind=kind, year=source.published.year))
    return "  ·  ".join(parts)
