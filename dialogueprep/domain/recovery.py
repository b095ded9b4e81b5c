"""The recovery key: 160 random bits, printed as eight groups of five characters.

Of each group the last character checks the other four and its place, so that a slip of the pen is
found in its group: one wrong character, two that changed places, two groups that did.
Letters that look like digits are not used (Crockford's base 32), and are understood when typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from dialogueprep.domain.errors import Refused

BYTES = 20
GROUPS = 8
GROUP = 5
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def groups(secret: bytes) -> tuple[str, ...]:
    """Return the groups to print for 20 random bytes."""
    number = int.from_bytes(secret, "big")
    digits = [number >> 5 * place & 31 for place in range(GROUPS * (GROUP - 1) - 1, -1, -1)]
    fours = [digits[at : at + GROUP - 1] for at in range(0, len(digits), GROUP - 1)]
    return tuple(_group(four, place) for place, four in enumerate(fours))


def secret_of(typed: str) -> bytes:
    """Return the 20 bytes of a recovery key as somebody typed it.

    Raises Refused: "recovery-key-length" (has, wants) or "recovery-key-group" (number, from 1).
    """
    letters = plain(typed)
    if len(letters) != GROUPS * GROUP:
        raise Refused("recovery-key-length", has=len(letters), wants=GROUPS * GROUP)
    number = 0
    for place in range(GROUPS):
        group = letters[place * GROUP :][:GROUP]
        if not is_right(group, place):
            raise Refused("recovery-key-group", number=place + 1)
        for letter in group[:-1]:
            number = number << 5 | _LETTERS.index(letter)
    return number.to_bytes(BYTES, "big")


def plain(typed: str) -> str:
    """Return the letters and digits of what was typed, in capitals, look-alikes understood."""
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_ALIKE)
    return "".join(letter for letter in folded if letter.isalnum())


def is_right(group: str, place: int) -> bool:
    """Whether a group of five is without a slip at its place (from 0)."""
    if len(group) != GROUP or any(letter not in _LETTERS for letter in group):
        return False
    return group == _group([_LETTERS.index(letter) for letter in group[:-1]], place)


def _group(four: Sequence[int], place: int) -> str:
    return "".join(_LETTERS[digit] for digit in (*four, _check(four, place)))


def _check(four: Sequence[int], place: int) -> int:
    """Return the four digits and their place as one, by multiplying with 2 in GF(32)."""
    check = place
    for digit in four:
        check = _doubled(check) ^ digit
    return _doubled(check)


def _doubled(digit: int) -> int:
    twice = digit << 1
    return twice ^ 0b100101 if twice & 32 else twice
