"""What was rewritten in the gate leaves its kind and nothing else, in tables and on pages."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogueprep.commands import documents as commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Ground, Placed, Roster
from dialogueprep.store import documents, findings
from dialogueprep.store.documents import KeptPassage
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, look_at, prepare, produce

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from pages import decrypted

SECRET = "cormorant"
CONTROL = "kittiwake"
TITLE = "Ports share closure notices"


@pytest.fixture
def wanted(sample: Dialogue) -> Wanted:
    product = Product.MEETING_BRIEF
    return Wanted(dialogue=sample.id, product=product, language="en", on=date(2026, 10, 30))


def write(store: Store, sample: Dialogue, n: int, words: str) -> None:
    found = findings.of_dialogue(store, sample.id)[n]
    finding_commands.change(store, replace(found, texts=found.texts.with_wording("en", words)))


def test_a_rewritten_passage_is_on_no_page(
    store: Store, sample: Dialogue, sample_roster: Roster, wanted: Wanted
) -> None:
    name = sample_roster.participations[0].person.name.latin
    write(store, sample, 0, f"{name} said that the {SECRET} should be told of closures.")
    write(store, sample, 1, f"Ports could tell the {CONTROL} of closures.")
    assert SECRET.encode() in decrypted(store.folder) + wal(store)
    (placed,) = look_at(gather(store, wanted, sample_roster)).open
    origin = placed.origin or ""
    whole = commands.wording_with(store, sample.id, origin, placed.exposure.text, "en") or ""
    it = commands.Rewriting(
        dialogue=sample.id, product=wanted.product, language="en",
        passage_kind=placed.exposure.kind, origin=origin, passage=name, words="",
    )  # fmt: skip
    commands.reword(store, it, whole, "Several participants said that closures should be told.")
    assert prepare(gather(store, wanted, sample_roster)).number == 1
    run(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    pages = decrypted(store.folder) + wal(store)
    assert CONTROL.encode() in pages and SECRET.encode() not in pages
    ((kind, words, reason),) = run(store.db, "SELECT kind, words, reason FROM decisions")
    assert (kind, words, reason) == ("rewritten", None, "")


def wal(store: Store) -> bytes:
    """Return the write-ahead log as it lies beside, if there is one."""
    beside = store.folder / "workspace.db-wal"
    return beside.read_bytes() if beside.exists() else b""


def test_a_full_name_that_is_kept_needs_a_reason_and_leaves_as_a_kept_name(
    store: Store, sample: Dialogue, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    name = sample_roster.participations[0].person.name.latin
    write(store, sample, 0, f"{name} said that closures should be told.")
    (placed,) = look_at(gather(store, wanted, sample_roster)).open
    assert placed.exposure.whole
    with pytest.raises(Refused, match="keeping-needs-reason"):
        commands.keep(store, sample.id, kept(placed, reason=" ", ground=Ground.NAMESAKE))
    with pytest.raises(Refused, match="kept-name-needs-ground"):
        commands.keep(store, sample.id, kept(placed, reason="she does not mind"))
    commands.keep(store, sample.id, kept(placed, reason="she does not mind", ground=Ground.FIGURE))
    assert look_at(gather(store, wanted, sample_roster)).open == (placed,)
    with pytest.raises(Refused, match="identity-in-brief"):
        prepare(gather(store, wanted, sample_roster))
    commands.undecide(store, documents.kept(store, sample.id)[0].id)
    namesake = kept(placed, reason="the author of the paper cited", ground=Ground.NAMESAKE)
    commands.keep(store, sample.id, namesake)
    (released,) = produce(
        prepare(gather(store, wanted, sample_roster)), tmp_path / "out", ("docx",)
    )
    assert released.evidence["decided"] == [["name", "namesake", 1]]
    assert name not in str(released)


def kept(placed: Placed, reason: str, ground: str = "") -> KeptPassage:
    return KeptPassage(
        id="", product=Product.MEETING_BRIEF, language="en", passage_kind=placed.exposure.kind,
        fingerprint=placed.fingerprint, words=placed.exposure.text, reason=reason,
        ground=ground,
    )  # fmt: skip
