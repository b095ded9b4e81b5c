"""What a second place is owed and nobody kept an account of: all that was struck or closed here.

So it is where a place was chosen by an earlier version of the program, or where copies lay already
when it was chosen: what was struck here while it was given up was owed to nobody.
"""

from __future__ import annotations

from dialogueprep.store import mixing, second_place, striking
from dialogueprep.store.workspace import Store


def ask(store: Store) -> None:
    """Note for a second place of which nobody has asked yet what is to be done there.

    Raises Trouble("cannot-write").
    """
    if second_place.is_unasked(store.folder):
        struck, closed = striking.struck(store), mixing.settled(store)
        second_place.owe_all(store.folder, sorted(struck), sorted(closed))
