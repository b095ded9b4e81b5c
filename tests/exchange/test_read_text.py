from __future__ import annotations

import pytest

from dialogueprep.exchange.read_text import decode

WRITTEN = {
    "cp932": (
        "星野龍太郎",
        "小栗栖直人 庭瀬綾子",
        "氏名,所属\n芦名美沙緒,南風大学\n",
        "会議の要約。",
    ),
    "gb18030": ("李文博", "马雨婷,海滨晚评", "姓名,单位\n顾珈宁,西岚大学\n", "邵文钧"),
    "cp949": ("박서연", "장미소,나래연구원", "성명,소속\n표민섭,새길정책연구원", "남궁혜원"),
    "big5": ("姓名,單位\n陳怡君,臺北研究院", "會議紀要"),
    "euc_jp": ("星野龍太郎,政策ラボ", "参加者名簿"),
    "utf-16": ("Nguyễn Văn An,Hà Nội", "박서연"),
    "utf-8-sig": ("family,given\nHoshino,Ryūtarō",),
}


@pytest.mark.parametrize(
    ("encoding", "text"), [(e, text) for e, texts in WRITTEN.items() for text in texts]
)
def test_a_short_list_of_names_is_read_in_its_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text
