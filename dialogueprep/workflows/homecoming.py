"""Findings that come home: which may, under which topic, and what is like them in the library.

The guard looks at every text in every language: what names a participant stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dialogueprep.commands import bring_home as commands
from dialogueprep.commands.bring_home import Brought
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Exposure, Level, Roster, examine_text
from dialogueprep.domain.library import Recommendation, RecommendationId, Topic, TopicId
from dialogueprep.domain.likeness import alike
from dialogueprep.domain.notes import Column, Finding
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, findings, library
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.values import roster_of

_LIKELY = frozenset({Column.CONVERGENT, Column.EMERGING})


@dataclass(frozen=True, slots=True)
class Homecoming:
    """A finding or a recommendation of a round that may become an entry of the library.

    ``exposures`` are passages of its texts that name a participant or may; ``home`` is the entry
    that it became before, ``known`` the recommendation that it takes up, ``like`` entries that
    seem to say the same.
    """

    it: Brought
    topic: TopicId | None = None
    exposures: tuple[Exposure, ...] = ()
    home: RecommendationId | None = None
    known: Recommendation | None = None
    like: tuple[Recommendation, ...] = ()

    @property
    def identifies(self) -> tuple[Exposure, ...]:
        """The passages for which it may not come home."""
        return tuple(e for e in self.exposures if e.level is Level.BLOCK)

    @property
    def may_come(self) -> bool:
        """Whether it may come home: its words are neutral, and it is not there yet."""
        return self.home is None and not self.identifies

    @property
    def likely(self) -> bool:
        """Whether it is worth bringing: proposed or agreed on, new, and beyond doubt."""
        agreed = not isinstance(self.it, Finding) or self.it.column in _LIKELY
        doubtful = self.exposures or self.known or self.like
        return self.may_come and agreed and not doubtful


@dataclass(frozen=True, slots=True)
class Homecomings:
    """All of a dialogue that may come home, and the topics under which it may stand."""

    dialogue: Dialogue
    found: tuple[Homecoming, ...]
    topics: tuple[Topic, ...]


def look(store: Store, dialogue: Dialogue, also: Iterable[TopicId] = ()) -> Homecomings:
    """Return what of a dialogue may come home; ``also`` are further topics to choose from."""
    every = _every(store, dialogue)
    roster = roster_of(store, dialogue.id)
    home = commands.came_home(store, every)
    under = commands.topics_for(store, dialogue, every)
    here = [i.topic for i in agenda.of_dialogue(store, dialogue.id) if i.topic]
    topics = library.some_topics(store, (*under.values(), *here, *also))
    referred = [it.recommendation for it in every if it.recommendation]
    near = library.recommendations_for(store, topics, referred)
    like = _like(store, dialogue, every, topics, near)
    by_id = {r.id: r for r in near}
    found = tuple(
        Homecoming(
            it,
            under.get(it.id),
            _exposures(it, roster),
            home.get(it.id),
            by_id.get(it.recommendation) if it.recommendation else None,
            tuple(
                r for r in like.get(it.id, ()) if r.id not in (home.get(it.id), it.recommendation)
            ),
        )
        for it in every
    )
    return Homecomings(dialogue, found, tuple(topics.values()))


def bring(
    store: Store, dialogue: Dialogue, under: Mapping[str, TopicId]
) -> tuple[RecommendationId, ...]:
    """Bring findings and recommendations home, each under a topic; ``under`` has both ids.

    Refused "finding-identifies" where a text names a participant, and as `commands.bring_home`.
    """
    roster = roster_of(store, dialogue.id)
    chosen = [it for it in _every(store, dialogue) if it.id in under]
    for it in chosen:
        for each in _exposures(it, roster):
            if each.level is Level.BLOCK:
                raise Refused("finding-identifies", words=each.text)
    return commands.bring_home(store, dialogue, chosen, under=under)


def _every(store: Store, dialogue: Dialogue) -> tuple[Brought, ...]:
    """Return the recommendations of the round, then the findings by column."""
    order = list(Column)
    known = findings.of_dialogue(store, dialogue.id)
    by_column = sorted(known, key=lambda f: order.index(f.column))
    return (*findings.proposals(store, dialogue.id), *by_column)


def _exposures(it: Brought, roster: Roster) -> tuple[Exposure, ...]:
    """Return what identifies somebody in any text, each passage once."""
    items = roster.origins.get(it.id, ())
    found: dict[str, Exposure] = {}
    for texts in _texts(it):
        for text in texts.entries:
            for item in items or (None,):
                for each in examine_text(text.wording, roster, item=item, language=text.language):
                    if each.text not in found or each.level is Level.BLOCK:
                        found[each.text] = each
    return tuple(found.values())


def _texts(it: Brought) -> tuple[Texts, ...]:
    if isinstance(it, Finding):
        return (it.texts,)
    return (it.texts, it.addressees, it.horizons, it.instruments)


def _like(
    store: Store,
    dialogue: Dialogue,
    every: Sequence[Brought],
    topics: Mapping[TopicId, Topic],
    near: Sequence[Recommendation],
) -> dict[str, tuple[Recommendation, ...]]:
    """Return by id which recommendations under these topics seem to say the same."""
    if not topics or not near:
        return {}
    anywhere = next(iter(topics.values()))
    entries = {it.id: commands.entry_of(it, dialogue, anywhere) for it in every}
    mine = {str(entry.id): id_ for id_, entry in entries.items()}
    known = {str(r.id): r for r in near}
    found: dict[str, list[Recommendation]] = {}
    for pair in alike([*near, *entries.values()], library.tag_names(store)):
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if one in mine and other in known:
                found.setdefault(mine[one], []).append(known[other])
    return {id_: tuple(those) for id_, those in found.items()}
