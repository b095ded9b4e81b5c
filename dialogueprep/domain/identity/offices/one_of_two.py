"""Tells whether the former or the latter, 前者, 後者, 후자 is somebody: of two people, not things.

"Two treaties were cited; the latter argued for a commission"; 两种手段, 二つの提案, 두 안.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "one_of_two")

_WORDS = ("前者", "后者", "前一位", "后一位", "전자", "후자")
_BACK = 160  # letters before, in which the two are looked for
_PEOPLE_EN = f"(?:{_LISTS['people_en']})"
_TWO_EN = r"(?<![a-z])(?:(?:the |these |those )?(?:two|2)|both)(?: of the)?(?: [a-z-]+){0,2}? "
_TWO_PEOPLE = re.compile(
    f"{_TWO_EN}{_PEOPLE_EN}(?![a-z])|"
    "[两二2][位名]|[两二2](?:个)?人|一位[^。]{2,40}一位|一名[^。]{2,40}一名|"
    f"{_LISTS['two_people']}|"
    "[두2] ?(?:분|사람|명|참석자|참가자|학자|전문가|위원|대표|업체|관계자)|"
    "(?:참석자|참가자|전문가|학자|관계자) ?(?:두|2) ?(?:분|사람|명)"
)
_TWO_THINGS = re.compile(
    rf"{_TWO_EN}(?!{_PEOPLE_EN}(?![a-z]))[a-z]+s(?![a-z])|"
    "[两二2](?:份|项|部|种|个(?!人)|条|件|款|案|者|类|本|艘|段|つ|制度)|"
    "[두2] ?(?:안|방안|가지|제안|문서|조약|사업|단락|방식|제도|개)(?![가-힣]{2})"
)
_SAYS = re.compile(
    "(?:前者|后者)(?:则|也|却|随后|仍|又)?(?:说|认为|表示|反对|赞成|同意|不同意|主张|担心|回应|反驳|"
    "坚持|问|答)|"
    "(?:前者|后者)は[^。]{0,24}(?:述べ|言|语|反对|赞成|主张|应じ|答え|考え|求め|支持|同意)|"
    "(?:전자|후자)[은는]?는? [^.]{0,24}?(?:말했|했다|반대|찬성|답했|주장|동의|선호|"
    "(?:사례|판례|예)[를을]? [^.]{0,6}(?:듦|들었))"
)


def is_a_thing(text: str, start: int, end: int) -> bool:
    """Return whether the former or the latter that a text has there is nobody."""
    east = text.startswith(_WORDS, start)
    if not east and " former" not in text[start:end] and " latter" not in text[start:end]:
        return False
    before = max(0, start - _BACK)
    people, things = (_last(it, text, before, start) for it in (_TWO_PEOPLE, _TWO_THINGS))
    if people == things:
        return east and not _SAYS.match(text, start)
    return things > people


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    return max((it.start() for it in pattern.finditer(text, start, end)), default=-1)
