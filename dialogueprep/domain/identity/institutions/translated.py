"""Names of institutions that are made of ordinary words, as their neighbours translate them.

The Data Assurance Office is 数据保证室, データ保証室 and 데이터보증실. A name with a proper name in
it is told by ``behind_proper``; one with a word that the table does not hold is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from dialogueprep.domain.identity.reading.word_lists import lines_of

_MOST = 48  # forms of one name in one language
_LONGEST = 5  # words of a name at most
_Options = tuple[tuple[str, ...], ...]
_KOREAN = 2
_LED = re.compile("(.+?) (?:of|for|on) ")
_BESIDE_ITS_KIND = frozenset({"select", "special", "standing", "permanent", "joint"})
_OF_STUDY = frozenset({"institute", "centre", "center", "academy", "laboratory"})
_STUDY = frozenset({"studies", "study", "research"})


def _read(table: str) -> dict[str, _Options]:
    found: dict[str, _Options] = {}
    for line in lines_of(table):
        word, _, rest = line.partition(" ")
        found[word] = tuple(tuple(part.split()) for part in rest.split("|"))
    return found


MATTER, KINDS = _read("translated_words"), _read("translated_kinds")
_SMALL = frozenset({"of", "for", "on", "the", "and", "in", "&"})


def translated(folded: str) -> Iterator[str]:
    """Yield an English name of ordinary words in Chinese, Japanese and Korean, not folded."""
    told = told_by_words(folded)
    if told and told[0]:
        for language in range(3):
            yield from in_language(*told, language)


def told_by_words(folded: str) -> tuple[tuple[str, ...], str] | None:
    """Return what an English name of known words is about, and what it is; None for others."""
    words = [_known(w) for w in folded.split() if w not in _SMALL]
    if not folded.isascii() or not 1 <= len(words) <= _LONGEST:
        return None
    at = _where_its_kind_is(folded, words)
    kind, matter = words[at], [*words[:at], *words[at + 1 :]]
    if matter and at and matter[0] in _BESIDE_ITS_KIND:
        matter = [*matter[1:], matter[0]]
    if "infectious" in matter and "disease" in matter:
        matter = [w for w in matter if w != "disease"]
    if kind in _OF_STUDY and len(matter) > 1 and matter[-1] in _STUDY:
        matter.pop()
    if kind not in KINDS or any(w not in MATTER for w in matter):
        return None
    return tuple(matter), kind


def _where_its_kind_is(folded: str, words: list[str]) -> int:
    """Return which word says what an institution is: that before of, for, on, else the last."""
    if led := _LED.match(folded):
        at = len([w for w in led[1].split() if w not in _SMALL]) - 1
        if words[at] in KINDS:
            return at
    leads = words[0] in KINDS and (words[-1] not in KINDS or words[-1] in MATTER)
    return 0 if leads and words[0] not in MATTER else len(words) - 1


def _known(word: str) -> str:
    """Return a word as the tables hold it: pilots of pilots', stockpiles of stockpile."""
    plain = word if word in MATTER else word.removesuffix("'").removesuffix("'s")
    forms = (plain, f"{plain}s", plain.removesuffix("s"))
    return next((it for it in forms if it in MATTER or it in KINDS), plain)


def in_language(matter: tuple[str, ...], kind: str, language: int) -> Iterator[str]:
    """Yield a name in one of three languages, the usual words for it first, not folded."""
    for chosen in usual(*(MATTER[w][language] for w in matter), KINDS[kind][language]):
        yield "".join(chosen)
        if language == _KOREAN and len(chosen) > 1:
            yield f"{' '.join(chosen[:-1])}{chosen[-1]}"
            yield f"{''.join(chosen[:-1])} {chosen[-1]}"
            yield " ".join(chosen)


def usual(*parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield one word of each part, the first ones first, up to a number of choices."""
    ranked = product(*(tuple(enumerate(options)) for options in parts))
    chosen = sorted(ranked, key=lambda one: sum(rank for rank, _ in one))[:_MOST]
    yield from (tuple(word for _, word in one) for one in chosen)
