"""Commands in, news out."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from shared_key import KEY

from dialogueprep.commands import dialogues as commands
from dialogueprep.commands import workspace as workspace_commands
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.texts import Texts
from dialogueprep.store import workspace
from dialogueprep.store.workspace import Store
from dialogueprep.ui.session import Saving, Session


def test_a_refusal_is_said_and_nothing_comes_back(qtbot, empty_session: Session) -> None:
    def refuse(store: Store) -> int:
        raise Refused("last-key-holder")

    with qtbot.waitSignal(empty_session.notice) as said:
        assert empty_session.run(refuse) is None
    assert said.args[0]


def test_a_full_disk_is_said_until_something_is_saved(qtbot, empty_session: Session) -> None:
    def fail(store: Store) -> None:
        raise Trouble("disk-full", folder=store.folder)

    with qtbot.waitSignals([empty_session.trouble, empty_session.saving_changed]):
        empty_session.run(fail)
    assert empty_session.saving is Saving.FAILED
    empty_session.run(workspace_commands.rename, "Another name")
    assert empty_session.saving is Saving.SAVED


def test_a_mistake_of_the_program_is_not_hidden(empty_session: Session) -> None:
    def mistake(store: Store) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        empty_session.run(mistake)


def test_undo_flushes_first_and_goes_to_the_page_it_changes(qtbot, sample_session: Session) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    changed = replace(dialogue, names=Texts.of(en="Round 5, Otaru"))
    with qtbot.waitSignal(sample_session.changed) as news:
        sample_session.run(commands.change, changed)
    with qtbot.waitSignals([sample_session.flush, sample_session.changed]):
        sample_session.undo()
    assert news.args[0].touches("dialogues", "texts")
    again = sample_session.open_dialogue()
    assert again is not None
    assert again.names == dialogue.names


def test_a_removed_dialogue_is_no_longer_open(qtbot, sample_session: Session) -> None:
    dialogue = sample_session.dialogue
    assert dialogue is not None
    with qtbot.waitSignal(sample_session.dialogue_changed):
        sample_session.run(commands.remove, dialogue)
    assert sample_session.dialogue is None


def test_the_open_dialogue_is_open_again_next_time(sample_session: Session) -> None:
    dialogue = sample_session.dialogue
    sample_session.close()
    assert sample_session.machine.open_dialogues[str(sample_session.store.folder)] == dialogue


def test_a_session_that_nobody_holds_is_gone_with_its_timers(machine, tmp_path) -> None:
    store = workspace.create(tmp_path / "let go", KEY, "Test")
    session = Session(store, machine)
    store.on_change, store.on_copy, store.on_gone = print, print, print  # tells it nothing more
    left = weakref.ref(session)
    del session
    gc.collect()
    store.close()
    assert left() is None
