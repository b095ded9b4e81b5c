"""What is typed into a search field: words, phrases, words to leave out, and conditions.

    semiconductor "supply chain" -tariff tag:sme format:ASEAN sens:<=2 oper:>=3 used:never lang:ko

Any text is a query: what is no condition in full is words, and a condition of which only the
name is typed so far asks nothing. Full-width letters, digits and
signs count as the plain ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import eq, ge, gt, le, lt

from dialogueprep.domain.texts import LANGUAGES

LONGEST = 2000  # characters that are read of what is typed
MOST = 32  # words, phrases and conditions


class Field(StrEnum):
    """What a condition asks about; the values are what is typed before the colon."""

    TAG = "tag"
    FORMAT = "format"
    SENSITIVITY = "sens"
    OPERABILITY = "oper"
    USED = "used"
    SOURCE = "source"
    LANGUAGE = "lang"


RATED = frozenset({Field.SENSITIVITY, Field.OPERABILITY})
_OTHER_NAMES = {
    "sensitivity": Field.SENSITIVITY,
    "operability": Field.OPERABILITY,
    "language": Field.LANGUAGE,
    "use": Field.USED,
}
_FIELDS = {**{field.value: field for field in Field}, **_OTHER_NAMES}
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<=": le,
    ">=": ge,
    "<": lt,
    ">": gt,
    "=": eq,
    "": eq,
}
_LANGUAGES = {"jp": "ja", "kr": "ko", "cn": "zh", **{code: code for code in LANGUAGES}}
_USES = {"never": "never", "no": "never", "yes": "yes", "ever": "yes"}
_PART = re.compile(r'(?P<less>-?)(?:(?P<field>[a-zA-Z]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))')
_SPACE = re.compile(r"\s")
_NUMBER = re.compile(r"(<=|>=|=<|=>|≤|≥|<|>|=)?([0-9])")
_BEGUN = re.compile(rf'-?({"|".join(_FIELDS)}):[<>=≤≥]*"?', re.IGNORECASE)
_SIGNS = {"=<": "<=", "=>": ">=", "≤": "<=", "≥": ">="}
_WIDTH = 0xFEE0  # by which the full-width signs lie above the plain ones
_PLAIN = {
    **{full: full - _WIDTH for full in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "“”„«»「」『』"), '"'),
    ord("\u3000"): " ",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: of a rating a sign and a number, of the rest a value; perhaps denied."""

    field: Field
    value: str
    sign: str = ""
    denied: bool = False

    @property
    def typed(self) -> str:
        """The condition as it can be typed."""
        value = f'"{self.value}"' if _SPACE.search(self.value) else self.value
        return f"{'-' * self.denied}{self.field.value}:{self.sign}{value}"

    def allows(self, rated: int) -> bool:
        """Return whether a rating from 1 to 5 meets a condition on ratings, denial aside."""
        return _COMPARE[self.sign](rated, int(self.value))


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: all words, all phrases and all conditions, and none of ``without``."""

    words: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.conditions or self.phrases or self.without)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words and phrases that are marked where they stand."""
        return self.words + self.phrases


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What conditions ask of an entry; tags with their labels in all languages."""

    tags: Collection[str] = ()
    formats: Collection[str] = ()
    sources: Collection[str] = ()
    sensitivity: int | None = None
    operability: int | None = None
    used: bool = False
    languages: Collection[str] = ()


def parse(typed: str) -> Query:
    """Return the query that a text is; any text is one."""
    words: list[str] = []
    phrases: list[str] = []
    without: list[str] = []
    conditions: list[Condition] = []
    text = _plain(typed[:LONGEST])
    for part, _ in zip(_PART.finditer(text), range(MOST), strict=False):
        condition = _condition(part)
        if condition is not None:
            conditions.append(condition)
        elif _BEGUN.fullmatch(part.group()):
            continue
        elif part["less"] and not part["field"]:
            without.append(part["quoted"] or _one_word(part["plain"] or ""))
        elif part["quoted"] is not None and not part["field"]:
            phrases.append(part["quoted"])
        else:
            words.append(_one_word(part.group()))
    found = (words, phrases, without)
    kept = [tuple(dict.fromkeys(w for w in each if _says_something(w))) for each in found]
    return Query(kept[0], tuple(dict.fromkeys(conditions)), kept[1], kept[2])


def matches(query: Query, facts: EntryFacts) -> bool:
    """Return whether an entry meets all conditions of a query."""
    return all(meets(condition, facts) for condition in query.conditions)


def meets(condition: Condition, facts: EntryFacts) -> bool:
    """Return whether an entry meets a condition; what is unrated meets none on its rating."""
    return _holds(condition, facts) is not condition.denied


@dataclass(frozen=True, slots=True)
class Excludes:
    """The condition without which most entries would be left, and how many these are."""

    condition: Condition
    left: int


def excludes_most(query: Query, entries: Iterable[EntryFacts]) -> Excludes | None:
    """Return the condition without which most of these entries would meet the query."""
    known = tuple(entries)
    found: list[Excludes] = []
    for condition in query.conditions:
        others = [c for c in query.conditions if c != condition]
        left = sum(all(meets(c, facts) for c in others) for facts in known)
        found.append(Excludes(condition, left))
    return max(found, key=lambda each: each.left, default=None)


def without(query: Query, condition: Condition) -> Query:
    """Return the query without one of its conditions."""
    kept = tuple(c for c in query.conditions if c != condition)
    return Query(query.words, kept, query.phrases, query.without)


def as_typed(query: Query) -> str:
    """Return a text that parses to this query."""
    phrases = [f'"{phrase}"' for phrase in query.phrases]
    less = [f'-"{word}"' for word in query.without]
    return " ".join([*query.words, *phrases, *less, *(c.typed for c in query.conditions)])


def reworded(typed: str, field: Field, change: Callable[[str], str]) -> str:
    """Return a query as it was typed, but with the values of its conditions on a field changed."""
    found: list[str] = []
    last = 0
    for part in _PART.finditer(_plain(typed)):
        condition = _condition(part)
        if condition is None or condition.field is not field:
            continue
        value = change(condition.value).replace('"', "'")
        if value != condition.value:
            new = Condition(field, value, condition.sign, condition.denied)
            found += [typed[last : part.start()], new.typed]
            last = part.end()
    return "".join([*found, typed[last:]])


def _one_word(text: str) -> str:
    """Return a text without what would make several parts of it when it is typed again."""
    return _SPACE.sub("_", text.replace('"', "'"))


def _plain(typed: str) -> str:
    """Return what is typed with plain quotation marks, signs, digits and Latin letters."""
    return typed.translate(_PLAIN)


def _says_something(word: str) -> bool:
    return any(c.isalnum() for c in word)


def _condition(part: re.Match[str]) -> Condition | None:
    field = _FIELDS.get((part["field"] or "").lower())
    if field is None:
        return None
    value = unicodedata.normalize("NFC", (part["quoted"] or part["plain"] or "").strip(' "'))
    if not value:
        return None
    denied = bool(part["less"])
    if field in RATED:
        return _on_rating(field, value, denied)
    if field is Field.LANGUAGE:
        value = _LANGUAGES.get(value.casefold(), "")
    if field is Field.USED:
        value = _USES.get(value.casefold(), "")
    return Condition(field, value, "", denied) if _says_something(value) else None


def _on_rating(field: Field, value: str, denied: bool) -> Condition | None:
    found = _NUMBER.fullmatch(value)
    if found is None:
        return None
    sign = _SIGNS.get(found[1], found[1] or "")
    return Condition(field, found[2], "" if sign == "=" else sign, denied)


def _holds(condition: Condition, facts: EntryFacts) -> bool:
    if condition.field in RATED:
        on_sensitivity = condition.field is Field.SENSITIVITY
        rated = facts.sensitivity if on_sensitivity else facts.operability
        return rated is not None and condition.allows(rated)
    if condition.field is Field.USED:
        return facts.used is (condition.value == "yes")
    if condition.field is Field.LANGUAGE:
        return condition.value in facts.languages
    names = {Field.TAG: facts.tags, Field.FORMAT: facts.formats, Field.SOURCE: facts.sources}
    return _named(condition.value, names[condition.field])


def _named(value: str, names: Iterable[str]) -> bool:
    wanted = _alike(value)
    return any(wanted in _alike(name) for name in names)


def _alike(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))
