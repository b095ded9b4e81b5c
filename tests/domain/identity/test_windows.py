"""A pattern tried around the words that it needs finds all that it finds everywhere."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.identity.windows import Windowed, literals

WORDS = ("the", "first", "speaker", "a", "participant", "said", "opening", "remarks", "x" * 70)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_nothing_is_missed_far_from_its_word(lexicon, words):
    text = " ".join(words)
    patterns = lexicon.speech.orders["en"]
    whole = re.compile(rf"(?<![a-z])(?:{'|'.join(f'(?:{p})' for p in patterns)})(?![a-z])")
    expected = [m.span() for m in whole.finditer(text)]
    assert [m.span() for m in Windowed(whole, literals(patterns)).find(text)] == expected


def test_the_words_of_a_pattern_are_those_outside_classes_and_lookarounds():
    assert literals(["(?:first|last) (?!paper)speakers?[a-h]", "第[一二]位?(?:发言者|代表)"]) == {
        "first", "last", "speakers", "发言者", "代表",
    }  # fmt: skip
