"""Korean titles: the act of an idea as a noun, without what is said of it.

야간 도선을 운항하고 and 야간 도선을 운항해야 한다고 말했다 both give
야간 도선을 운항; a verb of its own becomes 바꾸기.
"""

from __future__ import annotations

import re
import unicodedata

_FEWEST = 4  # characters of a title
_H = "[가-힣]"

_SAY = (
    "말했|말씀|밝혔|강조|촉구|제안|제언|지적|주장|당부|요청|요구|건의|주문|권고|호소|결의|합의|"
    "결정|의결|약속|확인|공감|"
    "덧붙|설명|제시|역설|전했|언급|바랐|바란|바랍|희망|제기|다짐|동의|표명|의견|목소리|뜻|기대|"
    "입장|일치|모았|했|하였|썼"
)
_JUDGED = (
    "필요|중요|바람직|시급|절실|요구|요청|요망|긴요|불가피|필수|적절|효과적|과제|관건|핵심|"
    "급하|급선무|좋|옳|마땅|고려할"
)
_ADVERB_SAID = (
    r"(?:(?:[가-힣]{1,6}(?:히|게|에|께)|적극|공식|다시|거듭|함께|매우|가장|더욱|특히) ){0,2}"
)
# What a sentence says of the act that it proposes, from its end; what is left is the act.
_TOLD_OF = (
    re.compile(r"[”’\"'」]\s?(?:이?라?고|이?라?며|이?라?면서|이?라는)[^”’\"'」]{0,24}$"),
    re.compile(
        rf"(?:다고|라고|(?<=다)는데?|(?<=자)는|(?<=자)고|(?<!바)라는|다며|라며|다면서)(?:도|"
        rf"까지)?,? (?:[^,. ]{{1,8}} ){{0,3}}?(?:{_SAY})(?:{_H}| ){{0,18}}$"
    ),
    re.compile(
        rf"[을를] {_ADVERB_SAID}(?:재?(?:강조|촉구|제안|제언|당부|요청|요구|건의|주문|권고|"
        rf"호소|결의|합의|약속|확인))"
        rf"(?:했|하였|한|합|하|함){_H}{{0,5}}$"
    ),
    re.compile(r"(?:의|할|될) (?:필요성|중요성|의지)(?:[을를이가에] [가-힣 ]{0,14})?$"),
    re.compile(
        rf"(?<!것)(?<!점)(?<!수)(?<!일)(?<!방안)[이가도은는] {_ADVERB_SAID}(?:{_JUDGED})(?:하|"
        rf"한|합|해|함|했|되|된|됩|돼|이다|입|다|로|성)?{_H}{{0,4}}$"
    ),
    re.compile(rf"(?<={_H}{_H})(?:이|가)? 필요(?:함|하다|합니다)?$"),
    re.compile(r"(?:이|가) (?:꼭 |반드시 )?있어야 (?:한|합|함)[가-힣]{0,3}$"),
    re.compile(r"(?: 등|한편|뿐만? 아니라)$"),
    re.compile(r"(?<=자)는 (?:겁니다|것입니다|거예요|얘기입니다|말입니다|것이다)$"),
    re.compile(r"(?<=야) 하고요$"),
)
_TO_DO = (
    re.compile(r"(?P<will>볼) 만(?:합니다|하다|해요|함)$"),
    re.compile(
        r"기(?:(?:로|에)(?:도|는)? [가-힣 ]{1,16}|를(?:도|는)? (?:(?![을를] )[가-힣 ]){1,16}|"
        r" 바[라란랍][가-힣]{0,4}|로)$"
    ),
    re.compile(
        rf"(?P<will>{_H}) (?:것|필요|예정|계획|방침|때|시점)(?:[을이가도]|이다|이며|임|입니다|"
        rf"에|으로)?(?: (?:{_H}| ){{0,18}})?$"
    ),
    re.compile(
        rf"(?P<is>{_H})(?<=는) (?:것|방안|일|게|데|편|쪽)(?:[을이가도은]|"
        rf"에도)? (?:[^,. ]{{1,6}} ){{0,2}}?(?:{_JUDGED}|{_SAY}){_H}{{0,6}}$"
    ),
    re.compile(r"(?<=[하되가키리꾸추내주두나보치])자고?$"),
    re.compile(r"(?:도록|고자|려고?) (?:한다|할|하|했|합니다|함|노력|요구)[가-힣 ]*$"),
    re.compile(r"으?면 (?:어떨까|어떻겠|좋겠|된다|됩니다)[가-힣]*\??(?: 한다| 합니다)?$"),
)
_OUGHT = re.compile(
    rf"(?P<last>{_H})야(?:만)?(?: ?(?:한|할|합|하|해|함|했|됨|된|될|됩|겠){_H}{{0,4}}(?: (?:것|"
    rf"필요|때|시점|책임|점|데|일)[가-힣 ]{{0,14}})?)?$"
)
_LEADS_ON = re.compile(rf"(?P<stem>{_H})(?P<joint>고|며|면서|여|되)$")
_NOUNS_IN_GO = re.compile(
    r"(?:^|\s)\S?(?:보고|참고|광고|권고|사고|최고|재고|창고|신고|경고|통고|원고|제고|충고|예고|"
    r"논고|기여|참여|수여|부여|대여)$|하지 않고$|불구하고$"
)
_SINO_DONE = re.compile(rf"(?<={_H}{_H})하$")
_KEEPS_L = frozenset("들늘열끌풀벌걸팔살돌밀알펼달말")
_NO_ACT = re.compile(r"(?:이다|입니다|있다|없다|있습니다|없습니다|하다|같다|같습니다|으면 한다)$")
_OBJECT = re.compile(r"[을를] [^,.]{0,18}$")
_RIEUL, _NIEUN, _PIEUP, _SSANG_SIOT = "\u11af", "\u11ab", "\u11b8", "\u11bb"


def act_of(text: str) -> str:
    """Return the words of an idea with its act as a noun, or as a verb in 기."""
    known = ""
    while known != text:
        known = text
        text = _without_saying(text.rstrip(' ,.。”’"」;·'))
    stem = _stem_of(text)
    return text if stem is None else _named(stem)


def _without_saying(text: str) -> str:
    for pattern in _TOLD_OF:
        found = pattern.search(text)
        if found and len(left := text[: found.start()].rstrip(" ,")) >= _FEWEST:
            return left
    return text


def _stem_of(text: str) -> str | None:
    """Return a text up to the stem of its last verb: …을 운항하, …을 바꾸; None if it has none."""
    if found := _OUGHT.search(text):
        return _before_ya(text[: found.end("last")])
    for pattern in _TO_DO:
        found = pattern.search(text)
        kept = _kept(text, found) if found else ""
        if len(kept) >= _FEWEST:
            return kept
    if (found := _LEADS_ON.search(text)) and not _NOUNS_IN_GO.search(text):
        return _before_joint(text[: found.end("stem")], found["joint"])
    return _of_statement(text)


def _kept(text: str, found: re.Match[str]) -> str:
    """Return what stands before 기로 and its like, with the bare stem of the verb."""
    groups = found.groupdict()
    if groups.get("is"):
        return text[: found.end("is") - 1]
    if groups.get("will"):
        before = text[: found.end("will")]
        return _without_final(before) if _final(before) == _RIEUL else ""
    return text[: found.start()]


def _before_joint(stem: str, joint: str) -> str | None:
    """Return the stem before 고 or 며; None where the verb is no act, or in the past."""
    if _final(stem) == _SSANG_SIOT or stem[-1] in "없같높낮많적크작":
        return None
    if stem.endswith("으") and len(stem) > 1:
        return None if _final(stem[:-1]) == _SSANG_SIOT or stem[-2] in "없" else stem[:-1]
    if joint == "여":
        return stem if stem.endswith("하") else None
    return stem


def _of_statement(text: str) -> str | None:
    """Return the stem of a plain statement of an act: 바꾼다, 찾는다, 설치합니다, 추진하."""
    if _NO_ACT.search(text):
        return None
    for ending in ("겠다", "겠습니다"):
        if text.endswith(ending):
            return text[: -len(ending)]
    for ending in ("는다", "습니다"):
        if text.endswith(ending):
            stem = text[: -len(ending)]
            return None if _final(stem) == _SSANG_SIOT else stem
    verb = text[:-2] if text.endswith("니다") else text[:-1] if text.endswith("다") else ""
    if verb and _final(verb) in (_NIEUN, _PIEUP):
        return _without_final(verb)
    return _of_what_is_left(text)


def _of_what_is_left(text: str) -> str | None:
    """Return the stem of a verb whose ending went with what was said of it: …하, …겠, …달라."""
    if text.endswith("겠"):
        return text[:-1]
    if re.search(r"(?<=[가-힣]{2})(?:하|되)$|[을를] [가-힣]{1,3}하$", text):
        return text
    if asked := re.search(r"[아어여해러려] 달라?$", text):
        return _before_ya(text[: asked.start() + 1])
    done = re.search(r"[한할]$", text) and _OBJECT.search(text) and not text.endswith("역할")
    return _without_final(text) if done else None


def _final(text: str) -> str:
    """Return the last consonant of a text's last syllable, decomposed; nothing if it has none."""
    parts = unicodedata.normalize("NFD", text[-1:])
    return parts[2] if len(parts) == 3 else ""


def _without_final(text: str) -> str:
    if text[-1] in _KEEPS_L:
        return text
    if text[-1] == "을":
        return text[:-1]
    parts = unicodedata.normalize("NFD", text[-1])
    return text[:-1] + unicodedata.normalize("NFC", parts[:2])


_BEFORE_YA = {"해": "하", "써": "쓰"}
_HELPED = "도와"
_JOINED = {"ᅧ": "ᅵ", "ᅯ": "ᅮ", "ᅪ": "ᅩ", "ᅫ": "ᅬ"}


def _before_ya(text: str) -> str:
    """Return the stem of a verb joined to 야: 높여 → 높이, 바꿔 → 바꾸, 해 → 하, 찾아 → 찾."""
    last, before = text[-1], text[:-1]
    if text.endswith(_HELPED):
        return before[:-1] + "돕"
    if last in _BEFORE_YA:
        return before + _BEFORE_YA[last]
    if last == "여":
        return before if before.endswith("하") else before + "이"
    if last in "아어" and before:
        return before
    if last in "러라" and _final(before) == _RIEUL:  # 서둘러 → 서두르, 올라 → 오르
        return _without_final(before) + "르"
    parts = unicodedata.normalize("NFD", last)
    joined = _JOINED.get(parts[1]) if len(parts) == 2 else None
    return before + unicodedata.normalize("NFC", parts[0] + joined) if joined else text


_ADVERB = re.compile(r"(?:히|게|록|하지|면|함께|못|더|으로|로|서로|다시)$")


def _named(stem: str) -> str:
    """Return a text that ends in a stem with a noun: 운항하 → 운항, 바꾸 → 바꾸기."""
    noun = stem[:-1]
    if _SINO_DONE.search(stem) and not _ADVERB.search(noun) and " " not in noun[-2:]:
        return noun
    return stem + "기"


def shortened(text: str, most: int) -> str:
    """Return the end of a text, where its act stands, from a place where a phrase begins."""
    if len(text) <= most:
        return text
    for comma in re.finditer(r",\s", text):
        rest = text[comma.end() :]
        if most // 4 <= len(rest) <= most:
            leads = re.search(r"(?:[고며서면]|하여|해|은|는|로|에|등)$", text[: comma.start()])
            return ("" if leads else "…") + rest
    for topic in re.finditer(r"(?:[은는]|에서|에게|위해|위하여|따라|통해) ", text):
        if most // 3 <= len(text) - topic.end() <= most:
            return text[topic.end() :]
    for space in re.finditer(" ", text):
        if len(text) - space.end() < most:
            return "…" + text[space.end() :]
    return "…" + text[1 - most :]
