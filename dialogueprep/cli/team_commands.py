"""The commands for a team on one folder: found, join, exchange, show, leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dialogueprep.cli.printing import Document, tell
from dialogueprep.cli.status import DONE, REFUSED
from dialogueprep.words import ntr, tr

_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
_existing = click.Path(exists=True, dir_okay=False, path_type=Path)
_a_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_folder = click.option("--folder", type=_a_folder, required=True, help="The folder that is shared.")
_passphrase = click.option(
    "--passphrase-file", type=_existing, help="Holds the passphrase of the team."
)
_workspace = click.option(
    "--workspace", type=click.Path(file_okay=False, path_type=Path),
    help="Its folder; else the usual one.",
)  # fmt: skip
_key = click.option(
    "--key-file", type=_existing, help="Holds the passphrase, or a key in 64 hex digits."
)
_one = click.option("--dialogue", default="", help="Its name, or its id; else all teams.")


@click.group()
def team() -> None:
    """Work with others on a dialogue through a folder that another program keeps in step.

    The passphrase of a team is read from --passphrase-file, else from DIALOGUEPREP_TEAM_PASSPHRASE.
    """


@team.command()
@click.option("--dialogue", required=True, help="Its name, or its id.")
@_folder
@_passphrase
@_workspace
@_key
@_json
def found(as_json: bool, **asked: Any) -> int:
    """Found the team of a dialogue in a folder, and write there.

    Without a passphrase, one is made and told.
    """
    from dialogueprep.workflows.teams import found_as_asked

    tell(found_as_asked(**asked), as_json, _found_lines)
    return DONE


@team.command()
@_folder
@_passphrase
@_workspace
@_key
@_json
def join(as_json: bool, **asked: Any) -> int:
    """Join the team of a folder, in a workspace that is made where there is none."""
    from dialogueprep.workflows.teams import join_as_asked

    tell(join_as_asked(**asked), as_json, _team_lines)
    return DONE


@team.command()
@_one
@_workspace
@_key
@_json
def now(as_json: bool, **asked: Any) -> int:
    """Write what has changed, and take in what the others have."""
    from dialogueprep.workflows.teams import now_as_asked

    tell(now_as_asked(**asked), as_json, _lines)
    return DONE


@team.command()
@_one
@_workspace
@_key
@_json
def show(as_json: bool, **asked: Any) -> int:
    """Say through which folders dialogues are shared, and what waits to be decided."""
    from dialogueprep.workflows.teams import show_as_asked

    tell(show_as_asked(**asked), as_json, _lines)
    return DONE


@team.command()
@click.option("--dialogue", required=True, help="Its name, or its id.")
@_workspace
@_key
@_json
def leave(as_json: bool, **asked: Any) -> int:
    """Leave the team of a dialogue and remove one's own files from the folder."""
    from dialogueprep.workflows.teams import leave_as_asked

    told = leave_as_asked(**asked)
    tell(told, as_json, _left_lines)
    return REFUSED if told["not_removed"] else DONE


def _lines(document: Document) -> Iterator[str]:
    for each in document["teams"]:
        yield from _team_lines(each)


def _found_lines(document: Document) -> Iterator[str]:
    yield from _team_lines(document)
    if document["passphrase"]:
        yield tr("Passphrase: {words}", words=document["passphrase"])


def _team_lines(document: Document) -> Iterator[str]:
    yield document["dialogue"] or document["id"]
    yield f"  {document['folder']}"
    if not document["in_reach"]:
        yield "  " + tr("Team folder not in reach")
    if document.get("wrote"):
        yield "  " + tr("Written to the folder.")
    if document.get("took_in"):
        yield "  " + tr("Taken in from the others.")
    if n := document["to_decide"]:
        yield "  " + ntr("{n} to decide on", "{n} to decide on", n)


def _left_lines(document: Document) -> Iterator[str]:
    yield document["folder"]
    for path in document["not_removed"]:
        yield "  " + tr("Not removed: {file}", file=path)
