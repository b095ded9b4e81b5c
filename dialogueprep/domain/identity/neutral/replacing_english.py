"""Puts neutral words into an English sentence: "the Ashina paper" becomes "the paper of an expert".

A name stands without an article and may lead a noun; "an expert from Japan" has an article and may
not. So what leads or follows the name is put in order with it. What is not sure stays as it is: "an
expert from Japan's view" is no mistake.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.neutral.wording import INSTITUTION
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("neutral", "replacing_english")

_ARTICLE = "the|an?|dear"
_WHOSE = "our|my|your|his|her|their|its|this|these|those|another|one|every|each|any"
# What may stand between an article and a name, and says nothing that should be kept.
_EPITHETS = _LISTS["epithets"]
_DEMONYM = f"(?:[A-Z][a-z]+(?:ese|ean|ian|can|yan)|{_LISTS['demonym']})"
_ALONE = r"(?<![\w'’-])"
_LED = as_written(
    rf"(?:{_ALONE}(?i:{_ARTICLE}) (?:(?:(?i:{_EPITHETS})|{_DEMONYM}),? )*"
    rf"|(?:{_ALONE}(?i:{_WHOSE}) )?(?<![\w'’-])(?:(?:(?i:{_EPITHETS})|{_DEMONYM}),? )+)$"
)
_SIZES = (
    "one|two|three|four|five|several|first|second|third|last|next|new|own|recent|earlier|later|main|"
    "other|latest|whole|key|short|long|big|good|best|old|joint|original"
)
_JOINED_BEFORE = as_written(
    rf"{_ALONE}(?P<article>(?i:{_ARTICLE}|{_WHOSE}|both|all|some|no|two|three|several|many))"
    rf"(?P<sizes>(?: (?:{_SIZES}|[0-9]+(?:st|nd|rd|th)?))*) $"
)
# Nouns that nobody takes for a verb of the person: "Majima proposal", not "Majima plans".
_SURE = f"(?:{_LISTS['sure']})"
_ALSO = _LISTS["also"]
_PEOPLE = _LISTS["people"]
_ANY = rf"(?:{_SURE}|{_ALSO})(?: {_SURE})?"
_ENDS = r"(?![\w'’-])"
_SIZED = rf"(?:(?:{_SIZES}|[0-9]+(?:st|nd|rd|th)?) )*"
_NOUN = as_written(rf" (?P<noun>{_SIZED}{_ANY}){_ENDS}")
_FAR_NOUN = as_written(rf" (?P<noun>{_SIZED}(?:[a-z]+ ){{1,2}}{_ANY}){_ENDS}")
_BARE_NOUN = as_written(rf" (?P<noun>{_SIZED}{_SURE}){_ENDS}")
_PERSON = as_written(rf" (?P<noun>{_SIZED}(?:{_PEOPLE})){_ENDS}")
_NEXT = as_written(rf" (?P<noun>[a-z]+){_ENDS}")
_OWNED = as_written(rf"['’]s? (?P<noun>{_SIZED}{_ANY}){_ENDS}(?! of )")
_NO_NOUN = as_written(
    rf" (?:{_LISTS['no_noun']}|[a-z]+(?:ed|es|ly)|{_LISTS['no_noun_but_verb']})(?![\w'’-])"
)
_COMPOUND = as_written(f"-(?P<how>{_LISTS['compound']})(?: (?P<noun>[a-z]+))?{_ENDS}")
_POSSESSED = as_written(r"['’]s?(?!\w)")
_LISTED = as_written(r"(?:,|\band|\bor|&|/) ?$")
_ONE_OF = as_written(rf"{_ALONE}(?P<how>(?i:one|another|each|either)) of $")
_SOME_OF = as_written(f"{_ALONE}(?i:two|{_LISTS['some_of']}) of $")
_PLURAL = as_written(r"(?i:several|many) (?P<who>.+?)(?P<rest> from .+)?$")
_NEUTRAL = as_written(r"(?i:an?|the|several|many|some|another|one|two) ")
_NEAR = 120  # letters before a passage that are looked at
_VOWELS = frozenset("aeiou")
_STOPS = frozenset(".!?:;-–—•\"“'‘(\n")


def fitted(text: str, it: Replacement) -> Replacement:
    """Return neutral words with as much of what is around them as has to change with them."""
    if not _NEUTRAL.match(it.words):
        return it
    it = _without_own_article(text, it)
    for way in (_of_several, _compound, _possessive, _leading_a_noun, _epithets):
        found = way(text, it)
        if found is not None:
            return found
    return it


def another(words: str) -> str:
    """Return the words for a second one of the same kind: another expert from Japan."""
    return re.sub(r"^(an?) ", "another ", words, flags=re.IGNORECASE)


def _without_own_article(text: str, it: Replacement) -> Replacement:
    """Leave an article to the sentence that the passage took in: "the Xilan University paper"."""
    own = re.match(r"(?i:the|an?) ", text[it.start : it.end])
    leads = any(way.match(text, it.end) for way in (_NOUN, _PERSON, _COMPOUND))
    return replace(it, start=it.start + own.end()) if own and leads else it


def _of_several(text: str, it: Replacement) -> Replacement | None:
    """Return one expert for "one of several experts", and several for "two of several"."""
    if found := _before(_ONE_OF, text, it.start):
        one = _one_of(it.words)
        words = another(one) if found["how"].lower() == "another" else one
        return _said(text, found.start(), it.end, words)
    found = _before(_SOME_OF, text, it.start)
    return _said(text, found.start(), it.end, it.words) if found else None


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return what a pattern finds right before a place."""
    return pattern.search(text, max(0, end - _NEAR), end)


def _one_of(words: str) -> str:
    found = _PLURAL.fullmatch(words)
    if found is None:
        return words
    one = found["who"].removesuffix("s")
    return f"{_article(one)} {one}{found['rest'] or ''}"


def _compound(text: str, it: Replacement) -> Replacement | None:
    """Return "a group led by an expert" for "an Ashina-led group"."""
    found = _COMPOUND.match(text, it.end)
    if found is None:
        return None
    by = f"{found['how']} by {_small(it.words)}"
    if not found["noun"]:
        return _said(text, it.start, found.end(), by, like=it.words)
    led = _before(_JOINED_BEFORE, text, it.start)
    if led is None:
        return _said(text, it.start, found.end(), f"{found['noun']} {by}", like=it.words)
    return _said(text, led.start(), found.end(), f"{_determined(led, found['noun'])} {by}")


def _possessive(text: str, it: Replacement) -> Replacement | None:
    """Return "the paper of an expert from Japan" for "Ashina's paper"; a short one stays."""
    mark = _POSSESSED.match(text, it.end)
    if mark is None:
        return None
    start = _reach(text, it.start)
    like = it.words if start == it.start else ""
    found = _OWNED.match(text, it.end)
    if found is None or " from " not in it.words or _before(_LISTED, text, start):
        return _said(text, start, mark.end(), f"{it.words}'s", like)
    words = f"the {found['noun']} of {_small(it.words)}"
    return _said(text, start, found.end(), words, like)


def _leading_a_noun(text: str, it: Replacement) -> Replacement | None:
    """Return "the two papers of an expert" for "the two Ashina papers"."""
    led = _before(_JOINED_BEFORE, text, it.start)
    if led is None:
        found = _BARE_NOUN.match(text, it.end)
        the = "" if text[: it.start].endswith(("'s ", "’s ")) else "the "
        words = f"{the}{found['noun']} of {_small(it.words)}" if found else ""
        return _said(text, it.start, found.end(), words, it.words) if found else None
    if found := _PERSON.match(text, it.end):
        return _said(text, led.start(), found.end(), _from(led, found["noun"], it))
    found = _NOUN.match(text, it.end)
    if found is None and not _NO_NOUN.match(text, it.end):
        found = _FAR_NOUN.match(text, it.end) or _NEXT.match(text, it.end)
    if found is None:
        return None
    words = f"{_determined(led, found['noun'])} of {_small(it.words)}"
    return _said(text, led.start(), found.end(), words)


def _epithets(text: str, it: Replacement) -> Replacement | None:
    """Take what leads the person along: our friend, the late."""
    start = _reach(text, it.start)
    return _said(text, start, it.end, it.words) if start < it.start else None


def _reach(text: str, start: int) -> int:
    """Return where what leads the person begins."""
    found = _before(_LED, text, start)
    return found.start() if found else start


def _determined(led: re.Match[str], noun: str) -> str:
    """Return a noun behind the article that led the name; a or an as the noun asks."""
    article, noun = led["article"].lower(), f"{led['sizes']} {noun}".strip()
    return f"{_article(noun) if article in ('a', 'an') else article} {noun}"


def _from(led: re.Match[str], noun: str, it: Replacement) -> str:
    """Return "a professor from a participating institution"; of an expert, only the expert."""
    of_institution = it.words.lower() == INSTITUTION["en"]
    return f"{_determined(led, noun)} from {_small(it.words)}" if of_institution else it.words


def _article(noun: str) -> str:
    return "an" if noun[:1].lower() in _VOWELS else "a"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _said(text: str, start: int, end: int, words: str, like: str = "") -> Replacement:
    """Return words with a capital if what they replace, or ``like``, begins with one."""
    capital = like[:1].isupper() if like else _is_capital(text, start)
    first = words[:1].upper() if capital else words[:1].lower()
    return Replacement(start, end, first + words[1:])


def _is_capital(text: str, start: int) -> bool:
    """Return whether a sentence begins here with a capital; that of Japanese shows nothing."""
    if not text[start : start + 1].isupper():
        return False
    before = text[:start].rstrip()
    return not before or before[-1] in _STOPS or not re.match(_DEMONYM, text[start:])
