"""The pairs that seem to say the same, as they are worked through: rows, scopes, steps back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dialogueprep.domain.likeness import Likeness, Pair, Saying, after_merge, most_alike_first
from dialogueprep.domain.likeness_words import stem
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.sentences import alike_because
from dialogueprep.ui.painting import Mark

Scope = Literal["every", "within", "across", "topic"]
_EAST_ASIAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair in the list; ``verdict`` is empty while nobody has decided."""

    id: Pair
    one: str
    other: str
    titles: tuple[str, str]
    languages: tuple[str, ...]
    percent: int | None = None
    """How alike they are, of pairs in one language."""
    shared: int = 0
    """How many terms, names and numbers pairs of two languages share."""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done with a pair; ``gone`` has become part of ``kept`` in a merge."""

    pair: Pair
    gone: str = ""
    kept: str = ""
    stays: bool = False

    def leaves(self, pairs: tuple[Likeness, ...]) -> tuple[Likeness, ...]:
        """Return the pairs that are open after it."""
        if self.stays:
            return pairs
        left = tuple(it for it in pairs if it.pair != self.pair)
        return after_merge(left, self.gone, self.kept) if self.gone else left


class PairQueue:
    """What is proposed and not decided; each step can be taken back."""

    def __init__(
        self, pairs: Iterable[Likeness] = (), said: Mapping[str, Saying] | None = None
    ) -> None:
        self._found = self.pairs = tuple(pairs)
        self.said = dict(said or {})
        self._steps: list[_Step] = []

    @property
    def steps(self) -> int:
        """How many decisions can be taken back."""
        return len(self._steps)

    def take(self, pairs: Iterable[Likeness], said: Mapping[str, Saying]) -> None:
        """Take in what is found besides, or is more alike; what was decided stays so.

        The most alike stand first, so that pairs keep their order when others come.
        """
        known = {it.pair: it for it in self._found} | {it.pair: it for it in pairs}
        self._found = most_alike_first(known.values())
        self.said |= said
        self._go_through()

    def decided(self, pair: Pair) -> None:
        """Leave out a pair on which there is a decision."""
        self._step(_Step(pair))

    def merged(self, pair: Pair, gone: str, kept: str) -> None:
        """Leave out a pair that has become one entry; what was alike to both stays."""
        self._step(_Step(pair, gone, kept))

    def stepped(self, pair: Pair) -> None:
        """Remember a step that changes no proposal, e.g. a decision taken back."""
        self._step(_Step(pair, stays=True))

    def back(self) -> Pair | None:
        """Bring the last decision's pair back; return it, or None if there is none."""
        if not self._steps:
            return None
        pair = self._steps.pop().pair
        self._go_through()
        return pair

    def of(self, pair: Pair) -> Likeness | None:
        """Return the proposal for a pair, if there is one."""
        return next((it for it in self.pairs if it.pair == pair), None)

    def rows(self, scope: Scope, topic: Collection[str], language: Language) -> list[PairRow]:
        """Return the pairs of a scope; ``topic`` holds the ids that the scope "topic" means."""
        return [self._row(it, language) for it in self.pairs if _fits(it, scope, topic)]

    def _step(self, step: _Step) -> None:
        self._steps.append(step)
        self.pairs = step.leaves(self.pairs)

    def _go_through(self) -> None:
        self.pairs = self._found
        for step in self._steps:
            self.pairs = step.leaves(self.pairs)

    def _row(self, it: Likeness, language: Language) -> PairRow:
        one, other = (self._titles(each) for each in (it.one, it.other))
        return PairRow(
            id=it.pair,
            one=it.one,
            other=it.other,
            titles=(one.best(language), other.best(language)),
            languages=languages_of(it.code, one, other, language),
            percent=None if it.code == "same-idea" else round(100 * it.score),
            shared=sum(len(v) for v in it.facts.values() if isinstance(v, tuple)),
        )

    def _titles(self, entry: str) -> Texts:
        said = self.said.get(entry)
        return (said.titles or said.body) if said else Texts()


def _fits(it: Likeness, scope: Scope, topic: Collection[str]) -> bool:
    if scope == "topic":
        return it.one in topic or it.other in topic
    return scope == "every" or (it.code == "same-idea") == (scope == "across")


def languages_of(code: str, one: Texts, other: Texts, language: Language) -> tuple[str, ...]:
    """Return the languages of a pair of two languages, as they are shown; else none."""
    if code != "same-idea":
        return ()
    first, second = one.best_text(language).language, other.best_text(language).language
    return LANGUAGE_NAMES[first], LANGUAGE_NAMES[second]


def because(it: Likeness, tags: Mapping[str, Texts], language: Language) -> str:
    """Return the sentence for why two entries seem to say the same."""
    facts = dict(it.facts)
    slugs = facts.get("tags")
    if isinstance(slugs, tuple):
        names = (tags.get(str(s), Texts()).best(language) or str(s) for s in slugs)
        facts["tags"] = tuple(names)
    return alike_because(it.code, facts)


def shared_words(it: Likeness) -> tuple[str, ...]:
    """Return the words that two entries share, in each of their languages."""
    found: list[str] = []
    for name in ("words", "terms", "names", "numbers"):
        words = it.facts.get(name)
        if isinstance(words, tuple):
            found += [w for each in words for w in str(each).split(" = ")]
    return tuple(dict.fromkeys(found))


def marks_of(words: Iterable[str], text: str) -> list[Mark]:
    """Return where shared words stand in a text, plurals and all; marks do not overlap."""
    places = sorted({m.span() for w in words if w for m in _pattern(w).finditer(text)})
    marks: list[Mark] = []
    end = 0
    for start, stop in places:
        if start >= end:
            marks.append(Mark(start, stop))
            end = stop
    return marks


def _pattern(words: str) -> re.Pattern[str]:
    if _EAST_ASIAN.search(words):
        return re.compile(re.escape(words), re.IGNORECASE)
    parts = (re.escape(stem(w.casefold())) + r"\w*" for w in words.split())
    return re.compile(r"\b" + r"\s+".join(parts), re.IGNORECASE)
