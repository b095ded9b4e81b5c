"""All topics in the few facts that a list shows, sorts and filters by, kept up to date.

Each topic has a position, which it keeps as long as it is there; what it has (its cell of the
matrix, formats, tags and so on) are bits in `marks`. The facts are read once. Of what a step, an
undo or a redo touched, only the topics concerned are read again before the next look.
"""

from __future__ import annotations

import json
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from time import perf_counter
from typing import Any, Literal

from dialogueprep.domain.library import TopicId
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.store.agenda import TopicUse, topic_uses
from dialogueprep.store.driver import Database, run
from dialogueprep.store.folding import fold
from dialogueprep.store.marks import Bits, Marks, bits_of, in_order, positions_of

Group = Literal["cell", "format", "dimension", "tag", "source", "rating", "axis", "used"]
"""The values: a pair of ratings; a format; a dimension; ids of tags, sources and dialogues."""
Sorting = Literal["sensitivity", "operability", "title", "use"]
EXPIRED, UNRATED, DIFFER = "expired", "unrated", "views differ"
"""The values of the group ``rating``; a topic without both ratings is unrated."""

_SLICE = 1000  # rows read at a time
_FEW = 400  # topics that are put in order by themselves
_MANY = 4000  # topics that changed, from which on all are read again
_AMONG = "IN (SELECT value FROM json_each(?))"
_TITLES = (
    "SELECT owner, language, state = 'original', wording FROM texts INDEXED BY titles_of_topics"
    " WHERE owner_table = 'topics' AND field = 'title'"
)
_RATINGS = "SELECT subject, axis, value, review_by FROM ratings WHERE {}"
# Which column of a table names the topic, or something that belongs to one.
_OWNERS = {
    "topics": "id",
    "texts": "owner",
    "topic_questions": "topic",
    "recommendations": "topic",
    "ratings": "subject",
    "entry_tags": "entry",
    "entry_passages": "entry",
    "passages": "id",
    "items": "topic",
}
_BELONGS = (
    f"SELECT id FROM topics WHERE id {_AMONG}",
    f"SELECT topic FROM recommendations WHERE id {_AMONG}",
    f"SELECT topic FROM topic_questions WHERE id {_AMONG}",
    f"SELECT topic FROM items WHERE topic IS NOT NULL AND id {_AMONG}",
)
_HOLDS = (
    "SELECT coalesce(r.topic, e.entry) FROM entry_passages e"
    f" LEFT JOIN recommendations r ON r.id = e.entry WHERE e.passage {_AMONG}"
)


class Listing:
    """The topics of a workspace, each under its position."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.discard()

    def discard(self) -> None:
        """Forget what was read, perhaps inside a step that has been taken back."""
        self.marks = Marks()
        self.ids: list[TopicId] = []
        self.names: list[tuple[str, ...]] = []
        """Titles: first that in the language of the list, then those in other languages."""
        self.formats: list[tuple[str, ...]] = []
        self.cells: list[tuple[int, int]] = []
        """Sensitivity and operability, 0 where there is no rating."""
        self.uses: dict[TopicId, tuple[TopicUse, ...]] = {}
        self.read_again: dict[int, int] = {}
        """How often the topic at a position was read again since all were read."""
        self.position: dict[str, int] = {}
        self.recommendations = 0
        """How many recommendations there are."""
        self._asked: tuple[Language, date] | None = None
        self._finished = False
        self._work: Iterator[bool] | None = None
        self._orders: dict[Sorting, list[int]] = {}
        self._keys: dict[Sorting, list[str]] = {}
        self._owners: set[str] = set()
        self._rows: dict[str, set[str]] = defaultdict(set)

    def __len__(self) -> int:
        """Return how many topics there are."""
        return self.marks.there.bit_count()

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Note that rows changed: table, id, and the row as it was (empty if new)."""
        if self._asked is None:
            return
        self._work = None  # what is half read may be no longer so
        for table, row, before in changed:
            if column := _OWNERS.get(table):
                self._rows[table].add(row)
                if before and before[column]:
                    self._owners.add(str(before[column]))

    def catch_up(self, language: Language, today: date) -> bool:
        """Read what is not read yet; return whether anything was.

        Titles are those in ``language`` where there are such; ratings whose review was due by
        ``today`` are expired.
        """
        if self._asked == (language, today):
            return self._read_touched()
        self.discard()
        self._asked = language, today
        self._read(None)
        return True

    def order(self, sorting: Sorting) -> Sequence[int]:
        """Return all positions in this order; where it says nothing, by rating and title."""
        if sorting not in self._orders:
            keys = self._keys[sorting] = [""] * len(self.ids)
            there = range(len(self.ids)) if len(self) == len(self.ids) else self.position.values()
            for position in there:
                keys[position] = self._key(sorting, position)
            self._orders[sorting] = sorted(there, key=keys.__getitem__)
        return self._orders[sorting]

    def sorted(self, bits: Bits, sorting: Sorting) -> list[int]:
        """Return the positions whose bits are set, in this order."""
        there = bits & self.marks.there
        if there == self.marks.there:
            return [*self.order(sorting)]
        if there.bit_count() <= _FEW:
            self.order(sorting)  # it makes the keys
            return sorted(positions_of(there, len(self.ids)), key=self._keys[sorting].__getitem__)
        return in_order(there, self.order(sorting), len(self.ids))

    # reading ----------------------------------------------------------------------------------

    def _read_touched(self) -> bool:
        if not self._rows and not self._owners:
            return False
        topics = self._touched()
        if len(topics) > _MANY:
            language, today = self._asked or ("en", date.min)
            self.discard()
            return self.catch_up(language, today)
        if topics:
            self._work = None
            self._take_out(topics)
            self._read(topics)
        return True

    def _touched(self) -> set[str]:
        """Return the topics of the rows that changed, as they belong now and as they did."""
        owners, rows = self._owners, self._rows
        self._owners, self._rows = set(), defaultdict(set)
        for table, ids in rows.items():
            sql = f"SELECT {_OWNERS[table]} FROM {table} WHERE id {_AMONG}"
            owners |= {owner for (owner,) in self._rows_of(sql, ids) if owner}
            owners |= ids if table == "topics" else set()
        topics = owners & self.position.keys()
        if passages := rows.get("passages"):
            topics |= {topic for (topic,) in self._rows_of(_HOLDS, passages)}
        if "recommendations" in rows:
            self._count_recommendations()
        for sql in _BELONGS:
            topics |= {topic for (topic,) in self._rows_of(sql, owners)}
        return topics

    def _rows_of(self, sql: str, ids: Iterable[str]) -> list[tuple[Any, ...]]:
        """Run a statement that has as many marks as it wants the same ids."""
        return run(self._db, sql, [json.dumps([*ids])] * sql.count("?"))

    def _take_out(self, topics: Iterable[str]) -> None:
        gone = {at for topic in topics if (at := self.position.get(topic)) is not None}
        self.marks.clear(bits_of(gone, len(self.ids)))
        for sorting, order in self._orders.items():
            keys = self._keys[sorting]
            for at in gone:
                first = bisect_left(order, keys[at], key=keys.__getitem__)
                del order[order.index(at, first)]

    def finish(self, seconds: float | None = None) -> bool:
        """Read what a list can be shown without: the groups ``tag`` and ``source``.

        Read for so long at most; return whether all is read.
        """
        began = perf_counter()
        self._work = self._work or self._reading_groups()
        while not self._finished:
            self._finished = next(self._work, True)
            if seconds is not None and perf_counter() - began >= seconds:
                break
        if self._finished:
            self._work = None
        return self._finished

    def _reading_groups(self) -> Iterator[bool]:
        """Read tags and sources of all topics in slices; yield False after each."""
        belongs: dict[str, str] = {}
        for rows in self._slices("recommendations", "topic"):
            belongs.update((id_, topic) for id_, topic in rows)
            yield False
        sources: dict[str, str] = {}
        for rows in self._slices("passages", "source"):
            sources.update((id_, source) for id_, source in rows)
            yield False
        for group, table, column, of in (
            ("tag", "entry_tags", "entry, tag", dict[str, str]()),
            ("source", "entry_passages", "entry, passage", sources),
        ):
            marked: dict[Hashable, list[int]] = defaultdict(list)
            for rows in self._slices(table, column):
                for _, entry, value in rows:
                    if (at := self.position.get(belongs.get(str(entry), str(entry)))) is not None:
                        marked[of.get(value, value)].append(at)
                yield False
            self.marks.put(group, marked, len(self.ids))

    def _slices(self, table: str, columns: str) -> Iterator[list[tuple[Any, ...]]]:
        """Yield all rows of a table, some at a time."""
        sql = f"SELECT id, {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {_SLICE}"
        last = ""
        while rows := run(self._db, sql, [last]):
            yield rows
            last = rows[-1][0]

    def _read(self, topics: set[str] | None) -> None:
        """Read the topics with these ids, all if None."""
        if topics is None:
            self._count_recommendations()
        facts = self._some("SELECT id, dimension, formats FROM topics WHERE {}", "id", topics)
        places = self._place(facts, topics or ())
        self._name(self._some(f"{_TITLES} AND {{}}", "owner", topics), places)
        self._rate(self._some(_RATINGS, "subject", topics), places)
        self._use(places)
        if topics is not None:
            self._put_in_order(places)
            if self._finished:
                self._read_groups(topics)

    def _read_groups(self, topics: set[str]) -> None:
        belongs: dict[str, str] = dict(
            self._some("SELECT id, topic FROM recommendations WHERE {}", "topic", topics)
        )
        entries = topics | belongs.keys()
        tags = self._some("SELECT entry, tag FROM entry_tags WHERE {}", "entry", entries)
        self._mark("tag", tags, belongs)
        sql = "SELECT entry, passage FROM entry_passages WHERE {}"
        passages = self._some(sql, "entry", entries)
        among = {passage for _, passage in passages}
        sources = dict(self._some("SELECT id, source FROM passages WHERE {}", "id", among))
        self._mark("source", [(entry, sources[each]) for entry, each in passages], belongs)

    def _some(self, sql: str, column: str, ids: Iterable[str] | None) -> list[tuple[Any, ...]]:
        """Return the rows whose column holds one of these ids, all rows if None."""
        if ids is None:
            return run(self._db, sql.format("true"))
        return self._rows_of(sql.format(f"{column} {_AMONG}"), ids)

    def _count_recommendations(self) -> None:
        counted = run(self._db, "SELECT count(*) FROM recommendations")
        self.recommendations = counted[0][0]

    def _place(self, rows: list[tuple[Any, ...]], before: Iterable[str]) -> list[int]:
        """Give each topic its position; return the positions."""
        gone = set(before) - {row[0] for row in rows}
        for topic in gone:
            self.position.pop(topic, None)
        by_format: dict[Hashable, list[int]] = defaultdict(list)
        by_dimension: dict[Hashable, list[int]] = defaultdict(list)
        known: dict[str, tuple[str, ...]] = {}
        places: list[int] = []
        for id_, dimension, listed in rows:
            if (formats := known.get(listed)) is None:
                formats = known[listed] = tuple(json.loads(listed))
            at = self._position(id_)
            self.formats[at], self.cells[at], self.names[at] = formats, (0, 0), ("",)
            by_dimension[dimension].append(at)
            for each in formats:
                by_format[each].append(at)
            places.append(at)
        self.marks.there |= bits_of(places, len(self.ids))
        self.marks.put("format", by_format, len(self.ids))
        self.marks.put("dimension", by_dimension, len(self.ids))
        return places

    def _position(self, topic: str) -> int:
        at = self.position.get(topic)
        if at is not None:
            self.read_again[at] = self.read_again.get(at, 0) + 1
            return at
        at = self.position[topic] = len(self.ids)
        self.ids.append(TopicId(topic))
        self.formats.append(())
        self.cells.append((0, 0))
        self.names.append(("",))
        for keys in self._keys.values():
            keys.append("")
        return at

    def _name(self, rows: list[tuple[Any, ...]], places: Sequence[int]) -> None:
        language = self._asked[0] if self._asked else "en"
        rank = {(each, original): (each != language, not original, n)
                for n, each in enumerate(LANGUAGES) for original in (0, 1)}  # fmt: skip
        last = {each: n for n, each in enumerate(LANGUAGES)}
        found: dict[str, list[tuple[tuple[bool, bool, int], int, str]]] = defaultdict(list)
        for owner, told, original, wording in rows:
            found[owner].append((rank[told, original], last[told], wording))
        for at in places:
            if titles := found.get(self.ids[at]):
                if len(titles) > 1:
                    titles.sort()
                    titles[1:] = sorted(titles[1:], key=itemgetter(1))
                self.names[at] = tuple(wording for _, _, wording in titles)

    def _rate(self, rows: list[tuple[Any, ...]], places: Sequence[int]) -> None:
        today = self._asked[1].isoformat() if self._asked else ""
        marked: dict[Hashable, list[int]] = defaultdict(list)
        first: dict[tuple[int, str], int] = {}
        for topic, axis, value, due in rows:
            if (at := self.position.get(topic)) is None:
                continue
            if first.setdefault((at, axis), value) != value:
                marked[DIFFER].append(at)
            sensitivity, operability = self.cells[at]
            if axis == "sensitivity":
                self.cells[at] = (max(value, sensitivity), operability)
            else:
                self.cells[at] = (sensitivity, max(value, operability))
            if due and due <= today:
                marked[EXPIRED].append(at)
        by_cell: dict[Hashable, list[int]] = defaultdict(list)
        by_axis: dict[Hashable, list[int]] = defaultdict(list)
        for at in places:
            cell = self.cells[at]
            by_axis["sensitivity", cell[0]].append(at)
            by_axis["operability", cell[1]].append(at)
            (by_cell[cell] if 0 not in cell else marked[UNRATED]).append(at)
        self.marks.put("axis", by_axis, len(self.ids))
        self.marks.put("cell", by_cell, len(self.ids))
        self.marks.put("rating", marked, len(self.ids))

    def _mark(self, group: Group, rows: list[tuple[Any, ...]], belongs: Mapping[str, str]) -> None:
        """Mark topics with values that they have, or that their recommendations have."""
        marked: dict[Hashable, list[int]] = defaultdict(list)
        for entry, value in rows:
            if (at := self.position.get(belongs.get(entry, entry))) is not None:
                marked[value].append(at)
        self.marks.put(group, marked, len(self.ids))

    def _use(self, places: Sequence[int]) -> None:
        uses: dict[TopicId, list[TopicUse]] = defaultdict(list)
        for use in topic_uses(_Reading(self._db)):
            uses[use.topic].append(use)
        self.uses = {topic: tuple(each) for topic, each in uses.items()}
        marked: dict[Hashable, list[int]] = defaultdict(list)
        for at in places if self.uses else ():
            for use in self.uses.get(self.ids[at], ()):
                marked[use.dialogue].append(at)
        self.marks.put("used", marked, len(self.ids))

    # order ------------------------------------------------------------------------------------

    def _put_in_order(self, places: Iterable[int]) -> None:
        for sorting, order in self._orders.items():
            keys = self._keys[sorting]
            for at in places:
                keys[at] = self._key(sorting, at)
                insort(order, at, key=keys.__getitem__)

    def _key(self, sorting: Sorting, at: int) -> str:
        return _KEYS[sorting](self, at)

    def _rated(self, at: int) -> str:
        sensitivity, operability = self.cells[at]
        return f"{sensitivity or 9}{9 - operability}{self.names[at][0]}"


class _Reading:
    """What the readers of rows want to be handed."""

    def __init__(self, db: Database) -> None:
        self.db = db


_KEYS: dict[Sorting, Callable[[Listing, int], str]] = {
    "sensitivity": Listing._rated,  # pyright: ignore[reportPrivateUsage]
    "operability": lambda of, at: f"{9 - of.cells[at][1]}{of._rated(at)}",  # pyright: ignore[reportPrivateUsage]
    "title": lambda of, at: fold(of.names[at][0]),
    "use": lambda of, at: f"{len(of.uses.get(of.ids[at], ())):04}{of._rated(at)}",  # pyright: ignore[reportPrivateUsage]
}
