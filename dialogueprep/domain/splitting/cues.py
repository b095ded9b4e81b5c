"""The words by which proposals, background and furniture are told, ready for use.

They are read from data/lexicon/splitting.toml and handed in; `cues_of` compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; ``one`` holds its single patterns by their names in the data."""

    language: Language
    strong: tuple[Pattern, ...]
    weak: tuple[Pattern, ...]
    never: tuple[Pattern, ...]
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
        languages={language: _wording(language, table[language], both) for language in LANGUAGES},
        furniture_lines=_any(map(both, furniture["lines"])),
        furniture_sentences=_any(map(both, furniture["sentences"])),
        dateline=re.compile(furniture["dateline"]),
        signatures=re.compile(furniture["signatures"], _IGNORED),
        prompts={
            code: re.compile(both(words), _IGNORED) for code, words in table["prompts"].items()
        },
    )


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

    return Wording(
        language=language,
        strong=tuple(compiled(p) for p in table["strong"]),
        weak=tuple(compiled(p) for p in table["weak"]),
        never=tuple(compiled(p) for p in table["never"]),
        one={name: compiled(table[name]) for name in _SINGLE if name in table},
        act=compiled("{act}") if "act" in table else _act(table, forms),
        more_acts=compiled("{more_acts}") if "more_acts" in table else _NOTHING,
        chained=_chained(table, forms) if "chained" in table else _NOTHING,
        actors=compiled(_actor_end(language, table["actors"])),
        bases=_bases(table),
        nouns_too=frozenset(table.get("nouns_too", "").split()),
    )


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
        forms["gerund"] = _either(f"(?:re)?{gerund(v)}" for v in verbs)
        participles = (irregular.get(v) or participle(v) for v in verbs)
        forms["participle"] = _either([*participles, *irregular.values()])
        forms["gaps"] = table["gaps"]
    return forms


# Hangul syllables that end in ㄹ, as what is to be done does: 할 것, 볼 참.
_ENDING_IN_L = "[" + "".join(map(chr, range(0xAC08, 0xD7A4, 28))) + "]"


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(set(words), key=lambda w: (-len(w), w))) + ")"


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
