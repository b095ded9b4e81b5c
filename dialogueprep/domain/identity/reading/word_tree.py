"""Many words as one pattern, in which each letter decides between few that go on."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest where several fit.

    The engine tries the branches of a plain list one by one; here they begin with different
    letters.
    """
    tree: _Tree = {}
    for word in words:
        at = tree
        for letter in word:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _pattern(tree)


def _pattern(tree: _Tree) -> str:
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in tree.items() if letter]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
