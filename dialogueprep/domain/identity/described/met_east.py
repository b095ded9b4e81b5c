"""Shows in Chinese, Japanese and Korean that somebody is spoken to, weighed or left out.

What the particles around a name, a description or an institution say without any predicate.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "met_east")

_SEEN = re.compile("看来|眼中|眼里|来说|而言|来讲")
_PUT_FORWARD = re.compile("提出|指出|起草|建议|倡议|首先提|追问|补充")
_OUTSIDE = re.compile("(?:之|以)?外")
_BEFORE_AND_AFTER = (
    (("由",), _PUT_FORWARD),
    (("正如", "如", "诚如"), re.compile("(?:所[\u4e00-\u9fff]{1,3}(?:的|,|那)|指出|说的)")),
    (("以",), re.compile("为(?:代表|首)的")),
    (
        ("话出自", "言出自", "说法出自", "意见出自", "主张出自"),
        re.compile("(?:之[手口])?(?:$|[。.,;!?])"),
    ),
    (("经", "应"), re.compile("提醒|要求|提议|追问|说明|解释|指出|质疑|请求|建议|倡议")),
    (("被", "遭", "遭到", "受到"), re.compile("的?(?:否|反|质|打断|说服|驳|拒|批|追问|质疑|抵制)")),
    (
        ("让", "令", "使"),
        re.compile("满意|担心|意外|失望|困惑|为难|不安|惊讶|放心|不满|感到|很|有些"),
    ),
    (("和", "与", "同", "跟"), re.compile("一样|不同|看法|意见|争|辩|相反|有分歧|想法|持")),
    (("听", "照", "按", "依"), re.compile("说|讲|的说法|的意思|的看法|所说|所言")),
)
_ASKED = re.compile("[^,。]{0,4}[是能会为如何]")
# To whom a question went: 问题抛给了, and whose figures were doubted.
_WENT_TO_ZH = re.compile(
    "(?:问题|提问|疑问|球|话筒|麦克风|话头|发言权)(?:又|都|最后|随后)?(?:被|也)?"
    "(?:抛|转|交|推|丢|递|踢|指|留)(?:给|向|到)了?$"
)
_DOUBTED_ZH = re.compile(
    "的(?:数据|数字|图表|统计|说明|解释|表格|材料|例子|计算|估算|说法)(?:受到|遭到|遭|引起|引来|招来|引发)了?"
    "[^,。]{0,4}(?:质疑|怀疑|反驳|批评|笑|议论|争议|追问)"
)
_AND_OTHERS_ZH = re.compile(
    "[和与跟](?:其他|其余|另外?|另有)?[一两几三四多数][人位名](?:与会者|代表|同事)?(?:都|均|也|一起|共同)?"
    "(?:反对|赞成|支持|主张|要求|认为|提出|同意|不同意|建议|质疑|希望|表示)"
)
# Whom others answered or overruled: 有人反驳了尾崎, 大家没有理会明轩的提议.
_MET_BY_ZH = re.compile(
    f"(?:{_LISTS['by_whom_zh']})[^,。;的]{{0,6}}?(?:{_LISTS['met_by_zh']})[了过]?$"
)
_HIS_WORDS_ZH = re.compile(
    "(?:的(?:提议|建议|意见|看法|说法|主张|要求|话|请求|反对))?(?=[,。;!?]|$)"
)
_PUT_TO = re.compile("提问|发问|追问|提出质疑|解释|请教")
_ANSWERED_JA = "(?:への|に对する|に)(?:[^、。]{0,6})?(?:反论|质问|批判|异论|反对|答え|回答)"
_DIFFERS_JA = "と(?:は|も)?(?:同じ|意见|考え|立场|见解|异な|反对|违)"
_WEIGHS_JA = "には(?:[^。]{0,12})(?:すぎ|难し|重要|不满|ない|なかった|よい|大きい)"
_RUNS_JA = "议长|座长|司会者?|报告者|发表者|起草者|事务局"
_MET_JA = re.compile(
    "も(?:同じ(?:意见|考え|立场|见方)|同意见|同感)|と[^、。はが]{1,8}[がは](?:[^。、]{1,6}で)?(?:对立|冲突|言い争)|"
    f"{_LISTS['met_ja']}|に(?:向けられ|投げかけ|振られ|发言(?:を|の机会)|意见を求|まいく|赞同)|"
    "ほか(?:[一二三四数](?:名|人)|の参加者|にも)|"
    "の(?:数字|数值|でーた|表|图表?|说明|计算|试算|例|发表)(?:には|に|は|が)[^。、]{0,6}"
    "(?:疑问|疑い|疑义|异论|质问|批判|笑い|反论|疑われ|退けられ)|"
    "の立场から(?=[^。]{0,60}(?:发言|指摘|意见|悬念|提案|との|述べ))|"
    f"と(?:{_RUNS_JA})の间[でに]|"
    f"{_ANSWERED_JA}|{_DIFFERS_JA}|{_WEIGHS_JA}"
)
_ANSWERED_KO = "(?:에게|에|한테) ?(?:대한 )?(?:[^.,]{0,6})?(?:반론|질문|비판|이의|반대|대답|답변)"
_DIFFERS_KO = "[과와](?:는|도)? (?:같은|의견|생각|입장|견해|달리|다른)"
_WEIGHS_KO = "에(?:게)?[는도] (?:[^.]{0,12})(?:너무|어렵|중요|불만|않|없었|일렀|늦)"
_RUNS_KO = "의장|좌장|사회자|발표자|발제자|기조연설자|사무국"
_MET_KO = re.compile(
    "에 ?(?:따르면|의하면)|으?로서(?:는|도)|으?로선|에게는|에게서|께서| ?측| ?쪽|"
    "[을를] (?:제외|빼|뺀|대표|놀라|설득|당황|안심|실망)|[은는이가]? ?(?:역시|또한) |"
    f"{_LISTS['met_ko']}|"
    f"[과와] (?:{_RUNS_KO}) (?:사이|간)|도 (?:같은 (?:의견|생각|입장)|동의|동감)|"
    " 말(?:이 맞|이 옳|대로|로는|처럼)|"
    "에게 (?:발언을|발언권을|의견을|답변?을|설명을|해명을|마이크를) (?:청|요청|구했|주었|줬|"
    f"물었|넘|건)|{_ANSWERED_KO}|{_DIFFERS_KO}|{_WEIGHS_KO}"
)


_CLEFT_JA = re.compile("(?:た|だ|う|る|い|ない)の[はも](?:ほかならぬ|やはり|、)?$")
_IS_JA = re.compile("(?:だけ)?(?:であ(?:る|り|った)|だった|だ(?=[。、]|$)|で(?:す|した|、))")
_CLEFT_KO = re.compile("(?:것은|것도|사람은|이는|쪽은|곳은) $")
# To whom a question went: 질문은 일본 기자에게 돌아갔다.
_WENT_KO = re.compile(
    "(?:질문|물음|발언권|차례|공|시선|지적|화살)[은이도] (?:다시 |이번에는 |곧 )?$"
)
_WENT_TO_KO = re.compile(
    "(?:에게|한테|쪽으로|에게로) (?:돌아|넘어|돌아서 )?(?:갔|향했|쏠렸|왔|던져졌|주어졌)"
)
_IS_KO = re.compile(
    "(?:만|뿐)?(?:이?었(?:다|고|으며|는데)|였(?:다|고|으며|는데)|이(?:다|고|며)|다(?=[.]|$)|입니다)"
)
_CLEFT_ZH = re.compile("(?:的|的也|的只|的正|的就)是$")
# Who said what was quoted, or who somebody was: 「遅すぎる」（タイの学者）, a participant (…).
_QUOTED_BEFORE = re.compile(
    "(?:[」』”’\"']|与会者|参会者|参加者|出席者|有人|某人|참석자|참가자) ?\\($"
)


def is_in_brackets(before: str, after: str) -> bool:
    """Return whether brackets tell who was quoted, or who a participant was."""
    return after.startswith(")") and bool(_QUOTED_BEFORE.search(before))


def is_met_chinese(before: str, after: str, view: re.Pattern[str]) -> bool:
    """Return whether a view comes from whoever stands between, or is put to them."""
    if _CLEFT_ZH.search(before) and not after.strip("。.,;!? "):
        return True
    went = _WENT_TO_ZH.search(before) or is_doubted_chinese(after) or _AND_OTHERS_ZH.match(after)
    met = _MET_BY_ZH.search(before[-16:]) and _HIS_WORDS_ZH.match(after)
    if went or met or is_in_brackets(before, after):
        return True
    if before.endswith(("在", "对", "对于")) and _SEEN.match(after):
        return True
    if before.endswith("来自"):
        return bool(view.search(before[-16:]))
    if any(before.endswith(words) and behind.match(after) for words, behind in _BEFORE_AND_AFTER):
        return True
    left_out = before.endswith(("除", "除了", "除去")) and _OUTSIDE.match(after)
    asked = before.endswith(("问", "追问", "反问", "提醒")) and _ASKED.match(after)
    return bool(left_out or asked or (before.endswith("向") and _PUT_TO.match(after)))


def is_doubted_chinese(after: str) -> bool:
    """Return whether somebody's figures or words are said to have been doubted."""
    return bool(_DOUBTED_ZH.match(after))


def is_met_japanese(before: str, after: str) -> bool:
    """Return whether a view is of whoever stands between, or is put to them."""
    if after.startswith("による"):
        return bool(
            re.search(
                "(?:案|意见|指摘|主张|见解|数字|数值|试算|でーた|资料|表现|比喩|言叶)(?:は|も)",
                before,
            )
        )
    cleft = _CLEFT_JA.search(before) and _IS_JA.match(after)
    quoted = before.endswith(("」と", "』と")) and not after.strip("。.")
    return bool(cleft or quoted or is_in_brackets(before, after) or _MET_JA.match(after))


def is_met_korean(before: str, after: str) -> bool:
    """Return whether a view is of whoever stands between, or is put to them."""
    cleft = _CLEFT_KO.search(before) and _IS_KO.match(after)
    went = _WENT_TO_KO.match(after) and _WENT_KO.search(before)
    return bool(cleft or went or is_in_brackets(before, after) or _MET_KO.match(after))
