"""Reads who is told by a place, a field and a body: 스리랑카의 보험사 임원, トンガ水産省の次官.

The field is any word: what body it is, and of which country, is enough to say who it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("described", "people_of_bodies")

_BUSINESS = Description(sector=Sector.BUSINESS)
_MEDIA = Description(sector=Sector.MEDIA)
_EXPERT = Description(broad=BroadSector.EXPERT)
_OFFICIAL = Description(broad=BroadSector.OFFICIAL)
_ANY = Description()


class _Words(NamedTuple):
    """The positions of a language, its bodies with what they say, and what joins them."""

    positions: str
    bodies: Mapping[str, Description]
    joint: str
    """What may stand between the body and the position."""
    field: str
    """What may stand between the place and the body."""


_KOREAN = _Words(
    _LISTS["korean"],
    {
        "보험사|회사|업체|기업|해운사|선사|항공사|은행|제조사|사업자|조합": _BUSINESS,
        "신문사|언론사|방송사|매체|일간지|통신사|잡지": _MEDIA,
        "대학|대학교|대학원|로스쿨|법대|의대|학교|연구소|연구원|연구기관|싱크탱크": _EXPERT,
        "(?<![일내외전간본])부|(?<![요신])청|당국|부처|대사관": _OFFICIAL,
        "단체|기구|재단|기관|협회|센터|위원회|병원|학회|연맹|포럼": _ANY,
    },
    "의? ?",
    "(?:의 | )?(?:(?!에서|대한|일부|여러|모든|각 )[가-힣]{1,6} ?){0,3}",
)
_CHINESE = _Words(
    _LISTS["chinese"],
    {
        "公司|企业|银行|船厂|船社|航企|保险商|厂商": _BUSINESS,
        "报社|日报|周刊|通讯社|电视台|媒体|杂志社|(?<![情预汇通举申])报": _MEDIA,
        "学院|大学|研究所|研究院|智库|实验室": _EXPERT,
        "(?<![内全外干])部|局|署|厅|当局|部门|大使馆": _OFFICIAL,
        "机构|团体|组织|基金会|协会|中心|医院|工会|合作社|联盟|委员会": _ANY,
    },
    "的?",
    "的?(?![对向于])[^ ,.、。;:()和与及或对向在等各的]{0,8}",
)
_JAPANESE = _Words(
    _LISTS["japanese"],
    {
        "会社|企業|業者|銀行|商社|海運|メーカー|組合": _BUSINESS,
        "新聞社|報道機関|通信社|テレビ局|放送局|新聞|メディア|雑誌社": _MEDIA,
        "大学|大学院|研究所|研究機関|シンクタンク|研究センター": _EXPERT,
        "省|当局|庁|局|大使館": _OFFICIAL,
        "団体|財団|組織|機関|協会|センター|病院|委員会|連盟|学会": _ANY,
    },
    "の?",
    "の?(?![にでと])[^ ,.、。;:()はがをにとでも]{0,10}",
)
_SHOWN = re.compile("견학|시찰|안내|视察|参观|见学|案内")  # hosts of a visit, not of the table
_OF_AN_EVENT = re.compile("[이가] [^.]{0,14}(?:된|당한|한|난) (?:사건|사례|사고|일[이을은])|による")
_WINDOW = 30  # letters before a position in which the place is looked for
_PLACE = 8  # letters of a place at most
_NOT_OF_IT = frozenset("驻在对向赴访")  # before a place: somewhere to, not from
_GOES_ON = re.compile("团|组|处|性|会|们|ら|たち|的[なに]|들|단|적|진|부(?!터)")
_ONE = re.compile("(?:[一另某][位名]|ある|某|한) ?$")
_SEVERAL = re.compile("(?:[二两三四五几数多]|各)[位名](?:来自)?$|(?:여러|두|세|네|각) ?$")


class PeopleOfBodies:
    """Reads somebody with a position at a body of a place, in Korean, Chinese and Japanese."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        fold = lexicon.fold.plain
        words: dict[str, tuple[_Bodies, ...]] = {}
        for of in (_KOREAN, _CHINESE, _JAPANESE):
            bodies = _Bodies(of, lexicon)
            for position in map(fold, of.positions.split("|")):
                words[position] = (*words.get(position, ()), bodies)
        self._positions = lexicon.in_one_pass.add(words)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        for start, end, languages in self._positions.find(folded.text):
            if _GOES_ON.match(folded.text, end) or _OF_AN_EVENT.match(folded.text, end):
                continue
            if _SHOWN.search(folded.text, *sentence(folded, start)):
                continue
            found = (self._at(folded.text, start, end, bodies) for bodies in languages)
            if phrase := next((it for it in found if it), None):
                yield phrase

    def _at(self, text: str, start: int, end: int, bodies: _Bodies) -> Phrase | None:
        first = max(0, start - _WINDOW)
        body, said = bodies.before(text, first, start)
        for at in range(body, first, -1):
            place = self._place(text, at)
            if place and bodies.joins(text, at, body):
                begin, said = place[0], said.with_piece(place[1])
                if _SEVERAL.search(text, max(0, begin - 6), begin):
                    return None
                one = _ONE.search(text, max(0, begin - 4), begin)
                begin = one.start() if one else begin
                return Phrase(begin, end, start, said, frozenset({"one"} if one else ()))
        return None

    def _place(self, text: str, end: int) -> tuple[int, Piece] | None:
        """Return the place that ends there, if somebody may come from it."""
        for start in range(max(0, end - _PLACE), end - 1):
            piece = self._places.get(text[start:end])
            before = text[start - 1 : start]
            if (
                piece
                and before not in _NOT_OF_IT
                and not (is_hangul(text[start]) and is_hangul(before))
            ):
                return start, piece
        return None

    @cached_property
    def _places(self) -> dict[str, Piece]:
        """Territories and regions by their words in characters, kana and hangul."""
        return {
            word: piece
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind in ("territory", "region") and len(word) > 1 and not word[0].isascii()
        }


class _Bodies:
    """The bodies of one language, as they stand before a position."""

    def __init__(self, words: _Words, lexicon: Lexicon) -> None:
        def made(pattern: str) -> re.Pattern[str]:
            return re.compile(lexicon.fold(pattern).text)

        self._said = tuple(
            (made(f"(?:{body})(?:{words.joint})$"), it) for body, it in words.bodies.items()
        )
        self._field = made(words.field)

    def before(self, text: str, first: int, start: int) -> tuple[int, Description]:
        """Return where the longest body begins that a position follows, and what it says."""
        found = [
            (body.start(), it)
            for known, it in self._said
            if (body := known.search(text, first, start))
        ]
        return min(found, key=lambda it: it[0], default=(first, Description()))

    def joins(self, text: str, start: int, end: int) -> bool:
        """Return whether what stands there may be the field of a body, behind its place."""
        return bool(self._field.fullmatch(text, start, end))
