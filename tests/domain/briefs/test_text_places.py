"""Which texts of a document are left in another language than its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import DIALOGUE, MATERIAL, PROPOSALS, ROUND

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.inside import Inside
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.text_places import TextKind, places_of, shown_without
from dialogueprep.domain.texts import Language, Texts

F, R, A, H = TextKind.FINDING, TextKind.RECOMMENDATION, TextKind.ADDRESSEE, TextKind.HORIZON


def left(product: Product, language: Language) -> list[TextKind]:
    brief = compose(product, MATERIAL, language)
    return [place.kind for place in shown_without(language, MATERIAL, brief)]


@pytest.mark.parametrize(
    ("product", "kinds"),
    [
        (Product.KEY_FINDINGS, [F, F, F, R, A, H, TextKind.STEPS]),
        (Product.CHAIRS_SUMMARY, [F, F, F, R, A, H, TextKind.OPENING, TextKind.STEPS]),
        (Product.PROGRAMME, [TextKind.QUESTION] * 4),
        (Product.CONCEPT_NOTE, [TextKind.QUESTION] * 4),
        (Product.PRESS_LINE, [TextKind.PRESS]),
        (Product.PARTICIPANT_LIST, []),
    ],
)
def test_all_texts_of_a_document_in_another_language_are_told(
    product: Product, kinds: list[TextKind]
) -> None:
    assert sorted(left(product, "ja")) == sorted(kinds)


def test_follow_ups_are_texts_of_documents_for_organisers_alone() -> None:
    taken = FollowUp(id=FollowUpId("f"), dialogue=ROUND, texts=Texts.of(en="Draft a notice."))
    material = replace(MATERIAL, inside=Inside(follow_ups=(taken,)))
    memo = compose(Product.DEBRIEF_MEMO, material, "ja")
    kinds = [place.kind for place in shown_without("ja", material, memo)]
    assert TextKind.FOLLOW_UP in kinds
    assert TextKind.FOLLOW_UP not in [place.kind for place in places_of(material)]


def test_nothing_is_told_of_a_document_in_the_language_of_its_texts() -> None:
    assert not any(left(product, "en") for product in Product)


def test_each_half_of_a_bilingual_document_is_told_of() -> None:
    brief = compose(Product.KEY_FINDINGS, MATERIAL, "en", second="ja")
    there = [place.kind for place in shown_without("ja", MATERIAL, brief)]
    assert sorted(there) == sorted(left(Product.KEY_FINDINGS, "ja"))
    assert shown_without("en", MATERIAL, brief) == ()


def test_a_title_that_only_other_documents_show_and_a_bare_year_are_not_told_of() -> None:
    year = replace(PROPOSALS[0], horizons=Texts.of(en="2027"))
    aims = replace(DIALOGUE, objectives=Texts.of(en="Compare needs."))
    material = replace(MATERIAL, dialogue=aims, proposals=(year,))
    brief = compose(Product.KEY_FINDINGS, material, "ja")
    kinds = {place.kind for place in shown_without("ja", material, brief)}
    assert not kinds & {H, TextKind.OBJECTIVES}
