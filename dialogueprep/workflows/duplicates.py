"""The pairs of a library that seem to say the same: read from the store, compared off it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from dialogueprep.domain.blocking import Tick, quiet
from dialogueprep.domain.likeness import KnownWords, Likeness, Pair, Saying, Tell, alike
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.terms_reader import read_leanings, read_notions, read_sounds
from dialogueprep.store import library, pairs, sayings
from dialogueprep.store.folding import fold
from dialogueprep.store.rows import Readable


@dataclass(frozen=True, slots=True)
class ToCompare:
    """What is compared, as plain values: none of it is read from the store later."""

    sayings: tuple[Saying, ...]
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    settled: Collection[Pair] = frozenset()


def to_compare(store: Readable, said: Iterable[Iterable[Saying]] | None = None) -> ToCompare:
    """Return all that is compared; ``said`` is what `store.sayings.read` gave, if that is read."""
    slices = sayings.read(store) if said is None else said
    every = tuple(chain.from_iterable(slices))
    return ToCompare(every, library.tag_names(store), pairs.settled(store))


def compared(
    what: ToCompare, tick: Tick = quiet, tell: Tell = lambda _it: None
) -> tuple[Likeness, ...]:
    """Return the pairs that seem to say the same, the most alike first; needs no store.

    ``tell`` is told of each pair before, as it is found; see `likeness.alike`.
    """
    return alike(
        what.sayings,
        what.tags,
        what.settled,
        known=KnownWords(read_notions(), read_sounds(), read_leanings(), fold),
        tick=tick,
        tell=tell,
    )


def beside_library(
    what: ToCompare, new: Sequence[Saying], tick: Tick = quiet
) -> dict[str, tuple[Likeness, ...]]:
    """Return for each new saying the entries that seem to say the same, the most alike first.

    In each likeness the new one stands first; new ones that nothing is like are left out.
    """
    names = {s.id for s in new}
    found: dict[str, list[Likeness]] = defaultdict(list)
    for it in compared(replace(what, sayings=(*what.sayings, *new)), tick):
        mine = names & it.pair
        if len(mine) == 1:
            (one,) = mine
            (other,) = it.pair - mine
            found[one].append(replace(it, one=one, other=other))
    return {one: tuple(its) for one, its in found.items()}


def proposals(store: Readable) -> tuple[Likeness, ...]:
    """Return the pairs that seem to say the same and on which nobody has decided."""
    return compared(to_compare(store))
