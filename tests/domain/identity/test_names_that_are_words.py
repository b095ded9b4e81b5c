"""Names that are words, in four languages: each sentence with a person of that name in the room."""

import pytest
from planted import exposed, level, person, room

PEOPLE = (
    person("Park", "Min-jun", "박민준", "KR"),
    person("Long", "Peter", "", "US"),
    person("May", "Theresa-Ann", "", "GB"),
    person("Rose", "Amber", "", "US"),
    person("Strand", "Wren", "", "US"),
    person("Garland", "Judith", "", "GB"),
    person("Banks", "Una", "", "GB"),
    person("Price", "Odo", "", "GB"),
    person("Young", "Faith", "", "US"),
    person("Song", "Ji-ho", "송지호", "KR"),
    person("Bang", "Si-woo", "방시우", "KR"),
    person("West", "Victor", "", "AU"),
    person("He", "Ping", "何平", "CN"),
    person("Zeng", "Qiang", "曾强", "CN"),
    person("Ma", "Li", "马力", "CN"),
    person("Gao", "Feng", "高峰", "CN"),
    person("Lin", "Sen", "林森", "CN"),
    person("Ren", "He", "任何", "CN"),
    person("Mori", "Hikaru", "森 光", "JP", reading="もり ひかる"),
    person("Hara", "Tsuyoshi", "原 剛", "JP", reading="はら つよし"),
    person("Ueda", "Nozomi", "上田 望", "JP", reading="うえだ のぞみ"),
    person("An", "Jung-min", "안중민", "KR"),
    person("Min", "Ji-won", "민지원", "KR"),
    person("Yi", "Mi-rae", "이미래", "KR"),
    person("Brooks", "Coral", "", "US"),
    person("Copper", "Frost", "", "NZ"),
    person("Porter", "Barley", "", "AU"),
)
ROOM = room(*PEOPLE)
CLEAN = """
Young and old argued about it. | Young scholars said so. | The young said so.
Long-standing disputes were noted.
May we proceed? | May and June were proposed. | In May the talks resumed. | Rose-coloured hopes
Prices rose, experts said.
A single strand of fibre was tested. | In one room a strand of hair was enough.
Banks are reluctant to insure a cable. | Banks have closed. | Price was not the obstacle.
Price is one factor. | Strands break in winter. | A garland was laid. | Garlands were laid.
Song and dance were enjoyed. | the Big Bang | He added that it was late. | He, too, asked.
He and she argued.
The West argued that it was late. | West Africa was mentioned. | Faith in the talks was low.
a national park
Amber alerts were proposed. | Victor Hugo was quoted. | Min wage rules | An expert said so.
An agreement was noted.
Coral grows a centimetre a year. | Coral grows slowly in cold water. | Copper conducts heat.
Copper rusted in the warehouse. | Barley was sown twice. | Barley is exported to Japan.
Frost closed the road. | Copper costs more than last year. | Barley was stored in silos.
Coral was the first item of the day. | Porters used to meet every train.
何时召开会议尚未确定 | 任何代表都可以提出 | 高峰论坛认为 | 高峰会议提出建议 | 马力不足
森林覆盖率提高
曾强调指出这一点 | 代表曾强调合作 | 曾强烈反对 | 双方曾强调 | 如何平衡各方利益 | 任何平台都可以
高层代表指出
和平代表团 | 安全代表 | 高峰期间 | 马上恢复热线 | 何种方案
森が光に満ちる | 林業の専門家は述べた | 原則として参加者は述べた | 上田市は述べた | 望ましいと述べた
森林は重要だ | 望みは薄いと述べた | 光は大切だと述べた | 原発について述べた | もりだくさん
高原さんは
미래 사회를 논의했다 | 이 미래 전략 | 정부 대표는 말했다 | 민간 위원은 말했다 | 국민 대표
박수 소리
이과장 제도는 없어졌다. | 여교수가 늘었다.
안 된다고 말했다 | 방 안에 있던 위원 | 그 위원은 말했다 | 한 참가자는 말했다 | 지원 사업은 계속된다
"""
STANDING = [
    ("Young argued otherwise.", "Young"),
    ("as Long put it", "Long"),
    ("Ms May's draft", "May"),
    ("Dr Rose agreed.", "Rose"),
    ("The rest was left to Strand.", "Strand"),
    ("as Garland put it", "Garland"),
    ("Banks was the first to object.", "Banks"),
    ("Price argued for more.", "Price"),
    ("garland: not convinced", "garland"),
    ("Coral grew more and more impatient with the text.", "Coral"),
    ("Copper floated a compromise on the text.", "Copper"),
    ("Copper froze and would not answer.", "Copper"),
    ("Frost closed the line of questioning.", "Frost"),
    ("Copper ran low on patience.", "Copper"),
    ("Barley bloomed in the second session.", "Barley"),
    ("Barley was pressed on the numbers.", "Barley"),
    ("Coral was the first item on my list, and she agreed.", "Coral"),
    ("Porters would not sign.", "Porters"),
    ("Prof. Song agreed.", "Song"),
    ("West's paper", "West"),
    ("Mr He added a point.", "Mr He"),
    ("何平教授指出", "何平"),
    ("曾强表示反对", "曾强"),
    ("曾强大使强调", "曾强"),
    ("马力先生说", "马力"),
    ("高峰教授认为", "高峰"),
    ("林森指出", "林森"),
    ("森さんは述べた", "森さん"),
    ("原氏は反論した", "原氏"),
    ("上田先生が述べた", "上田先生"),
    ("안 교수는 반대했다", "안 교수"),
    ("민지원 박사는 말했다", "민지원"),
    ("이과장은 반대했다.", "이과장"),
    ("이과장: 반대", "이과장"),
    ("민대표가 우려를 나타냈다.", "민대표"),
    ("이미래 씨가 말했다", "이미래"),
    ("박 교수님은 말했다", "박 교수"),
]


@pytest.mark.parametrize("text", [t.strip() for t in CLEAN.replace("\n", "|").split("|") if t])
def test_a_word_is_left_alone(text):
    assert exposed(ROOM, text) == []


@pytest.mark.parametrize(("text", "passage"), STANDING)
def test_the_same_word_as_a_person_is_blocked(text, passage):
    assert level(ROOM, text, passage) == "block"


def test_a_reading_tells_where_a_name_without_a_space_is_parted():
    minami = room(person("Minami", "Kyōko", "南京子", "JP", reading="みなみ きょうこ"))
    for clean in ("南京での会合が参考になる。", "南京会议的成果得到肯定。"):
        assert exposed(minami, clean) == []
    for leak in ("南さんは反対した。", "南京子は反対した。", "京子さんは反対した。"):
        assert exposed(minami, leak) != []
