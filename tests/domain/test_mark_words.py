"""Marks at the start of a line in the words, and on the keyboards, of the four languages."""

from __future__ import annotations

import pytest

from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import Delegation, DelegationId
from dialogueprep.domain.mark_words import MarkReader
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.shorthand_reader import read_mark_words

EXPERT, OFFICIAL = BroadSector.EXPERT, BroadSector.OFFICIAL
LABELS = {
    "CN": Texts.of(en="China", zh="中国", ja="中国", ko="중국"),
    "JP": Texts.of(en="Japan", zh="日本", ja="日本", ko="일본"),
    "KR": Texts.of(en="Republic of Korea", zh="韩国", ja="韓国", ko="한국"),
    "ASEAN": Texts.of(en="ASEAN", zh="东盟", ja="ASEAN", ko="아세안"),
}
FEW = (
    Attribution(delegation="KR"),
    Attribution(delegation="ASEAN"),
    Attribution(sector=Sector.MEDIA),
)


@pytest.fixture(scope="module")
def reader() -> MarkReader:
    table = [Delegation(id=DelegationId(c), code=c, labels=t) for c, t in LABELS.items()]
    return MarkReader(read_mark_words(), read_lexicon(), table)


def asked(reader: MarkReader, line: str) -> tuple[Attribution | None, str]:
    """Return what a line asks for where Koreans, those from ASEAN and the press are too few."""
    read = shorthand.read(line, LABELS, lambda h, rest: reader.read(h, rest, FEW.__contains__))
    return read.attribution, read.text


@pytest.mark.parametrize(
    ("line", "attribution"),
    [
        ("日方：先试点", Attribution(delegation="JP")),
        ("中：先试点", Attribution(delegation="CN")),
        ("韩方专家：先试点", Attribution(delegation="KR", broad=EXPERT)),
        ("多位专家：先试点", Attribution(count=Count.SEVERAL, broad=EXPERT)),
        ("官员：先试点", Attribution(broad=OFFICIAL)),
        ("不少人：先试点", Attribution(count=Count.MANY)),
        ("日本側：先试点", Attribution(delegation="JP")),
        ("日本の専門家：先试点", Attribution(delegation="JP", broad=EXPERT)),
        ("数名の専門家：先试点", Attribution(count=Count.SEVERAL, broad=EXPERT)),
        ("記者：先试点", Attribution(sector=Sector.MEDIA)),
        ("일본측: 先试点", Attribution(delegation="JP")),
        ("한: 先试点", Attribution(delegation="KR")),
        ("중국 측 전문가: 先试点", Attribution(delegation="CN", broad=EXPERT)),
        ("여러 전문가: 先试点", Attribution(count=Count.SEVERAL, broad=EXPERT)),
        ("다수: 先试点", Attribution(count=Count.MANY)),
        (
            "several Japanese experts: 先试点",
            Attribution(count=Count.SEVERAL, delegation="JP", broad=EXPERT),
        ),
        ("ROK side: 先试点", Attribution(delegation="KR")),
        (
            "two Chinese officials: 先试点",
            Attribution(count=Count.SEVERAL, delegation="CN", broad=OFFICIAL),
        ),
        ("Journalist: 先试点", Attribution(sector=Sector.MEDIA)),
    ],
)  # fmt: skip
def test_words_of_four_languages_ask(
    reader: MarkReader, line: str, attribution: Attribution
) -> None:
    assert asked(reader, line) == (attribution, "先试点")


@pytest.mark.parametrize(
    "line",
    [
        "Port access: fees", "Note: small", "General: fees", "结论：费用", "まとめ：手数料",
        "Japanese companies: fees", "日本企業：手数料", "日本政府：费用", "Three points: fees",
        "Speaker: fees", "Question: who pays", "정리: 수수료", "Japanese garden: fees",
        "both Korean participants: fees", "no Japanese expert: fees", "US: tariffs", "10: 30",
    ],
)  # fmt: skip
def test_what_a_line_is_about_is_left(reader: MarkReader, line: str) -> None:
    assert asked(reader, line) == (None, line)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Japan: fees", "JP"), ("japan: fees", "JP"), ("日本：fees", "JP"), ("日本: fees", "JP"),
        ("일본: fees", "JP"), ("中国：fees", "CN"), ("중국: fees", "CN"), ("PRC: fees", "CN"),
        ("ASEAN: fees", "ASEAN"), ("Thailand: fees", "ASEAN"), ("泰国：fees", "ASEAN"),
        ("タイ：fees", "ASEAN"), ("태국: fees", "ASEAN"), ("Vietnam: fees", "ASEAN"),
    ],
)  # fmt: skip
def test_the_name_of_a_country_asks_for_its_delegation(
    reader: MarkReader, line: str, code: str
) -> None:
    assert asked(reader, line) == (Attribution(delegation=code), "fees")


def test_a_country_is_known_by_the_label_where_the_organiser_chose_the_code(
    reader: MarkReader,
) -> None:
    labels = {"ROK": LABELS["KR"], "THA": Texts.of(en="Thailand"), "ASEAN": LABELS["ASEAN"]}
    table = [Delegation(id=DelegationId(c), code=c, labels=t) for c, t in labels.items()]
    seats = MarkReader(read_mark_words(), read_lexicon(), table).seats
    assert {at: seats.get(at) for at in ("kr", "rok", "th", "tha", "vn", "asean", "jp")} == {
        "kr": "ROK", "rok": "ROK", "th": "THA", "tha": "THA", "vn": "ASEAN", "asean": "ASEAN",
        "jp": None,
    }  # fmt: skip


def test_a_people_or_a_sector_alone_asks_only_where_it_fits_too_few(reader: MarkReader) -> None:
    for line in ("Tokyo: fees fall", "东京：费用", "Japanese: fees", "Germany: fees fall"):
        assert asked(reader, line) == (None, line)
    for line in ("Korea: fees", "ROK: fees", "韩国：fees", "韓国：fees", "한국: fees"):
        assert asked(reader, line) == (Attribution(delegation="KR"), "fees")
    assert asked(reader, "东盟：fees") == (Attribution(delegation="ASEAN"), "fees")
    assert asked(reader, "Media: fees") == (Attribution(sector=Sector.MEDIA), "fees")


@pytest.mark.parametrize(
    "line",
    [
        "Korea: 0.7 births",
        "日本：1.2",
        "Japan, China: fees",
        "韩国：３％",
        "Korea: rising; Japan: falling",
        "한국: 오른다, 일본: 내린다",
    ],
)
def test_facts_by_country_are_left(reader: MarkReader, line: str) -> None:
    assert asked(reader, line) == (None, line)


def test_several_marks_count_as_one(reader: MarkReader) -> None:
    assert asked(reader, "专家：jp: 费用") == (
        Attribution(delegation="JP", broad=EXPERT), "费用",
    )  # fmt: skip
    assert asked(reader, "日方、韩方：费用") == (Attribution(count=Count.SEVERAL), "费用")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ㅓㅔ", "jp"), ("추", "cn"), ("ㅏㄱ", "kr"), ("ㅐㄹㄹ", "off"), ("ㄷ테 ㅓㅔ", "exp jp"),
        ("ㅡ무ㅛ", "many"), ("ㅁㄴㄷ무", "asean"), ("jp", "jp"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_the_keys_that_wrote_hangul_are_read(typed: str, keys: str) -> None:
    assert read_mark_words().keys_of(typed) == keys


@pytest.mark.parametrize(
    ("typed", "attribution"),
    [
        ("おっf：", Attribution(broad=OFFICIAL)),
        ("えｘｐ：", Attribution(broad=EXPERT)),
        ("まｎｙ：", Attribution(count=Count.MANY)),
    ],
)
def test_what_a_japanese_input_method_makes_of_marks_is_read(
    reader: MarkReader, typed: str, attribution: Attribution
) -> None:
    assert asked(reader, f"{typed}費用") == (attribution, "費用")
