"""A public office is not called by the word for what it deals in; by its proper name it is."""

import pytest

from dialogueprep.domain.identity.institutions.short import short_names
from dialogueprep.exchange.lexicon_reader import read_lexicon


@pytest.mark.parametrize("name", ["海缆许可办公室", "资源连续处", "渔业司", "救助協調局"])
def test_what_an_office_deals_in_is_no_name_of_it(name: str):
    lexicon = read_lexicon()
    folded = lexicon.fold(name).text
    assert folded[:2] not in tuple(short_names(folded, lexicon))


@pytest.mark.parametrize("name", ["龙陂文物局", "云河研究院", "北斗新報"])
def test_a_proper_name_is(name: str):
    lexicon = read_lexicon()
    folded = lexicon.fold(name).text
    assert folded[:2] in tuple(short_names(folded, lexicon))
