"""Letters that a file lost are told where the whole text is known."""

from __future__ import annotations

import pytest

from dialogueprep.domain.lost_letters import has_lost, restored
from dialogueprep.domain.texts import Text, Texts


@pytest.mark.parametrize(
    ("text", "whole", "lost"),
    [
        ("??? ??", "무역의 원활", True),
        ("RCEP??下的?易", "RCEP框架下的贸易", True),
        ("caf? a", "café à", True),  # à without its accent
        ("??", "😀", True),  # written as two units
        ("?", "😀", True),
        ("Which ports?", "Which ports?", False),
        ("Why ports?", "Why harbours?", False),
        ("Which port??", "Which ports?", False),  # a letter that no encoding loses
        ("贸易？", "贸易?", False),
        ("??", "무역의", False),  # another text
        ("무역", "무역의", False),
    ],
)
def test_question_marks_for_letters_of_other_scripts_are_lost_letters(
    text: str, whole: str, lost: bool
) -> None:
    assert has_lost(text, whole) is lost


def test_only_the_texts_that_lost_letters_are_restored() -> None:
    here = (Texts.of(en="Ports", ko="항만"), Texts((Text("ja", "港湾"),)))
    brought = (Texts.of(en="Harbours", ko="??"), Texts((Text("ja", "港"),)))
    made, count = restored(brought, here)
    assert made == (Texts.of(en="Harbours", ko="항만"), Texts((Text("ja", "港"),)))
    assert count == 1
    assert restored(brought[:1], here) == (brought[:1], 0)
