"""Tells in Chinese and Japanese what somebody who is pointed at did: 那位处长当场念了数字.

A word that points at somebody in the room says as much as a verb of saying, so that any deed that
is told of them will do. Of somebody who is elsewhere a text tells when it was, or what became of
them: 那位处长去年调走了.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "pointed_deeds")

_ELSEWHERE = f"(?![^。;]{{0,14}}?(?:{_LISTS['elsewhere']}|[0-9]{{4}}年))"
_HOW = (
    f"(?:{_LISTS['how']}|指着[^,。;]{{1,6}}|"
    "拿(?:着|自家?)?[^,。;]{0,6}|把[^,。;]{1,12}?|对[^,。;]{1,14}?|"
    "从[^,。;]{1,6}?){0,4}"
)
_DEED = (
    f"(?:{_LISTS['deed_gestures']}|"
    f"不(?:{_LISTS['deed_not']})|"
    f"{_LISTS['deed_not_yet']}|"
    f"持[^,。;]{{0,4}}态度|{_LISTS['deed_phrases']}|"
    f"(?:替|为|对|向|拿|跟|和|与|在)[^,。;]{{1,10}}(?:{_LISTS['deed_with']})|"
    rf"{_LISTS['deed_can']}|(?:打|核|确|透|披|反|质|支|推|退|接|收)[\u4e00-\u9fff]{{1,3}}了)"
)
_TOLD_CHINESE = re.compile(f"{_ELSEWHERE}{_HOW}{_DEED}")
_ELSEWHERE_JA = re.compile(
    "退职|退任|退官|亡くな|生まれ|去年|昨年|当时|かつて|后に|のちに|[0-9]{4}年|世纪|小说|映画|任期|"
    "异动|转任|着任|就任|出版|受赏|引退"
)
_DID_JA = re.compile("(?:だけ)?[はがも]、?[^。;]{1,40}?(?:た|なかった|んだ)(?=[。、]|$|と)")


def told_chinese(text: str, at: int) -> bool:
    """Return whether a deed in the room is told behind somebody pointed at, who ends at ``at``."""
    return bool(_TOLD_CHINESE.match(text, at))


def told_japanese(text: str, at: int, end: int) -> bool:
    """Return whether a deed in the room is told between ``at`` and ``end``, in Japanese."""
    return bool(_DID_JA.match(text, at, end)) and not _ELSEWHERE_JA.search(text, at, end)
