"""Reads the labelled sentences: marks within the text say what identifies whom.

``⟦passage|kind|who⟧`` is an exposure; ``kind?`` says that a warning is enough. ``who`` is one id
or several, words that the persons have in common (``KR think-tank F``, ``@Europe``), or ``*`` where
the roster does not tell. ``⟨passage|words⟩`` is a descriptor that fits enough people and is clean.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.corpus.table import HERE, Table, read_table, table_names

LANGUAGES = ("en", "zh", "ja", "ko")
HALVES = ("open", "frozen")
KINDS = frozenset(
    {"name", "affiliation", "acronym", "title", "role", "descriptor", "small", "group"}
    | {"order", "thread", "nobody"}
)
_MARK = re.compile(r"⟦([^|⟧]+)\|([a-z]+)(\??)\|([^⟧]+)⟧|⟨([^|⟩]+)\|([^⟩]+)⟩")
_SALT = "the two halves of the corpus, 1"
# Tables that have a frozen half. The others' was read when its totals had been looked at too often.
UNREAD = frozenset(
    {
        "avocet",
        "bittern",
        "brambling",
        "curlew",
        "dipper",
        "dunlin",
        "fen",
        "fulmar",
        "godwit",
        "heron",
        "hoopoe",
        "jacana",
        "kestrel",
        "marl",
        "ouzel",
        "petrel",
        "pipit",
        "plover",
        "rail",
        "redstart",
        "sandpiper",
        "scoter",
        "sedge",
        "shrike",
        "smew",
        "snipe",
        "stint",
        "teal",
        "thrush",
        "twite",
        "veery",
        "whinchat",
        "wren",
    }
)


@dataclass(frozen=True)
class Label:
    """A passage that identifies: its span, kind, the least level, whom it fits, and how many."""

    start: int
    end: int
    passage: str
    kind: str
    level: str
    people: frozenset[str]
    k: int | None


@dataclass(frozen=True)
class Case:
    """A labelled sentence or short passage; without labels it is clean.

    ``enough`` are the sizes of the groups that its clean descriptors fit. ``warn_allowed`` says
    that a warning on the clean text is no mistake: a public figure, an acronym with two meanings.
    """

    id: str
    half: str
    table: str
    language: str
    item: str
    text: str
    labels: tuple[Label, ...]
    enough: tuple[int, ...]
    warn_allowed: bool
    note: str


def half_of(id_: str) -> str:
    """Return the half that a sentence belongs to: its id decides, nobody chooses."""
    if id_.partition("-")[0] not in UNREAD:
        return "open"
    return HALVES[hashlib.sha256(f"{_SALT} {id_}".encode()).digest()[0] % 2]


@cache
def read_cases(half: str) -> tuple[Case, ...]:
    """Return all sentences of a half."""
    return tuple(case for name in table_names() for case in _of_table(half, read_table(name)))


def _of_table(half: str, table: Table) -> Iterator[Case]:
    if half == "frozen" and table.name not in UNREAD:
        return
    path = HERE / half / f"{table.name}.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    for language in LANGUAGES:
        for key, (item, marked, *more) in raw.get(language, {}).items():
            flag, note = [*more, "", ""][:2]
            yield case_of(f"{table.name}-{key}", half, table, language, item, marked, flag, note)


def case_of(
    id_: str, half: str, table: Table, language: str, item: str, marked: str, flag: str, note: str
) -> Case:
    """Return a labelled sentence from text with marks; a mark that is not known is a ValueError."""
    text, labels, enough, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[5]:
            enough.append(len(table.matching(mark[6].split(), item)))
            text += mark[5]
        else:
            labels.append(_label(mark, len(text), table, item))
            text += mark[1]
    text += marked[at:]
    if re.search("[⟦⟧⟨⟩]", text) or flag not in ("", "warn"):
        raise ValueError(f"{id_}: {marked}")
    return Case(
        id=id_,
        half=half,
        table=table.name,
        language=language,
        item=item,
        text=text,
        labels=tuple(labels),
        enough=tuple(enough),
        warn_allowed=flag == "warn",
        note=note,
    )


def _label(mark: re.Match[str], start: int, table: Table, item: str) -> Label:
    passage, kind, unsure, who = mark[1], mark[2], mark[3], mark[4].split()
    by_id = table.ids.issuperset(who)
    people = frozenset(who) if by_id else table.matching(who, item)
    unknown = who == ["*"]
    return Label(
        start=start,
        end=start + len(passage),
        passage=passage,
        kind=kind,
        level="warn" if unsure else "block",
        people=frozenset() if unknown else people,
        k=None if by_id or unknown else len(people),
    )
