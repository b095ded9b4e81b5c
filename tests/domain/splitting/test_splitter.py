"""Reports are split as a careful person would: each idea alone, nothing that is not proposed."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from labelled import Labelled, labelled, proposals, score

from dialogueprep.domain.splitting.proposal import Proposal, Unit
from dialogueprep.domain.splitting.report import Report
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

REPORTS = labelled()


def split_text(text: str) -> tuple[Report, tuple[Proposal, ...]]:
    report = read_pasted(text)
    return report, split(report, read_cues())


def passages(text: str) -> list[str]:
    return [p.passage for p in split_text(text)[1]]


def recommendations(text: str) -> list[str]:
    return [p.passage for p in split_text(text)[1] if p.kind is Unit.RECOMMENDATION]


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.name)
def test_each_labelled_unit_is_proposed_alone(report: Labelled) -> None:
    assert score(report, proposals(report)).missed == ()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.name)
def test_nothing_else_is_proposed(report: Labelled) -> None:
    result = score(report, proposals(report))
    assert result.wrong == ()
    assert result.let_through == ()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.name)
def test_headings_above_proposals_become_topics(report: Labelled) -> None:
    assert score(report, proposals(report)).topics_missed == ()


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.name)
def test_passages_stand_where_they_say_and_apart(report: Labelled) -> None:
    read, found = split_text(report.text)
    assert all(read.text[p.start : p.end] == p.passage for p in found)
    spans = sorted((p.start, p.end) for p in found)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


WORDS = """The ports should share data , and set up a fund ; recommend such as climate, ports, and
rice . First , 1. - “ ” 「 」 ( ) ? ! 3.5 U.S.
应 建立 基金 、 平台 。 第一 べき だ 設置 を 提案 해야 한다 설치 첫째"""


@given(st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), min_size=1, max_size=60))
@settings(max_examples=80, deadline=None)
def test_offsets_are_exact_in_any_text(words: list[str]) -> None:
    text = " ".join(["word", *words])
    report, found = split_text(text)
    for proposal in found:
        assert report.text[proposal.start : proposal.end] == proposal.passage
        assert proposal.passage.strip() == proposal.passage != ""
        assert proposal.title


def test_an_enumeration_becomes_one_proposal_for_each_idea() -> None:
    text = (
        "It was suggested to set up a tide office, mutual recognition of pilots, and a reef fund."
    )
    found = split_text(text)[1]
    assert [p.title for p in found] == [
        "Set up a tide office",
        "Set up mutual recognition of pilots",
        "Set up a reef fund",
    ]
    assert found[1].passage == "mutual recognition of pilots"
    assert found[1].text.startswith("It was suggested to set up mutual recognition")


def test_those_who_act_are_not_an_enumeration_of_ideas() -> None:
    text = "Governments, universities, and companies should open their archives."
    assert recommendations(text) == [text]
    text = "The parties should expand exchanges among scholars, students, and journalists."
    assert recommendations(text) == [text]


def test_a_clause_of_purpose_is_no_idea_of_its_own() -> None:
    text = "Ports should pool dredgers to lower costs and protect seagrass."
    assert recommendations(text) == [text]


def test_a_proposal_of_earlier_years_is_history() -> None:
    text = "In 2009 the ministers proposed a secretariat. In 2025 the forum met. It was cold."
    assert passages(text) == []


def test_a_sentence_that_goes_on_about_a_proposal_is_no_second_one() -> None:
    text = "A hotline for ferries was proposed. It should run at night. Ports should pay for it."
    assert recommendations(text) == [
        "A hotline for ferries was proposed.",
        "Ports should pay for it.",
    ]


def test_what_is_proposed_twice_is_offered_once() -> None:
    once = "Ports should publish tide tables every week."
    assert recommendations(f"{once}\nIt rained.\n{once}") == [once]


def test_points_after_a_line_that_announces_causes_are_not_proposed() -> None:
    causes = "The causes are:\n- fleets grew\n- nets were too fine\n\n"
    text = causes + "We propose the following:\n- wider nets\n- a closed season"
    assert recommendations(text) == ["wider nets", "a closed season"]


def test_a_labelled_heading_is_a_recommendation() -> None:
    heading = "Recommendation 1: Open a tide school"
    text = f"{heading}\nTides matter to all ports in the region, as was said.\n"
    assert recommendations(text) == ["Open a tide school"]


def test_traditional_characters_are_read_like_simplified_ones() -> None:
    text = "專家建議設立海洋觀測中心、互認船員證書並建立聯合基金。"
    assert len(recommendations(text)) == 3


def test_words_that_suggest_care_are_prompts_and_never_ratings() -> None:
    found = split_text("The navies should hold joint exercises. Schools should swap songs.")[1]
    assert [p.code for p in found[0].prompts] == ["military"]
    assert "joint exercises" in found[0].prompts[0].words
    assert found[1].prompts == ()
    assert not any("rating" in name or "sensitivity" in name for name in Proposal.__slots__)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("三国应讨论历史教科书问题。", "history"),
        ("各方应就半导体出口管制开展对话。", "technology-controls"),
        ("領土をめぐる対話を続けるべきだ。", "territory"),
        ("언론 보도 기준을 함께 마련해야 한다.", "public-opinion"),
        ("States should share intelligence on smuggling.", "intelligence"),
        ("The parties should review sanctions.", "sanctions"),
    ],
)
def test_prompts_know_four_languages(text: str, code: str) -> None:
    assert code in [p.code for p in split_text(text)[1][0].prompts]


def test_what_the_sentence_prints_is_kept_and_nothing_is_filled_in() -> None:
    text = "Some experts proposed a regional tide database by 2029."
    [found] = split_text(text)[1]
    assert found.support_as_printed == "Some experts proposed"
    assert found.horizon == "by 2029"
    assert found.instrument is not None
    assert "database" in found.instrument
    [bare] = split_text("Wider nets are needed.")[1]
    assert (bare.support_as_printed, bare.horizon, bare.actor) == (None, None, None)


def test_a_nominal_heading_under_recommendations_is_one_if_nothing_under_it_is() -> None:
    heads = "# Bay report\n\nTides rise.\n\n## Recommendations\n\n### A joint tide school\n\n"
    told = "Two towns run one already. It costs little.\n"
    assert recommendations(heads + told) == ["A joint tide school"]
    found = split_text(heads + told + "The ports should lend boats.\n")[1]
    assert [(p.kind, p.passage) for p in found] == [
        (Unit.TOPIC, "A joint tide school"),
        (Unit.RECOMMENDATION, "The ports should lend boats."),
    ]


def test_points_in_nouns_are_proposed_where_their_list_proposes() -> None:
    asked = "- Open a tide school\n- Free ferries for pupils"
    assert len(recommendations(f"The pupils spoke.\n\n{asked}")) == 2
    assert recommendations("The pupils spoke.\n\n- Free ferries\n- Old boats are slow") == []


def test_points_told_in_turn_follow_the_line_that_announces_them() -> None:
    asked = "因此，我们恳请贵部考虑以下两件事：\n\n其一，船票半价。\n\n其二，码头加灯。"
    assert recommendations(asked) == ["船票半价。", "码头加灯。"]


def test_a_sentence_that_announces_a_list_is_no_proposal_itself() -> None:
    text = "首脳は以下の二分野で協力を強化することで一致した。\n1. 港の整備\n2. 人材の育成"
    assert recommendations(text) == ["港の整備", "人材の育成"]


def test_what_a_law_requires_or_an_organiser_asks_of_guests_is_no_proposal() -> None:
    assert passages("Under the treaty, members must report catches every year.") == []
    assert passages("Participants must register by 3 May. You should bring two pens.") == []
    assert passages("법률에 따르면 선주는 매년 보고해야 한다.") == []


def test_items_of_an_agenda_are_topics_when_something_is_decided_under_them() -> None:
    text = (
        "案由一：渔船电台，提请讨论。\n\n说明：现有电台需时十年更换。\n\n决议：由秘书处研提方案。"
    )
    found = split_text(text)[1]
    assert [(p.kind, p.passage) for p in found] == [
        (Unit.TOPIC, "渔船电台"),
        (Unit.RECOMMENDATION, "由秘书处研提方案。"),
    ]


def test_what_nobody_should_expect_is_no_proposal_and_what_is_worth_testing_is_one() -> None:
    worth = "It would also be worth testing a shared registry before larger sums are spent."
    assert recommendations(f"Waiting lists grew. {worth} Nobody should expect quick results.") == [
        worth
    ]


def test_who_comments_is_furniture() -> None:
    lines = "The year of the ports.\n\nCommentary by Tomas Reill\n\nPorts should share tide data."
    assert passages(lines) == ["Ports should share tide data."]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("問:財源はどうするのか。", "答:既存の地域基金を活用すべきだと考える。"),
        ("问：资金从哪里来？", "答：应设立共同基金。"),
    ],
)
def test_the_mark_of_an_answer_is_no_part_of_what_it_proposes(asked: str, answer: str) -> None:
    assert recommendations(f"{asked}\n\n{answer}") == [answer[2:]]
