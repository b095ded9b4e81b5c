"""How a person is addressed in a letter, in each language.

English: "Dear Professor Shen,", "Dear Mr Shen,", and the whole name where neither a title nor a
gender is known; a Vietnamese is called by the last of the given names, "Dear Dr Hoa,", as there are
few family names. Chinese: 尊敬的 before the whole name with the title or 先生/女士 after it, and a
colon. Japanese: the whole name with 先生 for scholars, the office for office holders, else 様.
Korean: 귀하 in the address and 님께 in the salutation, after the title where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.briefs.name_order import native_first, native_language
from dialogueprep.domain.name_sorting import is_han
from dialogueprep.domain.people import Gender, Participation
from dialogueprep.domain.texts import Language, language_of


@dataclass(frozen=True, slots=True)
class _Title:
    """A title as it is put before or after a name in each language; ``scholar``: 先生 in ja."""

    en: str
    zh: str
    ja: str
    ko: str
    scholar: bool = False

    def of(self, language: Language) -> str:
        return {"en": self.en, "zh": self.zh, "ja": self.ja, "ko": self.ko}[language]


_PROFESSOR = _Title("Professor", "教授", "先生", "교수", scholar=True)
_DOCTOR = _Title("Dr", "博士", "先生", "박사", scholar=True)
_AMBASSADOR = _Title("Ambassador", "大使", "大使", "대사")
_MINISTER = _Title("Minister", "部长", "大臣", "장관")
_GENERAL = _Title("General", "将军", "将軍", "장군")
_ADMIRAL = _Title("Admiral", "将军", "提督", "제독")
_KNOWN = {
    word: title
    for title, said in (
        (
            _PROFESSOR,
            "professor/associate professor/assistant professor/prof/prof./教授/副教授/准教授"
            "/교수/부교수/조교수",
        ),
        (_DOCTOR, "doctor/dr/dr./博士/박사"),
        (_AMBASSADOR, "ambassador/amb./大使/대사"),
        (_MINISTER, "minister/部长/部長大臣/大臣/장관"),
        (_GENERAL, "general/gen./将军/將軍/将軍/장군"),
        (_ADMIRAL, "admiral/adm./上将/提督/제독"),
    )
    for word in said.split("/")
}
_BY_GENDER: dict[tuple[Language, Gender | None], str] = {
    ("en", Gender.WOMAN): "Ms",
    ("en", Gender.MAN): "Mr",
    ("zh", Gender.WOMAN): "女士",
    ("zh", Gender.MAN): "先生",
    ("zh", None): "先生/女士",
}
_VIETNAM = "VN"
_PLAIN = frozenset(
    {"氏", "先生", "女士", "さん", "様", "씨", "님", "mr", "mr.", "ms", "ms.", "mrs"}
)


def full_name(who: Participation, language: Language) -> str:
    """Return the whole name as a letter in this language writes it: in Chinese without a space."""
    name = who.person.name
    if not native_first(who, language):
        return name.latin
    return "".join(name.native.split()) if language == "zh" and is_han(name.native) else name.native


def title_in(who: Participation, language: Language) -> str:
    """Return the title in a language, as far as it is known in it; else nothing."""
    if found := _known(who):
        return found.of(language)
    name = who.person.name
    own = name.title if language == "en" else name.honorific
    if not own or own.casefold() in _PLAIN:
        return ""
    if language == "en":
        return ""  # "Dear Deputy Director Jiang" is no English; the position stands in the address
    theirs = native_language(who) if name.native else language_of(own, language)
    return own if theirs == language else ""


def addressee(who: Participation, language: Language) -> str:
    """Return the name with what is put to it in the address: Professor SHEN Yuheng, 高橋美咲 様."""
    name, title = full_name(who, language), title_in(who, language)
    if language == "en":
        title = title or _BY_GENDER.get(("en", who.person.gender), "")
        return f"{title} {name}".strip()
    if language == "zh":
        return _joined(name, title or _courtesy(who))
    if language == "ja":
        return f"{name} {title or '様'}"
    return " ".join(part for part in (name, title, "귀하") if part)


def salutation(who: Participation, language: Language) -> str:
    """Return the words that a letter begins with, with their mark of punctuation."""
    own = who.person.name.address
    if language == "en":
        return f"Dear {own or _english(who)},"
    name, title = full_name(who, language), title_in(who, language)
    if language == "zh":
        gap = " " if name[:1].isascii() else ""
        return f"尊敬的{gap}{_joined(name, title or _courtesy(who))}："
    if language == "ja":
        return f"{name} {title or '様'}"
    return f"존경하는 {name} {title or '선생'}님께"


def _english(who: Participation) -> str:
    name = who.person.name
    title = title_in(who, "en") or _BY_GENDER.get(("en", who.person.gender), "")
    return f"{title} {_called(who)}" if title else name.latin


def _called(who: Participation) -> str:
    """Return the part of a name by which a person is addressed in English."""
    name = who.person.name
    vietnamese = _VIETNAM in (who.territory, who.delegation if not who.territory else "")
    return name.given.split()[-1] if vietnamese and name.given else name.family


def _courtesy(who: Participation) -> str:
    return _BY_GENDER.get(("zh", who.person.gender)) or _BY_GENDER["zh", None]


def _joined(name: str, title: str) -> str:
    """Chinese words follow a Chinese name at once, and a Latin one after a space."""
    return f"{name} {title}" if name[-1:].isascii() else f"{name}{title}"


def _known(who: Participation) -> _Title | None:
    name = who.person.name
    for said in (name.title, name.honorific):
        if found := _KNOWN.get(said.strip().casefold()):
            return found
    return None
