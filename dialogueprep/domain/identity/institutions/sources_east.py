"""Judges in Chinese, Japanese and Korean whether an institution is the source of a view.

The predicate decides, not the particle: what is told as done is somebody's deed, unless it is
what institutions do as such.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.in_the_room_east import PAST_JA, PAST_KO, WISH_KO
from dialogueprep.domain.identity.described.met_east import (
    is_met_chinese,
    is_met_japanese,
    is_met_korean,
)
from dialogueprep.domain.identity.lexicon import Institutions
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import RoomWords

_LISTS = word_lists("institutions", "sources_east")

_ZH_SIDE = re.compile("^(?:那边|这边|那方面|方面|一方)(?=的)")
_ZH_ADVERB = re.compile(f"(?:{_LISTS['zh_adverb']})*")
_ZH_OTHERS = re.compile("(?:和|与|以及|同|及)[^,。;]{1,16}?(?=[反赞支同不也都均认表主])")
_ZH_DEED = re.compile(f"[^,。;、]{{0,10}}?(?:{_LISTS['zh_deed']})")
_ZH_NO_DEED = re.compile(
    "[是为有位于设在将应须需能及等、,。的内里外上下前旁附近]|离(?![开席场])|可(?!惜)|与|和|大楼|"
    "会议室"
)
_ZH_PERSON = re.compile(
    "(?:派来|来|派出|出席|到会|与会)的(?:人|那[位个]|代表|同事|专家|学者)|的(?:人|那[位个]|"
    "来人)(?![员才力数民文物事工口])"
)
_ZH_SAYS = re.compile("说|问|笑|摇|点头|叹|皱眉|不|认为|反对|同意|赞成|表示|提")
_ZH_FIGURES = re.compile(
    "的(?:数字|数据|结论|算法|说法|方案|文本)[^,。;]{0,6}(?:受到|遭到|引起|引来|招来|引发|"
    "被)[^,。;]{0,4}(?:质疑|批评|争议|怀疑|反对|追问)"
)
_ZH_CLAUSE = re.compile("[^,。;]*")
_ZH_PLACED = (
    "由",
    "从",
    "向",
    "给",
    "请",
    "访问",
    "参观",
    "感谢",
    "讨论",
    "建议",
    "呼吁",
    "在",
    "到",
    "于",
    "对",
    "对于",
    "为",
    "前往",
    "联系",
)
_JA_TOPIC = re.compile(
    "(?:など|ほか)?(?:だけ|のみ|さえ|すら|までも?|ばかり|自身)?(?:[はがも、]|では)"
)
_JA_FIGURES = re.compile(
    "の(?:数字|数値|でーた|试算|结论|统计)[には]?[^。]{0,6}(?:疑问|疑念|异论|批判|异议|反论)"
)
_JA_FOUNDED = re.compile(
    "[はが](?:[^。、]{0,10}(?:法律|条约|法|年に?|政府|省)[^。、]{0,6})?(?:で|により|によって|"
    "に)?(?:设け|设立|创设|置)(?:られ|され)"
)
# What others say of it: 大学には人手が足りないとの意見.
_JA_SAID_OF = re.compile("には?[^。]{0,24}(?:との|という)(?:意见|声|指摘|提案|质问|议论)")
_JA_VOICE = re.compile("(?:声|意见|疑问|异论|反论|不满|悬念|惧念|批判|指摘|注文|要望)(?:は|が|も)$")
_JA_SHOWN = re.compile(
    "(?:から|より)[は、]?[^。、]{0,12}(?:资料|でーた|数字|试算|案|图|回答|反证)が(?:示さ|绍介さ|"
    "出さ|提示さ|寄せ|披露さ)"
)
_JA_WISH = re.compile("(?:ない|たい|つもりだ|构えだ|构えである)(?=[。、]|$)")
_JA_QUOTED = re.compile(
    "(?:意向|考え|方针|意思|姿势|见通し|立场|用意がある(?:こと)?)を(?:示|明らか|表明|述べ|传え|"
    "强调|固め)|"
    "(?<!目的)と(?:した|する(?=[。、]|$)|述べ|主张|指摘|说明|み[るた]|见|考え|言|いう|"
    "の(?:立场|意见|见解|考え))|(?<=[だいるたんうか])と(?![はもの、])[^、。の]{1,8}(?:た|"
    "ている)(?=[。、]|$)"
)
_JA_NOUN, _KO_NOUN = "をはがのにもとへ", "을를의이가은는에"  # behind the noun of what is done
_KO_TOPIC = re.compile(
    "(?:만이?|조차|까지|마저|뿐)?[은는이가도](?=[^가-힣]|$)|(?:만|조차|까지|마저)(?= )"
)
# What others say that it ought to do: 연구소가 맡는 것이 바람직하다는 의견, 大学が担うべきだとの声.
_KO_FIGURES = re.compile(
    "의 (?:수치|숫자|자료|계산|추산|결론|통계)에 [^.]{0,8}(?:의문|이의|비판|의심|반론)"
)
_KO_VOICE = re.compile(
    "(?:목소리|의견|의문|이의|반론|불만|우려|비판|지적|주문|요구)[은는이가도] ?$"
)
_KO_THINGS = re.compile(
    "[이가] (?:[0-9]{4}년에? |지난해 )?(?:낸|펴낸|발표한|발간한) (?:보고서|논문|자료|통계|책|연보)|"
    "의 (?:보고서|자료집?|연보|책자|통계)[은는이가] [^.]{0,10}(?:배포|공개|발간|놓|비치|전시|"
    "인용|게재)|의 (?:직원|정원|예산|건물|청사)[은는이가] [^.]{0,12}(?:명|원|층|곳|크|작|많|적)|"
    "[이가] (?:그린|엮은|지은|만든|찍은|펴낸|세운) [^.,]{1,10}[이가은는을를] [^.]{0,10}(?:걸려|"
    "인용|전시|배포|소개|쓰|놓|참고)"
)
_KO_OUGHT = re.compile("[이가] [^.]{0,30}?(?:바람직하|해야 한|되어야 한|맡아야 한|좋겠)다는")
_JA_OUGHT = re.compile(
    "が[^。、]{0,24}?(?:べき|望ましい|必要)(?:だ|である)?との(?:意见|声|提案|见方)"
)
# What it published or made, and others used: 大学が刊行した統計集を参考資料とした.
_JA_MADE = re.compile(
    "[がの](?:昨年|去年|今年|[0-9]+年に?)?(?:描い|编ん|作っ|まとめ|造っ|建て|出し|撮っ)た"
    "[^、。がは]{1,10}(?:[をがはも][^。]{0,14}(?:引用|参考|挂|展示|配|绍介|使|用い|置かれ|"
    "示され)|が挂)|"
    "[がの](?:昨年|去年|今年|[0-9]+年に?)?(?:刊行|发行|公表|出版|作成|编集|编纂|提供|公开|"
    "集计|配布|まとめ)(?:し|され)?た"
    "[^、。がは]{1,14}[をはがに](?:参考|资料|引用|用い|使|基に|もとに|添付|配|绍介|回览|もと)"
)
_KO_MADE = re.compile(
    "[이가] (?:지난해 |작년에? |올해 |[0-9]{4}년에? )?(?:발간|발행|펴|출간|공표|작성|제공|공개|"
    "집계|"
    "배포)(?:한|낸|된) "
    "[^.,]{1,14}?[를을은는이가에](?:서)? (?:참고|자료|인용|따|사용|활용|첨부|배포|소개|쓰)"
)
_KO_QUOTED = re.compile("[다라자냐]고 |(?:다는|자는|라는) (?:입장|의견|견해)")


class ChineseSources:
    """Judges institutions in Chinese."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["zh"], tables.mind["zh"]
        self._view = room.view["zh"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        after = _ZH_SIDE.sub("", after)
        if person := _ZH_PERSON.match(after):
            rest = after[person.end() :]
            return bool(_ZH_SAYS.match(rest) or self._deed(rest, rest))
        if after.startswith("的"):
            if "感谢" in after or "谢意" in after or "致谢" in after or before.endswith("感谢"):
                return False
            viewed = self._view.match(after, 1) and not re.match("的报告书?(?:已|由|刊)", after)
            return bool(viewed or _ZH_FIGURES.match(after))
        if is_met_chinese(before, after, self._view):
            return not self._acts.search(before[-16:])
        return not before.endswith(_ZH_PLACED) and self._told(after)

    def _told(self, after: str) -> bool:
        joined = _ZH_OTHERS.match(after)
        rest = after[joined.end() :] if joined else after
        adverb = _ZH_ADVERB.match(rest)
        return self._deed(rest[adverb.end() :] if adverb else rest, rest)

    def _deed(self, rest: str, whole: str) -> bool:
        clause = _ZH_CLAUSE.match(rest)
        told = clause.group() if clause else ""
        if self._mind.match(rest) or self._cues.han_saying.match(rest):
            return not self._acts.match(rest)
        if self._acts.search(told) or _ZH_NO_DEED.match(rest):
            return False
        return rest != whole or bool(_ZH_DEED.match(told))


class JapaneseSources:
    """Judges institutions in Japanese."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["ja"], tables.mind["ja"]
        self._view = room.view["ja"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        if _JA_FOUNDED.match(after) or _JA_SAID_OF.match(after):
            return False
        if after.startswith("の"):
            viewed = self._view.match(after, 1) and not re.match("の(?:报告书|案内)", after)
            return bool(viewed or _JA_FIGURES.match(after))
        if re.match("から|より", after):
            viewed = self._view.search(after[:24]) or _JA_VOICE.search(before)
            shown = _JA_SHOWN.match(after)
            return bool(shown or (viewed and not self._acts.search(after)))
        if is_met_japanese(before, after):
            return not self._acts.search(before[-24:])
        topic = _JA_TOPIC.match(after)
        if topic and topic.group().endswith("では"):
            return bool(self._mind.search(after)) and not self._acts.search(after)
        return bool(topic) and self._deed(after)

    def _deed(self, after: str) -> bool:
        quoted = _JA_QUOTED.search(after)
        if _JA_OUGHT.match(after) or _JA_MADE.match(after):
            return False
        if not quoted and (
            _done(self._acts, after, _JA_NOUN) or re.search("べき|必要が|望まれ|求められ", after)
        ):
            return False
        told = PAST_JA.search(after) or self._mind.search(after) or _JA_WISH.search(after)
        return bool(quoted or told or self._cues.anywhere_saying.search(after))


class KoreanSources:
    """Judges institutions in Korean."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["ko"], tables.mind["ko"]
        self._view = room.view["ko"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        if _KO_FIGURES.match(after) or (after.startswith("에서") and _KO_VOICE.search(before)):
            return True
        if _KO_THINGS.match(after):
            return False
        if owned := re.match("의 ?| (?=입장|의견|생각|주장|제안|견해)", after):
            return bool(self._view.match(after, owned.end()))
        if after.startswith("에서"):
            told = self._view.search(after[:24]) or self._mind.search(after)
            return bool(told) and not self._acts.search(after)
        if is_met_korean(before, after):
            return not self._acts.search(before[-24:])
        return bool(_KO_TOPIC.match(after)) and self._deed(after)

    def _deed(self, after: str) -> bool:
        quoted = _KO_QUOTED.search(after)
        if _KO_OUGHT.match(after) or _KO_MADE.match(after):
            return False
        if not quoted and (
            _done(self._acts, after, _KO_NOUN) or re.search("해야|되어야|필요가 있|바람직", after)
        ):
            return False
        told = PAST_KO.search(after) or self._mind.search(after) or WISH_KO.search(after)
        return bool(quoted or told or self._cues.anywhere_saying.search(after))


def _done(acts: re.Pattern[str], told: str, nouns: str) -> bool:
    """Return whether what institutions do is the predicate, not what is spoken of."""
    return any(
        told[m.end() : m.end() + 1] not in nouns or m.end() == len(told)
        for m in acts.finditer(told)
    )
