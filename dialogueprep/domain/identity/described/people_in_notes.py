"""Reads somebody told in hurried notes by a people alone, in Chinese, Japanese and Korean.

德国人哪条都不喜欢, ドイツの人は全部気に入らない様子, 우즈벡 여성분 보험료 누가 내냐고: what is said
is of this meeting's texts, or is a stance; what a people is like (德国人喜欢散步) is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese, told_japanese
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import Gender

_LISTS = word_lists("described", "people_in_notes")

_SIGN = "(?:(?:又|也|再|又来)? ?(?::(?! ?[0-9]+ ?(?:名|人|位|명|분|부|页|쪽|$))|→|->|=>))"
_OPENS = re.compile(
    f"(?:^|[,、;:(>。] ?|{_LISTS['opens']}|다만 |그런데 |오늘 아침 |어제 |"
    "오늘 |방금 |또 |오늘 새벽 |(?:の席|の场|会合|休憩中)[でに]、?)$"
)
_LONGEST_OPENING = 8
# That Briton, one Indonesian: pointed at, so that any deed will do. Not: the Briton in the book.
_POINTED = re.compile(
    "(?:(?:^|[,;:(。])(?:但是?|而|随后|最后|接着|会上|(?:起草|工作|专家)?[组班](?:里|内|中)?的?)?|"
    "(?:当过|干过|做过|开|修|搞|管|跑)[\u4e00-\u9fff]{1,5}的)(?P<one>[那这][位个]|[一另][位名])$|"
    "(?:^|[、。;:(])(?:あの|(?<!前)例の|件の|起草班の|もう一人の)$"
)
_BY_PEOPLE = re.compile("人(?![们口员物士均权类质])")
_ZH_WHO = re.compile(
    "(?:(?:飞|赶|过|远道|坐.{0,2}|开车|转机|刚)?来的(?:那[位个])?(?:女士|先生|同事|朋友|人|客人|"
    "专家)?|(?:的)?那[位个](?:女士|先生|小姐|同事|朋友)?|"
    "的?(?:女士|先生|小姐|同事|朋友|客人)|人)"
)
_ZH_DEED = re.compile(
    f"(?:(?:{_LISTS['zh_still']})*(?:哪[条个段点]都|什么都|"
    f"[这那该][条个段点项]|第[一二三四五六七八九十0-9]+[条段点项]|不(?:{_LISTS['zh_agree']})|"
    f"{_LISTS['zh_deed']}|反对(?=$|[,。;]|这|该|第|草案|条|把|"
    "分级|限|任何|两|三)|赞成|同意|"
    """觉得(?=这|草案|太|不|第|条|没|可)|说(?=不|[,:“"「]|这|草案|第|太|等|要|再|可以|得)|坚持|"""
    "附和|"
    "保留|改口|松口|担心(?=这|条|草案|第)|"
    "态度|口气|语气)|(?:又|再)提|" + _SIGN + ")"
)
_JA_WHO = re.compile(
    "(?:から(?:今朝|昨日|昨夜|直接|先ほど)?(?:飞んで|驱けつけて|直接)?(?:来た|きた|"
    "着いた|到着した|参加した|驱けつけた)(?:方|人|一人|女性|男性)|"
    "の(?:人|一人|方(?!式|法|针|向|面|が|程)|女性|男性|先生|お方|おじさん)|人|から来た(?:方|人))"
)
_JA_NOUN = f"(?:{_LISTS['ja_noun']}|(?:[をにと](?:{_LISTS['ja_verb']})))"
# What somebody wishes, as notes put it, and no errand: 試験の日本語を易しく, 注記は本文へ.
_JA_WISH = (
    "、(?![^。;]*(?:会场|受付|到着|出发|空港|宿|昼食|夕食|名札|席|缺席|移动|视察|入室|资料|连络))"
    "[^。;]{2,30}?(?:[がのを][^。;]{1,12}[くに]|[はを][^。;]{1,12}[へでに]|一本化|明记|统一|简素化)"
    "(?=$|。)"
)
_JA_DEED = re.compile(
    f"(?:、 ?また[^。;、]{{1,16}}$|(?:だけ)?[はがも、] ?(?:[^。;]{{0,30}}?{_JA_NOUN})(?:と|か|"
    "らしい)?(?=[。、,;)→]|$)|"
    f"(?:だけ)?[はがも、][^。;]{{0,24}}?(?:{_LISTS['ja_deed']})|"
    "(?:だけ)?[はがも、][^。;]{2,40}(?:[いうるただぬずよか]|无理|不可|不要|必要|べき)"
    "と(?=$|。)|" + _SIGN + f"|{_JA_WISH})"
)
_KO_WHO = re.compile(
    f"(?: ?(?:{_LISTS['ko_who']})|에서 (?:[가-힣]+ )?(?:온|오신|날아온|달려온) (?:분|사람|이))"
)
_KO_DEED = re.compile(
    "(?:[은는이가도]|께서[는도]?|만)? (?:[^.;]{0,40} "
    ")?(?:[가-힣0-9]*(?:[다라자냐까]고(?: 함| 봄)?|"
    f"거라고|함|봄|됨|싫음|없음|다름|아니라고)|{_LISTS['ko_deed']}|"
    "[^ 가-힣]?[가-힣]{1,6}[^ 가-힣]?(?:이?라?면) ?(?:가능|불가|됨|충분|수용)|"
    "부정적|긍정적|거부|보류|맞장구|동조|손사래|반색|난감|"
    "끄덕임|고개 저음|한숨)(?=$|[.,;)])|(?:[은는이가도])? ?" + _SIGN
)
_SIGNED = re.compile(_SIGN)
_WOMAN = re.compile("女|여사|여성|여자|숙녀|小姐")
_MAN = re.compile("男|남성|남자|신사|先生$|おじ|양반")


def heads_a_note_east(before: str, after: str, language: str) -> bool:
    """Return whether somebody described heads a note, with a sign or a stance behind.

    ``language`` is zh, ja or ko.
    """
    if not _OPENS.search(before, max(0, len(before) - _LONGEST_OPENING)):
        return False
    deed = {"zh": _SIGNED, "ja": _JA_DEED, "ko": _KO_DEED}[language]
    return bool(deed.match(after))


def told_of_a_people(
    folded: Folded, start: int, end: int, description: Description
) -> tuple[int, int, Description] | None:
    """Return the span of somebody told by the place at ``start``, and what it says of them.

    None if it is of a people in general, or nobody does anything there.
    """
    text = folded.text
    if pointed := _pointed_at(folded, start, end):
        return *pointed, description
    for who, deed in _readers(text[start]):
        told = who.match(text, end)
        if not told or not deed.match(text, told.end(), sentence(folded, start)[1]):
            continue
        first, _ = sentence(folded, start)
        if not _OPENS.search(text[first:start].lstrip()):
            return None
        gender = _gender(told.group())
        said = description if gender is None else _with(description, gender)
        led = 2 if text[max(first, start - 2) : start] == "来自" else 0
        return start - led, told.end(), said
    return None


def _pointed_at(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of one of a people at whom a word points, and of whom a deed is told."""
    people = _BY_PEOPLE.match(folded.text, end)
    if not people:
        return None
    first, last = sentence(folded, start)
    pointed = _POINTED.search(folded.text[max(first, start - 14) : start].lstrip())
    if not pointed:
        return None
    chinese = pointed["one"] is not None
    told = (
        told_chinese(folded.text, people.end())
        if chinese
        else told_japanese(folded.text, people.end(), last)
    )
    return (start, people.end()) if told else None


def _readers(letter: str) -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    if is_hangul(letter):
        yield _KO_WHO, _KO_DEED
        return
    yield _ZH_WHO, _ZH_DEED
    yield _JA_WHO, _JA_DEED


def _gender(who: str) -> Gender | None:
    if _WOMAN.search(who):
        return Gender.WOMAN
    return Gender.MAN if _MAN.search(who) and who != "の先生" else None


def _with(description: Description, gender: Gender) -> Description:
    return Description(description.territory, description.region, None, None, gender)
