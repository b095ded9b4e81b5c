"""Reads somebody told by a field of work alone: "q from the press", "the NGO view was", 媒体提问.

Also a side of the table by its field ("the business side asked"), and whose ministry, newspaper
or company somebody of this meeting spoke of ("a participant said that her ministry ...").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.offices.places_before import PlacesBefore
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.folded_lines import line_at, short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance
from dialogueprep.domain.people import Gender, Sector

_LISTS = word_lists("described", "sector_voices")

_ENGLISH = {
    Sector.MEDIA: "press|media",
    Sector.BUSINESS: _LISTS["english"],
    Sector.MILITARY: "military|navy|armed forces",
    Sector.CIVIL_SOCIETY: "ngo|ngos|civil society|civil-society",
    Sector.ACADEMIA: "academia|academic|university",
    Sector.LEGISLATURE: "parliament|parliamentary|legislative",
    Sector.THINK_TANK: "think tank|think-tank|think tanks",
    Sector.DIPLOMACY: "diplomatic|embassy",
    Sector.GOVERNMENT: "government|govt|ministry",
}
_EASTERN = {
    Sector.MEDIA: "媒体|新闻界|传媒|記者席|報道|報道陣|メディア|マスコミ|プレス|언론|언론계|"
    "기자석|미디어",
    Sector.BUSINESS: "企业|企业界|工商界|商界|业界|産業界|経済界|業界|기업|산업계|재계|업계",
    Sector.MILITARY: "军方|军界|制服組|군",
    Sector.CIVIL_SOCIETY: "民间组织|民间团体|ngo|公民社会|市民団体|市民社会|시민단체|시민사회",
    Sector.ACADEMIA: "学界|学术界|高校|大学|학계|대학",
    Sector.LEGISLATURE: "议会|国会|議会|국회|의회",
    Sector.THINK_TANK: "智库|シンクタンク|싱크탱크",
}
_OWN = {
    Sector.GOVERNMENT: "ministry|agency|government department",
    Sector.MEDIA: "newspaper|newsroom|editors",
    Sector.BUSINESS: "company|firm|bank|shareholders",
    Sector.ACADEMIA: "university|faculty|students",
    Sector.THINK_TANK: "think tank|think-tank|institute",
    Sector.DIPLOMACY: "embassy",
    Sector.CIVIL_SOCIETY: "ngo",
    Sector.LEGISLATURE: "constituency|constituents",
}
_OWN_EASTERN = {
    Sector.GOVERNMENT: "部委|部里|部门|官厅|役所|省庁|役所|부처|관청",
    Sector.MEDIA: "报社|编辑部|新聞社|編集部|신문사|편집국",
    Sector.BUSINESS: "公司|企业|会社|企業|회사|기업",
    Sector.ACADEMIA: "大学|学校|대학|학교",
    Sector.THINK_TANK: "智库|研究所|研究院|シンクタンク|연구소|연구원",
}
_ASKED = re.compile(
    "(?<![a-z])(?:(?:an?|one|the|another|first|last|next|some)"
    f" )?(?:[a-z]+ )?(?:{_LISTS['asked']})"
    "(?: raised| asked| put)? (?:from|by) (?:the |our )?$"
)
_ASKED_WHAT = re.compile(
    r"(?: side| people| corner| bench)?(?: ?(?:[:;)→]|->| - )|,|[.?!]?$|"
    r" (?:on|about|re|why|who|whether|how|if|that|was|came|drew|met|got)(?![a-z]))"
)
_FROM = ("from ", "from the ", "from our ", "by ", "by the ")
_HIS_OR_HER = ("his ", "her ", "own ")
_VIEW = re.compile(f" (?:{_LISTS['view']})(?: ?:| (?:{_LISTS['view_went']})(?![a-z]))")
_SIDE = re.compile(r" (?:side|corner|bench|camp|contingent|lot|crowd)(?= |,)")
_THE = re.compile(r"(?<![a-z])(?:the|our) $")
_SIDE_HEADS = re.compile(r" (?:side|corner|bench|camp|contingent|lot)(?=[ ,:])")
_HIS = re.compile(r"(?<![a-z])(his|her)(?: own)? $")
_SOMEBODY = re.compile(
    f"(?:^|[ (])(?:an?|one|another|the|this|that) (?:[a-z]+ ){{0,2}}(?:{_LISTS['somebody']})"
    " (?:[a-z]+ ){0,4}"
)
_THEIRS = (
    "(?:与会者|参会者|发言者|发言人|参加者|出席者|専門家|委員)[^。]{0,40}?([他她彼]女?)(?:自己|"
    "本人)?"
    "(?:所在|所属|供职|任职)?[的の]$"
)
_THEIRS_KOREAN = re.compile(
    "(?:참석자|참가자|발언자|위원)[^.]{0,40}?(그|그녀|자기|자신|본인)의? ?(?:소속 )?$"
)
_EAST_OPENS = re.compile("(?:^|[,。;:、(\n] ?|有|由|来自|ある|한 )$")
_HEADS_LINE = re.compile(
    "(?:方面?|侧|측| 측)? ?:(?! ?[0-9一二三四五六七八九十百两数]+ ?[家社名人个명곳개%])"
)
_EAST_ASKED = (
    "(?:方面?|一方|界|人士)?的?(?:提问|发问|质疑|插话|疑问|质询|追问|反问)(?::|,|$|是|说|谁|"
    "为什么|怎么|如何)",
    "(?:側|陣|関係者?)?(?:から|より)?の(?:質問|発言|コメント|指摘|意見|懸念|反論|要望|疑問)"
    "(?::|$|[はがもで、][^。]{0,24}(?:た(?=[。、]|$)|だった|か(?=$|[。?])))",
    "(?: ?(?:측|쪽|에서))?(?:의|에서 나온)? ?(?:질문|지적|의견|발언|반론|우려|요청|질의)"
    "(?::|$|[은는이가도] [^.]{0,24}(?:나왔|있었|이어졌|제기|였다))",
)
_EAST_SIDE = (
    "(?:方面?|一方)(?=[又也还则都]?(?:要求|主张|希望|提出|说|认为|反对|赞成|不同意|不肯|表示|"
    "建议|问|坚持|担心))",
    "(?:側|の方|の人|の参加者|の出席者|の者)(?=[はがも][^。]{0,30}(?:求め|述べ|主張|反対|賛成|"
    "望ん|言っ|尋ね|譲ら|提案|懸念|要求|難色))",
    " ?[측쪽](?:에서| 참석자| 참가자| 인사| 분| 위원)?(?=[은는이가도] [^.]{0,30}(?:요구|요청|"
    "주장|반대|찬성|말했|원했|물었|제안|"
    "우려|했다))",
)


@dataclass(frozen=True, slots=True)
class _Word:
    """The field that a word tells, and whether it may be the speaker's own house."""

    sector: Sector
    own: bool


class SectorVoices:
    """Reads who is told by a field of work."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self._lexicon = lexicon
        self._cues = cues
        fold = lexicon.fold
        self._before = lexicon.kept("places before", lambda: PlacesBefore(lexicon))
        self._asked = re.compile("|".join(fold(it).text for it in _EAST_ASKED))
        self._side = re.compile("|".join(fold(it).text for it in _EAST_SIDE))
        self._theirs = re.compile(fold(_THEIRS).text)
        self._words = lexicon.in_one_pass.add(_by_word(_words(fold.plain)))

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by a field of work."""
        for start, end, told in self._words.find(folded.text):
            read = self._english if folded.text[start].isascii() else self._eastern
            for word in told:
                if found := read(folded, start, end, word):
                    yield found
                    break

    def _english(self, folded: Folded, start: int, end: int, word: _Word) -> Phrase | None:
        text = folded.text
        if text[end : end + 1].isalpha() or (start and text[start - 1] != " "):
            return None
        before, after = text[max(0, start - 48) : start], text[end : end + 80]
        if word.own:
            return self._own(folded, (start, end), before, word.sector)
        if head := self._at_a_head(folded, start, end):
            return _phrase(start, head, word)
        return self._voice((start, end), before, after, word)

    def _voice(self, span: tuple[int, int], before: str, after: str, word: _Word) -> Phrase | None:
        """Return a view or a side of the table by its field, or who asked from a field."""
        start, end = span
        if word.sector is not Sector.GOVERNMENT and (the := _THE.search(before)):
            if behind := _VIEW.match(after):
                return _phrase(start - len(the[0]), end + len(behind[0].rstrip(" :")), word)
            behind = _SIDE.match(after)
            if behind and self._speaks(after[behind.end() :]):
                return _phrase(start - len(the[0]), end + behind.end(), word)
        asked = _ASKED.search(before) if before.endswith(_FROM) else None
        if asked and _ASKED_WHAT.match(after):
            return _phrase(start - len(before) + asked.start(), end, word)
        return None

    @staticmethod
    def _at_a_head(folded: Folded, start: int, end: int) -> int | None:
        """Return where a side ends that heads a note: "Business side all for a travel card"."""
        side = _SIDE_HEADS.match(folded.text, end)
        if not side or not folded.written(start, start + 1).isupper():
            return None
        first, last = line_at(short_lines(folded), start)
        behind = folded.text[side.end() : last]
        told = start == first and (takes_a_stance(behind) or is_marked_as_heard(behind))
        return side.end() if told else None

    def _speaks(self, after: str) -> bool:
        past = self._lexicon.room.past.match(after, 1)
        return bool(past or self._cues.saying.match(after) or takes_a_stance(after))

    @staticmethod
    def _own(folded: Folded, span: tuple[int, int], before: str, sector: Sector) -> Phrase | None:
        his = _HIS.search(before) if before.endswith(_HIS_OR_HER) else None
        if not his:
            return None
        first, _ = sentence(folded, span[0])
        start = span[0] - len(his[0])
        if not _SOMEBODY.search(folded.text[first:start]):
            return None
        return _of_one(start, span[1], sector, Gender.WOMAN if his[1] == "her" else Gender.MAN)

    def _eastern(self, folded: Folded, start: int, end: int, word: _Word) -> Phrase | None:
        text = folded.text
        before = text[max(0, start - 60) : start]
        if word.own:
            theirs = (_THEIRS_KOREAN if is_hangul(text[start]) else self._theirs).search(before)
            if theirs is None:
                return None
            return _of_one(start - len(before) + theirs.start(1), end, word.sector, _gender(theirs))
        place = self._before.find(folded, start) if _HEADS_LINE.match(text, end) else None
        if place and _EAST_OPENS.search(text, max(0, place[0] - 2), place[0]):
            said = Description(territory=place[1], sector=word.sector)
            return Phrase(place[0], end, end - 1, said, ONE, present=True)
        if not _EAST_OPENS.search(before):
            return None
        behind = self._asked.match(text, end) or self._side.match(text, end)
        return _phrase(start, behind.end(), word) if behind else None


def _words(fold: Callable[[str], str]) -> Iterator[tuple[str, _Word]]:
    for table, own in ((_ENGLISH, False), (_EASTERN, False), (_OWN, True), (_OWN_EASTERN, True)):
        for sector, words in table.items():
            for word in words.split("|"):
                yield fold(word), _Word(sector, own)


def _by_word(words: Iterable[tuple[str, _Word]]) -> dict[str, tuple[_Word, ...]]:
    found: dict[str, tuple[_Word, ...]] = {}
    for word, told in words:
        found[word] = (*found.get(word, ()), told)
    return found


def _gender(theirs: re.Match[str]) -> Gender | None:
    if theirs[1] in ("她", "彼女", "그녀"):
        return Gender.WOMAN
    return Gender.MAN if theirs[1] in ("他", "彼") else None


def _phrase(start: int, end: int, word: _Word) -> Phrase:
    return Phrase(start, end, end - 1, Description(sector=word.sector), frozenset({"the"}), True)


def _of_one(start: int, end: int, sector: Sector, gender: Gender | None) -> Phrase:
    said = Description(sector=sector, gender=gender)
    return Phrase(start, end, end - 1, said, ONE, present=True)
