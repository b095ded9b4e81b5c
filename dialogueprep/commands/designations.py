"""What a user can do with designations: labels, orders and the sheet of a dialogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from dialogueprep.domain.designations import Designation, DesignationId, swapped
from dialogueprep.domain.dialogue import Dialogue, DialogueId, Ordered
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store import agenda, designations, dialogues, findings
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "documents"
T = TypeVar("T")


def write_sheet(
    store: Store, dialogue: DialogueId, sheet: Iterable[Designation]
) -> tuple[Designation, ...]:
    """Make these the sheet of a dialogue and return it; a shipped entry gets an id of its own.

    Refused: "designation-needs-words" for an entry without a usage.
    """
    mine = tuple(_own(entry, dialogue) for entry in sheet)
    if not all(entry.usage.strip() for entry in mine):
        raise Refused("designation-needs-words")
    with store.step(tr("Change the sheet of designations"), page=PAGE) as step:
        designations.write(step, dialogue, mine)
    return mine


def set_labels(store: Store, dialogue: Dialogue, code: str, labels: Texts) -> None:
    """Write what a delegation is called in each language."""
    changed = [replace(d, labels=labels) if d.code == code else d for d in dialogue.delegations]
    with store.step(tr("Change label"), merge=("label", dialogue.id, code), page=PAGE) as step:
        dialogues.put(step, replace(dialogue, delegations=tuple(changed)))


def set_order(
    store: Store,
    dialogue: Dialogue,
    of: Ordered,
    language: Language,
    codes: tuple[str, ...],
) -> None:
    """Give hosts or delegations an order in documents of a language; no codes: the dialogue's."""
    with store.step(tr("Change order"), page=PAGE) as step:
        dialogues.put(step, dialogue.with_order(of, language, codes))


def replace_words(store: Store, dialogue: DialogueId, entry: Designation) -> int:
    """Write the usage of an entry wherever the dialogue's texts have the other words.

    Returns how many texts changed. Notes, statements and names of institutions are left alone.
    Refused: "designation-not-settled".
    """
    if not entry.settled:
        raise Refused("designation-not-settled", usage=entry.usage)
    with store.step(tr("Write “{usage}”", usage=entry.usage), page=PAGE) as step:
        return sum((_in_findings(step, dialogue, entry), _in_agenda(step, dialogue, entry)))


def _in_findings(step: Step, dialogue: DialogueId, entry: Designation) -> int:
    changed = 0
    for finding in findings.of_dialogue(step, dialogue):
        if (now := _with_usage(finding, entry)) != finding:
            findings.put(step, now)
            changed += 1
    for proposal in findings.proposals(step, dialogue):
        if (now := _with_usage(proposal, entry)) != proposal:
            findings.put_proposal(step, now)
            changed += 1
    return changed


def _in_agenda(step: Step, dialogue: DialogueId, entry: Designation) -> int:
    changed = 0
    for item in agenda.of_dialogue(step, dialogue):
        questions = tuple(_with_usage(q, entry) for q in item.questions)
        if (now := replace(_with_usage(item, entry), questions=questions)) != item:
            agenda.put(step, now)
            changed += 1
    whole = dialogues.read(step, dialogue)
    labels = tuple(_with_usage(d, entry) for d in whole.delegations)
    if (now := replace(_with_usage(whole, entry), delegations=labels)) != whole:
        dialogues.put(step, now)
        changed += 1
    return changed


def _with_usage(value: T, entry: Designation) -> T:
    """Return a value whose texts write the usage of an entry."""
    held: dict[str, Any] = {f.name: getattr(value, f.name) for f in fields(value)}  # pyright: ignore[reportArgumentType]
    texts = {k: swapped(v, entry) for k, v in held.items() if isinstance(v, Texts)}
    return replace(value, **texts)  # pyright: ignore[reportArgumentType, reportUnknownVariableType]


def _own(entry: Designation, dialogue: DialogueId) -> Designation:
    if entry.dialogue == dialogue:
        return entry
    return replace(entry, id=DesignationId(new_id()), dialogue=dialogue)
