"""The forms of a name as the user looks at them: by script, the usual ones first, as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_east_asian, is_han, is_hangul, is_kana
from dialogueprep.domain.identity.spellings.name_parts import Habit, turns
from dialogueprep.domain.identity.spellings.names import full_forms, switched_off
from dialogueprep.domain.people import FormState, Name, Person


class Script(StrEnum):
    """What a form is written in."""

    LATIN = "Latin"
    HAN = "Chinese characters"
    KANA = "kana"
    HANGUL = "hangul"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ShownForm:
    """A form as people write it, and whether it was added or switched off."""

    form: str
    added: bool = False
    on: bool = True


def shown_forms(
    person: Person, lexicon: Lexicon, territory: str = ""
) -> Mapping[Script, tuple[ShownForm, ...]]:
    """Return the forms of a person's name by script; those that the user added come first.

    One form stands for all that differ from it in case, spaces, hyphens and order. The habits
    of spelling take turns, so that the first few forms show each of them.
    """
    fold = lexicon.fold.plain
    off = switched_off(person, lexicon)
    added = [f.form for f in person.forms if f.state is FormState.ADDED]
    seen = {turn for form in added for turn in turns(fold(form))}
    shown = [ShownForm(form, added=True) for form in added]
    typed = _as_typed(person.name, lexicon)
    hyphened = bool(re.search("-[A-ZÀ-Þ]", person.name.latin))
    own_forms = [fold(t) for t in _typed(person.name)]
    for folded in (*own_forms, *_taking_turns(full_forms(person, lexicon, territory))):
        orders = turns(folded)
        if seen.isdisjoint(orders):
            seen |= orders
            own = next((typed[o] for o in orders if o in typed), None)
            form = own or written(folded, lexicon, hyphened=hyphened)
            shown.append(ShownForm(form, on=off.isdisjoint(orders)))
    return _by_script(shown)


def _taking_turns(forms: Iterable[tuple[str, Habit]]) -> Iterator[str]:
    """Yield forms so that each habit has its turn: its first, then the second of each."""
    by_habit: dict[Habit, list[str]] = {}
    for form, habit in forms:
        by_habit.setdefault(habit, []).append(form)
    for row in zip_longest(*by_habit.values()):
        yield from (form for form in row if form is not None)


def written(folded: str, lexicon: Lexicon, *, hyphened: bool = False) -> str:
    """Return a folded form as people write it: with capitals, kana as katakana.

    ``hyphened`` writes a capital behind a hyphen: Müller-Brandt, but Ka-wai.
    """
    if "@" in folded or ("." in folded and " " not in folded):
        return folded
    if all(is_kana(c) for c in folded):
        return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in folded)
    if folded and is_east_asian(folded[0]):
        return folded
    small = lexicon.customs.particles
    starts = "(?:^|(?<=^[od]')|(?<=-))." if hyphened else "(?:^|(?<=^[od]'))."
    return " ".join(
        w if w in small else re.sub(starts, lambda m: m.group().upper(), w)
        for w in folded.split(" ")
    )


def _as_typed(name: Name, lexicon: Lexicon) -> Mapping[str, str]:
    """Return the wordings that the user typed, by what they are compared as."""
    fold = lexicon.fold.plain
    return {turn: t for t in reversed(_typed(name)) for turn in turns(fold(t))}


def _typed(name: Name) -> tuple[str, ...]:
    """Return the wordings of a full name that the user typed."""
    reading = name.reading if len(name.reading.split()) > 1 or "・" in name.reading else ""
    return tuple(t for t in (name.latin, name.native, reading) if t)


def _by_script(forms: Iterable[ShownForm]) -> Mapping[Script, tuple[ShownForm, ...]]:
    found: dict[Script, tuple[ShownForm, ...]] = {}
    for form in forms:
        script = _script(form.form)
        found[script] = (*found.get(script, ()), form)
    return {script: found[script] for script in Script if script in found}


def _script(form: str) -> Script:
    first = next((c for c in form if c.isalpha()), "")
    if is_han(first):
        return Script.HAN
    if is_hangul(first):
        return Script.HANGUL
    if first and is_east_asian(first):
        return Script.KANA
    return Script.LATIN if first < "\u0370" else Script.OTHER
