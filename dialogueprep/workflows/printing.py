"""Printing a document: a release like an export, of the finished file and of nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.store.documents import Release
from dialogueprep.workflows.release import Prepared, produce

PRINTED = "print"
"""The format under which paper stands in the register."""
PutOnPaper = Callable[[bytes, Tick], None]


def print_document(prepared: Prepared, put: PutOnPaper, tick: Tick = quiet) -> Release:
    """Make the PDF, read it back whole, have ``put`` print it, and return what left.

    The file is gone afterwards. The evidence is that of the file, whose hash it bears; the name is
    that of the document. Raises what `produce` and ``put`` raise; then nothing was printed, or
    the printer has what it had taken by then.
    """
    with tempfile.TemporaryDirectory(prefix=".") as folder:
        (released,) = produce(prepared, Path(folder), ("pdf",), quiet)
        put((Path(folder) / released.file_name).read_bytes(), tick)
    return replace(released, format=PRINTED, file_name=prepared.stem)
