"""Every text of a dialogue that documents show: where it is kept, and what it is called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.briefs.blocks import Brief, Run, lines_of
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.words import later


class TextKind(StrEnum):
    """What a text is in its dialogue."""

    NAME = "name"
    TITLE = "title"
    PLACE = "place"
    BACKGROUND = "background"
    OBJECTIVES = "objectives"
    OUTPUTS = "outputs"
    PRACTICAL = "practical"
    CONTEXT = "context"
    PRESS = "press"
    OPENING = "opening"
    DEBRIEF = "debrief"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    ADDRESSEE = "addressee"
    INSTRUMENT = "instrument"
    HORIZON = "horizon"
    STEPS = "next steps"
    FOLLOW_UP = "follow-up"
    ITEM = "item"
    QUESTION = "question"
    ROOM = "room"


NAMES: Mapping[TextKind, tuple[str, str]] = {
    TextKind.NAME: (later("Name of the dialogue"), ""),
    TextKind.TITLE: (later("Title of the round"), ""),
    TextKind.PLACE: (later("Place"), ""),
    TextKind.BACKGROUND: (later("Background"), ""),
    TextKind.OBJECTIVES: (later("Objectives"), ""),
    TextKind.OUTPUTS: (later("Expected output"), ""),
    TextKind.PRACTICAL: (later("Practical matters"), ""),
    TextKind.CONTEXT: (later("Context"), ""),
    TextKind.PRESS: (later("Sentences for the press"), ""),
    TextKind.OPENING: (later("Opening of the chair’s summary"), ""),
    TextKind.DEBRIEF: (later("Points of the debrief"), ""),
    TextKind.FINDING: (later("Finding"), later("Finding {number}")),
    TextKind.RECOMMENDATION: (later("Recommendation"), later("Recommendation {number}")),
    TextKind.ADDRESSEE: (later("Addressee"), later("Addressee of {number}")),
    TextKind.INSTRUMENT: (later("Instrument"), later("Instrument of {number}")),
    TextKind.HORIZON: (later("Horizon"), later("Horizon of {number}")),
    TextKind.STEPS: (later("Next steps"), ""),
    TextKind.FOLLOW_UP: (later("Follow-up"), ""),
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


_FIRST = (
    ("names", TextKind.NAME),
    ("titles", TextKind.TITLE),
    ("place", TextKind.PLACE),
    ("backgrounds", TextKind.BACKGROUND),
    ("objectives", TextKind.OBJECTIVES),
    ("outputs", TextKind.OUTPUTS),
    ("practicalities", TextKind.PRACTICAL),
    ("chairs_openings", TextKind.OPENING),
    ("contexts", TextKind.CONTEXT),
)
_LAST = (("next_steps", TextKind.STEPS), ("press_lines", TextKind.PRESS))
_INSIDE = (("debriefs", TextKind.DEBRIEF),)
_OF_PROPOSALS = (
    ("texts", TextKind.RECOMMENDATION),
    ("addressees", TextKind.ADDRESSEE),
    ("instruments", TextKind.INSTRUMENT),
    ("horizons", TextKind.HORIZON),
)


def places_of(material: Material, *, inside: bool = False) -> tuple[TextPlace, ...]:
    """Return the texts of a dialogue that are written in any language, in the order of a report.

    What only organisers read is left out, unless it is for ``inside``.
    """
    last = (*_LAST, *_INSIDE) if inside else _LAST
    taken = material.inside.follow_ups if inside else ()
    found = (
        *_of_dialogue(material, _FIRST), *_of_results(material), *_of_dialogue(material, last),
        *(TextPlace("follow_ups", t.id, "texts", TextKind.FOLLOW_UP, t.texts) for t in taken),
        *_items(material),
    )  # fmt: skip
    return tuple(place for place in found if place.texts)


def _of_dialogue(material: Material, fields: Iterable[tuple[str, TextKind]]) -> Iterator[TextPlace]:
    it = material.dialogue
    for field, kind in fields:
        yield TextPlace("dialogues", it.id, field, kind, getattr(it, field))


def _of_results(material: Material) -> Iterator[TextPlace]:
    for n, finding in enumerate(material.findings, start=1):
        kind = TextKind.FINDING
        yield TextPlace("findings", finding.id, "claim", kind, finding.texts, f"{n}")
    for n, proposal in enumerate(material.proposals, start=1):
        for field, kind in _OF_PROPOSALS:
            texts = getattr(proposal, field)
            yield TextPlace("proposals", proposal.id, field, kind, texts, f"R{n}")


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


def shown_without(language: Language, material: Material, brief: Brief) -> tuple[TextPlace, ...]:
    """Return the texts that stand in a document and have no wording in this language."""
    shown: dict[Language, str] = {}
    for run in (run for block in brief.blocks for line in lines_of(block) for run in line):
        if isinstance(run, Run):
            shown[run.language] = f"{shown.get(run.language, '')}\n{run.text}"
    left = (it for it in places_of(material, inside=True) if not it.texts.get(language))
    return tuple(place for place in left if _stands_in(shown, place.texts))


def _stands_in(shown: Mapping[Language, str], texts: Texts) -> bool:
    """Whether the first line of a text is shown; a finding may begin with a small letter."""
    return any(
        first[1:] in shown.get(text.language, "")
        for text in texts.entries
        if any(map(str.isalpha, first := text.wording.strip().splitlines()[0].strip()))
    )
