"""Documents in two languages at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import FINDINGS, MATERIAL, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.briefs.bilingual import bilingual, parted
from dialogueprep.domain.briefs.blocks import (
    Annex,
    Bullets,
    Facts,
    Heading,
    HostBlock,
    Named,
    Numbered,
    PageBreak,
    Paragraph,
    Product,
    Run,
    Stress,
    Table,
    Why,
    halves,
    line,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.people import PersonId
from dialogueprep.domain.texts import LANGUAGES, Texts

PAIRS = [(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
EMPTY = compose(Product.KEY_FINDINGS, MATERIAL, "en")
ZH = compose(Product.KEY_FINDINGS, MATERIAL, "zh")


def joined(ours, theirs):
    return bilingual(replace(EMPTY, blocks=ours), replace(ZH, blocks=theirs)).blocks


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_all_that_either_document_says_is_in_the_two_together(product, first, second):
    both = letters(text_of(compose(product, MATERIAL, first, second=second)))
    for material, language in zip(parted(MATERIAL, first, second), (first, second), strict=True):
        for block in compose(product, material, language).blocks:
            unnamed = (it for it in lines_of(block) if not any(isinstance(r, Named) for r in it))
            if isinstance(block, HostBlock):
                unnamed = (name for name, _ in block.hosts)
            assert [plain(it) for it in unnamed if letters(plain(it)) not in both] == []


def letters(text):
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("product", Product)
def test_headings_stand_side_by_side_and_numbers_once(product):
    both = compose(product, MATERIAL, "en", second="zh")
    ours = [b for b in compose(product, MATERIAL, "en").blocks if isinstance(b, Heading)]
    theirs = [b for b in compose(product, MATERIAL, "zh").blocks if isinstance(b, Heading)]
    found = [(b.number, plain(b.line)) for b in both.blocks if isinstance(b, Heading)]
    expected = [
        (a.number, plain(a.line) if plain(a.line) == plain(b.line) else
         f"{plain(a.line)} / {plain(b.line)}")
        for a, b in zip(ours, theirs, strict=True)
    ]  # fmt: skip
    assert found == expected
    assert (both.language, both.second, both.languages) == ("en", "zh", "en-zh")


def test_the_second_language_is_quiet_beneath_the_first():
    (first, second) = joined((Paragraph(line("Ports.", "en")),), (Paragraph(line("港口。", "zh")),))
    assert (first.quiet, second.quiet) == (False, True)
    (listed,) = joined((Bullets((line("A b.", "en"),)),), (Bullets((line("甲。", "zh"),)),))
    assert plain(listed.lines[0]) == "A b.\n甲。"
    assert [r.stress for r in listed.lines[0]] == [Stress.PLAIN, Stress.QUIET, Stress.QUIET]
    assert [r.language for r in listed.lines[0]] == ["en", "zh", "zh"]


def test_what_is_the_same_in_both_stands_once():
    ours = Table((line("Time", "en"),), ((line("09:00–10:30", "en"),),), (1.0,))
    theirs = Table((line("时间", "zh"),), ((line("09:00—10:30", "zh"),),), (1.0,))
    (table,) = joined((ours,), (theirs,))
    assert plain(table.head[0]) == "Time\n时间"
    assert plain(table.rows[0][0]) == "09:00–10:30"


def test_a_label_of_a_numbered_line_stands_once():
    (it,) = joined((Numbered("3", line("A b.", "en")),), (Numbered("3", line("甲。", "zh")),))
    assert (it.label, plain(it.line)) == ("3", "A b.\n甲。")


def test_paragraphs_that_differ_in_number_follow_one_another():
    ours = (Paragraph(line("One.", "en")), Paragraph(line("Two.", "en")))
    found = joined(ours, (Paragraph(line("一。二。", "zh")),))
    assert [(plain(b.line), b.quiet) for b in found] == [
        ("One.", False), ("Two.", False), ("一。二。", True),
    ]  # fmt: skip


def test_trees_of_different_shape_are_not_mixed():
    ours = (Heading("1", line("A", "en"), 1), Paragraph(line("B.", "en")))
    theirs = (Facts(((line("甲", "zh"), line("乙", "zh")),)),)
    assert joined(ours, theirs) == (*ours, PageBreak(), *theirs)


def test_a_list_keeps_the_order_of_the_first_language_and_says_so():
    both = compose(Product.PARTICIPANT_LIST, MATERIAL, "en", second="ja")
    alone = compose(Product.PARTICIPANT_LIST, MATERIAL, "en")
    for mine, other in zip(tables(both), tables(alone), strict=True):
        assert [first_named(row[0]) for row in mine.rows] == [
            first_named(row[0]) for row in other.rows
        ]
    assert "五十音" not in text_of(both)


def tables(brief):
    return [b for b in brief.blocks if isinstance(b, Table)]


def first_named(cell):
    return next(run.person for run in cell if isinstance(run, Named))


def test_a_text_without_words_in_the_second_language_stands_once():
    bare = replace(MATERIAL, findings=(replace(FINDINGS[0], texts=Texts.of(en="Ports warn.")),))
    both = compose(Product.KEY_FINDINGS, bare, "en", second="zh")
    assert text_of(both).count("ports warn.") == 1


def test_a_brief_with_annexes_ends_with_them_in_both_languages():
    told = replace(MATERIAL, annexes=(Annex.PARTICIPANTS, Annex.PROGRAMME))
    both = compose(Product.MEETING_BRIEF, told, "en", second="zh")
    heads = [plain(b.line) for b in both.blocks if isinstance(b, Heading) and b.level == 1]
    assert [head.split(" / ")[0] for head in heads[-2:]] == [
        "Annex 1. Programme",
        "Annex 2. Participant list",
    ]
    assert both.annexes == (Annex.PROGRAMME, Annex.PARTICIPANTS)


RUNS = st.lists(st.sampled_from(["Ports warn.", "港口。", "a ", "b"]), min_size=1, max_size=4)


@settings(deadline=None, max_examples=40)
@given(RUNS, RUNS)
def test_the_halves_of_a_line_are_the_lines_that_it_was_made_of(ours, theirs):
    first = tuple(Run(text, "en") for text in ours)
    second = tuple(Run(text, "zh") for text in theirs)
    (it,) = joined((Numbered("1", first),), (Numbered("1", second),))
    found = list(halves(it.line))
    assert next(plain(half) for _, half in found) == plain(first)
    for start, half in found:
        assert plain(it.line)[start : start + len(plain(half))] == plain(half)
    assert len(found) <= 2


@pytest.mark.parametrize(("ours", "theirs"), [("Dr ", ""), ("", "")])
def test_names_alone_do_not_stand_twice(ours, theirs):
    def row(title, opening, closing):
        names = (
            Named("TAK Ye-rin", "en", PersonId("p"), Why.LISTED),
            Run(opening, "en"),
            Named("탁예린", "ko", PersonId("p"), Why.LISTED),
            Run(closing, "en"),
        )
        return ((Run(title, "en"), *names) if title else names,)

    first = Table((line("Name", "en"),), (row(ours, " (", ")"),), (1.0,))
    second = Table((line("姓名", "zh"),), (row(theirs, "（", "）"),), (1.0,))
    (table,) = joined((first,), (second,))
    assert plain(table.rows[0][0]) == f"{ours}TAK Ye-rin (탁예린)"
