"""Documents are checked against the sheet of designations, in each language."""

from __future__ import annotations

import pytest

from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Named,
    Paragraph,
    Product,
    Run,
    Why,
)
from dialogueprep.domain.designations import (
    Designation,
    DesignationId,
    found_in,
    misnamed,
    swapped,
)
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.people import PersonId
from dialogueprep.domain.texts import LANGUAGES, Texts, TextState
from dialogueprep.exchange.designation_reader import read_designations

SHEET = read_designations()


def entry(language="en", usage="Republic of Korea", instead=("South Korea",), settled=True):
    return Designation(
        id=DesignationId("e"), dialogue=DialogueId("d"), language=language, usage=usage,
        instead_of=instead, settled=settled,
    )  # fmt: skip


def brief(*runs):
    return Brief(
        product=Product.MEETING_BRIEF, audience=Audience.PUBLIC, language="en", title="Talks",
        classification=(), version=(), footer=(), mark="", page_of="", blocks=(Paragraph(runs),),
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_sheet_leaves_disputed_names_unsettled(language):
    mine = [e for e in SHEET if e.language == language]
    assert sum(not e.settled for e in mine) == 6
    assert sum(e.settled for e in mine) == 2
    assert all(e.usage and e.instead_of for e in mine)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Ports of south korea and the East Sea", ["south korea", "East Sea"]),
        ("en", "The Northeast Sea lanes", []),
        ("zh", "南韩与北朝鲜", ["南韩", "北朝鲜"]),
        ("zh", "韩国与朝鲜", []),
        ("ja", "北朝鮮と南朝鮮、処理水の放出", ["南朝鮮", "処理水"]),
        ("ko", "남조선과 북한, 동해의 오염수", ["남조선", "동해", "오염수"]),
        ("ja", "South Korea", []),
    ],
)
def test_words_are_found_in_their_language_only(language, text, words):
    assert [text[a:b] for a, b, _ in found_in(text, language, SHEET)] == words


def test_words_inside_a_settled_usage_are_part_of_it():
    sheet = (entry(usage="ROK (South Korea)"),)
    text = "ROK (South Korea), then South Korea"
    assert [a for a, _, _ in found_in(text, "en", sheet)] == [text.rindex("South")]


def test_a_place_is_given_with_its_origin_and_exact_words_are_left_alone():
    named = Named("KIM Nara", "en", PersonId("p"), Why.STATEMENT)
    runs = (named, Run(": ", "en"), Run("South Korea", "en", "s"), Run(" South Korea", "en", "f"))
    (found,) = misnamed(brief(*runs), (entry(),), frozenset({"s"}))
    text = "".join(r.text for r in runs)
    assert (text[found.start : found.end], found.origin) == ("South Korea", "f")
    assert found.start == text.rindex("South Korea")


def test_the_usage_is_written_in_its_language_and_states_stay():
    texts = Texts.of(en="South Korea and south korea", ja="South Korea")
    now = swapped(texts, entry())
    assert now.get("en") == "Republic of Korea and Republic of Korea"
    assert now.get("ja") == "South Korea"
    assert now.entries[1].state is TextState.TRANSLATED
    assert swapped(texts, entry(settled=False)) == texts
