"""Plain text bears no bullets: what a line announces, and the lines under it, are told by form."""

from __future__ import annotations

from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

CUES = read_cues()


def _passages(text: str) -> list[str]:
    return [p.passage.strip() for p in split(read_pasted(text), CUES)]


def _titles(text: str) -> list[str]:
    return [p.title for p in split(read_pasted(text), CUES)]


def test_lines_that_end_in_semicolons_are_the_points_of_what_is_announced() -> None:
    text = "会议简讯\n\n双方应：\n共享渔船位置数据；\n恢复中断五年的处长级会晤；\n编制统一海图。\n"
    assert _passages(text) == ["共享渔船位置数据", "恢复中断五年的处长级会晤", "编制统一海图。"]


def test_a_line_of_several_triangles_is_a_list_and_no_caption() -> None:
    text = "제3차 회의 요지\n\n양측은 다음과 같이 하기로 했다.\n"
    text += "▲어선 자료 공유 ▲통역관 교환 ▲공동 해도 제작\n"
    assert _passages(text) == ["어선 자료 공유", "통역관 교환", "공동 해도 제작"]
    assert not _passages("부두의 아침\n\n△ 항구에 모인 어민들\n")


def test_lines_that_tell_to_act_under_participants_recommended_are_points() -> None:
    text = (
        "News from the forum\n\nThe forum met on Friday for the tenth time, in the old hall.\n\n"
        "Participants recommended\n\nOpen a hotline for small ports\n\nShare radar pictures\n"
    )
    assert _passages(text) == ["Open a hotline for small ports", "Share radar pictures"]


def test_a_labelled_heading_with_points_under_it_is_a_topic() -> None:
    text = "提言の概要\n\n## 提言1　物を共通にする\n"
    text += "- 規格をそろえるべきである。\n- 対照表を作成すべきである。\n"
    found = split(read_pasted(text), CUES)
    assert [p.kind.value for p in found] == ["topic", "recommendation", "recommendation"]


def test_who_says_it_is_left_out_of_a_title() -> None:
    assert _titles("声明は、連絡窓口を一つにまとめるべきだとした。") == ["連絡窓口を一つにまとめる"]
    assert _titles("C委員：まずは図書館で本を交換してはどうか。") == ["図書館で本を交換する"]
    assert _titles("김 위원: 항만 이용료를 낮춰야 합니다.") == ["항만 이용료를 낮추기"]


def test_a_title_says_what_it_stands_for() -> None:
    text = "The register of stocks has proved its worth. It must now be extended to fertiliser."
    assert _titles(text) == ["The register of stocks must now be extended to fertiliser"]


def test_the_words_of_a_language_are_compiled_when_a_report_needs_them() -> None:
    assert set(CUES.languages) == {"en", "zh", "ja", "ko"}
    assert CUES.languages["ja"] is CUES.languages["ja"]
