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


# In notes without more: X to redraft, X? not convinced, X & co.
_NOTED = re.compile(
    r" to (?:table|redraft|draft|revise|circulate|check|confirm|come back|reconsider|consult|"
    r"propose|clarify|look into|report back|think it over|sleep on it)(?![a-z])|"
    r" ?\? ?(?:not|no|yes|unclear|silent|maybe|still|undecided)(?![a-z])|"
    r",? (?:ok|fine|no|yes) (?:if|unless|but|only if|provided)(?![a-z])"
)
_WILLING = re.compile(
    r"(?: (?:&|and) co(?![a-z])|"
    r" (?:would|will) have none of it|"
    r" (?:will|would|has|have|had) (?:[a-z]+ly )?(?:come|came) (?:round|around|on board)|"
    r" (?:will|would|may|might) (?:share|circulate|check|revise|redraft|reconsider|consult|"
    r"come back|"
    r"think it over|push|insist|object|support|oppose|resist|sign(?! in)|look at it|"
    r"ask its)(?![a-z])|"
    r",? (?:is|was) (?:prepared|ready|willing|unable|unwilling|determined|inclined)"
    r"(?:,[^,.]{3,30},)? to (?!host|print|publish|lend|fund|provide|supply|receive|open)(?=[a-z])|"
    r"'s? (?:preferred|favou?rite|favou?red|stated|declared) (?:[a-z]+ )?(?:option|choice|solution|"
    r"wording|date|idea|outcome|course)(?![a-z]))"
)
_LED = re.compile(
    r"(?:figure|number|estimate|idea|phrase|proposal|wording|claim|argument|remark|point|"
    r"suggestion|"
    r"objection|clause|footnote|date)s? [a-z0-9 ]{0,24}?(?:goes|go|went|dates?|traces?|is owed|"
    r"was owed|is due|was due|is attributed|was attributed|belongs?|"
    r"belonged) (?:back )?to (?:the )?$|"
    r"(?:were up to|was left to|were left to) (?:the )?$|"
    r"(?:^|[.,;:(] ?)(?:pressed|pushed|urged|prodded|pestered|challenged|contradicted|corrected|"
    r"interrupted|seconded|joined|echoed) by (?:the )?$|"
    r"(?:disagreement|argument|quarrel|trouble|row|tension|dispute|friction)s? with (?:the )?$|"
    r"(?:nothing|something|little|not much|no word) (?:new |more |else )?from (?:the )?$"
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
    _Beside(
        "",
        "(?:一口(?:回绝|咬定|答应)|还是(?:老|那)|再(?:考虑|想|议|看看|商量)|有备而来|"
        "牵头(?:反对|赞成|发难)|"
        "带头|的(?:首选|底牌|要价|红线|算盘|小算盘|本意))",
    ),
    _Beside(
        "",
        "(?:最|只|真正|所)?(?:关心|在意|担心|看重|想要|要|介意|反感|坚持|强调|不满|纠结|操心)的"
        "(?:是|只是|正是|倒是)",
    ),
    _Beside(
        "(?:说法|意见|想法|提议|担忧|主张|反对|质疑|话|声音)(?:都|多|主要|正是)?(?:出自|源自|"
        "来自)$",
        "(?:$|[,。;之])",
    ),
    _Beside(
        "来自$",
        "的(?!资料|数据|报告|邀请|消息|支持|资金|资助|产品|船|统计|材料|论文|图|照片|信|书)",
    ),
    _Beside(
        "[(](?:如|例如|特别是|尤其是|主要是)$",
        "[^)]{0,20}[)][^。]{0,6}(?:希望|反对|主张|认为|担心|要求|赞成|支持|同意|不)",
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
    _Beside(
        "",
        "(?:は異[議存論]なし|の(?:第一希望|本命|配った|出した案|求める|言う|望む|嫌う|気にする)|"
        "が(?:欲しい|気にする|求める|望む|嫌う|恐れる|こだわる|心配する|懸念する|重視する|"
        "問題にする)(?:の|もの|点))",
    ),
    _Beside(
        "",
        "は[^。、]{1,14}(?:不要|必要|反対|賛成|慎重|容認|先行|優先|限定|歓迎|懐疑)(?:論|派|"
        "説)(?=$|[。、だ])|"
        "は[^。]{0,14}(?:時期尚早|早すぎ|高すぎ|十分|無理|不可能|危険)(?:だ)?(?:と|との)?"
        "(?:みて|みる|見て|考え|判断|主張)",
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
        "",
        "의 (?:첫째|우선) ?희망|의 (?:답|대답|답변|반응|속셈|바람|희망|선호|관심사|"
        "걱정거리)[은는이가]|"
        "에 (?:밀려|떠밀려|눌려|맞서)|도 (?:결국|마침내|끝내) | 왈(?=[ ,:]|$)|"
        "에서[는도]? [^.]{0,8}(?:얘기|말|의견|반응|소식) ?없음",
    ),
    _Beside(
        "",
        "[이가] (?:신경 쓰|걱정하|바라|원하|꺼리|싫어하|우려하|강조하|요구하|반대하|주장하|"
        "중시하)는 "
        "(?:것|점|건|바)|[은는] [^.]{1,14}(?:불요론|필요론|신중론)(?=$|[.,임])",
    ),
    _Beside("^$", ", 또 [가-힣]"),
    _Beside(
        "^$",
        ", [^.,]{2,24}(?:보류|검토|확인|유보|불가|반대|찬성|동의|[다라자]고|겠다고|모름|없음|"
        "있음)$",
    ),
)
_KO_PARTED = "간격|거리|골이|골은|대립|신경전|설전|차이|이견|온도 차|줄다리기|공방|말싸움|입장 차"


def is_party(before: str, after: str) -> bool:
    """Return whether an English sentence tells of an institution as one of the parties."""
    if _BETWEEN.search(before) or _LED.search(before) or _OWN.match(after):
        return True
    if _WILLING.match(after) or (not before.removeprefix("the ") and _NOTED.match(after)):
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
