"""Reads in pairs of patterns what stands right before and right behind an institution.

"one of them from SIPS", 茶歇时SIPS暗示: one of the parties; "funding came from SIPS": none.
The pairs stand in data/lexicon/parties.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from dialogueprep.domain.identity.institutions.talk import language_around
from dialogueprep.domain.identity.institutions.talk_words import TALK
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "beside")

_Pair = tuple[re.Pattern[str], re.Pattern[str]]
_ARTICLE = re.compile(r"(?:^|(?<= )|(?<=[(\[\"]))(?:the|our) $")
# An entry under a label: "Translation: SIPS", 图片:SIPS.
_LABEL = re.compile(
    r"^(?:[^:]{0,12}[0-9]:[0-9]{2} )?([^:,;.]{2,40}) ?: ?(?:[^:.]{2,60}(?:,|;| and|、|/) ?)?$"
)
_ENTRY_ENDS = re.compile(
    r" ?(?:$|[.;)]|、|, (?!(?:not|no|yes|too|still|again|but|however)(?![a-z])))"
)
_WORD = re.compile("[a-z]+")
# A label of who speaks, of a turn or of a position is none of these.
_LABEL_OF_TALK = re.compile(
    f"{_LISTS['talk_about_it']}|"
    f"(?<![a-z])(?:{_LISTS['talk_answers']})(?![a-z])|{_LISTS['talk_leaning']}"
)
_LABEL_OF_TALK_EAST = re.compile(
    f"{_LISTS['talk_han']}|方$|{_LISTS['talk_ko']}|파$|측$|자$|다음|먼저|가장|예외|걸림|난관"
)


class Beside:
    """The pairs of four languages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._raw = lexicon.institutions.beside
        self._pairs: dict[str, tuple[_Pair, ...]] = {}

    def is_party(self, word: str, before: str, after: str) -> bool:
        """Return whether what stands beside an institution makes it one of the parties."""
        return self._any("party", language_around(word, before, after), before, after)

    def is_free(self, word: str, before: str, after: str) -> bool:
        """Return whether what stands beside an institution shows that it is none of the parties."""
        language = language_around(word, before, after)
        known = self._any("free", language, before, after)
        return known or is_entry(_ARTICLE.sub("", before), after)

    def _any(self, kind: str, language: str, before: str, after: str) -> bool:
        if language == "en":
            before = _ARTICLE.sub("", before)
        languages = ("zh", "ja") if language == "zh" else (language,)  # notes without kana
        pairs = chain.from_iterable(self._of(f"{kind} {of}") for of in languages)
        return any(on.match(after) and led.search(before) for led, on in pairs)

    def building(self) -> Iterator[None]:
        """Make in steps what is otherwise made with the first text of a language."""
        for which in self._raw:
            made: list[_Pair] = []
            for pair in self._made(which):
                made.append(pair)
                yield
            self._pairs.setdefault(which, tuple(made))

    def _of(self, which: str) -> tuple[_Pair, ...]:
        if which not in self._pairs:
            self._pairs[which] = tuple(self._made(which))
        return self._pairs[which]

    def _made(self, which: str) -> Iterator[_Pair]:
        for led, on in self._raw[which]:
            yield _compiled(led), _compiled(on)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, made once: ``re`` keeps fewer than the table has."""
    return re.compile(pattern)


def is_entry(before: str, after: str) -> bool:
    """Return whether an institution is an entry under a label that tells of no turn or view."""
    label = _LABEL.match(before) if ":" in before else None
    if not label or not _ENTRY_ENDS.match(after):
        return False
    if _LABEL_OF_TALK.search(label[1]) or _LABEL_OF_TALK_EAST.search(label[1]):
        return False
    return TALK.isdisjoint(_WORD.findall(f"{label[1]} {after}"))
