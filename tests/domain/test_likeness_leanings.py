"""Ideas on one thing that want the opposite, by other means, or of other people, are told apart."""

from __future__ import annotations

import pytest

from dialogueprep.domain.likeness import Saying
from dialogueprep.domain.likeness_leanings import Leaning, LeaningReader, Named, against
from dialogueprep.domain.likeness_signs import Reader
from dialogueprep.domain.terms import Notion, Terms
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.exchange.terms_reader import read_leanings, read_notions, read_sounds
from dialogueprep.store.folding import fold

TERMS = Terms(read_notions(), {}, fold)
LEANINGS = LeaningReader(read_leanings(), TERMS, fold)
Said = tuple[Language, str]


def leaning(language: Language, title: str) -> Leaning:
    """Return how a title leans."""
    reader = Reader(TERMS, read_sounds(), LEANINGS)
    return reader.leaning(Saying("it", Texts.of({language: title}), Texts()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Raise the tariff on rice"), ("zh", "降低大米关税")),
        (("en", "Tariffs on steel should be lowered"), ("ko", "철강 관세 인상")),
        (("zh", "放宽签证"), ("ja", "ビザの制限")),
        (("ja", "輸出管理の強化"), ("zh", "放宽出口管制")),
        (("en", "Lift the ban on seafood"), ("ko", "수산물 수입 규제 강화")),
        (("en", "Abolish the examination for nurses"), ("zh", "加强护士考试")),
        (("zh", "关税不宜下调"), ("en", "Lower tariffs")),
        (("ja", "原発の再稼働ではなく"), ("ko", "원전 재가동")),
        (("ko", "원전을 늘리지 말자"), ("en", "Expand nuclear power")),
    ],
)
def test_who_wants_more_and_who_wants_less_are_opposite(one: Said, other: Said) -> None:
    assert against(leaning(*one), leaning(*other)) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Raise the tariff on rice"), ("zh", "提高大米关税")),
        (("en", "Lift the restrictions on seafood"), ("ko", "수산물 수입 규제 완화")),
        (("ja", "審査の簡素化"), ("en", "Fewer approvals")),
        (("zh", "防止疫情扩大"), ("en", "Reduce epidemics")),
        (("en", "Expand the library"), ("zh", "降低大米关税")),
    ],
)
def test_who_wants_the_same_or_speaks_of_another_thing_is_not(one: Said, other: Said) -> None:
    assert against(leaning(*one), leaning(*other)) == 0


def test_an_other_means_counts_only_where_neither_names_that_of_the_other() -> None:
    fund, visa = leaning("zh", "青年基金"), leaning("ko", "청년 비자")
    assert against(fund, visa) > 0
    assert not Named(frozenset({"fund"}), frozenset({"fund", "visa"})).lacks(visa.means)
    assert not Named().lacks(visa.means)


def test_students_who_go_the_other_way_are_another_idea() -> None:
    there = leaning("en", "Korean students go to Japan")
    back = leaning("zh", "日本学生赴韩国")
    assert (there.origins, there.goals) == ({"korea"}, {"japan"})
    assert against(there, back) > 0.5
    assert against(there, leaning("ja", "韓国の学生が日本で学ぶ")) == 0


def test_every_means_and_actor_is_a_known_word() -> None:
    known = {word for notion in read_notions() for word in notion.wordings["en"]}
    words = read_leanings()
    named = {w for groups in (words.means, words.actors) for its in groups.values() for w in its}
    assert named <= known


def test_a_part_of_a_longer_term_is_known_beside_it() -> None:
    terms = Terms(
        [
            Notion({"en": ("carbon market",), "zh": ("碳市场",)}),
            Notion({"en": ("market",), "zh": ("市场",)}),
        ],
        fold=fold,
    )
    said: tuple[Said, ...] = (("en", "A carbon market"), ("zh", "碳市场"))
    for language, words in said:
        found = terms.find(words, language)
        assert (set(found.notions), found.inner) == ({0}, {1})
    assert not terms.find("Carbon market and market", "en").inner
