"""Finds what a sentence tells of an officer, apart from what it tells of others.

Several objected, and the chair moved on: the doubt is not the chair's. A clause whose subject are
others, before the officer's, behind it or within it, is left out; the officer's own clause decides.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.offices.leaning import only_ran_it
from dialogueprep.domain.identity.offices.procedural import is_procedural, shows_a_mind
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul

_LEAST = 4
"""Letters at least that have to be left of what is told of an officer."""

_PERSON_EN = (
    "(?:participants?|speakers?|delegates?|delegations?|members?|officials?|experts?|scholars?|"
    "academics?|colleagues?|voices?|people|representatives?|guests?|researchers?|discussants?|"
    "panell?ists?|diplomats?|sides?|countries|governments|companies|ministries|capitals|hands)"
)
_MATTER_EN = (
    "(?:views|opinions?|positions|discussions?|debate|exchange|exchanges|consensus|agreement|"
    "objections?|questions?|doubts|concerns|time|support|talk|talks|argument|arguments|voices|"
    "tempers|minutes|hands|conversation|interventions?|requests|answers?|comments?|disagreement|"
    "opposition|reactions?|proposals?|calls)"
)
_MANY_EN = (
    "(?:several|some|many|most|others|all|both|nobody|no one|none|everyone|everybody|a few|few|"
    "somebody|someone|two|three|four|five|six|half|a (?:number|majority|handful|minority)|"
    "the (?:majority|rest|others))"
)
_OTHERS_EN = (
    f"(?:{_MANY_EN}(?: of (?:them|those present|the (?:[a-z]+ )?{_PERSON_EN}))?"
    f"(?! of (?:it|this|that|the))(?:(?: [a-z-]+){{0,2}} {_PERSON_EN})?|"
    f"(?:an?|one|another|no|any|other|the (?:other|first|second|last)|a second|a third) "
    f"(?:[a-z-]+ ){{0,3}}?{_PERSON_EN}|"
    f"(?:the )?(?:participants|speakers|delegates|delegations|members|room|group|meeting|session)|"
    f"(?:the |no |an? |further |more |time for )?(?:[a-z]+ )?{_MATTER_EN}|"
    "there (?:was|were|had been)|"
    "it was (?:argued|objected|suggested|asked|noted|said|proposed|pointed out)|"
    "(?:chinese|japanese|korean|the (?:chinese|japanese|koreans)) (?:side|participants|delegation))"
    "(?![a-z-])"
)
# Whatever else has a verb of its own: the amendment fell, and the chair moved on.
_ANYTHING_EN = (
    "(?!the (?:co-)?(?:chair|moderator|rapporteur)|(?:she|he|they|we|it|this|that|which|who|what)"
    "(?![a-z])|[a-z]+ing (?!of))(?:the|an?|no|those|one|[a-z]+s) [^,;]{3,50}? (?:was|were|had|did|"
    "could|would|fell|found|met|gave|left|took|came|went|rose|grew|stood|kept|began|broke|"
    "[a-z]{3,}ed)(?![a-z])"
)
_LED_EN = "(?:when|as|since|once|although|though|while|whereas|after|because|even though|even as)"
_JOIN_EN = (
    "(?:(?:,|;)? (?:and|but|so|yet)(?: so| then| finally| therefore| thus)?|"
    "(?:,|;) (?:whereupon|after which|at which point|upon which|while|whereas|then)|; ?|"
    " (?:before|until|while|whereas))"
)
_BEFORE_EN = re.compile(
    rf"(^|[,;:] )(?:(?:{_OTHERS_EN}|{_ANYTHING_EN})[^;]*?{_JOIN_EN}|"
    rf"{_LED_EN} (?:{_OTHERS_EN}|{_ANYTHING_EN})[^;]*?,) ?(?:then )?$|"
    rf"^()(?:despite|amid|after|following|in spite of|given|notwithstanding|in view of) "
    rf"(?:[a-z]+ ){{0,3}}?{_MATTER_EN}(?![a-z-])[^;]*?, $"
)
_AFTER_EN = re.compile(
    rf"()(?:(?:,|;)? (?:after|when|once|although|though|even though|while|whereas|as)|"
    rf"(?:,|;) (?:and|but|yet)|;) {_OTHERS_EN} (?!which|that|who)[a-z]"
)
_WITHIN_EN = re.compile(rf", (?:{_LED_EN}) {_OTHERS_EN}[^,;]{{3,}},(?= [a-z])")

_OTHERS_ZH = (
    "(?:有的?人|有[的些]|有(?:与会|参会|学|代表|发言|专家|声音|几[位名个]|[一两三四多数][位名个])|"
    "(?:大|绝大)?多数|少数|不少|许多|很多|一些|若干|部分|[几两三四五六七八九十数多][位名个]|"
    "另?一[位名](?!主席|主持|记录|报告员)|另[一有]|其[他余]|各[方国位代]|双方|大家|众人|人们|"
    "(?:一众)?(?:与会|参会)(?:者|代表|人员|各方|专家)|全场|会场|现场|讨论|争论|辩论|意见|看法|分歧|"
    "[没无]人|没有人|无(?:任何)?人|谁也|时间|发言者|对话|提问|问题|反对[者声意]|支持[者声]|"
    "(?:数据|数字|修正案|提案|草案|案文|文本|方案|表决|投票|气氛|译员|翻译|后排|前排|第[一二三四]|"
    "(?:赞成|反对|支持|发言|举手)的?(?:人|者|声)|(?![供让请由给为以向与和同跟])[^,;说称认觉对]{1,5}(?:与会者|代表|学者|专家|官员|"
    "记者|公司|企业|方面|港口|船东|银行))|"
    "[中日韩朝美俄英法德印越泰菲马新澳蒙加][^,;]{0,2}方|[中日韩][日韩]?(?:两国|双方|代表))"
)
_LED_ZH = "(?:虽然?|尽管|由于|因为?|鉴于|当|在|既然|就在|等|待|见|看到|面对|听到|考虑到)?"
_JOIN_ZH = (
    "(?:于是|因此|所以|因而|故|而|但是?|不过|然而|最后|随后|随即|接着|便|此时|这时|会上|之后|"
    "然后|结果|为此|对此|最终|后来|只好|[,、])*"
)
_BEFORE_ZH = re.compile(rf"(^|[,;]){_LED_ZH}{_OTHERS_ZH}[^;]*[,;]{_JOIN_ZH}$")
_AFTER_ZH = re.compile(
    rf"()(?:(?<![说称示出为醒调问道到是及明]),(?:但是?|而|不过|然而|虽然?|尽管|随后|结果|却|可是?)?"
    rf"{_OTHERS_ZH}|;)"
)
_WITHIN_ZH = re.compile(
    rf"(?:在|于|因|见|待|等|趁|应){_OTHERS_ZH}[^,;]{{1,24}}?(?:之?后|时|之际|的情况下|的要求下?|,)"
)

_SAID_JA = (
    "[^、]{0,24}?(?:声|指摘|意见|要望|提案|疑问|悬念|批判|要求|质问|异论|异议|反论|求め|发言|"
    "举手|手|答え|合意|やり取り|应酬|应答)(?:が|も|は)"
)
_OTHERS_JA = (
    "(?:何[人名]か|数[人名]|一部[のがはに]|多く[のがはに]|大[半多][のがはに]|ほとんど|过半|复数[のが]|"
    "ある(?:参加|出席|发言|专门|研究)|别の|他の|ほかの|もう一人|[一二三四五六][人名][のがは]|双方|两者|全员|"
    "谁[もか]|一同|参加者|出席者|发言者|各[国代参社]|各侧|"
    "异论|异议|反对|赞成|赞否|意见|议论|讨论|讨议|"
    "质疑|发言|质问|时间|会场|"
    "[日中韩米][本国]?侧|"
    f"{_SAID_JA})"
)
_JOIN_JA = "(?:そこで|そのため|これを受け(?:て)?|最后に|结局|しかし|ただ|すると|やがて|その后|、)*"
_OWN_JA = (
    "(?:[^。]{0,40}と(?:し|述べ|言|考え|指摘|评|见|みて|前置き|断|强调|语|告げ|感じ|思)|议长|座长|"
    "司会|书记|报告者|个人|私|自ら|自分|本人|自身|彼)"
)
_BEFORE_JA = re.compile(
    rf"^()(?:{_OTHERS_JA}|(?!{_OWN_JA})[^。、]{{1,14}}[^。、でにらと][がはも])[^。]*?(?:[しがりてでずくばみえけきいちに]|ため|ので|ものの|から|ところ|なか|中|"
    rf"后|たび|とき|时|ことから|ことで|まま|う[ちえ]|け[どれ]|と|れ|せ|め|ら)、{_JOIN_JA}$"
)
_AFTER_JA = re.compile(
    rf"^([はがも][^。]*?(?:たが|たところ|たものの|ると|た后|たため|た|し|て|り|み|め|げ|え|ち))、"
    rf"(?:{_OTHERS_JA})"
)
_WITHIN_JA = re.compile(
    rf"(?<=[はが])、?{_OTHERS_JA}(?:[^。、]{{0,12}}?[がも]|(?<=[がも]))[^。、]{{2,30}}?"
    rf"(?:(?:ため|ので|ことから|のを受けて|を受けて)、?|"
    rf"(?:后に?|ものの|のを受け|を受け|たが|と|て|ところで|なか(?:で)?|まま)、)"
)

_SAID_KO = (
    "[^.]{0,24}?(?:목소리|지적|의견|요구|제안|우려|비판|질문|이견|이의|반론|반대|주장|발언|요청|"
    "의문|찬성|답변|공방|합의|설명|견해)(?:들)?(?:이|가|도|은|는)"
)
_OTHERS_KO = (
    "(?:몇몇|몇 (?:명|사람|분)|일부|여러|다수|대다수|과반|많은|상당수|대부분|"
    "한 (?:참석|참가|발언|전문|연구)|다른|또 다른|두 (?:명|사람|분|참석|발언)|"
    "세 (?:명|사람|분|참석|발언)|양[측쪽]|모두|"
    "아무도|누구도|누군가|참석자|참가자|발언자|각국|각 (?:측|대표)|"
    "이견|의견|이의|반대|논의|토론|논쟁|발언|질문|질의|"
    "시간|회의장|합의|공방|(?:일본|중국|한국|미국) ?측|"
    f"{_SAID_KO})"
)
_JOIN_KO = "(?:,|그래서|이에|그러자|결국|그러나|하지만|마지막으로|끝으로|그 뒤|이후|이어)? ?"
_OWN_KO = (
    "(?:[^.]{0,40}(?:[다라냐자]고|다며|라며|[다라]면서) |[^.]{0,30}(?:유감|아쉬)|의장|좌장|"
    "사회자|기록자|서기|본인|자신|개인|스스로|그[는녀])"
)
_BEFORE_KO = re.compile(
    rf"^()(?:{_OTHERS_KO}|(?!{_OWN_KO})[^.,]{{1,20}}[이가은는도] )[^.]*?"
    rf"(?:(?<![다라냐자])고|나|만|며|자|아|어|해|데|서|므로|니|면서|뒤|후|가운데|끝에|때문에|"
    rf"도|채|은 채|됐지만|되어|돼|져|라|려|와) ?,? ?(?:{_JOIN_KO})$"
)
_AFTER_KO = re.compile(rf"([가-힣](?:으나|지만|는데|[했었았]으며|[했었았]고|자)),? {_OTHERS_KO}")
_WITHIN_KO = re.compile(
    rf"(?<=[은는이가]) {_OTHERS_KO}(?:(?:[가-힣]* ){{0,2}}[가-힣]*[이가도]|(?<=[이가도])) "
    rf"[^.,]{{2,24}}?(?:자|어서|아서|므로|지만|으나|는데|고 나서|뒤에?|후에?|해|려|니),?(?= )"
)
_BY = {
    "en": (_BEFORE_EN, _AFTER_EN, _WITHIN_EN),
    "zh": (_BEFORE_ZH, _AFTER_ZH, _WITHIN_ZH),
    "ja": (_BEFORE_JA, _AFTER_JA, _WITHIN_JA),
    "ko": (_BEFORE_KO, _AFTER_KO, _WITHIN_KO),
}
Told = tuple[Folded, tuple[int, int]]


def own_clause(folded: Folded, start: int, end: int) -> Told | None:
    """Return an officer's own clause, and where the office stands in it.

    None where the sentence tells of nobody else.
    """
    first, last = sentence(folded, start)
    before, after = folded.text[first:start].lstrip(), folded.text[end:last].rstrip()
    first, last = start - len(before), end + len(after)
    led, behind, within = _BY[_language(before, folded.text[start], after)]
    pieces, at = [(first, start)], start
    if told := led.search(before):
        pieces = [(first, first + told.start() + len(told[1] or ""))]
    if (told := behind.search(after)) and told.end() > _LEAST:
        last = end + told.start() + len(told[1])
    if (told := within.search(folded.text, end, last)) and last - told.end() > _LEAST:
        pieces += [(at, told.start()), (told.end(), last)]
    else:
        pieces.append((at, last))
    if pieces == [(first, start), (start, end + len(after))]:
        return None
    begins = pieces[0][1] - pieces[0][0]
    return _joined(folded, pieces), (begins, begins + end - start)


def ran_the_meeting(folded: Folded, start: int, end: int) -> bool:
    """Return whether all that is told of an officer is how the meeting went."""
    if is_procedural(folded, start, end):
        return True
    first, last = sentence(folded, start)
    before, after = folded.text[first:start], folded.text[end:last]
    return not shows_a_mind(before + after) and only_ran_it(before, folded.text[start:end], after)


def _joined(folded: Folded, pieces: list[tuple[int, int]]) -> Folded:
    """Return what is left of a text."""
    return Folded(
        "".join(folded.text[a:z] for a, z in pieces),
        folded.original,
        [n for a, z in pieces for n in folded.starts[a:z]],
        [n for a, z in pieces for n in folded.ends[a:z]],
    )


def _language(before: str, office: str, after: str) -> str:
    if office.isascii():
        return "en"
    if is_hangul(office):
        return "ko"
    return "ja" if KANA.search(before + after) else "zh"
