"""Writing texts in their languages, from wherever the words came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.drafts import Return
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Finding, FindingId
from dialogueprep.domain.returned import ReturnEdit
from dialogueprep.domain.returned_lines import Deed
from dialogueprep.domain.returned_taking import accepted, dropped_findings, new_findings
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import Language, Texts, TextState
from dialogueprep.domain.translating import Translation, taken_in
from dialogueprep.store import dialogues, drafts, findings, texts
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "findings"


def take_in(
    store: Store, dialogue: DialogueId, taken: Iterable[Translation], *, checked: bool = False
) -> int:
    """Write translations that came back, in one step; return how many texts changed.

    Refused "dialogue-closed".
    """
    changed = taken_in(taken, checked=checked).values()
    _refuse_closed(store, dialogue)
    if changed:
        copy_before(store, IMPORT)
    return write(store, dialogue, changed, tr("Take in translations"))


def take_over(
    store: Store, dialogue: DialogueId, edits: Iterable[tuple[ReturnEdit, str]], came: Return
) -> int:
    """Write edits of a draft that came back, each with its words, and what became of all edits.

    Translations become stale where an original changed; new findings stand beside those that they
    stood beside in the draft. Returns how many texts and findings changed. Refused
    "dialogue-closed".
    """
    taken = tuple(edits)
    changed, new, gone = accepted(taken).values(), new_findings(taken), dropped_findings(taken)
    _refuse_closed(store, dialogue)
    there = findings.of_dialogue(store, dialogue)
    copy_before(store, IMPORT)
    with store.step(tr("Take over edits of a draft"), page="documents") as step:
        for place, after in changed:
            texts.write(step, place.table, place.owner, {place.field: after})
        _put_findings(step, there, new)
        for each in gone:
            findings.delete(step, FindingId(each))
        drafts.add_return(step, dialogue, came)
    return len(changed) + len(new) + len(gone)


def _put_findings(
    step: Step, there: Sequence[Finding], new: Iterable[tuple[ReturnEdit, str]]
) -> None:
    """Put new findings beside those that their edits name, in the order of the draft."""
    known, order = {f.id: f for f in there}, [f.id for f in there]
    after: dict[str, FindingId] = {}
    for edit, words in new:
        beside = known.get(FindingId(edit.place.owner)) if edit.place else None
        if beside is None:
            continue
        made = replace(
            beside, id=FindingId(new_id()), texts=Texts.of({edit.language: words}),
            support=None, notes=(), recommendation=None, question=None,
        )  # fmt: skip
        at = order.index(after.get(beside.id, beside.id))
        if edit.deed is Deed.FINDING_AFTER:
            at, after[beside.id] = at + 1, made.id
        order.insert(at, made.id)
        findings.put(step, made)
    findings.order(step, order)


def mark_checked(
    store: Store, dialogue: DialogueId, places: Iterable[TextPlace], language: Language
) -> int:
    """Say that wordings were read against the original and fit; return how many those were.

    Refused "dialogue-closed".
    """
    after = [(p, p.texts.with_state(language, TextState.CHECKED)) for p in places]
    changed = [(place, texts_) for place, texts_ in after if texts_ != place.texts]
    return write(store, dialogue, changed, tr("Mark as checked"))


def reword(store: Store, dialogue: DialogueId, place: TextPlace, texts_: Texts) -> int:
    """Write one text. Refused "dialogue-closed", and "text-needs-words" for an empty one."""
    if not texts_:
        raise Refused("text-needs-words")
    return write(store, dialogue, [(place, texts_)], tr("Change a text"))


def write(
    store: Store, dialogue: DialogueId, changed: Iterable[tuple[TextPlace, Texts]], label: str
) -> int:
    """Write texts in one step with this label; return how many. Refused "dialogue-closed"."""
    found = list(changed)
    if not found:
        return 0
    _refuse_closed(store, dialogue)
    with store.step(label, page=PAGE) as step:
        for place, after in found:
            texts.write(step, place.table, place.owner, {place.field: after})
    return len(found)


def _refuse_closed(store: Store, dialogue: DialogueId) -> None:
    if dialogues.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
