"""On which agendas the entries of the library stood, and how that ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import History, Use, histories
from dialogueprep.store import dialogues, rows, texts
from dialogueprep.store.rows import Readable

_ITEMS = (
    "SELECT id, dialogue, topic, minutes, actual_minutes FROM items"
    " WHERE topic IS NOT NULL AND aside = 0"
)
_ON_TABLE = (
    "SELECT it.id, it.dialogue, r.recommendation, it.minutes, it.actual_minutes"
    " FROM item_recommendations r JOIN items it ON it.id = r.item WHERE it.aside = 0"
)
_ENDED_ITEMS = (
    "SELECT n.item, '', f.placed FROM findings f JOIN finding_notes fn ON fn.finding = f.id"
    " JOIN notes n ON n.id = fn.note"
)
_ENDED_RECOMMENDATIONS = (
    "SELECT recommendation, dialogue, placed FROM findings WHERE recommendation IS NOT NULL"
    " UNION SELECT n.recommendation, f.dialogue, f.placed FROM findings f"
    " JOIN finding_notes fn ON fn.finding = f.id JOIN notes n ON n.id = fn.note"
    " WHERE n.recommendation IS NOT NULL"
)
_Ends = Mapping[tuple[str, str], tuple[Column, ...]]


def uses(store: Readable) -> tuple[Use, ...]:
    """Return each use of each topic and recommendation, over all dialogues.

    A topic ended as the findings that rest on notes of its item; a recommendation as the
    findings of that dialogue that refer to it, or rest on notes that do.
    """
    return tuple(_Reading(store).uses())


def history(store: Readable) -> dict[str, History]:
    """Return the history of each entry that was ever used, by its id."""
    return histories(uses(store))


class _Reading:
    def __init__(self, store: Readable) -> None:
        self._store = store
        self._dialogues = {d.id: d for d in dialogues.every(store)}
        self._titles = texts.of_table(store, "items")
        self._by_item = self._ends(_ENDED_ITEMS)
        self._by_recommendation = self._ends(_ENDED_RECOMMENDATIONS)

    def uses(self) -> list[Use]:
        found = [
            self._use(entry, dialogue, item, planned, actual, self._by_item.get((item, ""), ()))
            for item, dialogue, entry, planned, actual in self._rows(_ITEMS)
        ]
        seen: set[tuple[str, str]] = set()
        for item, dialogue, entry, planned, actual in self._rows(_ON_TABLE):
            seen.add((entry, dialogue))
            ended = self._by_recommendation.get((entry, dialogue), ())
            found.append(self._use(entry, dialogue, item, planned, actual, ended))
        for (entry, dialogue), ended in self._by_recommendation.items():
            if (entry, dialogue) not in seen:
                found.append(self._use(entry, dialogue, None, 0, None, ended))
        return found

    def _rows(self, query: str) -> list[tuple[str, str, str, int, int | None]]:
        return list(rows.execute(self._store.db, query))

    def _ends(self, query: str) -> _Ends:
        columns: dict[tuple[str, str], set[Column]] = defaultdict(set)
        for subject, dialogue, placed in rows.execute(self._store.db, query):
            columns[(subject, dialogue)].add(Column(placed))
        order = list(Column)
        return {key: tuple(sorted(found, key=order.index)) for key, found in columns.items()}

    def _use(
        self,
        entry: str,
        dialogue: str,
        item: str | None,
        planned: int,
        actual: int | None,
        ended: tuple[Column, ...],
    ) -> Use:
        of: Dialogue = self._dialogues[dialogue]  # pyright: ignore[reportArgumentType]
        titles = self._titles.get(item, {}).get("titles", Texts()) if item else Texts()
        return Use(
            entry=entry,
            dialogue=of.id,
            names=of.names,
            first_day=of.first_day,
            phase=of.phase,
            round=of.round,
            item=ItemId(item) if item else None,
            titles=titles,
            planned=planned,
            actual=actual,
            ended=ended,
        )
