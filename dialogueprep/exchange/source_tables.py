"""Which cells of a table in a report hold what is to be done, told by the heads of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogueprep.domain.splitting.report import Kind, Piece

_LONGEST_HEAD = 60
_PROPOSES = re.compile(
    r"^(?:(?:policy|key|proposed|agreed|recommended|priority)\s)?"
    r"(?:recommendation|proposal|action|measure|commitment|next step|decision|task|to do)s?"
    r"(?:\s(?:points?|items?|agreed))?$|"
    r"^(?:政策|主要|具体|具體)?(?:建议|建議|措施|举措|舉措|行动|行動|倡议|倡議|任务|任務|決議|决议|对策|對策)$|"
    r"^(?:提言|提案|施策|取組(?:内容)?|取り組み|措置|対応|対策|決定(?:事項|内容)?|実施事項|宿題)$|"
    r"^(?:정책\s?)?(?:제언|제안|과제|조치|권고|추진\s?과제|개선\s?과제|할\s?일|결정\s?사항|조치\s?사항|의결\s?사항)$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^(?:responsib\w+|owner|lead|who|by whom|actor|in charge|lead (?:agency|body|organi[sz]ation)|"
    r"deadline|due(?: date)?|by|by when|when|timeline|time ?frame|timing|target date)$|"
    r"^(?:责任|責任|牵头|牽頭|主办|主辦|负责|負責|承办|承辦|协办|協辦)(?:单位|單位|部门|部門|方|人)?$|"
    r"^(?:期限|时限|時限|完成(?:时间|時間|时限|時限)|时间|時間|办理(?:时限|单位)|辦理(?:時限|單位))$|"
    r"^(?:担当(?:者|課|部署)?|主担当|実施主体|所管|期日|時期|締切|実施時期)$|"
    r"^(?:소관(?:\s?부처)?|담당(?:자|\s?부서|\s?기관)?|주관(?:\s?기관)?|시기|기한|추진\s?(?:시기|주체)|일정|완료\s?시점)$",
    re.IGNORECASE,
)


def proposing_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns whose cells say what is to be done; none for another kind of table.

    ``rows`` are the words of the cells, the heads first. A table that says who answers for each
    row, or until when, is one of actions even if no head says so.
    """
    if not has_heads(rows):
        return frozenset()
    heads = [head.strip() for head in rows[0]]
    named = frozenset(n for n, head in enumerate(heads) if _PROPOSES.match(head))
    if named or not any(_ANSWERS.match(head) for head in heads):
        return named
    others = [n for n, head in enumerate(heads) if not _ANSWERS.match(head)]
    lengths = {n: sum(len(row[n]) for row in rows[1:] if n < len(row)) for n in others}
    longest = max(others, key=lambda n: lengths[n], default=-1)
    return frozenset({longest}) if lengths.get(longest, 0) > 4 * len(rows[1:]) else frozenset()


def has_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first of several rows reads as the heads of columns."""
    return len(rows) > 1 and all(len(head) < _LONGEST_HEAD for head in rows[0])


def pieces_of_rows(rows: Sequence[Sequence[str]]) -> list[Piece]:
    """Return the cells of a table row by row: what is to be done as actions, heads as furniture."""
    proposing = proposing_columns(rows)
    found: list[Piece] = []
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            if n == 0 and has_heads(rows):
                kind = Kind.FURNITURE
            else:
                kind = Kind.ACTION if column in proposing else Kind.TEXT
            found.append(Piece(text, kind))
    return [piece for piece in found if piece.text.strip()]
