"""A roster that is written and read again holds the same people, in each language and kind."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dialogueprep import words
from dialogueprep.domain.people import (
    Affiliation,
    Capacity,
    FormState,
    Gender,
    Logistics,
    Name,
    NameForm,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Sector,
    Seniority,
    Standing,
)  # fmt: skip
from dialogueprep.exchange.people_reader import all_people_of, open_people
from dialogueprep.exchange.roster_fields import LABELS
from dialogueprep.exchange.roster_writer import CONTACTS, INSIDE, LISTED, write_roster

COLUMNS = (*LISTED, *INSIDE, *CONTACTS)
LATIN = st.text("abcdeéñ'- =+@\"ÅßŁ", min_size=1, max_size=9).map(
    lambda t: "".join(("X", t)).strip().replace("  ", " ")
)
FREE = st.text("ab,;\t|'\"=+-@\n\r沈昱衡 さ하", max_size=12).map(lambda t: " ".join(t.split()))
WORD = st.text("abc'=+-@沈さ하", max_size=8).map(str.strip)
NATIVE = st.sampled_from(
    ["", "Doãn Khánh Ngân", "沈昱衡", "佐藤 遥", "성하린", "欧阳明月", "𠮷野家"]
)
TIMES = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)).map(
    lambda d: d.replace(second=0, microsecond=0)
)


@st.composite
def parts(draw):
    name = Name(
        family=draw(LATIN), given=draw(st.just("") | LATIN), order=draw(st.sampled_from(NameOrder)),
        native=draw(NATIVE), reading=draw(st.sampled_from(["", "さとう はるか"])),
        title=draw(st.sampled_from(["", "Prof.", "教授"])), address=draw(WORD),
        honorific=draw(st.sampled_from(["", "氏", "박사"])),
    )  # fmt: skip
    forms = draw(st.lists(st.sampled_from(["H. Sato", "Han", "温"]), unique=True))
    person = Person(
        id=PersonId(""), name=name, gender=draw(st.none() | st.sampled_from(Gender)),
        forms=tuple(NameForm(f, FormState.ADDED) for f in forms),
        languages=tuple(draw(st.lists(st.sampled_from(["en", "zh", "ja"]), unique=True))),
        email=draw(st.sampled_from(["", "a@b.jp"])), phone=draw(WORD), remarks=draw(FREE),
    )  # fmt: skip
    return Participation(
        id=ParticipationId(""), person=person, delegation=draw(st.sampled_from(["CN", "ASEAN"])),
        territory=draw(st.sampled_from(["VN", "JP"])), region="Somewhere",
        sector=draw(st.none() | st.sampled_from(Sector)),
        seniority=draw(st.none() | st.sampled_from(Seniority)),
        capacity=draw(st.sampled_from(Capacity)), standing=draw(st.sampled_from(Standing)),
        affiliation=Affiliation(name=draw(WORD), acronym=draw(WORD), position=draw(FREE)),
        listed_for_participants=draw(st.booleans()), listed_for_public=draw(st.booleans()),
        facts=tuple(draw(st.lists(st.sampled_from(["once a captain", "由来"]), unique=True))),
        logistics=Logistics(arrives=draw(TIMES), departs=draw(TIMES), diet=draw(FREE),
                            travel=draw(WORD), lodging=draw(WORD)),
    )  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(parts(), min_size=1, max_size=4),
    st.sampled_from(["en", "zh", "ja", "ko"]),
    st.sampled_from([("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.xlsx", "")]),
)
def test_the_same_people_come_back(people, language, form):
    name, separator = form
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        write_roster(people, file, COLUMNS, language=language, separator=separator or ",")
        intake = all_people_of(open_people(file))
    assert not intake.refused
    assert [replace(n.part, id=ParticipationId("")) for n in intake.newcomers] == list(people)


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_no_two_columns_have_one_head(language):
    heads = [words.of(language)(label) for label in LABELS.values()]
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r="])
def test_no_cell_can_be_a_formula(tmp_path, begin):
    person = Person(id=PersonId("p"), name=Name(family=f"{begin}1+1", given="@SUM(A1)"))
    part = Participation(id=ParticipationId("p"), person=person, delegation="CN")
    for kind in ("csv", "xlsx"):
        write_roster([part], tmp_path / f"a.{kind}", ("family", "given"))
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    assert text.splitlines()[-1].endswith("'@SUM(A1)")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert {c.data_type for row in sheet.iter_rows() for c in row} == {"s"}
    assert sheet["A2"].value.startswith("'")


def test_a_workbook_says_nothing_of_who_made_it(tmp_path):
    import zipfile

    write_roster([], tmp_path / "a.xlsx", LISTED)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert not [n for n in archive.namelist() if "docProps" in n]
        assert {e.date_time for e in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
