"""Names from elsewhere in the scripts of their neighbours, and what only looks like one."""

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.people import Affiliation, Name, NameOrder, Participation, Person
from dialogueprep.exchange.lexicon_reader import read_lexicon

GF = NameOrder.GIVEN_FIRST
PEOPLE = (
    (Name(family="Ashford", given="Barnaby", order=GF), "GB", ()),
    (Name(family="Trần", given="Quang Hòa"), "VN", ()),
    (Name(family="Tjondronegoro", given="Bagus", order=GF), "ID", ()),
    (Name(family="Izumi", given="Haruyo", native="泉晴代", reading="いずみ はるよ"), "JP", ()),
    (Name(family="Kamisaka", given="Toru", native="上坂徹", reading="かみさか とおる"), "JP", ()),
    (Name(family="Pan", given="Shuyun", native="潘书韵"), "CN", ("Baiyun Institute", "白云研究所")),
    (Name(family="Ji", given="Ha-ram", native="지하람"), "KR", ("Narae Foundation", "나래재단")),
    (Name(family="Tak", given="Ye-bin", native="탁예빈"), "KR", ("Hangang Ilbo", "한강일보")),
    (
        Name(family="Qu", given="Mingche", native="瞿明澈"), "CN",
        ("Beihe Academy of Social Sciences", "北河社会科学院"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def roster():
    people = tuple(
        Participation(
            id=str(n),
            person=Person(id=str(n), name=name),
            delegation=code,
            territory=code,
            affiliation=Affiliation(name=place[0], native=place[1]) if place else Affiliation(),
        )
        for n, (name, code, place) in enumerate(PEOPLE, 1)
    )
    return Roster(participations=people, lexicon=read_lexicon())


ABROAD = [
    ("阿什福德教授没有同意。", "1"),
    ("巴纳比·阿什福德比较了两个港口。", "1"),
    ("陈光和提到水位。", "2"),
    ("チャン・クアン・ホア氏は水位に触れた。", "2"),
    ("쩐 꽝 호아 박사는 수위를 언급했다.", "2"),
    ("チョンドロネゴロ会長は燃料費を挙げた。", "3"),
    ("泉参事官は持ち帰るとした。", "4"),
    ("상판철이라고 읽은 글", "5"),
    ("카미사카 전무는 의심했다.", "5"),
    ("书韵会后补充了两点。", "6"),
    ("一位潘姓与会者要求更正。", "6"),
]


@pytest.mark.parametrize(("text", "who"), ABROAD)
def test_a_name_is_found_in_a_neighbours_script(roster, text, who):
    marked = {e.people for e in examine_text(text, roster)}
    assert marked == {(who,)}


INSTITUTIONS = [
    ("ナレ財団からは慎重論が出た。", "7"),
    ("ナレ財団の担当者は反対した。", "7"),
    ("백운연구소 측은 반대했다.", "6"),
    ("The Narae executive disagreed.", "7"),
    ("Narae disagreed.", "7"),
    ("Pan of the Baiyun Institute disagreed.", "6"),
    ("漢江日報は発表文を求めた。", "8"),
    ("汉江日报认为应当公布。", "8"),
    ("北河社科院不赞成。", "9"),
]


@pytest.mark.parametrize(("text", "who"), INSTITUTIONS)
def test_an_institution_is_found_in_a_neighbours_words(roster, text, who):
    assert (who,) in {e.people for e in examine_text(text, roster) if e.level.value == "block"}


CLEAN = [
    "A train stops at Izumi station and near Kamisaka.",
    "Ashford is a common family name in Devon.",
    "ナレ財団は会場を提供した。",
    "Narae's website was renewed.",
    "泉の駅前に碑がある。",
    "汉江的水质有所改善。",
    "马德里和斯里兰卡都有这样的码头。",
    "The Baiyun Institute prepared lunch and gave each participant a copy.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_a_name_is_left(roster, text):
    assert examine_text(text, roster) == ()


def test_somebody_of_another_age_only_gets_a_warning(roster):
    (found,) = examine_text("Ms Izumi (an Edo-period poet) wrote of ferries.", roster)
    assert found.level.value == "warn"
