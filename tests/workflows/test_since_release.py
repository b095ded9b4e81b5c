"""Whether a document still reads as it was released last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogueprep.commands import drafts as draft_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Annex, Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import Stage
from dialogueprep.domain.gate import Roster
from dialogueprep.store import findings
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.digests import text_digest
from dialogueprep.workflows.release import Wanted, composed, gather, look_at, release
from dialogueprep.workflows.since_release import changed_since

ON = date(2026, 10, 30)


def test_a_released_document_has_changed_when_its_text_has(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    wanted = Wanted(dialogue=sample.id, product=Product.KEY_FINDINGS, language="en", on=ON)

    def changed(it: Wanted = wanted) -> int:
        last = changed_since(look_at(gather(store, it, sample_roster)))
        return last.number if last else 0

    assert changed() == 0  # nothing was released
    release(store, wanted, ("docx",), tmp_path, roster=sample_roster)
    assert changed() == 0
    assert changed(replace(wanted, on=ON + timedelta(days=9))) == 0
    draft_commands.move(store, sample.id, Product.KEY_FINDINGS, "en", Stage.FINAL)
    assert changed() == 0  # the same text, now final
    first = findings.of_dialogue(store, sample.id)[0]
    texts = first.texts.with_wording("en", "Ports should share closure notices early.")
    finding_commands.change(store, replace(first, texts=texts))
    assert changed() == 1
    assert changed(replace(wanted, language="ja")) == 0  # which was not released
    release(store, wanted, ("docx",), tmp_path, roster=sample_roster)
    assert changed() == 0


def test_other_annexes_are_no_change_of_the_text(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    wanted = Wanted(dialogue=sample.id, product=Product.MEETING_BRIEF, language="en", on=ON)
    release(store, wanted, ("docx",), tmp_path, roster=sample_roster)
    more = replace(wanted, annexes=(Annex.PROGRAMME,))
    assert changed_since(look_at(gather(store, more, sample_roster))) is None


@pytest.mark.parametrize("product", [p for p in Product if p is not Product.PROGRAMME])
def test_neither_the_number_of_a_draft_nor_its_day_is_in_its_text(
    store: Store, sample: Dialogue, sample_roster: Roster, product: Product
) -> None:
    wanted = Wanted(dialogue=sample.id, product=product, language="en", on=ON)
    later = replace(wanted, on=ON + timedelta(days=40))
    one = composed(gather(store, wanted, sample_roster))
    other = composed(gather(store, later, sample_roster, number=7))
    assert text_digest(one) == text_digest(other)
