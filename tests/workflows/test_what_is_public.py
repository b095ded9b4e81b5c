"""What others can read already decides how grave an order of speaking is."""

from __future__ import annotations

from datetime import date

import pytest

from dialogueprep.commands import documents as commands
from dialogueprep.commands import published as register
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.gate import Level, Roster, examine_text
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.store import published
from dialogueprep.store.documents import Release
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.values import roster_of

OPENING = {
    "en": "The opening presentation named two conditions.",
    "zh": "开场报告提出了两个条件。",
    "ja": "冒頭の発表は二つの条件を挙げた。",
    "ko": "첫 발표는 두 가지 조건을 들었다.",
}
IN_THE_DISCUSSION = {
    "en": "The meeting ended with the last speaker.",
    "zh": "会议到最后一位发言者为止。",
    "ja": "会合は最後の発言者で終わった。",
    "ko": "회의는 마지막 발언자까지 이어졌다.",
}


def note(store: Store, sample: Dialogue, kind: PublicKind) -> None:
    entry = Published(id=PublishedId(""), dialogue=sample.id, kind=kind, place="example.org")
    register.add(store, entry)


def cleared(store: Store, sample: Dialogue) -> None:
    for entry in published.of_dialogue(store, sample.id):
        register.remove(store, entry.id)


def levels(text: str, roster: Roster) -> list[Level]:
    return [e.level for e in examine_text(text, roster)]


@pytest.fixture
def private(store: Store, sample: Dialogue) -> Roster:
    cleared(store, sample)
    return roster_of(store, sample.id)


def test_an_opening_presentation_warns_while_nothing_is_public(private: Roster) -> None:
    assert [levels(text, private) for text in OPENING.values()] == [[Level.WARN]] * 4


@pytest.mark.parametrize("kind", [PublicKind.PROGRAMME, PublicKind.KEYNOTE])
def test_it_identifies_once_the_programme_or_a_keynote_is_public(
    store: Store, sample: Dialogue, private: Roster, kind: PublicKind
) -> None:
    note(store, sample, kind)
    roster = roster_of(store, sample.id)
    texts = OPENING if kind is PublicKind.PROGRAMME else {k: OPENING[k] for k in ("en", "zh", "ja")}
    assert [levels(text, roster) for text in texts.values()] == [[Level.BLOCK]] * len(texts)
    assert [levels(t, roster) for t in IN_THE_DISCUSSION.values()] == [[Level.WARN]] * 4


def test_a_photo_says_nothing_of_an_order(store: Store, sample: Dialogue, private: Roster) -> None:
    note(store, sample, PublicKind.PHOTO)
    assert levels(OPENING["en"], roster_of(store, sample.id)) == [Level.WARN]


@pytest.mark.parametrize(("audience", "level"), [("public", "block"), ("participants", "warn")])
def test_a_programme_of_ours_counts_once_it_is_released_for_the_public(
    store: Store, sample: Dialogue, private: Roster, audience: str, level: str
) -> None:
    released = Release(
        product="programme", audience=audience, language="en", format="pdf", number=1,
        released_on=date(2026, 10, 1), file_name="programme-en.pdf", sha256="", evidence={},
    )  # fmt: skip
    commands.register(store, sample.id, [released])
    assert levels(OPENING["en"], roster_of(store, sample.id)) == [level]
