"""Names that are told by what they stand beside: another name, thanks, an address, a signature."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import Level, Roster, examine_text
from tests.domain.identity.planted import person, room

ROSTER = room(
    person("Obata", "Kensaku", "小幡健作", "JP", reading="おばた けんさく"),
    person("Ryu", "Tae-o", "류태오", "KR"),
    person("Rao", "Mingde", "饶明德", "CN"),
    person("Xie", "Lanzhou", "谢岚舟", "CN"),
    person("Xie", "Wenfu", "谢文福", "SG"),
    person("van Amerstee", "Hendrik", "", "NL"),
    person("Grant", "Rosalind", "", "GB"),
    person("Eom", "Do-yun", "엄도윤", "KR"),
    person("Villareal", "Corazon", "", "PH", position="Undersecretary"),
)


def blocked(text: str, roster: Roster = ROSTER) -> dict[str, tuple[str, ...]]:
    """Return the passages that are blocked, each with whose they are."""
    return {e.text: e.people for e in examine_text(text, roster) if e.level is Level.BLOCK}


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("小幡、饶明德二人一言未发。", {"小幡", "饶明德"}),
        ("小幡与饶都不肯松口。", {"小幡", "饶"}),
        ("感谢小幡整理的表格！", {"小幡"}),
        ("小幡三段階、リュ二段階", {"小幡", "リュ"}),
        ("オバタとラオは名刺だけ交わした。", {"オバタ", "ラオ"}),
        ("오바타와 라오는 명함만 주고받았다.", {"오바타", "라오"}),
        ("류: 두 단계면 충분", {"류"}),
        ("오바타상 회의적", {"오바타상"}),
        ("오바타 사진 9장, 많지 않나?", {"오바타"}),
        ("Grant & Rao swap the lists by Monday", {"Grant", "Rao"}),
        ("HvA: two sensors for each reach.", {"HvA"}),
        ("The sheet was initialled H.v.A. and sent on.", {"H.v.A."}),
        ("Q: Grant, who owns the river?", {"Grant"}),
        ("Eum Do-yoon would not pay.", {"Eum Do-yoon"}),
        ("Undersecretary Villareal took the list.", {"Undersecretary Villareal"}),
    ],
)
def test_a_name_counts_beside_what_shows_that_it_is_one(text: str, passages: set[str]):
    assert set(blocked(text)) == passages


@pytest.mark.parametrize(
    ("local", "owner"),
    [
        ("kensaku.obata", "Obata Kensaku"),
        ("kobata", "Obata Kensaku"),
        ("rao.mingde", "Rao Mingde"),
        ("hvanamerstee2", "van Amerstee Hendrik"),
        ("h.amerstee", "van Amerstee Hendrik"),
        ("grants", ""),
        ("grant.r", "Grant Rosalind"),
        ("minutes", ""),
    ],
)
def test_an_address_counts_if_it_is_made_of_a_name(local: str, owner: str):
    found = blocked(f"Send it to {local}@example.org today.")
    assert found.get(local) == ((owner,) if owner else None)


def test_both_of_one_surname_are_meant():
    (people,) = blocked("两位谢老师看法相反。").values()
    assert set(people) == {"Xie Lanzhou", "Xie Wenfu"}


@pytest.mark.parametrize(
    "text",
    [
        "感谢饶有兴味的各位听众。",
        "两位谢绝采访的专家提前离席。",
        "라오스와 캄보디아는 초청하지 않았다.",
        "The grants & loans were compared.",
        "Grant & Sons have made gates since 1890.",
        "表: 流量と水位",
    ],
)
def test_a_word_beside_another_is_left(text: str):
    assert not examine_text(text, ROSTER)
