"""The words that stand at the head of a roster's columns and in its cells, in four languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from dialogueprep import paths


def field_of(heading: str) -> str | None:
    """Return the field that a heading means, or None."""
    return _words("heading").get(_plain(heading))


def gender_of(word: str) -> str:
    """Return "woman", "man", "other" for another word, or nothing for none."""
    return _words("gender").get(_plain(word), "other") if word.strip() else ""


def sector_of(word: str) -> str:
    """Return the value of a sector, or nothing if the word is not known."""
    known, plain = _words("sector"), _plain(word)
    return known.get(plain, known.get(plain.replace("-", " "), ""))


def role_of(word: str) -> str:
    """Return the value of a role, "observer", or nothing for a plain participant."""
    known, plain = _words("role"), _plain(word)
    within = (name for said, name in known.items() if len(said) > 3 and said in plain)
    return known.get(plain) or next(within, "")


@cache
def _words(kind: str) -> Mapping[str, str]:
    file = paths.data() / "lexicon" / "rosters.toml"
    table: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))[kind]
    return {_plain(word): name for name, words in table.items() for word in words}


def _plain(word: str) -> str:
    composed = unicodedata.normalize("NFKC", word).casefold().strip(" \t*:\ufeff")
    return re.sub(r"[\s_]+", " ", composed)
