"""Finds names in the places of a text where only somebody stands, in eastern scripts.

Behind the arrow of a task, in a line of copies, on a seat, before a form of greeting, as who is
thanked, sat beside or asked: → 데위, 抄送：若冰, 席4：ベディ, 에드워드에게, 和贝迪同桌. Such a word
needs no title; what is spelled like an ordinary word, or like a place, is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dialogueprep.domain.identity.cues import SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.named.eastern_names import EasternNames
from dialogueprep.domain.identity.named.sounding_apart import characters_in
from dialogueprep.domain.identity.reading.fold import HANGUL, Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.katakana import in_katakana
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean

_LISTS = word_lists("named", "in_places")

# Signs behind which somebody stands; a colon only behind a label: of copies, a seat, who does it.
_SIGNS = {sign: as_written(sign) for sign in ("→", "⇒", "➡", "@", "->", ":", "：")}
_LABEL = as_written(
    f"(?:(?<![A-Za-z])[Bb]?[Cc][Cc]|(?<![A-Za-z])CC|{_LISTS['label']})"
    r"[ \u3000]?[0-9０-９]{0,3}[ \u3000]?$"
)
_LONGEST_LABEL = 14
_SURELY_LED = as_written("[Cc][Cc]|CC|抄|主送|宛|参照先|写し|참조|수신|席|座|좌석|자리|명패")
# What stands before somebody in a Chinese sentence, and what has to stand behind then.
_LED_HAN = as_written(
    f"(?:感谢|感謝|谢谢|謝謝|多谢)了?$|的(?:人|一方|那位)?是$|(?:{_LISTS['led_han']})$|[和与跟同]$"
)
_LED_KANA = as_written(
    "[たるい]のは、?$|(?:議長|座長|司会|主催者|事務局|一同|我々|私)(?:は|が|から)、?$"
)
_LISTED_KANA = as_written("(?:で|が|と共に)(?:起草|分担|作成|担当|執筆|草案)")
_BEFORE = frozenset("谢謝了是在问教询托告听请由向据按照陪找给意成对持和与跟同はがら、")
# What stands behind somebody there.
_END = "$|[\\n,.;:!?)(、，。；：！？（）/]"
_ENDS_KANA = as_written(
    f"{_END}|[ \u3000]|さん|氏|様|先生|に|が(?!い)|へ|の|を|と|で|だ|は|も|から|ほか|ら(?![ァ-ヺ])"
)
_ENDS_HAN = as_written(f"{_END}|[ \u3000]|さん|氏|様|先生|に|が|へ|の(?!み)|を|と|で|だ|から")
_HAN_AFTER = {
    "和": _LISTS["together_han"],
    "请": _LISTS["tasks_han"],
    "由": "起草|负责|执笔|牵头|整理|主持|汇报|介绍|记录|提供|补|宣读|翻译|带|来|转|保管|联系",
    "听": "[讲说谈介]",
    "据": "[讲说介透称回观估的]",
    "坐在": "旁边|身边|右|左|对面|隔壁|后|前|的",
    "同意": "的|所|说|提|,|，|$|。",
    "感谢": "$|[,。，.!！;；\n的所提为在]",
    "给": "发|寄|打电话|写|回|看|留|转|$|[,。，.;；\n]",
}  # fmt: skip
_SAME = {
    **dict.fromkeys("与跟同", "和"), **dict.fromkeys(("按", "照"), "据"),
    **dict.fromkeys(("赞成", "反对", "支持"), "同意"),
    **dict.fromkeys(("感謝", "谢谢", "謝謝", "多谢"), "感谢"),
    **dict.fromkeys(("向", "找", "问问", "请教", "询问", "拜托", "转告", "委托", "陪", "除了"), ""),
}  # fmt: skip
_AFTER = {word: as_written(after) for word, after in _HAN_AFTER.items()}
_CLAUSE_HAN = as_written(rf"$|[ \n,.;:!?)(，。；：！？（）、的]|{_LISTS['clause_han']}")
_ENDS_HANGUL = as_written(
    "(?:(?:[은는이가을를의도만과와께]|에게|한테|께서|이?랑|하고|씨|님)?(?![가-힣])|였|이었|"
    "이?라고|입니다|이다)"
)
# What stands behind somebody wherever it is.
_BEHIND_HAN = as_written("您好|你好|[(（](?:线上|線上|在线|在線|远程|視訊|视频)[)）]")
_BEHIND_KANA = as_written(
    r"曰く|[(（](?:オンライン|リモート|遠隔|代理|欠席|途中退席)[^)）\n]{0,4}[)）]|"
    "の(?:隣|向かい|真向かい|席(?=[はにへを])|名札|横(?=[にで])|右隣|左隣)|を除[きくい]|"
    rf"に(?:{_LISTS['behind_kana']}|[^\s。、]{{1,6}}までの|よれば|拠れば)|"
    "の(?:数字|数値|図|データ|資料|試算|推計)(?=[はがをに])|"
    "が(?:起草|執筆|下書き|とりまとめ|取りまとめ|代筆|挙手)"
)
_BEHIND_HANGUL = as_written(  # its first letter is looked for, and then what stands around it
    "[에한께님귀말옆맞빼제온화원수자계추도슬의질초발손기작](?:"
    f"(?<=에)게|(?<=한)테|(?<=께)서|(?<=께)(?![가-힣])|{_LISTS['before_hangul']}|"
    "(?<=[(]온)라인[)]|(?<=[(]화)상[)]|(?<=[(]원)격[)]|"
    f"(?<=의 .)(?:{_LISTS['things_hangul']})|"
    "(?<=[이가] .)(?:(?<=초)안|(?<=질)문|(?<=발)언권|(?<=손)을|(?<=기)록|(?<=작)성))"
)
_OPENS_HANGUL = as_written(
    "(?:에게|한테|께서|께|님께)$|만 (?:빼고|제외)$| (?:귀하|말로는|옆[에자]|맞은편)$|"
    " ?[(](?:온라인|화상|원격)[)]$|의 (?:수치|자료|계산|추정|도표|슬라이드|의견|제안|질문)$|"
    "[이가] (?:초안|질문|발언권|손을|기록|작성)$"
)
_LED_HANGUL = tuple(  # two, since an engine that looks for a word is quicker than for a letter
    as_written(
        f"{particle} (?<=[람자쪽분]..)(?:(?<=사람..)|(?<=발언자..)|(?<=[쪽분]..))(?=[가-힣])"
    )
    for particle in "은는"
)
_SURELY_BEHIND = as_written(
    "에게|한테|께|님께| 귀하| ?[(（]|曰く|の[隣向横右左席名]|に[謝感お御]| 말로는| [옆맞]|[您你]"
)
_KANA_AT = as_written("[ァ-ヺー][ァ-ヺー・＝=]+")
_HAN_AT = as_written("[\u4e00-\u9fff·・]{2,16}")
_HANGUL_AT = as_written("[가-힣]{2,9}(?: [가-힣]{1,9}){0,3}")
_HANGUL_BACK = as_written("(?<![가-힣])(?:[가-힣]{1,8} ){0,3}[가-힣]{2,9}$")
_DOTS = as_written("[・＝=· ]")
_REACH = 28  # letters of a name at most
_CLOSE = 10  # letters that may stand between a name and what shows it
_SHORTEST = 2
_Placed = tuple[int, int, tuple[int, ...]]  # where in the original, and whose
_ALONE = as_written(
    "[ \u3000\"'「]*([ァ-ヺー・＝=]{2,}|[\u4e00-\u9fff·]{2,12}|"
    "[가-힣]{2,9}(?: [가-힣]{1,9}){0,3})"
    "(?:さん|氏|様|님|[」\"'。.!！?？ ])*$"
)
_OF_A_VERB = as_written(
    "(?:[아어여와워해서]야|[아어여]서|으면|[하오]고|[하오]지|이어|어라|[왔았었였했]다|이다|르다|"
    "으로|에서|이란|도록|는데|"
    "으며|라는|라고|하여|하게|지만|할지|릴지|으니|걸음|놓음|오는|오던|가는|돌아온|들어온)$"
)
_CONSONANTS = 3  # that a name has to have that is only told by how it sounds
_AFTER_HAN, _AFTER_KANA = frozenset("您你(（"), frozenset("曰(（のをにが")
_AFTER_EITHER = _AFTER_HAN | _AFTER_KANA
_LEADS_KANA = frozenset("はがら、")


def _behind_kana(text: str, end: int) -> re.Match[str] | None:
    """Match what stands behind somebody in a Japanese sentence."""
    return _BEHIND_KANA.match(text, end) if text[end : end + 1] in _AFTER_KANA else None


class PlaceSearch:
    """Names of a roster where only somebody stands."""

    def __init__(self, names: EasternNames) -> None:
        self._names = names

    def find(self, folded: Folded, places: Sequence[tuple[int, int]]) -> list[Found]:
        """Return such names, as places in folded text.

        ``places`` are where names of the roster are spelled in eastern scripts.
        """
        text = folded.original
        if text.isascii():
            return []
        found = [*self._alone(text), *self._behind_signs(text), *self._in_kana(text)]
        if HANGUL.search(text):
            found += self._in_hangul(text)
        spelled = (folded.span(*at) for at in places if is_han(folded.text[at[0]]))
        runs = (folded.span(*run.span()) for run in characters_in(folded.text))
        for sounding, among in ((False, spelled), (True, runs)):
            for start, end in among:
                found += self._in_characters(text, start, end, sounding=sounding)
        return [self._found(folded, *it) for it in found]

    def _alone(self, text: str) -> Iterator[_Placed]:
        """Yield a name that is all of a note, as on a plate or behind the arrow of a task."""
        word = _ALONE.match(text) if len(text) <= _REACH else None
        if word and (who := self._whose(word[1])):
            yield *word.span(1), who

    def _behind_signs(self, text: str) -> Iterator[_Placed]:
        """Yield names behind an arrow, an at sign and labels."""
        there = [way for sign, way in _SIGNS.items() if sign in text]
        for at, sign in sorted((m.end(), m[0]) for way in there for m in way.finditer(text)):
            surely = sign == "@"
            if sign in ":：":
                label = _LABEL.search(text[max(0, at - 1 - _LONGEST_LABEL) : at - 1])
                if not label:
                    continue
                surely = bool(_SURELY_LED.match(label.group()))
            start = at + (text[at : at + 1] in (" ", "\u3000"))
            first = text[start : start + 1]
            if "ァ" <= first <= "ヺ":
                yield from self._kana(text, start, surely=surely)
            elif first and is_hangul(first):
                yield from self._hangul(text, start, surely=surely)
            elif first and is_han(first):
                yield from self._han(text, start, surely=surely)

    def _kana(self, text: str, start: int, *, surely: bool) -> Iterator[_Placed]:
        run = _KANA_AT.match(text, start)
        if not run or not _ENDS_KANA.match(text, run.end()):
            return
        if who := self._whose(run.group(), surely=surely):
            yield start, run.end(), who

    def _hangul(self, text: str, start: int, *, surely: bool) -> Iterator[_Placed]:
        run = _HANGUL_AT.match(text, start)
        for end in range(run.end() if run else start, start + _SHORTEST - 1, -1):
            name = text[start:end]
            if _ENDS_HANGUL.match(text, end) and (who := self._whose(name, surely=surely)):
                yield start, end, who
                return

    def _han(self, text: str, start: int, *, surely: bool) -> Iterator[_Placed]:
        run = _HAN_AT.match(text, start)
        for end in range(run.end() if run else start, start + _SHORTEST - 1, -1):
            name = text[start:end]
            if _ENDS_HAN.match(text, end) and (who := self._whose(name, surely=surely)):
                yield start, end, who
                return

    def _in_kana(self, text: str) -> Iterator[_Placed]:
        """Yield words in katakana before or behind which somebody is told of."""
        for run in in_katakana(_KANA_AT, text):
            start, end = run.span()
            behind = _behind_kana(text, end)
            if not behind and not self._is_led_in_japanese(text, start, end):
                continue
            surely = bool(behind and _SURELY_BEHIND.match(behind.group()))
            if who := self._whose(run.group(), surely=surely):
                yield start, end, who

    @staticmethod
    def _is_led_in_japanese(text: str, start: int, end: int) -> bool:
        last = text[start - 1 : start]
        if last not in _LEADS_KANA:
            return False
        if last == "、" and _LISTED_KANA.match(text, end):
            return True
        led = _LED_KANA.search(text[max(0, start - _CLOSE) : start])
        return bool(led and _ENDS_KANA.match(text, end))

    def _in_hangul(self, text: str) -> Iterator[_Placed]:
        """Yield words in hangul before or behind which somebody is told of."""
        for start in sorted(led.end() for way in _LED_HANGUL for led in way.finditer(text)):
            yield from self._hangul(text, start, surely=True)
        for sign in _BEHIND_HANGUL.finditer(text):
            near = max(0, sign.start() - 3)
            opens = _OPENS_HANGUL.search(text[near : sign.end()])
            if opens:
                surely = bool(_SURELY_BEHIND.match(opens.group()))
                yield from self._back_in_hangul(text, near + opens.start(), surely=surely)

    def _back_in_hangul(self, text: str, end: int, *, surely: bool) -> Iterator[_Placed]:
        """Yield the longest name in hangul that ends here."""
        offset = max(0, end - _REACH)
        before = text[offset:end]
        run = _HANGUL_BACK.search(before)
        start = run.start() if run else len(before)
        while start < len(before):
            if who := self._whose(before[start:], surely=surely):
                yield offset + start, end, who
                return
            space = before.find(" ", start)
            start = space + 1 if space >= 0 else len(before)

    def _in_characters(
        self, text: str, start: int, end: int, *, sounding: bool
    ) -> Iterator[_Placed]:
        """Yield a name in characters that stands here, or begins here if only told by sound."""
        last = text[start - 1 : start]
        led = None
        if last and last in _BEFORE:
            led = _LED_HAN.search(text[max(0, start - 5) : start])
        opens = not last or not (is_han(last) or "ぁ" <= last <= "ヺ")
        kana = not sounding and self._is_led_in_japanese(text, start, end)
        if not (led or kana or opens):
            return
        if not (led or kana or sounding) and text[end : end + 1] not in _AFTER_EITHER:
            return
        ends = range(end, start + _SHORTEST - 1, -1) if sounding else (end,)
        for at in ends:
            stands = kana or (led and self._behind(led.group()).match(text, at))
            if opens and not stands:
                stands = text[at : at + 1] in _AFTER_HAN and _BEHIND_HAN.match(text, at)
                stands = stands or (not sounding and _behind_kana(text, at))
            if stands and (who := self._whose(text[start:at])):
                yield start, at, who
                return

    @staticmethod
    def _behind(led: str) -> re.Pattern[str]:
        """Return what has to stand behind a name in characters, by what stands before it."""
        word = led.removesuffix("了")
        return _AFTER.get(_SAME.get(word, word), _CLAUSE_HAN)

    def _whose(self, written: str, *, surely: bool = False) -> tuple[int, ...]:
        """Return whose a word is that stands where somebody does, if it is nothing else.

        What sounds like a name and is not spelled so has to have some consonants, unless it stands
        where ``surely`` nothing but somebody does.
        """
        pieces = [p for p in _DOTS.split(written) if p]
        hangul = is_hangul(written[0])
        if hangul and any(is_plain_korean(p) for p in pieces):
            return ()
        joint = "".join(pieces)
        least = 0 if surely else _CONSONANTS - is_han(written[0])
        sounding = not hangul or (len(joint) > _SHORTEST and not _OF_A_VERB.search(joint))
        who = self._names.in_place(joint, least=least, sounding=sounding)
        if who or len(pieces) < _SHORTEST:
            return who
        parts = [self._names.in_place(piece) for piece in pieces]
        both = (w for part in parts for w in part if sum(w in other for other in parts) > 1)
        return tuple(dict.fromkeys(both))

    @staticmethod
    def _found(folded: Folded, start: int, end: int, who: tuple[int, ...]) -> Found:
        return Found(
            start=bisect_left(folded.starts, start),
            end=bisect_left(folded.ends, end) + 1,
            level=Level.BLOCK,
            kind=ExposureKind.NAME,
            why=SPEAKING,
            who=who,
        )
