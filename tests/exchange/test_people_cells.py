"""Letters that a list of people lost, and question marks that stand there rightly."""

import pytest

from dialogueprep.exchange.people_cells import with_lost


@pytest.mark.parametrize("cell", ["?????", "Chae Y?na", "?taka Kenji", "??? Institute"])
def test_question_marks_for_letters_are_told(cell: str) -> None:
    assert with_lost({"affiliation": cell}) == ("affiliation",)


@pytest.mark.parametrize(
    "cell", ["Who Decides? Foundation", "https://example.org/p?id=3", "www.example.org/a?b=c"]
)
def test_a_question_and_an_address_are_not(cell: str) -> None:
    assert with_lost({"affiliation": cell}) == ()
