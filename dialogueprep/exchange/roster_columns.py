"""The words that stand at the head of a roster's columns and in its cells, in four languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from dialogueprep import paths

_SERVED = re.compile(r" (?:to|for) .*$")  # adviser to the chair
_SERVES = re.compile("(?:顾问|顧問|助理|补佐|補佐|秘书|秘書|보좌|고문|비서|조교)$")
_KINDS = frozenset({"gender", "sector", "capacity", "standing", "seniority", "consent"})


def field_of(heading: str) -> str | None:
    """Return the field that a heading means, or None."""
    return _words("heading").get(plain_word(heading))


def gender_of(word: str) -> str:
    """Return "woman", "man", "other" for another word, or nothing for none."""
    return _words("gender").get(plain_word(word), "other") if word.strip() else ""


def sector_of(word: str) -> str:
    """Return the value of a sector, or nothing if the word is not known."""
    known, plain = _words("sector"), plain_word(word)
    return known.get(plain, known.get(plain.replace("-", " "), ""))


def role_of(word: str) -> str:
    """Return the value of a role, "observer", or nothing for a plain participant.

    Who advises or assists the chair is not the chair.
    """
    known, plain = _words("role"), plain_word(word)
    head = _SERVED.sub("", plain)
    within = (name for said, name in known.items() if len(said) > 3 and said in head)
    return known.get(plain) or ("" if _SERVES.search(plain) else next(within, ""))


def further_role_of(word: str) -> str:
    """Return a role that is none of the program's as it is written, or nothing."""
    plain = plain_word(word)
    return "" if not plain or role_of(word) or plain in _words("group") else word.strip()


def gives_main_speech(word: str) -> bool:
    """Return whether a role is that of a presenter who gives the main speech: keynote speaker."""
    plain = plain_word(word)
    return role_of(word) == "presenter" and any(part in plain for part in _words("turn"))


def group_of(word: str) -> str:
    """Return the role of the people below a heading such as "Observers" or 秘书处, "participant"
    for those without one, or nothing if it heads nobody."""
    plain = re.sub(r"[\s:：]+$|^[\d\s.ⅰ-ⅹ一二三四五]+[.、)]", "", plain_word(word)).strip()
    plain = re.sub(r"\s*(?:名单|名單|名簿|一覧|명단|목록|list)$", "", plain) or plain
    known = {**_words("group"), **_words("role")}
    return known.get(plain) or known.get(plain.removesuffix("s"), "")


@cache
def _words(kind: str) -> Mapping[str, str]:
    file = paths.data() / "lexicon" / "rosters.toml"
    table: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))[kind]
    return {plain_word(word): name for name, words in table.items() for word in words}


def word_of(kind: str, word: str) -> str:
    """Return the value of a closed list that a word stands for, "" if it is not known.

    ``kind`` is a table of the words for cells, such as "sector", "capacity" or "consent".
    """
    return _words(kind).get(plain_word(word), "") if kind in _KINDS else ""


def plain_word(word: str) -> str:
    """Return a word without case, width and spaces around it, as words are compared."""
    composed = unicodedata.normalize("NFKC", word).casefold().strip(" \t*:\ufeff")
    return re.sub(r"[\s_]+", " ", composed)
