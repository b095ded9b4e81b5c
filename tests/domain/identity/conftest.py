"""Rosters for the tests of recognition: the sample cases' people, and an invented room."""

from pathlib import Path

import pytest

from dialogueprep.domain.gate import ALL_PRESENT, Roster, examine_text
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Gender,
    Name,
    NameOrder,
    Participation,
    Person,
    Role,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.workflows.screen import roster_of

CASES = Path(__file__).parents[2] / "cases" / "sample_cases.json"
FF, GF = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST
# family, given, order, native, reading, title, delegation, sector, gender, institution
INVENTED = (
    ("Park", "Young-hee", FF, "박영희", "", "Professor", "KR", "academia", "woman",
     ("Hanseo University of Studies", "HUS", "한서대학교")),
    ("Choi", "Sung-min", FF, "최성민", "", "Director-General", "KR", "government", "man",
     ("Bureau of Northern Trade", "BNT", "북방통상국")),
    ("Mori", "Kenichirō", FF, "森 健一郎", "もり けんいちろう", "Ambassador", "JP", "diplomacy",
     "man", ("Aoba Foundation", "AF", "青葉財団")),
    ("Kobayashi", "Yūko", FF, "小林裕子", "こばやし ゆうこ", "Professor", "JP", "academia", "woman",
     ("Minato Gakuin", "MG", "港学院")),
    ("Ōno", "Shun'ichi", FF, "大野俊一", "おおの しゅんいち", "Mr", "JP", "media", "man",
     ("Seto Shimbun", "", "瀬戸新聞")),
    ("He", "Jianguo", FF, "何建国", "", "Major General", "CN", "military", "man",
     ("Linhe Academy", "LHA", "临河学院")),
    ("Lü", "Xiaoyan", FF, "吕晓燕", "", "Dr", "CN", "think tank", "woman",
     ("Dongting Centre for Policy", "DCP", "洞庭政策中心")),
    ("Ouyang", "Ming", FF, "欧阳明", "", "Prof", "CN", "academia", "man",
     ("Taihe University", "THU", "太和大学")),
    ("Zeng", "Guofan", FF, "曾国范", "", "Mr", "CN", "business", "man",
     ("Qinghe Shipping", "QHS", "清河航运")),
    ("Nguyễn", "Thị Hương", FF, "Nguyễn Thị Hương", "", "Ms", "VN", "diplomacy", "woman",
     ("Red River Institute", "RRI", "Viện Sông Hồng")),
    ("Suharyono", "", GF, "", "", "Mr", "ID", "government", "man", ("Ministry of Seas", "MOS", "")),
    ("Srisuk", "Somchai", GF, "สมชาย ศรีสุข", "", "Dr", "TH", "think tank", "man",
     ("Chao Phraya Centre", "CPC", "")),
    ("Young", "Grace", GF, "", "", "Dr", "US", "think tank", "woman", ("Harbor Council", "HC", "")),
    ("Tan", "Wei Ling", FF, "陈慧玲", "", "Dr", "SG", "academia", "woman",
     ("Merlion School", "MS", "")),
)  # fmt: skip


def _attendee(number, row, lexicon):
    family, given, order, native, reading, title, code, sector, gender, institution = row
    name = Name(
        family=family, given=given, order=order, native=native, reading=reading, title=title
    )
    who = Participation(
        id=str(number),
        person=Person(id=str(number), name=name, gender=Gender(gender)),
        delegation=code,
        territory=code,
        region=lexicon.territories[code].region,
        sector=Sector(sector),
        affiliation=Affiliation(name=institution[0], acronym=institution[1], native=institution[2]),
    )
    return Attendee(who=who, roles=frozenset({Role.MODERATOR} if family == "Young" else ()))


@pytest.fixture(scope="session")
def lexicon():
    return read_lexicon()


@pytest.fixture(scope="session")
def sample_roster():
    return roster_of(CASES, 2)


@pytest.fixture(scope="session")
def invented_roster(lexicon):
    room = tuple(_attendee(n, row, lexicon) for n, row in enumerate(INVENTED, 1))
    return Roster(
        participations=tuple(a.who for a in room),
        lexicon=lexicon,
        attendance={"D1": room},
        counting=ALL_PRESENT,
    )


@pytest.fixture
def exposures():
    def listed(roster, text, item):
        found = examine_text(text, roster, item=item)
        return [(e.text, e.level.value, e.kind.value) for e in found]

    return listed


@pytest.fixture
def found_at():
    def found(roster, text, item, level, passage):
        start = text.index(passage)
        return any(
            e.start < start + len(passage) and start < e.end and e.level == level
            for e in examine_text(text, roster, item=item)
        )

    return found
