"""A pattern tried around the words that it needs finds all that it finds everywhere."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.identity.reading.needed_words import needed
from dialogueprep.domain.identity.reading.openings import openings
from dialogueprep.domain.identity.reading.windows import Opened, Windowed, literals

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
        whole = rf"(?<![a-z])(?:{'|'.join(f'(?:{p})' for p in patterns)})(?![a-z])"
        expected = [m.span() for m in re.finditer(whole, text.lower())]
        found = Opened(patterns).find(text.lower())
        assert [m.span() for m in found] == expected


def test_the_words_of_a_pattern_are_the_fewest_of_which_a_match_holds_one():
    assert literals(["(?:first|last) (?!paper)speakers?[a-h]", "第[一二]位?(?:发言者|代表)"]) == {
        "first", "last", "发言者", "代表",
    }  # fmt: skip
    assert needed("the (?:very )?same (?:[a-z-]+ ){0,2}(?:participant|voice)s?") == {"same"}
    assert needed("(?:where|.)x") == frozenset()


def test_patterns_tried_at_their_openings_find_the_first_that_matches():
    patterns = ("(?:the )?last one", "the last", "[a-z]+ings? spoken", "名前?を(?=言)")
    found = Opened(patterns).find("the last one, bathe lasting; the last, sayings spoken 名を言")
    assert [m.group() for m in found] == ["the last one", "the last", "sayings spoken", "名を"]


def test_a_pattern_opens_with_letters_of_its_parts_that_may_not_be_left_out():
    assert openings("(?:in|at) (?!a )wor(?:k|ld)s?") == {
        "in work", "in world", "at work", "at world",
    }  # fmt: skip
    assert openings("(?:第[一二]|首)位?(?=.)发言") == {
        "第一位发", "第一发言", "第二位发", "第二发言", "首位发言", "首发言",
    }  # fmt: skip
    assert openings("the [a-z]+ once") == {"the "}
    assert openings("(?:a|.)bcd") == openings("(?:the )?") == frozenset()
