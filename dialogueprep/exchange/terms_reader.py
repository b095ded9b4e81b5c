"""Reads what tells one idea in two languages: notions of the field, and readings of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.likeness_leanings import LeaningWords
from dialogueprep.domain.terms import Kind, Notion
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.toml_tables import reading

_FILES = ("concepts.toml", "policy.toml", "terms.toml")
_KINDS: tuple[Kind, ...] = ("field", "common", "deeds", "frame")
_Wordings = dict[Language, tuple[str, ...]]


@cache
def read_notions(path: Path | None = None) -> tuple[Notion, ...]:
    """Return the shipped notions, or those of this file; read once per run.

    Raises Trouble("sample-file-unreadable") when the file is damaged.
    """
    folder = paths.data() / "lexicon"
    return tuple(_joined(_lines(path) if path else _lines(*(folder / name for name in _FILES))))


def _lines(*files: Path) -> Iterator[tuple[_Wordings, Kind]]:
    for path in files:
        with reading(path) as table:
            for part, lines in table.items():
                for line in str(lines).splitlines():
                    if line.strip():
                        yield _wordings(line), _kind(part)


def _kind(part: str) -> Kind:
    """Return how much the notions of a part tell: its name begins with it."""
    for kind in _KINDS:
        if part.startswith(kind):
            return kind
    return "field"


def _joined(lines: Iterable[tuple[_Wordings, Kind]]) -> Iterable[Notion]:
    """Return notions; a line that begins like an earlier one in English adds its words there."""
    first: dict[str, int] = {}
    found: list[tuple[_Wordings, Kind]] = []
    for wordings, kind in lines:
        at = first.get(wordings["en"][0], len(found))
        if at == len(found):
            found.append((wordings, kind))
        else:
            known = found[at][0]
            known.update({g: (*known[g], *more) for g, more in wordings.items()})
        for word in wordings["en"]:
            first.setdefault(word, at)
    return (Notion(wordings, kind) for wordings, kind in found)


def _wordings(line: str) -> _Wordings:
    columns = [tuple(w.strip() for w in c.split(",") if w.strip()) for c in line.split("|")]
    return dict(zip(LANGUAGES, columns, strict=True))


@cache
def read_sounds() -> Mapping[str, str]:
    """Return the usual Korean reading of each Chinese character, in its simplified form."""
    found: dict[str, str] = {}
    for line in (paths.data() / "lexicon" / "han_readings.txt").read_text("utf-8").splitlines():
        kind, _, rest = line.partition("\t")
        reading_, tab, characters = rest.partition("\t")
        if kind == "ko" and tab:
            for character in characters:
                found.setdefault(character, reading_)
    return found


@cache
def read_leanings() -> LeaningWords:
    """Return the shipped words that tell which way an idea leans.

    Raises Trouble("sample-file-unreadable") when the file is damaged.
    """
    with reading(paths.data() / "lexicon" / "leanings.toml") as table:
        return LeaningWords(
            leanings=table["leanings"],
            restraints=table["restraints"],
            turns=table["not"],
            means=table["means"],
            actors=table["actors"],
            places=table["places"],
            people=table["people"],
        )
