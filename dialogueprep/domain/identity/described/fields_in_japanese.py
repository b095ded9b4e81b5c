"""Reads who is told in Japanese by a field of work: 企業の方, 役所の人, 会社側の席.

Also the only one from a place or a field (大学からはお一人, 欧州からただ一人加わった参加者), and a
teacher of a place (豪の先生). What firms or offices are like, and what is said to people of a kind,
is told of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.people_in_notes import heads_a_note_east
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded, is_han
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "fields_in_japanese")

_FIELDS = {
    Sector.BUSINESS: "民間企業|企業|会社|産業界|経済界|業界|メーカー|財界",
    Sector.GOVERNMENT: "政府機関|政府|役所|官公庁|官庁|省庁|行政機関|行政|公的機関|官",
    Sector.CIVIL_SOCIETY: "ngo|npo|市民団体|非営利団体|支援団体|市民社会|非営利組織",
    Sector.ACADEMIA: "大学|学界|学術界|アカデミア",
    Sector.THINK_TANK: "シンクタンク|研究所|研究機関",
    Sector.MEDIA: "新聞社|新聞|報道機関|報道|メディア|マスコミ|通信社|テレビ局|放送局",
    Sector.MILITARY: "制服組|自衛隊|海軍|陸軍|空軍|軍",
}
_WHO = (
    f"の(?:お?方(?!{_LISTS['no_work']}|が[^。]{{0,40}}との(?:見方|指摘|意見|声|話))"
    f"|{_LISTS['somebody']})(?:である|の)?(?:参加者|出席者)?|さん(?=[、はがも:])"
)
_SEAT = (
    "(?:側?の(?:席|立場)(?=から|より|で発言)|側(?=→|から(?:は|の)?、?.{0,40}(?:発言|指摘|意見|声)))"
)
_CAME = "(?:の現場)?から(?:来た|参加した|参加された|ご参加の|お越しの)(?:参加者|出席者|方|人|先生)"
_JOINED = (
    "の(?:立場|席)(?:で|から)(?:参加|出席)(?:した|された|する)(?:参加者|出席者|方|人|一名|一人)"
)
_ALONE = "(?:ただ一人|たった一人|お一人だけ|お一人|一人だけ|一名だけ|唯一|単独で)"
_ALONE_FROM = (
    f"から(?:は|の|も)?、?(?:{_ALONE}の?、?(?:{_LISTS['alone_from']})?(?:参加者|出席者|登壇者|"
    "発言者|委員|方|人)|"
    "(?:お一人|ただ一人|唯一、)(?=[、がは]))"
)
_BRACKET = r"(?:\((?:男性|女性|男|女|退役)\))?"
_TEACHER = (
    "(?:の(?:女性の|男性の|若い|若手の)?|から(?:来た|参加した|参加された|ご参加の|お越しの))"
    "先生(?!方|たち)"
)
_GROUP = "組(?!織|合|み|立|長|閣|員)"
# Behind somebody: what only somebody of this meeting is told to say or to do.
_VIEW = f"(?:{_LISTS['view']}|案(?=[。、]|$)|との声|との(?:話|見方|こと|立場))"
_SOURCE = (
    f"(?:から|より)(?:は|も|の)?、?(?=[^。]{{0,70}}?{_VIEW})"
    "(?![^。、]{0,12}を(?:求|募|集|受け|待|聞))"
)
_ERRAND = re.compile(
    "[→:][^。;]*(?:入室|受付|会场|席|傍听|昼食|夕食|名札|送付|调整中|确认中|连络先|[0-9]名)"
)
_TOLD_BEFORE = re.compile("(?:话|声|指摘|意见|发言|提案|质问|要望|悬念|疑问|反论|异论)[はも]$")
_SAID_FROM = re.compile("から(?=。?$)|から[、,]")
_NAMED = "(?:に)?(?:よれば|よると|いわく|曰く)"
_ONLY = re.compile("(?:(?:ただ|たった)一人の|唯一の)$")
_FROM = re.compile(
    "(?:(?:の|侧の|から(?:来た|参加した|参加された|の)?)|"
    "(?:から(?:来た|参加した|の)?|の)?(?:先生方?|参加者|出席者|方々?|势|侧|专门家|人)?のうち、?)$"
)
_OPENS = re.compile("(?:^|[\n。、;:(「→・] ?|また|一方|ただし?|なお|これに|[はもで])$")
_SIGNS = frozenset("米豪越蒙独佛英印泰加比俄露韩尼菲澳美法")  # of a country
_LONGEST = 8  # letters of a place
_BEHIND = frozenset("のか侧、:→さ")
_NOBODY_YET = frozenset[str]()
_BARE = frozenset({"产业界", "业界", "经济界", "财界", "学界", "官"})
_TOPIC = frozenset("はがも")
_AT_THE_TABLE = ("参加者", "出席者", "登坛者", "登壇者", "发言者")


class FieldsInJapanese:
    """Reads who is told by a field, or by a place and being the only one or a teacher."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        fold = lexicon.fold.plain
        fields = {fold(w): of for of, all_ in _FIELDS.items() for w in all_.split("|")}
        self._fields = lexicon.in_one_pass.add(fields)
        others = ("の先生", "た先生", "い先生", "組", "ただ一人", "お一人", "唯一")
        self._others = lexicon.in_one_pass.add({fold(word): True for word in others})
        patterns = (
            f"(?:{_JOINED}|{_CAME}|{_ALONE_FROM}|{_WHO}|{_SEAT}){_BRACKET}",
            f"{_SOURCE}|{_NAMED}",
            _ALONE_FROM,
            f"{_TEACHER}{_BRACKET}|{_GROUP}",
        )
        made = (re.compile(lexicon.fold(pattern).text) for pattern in patterns)
        self._who, self._told, self._alone, self._of_place = made

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        text, done = folded.text, 0
        for start, end, sector in self._fields.find(text):
            if text[end : end + 1] not in _BEHIND or start < done:
                continue
            if phrase := self._of_field(folded, start, end, sector):
                done = phrase.end
                yield phrase
        yield from self._by_place(folded)

    def _of_field(self, folded: Folded, start: int, end: int, sector: Sector) -> Phrase | None:
        text = folded.text
        who = self._who.match(text, end)
        last = who.end() if who else end
        first, said = self._before(folded, start, Description(sector=sector))
        if not who and not (said.territory and text[start:end] in _BARE):
            return None
        if first == start and not _OPENS.search(text, max(0, start - 3), start):
            only = _ONLY.search(text, max(0, start - 6), start)
            return self._phrase(folded, (only.start(), last), said, only=True) if only else None
        lone = self._alone.match(text, end)
        alone = bool(lone and lone.end() == last)
        return self._phrase(folded, (first, last), said, only=alone)

    def _by_place(self, folded: Folded) -> Iterator[Phrase]:
        """Yield the only one, a teacher and a group of a place."""
        text = folded.text
        for start, end, _ in self._others.find(text):
            alone = text[end - 1] in "一人"
            for at in range(start, max(0, start - 9), -1):
                told = (self._alone if alone else self._of_place).match(text, at)
                place = self._place(folded, at) if told and told.end() >= end else None
                if place and told:
                    said = Description().with_piece(place[1])
                    if text[end - 1] == "生":
                        said = Description(said.territory, said.region, Sector.ACADEMIA)
                    if phrase := self._phrase(folded, (place[0], told.end()), said, only=alone):
                        yield phrase
                    break

    def _before(self, folded: Folded, start: int, said: Description) -> tuple[int, Description]:
        """Return where somebody of a field begins with the place they are of, and who it is."""
        joint = _FROM.search(folded.text, max(0, start - 16), start)
        place = self._place(folded, joint.start() if joint else start)
        return (place[0], said.with_piece(place[1])) if place else (start, said)

    def _place(self, folded: Folded, end: int) -> tuple[int, Piece] | None:
        """Return the place that ends there: a word, or a sign that no character stands before."""
        text = folded.text
        for length in range(min(_LONGEST, end), 0, -1):
            start = end - length
            piece = self._places.get(text[start:end])
            if piece and (length > 1 or not start or not is_han(text[start - 1])):
                return start, piece
        return None

    def _phrase(
        self, folded: Folded, span: tuple[int, int], said: Description, *, only: bool = False
    ) -> Phrase | None:
        """Return who is told there; None if nothing is told of anybody."""
        start, end = span
        at_the_table = folded.text.endswith(_AT_THE_TABLE, start, end)
        after = folded.text[end : sentence(folded, start)[1]]
        before = folded.text[max(0, start - 4) : start]
        noted = heads_a_note_east(before, after, "ja") and not _ERRAND.match(after)
        told = at_the_table or self._told.match(after) or noted
        told = told or (_TOLD_BEFORE.search(before) and _SAID_FROM.match(after))
        if not told and after[:1] not in _TOPIC and not (only and after[:1] == "、"):
            return None
        sure = ONE if told or only else _NOBODY_YET
        return Phrase(start, end, end - 1, said, sure, present=bool(told))

    @cached_property
    def _places(self) -> dict[str, Piece]:
        """Countries and regions by their words, and countries by one character."""
        known: dict[str, Piece] = {}
        for word, pieces in self._lexicon.pieces.items():
            for piece in pieces:
                place = piece.kind in ("territory", "region") and word[0] > "\u3000"
                if (place and len(word) > 1) or word in _SIGNS:
                    known.setdefault(
                        word, Piece("territory", piece.value) if piece.kind == "short" else piece
                    )
        return known
