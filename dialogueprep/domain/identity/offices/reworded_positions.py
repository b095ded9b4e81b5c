"""Says a position in other orders of its words: the Director, Trade is the Trade Director.

"Director, X" is the Director of X, for X, in charge of X, the X Director, the head of X; in the
east a position is the field with a head behind it, with a joint or without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "reworded_positions")

_HEAD = f"(?:(?:{_LISTS['head_ranks']}) )*(?:{_LISTS['head_posts']})"
_COMMA = re.compile(rf"({_HEAD}), (?!former |retired |ex-)(?:the )?([a-z][a-z' -]+)")
_OF = re.compile(rf"({_HEAD}) (?:of|for|in|in charge of|responsible for) (?:the )?([a-z][a-z' -]+)")
_BEFORE = re.compile(
    r"(?!(?:deputy|vice|assistant|associate|senior|managing|general|executive|chief|visiting|former|"
    rf"research|adjunct|emeritus|junior|honorary)(?![a-z]))([a-z][a-z' -]+?) ({_HEAD})"
)
_LEADS = re.compile("(?:director|manager|head|chief)$")
_UNSAID = frozenset({"division", "section", "department", "unit", "office", "the board"})
_EAST = (
    _LISTS["east_posts"],
    _LISTS["east_posts_ja"],
    "이사|부장|본부장|국장|과장|실장|팀장|교수|부교수|강사|에디터|편집장|담당관|연구위원",
)
_LEAST = 2  # letters of a field, and not of the first half of a rank: 副
_TELLING = 3  # a field of fewer letters says too little for who answers for it: 项目


class Rewording:
    """Rewords positions; ``fold`` is how texts are folded."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        zh, ja, ko = (
            "|".join(sorted((fold(w) for w in heads.split("|")), key=len, reverse=True))
            for heads in _EAST
        )
        self._han = re.compile(
            rf"([^a-z()、,]+?)(?:の?{fold('担当')}の?|的|の)?({zh}|{ja})|({zh}|{ja})\(([^()]+)\)"
        )
        self._korean = re.compile(rf"([가-힣]+)(?: 담당)? ?((?:{ko}))")
        self._cares = fold("担当")
        self._answers = fold("責任者")

    def of(self, position: str) -> Iterator[str]:
        """Yield what says the same as a folded position, and the position not."""
        found = self._english(position) if position.isascii() else self._east(position)
        yield from (it for it in dict.fromkeys(found) if it != position)

    def _english(self, position: str) -> Iterator[str]:
        if it := _COMMA.fullmatch(position) or _OF.fullmatch(position):
            head, field = it.groups()
        elif it := _BEFORE.fullmatch(position):
            field, head = it.groups()
        else:
            return
        if field in _UNSAID:
            return
        yield from (f"{head} {joint} {field}" for joint in ("of", "for", "in charge of", "in"))
        yield from (f"{head}, {field}", f"{field} {head}", f"{head} responsible for {field}")
        if _LEADS.search(head):
            leads = ("head", "chief", "director", "manager")
            yield from (f"{other} {joint} {field}" for other in leads for joint in ("of", "for"))
            yield from (f"{field} {other}" for other in leads)

    def _east(self, position: str) -> Iterator[str]:
        if it := self._korean.fullmatch(position):
            field, head = it.groups()
            if len(field) >= _LEAST:
                joints = (
                    " 담당 ",
                    " ",
                    " 담당",
                    "",
                    " 부문 ",
                    "을 담당하는 ",
                    "를 담당하는 ",
                    " 분야 ",
                )
                yield from (f"{field}{joint}{head}" for joint in joints)
        elif it := self._han.fullmatch(position):
            field, head = (it[1], it[2]) if it[1] else (it[4], it[3])
            if len(field) >= _LEAST:
                plain = field.removesuffix("部") if len(field) > _LEAST else field
                yield from self._han_orders(plain, head)

    def _han_orders(self, field: str, head: str) -> Iterator[str]:
        cares = self._cares
        yield from (f"{field}{joint}{head}" for joint in ("", "的", "の", cares, f"{cares}の"))
        yield from (f"{verb}{field}的{head}" for verb in ("负责", "主管", "分管"))
        if len(field) >= _TELLING:
            lasts = ("负责人", f"の{self._answers}", self._answers)
            yield from (f"{field}{last}" for last in lasts)
        yield f"{head}({field})"


def head_alone(position: str) -> str:
    """Return the head of a folded English position with a comma: director; else ""."""
    found = _COMMA.fullmatch(position)
    return found[1] if found else ""
