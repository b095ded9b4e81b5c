"""Judges whether an institution stands as the source of a view; what stands otherwise is free.

The source of a view is the subject of saying, thinking or doubting, the owner of a view, or what
a view comes from. A host, publisher, addressee, place or matter does none of this: what an
institution does as such is known by its verbs, and all other deeds told are somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.institutions.heard_from import is_heard_from
from dialogueprep.domain.identity.institutions.sources_east import (
    ChineseSources,
    JapaneseSources,
    KoreanSources,
)
from dialogueprep.domain.identity.institutions.talk import stands_in_korean
from dialogueprep.domain.identity.lexicon import Institutions
from dialogueprep.domain.identity.reading.fold import KANA, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import RoomWords
from dialogueprep.domain.identity.stances import takes_a_stance

_LISTS = word_lists("institutions", "sources")

_ADVERBS = re.compile(
    r"(?:,? (?:both|all|each|also|then|however|again|later|still|too|once|first|long|alone|"
    r"itself|as well|never|"
    r"always|even|by contrast|in contrast|on the other hand|for (?:its|one|"
    r"their)(?: own)?(?: part)?|in turn|in reply|(?!only)[a-z]+ly),?)"
    r"{0,2},? (?:(?:has|had|have) (?:not )?(?=[a-z]+(?:ed|en|t|wn|ne|ld|de|id)(?![a-z])))?"
)
_SMALL_WORD = re.compile("(?<![a-z])[a-z]{2,}(?![a-z])")
_PREPOSITION = re.compile(
    r"(?:^|[ (,])(?:of|to|by|for|with|in|on|at|from|between|than|about|against|over|under|near|"
    r"towards?|via|through|like|such as|within|outside|beside|behind|and|or) $"
)
_OTHERS = re.compile(
    r" (?:and|or|nor|as well as|together with) [^.;:]{1,70}? (?=[a-z])|"
    r",? (?:which|that|where|whose|who) [^,.;]{1,70}?,? (?=[a-z])"
)
_LEADS = re.compile(rf"""(?:^|[.;:!?\"'(,] |and |but )(?:[a-z]+ )?(?:{_LISTS["leads"]}) $""")
_LED_ON = re.compile(
    f",|(?: [a-z]+){{0,2}}$| (?:the|this|that|it) (?:[a-z]+ ){{0,2}}?(?:{_LISTS['led_on']})"
    "(?![a-z])"
)
_EXCEPT = re.compile(f"(?:^|[ ,(])(?:{_LISTS['except']}) $")
_WEIGHS = re.compile(
    f"(?:{_LISTS['acceptable']}) (?:to|for) $|"
    f"(?:{_LISTS['seemed']}) to $|"
    "questions? (?:[a-z]+ ){0,3}to $|"
    f"(?:{_LISTS['agreed']}) with $"
)
_SEEMS = re.compile(
    r",? (?:this|that|it|the [a-z]+) (?:[a-z]+ )?(?:seem|look|appear|sound|matter|was|came|is too)"
)
_ASKED = re.compile(r"(?:asked|told|pressed|reminded|answered) $")
_WHETHER = re.compile(r" (?:whether|why|if|how|what|about|who|when|where|that)(?![a-z])")
_MOVED = re.compile(f"(?:{_LISTS['moved']}) $")
_VOICED_BY = re.compile(
    r"(?:^| )((?:[a-z]+(?:ed|en|wn|ne|ght)|made|put|held|read|said|led)[a-z ]{0,14}?) by $"
)
# An office of the institution, before it or behind: its Beijing office, the Oslo branch of it.
_OFFICE_OF = re.compile(
    r"(?:^|[.;:(] ?|, |and |that |but )(?:[a-z'-]+ ){0,3}"
    f"(?:{_LISTS['offices']}) (?:of|at) (?:the )?$"
)
_ITS_OFFICE = re.compile(
    rf"'s? (?:[a-z-]+ ){{0,2}}(?:{_LISTS['offices']})(?: (?:in|at|for|on) [a-z-]+)?(?= [a-z])"
)
_IN_A_TOWN = re.compile(r" in (?!the |an? |its |this |that |[a-z]+ing )[a-z]+(?= [a-z])")
AS_A_RULE = re.compile(  # the gauges are read by it every hour
    r" (?:is|are) (?:[a-z]+ly )?(?:read|kept|made|put|held|offered|provided|supplied) by $"
)
_FROM = re.compile(r"(?:came|comes|heard|voiced|arose|rose|stems|stemmed)(?: [a-z]+)? from $")
_NOUN_FROM = re.compile(
    r"(?:^|[.;:!?] |, |and )(?:(?:an?|the|one|some|no|more|further|two|only|another) )?"
    r"(?:[a-z]+ )?([a-z]+) from $"
)
_MODAL = re.compile(
    "(?:should|must|may|can|shall|ought|will|needs? to|could|might|to|would|do|"
    "(?:ha(?:s|ve|d) been|is|are|was|were|be|being)"
    f" (?:[a-z]+ly )?[a-z]+(?:{_LISTS['forms_of_verbs']}))(?![a-z])"
)
_WILLED = re.compile(
    f"(?:{_LISTS['would_not']}) (?:{_LISTS['willed']})(?![a-z])|"
    f"(?:(?:ha(?:s|ve|d) )?(?:been|remained|grown|become) (?:[a-z]+ )?(?:{_LISTS['critical']})|"
    "joined (?:the|a) (?:[a-z]+ )?(?:consensus|majority|critics|sceptics|"
    f"others))(?![a-z])|(?:would|will) (?:{_LISTS['rather']})(?! be )(?![a-z])"
)
_THAT_IT_IS = re.compile(
    f"(?:{_LISTS['that_it_is']})[a-z]* (?:that|"
    "the contrary|otherwise|its)(?! (?:same|own) (?:name|office))(?![a-z])"
)
_THAT = re.compile(f"(?:{_LISTS['that']})[a-z]* that $")
_SHOWN_BY = re.compile(f"(?:{_LISTS['shown_things']}) (?:{_LISTS['shown']}) by $")
_DOUBTED = re.compile(f" (?:was|were) (?:[a-z]+ )?(?:{_LISTS['doubted']})(?![a-z])")
_ARE_SO = re.compile(f" (?:is|are) (?:{_LISTS['are_so']})")
_WAS_ONE = re.compile(
    r"(?:was|were) (?:an?|the|one|part|home|located|based|closed|open|full|there|among|at|in|on|"
    r"near|host|chosen|due|named|next|once|too small|large|small|big|far|founded)(?![a-z])"
    r"(?! of (?:those|the (?:few|many|voices|critics|doubters|only))(?![a-z]))"
)
_DOES = re.compile(f" (?!(?:{_LISTS['does_as_a_body']})(?![a-z]))[a-z]{{2,}}s(?![a-z])")
_DOES_IT = re.compile(r" [a-z]{2,}(?<!s)s (?:it|this|that|them|us|nothing|so|up)(?![a-z])")
_LETTER = re.compile(r"[^\W_]")
_ONE_WORD = re.compile(r"([a-z]+) $")


class Sources:
    """Judges institutions by what stands around them."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts = tables.acts["en"]
        self._mind = tables.mind["en"]
        self._view = room.view["en"]
        self._past = room.past
        self._when = room.when
        self._chinese = ChineseSources(cues, tables, room)
        self._japanese = JapaneseSources(cues, tables, room)
        self._korean = KoreanSources(cues, tables, room)

    def is_source(self, word: str, before: str, after: str) -> bool:
        """Return whether an institution is the source of a view.

        ``before`` and ``after`` are what stands around it in its sentence.
        """
        last = word[-1]
        latin = not is_east_asian(last)
        led = before.rstrip()[-1:] or " "
        if latin and is_east_asian(led) and not _LETTER.search(after):  # it ends the sentence
            return self.is_source(led, before, after)
        korean = stands_in_korean(word, before[-40:] + after)
        if korean or (latin and _begins(after, is_hangul)):
            return self._korean.is_source(before, after)
        if not latin or _begins(after, is_east_asian):
            japanese = KANA.search(before[-40:] + after)
            return (self._japanese if japanese else self._chinese).is_source(before, after)
        return self._english(re.sub(r"(?:^|(?<= ))(?:the|our) $", "", before), after)

    def stands_alone(self, before: str, after: str) -> bool:
        """Return whether an institution stands in no sentence, as in a list or a cell."""
        rest = f"{before} {after}"
        if sum(is_east_asian(c) for c in rest) > 2:
            return False
        return len(_SMALL_WORD.findall(rest)) < 3 and not self._past.search(rest)

    def _english(self, before: str, after: str) -> bool:
        if owned := re.match(r"'s? ", after):
            office = _ITS_OFFICE.match(after)
            told = office and self._deed(after[office.end() :])
            return bool(told or self._view.match(after, owned.end()))
        if self._comes_from(before, after) or self._is_met(before, after):
            return True
        if is_heard_from(before, after, self._view):
            return True
        cleft = re.search(r"(?:^|[ ,])it (?:was|is) (?:not )?(?:only )?$", before)
        if cleft and (told := re.match(r" (?:that|which|who)(?= )", after)):
            rest = after[told.end() :]
            return self._deed(rest) or bool(_DOES.match(rest) and not self._acts.match(rest, 1))
        led = _PREPOSITION.search(before) and not _OFFICE_OF.search(before)
        if led or _THAT.search(before) or self._object(before):
            return False
        return self._deed(after)

    def _comes_from(self, before: str, after: str) -> bool:
        """Return whether a view, or its voicing, comes from the institution."""
        if _LEADS.search(before) and (not before.endswith("to ") or _SEEMS.match(after)):
            return bool(_LED_ON.match(after)) or before.endswith("to ")
        if _SHOWN_BY.search(before) and _DOUBTED.match(after):
            return True
        viewed = re.search(r"([a-z-]+) (?:of|from|by) $", before)
        if (
            viewed
            and not _ARE_SO.match(after)
            and self._view.fullmatch(viewed[1])
            and viewed[1] not in _THINGS
        ):
            return True
        if AS_A_RULE.search(before):
            return False
        if voiced := _VOICED_BY.search(before):
            return bool(self._cues.saying.match(f" {voiced[1]}")) and not self._acts.search(
                voiced[1]
            )
        noun = _NOUN_FROM.search(before)
        return bool(_FROM.search(before) or (noun and self._view.fullmatch(noun[1])))

    def _is_met(self, before: str, after: str) -> bool:
        """Return whether the institution is spoken to, weighed or left out of the others."""
        if _EXCEPT.search(before):
            return bool(self._past.search(after) or self._past.search(before))
        asked = _ASKED.search(before) and _WHETHER.match(after)
        return bool(asked or _WEIGHS.search(before) or _MOVED.search(before))

    def _object(self, before: str) -> bool:
        led = _ONE_WORD.search(before)
        return bool(led and led[1] not in _NO_VERBS and self._past.fullmatch(led[1]))

    def _deed(self, after: str) -> bool:
        """Return whether the verb behind an institution tells what somebody does, not it."""
        if joined := _OTHERS.match(after):
            return self._deed_of_several(after[joined.end() - 1 :])
        if placed := _IN_A_TOWN.match(after):
            return self._deed(after[placed.end() :])
        skipped = _ADVERBS.match(after)
        return bool(skipped and self._tells(after, skipped.end()))

    def _tells(self, after: str, at: int) -> bool:
        if any(it.match(after, at) for it in (self._mind, _WILLED, _THAT_IT_IS)):
            return True
        if takes_a_stance(after[at - 1 :]):
            return True
        if _MODAL.match(after, at) or self._acts.match(after, at) or _WAS_ONE.match(after, at):
            return False
        if self._cues.saying.match(after, at - 1):
            return True
        told = self._past.match(after, at) or _DOES_IT.match(after, at - 1)
        return bool(told) and not self._when.search(after)

    def _deed_of_several(self, rest: str) -> bool:
        """Return whether several that are named together speak: and others disagreed."""
        for word in re.finditer(r" (?=[a-z])", rest[:80]):
            at = word.end()
            if _MODAL.match(rest, at) or self._acts.match(rest, at):
                return False
            if self._tells(rest, at):
                return True
        return False


_NO_VERBS = frozenset({"had", "would", "could", "might", "not", "even", "but"})
_THINGS = frozenset({
    "account", "draft", "figures", "paper", "presentation", "reading", "statement", "point",
    "points", "position", "contribution",
})  # fmt: skip


def _begins(after: str, of_script: Callable[[str], bool]) -> bool:
    first = after.lstrip()[:1]
    return bool(first) and of_script(first)
