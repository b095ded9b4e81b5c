"""Reads who heads a note in Chinese, Japanese and Korean by a place or a field alone.

华沙：没意见, 波：冬は別扱いに, 越から「…」の要望, 印尼智库那位：先试两年, 新聞の方「数字より顔」.
What is noted behind has to be a stance, a wish or somebody's words: no agenda, no weather.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("described", "heads_of_notes_east")

_STANCE = (
    f"{_LISTS['stance_zh']}|先(?![^,。;]{{0,10}}(?:参观|报到|签到|用餐|抵达|集合|开会|休息))|"
    f"{_LISTS['stance_ja']}|まず(?![^。]{{0,10}}(?:见学|受付|集合|昼食))|{_LISTS['stance_ko']}|"
    "해야(?=$|[,.])|충분|필요|다고 [봄함]|"
    "의문|우려|동의|수용 ?[불가]|양보|고수|불가"
)
_REMARK = re.compile(
    f"(?![0-9一二三四五六七八九十两约共]+[^,、]{{0,4}}$)[^。;\n]{{0,24}}?(?:{_STANCE})"
)
_SIGN = re.compile(" ?: ?(?![0-9])|→ ?")
_WISHED = re.compile(
    "から(?:は|の|も)?(?=「|“|[^。、]{0,20}(?:要望|要求|意见|提案|指摘|质问|注文|悬念))"
)
_STAYED = re.compile(
    "、(?=[^。]{0,24}?(?:了承|要求|难色|反对|赞成|同意|不可|可$|慎重|保留|沉默|否定|主张))"
)
# What somebody wants in Japanese notes, by how it ends: 窓口を一つに, 誰が払うか, 期限を明記.
_ERRAND_JA = rf"(?![^。;\n]*(?:{_LISTS['errand_ja']}))"
_REMARK_JA = re.compile(
    rf"{_ERRAND_JA}(?![0-9])(?:[^。;\n]{{1,20}}を[^。;、\n]{{1,8}}[にへ]|"
    r"(?:谁|いつ|どこ|何|なぜ|どう|どの)[^。;、\n]{1,16}か|"
    rf"[^。;\n]{{0,20}}[をに](?:{_LISTS['remark_ja']}))(?=$|[。\n])"
)
_STANCE_JA = re.compile(
    f"[はも]{_ERRAND_JA}[^。;\n、]{{2,20}}を(?:要求|希望|主张|支持|提案|悬念)(?=$|[。\n])"
)
_LINE = as_written(r"\n[ 　・•→>*-]*(?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])")
_LETTERS = "日韩朝中台蒙越泰菲比印美米英法佛德独澳豪加俄露波西荷尼芬葡挪"
_LETTER_HEAD = re.compile(f"([{_LETTERS}])(?=:|→|から「|、|[はも])")
# A field or a place with who is pointed at: 印尼智库那位, 企业界的这位; 新聞の方, 企業の人.
_ZH_POINTED = re.compile(
    "(?:界|方面|那边)?(?:来)?的?[那这][位个](?:女士|先生|小姐|同事)?(?=[:,「“]|"
    f"{_LISTS['zh_pointed']})"
)
_JA_POINTED = re.compile(
    "(?:系|关系)?の(?:方|人|先生|お方)(?=[:「]| (?! )|默った|首を|うなず|苦笑|"
    "、[^。]{0,20}(?:と|も|を))"
)


class HeadsOfNotes:
    """Reads such heads with a lexicon's words for places and fields."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for who heads a note so."""
        for start, end in _lines(folded):
            yield from self._heading(folded.text, start, end)

    def _heading(self, text: str, at: int, to: int) -> Iterator[Phrase]:
        """Yield who heads the line that stands there."""
        if text[at] not in self._letters and text[at : at + 2] not in self._begin:
            return
        if letter := _LETTER_HEAD.match(text, at, to):
            yield from _headed(text, letter.span(), to, self._letters.get(letter[1]))
            return
        place = self._places.match(text, at, to)
        if place and _goes_on(text, place.end(), to):
            yield from _headed(text, place.span(), to, self._lexicon.pieces[place[0]])
        yield from self._pointed(text, at, place)

    def _pointed(self, text: str, start: int, place: re.Match[str] | None) -> Iterator[Phrase]:
        """Yield who is pointed at by a field, a place or both."""
        at = start
        if place:
            at = place.end() + (text[place.end() : place.end() + 1] in ("の", "的"))
        field = self._fields.match(text, at)
        if not place and not field:
            return
        at = field.end() if field else at
        at -= text[at - 1 : at] in ("の", "的")
        who = _ZH_POINTED.match(text, at) or (field and _JA_POINTED.match(text, at))
        if not who:
            return
        said = Description()
        if place:
            said = said.with_piece(self._lexicon.pieces[place[0]][0])
        if field:
            pieces = self._lexicon.pieces[field[0]]
            said = said.with_piece(next(p for p in pieces if p.kind == "sector"))
        if not said.empty:
            yield _phrase(start, who.end(), said)

    @cached_property
    def _letters(self) -> dict[str, tuple[Piece, ...]]:
        fold = self._lexicon.fold.plain
        return {
            fold(sign): (Piece("territory", place.code),)
            for place in self._lexicon.territories.values()
            for sign in place.short
            if len(sign) == 1
        }

    @cached_property
    def _begin(self) -> frozenset[str]:
        """The first two characters of places and fields."""
        return frozenset(word[:2] for word in self._words("territory", "region", "sector"))

    @cached_property
    def _places(self) -> re.Pattern[str]:
        return re.compile(either(self._words("territory", "region")))

    @cached_property
    def _fields(self) -> re.Pattern[str]:
        return re.compile(either(self._words("sector")))

    def _words(self, *kinds: str) -> list[str]:
        return [
            word
            for word, pieces in self._lexicon.pieces.items()
            if len(word) > 1 and is_east_asian(word[0]) and pieces[0].kind in kinds
        ]


def _lines(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a text stand that begin in characters, kana or hangul."""
    written, text = folded.original, folded.text
    if text and is_east_asian(text[0]):
        end = written.find("\n")
        yield 0, bisect_left(folded.starts, end) if end >= 0 else len(text)
    if "\n" not in written:
        return
    for line in _LINE.finditer(written):
        end = written.find("\n", line.end())
        to = bisect_left(folded.starts, end) if end >= 0 else len(text)
        yield bisect_left(folded.starts, line.end()), to


def _headed(
    text: str, span: tuple[int, int], to: int, pieces: tuple[Piece, ...] | None
) -> Iterator[Phrase]:
    """Yield who is told by a place that stands there, if a remark follows up to ``to``."""
    start, end = span
    sign = _SIGN.match(text, end, to)
    noted = sign and any(it.match(text, sign.end(), to) for it in (_REMARK, _REMARK_JA))
    wished = any(it.match(text, end, to) for it in (_WISHED, _STAYED, _STANCE_JA))
    if pieces and (noted or wished):
        yield _phrase(start, end, Description().with_piece(pieces[0]))


def _goes_on(text: str, end: int, to: int) -> bool:
    """Return whether a place that heads a note ends there: before a sign, or a wish."""
    apart = not is_east_asian(text[end : end + 1] or " ")
    return apart or any(it.match(text, end, to) for it in (_WISHED, _STANCE_JA))


def _phrase(start: int, end: int, said: Description) -> Phrase:
    return Phrase(start, end, end - 1, said, ONE, present=True)
