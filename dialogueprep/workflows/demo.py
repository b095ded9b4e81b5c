"""The demonstration: the sample dialogue in a fresh workspace, and every document of it."""

from __future__ import annotations

import secrets
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.store import dialogues, workspace
from dialogueprep.store.documents import Release
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.evidence import evidence_lines
from dialogueprep.workflows.release import FORMATS, Wanted, release
from dialogueprep.workflows.sample import put_in_library, put_in_sample
from dialogueprep.workflows.values import roster_of

_AFTERWARDS = timedelta(days=14)


def demo(out: Path) -> dict[str, Any]:
    """Write every product of the sample in every language and format into a folder, and two of them
    in two languages at once.

    Returns ``files`` (name, sha256, product, language) and ``evidence`` (lines). The workspace
    is encrypted with a random key and gone afterwards. The documents are dated two weeks after
    the invented meeting, so that two runs write the same bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        key = Key.raw(secrets.token_bytes(32))
        with workspace.create(Path(folder) / "workspace", key, "Demonstration") as store:
            released = _everything(store, out)
    return told(out, released)


def told(out: Path, released: list[Release]) -> dict[str, Any]:
    """Return releases as the command line prints them."""
    return {
        "files": [
            {
                "file": str(out / r.file_name),
                "sha256": r.sha256,
                "product": r.product,
                "language": r.language,
            }
            for r in released
        ],
        "evidence": evidence_lines(released),
    }


def _everything(store: Store, out: Path) -> list[Release]:
    put_in_library(store)
    dialogue = put_in_sample(store, held=True)
    on = dialogues.read(store, dialogue).last_day + _AFTERWARDS
    roster = roster_of(store, dialogue)
    wanted = [
        Wanted(dialogue=dialogue, product=product, language=language, on=on)
        for product in Product
        for language in LANGUAGES
    ]
    wanted += [
        Wanted(dialogue=dialogue, product=product, language="en", second="zh", on=on)
        for product in (Product.MEETING_BRIEF, Product.CHAIRS_SUMMARY)
    ]
    return [r for each in wanted for r in release(store, each, FORMATS, out, roster=roster)]
