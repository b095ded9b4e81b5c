"""The first letter of an English sentence behind "Some participants held that": small, unless a
name begins it.

A name is known from the dialogue, from the countries, peoples and capitals of the lexicon, from a
short list of the region, or from how it is written here and in other texts of the round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.briefs.material import Material

_PROPER = frozenset(
    word
    for line in (
        "I Asia Asian Pacific East South North Northeast Southeast Eurasia Eurasian Arctic",
        "China Chinese Japan Japanese Korea Korean",
        "America American Europe European English Vietnam Vietnamese Indonesia Indonesian",
        "Thailand Thai Singapore Malaysia Malaysian Philippine Mongolia Mongolian January",
        "February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Confucian Buddhist Muslim",
        "Shanghai Tianjin Chongqing Guangzhou Shenzhen Guangdong Fujian Hainan Yunnan Liaoning",
        "Jilin Heilongjiang Shandong Dalian Qingdao Nanjing Wuhan Chengdu Hangzhou Xiamen Yanbian",
        "Harbin Xinjiang Tibet Osaka Kyoto Kobe Nagoya Yokohama Fukuoka Kitakyushu Hiroshima",
        "Nagasaki Sapporo Sendai Niigata Okinawa Hokkaido Honshu Kyushu Shikoku Kansai Kanto",
        "Tohoku Fukushima Busan Incheon Daegu Daejeon Gwangju Ulsan Sejong Jeju Gangwon Kaesong",
        "Mekong Yangtze Tumen Yalu Malacca Hormuz Suez Kuril Vladivostok Sakhalin Siberia",
        "Geneva Davos Brussels Bandung Bali Hague",
    )
    for word in line.split()
)
_USUAL_IN_NAMES = frozenset(
    word
    for line in (
        "academy administration affairs agency area assembly association authority bank board",
        "bureau care center centre chamber city climate college commerce commission committee",
        "company cooperation corporation council data department development dialogue digital",
        "economic economy education energy environment federation finance food foreign forum",
        "foundation fund future global government group harbor harbour health industry",
        "information institute institution international investment law league management marine",
        "maritime media ministry museum national network news ocean office parliament peace",
        "policy port ports press project public regional relations research resources school",
        "science secretariat security social society state strategic strategy studies technology",
        "trade training transport union university urban water women world youth",
    )
    for word in line.split()
)
"""What institutions are named with and sentences begin with as well."""


def inside_a_sentence(text: str, material: Material) -> str:
    """Return an English sentence as it follows "held that"."""
    found = re.match(r"[\w.’'-]+", text)
    word = found[0].rstrip(".") if found else ""
    if word[1:] != word[1:].lower() or _begins_with_a_name(text, word, material):
        return text
    return text[0].lower() + text[1:]


def _begins_with_a_name(text: str, word: str, material: Material) -> bool:
    """Whether the first word is a name: a known one, or one that is written so."""
    if re.split("[-–’']", word)[0] in _PROPER:
        return True
    if text.startswith(material.places) and any(_begins_with(text, p) for p in material.places):
        return True
    names = _names_of(material)
    known = frozenset(w for name in names for w in re.findall(r"\w+", name))
    if _goes_on_as_a_name(text, word, known):
        return True
    if word in known and word.lower() not in _USUAL_IN_NAMES:
        return not _stands_in(rf"\b{word.lower()}\b", word.lower(), material)
    if any(name.startswith(f"{word} ") and _begins_with(text, name) for name in names):
        return True
    return _stands_in(rf"(?<=[a-z,;] ){re.escape(word)}\b", f" {word}", material)


def _goes_on_as_a_name(text: str, word: str, known: frozenset[str]) -> bool:
    """Whether a number follows ("Article 9") or a capital that is no name by itself ("Yellow Sea",
    "Belt and Road")."""
    after = re.match(r"\s+(?:and\s+)?([\w’'-]+)", text[len(word) :])
    if not after:
        return False
    second = after[1]
    if second[0].isdigit():
        return word.lower() in _COUNTED
    plain = re.split("[-–’']", second)[0]
    alone = plain in _PROPER or plain in known or plain.isupper() or plain[1:] != plain[1:].lower()
    return second[0].isupper() and not alone and word.lower() not in _BEFORE_NAMES


_COUNTED = frozenset(("article", "track", "phase", "chapter", "annex", "pillar", "group"))
_BEFORE_NAMES = frozenset(
    word
    for line in (
        "a all an and any as at before both by during each every for from if in its many more most",
        "no of on one only other our several since some such than that the their these this those",
        "to two three under until when where whether while with young older new former current",
    )
    for word in line.split()
)


def _stands_in(pattern: str, within: str, material: Material) -> bool:
    """Whether an English text of the round has this pattern, which always holds ``within``."""
    found = (each for each in _english_of(material) if within in each)
    return any(re.search(pattern, each) for each in found)


def _begins_with(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _english_of(material: Material) -> Iterator[str]:
    dialogue = material.dialogue
    texts = (it.texts for it in (*material.findings, *material.proposals))
    for each in (*texts, dialogue.contexts, dialogue.next_steps):
        yield from (text.wording for text in each.entries if text.language == "en")


def _names_of(material: Material) -> tuple[str, ...]:
    """Return the English names of the dialogue: delegations, hosts, place, people, institutions."""
    dialogue = material.dialogue
    names = [d.labels for d in dialogue.delegations] + [h.names for h in dialogue.hosts]
    wordings = [n.get("en") or "" for n in (*names, dialogue.place)]
    for it in material.participations:
        wordings += [it.person.name.latin, *it.affiliation.spelled]
    return tuple(filter(None, wordings))
