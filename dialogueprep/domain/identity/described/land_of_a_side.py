"""Tells a country's side of a river, or land on it, from a delegation: ラオス側の流域."""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.views import VIEW

_LISTS = word_lists("described", "land_of_a_side")

_NEAR = 60  # letters beside a side that show whether a view is told, and the language
_FAR = 12  # letters before a side that a word for land and a particle may have
# What goes on behind a word for land where it is the whole word: no 港湾当局, no 산업.
_ENDS_JA = "(?=[のにはがをでともへやか、。,.;)」 ]|から|まで|より|付近|周边|一带|沿い|各地|$)"
_NOT_ZH = f"(?!{_LISTS['people_there_zh']})"
_ENDS_KO = (
    "(?=(?:[은는이가을를의에도과와로만]|에서|에는|에도|으로|까지|부터)?(?:[^가-힣]|$)|에[는도서])"
)
_MOSTLY_LAND = ("一侧", "一方", "쪽")  # no delegation but where a view is told
_PLACES = frozenset({"territory", "region", "short"})
# A quarter of the sky, a page, "on the one hand": 일본 남쪽, 자료 세 쪽, 一方面, 一方的な.
_A_QUARTER = re.compile(
    "(?<![가-힣])(?:[동서남북]{1,2}|[한양안위앞뒤옆왼]|바깥|아래|오른)쪽$|"
    "(?<![가-힣])(?:[한두세네]|[0-9]+) ?쪽$"
)
_ANOTHER_WORD = re.compile("(?<=一方)(?:面|的[なに]|通行|通|で|ならぬ|ずつ)")
_BLOWS = re.compile(f"(?<=쪽)에서 (?:{_LISTS['blows_ko']}) ")
_LEADS_TO_LAND = ("在", "于", "沿", "靠")  # 在越南一侧


def is_land(phrase: Phrase, folded: Folded) -> bool:
    """Return whether the side of a country that is told of is land there, not a delegation."""
    text, end = folded.text, phrase.end
    if _is_another_word(text, phrase.start, end):
        return True
    last = min(sentence(folded, phrase.head)[1], end + _NEAR)
    by_place = phrase.pieces and phrase.pieces <= _PLACES
    mostly_land = by_place and text.endswith(_MOSTLY_LAND, phrase.start, end)
    # Who holds a view is no bank of a river, though one is named before: 海峡の日本側は反対した.
    if mostly_land and not VIEW.search(text, end, last):
        return True
    if text[end - 1].isascii():
        return bool(_patterns()["en"].match(text, end))
    if is_hangul(text[end - 1]):
        return bool(_patterns()["ko"].match(text, end))
    first, _ = sentence(folded, phrase.head)
    japanese = bool(KANA.search(text, max(first, end - _NEAR), last))
    if _patterns()["ja" if japanese else "zh"].match(text, end):
        return True
    before = text[max(first, phrase.start - _FAR) : end - 1]
    return bool(_patterns()["before"].search(before)) and not VIEW.search(text, end, last)


def _is_another_word(text: str, start: int, end: int) -> bool:
    """Return whether what ends here is no side at all, or where something comes from or lies."""
    if text.endswith("쪽", start, end):
        quarter = _A_QUARTER.search(text, max(0, end - _FAR), end)
        return bool(quarter or _BLOWS.match(text, end))
    if text.endswith("一侧", start, end):
        return text[start - 1 : start] in _LEADS_TO_LAND
    return bool(_ANOTHER_WORD.match(text, end))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return what follows a side that is land, by language, and what of land stands before one."""
    en, han, ko = (either(_LISTS.words(it)) for it in ("land_en", "land_han", "land_ko"))
    return {
        "en": re.compile(rf" of (?:the|a|this|that|each|its) (?:[a-z-]+ )?{en}(?![a-z])"),
        "ja": re.compile(f"の?{han}{_ENDS_JA}"),
        "zh": re.compile(f"的?{han}{_NOT_ZH}"),
        "ko": re.compile(f"의? ?(?:{ko}{_ENDS_KO}|자료[은는이가를도])"),
        "before": re.compile(f"{han}[の的在]?[^、。はがを]{{0,5}}$"),
    }
