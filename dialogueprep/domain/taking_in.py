"""What a library from a file would do to the library that is there, before anything is written.

Each entry is new, changed or the same. Ratings and uses count only where they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Collection as Ids
from dataclasses import dataclass, field, fields, replace
from typing import Literal, TypeVar

from dialogueprep.domain.collection import AnyEntry, Collection, Decision, Matching
from dialogueprep.domain.library import Passage, Rating, Recommendation, Source, Topic
from dialogueprep.domain.lost_letters import restored
from dialogueprep.domain.texts import LANGUAGES, Language, Text, Texts
from dialogueprep.domain.uses import Use

Tick = Callable[[int, int], None]
Kept = TypeVar("Kept", Topic, Recommendation, Source)
Kind = Literal["topic", "recommendation", "source", "tag"]
_OFTEN = 200  # entries between two ticks


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: what it holds here and in the file; a text says in which language.

    Values are a Text, a word of a closed list, a plain text, or a tuple of such parts.
    """

    field: str
    mine: object
    theirs: object
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entry, a source or a tag that is new or differs; ``mine`` is None where it is new."""

    kind: Kind
    id: str
    titles: Texts
    theirs: AnyEntry | Source | Texts
    mine: AnyEntry | Source | Texts | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The library that is there, the names of its shipped entries, and the dialogues kept."""

    collection: Collection
    shipped: Mapping[str, str] = field(default_factory=dict[str, str])
    dialogues: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be written. ``quiet`` are new sources and tags, which come with their entries.

    ``uses`` would be kept; ``known_uses`` counts those of dialogues that are kept here, whose
    own records stand. ``rated`` and ``used`` count what the file brings of either. ``restored``
    counts texts that lost letters in the file and stay as they are here.
    """

    brought: Collection = Collection()
    new: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    same: tuple[AnyEntry, ...] = ()
    quiet: tuple[Change, ...] = ()
    uses: tuple[Use, ...] = ()
    decisions: tuple[Decision, ...] = ()
    known_uses: int = 0
    rated: int = 0
    used: int = 0
    restored: int = 0

    @property
    def writes(self) -> bool:
        """Whether taking all of it in would change anything."""
        return bool(self.new or self.changed or self.quiet or self.uses or self.decisions)

    def accepted(self, left: Ids[str]) -> tuple[Change, ...]:
        """Return what is written if these ids are left as they are: topics before what is theirs.

        A recommendation stays out with a new topic that is left out.
        """
        out = set(left) & {c.id for c in self.new}
        kept = [c for c in (*self.new, *self.changed) if c.id not in left and not _of(c, out)]
        named = {p.source for c in kept for p in _passages(c)}
        tagged = {tag for c in kept for tag in _tags(c)}
        every = {p.source for e in self.brought.entries for p in e.passages}
        every_tag = {tag for e in self.brought.entries for tag in e.tags}
        loose = [
            c for c in self.quiet
            if c.id in named | tagged or c.id not in every | every_tag
        ]  # fmt: skip
        return tuple(sorted((*loose, *kept), key=lambda c: _ORDER.index(c.kind)))


_ORDER: tuple[Kind, ...] = ("tag", "source", "topic", "recommendation")


def plan(
    shelf: Shelf,
    brought: Collection,
    new_id: Callable[[], str],
    *,
    with_ratings: bool = False,
    with_histories: bool = False,
    tick: Tick = lambda _done, _every: None,
) -> Plan:
    """Return what taking in a collection would do. ``tick`` may raise Cancelled."""
    there = shelf.collection
    mine, lost = _with_letters(Matching(there, shelf.shipped, new_id).of(brought), there)
    compared = mine if with_ratings else mine.without_ratings()
    known: dict[str, AnyEntry] = {e.id: e for e in there.entries}
    found: dict[str, list[Change]] = {"new": [], "changed": []}
    same: list[AnyEntry] = []
    for number, entry in enumerate(compared.entries):
        if number % _OFTEN == 0:
            tick(number, len(compared.entries))
        old = known.get(entry.id)
        change = _entry(with_known_ratings(entry, old), old)
        if old is not None and not change.differences:
            same.append(old)
        else:
            found["new" if old is None else "changed"].append(change)
    beside = [*_sources(there, mine), *_tag_names(there, mine)]
    return Plan(
        brought=mine,
        new=tuple(found["new"]),
        changed=(*found["changed"], *(c for c in beside if c.mine is not None)),
        same=tuple(same),
        quiet=tuple(c for c in beside if c.mine is None),
        uses=_new_uses(shelf, mine) if with_histories else (),
        decisions=_new_decisions(there, mine),
        known_uses=sum(u.dialogue in shelf.dialogues for u in mine.uses),
        rated=sum(bool(e.ratings) for e in mine.entries),
        used=len(mine.uses),
        restored=lost,
    )


def _with_letters(brought: Collection, there: Collection) -> tuple[Collection, int]:
    """Return what a file brings with the letters that it lost, and how many texts had lost some."""
    topics, a = _each(brought.topics, there.topics)
    recommendations, b = _each(brought.recommendations, there.recommendations)
    sources, c = _each(brought.sources, there.sources)
    names = {slug: restored(it, there.tags.get(slug, it)) for slug, it in brought.tags.items()}
    tags = {slug: made for slug, (made, _) in names.items()}
    whole = replace(
        brought, topics=topics, recommendations=recommendations, sources=sources, tags=tags
    )
    return whole, a + b + c + sum(n for _, n in names.values())


def _each(brought: Iterable[Kept], there: Iterable[Kept]) -> tuple[tuple[Kept, ...], int]:
    known = {it.id: it for it in there}
    made = [restored(it, known.get(it.id, it)) for it in brought]
    return tuple(it for it, _ in made), sum(n for _, n in made)


def with_known_ratings(entry: AnyEntry, old: AnyEntry | None) -> AnyEntry:
    """Return an entry that keeps the ratings it has here, but for those that it brings."""
    if old is None:
        return entry
    brought = {(r.axis, r.delegation) for r in entry.ratings}
    kept = (r for r in old.ratings if (r.axis, r.delegation) not in brought)
    return replace(entry, ratings=_sorted((*entry.ratings, *kept)))


def _sorted(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    return tuple(sorted(ratings, key=lambda r: (r.axis, r.delegation or "", r.id)))


def _entry(entry: AnyEntry, old: AnyEntry | None) -> Change:
    kind: Kind = "topic" if isinstance(entry, Topic) else "recommendation"
    different = () if old is None else tuple(differences(old, entry))
    return Change(
        kind=kind, id=entry.id, titles=entry.titles, theirs=entry, mine=old,
        differences=different,
    )  # fmt: skip


def differences(mine: object, theirs: object) -> Iterator[Difference]:
    """Yield the fields in which two entries or sources differ; texts language by language."""
    for name in (f.name for f in fields(theirs)):  # pyright: ignore[reportArgumentType]
        one, other = getattr(mine, name, None), getattr(theirs, name)
        if name == "ratings":
            one = _sorted(one or ())
        if one == other or name == "id":
            continue
        if isinstance(one, Texts) and isinstance(other, Texts):
            yield from texts_differing(name, one, other)
        else:
            yield Difference(name, one, other)


def texts_differing(name: str, mine: Texts, theirs: Texts) -> Iterator[Difference]:
    """Yield the languages in which two texts differ, in wording or in state."""
    here = {t.language: t for t in mine.entries}
    there = {t.language: t for t in theirs.entries}
    for language in LANGUAGES:
        if here.get(language) != there.get(language):
            yield Difference(name, here.get(language), there.get(language), language)


def _sources(there: Collection, mine: Collection) -> Iterator[Change]:
    known = {s.id: s for s in there.sources}
    for source in mine.sources:
        old = known.get(source.id)
        if old != source:
            titles = Texts((Text(source.language, source.title),))
            different = tuple(differences(old, source)) if old else ()
            yield Change(
                kind="source", id=source.id, titles=titles, theirs=source, mine=old,
                differences=different,
            )  # fmt: skip


def _tag_names(there: Collection, mine: Collection) -> Iterator[Change]:
    for slug, names in mine.tags.items():
        old = there.tags.get(slug)
        if names and old != names:
            different = tuple(texts_differing("name", old or Texts(), names)) if old else ()
            yield Change(
                kind="tag", id=slug, titles=names, theirs=names, mine=old or None,
                differences=different,
            )  # fmt: skip


def _new_uses(shelf: Shelf, mine: Collection) -> tuple[Use, ...]:
    known = {_plain(u) for u in shelf.collection.uses if u.elsewhere}
    brought = (_plain(u) for u in mine.uses if u.dialogue not in shelf.dialogues)
    return tuple(u for u in dict.fromkeys(brought) if u not in known)


def _new_decisions(there: Collection, mine: Collection) -> tuple[Decision, ...]:
    """Return decisions on pairs that are still open here; what was decided here stands."""
    settled = {frozenset((d.one, d.other)) for d in there.decisions}
    found = (d for d in mine.decisions if frozenset((d.one, d.other)) not in settled)
    return tuple(d for d in found if d.one != d.other)


def _plain(use: Use) -> Use:
    return replace(use, elsewhere=False, outcomes=())


def _of(change: Change, out: Ids[str]) -> bool:
    return isinstance(change.theirs, Recommendation) and change.theirs.topic in out


def _passages(change: Change) -> tuple[Passage, ...]:
    return () if isinstance(change.theirs, (Source, Texts)) else change.theirs.passages


def _tags(change: Change) -> tuple[str, ...]:
    return () if isinstance(change.theirs, (Source, Texts)) else change.theirs.tags
