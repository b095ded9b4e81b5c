"""How words are made alike before they are compared in search.

Width, case, traditional and simplified Chinese characters, and Japanese new forms are folded
on both sides; diacritics are left to the index, which drops them.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from operator import add
from pathlib import Path

# Han, kana and Hangul; the middle dot between katakana words is not among them.
_CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LONGEST = 32


def fold(text: str) -> str:
    """Return the text in one width, one case and one form of each character."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded.translate(_simplified()) if _has_cjk().search(folded) else folded


def words(text: str) -> str:
    """Return what the index is fed: CJK runs as overlapping pairs, other words as they are."""
    if text.isascii():
        return text.casefold().replace("\0", " ")
    plain = _no_word().sub(" ", fold(text))
    return _cjk().sub(lambda found: f" {_pairs(found[0])} ", plain)


def question(query: str) -> str:
    """Return the FTS5 expression for a query, which may be any text; empty if it has no word.

    One CJK character is a beginning, two are themselves, more are a phrase; another word is a
    beginning; all must be there.
    """
    return " AND ".join(_asked(run, cjk) for run, cjk in list(runs(query))[:_LONGEST])


def phrase(wording: str) -> str:
    """Return the FTS5 expression for words that stand together in this order; maybe empty."""
    found = list(runs(wording))[:_LONGEST]
    tokens = [token for run, cjk in found for token in (_pairs(run) if cjk else run).split()]
    if not tokens:
        return ""
    run, cjk = found[-1]
    if cjk and len(run) > 1:
        del tokens[-1]  # the last character may go on
    return f'"{" ".join(tokens)}"' + (" *" if cjk and len(run) == 1 else "")


def bare(word: str) -> str:
    """Return one word folded and without diacritics, as the index keeps Latin words."""
    parts = unicodedata.normalize("NFKD", fold(word))
    return "".join(c for c in parts if not unicodedata.combining(c))


def prepare() -> None:
    """Read and make what folding needs, which takes some milliseconds when it is first asked."""
    for needed in (_run, _has_cjk, _simplified):
        needed()


def forms() -> tuple[str, dict[int, str]]:
    """Return what folding depends on: the version of Unicode, and which character is which."""
    return unicodedata.unidata_version, _simplified()


def may_be_mistyped(word: str) -> bool:
    """Return whether an error of typing is looked for in a bare word: Latin, four letters."""
    return len(word) > 3 and word.isalpha() and max(word) < "\u0250"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text, folded, and whether each is a run of CJK characters."""
    for found in _run().finditer(fold(text)):
        yield found.group(), found["cjk"] is not None


def _pairs(run: str) -> str:
    # The last character stands alone too, so that it is found as a beginning.
    return " ".join(map(add, run, f"{run[1:]} ")).rstrip()


def _asked(run: str, cjk: bool) -> str:
    if not cjk or len(run) == 1:
        return f'"{run}" *'
    return f'"{" ".join(run[place : place + 2] for place in range(len(run) - 1))}"'


@cache
def _run() -> re.Pattern[str]:
    # Not compiled before it is needed: a class of so many characters takes its time.
    return re.compile(f"(?P<cjk>[{_CJK}]+)|(?:(?![{_CJK}])[^\\W_])+")


@cache
def _has_cjk() -> re.Pattern[str]:
    return re.compile(f"[{_CJK}]")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(f"[{_CJK}]+")


@cache
def _no_word() -> re.Pattern[str]:
    # Where a query ends a word but the tokenizer would not: marks, and what is for private use.
    return re.compile("[\0\u0300-\u036f\ue000-\uf8ff\U000f0000-\U0010ffff]")


@cache
def _simplified() -> dict[int, str]:
    """Return the table of characters, from the lists that come with OpenCC."""
    found = importlib.util.find_spec("opencc")
    if found is None or not found.submodule_search_locations:
        return {}
    lists = Path(found.submodule_search_locations[0]) / "dictionary"
    simple = _read(lists / "TSCharacters.txt")
    # A Japanese new form stands for the old one, and goes on with it to the simplified one.
    for old, new in _read(lists / "JPVariants.txt").items():
        simple.setdefault(new, simple.get(old, old))
    return {ord(one): other for one, other in simple.items() if len(one) == 1}


def _read(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {one: others.split()[0] for one, others in pairs}
