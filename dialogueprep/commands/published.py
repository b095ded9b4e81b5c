"""What a user can do with the register of what is public already."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.published import Published, PublishedId
from dialogueprep.store import published
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"


def add(store: Store, it: Published) -> PublishedId:
    """Note something that is public; refused ("published-needs-words") without what or where."""
    mine = replace(_checked(it), id=PublishedId(new_id()))
    with store.step(tr("Add to the public register"), page=PAGE) as step:
        published.put(step, mine)
    return mine.id


def change(store: Store, it: Published) -> None:
    """Write a changed entry; refused as in `add`."""
    mine = _checked(it)
    merge = ("published", it.id)
    with store.step(tr("Change the public register"), merge=merge, page=PAGE) as step:
        published.put(step, mine)


def remove(store: Store, entry: PublishedId) -> None:
    """Remove an entry."""
    with store.step(tr("Remove from the public register"), page=PAGE) as step:
        published.delete(step, entry)


def _checked(it: Published) -> Published:
    if not (it.detail.strip() or it.place.strip()):
        raise Refused("published-needs-words")
    return it
