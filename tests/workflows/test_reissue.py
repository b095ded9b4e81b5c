"""A pack that is released again: what the register keeps of it, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogueprep.domain.briefs.blocks import Audience, Heading, Product, lines_of, plain
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Roster
from dialogueprep.exchange.readback import body_text
from dialogueprep.store import dialogues, documents
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import FORMATS, Wanted, composed, gather, look_at, release


@pytest.fixture
def wanted(sample: Dialogue) -> Wanted:
    return Wanted(
        dialogue=sample.id, product=Product.BRIEFING_PACK, language="en", on=sample.first_day
    )


def come_late(store: Store, sample: Dialogue) -> None:
    with store.step("Change") as step:
        said = sample.practicalities.with_wording("en", "Come late.")
        dialogues.put(step, replace(sample, practicalities=said))


def headings(store: Store, wanted: Wanted, roster: Roster) -> list[str]:
    brief = composed(gather(store, wanted, roster))
    return [plain(b.line) for b in brief.blocks if isinstance(b, Heading)]


def test_the_first_pack_bears_no_mark_and_keeps_digests_but_no_words(
    store: Store, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    assert not any("since" in h for h in headings(store, wanted, sample_roster))
    release(store, wanted, ("pdf",), tmp_path, roster=sample_roster)
    (kept,) = documents.releases(store, wanted.dialogue)
    assert all(len(words) == 20 and int(words, 16) for _, words in kept.evidence["sections"])
    assert "Practical" not in str(kept.evidence)


def test_the_second_pack_marks_what_changed_in_both_files(
    store: Store, sample: Dialogue, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    release(store, wanted, ("pdf",), tmp_path, roster=sample_roster)
    come_late(store, sample)
    told = [h for h in headings(store, wanted, sample_roster) if "since" in h]
    assert told == ["Practical matters (changed since version 1)"]
    release(store, wanted, FORMATS, tmp_path, roster=sample_roster)
    word = body_text(tmp_path / "briefing-pack-en-v2.docx")
    assert body_text(tmp_path / "briefing-pack-en-v2.pdf") == word
    assert word.count("5 Practical matters (changed since version 1)") == 2  # contents, heading


def test_only_what_changed_can_be_handed_out_and_counts_as_the_next_version(
    store: Store, sample: Dialogue, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    release(store, wanted, ("pdf",), tmp_path, roster=sample_roster)
    come_late(store, sample)
    part = replace(wanted, changes_only=True)
    (made,) = release(store, part, ("docx",), tmp_path, roster=sample_roster)
    assert (made.file_name, made.number) == ("briefing-pack-en-v2-changes.docx", 2)
    lines = body_text(tmp_path / made.file_name)
    assert "Come late." in lines
    assert "Topic briefs" not in " ".join(lines)
    assert not any("since" in h for h in headings(store, wanted, sample_roster))


def test_it_is_refused_where_there_is_nothing_to_compare_with_or_nothing_changed(
    store: Store, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    part = replace(wanted, changes_only=True)
    with pytest.raises(Refused) as refusal:
        composed(gather(store, part, sample_roster))
    assert refusal.value.code == "pack-not-released"
    release(store, wanted, ("pdf",), tmp_path, roster=sample_roster)
    with pytest.raises(Refused) as refusal:
        composed(gather(store, part, sample_roster))
    assert refusal.value.code == "pack-unchanged"


def test_the_packs_of_other_readers_are_counted_and_compared_apart(
    store: Store, sample_roster: Roster, wanted: Wanted, tmp_path: Path
) -> None:
    release(store, wanted, ("pdf",), tmp_path, roster=sample_roster)
    other = replace(wanted, audience=Audience.OBSERVERS)
    (made,) = release(store, other, ("pdf",), tmp_path, roster=sample_roster)
    assert (made.file_name, made.number) == ("briefing-pack-en-observers.pdf", 1)


@pytest.mark.parametrize(
    ("audience", "language"),
    [
        (Audience.PARTICIPANTS, "en"),
        (Audience.PARTICIPANTS, "zh"),
        (Audience.OBSERVERS, "ja"),
        (Audience.CHAIR, "ko"),
    ],
)
def test_nothing_in_a_pack_of_the_sample_is_left_to_decide(
    store: Store, sample_roster: Roster, wanted: Wanted, audience: Audience, language
) -> None:
    it = replace(wanted, audience=audience, language=language)
    seen = look_at(gather(store, it, sample_roster))
    assert seen.open == ()
    assert any("Korea JoongAng Daily" in plain(x) for b in seen.brief.blocks for x in lines_of(b))
