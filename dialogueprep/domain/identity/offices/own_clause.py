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
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "own_clause")

_LEAST = 4
"""Letters at least that have to be left of what is told of an officer."""

_PERSON_EN = f"(?:{_LISTS['person_en']})"
_MATTER_EN = f"(?:{_LISTS['matter_en']})"
_MANY_EN = f"(?:{_LISTS['many_en']})"
_OTHERS_EN = (
    f"(?:{_MANY_EN}(?: of (?:them|those present|the (?:[a-z]+ )?{_PERSON_EN}))?"
    f"(?! of (?:it|this|that|the))(?:(?: [a-z-]+){{0,2}} {_PERSON_EN})?|"
    f"(?:{_LISTS['others_first_en']}) "
    f"(?:[a-z-]+ ){{0,3}}?{_PERSON_EN}|"
    f"(?:the )?(?:{_LISTS['others_people_en']})|"
    f"(?:the |no |an? |further |more |time for )?(?:[a-z]+ )?{_MATTER_EN}|"
    "there (?:was|were|had been)|"
    f"it was (?:{_LISTS['others_said_en']})|"
    f"(?:{_LISTS['others_of_a_people_en']}) (?:side|participants|delegation))(?![a-z-])"
)
# Whatever else has a verb of its own: the amendment fell, and the chair moved on.
_ANYTHING_EN = (
    "(?!the (?:co-)?(?:chair|moderator|rapporteur)|"
    "(?:she|he|they|we|it|this|that|which|who|what)"
    "(?![a-z])|[a-z]+ing (?!of))(?:the|an?|no|those|one|[a-z]+s)"
    f" [^,;]{{3,50}}? (?:{_LISTS['anything_en']}|"
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
    f"(?:{_LISTS['others_zh']}|"
    f"(?:{_LISTS['others_things_zh']}|(?![供让请由给为以向与和同跟])"
    "[^,;说称认觉对]{1,5}(?:与会者|代表|学者|专家|官员|"
    "记者|公司|企业|方面|港口|船东|银行))|"
    "[中日韩朝美俄英法德印越泰菲马新澳蒙加][^,;]{0,2}方|[中日韩][日韩]?(?:两国|双方|代表))"
)
_LED_ZH = "(?:虽然?|尽管|由于|因为?|鉴于|当|在|既然|就在|等|待|见|看到|面对|听到|考虑到)?"
_JOIN_ZH = f"(?:{_LISTS['join_zh']}|[,、])*"
_BEFORE_ZH = re.compile(rf"(^|[,;]){_LED_ZH}{_OTHERS_ZH}[^;]*[,;]{_JOIN_ZH}$")
_AFTER_ZH = re.compile(
    rf"()(?:(?<![说称示出为醒调问道到是及明]),(?:但是?|而|不过|然而|虽然?|尽管|随后|结果|却|可是?)?"
    rf"{_OTHERS_ZH}|;)"
)
_WITHIN_ZH = re.compile(
    rf"(?:在|于|因|见|待|等|趁|应){_OTHERS_ZH}[^,;]{{1,24}}?(?:之?后|时|之际|的情况下|的要求下?|,)"
)

_SAID_JA = f"[^、]{{0,24}}?(?:{_LISTS['said_ja']})(?:が|も|は)"
_OTHERS_JA = f"(?:{_LISTS['others_ja']}|{_SAID_JA})"
_JOIN_JA = "(?:そこで|そのため|これを受け(?:て)?|最后に|结局|しかし|ただ|すると|やがて|その后|、)*"
_OWN_JA = (
    "(?:[^。]{0,40}と(?:し|述べ|言|考え|指摘|评|见|みて|前置き|断|强调|语|告げ|感じ|思)|议长|座长|"
    "司会|书记|报告者|个人|私|自ら|自分|本人|自身|彼)"
)
_BEFORE_JA = re.compile(
    f"^()(?:{_OTHERS_JA}|(?!{_OWN_JA})[^。、]{{1,14}}[^。、でにらと][がはも])"
    f"[^。]*?(?:{_LISTS['before_ja']})、{_JOIN_JA}$"
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

_SAID_KO = f"[^.]{{0,24}}?(?:{_LISTS['said_ko']})(?:들)?(?:이|가|도|은|는)"
_OTHERS_KO = f"(?:{_LISTS['others_ko']}|{_SAID_KO})"
_JOIN_KO = "(?:,|그래서|이에|그러자|결국|그러나|하지만|마지막으로|끝으로|그 뒤|이후|이어)? ?"
_OWN_KO = (
    "(?:[^.]{0,40}(?:[다라냐자]고|다며|라며|[다라]면서) |[^.]{0,30}(?:유감|아쉬)|의장|좌장|"
    "사회자|기록자|서기|본인|자신|개인|스스로|그[는녀])"
)
_BEFORE_KO = re.compile(
    f"^()(?:{_OTHERS_KO}|(?!{_OWN_KO})[^.,]{{1,20}}[이가은는도] )[^.]*?"
    f"(?:{_LISTS['before_ko']}) ?,? ?(?:{_JOIN_KO})$"
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
