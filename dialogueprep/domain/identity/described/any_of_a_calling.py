"""Tells that what is said holds of anybody of a calling, and is nobody's remark.

A diplomat who hears it reports it, an ambassador's first duty, 外交官很少受过训练, 外交官には署名を
拒む権利がある, 외교관에게는 권리가 있다. Where such words are quoted (…と述べた) they were said.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.in_the_room_east import PAST_JA, PAST_KO
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "any_of_a_calling")

_NEAR = 16
_ONE = ("a ", "an ")
# Whose duty or pay something is, and what is so of it.
_OWNS = re.compile(
    f"'s? (?:(?:first|main|only|real|true|daily|own|chief|best) )?(?:{_LISTS['owns_things']})"
    f" (?:{_LISTS['owns_lasts']})(?![a-z])"
)
# Who only is who they are, and whoever does something: who sees a leak, not who heads a forum.
_DEAD = re.compile(f" (?:who|that) (?:{_LISTS['dead']})(?![a-z])")
_WHO_DOES = re.compile(
    f" (?:who|that) (?!(?:{_LISTS['does_by_calling']})(?![a-z]))"
    f"[a-z]+(?<!s)s (?![^.;]*(?:{_LISTS['said_once']})(?![a-z]))"
    f"[^.;,]{{2,60}}? (?:{_LISTS['bound_to']})(?![a-z])"
)
_GOOD = re.compile(f"an? (?:{_LISTS['good_or_bad']}) ")
_IS_SO = re.compile(r" (?:[a-z]+ly )?(?:[a-z]+(?<!s)s|is|has|does|can|may|must|should|will|never) ")
# Every year, almost always: what people of a kind do again and again.
_AGAIN = re.compile(
    "(?: from [a-z]+)? (?:almost always |usually |often |seldom |rarely )?[a-z]+(?<!s)s "
    "(?!this |that |it |the same )[^.;,]{2,50}?(?:almost |nearly )?(?:every|each) "
    f"(?:other |single )?(?:{_LISTS['times']})"
    "(?![a-z])"
)
# When a diplomat asks, if one refuses: behind these any one is meant.
_OPEN = re.compile(r"(?:^|[ ,;])(?:when|whenever|if|unless|until|once|where|wherever) $")
_NOW = re.compile(r" (?:[a-z]+ly )?(?!(?:was|has|is|does)(?![a-z]))[a-z]+(?<!s)s(?![a-z'])")
_TOLD = re.compile(
    f"(?<![a-z])(?:was|were|had|did|said|told|asked|[a-z]{{3,}}ed|{_LISTS['past']})(?![a-z])"
)
_EVER = re.compile(f"(?<![a-z])(?:{_LISTS['says_or_is_here']})(?![a-z])")

_POST_ZH = re.compile("(?:[司处局部科厅室课署]长|主任|参赞|委员|代表|主席|总裁|经理|理事|顾问)$")
_RARELY_ZH = re.compile(
    f"们?(?:很少|极少|鲜少|从不|从来不|未必|不一定|总是|总要)(?!{_LISTS['speaks_zh']})"
)
_SCARCE_ZH = re.compile(
    "们?(?:人数|人手|总数|数量)?(?:严重|长期|普遍)?(?:不足|短缺|紧缺|过剩|奇缺|不够|增加了?|"
    "减少了?|增多|越来越[多少])"
    "(?=[,。;]|$)"
)
_IF_ZH = re.compile(
    "们?(?![^,。]*[说问提指认称表])[^,。]{1,10}了[^,。]{0,8},(?:也|就|便|同样)?(?:是|算|要|须|应|"
    "得|"
    "必须|会|等于)(?![^。]*[说认称])"
)
_CALLS_ZH = re.compile(
    '们?(?:把(?:它|此|这[种类]?[^,。]{0,6})|将其|对此)?(?:称[之其它此]?[为作]|叫作|叫做)[“"「]'
)
_SCHOLARS = re.compile("(?:学家|学者|专家|史家|学界|业界|학자|전문가|학계|업계)(?:たち|ら|들|们)?$")
_EACH_ZH = re.compile("(?:每[一个位名]*|任何|没有哪[个位])")
_EACH_KNOWS_ZH = re.compile(
    "们?都?(?:知道|懂得?|会(?!上)|要(?!求)|应|须|必须|有(?!异|不)|能|该|得|明白|清楚)"
)
_HEARD_ZH = re.compile(
    "(?:建议|应当?|须|必须|可|请|需要?|宜|拟|要)[^,。]{0,12}(?:征求|听取|咨询|吸收|尊重|参考|采纳)"
    "(?:各国|有关|当地|更多|一线|多方)?[^,。的]{0,6}$"
)
_HEARD_BEHIND_ZH = re.compile("们?的?(?:意见|看法|建议|呼声)(?=[,。;]|$)")
_FILLED_ZH = re.compile(
    "(?:大多|均|都|一般)?(?:由[^,。]{1,8}(?:产生|任命|选举|推选|委派)|经[^,。]{1,6}(?:产生|任命))"
)
_ONE_IN_ZH = re.compile("(?:当?中|里|之中)(?:就|便)?(?:有|约有)")

_RULED_JA = re.compile(
    "(?:たち|ら)?[がはも](?:[^。「」]{0,16}(?:免许|资格|保险|年金|休み|手当|赁金|给与|"
    "定年)[がはも][^。]{0,8})?"
    f"(?:大幅に|さらに)?(?:{_LISTS['fewer_ja']})[。]?$|"
    "(?:に(?:は|も|のみ|だけ)?|[はがも]|しか|だけ[がは]|のみが?)"
    f"[^。「」]{{2,60}}?(?:{_LISTS['ruled_ja']}|(?<=しか)[^。]{{2,30}}ない|を要する|"
    "が(?:要る|必要(?:だ|である)))"
    "[。]?$"
)
_ONLY_JA = re.compile(
    "(?:し[かみ]|は[^。「」]{2,40}し[か])[^。「」]{2,40}(?<!せ)(?:ない|さない|れない|けない)[。]?$"
)
_HEARD_JA = re.compile(
    "の(?:意见|声|知见|知识|经验)を[^。]{0,16}(?:闻|听|踏まえ|反映|尊重|取り入れ|生か|"
    "伺)[^。]{0,8}"
    "(?:よう(?:に)?(?:提言|求め|劝告|要请)|べき|こととする|必要がある|望ましい|ことを提言)"
)
_CALLS_JA = re.compile(
    "(?:たち|ら)?[はが](?:これ|それ|こう[^。]{1,10})を「[^」]{1,24}」と(?:呼ぶ|呼んで|名付け|"
    "称する)"
)
# When it was done, and not an agreement of that year: 2011年には, 2011년에는; 2019年の合意に反対.
_YEAR_JA = re.compile("(?:1[0-9]|20)[0-9]{2}年(?:[0-9]{1,2}月|[春夏秋冬])?(?:に|、|まで)")
_YEAR_KO = re.compile(
    "(?:1[0-9]|20)[0-9]{2} ?년(?: ?[0-9]{1,2}월| 봄| 여름| 가을| 겨울)?(?:에|까지)"
)
_QUOTED_EAST = re.compile(
    f"{_LISTS['quoted_east']}|[다라자냐]고 |물었|답했|에 따르면|参加者|出席者|참석자|참가자"
)

_RULED_KO = re.compile(
    "(?:들)?(?:[이가] (?:크게 |더 |많이 )?(?:늘|줄|부족|모자라|모자란|남아돌|"
    "드물)[가-힣]{0,4}다[.]?$|"
    "[은는이가도] [^.]{0,24}(?:면허|자격|보험|연금|휴가|수당|임금|월급|봉급|"
    "정년)[가이은는도] [^.]{0,10}"
    "(?:없다|있다|낮다|높다|적다|많다|짧다|길다)[.]?$)|"
    "(?:들)?(?:에게는?|한테는?|[은는이가도]|만이?)"
    " [^.]{2,60}?(?:[가-힣]야 한다|[가-힣]야만 한다|"
    "서는 안 된다|(?:권리|의무|책임|자격|[가-힣]*권한?)[가이] (?:있다|없다|따른다)|"
    f"{_LISTS['ruled_ko']})[.]?$"
)
_HEARD_KO = re.compile(
    "(?:들)?의 (?:의견|목소리|경험|지식)[을를] [^.]{0,16}(?:듣|들을|반영|존중|수렴|참고)"
    "[^.]{0,8}"
    f"(?:{_LISTS['heard_ko']})"
)
_FOREIGN = re.compile("(?:외국|해외|현지|국내|각국) $")  # 외국 기자에게는 허가증이 필요하다
_CALLS_KO = re.compile(
    "(?:들)?[은는이가] (?:이를|이것을|이런[^.]{1,14}[을를]|그것을) [^.]{2,24}라고? (?:부른다|"
    "일컫는다|한다[.]?$)"
)
_EACH_KO = re.compile("(?:어느|어떤|모든) $")
_EACH_BEHIND_KO = re.compile("(?:이?나|이?든|이?라도) ")
# What is so of each of a calling, as a rule: 모든 과장에게는 대리가 있다, すべての課長が要る.
_EACH_RULED_KO = re.compile("(?:들)?(?:에게는?|한테는?|의|[이가은는도]) [^.]{2,50}다[.]?$")
_EACH_JA = re.compile("(?:すべて|全て|全)の")
_EACH_RULED_JA = re.compile(
    "(?:たち|ら)?(?:に(?:は|も)?|[がはも])[^。「」]{2,50}(?:[うくすつぬむるぐぶ]|ない|である|だ)。?$"
)
_EACH_BEFORE_ZH = re.compile("(?:每[一个位名]*|任何一?[个位名]?)[^,。的]{0,3}$")
# 各国参赞都住在同一家酒店: of all countries; what all of them think is another matter.
_OF_MANY_ZH = re.compile(f"(?:{_LISTS['many_zh']})的?$")
_VIEWED_ZH = re.compile(f"[^,。;]{{0,6}}?(?:{_LISTS['views_zh']})")
_EACH_RULED_ZH = re.compile(
    "(?:有|会|要|须|应|得|能|该|需|知道|懂|明白|清楚)(?![议见疑]|[^,。]*(?:异议|意见|[说称问]|反对|赞成|同意|支持|"
    "认为|表示))|[签看读写]"
)


def is_any_of_a_calling(phrase: Phrase, folded: Folded) -> bool:
    """Return whether what is told of people described holds of all of their calling."""
    text, (first, last) = folded.text, sentence(folded, phrase.head)
    before, after = text[first : phrase.start].lstrip(), text[phrase.end : last]
    told = text[phrase.start : phrase.end]
    calls = _CALLS_ZH.match(after) or _CALLS_JA.match(after) or _CALLS_KO.match(after)
    alone = _ALONE_EAST.match(text, phrase.end - 2) and not _THINKS_JA.search(after)
    if alone or (calls and _SCHOLARS.search(told)):  # economists call it a toll
        return True
    if phrase.present:  # one in five Koreans
        return bool(before.endswith("每") and _ONE_IN_ZH.match(after))
    if not is_east_asian(text[phrase.head]):
        return _english(told, before, after, placed=_is_placed(phrase))
    if is_hangul(text[phrase.head]):
        placed = _is_placed(phrase)
        return _korean(told, before, after, placed=placed, bare=phrase.determiners <= {"several"})
    if KANA.search(before[-40:] + after):
        placed = _is_placed(phrase)
        each = not placed and bool(_EACH_JA.match(told)) and _is_so_of_each(after)
        return each or (not phrase.determiners and _japanese(told, before, after, placed=placed))
    return _chinese(phrase, told, before, after)


def is_calling(title: str) -> bool:
    """Return whether a title in eastern scripts is a calling as well, and no post."""
    return bool(_CALLINGS.fullmatch(title) or _WORKERS.fullmatch(title))


def is_rule_of_all(folded: Folded, start: int, end: int) -> bool:
    """Return whether a rule in Japanese or Korean holds of all whom a word for people means."""
    text, (first, last) = folded.text, sentence(folded, start)
    before, after = _FOREIGN.sub("", text[first:start]), text[end:last]
    if before[-3:].strip(" ,、。;"):
        return False
    if is_hangul(text[start]):
        ruled = _RULED_KO.match(after) or _HEARD_KO.match(after)
        return bool(ruled) or _is_present(text[start:end], before, after, "ko")
    if KANA.search(after):
        ruled = _RULED_JA.match(after) or _ONLY_JA.match(after) or _HEARD_JA.match(after)
        return bool(ruled) or _is_present(text[start:end], before, after, "ja")
    return not before and bool(_ALL_ZH.match(after))


def _is_present(told: str, before: str, after: str, language: str) -> bool:
    """Return whether a sentence tells what workers do as a rule, and not what somebody thinks."""
    if before or not _WORKERS.fullmatch(told):
        return False
    present, thinks = {"ja": (_PRESENT_JA, _THINKS_JA), "ko": (_PRESENT_KO, _THINKS_KO)}[language]
    return bool(present.match(after)) and not thinks.search(after)


# What is so of a calling as a rule is told in the present, without what somebody thinks.
_THINKS_JA = re.compile(
    "と(?:述|言|い[うい]|话|语|考|思|见|する(?=。|$)|し[てた]|主张|指摘|答|问|闻|呼び|感じ|"
    f"信じ|みる)|{_LISTS['thinks_ja']}"
)
_PRESENT_JA = re.compile(
    "(?:は|も)[、,]?[^。「」]{4,50}(?:[うくすつぬむるぐぶ]|[かさたなまらわ]ない|きない|えない|"
    "けない|せない|"
    "てない|れない|めない)。?$"
)
_THINKS_KO = re.compile(f"{_LISTS['thinks_ko']}|[이]다[.]?$|적이다|어렵다|곤란")
_PRESENT_KO = re.compile("[은는도] [^.]{4,50}(?:[가-힣](?<![았었했였됐갔왔렸겼졌섰썼컸겠])다)[.]$")
_ALONE_EAST = re.compile(  # 医師は一人で働く, 护士一人夜里照看
    "一人(?:で(?!は)|(?:夜里|白天)?(?:要|须|独自)?(?:看护|照[看管顾]|看守|值班|带|管))"
)
_KNOW_ZH = re.compile("知道|懂得|明白|清楚|学过|见过|经历过|会(?!上)")
_ALL_ZH = re.compile(
    "们?(?:都(?:知道|懂|明白|清楚|会|要|靠)|(?:对[^,。]{1,12})?(?:看法|意见|说法|观点)不一|"
    "各执一词|"
    "不(?!同意|赞成|支持|认|信|愿|肯|想|满|主张|接受|看好|希望|反对|赞同)[^,。]{1,5},(?:只|而是))"
)
# A word for people who do some work, and none for a post that one holds at a time.
_WORKERS = re.compile(f"[^ ]*(?:{_LISTS['workers_han']})|[가-힣]*(?:{_LISTS['workers_ko']})")


# What is a calling as well as a title; who is 課長 or 국장 holds a post.
_CALLINGS = re.compile(_LISTS["callings"])


def _is_placed(phrase: Phrase) -> bool:
    said = phrase.description
    return bool(said.territory or said.region)


def _english(told: str, before: str, after: str, *, placed: bool) -> bool:
    if told.startswith("the ") and told.endswith(("s", "men")) and _DEAD.match(after):
        return True
    if not told.startswith(_ONE):
        return False
    if _OWNS.match(after) or _WHO_DOES.match(after):
        return True
    if _AGAIN.match(after):
        return not _EVER.search(after)
    return not placed and _as_a_rule(told, before, after)


def _as_a_rule(told: str, before: str, after: str) -> bool:
    """Return whether it is told in the present what any one does, or a good one."""
    if _OPEN.search(before[-_NEAR:]) and _NOW.match(after):
        return not _TOLD.search(before + after)
    good = _GOOD.match(told) and _IS_SO.match(after)
    return bool(good) and not (_EVER.search(after) or _TOLD.search(after))


def _chinese(phrase: Phrase, told: str, before: str, after: str) -> bool:
    of_many = told.endswith("都") and _OF_MANY_ZH.search(before)
    if "人均" in told or _FILLED_ZH.match(after) or (of_many and not _VIEWED_ZH.match(after)):
        return True
    if _EACH_ZH.match(told):
        return bool(_EACH_KNOWS_ZH.match(after))
    if told.endswith("都") and (each := _each_knows(before)):  # 编辑都知道
        return bool(each.match(after))
    if phrase.determiners or _POST_ZH.search(told):
        return False
    if _HEARD_ZH.search(before) and _HEARD_BEHIND_ZH.match(after):
        return True
    so = _SCARCE_ZH.match(after) or _RARELY_ZH.match(after) or _IF_ZH.match(after)
    so = so or (not before and _ALL_ZH.match(after))
    return bool(so) and not _is_placed(phrase)


def _each_knows(before: str) -> re.Pattern[str] | None:
    """Return what is told as a rule of each of a calling in Chinese, behind what stands before."""
    if _EACH_BEFORE_ZH.search(before):
        return _EACH_RULED_ZH
    return None if before else _KNOW_ZH


def _is_so_of_each(after: str) -> bool:
    """Return whether something is so of each of a calling in Japanese, and nobody thinks it."""
    ruled = _EACH_RULED_JA.match(after)
    return bool(ruled) and not (_THINKS_JA.search(after) or PAST_JA.search(after))


def _japanese(told: str, before: str, after: str, *, placed: bool) -> bool:
    if placed or _QUOTED_EAST.search(before):
        return False
    if _HEARD_JA.match(after) or _RULED_JA.match(after) or _ONLY_JA.match(after):
        return True
    if _is_present(told, before, after, "ja"):
        return True
    told_today = _QUOTED_EAST.search(after) or _THINKS_JA.search(after)
    return bool(_YEAR_JA.search(before + after)) and not told_today


def _korean(told: str, before: str, after: str, *, placed: bool, bare: bool) -> bool:
    if _EACH_KO.search(before[-4:]) or _EACH_KO.match(told[:3]):
        if _EACH_BEHIND_KO.match(after):
            return True
        ruled = not placed and _EACH_RULED_KO.match(after)
        return bool(ruled) and not (_THINKS_KO.search(after) or PAST_KO.search(after))
    if placed or not bare or _QUOTED_EAST.search(before):
        return False
    if _HEARD_KO.match(after) or _RULED_KO.match(after):
        return True
    if _is_present(told, before, after, "ko"):
        return True
    told_today = _QUOTED_EAST.search(after) or _THINKS_KO.search(after)
    return bool(_YEAR_KO.search(before + after)) and not told_today
