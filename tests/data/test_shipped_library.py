"""The shipped library keeps the promises that docs/sources.md makes for it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogueprep.domain.library import Axis, Recommendation, Topic
from dialogueprep.domain.texts import LANGUAGES, Text
from dialogueprep.exchange.library_reader import read_library

LIBRARY = read_library()
ENTRIES = (*LIBRARY.topics, *LIBRARY.recommendations)
BY_ID = {e.id: e for e in ENTRIES}
TRILATERAL = frozenset({"CN", "JP", "KR"})
US_FORMAT = "US-Japan-ROK"
COVERAGE = Path(__file__).parents[2].joinpath("docs", "sources.md").read_text(encoding="utf-8")
SHINGLES = Path(__file__).with_name("shingles_of_sources.txt")

# What practitioners expect of these entries: sensitivity, operability.
EXPECTED = {
    "cbm-crisis-communication": (4, 2),
    "ctbt-coordination": (4, 1),
    "south-china-sea-code-coordination": (5, 1),
    "opinion-monitoring-platform": (5, 1),
    "cognitive-coordination-mechanism": (5, 1),
    "industrial-opinion-mechanism": (4, 1),
    "guide-public-opinion": (4, 1),
    "wto-security-clauses": (4, 2),
    "restore-wto-dispute-settlement": (2, 2),
    "cjk-asean-supply-chain-platform": (4, 2),
    "supply-chain-port-hubs": (2, 4),
    "stockpile-mutual-recognition": (3, 2),
    "port-information-sharing": (2, 4),
    "tcs-comprehensive-mechanism": (4, 2),
    "tcs-corporate-funding": (3, 2),
    "cross-border-data-flow": (4, 2),
    "ai-ethics-standards": (3, 3),
    "technology-dialogue-semiconductors-ai": (4, 2),
    "technology-dialogue-clean-energy": (2, 3),
    "regular-summits-ministerials": (3, 2),
    "annual-vice-ministerial-dialogue": (3, 3),
    "nuclear-safety": (4, 3),
    "nuclear-safety-cooperation": (4, 3),
    "nuclear-regulators-notification": (3, 4),
    "transnational-crime-cooperation": (3, 3),
    "us-japan-rok-maritime-intelligence": (5, 3),
    "us-japan-rok-contingency-evacuation": (5, 2),
    "us-japan-rok-cyber-space-exercises": (5, 4),
    "us-japan-rok-minilateral-working-group": (5, 3),
    "us-japan-rok-ipef-trade-pillar": (4, 1),
    "us-japan-rok-quantum-research": (4, 3),
    "us-japan-rok-biotech-working-group": (3, 3),
    "us-japan-rok-biotech-agreement": (3, 3),
    "us-japan-rok-un-cooperation": (3, 4),
    "us-japan-rok-beyond-indo-pacific": (3, 3),
}


def test_ids_are_slugs_and_stand_once_over_topics_and_recommendations() -> None:
    ids = [e.id for e in ENTRIES] + [s.id for s in LIBRARY.sources]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_all_three_sources_are_used_and_each_entry_has_a_place_in_one() -> None:
    assert {p.source for e in ENTRIES for p in e.passages} == {s.id for s in LIBRARY.sources}
    assert [e.id for e in ENTRIES if not e.passages] == []
    assert [e.id for e in ENTRIES for p in e.passages if not re.search(r"\d", p.locator)] == []


def test_each_entry_has_both_ratings_with_a_reason_of_one_line() -> None:
    for entry in ENTRIES:
        assert {r.axis for r in entry.ratings} == set(Axis), entry.id
        for rating in entry.ratings:
            assert rating.reason.endswith("."), entry.id
            assert 10 < len(rating.reason) <= 100, entry.id
            assert rating.review_by is not None
            assert rating.review_by > rating.rated


def test_what_is_sensitive_is_reviewed_within_half_a_year() -> None:
    late = [
        r.id
        for e in ENTRIES
        for r in e.ratings
        if isinstance(e, Recommendation)
        if (e.sensitivity or 0) >= 4
        and (r.review_by or r.rated).year == 2027
        and (r.review_by or r.rated).month > 5
    ]
    assert late == []


def test_titles_stand_in_four_languages() -> None:
    assert [e.id for e in ENTRIES if {t.language for t in e.titles.entries} != set(LANGUAGES)] == []


def test_each_language_is_written_in_its_own_script() -> None:
    for entry in ENTRIES:
        assert entry.titles.best("en").isascii(), entry.id
        assert not re.search("[\u3040-\u30ff\uac00-\ud7a3]", entry.titles.best("zh")), entry.id
        assert not re.search("[\uac00-\ud7a3]", entry.titles.best("ja")), entry.id
        assert not re.search("[\u3040-\u30ff\u4e00-\u9fff]", entry.titles.best("ko")), entry.id


@pytest.mark.parametrize("topic", LIBRARY.topics, ids=lambda t: t.id)
def test_a_topic_has_two_to_five_questions_in_four_languages_where_it_may_be_offered(
    topic: Topic,
) -> None:
    assert 2 <= len(topic.questions) <= 5
    wanted = set(LANGUAGES) if (topic.sensitivity or 0) <= 2 else {"en"}
    for question in topic.questions:
        assert wanted <= {t.language for t in question.entries}
        assert all(t.wording[-1] in "?？。" for t in question.entries)


def test_a_topic_is_rated_as_its_most_sensitive_recommendation() -> None:
    topics = {t.id: t for t in LIBRARY.topics}
    for it in LIBRARY.recommendations:
        assert (it.sensitivity or 0) <= (topics[it.topic].sensitivity or 0), it.id
        assert set(it.formats) <= set(topics[it.topic].formats), it.id


@pytest.mark.parametrize(("entry", "ratings"), EXPECTED.items())
def test_ratings_are_those_that_practitioners_expect(entry: str, ratings: tuple[int, int]) -> None:
    assert (BY_ID[entry].sensitivity, BY_ID[entry].operability) == ratings


def test_every_entry_of_the_press_release_keeps_its_format() -> None:
    for entry in ENTRIES:
        from_release = {p.source for p in entry.passages} == {"cnas-release-2024"}
        assert from_release == (entry.formats == (US_FORMAT,)), entry.id


def test_what_leaves_out_china_is_not_offered_at_a_table_where_it_sits() -> None:
    theirs = [e for e in ENTRIES if US_FORMAT in e.formats]
    assert len(theirs) >= 18
    assert [e.id for e in theirs if e.offered(5, TRILATERAL)] == []
    assert [e.id for e in theirs if not e.offered(5, frozenset({"US", "JP", "KR"}))] == []


def test_at_the_default_ceiling_a_trilateral_table_has_enough_to_choose_from() -> None:
    offered = [e for e in ENTRIES if e.offered(2, TRILATERAL)]
    assert sum(isinstance(e, Topic) for e in offered) >= 15
    assert sum(isinstance(e, Recommendation) for e in offered) >= 40


def test_fields_of_daily_life_are_topics() -> None:
    fields = (
        "environment disaster-management public-health low-birth-rates-ageing urban-regeneration "
        "climate-change transnational-crime nuclear-safety"
    )
    assert set(fields.split()) <= {t.id for t in LIBRARY.topics}


# The coverage table


def test_the_coverage_table_names_each_entry_and_no_other() -> None:
    named = {word for word in re.findall(r"`([^`\n]+)`", COVERAGE) if "/" not in word}
    assert named == {e.id for e in ENTRIES} | {s.id for s in LIBRARY.sources}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_each_place_that_an_entry_names_has_a_row_that_names_the_entry(
    entry: Topic | Recommendation,
) -> None:
    rows = [(source, place) for source, place, ids in _rows() if entry.id in ids]
    for passage in entry.passages:
        for place in _places(passage.locator):
            assert any(s == passage.source and _meet(p, place) for s, p in rows), place


def test_each_row_that_names_a_recommendation_is_a_place_that_it_names() -> None:
    stray = [
        (place, it.id)
        for source, place, ids in _rows()
        for it in LIBRARY.recommendations
        if it.id in ids
        and not any(
            p.source == source and _meet(own, place)
            for p in it.passages
            for own in _places(p.locator)
        )
    ]
    assert stray == []


def test_each_row_without_an_entry_says_why() -> None:
    for line in _table_lines():
        told = line.split("|")[3]
        assert "`" in told or "not a proposal, because" in told, line


def test_no_eight_words_in_a_row_are_copied_from_a_source() -> None:
    known = set(SHINGLES.read_text(encoding="utf-8").split())
    assert len(known) > 3000
    own = [t.wording for e in ENTRIES for t in _english(e)]
    own += [r.reason for e in ENTRIES for r in e.ratings]
    # Titles of sources are cited as printed, and ids are no sentences.
    own.append(re.sub(r"\*[^*]+\*|`[^`]+`", "", COVERAGE.replace("**", "")))
    assert [s for text in own for s in _shingles(text) if _hashed(s) in known] == []


def _english(entry: Topic | Recommendation) -> Iterator[Text]:
    more = (entry.summaries, *entry.questions) if isinstance(entry, Topic) else (entry.texts,)
    return (t for texts in (entry.titles, *more) for t in texts.entries if t.language == "en")


def _shingles(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (" ".join(words[i : i + 8]) for i in range(len(words) - 7))


def _hashed(shingle: str) -> str:
    return hashlib.sha256(shingle.encode()).hexdigest()[:10]


def _table_lines() -> list[str]:
    lines = COVERAGE.split("\n## 1. ")[1].splitlines()
    return [s for s in lines if s.startswith("| ") and not s.startswith(("| Place", "|--"))]


def _rows() -> Iterator[tuple[str, str, set[str]]]:
    """Give source, place and ids of each row, one for each sentence that the row stands for."""
    for part in re.split(r"\n## \d\. ", COVERAGE)[1:]:
        source = re.search("`(.+?)`", part)[1]  # type: ignore[index]
        for line in part.splitlines():
            cells = line.split("|")
            if line.startswith("| ") and cells[1].strip() != "Place":
                ids = set(re.findall("`(.+?)`", cells[3]))
                yield from ((source, place, ids) for place in _places(cells[1].strip()))


def _places(locator: str) -> list[str]:
    """Return the single places of a locator such as "answer 4, sentences 1, 2 and 4"."""
    found = re.fullmatch(r"(.*?)(sentence|paragraph|measure)s ([\d ,a-z]+)", locator)
    if found is None:
        return [locator]
    before, word, numbers = found.groups()
    first_to_last = re.fullmatch(r"(\d+) to (\d+)", numbers)
    if first_to_last:
        chosen = range(int(first_to_last[1]), int(first_to_last[2]) + 1)
    else:
        chosen = [int(n) for n in re.findall(r"\d+", numbers)]
    return [f"{before}{word} {n}" for n in chosen]


def _meet(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other},") or other.startswith(f"{one},")
