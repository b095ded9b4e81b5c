"""Closing an event: all its documents, their evidence and a manifest in one folder.

A document that was released, and whose words have not changed since, is written again as it was
released, byte by byte; any other is released now. Nothing is written while a passage in any of
them is to be decided on. `event_plan` says which documents; `register` writes the store and
belongs on its thread.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.commands import documents as commands
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.exchange.atomic import Tick, quiet, refusal, write_whole
from dialogueprep.store import documents
from dialogueprep.store.documents import Release
from dialogueprep.store.workspace import Store
from dialogueprep.words import clauses, tr
from dialogueprep.workflows import evidence, manifest
from dialogueprep.workflows.event_plan import (
    Closing,
    Ready,
    examine,
    plan,
    refused_for,
)
from dialogueprep.workflows.release import (
    produce,
)


@dataclass(frozen=True, slots=True)
class Closed:
    """What was put into the folder; ``new`` is what the register does not have yet."""

    folder: Path
    files: tuple[Release, ...]
    new: tuple[Release, ...]


def write(
    ready: Sequence[Ready],
    folder: Path,
    closing: Closing,
    known: Mapping[str, Release],
    tick: Tick = quiet,
) -> Closed:
    """Write documents, evidence and manifest into a folder that is not there yet, or is empty.

    ``known`` are the released files by digest, whose evidence is shown. All is made in a hidden
    folder beside, which then takes the name. Raises Refused("folder-not-empty"), what `produce`
    raises, and Trouble when the disk refuses; then there is no folder, or it is as it was.
    """
    refuse_full(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as name:
            made = Path(name) / "made"
            files = _fill(ready, made, closing, known, tick)
            with suppress(FileNotFoundError):
                folder.rmdir()
            made.rename(folder)
    except OSError as error:
        raise refusal(folder, error) from error
    new = tuple(r for r in files if r.sha256 not in known)
    return Closed(folder, files, new)


def refuse_full(folder: Path) -> None:
    """Return if a folder can be made: it is not there, or holds nothing; else raise Refused."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("folder-not-empty", name=folder.name)


def _fill(
    ready: Sequence[Ready],
    made: Path,
    closing: Closing,
    known: Mapping[str, Release],
    tick: Tick,
) -> tuple[Release, ...]:
    files: list[Release] = []
    groups: list[manifest.Group] = []
    sheets: list[tuple[str, str]] = []
    (made / "evidence").mkdir(parents=True)
    for n, each in enumerate(ready):
        tick(n, len(ready))

        def beat(_done: int, _total: int, n: int = n) -> None:
            tick(n, len(ready))

        released = produce(each.prepared, made / "documents", closing.formats, beat)
        files += released
        pairs = tuple((r.sha256, f"documents/{r.file_name}") for r in released)
        groups.append(manifest.Group(_told(released[0]), pairs))
        path = f"evidence/{each.prepared.stem}.txt"
        write_whole(
            made / path,
            evidence.sheet((known.get(r.sha256, r) for r in released), each.numbers).encode(),
        )
        sheets.append((manifest.digest_of(made / path), path))
    groups.append(manifest.Group(tr("Evidence sheets"), tuple(sheets)))
    write_whole(made / manifest.NAME, manifest.manifest(groups, closing.on).encode())
    tick(len(ready), len(ready))
    return tuple(files)


def _told(release: Release) -> str:
    """Return the heading of a document in the manifest."""
    languages = " + ".join(_names(release.language))
    version = tr("version {n} of {day}", n=release.number, day=release.released_on.isoformat())
    if not release.number:
        version = tr("draft of {day}", day=release.released_on.isoformat())
    product, readers = Product(release.product), Audience(release.audience)
    return clauses((tr(wording.of(product)), tr(wording.of(readers)), languages, version))


def _names(codes: str) -> Iterator[str]:
    for code in codes.split("-"):
        yield next((name for known, name in LANGUAGE_NAMES.items() if known == code), code)


def register(store: Store, closing: Closing, closed: Closed) -> None:
    """Write into the register what left for the first time."""
    if closed.new:
        commands.register(store, closing.dialogue, closed.new)


def known_files(store: Store, dialogue: DialogueId) -> dict[str, Release]:
    """Return all that was released of a dialogue, by SHA-256."""
    return {r.sha256: r for r in documents.releases(store, dialogue)}


def close(store: Store, closing: Closing, folder: Path) -> Closed:
    """Close an event in one go, as the command line does.

    Raises Refused("documents-held") with their names while any of them cannot leave.
    """
    refuse_full(folder)
    ready, held = examine(plan(store, closing))
    if held:
        raise refused_for(held)
    closed = write(ready, folder, closing, known_files(store, closing.dialogue))
    register(store, closing, closed)
    return closed
