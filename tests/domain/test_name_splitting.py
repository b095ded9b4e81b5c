"""Names typed in one are parted by what tells: commas, capitals, characters, surnames, order."""

import pytest

from dialogueprep.domain.name_splitting import SplitName, Typed, split_name, swapped
from dialogueprep.exchange.people_words import name_words

CASES = [
    ({"latin": "Prof. SHEN Yuheng (沈昱衡)"}, ("Shen", "Yuheng", "沈昱衡", "Prof.", ""), False),
    ({"latin": "Zhiyuan Wen", "territory": "CN"}, ("Wen", "Zhiyuan", "", "", ""), False),
    ({"latin": "Hong Gil Dong", "territory": "KR"}, ("Hong", "Gil Dong", "", "", ""), True),
    ({"latin": "Gil-dong Hong", "territory": "KR"}, ("Hong", "Gil-dong", "", "", ""), False),
    ({"latin": "Dr. Jan van der Berg, PhD", "territory": "NL"},
     ("van der Berg", "Jan", "", "Dr.", ""), False),
    ({"latin": "Jan van der BERG"}, ("van der Berg", "Jan", "", "", ""), False),
    ({"latin": "Shen, Yuheng"}, ("Shen", "Yuheng", "", "", ""), False),
    ({"latin": "LI WENBO", "territory": "CN"}, ("Li", "Wenbo", "", "", ""), False),
    ({"latin": "NGUYEN Van An"}, ("Nguyen", "Van An", "", "", ""), False),
    ({"latin": "Sukarno"}, ("Sukarno", "", "", "", ""), False),
    ({"latin": "O"}, ("O", "", "", "", ""), False),
    ({"native": "欧阳明月"}, ("欧阳", "明月", "欧阳明月", "", ""), False),
    ({"native": "남궁민 박사"}, ("남궁", "민", "남궁민", "", "박사"), False),
    ({"native": "王教授"}, ("王", "", "王", "", "教授"), False),
    ({"native": "佐藤遥", "territory": "JP"}, ("佐藤", "遥", "佐藤遥", "", ""), False),
    ({"latin": "Haruka Sato", "native": "佐藤遥", "reading": "さとう はるか"},
     ("Sato", "Haruka", "佐藤遥", "", ""), False),
    ({"latin": "H.E. Ambassador KIM Minseo"}, ("Kim", "Minseo", "", "H.E. Ambassador", ""), False),
    ({"family": "SHEN", "given": "Yuheng"}, ("Shen", "Yuheng", "", "", ""), False),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "parts", "guessed"), CASES)
def test_the_parts_of_a_name(typed, parts, guessed):
    found = split_name(Typed(**typed), name_words())
    name = found.name
    assert (name.family, name.given, name.native, name.title, name.honorific) == parts
    assert found.guessed is guessed


@pytest.mark.parametrize("typed", [t for t, _, _ in CASES])
def test_swapping_twice_changes_nothing_and_keeps_how_it_reads(typed):
    name = split_name(Typed(**typed), name_words()).name
    once = swapped(SplitName(name))
    assert swapped(once).name == name
    assert once.name.latin == name.latin
