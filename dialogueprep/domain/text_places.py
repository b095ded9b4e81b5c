"""Every text of a dialogue that documents show: where it is kept, and what it is called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Texts
from dialogueprep.words import later


class TextKind(StrEnum):
    """What a text is in its dialogue."""

    NAME = "name"
    TITLE = "title"
    PLACE = "place"
    CONTEXT = "context"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    ADDRESSEE = "addressee"
    HORIZON = "horizon"
    STEPS = "next steps"
    ITEM = "item"
    QUESTION = "question"
    ROOM = "room"


NAMES: Mapping[TextKind, tuple[str, str]] = {
    TextKind.NAME: (later("Name of the dialogue"), ""),
    TextKind.TITLE: (later("Title of the round"), ""),
    TextKind.PLACE: (later("Place"), ""),
    TextKind.CONTEXT: (later("Context"), ""),
    TextKind.FINDING: (later("Finding"), later("Finding {number}")),
    TextKind.RECOMMENDATION: (later("Recommendation"), later("Recommendation {number}")),
    TextKind.ADDRESSEE: (later("Addressee"), later("Addressee of {number}")),
    TextKind.HORIZON: (later("Horizon"), later("Horizon of {number}")),
    TextKind.STEPS: (later("Next steps"), ""),
    TextKind.ITEM: (later("Agenda item"), later("Agenda item {number}")),
    TextKind.QUESTION: (later("Guiding question"), later("Guiding question {number}")),
    TextKind.ROOM: (later("Room"), later("Room of item {number}")),
}
"""The message that names each kind, and the one for where it has a number."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text and where it is kept: the field of a row of a table.

    ``number`` is how documents number what it belongs to, or empty.
    """

    table: str
    owner: str
    field: str
    kind: TextKind
    texts: Texts
    number: str = ""

    @property
    def key(self) -> str:
        """Eight letters that find the text again and say nothing of it."""
        return hashlib.sha256(f"{self.owner} {self.field}".encode()).hexdigest()[:8]


def places_of(material: Material) -> tuple[TextPlace, ...]:
    """Return the texts of a dialogue that are written in any language, in the order of a report."""
    found = (*_of_dialogue(material), *_of_results(material), *_last(material), *_items(material))
    return tuple(place for place in found if place.texts)


def _of_dialogue(material: Material) -> Iterator[TextPlace]:
    it = material.dialogue
    for field, kind in (
        ("names", TextKind.NAME),
        ("titles", TextKind.TITLE),
        ("place", TextKind.PLACE),
        ("contexts", TextKind.CONTEXT),
    ):
        yield TextPlace("dialogues", it.id, field, kind, getattr(it, field))


def _of_results(material: Material) -> Iterator[TextPlace]:
    for n, finding in enumerate(material.findings, start=1):
        kind = TextKind.FINDING
        yield TextPlace("findings", finding.id, "claim", kind, finding.texts, f"{n}")
    for n, proposal in enumerate(material.proposals, start=1):
        for field, kind in (
            ("texts", TextKind.RECOMMENDATION),
            ("addressees", TextKind.ADDRESSEE),
            ("horizons", TextKind.HORIZON),
        ):
            texts = getattr(proposal, field)
            yield TextPlace("proposals", proposal.id, field, kind, texts, f"R{n}")


def _last(material: Material) -> Iterator[TextPlace]:
    it = material.dialogue
    yield TextPlace("dialogues", it.id, "next_steps", TextKind.STEPS, it.next_steps)


def _items(material: Material) -> Iterator[TextPlace]:
    labels = numbers(material.timed)
    for item in material.items:
        yield from _of_item(item, labels.get(item.id, ""))


def _of_item(item: AgendaItem, number: str) -> Iterator[TextPlace]:
    yield TextPlace("items", item.id, "titles", TextKind.ITEM, item.titles, number)
    for n, question in enumerate(item.questions, start=1):
        label = f"{number}.{n}" if number else f"{n}"
        kind = TextKind.QUESTION
        yield TextPlace("item_questions", question.id, "question", kind, question.texts, label)
    yield TextPlace("items", item.id, "places", TextKind.ROOM, item.places, number)
