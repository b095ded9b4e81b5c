"""Reads who heads a clipped line of notes by a place, in Chinese, Japanese and Korean.

深圳の会社の人 蓄電池、と即答; 菲的两位都摇头; 몽골은 ‘초원’ 고집; 하노이: 가져가서 검토. Also a
place in brackets behind what was wanted or who spoke: 登记先行（印尼）, Q(프랑스): 등록은 누가?
Figures, laws, times and places where something is held (河内：5月12日) tell of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_over_lines import cities
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.reading.folded_lines import short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "clipped_heads_east")

_LED = re.compile(
    "[-•·・*→> ]*(?:[0-9]{1,2}:[0-9]{2} ?)?(?:第?[0-9一二三四五六七八九十]{1,2}(?:段落?|条|点|행|"
    "문단|조|항)[ ,:]?)? ?"
)
_BODIES = {
    Sector.BUSINESS: "公司|企业|会社|企業|회사|기업",
    Sector.ACADEMIA: "大学|高校|대학|대학교",
    Sector.THINK_TANK: "智库|シンクタンク|싱크탱크",
    Sector.GOVERNMENT: "政府|役所|省庁|정부|부처",
    Sector.MEDIA: "报社|媒体|新聞社|신문사|언론사",
    Sector.CIVIL_SOCIETY: "ngo|民间组织|民间团体|市民団体|시민단체",
}
_WHO = (
    '(?:的|来的)?(?:那[位个]|这[位个]|两位|二位|几位|人(?=[:,「"]))(?:女士|先生|同事)?|'
    "の(?:お一人|お二人|人|方|先生|お方)(?:たち)?| ?(?:쪽|측|분|두 분|사람|양반)"
)
_CALLED = (
    "(?:来的|的)?(?:大姐|大哥|老总|老板|教授|学者|官员|上校|大使|参赞|公使|观察员)|"
    "の(?:副?社長|部長|局長|室長|課長|教授|大使|先生)| (?:교수|대사|국장|과장|부장|연구원|"
    "대령)(?=[ :])"
)
# What only somebody at the table does, or how somebody's remark is put.
_DEED = (
    f"(?:[都又也还却]|再次|全程|始终)*(?:{_LISTS['deed']}|提(?=:|了|醒)|说|问|讲)|"
    "[:：](?! ?[0-9])|「|"
    "[,、]?(?![0-9はがもの])[^。]{1,30}?(?:と(?:即答|一言|の指摘|$)|まま|"
    "首を[横縦]に|うなず|黙|라고|다고|자고|고개|한마디)|"
    "[은는이가도] (?:[^.]{0,24} )?(?:고개|한숨|"
    "침묵|갸웃|끄덕)| (?:갸우뚱|끄덕|침묵|한숨|난색|고개)"
)
_WANTS = (
    "(?:方|侧)?(?:仍|还|又|也|就是|一直)*(?:(?:要|坚持|咬定|非要|"
    "不肯放)(?=[留删改加用换放“「‘'\"])|要求(?=留|删|改|加))|"
    "[はがも] ?(?:まだ|なお|依然)?(?:「[^」]{1,16}」(?:に固執|にこだわ|希望|を主張|を要求|$)|"
    "[^。0-9]{1,14}を?(?:残したい|残せと|消したい|外したい|入れたい|直したい))|"
    "[은는이가도] (?:아직|여전히|계속|끝까지|"
    "또)? ?(?:['‘\"“「][^'’\"”」]{1,16}['’\"”」] ?(?:[을를만] ?)?"
    "(?:(?:고집|유지|선호|원함|주장|요구|반대)(?=$|[,.;])|$)|"
    "(?:[가-힣]+ ){0,2}(?:괄호|문구|문안|원안|단락|각주|표현|초안|단어) (?:유지|삭제|고집|보류)$)"
)
_REMARK = (
    "(?: ?:| ?--?) ?(?![0-9])(?:回去(?:再|问|商量)|带回|得请示|再问|[^。0-9]{1,14}(?:可以|没得谈|"
    "吧|不行|算了)$|"
    "没意见$|反对$|持ち帰[りる]|[^。0-9]{1,16}(?:割り勘で|でどうか|ではどうか|と渋る|ほしい|たくない)$|"
    "가져가서|본국에|글쎄|원안(?:대로|에)|[^.0-9]{1,20}(?:안 ?한다|못 ?한다|하자|나누자고?|어렵다|"
    "자고|않겠다|싫다)$)"
)
_AMONG = (
    "(?:来|方)?的?(?:几位|两位|三位|各位|人)(?:里|中|当中)(?:面)?(?:也|就|却|还)?有(?:人|一位|位)"
    "(?=[^。]{0,6}(?:问|说|反对|赞成|提|不|嫌|插|摇|点头|附和|追))"
)
_OPENED = f"(?:^|[^():]{{0,12}}(?:{_LISTS['opened']}) ?|(?:q|a|問|问|答|문|답) ?)$"
_JAPANESE = re.compile("の[^的가-힣]{1,4}$")
_CLOSED = re.compile(
    r"(?:の?(?:大学|会社|企业)|(?: ?)(?:대학|회사)|的?(?:大学|公司))?"
    r"(?:\) ?:(?! ?[0-9])|(?:(?<=.)[、,][^()]{2,12})\)$)"
)
# Where something begins that is no text: the way of a visit, a booking.
_ERRAND = "予約|见学|見学|受付|訪|集合|参观|报到|방문|접수|예약|견학|집합"
_WANTED = f"(?:先行|先办|再说|再议|不行|别[^,。]{{1,8}}|{_LISTS['wanted']}) ?$"


class ClippedHeadsEast:
    """Reads such people with a lexicon's words for countries, their capitals and other cities."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        fold = lexicon.fold
        bodies = "|".join(
            f"(?P<{sector.name}>{fold.plain(words)})" for sector, words in _BODIES.items()
        )
        deed = fold.plain(_DEED)
        self._behind = re.compile(
            f"(?:(?:的|の| )?(?:{bodies}))?(?:{fold.plain(_WHO)})(?={deed})|"
            f"(?:{fold.plain(_CALLED)})(?={deed})"
        )
        self._heads = re.compile(f"(?=(?:{fold.plain(_WANTS)})|(?:{fold.plain(_REMARK)}))")
        self._among = re.compile(_AMONG)
        self._opened = re.compile(fold.plain(_OPENED))
        self._errand = re.compile(fold.plain(_ERRAND))
        self._wanted = re.compile(fold.plain(_WANTED))

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who heads a line so, or stands in brackets behind it."""
        text = folded.text
        if not text.isascii():
            for first, last in short_lines(folded):
                led = _LED.match(text, first, last)
                at = led.end() if led else first
                yield from self._headed(folded, at, last)
                yield from self._bracketed(text, at, last)

    def _headed(self, folded: Folded, at: int, last: int) -> Iterator[Phrase]:
        text = folded.text
        place = self._places.match(text, at, last)
        if not place:
            return
        said, end = Description(territory=self._codes[place[0]]), place.end()
        who = self._behind.match(text, end, last)
        if who and _stands_apart(folded, who.end()):
            sector = Sector[who.lastgroup] if who.lastgroup else None
            yield _phrase(at, who.end(), Description(territory=said.territory, sector=sector))
        elif among := self._among.match(text, end, last):
            yield _phrase(at, among.end(), said)
        elif self._heads.match(text, end, last):
            yield _phrase(at, end, said)

    def _bracketed(self, text: str, at: int, last: int) -> Iterator[Phrase]:
        opens = text.find("(", at, last)
        place = self._in_brackets.match(text, opens + 1, last) if opens >= 0 else None
        if not place:
            return
        end = place.end()
        before = text[at:opens]
        told = _CLOSED.match(text, end, last) and self._opened.search(before)
        noted = text[end:last].rstrip() == ")" and self._wanted.search(before)
        noted = noted and not self._errand.search(before)
        if told or noted:
            code = self._codes.get(place[0]) or place[0].upper()
            yield _phrase(opens + 1, end, Description(territory=code))

    @cached_property
    def _places(self) -> re.Pattern[str]:
        return re.compile(either(self._codes))

    @cached_property
    def _in_brackets(self) -> re.Pattern[str]:
        codes = [code.lower() for code in self._lexicon.territories]
        return re.compile(either([*self._codes, *codes]))

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Words in characters, kana and hangul for countries, their capitals and other cities."""
        fold = self._lexicon.fold.plain
        words = {
            fold(word): code
            for code, place in self._lexicon.territories.items()
            for it in (place.short, *(place.words[tongue] for tongue in ("zh", "ja", "ko")))
            for word in it
        }
        towns = {fold(city): code for city, code in cities("cities_east")}
        return {word: code for word, code in {**towns, **words}.items() if is_east_asian(word[0])}


def _stands_apart(folded: Folded, end: int) -> bool:
    """Return whether a Japanese word ends there: before a sign, or a space that folding leaves out.

    の人 is the beginning of の人事 too.
    """
    japanese = _JAPANESE.search(folded.text[max(0, end - 6) : end])
    if not japanese or folded.text[end : end + 1] in (":", ",", "、", "「", ""):
        return True
    return folded.starts[end] > folded.ends[end - 1]


def _phrase(start: int, end: int, said: Description) -> Phrase:
    return Phrase(start, end, end - 1, said, ONE, present=True)
