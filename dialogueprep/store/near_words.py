"""Which words of the index a mistyped word may have been meant for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

_LETTERS_AN_ERROR = 7  # one more error for each so many letters: 85 percent alike
_LONG = 2 * _LETTERS_AN_ERROR - 2  # letters of the shortest word that may be two errors away
_TRIED = 3


class Vocabulary:
    """Words in order, and the long ones among them apart."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: list[str] = []
        self.long: list[str] = []
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Add words that follow those that are there, in order."""
        new = list(words)
        self.words += new
        self.long += [word for word in new if len(word) >= _LONG]

    def nearest(self, typed: str) -> list[str]:
        """Return the words nearest to one, best first, or else the beginnings of words.

        An error is a letter that is wrong, missing or in excess, or two that changed places. One
        is allowed, in a word of 14 letters two, and so on. Of equally near words the first in
        order are returned.
        """
        errors = len(typed) // _LETTERS_AN_ERROR
        return _by_distance(typed, self.long, errors) if errors > 1 else self._by_one_error(typed)

    def _by_one_error(self, typed: str) -> list[str]:
        near = sorted(self._near(typed), key=lambda each: (each != typed, each))
        whole = [each for each in near if self._holds(each)]
        return (
            whole
            or [each for each in near if len(each) == len(typed) and self._goes_on(each)]
            or [each for each in near if len(each) > len(typed) and self._goes_on(each)]
        )[:_TRIED]

    def _near(self, typed: str) -> set[str]:
        """Return all with which a word begins and that are at most one error from what is typed.

        What precedes the error is right. So it is tried only where words begin like that, and
        only with the letters with which these go on: a few hundred looks, whatever there is.
        """
        found: set[str] = set()
        for place in range(len(typed) + 1):
            right, rest = typed[:place], typed[place:]
            if not self._begins(right):
                break
            tried = {right + rest[1:], right + rest[1:2] + rest[:1] + rest[2:]}
            for letter in self._letters_after(right):
                tried |= {right + letter + rest[1:], right + letter + rest}
            found.update(each for each in tried if self._begins(each))
        return found

    def _letters_after(self, begun: str) -> Iterator[str]:
        """Yield with which letters the words go on that begin so."""
        words, length = self.words, len(begun)
        place = bisect_left(words, begun)
        place += words[place : place + 1] == [begun]
        while place < len(words) and words[place].startswith(begun):
            letter = words[place][length]
            yield letter
            place = bisect_left(words, begun + chr(ord(letter) + 1), place)

    def _begins(self, begun: str) -> bool:
        place = bisect_left(self.words, begun)
        return place < len(self.words) and self.words[place].startswith(begun)

    def _holds(self, word: str) -> bool:
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word

    def _goes_on(self, begun: str) -> bool:
        """Return whether a longer word begins so."""
        return next(self._letters_after(begun), "") != ""


def _by_distance(typed: str, words: Sequence[str], errors: int) -> list[str]:
    return (
        _within(typed, words, errors)
        or _within(typed, _beginnings(words, len(typed)), errors)
        or _within(typed, _beginnings(words, len(typed) + 1), errors)  # a letter is missing
    )


def _beginnings(words: Iterable[str], length: int) -> Sequence[str]:
    """Return what longer words begin with, in order."""
    return [*dict.fromkeys(word[:length] for word in words if len(word) > length)]


def _within(typed: str, words: Collection[str], errors: int) -> list[str]:
    from rapidfuzz import distance, process

    scorer = distance.OSA.distance
    found = process.extract(typed, words, scorer=scorer, score_cutoff=errors, limit=_TRIED)
    return [word for word, _, _ in found]
