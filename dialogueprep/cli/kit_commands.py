"""The commands for kits: make one, show what is in it, take it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dialogueprep.cli.printing import Document, tell
from dialogueprep.cli.status import DONE
from dialogueprep.domain.kits import Purpose
from dialogueprep.words import tr

_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
_existing = click.Path(exists=True, dir_okay=False, path_type=Path)
_folder = click.Path(file_okay=False, path_type=Path)
_passphrase = click.option(
    "--passphrase-file", type=_existing, help="Holds the passphrase of the kit."
)
_workspace = click.option("--workspace", type=_folder, help="Its folder; else the usual one.")
_key = click.option(
    "--key-file", type=_existing, help="Holds the passphrase, or a key in 64 hex digits."
)


@click.group()
def kit() -> None:
    """Hand a dialogue over as one sealed file, and take one in.

    The passphrase of a kit is read from --passphrase-file, else from DIALOGUEPREP_KIT_PASSPHRASE.
    """


@kit.command()
@click.option("--dialogue", required=True, help="Its name, or its id.")
@click.option("--purpose", type=click.Choice([each.value for each in Purpose]), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@_passphrase
@_workspace
@_key
@_json
def make(as_json: bool, **asked: Any) -> int:
    """Write a kit with what its purpose needs, and nothing else of the workspace.

    Without a passphrase, one is made and told. Private notes and contacts are in no kit.
    """
    from dialogueprep.workflows.kits import make_as_asked

    tell(make_as_asked(**asked), as_json, _made_lines)
    return DONE


@kit.command()
@click.argument("file", type=click.Path(path_type=Path))
@_passphrase
@_json
def show(file: Path, as_json: bool, **asked: Any) -> int:
    """Say what a kit is and, with its passphrase, what is in it. Nothing is taken in."""
    from dialogueprep.workflows.kits import show_as_asked

    tell(show_as_asked(file, **asked), as_json, _shown_lines)
    return DONE


@kit.command()
@click.argument("file", type=click.Path(path_type=Path))
@_passphrase
@_workspace
@_key
@_json
def take(file: Path, as_json: bool, **asked: Any) -> int:
    """Take the dialogue of a kit into a workspace, which is made where the folder holds none."""
    from dialogueprep.workflows.kits import take_as_asked

    tell(take_as_asked(file, **asked), as_json, _taken_lines)
    return DONE


def _made_lines(document: Document) -> Iterator[str]:
    yield document["file"]
    yield from _told(document)
    if document["passphrase"]:
        yield tr("Passphrase: {words}", words=document["passphrase"])


def _shown_lines(document: Document) -> Iterator[str]:
    if document["dialogue"]:
        yield tr(
            "{dialogue}, from “{sender}”", dialogue=document["dialogue"], sender=document["from"]
        )
    yield from _told(document)


def _taken_lines(document: Document) -> Iterator[str]:
    name = document["dialogue"]
    if not document["merged"]:
        yield tr("“{name}” is taken in.", name=name)
    elif document["nothing_new"]:
        yield tr("All that it has is here already.")
    else:
        yield tr("“{name}” is brought together with the kit.", name=name)
    yield from _shown_lines(document)


def _told(document: Document) -> Iterator[str]:
    from dialogueprep.workflows.kits import IN_IT, NAMES, NOT_IN_IT, counted

    purpose = Purpose(document["purpose"])
    yield tr(NAMES[purpose])
    yield tr(IN_IT[purpose])
    yield tr(NOT_IN_IT[purpose])
    if document["counts"]:
        yield counted(document["counts"])
    yield tr("Fingerprint: {digits}", digits=document["fingerprint"])
