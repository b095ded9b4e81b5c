"""A library goes out to four kinds of file and comes back as it was."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogueprep.domain.collection import Collection, Decision, Verdict
from dialogueprep.domain.dialogue import DialogueId, ItemId, Phase
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Format,
    Maturity,
    Passage,
    PassageId,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    Topic,
    TopicId,
)
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import LANGUAGES, Language, Text, Texts, TextState
from dialogueprep.domain.uses import Use
from dialogueprep.exchange.library_cells import for_xml, from_xml, restored, safe
from dialogueprep.exchange.library_columns import ALL, COLUMNS
from dialogueprep.exchange.library_files import ENDINGS, read_library_file, write_library
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.exchange.library_words import meant, said
from dialogueprep.sentences import explain

SHIPPED = read_library()
LIBRARY = Collection(
    sources=SHIPPED.sources,
    topics=SHIPPED.topics,
    recommendations=SHIPPED.recommendations,
    tags={t.id: t.labels for t in SHIPPED.tags},
)

nasty = st.sampled_from(
    [
        "=HYPERLINK(1)",
        "+1",
        "-2",
        "@sum",
        "'=1",
        "''+",
        "\u202eabc\u2066שלום\u2069",
        "مرحبا",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "　全角　",
        "a: b",
        "\\n",
        ' , ; " ',
        "x" * 33_000,
        "_x0000_continued 0: x",
        "\t=x",
        "＝1",
        "_x0007_",
        "a\r\nb",
        "𠮷野家",
    ]
)
wording = (nasty | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)).map(
    lambda w: Text("en", w).wording
).filter(str.strip)  # fmt: skip
states = st.sampled_from(list(TextState))


@st.composite
def texts(draw: st.DrawFn) -> Texts:
    languages = draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))
    return Texts(tuple(Text(g, draw(wording), draw(states)) for g in LANGUAGES if g in languages))


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    source = Source(
        id=SourceId("s1"), title=draw(wording), publisher=draw(wording),
        published=draw(st.dates()), kind=SourceKind.DIALOGUE, language="ja",
    )  # fmt: skip
    common = {
        "titles": draw(texts()),
        "dimension": draw(st.sampled_from(list(Dimension))),
        "formats": tuple(Format(f) for f in draw(st.lists(wording, max_size=2))),
        "tags": tuple(draw(st.lists(wording, max_size=2, unique=True))),
        "ratings": (
            Rating(
                id=RatingId("r1"), axis=Axis.SENSITIVITY, value=3, reason=draw(wording), rater="Us",
                rated=draw(st.dates()), delegation="KR", review_by=draw(st.none() | st.dates()),
            ),
        ),
        "passages": (
            Passage(
                id=PassageId("p1"), source=source.id, locator=draw(wording),
                text=draw(st.none() | wording), start=draw(st.none() | st.integers(0, 99)), end=7,
            ),
        ),
    }  # fmt: skip
    topic = Topic(
        id=TopicId("t1"), summaries=draw(texts()),
        questions=tuple(draw(st.lists(texts(), max_size=2))), **common,
    )  # fmt: skip
    it = Recommendation(
        id=RecommendationId("r1"), topic=topic.id, texts=draw(texts()),
        actor=draw(st.none() | wording), horizon=draw(st.none() | wording),
        maturity=draw(st.none() | st.sampled_from(list(Maturity))),
        support_as_printed=draw(st.none() | wording), **common,
    )  # fmt: skip
    return Collection(
        sources=(source,),
        topics=(topic,),
        recommendations=(it,),
        tags=draw(st.dictionaries(wording, texts(), max_size=2)),
        uses=tuple(draw(uses(entry)) for entry in draw(st.lists(st.sampled_from(["t1", "r1"])))),
        decisions=tuple(
            Decision("r1", "t1", verdict) for verdict in draw(st.lists(st.sampled_from(Verdict)))
        ),
    )


@st.composite
def uses(draw: st.DrawFn, entry: str) -> Use:
    return Use(
        entry=entry, dialogue=DialogueId(draw(wording)), names=draw(texts()),
        first_day=draw(st.dates()), phase=draw(st.sampled_from(list(Phase))),
        round=draw(st.none() | st.integers(0, 40)), titles=draw(st.just(Texts()) | texts()),
        item=draw(st.none() | wording.map(ItemId)), planned=draw(st.integers(0, 400)),
        actual=draw(st.none() | st.integers(0, 400)), day=draw(st.integers(0, 9)),
        ended=tuple(draw(st.lists(st.sampled_from(list(Column)), unique=True))),
    )  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
@given(collection=collections(), language=st.sampled_from(LANGUAGES))
@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_library_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    ending: str,
    collection: Collection,
    language: Language,
) -> None:
    file = tmp_path_factory.mktemp("out") / f"library{ending}"
    write_library(collection, file, with_ratings=True, with_histories=True, language=language)
    read = read_library_file(file)
    of = sorted(collection.uses, key=lambda u: u.entry, reverse=True)
    assert read == replace(collection, uses=tuple(of))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_a_word_table_means_one_thing(language: Language) -> None:
    columns = {c for c in ALL if c != "kind"} | set(COLUMNS)
    for word in columns:
        assert meant(said(word, language), language) == word


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_shipped_library_comes_back_with_ratings_only_when_asked_for(
    tmp_path: Path, ending: str
) -> None:
    for asked in (False, True):
        file = tmp_path / f"library{asked}{ending}"
        write_library(LIBRARY, file, with_ratings=asked)
        assert read_library_file(file) == (LIBRARY if asked else LIBRARY.without_ratings())


@given(st.text())
@settings(deadline=None)
def test_a_safe_cell_begins_with_nothing_that_counts(text: str) -> None:
    assert safe(text).lstrip()[:1] not in tuple("=+-@＝＋－＠")
    assert restored(safe(text)) == text
    assert from_xml(for_xml(text)) == text


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_of_a_spreadsheet_is_a_formula(tmp_path: Path, ending: str) -> None:
    topic = replace(LIBRARY.topics[0], titles=Texts.of(en='=HYPERLINK("http://x","y")', ja="@x"))
    file = tmp_path / f"library{ending}"
    write_library(Collection(sources=LIBRARY.sources, topics=(topic,)), file)
    assert all(not cell.lstrip().startswith(tuple("=+-@")) for cell in cells(file))
    assert read_library_file(file).topics[0].titles == topic.titles


def cells(file: Path) -> list[str]:
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return [cell for row in csv.reader(opened) for cell in row]
    from openpyxl import load_workbook

    book = load_workbook(file)
    return [str(c) for sheet in book for row in sheet.values for c in row if c is not None]


def test_a_workbook_saved_by_another_program_is_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "library.xlsx"
    write_library(LIBRARY, file, with_ratings=True)
    book = load_workbook(file)
    published = book["source"]["D2"]
    published.value = date.fromisoformat(published.value)
    book.save(file)
    assert read_library_file(file) == LIBRARY


def test_a_word_table_is_clean(tmp_path: Path) -> None:
    file = tmp_path / "library.docx"
    write_library(LIBRARY, file)
    from docx import Document

    document = Document(str(file))
    assert len(document.tables[0].rows) > len(LIBRARY.entries)
    assert not document.core_properties.author
    assert document.core_properties.created is None


def test_a_table_made_by_hand_needs_no_ids(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "Kind;Title en;Title ja;dimension;of;text en\n"
        "topic;Ports;港湾;economic;;\nrecommendation;Share berths;;economic;港湾;Do it.\n"
        "question;;;;Ports;Who pays?\n",
        encoding="utf-8",
    )
    read = read_library_file(file)
    (topic,), (it,) = read.topics, read.recommendations
    assert it.topic == topic.id
    assert topic.titles == Texts.of(en="Ports", ja="港湾")
    assert topic.questions == (Texts.of(en="Who pays?"),)


OURS = '{"format": "DialoguePrep library", "version": 1'
HEAD = "kind,id,title en,dimension,of,source,type,published,title\n"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.csv", "name,country\nx,y\n", "library-file-without-head"),
        ("a.csv", "kind,id,favourite\ntopic,1,2\n", "library-column-unknown"),
        ("a.csv", HEAD + "tipoc,1,Ports,economic\n", "library-row-unknown"),
        ("a.csv", HEAD + "topic,1,Ports,maritime\n", "library-cell-unknown"),
        ("a.csv", HEAD + "topic,1,,economic\n", "library-cell-missing"),
        ("a.csv", HEAD + "topic,1,A,economic\ntopic,1,B,economic\n", "library-id-twice"),
        ("a.csv", HEAD + "recommendation,1,A,economic,9\n", "library-id-unknown"),
        ("a.csv", HEAD + "source,1,,,,,report,in May,A\n", "library-cell-no-date"),
        ("a.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "library-file-damaged"),
        ("a.csv", HEAD + '"topic,1', "library-file-damaged"),
        ("a.csv", "  ", "file-damaged"),
        ("a.json", "{", "library-file-damaged"),
        ("a.json", "[" * 100_000, "library-file-damaged"),
        ("a.json", '{"roster": []}', "library-file-without-head"),
        ("a.json", '{"format": "DialoguePrep library", "version": 2}', "library-file-newer"),
        ("a.json", OURS + ', "x": 1}', "library-column-unknown"),
        ("a.json", OURS + ', "topic": [3]}', "library-file-damaged"),
        ("a.xlsx", "PK nothing", "file-damaged"),
        ("a.xlsx", "no zip", "library-is-another-kind"),
        ("a.csv", "PK\3\4", "library-is-another-kind"),
        ("a.docx", "PK nothing", "file-damaged"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_in_plain_words(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(Trouble) as caught:
        read_library_file(file)
    assert caught.value.code == code
    assert "{" not in explain(caught.value)


@pytest.mark.parametrize("name", ["library.pages", "library"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="library-kind-unknown"):
        write_library(LIBRARY, tmp_path / name)
    (tmp_path / name).write_text("x")
    with pytest.raises(Refused, match="library-kind-unknown"):
        read_library_file(tmp_path / name)


@pytest.mark.parametrize(
    ("ending", "member"), [(".xlsx", "xl/workbook.xml"), (".docx", "word/document.xml")]
)
def test_declared_entities_and_lacking_parts_are_refused(
    tmp_path: Path, ending: str, member: str
) -> None:
    good, bad, lacking = (tmp_path / f"{n}{ending}" for n in ("good", "bad", "lacking"))
    write_library(LIBRARY, good)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == member:
                content = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
            new.writestr(each, content)
    with zipfile.ZipFile(lacking, "w") as new:
        new.writestr("other.xml", "<x/>")
    for file, code in ((bad, "file-unsafe"), (lacking, "file-damaged")):
        with pytest.raises(Trouble) as caught:
            read_library_file(file)
        assert caught.value.code == code


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_too_long_for_a_cell_comes_back_whole(tmp_path: Path, ending: str) -> None:
    texts = (Texts.of(en="a" * 40_000), Texts.of(en="=" + "𠮷\x07野 " * 9_000 + "end"))
    topics = tuple(
        replace(LIBRARY.topics[n], summaries=text, ratings=()) for n, text in enumerate(texts)
    )
    long = Collection(sources=LIBRARY.sources, topics=topics)
    write_library(long, tmp_path / f"library{ending}")
    assert read_library_file(tmp_path / f"library{ending}") == long


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_file_that_unfolds_to_far_too_much_is_refused_unread(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"bomb{ending}"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(7):
            archive.writestr(f"xl/{number}.xml", b" " * 10_000_000)
    with pytest.raises(Trouble, match="file-too-large"):
        read_library_file(file)


def test_what_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    topic = replace(LIBRARY.topics[0], summaries=Texts.of(en="a" * 41_000_000))
    huge = Collection(sources=LIBRARY.sources, topics=(topic,))
    with pytest.raises(Trouble, match="library-too-large"):
        write_library(huge, tmp_path / "library.docx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["large.csv", "large.json"])
def test_a_large_file_that_is_no_library_is_told_by_its_head(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"a,b\n" * 1_200_000)
    with pytest.raises(Trouble, match="library-file-without-head"):
        read_library_file(file)
