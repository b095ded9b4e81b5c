"""Finds family names within the names of files: alone, as logins, or run together with another
word: Onishi_rescue_v3.xlsx, ONISHIFINAL.docx."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dialogueprep.domain.identity.cues import SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.nobodys_words import is_english
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "file_names")

_ENDING = re.compile(
    rf"\.(?:{_LISTS['ending']})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_STEM = re.compile(r"[^\s/\\:\"'“”‘’(),;，。、（）「」]+$")
_PIECE = re.compile(r"[^\W\d_]+")
_LONGEST, _LEAST = 80, 4  # letters of a file's name, and of a name within it
_LONG = 6
"""Letters of a name that is seen at the beginning or the end of any word."""


class FileNameSearch:
    """The family names of a roster's people as parts of the names of files."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._fold = lexicon.fold.plain
        self._is_common = lexicon.is_common
        self._known: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(participations):
            name = participation.person.name
            families = _PIECE.findall(self._fold(name.family))
            initial = self._fold(name.given)[:1]
            logins = (w for f in families if initial for w in (initial + f, f + initial))
            for word in (*families, *(each for each in logins if len(each) > _LEAST)):
                if len(word) >= _LEAST and not (lexicon.is_common(word) or is_english(word)):
                    self._known[word] = (*self._known.get(word, ()), who)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield such parts as places in folded text."""
        text = folded.original
        for ending in _ENDING.finditer(text):
            stem = _STEM.search(text, max(0, ending.start() - _LONGEST), ending.start())
            for piece in _PIECE.finditer(text, stem.start(), stem.end()) if stem else ():
                if who := self._who(self._fold(piece.group())):
                    yield Found(
                        start=bisect_left(folded.starts, piece.start()),
                        end=bisect_left(folded.ends, piece.end()) + 1,
                        level=Level.BLOCK,
                        kind=ExposureKind.NAME,
                        why=SPEAKING,
                        who=who,
                    )

    def _who(self, piece: str) -> tuple[int, ...]:
        """Return whose name a piece is, or begins or ends with where the rest is a word or the
        name a long one, which may stand between two words too."""
        if (who := self._known.get(piece, ())) or len(piece) <= _LEAST or self._is_word(piece):
            return who
        halves = ((piece[:n], piece[n:]) for n in range(1, len(piece)))
        return next(
            (
                self._known[name]
                for one, other in halves
                for name, rest in ((one, other), (other, one))
                if name in self._known and (len(name) >= _LONG or self._is_word(rest))
            ),
            self._between(piece),
        )

    def _between(self, piece: str) -> tuple[int, ...]:
        long = (who for name, who in self._known.items() if len(name) >= _LONG and name in piece)
        return next(long, ())

    def _is_word(self, piece: str) -> bool:
        return self._is_common(piece) or is_english(piece)
