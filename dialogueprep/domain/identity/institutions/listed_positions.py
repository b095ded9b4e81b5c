"""Reads who is listed under a position in hurried notes: "opposed: KIGH, SHSI", 赞成:清禾、汐见.

A list of sponsors, participants or venues is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "listed_positions")

_ENGLISH = re.compile(
    f"(?:^|[;.,(] ?)(?:in )?(?:{_LISTS['english']}) ?[:(] ?"
    "(?:[a-z0-9'&-]+(?: [a-z0-9'&-]+){0,4}(?:, | and | [+&] |/))*(?:the )?$"
)
_FROM = re.compile(
    f"(?:^|[,;:(] ?)(?:an? |one |some |more |hard |soft |firm )?(?:{_LISTS['answers_and_support']})"
    " from (?:the )?$"
)
_ENDS = re.compile(r" ?(?:$|[.,;:)/]|[+&] | (?:on|re|about|again|and)(?![a-z]))")
_ASK = re.compile(r"(?:^|[,;:(] ?)ask (?:the )?$")
_WHY = re.compile(r" (?:why|how|whether|if)(?![a-z])")
_EAST = (
    re.compile(
        "(?:^|[,。;、(] ?)(?:赞成|反对|支持|同意|弃权|保留|存疑|不同意|犹豫|沉默)(?:的|者|方|"
        "派)?(?::|是|有) ?"
        "(?:[^,。;:、]{1,12}[、,/和])*$"
    ),
    re.compile(
        "(?:^|[。;、(] ?)(?:反对|赞成|支持|保留|异论|慎重|弃权|同意|疑问)(?:派)?(?:は|:|"
        "が) ?(?:[^。;:、]{1,12}[、と・/])*$"
    ),
    re.compile(
        "(?:^|[.;,(] ?)(?:반대|찬성|지지|동의|유보|기권|이견|의문|보류)(?:파|측|자)?(?:는|은|"
        ":) ?(?:[^.;:,]{1,12}, ?)*$"
    ),
)
_EAST_ENDS = re.compile("$|[、,。.;)/和と]|だけ|のみ|など|뿐|만|[와과] ")


def is_listed(before: str, after: str) -> bool:
    """Return whether an English list of a position holds what stands between these."""
    if _ENGLISH.search(before) or _FROM.search(before):
        return bool(_ENDS.match(after))
    return bool(_ASK.search(before) and _WHY.match(after))


def is_listed_east(before: str, after: str) -> bool:
    """Return whether a list of a position in characters, kana or hangul holds it."""
    return bool(_EAST_ENDS.match(after)) and any(label.search(before) for label in _EAST)
