"""Who stands in clipped Chinese and Japanese lines, at the head, in the middle or at the end."""

import pytest
from planted import exposed, person, room

from dialogueprep.domain.identity.reading.labels_east import plainly
from dialogueprep.domain.identity.reading.lines import notes_of

PEOPLE = room(
    person("Tarrant", "Wilma", "", "NZ"),
    person("Sugawa", "Toru", "須川透", "JP"),
    person("Pei", "Yiran", "裴依然", "CN"),
)
CHINESE = (
    "{who}——先试两年", "{who} - 太慢", "{who}，先试两年", "{who}\u3000太慢", "{who}直摇头",
    "{who}没吭声", "{who}又绕回费用", "{who}答应会后交换表格", "{who}想了想，说可以考虑",
    "被{who}打断", "然后{who}：太慢", "问（{who}）：谁来付钱", "太慢（{who}）", "“太慢”——{who}",
    "太慢，{who}也这么看", "据{who}，数据不全", "{who}（笑）：太慢", "{who}的顾虑：没人会签",
)  # fmt: skip
JAPANESE = (
    "{who}――まず二年試す", "{who}、誰が払うのか", "{who}\u3000遅すぎる", "{who}は黙ったまま",
    "{who}がすぐ反論", "{who}、また費用の話", "{who}も同じ", "{who}にさえぎられる",
    "続いて{who}、遅すぎる", "問（{who}）：誰が払うのか", "遅すぎる（{who}）",
    "「遅すぎる」――{who}",
    "{who}によれば、まず二年", "{who}の懸念：署名する国はない", "{who}のみ棄権",
)  # fmt: skip
CLEAN = (
    "惠灵顿——雨季五月起", "惠灵顿 二十八度，有雨", "惠灵顿：七月会议，住宿自理",
    "新西兰葡萄酒 两箱",
    "耳机——前台领取", "议题二——海缆维修", "“慢就是快”（谚语）", "太贵（市价）",
    "保留——删去",
    "ウェリントン　二十八度", "ウェリントン――来年の会場", "ニュージーランド産　高い",
    "名札　受付で",
    "「急がば回れ」（ことわざ）", "残す――削る", "議題二――海底ケーブル",
)  # fmt: skip
CLUSTER = "茶歇前\n{line}\n折中，放进附件\n大家点头"


@pytest.mark.parametrize("shape", CHINESE)
@pytest.mark.parametrize("who", ["须川", "裴依然", "新西兰学者"])
def test_who_stands_in_a_chinese_line_is_found(shape, who):
    line = shape.format(who=who)
    for note in (line, CLUSTER.format(line=line)):
        assert any(who in words or words in who for words, _ in exposed(PEOPLE, note)), note


@pytest.mark.parametrize("shape", JAPANESE)
@pytest.mark.parametrize("who", ["須川", "須川さん", "ニュージーランドの研究者"])
def test_who_stands_in_a_japanese_line_is_found(shape, who):
    note = shape.format(who=who)
    assert any(who in words or words in who for words, _ in exposed(PEOPLE, note)), note


@pytest.mark.parametrize("note", CLEAN)
def test_places_goods_and_headings_in_such_lines_are_left_alone(note):
    assert exposed(PEOPLE, note) == []


def test_clipped_lines_are_read_each_alone():
    assert len(list(notes_of(CLUSTER.format(line="须川没吭声")))) == 4


@pytest.mark.parametrize(
    "text",
    [
        "须川\n透没有再说什么",
        "会上讨论了很久，最后由须川\n透作了总结，大家同意\n下午继续讨论这一点。",
    ],
)
def test_a_sentence_over_lines_is_read_as_one(text):
    assert list(notes_of(text)) == [(0, len(text))]


@pytest.mark.parametrize("note", ["须川说太慢。大家笑了。", "会议在惠灵顿举行。", "too slow"])
def test_sentences_are_no_clipped_lines(note):
    assert list(plainly(note)) == []
