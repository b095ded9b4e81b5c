"""What a user can do with the directory as a whole: join people, tell them apart, order lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.name_sorting import ListOrder, Naming, Sorting
from dialogueprep.domain.people import Participation, Person, PersonId
from dialogueprep.domain.person_merging import merged_part, merged_person
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.store import directory, people
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "people"


class NameList(StrEnum):
    """A product whose names stand in an order that can be chosen."""

    PARTICIPANTS = "participant list"
    ROSTER = "roster"
    PLATES = "plates"
    SIGN_IN = "sign-in sheet"


def merge_people(store: Store, kept: Person, gone: Person) -> PersonId:
    """Join two entries of the directory that are one person, and return the id of what is left.

    Parts in dialogues, name forms and contacts of both follow; where both take part in one
    dialogue, the parts are joined with their presence and roles. One step, one undo. Refused
    "merge-with-itself", or "people-both-in-closed-dialogues", whose parts cannot be changed.
    """
    if kept.id == gone.id:
        raise Refused("merge-with-itself")
    frozen = [directory.in_closed_dialogue(store, p.id) for p in (kept, gone)]
    if all(frozen):
        raise Refused("people-both-in-closed-dialogues", name=kept.name.listed)
    stays = gone.id if frozen[1] else kept.id
    leaves = kept.id if stays == gone.id else gone.id
    parts = people.parts(store)
    mine, theirs = dict(parts.get(kept.id, ())), dict(parts.get(gone.id, ()))
    became = replace(merged_person(kept, gone), id=stays)
    with store.step(tr("Merge people"), page=PAGE) as step:
        people.put_person(step, became)
        for dialogue in mine.keys() & theirs.keys():
            _join(step, dialogue, mine[dialogue], theirs[dialogue], became)
        moving, left = (theirs, mine) if leaves == gone.id else (mine, theirs)
        for dialogue in moving.keys() - left.keys():
            directory.move_part(step, moving[dialogue].id, stays)
        _forget(step, leaves, stays)
        people.delete_person(step, leaves)
    return stays


def _join(
    step: Step, dialogue: DialogueId, kept: Participation, gone: Participation, became: Person
) -> None:
    joined = replace(merged_part(kept, gone), person=became)
    replaced = joined.invitation.substitute_for
    if replaced in (kept.id, gone.id):
        joined = replace(joined, invitation=replace(joined.invitation, substitute_for=None))
    people.put_participation(step, dialogue, joined)
    directory.join_parts(step, gone.id, kept.id)


def _forget(step: Step, leaves: PersonId, stays: PersonId) -> None:
    """Let what was said of the one who leaves be said of the one who stays."""
    pairs = directory.not_the_same(step)
    moved = (frozenset(stays if i == leaves else i for i in pair) for pair in pairs)
    kept = frozenset(pair for pair in moved if len(pair) == 2)
    if kept != pairs:
        directory.put_not_the_same(step, kept)


def not_the_same(store: Store, one: PersonId, other: PersonId) -> None:
    """Remember that two people are two; they are not offered as a pair again."""
    with store.step(tr("Not the same person"), page=PAGE) as step:
        pairs = directory.not_the_same(step) | {frozenset((str(one), str(other)))}
        directory.put_not_the_same(step, pairs)


def undecided(store: Store, one: PersonId, other: PersonId) -> None:
    """Take back that two people are two, so that they may be offered as a pair again."""
    with store.step(tr("Take decision back"), page=PAGE) as step:
        pairs = directory.not_the_same(step) - {frozenset((str(one), str(other)))}
        directory.put_not_the_same(step, pairs)


def naming_of(store: Readable, dialogue: DialogueId, product: NameList) -> Naming:
    """Return how the names of a product are ordered and written; without strokes of characters."""
    kept = directory.list_orders(store, dialogue).get(product.value, {})
    orders: dict[Language, ListOrder] = {
        language: ListOrder(Sorting(kept[language]["sorting"]), bool(kept[language]["grouped"]))
        for language in LANGUAGES
        if language in kept
    }
    return Naming(orders, bool(kept.get("capitals", True)))


def order_names(
    store: Store,
    dialogue: DialogueId,
    products: Collection[NameList],
    orders: Mapping[Language, ListOrder],
    *,
    capitals: bool,
) -> None:
    """Choose in which order products list names in each language, and whether with capitals."""
    usual = Naming()
    chosen: dict[str, Any] = {
        language: {"sorting": order.sorting.value, "grouped": order.grouped}
        for language, order in orders.items()
        if order != usual.order(language)
    }
    chosen["capitals"] = capitals
    with store.step(tr("Order names"), page="participants") as step:
        kept = directory.list_orders(step, dialogue)
        fresh = {product.value: chosen for product in products}
        directory.put_list_orders(step, dialogue, kept | fresh)
