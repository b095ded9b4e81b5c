"""Which notes were made of one another: two that were joined, one that was split.

Words of one then stood in some state of the other, which copies and what can be undone still hold,
so that a strike has to reach that too. Only ids are kept, among the versions of a note, as words
that are none themselves: with these they go wherever a note or its tombstone goes, with kits and
into a team's folder, and no undo takes them back, since a copy may have been made meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from dialogueprep.domain.merge_sides import Ref
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import lineage, notes, rows
from dialogueprep.store.driver import Database, run
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

MADE_OF = "note made of/"
"""What a setting's name begins with in which an earlier version kept this; a note's id follows."""
_HOLDS = "holds "
_PART_OF = "part of "
_KIN = f"table_name = 'notes' AND (version GLOB '{_HOLDS}*' OR version GLOB '{_PART_OF}*')"
_ALL = f"SELECT id, version FROM _lineage WHERE {_KIN}"
_BEFORE = (
    f"SELECT substr(s.id, {len(MADE_OF) + 1}), j.value FROM settings s, json_each(s.value) j"
    f" WHERE s.id GLOB '{MADE_OF}*'"
)


def made_of(step: Step, note: NoteId, other: NoteId) -> None:
    """Note that words of another note are in this one.

    One that is still there was split, and this is a part of it; one that is gone was joined.
    """
    _keep(step, [(note, _token(step, other))])


def reached_by(store: Readable, ids: Iterable[NoteId]) -> tuple[list[NoteId], list[NoteId]]:
    """Return what a strike of notes reaches: those that go, and those that only were others.

    The first are these notes and all that are not here any more but shared words with them; the
    second go on, but in an older state they held words of the first.
    """

    @cache
    def is_here(note: NoteId) -> bool:
        return notes.read(store, note) is not None

    wanted = list(dict.fromkeys(ids))
    found = dict.fromkeys(wanted)
    made, into = _both_ways(store)
    _follow(found, lambda note: (o for o, joined in made[note] if not (joined and is_here(o))))
    _follow(found, lambda note: (h for h, joined in into[note] if joined or not is_here(h)))
    older = [each for each in found if each not in wanted and is_here(each)]
    return [each for each in found if each not in older], older


def parts_of(store: Readable, note: NoteId) -> frozenset[NoteId]:
    """Return the notes that were split off one, as far as is known here."""
    found = run(store.db, "SELECT id FROM _lineage WHERE version = ?", [_PART_OF + note])
    return frozenset(NoteId(part) for (part,) in found)


def forget(step: Step, ids: Iterable[NoteId]) -> None:
    """Forget what an earlier version kept of notes that are gone, once others can be told."""
    tell(step)
    for note in ids:
        rows.delete(step, "settings", MADE_OF + note)


def tell(step: Step) -> None:
    """Let what an earlier version kept go wherever notes go."""
    before = run(step.db, _BEFORE)
    _keep(step, ((NoteId(note), _token(step, NoteId(other))) for note, other in before))


def adopt(step: Step, known: Mapping[Ref, Iterable[str]]) -> None:
    """Take over what others say of notes, by what stands among the versions of these."""
    _keep(step, _unknown(step, known))


def has_news(store: Readable, others: Readable) -> bool:
    """Return whether others say of notes what is not known here."""
    return any(True for _ in _unknown(store, said(others)))


def said(store: Readable) -> dict[Ref, list[str]]:
    """Return what is said of notes, as `adopt` takes it."""
    found: dict[Ref, list[str]] = {}
    for note, token in run(store.db, _ALL):
        found.setdefault(("notes", note), []).append(token)
    return found


def alone(versions: Iterable[str]) -> bool:
    """Return whether all that stands among a note's versions is what it was made of."""
    return all(each.startswith((_HOLDS, _PART_OF)) for each in versions)


def erase(db: Database, of_notes: str, values: Iterable[object]) -> None:
    """Erase, in a database of any schema, all that is kept of notes that SQL names by their ids."""
    bound = list(values)
    names = f"SELECT '{MADE_OF}' || id FROM ({of_notes})"
    run(db, f"DELETE FROM settings WHERE id IN ({names})", bound)
    if run(db, "SELECT 1 FROM main.sqlite_master WHERE name = '_lineage'"):
        run(db, f"DELETE FROM _lineage WHERE {_KIN} AND id IN ({of_notes})", bound)


def _follow(found: dict[NoteId, None], beside: Callable[[NoteId], Iterable[NoteId]]) -> None:
    """Add to notes what is beside them, and beside that."""
    fresh = list(found)
    while fresh:
        fresh = [each for note in fresh for each in beside(note) if each not in found]
        found |= dict.fromkeys(fresh)


_Kin = Mapping[NoteId, list[tuple[NoteId, bool]]]
"""By a note: others, and whether the two were joined."""


def _both_ways(store: Readable) -> tuple[_Kin, _Kin]:
    """Return of what notes were made, and into what they went."""
    made = defaultdict[NoteId, list[tuple[NoteId, bool]]](list)
    into = defaultdict[NoteId, list[tuple[NoteId, bool]]](list)
    for note, token in run(store.db, _ALL):
        joined = token.startswith(_HOLDS)
        other = NoteId(token.removeprefix(_HOLDS if joined else _PART_OF))
        made[NoteId(note)].append((other, joined))
        into[other].append((NoteId(note), joined))
    for note, other in run(store.db, _BEFORE):
        made[NoteId(note)].append((NoteId(other), False))
    return made, into


def _unknown(store: Readable, known: Mapping[Ref, Iterable[str]]) -> Iterator[tuple[NoteId, str]]:
    kin = [
        (ref, each)
        for ref, versions in known.items()
        if ref[0] == "notes"
        for each in versions
        if each.startswith((_HOLDS, _PART_OF))
    ]
    here = said(store) if kin else {}
    yield from ((NoteId(ref[1]), each) for ref, each in kin if each not in here.get(ref, ()))


def _token(store: Readable, other: NoteId) -> str:
    return (_PART_OF if notes.read(store, other) else _HOLDS) + other


def _keep(step: Step, kin: Iterable[tuple[NoteId, str]]) -> None:
    for note, token in list(kin):
        lineage.adopt(step, "notes", note, [token])
