"""Terms of the field in several languages, found in texts: they tell one idea in two of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dialogueprep.domain.likeness_words import stems_in
from dialogueprep.domain.texts import LANGUAGES, Language, Texts

_LATIN = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Notion:
    """One notion: how each language says it; ``weak`` for deeds, which tell little."""

    wordings: Mapping[Language, tuple[str, ...]]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What of a text is known: notion by number with the words that say it; and what is not."""

    notions: Mapping[int, str]
    rest: tuple[str, ...]


class Terms:
    """Notions by their wordings; ``fold`` makes one form of characters, width and case."""

    def __init__(
        self,
        notions: Iterable[Notion] = (),
        tags: Mapping[str, Texts] | None = None,
        fold: Callable[[str], str] = str.casefold,
    ) -> None:
        self._fold = fold
        self._english: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._other: dict[Language, dict[str, list[tuple[str, int]]]] = {
            g: defaultdict(list) for g in LANGUAGES if g != "en"
        }
        self._number: dict[tuple[Language, str], int] = {}
        self.weak: set[int] = set()
        for number, notion in enumerate(notions):
            self._put(number, notion.wordings)
            if notion.weak:
                self.weak.add(number)
        self._count = len(self._number)
        self.slugs: dict[int, str] = {}
        for slug, names in sorted((tags or {}).items()):
            self._put_tag(slug, names)
        self._sort()

    def find(self, text: str, language: Language) -> Found:
        """Return the notions that a text in this language names, with the words that do it."""
        folded = self._fold(text)
        shown = text if len(text) == len(folded) else folded
        if language == "en":
            return self._in_english(folded, shown)
        return self._in(folded, shown, language)

    # building -------------------------------------------------------------------------------

    def _put_tag(self, slug: str, names: Texts) -> None:
        """A tag is the notion that its label names, or a notion of its own."""
        known = [self._number.get((t.language, self._fold(t.wording))) for t in names.entries]
        at = next((n for n in known if n is not None), None)
        if at is None:
            self._count += 1
            at = self._count
        self.slugs.setdefault(at, slug)
        self._put(at, {t.language: (t.wording,) for t in names.entries})

    def _put(self, number: int, wordings: Mapping[Language, Iterable[str]]) -> None:
        for language, said in wordings.items():
            for wording in said:
                folded = self._fold(wording)
                if not folded or (language, folded) in self._number:
                    continue
                self._number[language, folded] = number
                if language == "en":
                    stems = tuple(word for word, _start, _end in stems_in(folded))
                    if stems:
                        self._english[stems[0]].append((stems, number))
                else:
                    self._other[language][folded[0]].append((folded, number))

    def _sort(self) -> None:
        for entries in self._english.values():
            entries.sort(key=lambda each: -len(each[0]))
        for table in self._other.values():
            for wordings in table.values():
                wordings.sort(key=lambda each: -len(each[0]))

    # finding --------------------------------------------------------------------------------

    def _in_english(self, folded: str, shown: str) -> Found:
        places = stems_in(folded)
        words = [word for word, _start, _end in places]
        notions: dict[int, str] = {}
        rest: list[str] = []
        at = 0
        while at < len(words):
            hit = self._english_at(words, at)
            if hit is None:
                rest.append(words[at])
                at += 1
                continue
            length, number = hit
            notions.setdefault(number, shown[places[at][1] : places[at + length - 1][2]])
            at += length
        return Found(notions, tuple(rest))

    def _english_at(self, words: list[str], at: int) -> tuple[int, int] | None:
        for stems, number in self._english.get(words[at], ()):
            if tuple(words[at : at + len(stems)]) == stems:
                return len(stems), number
        return None

    def _in(self, folded: str, shown: str, language: Language) -> Found:
        table = self._other[language]
        notions: dict[int, str] = {}
        rest: list[str] = []
        at = start = 0
        while at < len(folded):
            hit = self._at(folded, at, table)
            if hit is None:
                at += 1
                continue
            if start < at:
                rest.append(folded[start:at])
            wording, number = hit
            notions.setdefault(number, shown[at : at + len(wording)])
            at = start = at + len(wording)
        rest.append(folded[start:])
        return Found(notions, tuple(rest))

    def _at(
        self, folded: str, at: int, table: Mapping[str, list[tuple[str, int]]]
    ) -> tuple[str, int] | None:
        for wording, number in table.get(folded[at], ()):
            if folded.startswith(wording, at) and self._stands_alone(folded, at, wording):
                return wording, number
        return None

    def _stands_alone(self, folded: str, at: int, wording: str) -> bool:
        """Latin words in a text of another script stand for themselves only as a whole."""
        end = at + len(wording)
        before = at > 0 and _LATIN.match(wording[0]) and _LATIN.match(folded[at - 1])
        after = end < len(folded) and _LATIN.match(wording[-1]) and _LATIN.match(folded[end])
        return not (before or after)
