"""What stands beside an institution makes it one of the parties, or none."""

from __future__ import annotations

import pytest

from dialogueprep.domain.identity.institutions.beside import Beside, is_entry
from dialogueprep.exchange.lexicon_reader import read_lexicon


@pytest.fixture(scope="module")
def beside() -> Beside:
    return Beside(read_lexicon())


def _around(text: str) -> tuple[str, str]:
    """Return what stands before and behind the place of an institution, folded."""
    before, after = read_lexicon().fold.plain(text.replace("{}", "sips")).split("sips")
    return before, after


@pytest.mark.parametrize(
    "text",
    [
        "Three spoke, two of them from {}, about tolls.",
        "Ask {} whether its doubts remain.",
        "It fell to {} to object.",
        "茶歇时{}透露了底线",
        "{}を含め、全員が賛成した。",
        "{} 질문: 언제부터?",
    ],
)
def test_one_of_the_parties_is_told_by_what_stands_beside_it(beside: Beside, text: str) -> None:
    before, after = _around(text)
    assert beside.is_party("sips", before, after)
    assert not beside.is_free("sips", before, after)


@pytest.mark.parametrize(
    "text",
    [
        "The headsets were lent by {}.",
        "Statistics of {} show a rise.",
        "Volunteers of {} served tea.",
        "在{}的支持下举办了展览。",
        "{}の統計では増えている。",
        "{}가 도서관을 열 수 있는지 논의했다.",
    ],
)
def test_a_host_or_a_source_in_print_is_none_of_the_parties(beside: Beside, text: str) -> None:
    before, after = _around(text)
    assert beside.is_free("sips", before, after)
    assert not beside.is_party("sips", before, after)


@pytest.mark.parametrize("label", ["Typesetting: ", "14:00 Tea: ", "撮影:", "인쇄: "])
def test_an_entry_under_a_label_of_credits_is_none_of_the_parties(label: str) -> None:
    assert is_entry(read_lexicon().fold.plain(label), "")


@pytest.mark.parametrize("label", ["Against: ", "Least keen: ", "反対:", "질문: "])
def test_an_entry_under_a_label_of_a_view_or_a_turn_is_not_left(label: str) -> None:
    assert not is_entry(read_lexicon().fold.plain(label), "")
