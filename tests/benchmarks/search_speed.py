"""How long a search of the library takes, beside a raw FTS5 query for the same words.

Run it with the project's environment: python tests/benchmarks/search_speed.py [ENTRIES ...]

Entries are made up on the spot: topics with recommendations in one or two of four languages,
with ratings, tags, formats and sources. Each query is asked as it is typed: what is measured
begins with the text and ends with the ids of the first entries that a list shows (FIRST), in
order, and their topics. The raw query gets a ready expression, asks the same index for the same
number of row numbers, and does nothing with them. Both take turns in the same process.
"""

from __future__ import annotations

import os
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dialogueprep.domain.query import parse
from dialogueprep.store import library_search, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Key, Store

KEY = Key.raw(bytes(range(32)))
FIRST = 200
ROUNDS = 5
FRAME = 16.0  # milliseconds
SYLLABLES = [
    "se",
    "mi",
    "con",
    "duc",
    "tor",
    "sup",
    "ply",
    "chain",
    "ener",
    "gy",
    "cli",
    "mate",
    "trade",
    "sec",
    "uri",
    "ty",
    "for",
    "um",
    "re",
    "gion",
    "al",
    "pol",
]
HAN = "经济安全供应链半导体能源合作气候贸易区域论坛政策青年交流海洋数字健康老龄金融技术标准投资"
KANA = "ナラルセイカンケキョウリトシエネギポアジ"
HANGUL = "경제안보공급망반도체에너지협력기후무역지역포럼정책청년교류해양디지털건강금융기술표준투자"
TAGS = 60
FORMATS = ('["China-Japan-ROK"]', '["ASEAN+3"]', '["US-Japan-ROK", "China-Japan-ROK"]')
QUERIES = (
    "s", "se", "semi", "semiconductor", "chain sup", "trade security region", "TRÀDE ener",
    "经", "经济", "經濟安全", "供应链 合作", "半導體", "ナラ", "ア", "경제", "협", "협력 무역",
    "sens:<=2", "oper:>=4 sens:1", "used:never", "lang:ko", "tag:tag7", "tag:标签7 trade",
    "format:ASEAN 合作", "source:report sens:2", "-trade sec", '"mi con"', "climate -sens:>3",
    "경제 lang:ko oper:>=3", "semicnductor xq", "trade tag:tag7 sens:<=3 format:China used:never",
)  # fmt: skip


def wording(dice: random.Random, language: str, count: int) -> str:
    """Return so many words that mean nothing."""
    if language == "en":
        parts = ("".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(count))
        return " ".join(parts)
    letters = {"zh": HAN, "ja": HAN + KANA * 2, "ko": HANGUL}[language]
    join = " " if language == "ko" else ""
    return join.join("".join(dice.choices(letters, k=dice.randint(2, 4))) for _ in range(count))


def rows(dice: random.Random, entries: int) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the rows of a library: where, and the values."""
    ids = iter(f"{dice.getrandbits(128):032x}" for _ in range(entries * 40))
    tags = [next(ids) for _ in range(TAGS)]
    for n, tag in enumerate(tags):
        yield "tags (id, slug)", (tag, f"tag{n}")
        yield _TEXT, (next(ids), "tags", tag, "name", "zh", f"标签{n}", "original")
    sources = [next(ids) for _ in range(max(1, entries // 100))]
    for n, source in enumerate(sources):
        values = (source, f"Report {n}", "Institute", "2026-01-01", "report")
        yield "sources (id, title, publisher, published, kind)", values
    topic = ""
    for n in range(entries):
        table = "recommendations" if n % 4 else "topics"
        id_ = next(ids)
        topic = topic if n % 4 else id_
        columns = "(id, dimension, formats, topic)" if n % 4 else "(id, dimension, formats)"
        owner = (id_, "economic", dice.choice(FORMATS), *((topic,) if n % 4 else ()))
        yield f"{table} {columns}", owner
        for language in dice.sample(("en", "zh", "ja", "ko"), k=dice.randint(1, 2)):
            for field, count in (("title", 6), ("text" if n % 4 else "summary", 25)):
                said = wording(dice, language, count)
                yield _TEXT, (next(ids), table, id_, field, language, said, "translated")
        for axis in ("sensitivity", "operability"):
            values = (next(ids), id_, axis, dice.randint(1, 5), "2026-01-01")
            yield "ratings (id, subject, axis, value, rated)", values
        yield "entry_tags (id, entry, tag)", (next(ids), id_, dice.choice(tags))
        passage = next(ids)
        yield "passages (id, source, locator)", (passage, dice.choice(sources), "p. 1")
        yield "entry_passages (id, entry, passage)", (next(ids), id_, passage)


_TEXT = "texts (id, owner_table, owner, field, language, wording, state)"


def fill(store: Store, entries: int) -> None:
    """Put so many entries into a workspace, past the undo journal."""
    run(store.db, "PRAGMA query_only = OFF")
    run(store.db, "BEGIN")
    for where, values in rows(random.Random(7), entries):
        marks = ", ".join("?" * len(values))
        run(store.db, f"INSERT INTO {where} VALUES ({marks})", values)
    run(store.db, "COMMIT")
    run(store.db, "PRAGMA query_only = ON")


def took(act: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def per_cent_95(figures: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(figures, n=20)[-1]


def build(store: Store) -> None:
    """Read the index in slices, as a window does, and print how long that takes."""
    slices: list[float] = []
    done = False
    before = memory()
    while not done:
        began = time.perf_counter()
        done = store.index.catch_up(0.008)
        slices.append((time.perf_counter() - began) * 1000)
    print(
        f"  index: {sum(slices) / 1000:.2f} s in {len(slices)} slices of 8 ms; 95th percentile of"
        f" a slice {per_cent_95(slices):.1f} ms, longest {max(slices):.1f} ms;"
        f" {memory() - before} MB more in memory"
    )


def memory() -> int:
    """Return the most memory that the process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def compare(store: Store) -> tuple[float, float]:
    """Return the 95th percentiles of our search and of the raw query, in milliseconds."""
    ours: dict[str, list[float]] = {typed: [] for typed in QUERIES}
    raw: dict[str, list[float]] = {typed: [] for typed in QUERIES}
    asked = {typed: raw_expression(store, typed) for typed in QUERIES}
    sql = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid LIMIT ?"
    words = store.index.library.db
    for _ in range(ROUNDS):
        for typed in QUERIES:
            values = [asked[typed], FIRST]
            ours[typed].append(took(lambda typed=typed: library_search.found(store, typed, FIRST)))
            raw[typed].append(took(lambda values=values: run(words, sql, values)))
    for typed in QUERIES:
        mine, plain = statistics.median(ours[typed]), statistics.median(raw[typed])
        hits = len(library_search.found(store, typed).entries)
        whole = took(lambda typed=typed: library_search.found(store, typed))
        print(f"    {mine:7.2f}  {plain:7.2f}  {hits:7}  {whole:8.2f}  {typed}")
    return tuple(per_cent_95([f for each in s.values() for f in each]) for s in (ours, raw))


def raw_expression(store: Store, typed: str) -> str:
    """Return the expression that the raw query gets: that of the words that are found."""
    meant = library_search.found(store, typed, 1).query
    return library_search.expression(store.index, meant or parse(typed))


def measure(entries: int) -> bool:
    """Measure with so many entries, print, and return whether the promise is kept."""
    with tempfile.TemporaryDirectory() as folder:
        with workspace.create(Path(folder) / "workspace", KEY, "Speed") as store:
            fill(store, entries)
        with workspace.open(Path(folder) / "workspace", KEY) as store:
            print(f"{entries} entries")
            build(store)
            print("     ours ms  raw ms     hits  all, ms")
            ours, raw = compare(store)
    print(f"  95th percentile {ours:.2f} ms, raw {raw:.2f} ms: {ours / raw:.2f} times")
    return ours <= 2 * raw and ours <= FRAME


def main(sizes: list[int]) -> int:
    """Measure each size and return 0 if the promise is kept."""
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    return int(not all([measure(size) for size in sizes or [10_000, 100_000]]))


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]]))
