"""Sentences end where they end: abbreviations, numbers and quotations do not end one."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.sentences import sentences_in


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences_in(text, (0, len(text)))]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Vane met the U.S. team at 8:00 a.m. in St. Anne's.",
        "Prices rose 3.5 percent, i.e. more than Mr. Okabe feared.",
        "「協力すべきだ。」と座長は述べた。",
        "他说：“各方应合作。”",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. They met in the U.S. The talks went on.", 3),
        ("第一，应设立中心。第二，建议建立基金！第三点呢？", 3),
        ("まず設置する。次に拡大する。", 2),
        ("첫째, 설치해야 한다. 둘째, 확대가 필요하다.", 2),
        ("1. Ports should share data. 2. Funds should be set up.", 2),
        ("“Open the port.” He left.", 2),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count
