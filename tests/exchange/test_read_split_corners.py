"""Names that a file takes apart, writes in codes or in an encoding that is not known."""

from __future__ import annotations

import pytest

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,name_kana,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,きりやま はると,JP,academia,s1
p2,Bekmurzin Iskander,family-first,Bekmurzin,Iskander,,,KZ,business,s1
p3,Shen Yuheng,family-first,Shen,Yuheng,沈 昱衡,,CN,academia,s1
p4,Tak Seoyun,family-first,Tak,Seoyun,탁 서윤,,KR,academia,s1
"""
CHINESE, KOREAN = "沈昱衡认为应当建立热线。\n", "탁서윤 위원이 의견을 말했다.\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


def written(folder, name: str, content: str | bytes):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def unread(path) -> list[str]:
    return [part.name for part in read_parts(path) if part.unread]


# Encodings


@pytest.mark.parametrize(
    "content",
    [
        "会议纪要，讨论海上通道的问题。\n".encode() * 9 + CHINESE.encode("gb18030"),
        "会议纪要，讨论海上通道的问题。\n".encode("gb18030") * 9 + CHINESE.encode(),
        "참가자 명단\n".encode() + CHINESE.encode("gb18030"),
        CHINESE.encode("utf-7"),
        b"The meeting. " + "沈昱衡".encode("utf-7").rstrip(b"-") + b" spoke.",
    ],
)
def test_two_encodings_in_one_text_and_seven_bits_are_read(tmp_path, roster, content):
    path = written(tmp_path, "a.txt", content)
    assert people_in(path, roster) == {"p3"}
    assert not unread(path)


@pytest.mark.parametrize(
    "content",
    [
        KOREAN.encode("johab") * 3,
        "탁서윤".encode("johab"),
        "The view of Kiriyama was heard.".encode("cp037"),
        "KIRIYAMA SPOKE".encode("cp500"),
        "Бекмурзин сказал, что нужна линия.\n".encode("koi8-r"),
        "Бекмурзин сказал, что нужна линия.\n".encode("cp1251"),
        bytes(b | 0x80 for b in b"Kiriyama"),
        b"\x1b$)A\x0eIr\x0f spoke",
        "沈昱衡认为应当".encode() + "建立热线。".encode("gb18030"),
    ],
)
def test_a_text_in_no_known_encoding_is_said_to_be_unread(tmp_path, content):
    assert unread(written(tmp_path, "a.txt", content)) == ["text"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        ("郤柏澄", "gb18030"),
        ("沈昱衡認為應當建立熱線。", "big5"),
        (KOREAN, "cp949"),
        ("탁서윤", "cp949"),
        ("桐山陽斗が述べた。", "cp932"),
        ("椋木沙雪", "cp932"),
        ("桐山陽斗が述べた。", "iso2022_jp"),
        (KOREAN, "iso2022_kr"),
        (CHINESE, "utf-16"),
        ("Müller, naïve; ÉCOLE — “x” 20 °C © 2026", "cp1252"),
        ("20 °C ± 3 §§ 1, ¡olé!", "cp1252"),
        ("C++ and a+b, x+Research- 1+234-5", "ascii"),
        ("📈 海", "utf-8"),
    ],
)
def test_a_text_in_a_known_encoding_is_read(tmp_path, text, encoding):
    path = written(tmp_path, "a.txt", text.encode(encoding))
    assert not unread(path)
    assert not any(part.name == "text, in codes" for part in read_parts(path))


def test_bytes_of_an_older_machine_in_two_and_two_are_refused(tmp_path):
    with pytest.raises(Trouble, match="file-kind-unknown"):
        read_parts(written(tmp_path, "a.txt", "The view was heard.\n".encode("cp500") * 5))
