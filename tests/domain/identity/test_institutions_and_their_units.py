"""An institution of the East that is written with its unit is known by either, and in short."""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.identity.institutions.units import unit_headed, whole_and_unit
from dialogueprep.domain.people import Affiliation
from dialogueprep.exchange.lexicon_reader import read_lexicon


def _of(who, name, position=""):
    return replace(who, affiliation=Affiliation(name=name, position=position))


ROOM = room(
    _of(person("Shen", "Ruogu", "沈若谷", "CN"), "滨海社会科学院海洋经济研究所"),
    _of(person("Kanzaki", "Ryō", "神崎亮", "JP"), "海洋政策局沿岸調整課"),
    _of(person("Sakakibara", "Tōru", "榊原徹", "JP"), "暁星国際大学地域研究センター"),
    _of(person("Wang", "Yihang", "汪一航", "CN"), "外事协调局", "亚洲二处处长"),
    _of(person("Kubota", "Megumi", "久保田恵", "JP"), "海外経済研究所", "事務局長"),
    _of(person("Wei", "Cheng-chih", "魏承志", "TW"), "海峽青年交流基金會"),
)
SOURCES = """
滨海社会科学院主张推迟表决。 = 滨海社会科学院 | 滨海社科院主张推迟表决。 = 滨海社科院
海洋经济研究所的人不同意这组数字。 = 海洋经济研究所 | 海经所不同意这组数字。 = 海经所
社科院的同事不同意这组数字。 = 社科院 | 濱海社科院的看法與此不同。 = 濱海社科院
来自滨海社科院的学者反对休会。 = 滨海社科院 | 浜海社会科学院は延期を主張した。 = 浜海社会科学院
海洋政策局は遅れを認めた。 = 海洋政策局 | 沿岸調整課は遅れを認めた。 = 沿岸調整課
沿岸調整課の見解は固い。 = 沿岸調整課 | 海洋政策局承认审批太慢。 = 海洋政策局
暁星国際大学の先生は納得しない。 = 暁星国際大学 | 暁星国際大の先生は納得しない。 = 暁星国際大
地域研究センターの研究者は納得しない。 = 地域研究センター
晓星国际大学的教授不认可这个定义。 = 晓星国际大学
亚洲二处的看法与此不同。 = 亚洲二处 | 亚洲二处不接受这个提法。 = 亚洲二处
海外経済研の立場は変わらない。 = 海外経済研 | 海外経済研は反対した。 = 海外経済研
海青基金會建議增加名額。 = 海青基金會 | 海青基金会认为名额太少。 = 海青基金会
"""
LEFT = """
各地社科院都有类似的研究室。 | 滨海路正在拓宽。 | 海洋经济占比逐年上升。
报告由滨海社会科学院出版。 | 会场设在滨海社科院。 | 与会者参观了海洋研究所的展厅。
海洋政策は国会で審議される。 | 沿岸の調整には時間がかかる。 | 政策局面が変わった。
通訳機材は沿岸調整課から借りた。 | 地域研究の方法が紹介された。
会場は暁星国際大学の講堂である。 | 国際大学という名の学校は多い。
事務局は資料を配った。 | 事務局が日程を説明した。 | 事務局に連絡してください。
亚洲二处列入名录的遗址得到修缮。 | 海外経済の動向は不透明だ。 | 青年基金会每年资助三十人。
海外経済研究の本が出た。 | 大学の研究センターは各地にある。 | 基金会的章程可供下载。
"""
PARTED = {
    "日本銀行金融研究所": ("日本银行", "金融研究所"),
    "国家税务总局税收科学研究所": ("国家税务总局", "税收科学研究所"),
    "瀬名新聞社東京支局": ("濑名新闻社", "东京支局"),
    "科学技术部国际合作司": ("科学技术部", "国际合作司"),
    "暁星国際大学 地域研究センター": ("晓星国际大学", "地域研究せんたー"),
    "東京大学": None,
    "総合研究大学院大学": None,
    "東北部経済研究所": None,
    "司法研究所": None,
    "省エネルギーセンター": None,
    "海峡公共政策学院": None,
}
HEADED = {
    "亚洲二处处长": "亚洲二处",
    "沿岸調整課長": "沿岸调整课",
    "海洋研究中心主任": "海洋研究中心",
    "国际司副司长": "国际司",
    "局長": "",
    "院长": "",
    "事務局長": "",
    "研究所所长": "",
}


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("line", _lines(SOURCES))
def test_a_source_is_marked(line):
    text, passage = line.split(" = ")
    assert ("block", True) in [(it[1], passage in it[0]) for it in exposed(ROOM, text)]


@pytest.mark.parametrize("text", _lines(LEFT))
def test_what_is_no_source_is_left(text):
    assert exposed(ROOM, text) == []


def test_names_are_parted_between_the_institution_and_its_unit():
    plain = read_lexicon().fold.plain
    assert {name: whole_and_unit(plain(name)) for name in PARTED} == PARTED
    assert {title: unit_headed(plain(title)) for title in HEADED} == HEADED
