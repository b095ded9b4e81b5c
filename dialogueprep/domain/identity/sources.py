"""Judges whether an institution stands as the source of a view; what stands otherwise is free.

The source of a view is the subject of saying, thinking or doubting, the owner of a view, or what
a view comes from. A host, publisher, addressee, place or matter does none of this.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.fold import is_east_asian, is_hangul
from dialogueprep.domain.identity.lexicon import Institutions
from dialogueprep.domain.identity.room_words import RoomWords

_KANA = re.compile("[ぁ-ゖ]")
_ADVERBS = (
    r"(?:,? (?:also|then|however|again|later|still|too|once|first|long|(?!only)[a-z]+ly),?){0,2} "
)
_PREPOSITION = re.compile(
    r"(?:^|[ (,])(?:of|to|by|for|with|in|on|at|from|between|than|about|against|over|under|near|"
    r"towards?|via|through|like|within|outside|and|or|joined|visited|joining|visiting) $"
)
_JOINED = re.compile(
    r" (?:and|or|nor|as well as|together with) [^.;:]{1,70}? (?=[a-z])|,? (?:which|that) [^,.;]{1,70},? ?"
)
_LEADS = re.compile(
    r"(?:^|[.;:!?\"'(,] |and |but )(?:[a-z]+ )?(?:for|in the (?:view|words|opinion|eyes|judgement|"
    r"judgment|reading|experience) of|according to|asked by|as put by|as seen by|unlike|with) $"
)
_TO = re.compile(r"(?:^|[.;:!?\"'(,] )to $")
_SEEMS = re.compile(
    r",? (?:this|that|it|the [a-z]+) (?:seem|look|appear|sound|matter|was too|is too)"
)
_VOICED = re.compile(
    r"(?:expressed|raised|voiced|made|put|put forward|proposed|suggested|argued|advanced|offered|"
    r"supported|opposed|shared|held|asked|stated|recalled|questioned|objected to|drafted|tabled|"
    r"endorsed|rejected|favoured|favored|defended|heard|came|comes|stressed|noted)"
    r"(?: (?:only|mainly|chiefly|also|most|again))? (?:by|from) $"
)
_MODAL = re.compile(
    r"(?:should|must|may|can|shall|ought|will|needs? to|could|might|to|would be|would host|"
    r"ha(?:s|ve|d) been|(?:is|are|was|were|be) (?:[a-z]+ly )?[a-z]+(?:ed|en|un))(?![a-z])"
)
_SMALL_WORD = re.compile("(?<![a-z])[a-z]{2,}(?![a-z])")
_THAT = re.compile(
    r"(?:suggest|propos|recommend|request|urg|ask|wish|demand)[a-z]* that (?:the )?$"
)


class Sources:
    """Judges institutions by what stands around them."""

    def __init__(self, cues: Cues, tables: Institutions, room: RoomWords) -> None:
        self._cues = cues
        self._acts = tables.acts
        self._mind = tables.mind
        self._view = room.view
        self._past = room.past

    def is_source(self, word: str, before: str, after: str) -> bool:
        """Return whether an institution is the source of a view.

        ``before`` and ``after`` are what stands around it in its sentence.
        """
        last = word[-1]
        if is_hangul(last) or (not is_east_asian(last) and _touches(after, is_hangul)):
            return self._korean(after)
        if is_east_asian(last) or _touches(after, is_east_asian):
            around = before[-40:] + after
            return (
                self._japanese(before, after)
                if _KANA.search(around)
                else self._chinese(before, after)
            )
        return self._english(re.sub(r"(?:^|(?<= ))(?:the|our) $", "", before), after)

    def stands_alone(self, before: str, after: str) -> bool:
        """Return whether an institution stands in no sentence, as in a list or a cell."""
        rest = f"{before} {after}"
        if sum(is_east_asian(c) for c in rest) > 2:
            return False
        return len(_SMALL_WORD.findall(rest)) < 3 and not self._past.search(rest)

    def _english(self, before: str, after: str) -> bool:
        if _LEADS.search(before) and re.match(r"[,.]|(?: [a-z]+){0,2}$|$", after):
            return True
        if _TO.search(before) and _SEEMS.match(after):
            return True
        if _VOICED.search(before) or self._viewed(before):
            return True
        if owned := re.match(r"'s? ", after):
            return bool(self._view["en"].match(after, owned.end()))
        if _PREPOSITION.search(before) or _THAT.search(before) or self._object(before):
            return bool(re.search(r"(?:^|[ ,])neither $", before))
        return self._acts_as_mind(after)

    def _viewed(self, before: str) -> bool:
        """Return whether a view of the institution stands before: the reply of."""
        led = re.search(r"([a-z-]+) (?:of|from|by) $", before)
        return bool(led and led.group(1) in _VIEWS and self._view["en"].fullmatch(led.group(1)))

    def _object(self, before: str) -> bool:
        led = re.search(r"([a-z]+) $", before)
        return bool(led and self._past.fullmatch(led.group(1)))

    def _acts_as_mind(self, after: str) -> bool:
        """Return whether the verb behind an institution is one of a mind."""
        start = 0
        if joined := _JOINED.match(after):
            return self._joined(after, joined.end())
        skipped = re.compile(_ADVERBS).match(after)
        if not skipped:
            return False
        start = skipped.end()
        if self._mind["en"].match(after, start):
            return True
        if _MODAL.match(after, start) or self._acts["en"].match(after, start):
            return False
        return bool(self._cues.saying.match(after))

    def _joined(self, after: str, end: int) -> bool:
        """Return whether one of several that are named together speaks: and others disagreed."""
        rest = after[end - 1 :]
        for word in re.finditer(r" (?=[a-z])", rest[:80]):
            at = word.end()
            if _MODAL.match(rest, at) or self._acts["en"].match(rest, at):
                return False
            if self._mind["en"].match(rest, at) or self._cues.saying.match(rest, at - 1):
                return True
        return False

    def _chinese(self, before: str, after: str) -> bool:
        if after.startswith("的"):
            return bool(self._view["zh"].match(after, 1)) and not re.match(
                "的报告书?(?:已|由|刊)", after
            )
        if before.endswith(("在", "对", "对于")) and re.match(
            "(?:看来|眼中|来说|而言|来讲)", after
        ):
            return True
        if before.endswith("由") and re.match("(?:提出|指出|起草|建议|倡议|首先提)", after):
            return True
        if before.endswith("来自") and re.search(
            "(?:想法|意见|建议|质疑|疑问|提议|主张|观点|反对|支持)", before
        ):
            return True
        joined = re.match("(?:和|与|以及|同)[^,。;]{1,16}?(?=[反赞支同不也都均认表主])", after)
        rest = after[joined.end() :] if joined else after
        adverb = re.match("(?:方面|一方|也|还|则|都|均|曾|仍|却|对此|并|已)*", rest)
        rest = rest[adverb.end() :] if adverb else rest
        if self._acts["zh"].match(rest) or re.match("应|可|将|须|需|能|要(?!求)", rest):
            return False
        if before.endswith(
            ("由", "向", "给", "请", "访问", "参观", "感谢", "讨论", "建议", "呼吁", "在")
        ):
            return False
        return bool(self._mind["zh"].match(rest) or self._cues.han_saying.match(rest))

    def _japanese(self, before: str, after: str) -> bool:
        if after.startswith("の"):
            return bool(self._view["ja"].match(after, 1)) and not re.match("の报告书", after)
        if re.match("に(?:よれば|よると|言わせれば|とって)|としては|侧", after):
            return True
        if re.match("による", after):
            return bool(re.search("(?:案|提案|意见|指摘|主张|见解)(?:は|も)", before))
        if re.match("(?:から|より)", after):
            return bool(self._view["ja"].search(after[:24]))
        if not re.match("(?:など|ほか)?(?:[はがも]|では|、)", after):
            return False
        quoted = re.search("と(?:した|述べ|主张|指摘|说明|みる|の(?:立场|意见|见解|考え))", after)
        if self._acts["ja"].search(after) and not quoted:
            return False
        if re.search("べき|必要が|望まれ|求められ", after) and not quoted:
            return False
        mind = self._mind["ja"].search(after) or self._cues.anywhere_saying.search(after)
        return bool(quoted or mind)

    def _korean(self, after: str) -> bool:
        if owned := re.match("의 ?", after):
            return bool(self._view["ko"].match(after, owned.end()))
        if re.match("에 ?(?:따르면|의하면)|으?로서는|에게는|에게서|께서| ?측", after):
            return True
        if re.match("에서", after):
            voiced = "(?:의문|지적|제안|의견|반론|우려|요구|질문|이의)(?:이|가|을|를)"
            return bool(re.search(voiced, after[:24]))
        if not re.match("[은는이가도](?=[^가-힣]|$)", after):
            return False
        quoted = re.search("[다라자냐]고 |(?:다는|자는|라는) (?:입장|의견|견해)", after)
        if self._acts["ko"].search(after) and not quoted:
            return False
        if re.search("해야|되어야|필요가 있|바람직", after) and not quoted:
            return False
        mind = self._mind["ko"].search(after) or self._cues.anywhere_saying.search(after)
        return bool(quoted or mind)


_VIEWS = frozenset({
    "question", "questions", "reply", "replies", "answer", "answers", "view", "views", "remark",
    "remarks", "proposal", "suggestion", "suggestions", "argument", "arguments", "objection",
    "objections", "concern", "concerns", "doubt", "doubts", "comment", "comments", "idea", "ideas",
    "position", "intervention", "interventions", "request", "warning", "criticism", "opinion",
    "opinions", "words", "reaction", "response", "opposition", "resistance", "caution",
})  # fmt: skip


def _touches(after: str, of_script: object) -> bool:
    first = after.lstrip()[:1]
    return bool(first) and callable(of_script) and bool(of_script(first))
