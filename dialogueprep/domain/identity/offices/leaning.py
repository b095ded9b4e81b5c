"""Weighs by its words whether a clause tells how an officer ran a meeting, or a view.

There are more ways to tell that a chair ran a meeting than a grammar can list. Where the grammars
of `procedural` know none, the words around the office decide, by weights that were learnt from
labelled sentences (`tests/corpus/officers`, learnt by `python -m tests.corpus.learn_officers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import exp

from dialogueprep.domain.identity.reading.fold import KANA, is_hangul
from dialogueprep.domain.identity.reading.word_lists import lines_of

RUNNING_BELOW = 0.04  # a clause at least as likely as this to tell a view is taken for one
_TOLD_WORDS, _TOLD_LETTERS = 3, 6  # what a clause has at least to tell more than a bare deed
_AROUND = {"<": (-60, None), ">": (0, 100)}  # letters before and behind the office that are read
_LATIN_AROUND = {"<": (-120, None), ">": (0, 200)}
_NUMBER = re.compile("[0-9]+")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[^\s\w]")
_PARTICLES = {"는": "은", "가": "이"}
_STEM = 4  # letters of an English word that its forms share
_LONGEST = {"<": 2, ">": 3}  # letters of a trait in eastern scripts

Weights = Mapping[str, float]


@lru_cache(maxsize=1)  # in a row of offices the same stands around each
def only_ran_it(before: str, office: str, after: str) -> bool:
    """Return whether the folded words around an office most likely tell no view.

    A bare deed, the chair summed up, tells too little for that: who did it may be told by it.
    """
    language = _language(before, office, after)
    told = before + after
    much = len(told.split()) if language == "en" else len(told.strip(" .。"))
    if much < (_TOLD_WORDS if language == "en" else _TOLD_LETTERS):
        return False
    return likely_a_view(before, after, language) < RUNNING_BELOW


def likely_a_view(before: str, after: str, language: str) -> float:
    """Return how likely a clause tells what an officer thinks, from 0 to 1."""
    weights = _weights()[language]
    return sure(sum(weights.get(trait, 0.0) for trait in traits(before, after, language)))


def sure(weight: float) -> float:
    """Return a sum of weights as a likelihood from 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, weight))))


def traits(before: str, after: str, language: str) -> frozenset[str]:
    """Return what is weighed of the folded words before and behind an office.

    In English words, their stems and pairs of neighbours, else up to three letters in a row; each
    with its side, `<` or `>`, and with `^` and `$` for where the side begins and ends.
    """
    sides, of = (_LATIN_AROUND, _of_words) if language == "en" else (_AROUND, _of_letters)
    if language == "ko":  # 의장은, 사회자는
        after = _PARTICLES.get(after[:1], after[:1]) + after[1:]
    found = (
        side + trait
        for side, text in (("<", before), (">", after))
        for trait in of(_NUMBER.sub("0", text[slice(*sides[side])].strip()), side)
    )
    return frozenset(found)


def _of_words(text: str, _: str) -> Iterator[str]:
    words = _WORD.findall(text)
    yield from words
    stems = ["^", *(w if len(w) <= _STEM + 1 else f"{w[:_STEM]}~" for w in words), "$"]
    yield from stems
    yield from (f"{one} {other}" for one, other in pairwise(stems))


def _of_letters(text: str, side: str) -> Iterator[str]:
    text = f"^{text}$"
    for length in range(1, _LONGEST[side] + 1):
        yield from (text[n : n + length] for n in range(len(text) - length + 1))


def _language(before: str, office: str, after: str) -> str:
    if office[0].isascii():
        return "en"
    if is_hangul(office[0]):
        return "ko"
    return "ja" if KANA.search(before + office + after) else "zh"


@cache
def _weights() -> Mapping[str, Weights]:
    """Return the weights by language; above 0 a trait speaks for a view."""
    known: dict[str, dict[str, float]] = {}
    language: dict[str, float] = {}
    for line in lines_of("officers"):
        if line.startswith("["):
            language = known.setdefault(line[1:-1], {})
        else:
            trait, weight = line.split("\t")
            language[trait] = int(weight) / 100
    return known
