"""The commands for texts that others work on: sheets for translators, drafts that came back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dialogueprep.cli.printing import Document, edit_lines, tell
from dialogueprep.cli.status import DONE
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.drafts import staged

_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
_existing = click.Path(exists=True, dir_okay=False, path_type=Path)
_workspace = click.option(
    "--workspace", type=click.Path(file_okay=False, path_type=Path), help="Else the usual one."
)
_key = click.option(
    "--key-file", type=_existing, help="Holds the passphrase, or a key in 64 hex digits."
)
_dialogue = click.option("--dialogue", required=True, help="Its name, or its id.")
_file = click.argument("file", type=click.Path(path_type=Path))
_LANGUAGES = click.Choice(["en", "zh", "ja", "ko"])


@click.group()
def texts() -> None:
    """Send texts to translators, and see what came back. Taking it in is done in the window."""


@texts.command()
@_dialogue
@click.option("--lang", "languages", type=_LANGUAGES, multiple=True, required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--all", "every", is_flag=True, help="Also texts that are translated already.")
@click.option("--with-warned", is_flag=True, help="Also texts with a warning.")
@_workspace
@_key
@_json
def sheet(as_json: bool, **asked: Any) -> int:
    """Write a .docx table of the texts that need a translation into each --lang.

    Texts in which something identifies a participant stay here, and are named on stderr.
    """
    from dialogueprep.workflows.texts_as_asked import sheet_as_asked

    result = sheet_as_asked(**asked)
    tell(result, as_json, _sheet_lines)
    for each in result["stayed"]:
        click.echo(f"{each['text']}: {', '.join(each['words'])}", err=True)
    return DONE


@texts.command()
@_file
@_dialogue
@_workspace
@_key
@_json
def compare(file: Path, as_json: bool, **asked: Any) -> int:
    """List what a translators' sheet in a .docx file would change. Nothing is written."""
    from dialogueprep.workflows.texts_as_asked import translations_as_asked

    tell(translations_as_asked(file, **asked), as_json, edit_lines)
    return DONE


@texts.command("compare-draft")
@_file
@_dialogue
@click.option(
    "--product", type=click.Choice([p.value for p in Product if staged(p)]), required=True
)
@click.option("--lang", type=_LANGUAGES, default="en")
@_workspace
@_key
@_json
def compare_draft(file: Path, as_json: bool, **asked: Any) -> int:
    """List the edits and comments of a draft that came back as .docx. Nothing is written.

    Who made them and when is not read.
    """
    from dialogueprep.workflows.texts_as_asked import draft_as_asked

    tell(draft_as_asked(file, **asked), as_json, edit_lines)
    return DONE


def _sheet_lines(document: Document) -> Iterator[str]:
    yield f"{document['file']}: {document['texts']}"
