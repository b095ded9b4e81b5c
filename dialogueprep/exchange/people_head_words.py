"""What a head of several words means: what it is about, in which script, and whose it is.

"Name of participant (in English)", 嘉宾姓名（中文） and 소속 및 직위 stand in no table of whole
heads; they are put together from a few words, which `data/lexicon/roster_heads.toml` lists.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from dialogueprep import paths
from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.exchange.roster_columns import plain_word

_LATIN_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+(?:-[a-z]+)?")
_OF = re.compile(r"\b(?:of|in|at|from)\b")
_JOINED = re.compile(
    r"及び|及|和|与|與|並びに|・|、|/|／|&|\+|\band\b|\bund\b|\bet\b|및|(?<=.)と(?=.)"
)
_IN_BRACKETS = re.compile(r"[(（\[【](.*?)[)）\]】]")
_CHARACTER = r"[\u3040-\u9fff\uac00-\ud7a3]"
_BETWEEN_CHARACTERS = re.compile(rf"(?<={_CHARACTER})\s+(?={_CHARACTER})")
_ONE_CHARACTER = re.compile(r"([姓氏名성])\s*[(（\[【]")
_CONSENT = re.compile(r"同意|동의|承諾|可否|\b(?:consent|agree)")
_PUBLIC = re.compile(r"公开|公開|公表|공개|대외|\b(?:public|publish|website|online)")
_LISTS = re.compile(
    r"名单|名單|名簿|手册|冊子|명단|명부|책자|\b(?:list|directory|programme|program)"
)
BOTH = "affiliation_position"
_KANA_PARTS = {"セイ": "family_kana", "メイ": "given_kana"}
_WEAK = frozenset({"name", "contact"})
_OF_NAMES = {
    ("name", "latin"): "name_latin",
    ("name", "native"): "name_native",
    ("name", "kana"): "name_kana",
    ("family", "native"): "family_native",
    ("given", "native"): "given_native",
    ("family", "kana"): "family_kana",
    ("given", "kana"): "given_kana",
    ("affiliation", "native"): "affiliation_native",
}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the table: those in Latin letters apart from those in characters."""

    latin: dict[str, str]
    eastern: dict[str, str]

    def within(self, text: str) -> list[tuple[int, str, str]]:
        """Return what stands in a text as end, word and meaning; of overlapping the longest."""
        found: list[tuple[int, str, str]] = []
        covered = [False] * len(text)
        for word in sorted(self.eastern, key=len, reverse=True):
            at = text.find(word)
            if at >= 0 and not any(covered[at : at + len(word)]):
                covered[at : at + len(word)] = [True] * len(word)
                found.append((at + len(word), word, self.eastern[word]))
        return sorted(found)


@lru_cache(maxsize=2_000)
def composed_field(head: str) -> str:
    """Return the field that a head of several words means, or ""."""
    text = _closed_up(plain_word(head))
    if not text or is_of_no_use(text):
        return ""
    if _CONSENT.search(text):
        return _consent(text)
    script = _script(text)
    if one := _ONE_CHARACTER.match(text):
        return _field("family" if one[1] in "姓氏성" else "given", script or "native", text)
    pieces = [p for p in _JOINED.split(text) if p.strip()]
    several = [a for p in pieces if (a := _about(p))] if len(pieces) > 1 else []
    if "affiliation" in several and "position" in several:
        return BOTH
    about = several[0] if several else _about(text)
    inner = next(
        (a for b in _IN_BRACKETS.findall(text) if (a := _about(b)) not in ("", *_WEAK)), ""
    )
    about = inner if about in ("", "contact") and inner else about
    return _field(about, script, text)


def _consent(text: str) -> str:
    """Return to which list a head asks for consent, "" for something else, such as pictures."""
    if _PUBLIC.search(text):
        return "listed_for_public"
    return "listed_for_participants" if _LISTS.search(text) else ""


def is_head_word(cell: str) -> bool:
    """Return whether a cell says only in which script, or about what, a column below it is."""
    text = _closed_up(plain_word(cell))
    return bool(text) and len(text) < 40 and bool(_script(text) or _about(text))


def _field(about: str, script: str, text: str) -> str:
    if about in ("", "name") and script and (about or _is_only_script(text)):
        return _OF_NAMES[("name", script)]
    if about == "name":
        eastern = any(is_east_asian(c) for c in text)
        return "name_native" if eastern else "name_latin"
    if about == "contact":
        return "phone"
    if text in _KANA_PARTS:
        return _KANA_PARTS[text]
    return _OF_NAMES.get((about, script), about)


def _is_only_script(text: str) -> bool:
    """Return whether a head says nothing but the script, with "name" left out: 漢字, 한자명."""
    rest = text
    for word in sorted(_scripts().eastern, key=len, reverse=True):
        rest = rest.replace(word, "")
    rest = "".join(c for c in rest if c.isalpha() and c not in "名명")
    latin = set(_LATIN_WORD.findall(rest))
    return not rest or (bool(latin) and latin <= set(_scripts().latin) | {"name"})


def _about(text: str) -> str:
    """Return what a head is about; "name" only if it is about nothing narrower."""
    eastern = [meaning for _end, _word, meaning in _abouts().within(text)]
    if eastern:
        strong = [m for m in eastern if m not in _WEAK]
        return strong[-1] if strong else eastern[-1]
    before, *after = _OF.split(text)
    found = _in_latin(before)
    if found and found not in _WEAK:
        return found
    if not found and set(_LATIN_WORD.findall(before)) - _whose():
        return ""
    return next((a for part in after if (a := _in_latin(part)) not in ("", *_WEAK)), found)


def _in_latin(text: str) -> str:
    known = _abouts().latin
    for phrase in _phrases():
        if phrase in text:
            return known[phrase]
    words = [w.removesuffix("'s") for w in _LATIN_WORD.findall(text)]
    whose, scripts = _whose(), _scripts().latin
    meanings = [known[w] for w in words if w in known]
    if not meanings:
        return ""
    if words[-1:] == ["title"] and meanings[-1] == "affiliation":
        return "position"
    strange = [w for w in words if w not in known and w not in whose and w not in scripts]
    strong = [m for m in meanings if m not in _WEAK]
    if strange and (len(strange) > 2 or not strong):
        return ""
    return strong[-1] if strong else meanings[-1]


def _script(text: str) -> str:
    words = _scripts()
    eastern = words.within(text)
    if eastern:
        return eastern[-1][2]
    return next((words.latin[w] for w in _LATIN_WORD.findall(text) if w in words.latin), "")


def _closed_up(text: str) -> str:
    """Return a head without the spaces that set its characters apart, as in 姓 名."""
    return _BETWEEN_CHARACTERS.sub("", text)


def is_of_no_use(head: str) -> bool:
    """Return whether a head is about something that has no place in a roster here."""
    text = plain_word(head)
    table = _table()["nothing"]
    words = set(_LATIN_WORD.findall(text))
    for word in table["words"]:
        if (word in words) if word.isascii() and " " not in word else (word in text):
            return True
    passport = any(w in text for w in ("passport", "护照", "護照", "パスポート", "여권", "旅券"))
    return passport and any(
        (w in words) if w.isascii() and w.isalpha() else (w in text) for w in table["passport"]
    )


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((paths.data() / "lexicon" / "roster_heads.toml").read_text("utf-8"))


def _read(kind: str) -> _Words:
    pairs = {plain_word(w): name for name, words in _table()[kind].items() for w in words}
    return _Words(
        {w: name for w, name in pairs.items() if not any(map(is_east_asian, w))},
        {w: name for w, name in pairs.items() if any(map(is_east_asian, w))},
    )


@cache
def _abouts() -> _Words:
    return _read("about")


@cache
def _scripts() -> _Words:
    return _read("script")


@cache
def _phrases() -> tuple[str, ...]:
    """Return what is said in several words, the longest first."""
    return tuple(sorted((w for w in _abouts().latin if " " in w), key=len, reverse=True))


@cache
def _whose() -> frozenset[str]:
    return frozenset(_table()["whose"]["words"])
