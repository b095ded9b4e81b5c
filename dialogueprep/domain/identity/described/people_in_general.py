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
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.stances import takes_a_stance
from dialogueprep.domain.people import Sector

_SEVERAL = frozenset({"several", "many", "all", "two", "three", "four", "five", "six"})
_BARE = frozenset({"several", "many"})
_PUBLIC_LIFE = (
    r"(?: of (?:the |that |this |a )?[a-z]+(?: [a-z]+)?)?,? (?:(?:was|were|ha[sd] been|have been) "
    r"(?:[a-z]+ly |later |then |once )?(?:dismissed|"
    r"elected|re-?elected|arrested|removed from office|sacked|replaced by|jailed|imprisoned|tried|"
    r"convicted|indicted|sworn in|impeached|assassinated|executed|quoted as|interviewed|killed|"
    r"buried|ousted|deposed|exiled|knighted)|who (?:is|was) not (?:a participant|present|here|"
    r"among|in the room|at the table))(?![a-z])"
)
_TOLD_ELSEWHERE = (
    r" (?:in|of|from) (?:the|a|an|his|her|one|that) (?:[a-z]+ )?(?:film|movie|book|novel|tale|"
    r"story|documentary|photograph|photo|picture|painting|play|poem|song|legend|cartoon|fable|"
    r"series|clip|advert|advertisement|footage|hearings?)(?![a-z])"
)
_IN_MANY = (
    r" in (?:several|many|most|some|other|both|all|these|those|a number of|half the) "
    r"(?:[a-z]+ )?(?:countries|states|parliaments|capitals|cities|provinces|governments|regions)"
    r"(?![a-z])"
)
_IN_PUBLIC = re.compile(f"{_TOLD_ELSEWHERE}|{_PUBLIC_LIFE}|{_IN_MANY}")
_A_WORK_OF = re.compile(
    r"(?<![a-z])(?:film|movie|book|novel|memoirs?|story|song|documentary|play|poem|exhibition|"
    r"legend|diary|photographs?|paintings?|biography|obituary)(?: [a-z]+)? (?:(?:tells|told|speaks|"
    r"spoke|is|was|shows|showed|portrays|follows|followed|made) )?(?:the (?:story|life) )?"
    r"(?:of |by |about |on )?$"
)
_WORK_WITHIN = 48
_NAMED = as_written(r" (?:named|called|by the name of) [A-Z]")
_RULED = re.compile(
    r" (?:may|must|can|shall|cannot|is entitled|has the right|needs? (?:a|to)|is (?:a|an|the) "
    r"(?:[a-z]+ )?(?:recipe|rule|exception|rarity|custom|norm|must|rare|sight))(?![a-z])"
)
_IN_PARALLEL = re.compile(
    r" (would|will|calls?|reads?|counts?) [^.;]{3,50}[,;:] "
    r"(?:and |but |while )?an? [a-z]+ (?:\1 )?[a-z]"
)
_PARALLEL_WITHIN = 90
_OWNS = re.compile(
    r"'s (?:bill|act|law|decree|memoirs?|diary|widow|palace|tomb|statue|grave|letters?|"
    r"(?:report|map|chart|survey|account|study|book) of 1[0-9]{3})(?![a-z])"
)
_HAVE_LONG = re.compile(
    r" (?:have|had) (?:(?:long|always|often|never|seldom|rarely|sometimes|traditionally) |"
    r"(?:been [a-z]+ing|[a-z]+ed) [^.;]*(?:since|for (?:years|decades|centuries|generations))"
    r"(?![a-z]))"
)
_HAVE = re.compile(r" have (?:[a-z]+ly )?[a-z]+ed ")
_SAID = re.compile(
    r" have (?:[a-z]+ly )?(?:ask|argu|object|propos|doubt|warn|stress|not|agre|want)"
)
_ADJECTIVE = re.compile(r"(?:[a-z]an|thai|i|swiss|finnish|british|french|dutch|swedish)$")
_ONE = re.compile(r"(?:the |our )?(?:only|sole|single|one) ")
_THINGS = re.compile(r" (?:[a-z]+ )?[a-z]{3,}s(?![a-z'])")
_PEOPLE = re.compile(
    r" (?:[a-z]+ )?(?:participant|delegate|member|colleague|expert|official|scholar|speaker|guest|"
    r"attendee|academic|diplomat|researcher|representative|professor|journalist|voice|friend|"
    r"think tank|think-tank|fellow|analyst|side|delegation|ptcpt|panellist)s?(?![a-z])"
)
_AT_WORK = re.compile(
    r" (?:receives|votes|meets|sits|adopts|elects|appoints|passes|debates|approves|signs|decides|"
    r"hears|swears|serves|presides|takes (?:an|the) oath|is (?:elected|appointed|chosen))(?![a-z])"
)
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
