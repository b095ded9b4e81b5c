"""Shows, in Japanese, that what is told of an officer is how a meeting was run.

Something of the meeting and what is done to it: the floor, the item, the list, the draft, thanks;
what was announced or asked for is of its time, place and rules. A view is not read here. Folded.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "running_japanese")

_THING = (
    f"(?:{_LISTS['thing_people']}|第?[一二三四五0-9]*(?:日目|部|议题|の部)|"
    f"{_LISTS['thing_parts']}|次回(?:会合)?(?:の(?:日程|会场|日取り|期日))?|"
    f"{_LISTS['thing_thanks']})"
)

_DO = f"(?:{_LISTS['do']})"

_END = "[ぁ-ゖ]{0,7}"

_QUANT = (
    "(?:[0-9一二三四五六七八九十]+(?:分|つ|人|名|点|段落|班|回|时|度)(?:半)?(?:间|以内|"
    "程度|ずつ|ほど|余り)?(?:に|で|と|の)?)?"
)

_FACT = (
    "(?:(?:これ以上の?|他に|ほかに|さらなる)?(?:发言|质问|异议|意见|修正)(?:者|希望)?(?:が|"
    "は)?(?:ない|なかった|出なかった|尽きた)|"
    "(?:时间|预定の时间|刻限)(?:が|に)(?:残り少ない|限られている|来た|なった|迫っている|达した)|"
    "(?:概要|要约|记录|议事录|报告书?|まとめ)(?:案)?(?:に|では|は)[^、。]{0,12}(?:氏名|"
    "名前|发言者名?|实名|国名)?を?[^、。]{0,4}(?:记さない|载せない|残さない|伏せる|出さない)|"
    f"[^、。]{{0,16}}(?:{_LISTS['fact_meetings']})(?:は|が|も|"
    f"を)[^、。]{{0,16}}(?:{_LISTS['fact_done']}))"
)

_BEFORE = (
    "(?:[^。、が]{0,12}について)?(?:(?:时间|日程|会场)の(?:都合|关系|制约)(?:により|から|"
    "で|上))?(?:[^。、のが]{0,18}(?:に|で|から|は|を|へ|て)"
    f")?(?:(?:本|今|次|全)?(?:{_LISTS['before']}|[0-9一二三四五六]+(?:人|名|件|つ)|全参加者|"
    "各参加者)の?)*"
)

_ACT = (
    _BEFORE
    + _THING
    + "(?:と"
    + _THING
    + ")?(?:を(?:[^。、がをと]{0,6}まとめて|[^。、がをとよこ]{0,10}?)|(?:に|へ|から|"
    "で)[^。、がをとよこ]{0,12}?)" + _DO + _END + "|"
    "[^。、が]{0,14}(?:谢意|感谢(?:の意|の言叶)?|欢迎の(?:意|言叶|辞)|谢辞|挨拶|闭会の辞|"
    "开会の辞|お礼)を述べ" + _END + "|"
    "(?:翌日|翌朝|后日|会合后|终了后|直ちに|その场で)?(?:に)?(?:配布|送付|回览|共有|闭会|"
    "散会|再开|开会)し?[ぁ-ゖ]{0,3}|(?:开会|闭会|散会|休憩|再开)を宣言|"
    + _THING
    + "(?:を|に|は|も)"
    + _QUANT
    + "[^。、]{0,8}?(?:とし|とする|に限|に绞|までと|ずつ)"
    + _END
    + "|"
    "(?:各|全|次の)?(?:发言者|发表者|参加者|讨论者|报告者|出席者)"
    f"に[^。、]{{0,18}}(?:{_LISTS['act_verbs']})(?:よう|こと)[をに]?(?:促|求|愿|呼びかけ|依赖|传)"
    + _END
    + f"|[^。、]{{0,16}}(?:を)?(?:{_LISTS['act_asked']})(?:よう|こと)[をに]?(?:促|求|愿|"
    "呼びかけ|依赖|传|案内|要请|注意)"
    + _END
    + "|"
    + _FACT
    + "(?:こと|旨|の)を?(?:参加者に|全员に|一同に)?(?:改めて|再度)?(?:确认|告げ|知らせ|传え|"
    "报告|说明|案内|发表|述べ|想起|通知|周知)" + _END + "|"
    "[^。、]{0,20}(?:の条件|の规则|のるーる)(?:の下|のもと)で(?:会合|会议|议论|"
    "对话)が?[^。、]{0,8}(?:こと|旨)を(?:想起|确认|说明|告げ|传え|述べ)" + _END + "|"
    "(?:冒头|最后|续い|续け|始め|初め|次い|闭会|开会|终わり|会合|会议|休憩)(?:に|で|て|"
    "にあたり|に当たり|に际し|に先立ち|の冒头|の最后に|の后|を挟んで)*|"
    "[^。、]{0,4}(?:休憩|昼食|质疑|发表|挨拶|夕食)の(?:后|あと)に?|"
    "[^。、が]{0,16}の劳をねぎら[ぁ-ゖ]{1,3}|顺に(?:确认|发言|读み上げ|"
    "绍介)し?[ぁ-ゖ]{0,2}|"
    "(?:续いて|次いで)?[^。、]{0,6}(?:参加者|出席者)(?:が|は)(?:顺に)?(?:自己绍介|发言|"
    "着席)(?:を行|し)[ぁ-ゖ]{1,4}|"
    "(?:定刻|预定通り|预定どおり|时间通り|[0-9一二三四五六七八九十]+时[^。、]{0,4})(?:に)?|"
    "(?:时间|日程|会场)の(?:都合|关系|制约)(?:により|から|で|上)|"
    "(?:その)?(?:昼食|休憩|散会|闭会|自由讨议|质疑|第[一二三四五]议题|次の议题|起草|"
    "采择)(?:となった|に入った|に移った|へ移った|とした|に移る|に入る)|"
    "[^。、]{0,4}?(?:异议なく|全会一致で)" + "(?:采择|了承|承认)" + _END + "|"
    "参加者の合意を示すものでは[ぁ-ゖ]{0,4}"
)

_LED = (
    "(?:の)?(?:简单な|短い|冒头の)?(?:求め|提案|依赖|招き|合图|呼びかけ|案内)(?:に应じ|"
    "により|で|を受け)て?[、,]|の(?:司会|进行|指名|主宰|议事进行)(?:により|で|の下で?|"
    "のもとで?)[、,]|"
    "(?:の|による)(?:开会|闭会|欢迎|冒头)(?:の)?(?:挨拶|あいさつ|の辞|辞|发言|"
    "宣言)(?:に续き|に续いて|の后|のあと|をもって|で|を受けて)[、,]?"
)

_THEN = (
    f"[^。]{{0,28}}(?:が|は|を)(?:[^。]{{0,16}}(?:を|に|へ))?(?:{_LISTS['then']})[ぁ-ゖ]{{0,4}}|"
    "[^。]{0,10}议题[にへ](?:入|移)っ?[ぁ-ゖ]{0,3}"
)

_FROM = (
    f"(?:から|より)(?:は)?[、,]?[^。]{{0,24}}(?:{_LISTS['matters_of_the_day']})[^。]{{0,16}}"
    "(?:案内|说明|绍介|报告|连络|知らせ|挨拶|依赖|注意|要请|确认)(?:が|も)(?:あった|"
    "なされた|行われた|示された)"
)

_BY = (
    "(?:の|による)(?:要约|总括|まとめ|概要)は[、,]?参加者の(?:合意|总意|见解)を(?:示す|"
    "代表する|表す)もの?では[ぁ-ゖ]{0,5}|による(?:[^。]{0,4})(?:概要|要约|要旨|记录|まとめ|"
    "草案|总括)(?:の?案)?(?:は|が)[^。]{0,24}(?:送付|配布|回览|共有|公表|提出|公开|"
    "揭载)(?:され|する|し)[ぁ-ゖ]{0,4}"
)

_VIEW = _LISTS["view"]

_CLAUSES = re.compile("[、,]|(?<=[しちりきみいえけせてめれげべねび])、?(?:て|し)[、,]|そして")
_RUN = re.compile(_ACT)
_LEADING = re.compile(_LED)
_FOLLOWS = re.compile(_THEN)
_TOLD_FROM = re.compile(_FROM)
_TEXT_BY = re.compile(_BY)
_VIEWED = re.compile(_VIEW)
_MINUTES = re.compile(_LISTS["minutes"])
_ASKED = re.compile(
    "に(?:发言|回答|报告|说明|まいく|发言权)を(?:求め|促し|依赖し|渡し|与え)|を绍介し|の(?:略历|"
    "绍介)を"
)
_CHAIRED = re.compile("を?(?:务め|担当し|引き受け)(?:た|る|ている)?(?=$|[。、.,])")
_OF_A_STATE = re.compile("首相|大统领|总理|国家主席|大臣|外相|阁僚|首脑|国王|议会|国连|长官")
_PARTICLE = re.compile("(?:は|が|も|からは|より)[、,]?")


def is_running_japanese(rest: str) -> bool:
    """Return whether what stands behind an officer in a sentence is how the meeting was run."""
    if _VIEWED.search(rest):
        return False
    if _TOLD_FROM.fullmatch(rest) or _TEXT_BY.fullmatch(rest):
        return True
    led = _LEADING.match(rest)
    if led:
        rest = rest[led.end() :]
        return bool(_FOLLOWS.fullmatch(rest)) or _all_run(rest)
    at = _PARTICLE.match(rest)
    told = rest[at.end() :] if at else rest.removeprefix("の")
    return bool(at or rest.startswith(("の", "、"))) and _all_run(told)


def is_keeping_minutes(rest: str) -> bool:
    """Return whether who reports only writes down, reads back or sends round what was said."""
    return bool(_MINUTES.search(rest)) and is_running_japanese(rest)


def is_asked_to_speak(after: str) -> bool:
    """Return whether somebody is only introduced or given the floor: 発表者に発言を求めた."""
    return bool(_ASKED.match(after))


def chairs_elsewhere(before: str, after: str) -> bool:
    """Return whether a head of a state is told to have chaired another meeting."""
    return bool(_CHAIRED.match(after) and _OF_A_STATE.search(before))


def _all_run(told: str) -> bool:
    parts = [part for part in _CLAUSES.split(told) if part]
    return bool(parts) and all(_RUN.fullmatch(part) for part in parts)
