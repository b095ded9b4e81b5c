"""Shows in Chinese, Japanese and Korean that somebody is spoken to, weighed or left out.

What the particles around a name, a description or an institution say without any predicate.
"""

from __future__ import annotations

import re

_SEEN = re.compile("看来|眼中|眼里|来说|而言|来讲")
_PUT_FORWARD = re.compile("提出|指出|起草|建议|倡议|首先提|追问|补充")
_OUTSIDE = re.compile("(?:之|以)?外")
_ASKED = re.compile("[^,。]{0,4}[是能会为如何]")
_PUT_TO = re.compile("提问|发问|追问|提出质疑|解释|请教")
_ANSWERED_JA = "(?:への|に対する|に)(?:[^、。]{0,6})?(?:反论|质问|批判|异论|反対|反对|答え|回答)"
_DIFFERS_JA = "と(?:は|も)?(?:同じ|意见|考え|立场|见解|异な|反対|违)"
_WEIGHS_JA = "には(?:[^。]{0,12})(?:すぎ|难し|重要|不满|ない|なかった|よい|大きい)"
_MET_JA = re.compile(
    "に(?:よれば|よると|言わせれば|とって)|としては|侧|を(?:除|のぞ)|以外|"
    f"{_ANSWERED_JA}|{_DIFFERS_JA}|{_WEIGHS_JA}"
)
_ANSWERED_KO = "(?:에게|에|한테) ?(?:대한 )?(?:[^.,]{0,6})?(?:반론|질문|비판|이의|반대|대답|답변)"
_DIFFERS_KO = "[과와](?:는|도)? (?:같은|의견|생각|입장|견해|달리|다른)"
_WEIGHS_KO = "에(?:게)?[는도] (?:[^.]{0,12})(?:너무|어렵|중요|불만|않|없었|일렀|늦)"
_MET_KO = re.compile(
    "에 ?(?:따르면|의하면)|으?로서는|에게는|에게서|께서| ?측|[을를] (?:제외|빼)|한테서|"
    f"{_ANSWERED_KO}|{_DIFFERS_KO}|{_WEIGHS_KO}"
)


def is_met_chinese(before: str, after: str, view: re.Pattern[str]) -> bool:
    """Return whether a view comes from whoever stands between, or is put to them."""
    if before.endswith(("在", "对", "对于")) and _SEEN.match(after):
        return True
    if before.endswith("由") and _PUT_FORWARD.match(after):
        return True
    if before.endswith("来自"):
        return bool(view.search(before[-16:]))
    left_out = before.endswith(("除", "除了", "除去")) and _OUTSIDE.match(after)
    asked = before.endswith(("问", "追问", "反问", "提醒")) and _ASKED.match(after)
    return bool(left_out or asked or (before.endswith("向") and _PUT_TO.match(after)))


def is_met_japanese(before: str, after: str) -> bool:
    """Return whether a view is of whoever stands between, or is put to them."""
    if after.startswith("による"):
        return bool(re.search("(?:案|提案|意见|指摘|主张|见解)(?:は|も)", before))
    return bool(_MET_JA.match(after))


def is_met_korean(after: str) -> bool:
    """Return whether a view is of whoever stands before this, or is put to them."""
    return bool(_MET_KO.match(after))
