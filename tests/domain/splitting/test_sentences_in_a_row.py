"""Three or more Japanese sentences in a row that tell an act each are a plan; fewer are not."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

TOLD = "両市の渡船会社は五月に港で会合を開き、その要旨をここに記した。\n\n"
PLAN = [
    "夜間の渡船を毎週運航する。",
    "両岸の桟橋に救急所を設ける。",
    "水深の記録を毎年交換する。",
]


def recommended(text: str) -> list[str]:
    found = split(read_pasted(text), read_cues())
    return [p.passage for p in found if p.kind is Unit.RECOMMENDATION]


def test_three_acts_in_a_row_are_proposed_each_by_itself() -> None:
    assert recommended(TOLD + "".join(PLAN)) == PLAN


def test_acts_in_a_row_may_stand_in_paragraphs_of_their_own() -> None:
    assert recommended(TOLD + "\n\n".join(PLAN)) == PLAN


def test_two_acts_in_a_row_may_tell_what_is() -> None:
    assert recommended(TOLD + "".join(PLAN[:2])) == []


def test_an_act_in_a_row_is_one_idea_though_it_has_two_verbs() -> None:
    act = "浮標の色をそろえ、その一覧を船に配る。"
    assert recommended(TOLD + act + "".join(PLAN)) == [act, *PLAN]


@pytest.mark.parametrize(
    "told",
    [
        "船は島の東を回っている。",
        "会場を提供した市に謝意を表する。",
        "記録を公表することが課題である。",
        "港では何を教えるのか。",
    ],
)
def test_what_is_told_or_asked_ends_a_row(told: str) -> None:
    first, second, third = PLAN
    assert recommended(TOLD + first + second + told + third) == []


def test_acts_that_are_told_as_background_are_no_plan() -> None:
    text = "渡船の報告\n\n" + TOLD + "## 背景\n\n" + "".join(PLAN)
    assert recommended(text) == []
