"""One document of a dialogue, from the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.store import dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.words import listed
from dialogueprep.workflows.demo import told
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.release import FORMATS, Format, Wanted, release


def brief(
    *,
    dialogue: str,
    product: str,
    out: Path,
    workspace: Path | None = None,
    formats: tuple[Format, ...] = (),
    lang: Language = "en",
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Release one product of a dialogue into a folder and return files and evidence.

    The dialogue is named by its name in any language, or by its id. Raises
    Refused("dialogue-unknown"), Refused("product-unknown"), Refused("identity-in-brief").
    """
    with opened(workspace, key_file) as store:
        found = dialogue_named(store, dialogue)
        wanted = Wanted(
            dialogue=found.id, product=_product(product), language=lang, on=date.today()
        )
        released = release(store, wanted, formats or FORMATS, out)
    return told(out, list(released))


def dialogue_named(store: Store, name: str) -> Dialogue:
    """Return the dialogue with this name in any language, or this id; Refused("dialogue-unknown")
    names those that there are."""
    known = dialogues.every(store)
    for it in known:
        if name == it.id or name in (t.wording for t in it.names.entries):
            return it
    names = listed(f"“{it.names.best('en')}”" for it in known)
    raise Refused("dialogue-unknown", name=name, known=names or "none")


def _product(name: str) -> Product:
    try:
        return Product(name)
    except ValueError:
        raise Refused("product-unknown", name=name, known=listed(Product)) from None
