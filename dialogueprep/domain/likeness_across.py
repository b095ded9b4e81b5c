"""Entries that say the same in two languages: by notions, tags, names, numbers, characters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from dialogueprep.domain.blocking import close, ranked
from dialogueprep.domain.likeness import Likeness, Saying
from dialogueprep.domain.likeness_leanings import Leaning, against
from dialogueprep.domain.likeness_signs import Reader, Sign, Signed, Signs, said_in
from dialogueprep.domain.texts import LANGUAGES

SAME_IDEA = 0.3
"""From this score on, up to 1, a pair of two languages is proposed."""
_SCANT, _AMPLE = 0.25, 2.1
_DEEDS, _USUAL_DEEDS = 0.3, 0.25  # of two ideas that both say what is done, how much of it agrees
_OTHER_DIMENSION = 0.1
_NEARLY = 0.95
_MOST = 60
_MOST_OF_MANY = 8
_ALONE = 8
_SHOWN = 5
_MANY = 20_000
_EVERY = 1000
_TELLS = {
    "field": 1.0, "common": 0.7, "deeds": 0.2,
    "name": 1.0, "number": 0.5, "tag": 0.7, "letters": 0.35, "sounds": 0.2,
}  # fmt: skip
"""How much a sign tells that two entries share."""
_PARTS = {"field": 0.85, "common": 0.4, "deeds": 0.1, "name": 0.85, "number": 0.2, "tag": 0.4}
"""How much a sign tells against a pair if only one of the two has it."""
_PART = 0.5  # of a sign that is a part of another one in one of two entries
_UNKNOWN = 0.04  # the same of a word that is not known
Step = Callable[[int], None]
Facts = dict[str, object]


def across(sayings: Sequence[Saying], reader: Reader, step: Step) -> Iterable[Likeness]:
    """Return pairs without a common language, each among the most like of the other."""
    field = _Field(sayings, reader)
    for n, it in enumerate(sayings):
        field.read(it)
        if n % _EVERY == _EVERY - 1:
            step(_EVERY)
    step(len(sayings) % _EVERY)
    return _best(field.likenesses(step), field.side_of)


def _best(found: Iterable[Likeness], side_of: Mapping[str, int]) -> Iterable[Likeness]:
    """Yield those that are about as like as anything of the other's languages, for both."""
    best: dict[tuple[str, int], float] = {}
    for it in sorted(found, key=lambda it: (-it.score, it.one, it.other)):
        for one, other in ((it.one, it.other), (it.other, it.one)):
            best.setdefault((one, side_of[other]), it.score)
        first, second = best[it.one, side_of[it.other]], best[it.other, side_of[it.one]]
        if it.score >= _NEARLY * max(first, second):
            yield it


class _Field:
    """The signs of all entries that do not depend on a language, and how rare each is."""

    def __init__(self, sayings: Sequence[Saying], reader: Reader) -> None:
        self._sayings, self._terms, self._reader = sayings, reader.terms, reader
        self._read: list[Signed] = []
        self._leanings: dict[int, Leaning] = {}

    def read(self, saying: Saying) -> None:
        """Take in the signs of an entry."""
        self._read.append(self._reader.read(saying))

    @property
    def side_of(self) -> dict[str, int]:
        """In which languages each entry is."""
        return {s.id: read.side for s, read in zip(self._sayings, self._read, strict=True)}

    def _kind(self, sign: Sign) -> str:
        kind, value = sign
        return self._terms.kind(value) if isinstance(value, int) else kind

    def likenesses(self, step: Step) -> Iterable[Likeness]:
        """Yield the pairs that are alike."""
        sides = [read.side for read in self._read]
        if len(set(sides)) < 2:
            return
        step(0)
        self._weigh()
        many = len(self._sayings) > _MANY
        keys = ranked((read.signs for read in self._read), 6 if many else 9)
        step(0)
        most = _MOST_OF_MANY if many else _MOST
        for n, (one, other) in enumerate(close(keys, most, sides, alone=_ALONE, tick=step)):
            if n % _EVERY == 0:
                step(0)
            it = self._compared(one, other)
            if it is not None:
                yield it

    def _weigh(self) -> None:
        self._sign = self._reader.signs
        self._kinds = [self._kind(sign) for sign in self._sign]
        counts = Counter(
            s
            for read in self._read
            for some in (read.signs, read.letters, read.sounds)
            for s in some
        )
        whole = len(self._sayings) + 40
        top = math.log(1 + whole)
        rare = [math.log(1 + whole / max(1, counts[n])) / top for n in range(len(self._kinds))]
        self._deeds = frozenset(n for n, kind in enumerate(self._kinds) if kind == "deeds")
        self._tells = [_TELLS[kind] * it for kind, it in zip(self._kinds, rare, strict=True)]
        self._parts = [_PARTS.get(kind, 0) * it for kind, it in zip(self._kinds, rare, strict=True)]

    def _compared(self, one: int, other: int) -> Likeness | None:
        first, second = self._read[one], self._read[other]
        common = first.signs & second.signs
        within = first.inner & second.signs | first.signs & second.inner
        common |= within
        if first.letters and second.letters:
            common |= first.letters & second.letters
        else:
            common |= first.sounds & second.sounds
        told = self._told(common) - (1 - _PART) * self._told(within)
        score = self._overlap(first, second, common, told)
        mine, theirs = self._sayings[one], self._sayings[other]
        if mine.dimension and theirs.dimension and mine.dimension is not theirs.dimension:
            score -= _OTHER_DIMENSION
        score += self._agreement(first, second, common)
        needed = self._needed(common, told)
        if score >= needed:
            score -= against(self._leaning(one), self._leaning(other))
        if score < needed:
            return None
        facts = {"percent": round(100 * min(1, score)), **self._because(mine, theirs, common)}
        return Likeness(mine.id, theirs.id, round(min(1, score), 3), "same-idea", facts)

    def _leaning(self, place: int) -> Leaning:
        if place not in self._leanings:
            self._leanings[place] = self._reader.leaning(self._sayings[place])
        return self._leanings[place]

    def _overlap(self, first: Signed, second: Signed, common: Signs, shared: float) -> float:
        """Return how much of both, and of the one that says less, both say, 0 to 1."""
        if not shared:
            return 0
        mine, theirs = (
            sum(map(self._parts.__getitem__, it.signs - common)) + _UNKNOWN * it.unknown
            for it in (first, second)
        )
        return 0.5 * shared / (shared + mine + theirs) + 0.5 * shared / (shared + min(mine, theirs))

    def _agreement(self, first: Signed, second: Signed, common: Signs) -> float:
        """Return how much for or against a pair tells what is done in both, of those who say it."""
        said = min(len(first.signs & self._deeds), len(second.signs & self._deeds))
        if not said:
            return 0
        return _DEEDS * (len(common & self._deeds) / (said + 1) - _USUAL_DEEDS)

    def _told(self, common: Signs) -> float:
        return sum(map(self._tells.__getitem__, common))

    def _needed(self, common: Signs, told: float) -> float:
        """Return how alike two have to be: the more, the less there is that tells it."""
        kinds = Counter(self._kinds[n] for n in common)
        things = kinds["field"] + kinds["name"]
        # One thing that half of all entries speak of tells nothing, nor do deeds or characters.
        if not things and (not kinds["common"] or len(common) < 2):
            return math.inf
        return SAME_IDEA + _SCANT * max(0, _AMPLE - told)

    def _because(self, mine: Saying, theirs: Saying, common: Signs) -> Facts:
        signs = [self._sign[n] for n in common]
        terms = tuple(n for kind, n in signs if kind == "term" and isinstance(n, int))
        slugs = {str(value) for kind, value in signs if kind == "tag"}
        slugs -= {self._terms.slugs[n] for n in terms if n in self._terms.slugs}
        said = sorted(terms, key=lambda n: (-_TELLS[self._terms.kind(n)], n))
        of_kind = {
            name: tuple(sorted(str(value) for kind, value in signs if kind == name))
            for name in ("name", "number")
        }
        return {
            "tags": tuple(sorted(slugs)),
            "terms": tuple(self._both(mine, theirs, n) for n in said[:_SHOWN]),
            "names": of_kind["name"],
            "numbers": of_kind["number"],
        }

    def _both(self, mine: Saying, theirs: Saying, notion: int) -> str:
        """Return how each of two entries says a notion."""
        words = (self._words(each, notion) for each in (mine, theirs))
        return " = ".join(dict.fromkeys(filter(None, words)))

    def _words(self, saying: Saying, notion: int) -> str:
        for language in LANGUAGES:
            if raw := said_in(saying, language):
                found = self._terms.find(raw, language).notions
                if notion in found:
                    return found[notion]
        return ""
