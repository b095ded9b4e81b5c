"""Finds a small room that is said to agree as a whole: 小组成员一致同意, 出席者全員が合意した.

Who knows who sat in a group of six knows of each of them. A plenary may agree; that nothing more
was said, or that a text was accepted, is no view of anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.described.speakers import WHOLE_GROUP
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.neutral.wording import phrase
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.windows import Windowed
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.texts import language_of

_LISTS = word_lists("described", "whole_rooms")

_NUMBER = "(?:three|four|five|six|seven|[3-7])"
_GROUP = r"(?:drafting |small |working |breakout |sub)?(?:group|team|committee|room|table|circle)"
_HERE = rf"(?: (?:of|in|at|around) (?:the|this) {_GROUP}| present)"
_MEMBERS = "(?:members|participants|drafters)"
_ALL = (
    rf"(?:(?:everyone|everybody|all){_HERE}|all(?: of)?(?: the)?(?: {_NUMBER})? {_MEMBERS}{_HERE}?)"
)
_WHO = rf"(?:the (?:entire |whole |full )?{_GROUP}|{_ALL}|the (?:{_NUMBER} )?{_MEMBERS}{_HERE}?)"
_HELD = f"(?:{_LISTS['held']})"
_ENGLISH = re.compile(
    rf"(?<![a-z]){_WHO} (?:(?:was|were) (?:unanimous|united|of one mind|in favou?r|agreed)|"
    rf"(?:unanimously|as one|jointly|to a (?:wo)?man|all) {_HELD}|{_HELD} unanimously)(?![a-z])|"
    rf"(?<![a-z]){_ALL} {_HELD}(?![a-z])|"
    r"(?<![a-z])(?:unanimously,? (?:agreed|decided|adopted|rejected)|agreed unanimously)(?![a-z])"
)
_CHINESE = re.compile(
    "(?:(?:起草|工作|小|编写)?(?:小组|组)(?:的)?)?(?:全体|所有|全组|[三四五六七3-7](?:[位名个]|人))?"
    "(?:成员|组员|与会者|参会者|人员|代表|全组|小组|人)(?:全体|[三四五六七3-7]人)?"
    "(?:(?:均|都|全都|全部|无一例外地?|一致)(?:表示)?(?:同意|赞成|反对|支持|认为|主张|接受|觉得|要求|"
    "希望|倾向)|(?:意见|看法|立场)(?:完全)?一致)|"
    "(?:起草小组|起草组|小组|工作组|全组)[三四五六七3-7]人(?:均|都|全都|一致)[^,。]{0,2}(?:同意|赞成|"
    "反对|支持|认为|主张)|全组一致"
)
_JAPANESE = re.compile(
    "(?:(?:出席者|参加者|めんばー|委员|班员|起草班|作业班|起草部会|小组|全体)(?:の)?(?:全员|一同|全て)|"
    "全员|[三四五六七3-7](?:人|名|者)(?:とも|全员|そろって|揃って))(?:が|は|とも|、)"
    "[^。]{0,30}?(?:合意|赞成|赞同|同意|支持|反对|一致|求め|述べ|考え|望ん|主张|推し)|"
    "全会一致で|满场一致で"
)
_KOREAN = re.compile(
    f"(?:{_LISTS['korean']})"
    "(?:전원|모두|만장일치|(?:[세네]|다섯|여섯|일곱|[3-7]) ?(?:사람|명|분|인) ?(?:모두|전원|다))"
    "[이가은는으로]{0,2} [^.]{0,30}?(?:동의|찬성|합의|지지|반대|원했|요구|하기로|선호)|"
    "만장일치로 [^.]{2,30}?(?:하기로|했|하였|합의|동의)"
)
_AROUND = 60
_TOLD = tuple(
    Windowed(pattern, words, _AROUND)
    for pattern, words in (
        (
            _ENGLISH,
            ("unanim", "united", "of one mind", "in favo", "agreed", "as one ", "jointly ",
             "members", "participants", "drafters", "everyone ", "everybody ", " all "),
        ),
        (_JAPANESE, ("全员", "一同", "全て", "とも", "そろって", "揃って", "一致で")),
        (_CHINESE, ("一致", "全都", "全部", "均", "都", "无一例外")),
        (_KOREAN, ("전원", "모두", "만장일치", " 다")),
    )
)  # fmt: skip


class WholeRooms:
    """Finds such words where all of the rooms in question are small."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._places = {it.id: n for n, it in enumerate(roster.participations)}
        self._last: tuple[Rooms, tuple[int, ...]] = (), ()

    def find(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        """Yield where a small room is said to agree, with who sat there."""
        who = self._in_small(rooms)
        for told in _told(folded.text) if who else ():
            language = language_of(folded.written(*told.span()))
            several = phrase(Attribution(count=Count.SEVERAL), language, self._roster.labels)
            yield Found(
                start=told.start(),
                end=told.end(),
                level=Level.BLOCK,
                kind=ExposureKind.DESCRIPTOR,
                why=WHOLE_GROUP,
                who=who,
                k=len(who),
                suggestion=several,
            )

    def _in_small(self, rooms: Rooms) -> tuple[int, ...]:
        """Return who sits in the smallest room if all are small; kept for the last rooms."""
        known, who = self._last
        if len(known) != len(rooms) or any(a is not b for a, b in zip(known, rooms, strict=True)):
            counting = self._roster.counting
            counted = [list(counting.counted(room)) for room in rooms]
            small = all(1 < len(there) < counting.small_room for there in counted)
            fewest = min(counted, key=len, default=()) if small else ()
            who = tuple(self._places[a.who.id] for a in fewest if a.who.id in self._places)
            self._last = rooms, who
        return who


def _told(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text that tell of a whole room; where two overlap, the first."""
    done = -1
    found = (told for it in _TOLD for told in it.find(text))
    for told in sorted(found, key=lambda it: (it.start(), -it.end())):
        if told.start() >= done:
            done = told.end()
            yield told
