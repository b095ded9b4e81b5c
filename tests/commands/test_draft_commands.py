"""States of documents: how far they have come, who received which draft, what the pages say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import drafts as commands
from dialogueprep.commands import people as people_commands
from dialogueprep.domain.briefs.blocks import Product, plain
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.drafts import (
    Circulation,
    Recipient,
    RecipientKind,
    Stage,
    draft_of,
    passed,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.store import dialogues, drafts, people
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, look_at

ON, UNTIL = date(2026, 11, 2), date(2026, 11, 16)
FINDINGS = Product.KEY_FINDINGS


def _sent(sample: Dialogue, until: date | None = UNTIL) -> Circulation:
    return Circulation(
        product=FINDINGS, language="en", number=1, on=ON, comments_until=until,
        recipients=(Recipient(RecipientKind.HOST, sample.hosts[0].id),),
    )  # fmt: skip


def _stage(store: Store, sample: Dialogue) -> Stage:
    return draft_of(drafts.of_dialogue(store, sample.id), FINDINGS, "en").stage


def _stamp(store: Store, sample: Dialogue) -> str:
    wanted = Wanted(dialogue=sample.id, product=FINDINGS, language="en", on=ON)
    return plain(look_at(gather(store, wanted)).brief.version)


def test_a_document_moves_forward_and_back_and_each_move_is_undone(
    store: Store, sample: Dialogue
) -> None:
    assert _stage(store, sample) is Stage.RAW
    commands.move(store, sample.id, FINDINGS, "en", Stage.RAPPORTEUR)
    commands.move(store, sample.id, FINDINGS, "en", Stage.CHAIR)
    commands.move(store, sample.id, FINDINGS, "ja", Stage.FINAL)
    assert _stage(store, sample) is Stage.CHAIR
    store.undo()
    store.undo()
    assert _stage(store, sample) is Stage.RAPPORTEUR
    assert len(drafts.of_dialogue(store, sample.id)) == 1


def test_the_pages_say_how_far_the_text_has_come(store: Store, sample: Dialogue) -> None:
    assert _stamp(store, sample) == "Draft 1 of 2 November 2026"
    commands.circulate(store, sample.id, _sent(sample))
    assert _stamp(store, sample) == (
        "Draft 1 of 2 November 2026, for comment until 16 November 2026"
    )
    commands.move(store, sample.id, FINDINGS, "en", Stage.FINAL)
    assert _stamp(store, sample) == "Final version of 2 November 2026"


def test_circulating_with_a_deadline_opens_the_comments_and_is_not_undone(
    store: Store, sample: Dialogue
) -> None:
    with pytest.raises(Refused, match="comments-need-deadline"):
        commands.move(store, sample.id, FINDINGS, "en", Stage.COMMENTS)
    commands.circulate(store, sample.id, _sent(sample))
    assert _stage(store, sample) is Stage.COMMENTS
    assert drafts.circulations(store, sample.id) == (_sent(sample),)
    assert store.undo_label is None
    commands.circulate(store, sample.id, _sent(sample, None))
    assert _stage(store, sample) is Stage.COMMENTS
    commands.move(store, sample.id, FINDINGS, "en", Stage.CHAIR)
    commands.move(store, sample.id, FINDINGS, "en", Stage.COMMENTS)
    assert _stage(store, sample) is Stage.COMMENTS


def test_a_deadline_that_has_passed_is_due_until_the_window_is_closed(
    store: Store, sample: Dialogue
) -> None:
    def due(today: date) -> list[date]:
        there = drafts.of_dialogue(store, sample.id)
        return [d.until for d in passed(there, drafts.circulations(store, sample.id), today)]

    commands.circulate(store, sample.id, _sent(sample))
    assert due(UNTIL) == []
    assert due(date(2026, 11, 17)) == [UNTIL]
    commands.move(store, sample.id, FINDINGS, "en", Stage.FINAL)
    assert due(date(2026, 11, 17)) == []


def test_what_cannot_be_is_refused(store: Store, sample: Dialogue) -> None:
    with pytest.raises(Refused, match="circulation-needs-recipients"):
        commands.circulate(store, sample.id, replace(_sent(sample), recipients=()))
    with pytest.raises(Refused, match="deadline-is-past"):
        commands.circulate(store, sample.id, _sent(sample, date(2026, 11, 1)))
    with pytest.raises(Refused, match="product-without-stages"):
        commands.move(store, sample.id, Product.PROGRAMME, "en", Stage.CHAIR)
    with store.step("Close") as step:
        dialogues.put(step, replace(sample, phase=Phase.CLOSED))
    with pytest.raises(Refused, match="dialogue-closed"):
        commands.move(store, sample.id, FINDINGS, "en", Stage.CHAIR)


def test_a_recipient_is_kept_by_id_only(store: Store, sample: Dialogue) -> None:
    who = people.participations(store, sample.id)[0]
    to = (Recipient(RecipientKind.PARTICIPATION, who.id),)
    commands.circulate(store, sample.id, replace(_sent(sample), recipients=to))
    (kept,) = drafts.circulations(store, sample.id)
    assert who.person.name.latin not in repr(kept)
    people_commands.remove_participants(store, [who.id])
    assert drafts.circulations(store, sample.id) == (kept,)
