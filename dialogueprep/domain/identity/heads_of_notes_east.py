"""Reads who heads a note in Chinese, Japanese and Korean by a place or a field alone.

华沙：没意见, 波：冬は別扱いに, 越から「…」の要望, 印尼智库那位：先试两年, 新聞の方「数字より顔」.
What is noted behind has to be a stance, a wish or somebody's words: no agenda, no weather.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.description import Description
from dialogueprep.domain.identity.fold import Folded, is_east_asian
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.phrases import Phrase
from dialogueprep.domain.identity.word_tree import either

_STANCE = (
    "没意见|无异议|没异议|不(?:行|同意|接受|赞成|要|可|必|反对|急|能接受|好说|表态)|同意|反对|赞成|保留|"
    "删(?!除了)|希望|坚持|别|再(?:说|议|看)|另(?:算|谈|议)|改(?:成|为|用|写)|维持原|照旧|太[多少长短早晚严松急]|"
    "嫌|追问|要看|要求|主张|建议|先(?![^,。;]{0,10}(?:参观|报到|签到|用餐|抵达|集合|开会|休息))|"
    "异论|残す|のまま|でよい|でいい|不要|必要|要望|了承|难色|が先|べき|无理|不可|多すぎ|少なすぎ|"
    "别扱い|赞成|慎重|まず(?![^。]{0,10}(?:见学|受付|集合|昼食))|见てから|修正|削除|要検讨|沉默|默って|"
    "이견|삭제|보류|나중|먼저|하자|말자|달자|빼자|남기자|찬성|반대|보자|희망|곤란|글쎄|따로|"
    "원안|너무|안 ?됨|해야(?=$|[,.])|충분|필요|다고 [봄함]|"
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
_LETTERS = "日韩韓朝中台蒙越泰菲比印美米英法仏佛德独澳豪加俄露波西荷尼"
_LETTER_HEAD = re.compile(f"([{_LETTERS}])(?=:|→|から「|、)")
# A field or a place with who is pointed at: 印尼智库那位, 企业界的这位; 新聞の方, 企業の人.
_ZH_POINTED = re.compile(
    "(?:界|方面|那边)?(?:来)?的?[那这][位个](?:女士|先生|小姐|同事)?(?=[:,「“]|又|还|也|再|接着|讲|说|问|没|"
    "不|点头|摇头|笑|叹|坚持|补|强调|插话|一直|觉得|认为|反问)"
)
_JA_POINTED = re.compile(
    "(?:系|関系|关系)?の(?:方|人|先生|お方)(?=[:「]| (?! )|、[^。]{0,20}(?:と|も|を))"
)


class HeadsOfNotes:
    """Reads such heads with a lexicon's words for places and fields."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for who heads a note so."""
        text = folded.text
        if not text or not is_east_asian(text[0]):
            return
        if letter := _LETTER_HEAD.match(text):
            yield from self._headed(folded, letter.end(), self._letters.get(letter[1]))
            return
        place = self._places.match(text)
        if place and self._goes_on(text, place.end()):
            yield from self._headed(folded, place.end(), self._lexicon.pieces[place[0]])
        yield from self._pointed(folded, place)

    @staticmethod
    def _goes_on(text: str, end: int) -> bool:
        """Return whether a place that heads a note ends there: before a sign, or a wish."""
        apart = not is_east_asian(text[end : end + 1] or " ")
        return apart or bool(_WISHED.match(text, end))

    def _headed(
        self, folded: Folded, end: int, pieces: tuple[Piece, ...] | None
    ) -> Iterator[Phrase]:
        """Yield who is told by a place that ends there, if a remark follows."""
        text = folded.text
        sign = _SIGN.match(text, end)
        noted = sign and _REMARK.match(text, sign.end())
        if pieces and (noted or _WISHED.match(text, end) or _STAYED.match(text, end)):
            yield _phrase(0, end, Description().with_piece(pieces[0]))

    def _pointed(self, folded: Folded, place: re.Match[str] | None) -> Iterator[Phrase]:
        """Yield who is pointed at by a field, a place or both."""
        text, said, at = folded.text, Description(), 0
        if place:
            said, at = said.with_piece(self._lexicon.pieces[place[0]][0]), place.end()
            at += text[at : at + 1] in ("の", "的")
        if field := self._fields.match(text, at):
            pieces = self._lexicon.pieces[field[0]]
            said, at = said.with_piece(next(p for p in pieces if p.kind == "sector")), field.end()
        if said.empty:
            return
        at -= text[at - 1 : at] in ("の", "的")
        who = _ZH_POINTED.match(text, at) or (field and _JA_POINTED.match(text, at))
        if who:
            yield _phrase(0, who.end(), said)

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
    def _places(self) -> re.Pattern[str]:
        return self._words("territory", "region")

    @cached_property
    def _fields(self) -> re.Pattern[str]:
        return self._words("sector")

    def _words(self, *kinds: str) -> re.Pattern[str]:
        known = (
            word
            for word, pieces in self._lexicon.pieces.items()
            if len(word) > 1 and is_east_asian(word[0]) and pieces[0].kind in kinds
        )
        return re.compile(either(known))


def _phrase(start: int, end: int, said: Description) -> Phrase:
    return Phrase(start, end, end - 1, said, frozenset({"one", "the"}), present=True)
