"""Reads data/lexicon/institutions.toml and parties.toml: what stands around institutions."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from typing import Any

from dialogueprep.domain.identity.lexicon import Institutions, KindOfBody, NeighbourWords
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import Fold

_LANGUAGES = ("en", "zh", "ja", "ko")
_NAME_OF_A_LIST = re.compile(r"\{([a-z_]+)\}")
_Raw = Mapping[str, Any]


def reading_institutions(
    raw: _Raw, fold: Fold, fields: frozenset[str]
) -> Generator[None, None, Institutions]:
    """Return the patterns of institutions, each made in a step of its own.

    ``raw`` is the table of institutions, with that of the parties under "beside".
    """
    source, matter = raw["source"], raw["matter"]
    wanted: dict[str, Iterable[str]] = {
        "source_before": source["before"],
        "source_after": source["after"],
        "source_strong": source["strong"],
        "matter_before": matter["before"],
        "matter_after": matter["after"],
    }
    plain = yield from _patterns(wanted, fold)
    acts = yield from _patterns(raw["acts"], fold)
    mind = yield from _patterns(raw["mind"], fold)
    mind.update((it, anywhere(mind[it].pattern)) for it in ("ja", "ko"))  # at the end of a sentence
    return Institutions(
        **plain,
        acts=acts,
        mind=mind,
        words=frozenset(raw["institution"]["words"]),
        common_acronyms=frozenset(raw["acronym"]["common"]),
        neighbours=_neighbours(raw["neighbour"], fold, fields),
        beside=_beside(raw["beside"], fold),
    )


def _beside(raw: _Raw, fold: Fold) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the pairs of patterns, with the words of a list where they have its name in braces."""
    lists: Mapping[str, str] = raw["words"]

    def whole(pattern: str) -> str:
        return fold(_NAME_OF_A_LIST.sub(lambda found: lists[found[1]], pattern)).text

    return {
        f"{kind} {language}": tuple((whole(led), whole(on)) for led, on in raw[kind][language])
        for kind in ("party", "free")
        for language in _LANGUAGES
    }


def _patterns(
    wanted: Mapping[str, Iterable[str]], fold: Fold
) -> Generator[None, None, dict[str, re.Pattern[str]]]:
    made: dict[str, re.Pattern[str]] = {}
    for name, words in wanted.items():
        made[name] = re.compile("|".join(f"(?:{fold(w).text})" for w in words))
        yield
    return made


def _neighbours(raw: _Raw, fold: Fold, fields: frozenset[str]) -> NeighbourWords:
    return NeighbourWords(
        alike=tuple(_folded(row.split(), fold) for row in raw["alike"]),
        kinds=tuple(_kind(row, fold) for row in raw["kinds"]),
        ordinary=frozenset(raw["ordinary"].split())
        | frozenset(_folded(raw["ordinary_east"].split(), fold)),
        generic=frozenset(raw["generic"].split()),
        fields=fields,
    )


def _kind(row: str, fold: Fold) -> KindOfBody:
    latin, characters, hangul = (_folded(part.split(), fold) for part in row.split("|"))
    return KindOfBody(frozenset(latin), characters, hangul)


def _folded(words: Iterable[str], fold: Fold) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold.plain(word) for word in words))
