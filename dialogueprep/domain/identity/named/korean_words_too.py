"""Tells a Korean name from the word that it is too: 전 박사, 이 교수, 지수는 반대했다."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "korean_words_too")

# Who bears the name does it: 지수는 자료를 발표했다, not 지수가 올랐다고 통계청이 발표했다.
_OWN_DEED = re.compile(
    "[은는이가] (?:(?![^ ]*(?:[은는이가]|[다라냐]고|며|면서) )[^ .,]+ ){0,4}?"
    f"(?:{_LISTS['own_deeds']})"
)
_SPEAKING_WORDS = frozenset(_LISTS.words("speaking_words"))
_OPENS_A_CLAUSE = (". ", ", ", ": ", "- ", "? ", "! ", "\n")
_NEVER_FORMER = ("박사", "씨")
_GOES_ON_AS_ONE = re.compile(r"(?:[은는이가도의]|께서|에게|한테|께)(?![가-힣])| ?[:,]|$|\n")

POINTS_BACK = "이그저"
DEGREE = re.compile(" ?박사 ?(?:과정|학위|논문|후 )")  # 이 박사 과정
# Offices of places whose first syllable is a family name too: the head of a district.
_PLACES = frozenset("구도시군")
_LOCAL_OFFICE = re.compile("(?<![가-힣])(?:구|도|시|군)(?:청장|의원|의회|지사)(?!님)")
WORDS_IN_BYEON = frozenset({
    "강변", "공변", "구변", "급변", "남변", "노변", "답변", "대변", "돌변", "방변",
    "사변", "신변", "안변", "연변", "우변", "이변", "정변", "좌변", "주변", "천변",
    "하변", "한변",
})  # fmt: skip
"""Words that a surname and 변, a lawyer in short, are too."""


def is_local_office(hit: Hit, folded: Folded) -> bool:
    """Return whether a surname begins the office of a place: 구청장, 도의원."""
    text = folded.text
    return text[hit.start] in _PLACES and bool(_LOCAL_OFFICE.match(text, hit.start))


def is_no_former(title: str, hit: Hit, who: Participation, folded: Folded) -> bool:
    """Return whether 전 before a title is the surname: a doctor is no former one.

    So it is before one's own title at the head of a clause, where no body is named before.
    """
    title = title.strip()
    behind = folded.text.find(title, hit.end) + len(title)
    if not _GOES_ON_AS_ONE.match(folded.text, behind):
        return False
    before = folded.text[max(0, hit.start - 2) : hit.start]
    opens = not hit.start or before.endswith(_OPENS_A_CLAUSE)
    own = bool(title) and who.person.name.honorific.endswith(title.removesuffix("님"))
    return title.removesuffix("님") in _NEVER_FORMER or (own and opens)


def does_alone(hit: Hit, folded: Folded) -> bool:
    """Return whether a name that is a word too opens a sentence and does what somebody does."""
    text = folded.text
    before = text[max(0, hit.start - 2) : hit.start]
    if (hit.start and not before.endswith(_OPENS_A_CLAUSE)) or not hit.sure:
        return False
    word = text[hit.start : hit.end]
    return word not in _SPEAKING_WORDS and bool(_OWN_DEED.match(text, hit.end))


def spoken_of_before(title: str, hit: Hit, folded: Folded) -> bool:
    """Return whether a title was written before, so that "this professor" points back."""
    return title.strip() in folded.text[max(0, hit.start - 300) : hit.start]
