"""Which entries of a library say nearly the same, in one language or in two.

Entries are compared only where they share rare words, so that 10,000 of them take seconds. A
pair is a proposal with its reason; what it is, a person says.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations, product

from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.domain.texts import LANGUAGES, Language, Texts

AnyEntry = Topic | Recommendation
Pair = frozenset[str]
ALIKE = 0.5
"""From this score on, up to 1, a pair is proposed; set on the shipped library and made pairs."""
ALIKE_IN_SOURCE = 0.8
"""As `ALIKE`, for pairs from the same source."""
SAME_IDEA = 0.6
"""As `ALIKE`, for pairs that have no language in common."""

_OTHER_DIMENSION = 0.15
_BEST = 2  # an entry is proposed with this many of another language
_RARE = 24  # a word that more entries have does not bring two of them together
_MOST_KEYS = 10  # of its words, the rarest bring an entry together with others
_SHOWN = 5
_SIGNS = ((("tag", "word"), "tags"), (("name",), "names"), (("number",), "numbers"))
_EAST_ASIAN = "\u3041-\u309f\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_RUN = re.compile(rf"[{_EAST_ASIAN}]+|(?:(?![{_EAST_ASIAN}])\w)+")
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+]*(?![A-Za-z0-9])")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?:[.,]\d+)*")
_COMMON_WORDS = """
a an and are as at be been between by can could for from has have in into is it its more must
of on or other should such than that the their them these they this those through to under
was we were which will with would also both each how not there while within joint jointly
china japan korea south rok trilateral countries country cooperation promote strengthen
establish enhance build develop support
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entries that seem to say the same: their ids, how alike (0 to 1), and why.

    ``code`` is "same-title" or "same-words" (facts: language, words, percent), or "same-idea"
    (facts: tags, names, words in no language or in each; percent).
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


def alike(
    entries: Iterable[AnyEntry],
    tags: Mapping[str, Texts],
    settled: Collection[Pair] = frozenset(),
) -> tuple[Likeness, ...]:
    """Return the pairs that seem to say the same, the most alike first.

    ``tags`` holds the names of tags in all languages: they tell that two languages speak of the
    same thing. ``settled`` are pairs on which a person has decided; they are left out. Topics are
    compared with topics, recommendations with recommendations.
    """
    found: list[Likeness] = []
    every = tuple(entries)
    labels = _Labels(tags)
    topics = [e for e in every if isinstance(e, Topic)]
    recommendations = [e for e in every if not isinstance(e, Topic)]
    for entries_of_kind in (topics, recommendations):
        field_ = _Field([_Said(e, labels) for e in entries_of_kind])
        found += [it for it in field_.likenesses() if it.pair not in settled]
    return tuple(sorted(found, key=lambda it: (-it.score, it.one, it.other)))


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparison: CJK as overlapping pairs, others as stems."""
    words: list[str] = []
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run[0] > "\u3040":
            words += [run[n : n + 2] for n in range(len(run) - 1)]
        elif run not in _COMMON and len(run) > 1:
            words.append(_stem(run))
    return words


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """Return a word without the ending of a plural or a verb, roughly."""
    for ending, left in (("ies", 4), ("ing", 5), ("ed", 5), ("es", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= left + 1 and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


class _Labels:
    """Finds the names of tags in texts, each language in one go."""

    def __init__(self, tags: Mapping[str, Texts]) -> None:
        self._slugs: dict[Language, dict[str, str]] = {g: {} for g in LANGUAGES}
        for slug, names in tags.items():
            for text in names.entries:
                self._slugs[text.language].setdefault(text.wording.casefold(), slug)
        self._patterns = {g: _any_of(labels) for g, labels in self._slugs.items()}

    def named(self, raw: str, language: Language) -> set[str]:
        """Return the slugs of the tags whose names in this language stand in a text."""
        slugs = self._slugs[language]
        found = self._patterns[language].findall(raw.casefold())
        return {slugs[label] for label in found}


def _any_of(labels: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any of these words; Latin ones must stand alone."""
    longest = sorted(filter(None, labels), key=lambda label: (-len(label), label))
    parts = (
        rf"(?<![a-z0-9]){re.escape(e)}(?![a-z0-9])" if e.isascii() else re.escape(e)
        for e in longest
    )
    return re.compile("|".join(parts) or "(?!)")


class _Said:
    """What one entry says, ready to be compared."""

    def __init__(self, entry: AnyEntry, labels: _Labels) -> None:
        self.id = entry.id
        self.titles = {t.language: _plain(t.wording) for t in entry.titles.entries}
        body = entry.summaries if isinstance(entry, Topic) else entry.texts
        self.raw: dict[Language, str] = {}
        for text in (*entry.titles.entries, *body.entries):
            self.raw[text.language] = f"{self.raw.get(text.language, '')} {text.wording}"
        self.bodies = frozenset(t.language for t in body.entries)
        self.heads = {t.language: frozenset(words_of(t.wording)) for t in entry.titles.entries}
        self.words = dict(self.heads)
        for text in body.entries:
            head = self.heads.get(text.language, frozenset[str]())
            self.words[text.language] = head | frozenset(words_of(text.wording))
        self.sources = frozenset(p.source for p in entry.passages)
        self.dimension = entry.dimension
        self._tags = entry.tags
        self._labels = labels

    @cached_property
    def signs(self) -> frozenset[tuple[str, str]]:
        """What does not depend on the language: tags, also those named in words, names, numbers."""
        found = {("tag", slug) for slug in self._tags}
        for language, raw in self.raw.items():
            found |= {("name", name) for name in _NAME.findall(raw)}
            found |= {("number", n) for n in _NUMBER.findall(unicodedata.normalize("NFKC", raw))}
            found |= {("word", slug) for slug in self._labels.named(raw, language)}
        return frozenset(found)


def _plain(title: str) -> str:
    return " ".join(_RUN.findall(unicodedata.normalize("NFKC", title).casefold()))


class _Field:
    """All entries of one kind: how rare each word is among them, and who shares rare ones."""

    def __init__(self, said: list[_Said]) -> None:
        self._said = said
        self._weights: dict[Language, dict[str, float]] = {}
        for language in LANGUAGES:
            counts = Counter(w for s in said for w in s.words.get(language, ()))
            self._weights[language] = _weights(counts, len(said))

    @cached_property
    def _sign_counts(self) -> Counter[tuple[str, str]]:
        return Counter(sign for said in self._said for sign in said.signs)

    def likenesses(self) -> Iterable[Likeness]:
        found: dict[tuple[int, int], Likeness] = {}
        for language in LANGUAGES:
            for pair in self._candidates(language):
                it = self._in_language(*pair, language)
                if it is not None and (pair not in found or found[pair].score < it.score):
                    found[pair] = it
        return (*found.values(), *self._best_across())

    def _best_across(self) -> Iterable[Likeness]:
        """Yield pairs of two languages in which each is among the most like of the other."""
        pairs = (self._across(*pair) for pair in sorted(self._without_common_language()))
        found = sorted((it for it in pairs if it is not None), key=lambda it: -it.score)
        count: Counter[str] = Counter()
        for it in found:
            count.update((it.one, it.other))
            if max(count[it.one], count[it.other]) <= _BEST:
                yield it

    def _candidates(self, language: Language) -> set[tuple[int, int]]:
        """Return pairs that share two rare words or a title, or one if they have few."""
        weights = self._weights[language]
        by_word: dict[str, list[int]] = defaultdict(list)
        by_title: dict[str, list[int]] = defaultdict(list)
        for number, said in enumerate(self._said):
            words = said.words.get(language)
            if words:
                rarest = sorted(words, key=lambda w: (-weights[w], w))[:_MOST_KEYS]
                for word in rarest:
                    by_word[word].append(number)
                by_title[said.titles.get(language, "")].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in by_word.values():
            if len(numbers) <= _RARE:
                shared.update(combinations(numbers, 2))
        found = {pair for pair, count in shared.items() if count >= 2}
        for title, numbers in by_title.items():
            if title and len(numbers) <= _RARE:
                found.update(combinations(numbers, 2))
        return found

    def _in_language(self, one: int, other: int, language: Language) -> Likeness | None:
        from rapidfuzz.fuzz import token_set_ratio

        mine, theirs = self._said[one], self._said[other]
        bodies = mine.bodies & theirs.bodies
        if bodies and language not in bodies:
            return None  # titles say less than the texts that both have
        weights = self._weights[language]
        first, second = mine.words[language], theirs.words[language]
        common = first & second
        same_title = bool(mine.titles.get(language)) and (
            mine.titles[language] == theirs.titles.get(language)
        )
        heads = _overlap(mine.heads.get(language), theirs.heads.get(language), weights)
        rough = 0.5 * _overlap(first, second, weights) + 0.35 * heads
        if rough + 0.15 < ALIKE and not same_title:
            return None
        ratio = token_set_ratio(" ".join(sorted(first)), " ".join(sorted(second))) / 100
        score = max(rough + 0.15 * ratio, 0.9 if same_title else 0)
        # What one source sets apart in two entries is seldom the same.
        if score < (ALIKE_IN_SOURCE if mine.sources & theirs.sources else ALIKE):
            return None
        shown = _shown(mine.raw[language], common, weights)
        facts = {"language": language, "words": shown, "percent": round(100 * score)}
        code = "same-title" if same_title else "same-words"
        return Likeness(mine.id, theirs.id, round(score, 3), code, facts)

    def _without_common_language(self) -> set[tuple[int, int]]:
        """Return pairs in different languages that share two signs, none of them too common."""
        groups: dict[frozenset[Language], list[int]] = defaultdict(list)
        for number, said in enumerate(self._said):
            groups[frozenset(said.raw)].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for one, other in combinations(groups, 2):
            if one.isdisjoint(other):
                first, second = self._by_sign(groups[one]), self._by_sign(groups[other])
                for sign in first.keys() & second.keys():
                    if len(first[sign]) * len(second[sign]) <= _RARE**2:
                        shared.update(product(first[sign], second[sign]))
        return {(min(pair), max(pair)) for pair, count in shared.items() if count >= 2}

    def _by_sign(self, numbers: Iterable[int]) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            for sign in self._said[number].signs:
                found[sign].append(number)
        return found

    def _across(self, one: int, other: int) -> Likeness | None:
        mine, theirs = self._said[one], self._said[other]
        common = mine.signs & theirs.signs
        if len(common) < 2 or all(kind == "tag" for kind, _ in common):
            return None
        shared = sum(map(self._sign_weight, common))
        least = min(sum(map(self._sign_weight, each.signs)) for each in (mine, theirs)) or 1
        union = sum(map(self._sign_weight, mine.signs | theirs.signs)) or 1
        score = 0.5 * shared / union + 0.5 * shared / least
        score -= _OTHER_DIMENSION if mine.dimension is not theirs.dimension else 0
        if score < SAME_IDEA:
            return None
        facts: dict[str, object] = {"percent": round(100 * score)}
        for kind, name in _SIGNS:
            found = {value for k, value in common if k in kind}
            facts[name] = tuple(sorted(found))
        return Likeness(mine.id, theirs.id, round(score, 3), "same-idea", facts)

    def _sign_weight(self, sign: tuple[str, str]) -> float:
        return math.log(1 + (len(self._said) + 1) / self._sign_counts[sign])


def _shown(raw: str, common: frozenset[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return words of a text that are in both, as written there, the rarest and longest first."""
    found: dict[str, float] = {}
    stems: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", raw)):
        if run[0] <= "\u3040":
            stem = _stem(run.casefold())
            if stem in common and stem not in stems:
                stems.add(stem)
                found[run.casefold()] = weights[stem]
            continue
        for piece in _pieces(run, common):
            found.setdefault(piece, sum(weights[w] for w in words_of(piece)))
    return tuple(sorted(found, key=lambda word: (-found[word], word))[:_SHOWN])


def _pieces(run: str, common: frozenset[str]) -> Iterable[str]:
    """Yield the stretches of a run of CJK whose pairs of characters are all common."""
    start = 0
    for n in range(len(run)):
        if run[n : n + 2] not in common:
            if n > start:
                yield run[start : n + 1]
            start = n + 1


def _overlap(
    one: frozenset[str] | None, other: frozenset[str] | None, weights: Mapping[str, float]
) -> float:
    """Return how much of the words of both, and of the shorter, stands in both, 0 to 1."""
    if not one or not other:
        return 0
    shared = sum(weights[w] for w in one & other)
    least = min(sum(weights[w] for w in one), sum(weights[w] for w in other))
    union = sum(weights[w] for w in one | other)
    return 0.5 * shared / union + 0.5 * shared / least


def _weights(counts: Mapping[str, int], entries: int) -> dict[str, float]:
    return {word: math.log(1 + (entries + 1) / count) for word, count in counts.items()}
