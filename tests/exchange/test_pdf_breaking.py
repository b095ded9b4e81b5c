"""Where lines may end in four languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.exchange.pdf_breaking import NO_END, NO_START, lines_of_text

HAN = "港湾閉鎖通知共有参加者機能的協力築強靱性以合作增强韧性灾害发生前后议"
KANA = "のはをがでにとアイウエオカキク"
CLOSING = "，。！？）」』、；：ゃゅょっァーッ々％"
OPENING = "（「『【《“"
HANGUL = "기능적협력을통한회복력참가자"


def broken(text: str, room: float) -> list[str]:
    widths = [10.0 if c > "\u2e80" or c in OPENING else 5.0 for c in text]
    return [text[a:b] for a, b in lines_of_text(text, widths, room)]


# one mark at most on each side of a character, as in real sentences
_cjk = st.builds(
    lambda o, c, e: o + c + e,
    st.sampled_from(["", "", "", *OPENING]),
    st.sampled_from(HAN + KANA),
    st.sampled_from(["", "", "", *CLOSING]),
)
_latin = st.from_regex(r"[A-Za-z]{1,12}", fullmatch=True).map(lambda w: f" {w} ")
_mixed = st.lists(st.one_of(_cjk, _cjk, _cjk, _latin), min_size=1, max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(_mixed, st.integers(90, 300))
def test_no_line_starts_or_ends_against_the_rules(text, room):
    lines = broken(text.strip(), room)
    assert not [one for one in lines[1:] if one[0] in NO_START]
    assert not [one for one in lines[:-1] if one.rstrip(" ")[-1] in NO_END]


@settings(max_examples=150, deadline=None)
@given(_mixed, st.integers(90, 300))
def test_latin_words_are_never_cut(text, room):
    words = re.findall("[A-Za-z]+", text)
    found = [word for one in broken(text, room) for word in re.findall("[A-Za-z]+", one)]
    assert found == words


@settings(max_examples=150, deadline=None)
@given(_mixed, st.integers(60, 300))
def test_nothing_is_lost_and_lines_fit(text, room):
    lines = broken(text, room)
    assert "".join(lines) == text
    widest = max(5.0 * len(one.rstrip(" ")) for one in lines)
    assert widest <= room


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(HANGUL, min_size=1, max_size=8), min_size=1, max_size=30))
def test_korean_breaks_at_spaces_only(words):
    lines = broken(" ".join(words), 100)
    assert [word for one in lines for word in one.split()] == words


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("well-known standards", 70, ["well-known ", "standards"]),
        ("China-Japan-ROK", 40, ["China-", "Japan-", "ROK"]),
        ("2026-11-24 at ten", 50, ["2026-11-24 ", "at ten"]),
        ("first\nsecond", 200, ["first\n", "second"]),
        ("値段は50％です", 50, ["値段は50％", "です"]),
        ("待って……ください", 40, ["待って……", "ください"]),
        ("abcdefghijklmnop", 40, ["abcdefgh", "ijklmnop"]),
        ("空余时间50分钟", 55, ["空余时间", "50分钟"]),
        ("対話第4回会合議", 35, ["対話", "第4回会", "合議"]),
        ("缩短：90→81分", 50, ["缩短：", "90→81分"]),
        ("缩短：90 → 81分", 50, ["缩短：", "90 → 81分"]),
        ("from 60 → 53 min", 45, ["from ", "60 → 53 ", "min"]),
        ("Niwase Ayako (庭瀬綾子)", 90, ["Niwase Ayako ", "(庭瀬綾子)"]),
        ("発表者朴（韓国）", 70, ["発表者朴", "（韓国）"]),
        ("Chae Gyu-hyeon", 50, ["Chae ", "Gyu-hyeon"]),
        ("ask desk@three-shores.example.", 145, ["ask ", "desk@three-shores.example."]),
        ("", 40, [""]),
    ],
)
def test_single_cases(text, room, lines):
    assert broken(text, room) == lines


@pytest.mark.parametrize("character", sorted(NO_START))
def test_no_line_starts_with_what_closes(character):
    text = ("港口关闭" * 3 + character) * 12
    for room in range(5, 15):
        lines = lines_of_text(text, [1.0] * len(text), room)
        assert all(text[a] != character for a, _ in lines[1:])


@pytest.mark.parametrize("character", sorted(NO_END))
def test_no_line_ends_with_what_opens(character):
    text = ("港口关闭" * 3 + character) * 12 + "港口"
    for room in range(5, 15):
        lines = lines_of_text(text, [1.0] * len(text), room)
        assert all(text[b - 1] != character for _, b in lines[:-1])


def test_the_last_line_is_more_than_a_lone_character_with_its_stop():
    text = "与会者普遍认为港口当局应共享关闭通知。"
    for room in range(6, 18):
        (*_, (a, b)) = lines_of_text(text, [1.0] * len(text), room)
        assert b - a >= 3
    assert lines_of_text("港口\n关。", [1.0] * 5, 4) == [(0, 3), (3, 5)]


def test_so_is_the_last_line_before_a_line_feed():
    assert broken("应急储备：90→81分钟\n港口", 75) == ["应急储备：", "90→81分钟\n", "港口"]
