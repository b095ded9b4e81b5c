"""A pattern tried around the words that it needs finds all that it finds everywhere."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.identity.needed_words import beginnings, needed
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


def test_a_pattern_that_begins_a_word_finds_what_it_finds_everywhere(lexicon):
    text = "The first speaker\nthe opening remarks,the first speaker. Bathe first speaker; 开场发言"
    for patterns in lexicon.speech.orders.values():
        body = f"(?:{'|'.join(f'(?:{p})' for p in patterns)})(?![a-z])"
        expected = [m.span() for m in re.finditer(f"(?<![a-z])(?:{body})", text.lower())]
        found = Windowed.of_words(body, literals(patterns)).find(text.lower())
        assert [m.span() for m in found] == expected


def test_the_words_of_a_pattern_are_the_fewest_of_which_a_match_holds_one():
    assert literals(["(?:first|last) (?!paper)speakers?[a-h]", "第[一二]位?(?:发言者|代表)"]) == {
        "first", "last", "发言者", "代表",
    }  # fmt: skip
    assert needed("the (?:very )?same (?:[a-z-]+ ){0,2}(?:participant|voice)s?") == {"same"}
    assert needed("(?:where|.)x") == frozenset()


def test_a_pattern_begins_with_letters_of_its_first_part_that_may_not_be_left_out():
    assert beginnings("(?:the )?(?:last|[0-9]+(?=x)) one") == "[0-9lt]"
    assert beginnings("(?:a|.)b") == r"[\s\S]"
    assert beginnings("(?:the )?") == r"[\s\S]"
