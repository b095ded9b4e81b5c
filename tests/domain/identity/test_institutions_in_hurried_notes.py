"""Institutions in hurried notes: in short, turned round, by a sign or a stance; and clean ones."""

import pytest

from dialogueprep.domain.gate import ExposureKind, Level, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table

INSTITUTIONS = {ExposureKind.AFFILIATION, ExposureKind.ACRONYM}


@pytest.fixture(scope="module")
def room():
    return roster_of(read_table("basalt"))


HEARD = {
    "people of the first word": "Tamarack chap rolled his eyes",
    "a plain verb": "Sao Bien already logs it, they say",
    "others beside": "Lanxing + most others fine w/ incident codes",
    "what a foundation is for": "Open Code people want a carve-out",
    "a name turned round": "the Network Safety Bureau's director answered that they do",
    "another word for what it is": "the Data Assurance bureau said the pilot is dead",
    "acc. to": "acc. to DAO the pilot is dead",
    "a pair": "MIDP/DCAP to compare notes, i.e. they disagree",
    "an arrow": "Selangkah -> trilateral first",
    "two against each other": "RCC vs ADT on registries",
    "one of a list": "Gaon yes, Musubi no, Registan maybe",
    "again": "later: Registan again on land routes",
    "a dash": "HYC - no disclosure",
    "in short": "Musubi Inst on audits again",
    "contracted": "网安局口气松动了",
    "a sign in Chinese": "蓝杏→先看数据",
    "translated": "按数据保证室的意思,试点已经结束",
    "kana first": "ハヤテは切断箇所を出さない方針",
    "a noun at the end": "むすび研がまた監査の話",
    "Korean in kana": "オンヌリは払う考え",
    "a quotation": "ハヤテ、開示は無理と",
    "the other of two": "한국 측은 무스비랑 생각이 다름",
    "a stance in Korean": "온누리 쪽은 1년치 내겠다고",
    "in brackets": "시기상조 (다함센터)",
}
CLEAN = [
    "to Musubi Institute: please send the room plan",
    "DAO report 2023",
    "Hayate data centre, tour at 4",
    "venue: Nagisa University",
    "Tamarack trees line the road",
    "YADG + MIDP to host next round",
    "To the Data Assurance Office, the Bureau of Network Safety and DTS: keep the form",
    "per DAO rules, 30 days",
    "open code people can read",
    "Network Safety centre to be built by 2030",
    "会场:鹭洋理工学院",
    "致网安局:请寄名单",
    "蓝杏开了,很香",
    "ハヤテの会場で開催",
    "昼食はむすび研の提供",
    "疾風のごとく終了",
    "장소: 가온과학원",
    "점심은 온누리네트웍스 제공",
]


@pytest.mark.parametrize("text", HEARD.values(), ids=HEARD)
def test_an_institution_whose_view_a_note_has_is_blocked(room, text):
    found = [e for e in examine_text(text, room) if e.kind in INSTITUTIONS]
    assert found and {e.level for e in found} == {Level.BLOCK}


@pytest.mark.parametrize("text", CLEAN)
def test_a_host_a_place_or_what_it_made_is_not_marked(room, text):
    assert examine_text(text, room) == ()


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("sheet moulding compound (SMC) is short", False),
        ("the Sagamino Medical College (SMC) said no", True),
    ],
)
def test_an_acronym_is_of_the_words_that_it_spells(words, marked):
    found = examine_text(words, roster_of(read_table("orchid")))
    assert bool(found) is marked
