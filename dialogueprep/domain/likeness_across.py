"""Entries that say the same in two languages: by terms, tags, names and numbers."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from dialogueprep.domain.blocking import close, ranked
from dialogueprep.domain.likeness import Likeness, Saying
from dialogueprep.domain.terms import Terms
from dialogueprep.domain.texts import LANGUAGES, Language

SAME_IDEA = 0.5
"""From this score on, up to 1, a pair of two languages is proposed."""
_OTHER_DIMENSION = 0.1
_NEARLY = 0.95
_MOST = 60
_MOST_OF_MANY = 8
_ALONE = 8
_SHOWN = 5
_SURE = 0.6  # of two that share one term only
_MANY = 20_000
_EVERY = 1000
_WEAK = 0.5  # what a word for a deed tells, beside a term of the field
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*(?![A-Za-z0-9])")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?:[.,]\d+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_HAN_LANGUAGES = ("zh", "ja")
Step = Callable[[int], None]
Sign = tuple[str, str | int]
Signs = frozenset[int]
Facts = dict[str, object]


def across(sayings: Sequence[Saying], terms: Terms, step: Step) -> Iterable[Likeness]:
    """Return pairs without a common language, each among the most like of the other."""
    field = _Field(sayings, terms)
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

    def __init__(self, sayings: Sequence[Saying], terms: Terms) -> None:
        self._sayings, self._terms = sayings, terms
        self._number: dict[Sign, int] = {}
        self._signs: list[Signs] = []
        self._letters: list[Signs] = []
        self._sides: list[int] = []

    def read(self, saying: Saying) -> None:
        """Take in the signs of an entry."""
        signs: set[Sign] = {("tag", slug) for slug in saying.tags}
        letters: set[Sign] = set()
        side = 0
        for language in LANGUAGES:
            if raw := said_in(saying, language):
                side |= 1 << LANGUAGES.index(language)
                rest = self._take(signs, raw, language)
                if language in _HAN_LANGUAGES:
                    letters |= _letters(rest)
        self._signs.append(self._numbers(signs))
        self._letters.append(self._numbers(letters))
        self._sides.append(side)

    def _numbers(self, signs: Iterable[Sign]) -> Signs:
        known = self._number
        return frozenset(known.setdefault(s, len(known)) for s in signs)

    def _take(self, signs: set[Sign], raw: str, language: Language) -> tuple[str, ...]:
        """Add the signs in a text; return what of it no term names."""
        found = self._terms.find(raw, language)
        signs |= {("term", n) for n in found.notions}
        signs |= {("number", n) for n in _NUMBER.findall(unicodedata.normalize("NFKC", raw))}
        said = " ".join(found.notions.values()).casefold()
        signs |= {("name", n) for n in _NAME.findall(raw) if n.casefold() not in said}
        return found.rest

    @property
    def side_of(self) -> dict[str, int]:
        """In which languages each entry is."""
        return {s.id: side for s, side in zip(self._sayings, self._sides, strict=True)}

    def _is_telling(self, sign: Sign) -> bool:
        kind, value = sign
        return kind != "letters" and not (kind == "term" and value in self._terms.weak)

    def likenesses(self, step: Step) -> Iterable[Likeness]:
        if len(set(self._sides)) < 2:
            return
        step(0)
        counts = Counter(s for signs in (*self._signs, *self._letters) for s in signs)
        whole = len(self._sayings) + 1
        self._sign = list(self._number)
        telling = {n for n, sign in enumerate(self._sign) if self._is_telling(sign)}
        self._strong = frozenset(n for n in telling if self._sign[n][0] != "tag")
        self._weights = [
            (1 if n in telling else _WEAK) * math.log(1 + whole / max(1, counts[n]))
            for n in range(len(self._sign))
        ]
        many = len(self._sayings) > _MANY
        keys = ranked(self._signs, 6 if many else 9)
        step(0)
        most = _MOST_OF_MANY if many else _MOST
        for n, (one, other) in enumerate(close(keys, most, self._sides, alone=_ALONE, tick=step)):
            if n % _EVERY == 0:
                step(0)
            it = self._compared(one, other)
            if it is not None:
                yield it

    def _compared(self, one: int, other: int) -> Likeness | None:
        first, second = self._signs[one], self._signs[other]
        if self._letters[one] and self._letters[other]:
            first, second = first | self._letters[one], second | self._letters[other]
        common = first & second
        score = self._overlap(first, second, common)
        mine, theirs = self._sayings[one], self._sayings[other]
        if mine.dimension and theirs.dimension and mine.dimension is not theirs.dimension:
            score -= _OTHER_DIMENSION
        if score < SAME_IDEA or not self._tells(common, score):
            return None
        facts = {"percent": round(100 * score), **self._because(mine, theirs, common)}
        return Likeness(mine.id, theirs.id, round(score, 3), "same-idea", facts)

    def _overlap(self, first: Signs, second: Signs, common: Signs) -> float:
        mine, theirs, shared = map(self._weight, (first, second, common))
        return 0.5 * shared / (mine + theirs - shared) + 0.5 * shared / min(mine, theirs)

    def _weight(self, signs: Signs) -> float:
        return sum(map(self._weights.__getitem__, signs))

    def _tells(self, common: Signs, score: float) -> bool:
        """Return whether what two share is more than deeds, tags and stray letters."""
        strong = common & self._strong
        return len(strong) > 1 or (bool(strong) and (len(common) > 1 or score >= _SURE))

    def _because(self, mine: Saying, theirs: Saying, common: frozenset[int]) -> Facts:
        signs = [self._sign[n] for n in common]
        terms = tuple(n for kind, n in signs if kind == "term" and isinstance(n, int))
        slugs = {str(value) for kind, value in signs if kind == "tag"}
        slugs -= {self._terms.slugs[n] for n in terms if n in self._terms.slugs}
        said = sorted(terms, key=lambda n: (n in self._terms.weak, n))
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


def _letters(rest: Iterable[str]) -> set[Sign]:
    """Return pairs of characters: Chinese and Japanese share many, once they are in one form."""
    runs = [run for piece in rest for run in _HAN.findall(piece)]
    return {("letters", run[n : n + 2]) for run in runs for n in range(len(run) - 1)}


def said_in(saying: Saying, language: Language) -> str:
    """Return all that an entry says in this language."""
    return " ".join(filter(None, (saying.titles.get(language), saying.body.get(language))))
