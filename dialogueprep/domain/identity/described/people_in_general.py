"""Tells that an English description is of people in general, or of a public life, not of a guest.

What is ruled for a member of parliament, a senator's bill, a governor who was dismissed, a mayor
who was quoted, a woman in the film, an engineer named so and so, a professor of a university that
is named, scholars who have long argued, the side of a border, most European states.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.land_of_a_side import is_land
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.stances import takes_a_stance
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "people_in_general")

_SEVERAL = frozenset({"several", "many", "all", "two", "three", "four", "five", "six"})
_BARE = frozenset({"several", "many"})
_PUBLIC_LIFE = (
    "(?: of (?:the |that |this |a )?[a-z]+(?: [a-z]+)?)?,? "
    "(?:(?:was|were|ha[sd] been|have been) "
    f"(?:[a-z]+ly |later |then |once )?(?:{_LISTS['public_life']})|"
    f"who (?:is|was) not (?:{_LISTS['here']}))(?![a-z])"
)
_TOLD_ELSEWHERE = (
    f" (?:in|of|from) (?:the|a|an|his|her|one|that) (?:[a-z]+ )?(?:{_LISTS['told_elsewhere']})"
    "(?![a-z])"
)
_IN_MANY = (
    f" in (?:{_LISTS['in_many_which']}) (?:[a-z]+ )?(?:{_LISTS['in_many_countries']})(?![a-z])"
)
_IN_PUBLIC = re.compile(f"{_TOLD_ELSEWHERE}|{_PUBLIC_LIFE}|{_IN_MANY}")
_A_WORK_OF = re.compile(
    f"(?<![a-z])(?:{_LISTS['works']})(?: [a-z]+)? "
    f"(?:(?:{_LISTS['works_tell']}) )?(?:the (?:story|life) )?"
    "(?:of |by |about |on )?$"
)
_WORK_WITHIN = 48
_NAMED = as_written(r" (?:named|called|by the name of) [A-Z]")
_RULED = re.compile(
    f" (?:{_LISTS['ruled']}|is (?:a|an|the) (?:[a-z]+ )?(?:{_LISTS['ruled_as']}))(?![a-z])"
)
_IN_PARALLEL = re.compile(
    r" (would|will|calls?|reads?|counts?) [^.;]{3,50}[,;:] "
    r"(?:and |but |while )?an? [a-z]+ (?:\1 )?[a-z]"
)
_PARALLEL_WITHIN = 90
_OWNS = re.compile(
    f"'s (?:{_LISTS['owns']}|"
    "(?:report|map|chart|survey|account|study|book) of 1[0-9]{3})(?![a-z])"
)
_HAVE_LONG = re.compile(
    f" (?:have|had) (?:(?:{_LISTS['have_long']}) |"
    "(?:been [a-z]+ing|[a-z]+ed) [^.;]*(?:since|for (?:years|decades|centuries|generations))"
    "(?![a-z]))"
)
_HAVE = re.compile(r" have (?:[a-z]+ly )?[a-z]+ed ")
_SAID = re.compile(f" have (?:[a-z]+ly )?(?:{_LISTS['views_begin']})")
_ADJECTIVE = re.compile(r"(?:[a-z]an|thai|i|swiss|finnish|british|french|dutch|swedish)$")
_ONE = re.compile(r"(?:the |our )?(?:only|sole|single|one) ")
_THINGS = re.compile(r" (?:[a-z]+ )?[a-z]{3,}s(?![a-z'])")
_PEOPLE = re.compile(f" (?:[a-z]+ )?(?:{_LISTS['people']})s?(?![a-z])")
_AT_WORK = re.compile(f" (?:{_LISTS['at_work']})(?![a-z])")
_A_HOUSE = as_written(
    r"(?: [A-Z][\w'-]+| of| and| for){0,4} (?:University|College|Polytechnic|Academy|Hospital)"
    r"(?![a-z])"
)


def is_general(phrase: Phrase, folded: Folded) -> bool:
    """Return whether an English description is of nobody who sat at the table."""
    text, end = folded.text, phrase.end
    told = text[phrase.start : end]
    if _is_of_a_house(told, folded, end) or _NAMED.match(folded.original, folded.ends[end - 1]):
        return True
    if told.endswith(" side"):
        return is_land(phrase, folded)
    if phrase.determiners & _SEVERAL and _ADJECTIVE.search(told) and _THINGS.match(text, end):
        return not (_PEOPLE.match(text, end) or _ONE.match(told))
    if _is_in_public(phrase, text):
        return True
    if told.startswith(("a ", "an ")):
        return _is_any_one(phrase, folded)
    return phrase.determiners <= _BARE and _is_any(phrase, folded)


def _is_in_public(phrase: Phrase, text: str) -> bool:
    """Return whether what is told is of a film, of a public life, or of a parliament at work."""
    if _IN_PUBLIC.match(text, phrase.end):
        return True
    if _is_of_a_work(text, phrase.start):
        return True
    legislates = phrase.description.sector is Sector.LEGISLATURE
    return legislates and bool(_AT_WORK.match(text, phrase.end))


def _is_of_a_work(text: str, start: int) -> bool:
    """Return whether a film or a book stands before, which the words before lead on from."""
    if text[start - 1 : start] != " " or not "a" <= text[start - 2 : start - 1] <= "z":
        return False
    return bool(_A_WORK_OF.search(text, max(0, start - _WORK_WITHIN), start))


def _is_of_a_house(told: str, folded: Folded, end: int) -> bool:
    """Return whether a place belongs to the name of a university: of Seoul National University."""
    if not (" of " in told or " at " in told or " from " in told):
        return False
    return bool(_A_HOUSE.match(folded.original, folded.ends[end - 1]))


def _is_any_one(phrase: Phrase, folded: Folded) -> bool:
    """Return whether what is told is ruled or said of any one of a kind: a senator's bill."""
    text, end = folded.text, phrase.end
    if _OWNS.match(text, end):
        return True
    if _RULED.match(text, end):  # a French scholar cannot accept clause three: a stance
        return not takes_a_stance(text[end : sentence(folded, end)[1]])
    parallel = _IN_PARALLEL.match(text, end, end + _PARALLEL_WITHIN)
    placed = phrase.description.territory or phrase.description.region
    return bool(parallel) and not (placed and parallel[1] in ("would", "will"))


def _is_any(phrase: Phrase, folded: Folded) -> bool:
    """Return whether something is told of all people of a kind: scholars have long argued."""
    text, end = folded.text, phrase.end
    if phrase.present or text[end - 1] != "s":
        return False
    last = sentence(folded, phrase.head)[1]
    if _HAVE_LONG.match(text, end, last):
        return True
    placed = phrase.description.territory or phrase.description.region
    return bool(placed and _HAVE.match(text, end, last)) and not _SAID.match(text, end)
