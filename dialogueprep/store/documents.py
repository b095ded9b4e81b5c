"""Decisions on identifying passages, and the register of what was released."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPassage:
    """A passage that was looked at and kept: on which ground, and in words why or who it is.

    What earlier releases kept has no ground.
    """

    id: str
    product: str
    language: str
    passage_kind: str
    fingerprint: str
    words: str
    reason: str
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A file that left: never its content, only what proves it."""

    product: str
    audience: str
    language: str
    format: str
    number: int
    released_on: date
    file_name: str
    sha256: str
    evidence: Mapping[str, Any]


def kept(store: Readable, dialogue: DialogueId) -> tuple[KeptPassage, ...]:
    """Return the passages of a dialogue's documents that were kept with a reason."""
    where = "dialogue = ? AND kind = 'kept'"
    return tuple(_kept(r) for r in rows.select(store, "decisions", where, [dialogue], "id"))


def rewritten(store: Readable, dialogue: DialogueId, product: str) -> int:
    """Return how many passages of a product were rewritten; their words are not kept."""
    where = "dialogue = ? AND product = ? AND kind = 'rewritten'"
    return sum(1 for _ in rows.select(store, "decisions", where, [dialogue, product]))


def decided(store: Readable, dialogue: DialogueId) -> dict[tuple[str, str], int]:
    """Return how many passages of a kind were "rewritten" or "kept", over all documents."""
    found = rows.select(store, "decisions", "dialogue = ?", [dialogue])
    return dict(Counter((r["passage_kind"], r["kind"]) for r in found))


def keep(step: Step, dialogue: DialogueId, passage: KeptPassage) -> None:
    """Write that a passage was kept, and why."""
    row = {
        "dialogue": dialogue,
        "product": passage.product,
        "language": passage.language,
        "kind": "kept",
        "passage_kind": passage.passage_kind,
        "fingerprint": passage.fingerprint,
        "words": passage.words,
        "reason": passage.reason,
        "ground": passage.ground,
    }
    rows.put(step, "decisions", passage.id, row)


def count_rewritten(
    step: Step, dialogue: DialogueId, product: str, language: str, passage_kind: str
) -> None:
    """Write that one passage of this kind was rewritten, without its words."""
    row = {
        "id": new_id(),
        "dialogue": dialogue,
        "product": product,
        "language": language,
        "kind": "rewritten",
        "passage_kind": passage_kind,
    }
    rows.insert(step, "decisions", row)


def undecide(step: Step, decision: str) -> None:
    """Take back that a passage was kept."""
    rows.delete(step, "decisions", decision)


def releases(store: Readable, dialogue: DialogueId) -> tuple[Release, ...]:
    """Return what was released of a dialogue, the latest first."""
    found = rows.select(store, "releases", "dialogue = ?", [dialogue], "position DESC")
    return tuple(_release(r) for r in found)


def put_release(step: Step, dialogue: DialogueId, release: Release) -> None:
    """Write that a file was released."""
    row = {
        "id": new_id(),
        "dialogue": dialogue,
        "product": release.product,
        "audience": release.audience,
        "language": release.language,
        "format": release.format,
        "number": release.number,
        "released_on": release.released_on.isoformat(),
        "file_name": release.file_name,
        "sha256": release.sha256,
        "evidence": json.dumps(release.evidence, ensure_ascii=False, sort_keys=True),
        "position": rows.next_position(step, "releases", "dialogue", dialogue),
    }
    rows.insert(step, "releases", row)


def _kept(row: Row) -> KeptPassage:
    fields = (
        "id",
        "product",
        "language",
        "passage_kind",
        "fingerprint",
        "words",
        "reason",
        "ground",
    )
    return KeptPassage(**{name: row[name] for name in fields})


def _release(row: Row) -> Release:
    same = ("product", "audience", "language", "format", "number", "file_name", "sha256")
    return Release(
        **{name: row[name] for name in same},
        released_on=date.fromisoformat(row["released_on"]),
        evidence=json.loads(row["evidence"]),
    )
