"""Tells how a line of Korean notes ends that says what somebody at the table did or said.

비용 우려, 직통 연락망부터 두자고 함, 내년 착수 어렵다. News of elsewhere does not end so, nor
does a rule: 마닐라서 시위, 통과 허가제 시행.
"""

from __future__ import annotations

import re

_DEEDS = (
    "우려|걱정|반대|찬성|의문|의심|제안|주장|지적|요청|요구|소개|호소|질문|재질문|질의|답변|반론|반박|이의|이견|"
    "동의|공감|수긍|난색|유보|보류|강조|설명|언급|경고|당부|불만|하소연|토로|피력|촉구|낭독|경험담|제기|맞장구|"
    "고집|침묵|거부|수용|양보|고수|비판|옹호|지지|환영|회고|시인|인정|거절|끄덕임|한숨|희망|의견"
)
_MANNER = "회의적|긍정적|부정적|미온적|소극적|적극적|유보적|신중|단호|완강"
_SAID = (
    "(?:함|봄|물음|답함|하심|하셨음|했음|하였음|말함|강조|주장|지적|설명|답변|언급|제안|요청|경고|덧붙임|되물음|"
    "반문|밝힘|토로|해명|고집|함께 밝힘)"
)
_JUDGED = (
    "(?:어렵|힘들|곤란|불가|불가능|가능|무리|이르|부담|한계|충분|부족|싫|아깝|낫|늦|필요|먼저|나중)"
    "(?:하|스럽)?(?:다|함|움|음|듦|렵다)?"
)
_WISHED = "[가-힣](?:자|아야|어야|해야|여야|말자|달라|라)"
_REMARK = re.compile(
    "[^.;\n]{0,70}?(?:"
    f"(?:{_DEEDS})(?: ?(?:표함|표시|제기|나옴|있었음|없음|함|중))?|(?:{_MANNER})(?:함|임|인 입장)?|"
    f"[다라자냐까]고(?: ?{_SAID})?|거라고|{_JUDGED}|{_WISHED})(?=$|[.;\n)])"
)
# Of another time or place: nobody said it in the room.
_ELSEWHERE = re.compile(
    "지난|작년|재작년|[0-9]{4}년|기사|보도|언론|현지|순방|시위|자료\\)|참고|논문|[0-9]%"
)
_SPOKEN = re.compile(
    "[^.;\n]{0,70}?(?:[다라자냐까]고(?: ?(?:했|하였|말했|말하였|답했|물었|보았|봤|강조했|"
    "강조하였|주장했|주장하였|지적했|지적하였|설명했|설명하였|덧붙였|밝혔)[가-힣]*)|"
    "[는은다라자](?: 취지의)? (?:의견|하소연|지적|요청|제안|우려|반론|질문|목소리|요구|설명|불만|"
    "호소|이야기|얘기)[이가도은을를] ?(?:나왔|나옴|있었|있었음|제기|냈|이어졌|내놓))"
)
_COMMA = re.compile("(?:님|분)?(?: 한 (?:명|분|사람))?, ?")
_AT_ONCE = re.compile(
    "(?:님|분)? (?:[가-힣]+ )?(?:우려|반대|찬성|동의|공감|맞장구|난색|거부|수긍|고집|침묵|반박|"
    "반론|이의|질문|항의|한숨|끄덕임)(?=$|[.;\n])"
)
_OPENS = re.compile("(?:[o○▷▶☞#@*•·-] ?)?(?:[0-9]{1,2}[.)] ?)?$")


def is_a_remark(rest: str) -> bool:
    """Return whether what is left of a line is noted as somebody's remark or stance."""
    told = _REMARK.match(rest)
    return bool(told) and not _ELSEWHERE.search(rest, 0, told.end() if told else 0)


def is_spoken(rest: str) -> bool:
    """Return whether what is left of a sentence is told as said in the room."""
    return bool(_SPOKEN.match(rest))


def heads_a_line(before: str, after: str) -> bool:
    """Return whether who stands between heads a line: 필리핀 활동가, 비용 우려."""
    if not _OPENS.match(before):
        return False
    if comma := _COMMA.match(after):
        return is_a_remark(after[comma.end() :])
    return bool(_AT_ONCE.match(after))
