"""Finds somebody told by a calling alone: an insurer asked, 一位水文学家指出, 한 의사는.

A roster holds no callings. But an insurer is the one from Meadowlark Mutual, a hydrologist the one
of the flood laboratory. Where nobody or too many may be meant, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.any_of_a_calling import is_rule_of_all
from dialogueprep.domain.identity.described.description import ONE
from dialogueprep.domain.identity.described.held_callings import HeldCallings
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.neutral.wording import phrase
from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.room_words import Trade
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.texts import language_of
from dialogueprep.words import later

_LISTS = word_lists("described", "lone_trades")

TRADE = later("Too few of those present fit this description: {k}.")
_LED = re.compile(r"(?<![a-z])(?:an?|one|another|the|our) (?!former |retired )(?:[a-z]+ )?$")
_SOURCE = re.compile(
    r"(?<![a-z])(?:according to|(?:came|come) from|(?:raised|asked|put|voiced|made|proposed) by|"
    r"(?:participant|speaker|delegate|colleague),) an? $"
)
_THEN = re.compile(r" (?:then|also|however|in turn|later|[a-z]{3,}ly)(?= [a-z])")
_REACTED = re.compile(f"(?: [a-z]+ly)? (?:{_LISTS['reacted']})(?![a-z])")
# What is asked of anybody: should a nurse sit the whole examination again?
_ASKED_OF_ALL = re.compile(
    r"(?:should|can|could|may|must|does|do|did|is|are|would|will|when|if|unless|what|why|how|whether|"
    r"where)(?![a-z])"
)
# What is so, or needed, of anybody of a calling: a lawyer would be needed, the doctor's
# certificate is valid; and who only runs a house somewhere.
_SO_OF_ALL = re.compile(
    r"(?:'s (?:[a-z]+ ){1,3}| )?(?:would be|will be|is|are|has to|have to|needs?|should|must|can|"
    r"may|might)(?![a-z])"
)
_KEPT_BY = re.compile(f"(?:{_LISTS['kept_by']}) by $")
_LED_ZH = re.compile("(?:[一另那这][位名]|[那这])$")
_LAUGHED_EAST = re.compile("笑|摇头|点头|叹|回忆|首を|颔|うなず|고개|웃|끄덕|떠올|의심")
_BEHIND_JA = re.compile("(?:の方|さん|の参加者|の出席者)?[はがも]|(?:の方|さん)?から")
_BEHIND_KO = re.compile("(?: ?(?:한 명|한 분|분|참석자|참가자))?[은는이가도] |(?: 한 명)?에게서 ")
_LED_KO = re.compile(  # 한 병원 의사가, with where somebody works
    "(?:^|[.,] ?|(?:^| )(?:한|어느|다른|그|이에|있던|또) )"
    f"(?:(?:(?:{_LISTS['kinds_of_one_ko']}) )?(?:{_LISTS['workplaces_ko']}) )?$"
)
_LED_BY = 16  # letters that lead to a calling in hangul at most
_NO_ONE_HERE = anywhere(
    f"{_LISTS['no_one_here_east']}|(?<![a-z])(?:{_LISTS['no_one_here_en']})(?![a-z])"
)


class LoneTrades:
    """Looks for callings that no table tells of anybody."""

    def __init__(self, roster: Roster, cues: Cues, callings: HeldCallings) -> None:
        self._roster = roster
        self._cues = cues
        self._callings = callings
        self._places = {str(it.id): n for n, it in enumerate(roster.participations)}

    def find(self, folded: Folded, rooms: Rooms, phrases: list[Phrase]) -> Iterator[Found]:
        """Yield callings that only few of those who may speak can have, where they speak.

        ``phrases`` are the descriptions of the text: what stands in one that tells a place too is
        counted with it.
        """
        placed = [
            (it.start, it.end)
            for it in phrases
            if it.description.territory or it.description.region
        ]
        for start, end, trade in self._callings.found(folded):
            if any(first <= start and end <= last for first, last in placed):
                continue
            span = self._told(folded, start, end)
            who = self._holders(trade, rooms) if span else ()
            if span and 0 < len(who) < max(self._roster.k, 2):
                language = language_of(folded.written(*span))
                yield Found(
                    start=span[0],
                    end=span[1],
                    level=Level.BLOCK,
                    kind=ExposureKind.DESCRIPTOR,
                    why=TRADE,
                    who=tuple(self._places[w] for w in who),
                    k=len(who),
                    suggestion=phrase(Attribution(), language, self._roster.labels),
                )

    def meant(self, phrase: Phrase, folded: Folded) -> bool:
        """Return whether one of the meeting is told by a calling alone, and nobody elsewhere."""
        text = folded.text
        first, last = sentence(folded, phrase.head)
        before, after = text[first : phrase.start], text[phrase.end : last]
        room = self._roster.lexicon.room
        elsewhere = room.elsewhere["east" if is_east_asian(text[phrase.head]) else "en"]
        any_one = _ASKED_OF_ALL.match(before.lstrip()) or text.startswith("a single ", phrase.start)
        if not phrase.determiners & ONE or any_one or _SO_OF_ALL.match(after):
            return False
        if _KEPT_BY.search(before):
            return False
        if _NO_ONE_HERE.search(before + after) or room.when.search(before + after):
            return False
        return not elsewhere.search(after)

    def _told(self, folded: Folded, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of somebody with a calling who says or does something here."""
        text = folded.text
        first, last = sentence(folded, start)
        room = self._roster.lexicon.room
        around = text[first:start] + text[end:last]
        if _NO_ONE_HERE.search(around) or room.when.search(around):
            return None
        east = is_east_asian(text[start])
        elsewhere = room.elsewhere["east" if east else "en"]
        if elsewhere.search(text, end, last) or is_rule_of_all(folded, start, end):
            return None
        return self._eastern(folded, start, end) if east else self._english(text, start, end)

    def _english(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        led = _LED.search(text, max(0, start - 24), start)
        if not led or text[end : end + 1].isalpha():
            return None
        then = _THEN.match(text, end)
        at = then.end() if then else end
        told = _REACTED.match(text, end) or self._cues.surely_saying.match(text, at)
        told = told or _SOURCE.search(text, max(0, start - 40), start)
        return (led.start(), end) if told else None

    def _eastern(self, folded: Folded, start: int, end: int) -> tuple[int, int] | None:
        text, (first, last) = folded.text, sentence(folded, start)
        if is_hangul(text[start]):
            led = _LED_KO.search(text, max(first, start - _LED_BY), start)
            behind, led_by = _BEHIND_KO.match(text, end), led.start() if led else start
            begins = led is not None or start == first
        elif led := _LED_ZH.search(text, max(first, start - 2), start):
            said = self._cues.han_saying.match(text, end) or text.startswith("对", end)
            said = (
                said or _LAUGHED_EAST.match(text, end) or text[led.start() - 2 :].startswith("来自")
            )
            return (led.start(), end) if said else None
        else:
            behind, led_by, begins = _BEHIND_JA.match(text, end), start, start == first
            begins = begins or text[start - 1] in ",、のるたに方"
        if not begins or not behind:
            return None
        said = self._cues.anywhere_saying.search(text, behind.end(), last)
        said = said or _LAUGHED_EAST.match(text, behind.end())
        return (led_by + (text[led_by] in " .,"), end) if said else None

    def _holders(self, trade: Trade, rooms: Rooms) -> tuple[str, ...]:
        able, counting = self._callings.able(trade), self._roster.counting
        sets = (
            tuple(str(a.who.id) for a in counting.counted(room) if str(a.who.id) in able)
            for room in rooms
        )
        return min((s for s in sets if s), key=len, default=())
