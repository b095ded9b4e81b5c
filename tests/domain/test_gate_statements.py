"""The gate and names beside statements: only there, only the exact words, only with consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.domain.briefs.blocks import Audience, Brief, Named, Paragraph, Product, Run, Why
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import NO_DESCRIPTOR, Roster, check, examine
from dialogueprep.domain.notes import Scope, Statement, StatementId, StatementKind
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.lexicon_reader import read_lexicon

AKI = Person(id=PersonId("1"), name=Name(family="Kuroda", given="Aki", native="黒田亜紀"))
SAID = Statement(
    id=StatementId("s"),
    dialogue=DialogueId("d"),
    participation=ParticipationId("p1"),
    kind=StatementKind.QUOTED,
    texts=Texts.of(en="Small steps last.", ja="小さな一歩は続く。"),
    consented_on=date(2026, 11, 3),
)


def roster(*statements: Statement) -> Roster:
    people = (Participation(id=ParticipationId("p1"), person=AKI, delegation="JP"),)
    return Roster(participations=people, lexicon=read_lexicon(), statements=statements)


def brief(
    words: str = "Small steps last.",
    product: Product = Product.MEETING_BRIEF,
    audience: Audience = Audience.PARTICIPANTS,
    origin: str | None = "s",
) -> Brief:
    named = Named("KURODA Aki", "en", AKI.id, Why.STATEMENT)
    line = (named, Run(": “", "en", composed=True), Run(words, "en", origin), Run("”", "en"))
    return Brief(
        product=product, audience=audience, language="en", title="Talks", classification=(),
        version=(), footer=(), mark="", page_of="{page} / {pages}", blocks=(Paragraph(line),),
    )  # fmt: skip


def test_a_name_may_stand_beside_its_exact_words():
    checked = check(brief(), roster(SAID), {})
    assert [n.text for n in checked.named] == ["KURODA Aki"]


@pytest.mark.parametrize(
    "statement",
    [
        replace(SAID, withdrawn_on=date(2026, 11, 9)),
        replace(SAID, consented_on=None),
        replace(SAID, participation=ParticipationId("p2")),
        replace(SAID, texts=Texts.of(en="Small steps last longest.")),
        replace(SAID, id=StatementId("another")),
    ],
)
def test_it_may_not_without_a_statement_that_stands(statement):
    with pytest.raises(Refused, match="name-without-statement"):
        check(brief(), roster(statement), {})


def test_words_for_the_report_do_not_go_to_the_public():
    public = brief(audience=Audience.PUBLIC)
    with pytest.raises(Refused, match="name-without-statement"):
        check(public, roster(SAID), {})
    check(public, roster(replace(SAID, scope=Scope.PUBLIC)), {})


def test_other_words_or_another_product_may_not_hold_the_name():
    for other in (brief("Small steps."), brief(origin=None)):
        with pytest.raises(Refused, match="name-without-statement"):
            check(other, roster(SAID), {})
    with pytest.raises(Refused, match="name-not-in-this-product"):
        check(brief(product=Product.PROGRAMME), roster(SAID), {})


def many_from_japan(**changes: object) -> Roster:
    people = tuple(
        Participation(
            id=ParticipationId(f"p{n}"),
            person=Person(id=PersonId(f"{n}"), name=Name(family=f"Kuroda{n}", given="Aki")),
            delegation="JP",
        )
        for n in range(12)
    )
    return Roster(participations=people, lexicon=read_lexicon(), **changes)  # pyright: ignore[reportArgumentType]


def finding(words: str) -> Brief:
    return replace(brief(), blocks=(Paragraph((Run(words, "en", "f"),)),))


def test_under_no_quotation_no_description_stands_whomever_it_fits():
    words = "Several Japanese participants held that ports come first."
    assert examine(finding(words), many_from_japan()) == ()
    strict = many_from_japan(undescribed=frozenset({"f"}))
    (placed,) = examine(finding(words), strict)
    assert placed.exposure.text.endswith("Japanese participants")
    assert placed.exposure.why == NO_DESCRIPTOR
    with pytest.raises(Refused, match="identity-in-brief"):
        check(finding(words), strict, {})
    assert examine(finding("Several participants held that ports come first."), strict) == ()
