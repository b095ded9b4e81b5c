"""Tells names from elsewhere by their words: セシリア・レオン, 로버트 하캐슬, 伊丽莎白·索恩伯里.

One word that sounds like a name may be a word of the language; two side by side that sound like
the given and the family name of one person are that person, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.sounding_apart import CHARACTERS
from dialogueprep.domain.identity.named.sounding_characters import dots_in
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean, ordinary, places
from dialogueprep.domain.identity.spellings.sounding_names import Sounding, SoundNames
from dialogueprep.domain.identity.spellings.spoken import consonants, of_written
from dialogueprep.domain.identity.spellings.spoken_names import SpokenNames
from dialogueprep.domain.people import Participation

_SURE, _PERHAPS = 2, 1  # how surely a word is somebody's
_ENOUGH = 3  # what the words of a name have to have together
_MOST = 5  # words of a name
_STRONG = 3  # consonants of a word that is surely a name
_LETTERS = 9  # letters of a whole of which no word is sure
_SPELLED = frozenset({"CN", "TW", "MO", "JP", "KR", "KP"})  # written as custom has it
_SHORT = _SPELLED | {"HK", "SG", "MY", "VN"}  # whose names are of a syllable or two
_SPLIT = re.compile("[・＝=゠ ]")
_CHARACTERS = re.compile(CHARACTERS.pattern.removesuffix("]{2,12}") + "白何易觉军-]{2,24}")
_LAST, _LONGEST = 2, 9  # characters of the last word of a name in characters
_BEHIND = 2  # characters at most of a word behind it, that also spell names


class SoundingParts:
    """Whole names of a roster of which each word sounds like a part."""

    def __init__(
        self,
        participations: Sequence[Participation],
        lexicon: Lexicon,
        spoken: SpokenNames,
        names: SoundNames,
    ) -> None:
        self._lexicon = lexicon
        self._spoken = spoken
        self._abroad = dict(names.abroad)
        for who, it in enumerate(participations):
            for form in self._as_custom_writes(it):
                self._abroad[form] = (*self._abroad.get(form, ()), who)
        self._known: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._words: dict[str, dict[int, int]] = {}
        self._families: dict[str, tuple[int, ...]] = {}
        homes = [{it.territory, it.delegation} for it in participations]
        self._spelled = frozenset(w for w, home in enumerate(homes) if home & _SPELLED)
        self._short = frozenset(w for w, home in enumerate(homes) if home & _SHORT)
        for who, it in enumerate(participations):
            for form in self._vietnamese(it):
                self._families[form] = (*self._families.get(form, ()), who)

    def _as_custom_writes(self, it: Participation) -> Iterable[str]:
        """Return how custom writes family names abroad, of one letter too: 탄, リム."""
        words = re.split("[ -]+", self._lexicon.fold.plain(it.person.name.family))
        return {form for word in words for form in self._lexicon.customs.abroad.get(word, ())}

    def _vietnamese(self, it: Participation) -> Iterable[str]:
        if "VN" not in (it.territory, it.delegation):
            return ()
        fold = self._lexicon.fold.plain
        forms = self._lexicon.vietnamese.family.get(fold(it.person.name.family), ())
        return {fold(form) for form in forms if is_east_asian(form[0])}

    def of(self, written: str) -> tuple[int, ...]:
        """Return whose name it is that is written in several words, in kana or hangul."""
        words = _SPLIT.split(written)
        return self.whose(map(self._lexicon.fold.plain, words)) if len(words) > 1 else ()

    def in_characters(self, folded: Folded) -> Iterator[Sounding]:
        """Yield names in characters with a dot between their words, as places in the original."""
        dots = dots_in(folded)
        for run in _CHARACTERS.finditer(folded.text) if dots else ():
            within = [run.start(), *sorted(d for d in dots if run.start() < d < run.end())]
            if len(within) > 1:
                yield from self._within(folded, within, run.end())

    def _within(self, folded: Folded, starts: list[int], last: int) -> Iterator[Sounding]:
        """Yield the longest name that begins here; behind it a word may begin: 索恩伯里|提议."""
        text, start, latest = folded.text, starts[0], min(last, starts[-1] + _LONGEST)
        before = [text[a:z] for a, z in pairwise(starts)]
        for end in range(latest, max(starts[-1] + _LAST, latest - _BEHIND) - 1, -1):
            words = (*before, text[starts[-1] : end])
            if who := self.whose(w for word in words for w in word.split("-")):
                yield *folded.span(start, end), who
                return

    def whose(self, words: Iterable[str]) -> tuple[int, ...]:
        """Return whose name these folded words are together."""
        key = tuple(words)
        if key not in self._known:
            self._known[key] = self._whose(key)
        return self._known[key]

    def _whose(self, words: tuple[str, ...]) -> tuple[int, ...]:
        if not 1 < len(words) <= _MOST or not all(words):
            return ()
        told = [self._of(word) for word in words]
        people = {who for one in told for who in one}
        letters = len("".join(words))
        return tuple(sorted(w for w in people if self._is_told(w, told, letters)))

    def _is_told(self, who: int, told: Sequence[dict[int, int]], letters: int) -> bool:
        """Return whether these words are the name of who; one in the midst may be left out."""
        sure = [one.get(who, 0) for one in told]
        if who in self._short:
            return min(sure) == _SURE
        if sure.count(0) > int(len(sure) > 2):
            return False
        return sum(sure) >= _ENOUGH or (bool(min(sure)) and letters >= _LETTERS)

    def _of(self, word: str) -> dict[int, int]:
        """Return whose name a word may be part of, and how surely."""
        if word not in self._words:
            self._words[word] = self._judged(word)
        return self._words[word]

    def _judged(self, word: str) -> dict[int, int]:
        found = dict.fromkeys((*self._abroad.get(word, ()), *self._families.get(word, ())), _SURE)
        if len(word) < 2 or word in places() or word in ordinary() or is_plain_korean(word):
            return found
        level, people = self._spoken.whose(word, titled=True)
        surely = _SURE if level is Level.BLOCK else _PERHAPS
        strong = max((consonants(sounds) for sounds in of_written(word)), default=0)
        brief = _PERHAPS if strong < _STRONG else surely
        told = {w: surely if w in self._short else brief for w in people}
        return {w: how for w, how in told.items() if w not in self._spelled} | found
