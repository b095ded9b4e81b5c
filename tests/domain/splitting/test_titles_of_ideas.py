"""Titles name the act of an idea: no speaker before it, no words that lead on after it."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.splitter import split
from dialogueprep.domain.splitting.titles import bare_heading, title_of, title_of_item
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

CUES = read_cues()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("夜間の渡船を増やし", "夜間の渡船を増やす"),
        ("救急所を整備し、", "救急所を整備する"),
        ("島々の連携を深め", "島々の連携を深める"),
        ("水深を毎月公表しなければならない。", "水深を毎月公表する"),
        ("港の共同点検を行おうと述べた。", "港の共同点検を行う"),
        ("参加者は、浮標の色をそろえるべきだと強調した。", "浮標の色をそろえる"),
        ("案内所の設置が求められている。", "案内所の設置"),
        ("暦の統一を目指すべきである。", "暦の統一を目指す"),
        ("制度の見直し", "制度の見直し"),
    ],
)
def test_a_japanese_title_ends_in_the_plain_form_or_a_noun(words: str, title: str) -> None:
    assert title_of(words, CUES.languages["ja"]) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("야간 도선을 운항하고", "야간 도선을 운항"),
        ("구급소를 늘리며,", "구급소를 늘리기"),
        ("또한 수심을 매달 공개해야 한다고 말했다.", "수심을 매달 공개"),
        ("등대의 색을 바꿔야 합니다.", "등대의 색을 바꾸기"),
        ("부표를 함께 점검하기로 합의했다.", "부표를 함께 점검"),
        ("안내소 설치가 시급하다고 강조했다.", "안내소 설치"),
        ("항구의 공동 점검", "항구의 공동 점검"),
    ],
)
def test_a_korean_title_ends_in_a_noun(words: str, title: str) -> None:
    assert title_of(words, CUES.languages["ko"]) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("渔会代表认为，应统一浮标颜色；", "应统一浮标颜色"),
        ("同时，加密夜间渡轮班次；二", "加密夜间渡轮班次"),
        ("並共同公布水深，", "共同公布水深"),
    ],
)
def test_a_chinese_title_has_no_speaker_and_no_mark_at_its_end(words: str, title: str) -> None:
    assert title_of(words, CUES.languages["zh"]) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("open a night ferry; and", "Open a night ferry"),
        ("and publish the depths.", "Publish the depths"),
        ("We will also share the tide gauges.", "Share the tide gauges"),
        ('"We must keep the buoys lit," she added.', "Keep the buoys lit"),
        ("A common chart of the reef is urgently needed.", "A common chart of the reef"),
        (
            "The harbour masters should meet every spring and agree on which of the buoys need to "
            "be painted again, in the colours that were agreed last year, before summer.",
            "Meet every spring and agree on which of the buoys need to be painted again",
        ),
    ],
)
def test_an_english_title_is_the_act_and_stops_at_no_joint(words: str, title: str) -> None:
    assert title_of(words, CUES.languages["en"]) == title


def test_a_noun_of_a_list_is_named_with_what_is_proposed_of_it() -> None:
    whole = "Joint patrols could begin in fields such as oil spills."
    assert title_of_item("oil spills", whole, CUES.languages["en"]) == whole[:-1]


def test_titles_leave_the_passages_where_they_stand() -> None:
    text = "参加者は救急所を設け、夜間の渡船を増やし、水深の公表を進めるべきだと述べた。"
    found = split(read_pasted(text), CUES)
    assert [p.title for p in found] == [
        "救急所を設ける",
        "夜間の渡船を増やす",
        "水深の公表を進める",
    ]
    assert all(text[p.start : p.end] == p.passage for p in found)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("date 2025-03-11 Three ports, one notice", "Three ports, one notice"),
        ("2026.1.2 한중일 협력", "한중일 협력"),
        ("2025 plans for ports", "2025 plans for ports"),
    ],
)
def test_the_day_of_a_page_is_no_part_of_its_heading(heading: str, words: str) -> None:
    assert bare_heading(heading) == words


def test_a_title_does_not_begin_at_the_last_verb_of_a_sentence() -> None:
    words = (
        "Create a public register of export bans, updated every week, "
        "with the day on which each will end."
    )
    (found,) = split(read_pasted(words), CUES)
    assert found.title.startswith("Create a public register of export bans")


def test_a_heading_whose_sisters_name_topics_is_no_recommendation() -> None:
    words = (
        "# Ports\n\n## Recommendations\n\n### National level\n\nPorts should publish fees.\n\n"
        "### Bilateral level\n\nTies among ports are uneven.\n"
    )
    found = split(read_pasted(words), CUES)
    assert [p.title for p in found] == ["National level", "Publish fees"]
