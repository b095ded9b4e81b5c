"""Judges in Chinese, Japanese and Korean whether somebody described was in the room.

There is no article: the particle and the predicate decide. What is told as done, said or
thought points at somebody; what is so or ought to be is said of people of a kind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.met_east import (
    is_doubted_chinese,
    is_met_chinese,
    is_met_japanese,
    is_met_korean,
)
from dialogueprep.domain.identity.described.people_in_notes import heads_a_note_east
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.described.remarks_korean import heads_a_line
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import RoomWords

_LISTS = word_lists("described", "in_the_room_east")

_POINTING = frozenset({"one", "two", "three", "four", "five", "six", "all", "the", "several"})
_OPENS = re.compile(rf"""(?:^|[,.、。;:!?"'「『“(\n|]|{_LISTS["opens"]}) ?$""")
# 作引导发言的, 谈到票价的: what somebody did in the room, before who it was.
_DID_ZH = re.compile(
    "(?:^|[,.、。;:!?]|但|而|并|刚才|最后|首先|最先|上午|下午|昨天|今天|随后)(?!有|没有|写)"
    f"[^,.、。;:的]{{0,4}}?(?:{_LISTS['did_zh']})[^,.、。;:的]{{0,12}}$"
)
_VIEW_ZH = re.compile(f"(?:{_LISTS['view_zh']})(?:也|都|则|主要|正|正是|均)?$")
_VIEW_FROM_ZH = re.compile(f"(?:来自|出自|源自)(?:{_LISTS['view_from_zh']})?$")
_TOLD_ZH = re.compile(
    "[和与](?:其他|其余|另|多数)|[^,.。;的]{0,8}?(?:了|过|没有|未(?!来)|不(?!断|能|得|应|宜|必|"
    "仅|久)|很|较|更|颇|十分|显得|感到|始终|一直|反复|宁[愿可]|急于|打算|无意(?!中|间)|在观望|"
    "改变|比较|把|也|仍)"
)
_TOPIC = re.compile(
    "(?:たち|ら|侧|方)?(?:だけ|のみ|さえ|すら|まで|こそ)?(?:では|には|からは|からも|[はがも、,])"
)
PAST_JA = re.compile(
    "(?:た(?<=[ぁ-ゖ\u4e00-\u9fff]た)(?<!また)|だ(?<=んだ))"
    "(?=[。.、,;)」がとのこ]|$|よう|らし|そう|みたい)"
)
WISH_JA = anywhere("(?:たい|つもりだ|构えだ|构えである)(?=[。、]|$)")
WISH_KO = anywhere("지 않는다|지 못한다|싶어 한다|싶다|셈이다|눈치다")
# How somebody described is called, behind what they are: 課長さん, 准教授の方, 教授（女性）.
_CALLED_JA = re.compile(
    r"(?:さん(?!、[^、。]{1,6}さん|や)|样|の方(?=[はがもか、:→「]|より)(?!が(?:いい|良|よ))|"
    r"\((?:男性|女性|男|女|退役|退任|元职|匿名)\))"
)
_QUOTED_JA = anywhere(f"(?<!必要)(?<!目的)と(?:する|した|し[、,]|{_LISTS['quoted_ja']})")
_TOPIC_KO = re.compile(
    "(?:들|님|측|분)?(?:만|조차|까지|마저)?(?:께서는?|[은는이가도])(?=[^가-힣]|$)|"
    "(?:들|님|측)?(?:만|조차|마저|보다|부터|까지|뿐)(?= )|"
    " 등[은이도](?! [^.]{0,24}(?:쓴|펴낸|지은|발표한|참석|참여|참가|모였|모인))(?= )"
)
_ENDED = "".join(chr(0xAC00 + n) for n in range(20, 11172, 28) if chr(0xAC00 + n) not in "있겠")
PAST_KO = anywhere(
    f"[{_ENDED}](?:다|고|으며|으나|지만|는데|던|습니다|음)|[다라자냐]고(?= |[^가-힣])|"
    "[다라자냐](?:는|던) (?:것|입장|의견|견해|뜻)"
)
# How a sentence ends that tells what people of a kind are wont to do: 기 마련이다, がちである.
_WONT = anywhere(
    f"(?:{_LISTS['wont_ko']}|(?:(?<!た)こと|もの|场合|例)[がも](?:多い|少なくない|ある)|"
    f"{_LISTS['wont_ja']})[。.]?$"
)
_WONT_ZH = re.compile(
    "(?:们)?(?:常(?:说|讲|言)|"
    "[^,。:说认示张求议调为指提谈讲称出持问复呼吁诉警告承诺]{0,4}(?:必须|须|不得)|总是|总会|"
    "总要|"
    "常常|难免|免不了|多半|未必|不一定|历来|从来都?是)"
    "(?![^,。;]*(?:这次|本次|今天|反对|同意|赞成|质疑|不满))"
)


class Around(NamedTuple):
    """What stands before and behind a description in its sentence, and who it says it is."""

    before: str
    after: str
    placed: bool  # it says where somebody comes from, or whether it is a woman
    several: bool
    led: bool = False  # by a clause with 的


class ChineseRoom:
    """Judges in Chinese: a number points; without one, a subject whose deed is told does."""

    def __init__(self, cues: Cues, words: RoomWords) -> None:
        self._cues = cues
        self._mind = cues.lexicon.institutions.mind["zh"]
        self._view = words.view["zh"]
        self._source_before = words.source["zh_before"]
        self._source_after = words.source["zh_after"]
        self._general = words.general["zh"]
        self._general_before = words.general["zh_before"]

    def points(self, phrase: Phrase, around: Around) -> bool:
        """Return whether the description points at somebody in the room."""
        before, after = around.before, around.after
        if _ends(self._general_before, before) or _is_of_a_kind(phrase, after):
            return False
        if heads_a_note_east(before, after, "zh"):
            return True
        if self._cues.han_saying.match(after):
            return True
        if self._general.match(after):
            return False
        if phrase.determiners & _POINTING:
            return True
        come = "link" in phrase.pieces and _VIEW_ZH.search(before)  # 意见来自日本官员
        return bool(come and not after.strip("。.,;、 ")) or self._bare(before, after, around)

    def _bare(self, before: str, after: str, around: Around) -> bool:
        """Return whether a description without a number points at somebody."""
        if after.startswith("的"):
            return bool(self._view.match(after, 1) or is_doubted_chinese(after))
        if _ends(self._source_before, before) and self._source_after.match(after):
            return True
        if is_met_chinese(before, after, self._view):
            return True
        if not after.strip("。.,;、 ") and _VIEW_FROM_ZH.search(before):
            return True
        if not self._deed(around):
            return False
        return bool((around.led and _DID_ZH.search(before)) or _OPENS.search(before))

    def _deed(self, around: Around) -> bool:
        after = around.after
        if not after or not ("\u4e00" <= after[0] <= "\u9fff") or after[0] in "和与或及是等们":
            return False
        if after[0] == "在":
            return around.placed and told_chinese(after, 0)
        told = _TOLD_ZH.match(after) or self._mind.match(after) or told_chinese(after, 0)
        return around.placed or bool(told)


class JapaneseRoom:
    """Judges in Japanese, by the particle and the predicate."""

    def __init__(self, cues: Cues, words: RoomWords) -> None:
        self._cues = cues
        self._mind = cues.lexicon.institutions.mind["ja"]
        self._view = words.view["ja"]
        self._source = words.source["ja_after"]
        self._general = words.general["ja"]

    def points(self, phrase: Phrase, around: Around) -> bool:
        """Return whether the description points at somebody in the room."""
        return not _is_of_a_kind(phrase, around.after) and self._pointed_at(phrase, around)

    def _pointed_at(self, phrase: Phrase, around: Around) -> bool:
        called = _CALLED_JA.match(around.after)
        after = around.after[called.end() :] if called else around.after
        told = self._told(after)
        if heads_a_note_east(around.before, after, "ja") and not self._general.search(after):
            return True
        if after.startswith("の") and self._view.match(after, 1):
            return True
        if self._source.match(after):
            return told or around.placed or not self._general.search(after)
        if is_met_japanese(around.before, after):
            return True
        if phrase.determiners & _POINTING:
            return not self._general.search(after) or told
        return bool(_TOPIC.match(after)) and told

    def _told(self, after: str) -> bool:
        """Return whether the predicate tells a deed, or a view."""
        quoted = _QUOTED_JA.search(after)
        if quoted and after.startswith("が") and self._general.search(after, 0, quoted.start()):
            return False
        if self._general.search(after) and not _QUOTED_JA.search(after):
            return bool(self._cues.anywhere_saying.search(after))
        return bool(
            PAST_JA.search(after)
            or self._mind.search(after)
            or WISH_JA.search(after)
            or _QUOTED_JA.search(after)
            or self._cues.anywhere_saying.search(after)
        )


class KoreanRoom:
    """Judges in Korean, by the particle and the predicate."""

    def __init__(self, cues: Cues, words: RoomWords) -> None:
        self._cues = cues
        self._mind = cues.lexicon.institutions.mind["ko"]
        self._view = words.view["ko"]
        self._source = words.source["ko_after"]
        self._general = words.general["ko"]

    def points(self, phrase: Phrase, around: Around) -> bool:
        """Return whether the description points at somebody in the room."""
        return not _is_of_a_kind(phrase, around.after) and self._pointed_at(phrase, around)

    def _pointed_at(self, phrase: Phrase, around: Around) -> bool:
        after = around.after
        told = self._told(after)
        if heads_a_note_east(around.before, after, "ko") and not self._general.search(after):
            return True
        if heads_a_line(around.before, after):
            return True
        if owned := re.match("(?:들|측)?의 ", after):
            return bool(self._view.match(after, owned.end()))
        if self._source.match(after.lstrip()) or is_met_korean(around.before, after):
            return True
        if phrase.determiners & _POINTING:
            return told or not self._general.search(after)
        return bool(_TOPIC_KO.match(after)) and told

    def _told(self, after: str) -> bool:
        said = (
            PAST_KO.search(after)
            or self._mind.search(after)
            or WISH_KO.search(after)
            or self._cues.anywhere_saying.search(after)
        )
        return bool(said) and not (self._general.search(after) and not said)


def _is_of_a_kind(phrase: Phrase, after: str) -> bool:
    """Return whether people whom nothing points at are said to be wont to do something."""
    if not phrase.determiners <= {"several"}:
        return False
    return bool(_WONT_ZH.match(after) or _WONT.search(after) or _OUGHT_KO.match(after))


# 교수, 관료가 고루 참여하여야 한다는 의견이 있었다: whoever they are, of whom somebody holds it.
_OUGHT_KO = re.compile(
    "(?:들)?(?:[은는]? ?물론|[이가을를도과와에께] [^.,]{0,40}?(?:야 (?:한다|된다)|할 필요가 있다|"
    "기를 바란다|도록 [^.,]{0,16}하다)(?:는|던) (?:데|의견|지적|견해|제안|논의|목소리|주장|인식)"
    "[이가도에] ?(?:의견|공감|있|나왔|나옴|제시|제기|많|우세|모|이어|뜻))"
)


def _ends(pattern: re.Pattern[str], before: str) -> bool:
    return any(m.end() == len(before) for m in pattern.finditer(before))
