"""Korean particles agree with the words that are put before them."""

from __future__ import annotations

import pytest

from dialogueprep.domain.briefs.blocks import line
from dialogueprep.domain.briefs.rewriting import edited
from dialogueprep.domain.identity.reading.particles import joined


@pytest.mark.parametrize(
    ("words", "after", "said"),
    [
        ("한 참가자", "은 말했다", "한 참가자는 말했다"),
        ("한 참가자", "이 말했다", "한 참가자가 말했다"),
        ("한 참가자", "을 지지했다", "한 참가자를 지지했다"),
        ("한 참가자", "과 함께", "한 참가자와 함께"),
        ("한 참가자", "으로서 말했다", "한 참가자로서 말했다"),
        ("한 참가자", "이라고 했다", "한 참가자라고 했다"),
        ("한 외교관", "는 말했다", "한 외교관은 말했다"),
        ("한 언론인", "가 물었다", "한 언론인이 물었다"),
        ("한 언론인", "로부터", "한 언론인으로부터"),
        ("한 국회의원", "와, 또", "한 국회의원과, 또"),
        ("서울", "으로 갔다", "서울로 갔다"),
        ("한 참가자", "는 말했다", "한 참가자는 말했다"),
        ("한 참가자", "의 견해", "한 참가자의 견해"),
        ("한 참가자", " 이 문제", "한 참가자 이 문제"),
        ("한 외교관", "가격을", "한 외교관가격을"),
        ("a participant", "는 말했다", "a participant는 말했다"),
        ("", "은 말했다", "은 말했다"),
    ],
)
def test_the_particle_takes_the_form_that_the_words_ask_for(words, after, said):
    found, more = joined(words, after)
    assert found + after[more:] == said


def test_a_line_is_rewritten_with_its_particles():
    before = line("박지원은 묻고 이수미는 답했다.", "ko", "f")
    after = edited(before, [(0, 3, "한 참가자"), (8, 11, "한 외교관")])
    assert "".join(run.text for run in after) == "한 참가자는 묻고 한 외교관은 답했다."
