"""A programme tells the terms of its items, and which groups report back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import DIALOGUE, MATERIAL, text_of

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Line, Product, Run, Stress, Table, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind, Terms
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.domain.timetable import starts


def _item(id_: str, terms: Terms = Terms.RULE, kind=ItemKind.DISCUSSION, **more) -> AgendaItem:
    return AgendaItem(
        id=ItemId(id_), dialogue=DIALOGUE.id, kind=kind, titles=Texts.of(en=id_), day=0, minutes=60,
        terms=terms, **more,
    )  # fmt: skip


def _material(*items: AgendaItem) -> Material:
    return replace(MATERIAL, slots=starts(items).slots, attendances=(), since=None)


def _cells(material: Material, language: Language = "en") -> list[Line]:
    blocks = compose(Product.PROGRAMME, material, language).blocks
    return [row[1] for b in blocks if isinstance(b, Table) for row in b.rows]


MIXED = _material(
    _item("open", Terms.ON_RECORD), _item("talk"), _item("strict", Terms.NO_QUOTATION),
    _item("alone", Terms.NO_NOTES),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_bears_its_terms_as_sign_word_and_ink(language: Language) -> None:
    looks = ((Terms.ON_RECORD, "○", Stress.ON_RECORD), (Terms.RULE, "●", Stress.RULE),
             (Terms.NO_QUOTATION, "■", Stress.NO_QUOTATION))  # fmt: skip
    for cell, (terms, sign, ink) in zip(_cells(MIXED, language), looks, strict=False):
        inked = [r.text for r in cell if isinstance(r, Run) and r.stress is ink]
        assert "".join(inked) == f"{sign} {words.of(language)(wording.of(terms))}"


def test_no_document_mentions_an_item_without_notes() -> None:
    assert plain(_cells(MIXED)[3]).endswith("alone")
    assert "written down" not in text_of(compose(Product.PROGRAMME, MIXED, "en"))


def test_terms_that_became_stricter_inside_an_item_are_not_told() -> None:
    item = _item("talk", terms_now=Terms.NO_QUOTATION)
    text = text_of(compose(Product.PROGRAMME, _material(item, _item("more")), "en"))
    assert "No quotation" not in text


def test_where_all_items_have_the_same_terms_the_notice_says_enough() -> None:
    same = _material(_item("talk"), _item("more"), _item("alone", Terms.NO_NOTES))
    assert not any("Chatham House Rule" in plain(cell) for cell in _cells(same))


def test_a_report_back_lists_its_groups_and_no_others() -> None:
    left = _item("left", kind=ItemKind.BREAKOUT, lane=1)
    right = _item("right", kind=ItemKind.BREAKOUT, lane=2)
    back = _item("back", kind=ItemKind.REPORT_BACK)
    cells = [plain(c) for c in _cells(_material(_item("talk"), left, right, back, _item("end")))]
    assert "Reports from: 2A left and 2B right" in cells[3]
    assert not any("Reports from" in cell for n, cell in enumerate(cells) if n != 3)


def test_a_report_back_without_groups_lists_none() -> None:
    back = _item("back", kind=ItemKind.REPORT_BACK)
    assert "Reports from" not in plain(_cells(_material(_item("talk"), back))[1])
