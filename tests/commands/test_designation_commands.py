"""The sheet, the labels and orders of a dialogue, and what is public of it already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import designations as commands
from dialogueprep.commands import published as public_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.dialogue import Dialogue, Ordered
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.store import agenda, designations, dialogues, published
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.designations import misnamed_in, sheet_of
from dialogueprep.workflows.values import material_of


def test_a_dialogue_begins_with_the_shipped_sheet_and_keeps_its_own(
    store: Store, sample: Dialogue
) -> None:
    shipped = sheet_of(store, sample.id)
    assert designations.of_dialogue(store, sample.id) == ()
    settled = [replace(e, settled=True) if "Sea of Japan" in e.usage else e for e in shipped]
    commands.write_sheet(store, sample.id, settled)
    mine = sheet_of(store, sample.id)
    assert len(mine) == len(shipped)
    assert sum(not e.settled for e in mine) == sum(not e.settled for e in shipped) - 1
    commands.write_sheet(store, sample.id, mine[1:])
    assert {e.id for e in sheet_of(store, sample.id)} == {e.id for e in mine[1:]}
    store.undo()
    store.undo()
    assert sheet_of(store, sample.id) == shipped
    with pytest.raises(Refused, match="designation-needs-words"):
        commands.write_sheet(store, sample.id, [replace(shipped[0], usage=" ")])


def test_words_are_replaced_wherever_documents_take_them_from(
    store: Store, sample: Dialogue
) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.questions)
    titles = item.titles.with_wording("ja", "南朝鮮の港湾")
    question = replace(
        item.questions[0], texts=item.questions[0].texts.with_wording("ja", "南朝鮮")
    )
    changed = replace(item, titles=titles, questions=(question, *item.questions[1:]))
    agenda_commands.change_item(store, changed)
    brief = compose(Product.PROGRAMME, material_of(store, sample.id), "ja")
    found = misnamed_in(store, sample.id, brief)
    assert [f.words for f in found] == ["南朝鮮", "南朝鮮"]
    assert commands.replace_words(store, sample.id, found[0].entry) == 1
    now = agenda.read(store, item.id)
    assert now.titles.get("ja") == "韓国の港湾"
    assert now.questions[0].texts.get("ja") == "韓国"
    store.undo()
    assert agenda.read(store, item.id) == changed
    unsettled = next(e for e in sheet_of(store, sample.id) if not e.settled)
    with pytest.raises(Refused, match="designation-not-settled"):
        commands.replace_words(store, sample.id, unsettled)


def test_a_label_and_an_order_are_one_step_each(store: Store, sample: Dialogue) -> None:
    code = sample.delegations[0].code
    labels = sample.delegations[0].labels.with_wording("ko", "중화인민공화국")
    commands.set_labels(store, sample, code, labels)
    now = dialogues.read(store, sample.id)
    codes = tuple(d.code for d in reversed(now.delegations))
    commands.set_order(store, now, Ordered.DELEGATIONS, "ko", codes)
    now = dialogues.read(store, sample.id)
    assert now.delegations[0].labels.get("ko") == "중화인민공화국"
    assert tuple(d.code for d in now.delegations_in("ko")) == codes
    assert now.delegations_in("zh") == now.delegations
    store.undo()
    store.undo()
    assert dialogues.read(store, sample.id) == sample


def test_what_is_public_is_kept_with_its_day_and_taken_back(store: Store, sample: Dialogue) -> None:
    it = Published(
        id=PublishedId(""), dialogue=sample.id, kind=PublicKind.PHOTO,
        detail="Group photo", place="The host’s site", on=date(2026, 10, 20),
    )  # fmt: skip
    with pytest.raises(Refused, match="published-needs-words"):
        public_commands.add(store, replace(it, detail="", place=""))
    kept = public_commands.add(store, it)
    assert published.of_dialogue(store, sample.id) == (replace(it, id=kept),)
    public_commands.remove(store, kept)
    store.undo()
    public_commands.change(store, replace(it, id=kept, kind=PublicKind.LIST))
    assert [p.kind for p in published.of_dialogue(store, sample.id)] == [PublicKind.LIST]
    store.undo()
    store.undo()
    assert published.of_dialogue(store, sample.id) == ()
