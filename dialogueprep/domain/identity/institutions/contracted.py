"""How notes shorten and turn round the names of institutions: 网安局, むすび研, 北医大, 鹭流委.

Network Safety Bureau for the Bureau of Network Safety, Open Code people for its foundation's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul, is_kana
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.neighbours import hangul_in_kana, kana_in_hangul
from dialogueprep.domain.identity.spellings.romaji import kana_of

_LISTS = word_lists("institutions", "contracted")

_KIND = _LISTS["kind"]
_OF = re.compile(rf"({_KIND}) (?:of|for|on) (?:the )?([a-z&' -]+)$")
_BEHIND = re.compile(rf"([a-z&'-]+(?: [a-z&'-]+)+) ({_KIND})$")
_SHORT_KINDS = {
    "institute": ("inst",), "university": ("uni", "univ"), "centre": ("ctr", "cent"),
    "center": ("ctr", "cent"),
    "foundation": ("fdn", "found"), "academy": ("acad",), "secretariat": ("sec",),
    "laboratory": ("lab",),
    "networks": ("net",), "association": ("assoc",), "department": ("dept",),
    "agency": ("agcy",),
}  # fmt: skip
_SCHOOLS = (
    ("医科大学", "医大"), ("工业大学", "工大"), ("科技大学", "科大"), ("师范大学", "师大"),
    ("农业大学", "农大"),
    ("理工大学", "理工"), ("理工学院", "理工"), ("外国语大学", "外大"), ("艺术大学", "艺大"),
    ("海洋大学", "海大"),
    ("女子大学", "女子大"), ("女子大学", "女大"), ("师范大学", "教大"),
    ("政法大学", "法大"), ("财经大学", "财大"), ("药科大学", "药大"), ("经济大学", "经大"),
)  # fmt: skip
_ENDINGS = (
    ("研究院", "院"), ("研究院", "研"), ("研究所", "所"), ("研究所", "研"),
    ("研究中心", "中心"), ("学院", "院"),
    ("办公室", "办"), ("事务局", "局"), ("事务所", "所"), ("委员会", "委"), ("基金会", "会"),
    ("基金会", "基金"),
    ("总合研究所", "总研"), ("政策研究所", "政研"),
    ("协会", "协"), ("局", "局"), ("司", "司"), ("署", "署"), ("厅", "厅"), ("室", "室"),
    ("处", "处"), ("院", "院"),
    ("财团", "财"), ("财团", "财团"), ("大学", "大"), ("せんたー", "せ"), ("机构", "机构"),
)  # fmt: skip
_LONG = 4
_GREAT = "甚多过雄"  # 甚大 is a word in Japanese
_STATE = re.compile("国家|国立|中央|全国")
_KOREAN_ENDINGS = (
    ("위원회", "위"), ("중공업", "중공"), ("경제일보", "경제"), ("경제신문", "경제"),
    ("의과대학", "의대"), ("여자대학교", "여대"), ("공업대학교", "공대"),
    ("어업협동조합", "어협"), ("협동조합", "조합"),
)  # fmt: skip
_KANA_KINDS = re.compile(f"(?:{_LISTS['kana_kinds']})$")
_OFFICE = re.compile("[局署厅课室省]$")  # often called by what they deal in: 越境データ室
_SPOKEN_KIND = re.compile(f"(?:{_LISTS['spoken_kind']})$")
_JAPANESE_KIND = re.compile(f"(?:{_LISTS['japanese_kind']})$")


def in_kana(hangul: str) -> Iterator[str]:
    """Yield a Korean proper name as Japanese notes write it: おんぬり."""
    if 1 < len(hangul) < 5:
        known = (*hangul_in_kana(hangul, given=True), *hangul_in_kana(hangul))
        yield from dict.fromkeys(kana for kana in known if len(kana) > 2)


def of_romaji(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a Japanese proper name in Latin letters in kana and hangul: シオミ, 시오미."""
    for kana in kana_of(word, lexicon.readings)[:1]:
        yield kana
        yield from (it for it in kana_in_hangul(kana) if len(it) > 2)


def turned(folded: str) -> Iterator[str]:
    """Yield an English name turned round: data trust secretariat, office for data assurance."""
    if led := _OF.match(folded):
        kind, matter = led.groups()
        yield f"{matter} {kind}"
        if matter.endswith("s") and not matter.endswith("ss"):
            yield f"{matter[:-1]} {kind}"
    elif behind := _BEHIND.match(folded):
        matter, kind = behind.groups()
        yield from (f"{kind} {joint} {matter}" for joint in ("of", "for"))


def matter_of(folded: str) -> Iterator[str]:
    """Yield what a body in English is for, which with its people tells of it: open code."""
    led, behind = _OF.search(folded), _BEHIND.match(folded)
    matter = led[2] if led else behind[1] if behind else ""
    if len(matter.split()) in (2, 3) and " and " not in matter:
        yield matter


def without_proper(folded: str) -> Iterator[str]:
    """Yield a name without its proper name: institute for health, inst. for health."""
    led = _OF.search(folded)
    if led and led.start() and len(led[2].split()) > 1:
        for kind in (led[1], *(f"{short}." for short in _SHORT_KINDS.get(led[1], ()))):
            yield f"{kind} for {led[2]}"


def shortened_kinds(folded: str, proper: str) -> Iterator[str]:
    """Yield a proper name with what the institution is in short: musubi inst."""
    for kind, shorts in _SHORT_KINDS.items():
        if kind in folded.split():
            yield from (f"{proper} {short}{stop}" for short in shorts for stop in ("", "."))


def school_forms(folded: str) -> Iterator[str]:
    """Yield a university of one field in short: 北原医大."""
    for whole, short in _SCHOOLS:
        if folded.endswith(whole) and len(folded) > len(whole):
            yield folded.removesuffix(whole) + short


def contracted(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the contractions of a name in characters or kana, which count as a source alone."""
    compact = folded.replace(" ", "")
    if is_kana(compact[:1] or " "):
        yield from _behind_kana(compact)
    elif any(map(is_kana, compact)):
        yield from _before_kana(compact, lexicon)
    elif compact and is_hangul(compact[0]):
        yield from _in_hangul(compact)
    elif all(map(is_han, compact)) and len(compact) == _LONG:
        yield from _of_a_state(compact)
        short = f"{compact[0]}大"
        if compact.endswith("大学") and compact[0] not in _GREAT and not is_word(short):
            yield short  # 云大, as 北大
    elif all(map(is_han, compact)) and len(compact) > _LONG:
        yield from (
            p for w, _ in _SCHOOLS if len(p := compact.removesuffix(w)) == 3 and p != compact
        )
        found = {*_of_parts(compact), *_of_proper(compact), *_of_a_state(compact)}
        found |= {*_of_an_office(compact)}
        known = lexicon.institutions.neighbours.ordinary
        yield from (f for f in found if not lexicon.is_common(f) and f not in known)


def _behind_kana(name: str) -> Iterator[str]:
    """Yield はやて of はやてくらうど, むすび研 of むすび情報政策研究所."""
    kana = next((at for at, letter in enumerate(name) if not is_kana(letter)), len(name))
    proper, rest = name[:kana], name[kana:]
    if not rest:
        proper = _KANA_KINDS.sub("", name)
        if proper != name and len(proper) > 2:
            yield proper
            yield from kana_in_hangul(proper)
        return
    if len(proper) > 1:
        yield from (proper + short for whole, short in _ENDINGS if rest.endswith(whole))


def _before_kana(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield 常磐橋 of 常磐橋データトラスト, 湊フォーラム and 湊论坛 of 湊デジタル規範フォーラム."""
    kind = _JAPANESE_KIND.search(name)
    if kind and kind.start() > 2:
        yield name[: kind.start()]
    proper = name[: next(at for at, letter in enumerate(name) if is_kana(letter))]
    if not all(map(is_han, proper)) or proper in lexicon.institutions.neighbours.ordinary:
        return
    if 1 < len(proper) < _LONG:
        yield from _of_proper_before_kana(proper, name)
    for known in lexicon.institutions.neighbours.kinds:
        if any(len(word) > 1 and name.endswith(word) for word in known.characters):
            yield from (proper + word for word in known.characters if len(word) > 1)


def _of_proper_before_kana(proper: str, name: str) -> Iterator[str]:
    if not (is_word(proper) and _OFFICE.search(name)):
        yield proper
    for whole, short in (("总合研究所", "总研"), ("研究所", "研"), ("研究せんたー", "研")):
        if name.endswith(whole):
            yield proper + short


def _of_a_state(name: str) -> Iterator[str]:
    """Yield 海名办公室 and 海名办 of 国家海名办公室, 永滨海上 of an insurer."""
    led = _STATE.match(name)
    if led and len(name) - led.end() > 3:
        rest = name[led.end() :]
        yield rest
        yield from (
            rest.removesuffix(whole) + short for whole, short in _ENDINGS if rest.endswith(whole)
        )
    for ending in ("学院大学", "海上保险"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            yield name[:-2]
    if name.endswith("新闻") and len(name) == _LONG:
        yield f"{name[:2]}报"


def _of_an_office(name: str) -> Iterator[str]:
    """Yield 救灾办, 调配办 and 调配办公室 of 救灾物资调配办公室."""
    body = name.removesuffix("办公室")
    if body != name and len(body) >= _LONG:
        yield from (f"{body[:2]}办", f"{body[-2:]}办", f"{body[-2:]}办公室")


def _in_hangul(name: str) -> Iterator[str]:
    """Yield 새솔연 of 새솔보건안보연구원, 샛별경제 of 샛별경제일보."""
    for whole, short in _KOREAN_ENDINGS:
        if name.endswith(whole) and len(name) - len(whole) > 1:
            yield name.removesuffix(whole) + short
    for whole, short in (
        ("연구원", "연"),
        ("연구소", "연"),
        ("대학교", "대"),
        ("과학원", "과기원"),
    ):
        if name.endswith(whole) and (len(name) - len(whole) > 3 or len(name) - len(whole) == 2):
            yield name[:2] + short


def _of_proper(name: str) -> Iterator[str]:
    """Yield a proper name of two or three characters with the end of what it is: 临江院, 黑滨研.

    Institutes keep their field as well: 旭岡戦略研.
    """
    for whole, short in _ENDINGS:
        proper = name.removesuffix(whole)
        if proper != name and len(proper) > 3 and short == "研":
            yield proper + short
        if proper != name and len(proper) > 1 and len(whole) > 1:
            yield (proper if len(proper) < _LONG else proper[:2]) + short
        elif proper != name and len(proper) > 3:
            yield name[:2] + short


def _of_parts(name: str) -> Iterator[str]:
    """Yield a character of each word, with the end: 网安局, 疫协办, 北医大."""
    for whole, short in (*_ENDINGS, ("大学", "大")):
        body = name.removesuffix(whole)
        if body == name or len(short) > 1 or len(body) not in (4, 6, 8):
            continue
        words = [body[i : i + 2] for i in range(0, len(body), 2)]
        for first, other in combinations(words[:3], 2):
            yield from (first[0] + other[at] + short for at in (0, 1))
        yield words[0][1] + words[1][0] + short
        if len(words) > 2:
            yield words[0][0] + words[1][0] + words[2][0] + short
    kind = _SPOKEN_KIND.search(name)
    if kind and kind.start() in (4, 6, 8):
        yield name[0] + name[2] + kind.group()  # 海青基金会 of 海峡青年交流基金会
