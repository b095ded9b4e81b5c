"""Reads who goes on in the next sentence, where the one before tells of nobody else.

In her view, nobody could answer him; 在她看来, 他的顾虑; 彼の懸念は, 彼女によれば; 그녀는.
Where a minister, a captain or a name stands between, the pronoun may be theirs.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import is_hangul
from dialogueprep.domain.identity.reading.written import as_written

_ENGLISH = re.compile(
    r" ?(?:(?:in|to|from|on|for|by|with|despite|beyond|and|but|yet|as|though|while|when|since|what|"
    r"according to|it (?:was|is|seemed)|asked,|pressed,|later,?|then,?|in (?:reply|turn),?) )?"
    r"(she|he|her|him|his)(?![a-z])|"
    r" ?(?:no ?body|no one|none|few|others|some|several|all|most|another|one|many|an?|the)"
    r"(?![a-z])[^.;:]{0,50}? (?:answer(?:ed)?|contradict(?:ed)?|thank(?:ed)?|correct(?:ed)?|"
    r"support(?:ed)?|back(?:ed)?|remind(?:ed)?|told|ask(?:ed)?|second(?:ed)?|follow(?:ed)?|"
    r"join(?:ed)?|(?:agreed?|disagreed?|sided?) with|(?:replied|reply|respond(?:ed)?) to|"
    r"convinced?|persuaded?) (him|her)"
    r"(?= ?[.,;:]|$| (?:on|that|about|for|in|at|to|and|but)(?![a-z]))"
)
_CHINESE = re.compile(
    " ?(?:但是?|而|在|据|按照?|对|就|因此,?|同时,?|为此,?|不过,?|此外,?|随后,?|另外,?)?"
    "([她他])(?![们国人者方山乡日])"
)
_JAPANESE = re.compile(
    " ?(?:また、|さらに、|ただし、|しかし、|一方、|续けて、)?(彼女?)"
    "(?=[はもがのにを、]|によれば|によると|自身|いわく)(?!ら)"
)
_KOREAN = re.compile(
    " ?(?:또한? |다만 |그러나 |하지만 |이어 )?(?:(그녀)(?=[는도가의에]| )|"
    "(그)(?=의 (?:제안|설명|지적|주장|우려|질문|발언|견해|의견|걱정|생각|답변?)))"
)
_PERSON = (
    "minister|president|premier|mayor|governor|king|queen|emperor|captain|crew|author|poet|"
    "writer|interpreter|farmer|fisherm[ae]n|fisherwoman|doctor|nurse|teacher|judge|scientist|"
    "engineer|mother|father|sister|brother|son|daughter|wife|husband|friend|predecessor|"
    "successor|chair|moderator|rapporteur|presenter|speaker|secretary|director|ambassador|envoy|"
    "leader|founder|owner|man|woman|boy|girl|lady|gentleman|person|someone|somebody|patient|"
    "sailor|pilot|student|whom|journalist|lawyer|merchant|monk|admiral|general|colonel|colleague|"
    "participant|official|scholar|academic|expert|neighbou?r|professor|delegate|novelist|villager"
)
_SOMEBODY_EN = re.compile(rf"(?<![a-z])(?:{_PERSON})(?![a-z])")
_NAME = as_written(
    r"(?:Mr|Ms|Mrs|Dr|Prof|Sir|Lord|Lady|Pak|Ibu|President|Minister|Premier|Captain|King|Queen)"
    r"\.? [A-Z]|[A-Z][a-z'’-]+ [A-Z][a-z'’-]+"
)
_SOMEBODY_EAST = re.compile(
    "(?:部|市|省|县|校|院|局|会|船|村|社|司|町|处|课|室)长|总[统理]|首相|大臣|作家|诗人|"
    "[父母兄弟姐妹]亲?|儿子|女儿|丈夫|妻子?|息子|娘|朋友|友人|同[事僚]|医[生师]|老师|渔[民师]|船员|"
    "记者|翻译|译员|通译|主持人|议长|座长|司会|报告[人者]|领袖|国王|女王|皇帝|天皇|大使|"
    "[一某那这另][位名个]|先生|女士|教授|博士|老板|店主|氏|"
    "장관|총리|대통령|시장|선장|작가|시인|아버지|어머니|아들|딸|아내|남편|친구|동료|어민|기자|"
    "통역|의장|좌장|발표자|교수|박사|대사|위원|국장|과장|전문가|학자"
)


def goes_on(text: str, end: int, letter: str) -> tuple[re.Match[str], int] | None:
    """Return a pronoun of the sentence that begins at ``end``, and as which group it stands.

    ``letter`` is one of whom it may be of, and tells the language.
    """
    if letter.isascii():
        told = _ENGLISH.match(text, end)
    elif is_hangul(letter):
        told = _KOREAN.match(text, end)
    else:
        told = _JAPANESE.match(text, end) or _CHINESE.match(text, end)
    return (told, told.lastindex) if told and told.lastindex else None


def tells_of_another(text: str, written: str, start: int, end: int) -> bool:
    """Return whether a sentence tells of anybody else between two places.

    ``written`` is what stands there with its capitals.
    """
    if _SOMEBODY_EAST.search(text, start, end) or _NAME.search(written):
        return True
    return bool(_SOMEBODY_EN.search(text, start, end))
