"""What names a participant stays with its dialogue; the rest comes home once, without support."""

from __future__ import annotations

import pytest

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.commands import library_files
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Recommendation
from dialogueprep.domain.notes import Column, Finding
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues, findings, library, people
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import homecoming
from dialogueprep.workflows.homecoming import Homecoming


def of(store: Store, dialogue: Dialogue) -> dict[str, Homecoming]:
    return {each.it.id: each for each in homecoming.look(store, dialogue).found}


def entry(store: Store, id_: str) -> Recommendation:
    return next(r for r in library.recommendations(store) if r.id == id_)


def name_of_somebody(store: Store, dialogue: Dialogue) -> str:
    name = people.participations(store, dialogue.id)[0].person.name
    return f"{name.family} {name.given}"


def test_what_is_likely_comes_home_in_one_step_and_nothing_internal_with_it(
    store: Store, sample: Dialogue
) -> None:
    before = library_files.whole(store)
    likely = [h for h in of(store, sample).values() if h.likely and h.topic]
    under = {h.it.id: h.topic for h in likely if h.topic}
    added = homecoming.bring(store, sample, under)
    assert len(added) == len(likely) > 2
    supports = {f.support.value for f in findings.of_dialogue(store, sample.id) if f.support}
    for id_ in added:
        it = entry(store, id_)
        assert (it.ratings, it.support_as_printed, it.maturity) == ((), None, None)
        assert [p.text for p in it.passages] == [None]
        assert not supports & {w.wording for w in it.texts.entries}
        assert not it.offered(5, sample.table)
    store.undo()
    assert library_files.whole(store) == before


def test_what_came_home_is_known_and_not_brought_again(store: Store, sample: Dialogue) -> None:
    one = next(h for h in of(store, sample).values() if h.likely and h.topic)
    assert one.topic
    (added,) = homecoming.bring(store, sample, {one.it.id: one.topic})
    again = of(store, sample)[one.it.id]
    assert (again.home, again.may_come) == (added, False)
    assert homecoming.bring(store, sample, {one.it.id: one.topic}) == ()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_text_that_names_a_participant_in_any_language_does_not_come(
    store: Store, sample: Dialogue, language: str
) -> None:
    name = name_of_somebody(store, sample)
    wordings = {"en": "Ports share plans.", "ko": "항만은 계획을 공유한다.", language: f"{name} 1."}
    texts = Texts.of(wordings)
    added = finding_commands.add(store, sample.id, Column.CONVERGENT, texts)
    found = of(store, sample)[added]
    assert found.identifies
    assert not found.may_come
    topic = library.topics(store)[0].id
    with pytest.raises(Refused, match="finding-identifies"):
        homecoming.bring(store, sample, {added: topic})
    assert not [r for r in library.recommendations(store) if r.texts == texts]


def test_a_finding_like_an_entry_is_told_of_it(store: Store, sample: Dialogue) -> None:
    known = next(r for r in library.recommendations(store) if of_agenda(store, sample, r))
    texts = Texts.of(en=known.texts.best("en"))
    added = finding_commands.add(store, sample.id, Column.CONVERGENT, texts)
    found = of(store, sample)[added]
    assert known in found.like
    assert not found.likely
    assert found.may_come


def of_agenda(store: Store, dialogue: Dialogue, it: Recommendation) -> bool:
    topics = {t.id for t in homecoming.look(store, dialogue).topics}
    return it.topic in topics and len(it.texts.best("en").split()) > 6


def test_what_parted_the_room_is_not_proposed_first(store: Store, sample: Dialogue) -> None:
    found = [h for h in of(store, sample).values() if isinstance(h.it, Finding)]
    apart = [h for h in found if h.it.column in (Column.DIVERGENT, Column.UNRESOLVED)]
    assert apart
    assert not any(h.likely for h in apart)


def test_nothing_comes_home_before_the_drafting(store: Store, sample: Dialogue) -> None:
    one = next(h for h in of(store, sample).values() if h.likely and h.topic)
    assert one.topic
    dialogue_commands.move_to(store, sample, Phase.IN_SESSION)
    early = dialogues.read(store, sample.id)
    with pytest.raises(Refused, match="not-drafted-yet"):
        homecoming.bring(store, early, {one.it.id: one.topic})


def test_findings_of_a_closed_dialogue_come_home_and_go_back(
    store: Store, sample: Dialogue
) -> None:
    one = next(h for h in of(store, sample).values() if h.likely and h.topic)
    assert one.topic
    dialogue_commands.move_to(store, sample, Phase.CLOSED)
    closed = dialogues.read(store, sample.id)
    before = findings.of_dialogue(store, sample.id)
    assert homecoming.bring(store, closed, {one.it.id: one.topic})
    store.undo()
    assert one.it.id not in [h.it.id for h in of(store, closed).values() if h.home]
    assert findings.of_dialogue(store, sample.id) == before
