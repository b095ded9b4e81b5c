"""Notes that are indented stand under the one before them: what goes with a note, goes with it.

A branch is a note with all that follows it further to the right. What is set aside and the line
that is being written are not seen among the others, so that nothing stands under them.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from itertools import takewhile

from dialogueprep.domain.dialogue import QuestionId
from dialogueprep.domain.notes import Note, NoteId

DEEPEST = 3
"""How many steps a note may stand to the right."""


def branch(notes: Sequence[Note], at: int) -> tuple[Note, ...]:
    """Return the note at a place with all that stands under it."""
    head = notes[at]
    return (head, *takewhile(lambda n: n.indent > head.indent, notes[at + 1 :]))


def of_question(notes: Sequence[Note], note: Note) -> tuple[Note, ...]:
    """Return the notes that are seen under the same question, in their order."""
    return tuple(n for n in notes if n.question == note.question and not (n.draft or n.aside))


def under(notes: Sequence[Note], note: Note) -> tuple[Note, ...]:
    """Return a note of an item with all that stands under it."""
    shown = of_question(notes, note)
    here = next((at for at, each in enumerate(shown) if each.id == note.id), None)
    return (note,) if here is None else branch(shown, here)


def moved(notes: Sequence[Note], note: Note, step: int) -> tuple[NoteId, ...]:
    """Return the ids of an item's notes with a branch moved up (-1) or down (1) among its own.

    It passes what stands beside it with all under that; out of the note that it stands under it
    goes a line at a time. As they are where there is nothing to pass.
    """
    shown = of_question(notes, note)
    here = next((at for at, each in enumerate(shown) if each.id == note.id), None)
    ids = [n.id for n in notes]
    if here is None:
        return tuple(ids)
    mine = branch(shown, here)
    passed = _before(shown, here) if step < 0 else _behind(shown, mine, here + len(mine))
    if not passed:
        return tuple(ids)
    for each in mine:
        ids.remove(each.id)
    at = ids.index(passed[0].id) if step < 0 else ids.index(passed[-1].id) + 1
    ids[at:at] = [n.id for n in mine]
    return tuple(ids)


def moved_past(
    notes: Sequence[Note], note: Note, step: int, shown: Collection[NoteId]
) -> tuple[NoteId, ...]:
    """Return as `moved`, but past the next note that is shown, and all that is hidden before it."""
    mine = {n.id for n in under(notes, note)}
    ids = tuple(n.id for n in of_question(notes, note))
    if note.id not in ids:
        return tuple(n.id for n in notes)
    first = ids.index(note.id)
    behind = ids[first:] if step > 0 else ids[:first][::-1]
    wanted = next((i for i in behind if i in shown and i not in mine), None)
    by_id = {n.id: n for n in notes}
    order = tuple(by_id)
    while wanted and (order.index(note.id) < order.index(wanted)) == (step > 0):
        order = moved([by_id[i] for i in order], note, step)
    return order


def _before(shown: Sequence[Note], here: int) -> Sequence[Note]:
    """Return what a branch passes on its way up: back to what stands no deeper than it."""
    start = here - 1
    while start > 0 and shown[start].indent > shown[here].indent:
        start -= 1
    return shown[max(0, start) : here]


def _behind(shown: Sequence[Note], mine: Sequence[Note], end: int) -> Sequence[Note]:
    """Return what a branch that ends there passes on its way down."""
    if end >= len(shown):
        return ()
    beside = shown[end].indent == mine[0].indent
    return branch(shown, end) if beside else shown[end : end + 1]


def shuffled(
    notes: Sequence[Note], questions: Sequence[QuestionId], chance: random.Random
) -> list[NoteId]:
    """Return the ids of an item's notes with those of each question in a random order.

    What stands under a note stays under it, in a random order too. The notes stand by question, in
    the order of the item's ``questions``, and those under none last: where they took turns as they
    were typed, the only note of a question would still tell who had spoken before.
    """
    groups: dict[QuestionId | None, list[Note]] = {each: [] for each in (*questions, None)}
    for note in notes:
        groups[note.question if note.question in groups else None].append(note)
    return [note for mine in groups.values() for note in _mixed(mine, chance)]


def _mixed(mine: Sequence[Note], chance: random.Random) -> list[NoteId]:
    hidden = [(n,) for n in mine if n.draft or n.aside]
    seen = [n for n in mine if not (n.draft or n.aside)]
    return _in_any_order([*_side_by_side(seen), *hidden], chance)


def _side_by_side(notes: Sequence[Note]) -> list[tuple[Note, ...]]:
    """Return the branches that notes consist of."""
    found: list[tuple[Note, ...]] = []
    at = 0
    while at < len(notes):
        found.append(branch(notes, at))
        at += len(found[-1])
    return found


def _in_any_order(branches: Sequence[tuple[Note, ...]], chance: random.Random) -> list[NoteId]:
    by_head = {each[0].id: each for each in branches}
    heads = list(by_head)
    chance.shuffle(heads)
    heads.sort(key=lambda h: -by_head[h][0].indent)  # else it would come to stand under another
    return [
        note
        for head in heads
        for note in (head, *_in_any_order(_side_by_side(by_head[head][1:]), chance))
    ]
