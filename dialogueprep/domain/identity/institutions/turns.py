"""Reads institutions as sources where no verb of saying stands: turns, proposals, questions.

"first HIAP then NIC on the index", "one think tank, the Nuri Institute, has built such an index",
SIRP案に乗る, NIC안에 동의, ひばり、費用は誰持ち? What hosts, prints or is a thing is none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "turns")

_FIRST = re.compile(r"(?:^|[.;:(] ?)first (?:the )?$")
_FIRST_ON = re.compile(
    r",? (?:and )?then (?:the )?[a-z][^.;:]{1,30}?(?: (?:on|about|re|against) |[:;!]|$)"
)
_THEN = re.compile(r"(?:^|[.;:(] ?)first (?:the )?[^.;:]{2,40}?,? (?:and )?then (?:the )?$")
_THEN_ON = re.compile(r" (?:on|about|re|against) |[:;!]|$")
_BODY = f"(?:think[- ]?tank|{_LISTS['body']})"
_NAMED = re.compile(
    rf"(?:^|[.;:] ?)(?:an?|one|another|one of the|our) (?:[a-z-]+ ){{0,2}}{_BODY}s?, (?:the )?$"
)
_NAMED_ON = re.compile(
    f", (?:{_LISTS['named_on']})(?! (?:been |recently |since |now )?(?:{_LISTS['founded']}|a |"
    "an |its ))(?![a-z])"
)
_WANT = re.compile(f" (?:{_LISTS['want']})s?(?![a-z])")
_PROPOSAL_HAN = re.compile(
    "(?:の|的)?(?:提?案|草案|方案|修正案|对案|试案|提案|たたき台)"
    "(?:[にをはがも](?=[^内])|で(?=[行进良いよ、。]|$)|の(?:方|ほう)|"
    "(?=可以|不行|不好|好|更|太|行(?=$|[,。])|比|先|较|不|得|也|都|没|过不|[,。、]|$))"
)
_PROPOSAL_KO = re.compile(
    "(?:안에 (?:동의|찬성|반대|이견|이의|힘)|안(?:으로|대로|을|이) [가-힣]|"
    "(?:의)? ?(?:제안|초안|수정안|방안)(?:에|을|은|이|으로|대로|도) [가-힣])"
)
_ASKS = re.compile(
    "[、,] ?[^。、,;.]{2,40}[?]|[、,] ?[^。、,;.]{2,40}(?:吗|呢|谁出|냐고|なのか)(?=$|。)"
)


_ASKED = re.compile(
    r"[,?] ?(?:who|what|why|how|when|which|can|could|will|is|are)(?![a-z])[^.;?]{3,60}[?]"
)
_SAME = re.compile(r" (?:same as|(?:much )?like|≠|=|unlike|agrees? w/|closer to) (?:the )?[a-z]")


def has_a_turn(before: str, after: str) -> bool:
    """Return whether an English sentence gives an institution a turn, or tells its offer."""
    if _FIRST.search(before):
        return bool(_FIRST_ON.match(after))
    if _THEN.search(before):
        return bool(_THEN_ON.match(after))
    if not before and (_ASKED.match(after) or _SAME.match(after)):
        return True
    return bool(_NAMED.search(before) and _NAMED_ON.match(after))


def want_together(rest: str) -> bool:
    """Return whether what stands behind several that are joined is what they want."""
    return bool(_WANT.match(rest))


def has_a_proposal(before: str, after: str) -> bool:
    """Return whether a proposal is an institution's, or it asks something, in the east."""
    if _PROPOSAL_HAN.match(after) or _PROPOSAL_KO.match(after):
        return True
    return not before and asks(after)


def asks(after: str) -> bool:
    """Return whether a question stands behind an institution that opens a note."""
    return bool(_ASKS.match(after))


# Who of those present did something, asked right before: "Who objected? SIPS."
_WHO = re.compile(
    rf"(?:^|[.:;!?\n] ?)who (?:else |all |first |then )?(?:{_LISTS['who_did']})(?![a-z])"
    r"[^?.\n]{0,40}[?] ?(?:a(?:nswer)? ?[.:] ?)?(?:the )?$|"
    "谁(?:来|先|还|最|都)?(?:明确|公开)?(?:反对|赞成|支持|提出|要求|主张|坚持|质疑|说|问|弃权|"
    "同意|"
    r"发言|不)[^?。\n]{0,8}[?] ?(?:答:)? ?$|"
    r"(?:谁|どこ|どちら)が[^。?\n]{0,8}(?:反对|[赛赞]成|支持|求め|主张|言っ|发言|疑|提案|弃权)"
    r"[^。?\n]{0,6}[。?] ?(?:答:)? ?$|"
    r"(?:누가|어디서|어느 쪽이) [^?\n]{0,8}(?:반대|찬성|지지|요구|제안|주장|말했|물었|기권|질문|"
    r"발언)[^?\n]{0,8}[?] ?(?:답:)? ?$"
)
_WHO_SERVES = re.compile(
    rf"(?:^|[.:;!?\n] ?)who (?:[a-z]+ )?(?:{_LISTS['who_serves']})(?![a-z])"
    r"[^?.\n]{0,40}[?] ?(?:a(?:nswer)? ?[.:] ?)?(?:the )?$|"
    "谁(?:来|负责)?(?:印|出|付|借|承办|主办|保管|订|安排|翻译|提供|寄|送|资助|赞助|出版)"
    r"[^?。\n]{0,8}[?] ?(?:答:)? ?$|"
    "是谁(?:印|付|借|订|安排|提供|资助|赞助|出版)的[?] ?(?:答:)? ?$|"
    r"(?:谁|どこ|どちら)が[^。?\n]{0,8}(?:刷|持つ|拂|贷|借|主催|保管|手配|通译|提供|送|助成|"
    "出す)"
    r"[^。?\n]{0,6}[。?] ?(?:答:)? ?$|"
    r"(?:누가|어디서) [^?\n]{0,6}(?:찍|내나|내는|빌려|주최|보관|예약|통역|제공|보내|지원|인쇄)"
    r"[^?\n]{0,8}[?] ?(?:답:)? ?$"
)
_AN_ANSWER = re.compile(r" ?(?:$|[.,;。、\n)]|(?:and|와|과|和|と)(?![a-z]))")
_ASKED_BEFORE = 90


def answers(text: str, start: int, end: int) -> bool | None:
    """Return whether what stands between answers who objected; not, if it does who prints or pays.

    None, if no such question stands right before.
    """
    before = text[max(0, start - _ASKED_BEFORE) : start]
    if ("?" not in before and "か。" not in before) or not _AN_ANSWER.match(text, end):
        return None
    if _WHO.search(before):
        return True
    return False if _WHO_SERVES.search(before) else None
