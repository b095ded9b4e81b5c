"""Closing an event from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.texts import Language
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.close_event import close
from dialogueprep.workflows.demo import told
from dialogueprep.workflows.event_plan import offered
from dialogueprep.workflows.manifest import NAME
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.release import Format


def close_as_asked(
    *,
    dialogue: str,
    out: Path,
    products: tuple[Product, ...] = (),
    languages: tuple[Language, ...] = (),
    formats: tuple[Format, ...] = (),
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Put all documents of a dialogue into a folder; return files, evidence and the manifest.

    What is not asked for is what was released before. Raises Refused("dialogue-unknown"),
    Refused("documents-held") and Refused("folder-not-empty").
    """
    with opened(workspace, key_file) as store:
        closing = offered(store, dialogue_named(store, dialogue).id)
        closing = replace(
            closing,
            products=products or closing.products,
            languages=languages or closing.languages,
            formats=formats or closing.formats,
        )
        closed = close(store, closing, out)
    files = told(out / "documents", list(closed.files))
    return {**files, "manifest": str(out / NAME), "new": [r.file_name for r in closed.new]}
