"""One pattern for many words finds what a plain list of them finds, the longest first."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.identity.reading.word_tree import either

WORDS = st.lists(st.text("ab.代表", min_size=1, max_size=5), min_size=1, max_size=12)


@settings(deadline=None, max_examples=60)
@given(WORDS, st.text("ab.代表 ", max_size=40))
def test_the_same_is_found(words: list[str], text: str) -> None:
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for around in ("(?:{})", "(?:{})(?!a)", "(?<!a)({}) ?$"):
        found = [m.span() for m in re.finditer(around.format(either(words)), text)]
        assert found == [m.span() for m in re.finditer(around.format(listed), text)]


def test_no_words_are_no_pattern() -> None:
    assert not either([])
