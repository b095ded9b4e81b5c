"""The order in which the notes of a closed item were typed: it leaves the file and the copies.

New positions are not enough: on a page rows and entries of an index lie in the order in which they
came, so the notes are written anew (`anew`). What is shuffled in the workspace stands in its copies
as it was typed, and who has both would know who followed whom. So the notes of the item get in
each copy the order that they have here. The workspace notes which items are not through yet; if
the program ends before, the next opening goes on. Copies that lie only at a second place are owed
the same (`second_place`): there each is shuffled by itself.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain

from dialogueprep.domain import branches
from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.errors import Trouble
from dialogueprep.store import (
    agenda,
    anew,
    backup,
    driver,
    in_copies,
    notes,
    rows,
    second_place,
    settings,
)
from dialogueprep.store.backup import Backup
from dialogueprep.store.driver import Database, run
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.up_to_date import MIXED, is_mixed
from dialogueprep.store.workspace import Store

GOING_ON = "mixing"
_TYPED = "SELECT id FROM notes WHERE item = ? ORDER BY position"
_SETTLED = (
    "SELECT i.id FROM items i JOIN dialogues d ON d.id = i.dialogue WHERE i.keep_order = 0"
    " AND (i.closed = 1 OR d.phase = 'closed') AND EXISTS (SELECT 1 FROM notes WHERE item = i.id)"
)


def owe(step: Step, items: Iterable[ItemId]) -> None:
    """Note that no page and no copy is to tell of another order than the items' notes have now."""
    owed = (*settings.read(step, GOING_ON, ()), *items)
    settings.put(step, GOING_ON, list(dict.fromkeys(owed)))


@contextmanager
def heeding(step: Step, theirs: Collection[str]) -> Generator[None]:
    """Note which items come closed with what is taken in inside; `go_on` sees to them here.

    Notes that stand there as they were typed are shuffled: those that come to an item that was
    closed here already, and those of one's own that are not among ``theirs``, of whom some closed
    the item without them.
    """
    before, there = settled(step), _by_item(step)
    yield
    after = settled(step)
    now = _by_item(step)
    typed = {i for i in after & before if now[i] - there[i]}
    typed |= {i for i in after - before if now[i] - set(theirs)}
    for item in sorted(typed):
        _shuffle(step, ItemId(item))
    if fresh := sorted((after - before) | typed):
        owe(step, map(ItemId, fresh))


def _by_item(source: Readable) -> Mapping[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for item, note in run(source.db, "SELECT item, id FROM notes"):
        found[item].add(note)
    return found


def _shuffle(step: Step, item: ItemId) -> None:
    questions = [each.id for each in agenda.read(step, item).questions]
    mine = notes.of_item(step, item)
    notes.order(step, branches.shuffled(mine, questions, random.SystemRandom()))


def settled(source: Readable) -> frozenset[str]:
    """Return the items with notes that are closed, by themselves or with their dialogue.

    Those whose order is kept are none of them.
    """
    return frozenset(item for (item,) in run(source.db, _SETTLED))


def mix_again(store: Store) -> None:
    """Shuffle once, in one transaction, the notes of items that an earlier version closed.

    It shuffled them in their places, so that one saw how questions took turns while they were
    typed: of the only note of a question, after which it came. What is owed is for `go_on`. Raises
    Trouble.
    """
    if is_mixed(store.db):
        return
    items = [ItemId(item) for item in sorted(settled(store))]
    if items:
        path = store.folder / backup.FILE
        with (
            driver.explained(store.folder),
            store.db.beside(path) as opened,
            in_copies.unfrozen(opened),
        ):
            for item in items:
                in_copies.shuffle(opened, item)
    with store.step("", aside=True) as step:
        if items:
            owe(step, items)
        run(step.db, MIXED)


def go_on(store: Store) -> tuple[Backup, ...]:
    """Bring the order to the pages and to each copy in ``backups/``; return what was not reached.

    A second place gets these copies anew as soon as it is there, and in those that lie only there
    the notes are shuffled then.
    """
    items: Sequence[str] = settings.read(store, GOING_ON, ())
    if not items:
        return ()
    orders = {item: [note for (note,) in run(store.db, _TYPED, [item])] for item in items}
    for note in chain.from_iterable(orders.values()):
        store.forget("notes", note)
    here = anew.written(store.db, store.folder)
    owed = _owed_there(store, items)
    copies = backup.listed(store.folder)
    missed = tuple(copy for copy in copies if not _mixed_in(store.db, copy, orders))
    if here and owed and not missed:
        with suppress(Trouble), store.step("", aside=True) as step:  # else once more, later
            rows.delete(step, "settings", GOING_ON)
    store.on_copy()  # a second place that is there is not to wait for the next look
    return missed


def _owed_there(store: Store, items: Iterable[str]) -> bool:
    """Note what the second place is owed; return whether that could be written."""
    with suppress(Trouble):
        second_place.owe(store.folder, (), (), items)
        return True
    return False


def _mixed_in(db: Database, copy: Backup, orders: Mapping[str, Sequence[str]]) -> bool:
    """Give the notes of items their order in a copy, which keeps its time; return whether it has.

    A dialogue that is closed in the copy is no hindrance.
    """
    with suppress(Trouble, OSError):
        with in_copies.changing(copy.path, db.beside) as opened:
            for item, order in orders.items():
                ranks = {note: at for at, note in enumerate(order)}
                in_copies.put_in_order(opened, item, ranks)
        return True
    return False
