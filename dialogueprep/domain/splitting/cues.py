"""The words by which proposals, background and furniture are told, ready for use.

They are read from data/lexicon/splitting.toml and handed in; `cues_of` compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from dialogueprep.domain.texts import LANGUAGES, Language

Pattern = re.Pattern[str]
Table = Mapping[str, Any]

_NOTHING = re.compile(r"(?!)")
_IGNORED = re.IGNORECASE
_SINGLE = (
    "past",
    "year",
    "present",
    "goes_on",
    "ordinal",
    "opening",
    "support",
    "horizon",
    "instrument",
    "subject",
    "purpose",
    "clause_end",
    "lists_after",
    "fields_before",
    "not_lists",
    "abstract",
    "topical",
    "lead_in",
    "other_lead_in",
    "label",
    "recommending",
    "background",
    "addressed",
    "elsewhere",
    "left_out",
    "left_out_tail",
    "planned",
    "generic",
    "columns",
    "imperative",
    "command",
    "list_tail",
    "states",
    "decided",
    "told",
    "told_of",
    "item",
    "after_item",
    "following",
    "clause",
    "no_list",
    "in_a_row",
    "programme",
)


class Searched(Protocol):
    """A pattern that is only searched for."""

    def search(self, string: str, /) -> re.Match[str] | None:
        """Return its first match."""
        ...


class Patterns(tuple[Searched, ...]):
    """Several patterns of which any may match; equal to nothing but itself, so that what they
    have found can be kept by them."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


class _Guarded:
    """A pattern that names every verb of a language: it is compiled when a short one, with any
    word in their place, has matched for the first time."""

    def __init__(self, guard: Pattern, compile_it: Callable[[], Pattern]) -> None:
        self._guard = guard
        self._compile_it = compile_it
        self._pattern: Pattern | None = None

    def search(self, string: str, /) -> re.Match[str] | None:
        """Return its first match."""
        if self._pattern is None:
            if not self._guard.search(string):
                return None
            self._pattern = self._compile_it()
        return self._pattern.search(string)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; ``one`` holds its single patterns by their names in the data."""

    language: Language
    strong: Patterns
    weak: Patterns
    never: tuple[Searched, ...]
    one: Mapping[str, Pattern]
    act: Pattern
    more_acts: Pattern
    chained: Pattern
    actors: Pattern
    bases: Mapping[str, str]
    nouns_too: frozenset[str]

    def pattern(self, name: str) -> Pattern:
        """Return one of its single patterns; one that matches nothing if it has none."""
        return self.one.get(name, _NOTHING)


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of all languages, those of furniture, and those that suggest care."""

    languages: Mapping[Language, Wording]
    furniture_lines: Pattern
    furniture_sentences: Pattern
    dateline: Pattern
    signatures: Pattern
    prompts: Mapping[str, Pattern]


def cues_of(table: Table) -> Cues:
    """Return the cues in the tables of data/lexicon/splitting.toml."""
    furniture = table["furniture"]
    both = _Scripts(table["traditional"]["forms"])
    return Cues(
        languages=_Languages(table, both),
        furniture_lines=_any(map(both, furniture["lines"])),
        furniture_sentences=_any(map(both, furniture["sentences"])),
        dateline=re.compile(furniture["dateline"]),
        signatures=re.compile(furniture["signatures"], _IGNORED),
        prompts={
            code: re.compile(both(words), _IGNORED) for code, words in table["prompts"].items()
        },
    )


class _Languages(Mapping[Language, Wording]):
    """The words of each language, compiled when a report first needs them."""

    def __init__(self, table: Table, both: _Scripts) -> None:
        self._table = table
        self._both = both
        self._known: dict[Language, Wording] = {}

    def __getitem__(self, language: Language) -> Wording:
        if language not in self._known:
            self._known[language] = _wording(language, self._table[language], self._both)
        return self._known[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


class _Scripts:
    """Makes a pattern of simplified characters one that the traditional forms match as well."""

    def __init__(self, forms: str) -> None:
        self._forms = {word[0]: word for word in forms.split()}

    def __call__(self, pattern: str) -> str:
        """Return the pattern with each character that has other forms as a class of all."""
        found: list[str] = []
        inside = escaped = False
        for c in pattern:
            forms = self._forms.get(c, c)
            found.append(forms if inside or len(forms) == 1 else f"[{forms}]")
            if not escaped and c in "[]":
                inside = c == "["
            escaped = c == "\\" and not escaped
        return "".join(found)


def _any(patterns: Iterable[str]) -> Pattern:
    return re.compile("|".join(f"(?:{p})" for p in patterns), _IGNORED)


def _wording(language: Language, table: Table, both: _Scripts) -> Wording:
    forms = _forms(table)

    def compiled(pattern: str) -> Pattern:
        for name, words in forms.items():
            pattern = pattern.replace("{" + name + "}", words)
        return re.compile(both(pattern) if language == "zh" else pattern, _IGNORED)

    def searched(pattern: str) -> Searched:
        short = _guard(pattern)
        return _Guarded(compiled(short), lambda: compiled(pattern)) if short else compiled(pattern)

    return Wording(
        language=language,
        strong=Patterns(map(searched, table["strong"])),
        weak=Patterns(map(searched, table["weak"])),
        never=tuple(map(searched, table["never"])),
        one={name: compiled(table[name]) for name in _SINGLE if name in table},
        act=compiled("{act}") if "act" in table else _act(table, forms),
        more_acts=compiled("{more_acts}") if "more_acts" in table else _NOTHING,
        chained=_chained(table, forms) if "chained" in table else _NOTHING,
        actors=compiled(_actor_end(language, table["actors"])),
        bases=_bases(table),
        nouns_too=frozenset(table.get("nouns_too", "").split()),
    )


_ANY = {"{base}": r"[\w-]+", "{gerund}": r"[\w-]+ing", "{participle}": r"[\w-]+"}
_ESCAPED = re.compile(r"\\[()]")
_NOT_AHEAD = re.compile(r"\(\?<?!")


def _guard(pattern: str) -> str | None:
    """Return a short pattern that matches wherever this one does, with any word for a verb; None
    if it names no verbs, or says behind "not" what must not stand there."""
    verbs = [name for name in _ANY if name in pattern]
    plain = _ESCAPED.sub("..", pattern)
    denied = [_group(plain, m.start()) for m in _NOT_AHEAD.finditer(plain)]
    if not verbs or any(name in group for name in verbs for group in denied):
        return None
    for name in verbs:
        pattern = pattern.replace(name, _ANY[name])
    return pattern


def _group(pattern: str, start: int) -> str:
    """Return the group of a pattern whose bracket opens here."""
    depth = 0
    for at in range(start, len(pattern)):
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        if depth == 0:
            return pattern[start : at + 1]
    return pattern[start:]


def _actor_end(language: Language, actors: str) -> str:
    """Return a pattern of an item of a list that is somebody who acts, and not a matter."""
    return rf"\b(?:{actors})$" if language == "en" else rf"(?:{actors})(?:们|ら|たち|들)?$"


def _forms(table: Table) -> dict[str, str]:
    actors = "|".join([table["actors"], *table.get("bodies", "").split("|")]).strip("|")
    forms = {
        "actor": f"(?:{actors})",
        "act": f"(?:{table.get('act', '')})",
        "more_acts": f"(?:{table.get('more_acts', '')})",
        "l": _ENDING_IN_L,
    }
    if "verbs" in table:
        verbs = table["verbs"].split()
        irregular: Mapping[str, str] = table["participles"]
        forms["base"] = _either(verbs)
        forms["gerund"] = f"(?:re)?{_either(map(gerund, verbs))}"
        participles = (irregular.get(v) or participle(v) for v in verbs)
        forms["participle"] = _either([*participles, *irregular.values()])
        forms["gaps"] = table["gaps"]
    return forms


# Hangul syllables that end in ㄹ, as what is to be done does: 할 것, 볼 참.
_ENDING_IN_L = "[" + "".join(map(chr, range(0xAC08, 0xD7A4, 28))) + "]"


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of these words, the longest that fits first.

    Words that begin alike share their beginning, letter by letter: a list of a thousand verbs
    stands in a hundred patterns, and compiles and is found several times faster so.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: Mapping[str, Any]) -> str:
    ways = [re.escape(c) + _branches(node[c]) for c in sorted(node) if c]
    if not ways:
        return ""
    last = "?" if "" in node else ""
    return ways[0] if len(ways) == 1 and not last else f"(?:{'|'.join(ways)}){last}"


def _act(table: Table, forms: Mapping[str, str]) -> Pattern:
    words = rf"(?P<base>{forms['base']})|(?P<gerund>{forms['gerund']})"
    return re.compile(rf"(?:{forms['gaps']})(?:{words})\b", _IGNORED)


def _chained(table: Table, forms: Mapping[str, str]) -> Pattern:
    """Return a pattern of verbs that are nouns more often, before words that begin an object."""
    words = rf"(?:{forms['gaps']})(?P<base>{_either(table['chained'].split())})"
    return re.compile(rf"{words}\b(?=\s+(?:{table['determiners']})\b)", _IGNORED)


def _bases(table: Table) -> dict[str, str]:
    """Return the verb for each of its forms in -ing."""
    return {gerund(v): v for v in table.get("verbs", "").split()}


_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnpt]$")
_NOT_DOUBLED = frozenset(
    [
        "open",
        "visit",
        "monitor",
        "limit",
        "edit",
        "exhibit",
        "develop",
        "broaden",
        "deepen",
        "widen",
    ]
)
# Longer verbs whose last syllable is stressed: "deferred".
_STRESSED = re.compile(
    r"(?:ad|com|e|o|per|re|resub|sub|trans)mit|(?:con|de|in|re|trans)fer|(?:in|oc|re)cur|deter|"
    r"(?:com|dis|ex|pro|re)pel|begin|for(?:bid|get)|control|patrol|enrol|equip|allot|regret|refit"
)


def gerund(verb: str) -> str:
    """Return the form in -ing of an English verb."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def participle(verb: str) -> str:
    """Return the form in -ed of a regular English verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _doubled(verb: str) -> str:
    short = len(verb) <= 4 and verb not in _NOT_DOUBLED and _DOUBLED.search(verb)
    return verb + verb[-1] if short or _STRESSED.fullmatch(verb) else verb
