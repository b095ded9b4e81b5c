"""Many words searched in one pass over a text; a small typed face on pyahocorasick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar, cast

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)
_MANY, _EVERY = 64, 400
"""First letters: the automaton looks through them one by one for each letter of a text, in the
order in which they were added, so that of many the frequent ones are added first."""
_OFTEN = " etaoinsrhldcumfpgwybvkxjqz,.-'\n0123456789"
_OFTEN_EAST = (  # of Chinese, Japanese and Korean, folded: two letters of three
    "。다のはた는이的、一자者とをがる고은의いにし会가에했을한하位人지かで를기로有国사っんら大"
    "れ议不あ서与了었수な참보대方てす시年学국参日안장本加정제り出さ도先数提表석부问说主为だ원"
    "报구意长用认三中员时め어も公开海ー인在对同문二要교后う上일研라리言두来공연였水两회发나究"
    "명见전关해よ论비아관费개くまべ韩间案是조있았教き分계业文求行保次료话法표渔到通과据授没선"
    "题回되학으由可点통마前こ下第船내동期以定じ家事成え过소小무场合요중于官오书적주示つど측분"
    "记港个名け高물多士만유용张理应明东十간建都위生当担度计南성견언所原最모这月线口미女席말持"
    "않部면地본各들述反政调试自流여발介作语야经그남터바お치르谁使반저手看谈和"
)
_NO_TEXT = "\U0010ffff" * 3


class Automaton(Generic[Value]):
    """Words with a value each; every occurrence is found, also inside other words."""

    def __init__(self, words: Mapping[str, Value]) -> None:
        import ahocorasick

        self._inner = cast("Any", ahocorasick).Automaton()
        self._empty = not words
        first = len({word[:1] for word in words})
        often = (_OFTEN if first > _MANY else "") + (_OFTEN_EAST if first > _EVERY else "")
        for letter in often:
            self._inner.add_word(letter + _NO_TEXT, (0, None))
        for word, value in words.items():
            self._inner.add_word(word, (len(word), value))
        self._inner.make_automaton()

    def occurrences(self, text: str) -> Iterable[tuple[int, tuple[int, Value]]]:
        """Return the last letter of each occurrence, its length and its value: the quick way."""
        return () if self._empty else self._inner.iter(text)

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Yield start, end and value of each occurrence, in order of their ends."""
        if self._empty:
            return
        for last, (length, value) in self._inner.iter(text):
            yield last + 1 - length, last + 1, value


class Words(Protocol[Value_co]):
    """Words with a value each that are looked for in a text."""

    def find(self, text: str, /) -> Iterable[tuple[int, int, Value_co]]:
        """Return start, end and value of each occurrence, in order of their ends."""
        ...


class OnePass:
    """Several such sets of words, for which a text is looked through once.

    What the last text holds is kept, for each set that is asked about it.
    """

    def __init__(self) -> None:
        self._sets: list[Mapping[str, object]] = []
        self._automaton: Automaton[tuple[tuple[int, object], ...]] | None = None
        self._last: tuple[str, list[list[tuple[int, int, object]]]] = ("", [])

    def add(self, words: Mapping[str, Value]) -> Words[Value]:
        """Return what finds these words; the others are looked for along with them."""
        self._sets.append(words)
        self._automaton = None
        self._last = ("", [])
        return cast("Words[Value]", _OneOf(self, len(self._sets) - 1))

    def make(self) -> None:
        """Make what looks through a text, if words were added since it was made."""
        if self._automaton is None:
            self._made()

    def found(self, text: str, number: int) -> list[tuple[int, int, object]]:
        """Return where the words of one of the sets stand, in order of their ends."""
        known, found = self._last
        if known is not text or len(found) <= number:
            found = self._look_through(text)
            self._last = (text, found)
        return found[number]

    def _look_through(self, text: str) -> list[list[tuple[int, int, object]]]:
        automaton = self._automaton or self._made()
        found: list[list[tuple[int, int, object]]] = [[] for _ in self._sets]
        for last, (length, values) in automaton.occurrences(text):
            start, end = last + 1 - length, last + 1
            for number, value in values:
                found[number].append((start, end, value))
        return found

    def _made(self) -> Automaton[tuple[tuple[int, object], ...]]:
        together: dict[str, tuple[tuple[int, object], ...]] = {}
        for number, words in enumerate(self._sets):
            for word, value in words.items():
                together[word] = (*together.get(word, ()), (number, value))
        self._automaton = made = Automaton(together)
        return made


class _OneOf:
    """One of several sets of words."""

    def __init__(self, all_sets: OnePass, number: int) -> None:
        self._sets, self._number = all_sets, number

    def find(self, text: str, /) -> list[tuple[int, int, object]]:
        return self._sets.found(text, self._number)
