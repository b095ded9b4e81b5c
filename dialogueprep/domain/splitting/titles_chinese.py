"""Chinese titles: the act of an idea, without those who say it, cut where a phrase ends."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.cues import Wording

_FEWEST = 6  # characters of a title
_SAYS = re.compile(
    r"^[^；。]{0,60}?(?:我的?(?:看法|建议|建議|想法|意见|意見)是|[认認][为為]|表示|指出|"
    r"建[议議]|[强強][调調]|呼[吁籲]|主[张張]|"
    r"提[议議]|倡[议議]|[说說]|[谈談]到|坦言|直言|建言|"
    r"提出|透露|介[绍紹]|[宣決决]定|承[诺諾]|[写寫]道|希望|期待)(?:[了着著])?(?:[，,：:「“]+|"
    r"(?=[应應要][^，]{2}|加[强強快大]|[尽儘][快早]))"
)
_SAYS_SO = re.compile(
    r"^[^，。；：]{0,24}?(?:建[议議]|呼[吁籲]|提[议議]|倡[议議])(?=[^，。；：的书書者]{4})"
)
_OUGHT_TO_SAY = re.compile(
    r"^[^，。；]{0,30}(?:[应應]|要|[须須])[^，。；]{0,6}(?:提出|[强強][调調])"
)
_TRAILS = re.compile(
    r"(?:[，,；;]?一方面|[；;，,、\s]+[一二三四五六七八九十]{0,2}|"
    r"[；;，,][一二三四五六七八九十]{1,2}[是、]?)$"
)
_CLAUSE = re.compile(r"[，,；;：]")


def act_of(text: str) -> str:
    """Return the words of an idea without those who say it, and without a number that trails."""
    for pattern in (_SAYS, _SAYS, _SAYS_SO):
        found = pattern.match(text)
        if found and len(text) - found.end() >= _FEWEST and not _OUGHT_TO_SAY.match(found.group()):
            text = text[found.end() :]
    return _TRAILS.sub("", re.sub(r"^提出了?(?=可以|要|[应應])", "", text))


def shortened(text: str, most: int, wording: Wording) -> str:
    """Return a text of at most so many characters: without phrases before the first act, and cut
    where a phrase ends, or at an item of a list with a mark of omission."""
    while len(text) > most and (comma := _CLAUSE.search(text)):
        rest = text[comma.end() :]
        if len(rest) < _FEWEST or wording.act.search(text, 0, comma.start()):
            break
        text = rest
    if len(text) <= most:
        return text
    ends = [m.start() for m in _CLAUSE.finditer(text, most // 3, most)]
    if ends:
        return text[: ends[-1]].rstrip("，,；;：、 ")
    item = text.rfind("、", most // 3, most)
    return (text[:item] if item > 0 else text[: most - 1]) + "…"
