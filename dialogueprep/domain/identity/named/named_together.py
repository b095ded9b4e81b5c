"""Finds people who are named together in eastern scripts, where each alone may be a word.

小幡、大贯都没有表态, シェとラオは名刺だけ, 오누키와 라오는, 遠山三段階、リュ二段階: two words, both
of which are names of the roster, joined as people are. So are those who are thanked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dialogueprep.domain.identity.cues import SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.eastern_names import EasternNames, Whose
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("named", "named_together")

_HAN = "\u4e00-\u9fff\uf900-\ufaff"
_WORD = f"[{_HAN}]{{1,4}}|[ァ-ヺー]{{2,9}}"
_OPENS = f"(?<![{_HAN}ァ-ヺー])"
_NUMBER = (
    rf"[一二三四五六七八九十両两0-9]+(?:{_LISTS['number']}|%|パーセント)(?:$|(?=[、。,，;；\n]))"
)
# Two words as Japanese and Korean join people, or as notes set their positions side by side.
_PAIRS = (
    as_written(f"{_OPENS}({_WORD})(?:と|や|も|、)({_WORD})(?={_LISTS['pairs']})"),
    as_written(f"(?:^|(?<=[\n。、,，;；]))({_WORD}){_NUMBER}[、,，;；] ?({_WORD}){_NUMBER}"),
)
_KOREAN = re.compile(
    "(?<![가-힣])([가-힣]{1,6}?)(?:와|과|하고|이랑|랑) ([가-힣]{1,6}?)"
    "(?:[은는이가도]|의|, ?)(?![가-힣])"
)
# What two people do and two words of one kind hardly: differ, agree, exchange cards.
_LIKE_PEOPLE = as_written(f"[はが도는은이가]?[^。.]{{0,14}}(?:{_LISTS['like_people']})")
_BEHIND = frozenset("とやも、와과하이랑一二三四五六七八九十両两0123456789")
_BEFORE, _BEFORE_A_GAP = frozenset("とやも、,，;；"), frozenset("와과고랑、,，;；")
_REACH = 16  # letters at most from one of two words to the beginning of the other
_KANA_JOINTS = "とやも"
_JOINTS = frozenset("、和与跟及同")
_BOTH = re.compile(f"(?:二人|两人|两位|俩|二位|等人)?(?:{_LISTS['both']})|二人|两人|两位|俩")
_THANKS = ("感谢", "谢谢", "多谢", "致谢", "鸣谢", "有劳", "辛苦", "辛苦了")
_LAST_OF_THANKS = frozenset("谢劳苦了")
_RANK = re.compile("(?:副?处|副?局|总|工|导|老|秘|副?司|副?科)(?=[一昨今早晚提整做发给帮把为连])")
_LONGEST, _TOGETHER = 4, 3  # characters of a name at most, and of two at least

_Places = Sequence[tuple[int, int]]


class TogetherSearch:
    """Names of a roster that stand beside each other as people's do."""

    def __init__(
        self,
        names: EasternNames,
        lexicon: Lexicon,
        katakana: Callable[[str], list[re.Match[str]]],
    ) -> None:
        self._names = names
        self._katakana = katakana
        self._lexicon = lexicon

    def find(self, folded: Folded, places: _Places) -> list[Found]:
        """Return people who are named together or thanked, as places in folded text.

        ``places`` are where names of the roster are spelled in eastern scripts.
        """
        found: list[Found] = []
        text = folded.text
        for start, end in places:
            before, after = text[start - 1 : start], text[end : end + 1]
            led = before in _BEFORE or (before == " " and text[start - 2] in _BEFORE_A_GAP)
            if led or after in _BEHIND:
                hangul = is_hangul(text[start])
                for pattern in (_KOREAN,) if hangul else _PAIRS:
                    found += self._near(folded, folded.span(start, end), pattern)
            if before in _JOINTS or after in _JOINTS:
                found += self._chinese(text, start, end)
            if before in _LAST_OF_THANKS:
                found += self._thanked(text, start)
        return [*found, *self._in_katakana(folded)]

    def _near(
        self, folded: Folded, at: tuple[int, int], pattern: re.Pattern[str]
    ) -> Iterator[Found]:
        """Yield a name and the one that is joined to it, on either side."""
        text, (start, end) = folded.original, at
        if text[end : end + 1] in _BEHIND and (pair := pattern.match(text, start)):
            yield from self._pair(folded, pair)
        else:
            for first in range(max(0, start - _REACH), start - 1):
                pair = pattern.match(text, first)
                if pair and pair.span(2) == at:
                    yield from self._pair(folded, pair)
                    return

    def _in_katakana(self, folded: Folded) -> Iterator[Found]:
        """Yield two names that only sound so: グラントとローズは平行線."""
        text = folded.original
        for one, other in pairwise(self._katakana(text)):
            joined = other.start() - one.end() == 1 and text[one.end()] in _KANA_JOINTS
            if joined and (pair := _PAIRS[0].match(text, one.start())):
                yield from self._pair(folded, pair)

    def _pair(self, folded: Folded, pair: re.Match[str]) -> Iterator[Found]:
        first = self._names.whose(pair[1])
        second = self._names.whose(pair[2]) if first.people else first
        if not second.people or first.people == second.people or not (first.sure or second.sure):
            return
        if _are_two(first, second, pair) or _LIKE_PEOPLE.match(folded.original, pair.end()):
            for number, whose in ((1, first), (2, second)):
                start = bisect_left(folded.starts, pair.start(number))
                end = bisect_left(folded.ends, pair.end(number)) + 1
                yield _found(start, end, whose.people)

    def _chinese(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Yield the names around what joins them, beside this one: 大贯和滋野都."""
        if text[end : end + 1] in _JOINTS:
            yield from self._around(text, end)
        if start and text[start - 1] in _JOINTS:
            yield from self._around(text, start - 1)

    def _around(self, text: str, at: int) -> Iterator[Found]:
        first = self._ending(text, at)
        second = self._beginning(text, at + 1) if first < at else 0
        if not second or at - first + second < _TOGETHER:
            return
        end = at + 1 + second
        one, other = self._names.spelled(text[first:at]), self._names.spelled(text[at + 1 : end])
        if one != other and _BOTH.match(text, end):
            yield _found(first, at, one)
            yield _found(at + 1, end, other)

    def _ending(self, text: str, at: int) -> int:
        """Return how far back a name reaches that ends here and opens a clause, else itself."""
        for first in range(max(0, at - _LONGEST), at):
            opens = first == 0 or not is_han(text[first - 1]) or text[first - 1] in _JOINTS
            if opens and self._names.spelled(text[first:at]):
                return first
        return at

    def _beginning(self, text: str, at: int) -> int:
        """Return how long the name is that begins here."""
        for length in range(_LONGEST, 0, -1):
            if at + length <= len(text) and self._names.spelled(text[at : at + length]):
                return length
        return 0

    def _thanked(self, text: str, start: int) -> Iterator[Found]:
        """Yield who is thanked: a name of two characters at least, or a surname with a rank."""
        if not text.endswith(_THANKS, 0, start):
            return
        end = start + self._beginning(text, start)
        name = text[start:end]
        rank = _RANK.match(text, end) if len(name) == 1 else None
        if rank:
            yield _found(start, rank.end(), self._names.spelled(name))
        elif len(name) > 1 and not self._goes_on(text, end, name):
            yield _found(start, end, self._names.spelled(name))

    def _goes_on(self, text: str, end: int, name: str) -> bool:
        common = self._lexicon.is_common
        return common(name) or common(name[-1] + text[end : end + 1])


def _are_two(first: Whose, second: Whose, pair: re.Match[str]) -> bool:
    """Return whether two words are names of two people, at least one of them beyond doubt."""
    if not (first.sure and second.sure):
        return False
    if (first.word and second.word) or len(pair[1]) + len(pair[2]) < _TOGETHER:
        return False
    return (first.spelled and second.spelled) or not (first.word or second.word)


def _found(start: int, end: int, who: tuple[int, ...]) -> Found:
    level, kind = Level.BLOCK, ExposureKind.NAME
    return Found(start=start, end=end, level=level, kind=kind, why=SPEAKING, who=who)
