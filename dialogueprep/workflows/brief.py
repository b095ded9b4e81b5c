"""One document of a dialogue, from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Annex, Audience, Product
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.store import dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.words import listed
from dialogueprep.workflows.demo import told
from dialogueprep.workflows.designations import misnamed_in, sentence_of
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.release import FORMATS, Format, Wanted, composed, gather, release


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which document is asked for, in the words of the command line."""

    product: str
    lang: Language = "en"
    second: Language | None = None
    audience: str | None = None
    annexes: tuple[str, ...] = ()
    changes_only: bool = False


def brief(
    asked: Asked,
    *,
    dialogue: str,
    out: Path,
    workspace: Path | None = None,
    formats: tuple[Format, ...] = (),
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Release one product of a dialogue into a folder and return files, evidence and ``warnings``.

    The dialogue is named by its name in any language, or by its id. Raises
    Refused("dialogue-unknown"), Refused("product-unknown"), Refused("product-not-for-audience"),
    Refused("no-annexes-here"), Refused("no-changes-here"), Refused("identity-in-brief"),
    Refused("file-of-another").
    """
    with opened(workspace, key_file) as store:
        wanted = _wanted(asked, dialogue_named(store, dialogue).id)
        warnings = _misnamed(store, wanted)
        released = release(store, wanted, formats or FORMATS, out)
    return {**told(out, list(released)), "warnings": warnings}


def _wanted(asked: Asked, dialogue: DialogueId) -> Wanted:
    product = _product(asked.product)
    if asked.annexes and product is not Product.MEETING_BRIEF:
        raise Refused("no-annexes-here", product=product)
    if asked.changes_only and product is not Product.BRIEFING_PACK:
        raise Refused("no-changes-here", product=product)
    return Wanted(
        dialogue=dialogue,
        product=product,
        language=asked.lang,
        on=date.today(),
        audience=Audience(asked.audience) if asked.audience else None,
        second=asked.second if asked.second != asked.lang else None,
        annexes=tuple(Annex(each) for each in asked.annexes),
        changes_only=asked.changes_only,
    )


def _misnamed(store: Store, wanted: Wanted) -> list[str]:
    """Return a sentence for each wording that the sheet of designations does not use."""
    found = misnamed_in(store, wanted.dialogue, composed(gather(store, wanted)))
    return list(dict.fromkeys(sentence_of(each) for each in found))


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
