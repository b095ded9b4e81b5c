"""Tells whether a name in characters, kana or hangul stands at the head of a hurried note.

邵反对, 葛提三级, 黒岩、反対, 葉山は前向き, 남궁 반대, 남궁: 누가 내나. Such notes have no verb of
saying, no form of address and often no particle; what they have is a stance behind the name.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Fold, is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("named", "stances_east")

# Surnames of one character that head entries of lists as words.
_ENTRIES = frozenset(
    "高表马石金田林江水白黄万方安成钱车花米麦牛鱼叶谷山海河左右东西南北上下文武章严温冷平和乐常时史国党关边单"
    "双全元毛童何于向应别从后管曲年岁雷云雪风计柳桂梅竹松柏杨桃李陶房牧汤盘席路丁卜干支尚沙商包盛强明盖幸空段"
    "钟危寿桑苗凤能余宿景鲜甘古易连项祝贺任解终星港岛岸原森泉町村里堤峰冈关桥"
)
_ZH_HOW = (
    f"(?:{_LISTS['zh_how']}|不(?!断|同(?!意)|仅|少|久|足|良|利|便|料|过|但|论|"
    "管|妨|如|得|满足)){0,3}"
)
_ZH = (
    f"{_ZH_HOW}(?:(?:{_LISTS['stance_zh']})(?!率|度|是(?![说因])|也有|并不意味)|"
    "提(?:[一二两三四五六七八九十0-9]|了|出(?!口)|过|到)|"
    "要(?=[一二两三四五六七八九十0-9书看等改删加])|"
    f"发(?=[一-鿿]{{1,3}}(?:给|$))|的(?:{_LISTS['things_zh']}))"
)
_ZH_LED = (
    f"(?:^|[,，。;；、:： ]|{_LISTS['led_zh']}|待办[:：]? ?|行动[:：]? ?|{_LISTS['asked_zh']}|@)$"
)
_ZH_LED_BEHIND = {
    "据按照依": "的?(?:说法|意见|看法|话|建议|方案|数字|估计|介绍|理解)|(?:看|说|讲)",
    "听": "(?:讲|说)", "在": "(?:看来|眼里|那里)", "由": "(?:起草|牵头|负责|整理|汇总|主持|提出|"
    "发|写)",
    "问": "(?:谁|什么|为何|为什么|怎么|是否|能否|能不能|要不要)", "除了": "(?:都|外|以外|之外|,|"
    "，)",
    "请让办": "(?:发|写|起草|整理|汇总|介绍|说明|先|再|补|负责|改)",
    "谢": "的", "应复驳": "(?:时|的)", "同意": "(?:的|$|[,，。])", "成对持": "(?:的(?:意见|看法|"
    "说法|提议|建议)|$|[,，。])",
}  # fmt: skip
_SIGNS = r" ?(?:→|->|=>|\+)| ?[(（][^)）]{1,12}[)）] ?[:：→]|[:：]"
_JA_STANCE = f"(?:{_LISTS['ja_stance']})"
_JA = (
    f"[はがも](?:[^。]{{0,14}}?){_JA_STANCE}|、 ?(?:[^。、]{{0,10}}?){_JA_STANCE}|"
    "(?:だけ|のみ|以外|"
    f"を除)[^。]{{0,10}}?{_JA_STANCE}|"
    "(?:に言わせれば|いわく|曰く|と(?:[^。]{1,8})は(?:意見|考え|立場)が(?:違|異)|"
    f"、?[^。]{{1,8}}とも{_JA_STANCE}|によれば|によると|"
    f"としては|にとって|には(?=[^。]{{0,8}}{_JA_STANCE}))|"
    f"{_LISTS['ja_behind']}|が(?:[^。]{{1,10}})(?:を送る|を出す|を出した|送付|作成|"
    r"まとめる|持参|起草)|が(?:地図|図|表|資料|案)(?:$|[、。])|、 ?[^。]{1,40}と(?=$|[。\n])|"
    "[一二三四五六七八九十0-9]+(?:段階|年|か月|ヶ月|割|か所|時間|件)(?=$|[、。])"
)
_KO_STANCE = f"(?:{_LISTS['ko_stance']})"
_KO = (
    f"(?:[은는이가도만] )(?:[^.]{{0,12}}?){_KO_STANCE}|(?:에게|한테)(?:서)? (?:질문|동의|반론|"
    f"물어|답|확인)|"
    "(?:에 따르면|에 의하면|(?:으)?로서는|(?:을|를)? ?(?:빼고|제외하고)|(?:이?랑|하고|와|"
    "과) [^.]{0,8}(?:생각|의견|"
    "입장)[이은]? (?:다르|다름|갈))|"
    f" (?:쪽에서|측에서|말로는|말은|얘기로는)| {_KO_STANCE}|, ?{_KO_STANCE}|의 (?:의견|걱정|제안|"
    f"주장|질문|말|생각|지적|반론|발언|입장|수치|추정|계산)|"
    "(?:이|가) (?:[^.]{1,12}?)(?:보내기로|냈다|보냄|작성|정리|초안|제출|내기로|양보|이견)| 담당|"
    " 안(?:에|은|이)|"
    " (?:한|두|세|네|다섯|[0-9]+) ?(?:단계|년|개월|건|곳|가지)(?=$|[,.])| 서식"
)
_KO_SIGNS = r" ?(?:→|->|=>|\+)| ?\([^)]{1,12}\) ?[:→]| ?:"
# Positions one after another, each of which tells of the others: 远山提三级，柳提两级.
_NUMBER = (
    "[一二三四五六七八九十两0-9]+(?:级|成|票|年|月|天|日|段階|か月|割|か所|時間|件|次|条|"
    "项|個|个|名|隻|艘|家|%)"
)
_HOLDS = "(?:提|要|は|说|投|主张)?"
_LISTED_BEHIND = rf"{_HOLDS}{_NUMBER}[,、;] ?[\u4e00-\u9fffぁ-ん]{{1,4}}{_HOLDS}{_NUMBER}"
_LISTED_BEFORE = rf"{_NUMBER}[,、;] ?$"
_POSITION = rf"{_HOLDS}{_NUMBER}(?:$|[,、;。])"
_LABEL = r"(?:할 ?일|담당|과제|조치|후속|担当|宿題|課題|対応|TODO|待办|负责|行动|责任人) ?[:：] ?$"
_CLAUSE = re.compile(r"(?:^|[\s,.:;!?。、「『“\"(（→/+])$")


_MAY_OPEN = frozenset(
    ' ,.:;!?。、「『“"(（→/+@'
    "但而可连有除了同意成对持谢应复驳问请让办动上后按据照依听由在跟和与向如像着到名当责"
)


def may_open(letter: str) -> bool:
    """Return whether a name behind this letter may be at the head of a note, or be led to."""
    return letter in _MAY_OPEN


class EastNotes:
    """Judges names at the head of notes in Chinese, Japanese and Korean."""

    def __init__(self, fold: Fold) -> None:
        self._zh, self._ja, self._ko, self._label, self._signs, self._ko_signs = (
            re.compile(fold(p).text) for p in (_ZH, _JA, _KO, _LABEL, _SIGNS, _KO_SIGNS)
        )
        self._listed_behind, self._listed_before, self._position = (
            re.compile(fold(p).text) for p in (_LISTED_BEHIND, _LISTED_BEFORE, _POSITION)
        )
        self._led = re.compile(fold(_ZH_LED).text)
        self._led_behind = tuple(
            (fold(ends).text, re.compile(fold(behind).text))
            for ends, behind in _ZH_LED_BEHIND.items()
        )

    def heads(self, word: str, before: str, after: str, *, kana: bool) -> bool:
        """Return whether a name stands as somebody with a view between what stands around it.

        ``kana`` tells that the sentence has kana, so that it is Japanese.
        """
        if self._label.search(before) and len(word) > 1:
            return True
        if is_hangul(word[0]):
            return self._korean(before, after)
        opens = bool(_CLAUSE.search(before[-1:]))
        if opens and self._signs.match(after) and not (len(word) == 1 and word in _ENTRIES):
            return True
        if kana or not is_han(word[0]):
            told = opens and bool(self._ja.match(after))
            return told and (len(word) > 1 or word not in _ENTRIES)
        return self._chinese(before, after) or (
            len(word) > 1 and bool(self._japanese(before, after))
        )

    def is_listed(self, before: str, after: str) -> bool:
        """Return whether a name is one of several with a position each."""
        if self._listed_behind.match(after):
            return bool(_CLAUSE.search(before[-1:]))
        return bool(self._position.match(after) and self._listed_before.search(before))

    def _japanese(self, before: str, after: str) -> bool:
        return bool(_CLAUSE.search(before[-1:])) and bool(self._ja.match(after))

    def _chinese(self, before: str, after: str) -> bool:
        for ends, behind in self._led_behind:
            led = (
                before.endswith(ends)
                if len(ends) < 3 and ends in ("同意", "除了")
                else (before[-1:] in ends and bool(before))
            )
            if led and behind.match(after):
                return True
        return bool(self._zh.match(after) and self._led.search(before))

    def _korean(self, before: str, after: str) -> bool:
        if not _CLAUSE.search(before[-1:]):
            return False
        return bool(self._ko.match(after) or self._ko_signs.match(after))
