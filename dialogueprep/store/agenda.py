"""The items of agendas, with their questions and the recommendations on the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.domain.dialogue import (
    AgendaItem,
    DialogueId,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
    Terms,
)
from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_OF_DIALOGUE = "SELECT id FROM items WHERE dialogue = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicUse:
    """A topic on an agenda: where it stands there and for how many minutes."""

    topic: TopicId
    dialogue: DialogueId
    item: ItemId
    titles: Texts
    day: int
    minutes: int


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[AgendaItem, ...]:
    """Return the items of a dialogue, by day and position."""
    parts = _Parts(store, dialogue)
    found = rows.select(store, "items", "dialogue = ?", [dialogue], "day, position, lane")
    return tuple(_item(r, parts) for r in found)


def topic_uses(store: Readable) -> tuple[TopicUse, ...]:
    """Return where topics stand on agendas, over all dialogues."""
    of_topics = "SELECT id FROM items WHERE topic IS NOT NULL"
    titles = texts.of_table(store, "items", of_topics)
    return tuple(
        TopicUse(
            topic=TopicId(row["topic"]),
            dialogue=DialogueId(row["dialogue"]),
            item=ItemId(row["id"]),
            titles=titles.get(row["id"], {}).get("titles", Texts()),
            day=row["day"],
            minutes=row["minutes"],
        )
        for row in rows.select(store, "items", "topic IS NOT NULL", (), "dialogue, day, position")
    )


def read(store: Readable, item: ItemId) -> AgendaItem:
    """Return one item; KeyError if there is none with this id."""
    row = rows.one(store, "items", item)
    if row is None:
        raise KeyError(item)
    return _item(row, _Parts(store, row["dialogue"]))


def terms_in_force(store: Readable, item: ItemId) -> Terms:
    """Return the terms now in force at an item; KeyError if there is none with this id.

    Less is read than by `read`: a note is kept within a key.
    """
    row = rows.one(store, "items", item)
    if row is None:
        raise KeyError(item)
    return Terms(row["terms_now"] or row["terms"])


def put(step: Step, item: AgendaItem) -> None:
    """Write an item with its texts, questions and recommendations, new or changed.

    A new item comes last of its day; `order` moves it.
    """
    row = _row(item)
    if rows.one(step, "items", item.id) is None:
        position = rows.next_position(step, "items", "dialogue", item.dialogue)
        rows.insert(step, "items", {"id": item.id, "position": position, **row})
    else:
        rows.update(step, "items", item.id, row)
    texts.write(step, "items", item.id, {"titles": item.titles, "places": item.places})
    _put_questions(step, item)
    _put_recommendations(step, item)


def order(step: Step, items: Iterable[ItemId]) -> None:
    """Give all items of a dialogue this order."""
    rows.renumber(step, "items", items)


def delete(step: Step, item: ItemId) -> None:
    """Delete an item; its notes, roles and questions go with it."""
    rows.delete(step, "items", item)


class _Parts:
    """The texts, questions and recommendations of a dialogue's items."""

    def __init__(self, store: Readable, dialogue: str) -> None:
        self.texts = texts.of_table(store, "items", _OF_DIALOGUE, (dialogue,))
        of_items = f"SELECT id FROM item_questions WHERE item IN ({_OF_DIALOGUE})"
        wordings = texts.of_table(store, "item_questions", of_items, (dialogue,))
        mine = f"item IN ({_OF_DIALOGUE})"
        self.questions: dict[str, list[Question]] = defaultdict(list)
        for row in rows.select(store, "item_questions", mine, [dialogue], "position"):
            wording = wordings.get(row["id"], {}).get("question", Texts())
            question = Question(id=QuestionId(row["id"]), texts=wording)
            self.questions[row["item"]].append(question)
        self.recommendations: dict[str, list[RecommendationId]] = defaultdict(list)
        for row in rows.select(store, "item_recommendations", mine, [dialogue], "position"):
            self.recommendations[row["item"]].append(RecommendationId(row["recommendation"]))


def _item(row: Row, parts: _Parts) -> AgendaItem:
    return AgendaItem(
        id=ItemId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        kind=ItemKind(row["kind"]),
        titles=parts.texts.get(row["id"], {}).get("titles", Texts()),
        places=parts.texts.get(row["id"], {}).get("places", Texts()),
        day=row["day"],
        minutes=row["minutes"],
        lane=row["lane"],
        stretch=row["stretch"],
        anchor=row["anchor"],
        terms=Terms(row["terms"]),
        terms_now=Terms(row["terms_now"]) if row["terms_now"] else None,
        topic=TopicId(row["topic"]) if row["topic"] else None,
        questions=tuple(parts.questions[row["id"]]),
        recommendations=tuple(parts.recommendations[row["id"]]),
        aside=bool(row["aside"]),
        for_series=bool(row["for_series"]),
        closed=bool(row["closed"]),
        keep_order=bool(row["keep_order"]),
        actual_minutes=row["actual_minutes"],
        began=row["began"],
    )


def _row(item: AgendaItem) -> Row:
    return {
        "dialogue": item.dialogue,
        "kind": item.kind.value,
        "day": item.day,
        "minutes": item.minutes,
        "lane": item.lane,
        "stretch": item.stretch,
        "anchor": item.anchor,
        "terms": item.terms.value,
        "terms_now": item.terms_now.value if item.terms_now else None,
        "topic": item.topic,
        "aside": int(item.aside),
        "for_series": int(item.for_series),
        "closed": int(item.closed),
        "keep_order": int(item.keep_order),
        "actual_minutes": item.actual_minutes,
        "began": item.began,
    }


def _put_questions(step: Step, item: AgendaItem) -> None:
    rows.keep_only(step, "item_questions", "item", item.id, (q.id for q in item.questions))
    for position, question in enumerate(item.questions):
        row = {"item": item.id, "position": position}
        rows.put(step, "item_questions", question.id, row)
        texts.write(step, "item_questions", question.id, {"question": question.texts})


def _put_recommendations(step: Step, item: AgendaItem) -> None:
    there = [
        r["recommendation"]
        for r in rows.select(step, "item_recommendations", "item = ?", [item.id], "position")
    ]
    if there == list(item.recommendations):
        return
    rows.keep_only(step, "item_recommendations", "item", item.id, ())
    for position, recommendation in enumerate(item.recommendations):
        link = {"item": item.id, "recommendation": recommendation, "position": position}
        rows.insert(step, "item_recommendations", {"id": new_id(), **link})
