"""What goes out is examined together with what is out, in every language, product and version."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogueprep.commands import documents as commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Keep, Level, Placed, Roster, may_keep
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.store import documents, findings
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, look_at, prepare, produce

PLACED = {
    "en": "A participant from Japan said that ports could tell of closures.",
    "zh": "来自日本的一位与会者表示，港口可以通报关闭。",
    "ja": "日本のある参加者は、港が閉鎖を知らせることができると述べた。",
    "ko": "일본의 한 참가자는 항만이 폐쇄를 알릴 수 있다고 말했다.",
}
OF_A_FIELD = {
    "en": "A business participant said that ports could tell of closures.",
    "zh": "一位工商界与会者表示，港口可以通报关闭。",
    "ja": "ある経済界の参加者は、港が閉鎖を知らせることができると述べた。",
    "ko": "한 경제계 참가자는 항만이 폐쇄를 알릴 수 있다고 말했다.",
}


def wanted(sample: Dialogue, language: Language, product: Product = Product.KEY_FINDINGS) -> Wanted:
    return Wanted(dialogue=sample.id, product=product, language=language, on=date(2026, 10, 30))


def write(store: Store, sample: Dialogue, language: Language, words: str, n: int = 0) -> None:
    found = findings.of_dialogue(store, sample.id)[n]
    told = replace(found, texts=found.texts.with_wording(language, words))
    finding_commands.change(store, told)


def only_in(store: Store, sample: Dialogue, language: Language, words: str) -> None:
    """Give the first finding these words and no other wording."""
    found = findings.of_dialogue(store, sample.id)[0]
    alone = replace(found, texts=type(found.texts)().with_wording(language, words))
    finding_commands.change(store, alone)


def leave(store: Store, sample: Dialogue, roster: Roster, language: Language, to: Path) -> None:
    it = prepare(gather(store, wanted(sample, language), roster))
    commands.register(store, sample.id, produce(it, to, ("docx",)))


def open_in(
    store: Store, sample: Dialogue, roster: Roster, language: Language
) -> tuple[Placed, ...]:
    return look_at(gather(store, wanted(sample, language), roster)).open


@pytest.mark.parametrize("first", ["en", "zh", "ja", "ko"])
@pytest.mark.parametrize("second", ["en", "ko"])
def test_a_delegation_in_one_and_a_field_in_another_language_are_too_few_together(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path, first: Language,
    second: Language,
) -> None:  # fmt: skip
    only_in(store, sample, second, OF_A_FIELD[second])
    assert open_in(store, sample, sample_roster, second) == ()
    only_in(store, sample, first, PLACED[first])
    leave(store, sample, sample_roster, first, tmp_path)
    only_in(store, sample, second, OF_A_FIELD[second])
    (placed,) = open_in(store, sample, sample_roster, second)
    it = placed.exposure
    assert it.level is Level.BLOCK
    called = f"Key findings, {LANGUAGE_NAMES[first]}, 2026-10-30"
    assert it.document == f"{called} (which tells of a participant from Japan)"
    assert it.k is not None and 0 < it.k < sample_roster.k
    assert not may_keep(it, Keep("it is somebody else"))
    with pytest.raises(Refused, match="identity-in-brief"):
        prepare(gather(store, wanted(sample, second), sample_roster))
    only_in(store, sample, second, OF_A_FIELD[second].replace(it.text, it.suggestion or ""))
    assert open_in(store, sample, sample_roster, second) == ()


def test_another_product_and_a_later_version_are_examined_with_it(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    only_in(store, sample, "en", PLACED["en"])
    leave(store, sample, sample_roster, "en", tmp_path)
    assert open_in(store, sample, sample_roster, "en") == ()
    only_in(store, sample, "en", OF_A_FIELD["en"])
    (again,) = open_in(store, sample, sample_roster, "en")
    assert again.exposure.document.startswith("Key findings, English, 2026-10-30 (")
    brief = wanted(sample, "en", Product.MEETING_BRIEF)
    found = look_at(gather(store, brief, sample_roster)).open
    assert {p.exposure.text for p in found} == {again.exposure.text}


def test_the_same_words_about_another_finding_are_not_put_together(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    only_in(store, sample, "en", PLACED["en"])
    leave(store, sample, sample_roster, "en", tmp_path)
    write(store, sample, "en", OF_A_FIELD["en"], n=1)
    assert open_in(store, sample, sample_roster, "en") == ()


def test_another_wording_that_has_not_left_warns(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    only_in(store, sample, "ja", PLACED["ja"])
    write(store, sample, "en", OF_A_FIELD["en"])
    (placed,) = open_in(store, sample, sample_roster, "en")
    assert placed.exposure.level is Level.WARN and placed.exposure.document.startswith("日本語 (")


def test_what_is_kept_of_a_release_is_predicates_and_no_words(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    only_in(store, sample, "en", PLACED["en"])
    leave(store, sample, sample_roster, "en", tmp_path)
    (released,) = documents.releases(store, sample.id)
    first = findings.of_dialogue(store, sample.id)[0]
    assert released.evidence["told"][first.id] == {"en": [{"territory": "JP"}]}
    assert released.evidence["together"] == [0, 0]
    assert "closures" not in json.dumps(dict(released.evidence))
    leave(store, sample, sample_roster, "en", tmp_path)
    assert documents.releases(store, sample.id)[0].evidence["together"] == [1, 0]


def test_a_release_of_an_older_version_counts_as_not_known(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    only_in(store, sample, "en", PLACED["en"])
    it = prepare(gather(store, wanted(sample, "en"), sample_roster))
    (released,) = produce(it, tmp_path, ("docx",))
    old = {name: fact for name, fact in released.evidence.items() if name != "told"}
    commands.register(store, sample.id, [replace(released, evidence=old)])
    only_in(store, sample, "en", OF_A_FIELD["en"])
    leave(store, sample, sample_roster, "en", tmp_path)
    assert documents.releases(store, sample.id)[0].evidence["together"] == [0, 1]


def test_two_languages_of_one_document_are_examined_together(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    only_in(store, sample, "en", PLACED["en"])
    write(store, sample, "zh", OF_A_FIELD["zh"])
    both = replace(wanted(sample, "en", Product.KEY_FINDINGS), second="zh")
    found = look_at(gather(store, both, sample_roster)).open
    assert {p.exposure.text for p in found} == {"A participant from Japan", "一位工商界与会者"}
    assert {p.exposure.level for p in found} == {Level.BLOCK}
    write(store, sample, "zh", PLACED["zh"])
    assert look_at(gather(store, both, sample_roster)).open == ()
