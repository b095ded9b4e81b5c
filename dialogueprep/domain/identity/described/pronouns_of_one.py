"""Reads who goes on in the next sentence, where the one before tells of nobody else.

In her view, nobody could answer him; 在她看来, 他的顾虑; 彼の懸念は, 彼女によれば; 그녀는.
Where a minister, a captain or a name stands between, the pronoun may be theirs.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("described", "pronouns_of_one")

_ENGLISH = re.compile(
    " ?(?:(?:in|to|from|on|for|by|with|despite|beyond|and|but|yet|as|though|while|when|since|"
    "what|"
    "according to|it (?:was|is|seemed)|asked,|pressed,|later,?|then,?|in (?:reply|turn),?) )?"
    "(she|he|her|him|his)(?![a-z])|"
    f" ?(?:{_LISTS['english_others']})"
    "(?![a-z])[^.;:]{0,50}? "
    f"(?:{_LISTS['english_answered']}|(?:replied|reply|respond(?:ed)?) to|"
    "convinced?|persuaded?) (him|her)"
    "(?= ?[.,;:]|$| (?:on|that|about|for|in|at|to|and|but)(?![a-z]))"
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
_PERSON = _LISTS["person"]
_SOMEBODY_EN = re.compile(rf"(?<![a-z])(?:{_PERSON})(?![a-z])")
_NAME = as_written(rf"(?:{_LISTS['name']})\.? [A-Z]|[A-Z][a-z'’-]+ [A-Z][a-z'’-]+")
_SOMEBODY_EAST = re.compile(_LISTS["somebody_east"])


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
