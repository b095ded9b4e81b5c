"""Letters that a file lost: a table program that saves a list in an encoding of one country writes

a question mark for each letter of other scripts. What was lost is known where the whole text is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
_BMP = 0xFFFF
LOST = "?"


def has_lost(text: str, whole: str) -> bool:
    """Return whether a text is the whole one but for letters of which question marks are left."""
    if LOST not in text or text == whole:
        return False
    doubled = "".join(c * 2 if ord(c) > _BMP else c for c in whole)  # written as two units
    return _differs_by_marks(text, whole) or _differs_by_marks(text, doubled)


def _differs_by_marks(text: str, whole: str) -> bool:
    same_length = len(text) == len(whole)
    return same_length and all(a == b or _lost(a, b) for a, b in zip(text, whole, strict=True))


def _lost(left: str, letter: str) -> bool:
    """Return whether this may be left of a letter: a question mark, or é without its accent."""
    if letter.isascii():
        return False
    return left == LOST or unicodedata.normalize("NFKD", letter)[0] == left


def restored(value: Value, whole: Value) -> tuple[Value, int]:
    """Return a value with the texts of ``whole`` where letters were lost, and how many these are.

    Values are compared field by field and part by part, as far as they have the same parts.
    """
    made, count = _restored(value, whole)
    return cast("Value", made), count


def _restored(value: Any, whole: Any) -> tuple[Any, int]:
    if type(value) is not type(whole):
        return value, 0
    if isinstance(value, str):
        return (whole, 1) if has_lost(value, whole) else (value, 0)
    if isinstance(value, tuple):
        return _parts(cast("tuple[Any, ...]", value), whole)
    if not is_dataclass(value):
        return value, 0
    names = [f.name for f in fields(value)]
    found = {name: _restored(getattr(value, name), getattr(whole, name)) for name in names}
    changed = {name: part for name, (part, count) in found.items() if count}
    made = replace(cast("Any", value), **changed) if changed else value
    return made, sum(count for _, count in found.values())


def _parts(value: tuple[Any, ...], whole: tuple[Any, ...]) -> tuple[Any, int]:
    if len(value) != len(whole):
        return value, 0
    made = [_restored(a, b) for a, b in zip(value, whole, strict=True)]
    return tuple(part for part, _ in made), sum(count for _, count in made)
