"""Judges whether a family or given name alone stands as a person in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dialogueprep.domain.identity.cues import (
    INITIALS,
    MAYBE,
    NAMESAKE,
    SPEAKING,
    TITLED,
    Cues,
    name_found,
)
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.named.capitals import (
    in_pairs,
    plain_initials,
    stands_for_a_method,
)
from dialogueprep.domain.identity.named.given_of_one import given_of_one
from dialogueprep.domain.identity.named.in_english_lines import in_english_line
from dialogueprep.domain.identity.named.named_things import is_in_a_named_thing
from dialogueprep.domain.identity.named.not_the_person import (
    is_a_word,
    is_no_person,
    is_of_another_age,
    is_remembered,
)
from dialogueprep.domain.identity.named.own_names import beside_own, initials_of
from dialogueprep.domain.identity.named.standing_alphabets import AlphabetStanding
from dialogueprep.domain.identity.named.standing_bare import BareLatin, among_east_asian, word_of
from dialogueprep.domain.identity.named.standing_east import EastStanding
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul, is_kana
from dialogueprep.domain.identity.reading.sentence_case import is_a_label, is_cased, is_inside
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.identity.spellings.nobodys_words import is_english
from dialogueprep.domain.identity.stances import takes_a_stance, tells_in_notes
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "standing")

_NEVER = frozenset(
    {"a", "i", "me", "no", "yes", "it", "us", "am", "pm", "ok", "as", "or", "one", "not"}
)
# At the head of a sentence: Ask Mine about it, Thank Page.
_WORD_BEFORE = re.compile(r"([a-z][a-z'-]*)(?: [a-z]\.)? $")  # and an initial: Ulysses S. Grant
_TOWARDS = frozenset(_LISTS.words("towards"))
# Answering Rose, Quoting Page: what a person does in a sentence that goes on.
_DOING = re.compile(f"(?!{_LISTS['doing']})[a-z]{{3,}}ing$")
_JOINED = re.compile(  # the Rose-Page exchange, a Marsh-led group
    f"-(?:(?:{_LISTS['joined']})(?= )|([a-z])[a-z]+ (?:{_LISTS['joined_things']})s?)(?![a-z])"
)
_SPOKEN_TO = re.compile("-(?:san|sensei|ssi|shi|sama|kun|nim)(?![a-z])")
_NOTE_OPENS = re.compile(r"(?:^|[;.?!\n] |, )(?:[-*•>] ?)*$")
_SHORTEST = 3
_SHORT_NAME = 5  # letters of a name that may stand in small letters without more
# Q: Jin, can it be published? Tell me, Tak, would you publish that?
_CALLED = re.compile(
    r"(?:^|[ \n])(?:q(?:uestion)?:|tell (?:me|us),|over to you,|sorry,|hello|dear|thank you,) $"
)
_ASKED = re.compile(f", (?:{_LISTS['asked']})(?! or )(?![a-z])")
_THANKED = re.compile(r"(?:^|[ ,.;])(?:thanks|thank you|thx|kudos|credit) to $")
_BEHIND_ARTICLE = re.compile(r"(?:^|[ (])(?:an?|the|very|more|most|so|too|as|how|such) $")


class Standing:
    """Judges names in Latin letters, and hands the others to their own rules."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._east = EastStanding(cues)
        self._alphabets = AlphabetStanding(cues)
        self._bare = BareLatin(cues)

    def judge_all(
        self,
        hits: Iterable[Hit],
        people: Sequence[Participation],
        folded: Folded,
        full: Iterable[Hit] = (),
    ) -> Iterator[Found]:
        """Yield the names that may stand as participants; one that several share is judged once.

        Names in Latin letters with a capital are judged for each, by what stands beside them: the
        given name, initials; full names only as what it is joined to.
        """
        known: dict[tuple[object, ...], Found | None] = {}
        hits = list(hits)
        yield from in_pairs((*hits, *full), folded, self._cues)
        for hit in hits:
            who = people[hit.who]
            if "a" <= folded.text[hit.start] <= "z" and _capital(folded, hit):
                found = self.judge(hit, who, folded)
            else:
                key = (hit.start, *hit[3:], hit.end, who.person.name.honorific, who.territory)
                if key not in known:
                    known[key] = self.judge(hit, who, folded)
                found = known[key]
                found = replace(found, who=(hit.who,)) if found else None
            if found:
                yield found

    def judge(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        """Return the passage if the name may stand as this participant, else None."""
        found = self._judged(hit, who, folded)
        if found and is_remembered(folded, found.end):
            return None
        if found and is_of_another_age(folded, found.end):
            return replace(found, level=Level.WARN, why=NAMESAKE)
        return found

    def _judged(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        first = folded.text[hit.start]
        if "a" <= first <= "z":
            thing = is_in_a_named_thing(folded, hit.start, hit.end, self._cues.lexicon)
            return None if thing else self._latin(hit, who, folded)
        if is_hangul(first) and hit.end - hit.start == 1 and hit.part is Part.GIVEN:
            return given_of_one(hit, folded, self._cues.lexicon)
        if is_hangul(first) or is_han(first) or is_kana(first):
            judge = self._east.judge_hangul if is_hangul(first) else self._east.judge
            found = judge(hit, who, folded)
            if not found or found.level is Level.WARN:
                found = in_english_line(hit, folded, self._cues, self._bare) or found
            word = found and found.end == hit.end and is_a_word(folded, hit.start, hit.end)
            return None if word else found
        return self._alphabets.judge(hit, folded)

    def speaks(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a form of address or a Chinese verb of saying stands behind a name."""
        after = folded.text[hit.end : hit.end + 12]
        return bool(self._cues.honorific.match(after) or self._cues.han_saying.match(after))

    def begins(self, hit: Hit, folded: Folded) -> int:
        """Return where a name in Latin letters begins, with the title before it."""
        before = folded.text[max(0, hit.start - 60) : hit.start]
        title = self._cues.title_before(before) if folded.text[hit.start].isascii() else None
        return hit.start - len(before) + title.start() if title else hit.start

    def _latin(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        word = folded.text[hit.start : hit.end]
        pieces = word.split(" ") if " " in word else ()
        common = self._cues.lexicon.is_common(word) or not hit.alone
        common = common or (bool(pieces) and all(self._cues.lexicon.is_common(p) for p in pieces))
        after = folded.text[hit.end : hit.end + 80]
        if stands_for_a_method(folded, hit):
            return None
        if not _capital(folded, hit):
            led = "." in folded.text[max(0, hit.start - 2) : hit.start]
            if initials := initials_of(hit, who, folded) if led else None:
                return name_found(hit, Level.BLOCK, INITIALS, initials)
            return self._small(hit, folded, common, after)
        before = folded.text[max(0, hit.start - 60) : hit.start]
        honorific = self._cues.honorific.match(after)
        title = self._cues.title_before(before)
        own = None if title else _own_title(who, before, self._cues)
        if honorific or title or own is not None:
            start = hit.start - len(before) + title.start() if title else hit.start
            start = hit.start - own if own else start
            end = hit.end + (honorific.end() if honorific else 0)
            return self._titled(hit, who, folded, (start, end, title))
        found = self._by_itself(hit, who, folded, common, (before, after))
        plain = common or is_english(word)
        nobody = found and is_no_person(folded, hit.end, before, after, word=plain)
        return None if nobody else found

    def _by_itself(
        self,
        hit: Hit,
        who: Participation,
        folded: Folded,
        common: bool,
        around: tuple[str, str],
    ) -> Found | None:
        """Judge a name without a title."""
        if initials := initials_of(hit, who, folded) or plain_initials(hit, who, folded):
            return name_found(hit, Level.BLOCK, INITIALS, initials)
        if _CALLED.search(around[0]) and _ASKED.match(around[1]):
            return name_found(hit, Level.BLOCK, SPEAKING)
        word = word_of(hit, folded)
        if word == "ok" and not self._cues.saying.match(around[1]):
            return None
        if word in self._cues.lexicon.common.never_alone and not among_east_asian(*around):
            return self._pronoun(hit, folded, around)
        return self._untitled(hit, who, folded, common, around)

    def _pronoun(self, hit: Hit, folded: Folded, around: tuple[str, str]) -> Found | None:
        """Judge a name that is a small word: asked He whether it was so."""
        word = word_of(hit, folded)
        if word in _NEVER or folded.written(hit.start, hit.end)[1:].isupper():
            return None
        inside = is_inside(folded, hit.start) and not is_a_label(around[1])
        if not inside or self._neighbour(hit, folded) or _hyphenated(folded, hit):
            return None
        return name_found(hit, Level.BLOCK, SPEAKING)

    def _untitled(
        self,
        hit: Hit,
        who: Participation,
        folded: Folded,
        common: bool,
        around: tuple[str, str],
    ) -> Found | None:
        """Judge a name without title or initials by the words beside it."""
        if beside := beside_own(hit, who, folded):
            return name_found(hit, Level.BLOCK, SPEAKING, beside)
        neighbour = self._neighbour(hit, folded)
        if neighbour and word_of(hit, folded) in self._cues.lexicon.customs.particles:
            return None  # Le Havre
        if _is_joined(folded, hit.end) and not (common and _is_likened(folded, hit)):
            return name_found(hit, Level.BLOCK, SPEAKING)
        if neighbour or _hyphenated(folded, hit):
            why = NAMESAKE if neighbour else MAYBE
            if hit.part is Part.GIVEN and self._is_somebody_elses(hit, folded):
                return None
            return None if common else name_found(hit, Level.WARN, why)
        return self._bare.judge(hit, folded, common, around)

    def _is_somebody_elses(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a given name that many bear stands before another family name."""
        word = word_of(hit, folded)
        customs = self._cues.lexicon.customs
        borne = word in customs.abroad or word in customs.nicknames
        return (
            borne and folded.text[hit.end : hit.end + 1] == " " and _next_capital(folded, hit.end)
        )

    def _is_a_word(self, word: str) -> bool:
        """Return whether a name in small letters is an English word, or its plural: two brooks."""
        several = word.endswith("s") and self._cues.lexicon.is_common(word[:-1])
        return several or is_english(word)

    def _small(self, hit: Hit, folded: Folded, common: bool, after: str) -> Found | None:
        """Judge a name in small letters; in a text without capitals it is as good as with one."""
        if spoken := _SPOKEN_TO.match(after):
            return name_found(hit, Level.BLOCK, TITLED, (hit.start, hit.end + spoken.end()))
        if common or hit.end - hit.start < _SHORT_NAME:
            noted = _is_noted(
                hit, folded, common=self._cues.lexicon.is_common(word_of(hit, folded))
            )
            return name_found(hit, Level.BLOCK, SPEAKING) if noted else None
        strong = after.startswith("'s") or self._cues.surely_saying.match(after)
        strong = strong or _in_a_file_name(hit, folded)
        strong = strong or bool(_THANKED.search(folded.text, max(0, hit.start - 14), hit.start))
        cased = not strong and is_cased(folded, hit.start)
        if cased and (not self._bare.acts(after) or self._is_a_word(word_of(hit, folded))):
            return None
        if not strong and _BEHIND_ARTICLE.search(folded.text[max(0, hit.start - 8) : hit.start]):
            return None
        strong = strong or (not cased and hit.sure and takes_a_stance(after))
        return name_found(hit, Level.BLOCK if strong else Level.WARN, SPEAKING if strong else MAYBE)

    def _titled(
        self,
        hit: Hit,
        who: Participation,
        folded: Folded,
        at: tuple[int, int, re.Match[str] | None],
    ) -> Found | None:
        start, end, title = at
        if title and _next_capital(folded, hit.end) and not self._joins_on(folded, hit.end):
            return name_found(hit, Level.WARN, NAMESAKE, (start, end))
        if title and title.group(1) in self._cues.lexicon.speech.public_titles:
            own = self._cues.lexicon.fold.plain(
                f"{who.person.name.title} {who.affiliation.position}"
            )
            if title.group(1) not in own:
                return name_found(hit, Level.WARN, NAMESAKE, (start, end))
        return name_found(hit, Level.BLOCK, TITLED, (start, end))

    def _joins_on(self, folded: Folded, end: int) -> bool:
        following = re.match(r" ([a-z]+)", folded.text[end : end + 30])
        return bool(following and following.group(1) in self._cues.lexicon.common.opening)

    def _neighbour(self, hit: Hit, folded: Folded) -> bool:
        """Return whether another capitalised word stands beside the name: Li Keqiang."""
        if _next_capital(folded, hit.end):
            return True
        before = _WORD_BEFORE.search(folded.text, max(0, hit.start - 30), hit.start)
        if not before:
            return False
        start = hit.start - len(before.group())
        if not folded.original[folded.starts[start]].isupper():
            return False
        towards = before.group(1) in _TOWARDS or _DOING.match(before.group(1))
        if towards and not is_inside(folded, start):
            return False
        return before.group(1) not in self._cues.lexicon.common.opening


def _in_a_file_name(hit: Hit, folded: Folded) -> bool:
    """Return whether a name in small letters is part of a file name or an address."""
    start, end = folded.span(hit.start, hit.end)
    around = folded.original[max(0, start - 1) : start] + folded.original[end : end + 1]
    if re.match(r"[\w.+-]*@", folded.original[end : end + 30]):
        return True
    rest = re.match(r"[\w.-]*\.[a-z]{2,4}[0-9]?(?![a-z])", folded.original[end : end + 40])
    return "@" in around or (bool(rest) and bool(re.search(r"[_.0-9-]", around)))


def _capital(folded: Folded, hit: Hit) -> bool:
    """Return whether a name has a capital; behind its particles, if it has some: de la Tour."""
    if folded.written(hit.start, hit.start + 1).isupper():
        return True
    return " " in folded.text[hit.start : hit.end] and any(
        folded.written(space, space + 1).isupper()
        for space in range(hit.start + 1, hit.end)
        if folded.text[space - 1] == " "
    )


def _next_capital(folded: Folded, end: int) -> bool:
    """Return whether a capitalised word follows, as in the name of another person or place."""
    following = re.match(r"(?: |-)([a-z][a-z]+)", folded.text[end : end + 30])
    if not following:
        return False
    start = end + following.start(1)
    return folded.original[folded.starts[start]].isupper()


def _own_title(who: Participation, before: str, cues: Cues) -> int | None:
    """Return how long the person's own title before a name is: Undersecretary Villareal."""
    if not before.endswith(" "):
        return None
    name = who.person.name
    titles = (name.title, who.affiliation.position, name.honorific)
    known = (cues.lexicon.fold.plain(title) for title in titles if title)
    found = (t for t in known if len(t) > 2 and before.endswith(f"{t} "))
    lengths = (len(t) + 1 for t in found)
    return next((n for n in lengths if not before[: len(before) - n][-1:].isalnum()), None)


def _is_noted(hit: Hit, folded: Folded, *, common: bool) -> bool:
    """Return whether a short name or a word heads a note without capitals: koh not convinced."""
    before = folded.text[max(0, hit.start - 20) : hit.start]
    if hit.end - hit.start < _SHORTEST or not hit.sure or not hit.alone:
        return False
    if not _NOTE_OPENS.search(before) or is_cased(folded, hit.start):
        return False
    after = folded.text[hit.end : hit.end + 60]
    return tells_in_notes(word_of(hit, folded), after, common=common)


def _is_joined(folded: Folded, end: int) -> bool:
    """Return whether a name is joined to another or to a deed: the Rose-Page exchange."""
    joined = _JOINED.match(folded.text, end)
    return bool(joined) and (not joined[1] or folded.written(end + 1, end + 2).isupper())


def _is_likened(folded: Folded, hit: Hit) -> bool:
    """Return whether a word at the head of a sentence is likened to: Fang-like burrs."""
    like = folded.text.startswith(("-like ", "-style ", "-type "), hit.end)
    return like and not is_inside(folded, hit.start)


def _hyphenated(folded: Folded, hit: Hit) -> bool:
    """Return whether the name is part of a compound word: Li-ion, long-term."""
    ends_open = hit.end < len(folded.text) and folded.text[hit.end] == "-"
    follows = hit.start > 0 and folded.text[hit.start - 1] == "-"
    if ends_open and folded.text[hit.end + 1 : hit.end + 2].isalnum():
        return True
    if follows and folded.text[hit.start - 2 : hit.start - 1].isalnum():
        return True
    if hit.end < len(folded.text):
        return "-" in folded.original[folded.ends[hit.end - 1] : folded.starts[hit.end]]
    return False
