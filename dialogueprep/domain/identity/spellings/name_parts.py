"""What a spelling of a name stands for: its part, its habit, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.identity.lexicon import Lexicon

_MACRONS = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee"}
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}


class Part(StrEnum):
    """Which part of a name a spelling stands for; a middle name never stands alone."""

    FAMILY = "family"
    GIVEN = "given"
    MIDDLE = "middle"
    WHOLE = "whole"


class Habit(StrEnum):
    """By what habit a spelling came about; family and given name mostly share one."""

    TYPED = "typed"
    NATIVE = "native"
    PINYIN = "pinyin"
    WADE_GILES = "Wade-Giles"
    CANTONESE = "Cantonese"
    DIALECT = "dialect"
    ROMANISED = "romanised"
    SOUND = "sound"  # in a neighbour's script, as it sounds
    READ = "read"  # in a neighbour's script, as its characters are read there
    NICKNAME = "nickname"
    EMAIL = "e-mail"
    PIECE = "piece"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One folded spelling; ``alone`` says whether it may stand for the person by itself,

    ``sure`` is False for a spelling that is more likely somebody else's: Lee for Li.
    """

    text: str
    part: Part
    alone: bool = True
    sure: bool = True
    habit: Habit = Habit.TYPED


def alone(spelling: str, lexicon: Lexicon) -> bool:
    """Return whether a worked-out spelling may stand for a person by itself."""
    return len(spelling) > 3 and not lexicon.is_common(spelling)


def worked_out(
    forms: Iterable[str], part: Part, habit: Habit, lexicon: Lexicon, *, sure: bool = True
) -> Iterator[Spelling]:
    """Yield spellings that were worked out, each standing alone only if it is long enough."""
    for form in forms:
        yield Spelling(form, part, sure and alone(form, lexicon), sure, habit)


def with_diacritics(wording: str) -> tuple[str, ...]:
    """Return a wording as typed and with its diacritics written out."""
    lower = wording.lower()
    found = [wording]
    for written_out in (_MACRONS, _UMLAUTS):
        found.append("".join(written_out.get(c, c) for c in lower))
    if "đ" in lower:
        found.append(lower.replace("đ", "dj"))
    if "ü" in lower:
        found += [lower.replace("ü", u) for u in ("v", "yu")]
    if "ō" in lower:
        long = found[1]
        found += [long.replace("ō", o) for o in ("ou", "oh", "oo")]
    return tuple(dict.fromkeys(found))


def joined_forms(folded: str) -> tuple[str, ...]:
    """Return a name of several pieces as it is, joined, spaced and with hyphens."""
    pieces = [p for p in re.split(r"[-' ]+", folded) if p]
    if len(pieces) < 2:
        return (folded,)
    return (folded, "".join(pieces), " ".join(pieces), "-".join(pieces))


def loose(folded: str) -> str:
    """Return a folded name without spaces, hyphens and what else parts its words."""
    return re.sub(r"[\s,_'.·・-]+", "", folded)


def turns(folded: str) -> frozenset[str]:
    """Return a folded name, loose, in each order of its words: one form to the user."""
    words = [loose(w) for w in re.split(r"[\s,_・]+", folded) if loose(w)]
    return frozenset("".join(words[n:] + words[:n]) for n in range(len(words)))


def runs(words: Sequence[str]) -> Iterator[str]:
    """Yield each run of words that is shorter than the whole, of more than one word."""
    for length in range(len(words) - 1, 1, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
