"""The topics that a dialogue may be offered, searched as in the library, read as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.domain.offer import KeptBack, TopicFacts, count_kept, why_kept
from dialogueprep.domain.query import parse
from dialogueprep.store import library, offers
from dialogueprep.store.library_search import found
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme

SORTED = 2000  # as many topics are also sorted by title
SEARCHED = 2000  # as many hits are looked through before all of them are asked for
READ = 1000  # topics that are kept in memory


class TopicOffer:
    """What is offered to one dialogue at a time; ``forget`` when the library has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._facts: tuple[TopicFacts, ...] | None = None
        self._for: tuple[int, frozenset[str]] = (0, frozenset())
        self._offered: tuple[TopicId, ...] = ()
        self._topics: dict[TopicId, Topic] = {}
        self.kept = KeptBack()

    def forget(self) -> None:
        """Read the library again when it is asked for next."""
        self._facts = None
        self._topics.clear()

    def show_to(self, dialogue: Dialogue) -> None:
        """Offer what fits this dialogue's ceiling and table."""
        limits = (dialogue.ceiling, dialogue.table)
        if self._facts is not None and limits == self._for:
            return
        facts = self._facts if self._facts is not None else self._store.standings.all()
        self._facts, self._for = facts, limits
        offered = [each for each in facts if why_kept(each, *limits) is None]
        self._offered = self._sorted(offered)
        self.kept = count_kept(facts, *limits)

    @property
    def size(self) -> int:
        """How many topics are offered."""
        return len(self._offered)

    def matching(self, typed: str) -> Sequence[TopicId]:
        """Return the offered topics that a query finds, all for an empty one."""
        query = parse(typed)
        if not query:
            return self._offered
        offered = set(self._offered)
        hits = found(self._store, query, SEARCHED)
        if len(hits.entries) >= SEARCHED:
            hits = found(self._store, query)
        return [topic for topic in hits.topics if topic in offered]

    def titles(self) -> dict[TopicId, str]:
        """Return the titles of what is offered, of `SORTED` topics at most, in their order."""
        ids = self._offered[:SORTED]
        found = offers.titles(self._store, ids, theme.window_language())
        return {id_: found[id_] for id_ in ids if id_ in found}

    def topics(self, ids: Sequence[TopicId]) -> list[Topic]:
        """Return these topics in full."""
        if len(self._topics) > READ:
            self._topics.clear()
        new = [id_ for id_ in ids if id_ not in self._topics]
        if new:
            self._topics.update(library.some_topics(self._store, new))
        return [self._topics[id_] for id_ in ids if id_ in self._topics]

    def _sorted(self, offered: list[TopicFacts]) -> tuple[TopicId, ...]:
        if len(offered) <= SORTED:
            ids = [each.id for each in offered]
            titles = offers.titles(self._store, ids, theme.window_language())
            offered.sort(key=lambda each: (each.order[:2], titles.get(each.id, "")))
        return tuple(each.id for each in offered)
