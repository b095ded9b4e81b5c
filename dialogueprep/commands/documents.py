"""What a user can do about identifying passages, and the register of releases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from dialogueprep.domain.decisions import Ground, says_enough
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.identity.exposure import ExposureKind
from dialogueprep.domain.identity.reading.particles import joined
from dialogueprep.domain.notes import Finding, Proposal
from dialogueprep.domain.occurrences import Around, likeness_at, place_in
from dialogueprep.domain.texts import Language, Text, Texts
from dialogueprep.store import dialogues, documents, findings
from dialogueprep.store.documents import KeptPassage, Release
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"
AnyOrigin = Finding | Proposal | Dialogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """New words for a passage; ``origin`` is the id of the value whose text holds it, ``around``

    what stands around it there.
    """

    dialogue: DialogueId
    product: str
    language: Language
    passage_kind: str
    origin: str
    passage: str
    words: str
    around: Around = ("", "")


def wording_with(
    store: Store,
    dialogue: DialogueId,
    origin: str,
    passage: str,
    language: Language,
    around: Around = ("", ""),
) -> str | None:
    """Return the wording that holds a passage, where it comes from; None if it is generated."""
    value = _origin(store, dialogue, origin)
    return _holding(value, passage, language, around) if value else None


def rewrite(store: Store, it: Rewriting) -> None:
    """Put other words in place of a passage, where its text comes from.

    What stays is that one passage of this kind was rewritten, not its words.
    """
    before = wording_with(store, it.dialogue, it.origin, it.passage, it.language, it.around)
    if before is None:
        raise Refused("passage-is-generated")
    at = place_in(before, it.passage, it.around)
    after = before[at + len(it.passage) :]
    words, more = joined(it.words, after)
    reword(store, it, before, _tidy(before[:at] + words + after[more:]))


def reword(store: Store, it: Rewriting, before: str, after: str) -> None:
    """Put a whole new wording in place of the one that held the passage."""
    origin = _origin(store, it.dialogue, it.origin)
    if origin is None:
        raise Refused("passage-is-generated")
    changed = _with_wording(origin, before, after)
    if changed == origin or not after.strip():
        raise Refused("passage-is-unchanged")
    with store.step(tr("Rewrite passage"), page=PAGE) as step:
        match changed:
            case Finding():
                findings.put(step, changed)
            case Proposal():
                findings.put_proposal(step, changed)
            case Dialogue():
                dialogues.put(step, changed)
        documents.count_rewritten(step, it.dialogue, it.product, it.language, it.passage_kind)


def keep(store: Store, dialogue: DialogueId, passage: KeptPassage) -> None:
    """Keep a passage as it stands; it gets an id of its own.

    Refused: "keeping-needs-reason" without words that say why or who, and
    "kept-name-needs-ground" where it is not said what a name stands for.
    """
    ground = Ground(passage.ground or Ground.OTHER)
    if passage.passage_kind == ExposureKind.NAME and ground is Ground.OTHER:
        raise Refused("kept-name-needs-ground")
    if not says_enough(ground, passage.reason):
        raise Refused("keeping-needs-reason")
    with store.step(tr("Keep passage"), page=PAGE) as step:
        documents.keep(step, dialogue, replace(passage, id=new_id()))


def undecide(store: Store, decision: str) -> None:
    """Take back that a passage was kept."""
    with store.step(tr("Take back decision"), page=PAGE) as step:
        documents.undecide(step, decision)


def register(store: Store, dialogue: DialogueId, released: Iterable[Release]) -> None:
    """Write what was released; this is not undone, since the files are out."""
    with store.step(tr("Release"), page=PAGE, undoable=False) as step:
        for release in released:
            documents.put_release(step, dialogue, release)


def _origin(store: Store, dialogue: DialogueId, origin: str) -> AnyOrigin | None:
    found: list[AnyOrigin] = [
        *findings.of_dialogue(store, dialogue),
        *findings.proposals(store, dialogue),
        dialogues.read(store, dialogue),
    ]
    return next((value for value in found if value.id == origin), None)


def _fields(origin: AnyOrigin) -> dict[str, Texts]:
    values = {field.name: getattr(origin, field.name) for field in fields(origin)}
    return {name: value for name, value in values.items() if isinstance(value, Texts)}


def _holding(origin: AnyOrigin, passage: str, language: Language, around: Around) -> str | None:
    """Return the wording with a passage: in the language if one is, and with this around it."""

    def likeness(text: Text) -> tuple[bool, int]:
        at = place_in(text.wording, passage, around)
        like = likeness_at(text.wording, at, at + len(passage), around)
        return text.language == language, like

    texts = [text for field in _fields(origin).values() for text in field.entries]
    holding = [text for text in texts if place_in(text.wording, passage) >= 0]
    return max(holding, key=likeness).wording if holding else None


def _with_wording(origin: AnyOrigin, before: str, after: str) -> AnyOrigin:
    changes: dict[str, Any] = {
        name: _reworded(field, before, after) for name, field in _fields(origin).items()
    }
    return replace(origin, **changes)


def _reworded(field: Texts, before: str, after: str) -> Texts:
    """Return the texts with the wording replaced; translations of an original become stale."""
    held = next((text for text in field.entries if text.wording == before), None)
    return field.with_wording(held.language, after) if held and after.strip() else field


def _tidy(wording: str) -> str:
    """Return a wording whose sentence begins with a capital again, without doubled spaces."""
    clean = " ".join(wording.split(" ")).replace("  ", " ").strip()
    return clean[:1].upper() + clean[1:]
