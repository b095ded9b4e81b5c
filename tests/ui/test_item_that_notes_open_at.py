"""The item at which the notes of a dialogue open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.domain.dialogue import (
    AgendaItem,
    DialogueId,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.ui.models.notes_shown import Shown
from dialogueprep.ui.session import Session

ASKED = (Question(id=QuestionId("q"), texts=Texts.of(en="Who decides?")),)


def of(kind: ItemKind) -> AgendaItem:
    return AgendaItem(
        id=ItemId(kind), dialogue=DialogueId("d"), kind=kind, titles=Texts.of(en=kind), day=0,
        minutes=60,
    )  # fmt: skip


OPENING, TALK, BREAK = of(ItemKind.OPENING), of(ItemKind.DISCUSSION), of(ItemKind.BREAK)
NEXT = replace(of(ItemKind.NEXT_STEPS), questions=ASKED)


@pytest.mark.parametrize(
    ("items", "first"),
    [
        ((OPENING, TALK, BREAK, NEXT), TALK),
        ((replace(OPENING, questions=ASKED), TALK, NEXT), OPENING),
        ((OPENING, replace(TALK, closed=True), NEXT), NEXT),
        ((BREAK, OPENING), OPENING),
        ((BREAK,), BREAK),
    ],
)
def test_notes_open_where_people_first_talk(
    sample_session: Session, items: tuple[AgendaItem, ...], first: AgendaItem
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue
    assert Shown(dialogue, starts(items), {}, ()).first() == first.id
