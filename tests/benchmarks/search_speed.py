"""How long a search of the library takes, beside a raw FTS5 query for the same words.

Run it with the project's environment: python tests/benchmarks/search_speed.py [ENTRIES ...]

Entries are made up on the spot: topics with recommendations in one or two of four languages,
with ratings, tags, formats and sources. Each query is asked as it is typed: what is measured
begins with the text and ends with the ids of the first entries that a list shows (FIRST), in
order, and their topics. The raw query gets a ready expression, asks the same index for the same
number of row numbers, and does nothing with them. Both take turns in the same process. A second
process opens the workspace again, as the next start of the program does. With the first result,
each query is also asked for all topics, as the page does to count and filter. Times are those of
the clock; the last line gives those of the processor too, since other programs take it as well.
"""

from __future__ import annotations

import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
AGAIN = "again"  # for the process that opens the workspace anew
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
QUERIES = {
    "prefix": ("s", "se", "semi", "conductorsup"),
    "two and three words": ("chain sup", "trade security region", "TRÀDE ener"),
    "one CJK character": ("经", "ア", "협"),
    "two CJK characters": ("经济", "ナラ", "경제"),
    "more, and both": ("經濟安全", "供应链 合作", "협력 무역", "经济 trade"),
    "traditional": ("半導體", "經濟", "貿易"),
    "full and half width": ("ｓｅｍｉ", "ﾅﾗ", "ﾎﾟｱ"),
    "phrase": ('"mi con"', '"trade sec"'),
    "-word": ("-trade sec", "경제 -협력"),
    "tag:": ("tag:tag7", "tag:标签7 trade"),
    "format:": ("format:ASEAN 合作", "format:ROK"),
    "sens: oper:": ("sens:<=2", "oper:>=3", "oper:>=4 sens:1", "climate -sens:>3"),
    "used:": ("used:never", "used:yes"),
    "source:": ("source:report sens:2", 'source:"Report 7"'),
    "lang:": ("lang:ko", "-lang:en"),
    "combined": ("경제 lang:ko oper:>=3", "trade tag:tag7 sens:<=3 format:China used:never"),
    "mistyped": ("conductr", "seucrity", "tradechian xyzzyx"),
    "nothing found": ("xq", "zzzz", "鬱", "semiconductor"),
    "hostile": (
        '"*( AND NEAR(a b) {said} : x',
        "a' OR 1=1; --",
        "\0\ud7ff*" * 300,
        '"' * 99 + " sec",
        "sec " * 5000,
    ),
}  # what is typed, by kind


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


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds, of the clock and of the processor."""

    clock: float
    processor: float


def took(act: Callable[[], object]) -> Took:
    """Return how long something takes."""
    began, worked = time.perf_counter(), time.process_time()
    act()
    processor = time.process_time() - worked
    return Took((time.perf_counter() - began) * 1000, processor * 1000)


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
        done = store.index.tidy(0.008)
        slices.append((time.perf_counter() - began) * 1000)
    print(
        f"  first reading: {sum(slices) / 1000:.1f} s in {len(slices)} slices of 8 ms; 95th"
        f" percentile {per_cent_95(slices):.0f} ms, longest {max(slices):.0f} ms;"
        f" {memory() - before} MB more in memory"
    )


def memory() -> int:
    """Return what Linux calls resident, in MB; 0 elsewhere."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024


def come_back(folder: Path) -> None:
    """Open a workspace, search, and print how long that takes and what it costs in memory."""
    opening = time.perf_counter()
    with workspace.open(folder, KEY) as store:
        opened, before = time.perf_counter(), memory()
        library_search.found(store, "semi", FIRST)
        found = time.perf_counter()
        for typed in (each for kind in QUERIES.values() for each in kind):
            library_search.found(store, typed, FIRST)
        searched = memory()
        library_search.topic_numbers(store)
        library_search.found_topics(store, "used:never")
    print(
        f"  next start: opened in {(opened - opening) * 1000:.0f} ms, first result"
        f" {(found - opened) * 1000:.0f} ms later; {searched - before} MB more in memory after"
        f" all queries, {memory() - before} with the numbers of all topics"
    )


def compare(store: Store) -> tuple[list[Took], list[Took]]:
    """Return how long our searches take, and the raw queries."""
    sql = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid LIMIT ?"
    words = store.index.library.db
    all_ours: list[Took] = []
    all_raw: list[Took] = []
    print("     ours ms  raw ms     topics   ms")
    for kind, typed in ((kind, each) for kind, some in QUERIES.items() for each in some):
        asked = raw_expression(store, typed)
        turns = [
            (
                took(lambda typed=typed: library_search.found(store, typed, FIRST)),
                took(lambda asked=asked: run(words, sql, [asked, FIRST]) if asked else ()),
            )
            for _ in range(ROUNDS)
        ]
        ours, raw = ([turn[n] for turn in turns] for n in (0, 1))
        all_ours += ours
        all_raw += raw
        whole = took(lambda typed=typed: library_search.found_topics(store, typed))
        topics = len(library_search.found_topics(store, typed).numbers)
        ours_ms, raw_ms = (statistics.median(turn.clock for turn in each) for each in (ours, raw))
        figures = f"{ours_ms:7.2f}  {raw_ms:7.2f}  {topics:9}  {whole.clock:6.1f}"
        print(f"    {figures}  {kind}: {typed[:50]!r}")
    return all_ours, all_raw


def raw_expression(store: Store, typed: str) -> str:
    """Return the expression that the raw query gets: that of the words that are found."""
    meant = library_search.found(store, typed, 1).query
    return library_search.expression(store.index, meant or parse(typed))


def measure(entries: int) -> bool:
    """Measure with so many entries, print, and return whether the promise is kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        with workspace.create(folder, KEY, "Speed") as store:
            fill(store, entries)
        print(f"{entries} entries", flush=True)
        with workspace.open(folder, KEY) as store:
            build(store)
            ours, raw = compare(store)
        subprocess.run([sys.executable, __file__, AGAIN, str(folder)], check=True)
    by_processor = versus([turn.processor for turn in ours], [turn.processor for turn in raw])
    clock = [turn.clock for turn in ours], [turn.clock for turn in raw]
    print(f"  95th percentile {versus(*clock)} (of the processor: {by_processor})")
    high, raw_high = map(per_cent_95, clock)
    return high <= 2 * raw_high and high <= FRAME


def versus(ours: list[float], raw: list[float]) -> str:
    """Return the 95th percentiles beside each other, in words."""
    high, raw_high = per_cent_95(ours), per_cent_95(raw)
    return f"{high:.2f} ms, raw {raw_high:.2f} ms: {high / raw_high:.2f} times"


def main(words: list[str]) -> int:
    """Measure each size and return 0 if the promise is kept."""
    if words[:1] == [AGAIN]:
        come_back(Path(words[1]))
        return 0
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    sizes = [int(each) for each in words] or [10_000, 100_000]
    return int(not all([measure(size) for size in sizes]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
