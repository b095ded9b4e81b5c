"""A library is read from its files, said to be wrong where it is, and searched."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import Axis, Maturity, SourceKind
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.library_reader import read_library

TOPIC = """
[editors]
rater = "Editors"
rated = 2026-11-01
review_by = 2027-11-01

[[topic]]
id = "rivers"
dimension = "societal"
formats = ["China-Japan-ROK"]
passages = [{ source = "paper", at = "part 1, sentences 2 and 3" }]
tags = ["water"]
sensitivity = { value = 2, reason = "Far from borders." }
operability = { value = 4, reason = "Cities meet already." }
[topic.title]
en = "Clean rivers"
ja = "河川の保全"
[topic.summary]
en = "Keeping rivers clean."
[[topic.questions]]
en = "What helps fish?"
"""
RECOMMENDATION = """
[editors]
rater = "Editors"
rated = 2026-11-01
review_by = 2027-11-01

[[recommendation]]
id = "count-fish"
topic = "rivers"
dimension = "societal"
formats = ["ASEAN+3"]
passages = [{ source = "paper", at = "part 2" }]
tags = []
sensitivity = { value = 1, reason = "Fish are neutral." }
operability = { value = 5, reason = "Nets are at hand." }
review_by = 2027-02-01
maturity = "pilot"
actor = "cities"
text = "Count fish on the same day, café by café."
[recommendation.title]
en = "Count fish together"
ko = "물고기 함께 세기"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("topics", "recommendations"):
        (tmp_path / name).mkdir()
    source = '[[source]]\nid = "paper"\ntitle = "Waters"\npublisher = "Institute"\n'
    (tmp_path / "sources.toml").write_text(f'{source}published = 2024-02-29\nkind = "report"\n')
    (tmp_path / "tags.toml").write_text('[[tag]]\nid = "water"\nen = "Water"\nzh = "水资源"\n')
    (tmp_path / "topics" / "a.toml").write_text(TOPIC, encoding="utf-8")
    (tmp_path / "recommendations" / "a.toml").write_text(RECOMMENDATION, encoding="utf-8")
    return tmp_path


def test_sources_are_read_with_date_and_kind(folder: Path) -> None:
    (source,) = read_library(folder).sources
    assert (source.id, source.published) == ("paper", date(2024, 2, 29))
    assert source.kind is SourceKind.REPORT


def test_a_topic_is_read_with_texts_passages_and_ratings(folder: Path) -> None:
    (topic,) = read_library(folder).topics
    assert (topic.titles.best("ja"), topic.titles.best("zh")) == ("河川の保全", "Clean rivers")
    assert [q.best("en") for q in topic.questions] == ["What helps fish?"]
    assert [(p.id, p.source) for p in topic.passages] == [
        ("paper:part-1-sentences-2-and-3", "paper")
    ]
    assert [(r.id, r.axis, r.value) for r in topic.ratings] == [
        ("rivers:sensitivity", Axis.SENSITIVITY, 2),
        ("rivers:operability", Axis.OPERABILITY, 4),
    ]
    assert {r.review_by for r in topic.ratings} == {date(2027, 11, 1)}


def test_a_recommendation_has_what_its_passage_gives_and_nothing_else(folder: Path) -> None:
    (it,) = read_library(folder).recommendations
    assert (it.topic, it.actor, it.maturity) == ("rivers", "cities", Maturity.PILOT)
    assert (it.addressee, it.instrument, it.horizon, it.support_as_printed) == (None,) * 4
    assert {r.review_by for r in it.ratings} == {date(2027, 2, 1)}


def test_every_shipped_topic_is_told_in_the_four_languages() -> None:
    """A briefing pack in Chinese, Japanese or Korean holds no English sentence about it."""
    topics = read_library(paths.data() / "library").topics
    missing = {t.id for t in topics for tongue in LANGUAGES if not t.summaries.get(tongue)}
    assert topics and not missing
    assert not [t.id for t in topics if len({e.wording for e in t.summaries.entries}) < 4]


def test_reading_twice_gives_equal_values(folder: Path) -> None:
    assert read_library(folder) == read_library(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("topics/a.toml", 'id = "rivers"', "id = ", "Invalid value"),
        ("topics/a.toml", 'source = "paper"', 'source = "leaf"', "rivers: unknown source “leaf”"),
        ("topics/a.toml", '"China-Japan-ROK"', '"Everyone"', "rivers: unknown format “Everyone”"),
        ("topics/a.toml", "[topic.summary]", "[topic.digest]", "rivers: summary is missing"),
        ("topics/a.toml", "value = 2", "value = 7", "rivers: a rating is 1 to 5, not 7"),
        ("topics/a.toml", '["water"]', '["fire"]', "rivers: unknown tag “fire”"),
        ("recommendations/a.toml", '"rivers"', '"lakes"', "count-fish: unknown topic “lakes”"),
        ("recommendations/a.toml", '"count-fish"', '"rivers"', "rivers: the id is given twice"),
        ("recommendations/a.toml", '"pilot"', '"done"', "count-fish: 'done' is not a valid"),
        ("sources.toml", "publisher", "printer", "publisher is missing"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_entry(
    folder: Path, file: str, old: str, new: str, reason: str
) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_library(folder)
    assert trouble.value.code == "library-file-unreadable"
    assert trouble.value.facts["file"] == path.name
    assert str(trouble.value.facts["reason"]).startswith(reason)


def test_a_missing_file_or_folder_is_a_trouble(folder: Path) -> None:
    shutil.rmtree(folder / "topics")
    with pytest.raises(Trouble, match="library-file-unreadable"):
        read_library(folder)
    with pytest.raises(Trouble, match="library-file-unreadable"):
        read_library(folder / "nowhere")
