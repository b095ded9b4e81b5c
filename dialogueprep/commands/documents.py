"""What a user can do about identifying passages, and the register of releases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Finding, Proposal
from dialogueprep.domain.texts import Language, Text, Texts
from dialogueprep.store import dialogues, documents, findings
from dialogueprep.store.documents import KeptPassage, Release
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"
Origin = TypeVar("Origin", Finding, Proposal, Dialogue)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """New words for a passage; ``origin`` is the id of the value whose text holds it."""

    dialogue: DialogueId
    product: str
    language: Language
    passage_kind: str
    origin: str
    line: str  # the whole wording that holds the passage
    start: int
    end: int
    words: str


def rewrite(store: Store, it: Rewriting) -> None:
    """Put other words in place of a passage, where its text comes from.

    What stays is that one passage of this kind was rewritten, not its words.
    """
    origin = _origin(store, it)
    changed = _with_words(origin, it)
    if changed == origin:
        raise Refused("passage-is-gone")
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
    """Keep a passage as it stands, with a reason; it gets an id of its own."""
    if not passage.reason.strip():
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


def _origin(store: Store, it: Rewriting) -> Finding | Proposal | Dialogue:
    found: list[Finding | Proposal | Dialogue] = [
        *findings.of_dialogue(store, it.dialogue),
        *findings.proposals(store, it.dialogue),
        dialogues.read(store, it.dialogue),
    ]
    for value in found:
        if value.id == it.origin:
            return value
    raise Refused("passage-is-generated")


def _with_words(origin: Origin, it: Rewriting) -> Origin:
    changes: dict[str, Texts] = {}
    for field in fields(origin):
        value = getattr(origin, field.name)
        if isinstance(value, Texts):
            changes[field.name] = Texts(tuple(_new_text(t, it) for t in value.entries))
    return replace(origin, **changes)


def _new_text(text: Text, it: Rewriting) -> Text:
    if it.line not in text.wording:
        return text
    line = it.line[: it.start] + it.words + it.line[it.end :]
    return replace(text, wording=text.wording.replace(it.line, line))
