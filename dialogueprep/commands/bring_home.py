"""Findings of a dialogue return to the library, as recommendations whose source it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
    Maturity,
    Passage,
    PassageId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    Topic,
    TopicId,
)
from dialogueprep.domain.notes import Finding, Proposal
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, library, notes
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
LONGEST_TITLE = 90
_SENTENCE = re.compile(r"(?<=[.。!?！？])\s*")


def came_home(store: Readable) -> frozenset[str]:
    """Return the ids of the findings and recommendations of rounds that are in the library.

    The passage of such an entry has the id of the finding, which tells that it came home.
    """
    sources = {s.id for s in library.sources(store) if s.kind is SourceKind.DIALOGUE}
    passages = (p for r in library.recommendations(store) for p in r.passages)
    return frozenset(str(p.id) for p in passages if p.source in sources)


def bring_home(
    store: Store,
    dialogue: Dialogue,
    brought: Iterable[Finding | Proposal],
    *,
    topic: TopicId | None = None,
) -> tuple[RecommendationId, ...]:
    """Put findings and recommendations of a dialogue into the library, each once.

    They keep all their languages, are unrated, and name the dialogue as their source. Each
    comes under the topic of the recommendation that it refers to, else of the item on whose
    notes it rests, else under ``topic``; Refused "finding-without-topic" where there is none.
    """
    home = came_home(store)
    new = [it for it in brought if it.id not in home]
    placing = _Placing(store, dialogue, topic)
    entries = [placing.recommendation(it) for it in new]
    if entries:
        with store.step(tr("Bring findings into the library"), page=PAGE) as step:
            library.put_source(step, source_of(dialogue))
            for entry in entries:
                library.put_recommendation(step, entry)
    return tuple(e.id for e in entries)


def source_of(dialogue: Dialogue) -> Source:
    """Return a dialogue as a source of the library; it has the id of the dialogue."""
    language = dialogue.working_language
    names = (dialogue.names.best(language), dialogue.titles.best(language))
    return Source(
        id=SourceId(dialogue.id),
        title=": ".join(filter(None, names)),
        publisher="; ".join(h.names.best(language) for h in dialogue.hosts),
        published=dialogue.last_day,
        kind=SourceKind.DIALOGUE,
        language=language,
    )


class _Placing:
    def __init__(self, store: Store, dialogue: Dialogue, otherwise: TopicId | None) -> None:
        self._dialogue = dialogue
        self._otherwise = otherwise
        self._topics = {t.id: t for t in library.topics(store)}
        self._of_recommendation = {r.id: r.topic for r in library.recommendations(store)}
        items = {i.id: i.topic for i in agenda.of_dialogue(store, dialogue.id)}
        self._of_note = {n.id: items.get(n.item) for n in notes.of_dialogue(store, dialogue.id)}

    def recommendation(self, it: Finding | Proposal) -> Recommendation:
        """Return it as an entry of the library."""
        topic = self._topic(it)
        language = self._dialogue.working_language
        passage = Passage(
            id=PassageId(it.id),
            source=SourceId(self._dialogue.id),
            locator=tr("Findings") if isinstance(it, Finding) else tr("Recommendations"),
        )
        entry = Recommendation(
            id=RecommendationId(new_id()),
            topic=topic.id,
            titles=_titles(it.texts),
            texts=it.texts,
            dimension=topic.dimension,
            formats=topic.formats,
            tags=topic.tags,
            passages=(passage,),
            maturity=Maturity.IDEA,
        )
        if isinstance(it, Finding):
            return entry
        said = {"addressee": it.addressees, "horizon": it.horizons}
        return replace(entry, **{k: texts.best(language) or None for k, texts in said.items()})

    def _topic(self, it: Finding | Proposal) -> Topic:
        of = self._of_recommendation.get(it.recommendation) if it.recommendation else None
        behind = it.notes if isinstance(it, Finding) else ()
        counted = Counter(topic for note in behind if (topic := self._of_note.get(note)))
        of = of or next((topic for topic, _ in counted.most_common(1)), None) or self._otherwise
        if of is None or of not in self._topics:
            claim = it.texts.best(self._dialogue.working_language)
            raise Refused("finding-without-topic", claim=claim)
        return self._topics[of]


def _titles(texts: Texts) -> Texts:
    return Texts(tuple(replace(t, wording=_short(t.wording)) for t in texts.entries))


def _short(wording: str) -> str:
    """Return the first sentence without its full stop, cut between words if it is long."""
    first = _SENTENCE.split(wording.strip(), maxsplit=1)[0].rstrip(".。")
    if len(first) <= LONGEST_TITLE:
        return first
    cut = first[:LONGEST_TITLE]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;，、 ") + "…"
