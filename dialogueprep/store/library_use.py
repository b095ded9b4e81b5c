"""On which agendas the entries of the library stood, and how that ended."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

from dialogueprep.domain.beside import as_held
from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.notes import Column, FindingId, ProposalId, Support
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import History, Outcome, Use, histories
from dialogueprep.store import agenda, dialogues, rows, texts
from dialogueprep.store.erasing import ORIGINS
from dialogueprep.store.past_uses import past_uses
from dialogueprep.store.rows import Readable

_ITEMS = (
    "SELECT id, dialogue, topic AS entry, minutes, actual_minutes, day, lane FROM items"
    " WHERE topic IS NOT NULL AND aside = 0"
)
_ON_TABLE = (
    "SELECT it.id, it.dialogue, r.recommendation AS entry, it.minutes, it.actual_minutes, it.day,"
    " it.lane FROM item_recommendations r JOIN items it ON it.id = r.item WHERE it.aside = 0"
)
# What is kept of notes that were destroyed: on which item a finding rests, and about what.
_ORIGINS = (
    "SELECT f.key AS finding, json_extract(o.value, '$[0]') AS item,"
    " json_extract(o.value, '$[2]') AS recommendation FROM settings s, json_each(s.value) f,"
    f" json_each(f.value) o WHERE s.id GLOB '{ORIGINS}*'"
)
# An item ended as the findings that rest on its notes or refer to a recommendation of its topic.
_ENDED_ITEMS = (
    "SELECT n.item AS subject, '' AS dialogue, f.id, f.placed, f.support FROM findings f"
    " JOIN finding_notes fn ON fn.finding = f.id JOIN notes n ON n.id = fn.note"
    " UNION SELECT it.id, '', f.id, f.placed, f.support FROM findings f"
    " JOIN recommendations r ON r.id = f.recommendation"
    " JOIN items it ON it.topic = r.topic AND it.dialogue = f.dialogue"
    " UNION SELECT o.item, '', f.id, f.placed, f.support FROM findings f"
    f" JOIN ({_ORIGINS}) o ON o.finding = f.id"
)
_ENDED_RECOMMENDATIONS = (
    "SELECT recommendation AS subject, dialogue, id, placed, support FROM findings"
    " WHERE recommendation IS NOT NULL"
    " UNION SELECT n.recommendation, f.dialogue, f.id, f.placed, f.support FROM findings f"
    " JOIN finding_notes fn ON fn.finding = f.id JOIN notes n ON n.id = fn.note"
    " WHERE n.recommendation IS NOT NULL"
    " UNION SELECT o.recommendation, f.dialogue, f.id, f.placed, f.support FROM findings f"
    f" JOIN ({_ORIGINS}) o ON o.finding = f.id WHERE o.recommendation <> ''"
)
_MADE = (
    "SELECT recommendation AS subject, dialogue, id, NULL, NULL FROM proposals"
    " WHERE recommendation IS NOT NULL"
)
_Key = tuple[str, str]
_Found = Mapping[_Key, tuple[Outcome, ...]]


def uses(store: Readable, among: Collection[str] | None = None) -> tuple[Use, ...]:
    """Return each use of each topic and recommendation, or of those with an id ``among`` these.

    A topic ended as the findings that rest on notes of its item or refer to one of its
    recommendations; a recommendation as the findings of that dialogue that refer to it, or rest
    on notes that do, and as what the round made of it. Uses that came in with a file are among
    them where their dialogue is not kept here.
    """
    return (*_Reading(store, among).uses(), *past_uses(store, among))


def history(store: Readable, among: Collection[str] | None = None) -> dict[str, History]:
    """Return the history of each entry that was ever used, by its id."""
    return histories(uses(store, among))


class _Reading:
    def __init__(self, store: Readable, among: Collection[str] | None) -> None:
        self._store = store
        self._among = None if among is None else json.dumps(sorted(among))
        self._places = self._used(_ITEMS), self._used(_ON_TABLE)
        here = [place[0] for place in self._places[0]]
        self._by_item = self._outcomes(_ENDED_ITEMS, here)
        self._of = self._outcomes(f"{_ENDED_RECOMMENDATIONS} UNION ALL {_MADE}", among)
        found = any((*self._places, self._of))
        self._dialogues = {d.id: d for d in dialogues.every(store)} if found else {}
        items = {place[0] for places in self._places for place in places}
        self._titles = _texts(store, "items", "titles", items)
        self._took = self._beside()

    def uses(self) -> list[Use]:
        items, on_table = self._places
        found = [self._use(place, self._by_item.get((place[0], ""), ())) for place in items]
        seen: set[_Key] = set()
        for place in on_table:
            _item, dialogue, entry, *_rest = place
            seen.add((entry, dialogue))
            found.append(self._use(place, self._of.get((entry, dialogue), ())))
        for (entry, dialogue), outcomes in self._of.items():
            if (entry, dialogue) not in seen:
                found.append(self._use((None, dialogue, entry, 0, None, 0, 0), outcomes))
        return found

    def _beside(self) -> dict[str, int | None]:
        """Return how long items took that ran beside others, where these tell it."""
        unknown = {p[1] for places in self._places for p in places if p[4] is None and p[6]}
        held = (i for d in unknown for i in as_held(agenda.of_dialogue(self._store, DialogueId(d))))
        return {item.id: item.actual_minutes for item in held}

    def _used(self, query: str) -> list[tuple[str, str, str, int, int | None, int, int]]:
        return list(self._within(query, "entry", self._among))

    def _within(self, query: str, column: str, among: str | None):
        if among is None:
            return rows.execute(self._store.db, query)
        chosen = f"SELECT * FROM ({query}) WHERE {column} IN (SELECT value FROM json_each(?))"
        return rows.execute(self._store.db, chosen, [among])

    def _outcomes(self, query: str, among: Collection[str] | None) -> _Found:
        """Return findings and recommendations of rounds by what they are about, and dialogue."""
        wanted = None if self._among is None else json.dumps(sorted(among or ()))
        read = list(self._within(query, "subject", wanted))
        ids = {row[2] for row in read}
        claims = _texts(self._store, "findings", "claim", ids)
        made = _texts(self._store, "proposals", "texts", ids)
        found: dict[_Key, list[Outcome]] = defaultdict(list)
        for subject, dialogue, id_, placed, support in read:
            found[subject, dialogue].append(_outcome(id_, placed, support, claims, made))
        return {key: tuple(sorted(each, key=_by_column)) for key, each in found.items()}

    def _use(
        self,
        place: tuple[str | None, str, str, int, int | None, int, int],
        outcomes: tuple[Outcome, ...],
    ) -> Use:
        item, dialogue, entry, planned, actual, day, _lane = place
        of = self._dialogues[dialogue]  # pyright: ignore[reportArgumentType]
        return Use(
            entry=entry,
            dialogue=of.id,
            names=of.names,
            first_day=of.first_day,
            phase=of.phase,
            round=of.round,
            item=ItemId(item) if item else None,
            titles=self._titles.get(item or "", Texts()),
            planned=planned,
            actual=self._took.get(item or "") if actual is None else actual,
            ended=tuple(dict.fromkeys(o.column for o in outcomes if o.column)),
            day=day,
            outcomes=outcomes,
            last_day=of.last_day,
        )


def _texts(store: Readable, table: str, field: str, ids: Collection[str]) -> dict[str, Texts]:
    if not ids:
        return {}
    among = "SELECT value FROM json_each(?)"
    found = texts.of_table(store, table, among, (json.dumps(sorted(ids)),))
    return {owner: fields.get(field, Texts()) for owner, fields in found.items()}


def _outcome(
    id_: str,
    placed: str | None,
    support: str | None,
    claims: Mapping[str, Texts],
    made: Mapping[str, Texts],
) -> Outcome:
    if placed is None:
        return Outcome(id=ProposalId(id_), texts=made.get(id_, Texts()))
    return Outcome(
        id=FindingId(id_),
        texts=claims.get(id_, Texts()),
        column=Column(placed),
        support=Support(support) if support else None,
    )


def _by_column(outcome: Outcome) -> tuple[int, str]:
    order = list(Column)
    return (order.index(outcome.column) if outcome.column else len(order)), outcome.id
