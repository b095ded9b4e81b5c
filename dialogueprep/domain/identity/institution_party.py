"""Reads an institution as one of the parties at the table from what stands right beside it.

"the gap between Qingluan and Tanjong", 谁也说服不了白鹭流域委员会, 水産調整局に遠慮して,
댐운영국을 달래는 데: that it has a view of its own is told with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

# Whom nobody could move, and who took an hour to come round.
_WORKED_ON = re.compile(
    r"(?:nobody|no one|none|not|never|to|could|couldn't|would|might|finally|eventually|"
    r"hard|managed) (?:[a-z]+ )?(?:move|budge|sway|shift|win|corner|placate|appease|satisfy|please|"
    r"shake|nudge|coax|talk|convince|persuade|bring|press|reassure|soothe|turn) (?:the |our )?$|"
    r"(?:took|cost|left|found|kept|saw|caught|got) (?:the |our )?$"
)
_WORKED_TO = re.compile(
    r" (?:on|round|around|over|off|along|[a-z-]+ (?:hours?|minutes?|while|moment|morning|"
    r"evening) to|alone|out in the cold|isolated|guessing|cold|speechless)(?![a-z])|$|[,.;:]"
)
_BETWEEN = re.compile(
    r"(?:gap|rift|split|quarrel|row|dispute|differences?|distance|tensions?|exchange|"
    r"compromise|bargain|common ground|back and forth|clash|argument|debate|disagreement|duel|"
    r"truce|daylight|bad blood|to and fro) between (?:the )?(?:[^.;,]{1,60} and (?:the )?)?$"
)
_OWN = re.compile(
    r"'s? (?:[a-z]+ )?(?:numbers?|figures?|data|estimates?|slides?|charts?|tables?|model|maps?|"
    r"drafts?|text|paper|amendments?|edits|version|wording|arithmetic|forecast|curves?|paragraph|"
    r"clause|footnote|example|silence|vote|veto|red lines?|people|two|pair) "
    r"(?:(?:was|were) (?:the (?:only|last|first)|too |not |hardly |never |attacked|doubted|"
    r"questioned|praised|challenged|disputed)|did not|didn't|got |drew |came in|looked|had no|"
    r"made (?:no|sense)|failed|won (?:no|few|some|most)|raised|left|surprised|convinced|pleased|"
    r"annoyed|fell flat|went down|went nowhere|held|prevailed|carried)(?![a-z])|"
    r"(?:'s)? (?:language|wording|handwriting|phrasing|thinking)(?= ?(?:$|[.,;)]| (?:on|about) ))"
)


class _Beside(NamedTuple):
    before: str
    after: str


_ZH = (
    _Beside(
        "(?:说服|打动|安抚|劝动|劝住|动摇|撬动|逼|惹恼|得罪|触怒|孤立|绕过|拗不过|说动|难倒|"
        "问住|堵住|顶住)"
        "(?:不?了|得了|过)?$",
        "",
    ),
    _Beside("", "[与和跟同][^,。;的]{2,16}(?:之间|间)?的(?:{parted})"),
    _Beside("[与和跟同]$", "(?:之间|间)?的(?:{parted})"),
    _Beside(
        "(?:应|经|在|因|由于|迫于|拗不过|看|顾及|碍于)$",
        "的?(?:一再|再三|强烈|反复|坚决)?(?:要求|请求|坚持|压力|反对|抵制|提议|追问|脸色|劝说|"
        "质疑|面子)",
    ),
    _Beside(
        "(?:是|乃|出自|出于)$",
        "(?:[用先最又自]{0,2}[^,。;的]{0,5}(?:加|写|改|提(?!供)|删|塞|坚持|主张|反对|要(?!求)|"
        "起草|拟|拦|否|画|添|"
        "插|挑)[^,。;的]{0,5}的|的(?:主意|意思|手笔|底线|杰作|说法|想法|立场|原话|话|要求|看法|"
        "提法|版本|草案|"
        "措辞|点子|建议))",
    ),
    _Beside("", "(?:那头|那一头|那一侧|那一桌|那几位|那两位|这一票|的一票)"),
)
_ZH_PARTED = (
    "分歧|裂痕|差距|争论|争执|拉锯|较量|交锋|隔阂|矛盾|默契|交易|妥协|不同(?:看|意|想|立)|口水"
)
_JA = (
    _Beside(
        "",
        "に(?:は|も|まで)?(?:遠慮|配慮|押され|押し切|譲|折れ|気を遣|気兼ね|忖度|気圧|詰め寄|"
        "かみつ|噛みつ|反発|"
        "不満|異論|言わせ|すれば|してみれ|合わせて)",
    ),
    _Beside(
        "",
        "を(?:説き伏せ|説得|なだめ|宥め|口説|動か|折れさせ|納得|黙らせ|怒ら|喜ば|驚か|困らせ|"
        "困惑|失望|満足|孤立|"
        "味方|巻き込|抑え込|説いて|引き込|刺激)",
    ),
    _Beside("", "から(?:する|見る|みる|見れ|みれ|言わせ|すれ)"),
    _Beside("", "と[^、。]{2,18}の(?:{parted})"),
    _Beside("と$", "の(?:{parted})"),
    _Beside("", "(?:発(?:の|で|という)|流の|寄りの|色が|任せ|頼み|待ち(?=。|、|$))"),
    _Beside(
        "",
        "の(?:持ち込み|発案|一言|抵抗|横槍|横やり|顔色|機嫌|本音|肝煎り|意向|反発|反対|主張|腹|"
        "入れ知恵|差し金|"
        "言い分|こだわり|固執|面々|人たち|陣営|出方|懸念|沈黙|ため息|苦笑|一声|要求|注文|提起|"
        "主導|解釈|読み|"
        "計算では|試算では|見立て|感触|論法|論理|立場|理屈|頑張り|強硬)",
    ),
    _Beside("", "さん(?:[はがもの、]|から|に)"),
    _Beside(
        "^$",
        "、[^。、]{0,20}(?:持ち帰り|要?検討|保留|了解|了承|合意|却下|否定|要?確認|確認中|様子見|"
        "難しい|無理|不可|"
        "条件付き|譲らず)(?:とのこと|中)?$",
    ),
)
_JA_PARTED = (
    "溝|隔たり|対立|応酬|やりとり|綱引き|駆け引き|取引|食い違い|不一致|意見の差|温度差|立場の"
)
_KO = (
    _Beside(
        "",
        "[을를] (?:움직이|달래|설득|꺾|구슬리|구슬려|납득|안심|놀라|화나|기쁘|실망|만족|난처|"
        "고립|끌어들|"
        "누그러|어르|압박|몰아|자극)",
    ),
    _Beside(
        "",
        "의 (?:눈치|한마디|고집|저항|입김|체면|속내|본심|등쌀|반대|반발|뜻|작품|주문|훈수|불만|"
        "침묵|표정|논리|"
        "해석|추산|셈법|심기|으름장|주도로|발의|이의|우려|의중|한숨|요구로|제안으로)",
    ),
    _Beside("", "(?:발|표|식) [가-힣]| (?:작품|얘기|말로는|몫)(?=[은는이가도으로. ,]|$)"),
    _Beside("", "[과와] [^.,]{2,16}의 (?:{parted})"),
    _Beside("[과와] $", "의 (?:{parted})"),
    _Beside("", "[이가] (?:보기에|볼 때)"),
    _Beside(
        "^$",
        ", [^.,]{2,24}(?:보류|검토|확인|유보|불가|반대|찬성|동의|[다라자]고|겠다고|모름|없음|"
        "있음)$",
    ),
)
_KO_PARTED = "간격|거리|골이|골은|대립|신경전|설전|차이|이견|온도 차|줄다리기|공방|말싸움|입장 차"


def is_party(before: str, after: str) -> bool:
    """Return whether an English sentence tells of an institution as one of the parties."""
    if _BETWEEN.search(before) or _OWN.match(after):
        return True
    return bool(_WORKED_ON.search(before) and _WORKED_TO.match(after))


class PartyEast:
    """The patterns of one language of the east, folded as the text is."""

    def __init__(self, language: str, plain: Callable[[str], str]) -> None:
        pairs, parted = _EAST[language]
        self._pairs = [
            (_folded(before, plain), _folded(after.replace("{parted}", parted), plain))
            for before, after in pairs
        ]

    def is_party(self, before: str, after: str) -> bool:
        """Return whether a sentence tells of an institution as one of the parties."""
        return any(it.match(after) and led.search(before) for led, it in self._pairs)


_EAST = {"zh": (_ZH, _ZH_PARTED), "ja": (_JA, _JA_PARTED), "ko": (_KO, _KO_PARTED)}


def _folded(pattern: str, plain: Callable[[str], str]) -> re.Pattern[str]:
    return re.compile("".join(c if c.isascii() else plain(c) for c in pattern))
