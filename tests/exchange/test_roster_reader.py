"""Rosters as .json, .csv and .xlsx, in the encodings and headings of East Asia."""

import json

import pytest
from openpyxl import Workbook

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.people import Gender, NameOrder, Role, Sector
from dialogueprep.exchange.roster_reader import EVERY_ITEM, read_roster


def _written(folder, text, encoding="utf-8", name="roster.csv"):
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_japanese_roster_in_any_encoding(tmp_path, encoding):
    text = "氏名,ふりがな,所属,国,性別\n黒田 亜紀,くろだ あき,青葉研究所の港湾部,日本,女\n"
    (who,) = read_roster(_written(tmp_path, text, encoding)).participations
    assert (who.person.name.native, who.person.name.reading) == ("黒田 亜紀", "くろだ あき")
    assert (who.delegation, who.region, who.person.gender) == ("JP", "Northeast Asia", Gender.WOMAN)


@pytest.mark.parametrize(
    ("encoding", "text", "native"),
    [
        ("gb18030", "姓名,单位,国家,领域\n温志远,松原大学国际关系学院,中国,学术\n", "温志远"),
        ("cp949", "성명,소속,국가,분야\n성하린,나루연구소,한국,학계\n", "성하린"),
    ],
)
def test_chinese_and_korean_rosters(tmp_path, encoding, text, native):
    (who,) = read_roster(_written(tmp_path, text, encoding)).participations
    assert who.person.name.native == native
    assert who.sector is Sector.ACADEMIA
    assert who.affiliation.name


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_ids_order_and_items(tmp_path, separator):
    rows = (
        ("Name", "Country", "Role", "Sessions"),
        ("KURODA Aki", "Japan", "chair", "P1"),
        ("Ana Field", "US", "", "P1|B1"),
    )
    text = "List of participants\n" + "\n".join(separator.join(r) for r in rows)
    roster = read_roster(_written(tmp_path, text))
    first, second = roster.participations
    assert (first.id, first.person.name.family, second.id) == ("1", "KURODA", "2")
    assert (second.person.name.family, second.person.name.order) == ("Field", NameOrder.GIVEN_FIRST)
    assert roster.attendance["P1"][0].roles == {Role.CHAIR}
    assert [a.who.id for a in roster.attendance["B1"]] == ["2"]


def test_without_items_everybody_attends_one(tmp_path):
    roster = read_roster(_written(tmp_path, "family,given\nKuroda,Aki\nWen,Zhiyuan\n"))
    assert [a.who.id for a in roster.attendance[EVERY_ITEM]] == ["1", "2"]


def test_a_workbook(tmp_path):
    book = Workbook()
    for row in (("id", "Family name", "Given name", "Acronym"), (7, "Kuroda", "Aki", "ABI")):
        book.active.append(row)
    book.save(tmp_path / "roster.xlsx")
    (who,) = read_roster(tmp_path / "roster.xlsx").participations
    assert (who.id, who.affiliation.acronym) == ("7", "ABI")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.csv", "Kuroda,Aki,Aoba Institute\nWen,Zhiyuan,Matsubara\n", "roster-without-header"),
        ("a.csv", "\n\n", "roster-without-people"),
        ("a.csv", "family,given\n", "roster-without-people"),
        ("a.pages", "family,given\n", "roster-kind-unknown"),
    ],
)
def test_what_is_no_roster_is_refused(tmp_path, name, text, code):
    with pytest.raises(Refused) as refused:
        read_roster(_written(tmp_path, text, name=name))
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["{", "3", json.dumps({"roster": ["Kuroda"]})])
def test_a_damaged_json_is_told(tmp_path, text):
    with pytest.raises(Trouble, match="roster-damaged"):
        read_roster(_written(tmp_path, text, name="r.json"))


def test_a_workbook_that_is_none_is_told(tmp_path):
    with pytest.raises(Trouble, match="roster-damaged"):
        read_roster(_written(tmp_path, "PK nothing", name="r.xlsx"))
