"""What a rapporteur can do."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace

from dialogueprep.domain import branches
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Phase, QuestionId, Terms
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.identity.neutral import descriptors
from dialogueprep.domain.identity.roster import SMALL_ROOM
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind, says_something
from dialogueprep.store import agenda, dialogues, findings, kinship, mixing, notes, striking
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.striking import Struck
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "notes"


def take(store: Store, dialogue: Dialogue, note: Note) -> NoteId:
    """Keep a new note under the terms now in force at its item, or the stricter ones it began with.

    Refused where no notes are taken, for an empty line, and for an attribution that too few
    of those present share. Where it cannot be written, it waits in the emergency journal.
    """
    note = replace(note, id=NoteId(note.id or new_id()))
    with notes.rescued(store, note.id, note):
        mine = as_new(store, dialogue, note)
        with store.step(tr("Take note"), page=PAGE, new=mine.id) as step:
            notes.put(step, mine)
    return note.id


def as_new(store: Store, dialogue: Dialogue, note: Note) -> Note:
    """Return a new note under the terms now in force at its item, refused as `take` says."""
    _refuse_empty(note)
    mine = _under_terms_now(store, note)
    _refuse_narrow(store, dialogue, mine)
    return mine


def change(store: Store, dialogue: Dialogue, note: Note) -> None:
    """Write a changed note; a run of changes to one note undoes as one.

    An attribution is counted when it is chosen; `no_longer_holding` finds those that attendance
    has narrowed since. Refused while no notes are taken at its item. Where it cannot be written,
    it waits in the emergency journal.
    """
    _refuse_empty(note)
    with notes.rescued(store, note.id, note):
        _refuse_while_silent(store, note.item)
        before = notes.as_it_will_be(store, note.id)
        if before is None or before.attribution != note.attribution:
            _refuse_narrow(store, dialogue, note)
        with store.step(tr("Change note"), merge=("note", note.id), page=PAGE) as step:
            notes.put(step, note)


def keep_draft(store: Store, note: Note) -> NoteId:
    """Write the line that is being typed, in neutral words, until it is kept or dropped.

    It is no step: the field takes back what is typed, an undo what was done before. Refused where
    no notes are taken. Where it cannot be written, it waits in the emergency journal.
    """
    note = replace(note, id=NoteId(note.id or new_id()), draft=True)
    with notes.rescued(store, note.id, note):
        mine = _under_terms_now(store, note)
        with store.step(tr("Type"), page=PAGE, aside=True) as step:
            notes.put(step, mine)
    return note.id


def drop_draft(store: Store, note: NoteId) -> None:
    """Remove the line that was being typed, as when its last letter is deleted."""
    with (
        notes.rescued(store, note, None),
        store.step(tr("Type"), page=PAGE, aside=True) as step,
    ):
        notes.delete(step, note)


def set_kind(store: Store, note: Note, kind: NoteKind) -> None:
    """Give a note another kind."""
    with store.step(tr("Change kind of note"), page=PAGE) as step:
        notes.put(step, replace(note, kind=kind))


def attribute(
    store: Store, dialogue: Dialogue, note: Note, attribution: Attribution | None
) -> None:
    """Give a note another attribution, or none; refused where too few of those present share it."""
    changed = replace(note, attribution=attribution)
    _refuse_narrow(store, dialogue, changed)
    with store.step(tr("Change attribution"), page=PAGE) as step:
        notes.put(step, changed)


def widen(store: Store, dialogue: Dialogue, note: Note) -> Attribution | None:
    """Give a note the most specific attribution that covers its own and holds; return that."""
    if note.attribution is None:
        return None
    wider = safest(store, dialogue, note.item, note.terms, note.attribution)
    attribute(store, dialogue, note, wider)
    return wider


def set_aside(store: Store, note: Note, *, aside: bool = True) -> Note:
    """Set a note aside for later, or take it up again; return it as it is then.

    What stood under it stays, a step to the left.
    """
    changed = replace(note, aside=aside)
    with store.step(tr("Set note aside") if aside else tr("Take note up"), page=PAGE) as step:
        if aside:
            _leave_those_under(step, note)
        notes.put(step, changed)
    return changed


def move_to_question(store: Store, note: Note, question: QuestionId | None) -> None:
    """Put a note, with what stands under it, under another question of its item, or under none.

    They stand last there.
    """
    there = notes.of_item(store, note.item)
    mine = branches.under(there, note)
    moved = {n.id for n in mine}
    with store.step(tr("Move note"), page=PAGE) as step:
        for each in mine:
            notes.put(step, replace(each, question=question, indent=each.indent - mine[0].indent))
        notes.order(step, [*(n.id for n in there if n.id not in moved), *(n.id for n in mine)])


def move(store: Store, note: Note, by: int, shown: Collection[NoteId]) -> None:
    """Move a note, and what stands under it, up (-1) or down (1) past the next that is shown."""
    there = store.taken.at(note.item)
    ids = branches.moved_past(there, note, by, shown)
    if ids != tuple(n.id for n in there):
        order(store, ids)


def link(store: Store, note: Note, recommendation: RecommendationId | None) -> None:
    """Say which recommendation on the table a note is about, or none."""
    with store.step(tr("Link note"), page=PAGE) as step:
        notes.put(step, replace(note, recommendation=recommendation))


def set_private(store: Store, note: Note, *, private: bool) -> None:
    """Keep a note to oneself, or let it count again; refused where it supports a finding."""
    label = tr("Make note private") if private else tr("Share note")
    with store.step(label, page=PAGE) as step:
        notes.put(step, replace(note, private=private))


def indent(store: Store, note: Note, by: int) -> None:
    """Move a note, with what stands under it, to the right or back, within three steps."""
    mine = branches.under(notes.of_item(store, note.item), note)
    if note.indent + by < 0 or max(n.indent for n in mine) + by > branches.DEEPEST:
        return
    with store.step(tr("Indent note"), page=PAGE) as step:
        for each in mine:
            notes.put(step, replace(each, indent=each.indent + by))


def split(store: Store, note: Note, first: str, second: str) -> NoteId:
    """Make two notes of one, which share all but their words; return the id of the second.

    Refused if either would be empty, and while no notes are taken at its item.
    """
    _refuse_while_silent(store, note.item)
    other = replace(note, id=NoteId(new_id()), text=second)
    for each in (replace(note, text=first), other):
        _refuse_empty(each)
    ids = [n.id for n in store.taken.at(note.item)]
    ids.insert(ids.index(note.id) + 1 if note.id in ids else len(ids), other.id)
    with store.step(tr("Split note"), page=PAGE) as step:
        notes.put(step, replace(note, text=first))
        notes.put(step, other)
        notes.order(step, ids)
        kinship.made_of(step, other.id, note.id)
    return other.id


def join(store: Store, dialogue: Dialogue, first: Note, second: Note) -> None:
    """Make one note of two: the words of both, under stricter terms where they differ.

    Where their attributions differ it has none, and if one is private the whole is.
    """
    by = first.attribution if first.attribution == second.attribution else None
    joined = replace(
        first,
        text=_in_one(first, second),
        attribution=by,
        private=first.private or second.private,
        terms=max(first.terms, second.terms, key=lambda t: t.strictness),
        tags=tuple(dict.fromkeys((*first.tags, *second.tags))),
        recommendation=first.recommendation or second.recommendation,
    )
    behind = [f for f in findings.of_dialogue(store, dialogue.id) if second.id in f.notes]
    with store.step(tr("Join notes"), page=PAGE) as step:
        notes.put(step, joined)
        for finding in behind:
            rest = (n for n in finding.notes if n != second.id)
            findings.put(step, replace(finding, notes=tuple(dict.fromkeys((*rest, first.id)))))
        notes.delete(step, second.id)
        kinship.made_of(step, first.id, second.id)


def _in_one(first: Note, second: Note) -> str:
    gap = "" if first.language in ("zh", "ja") else " "
    return gap.join((first.text.rstrip(), second.text.lstrip()))


def order(store: Store, ids: Sequence[NoteId]) -> None:
    """Give the notes of an item this order."""
    with store.step(tr("Move note"), page=PAGE) as step:
        notes.order(step, ids)


def remove(store: Store, ids: Iterable[NoteId]) -> bool:
    """Remove notes; they come back when undone. Return whether that can be.

    What cannot be written now waits in the emergency journal, to be removed later. Refused
    "dialogue-closed": of a closed dialogue notes are struck, or destroyed on their date.
    """
    wanted = tuple(ids)
    _refuse_closed(store, wanted)
    with ExitStack() as waiting:
        for note in wanted:
            waiting.enter_context(notes.rescued(store, note, None))
        there = [taken for note in wanted if (taken := notes.read(store, note))]
        with store.step(tr("Remove note"), page=PAGE) as step:
            for note in there:
                _leave_those_under(step, note)
            for note in wanted:
                notes.delete(step, note)
    return bool(there)


def _leave_those_under(step: Step, note: Note) -> None:
    """Move what stands under a note that goes a step to the left: it is under no other then."""
    _, *rest = branches.under(notes.of_item(step, note.item), note)
    for each in rest:
        notes.put(step, replace(each, indent=each.indent - 1))


def _refuse_closed(store: Store, ids: Iterable[NoteId]) -> None:
    items = {note.item for each in ids if (note := notes.read(store, each))}
    if any(
        dialogues.read(store, agenda.read(store, item).dialogue).phase is Phase.CLOSED
        for item in items
    ):
        raise Refused("dialogue-closed")


def bring_back(store: Store) -> int:
    """Write what waits in the emergency journal; return how many notes came back.

    Raises Trouble while the workspace still cannot be written. What belongs to an item that is
    gone, or may take no notes any more, goes on waiting.
    """
    places = {item.id for d in dialogues.every(store) for item in _open_items(store, d)}
    due = {i: n for i, n in notes.waiting(store).items() if n is None or n.item in places}
    back = _brought_back(store, tuple(due.items()))
    store.rescue.drop(back)
    mixing.go_on(store)
    return sum(due[note] is not None for note in back)


def _brought_back(store: Store, due: Sequence[tuple[NoteId, Note | None]]) -> list[NoteId]:
    """Write notes that waited; return those that stand. Where one is refused, halves are tried."""
    said = tr("Bring back notes")
    try:
        with store.step(said, merge=(said,), page=PAGE) as step, mixing.heeding(step, ()):
            for note, text in due:
                notes.put(step, notes.fitting(step, text)) if text else notes.delete(step, note)
    except (Refused, Trouble) as reason:
        if isinstance(reason, Trouble) and reason.code != "workspace-trouble":
            raise
        half = len(due) // 2
        parts = (due[:half], due[half:]) if half else ()
        return [note for part in parts for note in _brought_back(store, part)]
    return [note for note, _ in due]


def _open_items(store: Store, dialogue: Dialogue) -> tuple[AgendaItem, ...]:
    if dialogue.phase is Phase.CLOSED:
        return ()
    items = agenda.of_dialogue(store, dialogue.id)
    return tuple(item for item in items if item.terms_in_force is not Terms.NO_NOTES)


def strike(store: Store, ids: Sequence[NoteId]) -> Struck:
    """Take notes out beyond recovery: of the workspace, of what can be undone, of its copies.

    Returns the copies that it did not reach. Findings drawn from the notes keep their own words.
    """
    return striking.strike(store, ids, tr("Strike note"), PAGE)


def close_item(store: Store, item: AgendaItem, *, keep_order: bool, chance: random.Random) -> None:
    """Close an item: its notes are shuffled within each question unless the order is kept.

    An undo opens the item again and leaves them shuffled; what would tell in which order they
    were typed can no longer be undone, and is in no copy here; it leaves those at a second place
    as soon as that is there.
    """
    if not keep_order:
        shuffle(store, [item.id], chance)
    with store.step(tr("Close item"), page=PAGE) as step:
        agenda.put(step, replace(item, closed=True, keep_order=keep_order))


def reopen_item(store: Store, item: AgendaItem) -> None:
    """Open a closed item again; the order of its notes stays as it is."""
    with store.step(tr("Open item again"), page=PAGE) as step:
        agenda.put(step, replace(item, closed=False))


def no_longer_holding(store: Store, dialogue: Dialogue) -> tuple[Note, ...]:
    """Return the notes whose attribution too few of those present share by now."""
    narrow = _narrow(store, dialogue)
    return tuple(
        note
        for item, attributions in narrow.items()
        for note in store.taken.of_item(dialogue.id, item)
        if note.attribution in attributions and not note.draft
    )


def _narrow(store: Store, dialogue: Dialogue) -> dict[ItemId, frozenset[Attribution]]:
    """Return for each item the attributions of its notes that do not hold there."""
    found: dict[ItemId, frozenset[Attribution]] = {}
    for item, used in store.taken.attributed(dialogue.id).items():
        if used:
            tally = store.presence.tally(store, dialogue.id, item)
            found[item] = frozenset(a for a in used if not tally.holds(a, dialogue.k))
    return {item: narrow for item, narrow in found.items() if narrow}


def safest(
    store: Store, dialogue: Dialogue, item: ItemId, terms: Terms, asked: Attribution
) -> Attribution:
    """Return the most specific attribution that covers the one asked for and holds at the item."""
    if terms is Terms.NO_QUOTATION:
        asked = replace(asked, delegation=None, region=None)
    present = store.presence.at(store, dialogue.id, item)
    return descriptors.safest(asked, present, dialogue.k)


def _under_terms_now(store: Store, note: Note) -> Note:
    return notes.as_begun(store, replace(note, terms=_refuse_while_silent(store, note.item)))


def _refuse_while_silent(store: Store, item: ItemId) -> Terms:
    """Return the terms now in force at an item; refused where no notes are taken."""
    terms = agenda.terms_in_force(store, item)
    if terms is Terms.NO_NOTES:
        raise Refused("item-has-no-notes")
    return terms


def shuffle(store: Store, items: Iterable[ItemId], chance: random.Random) -> None:
    """Shuffle the notes of items within each question, here and in the copies, for good."""
    taken = {item: mine for item in items if len(mine := notes.of_item(store, item)) > 1}
    if not taken:
        return
    with store.step(tr("Close item"), page=PAGE, aside=True) as step:
        for item, mine in taken.items():
            questions = [each.id for each in agenda.read(step, item).questions]
            notes.order(step, branches.shuffled(mine, questions, chance))
        mixing.owe(step, taken)
    mixing.go_on(store)


def _refuse_empty(note: Note) -> None:
    if not says_something(note.text):
        raise Refused("note-is-empty")


def _refuse_narrow(store: Store, dialogue: Dialogue, note: Note) -> None:
    if note.attribution is None:
        return
    placed = note.attribution.delegation or note.attribution.region
    if note.terms is Terms.NO_QUOTATION and placed:
        raise Refused("terms-allow-no-delegation")
    present = store.presence.at(store, dialogue.id, note.item)
    if not descriptors.holds(note.attribution, present, dialogue.k):
        k = descriptors.count(note.attribution, present)
        if k >= dialogue.k:
            raise Refused("room-too-small", few=SMALL_ROOM)
        raise Refused("attribution-too-narrow", k=k, needed=dialogue.k)
