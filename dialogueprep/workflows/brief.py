"""One document of a dialogue, from the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from dialogueprep.commands import documents as commands
from dialogueprep.domain.briefs.blocks import Annex, Audience, Paper, Product
from dialogueprep.domain.briefs.house import House
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.store import dialogues
from dialogueprep.store.workspace import Store
from dialogueprep.words import listed
from dialogueprep.workflows.demo import told
from dialogueprep.workflows.designations import misnamed_in, sentence_of
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.release import (
    FORMATS,
    Format,
    Gathered,
    Wanted,
    composed,
    gather,
    prepare,
    produce,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which document is asked for, in the words of the command line."""

    product: str
    lang: Language = "en"
    second: Language | None = None
    audience: str | None = None
    annexes: tuple[str, ...] = ()
    changes_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How this one document is to look, and with what its PDF opens; else as the dialogue's do."""

    paper: str | None = None
    template: Path | None = None
    password_file: Path | None = None


VARIABLE = "DIALOGUEPREP_PDF_PASSWORD"


def brief(
    asked: Asked,
    *,
    dialogue: str,
    out: Path,
    workspace: Path | None = None,
    formats: tuple[Format, ...] = (),
    key_file: Path | None = None,
    look: Look | None = None,
) -> dict[str, Any]:
    """Release one product of a dialogue into a folder and return files, evidence and ``warnings``.

    The dialogue is named by its name in any language, or by its id. Raises
    Refused("dialogue-unknown"), Refused("product-unknown"), Refused("product-not-for-audience"),
    Refused("no-annexes-here"), Refused("no-changes-here"), Refused("identity-in-brief"),
    Refused("file-of-another"), Refused("password-empty"), Refused("password-for-pdf"),
    Refused("template-kind").
    """
    look = look or Look()
    password = password_of(look.password_file)
    written = _formats(formats, password)
    with opened(workspace, key_file) as store:
        wanted = _wanted(asked, dialogue_named(store, dialogue).id)
        gathered = gather(store, wanted)
        house = _house(gathered.material.house, look)
        gathered = replace(gathered, material=replace(gathered.material, house=house))
        warnings = _misnamed(store, gathered)
        released = produce(prepare(gathered), out, written, password=password)
        commands.register(store, wanted.dialogue, released)
    return {**told(out, list(released)), "warnings": warnings}


def brief_as_asked(**asked: Any) -> dict[str, Any]:
    """Return what `brief` does, from the options of the command line by name."""
    document, look = _taken(Asked, asked), _taken(Look, asked)
    return brief(document, look=look, **asked)


T = TypeVar("T", Asked, Look)


def _taken(kind: type[T], asked: dict[str, Any]) -> T:
    return kind(**{it.name: asked.pop(it.name) for it in fields(kind) if it.name in asked})


def password_of(file: Path | None) -> str:
    """Return the password of a PDF that a file or the environment holds, else none.

    It is no option of its own: other users of a machine can read those of a running command.
    Raises Refused("password-empty"), also for a file that cannot be read as text.
    """
    if file is None:
        return os.environ.get(VARIABLE, "").strip()
    try:
        words = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        words = ""
    if not words:
        raise Refused("password-empty", name=file.name)
    return words


def _formats(asked: Sequence[Format], password: str) -> Sequence[Format]:
    if not password:
        return asked or FORMATS
    if "docx" in asked:
        raise Refused("password-for-pdf")
    return ("pdf",)


def _house(house: House, look: Look) -> House:
    paper = Paper(look.paper) if look.paper else house.paper
    template = house.template
    if look.template:
        from dialogueprep.exchange.template_intake import take_in_template

        template = take_in_template(look.template).template
    return replace(house, paper=paper, template=template)


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


def _misnamed(store: Store, gathered: Gathered) -> list[str]:
    """Return a sentence for each wording that the sheet of designations does not use."""
    found = misnamed_in(store, gathered.wanted.dialogue, composed(gathered))
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
