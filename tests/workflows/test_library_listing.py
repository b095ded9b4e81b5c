"""The shipped library as JSON has the shape that scripts rely on."""

from __future__ import annotations

import json

from dialogueprep.workflows.library_listing import listing, search

SHAPE = {
    "id", "title", "titles", "text", "source", "format", "dimension", "tags", "sensitivity",
    "operability",
}  # fmt: skip


def test_listing_is_json_with_sources_topics_and_recommendations() -> None:
    told = json.loads(json.dumps(listing(), ensure_ascii=False))
    assert list(told) == ["sources", "topics", "recommendations"]
    assert (len(told["sources"]), len(told["topics"])) == (3, 63)
    for entry in (*told["topics"], *told["recommendations"]):
        assert set(entry) >= SHAPE
        assert all(entry[key] for key in SHAPE), entry["id"]
        assert entry["source"] in {s["id"] for s in told["sources"]}
        assert set(entry["titles"]) == {"en", "zh", "ja", "ko"}


def test_what_a_passage_does_not_give_is_null() -> None:
    told = {e["id"]: e for e in listing()["recommendations"]}  # type: ignore[attr-defined]
    assert told["formulate-long-term-vision"]["horizon"] == "medium to long term"
    assert told["climate-projects"]["horizon"] is None
    assert told["asean-plus-three-climate"]["maturity"] == "existing"
    assert told["align-regional-frameworks"]["support_as_printed"] == "experts widely agreed"


def test_search_lists_what_it_finds_with_the_sources_of_that_only() -> None:
    told = search("quantum")
    assert [s["id"] for s in told["sources"]] == ["cnas-release-2024"]  # type: ignore[attr-defined]
    assert [t["id"] for t in told["topics"]] == ["us-japan-rok-quantum"]  # type: ignore[attr-defined]
    assert search("umbrella stand") == {"sources": [], "topics": [], "recommendations": []}
