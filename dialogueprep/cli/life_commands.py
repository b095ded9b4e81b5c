"""The commands for the life of a dialogue: its phase, destroying its notes, purging it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dialogueprep.cli.printing import Document, tell
from dialogueprep.cli.status import DONE, REFUSED
from dialogueprep.domain.destroying import What
from dialogueprep.domain.dialogue import Phase
from dialogueprep.words import listed, ntr, tr

_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
_existing = click.Path(exists=True, dir_okay=False, path_type=Path)
_workspace = click.option(
    "--workspace", type=click.Path(file_okay=False, path_type=Path),
    help="Its folder; else the usual one.",
)  # fmt: skip
_key = click.option(
    "--key-file", type=_existing, help="Holds the passphrase, or a key in 64 hex digits."
)
_dialogue = click.argument("dialogue")
_yes = click.option("--yes", is_flag=True, help="Do it; without, only say what would go.")
_named = click.option("--named", is_flag=True, help="Name the dialogue in the certificate.")
_page = click.option(
    "--certificate", "page", type=click.Path(dir_okay=False, path_type=Path),
    help="Where the certificate is written, a PDF.",
)  # fmt: skip


@click.group()
def dialogue() -> None:
    """Lead a dialogue through its life, to the end of its notes."""


@dialogue.command()
@_dialogue
@click.option("--to", type=click.Choice([each.value for each in Phase]))
@click.option("--reason", default="", help="Why a closed one is opened again, for drafting.")
@click.option("--keep-notes", is_flag=True, help="Close it without a date for its raw notes.")
@_workspace
@_key
@_json
def stage(as_json: bool, **asked: Any) -> int:
    """Say in which phase a dialogue is, or bring it into another."""
    from dialogueprep.workflows.life_as_asked import stage_as_asked

    tell(stage_as_asked(**asked), as_json, _stage_lines)
    return DONE


@dialogue.command("destroy-notes")
@_dialogue
@_yes
@_named
@_page
@_workspace
@_key
@_json
def destroy_notes(as_json: bool, **asked: Any) -> int:
    """Destroy the raw notes of a dialogue everywhere; findings and documents stay."""
    return _destroy(What.NOTES, as_json, asked)


@dialogue.command()
@_dialogue
@_yes
@_named
@click.option(
    "--people",
    is_flag=True,
    help="Remove also the people who then are in no other dialogue.",
)
@_page
@_workspace
@_key
@_json
def purge(as_json: bool, **asked: Any) -> int:
    """Destroy a whole dialogue everywhere; what came home stays in the library."""
    return _destroy(What.DIALOGUE, as_json, asked)


def _destroy(what: What, as_json: bool, asked: dict[str, Any]) -> int:
    from dialogueprep.workflows.life_as_asked import destroy_as_asked

    result = destroy_as_asked(what, **asked)
    tell(result, as_json, _destroyed_lines)
    return REFUSED if asked["yes"] and not result["done"] else DONE


def _stage_lines(document: Document) -> Iterator[str]:
    from dialogueprep.domain import wording

    yield tr(wording.of(Phase(document["phase"])))
    if document["destroy_notes_on"]:
        yield tr("Raw notes to be destroyed on {day}", day=document["destroy_notes_on"])
    if document["notes_destroyed_on"]:
        yield tr("Notes destroyed on {day}", day=document["notes_destroyed_on"])


def _destroyed_lines(document: Document) -> Iterator[str]:
    from dialogueprep.workflows.certificate import counts

    yield tr("Goes for good") if not document["done"] else tr("Destroyed")
    yield from (f"  {n} {name}" for name, n in counts(document["destroyed"]))
    yield tr("Stays")
    yield from (f"  {n} {name}" for name, n in counts(document["kept"]))
    yield from _people_lines(document)
    for copy in document.get("missed", ()):
        yield tr("Not reached, tried again at each opening: {name}", name=copy)


def _people_lines(document: Document) -> Iterator[str]:
    alone, n = document.get("people_alone", ()), document.get("people_elsewhere", 0)
    if alone:
        yield tr("In no other dialogue: {names}", names=listed(alone))
    if n:
        yield ntr(
            "{n} person stays: in another dialogue, or referred to elsewhere",
            "{n} people stay: in another dialogue, or referred to elsewhere",
            n,
        )
