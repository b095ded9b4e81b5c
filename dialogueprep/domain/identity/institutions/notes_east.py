"""Judges institutions in hurried notes in Chinese, Japanese and Korean.

网安局口气松动了, むすび研がまた監査の話, 새솔은 쿠로하마와 입장이 다름. A venue, a host or an
addressee is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.institutions.listed_positions import is_listed_east
from dialogueprep.domain.identity.institutions.talk import stands_in_korean
from dialogueprep.domain.identity.institutions.turns import has_a_proposal
from dialogueprep.domain.identity.reading.fold import KANA, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "notes_east")

_STARTS = re.compile("(?:^|[,、;:(→>/] ?|但|而|连|只有|就连|ただ|なお|다만|단|그리고 |또 )$")
_SIGN = re.compile(
    r"(?:侧|측| 측| 쪽)? ?(?::(?! ?(?:https?|www|tel|[0-9]{3}|见|参照|참조|$))|→|->|=>)"
)
_BRACKET = re.compile(r" ?\)")
_LABEL = re.compile(f"(?:{_LISTS['label']})(?::|は|が|은|는|이|가)? ?$")
_LABELLED = re.compile(_LISTS["labelled"])
_THING_ZH = re.compile(f"的?(?:{_LISTS['thing_zh']})")
_ZH_BOTH = re.compile(
    "(?:和|与|跟|同|对|、|/)[^,。;:的]{2,10}?(?=各|看法|意见|想法|立场|唱|不一|对立|都|均|也|又|反|"
    "赞|同)"
)
_ZH_VIEW = re.compile(
    f"(?:{_LISTS['side_zh']})?(?:的?(?:口气|语气|口风|态度|立场|调子|口径|反应|底线|说法|"
    "意思)[^,。;]{0,4}(?:松|软|硬|变|紧|缓|强|不|很|更|转|依旧|如故|冷|热|没|未|是|明)|"
    "(?:也|还是|还|仍|又|都|就|倒|却|再|再次|一直|始终|当场|各|刚才|显然|似乎|好像|"
    f"这次)*(?:{_LISTS['view_zh']}))"
)
# What it found, told as its own, or beside what another found.
_ZH_FOUND = re.compile(
    "的(?:(?:测量|测试|实测|监测|试验|问卷|抽样)(?:结果|数据)?|结果|指数|曲线)(?:显示|表明|说明|跟|和|与|比)"
)
_ZH_BESIDE_FOUND = re.compile("的?(?:差不多|一样|不同|相反|不一样|对不上|[高低大小]|接近)")
_ZH_FOUND_BEFORE = re.compile("的(?:指数|结果|数据|数字|曲线|测量|说法)(?:跟|和|与|比)$")
_ZH_AS = re.compile("的(?:意思|说法|看法|口径|意见|算法|讲法)")
_ZH_TOLD = ("据", "按", "按照", "依", "照", "听", "依照", "根据")
_THING_JA = re.compile(f"の?(?:{_LISTS['thing_ja']})")
_JA_END = f"(?:{_LISTS['ja_end']})"
_JA_VIEW = re.compile(
    "(?:の(?:人|方|者|担当者?|先生|研究者|代表|面々))?(?:侧)?(?:は|が|も|としては|としても|"
    "に言わせると|によると|、|さん[はがも、])"
    f"(?:[^。;]{{0,40}}?{_JA_END})(?:と|か|らしい|とのこと|の模样)?(?=[。、,;)→]|$)|"
    "(?:侧|さん)?[はがも、][^。;]{2,40}[^ 、]と(?=$|。)|、 ?(?:また|やはり|まだ|なお|"
    "再び)[^。;]{2,20}$|"
    "(?:は|も)(?:まだ|なお|依然|いまだ)[^。;]{0,10}(?:涩っ|迷っ|摇れ|恼)|と[^。、]{2,8}?(?:で|が|"
    "は)?(?:割れ|对立|食い违|平行线)|"
    "から(?:は|も|の)?[^。;]{0,8}(?:异论|异议|质问|意见|疑问|反论|反对|提案|指摘|注文|要望|悬念|"
    "一言|赞同)(?=$|[。、,;)])"
)
_THING_KO = re.compile(
    " ?(?:보고서|본사|건물|회의실|강당|도서관|[0-9]+층|누리집|홈페이지|캠퍼스|버스|항구|제공|주최)"
)
_KO_TOGETHER = re.compile(
    "(?:이?랑|하고|[과와])(?:는|도)? [^.]{0,16}?(?:의견|생각|입장|견해|시각|"
    "말)[이은도가]? ?(?:다름|달라|다르|같음|같|비슷|엇갈|갈림|갈려|안 맞|맞섬|충돌)"
)
_KO_END = f"(?:{_LISTS['ko_end']})"
_KO_VIEW = re.compile(
    "(?:(?: ?(?:측|쪽)|에서 (?:온|나온|오신) (?:분|사람|대표|이)|의? ?(?:교수|연구원|기자|대표|"
    "분))?(?:[은는이가도만]|에선|에서는)?|"
    f"[과와] [가-힣]+[은는이가]?) (?:[^.,;]{{0,28}} )?{_KO_END}"
    "(?:임|함|을 표함|한다고|이라고|라고|이란다)?(?=$|[.,;)])|"
    "(?: ?(?:측|쪽)|에서 (?:온|나온|오신) (?:분|사람|대표|이)| ?(?:교수|연구원|기자|대표|"
    "분))?[은는이가도] [^.;]{1,40}(?:[다라자냐]고(?: 함| 봄)?|[가-힣 ](?:함|봄|다름|"
    "없음|있음|망설임|고민|주저함|버팀|싫음|저음|끄덕임|낫다|그럼))(?=$|[.,;)])|"
    f"에서 [^.;]{{1,30}}(?:{_LISTS['ko_view']})기로(?: ?(?:함|했음|하심))?(?=$|[.,;)])"
)


def is_source_in_notes_east(word: str, before: str, after: str) -> bool:
    """Return whether an institution between these is in notes the source of a view."""
    if is_thing_east(word, before, after):
        return False
    if before.endswith("(") and _BRACKET.match(after):
        return not _LABELLED.search(before)
    signed = _STARTS.search(before) and _SIGN.match(after)
    if signed or has_a_proposal(before, after) or is_listed_east(before, after):
        return True
    behind = after.lstrip()[:1]
    if (behind and is_hangul(behind)) or stands_in_korean(word, before[-40:] + after):
        told = _KO_TOGETHER.match(after) or _differs_ko(before, after) or _KO_VIEW.match(after)
        return bool(told)
    japanese = KANA.search(before[-40:] + word + after)
    if japanese:
        return bool(_JA_VIEW.match(after) or (before.endswith("と") and _PARTED.match(after)))
    return _chinese(before, after)


def _chinese(before: str, after: str) -> bool:
    if before.endswith(_ZH_TOLD) and _ZH_AS.match(after):
        return True
    if _ZH_FOUND.match(after):
        return True
    if _ZH_FOUND_BEFORE.search(before) and _ZH_BESIDE_FOUND.match(after):
        return True
    both = _ZH_BOTH.match(after)
    rest = after[both.end() :] if both else after
    beside = before.endswith(("和", "与", "跟")) and _ZH_VIEW.match(after)
    return bool(_ZH_VIEW.match(rest) or beside)


def is_thing_east(word: str, before: str, after: str) -> bool:
    """Return whether something of an institution is meant, or it is a venue, host or addressee."""
    if _LABEL.search(before):
        return True
    if stands_in_korean(word, after):
        return bool(_THING_KO.match(after))
    return bool(_THING_ZH.match(after) or _THING_JA.match(after))


_KO_DIFFERS = re.compile(
    "(?:이?랑|하고|[과와]) ?(?:는 )?(?:의견|생각|입장|견해|시각)[이은도가]? ?(?:다름|달라|다르|같|"
    "비슷|엇갈|갈)"
)
_KO_PARTED = re.compile(
    "(?:은|는|이|가|도)? ?(?:의견|생각|입장|견해|시각)[이은도가]? ?(?:다름|달라|다르|같|비슷|엇갈|"
    "갈)"
)
_KO_PART = re.compile(
    "(?:이?랑|하고|[과와]) [가-힣]{2,8} ?(?:갈림|갈려|대립|충돌|엇갈림|이견)| 또 [가-힣]{2}"
)
_PARTED = re.compile(
    "(?:で|が|は)?(?:割れ|对立|食い违|平行线)|은? ?(?:갈림|갈려|대립|충돌|엇갈림|이견)"
)
_KO_BESIDE = re.compile("(?:이?랑|하고|[과와]) $")


def _differs_ko(before: str, after: str) -> bool:
    """Return whether an institution is the other of two that differ: 하야테하고 온누리 의견 "
    "엇갈림."""
    if _KO_DIFFERS.match(after) or _KO_PART.match(after):
        return True
    parted = _KO_PARTED.match(after) or _PARTED.match(after)
    return bool(_KO_BESIDE.search(before) and parted)
