"""How people are addressed in letters of four languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_people import participant

from dialogueprep.domain.addressing import addressee, salutation
from dialogueprep.domain.people import Gender, Name, NameOrder, Participation
from dialogueprep.domain.texts import Language

PROFESSOR = participant(
    "p",
    "JP",
    name=Name(family="Takaba", given="Misaki", native="高羽美咲", title="Professor",
              honorific="教授"),
    gender=Gender.WOMAN,
)  # fmt: skip
UNKNOWN = participant("u", name=Name(family="Shen", given="Yuheng", native="沈昱衡"))
SPACED = participant("s", "CN", name=Name(family="王", given="小明", native="王 小明"))
KOREAN = participant(
    "k",
    "KR",
    name=Name(family="Pyo", given="Min-seop", native="표민섭", honorific="박사"),
    gender=Gender.MAN,
)
WESTERN = participant(
    "w",
    "EU",
    name=Name(family="van der Meer", given="Anna", order=NameOrder.GIVEN_FIRST),
    gender=Gender.WOMAN,
)

VIETNAMESE = participant(
    "v", "ASEAN", name=Name(family="Nguyen", given="Thi Hoa", native="Nguyễn Thị Hoa", title="Dr")
)
VIETNAMESE = replace(VIETNAMESE, territory="VN")
UNTITLED = replace(
    VIETNAMESE, person=replace(VIETNAMESE.person, name=Name(family="Vu", given="An"))
)


@pytest.mark.parametrize(
    ("who", "language", "said"),
    [
        (VIETNAMESE, "en", "Dear Dr Hoa,"),
        (UNTITLED, "en", "Dear Vu An,"),
        (PROFESSOR, "en", "Dear Professor Takaba,"),
        (PROFESSOR, "zh", "尊敬的高羽美咲教授："),
        (PROFESSOR, "ja", "高羽美咲 先生"),
        (PROFESSOR, "ko", "존경하는 Takaba Misaki 교수님께"),
        (UNKNOWN, "en", "Dear Shen Yuheng,"),
        (UNKNOWN, "zh", "尊敬的沈昱衡先生/女士："),
        (UNKNOWN, "ja", "沈昱衡 様"),
        (SPACED, "zh", "尊敬的王小明先生/女士："),
        (SPACED, "ja", "王 小明 様"),
        (KOREAN, "en", "Dear Dr Pyo,"),
        (KOREAN, "ko", "존경하는 표민섭 박사님께"),
        (WESTERN, "en", "Dear Ms van der Meer,"),
        (WESTERN, "zh", "尊敬的 Anna van der Meer 女士："),
        (WESTERN, "ja", "Anna van der Meer 様"),
        (WESTERN, "ko", "존경하는 Anna van der Meer 선생님께"),
    ],
)
def test_a_letter_begins_as_its_language_wants(
    who: Participation, language: Language, said: str
) -> None:
    assert salutation(who, language) == said


@pytest.mark.parametrize(
    ("who", "language", "said"),
    [
        (PROFESSOR, "en", "Professor Takaba Misaki"),
        (KOREAN, "ko", "표민섭 박사 귀하"),
        (WESTERN, "ko", "Anna van der Meer 귀하"),
        (UNKNOWN, "ja", "沈昱衡 様"),
    ],
)
def test_the_address_has_what_is_put_to_a_name(
    who: Participation, language: Language, said: str
) -> None:
    assert addressee(who, language) == said


def test_the_usual_form_of_address_wins_in_english() -> None:
    who = participant("a", name=Name(family="Ashina", given="Misao", address="Ashina-sensei"))
    assert salutation(who, "en") == "Dear Ashina-sensei,"
