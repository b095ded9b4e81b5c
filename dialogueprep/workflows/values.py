"""The values of a dialogue, read from the store for composing, counting and searching names."""

from __future__ import annotations

from dialogueprep.domain.briefs.material import Material, Version
from dialogueprep.domain.dialogue import AgendaItem, DialogueId
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.timetable import Timetable, starts
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.store import agenda, dialogues, findings, people
from dialogueprep.store.workspace import Store


def timetable_of(items: tuple[AgendaItem, ...]) -> Timetable:
    """Return when the items of an agenda begin and end; those set aside are left out."""
    return starts([item for item in items if not item.aside])


def material_of(store: Store, dialogue: DialogueId, version: Version | None = None) -> Material:
    """Return what the documents of a dialogue are composed from."""
    it = dialogues.read(store, dialogue)
    series = next((s for s in dialogues.series(store) if s.id == it.series), None)
    return Material(
        dialogue=it,
        series=series,
        slots=timetable_of(agenda.of_dialogue(store, dialogue)).slots,
        participations=people.participations(store, dialogue),
        attendances=people.attendances(store, dialogue),
        findings=findings.of_dialogue(store, dialogue),
        proposals=findings.proposals(store, dialogue),
        version=version,
    )


def roster_of(store: Store, dialogue: DialogueId) -> Roster:
    """Return everybody whose name the documents of a dialogue are searched for."""
    it = dialogues.read(store, dialogue)
    return Roster.of(
        participations=people.participations(store, dialogue),
        attendance=people.attendees(store, dialogue),
        k=it.k,
        delegations=it.delegations,
        hosts=it.hosts,
        lexicon=read_lexicon(),
    )
