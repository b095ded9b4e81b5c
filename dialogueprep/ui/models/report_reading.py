"""Reading a report for a review, off the UI thread: what was read, or why it was refused."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.sentences import explain
from dialogueprep.ui.jobs import Tick


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read (an Imported), its file and digest; or why it was refused."""

    imported: object = None
    name: str = ""
    sha256: str = ""
    refused: str = ""


def read_file(path: Path, tick: Tick) -> ReadReport:
    """Return what a file brings, or the sentence that refuses it."""
    from dialogueprep.workflows.import_report import import_file

    try:
        imported = import_file(path, tick)
    except (Trouble, Refused) as error:
        return ReadReport(name=path.name, refused=explain(error))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return ReadReport(imported, path.name, digest)


def read_text(text: str) -> ReadReport:
    """Return what a pasted text brings, or the sentence that refuses it."""
    from dialogueprep.workflows.import_report import import_pasted

    try:
        return ReadReport(import_pasted(text))
    except (Trouble, Refused) as error:
        return ReadReport(refused=explain(error))
