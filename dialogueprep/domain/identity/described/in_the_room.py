"""Judges whether somebody described in a text was in the room, or people in general are meant.

Whoever a description with a determiner points at was in the room, unless something shows the
contrary: people of a kind, what ought to be done, a life elsewhere, an event of another time.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.any_of_a_calling import is_any_of_a_calling
from dialogueprep.domain.identity.described.bodies_in_pairs import WANTS
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.in_the_room_east import (
    Around,
    ChineseRoom,
    JapaneseRoom,
    KoreanRoom,
)
from dialogueprep.domain.identity.described.met_elsewhere import is_met_elsewhere
from dialogueprep.domain.identity.described.met_english import is_met_english
from dialogueprep.domain.identity.described.nobody_here_east import is_nobody_here
from dialogueprep.domain.identity.described.people_spoken_of import is_spoken_of
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import RoomWords
from dialogueprep.domain.identity.stances import (
    heads_a_note,
    is_marked_as_heard,
    is_short_of_a_verb,
    takes_a_stance,
)

_LISTS = word_lists("described", "in_the_room")

_ALL = frozenset({"all"})
_GROUP = frozenset({"two", "three", "four", "five", "six", "all", "several"})
_ADVERBS = f"(?:,? (?:{_LISTS['adverbs']}|(?!only)[a-z]+ly),?){{0,3}}"
_MODAL = (
    "(?:should|must|may|might be|can|cannot|can't|could be|shall|ought|needs? to|"
    "ha(?:s|ve) to|will be|to be|let)(?![a-z])"
)
_IS_MODAL = re.compile(rf"{_ADVERBS} {_MODAL}")
_MODAL_BEFORE = re.compile(rf"(?<![a-z]){_MODAL}|[a-z](?:ing|s) to (?:be )?[a-z]+ed by")
_IS_PRESENT = re.compile(
    rf"{_ADVERBS} (?:is|are|isn't|has|have|does|do|will|[a-z]{{2,}}(?<!thi)s)(?! been)(?![a-z])"
)
_IS_DONE_TO = re.compile(rf"{_ADVERBS} (?:is|are)(?: [a-z]+ly)? [a-z]+ed(?![a-z])")
_IS_USUAL = re.compile(
    f" (?:is|are) (?:usually |often |normally |mostly )?(?:{_LISTS['is_usual']})(?![a-z])"
)
_GUARD = re.compile("coast guards?$")  # that runs a scheme, and is nobody
_LAST_CLAUSE = re.compile("[,;:(]")
_LEADS = re.compile(
    r"(?:^|[.;:!?\"'(,] |, and |^and |but )(?:[a-z]+ )?(?:for|to|according to|as|asked by|"
    r"in the (?:view|words|opinion|eyes|judgement|judgment|reading|experience) of) $"
)
_SOURCE = re.compile(
    r"(?:^|[ (,])(?:by|from|told|asked|thanked|neither|unlike|including|only|answered) $"
)
_BEHIND_PREPOSITION = re.compile(
    r"(?:^|[ (])(?:of|to|by|for|with|in|on|at|from|between|than|about|against|over|towards?) $"
)
_BESIDE = re.compile(r"(?:^|[ (,])(?:of|with|than|to) $")
_ROUND_ABOUT = re.compile(" who(?:se|m)? | (?:and|or|nor) |,? (?:who|whose) ")
# for endeavour; again; on patients again
_BRIEF = re.compile(
    r" (?:for|against) (?!example|instance|now|once|sure|all |the |a |an |this |"
    r"that )[a-z-]+(?= ?[.,;]| ?$)|"
    r",? (?:again|once more)(?: (?:on|about)(?![a-z])|(?= ?[.,;:]| ?$))|"
    r" on [a-z0-9' -]{2,30} again(?![a-z])"
)
_NOTED = re.compile(r"(?:^|[;,] )(?:[-*•>] ?)*$")
_ASIDE = re.compile(
    r", (?:[a-z]+ing|now|then|once|half|clearly|visibly|[a-z]+ly)(?: [a-z' -]{2,50}?)?, (?=[a-z])"
)
_ENTRY = re.compile(r", (?!and |or |but )[a-z]|: ?[a-z]| [-–—] ?[a-z]")  # our friend, lists again
_OWNS = re.compile("'s? (?![a-z]+ing )")
# A Dutch engineer of the seventeenth century; オランダの技術者は十七世紀にも.
_OF_ANOTHER_AGE = re.compile(
    r"^ (?:of|in|from) the (?:early |late |mid-)?[a-z0-9-]+ (?:century|dynasty)(?![a-z])|"
    "^[はがも의은는이가도]? ?(?:[0-9]+|[一二三四五六七八九十]+)(?:世纪|세기)"
)


# What people of a calling do elsewhere or every year: 인도 과학자들은 해마다, 波兰检查员去年.
_GENERAL = re.compile(
    "^[은는이가도はがも]?[、 ]?(?:去年|今年|每年|前年|当年|近年|昨年|每月|"
    "지난해|작년|해마다|매년|올해)|"
    "^(?:正月|[一二三四五六七八九十0-9]+月)|(?:据报|报道称|报导|报じられ|보도되|보도했)"
)


_PREDICATE = re.compile(r"(?<![a-z])(?:was|were|is|are|be|been) $")  # the testers were all men
_SHORTLY = re.compile(
    r",? (?:again|too) ?: | ?(?: -|[:–—]|->|→) ?(?=(?:no|not|yes|why|who|how|what|when|too|more|"
    r"less|only|never|against|in favou?r|fine|ok|okay|agrees?|disagrees?|wants?|should|must|"
    r"cannot|can't|let|let's|we|i|you|wait|first|same|still|nobody|nothing|doubts?|asks?|could|would)(?![a-z]))"
)
_HEADS_LINE = re.compile(r" ?: ?(?!tb[cd]|n/a|see |vacant)[a-z]")
# Figures of a year that somebody cites today: 去年的数据, 昨年の数字, 지난해 통계.
_FIGURES_OF = re.compile(
    "(?:去年|前年|今年|近年|昨年|上(?:个?季度|个?月)|先月|지난해|작년|재작년|지난달|"
    "[0-9]{4} ?[年년](?:度|도)?)(?:的|の|의)? ?"
    f"(?:{_LISTS['figures_east']})|"
    "(?:last year's|last month's|[0-9]{4}) "
    f"(?:{_LISTS['figures_en']})"
)
_REPORTED = re.compile("据报|报道称|报导|报じられ|보도되|보도됐|보도했")


class InTheRoom:
    """Judges descriptions by what stands around them."""

    def __init__(self, cues: Cues, words: RoomWords) -> None:
        self._cues = cues
        self._words = words
        self._mind = cues.lexicon.institutions.mind["en"]
        self._chinese = ChineseRoom(cues, words)
        self._japanese = JapaneseRoom(cues, words)
        self._korean = KoreanRoom(cues, words)

    def level(self, phrase: Phrase, description: Description, folded: Folded) -> Level | None:
        """Return how surely a description speaks of somebody at the table, or None."""
        if is_spoken_of(phrase, folded) or is_nobody_here(phrase, folded, self._says(folded)):
            return None
        level = Level.BLOCK if phrase.present else self._around(phrase, description, folded)
        if level and not folded.text[phrase.head].isascii() and is_met_elsewhere(phrase, folded):
            return None
        return None if level and is_any_of_a_calling(phrase, folded) else level

    def _says(self, folded: Folded) -> Callable[[int], bool]:
        cues = self._cues
        return lambda at: bool(
            cues.han_saying.match(folded.text, at)
            or cues.anywhere_saying.search(folded.text, at, sentence(folded, at - 1)[1])
        )

    def _around(self, phrase: Phrase, description: Description, folded: Folded) -> Level | None:
        start, end = sentence(folded, phrase.head)
        around = Around(
            before=folded.text[start : phrase.start].lstrip(),
            after=_without_aside(folded.text[phrase.end : end]),
            placed=bool(description.territory or description.region or description.gender),
            several=bool(phrase.determiners & _GROUP),
            led=folded.text[phrase.start] == "的",
        )
        reported = self._of_a_kind(phrase, description, folded) and _REPORTED.search(around.after)
        if reported or (self._is_a_guard(phrase, folded) and not self._speaks(around)):
            return None
        if self._elsewhere(around):
            return Level.WARN if self._speaks(around) else None
        if not self._speaks(around):
            if _OF_ANOTHER_AGE.search(around.after):
                return None
            if self._of_a_kind(phrase, description, folded) and _GENERAL.search(around.after):
                return None
        if self._points(phrase, around, folded):
            other = self._of_another_time(around.before + around.after)
            return Level.WARN if other and not self._speaks(around) else Level.BLOCK
        return None

    @staticmethod
    def _is_a_guard(phrase: Phrase, folded: Folded) -> bool:
        return bool(_GUARD.search(folded.text, phrase.start, phrase.end))

    def _of_another_time(self, text: str) -> bool:
        """Return whether a time is told that is not the meeting's, and not only of figures."""
        when = self._words.when
        return bool(when.search(text) and when.search(_FIGURES_OF.sub("", text)))

    def _of_a_kind(self, phrase: Phrase, description: Description, folded: Folded) -> bool:
        """Return whether a place and a calling are told of people that nothing points at."""
        told = description.sector or description.broad or description.gender
        if told or phrase.determiners - {"several"} or folded.text[phrase.start].isascii():
            return False
        return phrase.end - phrase.head > 1 and not phrase.present

    def other_time(self, phrase: Phrase, folded: Folded) -> bool:
        """Return whether the sentence tells of a time or a place that is not the meeting's."""
        start, end = sentence(folded, phrase.head)
        around = folded.text[start : phrase.start] + folded.text[phrase.end : end]
        return bool(self._words.when.search(around))

    def _points(self, phrase: Phrase, around: Around, folded: Folded) -> bool:
        head = folded.text[phrase.head]
        if is_hangul(head):
            return self._korean.points(phrase, around)
        if is_east_asian(head):
            japanese = KANA.search(around.before[-40:] + around.after) or KANA.search(
                folded.text, phrase.start, phrase.end
            )
            room = self._japanese if japanese else self._chinese
            return room.points(phrase, around)
        said_of = phrase.determiners == _ALL and _PREDICATE.search(around.before)
        return not said_of and self._english(phrase, around, folded)

    def _elsewhere(self, around: Around) -> bool:
        table = self._words.elsewhere
        if table["en_before"].search(around.before) or table["en"].search(around.after):
            return True
        return not around.after.isascii() and bool(table["east"].search(around.after))

    def _speaks(self, around: Around) -> bool:
        cues, mind = self._cues, self._cues.lexicon.institutions.mind
        after = around.after
        if self._mind.match(after, 1) or cues.saying.match(after):
            return True
        if after.isascii():
            return False
        if any(mind[language].search(after) for language in ("ja", "ko")):
            return True
        return bool(
            mind["zh"].match(after)
            or cues.han_saying.match(after)
            or cues.anywhere_saying.search(after)
        )

    def _english(self, phrase: Phrase, around: Around, folded: Folded) -> bool:
        pointed = phrase.determiners & (ONE | _GROUP)
        behind = _BEHIND_PREPOSITION.search(around.before)
        if not pointed and (behind or _before_a_name(folded, phrase.end)):
            sourced = _SOURCE.search(around.before) or not is_plural(folded, phrase)
            return bool(behind and sourced) and around.placed and self._beside(around)
        several = is_plural(folded, phrase)
        ours = folded.text.startswith("our ", phrase.start) and around.placed and not several
        entered = ours and _ENTRY.match(around.after)
        if not behind and (entered or self._noted(around, bool(pointed), several)):
            return True
        saying = self._cues.saying if pointed else self._cues.surely_saying
        if saying.match(around.after) and not _IS_DONE_TO.match(around.after):
            return True
        if not pointed and not (around.placed and not is_plural(folded, phrase)):
            return False
        if behind:
            return self._beside(around)
        return self._past(around.after) or self._not_told(around)

    @staticmethod
    def _noted(around: Around, pointed: bool, plural: bool) -> bool:
        """Return whether a note tells somebody's stance: the reporter: no; journo not keen."""
        after = around.after
        brief = is_short_of_a_verb(after) or is_marked_as_heard(after) or _BRIEF.match(after)
        if pointed:
            wants = plural and WANTS.match(after)
            return bool(brief or wants) or heads_a_note(after) or takes_a_stance(after)
        brief = brief or (around.placed and _HEADS_LINE.match(after)) or _SHORTLY.match(after)
        return not plural and bool(brief) and bool(_NOTED.search(around.before))

    def _not_told(self, around: Around) -> bool:
        """Return whether somebody is pointed at without a deed told behind the description."""
        if around.placed and takes_a_stance(around.after):
            return True
        if _IS_MODAL.match(around.after) or _IS_USUAL.match(around.after):
            return False
        if _IS_PRESENT.match(around.after):
            return around.placed or bool(self._mind.match(around.after, 1))
        return self._beside(around)

    def _past(self, after: str) -> bool:
        skipped = re.compile(_ADVERBS + " ").match(after)
        return bool(skipped and self._words.past.match(after, skipped.end()))

    def _beside(self, around: Around) -> bool:
        """Return whether a description that is no subject of a verb points at somebody."""
        before, after = around.before, around.after
        if not (before + after).strip(" .,:;"):
            return around.placed
        if _LEADS.search(before) or (_OWNS.match(after) and not around.several):
            return True
        if _MODAL_BEFORE.search(_LAST_CLAUSE.split(before)[-1]):
            return False
        past = bool(self._words.past.search(before) or self._words.past.search(after))
        if _SOURCE.search(before) or _ROUND_ABOUT.match(after) or self._view_of(before):
            return past or around.placed
        if is_met_english(before, after):
            return True
        return around.placed and (past or bool(_BESIDE.search(before)))

    def _view_of(self, before: str) -> bool:
        """Return whether a view stands before: the reply of."""
        led = re.search(r"([a-z-]+) of $", before)
        return bool(led and self._words.view["en"].fullmatch(led.group(1)))


def _without_aside(after: str) -> str:
    """Return what follows without what is put in between: ", leaning back, said"."""
    aside = _ASIDE.match(after)
    return after[aside.end() - 1 :] if aside else after


def _before_a_name(folded: Folded, end: int) -> bool:
    """Return whether a word with a capital follows, so that the description is a title."""
    if not re.compile(" [a-z]").match(folded.text, end):
        return False
    return folded.original[folded.starts[end + 1]].isupper()


def is_plural(folded: Folded, phrase: Phrase) -> bool:
    """Return whether an English description is of several."""
    head = re.compile(r"[a-z' -]+").match(folded.text, phrase.head, phrase.end)
    words = head.group().split(" from ")[0].split(" of ")[0].strip() if head else ""
    return words.endswith(("s", "men", "people"))
