"""Tells letters of an institution that mean a thing here, and an office there as such."""

from __future__ import annotations

import re
from bisect import bisect_right

from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("institutions", "things")

_FAR = 1 << 62
# What is counted or had as a thing is no institution: MRI is one machine in four counties.
_THING = re.compile(
    "-(?:style|like|type)(?![a-z])|"
    f" (?:{_LISTS['things']})"
    "(?![a-z])|[はがも]?[^、。]{0,10}?[一二三四五六七八九十百千数几两0-9]+(?:台|基|本|枚|件|"
    "套|部)"
    "|[^,。;]{0,8}?[一二三四五六七八九十百千数几两0-9]+(?:台|套|部)|"
    "[은는이가]? ?(?:[가-힣]+ ){0,3}?(?:[0-9]+|한|두|세|네|몇) ?(?:대|기|건)"
    "(?=$|[^가-힣]|[뿐밖를가씩])|"
    "(?:设备|仪|检查|扫描|装置|侵害|の侵害|검사|장비|촬영|침해)|"
    # a measure: BMI over 30, BMI超过30, BMIが30を超える, BMI 30 이상
    " (?:values? |scores? )?(?:over|above|below|under|exceeding|greater than|less than) [0-9]|"
    "(?:值|指数)?(?:超过|达到?|低于|高于|不足|大于|小于)[0-9]|"
    "値?[がは] ?[0-9.]+(?:を超|を下回|以上|以下|未满)|"
    " ?(?:지수|수치)?[은는이가]? ?[0-9.]+ ?(?:이상|이하|미만|초과)"
)
_SOMEBODY_WHO = re.compile(
    f",? whom? |,? whose (?!(?:[a-z]+ )?(?:{_LISTS['somebody_who']})(?![a-z]))"
)
_PEOPLE_OF = re.compile(f"(?:{_LISTS['people_of']}) (?:of|at) (?:the )?$")
# The office as such, whoever holds it: 댐운영국 국장의 임기는.
_OFFICE = re.compile(
    f" (?:is|are) (?:{_LISTS['open_to_public']})(?![a-z])|"
    " (?:will|shall|is to) be (?:appointed|elected|named)(?![a-z])|"
    " ?: ?(?:opening hours|hours|open |closed |address|directions|contact|phone|e-?mail)|"
    "(?:方面?)?已?经?(?:收到|收悉|接到)了?[^,。;]{0,4}(?:通知|邀请|请柬|来函|议程|材料)|"
    " ?[쪽측] ?(?:출입구|입구|문[은이]|벽|창[은이가]|길[은이]|건물|복도|계단|주차장|강변|둑)|"
    "(?:门前|门口|门外|楼下|楼上|对面|旁边)|不是[^,。]{0,8}(?:成员|缔约|当事|机构|部门)|"
    "は[^。、]{0,12}(?:当事者|会员|加盟|缔约|构成员)(?:では|だ|である)|"
    "[은는이가] 두? ?[^.]{0,6}이름을 바[꾸꿨]|"
    "[的の](?:数据|资料|统计|调查|报告|档案|年报|でーた)[是はが]?(?:已|均|都)?(?:公开|"
    "可查|免费|上网)|"
    f"'s? (?:[a-z]+ )?(?:{_LISTS['heads']})(?:'s)? (?:{_LISTS['terms']})(?![a-z])|"
    "[的の]?(?:局长|院长|所长|会长|主任|校长|理事长|总裁|部长|室长|厅长)[的の由はが]?"
    "(?:任期|任命|选举|选任|报酬|人选|公选)|"
    " ?(?:국장|원장|소장|총장|회장|이사장|실장|과장)"
    "[의은는] (?:임기|임명|선임|보수|직위|권한|자리)"
)
# What a sentence goes on with behind somebody, not with the rest of a longer name.
# What a word that is also a body's is of, when it is only the word: 深空探测, 临海地区.
_COMPOUND_ZH = f"(?!{_LISTS['compound_zh']})"
BEGINS_A_DEED = re.compile(
    f"{_COMPOUND_ZH}(?:"
    "(?![一-鿿]{0,8}(?:大学|研究|学院|中心|基金|协会|公司|新闻|集团|论坛|委员会|"
    "办公室))(?![大山河江湖港站路街桥镇村县市区省岛湾会院所局社报学集银机号楼塔寺庙园科新石木花草鸟鱼台开谢结落熟香凋枯盛])[一-鿿]|"
    "[不没未也都又还仍却则就只最很太较更始显明强主反赞同认提要想担怀质表说问投暗排自一再考坚拒希坐"
    "碰有关方的和与牵散原本似颇在对向会将愿肯把被以外所语看嫌另])"
)
# What a longer name goes on with behind its first characters: 霧崎大橋, not 霧崎大の.
GOES_ON = re.compile(rf"(?!{_LISTS['goes_on']})[\u4e00-\u9fff]")
NO_OFFICE = ("办法", "办理", "办事", "办公", "办学", "办案", "办好", "办完")
"""Words that begin like an office's short name ends: 调配办法 is no 调配办."""
_LEADS_ON = frozenset("从于扰括顾恼服")  # the last of what leads to a name: 困扰, 从
_COUNTED = re.compile("[一两二三几各另某那这有][位名]$")  # 一位鹭洋院的同事
AS_SUCH_OF = re.compile(f"(?:{_LISTS['as_such_of']}) of (?:the )?$")
OF_KANA = re.compile(
    "(?:侧|さん|の(?:人|方|担当者?|代表|研究者|立场|主张|意见))|としては|によれば|によると|"
    "[はがも][^。、]{0,20}(?:反对|赞成|慎重|主张|求め|述べ|涩|拒|同意|难色)"
)

# Who supports what is hosted or convened gives money or rooms: hosted by one and supported by
# another.
_HELD = re.compile(
    f"(?:^|[ (])(?:co-?)?(?:(?:{_LISTS['held']}) (?:[a-z]+ )?by|held (?:at|in))"
    " [^.;:]{3,120}?(?:,? and|,|,? with| and,) "
    "?(?:is |was |were |are |being )?(?:[a-z]+ly )?"
    f"(?:(?:{_LISTS['supported']}) "
    f"(?:[a-z]+ly )?by|(?:with )?(?:the |an? )?(?:[a-z]+ )?(?:{_LISTS['support']}) "
    "(?:of|from|by)) (?:[^.;:]{2,60}(?:,| and) )?(?:the )?$"
)
_HELD_HAN = re.compile(
    "(?:主办|承办|协办|合办|举办|举行|召开|主催|共催|开催|开か)[^。;]{0,16}"
    "(?:得到|获得?|受到|受|得|、|,)(?:了|到)?$"
)
_BACKED_HAN = re.compile(
    "[的の](?:大力|鼎力|全力|热情|慷慨|资金)?(?:支持|赞助|资助|协助|帮助|协作|后援|协赞|支援|助成|"
    "协力)"
)


def ends_apart(before: str, particles: frozenset[str]) -> bool:
    """Return whether a name may begin behind these characters, as behind 从 or 一位."""
    return before[-1] in particles or before[-1] in _LEADS_ON or bool(_COUNTED.search(before))


def stands_as_such(before: str, after: str) -> bool:
    """Return whether an office is meant, or who supports what another institution hosts."""
    return bool(_OFFICE.match(after)) or _is_backing(before, after)


def _is_backing(before: str, after: str) -> bool:
    if before[:1].isascii():
        return ("ed by " in before or "held " in before) and bool(_HELD.search(before))
    return bool(_BACKED_HAN.match(after) and _HELD_HAN.search(before))


def of_acronym(text: str, span: tuple[int, int], level: Level | None) -> Level | None:
    """Return the level of an acronym: one of a thing is free, one that "who" follows is not."""
    start, end = span
    if _THING.match(text, end):
        return None
    somebody = _SOMEBODY_WHO.match(text, end) and not _PEOPLE_OF.search(text, 0, start)
    return Level.BLOCK if somebody else level


def is_within(folded: Folded, start: int) -> bool:
    """Return whether a word with a capital stands before, of a longer name."""
    before = re.search(r"([a-z]+) $", folded.text[max(0, start - 20) : start])
    return (
        bool(before)
        and folded.written(start - len(before[0]), start)[:1].isupper()
        and (before[1] not in ("the", "our", "and", "but", "for", "as", "in", "to", "from", "that"))
    )


def outside_its_quotes(before: str, after: str) -> tuple[str, str]:
    """Return what stands around a name without the quotation marks of the name: 《绿洲评论》."""
    if before[-1:] + after[:1] in _QUOTED:
        return before[:-1], after[1:]
    return before, after


def next_is_capital(folded: Folded, end: int) -> bool:
    """Return whether a word with a capital follows, of a longer name: Mirinae Bridge."""
    following = folded.text[end : end + 2]
    return (
        len(following) == 2 and following[0] == " " and folded.written(end + 1, end + 2).isupper()
    )


_QUOTED = frozenset({"《》", "「」", "『』", "“”"})
_A_NAMED_MATTER = as_written(rf"[A-Z][\w'-]+ (?:[a-z]+ )?(?:{_LISTS['a_named_matter']}) \($")


def is_of_a_matter(folded: Folded, start: int, end: int) -> bool:
    """Return whether letters in brackets are short for a matter before: the Doha round (DDA)."""
    first, last = folded.span(start, end)
    closed = folded.original[last : last + 1] == ")"
    return closed and bool(_A_NAMED_MATTER.search(folded.original, max(0, first - 60), first))


def lies_within(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one of a few spans that begin last before a place is longer and holds it."""
    at = bisect_right(spans, (start, _FAR))
    before = spans[max(0, at - 4) : at]
    return any(end <= last and (first, last) != (start, end) for first, last in before)
