"""The first word of an institution's name, by which people call it in notes: According to Dolseom,
並風としては, 돌섬 측은. It is often a word or a place as well, so that it counts only as a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.institutions.contracted import in_kana
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_east_asian, is_han, is_hangul
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.neighbours import (
    han_in_hangul,
    pinyin_in_hangul,
)
from dialogueprep.domain.identity.spellings.readings import pinyin_syllables

_LISTS = word_lists("institutions", "short")

# What Korean institutions are and deal in, behind their proper name.
_KOREAN_TAIL = re.compile(f" ?(?:{_LISTS['korean_tail']})$")
_THREE = 3
_SHORT_ENDS = {"연구원": "연", "연구소": "연", "연구센터": "연", "대학교": "대"}
_IN_SHORT = re.compile(f"(?:{'|'.join(_SHORT_ENDS)})$")  # 해누리연
_HANGUL_KIND = re.compile(f"(?:{_LISTS['hangul_kind']})$")
_HAN_KIND = re.compile(f"(?:{_LISTS['han_kind']})$")
_HAN_OFFICE = re.compile("(?:办公室|[局署厅司课科处室部省])$")
"""What public offices end with, which are often called by what they deal in: 海缆许可办公室."""
_VIEW_EN = re.compile(f"(?:'s?)? (?:[a-z]+ )?(?:{_LISTS['view_en']})(?![a-z])")
_WRITER_BEFORE = re.compile(f"(?:{_LISTS['writer_before']}) (?:of|behind|from) (?:the |that )?$")
_STUDY = re.compile(f" (?:[a-z]+ )?(?:{_LISTS['study']})(?![a-z])")
_WILL_NOT = re.compile(
    f" (?:will|would|could|can|does|did) (?:{_LISTS['will_not']}) [a-z]+|"
    f" (?:{_LISTS['wants']})(?![a-z])"
)
_EXPERIENCE = re.compile(r"(?:^|[ ,(])(?:in|from|to) $")
_PERSON = f"(?:{_LISTS['person']})"
_STUDY_HAN = (
    "(?:的|の)(?:(?:一|两|几)项|最新|最近|新しい|最近の)?(?:研究|调查|分析|试算|推计|测算)(?:结果)?"
    "(?:によれば|によると|では|でも|显示|表明|发现|认为|指出|证明|估计|,|は[^。、]{1,20}(?:示し|示す))"
)
_HAN_BEHIND = re.compile(
    "(?:方面?(?![向位法案针便式圆]|面?已?经?(?:收到|收悉|接获|报名|确认出席))|侧|那边|这边|"
    "一方)(?:的|の)?|としては|としても|によれば|"
    f"によると|的话|{_STUDY_HAN}|(?:からの|から来た|から参加した|所属の){_PERSON}|"
    "(?:的|の)(?:立场|意见|见解|主张|考え|言い分|提案|提议|见方|看法|说法|观点|态度|经验|"
    f"{_PERSON})|(?:{_LISTS['deeds_zh']})|"
    f"[はがも][^。、]{{0,30}}(?:{_LISTS['deeds_ja']}|"
    "という(?=[。]|$))"
)
_LEADS_TO = ("来自", "根据", "依据", "按照", "据", "按")
_HAN_TOLD = re.compile("(?:据|按照?|依|听|对)$")
_SPOKEN_HAN = re.compile("的?(?:说法|介绍|意见|看法|讲|所说|说)|称|来说|而言")
_SOMEBODY = f"(?:{_LISTS['somebody']})(?: (?:한|두|세) (?:명|분|사람))?"
_HANGUL_BEHIND = re.compile(
    f"(?: ?(?:측|쪽)|(?: |의 ){_SOMEBODY}|에서 (?:온|나온|참석한|참가한) (?:[가-힣]+ )?"
    f"(?:{_SOMEBODY}|학자|전문가)| 소속 (?:[가-힣]+ )?[가-힣]+(?=[은는이가] ))들?"
    f"(?:이라면|[은는이가도의 ]|에서)|{_LISTS['by_study_ko']}|"
    " (?:입장|의견|견해)[은는]|"
    "의 (?:입장|의견|주장|생각|제안|견해|논리|설명|경험|말)|"
    f"(?:만|조차|까지|마저)?[은는이가도] [^.]{{0,30}}?(?:{_LISTS['deeds_ko']})"
)


def short_names(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the first word of an institution's name in characters or hangul, if it is its own."""
    compact = folded.replace(" ", "")
    if len(compact) < 4 and not (len(compact) == 3 and is_hangul(compact[0])):
        return
    if all(map(is_han, folded[:2])):
        yield from _of_characters(compact, lexicon)
        yield from _without_middle(compact, 2, _HAN_KIND.search(compact), lexicon)
    elif is_hangul(folded[0]):
        proper = _proper_in_hangul(folded)
        if (
            len(proper) > 1
            and proper not in lexicon.institutions.neighbours.ordinary
            and proper not in lexicon.pieces
            and not _is_of_ordinary_words(proper, lexicon)
        ):
            yield proper
            yield from in_kana(proper)
        if len(proper) == _THREE and (end := _IN_SHORT.search(compact)):
            yield proper + _SHORT_ENDS[end.group()]
        if len(proper) > 1:
            kind = _HANGUL_KIND.search(compact)
            yield from _without_middle(compact, len(proper), kind, lexicon)


def says_what_it_is(short: str) -> bool:
    """Return whether a short name in hangul ends with what the institution is."""
    return bool(_HANGUL_KIND.search(short))


def _is_of_ordinary_words(proper: str, lexicon: Lexicon) -> bool:
    """Return whether what is left of a name begins with a word for a field: 데이터보증."""
    ordinary = lexicon.institutions.neighbours.ordinary
    return any(proper[:length] in ordinary for length in range(2, len(proper)))


def _without_middle(
    name: str, proper: int, kind: re.Match[str] | None, lexicon: Lexicon
) -> Iterator[str]:
    """Yield a name without its field, and without its proper name: 한빛연구원, 調整局.

    A field in which many work does not tell which of them it is: 経済研究所.
    """
    field = name[proper : kind.start()] if kind else ""
    if len(field) < 2 or not kind:
        return
    for words in (name[:proper], field):
        ordinary = words in lexicon.institutions.neighbours.ordinary
        if not ordinary and words not in lexicon.pieces:
            yield words + kind.group()


def parts_of_name(folded: str, generic: frozenset[str]) -> Iterator[str]:
    """Yield an English name of three words and more with words left out: Residue Office."""
    if not folded.isascii():
        return
    plain = re.split(" (?:for|on) ", folded)[0]
    words = [w for w in plain.split() if w not in ("of", "and", "&", "the")]
    if 2 < len(words) < 6 and words[0] not in generic:
        yield f"{words[0]} {words[1]}"
        yield f"{words[0]} {words[-1]}"
        yield " ".join(words[1:])
    elif len(words) > 1 and " of " in plain:
        yield f"{words[-1]} {words[0]}"


def _of_characters(name: str, lexicon: Lexicon) -> Iterator[str]:
    proper, words = name[:2], lexicon.institutions.neighbours
    if (
        proper in words.ordinary
        or ((proper in words.fields or is_word(proper)) and _HAN_OFFICE.search(name))
        or proper in lexicon.pieces
        or lexicon.is_common(proper)
    ):
        return
    yield proper
    yield from han_in_hangul(proper, lexicon.readings)[:1]
    if sounding := pinyin_in_hangul(pinyin_syllables(proper, lexicon.readings)):
        yield sounding


def _proper_in_hangul(folded: str) -> str:
    proper = folded
    while tail := _KOREAN_TAIL.search(proper):
        if tail.start() < 2:
            break
        proper = proper[: tail.start()]
    return proper if proper != folded else ""


def is_short_source(word: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Return whether the first word of an institution's name is said to have a view."""
    if is_hangul(word[0]):
        behind = _HANGUL_BEHIND.match(after)
        told = bool(behind) and after[:1] in "은는이가도만조까마"
        led = before.endswith(("에 ", "을 ", "를 "))  # 파견에 관해서는
        return bool(behind) and not (told and (led or lexicon.is_common(word)))
    if is_east_asian(word[0]):
        particles = lexicon.common.han_particles
        led = before and is_han(before[-1]) and not before.endswith(_LEADS_TO)
        if len(word) > 2 and led and before[-1] not in particles:
            return False  # the end of another name
        spoken = _HAN_TOLD.search(before) and _SPOKEN_HAN.match(after)
        return bool(spoken or _HAN_BEHIND.match(after))
    if _WRITER_BEFORE.search(before) and _STUDY.match(after):
        return True
    if _EXPERIENCE.search(before) and after.startswith("'s "):
        return bool(_VIEW_EN.match(after)) or after.startswith(("'s eyes", "'s judg"))
    return bool(_VIEW_EN.match(after) or _WILL_NOT.match(after))
