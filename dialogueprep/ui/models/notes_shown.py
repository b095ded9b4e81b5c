"""The open dialogue as the notes page reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dialogueprep.commands import notes as commands
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId
from dialogueprep.domain.notes import Note
from dialogueprep.domain.timetable import Timetable, starts
from dialogueprep.store import agenda, library, lives, notes
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.ui.models import note_rows
from dialogueprep.ui.models.note_rows import LeftRow, QuestionLine, Room, left_rows


@dataclass(frozen=True)
class Shown:
    """What was read of the open dialogue; it has at least one item.

    ``taken`` are all its notes, by item and in order; drafts are among them.
    """

    dialogue: Dialogue
    times: Timetable
    taken: Mapping[ItemId, tuple[Note, ...]]
    doubtful: tuple[Note, ...]

    def item(self, item: ItemId) -> AgendaItem:
        """Return an item of the timetable."""
        return next(s.item for s in self.times.slots if s.item.id == item)

    def first(self) -> ItemId:
        """Return the item to begin with: the first open session, or item with questions.

        Without one it is the first at which something is said.
        """
        items = [s.item for s in self.times.slots]
        said = [i for i in items if i.kind.has_terms and not i.closed]
        talks = [i for i in said if i.kind.numbered or i.questions]
        return (talks or said or items)[0].id

    def number(self, item: ItemId) -> str:
        """Return the number of an item, empty for one without."""
        return numbers(self.times.slots).get(item, "")

    def of_item(self, item: ItemId) -> tuple[Note, ...]:
        """Return the notes of an item, the draft among them."""
        return self.taken.get(item, ())

    def left_rows(self) -> list[LeftRow]:
        """Return the rows at the left."""
        return left_rows(self.dialogue, self.times, self.taken, self.doubtful)


def read(store: Store, dialogue: Dialogue | None) -> Shown | None:
    """Return what the page shows of a dialogue; None if there are no items."""
    if dialogue is None:
        return None
    times = starts(agenda.of_dialogue(store, dialogue.id), dialogue.hours)
    if not times.slots:
        return None
    doubtful = commands.no_longer_holding(store, dialogue)
    return Shown(dialogue, times, _taken(store, dialogue, times), doubtful)


def again(store: Store, shown: Shown) -> Shown:
    """Return what is shown with its notes read again, where nothing but notes has changed."""
    taken = _taken(store, shown.dialogue, shown.times)
    return replace(shown, taken=taken, doubtful=commands.no_longer_holding(store, shown.dialogue))


def _taken(store: Store, dialogue: Dialogue, times: Timetable) -> dict[ItemId, tuple[Note, ...]]:
    """Return the notes by item, those that wait in the emergency journal among them."""
    known = {s.item.id: store.taken.of_item(dialogue.id, s.item.id) for s in times.slots}
    for waiting in notes.waiting(store).values():
        if waiting is not None and waiting.item in known:
            here = notes.with_waiting(store, known[waiting.item])
            known[waiting.item] = tuple(n for n in here if n.item == waiting.item)
    return known


def room_of(store: Store, shown: Shown, item: ItemId) -> Room:
    """Return an item with who is present at it."""
    labels = {d.code: d.labels for d in shown.dialogue.delegations}
    present = store.presence.at(store, shown.dialogue.id, item)
    return Room(shown.dialogue, shown.item(item), present, labels)


def doubts(store: Store, shown: Shown, room: Room) -> dict[str, str]:
    """Return for each note of an item that no longer holds the attribution that would."""
    found: dict[str, str] = {}
    for note in shown.doubtful:
        if note.item == room.item.id and note.attribution:
            by = note.attribution
            wider = commands.safest(store, room.dialogue, note.item, note.terms, by)
            found[note.id] = room.say(wider)
    return found


def on_the_table(store: Store, item: AgendaItem) -> dict[str, str]:
    """Return the titles of an item's recommendations by id, in its order."""
    if not item.recommendations:
        return {}
    known = library.titles_of_recommendations(store, item.recommendations)
    language = theme.window_language()
    return {r: known[r].best(language) for r in item.recommendations if r in known}


def question_lines(store: Store, room: Room, mine: Sequence[Note]) -> list[QuestionLine]:
    """Return the questions of an item with their notes, or that raw notes were destroyed."""
    destroyed = lives.read(store, room.dialogue.id).destroyed_on is not None
    return note_rows.question_lines(room.item, mine, destroyed=destroyed)
