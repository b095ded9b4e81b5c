"""Tells that all whom a description fits are of one mind, without a word for all of them.

No dissent among the Japanese participants, no Chinese participant supported it, the Korean side
as a whole, 日方与会者之间没有分歧, 日本側の総意, 한국 참석자들 사이에 이견이 없었다. All but one is
as good as all: who knows the one knows the rest, and each of the rest may be the one.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "one_mind")

UNANIMOUS = re.compile(
    f" (?:(?:were|are) (?:{_LISTS['unanimous_were']})(?![a-z-])|"
    f"(?:{_LISTS['unanimous_how']}) (?=[a-z]))|"
    "们?(?:一致|都|全都|均|无一例外|清一色)|(?:は|が)?(?:例外なく|ひとり残らず|全员が|そろって|"
    "揃って|一致して|口を揃えて|口をそろえて)|"
    "(?:들)?(?:은|는|이|가)? (?:모두|전원|한목소리로|일제히|만장일치로|예외 ?없이|하나같이|"
    "빠짐없이)"
)
"""Words for all of them, right behind a description; some may differ later in the sentence."""
_SINGLED = frozenset({"one", "several", "many"})
_SOME = re.compile(  # 일부 참석자들, and not 참석자들
    f"[a-z]|{_LISTS['some']}"
)
_HELD = f"(?:{_LISTS['held']}|saw (?:any|a) )"
_BEHIND_EN = re.compile(
    f",? (?:{_LISTS['behind_without_exception_en']})(?![a-z-])|"
    " (?:as a (?:whole|group|body|bloc)|en bloc|(?:[a-z]+ )?with one voice|"
    "(?:stood|voted|acted|spoke) as one|agreed among themselves)(?![a-z-])|"
    " (?:was|were)(?: (?:all|both|each|fully|quite|entirely|completely|wholly|firmly))? "
    f"(?:{_LISTS['behind_united_en']})(?! (?:between|with))(?![a-z-])|"
    " each (?=[a-z]+ed(?![a-z]))|"
    f" together (?=(?:{_LISTS['behind_asked_en']})(?![a-z]))|"
    f" (?:had|gave|shared) the same (?:{_LISTS['behind_views_en']})(?![a-z])|"
    ",? (?:nobody|no one|not one|none)(?: of them)? "
    f"{_HELD}(?![a-z])|"
    ",? (?:there was (?:unanimity|agreement|no (?:dissent|disagreement|objection))|"
    "(?:the )?(?:view|opinion)s? (?:was|were) (?:the same|unanimous))(?![a-z-])"
)
_BEFORE_EN = re.compile(
    f"(?:^|[,.;:(] ?)(?:{_LISTS['before_without_exception_en']}),? $|"
    f"(?<![a-z])(?:{_LISTS['before_everyone_en']}) on $|"
    f"(?<![a-z])(?:{_LISTS['before_no_dissent_en']})"
    "(?: was (?:heard|raised|voiced))? (?:among|amongst|within|on|from) $|"
    f"(?<![a-z])(?:unanimous|common|shared|joint) (?:[a-z]+ )?(?:{_LISTS['before_views_en']})"
    " (?:of|among|from) $|"
    "(?<!no )consensus (?:of|among|amongst|on) $"
)
_NONE_EN = re.compile(rf",? (?:[a-z]+ly )?{_HELD}(?![a-z])")
_MIND_ZH = "(?:意见|看法|立场|态度|口径|想法|主张|认识|步调)"
_HELD_ZH = (
    "(?:提出)?(?:过)?(?:支持|赞成|反对|同意|主张|认同|赞同|异议|附和|愿意|要求|认为|看好|接受)"
)
_BEHIND_ZH = re.compile(
    "(?:们|面|一方)?(?:"
    "全部|个个|人人|齐声|联名|集体|一个不落|谁也[没不]|谁都[没不]|"
    f"(?:中|里|当中|之中|之间)?(?:也|都)?(?:没有|无|没|并无)(?:任何)?(?:一?[个位名]?人|"
    f"一[个位名])?{_HELD_ZH}|"
    "(?:中|里|当中|之中)?(?:无人|没有人)|"
    f"(?:内部|之间|当中|之中|上下)?(?:对此|在此)?(?:的|在)?{_MIND_ZH}"
    "(?:都|也|完全|高度|十分|相当|大体|基本)?(?:一致|统一|相同|一样)|"
    "(?:内部|之间|当中|之中)(?:对此|在此)?(?:并|也|均|都)?(?:没有|无|不存在|未见)(?:什么|任何)?"
    "(?:分歧|异议|不同意见|不同看法|争议)|(?:对此)?(?:并|也|均|都)?(?:没有|无)(?:分歧|不同意见|"
    "不同看法)|"
    f"的(?:共同|一致){_MIND_ZH}|的(?:共同|一致)(?:愿望|担忧|要求|判断|结论)|的?共识(?=是|为)|"
    f"对此{_MIND_ZH}(?:一致|统一|相同)|"
    "(?:内部|之间)?(?:对此|就此)?达成了?(?:一致|共识)|"
    "(?:中|里|当中|之中)?,?除(?:了)?一[人位名个]人?(?:之外|以外|外)|"
    "(?:中|里|当中|之中)(?:只有|仅有?|唯有)一[人位名个]|"
    "的?一致(?:支持|反对|赞成|认可|同意|赞同|好评|拒绝)|(?:全都|一致|均)(?=反对|赞成|支持|同意|"
    "主张|认为))"
)
_BEFORE_ZH = re.compile("除(?:了)?一[人位名个]人?(?:之外|以外|外),?$")
_NONE_ZH = re.compile("没$|(?:没有|无)(?:任何)?(?:一[位名个])?$")
_HOLDS_ZH = re.compile(f"[^,。;]{{0,3}}{_HELD_ZH}")
_BEHIND_JA = re.compile(
    "(?:らの|の|たちの)?(?:间|中|内部|うち|侧)?(?:に|から|で|では|でも|には|からは|からも|"
    "にも)?[はも]?"
    "(?:特に|とくに|格别の|目立った)?(?:异论|异议|异存|反对(?:意见)?|异なる意见|违う意见|"
    f"赞成(?:意见|者)?)[はもが]?(?:一切|全く|一つも)?(?:{_LISTS['behind_none_ja']})(?!と)|"
    "(?:の)?(?:间|中|内部|うち|侧)?(?:に|で|から|には|では)?[はも]?、?(?:これに)?(?:赞成|反对|"
    "支持|同意)(?:する|した|していた)?(?:者|人|方|声|意见)[はも]?(?:一人も|谁も|谁一人)?"
    "(?:い(?:なかった|ず|ない)|な(?:かった|く|い)|お(?:らず|りません))|"
    f"(?:ら|たち)?[はがも]?、?(?:{_LISTS['behind_nobody_ja']}|共同で(?:提案|提出|"
    "[^。、]{0,8}を出し|求め))|"
    "(?:の|たちの|らの)?(?:间で|で|では)?[はも]?(?:意见|见解|立场|考え|认识|评价)(?:では|"
    "[はがもで])?"
    "(?:完全に|おおむね|ほぼ|すべて)?(?:一致(?!しな|せず|を见な|点|に至らな|していな)|"
    "同じ(?!で(?:は|も)な)|(?:そろ|揃|まとま)っ(?!て(?:は|い)な))|"
    f"(?:の|たちの|らの)?(?:{_LISTS['behind_shared_ja']})|"
    "(?:で|では|からは|から|には)、?全员|"
    "(?:ら|たち)?(?:は|が|も|の|のうち|の中で)?、?(?:一人|ひとり|一名|1人|1名)"
    "(?:を除|を别として)|"
    "(?:の)?(?:うち|中で|中に)[^、。]{0,14}?(?:一人|一名|1人|1名)(?:だけ|のみ|に过ぎ)"
)
_BEFORE_JA = re.compile("(?:一人|ひとり|一名|1人|1名)(?:を除(?:いて|いた|き|く)|以外の)、?$")
_BEHIND_KO = re.compile(
    "(?:들)?(?:은|는|이|가|의|도|간의?|간에)? ?(?:의견|견해|입장|생각|뜻)"
    "(?:은|는|이|가|도|에)? ?"
    "(?:모두 |완전히 |대체로 |서로 )?(?:같[았은아다]|일치(?!하지|를 보지|된 것은 아니)|"
    "하나[였로]|한결같|통일)|"
    "(?:들)? ?(?:사이|가운데|중|측|내부|쪽|간)?(?:에서?|에게서)?(?:는|도)? ?"
    "(?:이견|이의|반대 의견|반대|다른 의견|다른 목소리|찬성)(?:은|는|이|가|도)? ?"
    "(?:전혀 |하나도 )?(?:없[었다어이]|나오지 않|제기되지 않|보이지 않)(?!다[고는])(?!음)|"
    f"(?:들)?(?:은|는|이|가)? ?(?:{_LISTS['behind_ko']})(?= )|"
    "(?:들)? ?누구도 |마다 |"
    "(?:들)?의? ?(?:공통된|일치된|공통|한결같은|만장일치)"
    " ?(?:견해|의견|입장|생각|우려|바람|요구)|"
    "(?:들)?(?:은|는|이|가)? (?:한|1) ?(?:명|사람|분)(?:을|만)? ?(?:제외하고|제외하면|빼고|빼면)"
    "|"
    "(?:들)? ?(?:가운데|중)(?:에서?)?(?:는)? ?[^.,]{1,14}(?:사람|이|분)(?:은|이) "
    "(?:아무도 |한 명도 |(?:한|1) ?(?:명|사람)(?:뿐|밖에)|없)"
)
_BEFORE_KO = re.compile(
    "(?:한|1) ?(?:명|사람|분)(?:을|만)? ?(?:제외하고|제외하면|제외한|빼고|뺀|빼면),? ?$"
)
_HANGUL, _LATIN = (_BEFORE_KO, _BEHIND_KO), (_BEFORE_EN, _BEHIND_EN)
_HAN = (
    re.compile(f"{_BEFORE_ZH.pattern}|{_BEFORE_JA.pattern}"),
    re.compile(f"{_BEHIND_ZH.pattern}|{_BEHIND_JA.pattern}"),
)
_NOT_ONE_KO = re.compile("도 [^.,]{0,20}(?:않|못|없|안 )")
# A delegation without a dissenting voice is of one mind, as all of it.
_NO_DISSENT = re.compile(
    f" (?:{_LISTS['dissent_raised']}) no (?:{_LISTS['dissent']})(?: whatsoever)?"
    "(?= (?:to|over|about|on|against|from)(?![a-z])| ?[.;,]|$)|"
    f" (?:{_LISTS['approved']})"
    f"[^.;,]{{0,40}} (?:{_LISTS['approved_how']})(?![a-z])|"
    "(?:들)?(?:은|는|이|가) (?:모두 |내부 |내부적으로 |아무런 |별다른 |특별한 |전혀 )?"
    "(?:(?:이견|이의|반대|반론) ?없이|한뜻으로|한마음으로|뜻을 모아) [^.]{0,24}?"
    "(?:찬성|반대|지지|동의|받아들|수용|승인|채택|합의|거부|통과|찬동|따르|따랐)"
)
_SOME_OF = re.compile(f"(?<![a-z])(?:{_LISTS['some_of']}) of $")
_FAR = 60


def of_one_mind(phrase: Phrase, folded: Folded) -> bool:
    """Return whether all whom a description of several fits are said to think alike."""
    text, head, said = folded.text, folded.text[phrase.head], phrase.description
    if not (phrase.present or said.sector or said.broad or said.gender):
        return False  # fishermen, whoever they are
    if "none" in phrase.determiners or _not_one(phrase, text):
        return True
    singled = phrase.determiners & _SINGLED
    if singled and (singled - {"several"} or _SOME.search(text, phrase.start, phrase.head)):
        return False
    before, behind = _HANGUL if is_hangul(head) else _HAN if is_east_asian(head) else _LATIN
    if behind.match(text, phrase.end):
        return True
    if said.territory and _NO_DISSENT.match(text, phrase.end):
        return not _SOME_OF.search(text, max(0, phrase.start - _FAR), phrase.start)
    start, _ = sentence(folded, phrase.head)
    start = max(start, phrase.start - _FAR)
    return bool(before.search(text, start, phrase.start))


def _not_one(phrase: Phrase, text: str) -> bool:
    """Return whether not one of those described is said to hold a view."""
    before = text[max(0, phrase.start - 6) : phrase.start]
    if _NONE_ZH.search(before):
        return bool(_HOLDS_ZH.match(text, phrase.end))
    if _NOT_ONE_KO.match(text, phrase.end):
        return "one" in phrase.determiners
    return before.endswith("not ") and bool(_NONE_EN.match(text, phrase.end))


def denies_all(phrase: Phrase, folded: Folded) -> bool:
    """Return whether nobody of those described is said to hold a view: no Korean supported it.

    Each of them is where a Japanese sentence goes on with も: どの参加者も反対した.
    """
    if is_east_asian(folded.text[phrase.head]):
        return folded.text.startswith("も", phrase.end)
    return bool(_NONE_EN.match(folded.text, phrase.end))
