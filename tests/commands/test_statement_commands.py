"""Statements: their own kind, apart from all notes, within the consent of who made them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import statements as commands
from dialogueprep.domain.briefs.blocks import Audience, Named, Product, lines_of
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.dialogue import Dialogue, Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Scope, Statement, StatementId, StatementKind
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, people, statements
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.values import material_of

DAY = date(2026, 11, 3)


def quotation(store: Store, sample: Dialogue, **changes: object) -> Statement:
    """Return a remark that somebody let be quoted, not yet kept."""
    who = people.participations(store, sample.id)[2]
    it = Statement(
        id=StatementId(""),
        dialogue=sample.id,
        participation=who.id,
        kind=StatementKind.QUOTED,
        texts=Texts.of(en="Ports are where trust is kept.", ja="港こそ信頼の置き場である。"),
        consented_on=DAY,
    )
    return replace(it, **changes)  # pyright: ignore[reportArgumentType]


def quoted_in(store: Store, sample: Dialogue, audience: Audience) -> set[str]:
    """Return the words beside names in the meeting brief for an audience."""
    material = material_of(store, sample.id)
    brief = compose(Product.MEETING_BRIEF, material, "en", audience)
    lines = [line for block in brief.blocks for line in lines_of(block)]
    beside = [line for line in lines if any(isinstance(r, Named) for r in line)]
    known = {it.id: it.texts.best("en") for it in material.statements}
    return {known[r.origin] for ln in beside for r in ln if not isinstance(r, Named) and r.origin}


def test_a_quotation_needs_words_and_the_day_of_consent(store: Store, sample: Dialogue) -> None:
    with pytest.raises(Refused, match="statement-is-empty"):
        commands.add(store, quotation(store, sample, texts=Texts()))
    with pytest.raises(Refused, match="statement-needs-consent"):
        commands.add(store, quotation(store, sample, consented_on=None))
    assert len(statements.of_dialogue(store, sample.id)) == 1


def test_nothing_is_withdrawn_before_it_was_given(store: Store, sample: Dialogue) -> None:
    kept = replace(quotation(store, sample), id=StatementId(""))
    early = DAY - timedelta(days=1)
    with pytest.raises(Refused, match="withdrawn-before-consent"):
        commands.add(store, replace(kept, consented_on=DAY, withdrawn_on=early))
    added = commands.add(store, replace(kept, consented_on=DAY, withdrawn_on=DAY))
    it = statements.read(store, added)
    with pytest.raises(Refused, match="withdrawn-before-consent"):
        commands.withdraw(store, it, early)


def test_a_statement_never_joins_an_item_of_the_rule(store: Store, sample: Dialogue) -> None:
    items = agenda.of_dialogue(store, sample.id)
    rule = next(i for i in items if i.kind.has_terms and i.terms is Terms.RULE)
    said = quotation(store, sample, kind=StatementKind.ON_RECORD, item=rule.id)
    with pytest.raises(Refused, match="statement-at-rule-item"):
        commands.add(store, said)
    with (
        pytest.raises(Refused, match="statement-at-rule-item"),
        store.step("past the command") as step,
    ):
        statements.put(step, replace(said, id=StatementId("s")))
    quoted = commands.add(store, quotation(store, sample, item=rule.id))
    kept = statements.read(store, quoted)
    assert kept is not None and kept.item is None


def test_an_item_with_statements_stays_on_the_record(store: Store, sample: Dialogue) -> None:
    (there,) = statements.of_dialogue(store, sample.id)
    assert there.item is not None
    opening = agenda.read(store, there.item)
    with pytest.raises(Refused, match="item-has-statements"):
        agenda_commands.change_item(store, replace(opening, terms=Terms.RULE))
    commands.change(store, replace(there, item=None))
    agenda_commands.change_item(store, replace(opening, terms=Terms.RULE))
    store.undo()
    store.undo()
    assert statements.of_dialogue(store, sample.id) == (there,)


def test_words_go_only_as_far_as_the_consent(store: Store, sample: Dialogue) -> None:
    (there,) = statements.of_dialogue(store, sample.id)
    public, mine = there.texts.best("en"), "Ports are where trust is kept."
    commands.add(store, quotation(store, sample))
    assert quoted_in(store, sample, Audience.PARTICIPANTS) == {public, mine}
    assert quoted_in(store, sample, Audience.PUBLIC) == {public}
    (_, kept) = statements.of_dialogue(store, sample.id)
    commands.change(store, replace(kept, scope=Scope.PUBLIC))
    assert quoted_in(store, sample, Audience.PUBLIC) == {public, mine}


def test_what_is_withdrawn_is_kept_and_leaves_all_new_documents(
    store: Store, sample: Dialogue
) -> None:
    (there,) = statements.of_dialogue(store, sample.id)
    assert commands.withdraw(store, there, DAY) == ()
    assert quoted_in(store, sample, Audience.PARTICIPANTS) == set()
    assert [s.withdrawn_on for s in statements.of_dialogue(store, sample.id)] == [DAY]
    store.undo()
    assert quoted_in(store, sample, Audience.PARTICIPANTS) == {there.texts.best("en")}
