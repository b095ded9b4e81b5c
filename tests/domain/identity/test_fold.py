"""Folding: one spelling for many, with a map back that covers and never runs backwards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = st.text(
    st.sampled_from(
        "aZé Đß-–­\n\t\u200b ・＝_ＡｱﾞがはＹ。馬龍竜李文장미소ü.'’が゙\ufe00\U000e0100\u3164"
    )
    | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Phạm Đức Long", "pham duc long"),
        ("ＨＯＳＨＩＮＯ", "hoshino"),
        ("Novotny-\nField", "novotnyfield"),
        ("Hathers\u00adage", "hathersage"),
        ("Li\u00a0 Wenbo", "li wenbo"),
        ("馬雨婷", "马雨婷"),
        ("星野竜太郎", "星野龙太郎"),
        ("ホシノ・リュウタロウ", "ほしのりゅうたろう"),
        ("ﾎｼﾉ", "ほしの"),
        ("李文\n博", "李文博"),
        ("장미\n소 박사", "장미\n소 박사"),
        ("Shun’ichi", "shun'ichi"),
        ("辻\U000e0100\U000e0100が\ufe00", "辻が"),
        ("Li\u2066 We\u034fn\ufe0f", "li wen"),
        ("민\u3164지", "민 지"),
    ],
)
def test_spellings_fold_to_one(lexicon, written, folded):
    assert lexicon.fold(written).text == folded


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_the_map_back_is_monotone_and_stays_inside(lexicon, text):
    folded = lexicon.fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_every_letter_of_the_original_is_covered(lexicon, text):
    folded = lexicon.fold(text)
    covered = {i for s, e in zip(folded.starts, folded.ends, strict=True) for i in range(s, e)}
    assert all(i in covered for i, c in enumerate(text) if c.isascii() and c.isalnum())
