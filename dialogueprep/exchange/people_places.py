"""Which delegation and which territory a word of a roster means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dialogueprep import paths
from dialogueprep.domain.identity.described.description import region_named
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.roster_columns import plain_word

_PARTS = re.compile(r"[/／()（）|｜,，\n]+")


_DELEGATION_OF = re.compile(
    r"^(?:the )?(?:delegation|delegates|participants|experts|members) (?:of|from) (?:the )?"
)


def plain_name(word: str) -> str:
    """Return the name of an economy without case, full stops and "the" before it."""
    return plain_word(word).replace(".", "").replace("’", "'").removeprefix("the ").strip()


@cache
def further_names() -> dict[str, str]:
    """Return codes by further names of economies, as forms and systems write them."""
    file = paths.data() / "lexicon" / "roster_heads.toml"
    table: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))["country"]
    return {plain_name(word): code for code, words in table.items() for word in words}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody belongs; ``unknown`` is a word or code that is none of the delegations."""

    delegation: str = ""
    territory: str = ""
    region: str = ""
    unknown: str = ""


class Places:
    """Reads places, each word once. ``sides`` are the codes of the delegations, if there are."""

    def __init__(self, sides: Sequence[str]) -> None:
        self._lexicon = read_lexicon()
        self._sides = tuple(sides)
        self._known: dict[tuple[str, str], Place] = {}
        self._codes: dict[str, str] = {}

    def of(self, word: str, territory: str = "") -> Place:
        """Return the place that a word means; a second word may tell the territory apart."""
        key = (word, territory)
        if key not in self._known:
            self._known[key] = self._place(word, territory)
        return self._known[key]

    def is_known(self, code: str) -> bool:
        """Return whether this is the code of a territory, a region or a delegation."""
        known = (*self._lexicon.territories, *self._lexicon.regions, *self._sides)
        return bool(code) and code in known

    def code_of(self, word: str) -> str:
        """Return the code that a word stands for, or the word itself."""
        if word not in self._codes:
            self._codes[word] = self._code(word.strip())
        return self._codes[word]

    def _code(self, word: str) -> str:
        if not word or word in self._sides or word.upper() in self._lexicon.territories:
            return word if word in self._sides else word.upper()
        parts = [p for p in _PARTS.split(word) if p.strip()] if len(word) < 80 else []
        return next((c for p in (word, *parts) if (c := self._known_as(p.strip()))), word)

    def _known_as(self, word: str) -> str:
        """Return the code of an economy or a region that a word names, or ""."""
        if further := further_names().get(plain_name(word)):
            return further
        folded = _DELEGATION_OF.sub("", self._lexicon.fold.plain(word))
        for wording in (folded, folded.removesuffix(" delegation"), folded.rstrip("方侧代表团")):
            for piece in self._lexicon.pieces.get(wording, ()):
                if piece.kind in ("territory", "region", "short"):
                    return piece.value
        return word.upper() if word.upper() in self._lexicon.territories else ""

    def _place(self, word: str, territory: str) -> Place:
        code, home = self.code_of(word), self.code_of(territory)
        if not code:
            return Place("", home, self._region(home))
        own = home or (code if code in self._lexicon.territories else "")
        side = self._side(code)
        unknown = "" if side or not self._sides else word
        return Place(side or code, own, self._region(own or code), unknown)

    def _side(self, code: str) -> str:
        """Return the delegation that a territory sits with: its own, or a grouping of it."""
        if code in self._sides:
            return code
        regions = self._lexicon.regions
        groups = (s for s in self._sides if s in regions and code in self._lexicon.members(s))
        return next(groups, "")

    def region_of(self, written: str) -> str:
        """Return a region by its usual name, or as it is written if it is none known."""
        return region_named(written, self._lexicon) or written

    def _region(self, code: str) -> str:
        known = self._lexicon.territories.get(code)
        return known.region if known else ""
