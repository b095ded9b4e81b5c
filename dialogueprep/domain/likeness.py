"""Which entries of a library say nearly the same, in one language or in two.

Entries are compared only where they share rare words or terms, so that 100,000 of them take
seconds. A pair is a proposal with its reason; what it is, a person says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogueprep.domain.blocking import Tick, quiet
from dialogueprep.domain.library import Dimension, Recommendation, SourceId, Topic
from dialogueprep.domain.likeness_leanings import LeaningWords
from dialogueprep.domain.terms import Notion, Terms
from dialogueprep.domain.texts import Texts

AnyEntry = Topic | Recommendation
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entries that seem to say the same: their ids, how alike (0 to 1), and why.

    ``code`` is "same-title" or "same-words" (facts: language, words, percent), or "same-idea"
    (facts: tags, terms, names, numbers; percent).
    """

    one: str
    other: str
    score: float
    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def pair(self) -> Pair:
        """Both ids."""
        return frozenset((self.one, self.other))


Tell = Callable[[Likeness], None]


@dataclass(frozen=True, slots=True)
class Saying:
    """What of an entry is compared; ``body`` is a topic's summary or a recommendation's text.

    ``dimension`` is None where nobody has said it yet.
    """

    id: str
    titles: Texts
    body: Texts
    tags: tuple[str, ...] = ()
    sources: frozenset[SourceId] = frozenset()
    dimension: Dimension | None = None
    topic: bool = False


@dataclass(frozen=True)
class KnownWords:
    """What tells one idea in two languages.

    ``notions`` name things in all languages; ``sounds``, the Korean readings of Chinese characters,
    tell of words that no notion names; ``leanings`` tell apart what wants the opposite of one
    thing. ``fold`` brings characters into one form.
    """

    notions: Sequence[Notion] = ()
    sounds: Mapping[str, str] = field(default_factory=dict[str, str])
    leanings: LeaningWords | None = None
    fold: Callable[[str], str] = str.casefold


def saying(entry: AnyEntry) -> Saying:
    """Return what of an entry is compared."""
    is_topic = isinstance(entry, Topic)
    return Saying(
        id=entry.id,
        titles=entry.titles,
        body=entry.summaries if is_topic else entry.texts,
        tags=entry.tags,
        sources=frozenset(p.source for p in entry.passages),
        dimension=entry.dimension,
        topic=is_topic,
    )


def alike(
    entries: Iterable[AnyEntry | Saying],
    tags: Mapping[str, Texts],
    settled: Collection[Pair] = frozenset(),
    *,
    known: KnownWords | None = None,
    tick: Tick = quiet,
    tell: Tell = lambda _it: None,
) -> tuple[Likeness, ...]:
    """Return the pairs that seem to say the same, the most alike first.

    The names of tags and what is ``known`` tell that two languages speak of the same thing.
    ``settled`` are pairs on which a person has decided; they are left out. Topics are compared with
    topics, recommendations with recommendations. ``tick`` hears of the steps and may raise to stop;
    ``tell`` is told each pair once it is found, and again if it is found to be more alike. None is
    taken back.
    """
    from dialogueprep.domain.likeness_across import across
    from dialogueprep.domain.likeness_leanings import LeaningReader
    from dialogueprep.domain.likeness_signs import Reader
    from dialogueprep.domain.likeness_within import within

    every = [e if isinstance(e, Saying) else saying(e) for e in entries]
    known = known or KnownWords()
    terms = Terms(known.notions, tags, known.fold)
    leaning = LeaningReader(known.leanings, terms, known.fold) if known.leanings else None
    kinds = [[e for e in every if e.topic is topic] for topic in (True, False)]
    step = _Steps(tick, 2 * sum(map(len, kinds)))
    found: list[Likeness] = []

    def told(it: Likeness) -> None:
        if it.pair not in settled:
            tell(it)

    for of_kind in kinds:
        found += within(of_kind, step.by, told)
        for it in across(of_kind, Reader(terms, known.sounds, leaning), step.by):
            found.append(it)
            told(it)
    return most_alike_first(it for it in found if it.pair not in settled)


def most_alike_first(pairs: Iterable[Likeness]) -> tuple[Likeness, ...]:
    """Return the pairs in the order in which they are proposed."""
    return tuple(sorted(pairs, key=lambda it: (-it.score, it.one, it.other)))


class _Steps:
    """Counts what is done over several rounds of work."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick, self._done, self._total = tick, 0, max(1, total)

    def by(self, n: int) -> None:
        """Say that so many more entries are done, or with 0 only ask whether to go on."""
        self._done = min(self._done + n, self._total)
        self._tick(self._done, self._total)


def after_merge(pairs: Iterable[Likeness], gone: str, kept: str) -> tuple[Likeness, ...]:
    """Return the pairs once an entry has become part of another one.

    What was alike to the one that is gone is alike to the one that is kept; no pair stands twice.
    """
    found: dict[Pair, Likeness] = {}
    for it in pairs:
        one, other = (kept if each == gone else each for each in (it.one, it.other))
        if one != other:
            now = it if gone not in it.pair else replace(it, one=one, other=other)
            found.setdefault(now.pair, now)
    return tuple(found.values())
