"""What a user can change about a workspace itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.domain.errors import Refused
from dialogueprep.store import backup, rows, settings
from dialogueprep.store.backup import Backup
from dialogueprep.store.rows import Readable
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

K = "default k"
CEILING = "default ceiling"
_TYPED = "typed when it locked"


@dataclass(frozen=True, slots=True)
class Typed:
    """The words that stood in a form when the window locked, and the form's title."""

    form: str
    words: str


def keep_typed(store: Store, typed: Iterable[Typed]) -> None:
    """Keep what stood in forms until `let_go_of_typed`; no undo brings it back or takes it away."""
    with store.step("", aside=True) as step:
        kept = [*settings.read(step, _TYPED, ()), *([it.form, it.words] for it in typed)]
        settings.put(step, _TYPED, kept)


def typed_before(store: Readable) -> tuple[Typed, ...]:
    """Return what stood in forms when the window locked."""
    return tuple(Typed(form, words) for form, words in settings.read(store, _TYPED, ()))


def let_go_of_typed(store: Store, which: Typed) -> None:
    """Let go of the words of one form."""
    kept = [[it.form, it.words] for it in typed_before(store) if it != which]
    with store.step("", aside=True) as step:
        if kept:
            settings.put(step, _TYPED, kept)
        else:
            rows.delete(step, "settings", _TYPED)


def rename(store: Store, name: str) -> None:
    """Give the workspace another name; it must not be empty."""
    if not name.strip():
        raise Refused("workspace-needs-name")
    with store.step(tr("Rename the workspace"), merge=("workspace", "name")) as step:
        settings.put(step, "name", name.strip())


def set_default(store: Store, name: str, value: int) -> None:
    """Set what new dialogues begin with: ``K`` or ``CEILING``."""
    with store.step(tr("Change a default")) as step:
        settings.put(step, name, value)


def delete_copies(_store: Store, copies: Iterable[Backup]) -> None:
    """Delete copies of the workspace for good, as where a strike did not reach them."""
    backup.delete(copies)
