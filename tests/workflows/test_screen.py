"""Screening: all sample cases at k = 2 over all attendees, and the shape of the answer."""

import json
from pathlib import Path

import pytest

from dialogueprep.domain.errors import Refused
from dialogueprep.workflows.screen import blocked, screen

CASES = Path(__file__).parents[1] / "cases" / "sample_cases.json"
SAMPLE = json.loads(CASES.read_text("utf-8"))["cases"]


def _screened(folder, text, item, k=2):
    file = folder / "brief.txt"
    file.write_text(text, "utf-8")
    return screen([file], CASES, item, k)["files"][0]


def _meets(exposure, expected):
    overlaps = exposure["start"] < expected["end"] and expected["start"] < exposure["end"]
    return overlaps and expected["participant"] in exposure["participants"]


@pytest.mark.parametrize("case", SAMPLE, ids=lambda c: c["id"])
def test_each_sample_case_is_judged_as_labelled(tmp_path, case):
    found = _screened(tmp_path, case["text"], case["session"])["exposures"]
    for expected in case["should_flag"]:
        assert expected["level"] in [e["level"] for e in found if _meets(e, expected)]
    rest = [e for e in found if not any(_meets(e, x) for x in case["should_flag"])]
    assert [e for e in rest if not (case["tolerate_warn"] and e["level"] == "warn")] == []


def test_the_count_of_a_descriptor_is_the_labelled_one(tmp_path):
    for case in SAMPLE:
        for expected in case["should_flag"]:
            if "k" in expected:
                found = _screened(tmp_path, case["text"], case["session"])["exposures"]
                assert [e["k"] for e in found] == [expected["k"]]


def test_a_descriptor_that_two_fit_is_clean_at_two_and_not_at_three(tmp_path):
    text = "A Japanese participant preferred a shorter text."
    assert _screened(tmp_path, text, "D1", 2)["exposures"] == []
    (found,) = _screened(tmp_path, text, "D1", 3)["exposures"]
    assert (found["k"], found["kind"], found["level"]) == (2, "descriptor", "block")


def test_without_an_item_the_lowest_count_holds(tmp_path):
    text = "A Japanese participant preferred a shorter text."
    assert [e["k"] for e in _screened(tmp_path, text, None)["exposures"]] == [1]


def test_offsets_count_characters_of_the_text_and_the_name_of_the_file_is_read(tmp_path):
    file = tmp_path / "Li Wenbo.txt"
    file.write_text("𠮷野 and 장미소 met.", "utf-8")
    result = screen([file], CASES, "D1", 2)
    (screened,) = result["files"]
    cut = [screened["text"][e["start"] : e["end"]] for e in screened["exposures"]]
    assert cut == [e["text"] for e in screened["exposures"]] == ["장미소", "Li Wenbo"]
    assert blocked(result)
    assert json.loads(json.dumps(result)) == result


def test_a_suggestion_is_in_the_language_of_the_sentence_and_clean(tmp_path):
    for text in ("Hoshino noted it.", "李文博指出。", "星野氏は述べた。", "장미소 박사는 말했다."):
        (found,) = _screened(tmp_path, text, "D1")["exposures"]
        again = text[: found["start"]] + found["suggestion"] + text[found["end"] :]
        assert _screened(tmp_path, again, "D1")["exposures"] == [], again


def test_an_item_that_the_roster_lacks_is_refused(tmp_path):
    with pytest.raises(Refused, match="item-not-on-roster"):
        _screened(tmp_path, "Nothing.", "D9")
