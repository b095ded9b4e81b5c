"""Findings of a dialogue return to the library, as recommendations whose source it is."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
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
from dialogueprep.store import agenda, finding_origins, homecoming, library, notes
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
LONGEST_TITLE = 90
Brought = Finding | Proposal
_READY = (Phase.DRAFTING, Phase.CLOSED)
_SENTENCE = re.compile(r"(?<=[.。!?！？])\s*")


def passage_of(it: Brought) -> PassageId:
    """Return the id of the passage that a finding gets in the library; it tells that it came."""
    return PassageId(_id("passage", it.id))


def came_home(store: Readable, them: Iterable[Brought]) -> dict[str, RecommendationId]:
    """Return which findings and recommendations of rounds are in the library, and as what."""
    entries = homecoming.entries_by_passage(store)
    known = {it.id: entries.get(passage_of(it)) for it in them}
    return {id_: entry for id_, entry in known.items() if entry}


def _id(kind: str, of: str) -> str:
    """Return an id that is always the same; rows of two tables may not share one."""
    return hashlib.sha256(f"{kind} of {of}".encode()).hexdigest()[:32]


def bring_home(
    store: Store,
    dialogue: Dialogue,
    brought: Iterable[Brought],
    *,
    topic: TopicId | None = None,
    under: Mapping[str, TopicId] | None = None,
) -> tuple[RecommendationId, ...]:
    """Put findings and recommendations of a dialogue into the library, each once.

    They keep all their languages, are unrated, and name the dialogue as their source; how widely
    a view was held and the notes behind it stay where they are. Each comes under the topic that
    ``under`` has for its id, else as `topics_for` says, else under ``topic``. Refused
    "finding-without-topic" where there is none, "not-drafted-yet" before the drafting.
    """
    if dialogue.phase not in _READY:
        raise Refused("not-drafted-yet")
    asked = tuple(brought)
    home = came_home(store, asked)
    new = [it for it in asked if it.id not in home]
    chosen = {**topics_for(store, dialogue, new), **(under or {})}
    entries = _entries(store, dialogue, new, chosen, topic)
    if entries:
        with store.step(tr("Bring findings into the library"), page=PAGE) as step:
            library.put_source(step, source_of(dialogue))
            for entry in entries:
                library.put_recommendation(step, entry)
    return tuple(e.id for e in entries)


def topics_for(store: Readable, dialogue: Dialogue, them: Iterable[Brought]) -> dict[str, TopicId]:
    """Return by id under which topic each belongs; what has none is left out.

    That is the topic of the recommendation that it refers to, else of the item on whose notes
    it rests, the one of most notes.
    """
    every = tuple(them)
    referred = [it.recommendation for it in every if it.recommendation]
    of_recommendation = {r.id: r.topic for r in library.recommendations_for(store, (), referred)}
    items = {i.id: i.topic for i in agenda.of_dialogue(store, dialogue.id)}
    of_note = {n.id: items.get(n.item) for n in notes.of_dialogue(store, dialogue.id)}
    gone = finding_origins.of_dialogue(store, dialogue.id)
    found: dict[str, TopicId] = {}
    for it in every:
        behind = it.notes if isinstance(it, Finding) else ()
        counted = Counter(topic for note in behind if (topic := of_note.get(note)))
        for rest in gone.get(it.id, ()) if isinstance(it, Finding) else ():
            if topic := items.get(rest.item):
                counted[topic] += rest.notes
        referred_to = of_recommendation.get(it.recommendation) if it.recommendation else None
        topic = referred_to or next((topic for topic, _ in counted.most_common(1)), None)
        if topic:
            found[it.id] = topic
    return found


def source_of(dialogue: Dialogue) -> Source:
    """Return a dialogue as a source of the library, always with the same id."""
    language = dialogue.working_language
    names = (dialogue.names.best(language), dialogue.titles.best(language))
    return Source(
        id=SourceId(_id("source", dialogue.id)),
        title=": ".join(filter(None, names)),
        publisher="; ".join(h.names.best(language) for h in dialogue.hosts),
        published=dialogue.last_day,
        kind=SourceKind.DIALOGUE,
        language=language,
    )


def entry_of(it: Brought, dialogue: Dialogue, topic: Topic) -> Recommendation:
    """Return what a finding or a recommendation of a round is as an entry under a topic."""
    language = dialogue.working_language
    passage = Passage(
        id=passage_of(it),
        source=source_of(dialogue).id,
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
    )
    if isinstance(it, Finding):
        return entry
    said = {"addressee": it.addressees, "horizon": it.horizons, "instrument": it.instruments}
    return replace(entry, **{k: texts.best(language) or None for k, texts in said.items()})


def _entries(
    store: Store,
    dialogue: Dialogue,
    new: Sequence[Brought],
    chosen: Mapping[str, TopicId],
    otherwise: TopicId | None,
) -> list[Recommendation]:
    wanted = {it.id: chosen.get(it.id) or otherwise for it in new}
    topics = library.some_topics(store, filter(None, wanted.values()))
    entries: list[Recommendation] = []
    for it in new:
        topic = topics.get(wanted[it.id] or TopicId(""))
        if topic is None:
            raise Refused("finding-without-topic", claim=it.texts.best(dialogue.working_language))
        entries.append(entry_of(it, dialogue, topic))
    return entries


def _titles(texts: Texts) -> Texts:
    return Texts(tuple(replace(t, wording=_short(t.wording)) for t in texts.entries))


def _short(wording: str) -> str:
    """Return the first sentence without its full stop, cut between words if it is long."""
    first = _SENTENCE.split(wording.strip(), maxsplit=1)[0].rstrip(".。")
    if len(first) <= LONGEST_TITLE:
        return first
    cut = first[:LONGEST_TITLE]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;，、 ") + "…"
