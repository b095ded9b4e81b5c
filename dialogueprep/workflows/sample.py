"""Putting what is shipped into a workspace: the library, and the invented sample dialogue."""

from __future__ import annotations

from dialogueprep import paths
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import library as library_commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.exchange.sample_reader import read_sample
from dialogueprep.store.workspace import Store


def put_in_library(store: Store) -> None:
    """Put the shipped library into a workspace."""
    shipped = read_library()
    library_commands.take_in_shipped(
        store,
        library_commands.Shipped(
            sources=shipped.sources,
            topics=shipped.topics,
            recommendations=shipped.recommendations,
            tags={tag.id: tag.labels for tag in shipped.tags},
        ),
    )


def put_in_sample(store: Store, *, held: bool = False) -> DialogueId:
    """Put the sample dialogue into a workspace and return its id there.

    ``held`` also says when its items began and how long they took; without it, their clocks can be
    tried.
    """
    sample = read_sample(paths.data() / "sample")
    return dialogue_commands.take_in(
        store,
        dialogue_commands.WholeDialogue(
            dialogue=sample.dialogue,
            series=sample.series,
            items=sample.held if held else sample.items,
            participations=sample.participations,
            attendances=sample.attendances,
            notes=sample.notes,
            findings=sample.findings,
            proposals=sample.proposals,
            statements=sample.statements,
            follow_ups=sample.follow_ups,
        ),
    )
