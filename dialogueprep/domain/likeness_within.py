"""Entries that say nearly the same in one language: by the rare words that they share."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations

from dialogueprep.domain.blocking import close, ranked
from dialogueprep.domain.likeness import Likeness, Saying, Tell
from dialogueprep.domain.likeness_words import plain, shown, words_of
from dialogueprep.domain.texts import LANGUAGES, Language

ALIKE = 0.5
"""From this score on, up to 1, a pair is proposed; set on the shipped library and made pairs."""
ALIKE_IN_SOURCE = 0.8
"""As `ALIKE`, for pairs from the same source."""
_MOST = 24  # a word that more entries have brings two of them together only with others
_MANY = 20_000  # in a library of so many entries, fewer words and smaller blocks are looked at
_EVERY = 1000
Step = Callable[[int], None]


def within(
    sayings: Sequence[Saying], step: Step, tell: Tell = lambda _it: None
) -> Iterable[Likeness]:
    """Return the pairs that say nearly the same in a language that both have.

    ``tell`` is told of each as it is found, and again if another language says more.
    """
    found: dict[tuple[int, int], Likeness] = {}
    read = 0
    for language in LANGUAGES:
        here = [n for n, s in enumerate(sayings) if s.titles.get(language) or s.body.get(language)]
        said = _Said(sayings, here, language)
        for done, it in enumerate(here):
            said.read(it)
            if done % _EVERY == 0:
                step(0)
        for pair, it in said.likenesses(step):
            if pair not in found or found[pair].score < it.score:
                found[pair] = it
                tell(it)
        share = len(here) - read if len(here) > read else 0
        read += share
        step(share)
    step(len(sayings) - read)
    return found.values()


class _Said:
    """What all entries say in one language, and how rare each word is among them."""

    def __init__(self, sayings: Sequence[Saying], here: list[int], language: Language) -> None:
        self._sayings, self._here = sayings, here
        self._language: Language = language
        self._number: dict[str, int] = {}
        self._heads: dict[int, array[int]] = {}
        self._words: dict[int, array[int]] = {}
        self._weights: list[float] = []

    def read(self, place: int) -> None:
        """Take in the words of an entry."""
        saying = self._sayings[place]
        head = set(words_of(saying.titles.get(self._language) or ""))
        every = head | set(words_of(saying.body.get(self._language) or ""))
        self._heads[place] = self._numbers(head)
        self._words[place] = self._numbers(every)

    def likenesses(self, step: Step) -> Iterator[tuple[tuple[int, int], Likeness]]:
        """Yield the pairs of places that are alike, each with its likeness."""
        self._weigh()
        step(0)
        for n, (one, other) in enumerate(self._candidates(step)):
            if n % _EVERY == 0:
                step(0)
            it = self._compared(one, other)
            if it is not None:
                yield (one, other), it

    def _numbers(self, words: Iterable[str]) -> array[int]:
        known = self._number
        return array("I", (known.setdefault(w, len(known)) for w in words))

    def _weigh(self) -> None:
        self._list = list(self._number)
        counts = Counter(w for words in self._words.values() for w in words)
        whole = len(self._sayings) + 1
        self._weights = [math.log(1 + whole / max(1, counts[n])) for n in range(len(self._number))]

    def _candidates(self, step: Step) -> Iterator[tuple[int, int]]:
        many = len(self._here) > _MANY
        keys = ranked((self._words[p] for p in self._here), 7 if many else 10)
        pairs = close(keys, _MOST // 2 if many else _MOST, tick=step)
        seen = {(self._here[a], self._here[b]) for a, b in pairs}
        yield from seen
        yield from self._of_one_title() - seen

    def _of_one_title(self) -> set[tuple[int, int]]:
        by_title: dict[str, list[int]] = defaultdict(list)
        for place in self._here:
            by_title[self._title(place)].append(place)
        found: set[tuple[int, int]] = set()
        for title, places in by_title.items():
            if title and len(places) <= _MOST:
                found.update(combinations(places, 2))
        return found

    def _title(self, place: int) -> str:
        return plain(self._sayings[place].titles.get(self._language) or "")

    def _compared(self, one: int, other: int) -> Likeness | None:
        from rapidfuzz import fuzz  # the whole of it first: a part alone may meet itself half made

        mine, theirs = self._sayings[one], self._sayings[other]
        if self._left_to_another_language(mine, theirs):
            return None  # titles say less than the texts that both have
        first, second = set(self._words[one]), set(self._words[other])
        common = first & second
        same_title = bool(self._title(one)) and self._title(one) == self._title(other)
        heads = self._overlap(set(self._heads[one]), set(self._heads[other]))
        rough = 0.5 * self._overlap(first, second) + 0.35 * heads
        if rough + 0.15 < ALIKE and not same_title:
            return None
        ratio = fuzz.token_set_ratio(self._sorted(first), self._sorted(second)) / 100
        score = max(rough + 0.15 * ratio, 0.9 if same_title else 0)
        # What one source sets apart in two entries is seldom the same.
        if score < (ALIKE_IN_SOURCE if mine.sources & theirs.sources else ALIKE):
            return None
        facts = {
            "language": self._language,
            "words": self._shown(mine, common),
            "percent": round(100 * score),
        }
        code = "same-title" if same_title else "same-words"
        return Likeness(mine.id, theirs.id, round(score, 3), code, facts)

    def _sorted(self, words: Iterable[int]) -> str:
        return " ".join(sorted(map(self._list.__getitem__, words)))

    def _left_to_another_language(self, mine: Saying, theirs: Saying) -> bool:
        bodies = {t.language for t in mine.body.entries} & {t.language for t in theirs.body.entries}
        return bool(bodies) and self._language not in bodies

    def _shown(self, saying: Saying, common: Collection[int]) -> tuple[str, ...]:
        parts = (saying.titles.get(self._language), saying.body.get(self._language))
        raw = " ".join(filter(None, parts))
        weights = {w: self._weights[n] for w in words_of(raw) if (n := self._number[w]) in common}
        return shown(raw, weights, weights)

    def _overlap(self, one: set[int], other: set[int]) -> float:
        """Return how much of the words of both, and of the shorter, stands in both, 0 to 1."""
        if not one or not other:
            return 0
        weights = self._weights
        shared = sum(weights[w] for w in one & other)
        mine, theirs = sum(weights[w] for w in one), sum(weights[w] for w in other)
        return 0.5 * shared / (mine + theirs - shared) + 0.5 * shared / min(mine, theirs)
