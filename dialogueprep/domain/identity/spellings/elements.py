"""Names as Chinese custom writes their elements: 孟和吉日嘎拉 of Munkhjargal, 颂猜 of Songchai."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings.name_parts import Habit, Part, Spelling
from dialogueprep.domain.people import Name

_MOST = 40  # ways to write one name; beyond that they are not in use
_SHORTEST = 2


def in_elements(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield the parts of a name in characters, as custom writes the elements that it is made of."""
    table = lexicon.customs.elements.get(territory)
    if not table:
        return
    for part, typed in ((Part.FAMILY, name.family), (Part.GIVEN, name.given)):
        word = lexicon.fold.plain(typed).replace("-", "").replace(" ", "")
        for written in _written(word, table):
            if len(written) >= _SHORTEST and not lexicon.is_common(written):
                yield Spelling(written, part, habit=Habit.SOUND)


def _written(word: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the ways to write a folded name, none if it is not made of elements of the table."""
    parts = _parted(word, table)
    if parts is None:
        return ()
    forms = itertools.product(*(table[part] for part in parts))
    return tuple("".join(form) for form in itertools.islice(forms, _MOST))


def _parted(word: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the elements of a name, the longest first, or None if something is left over."""
    if not word:
        return ()
    for length in range(len(word), 1, -1):
        if word[:length] in table:
            rest = _parted(word[length:], table)
            if rest is not None:
                return (word[:length], *rest)
    return None
