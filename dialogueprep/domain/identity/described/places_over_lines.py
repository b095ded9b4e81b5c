"""Finds who is told in lines of English notes by a place or a people at their head.

"para 7 - Paris wants 'permit' deleted", "Mumbai - model too good to be true", "Poles want ice
counted apart", "our friend from Chennai": cities that are no capitals are known too. What a state
announces, a list of places with figures, or a sentence of a text does none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.remarks_english import is_a_remark
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.folded_lines import line_at, short_lines
from dialogueprep.domain.identity.reading.word_lists import lines_of, word_lists
from dialogueprep.domain.identity.stances import is_short_of_a_verb, takes_a_stance

_LISTS = word_lists("described", "places_over_lines")

_LETTERS = 2  # of a country are read elsewhere
_LONGEST_HEAD = 40  # letters before a place at the head of a line
_LINE = 110  # letters of a line that are looked at
_NUMBERED = (
    rf"(?:(?:agenda )?(?:{_LISTS['numbered']})\.? ?[0-9]{{1,3}}[a-z]?|§ ?[0-9]+|"
    "[0-9]{1,2}[a-z]?)"
    r"(?: ?\([a-z0-9]{1,3}\))?(?: ?[-–—:>.,)]+ ?| )"
)
_HEAD = re.compile(rf"(?P<numbered>{_NUMBERED})?(?:[-–—*•>] ?)?(?:the |but |and |again )?")
_SIGN = r"(?:,? again)?(?: ?: ?| ?[-–—] | ?-> ?| ?=> ?| ?→ ?| ?> )"
_ASKS = (
    f"(?:{_LISTS['asks_to_change']}|too [a-z]+|{_LISTS['asks_as_judged']}|"
    "'[a-z]+' (?:not|to|for|is|->)|"
    "(?:[a-z]+ ){1,3}too [a-z]+)(?![a-z])"
)
# What is noted of a place in a table, and how a language is heard: nobody said it.
A_FACT = (
    f"(?!not (?:yet )?(?:{_LISTS['fact_of_a_paper']})(?![a-z])|"
    f"no (?:{_LISTS['fact_of_a_place']})(?![a-z]))"
)
_HEARD = f"(?!see |cf|tb[cd]|n/a|{_LISTS['heard']}|[a-z]+ (?:glossary|version|text|edition|only))"
_REMARK = re.compile(rf"{_SIGN}{A_FACT}{_ASKS}")
_PARTED = re.compile(rf"{_SIGN}(?![0-9]){A_FACT}")
_CLIPPED = re.compile(
    " for(?=, (?:on|if|but|w/|with|as|not|only)|(?: it)? ?$)|"
    f" (?:{_LISTS['clipped']})"
    "(?= ?$| ?[,;.(]| on| about| w/)| to (?:come back|check|send|draft|revert|supply|consult)"
    "(?![a-z])"
)
_AT_WORK = re.compile(f" (?:again |still |also |now )?(?:{_LISTS['at_work']})(?![a-z])")
# Somebody of a people without an article, as only notes have it: "Australian says gear".
_ONE_SAYS = re.compile(
    f" (?:again |still |also |just )?(?:{_LISTS['one_says']})"
    f"(?! (?:{_LISTS['one_says_not']})|[^.]*(?:headline|newspaper|press))"
    "(?![a-z])"
)
_OF_THERE = re.compile(f" (?:{_LISTS['of_there']})(?=[ ,:;(>-])")
_SAME_FROM = re.compile(f"(?:[-*•] ?)?(?:(?:and |but )?(?:{_LISTS['same_from']}))(?: again)? from ")
_SAYS_NO = re.compile(f" says? (?:{_LISTS['says_no']})(?= ?[,;.!]| ?$| again)")
_MANY_WANT = re.compile(f" (?:{_LISTS['many_want']})(?![a-z])")
_SPEAKS = re.compile(rf"{_SIGN}(?=[a-z'\"]){A_FACT}{_HEARD}")
_NO_PEOPLE = re.compile(f"(?:english|.*(?:stan|land)|{_LISTS['no_people']}|[a-z]{{2}})$")
_A_PEOPLE = re.compile(
    f"(?:[a-z]+ )?(?:[a-z]+(?:ese|ish|ian|ians|ean|eans|can|cans)|{_LISTS['a_people']})$"
)
_ENDS = re.compile(r" ?(?:[,;:(?!]|(?:on|about|abt|re|who|why|but)(?![a-z])|$)[^.]{0,40}$")
_SENTENCE_BEFORE = tuple(sign + apart for sign in ".;!?" for apart in ("", " "))
_FROM = re.compile(
    r"(?<![a-z])(an?|the|one|our|another|that|this|(?:my|his|her) (?:friend|colleague)|both|two) "
    r"(?:[a-z]+ ){0,2}?([a-z]+)(?: (?:who|that) (?:had )?(?:came|flew in|comes|is|was))? "
    r"(?:all the way |here )?from (?:the )?$"
)


class PlacesOverLines:
    """Reads places and peoples at the head of lines, and cities that somebody is from."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        fold = lexicon.fold.plain
        words = {
            word: piece.value
            for word, pieces in lexicon.pieces.items()
            for piece in pieces
            if piece.kind == "territory" and len(word) > _LETTERS and word.isascii()
        }
        self._cities = {fold(word): code for word, code in cities()}
        self._places = lexicon.in_one_pass.add({**self._cities, **words})

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        text = folded.text
        for start, end, code in self._places.find(text):
            if text[end : end + 1].isalnum() or text[start - 1 : start].isalnum():
                continue
            if text.endswith("from ", 0, start):
                first, last = line_at(short_lines(folded), start)
                if _SAME_FROM.fullmatch(text, first, start) and _stands(folded, start):
                    if _ENDS.match(text[end:last]):
                        yield _phrase(start, end, start, Description(territory=code))
                elif text[start:end] in self._cities and _stands(folded, start):
                    yield from self._from(text, start, end, code)
            elif _stands(folded, start) and _is_heard(folded, start, end):
                yield _phrase(start, end, start, Description(territory=code))

    def _from(self, text: str, start: int, end: int, code: str) -> Iterator[Phrase]:
        near = text[max(0, start - 60) : start]
        led = _FROM.search(near)
        pieces = self._lexicon.pieces.get(led[2], ()) if led else ()
        head = next((p for p in pieces if p.kind == "head"), None)
        if led and head:
            first = start - len(near)
            said = Description().with_piece(head).with_piece(Piece("territory", code))
            yield Phrase(first + led.start(), end, first + led.start(2), said, ONE)


def _phrase(start: int, end: int, head: int, said: Description) -> Phrase:
    return Phrase(start, end, head, said, ONE, present=True)


def _stands(folded: Folded, start: int) -> bool:
    """Return whether a word with a capital stands here."""
    return folded.written(start, start + 1).isupper()


def _is_heard(folded: Folded, start: int, end: int) -> bool:
    """Return whether what stands behind a place is what somebody from there wants or says.

    It has to head the line, behind no more than a number, or a sentence.
    """
    text, (first, last) = folded.text, line_at(short_lines(folded), start)
    head = _HEAD.fullmatch(text, first, start) if start - first <= _LONGEST_HEAD else None
    if not head and not text.endswith(_SENTENCE_BEFORE, first, start):
        return False
    behind = text[end : min(end + _LINE, last)]
    if _SAYS_NO.match(behind):
        return True
    if not head:
        return False
    if head["numbered"] and _AT_WORK.match(behind):
        return True
    return _heads(text[start:end], behind)


def _heads(word: str, line: str) -> bool:
    """Return whether what stands behind a place at the head of a line is of whoever is of it."""
    of_there = _OF_THERE.match(line)
    if of_there and (takes_a_stance(line[of_there.end() :]) or _REMARK.match(line, of_there.end())):
        return True
    if _A_PEOPLE.match(word) and not _NO_PEOPLE.match(word) and _SPEAKS.match(line):
        return True
    sign = _PARTED.match(line)
    remarked = bool(sign) and is_a_remark(line[sign.end() if sign else 0 :])
    if remarked or _REMARK.match(line) or is_short_of_a_verb(line):
        return True
    clipped = not line.rstrip().endswith((".", "!", "?")) and len(line) < _LINE
    if not clipped:
        return False
    if _A_PEOPLE.match(word) and not _NO_PEOPLE.match(word) and _ONE_SAYS.match(line):
        return True
    wanted = word.endswith("s") and _A_PEOPLE.match(word) and _MANY_WANT.match(line)
    return bool(wanted or _CLIPPED.match(line) or takes_a_stance(line))


@cache
def cities(table: str = "cities") -> tuple[tuple[str, str], ...]:
    """Return cities of a table that are no capitals, each with the code of its territory."""
    rows = map(str.split, lines_of(table))
    return tuple((city.replace("_", " "), code) for code, *cities in rows for city in cities)
