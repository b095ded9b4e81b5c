"""A draft that came back in Word, compared with the document as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.returned import ReturnEdit, ReturnKind, proposed_edits
from dialogueprep.domain.text_places import TextPlace, places_of
from dialogueprep.exchange.programme_docx import read_rows
from dialogueprep.workflows.release import Gathered, composed


def present(gathered: Gathered) -> tuple[Brief, tuple[TextPlace, ...]]:
    """Return the document as it is now, and the texts that it is made from."""
    return composed(gathered), places_of(gathered.material, inside=True)


def edits_in(path: Path, brief: Brief, places: Sequence[TextPlace]) -> tuple[ReturnEdit, ...]:
    """Return what a draft in a file would change; needs no store, so it may take long.

    Tracked changes are read as accepted; who made them and when is not read. Raises Trouble
    "draft-not-word" and as `programme_docx.read_rows`, and Refused "draft-is-another" for a file
    that has hardly a line of the document.
    """
    edits = proposed_edits(read_rows(path, not_word="draft-not-word"), brief, places)
    if _is_another(edits):
        raise Refused("draft-is-another", name=path.name)
    return edits


def _is_another(edits: Sequence[ReturnEdit]) -> bool:
    """Whether a file leaves out all texts of the document, and has others instead."""
    missing = [e for e in edits if e.kind is ReturnKind.LEFT_OUT]
    new = [e for e in edits if e.kind is ReturnKind.NEW]
    rest = [e for e in edits if e not in missing and e not in new]
    return bool(new) and len(missing) > 2 * (len(rest) + 1) and len(new) > len(rest)
