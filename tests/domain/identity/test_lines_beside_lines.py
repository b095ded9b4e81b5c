"""Who heads a clipped line of notes, by signs, behind a question and beside other lines."""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.identity.reading.labels import labelled
from dialogueprep.domain.people import Sector

PEOPLE = room(
    replace(person("Tarrant", "Wilma", "", "NZ"), sector=Sector.ACADEMIA),
    replace(person("Sugawa", "Toru", "須川透", "JP"), sector=Sector.BUSINESS),
    replace(person("Bok", "Haneul", "복하늘", "KR"), sector=Sector.THINK_TANK),
    replace(person("Batsaikhan", "Oyuun", "", "MN"), sector=Sector.GOVERNMENT),
)
SHAPES = (
    "Q ({who}): {said}", "A ({who}): {said}", "Q from {who} - {said}", "Q {who}: {said}",
    "Comment {who}: {said}", "reply {who}: {said}", "10.05 {who} -> {said}", "then {who}: {said}",
    "{who} (2nd time): {said}", "{who} too: {said}", "{who} -- {said}", "{who}... {said}",
    "**{who}** {said}", "re fees - {who}: {said}", "para 4: {who} - {said}",
    "{said} / {who}", "{said} – {who}", "per {who}: {said}",
    "fees, who pays\n{who} - {said}\nback after lunch",
)  # fmt: skip
ENGLISH = (
    "Tarrant", "NZ prof", "Japanese biz", "MN off.", "Korean TT", "company from Japan", "UB",
)  # fmt: skip
KOREAN = (
    "질문({who}): {said}", "답 {who} - {said}", "10:05 {who}: {said}", "{said} / {who}",
    "{who} 재차: {said}", "{who} → {said}", "3항 - {who}: {said}",
    "수수료 누가 내나\n{who} - {said}\n다음으로",
)  # fmt: skip
CLEAN = (
    "Manila: port calls, crew change, fuel\nSydney: fuel only",
    "Japanese companies: 40 of 300 answered", "Annex B – Mongolian cable map",
    "Mongolia: up 3 per cent", "Wellington - flight delayed by two hours",
    "10.05 Japanese video -> 4 min", "then dinner – Korean restaurant",
    "- price: too high\n- quality: fine\n- market: closed",
    "만찬 / 일본 식당", "몽골 정부: 3월 예산 2% 증가", "부록 2 - 일본 해저 지도",
    "울란바토르: 버스 6시 출발\n도쿄: 호텔 만실",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("who", ENGLISH)
def test_whoever_heads_or_ends_an_english_line_is_found(shape, who):
    note = shape.format(who=who, said="too costly, not now")
    found = [words for words, level in exposed(PEOPLE, note) if level == "block"]
    assert any(who in words or words in who for words in found), note


@pytest.mark.parametrize("shape", KOREAN)
@pytest.mark.parametrize("who", ["복하늘", "일본 업체", "몽골 정부", "뉴질랜드 대학", "울란바토르"])
def test_whoever_heads_or_ends_a_korean_line_is_found(shape, who):
    note = shape.format(who=who, said="기한부터 너무 짧음")
    found = [words for words, level in exposed(PEOPLE, note) if level == "block"]
    assert any(who in words or words in who for words in found), note


@pytest.mark.parametrize("note", CLEAN)
def test_facts_errands_and_headings_are_left_alone(note):
    assert exposed(PEOPLE, note) == []


def test_a_place_beside_lines_of_people_is_whose_remark_follows():
    line = "- UB: teams go w/ vets"
    assert exposed(PEOPLE, f"island clinics\n{line}\n- nurse first") == []
    beside = f"island clinics\n- NZ prof sceptical abt sample\n{line}\n- nurse first"
    assert ("UB", "block") in exposed(PEOPLE, beside)


def test_a_figure_beside_lines_of_people_is_nobodys():
    beside = "- NZ prof sceptical abt sample\n- UB: up 3 per cent\n- Tokyo: bus at 6 pm"
    assert [words for words, _ in exposed(PEOPLE, beside)] == ["NZ prof"]


def test_each_line_says_where_who_spoke_stands():
    note = "fees\nQ (Tarrant): who pays?\n10.05 NZ prof -> nobody does"
    ways = [(way.text, note[way.start : way.end]) for way in labelled(note)]
    assert ("Tarrant: who pays?", "Tarrant") in ways
    assert ("NZ prof: nobody does", "NZ prof") in ways


def test_a_long_line_goes_on_in_the_next():
    prose = (
        "The figures that were shown in the morning came from several sources and were -\n"
        "Tarrant - as far as anybody could tell - a little older than the others were."
    )
    assert all(way.who != "Tarrant" for way in labelled(prose))
