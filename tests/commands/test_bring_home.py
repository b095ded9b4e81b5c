"""Findings come home once each, in all their languages, unrated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.commands import library_files
from dialogueprep.commands.bring_home import bring_home, came_home
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import SourceKind
from dialogueprep.store import agenda, dialogues, findings, library
from dialogueprep.store.workspace import Store


def test_findings_and_proposals_come_home_once_each(store: Store, sample: Dialogue) -> None:
    topic = library.topics(store)[0].id
    proposals = findings.proposals(store, sample.id)
    brought = (*findings.of_dialogue(store, sample.id), *proposals)
    before = library_files.whole(store)
    added = bring_home(store, sample, brought, topic=topic)
    assert len(added) == len(brought) > 0
    assert came_home(store, brought) == dict(zip((it.id for it in brought), added, strict=True))
    assert bring_home(store, sample, brought, topic=topic) == ()
    found = {r.id: r for r in library.recommendations(store)}
    sources = {s.id: s for s in library.sources(store)}
    for id_, it in zip(added, brought, strict=True):
        entry = found[id_]
        assert entry.texts == it.texts
        assert {t.language for t in entry.titles.entries} == {t.language for t in it.texts.entries}
        assert entry.ratings == ()
        (passage,) = entry.passages
        assert sources[passage.source].kind is SourceKind.DIALOGUE
    store.undo()
    assert library_files.whole(store) == before
    assert findings.of_dialogue(store, sample.id) == brought[: -len(proposals)]
    assert findings.proposals(store, sample.id) == proposals
    assert dialogues.read(store, sample.id) == sample


def test_a_finding_comes_under_the_topic_of_the_item_it_rests_on(
    store: Store, sample: Dialogue
) -> None:
    topics = {i.topic for i in agenda.of_dialogue(store, sample.id) if i.topic}
    every = findings.of_dialogue(store, sample.id)
    resting = [f for f in every if f.notes and not f.recommendation]
    (added,) = bring_home(store, sample, resting[:1], topic=None)
    entry = next(r for r in library.recommendations(store) if r.id == added)
    assert entry.topic in topics


def test_a_finding_that_rests_on_nothing_needs_a_topic(store: Store, sample: Dialogue) -> None:
    finding = replace(findings.of_dialogue(store, sample.id)[0], notes=(), recommendation=None)
    with pytest.raises(Refused, match="finding-without-topic"):
        bring_home(store, sample, [finding])
