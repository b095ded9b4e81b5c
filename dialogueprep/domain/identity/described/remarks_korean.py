"""Tells how a line of Korean notes ends that says what somebody at the table did or said.

비용 우려, 직통 연락망부터 두자고 함, 내년 착수 어렵다. News of elsewhere does not end so, nor
does a rule: 마닐라서 시위, 통과 허가제 시행.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "remarks_korean")

_DEEDS = _LISTS["deeds"]
_MANNER = "회의적|긍정적|부정적|미온적|소극적|적극적|유보적|신중|단호|완강"
_SAID = f"(?:{_LISTS['said']})"
_JUDGED = f"(?:{_LISTS['judged']})(?:하|스럽)?(?:다|함|움|음|듦|렵다)?"
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
    rf"[^.;\n]{{0,70}}?(?:[다라자냐까]고(?: ?(?:{_LISTS['spoken']})[가-힣]*)|"
    "[는은다라자](?: 취지의)? (?:의견|하소연|지적|요청|제안|우려|반론|질문|목소리|요구|설명|"
    "불만|"
    "호소|이야기|얘기)[이가도은을를] ?(?:나왔|나옴|있었|있었음|제기|냈|이어졌|내놓))"
)
_COMMA = re.compile("(?:님|분)?(?: 한 (?:명|분|사람))?, ?")
_AT_ONCE = re.compile(rf"(?:님|분)? (?:[가-힣]+ )?(?:{_LISTS['at_once']})(?=$|[.;\n])")
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
