"""Reads entries from the store as they are shown beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.library import Recommendation, TopicId
from dialogueprep.domain.likeness import Pair
from dialogueprep.domain.uses import History
from dialogueprep.store import library, library_use, pairs, rating_queue
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.ui.models.pair_queue import PairRow, languages_of
from dialogueprep.ui.widgets.entry_side import Beside


class Besides:
    """Entries of a store, read when they are shown; sources and tags are read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources = {source.id: source for source in library.sources(store)}
        self.tags = library.tag_names(store)

    def of(self, *ids: str) -> tuple[Beside, ...]:
        """Return the entries with these ids that are there, in this order."""
        found = rating_queue.entries(self._store, ids)
        topics = [e.topic for e in found if isinstance(e, Recommendation)]
        names = library.some_topics(self._store, topics)
        known = library_use.history(self._store, ids)
        return tuple(
            Beside(
                entry,
                names[entry.topic].titles.best(theme.window_language())
                if isinstance(entry, Recommendation)
                else "",
                self._sources,
                self.tags,
                known.get(entry.id, History()),
            )
            for entry in found
        )

    def in_topic(self, topic: TopicId) -> frozenset[str]:
        """Return the ids of a topic and its recommendations."""
        known = library.recommendations_for(self._store, (topic,))
        return frozenset((topic, *(r.id for r in known)))

    def decided(self) -> list[PairRow]:
        """Return the pairs on which there is a decision, variants first."""
        made = pairs.decisions(self._store)
        titles = self._titles({each for it in made for each in (it.one, it.other)})
        language = theme.window_language()
        rows: list[PairRow] = []
        for it in made:
            if it.one in titles and it.other in titles:
                one, other = titles[it.one], titles[it.other]
                apart = {t.language for t in one.entries}.isdisjoint(
                    t.language for t in other.entries
                )
                languages = languages_of("same-idea" if apart else "", one, other, language)
                said = one.best(language), other.best(language)
                pair: Pair = frozenset((it.one, it.other))
                rows.append(PairRow(pair, it.one, it.other, said, languages, verdict=it.verdict))
        return rows

    def _titles(self, ids: Iterable[str]):
        return {str(e.id): e.titles for e in rating_queue.entries(self._store, sorted(ids))}
