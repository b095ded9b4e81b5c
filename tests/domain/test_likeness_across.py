"""How well one idea is known in two languages: floors for what is found and what is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.blocking import close, ranked
from dialogueprep.domain.library import Dimension, Recommendation
from dialogueprep.domain.likeness import KnownWords, Likeness, Saying, alike, saying
from dialogueprep.domain.likeness_signs import Reader, numbers_in
from dialogueprep.domain.terms import Notion, Terms
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.exchange.terms_reader import read_leanings, read_notions, read_sounds
from dialogueprep.store.folding import fold

DATA = Path(__file__).parents[1] / "data"
LIBRARY = read_library()
TAGS = {t.id: t.labels for t in LIBRARY.tags}
NOTIONS = read_notions()
SOUNDS = read_sounds()
KNOWN = KnownWords(NOTIONS, SOUNDS, read_leanings(), fold)
Pairs = set[frozenset[str]]


def found(entries: Iterable[Saying | Recommendation]) -> tuple[Likeness, ...]:
    return alike(entries, TAGS, known=KNOWN)


def one(name: str, language: Language, words: str) -> Saying:
    title, _bar, text = words.partition(" | ")
    body = Texts.of({language: text}) if text else Texts()
    return Saying(name, Texts.of({language: title}), body, dimension=Dimension.ECONOMIC)


def only(entry: Recommendation, language: Language, *, tagged: bool) -> Saying:
    """Return what an entry says in one language, as if it came from a source of its own."""
    it = saying(entry)
    titles, body = (
        Texts(tuple(t for t in texts.entries if t.language == language))
        for texts in (it.titles, it.body)
    )
    tags = it.tags if tagged else ()
    return replace(
        it, id=f"{language} {it.id}", titles=titles, body=body, tags=tags, sources=frozenset()
    )


def counted(pairs: Iterable[tuple[Pairs, Pairs]]) -> tuple[float, float]:
    """Return recall and precision over pairs of what was found and what should be."""
    right = said = every = 0
    for got, wanted in pairs:
        right, said, every = right + len(got & wanted), said + len(got), every + len(wanted)
    return right / every, right / max(1, said)


def shipped(*, tagged: bool) -> Iterator[tuple[Pairs, Pairs]]:
    known = LIBRARY.recommendations
    for first, second in combinations(LANGUAGES, 2):
        entries = [only(r, g, tagged=tagged) for g, r in product((first, second), known)]
        got = {it.pair for it in found(entries) if it.one[:2] != it.other[:2]}
        yield got, {frozenset((f"{first} {r.id}", f"{second} {r.id}")) for r in known}


def questions() -> Iterator[tuple[Pairs, Pairs]]:
    known = [q for t in LIBRARY.topics for q in t.questions if len(q.entries) == len(LANGUAGES)]
    for pair in combinations(LANGUAGES, 2):
        entries = [one(f"{g} {n}", g, q.best(g)) for n, q in enumerate(known) for g in pair]
        got = {it.pair for it in found(entries) if it.code == "same-idea"}
        yield got, {frozenset(f"{g} {n}" for g in pair) for n in range(len(known))}


def labelled_in(file: str) -> tuple[Pairs, Pairs]:
    labelled = tomllib.loads((DATA / file).read_text("utf-8"))
    entries: list[Saying] = []
    wanted: Pairs = set()
    for kind, pairs in labelled.items():
        for n, pair in pairs.items() if isinstance(pairs, dict) else enumerate(pairs):
            entries += [one(f"{kind} {n} {g}", g, words) for g, words in pair.items()]
            if kind == "same":
                wanted.add(frozenset(f"{kind} {n} {g}" for g in pair))
    return {it.pair for it in found(entries)}, wanted


@pytest.mark.parametrize(
    ("what", "recall", "precision"),
    [("tagged", 0.88, 0.97), ("untagged", 0.76, 0.97), ("questions", 0.6, 0.97)],
)
def test_what_stands_in_two_languages_is_found(what: str, recall: float, precision: float) -> None:
    pairs = questions() if what == "questions" else shipped(tagged=what == "tagged")
    got = counted(pairs)
    assert got >= (recall, 0)
    assert got[1] >= precision


@pytest.mark.parametrize(
    ("file", "recall", "precision"),
    [
        ("likeness_held_out.toml", 0.95, 0.97),
        ("likeness_proposals.toml", 0.88, 0.88),
        ("likeness_free.toml", 0.9, 0.88),
        ("likeness_later.toml", 0.85, 0.85),
        ("likeness_last.toml", 0.85, 0.8),
    ],
)
def test_labelled_pairs_are_found_and_tempting_ones_are_not(
    file: str, recall: float, precision: float
) -> None:
    got = counted([labelled_in(file)])
    assert got >= (recall, 0)
    assert got[1] >= precision


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("en", "Free museum entry"), ("ja", "博物館の開館時間の延長")),
        (("ko", "옛길 여행 상표"), ("ja", "茶の産地を巡る観光列車")),
        (("zh", "医院病历模板"), ("ko", "병원 진료비 고지")),
    ],
)
def test_one_subject_in_common_is_not_one_idea(
    first: tuple[Language, str], second: tuple[Language, str]
) -> None:
    assert not found((one("a", *first), one("b", *second)))


def test_which_of_two_stands_first_makes_no_difference() -> None:
    known = [only(r, LANGUAGES[n % 4], tagged=True) for n, r in enumerate(LIBRARY.recommendations)]
    there, back = (
        {(it.pair, it.score, it.facts["percent"]) for it in found(entries)}
        for entries in (known, known[::-1])
    )
    assert there == back


def test_words_that_no_notion_names_are_known_by_their_characters_and_sounds() -> None:
    reader = Reader(Terms(fold=fold), SOUNDS)
    chinese, japanese, korean = map(
        reader.read,
        (one("zh", "zh", "傳統旅遊"), one("ja", "ja", "伝統"), one("ko", "ko", "전통 여행")),
    )
    assert chinese.letters & japanese.letters
    assert chinese.sounds & korean.sounds
    assert japanese.sounds <= korean.sounds
    assert reader.read(one("old", "zh", "老")).unknown == 1
    heard, written = reader.read(one("a", "zh", "年老")), reader.read(one("b", "ko", "연로"))
    assert heard.sounds == written.sounds != frozenset()


def test_numbers_in_words_are_numbers() -> None:
    said: list[tuple[str, Language]] = [
        ("thirty years", "en"), ("三十五岁以下", "zh"), ("十二回", "ja"), ("70세", "ko"),
    ]  # fmt: skip
    assert [numbers_in(*each) for each in said] == [{"30"}, {"35"}, {"12"}, {"70"}]


def test_without_a_counterpart_little_is_proposed() -> None:
    known = LIBRARY.recommendations
    for pair in combinations(LANGUAGES, 2):
        entries = [only(r, pair[n % 2], tagged=False) for n, r in enumerate(known)]
        assert len([it for it in found(entries) if it.one[:2] != it.other[:2]]) <= 12


def test_the_longest_term_counts_and_a_latin_word_only_as_a_whole() -> None:
    terms = Terms(
        [
            Notion({"en": ("supply chain",), "zh": ("供应链",), "ja": ("サプライチェーン",)}),
            Notion({"en": ("chain",), "zh": ("链",), "ja": ("AI",)}),
        ],
        fold=fold,
    )
    assert set(terms.find("Resilient supply chains", "en").notions) == {0}
    assert set(terms.find("供應鏈", "zh").notions) == {0}
    assert set(terms.find("AIの活用", "ja").notions) == {1}
    assert not terms.find("AIRの活用", "ja").notions


def test_a_short_word_counts_only_where_it_stands_for_itself() -> None:
    terms = Terms(
        [
            Notion({"en": ("tea course",), "ja": ("茶",), "ko": ("차",)}),
            Notion({"en": ("café",), "ja": ("バス",), "ko": ("배",)}),
        ],
        fold=fold,
    )
    assert set(terms.find("Courses, and tea courses in cafes", "en").notions) == {0, 1}
    assert set(terms.find("차를 마신다", "ko").notions) == {0}
    assert not terms.find("자동차, 배포", "ko").notions
    assert set(terms.find("茶の木とバス", "ja").notions) == {0, 1}
    assert not terms.find("喫茶店でバスケット", "ja").notions


def test_every_term_is_said_in_every_language() -> None:
    assert len(NOTIONS) > 1000
    assert all(notion.wordings[g] for notion in NOTIONS for g in LANGUAGES)


def test_an_empty_library_and_entries_without_words_have_no_pairs() -> None:
    assert not found(())
    assert not found((one("a", "en", "?"), one("b", "zh", "。"), one("c", "en", "?")))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=24))
def test_small_blocks_give_exactly_the_pairs_that_share_two(sets: list[frozenset[int]]) -> None:
    keys = ranked(sets, most=6)
    got = list(close(keys, most=24))
    assert len(got) == len(set(got))
    wanted = {(a, b) for a, b in combinations(range(len(sets)), 2) if len(sets[a] & sets[b]) > 1}
    assert set(got) == wanted


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 7), min_size=2, max_size=12))
def test_sides_with_a_common_bit_do_not_come_together(sides: list[int]) -> None:
    keys = ranked([{1, 2, 3} for _ in sides], most=3)
    got = set(close(keys, 24, sides))
    assert all(not sides[a] & sides[b] for a, b in got)
    pairs = combinations(range(len(sides)), 2)
    assert got == {(a, b) for a, b in pairs if not sides[a] & sides[b]}
