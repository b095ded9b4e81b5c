"""Which way an entry leans: more or less of a thing, looser or stricter, by what means, of whom.

Two entries that share all their words may want the opposite. What they lean to is compared only
where both lean; what one leaves out is not held against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogueprep.domain.terms import Terms
from dialogueprep.domain.texts import LANGUAGES, Language

Words = Mapping[Language, Sequence[str]]
Wishes = frozenset[tuple[str, int]]
"""An axis ("rule", "scale") with the notion that stands beside."""
_AXES = {
    "looser": ("rule", 1),
    "stricter": ("rule", -1),
    "more": ("scale", 1),
    "less": ("scale", -1),
}
_CLAUSES = re.compile(r"[.;:!?,\n。；：！？，、．]")
_OPPOSITE, _ELSEWHERE, _OTHER_MEANS, _OTHER_ACTORS = 0.6, 0.4, 0.3, 0.15
_NEAR = {"en": 24, "zh": 4, "ja": 8, "ko": 8}
_REACH = {"en": 48, "zh": 16, "ja": 20, "ko": 24}
_PASSIVE = re.compile(r"\b(?:be|been|is|are|was|were|being)\s+(?:\w+ly\s+)?$")
_GAP = {"en": 24, "zh": 8, "ja": 10, "ko": 12}


@dataclass(frozen=True)
class LeaningWords:
    """The words that tell leanings; ``means`` and ``actors`` are groups of English words."""

    leanings: Mapping[str, Words] = field(default_factory=dict[str, Words])
    restraints: Words = field(default_factory=dict[Language, Sequence[str]])
    turns: Words = field(default_factory=dict[Language, Sequence[str]])
    means: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    actors: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    places: Mapping[str, Words] = field(default_factory=dict[str, Words])
    people: Words = field(default_factory=dict[Language, Sequence[str]])


@dataclass(frozen=True, slots=True)
class Named:
    """Groups that stand in the title, and those that stand anywhere."""

    title: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()

    def lacks(self, other: Named) -> bool:
        """Return whether each title names what the other entry nowhere does."""
        return bool(self.title and other.title) and not (
            self.title & other.every or other.title & self.every
        )


@dataclass(frozen=True, slots=True)
class Leaning:
    """Which way an entry leans; ``origins`` and ``goals`` are where people come from and go."""

    wanted: Wishes = frozenset()
    unwanted: Wishes = frozenset()
    means: Named = Named()
    actors: Named = Named()
    origins: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()


NOWHERE = Leaning()


def against(one: Leaning, other: Leaning) -> float:
    """Return how much tells that two entries want something else, from 0."""
    return (
        _OPPOSITE * _are_opposite(one, other)
        + _ELSEWHERE * _go_elsewhere(one, other)
        + _OTHER_MEANS * one.means.lacks(other.means)
        + _OTHER_ACTORS * one.actors.lacks(other.actors)
    )


def _are_opposite(one: Leaning, other: Leaning) -> bool:
    turned = one.wanted & other.unwanted or one.unwanted & other.wanted
    return bool(turned) and not (one.wanted & other.wanted or one.unwanted & other.unwanted)


def _go_elsewhere(one: Leaning, other: Leaning) -> int:
    """Return how many of origins and goals are known of both, and differ."""
    ways = ((one.origins, other.origins), (one.goals, other.goals))
    return sum(bool(mine and theirs) and not mine & theirs for mine, theirs in ways)


class LeaningReader:
    """Reads which way texts lean; the words of ``words`` are known in the form of ``fold``."""

    def __init__(self, words: LeaningWords, terms: Terms, fold: Callable[[str], str]) -> None:
        self._terms, self._fold = terms, fold
        self._means, self._actors = (terms.grouped(it) for it in (words.means, words.actors))
        self._leaning = {g: self._pattern(words.leanings, g) for g in LANGUAGES}
        turns: dict[Language, str] = {
            g: "|".join(map(self._folded, words.turns.get(g, ()))) for g in LANGUAGES
        }
        self._turns = {g: re.compile(_whole(said, g)) for g, said in turns.items() if said}
        restraints: dict[Language, str] = {
            g: "|".join(map(self._folded, words.restraints.get(g, ()))) for g in LANGUAGES
        }
        self._restraints = {g: re.compile(_whole(it, g)) for g, it in restraints.items() if it}
        self._moves = {g: self._moving(words, g) for g in LANGUAGES if words.people.get(g)}
        self._place = {
            self._fold(word): place
            for place, by_language in words.places.items()
            for said in by_language.values()
            for word in said
        }
        self._anywhere = re.compile("|".join(map(re.escape, self._place)) or "(?!)")

    def read(
        self, texts: Sequence[tuple[str, Language]], title: Iterable[int], every: Iterable[int]
    ) -> Leaning:
        """Return how texts lean; ``title`` and ``every`` are the notions in titles and in all."""
        folded: list[tuple[str, Language]] = [(self._fold(text), g) for text, g in texts]
        wishes = {it for text, language in folded for it in self._wishes(text, language)}
        return Leaning(
            wanted=frozenset((axis, n) for axis, n, sign in wishes if sign > 0),
            unwanted=frozenset((axis, n) for axis, n, sign in wishes if sign < 0),
            means=_named(self._means, title, every),
            actors=_named(self._actors, title, every),
            origins=frozenset(it for text, g in folded for it in self._places(text, g, "from")),
            goals=frozenset(it for text, g in folded for it in self._places(text, g, "to")),
        )

    # words ----------------------------------------------------------------------------------

    def _folded(self, word: str) -> str:
        return re.escape(self._fold(word))

    def _pattern(self, leanings: Mapping[str, Words], language: Language) -> re.Pattern[str] | None:
        parts = [
            f"(?P<{name}>{said})"
            for name, words in leanings.items()
            if (said := "|".join(self._with_gaps(it, language) for it in words.get(language, ())))
        ]
        return re.compile(_whole("|".join(parts), language)) if parts else None

    def _with_gaps(self, words: str, language: Language) -> str:
        gap = f"[^.;:!?,\n。；：！？，、]{{0,{_GAP[language]}}}"
        return gap.join(map(self._folded, words.split("…")))

    def _moving(self, words: LeaningWords, language: Language) -> dict[str, re.Pattern[str]]:
        place = "|".join(self._folded(w) for by in words.places.values() for w in by[language])
        people = "|".join(map(self._folded, words.people[language]))
        return {
            name: re.compile(
                said.replace("PLACE", f"(?:{place})").replace("PEOPLE", f"(?:{people})")
            )
            for name, said in _MOVES[language].items()
        }

    # reading --------------------------------------------------------------------------------

    def _wishes(self, folded: str, language: Language) -> Iterable[tuple[str, int, int]]:
        """Yield an axis, a notion and a sign for each thing that is leant to or from."""
        pattern = self._leaning[language]
        if pattern is None or not pattern.search(folded):
            return
        before = ""
        for clause in _CLAUSES.split(folded):
            hits = list(pattern.finditer(clause))
            names = {hit.lastgroup for hit in hits}
            for hit in hits:
                if hit.lastgroup == "stricter" and names & {"looser", "less"}:
                    continue  # who lifts a ban, or lowers a limit, loosens
                beside, things = self._about(clause, hit, language)
                axis, sign = self._way(clause, hit, beside, language)
                things = things or self._things(before, language)
                yield from ((axis, thing, sign) for thing in things)
            before = clause

    def _about(
        self, clause: str, hit: re.Match[str], language: Language
    ) -> tuple[str, tuple[int, ...]]:
        """Return the text on the side of a leaning where its object stands, and what it names."""
        reach = _REACH[language]
        ahead = clause[hit.end() : hit.end() + reach]
        behind = clause[max(0, hit.start() - reach) : hit.start()]
        verb_first = language in ("en", "zh") and not _PASSIVE.search(behind)
        sides = (ahead, behind) if verb_first else (behind, ahead)
        for side in sides:
            if things := self._things(side, language):
                return side, things
        return sides[0], ()

    def _things(self, clause: str, language: Language) -> tuple[int, ...]:
        kind = self._terms.kind
        found = self._terms.find(clause, language).notions
        return tuple(n for n in found if kind(n) in ("field", "common"))

    def _way(
        self, clause: str, hit: re.Match[str], beside: str, language: Language
    ) -> tuple[str, int]:
        """Return the axis and the sign of a leaning: more of what restrains is stricter."""
        axis, sign = _AXES[hit.lastgroup or ""]
        if self._is_turned(clause, hit, language):
            sign = -sign
        restraints = self._restraints.get(language)
        if axis == "scale" and restraints and restraints.search(beside):
            return "rule", -sign
        return axis, sign

    def _is_turned(self, clause: str, hit: re.Match[str], language: Language) -> bool:
        turns = self._turns.get(language)
        near = _NEAR[language]
        if language in ("en", "zh"):
            beside = clause[max(0, hit.start() - near) : hit.start()]
        else:
            beside = clause[hit.end() : hit.end() + near]
        return turns is not None and bool(turns.search(beside))

    def _places(self, folded: str, language: Language, way: str) -> Iterable[str]:
        """Yield where people come "from" or go "to"."""
        moves = self._moves.get(language)
        if moves is None or not self._anywhere.search(folded):
            return
        for found in moves[way].finditer(folded):
            yield from (self._place[it] for it in found.groups() if it)


# Where people come from and where they go; characters in the form of the fold.
_MOVES: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "from": (
            r"\b(PLACE) (?:\w+[ -]){0,2}PEOPLE"
            r"|\bPEOPLE(?:s|n)?(?: \w+){0,2} from (?:south )?(PLACE)"
        ),
        "to": r"\b(?:to|in|into) (?:south )?(PLACE)\b",
    },
    "zh": {
        "from": r"(PLACE)的?[^，。、在去赴到]{0,4}PEOPLE|来自(PLACE)",
        "to": r"(?:在|赴|到|前往|访问?|去)(PLACE)",
    },
    "ja": {
        "from": r"(PLACE)(?:の|人)?[^、。へでに]{0,4}PEOPLE|(PLACE)から",
        "to": r"(PLACE)(?:で|へ|访问|(?:の[^、。]{0,4})?を访)",
    },
    "ko": {
        "from": r"(PLACE)(?:의|인)? ?[^.,에으]{0,4}PEOPLE|(PLACE)에서 온",
        "to": r"(PLACE)(?:에서(?! 온)|으로|에) ",
    },
}
_FORMS = "(?:s|es|d|ed|ing|ned|ning|ted|ting|ping|ped)?"


def _whole(pattern: str, language: Language) -> str:
    return (
        rf"\b(?:{pattern})(?:s|es|d|ed|ing|ned|ning|ted|ting|ping|ped)?\b"
        if language == "en"
        else pattern
    )


def _named(groups: Mapping[int, str], title: Iterable[int], every: Iterable[int]) -> Named:
    in_title, in_all = (frozenset(groups[n] for n in it if n in groups) for it in (title, every))
    return Named(in_title, in_all | in_title)
