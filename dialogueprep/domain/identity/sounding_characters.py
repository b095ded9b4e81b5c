"""Finds names from elsewhere that Chinese spells by their sound: 罗伯特, 维尔迪厄大使."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.fold import Folded
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.sounding_names import Sounding, SoundNames
from dialogueprep.domain.identity.sounds import TRANSLITERATING, of_han

_LEAST, _MOST = 3, 10  # characters of such a name
_RUN = re.compile(f"[{TRANSLITERATING}]{{{_LEAST},}}")
_TITLED, _BARE = 3, 5  # classes that it has to have: with a title, and without
_PLACE = 6  # characters of the name of a place at most


class CharacterSounds:
    """The names of a roster in characters that are used for their sound."""

    def __init__(self, names: SoundNames, title: re.Pattern[str], lexicon: Lexicon) -> None:
        self._names = names
        self._title = title
        self._pieces = lexicon.pieces
        self._known: dict[tuple[str, bool], tuple[int, int, tuple[int, ...]] | None] = {}

    def find(self, folded: Folded) -> Iterator[Sounding]:
        """Yield such names, as places in the original."""
        for run in _RUN.finditer(folded.text):
            titled = bool(self._title.match(folded.text, run.end()))
            key = (run.group(), titled)
            if key not in self._known:
                self._known[key] = self._within(*key)
            if found := self._known[key]:
                first, last, who = found
                yield *folded.span(run.start() + first, run.start() + last), who

    def _within(self, run: str, titled: bool) -> tuple[int, int, tuple[int, ...]] | None:
        """Return where in a run of such characters a name stands, the longest, and whose."""
        if titled and not self._is_place(run):
            for first in range(max(0, len(run) - _MOST), len(run) - _LEAST + 1):
                if who := self._whose(run[first:], _TITLED):
                    return first, len(run), who
        for length in range(min(len(run), _MOST), _LEAST, -1):
            for first in range(len(run) - length + 1):
                written = run[first : first + length]
                if who := self._whose(written, _BARE):
                    return first, first + length, who
        return None

    def _whose(self, written: str, least: int) -> tuple[int, ...]:
        for sound in of_han(written):
            who = self._names.whole.get(sound) or self._names.parts.get(sound, ())
            if who and len(sound) >= least:
                return who
        return ()

    def _is_place(self, run: str) -> bool:
        return any(
            piece.kind in ("territory", "region")
            for length in range(2, _PLACE)
            for piece in self._pieces.get(run[-length:], ())
        )
