"""Who does what, as a programme that came back says it: lines such as "Moderator: KIM Soo".

A line is understood if all its names are those of people of the dialogue; brackets after a name,
titles and the words between names are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.texts import LANGUAGES

Held = Mapping[Role, frozenset[ParticipationId]]

_LABEL = re.compile(r"\s*([^:：]{1,40}?)\s*[:：]\s*(.*)", re.DOTALL)
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_LATIN = frozenset(
    {"and", "with", "the", "prof", "professor", "dr", "mr", "mrs", "ms", "amb", "ambassador", "hon"}
)
_WIDE = re.compile(
    "先生|女士|小姐|教授|副教授|博士|研究员|研究員|大使|主任|所长|所長|氏|さん|様|씨|교수|박사|연구위원|"
    "대사|님|以及|及び|および|그리고|및|和|与|與|及|と|과|와"
)


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a programme may name: the forms of names as they are compared, and whose each is."""

    forms: Mapping[str, ParticipationId] = field(default_factory=dict[str, ParticipationId])


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A line that says who has a role; ``people`` is None if it names somebody unknown."""

    role: Role
    line: str
    people: frozenset[ParticipationId] | None


def known_people(people: Iterable[Participation]) -> Known:
    """Return the forms of the names of people; a form that two have names neither."""
    found: dict[str, set[ParticipationId]] = defaultdict(set)
    for who in people:
        name = who.person.name
        given = (name.given, re.sub(r"[\s-]", "", name.given))
        both = (each for g in given for each in (f"{name.family} {g}", f"{g} {name.family}"))
        spellings = (name.listed, name.latin, name.native, *both)
        for form in {_folded(each) for each in spellings} - {""}:
            found[form].add(who.id)
    return Known({form: next(iter(ids)) for form, ids in found.items() if len(ids) == 1})


def role_lines(lines: Iterable[str], known: Known) -> Iterator[RoleLine]:
    """Yield the lines that begin with a role, in any of the four languages."""
    for line in lines:
        found = _LABEL.match(line)
        role = _labels().get(_folded(found[1])) if found else None
        if found and role:
            yield RoleLine(role, line, _named(found[2], known))


def line_of(lines: Sequence[str], role: Role) -> str:
    """Return the line that says who has a role; "" if none does."""
    return next((each.line for each in role_lines(lines, Known()) if each.role is role), "")


@cache
def _labels() -> Mapping[str, Role]:
    return {
        _folded(words.of(language)(wording.role(role, several=several))): role
        for language in LANGUAGES
        for role in Role
        for several in (False, True)
    }


def _named(text: str, known: Known) -> frozenset[ParticipationId] | None:
    """Return who is named; None if a word remains that belongs to nobody."""
    rest, found = f" {_folded(_BRACKETS.sub(' ', text))} ", set[ParticipationId]()
    for form, who in sorted(known.forms.items(), key=lambda each: -len(each[0])):
        sought = form if _wide(form) else f" {form} "
        if sought in rest:
            found.add(who)
            rest = rest.replace(sought, "  ")
    left = [word for word in _WIDE.sub(" ", rest).split() if word not in _LATIN]
    return frozenset(found) if found and not left else None


def _wide(form: str) -> bool:
    return any(unicodedata.east_asian_width(c) == "W" for c in form)


def _folded(text: str) -> str:
    """Return words without case, marks and signs; a hyphen joins, so that Soo-jin is one."""
    plain = re.sub("[-’'·・]", "", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())
