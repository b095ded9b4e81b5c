"""Judges a name in Latin letters that stands without a title: is a person meant?

A name that is no ordinary word is one wherever it stands with a capital. One that is short, or a
word as well, needs to stand as a person does: act, speak, own a view, be named as its source.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING, Cues, name_found
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.named.people_east import EastPeople
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.reading.sentence_case import is_a_label, is_at_a_place, is_inside
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.identity.spellings.nobodys_words import is_english
from dialogueprep.domain.identity.stances import heads_a_remark, is_a_topic

_LISTS = word_lists("named", "standing_bare")

_LONG, _SHORT = 5, 3
_OPENS = re.compile(r"(?:^[^a-z0-9]*|[.!?:;] |/|\n[^a-z0-9]*|[\"'(])$")
_HEAD = re.compile(r"(?:^[^a-z0-9]*|(?<!cf)[.!?] [\"'(]?)$")
_ALONE = re.compile(r"(?:[a-z0-9]: |w/ |\"? - |\bdear )$")
_ALONE_BEHIND = re.compile(r"(?:$|[.;)]|, (?![a-z]+ and )(?:[a-z]+[:;]|$))")
_ARTICLE = re.compile(r"(?:^|[ (])(?:the|an?|this|that|each|every|no|some|our|its|their) $")
_AND_ANOTHER = re.compile(r" and (?!the |an? )([a-z][a-z'-]+)(?= )")
_OWNS = re.compile(r"'(?:s|d|ll)?(?![a-z])")
_SOURCE = re.compile(
    r"(?:^|[ (,])(?:by|from|according to|told|asked|thanked|as|neither|unlike|between|with|than|to|"
    r"for|of|and|or|nor|that|was|but|except|only|even|including|about|against) $"
)
_SURE_SOURCE = re.compile(
    r"(?:^|[ (,])(?:by|from|according to|told|asked|thanked|neither|unlike|except|was|that) $"
)
_BEHIND = re.compile(r",? who(?:se|m)?(?![a-z])|, [a-z]+ing(?![a-z])")
_PASSIVE = re.compile(" (?:is|was|were|are|has been|had been) ")
_WOULD = re.compile(f" (?:{_LISTS['would']})(?![a-z])")
_LABEL = re.compile(r" ?:")
_ADVERBS = f"(?:,? (?:{_LISTS['adverbs']}|(?!only)[a-z]+ly),?){{0,2}} "
_VERB = re.compile(_ADVERBS)
# What only a person does with another, or wishes: Rose cut him short, Page would rather wait.
_MINDED = re.compile(
    f" (?:{_LISTS['minded_would']}|"
    f"(?:is|was) (?:{_LISTS['minded']}))(?![a-z])|"
    " [a-z]+ (?:him|her|them|us|me|everybody|everyone|nobody)(?![a-z])"
)
_OWN_PART = re.compile(r",? for (?:his|her) part(?![a-z])|,? speaking (?:first|last|next)")
_MOTION = re.compile(  # the Marsh amendment
    f" (?:{_LISTS['motion']})(?![a-z])"
)
# What no single person does or is: Banks are reluctant, Price was not the obstacle.
_OF_SEVERAL = re.compile(r" (?:are|were|have|do|aren't|weren't|haven't|don't)(?![a-z])")
_A_MATTER = re.compile(
    " (?:is|was|remains?|remained) (?:not |never |hardly |only |also |then )?(?:the|an?|one) "
    f"(?:[a-z]+ )?(?:{_LISTS['a_matter']})(?![a-z])"
)
_OVER_THERE = re.compile("[那这]边(?:的|还|也|又|说|要|想|先|不(?!是))")  # Ng那边的数字
# A ship, a make, a system or a column of a form that is called so: Rose号, Grant一栏.
_EASTERN_THING = re.compile(
    f"号(?!称|召)|牌(?!子)|公司|系[统列]|软件|[一]?栏|{_LISTS['eastern_thing']}|"
    "は[^。、]{0,12}(?:しすてむ|装置|意味)(?:である|だ|で)"
)
_EASTERN_SIDE = re.compile(
    "(?:那边|这边|那头|那里|本人)(?![有是])|的(?:意见|看法|说法|提议|建议|担心|立场|态度|话|例子|原话)(?![框栏])|一方(?!面)"
)
_EASTERN_DEED = re.compile(f"计算し|(?:{_LISTS['eastern_deed']})")
# Who is meant is told beside the name: Price (for the press) asked.
_ASIDE = re.compile(rf" \((?:{_LISTS['asides']})(?: [^()]{{1,30}})?\)(?= [a-z])")
_DUTY = re.compile(r" to (?!be |the |an? |and |or )[a-z]{3,}(?![a-z])")
_ACTION = re.compile(rf"(?:^|[\n;.] ?)[^a-z0-9]*(?:{_LISTS['action']})(?: [0-9]+)?: ?$")


class BareLatin:
    """Judges names by what stands around them."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._room = cues.lexicon.room
        self._people = EastPeople(cues)

    def judge(
        self, hit: Hit, folded: Folded, common: bool, around: tuple[str, str]
    ) -> Found | None:
        """Return the name if it stands as a person, or may; ``common`` if it is a word too."""
        before, after = around
        if among_east_asian(before, after):
            level = self._among_characters(hit, folded, common)
        else:
            level = self._apart(hit, folded, common, before)
            level = level or self._level(hit, folded, common, around)
        if level is Level.BLOCK and hit.sure:
            return name_found(hit, Level.BLOCK, SPEAKING)
        return name_found(hit, Level.WARN, MAYBE) if level else None

    def _apart(self, hit: Hit, folded: Folded, common: bool, before: str) -> Level | None:
        """Judge a name that is all of a note, or that did something together with another."""
        if hit.part is Part.FAMILY and _is_all(hit, folded) and not self._is_a_thing(hit, folded):
            return Level.WARN if common else Level.BLOCK
        told = _OPENS.search(before) and self._acts_with_another(hit, folded)
        return Level.BLOCK if told else None

    def _level(
        self, hit: Hit, folded: Folded, common: bool, around: tuple[str, str]
    ) -> Level | None:
        before, after = around
        if is_at_a_place(before, after):
            return None
        if not common and hit.end - hit.start >= _LONG:
            return Level.BLOCK
        if common and _ARTICLE.search(before):
            return Level.BLOCK if _MOTION.match(after) else None
        if before.endswith("@") or self._strong(common, before, after):
            return Level.BLOCK
        if not common:
            return self._short(hit, folded, around)
        return self._word_as_well(hit, folded, around)

    def _short(self, hit: Hit, folded: Folded, around: tuple[str, str]) -> Level:
        """Judge a short name that is no word: behind an article it may be that of a thing."""
        before, after = around
        if self.acts(after) or _SOURCE.search(before) or _WOULD.match(after):
            return Level.BLOCK
        if _ARTICLE.search(before):
            return Level.BLOCK if _MOTION.match(after) else Level.WARN
        told = not _HEAD.search(before) or is_inside(folded, hit.start)
        told = told or heads_a_remark(word_of(hit, folded), after)
        return Level.BLOCK if told else Level.WARN

    def _strong(self, common: bool, before: str, after: str) -> bool:
        if _OWNS.match(after) or (before.endswith("(") and after.startswith(")")):
            return True
        said = self._cues.surely_saying if common else self._cues.saying
        if said.match(after) and not (common and _PASSIVE.match(after)):
            return True
        label = bool(_LABEL.match(after)) and bool(_OPENS.search(before))
        return not common and (bool(_BEHIND.match(after)) or label)

    def _word_as_well(self, hit: Hit, folded: Folded, around: tuple[str, str]) -> Level | None:
        """Judge a name that is a word: with a capital inside a sentence it hardly is the word."""
        before, after = around
        aside = _ASIDE.match(after)
        after = after[aside.end() :] if aside else after
        if folded.text[hit.start : hit.end] in self._room.capitals or is_a_label(after):
            return None
        if _OPENS.search(before):
            if _A_MATTER.match(after) or (before[-4:] != "and " and _OF_SEVERAL.match(after)):
                return None
            if heads_a_remark(word_of(hit, folded), after) or _is_listed(hit, folded, around):
                return Level.BLOCK
            return self._opens(before, after)
        if is_inside(folded, hit.start) or self.acts(after) or _SURE_SOURCE.search(before):
            return Level.BLOCK
        return Level.WARN

    def _opens(self, before: str, after: str) -> Level | None:
        """Judge such a name at the head of a sentence, where its capital shows nothing."""
        if (
            _MINDED.match(after)
            or _OWN_PART.match(after)
            or (_ACTION.search(before) and _DUTY.match(after))
        ):
            return Level.BLOCK
        if self.acts(after) or _BEHIND.match(after) or after.startswith((", however, ", ", too, ")):
            return Level.BLOCK
        return None

    def _is_a_thing(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a name is a long word in English, or that of a place or a thing."""
        word = folded.text[hit.start : hit.end]
        return word in self._cues.lexicon.pieces or is_a_topic(word) or is_english(word)

    def _acts_with_another(self, hit: Hit, folded: Folded) -> bool:
        """Return whether another name follows behind "and", and what both of them did."""
        other = _AND_ANOTHER.match(folded.text, hit.end)
        if not other or not folded.written(other.start(1), other.start(1) + 1).isupper():
            return False
        after = folded.text[other.end() : other.end() + 60]
        word = self._cues.lexicon.is_common(other[1])
        return not word and not _PASSIVE.match(after) and self.acts(after)

    def acts(self, after: str) -> bool:
        """Return whether a verb in the past follows."""
        skipped = _VERB.match(after)
        return bool(skipped and self._room.past.match(after, skipped.end()))

    def _among_characters(self, hit: Hit, folded: Folded, common: bool) -> Level | None:
        length = hit.end - hit.start
        if not common and length >= _LONG:
            return Level.BLOCK
        word = folded.text[hit.start : hit.end]
        capitals = common and length >= _SHORT and word in self._room.capitals
        if capitals or _EASTERN_THING.match(folded.text, hit.end):
            return None
        stands = self._people.stands(folded, hit.start, hit.end)
        sure = length >= _SHORT and self._surely_among(hit, folded, stands=stands)
        sure = sure or (hit.alone and bool(_OVER_THERE.match(folded.text, hit.end)))
        if sure or (stands and not common and length >= _SHORT):
            return Level.BLOCK
        return Level.WARN if stands or length >= _SHORT else None

    def _surely_among(self, hit: Hit, folded: Folded, *, stands: bool) -> bool:
        """Return whether only a person does what is told behind: Waters认为, Neo那边的数字."""
        text, last = folded.text, sentence(folded, hit.end)[1]
        if _EASTERN_SIDE.match(text, hit.end) or self._cues.han_saying.match(text, hit.end):
            return True
        if text[hit.end : hit.end + 1] in "はがも":
            own_deed = _EASTERN_DEED.search(text, hit.end, last)
            return stands and bool(own_deed or self._cues.anywhere_saying.search(text, hit.end))
        return told_chinese(text, hit.end)


def among_east_asian(before: str, after: str) -> bool:
    """Return whether characters, kana or hangul stand next to a name."""
    one, other = before.rstrip()[-1:], after.lstrip()[:1]
    return bool((one and is_east_asian(one)) or (other and is_east_asian(other)))


def word_of(hit: Hit, folded: Folded) -> str:
    """Return the folded wording of a hit."""
    return folded.text[hit.start : hit.end]


def _is_all(hit: Hit, folded: Folded) -> bool:
    """Return whether a note is nothing but this name, as on a plate or behind an arrow."""
    return folded.text.strip(" .!:") == folded.text[hit.start : hit.end]


def _is_listed(hit: Hit, folded: Folded, around: tuple[str, str]) -> bool:
    """Return whether a name is all that stands behind a label, or is signed: "Owner: Rose"."""
    before, after = around
    alone = _ALONE.search(before) and _ALONE_BEHIND.match(after)
    return bool(alone) and not is_a_topic(word_of(hit, folded))
