"""Sheets for translators and drafts that came back, as the command line asks for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.returned import ReturnEdit
from dialogueprep.domain.texts import Language
from dialogueprep.domain.translating import Translation
from dialogueprep.words import tr
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.release import Wanted, gather
from dialogueprep.workflows.returned_draft import edits_in, present
from dialogueprep.workflows.translation_sheet import (
    Held,
    examined_sheet,
    named,
    places_in,
    read_translations,
    write_sheet,
)
from dialogueprep.workflows.values import roster_of


def sheet_as_asked(
    *,
    dialogue: str,
    languages: tuple[Language, ...],
    out: Path,
    every: bool = False,
    with_warned: bool = False,
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Write a sheet for translators; return how many texts it holds and which stayed here.

    Raises Refused("dialogue-unknown"), Refused("sheet-is-empty") and
    Refused("file-holds-identity").
    """
    with opened(workspace, key_file) as store:
        it = dialogue_named(store, dialogue)
        roster = roster_of(store, it.id)
        sheet = examined_sheet(places_in(store, it.id), languages, roster, only_needed=not every)
    count = write_sheet(sheet, out, roster, with_warned=with_warned)
    stayed = (*sheet.blocked, *(() if with_warned else sheet.warned))
    return {"file": str(out), "texts": count, "stayed": [_held(each) for each in stayed]}


def _held(it: Held) -> dict[str, Any]:
    return {"text": named(it.row.place), "words": [each.text for each in it.exposures]}


def translations_as_asked(
    file: Path, *, dialogue: str, workspace: Path | None = None, key_file: Path | None = None
) -> dict[str, Any]:
    """Return what a sheet that came back would change; nothing is written.

    Raises Refused("dialogue-unknown"), and Trouble as `translation_docx.read_sheet`.
    """
    with opened(workspace, key_file) as store:
        places = places_in(store, dialogue_named(store, dialogue).id)
    return {"file": str(file), "edits": [_came(it) for it in read_translations(file, places)]}


def _came(it: Translation) -> dict[str, Any]:
    return {
        "kind": it.what.value,
        "title": named(it.place) if it.place else it.key,
        "lang": it.language,
        "mine": it.mine,
        "theirs": it.theirs,
    }


def draft_as_asked(
    file: Path,
    *,
    dialogue: str,
    product: str,
    lang: Language = "en",
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Return what a draft that came back would change in a document; nothing is written.

    Raises Refused("dialogue-unknown"), and as `returned_draft.edits_in`.
    """
    with opened(workspace, key_file) as store:
        of = dialogue_named(store, dialogue).id
        wanted = Wanted(dialogue=of, product=Product(product), language=lang, on=date.today())
        gathered = gather(store, wanted)
    return {"file": str(file), "edits": [_told(it) for it in edits_in(file, *present(gathered))]}


def _told(it: ReturnEdit) -> dict[str, Any]:
    return {
        "kind": it.kind.value,
        "title": named(it.place) if it.place else tr("The document"),
        "lang": it.language,
        "mine": it.mine,
        "theirs": it.theirs,
        "accepting": it.deed.value if it.deed else None,
        "tracked": [[each.what.value, each.text] for each in it.tracked],
        "comments": list(it.comments),
    }
