"""The first word of an institution's name, by which people call it in notes: According to Dolseom,
並風としては, 돌섬 측은. It is often a word or a place as well, so that it counts only as a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.institutions.contracted import in_kana
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_east_asian, is_han, is_hangul
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.spellings.neighbours import (
    han_in_hangul,
    pinyin_in_hangul,
)
from dialogueprep.domain.identity.spellings.readings import pinyin_syllables

# What Korean institutions are and deal in, behind their proper name.
_KOREAN_TAIL = re.compile(
    " ?(?:대학교|대학|대학원|연구원|연구소|연구회|연구실|연구센터|연구재단|정책|전략|과학|"
    "기술|안보|안전|국제|통상|정보|외교|국방|경제|농업|공업|해양|수산|문화|교육|환경|에너지|재단|"
    "센터|포럼|위원회|협의회|학회|협회|연합회|연합|연대|기구|기금|공사|공단|은행|증권|보험|생명|"
    "화재|"
    "신문사|신문|일보|방송|통신|미디어|조선|조선소|해운|상선|항공|제철|철강|전자|전기|전선|건설|"
    "물산|상사|무역|식품|제분|제당|"
    "중공업|공업|산업|화학|정유|정밀|계기|제약|바이오|반도체|자동차|모터스|물류|통운|로지스틱스|"
    "에너지|발전|솔루션|테크|시스템|"
    "네트워크|네트웍스|네트웍|네트웍크스|뉴스|텔레콤|클라우드|데이터|디지털|인공지능|랩|컴퓨팅|"
    "컴퓨트|보건|감염병|의료|의과|소프트|"
    "스튜디오|개발|인문|사회|시스템즈|테크놀로지|파마|메디칼|메디컬|헬스|백신|식품안전|금융|투자|"
    "그룹|홀딩스|컨설팅|자문|법인|법률사무소|로펌|병원|박물관|도서관|출판사|출판|서점|엔진|선박|"
    "페리|여객|운수|"
    "간호|이주민|이주|선원|해사|평화|여자|여성|노동|청년|아동|노인|항만|디지털|공과|사범|예술|"
    "약과|조산사|의과|"
    "시민연대|시민회의|시민회|시민모임|운동본부|운동|모임|연맹|조합|국|청|원|실|처|부)$"
)
_THREE = 3
_SHORT_ENDS = {"연구원": "연", "연구소": "연", "연구센터": "연", "대학교": "대"}
_IN_SHORT = re.compile(f"(?:{'|'.join(_SHORT_ENDS)})$")  # 해누리연
_HANGUL_KIND = re.compile(
    "(?:대학교|대학원?|연구원|연구소|센터|재단|포럼|위원회|협의회|학회|협회|기구|공사|은행|신문|방송|"
    "연대|조합|노조|연맹|연합|의회|국|청|원|실|처)$"
)
_HAN_KIND = re.compile(
    "(?:研究院|研究所|研究中心|大学|学院|中心|せんたー|基金会|财团|协会|学会|协议会|委员会|办公室|"
    "资料馆|博物馆|图书馆|美术馆|会社|事务所|公司|集团|"
    "银行|报社|新闻社|机构|组合|工会|商会|联盟|议会|论坛|[局署厅室院所课科处])$"
)
_HAN_OFFICE = re.compile("(?:办公室|[局署厅司课科处室部省])$")
"""What public offices end with, which are often called by what they deal in: 海缆许可办公室."""
_VIEW_EN = re.compile(
    r"(?:'s?)? (?:[a-z]+ )?(?:view|position|line|stance|reading|argument|objections?|"
    r"proposals?|opinion|answer|reply|camp|position paper|experience|preference|doubts?|concerns?|"
    r"worry|idea|suggestion)"
    r"(?![a-z])"
)
_WRITER_BEFORE = re.compile(
    r"(?:author|authors|writer|writers|drafter|drafters|editor|researchers?|team|people|person|man|"
    r"woman) (?:of|behind|from) (?:the |that )?$"
)
_STUDY = re.compile(
    r" (?:[a-z]+ )?(?:study|paper|report|survey|article|book|model|brief|draft)(?![a-z])"
)
_WILL_NOT = re.compile(
    r" (?:will|would|could|can|does|did) (?:not|never|hardly|rather|only|gladly|happily|no longer) "
    r"[a-z]+|"
    r" (?:wants?|refuse[sd]?|insists?|prefers?|objects?|doubts?|fears?|hopes?|agrees?|disagrees?)"
    r"(?![a-z])"
)
_EXPERIENCE = re.compile(r"(?:^|[ ,(])(?:in|from|to) $")
_PERSON = (
    "(?:代表|老师|教授|专家|同事|同僚|人士|人|学者|研究员|负责人|先生|さん|方|担当者|关系者|者|参加者|出席者|发表者|发言者|发言人|"
    "与会者|参会者|めんばー|记者|官员|职员)"
)
_STUDY_HAN = (
    "(?:的|の)(?:(?:一|两|几)项|最新|最近|新しい|最近の)?(?:研究|调查|分析|试算|推计|测算)(?:结果)?"
    "(?:によれば|によると|では|でも|显示|表明|发现|认为|指出|证明|估计|,|は[^。、]{1,20}(?:示し|示す))"
)
_HAN_BEHIND = re.compile(
    "(?:方面?(?![向位法案针便式圆]|面?已?经?(?:收到|收悉|接获|报名|确认出席))|侧|那边|这边|"
    "一方)(?:的|の)?|としては|としても|によれば|"
    f"によると|的话|{_STUDY_HAN}|(?:からの|から来た|から参加した|所属の){_PERSON}|"
    f"(?:的|の)(?:立场|意见|见解|主张|考え|言い分|提案|提议|见方|看法|说法|观点|态度|经验|"
    f"{_PERSON})|"
    "(?:认为|主张|表示|坚持|反对|赞成|不愿|不肯|不同意|同意|要求|提出|希望|担心|提议|建议|称|说|怀疑|质疑|担忧|批评|警告|支持|答应|抱怨|强调|不[信赞])|"
    "[はがも][^。、]{0,30}(?:反对|赞成|主张|求め|指摘し|提案し|警告|批判|怀疑|悬念|慎重|纳得|约束し|拥护|案を出|图を描|申し出|退け|明かさ|述べ|言っ|言う|とした|望ん|涩|拒|考え|とのこと|"
    "という(?=[。]|$))"
)
_LEADS_TO = ("来自", "根据", "依据", "按照", "据", "按")
_HAN_TOLD = re.compile("(?:据|按照?|依|听|对)$")
_SPOKEN_HAN = re.compile("的?(?:说法|介绍|意见|看法|讲|所说|说)|称|来说|而言")
_SOMEBODY = (
    "(?:관계자|대표단?|사람|연구원|연구자|연구진|연구팀|팀|학자|전문가|간부|교수|직원|분|참석자|참가자|발표자|"
    "발언자|동료)(?: (?:한|두|세) (?:명|분|사람))?"
)
_HANGUL_BEHIND = re.compile(
    f"(?: ?(?:측|쪽)|(?: |의 ){_SOMEBODY}|에서 (?:온|나온|참석한|참가한) (?:[가-힣]+ )?"
    f"(?:{_SOMEBODY}|학자|전문가)| 소속 (?:[가-힣]+ )?[가-힣]+(?=[은는이가] ))들?"
    "(?:이라면|[은는이가도의 ]|에서)|에 따르면|에 의하면|"
    "의 (?:최근 )?(?:연구|조사|분석)(?: 결과)?에 (?:따르|의하)면|(?:으)?로서는|"
    " (?:입장|의견|견해)[은는]|"
    "의 (?:입장|의견|주장|생각|제안|견해|논리|설명|경험|말)|"
    "(?:만|조차|까지|마저)?[은는이가도] [^.]{0,30}?(?:반대|찬성|주장|요구|제안|말했|바랐|원했|"
    "거부|고 했|않겠|꺼렸|원한다|바란다|의심|우려|믿지|강조|지적|"
    "경고|비판|옹호|약속|물었|요청|걱정|선호|지지|물리|고집|버텼|동의|신중|회의적|유보적|난색|못마땅|시큰둥)"
)


def short_names(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the first word of an institution's name in characters or hangul, if it is its own."""
    compact = folded.replace(" ", "")
    if len(compact) < 4 and not (len(compact) == 3 and is_hangul(compact[0])):
        return
    if all(map(is_han, folded[:2])):
        yield from _of_characters(compact, lexicon)
        yield from _without_middle(compact, 2, _HAN_KIND.search(compact), lexicon)
    elif is_hangul(folded[0]):
        proper = _proper_in_hangul(folded)
        if (
            len(proper) > 1
            and proper not in lexicon.institutions.neighbours.ordinary
            and proper not in lexicon.pieces
            and not _is_of_ordinary_words(proper, lexicon)
        ):
            yield proper
            yield from in_kana(proper)
        if len(proper) == _THREE and (end := _IN_SHORT.search(compact)):
            yield proper + _SHORT_ENDS[end.group()]
        if len(proper) > 1:
            kind = _HANGUL_KIND.search(compact)
            yield from _without_middle(compact, len(proper), kind, lexicon)


def says_what_it_is(short: str) -> bool:
    """Return whether a short name in hangul ends with what the institution is."""
    return bool(_HANGUL_KIND.search(short))


def _is_of_ordinary_words(proper: str, lexicon: Lexicon) -> bool:
    """Return whether what is left of a name begins with a word for a field: 데이터보증."""
    ordinary = lexicon.institutions.neighbours.ordinary
    return any(proper[:length] in ordinary for length in range(2, len(proper)))


def _without_middle(
    name: str, proper: int, kind: re.Match[str] | None, lexicon: Lexicon
) -> Iterator[str]:
    """Yield a name without its field, and without its proper name: 한빛연구원, 調整局.

    A field in which many work does not tell which of them it is: 経済研究所.
    """
    field = name[proper : kind.start()] if kind else ""
    if len(field) < 2 or not kind:
        return
    for words in (name[:proper], field):
        ordinary = words in lexicon.institutions.neighbours.ordinary
        if not ordinary and words not in lexicon.pieces:
            yield words + kind.group()


def parts_of_name(folded: str, generic: frozenset[str]) -> Iterator[str]:
    """Yield an English name of three words and more with words left out: Residue Office."""
    if not folded.isascii():
        return
    plain = re.split(" (?:for|on) ", folded)[0]
    words = [w for w in plain.split() if w not in ("of", "and", "&", "the")]
    if 2 < len(words) < 6 and words[0] not in generic:
        yield f"{words[0]} {words[1]}"
        yield f"{words[0]} {words[-1]}"
        yield " ".join(words[1:])
    elif len(words) > 1 and " of " in plain:
        yield f"{words[-1]} {words[0]}"


def _of_characters(name: str, lexicon: Lexicon) -> Iterator[str]:
    proper, words = name[:2], lexicon.institutions.neighbours
    if (
        proper in words.ordinary
        or ((proper in words.fields or is_word(proper)) and _HAN_OFFICE.search(name))
        or proper in lexicon.pieces
        or lexicon.is_common(proper)
    ):
        return
    yield proper
    yield from han_in_hangul(proper, lexicon.readings)[:1]
    if sounding := pinyin_in_hangul(pinyin_syllables(proper, lexicon.readings)):
        yield sounding


def _proper_in_hangul(folded: str) -> str:
    proper = folded
    while tail := _KOREAN_TAIL.search(proper):
        if tail.start() < 2:
            break
        proper = proper[: tail.start()]
    return proper if proper != folded else ""


def is_short_source(word: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Return whether the first word of an institution's name is said to have a view."""
    if is_hangul(word[0]):
        behind = _HANGUL_BEHIND.match(after)
        told = bool(behind) and after[:1] in "은는이가도만조까마"
        led = before.endswith(("에 ", "을 ", "를 "))  # 파견에 관해서는
        return bool(behind) and not (told and (led or lexicon.is_common(word)))
    if is_east_asian(word[0]):
        particles = lexicon.common.han_particles
        led = before and is_han(before[-1]) and not before.endswith(_LEADS_TO)
        if len(word) > 2 and led and before[-1] not in particles:
            return False  # the end of another name
        spoken = _HAN_TOLD.search(before) and _SPOKEN_HAN.match(after)
        return bool(spoken or _HAN_BEHIND.match(after))
    if _WRITER_BEFORE.search(before) and _STUDY.match(after):
        return True
    if _EXPERIENCE.search(before) and after.startswith("'s "):
        return bool(_VIEW_EN.match(after)) or after.startswith(("'s eyes", "'s judg"))
    return bool(_VIEW_EN.match(after) or _WILL_NOT.match(after))
