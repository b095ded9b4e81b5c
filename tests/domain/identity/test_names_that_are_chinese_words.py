"""Chinese and Japanese names in characters that are words or places too, beside the words."""

import pytest
from planted import exposed, level, person, room

ROOM = room(
    person("Gao", "Yuan", "高远", "CN"),
    person("Fang", "Zheng", "方正", "CN"),
    person("Jiang", "Shan", "江山", "CN"),
    person("Zhou", "Mingxuan", "周明轩", "CN"),
    person("Mori", "Daichi", "森大地", "JP", reading="もり だいち"),
    person("Arima", "Yutaka", "有馬温", "JP", reading="ありま ゆたか"),
    person("Amakawa", "Hikari", "天川光", "JP", reading="あまかわ ひかり"),
    person("Seki", "Hajime", "関一", "JP", reading="せき はじめ"),
    person("Minami", "Haruka", "南春香", "JP", reading="みなみ はるか"),
    person("Azuma", "Kaito", "東海人", "JP", reading="あずま かいと"),
    person("Lee", "Seul", "이슬", "KR"),
)
ONE, WORDS = ("周", "高", "方", "江", "森", "南"), ("方正", "江山", "高远", "周明轩", "有马")
TOLD = """
{}没有表态。 | {}问稿子什么时候能发。 | {}对时间表没有意见。 | {}没有回答。 | {}打断了讨论。
{}不愿评论。 | {}主张先易后难。 | {}一直沉默。 | {}并不买账。 | {}显得很不耐烦。 | {}只说了一句话。
{}也这么看。 | {}已经让步。 | {}笑着回答。 | 但{}不同意。 | {}把草案带回去了。 | {}同样反对。
{}的意见是再等。 | 但{}的看法不同。 | 由{}起草第一稿。 | 最后请{}回应。
"""
HERE = """
有人反驳了明轩。 = 明轩 | 大家没有理会明轩的提议。 = 明轩 | 与会者赞同高远的看法。 = 高远
明轩和另一位与会者争论起来。 = 明轩 | 有馬温は首をかしげた。 = 有馬温 | 東海人は反対した。 = 東海人
东海人议员主张修改法律。 = 东海人 | 高远的意见很明确。 = 高远 | 关一提醒大家注意安全。 = 关一
关一起草了第三段。 = 关一 | 李瑟博士展示了问卷。 = 李瑟
轮到江山发言。 = 江山 | 轮到方正总结。 = 方正 | 轮到森发言了。 = 森
"""
LEFT = """
有马温泉是会后参观的地点。 | 有馬温泉で懇親会が開かれる。 | 東海人口の推計が出た。
东海人口的推算出来了。 | 关一扇门，开一扇窗，这句谚语被引用。 | 关一天也无妨。
高远的理想需要务实的步骤。 | 高遠な理想だけでは足りない。 | 天光微亮時船隊出發。
天光が差し込んだ。 | 天川流经三个县。 | 天川发源于北部山区。 | 有马队参加了游行。
有马车经过广场。 | 有马上任的说法。 | 南不产茶，北不种稻。 | 森不大，却很密。
江不宽，船却很多。 | 江上没有桥。 | 方可签字。 | 海没有结冰。 | 高要求是必要的。
高支持率并不意味着同意。 | 方正的表格便于填写。 | 江山如画。 | 方案没有通过。
与会者反对高关税。 | 大家支持高标准。 | 有人反对江上建坝。 | 表格科长那里有。
由江山到河流都写进了文件。 | 由方正、高远的字体组成。 | 由原起草单位修改。 | 轮到江山市承办。
由森林覆盖的山区。
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("frame", _lines(TOLD))
def test_whoever_opens_a_sentence_with_a_deed_is_marked(frame):
    names = ONE + WORDS
    found = {name: level(ROOM, frame.format(name), name) for name in names}
    assert found == dict.fromkeys(names, "block")


@pytest.mark.parametrize("line", _lines(HERE))
def test_a_name_is_marked(line):
    text, passage = line.split(" = ")
    assert level(ROOM, text, passage) == "block"


@pytest.mark.parametrize("text", _lines(LEFT))
def test_the_words_are_left(text):
    assert exposed(ROOM, text) == []
