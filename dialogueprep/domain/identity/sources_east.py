"""Judges in Chinese, Japanese and Korean whether an institution is the source of a view.

The predicate decides, not the particle: what is told as done is somebody's deed, unless it is
what institutions do as such.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.in_the_room_east import PAST_JA, PAST_KO
from dialogueprep.domain.identity.lexicon import Institutions
from dialogueprep.domain.identity.room_words import RoomWords

_ZH_ADVERB = re.compile(
    "(?:方面|一方|也|还|则|都|均|曾|仍|却|对此|并|已|始终|一直|随后|后来|首先|最后|只|就)*"
)
_ZH_OTHERS = re.compile("(?:和|与|以及|同|及)[^,。;]{1,16}?(?=[反赞支同不也都均认表主])")
_ZH_DEED = re.compile(
    "[^,。;、]{0,10}?(?:了|过|着(?!力)|不|没|未|很|较|更|最|太|颇|十分|非常|极|似乎|显得|感到|反复|一再|再次|把)"
)
_ZH_NO_DEED = re.compile(
    "[是为有位于设在将应须需能及等、,。的内里外上下前旁附近]|可(?!惜)|与|和|大楼|会议室"
)
_ZH_CLAUSE = re.compile("[^,。;]*")
_ZH_PLACED = (
    "由",
    "向",
    "给",
    "请",
    "访问",
    "参观",
    "感谢",
    "讨论",
    "建议",
    "呼吁",
    "在",
    "到",
    "于",
)
_JA_TOPIC = re.compile("(?:など|ほか)?(?:だけ|のみ|さえ|すら|まで|ばかり|自身)?(?:[はがも、]|では)")
_JA_QUOTED = re.compile("と(?:した|述べ|主张|指摘|说明|みる|の(?:立场|意见|见解|考え))")
_KO_TOPIC = re.compile(
    "(?:만이?|조차|까지|마저|뿐)?[은는이가도](?=[^가-힣]|$)|만(?= )|조차(?= )|까지(?= )"
)
_KO_QUOTED = re.compile("[다라자냐]고 |(?:다는|자는|라는) (?:입장|의견|견해)")


class ChineseSources:
    """Judges institutions in Chinese."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["zh"], tables.mind["zh"]
        self._view = room.view["zh"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        if after.startswith("的"):
            return bool(self._view.match(after, 1)) and not re.match("的报告书?(?:已|由|刊)", after)
        if self._is_met(before, after):
            return True
        if before.endswith(_ZH_PLACED):
            return False
        joined = _ZH_OTHERS.match(after)
        rest = after[joined.end() :] if joined else after
        adverb = _ZH_ADVERB.match(rest)
        return self._deed(rest[adverb.end() :] if adverb else rest, rest)

    def _is_met(self, before: str, after: str) -> bool:
        """Return whether a view comes from the institution, or is put to it."""
        if before.endswith(("在", "对", "对于")) and re.match("看来|眼中|来说|而言|来讲", after):
            return True
        if before.endswith("由") and re.match("提出|指出|起草|建议|倡议|首先提", after):
            return True
        if before.endswith("来自"):
            return bool(self._view.search(before[-16:]))
        left_out = before.endswith(("除", "除了", "除去")) and re.match("(?:之|以)?外", after)
        asked = before.endswith(("问", "追问", "反问", "提醒")) and re.match(
            "[^,。]{0,4}[是能会为如何]", after
        )
        put_to = before.endswith("向") and re.match("提问|发问|追问|提出质疑|解释|请教", after)
        return bool(left_out or asked or put_to)

    def _deed(self, rest: str, whole: str) -> bool:
        clause = _ZH_CLAUSE.match(rest)
        told = clause.group() if clause else ""
        if self._mind.match(rest) or self._cues.han_saying.match(rest):
            return not self._acts.match(rest)
        if self._acts.search(told) or _ZH_NO_DEED.match(rest):
            return False
        return rest != whole or bool(_ZH_DEED.match(told))


class JapaneseSources:
    """Judges institutions in Japanese."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["ja"], tables.mind["ja"]
        self._view = room.view["ja"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        if after.startswith("の"):
            return bool(self._view.match(after, 1)) and not re.match("の(?:报告书|案内)", after)
        if self._is_met(before, after):
            return True
        topic = _JA_TOPIC.match(after)
        return bool(topic) and self._deed(after)

    def _is_met(self, before: str, after: str) -> bool:
        """Return whether a view comes from the institution, or is put to it."""
        if re.match("に(?:よれば|よると|言わせれば|とって)|としては|侧|を(?:除|のぞ)|以外", after):
            return True
        if re.match("による", after):
            return bool(re.search("(?:案|提案|意见|指摘|主张|见解)(?:は|も)", before))
        if re.match("から|より", after):
            return bool(self._view.search(after[:24])) and not self._acts.search(after)
        put_to = "(?:への|に対する|に)(?:[^、。]{0,6})?(?:反论|质问|批判|异论|反対|反对|答え|回答)"
        differs = "と(?:は|も)?(?:同じ|意见|考え|立场|见解|异な|反対|违)"
        weighs = "には(?:[^。]{0,12})(?:すぎ|难し|重要|不满|ない|なかった|よい|大きい)"
        return bool(re.match(f"{put_to}|{differs}|{weighs}", after))

    def _deed(self, after: str) -> bool:
        quoted = _JA_QUOTED.search(after)
        if not quoted and (
            self._acts.search(after) or re.search("べき|必要が|望まれ|求められ", after)
        ):
            return False
        told = PAST_JA.search(after) or self._mind.search(after)
        return bool(quoted or told or self._cues.anywhere_saying.search(after))


class KoreanSources:
    """Judges institutions in Korean."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts, self._mind = tables.acts["ko"], tables.mind["ko"]
        self._view = room.view["ko"]

    def is_source(self, before: str, after: str) -> bool:
        """Return whether an institution between these is the source of a view."""
        if owned := re.match("의 ?", after):
            return bool(self._view.match(after, owned.end()))
        return self._is_met(after) or (bool(_KO_TOPIC.match(after)) and self._deed(after))

    def _is_met(self, after: str) -> bool:
        """Return whether a view comes from the institution, or is put to it."""
        if re.match(
            "에 ?(?:따르면|의하면)|으?로서는|에게는|에게서|께서| ?측|[을를] (?:제외|빼)", after
        ):
            return True
        if re.match("에서", after):
            return bool(self._view.search(after[:24])) and not self._acts.search(after)
        put_to = "에(?:게)? ?(?:대한 )?(?:[^.,]{0,6})?(?:반론|질문|비판|이의|반대|대답|답변)"
        differs = "[과와](?:는|도)? (?:같은|의견|생각|입장|견해|달리|다른)"
        weighs = "에(?:게)?[는도] (?:[^.]{0,12})(?:너무|어렵|중요|불만|않|없었|일렀|늦)"
        return bool(re.match(f"{put_to}|{differs}|{weighs}", after))

    def _deed(self, after: str) -> bool:
        quoted = _KO_QUOTED.search(after)
        if not quoted and (
            self._acts.search(after) or re.search("해야|되어야|필요가 있|바람직", after)
        ):
            return False
        told = PAST_KO.search(after) or self._mind.search(after)
        return bool(quoted or told or self._cues.anywhere_saying.search(after))
