"""Judges whether a name among Chinese, Japanese or Korean words stands as somebody in the room."""

from __future__ import annotations

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.in_the_room_east import (
    Around,
    ChineseRoom,
    JapaneseRoom,
    KoreanRoom,
)
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul


class EastPeople:
    """Judges names as descriptions are judged, by particle and predicate."""

    def __init__(self, cues: Cues) -> None:
        room = cues.lexicon.room
        self._chinese, self._japanese = ChineseRoom(cues, room), JapaneseRoom(cues, room)
        self._korean = KoreanRoom(cues, room)

    def stands(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether what stands here acts, speaks, owns a view or is spoken to."""
        first, last = sentence(folded, start)
        before, after = folded.text[first:start].lstrip(), folded.text[end:last]
        phrase = Phrase(start, end, start)
        near, next_to = before.rstrip()[-1:], after.lstrip()[:1]
        if (near and is_hangul(near)) or (next_to and is_hangul(next_to)):
            return self._korean.points(phrase, Around(before, after, True, False))
        if KANA.search(after) or KANA.search(before[-40:]):
            return self._japanese.points(phrase, Around(before, after, True, False))
        return self._chinese.points(phrase, Around(before, after, False, False))
