"""Which item of a programme that came back is which item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from dialogueprep.domain.dialogue import AgendaItem, ItemKind
from dialogueprep.domain.partner_roles import Held
from dialogueprep.domain.people import ParticipationId, Role
from dialogueprep.domain.programme_reading import Theirs
from dialogueprep.domain.texts import Language
from dialogueprep.domain.timetable import Slot

ALIKE = 0.62  # of two titles that may be one, as difflib measures it
_NEAR = 45  # minutes between two items that are one because both are a break, or a meal
_KINDS: tuple[tuple[ItemKind, str], ...] = (
    (ItemKind.MEAL, r"lunch|dinner|breakfast|banquet|reception|"
     r"午餐|晚餐|晚宴|招待会|昼食|夕食|懇親会|점심|오찬|만찬|저녁"),
    (ItemKind.BREAK, r"coffee|tea\b|break\b|茶歇|休息|休憩|コーヒー|휴식|커피"),
    (ItemKind.LOGISTICS, r"registration|transfer|departure|arrival|报到|签到|受付|移動|등록|이동"),
    (ItemKind.REPORT_BACK, r"report(?:s|ing)? back|汇报|報告会|보고"),
    (ItemKind.OPENING, r"opening|welcome|开幕|開会|개회|개막"),
    (ItemKind.NEXT_STEPS, r"next steps|下一步|今後|향후"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mine:
    """An item of the agenda, with the lines that the programme has for it in each language.

    ``roles`` are those that the programme shows.
    """

    slot: Slot
    number: str = ""
    lines: Mapping[Language, tuple[str, ...]] = field(
        default_factory=dict[Language, tuple[str, ...]]
    )
    roles: Held = field(default_factory=dict[Role, frozenset[ParticipationId]])

    @property
    def item(self) -> AgendaItem:
        """The item."""
        return self.slot.item


Pairs = list[tuple[Theirs, Mine | None]]


def matched(theirs: Sequence[Theirs], mine: Sequence[Mine]) -> tuple[Pairs, list[Mine]]:
    """Pair items by title first, then by number and time; the most alike come together."""
    titles = {id(own): [fold(t.wording) for t in own.item.titles.entries] for own in mine}
    scored: list[tuple[float, int, int]] = []
    for n, each in enumerate(theirs):
        folded = fold(each.title)
        for m, own in enumerate(mine):
            score = _score(each, own, folded, titles[id(own)])
            if score > 0:
                scored.append((score, n, m))
    taken: dict[int, int] = {}
    for _, n, m in sorted(scored, key=lambda s: -s[0]):
        if n not in taken and m not in taken.values():
            taken[n] = m
    pairs: Pairs = [(t, mine[taken[n]] if n in taken else None) for n, t in enumerate(theirs)]
    used = set(taken.values())
    return pairs, [own for m, own in enumerate(mine) if m not in used]


def _score(theirs: Theirs, own: Mine, folded: str, titles: Collection[str]) -> float:
    found = max((alike(folded, title) for title in titles), default=0.0)
    same_day = theirs.day == own.slot.day
    same_start = same_day and theirs.start == own.slot.start
    same_number = bool(own.number) and theirs.number == own.number
    near = same_day and abs(theirs.start - own.slot.start) <= _NEAR
    if found < ALIKE and near and kind_of(theirs.title) is own.item.kind:
        found = ALIKE
    if found < ALIKE and not (same_start and (same_number or found > ALIKE / 2)):
        return 0.0
    apart = abs(theirs.start - own.slot.start) / 1440 + abs(theirs.day - own.slot.day)
    return found + 0.2 * same_number + 0.2 * same_start + 0.1 * same_day - 0.02 * apart


def alike(one: str, other: str) -> float:
    """Return how alike two folded titles are, from 0 to 1."""
    if one == other:
        return 1.0
    if one.startswith(f"{other} ") or (other and one.startswith(other) and len(other) > 5):
        return 0.95  # with an addition, such as a room
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE / 2 or matcher.quick_ratio() < ALIKE / 2:
        return 0.0
    return matcher.ratio()


def kind_of(title: str) -> ItemKind | None:
    """Return the kind of item that a title names, such as a coffee break; None for a subject."""
    return next((k for k, word in _KINDS if re.search(word, title, re.IGNORECASE)), None)


def fold(text: str) -> str:
    """Return words as they are compared: without case, signs and doubled spaces."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
