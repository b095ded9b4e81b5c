"""Tells that a description is of who made or wrote something elsewhere, in a year that is told.

"Two engineers showed in a study of 2019", "a doctor sounded the alarm in 2003": history.
Who is pointed at ("the", "our", one of those present) may speak of work of their own. Folded.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "works_elsewhere")

_WORK = f"(?:(?:{_LISTS['work_how']}) )?(?:{_LISTS['work']})"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
_IN_A_WORK = re.compile(
    rf" [^.;:]{{0,60}}?(?<![a-z])in (?:an?|the|his|her|their|one) {_WORK} (?:of|from|in|published "
    rf"in|printed in) {_YEAR}"
)
# What is done once and far from a table: patented, discovered, wrote; said and doubted are not.
_MADE = re.compile(
    f" (?:first |once |later |jointly )?(?:{_LISTS['made']}) [^.;:]{{0,60}}?(?<![a-z])in "
    f"(?:(?:{_LISTS['made_in_month']}) )?{_YEAR}"
)
# By whom something was made in a year that is told: drafted by a Korean lawyer in 1958.
_MADE_BY = re.compile(f"(?:{_LISTS['made_by']}) (?:[a-z]+ )?by $")
_IN_A_YEAR = re.compile(
    r" (?:back )?(?:in|around|before|until|since) (?:the )?(?:1[0-9]{3}|200[0-9])"
)
_ONCE = re.compile(f" once (?:{_LISTS['once']})(?![a-z])")
_BEFORE = re.compile(
    rf"(?:^|[.;] )(?:in (?:an?|the) {_WORK} (?:of|from|published in) {_YEAR}, $|"
    rf"according to an? {_WORK} (?:(?:of|from) {_YEAR} )?by $)"
)
_YEAR_EAST = "[0-9〇一二三四五六七八九十]{4}年"
_MADE_EAST = re.compile(
    rf"(?:研究者|学者|技术者|专门家)?(?:[二三四五2-5]人)?[がは、][^。「」]{{0,24}}{_YEAR_EAST}(?:の|に(?:发表|出版|刊行|公表|发刊|"
    r"上梓|著|书い|书き|发表|发刊)[しいた]{0,2})(?:た)?(?:共同)?(?:论文|著书|调查|报告书|研究|论考|著作|本)(?=で|に)|"
    rf"(?:[二三四五2-5]人)?が[^。「」]{{0,20}}(?:特许を?取得|发明|发见|设计|开发|测定)した"
    rf"(?:のは)?{_YEAR_EAST}"
)
_TABLE = re.compile("参加者|出席者|报告者|发表者|发言者|一人|ある|同氏")
_MOST = 120


def is_of_a_work(phrase: Phrase, folded: Folded) -> bool:
    """Return whether a description is only of who made or wrote something elsewhere."""
    text, start, end = folded.text, phrase.start, phrase.end
    if phrase.present:
        return False
    first, last = sentence(folded, phrase.head)
    last = min(last, end + _MOST)
    if not text[phrase.head].isascii():
        told = _MADE_EAST.match(text, end, last)
        return bool(told) and not _TABLE.search(text, first, end)
    if text.startswith(("the ", "our ", "that ", "this ", "one "), start):
        return False
    if text.startswith(" once ", end) and _ONCE.match(text, end, last):
        return True
    made = _IN_A_YEAR.match(text, end) and _MADE_BY.search(text, max(first, start - 40), start)
    if made or _BEFORE.search(text, max(first - 2, 0), start):
        return True
    dated = "1" in text[end:last] or "20" in text[end:last]
    return dated and any(it.match(text, end, last) for it in (_IN_A_WORK, _MADE))
