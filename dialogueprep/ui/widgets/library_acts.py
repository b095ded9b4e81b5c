"""What the library page does: ask for entries and ratings, write them, put topics on agendas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import bulk
from dialogueprep.commands import library as commands
from dialogueprep.domain.dialogue import Dialogue, ItemId
from dialogueprep.domain.library import Recommendation, Topic, TopicId
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.recommendation import RecommendationDialog
from dialogueprep.ui.dialogs.topic import TopicDialog
from dialogueprep.ui.large_steps import breathing
from dialogueprep.ui.models.library_facets import EntryRow
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.placing import put_on_agenda
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.rating_queue import rate_one
from dialogueprep.words import ntr, tr

MANY = 1000
"""Topics from which on it is asked before they are removed."""


class LibraryActs:
    """Runs the commands of the library; ``over`` is the widget that dialogs stand over."""

    def __init__(self, session: Session, over: QWidget, today: Callable[[], date]) -> None:
        self._session, self._over, self._today = session, over, today

    def add_topic(self, held: Holdings) -> TopicId | None:
        """Ask for a new topic and add it; return its id, None if given up."""
        asked = TopicDialog.ask(self._over, None, held.tags, held.formats)
        if asked is None:
            return None
        return self._session.run(
            commands.add_topic,
            asked.topic.titles,
            asked.topic.dimension,
            asked.topic.formats,
            asked.topic.questions,
            summaries=asked.topic.summaries,
            tags=asked.topic.tags,
            new_tags=asked.new_tags,
        )

    def edit(self, topic: Topic, held: Holdings) -> None:
        """Ask for changes of a topic and write them."""
        asked = TopicDialog.ask(self._over, topic, held.tags, held.formats)
        if asked is not None and asked.topic != topic:
            self._session.run(commands.change_topic, asked.topic, asked.new_tags)

    def rate(self, entry: Topic | Recommendation) -> None:
        """Ask for the ratings of an entry and write them."""
        rate_one(self._session, self._over, entry, self._today())

    def remove(self, row: EntryRow) -> None:
        """Remove a topic and offer Undo."""
        self._session.run(commands.remove_topic, row.id)
        self._session.say_removed(tr("Removed “{title}”", title=row.title))

    def remove_several(self, topics: Sequence[TopicId]) -> None:
        """Remove topics, but for those that a closed dialogue names, and offer Undo.

        Where they are very many, it is asked before, and said meanwhile how far it is.
        """
        if len(topics) >= MANY and not self._agreed(topics):
            return
        done = None
        self._session.flush.emit()
        words = ntr("Removing {n} topic", "Removing {n} topics", len(topics))
        with breathing(self._session.store, words):
            done = self._session.run(bulk.remove, topics)
        if done:
            n = len(done.gone)
            self._session.say_removed(ntr("Removed {n} topic", "Removed {n} topics", n))

    def _agreed(self, topics: Sequence[TopicId]) -> bool:
        from dialogueprep.ui.dialogs.confirm import Confirm
        from dialogueprep.ui.dialogs.several import of_removal

        plan = bulk.preview_removal(self._session.store, topics)
        title = ntr("Remove {n} topic", "Remove {n} topics", len(plan.gone))
        return Confirm.ask(self._over, title, of_removal(plan), title)

    def add_recommendation(self, topic: Topic, held: Holdings) -> None:
        """Ask for a recommendation under a topic and add it."""
        asked = RecommendationDialog.ask(self._over, None, topic, held.formats)
        if asked is not None:
            self._session.run(commands.add_recommendation, asked)

    def with_recommendation(
        self, what: str, it: Recommendation, topic: Topic, held: Holdings
    ) -> None:
        """Rate, remove or edit a recommendation."""
        if what == "rate":
            self.rate(it)
        elif what == "remove":
            self._session.run(commands.remove_recommendation, it.id)
            title = it.titles.best(theme.window_language())
            self._session.say_removed(tr("Removed “{title}”", title=title))
        else:
            asked = RecommendationDialog.ask(self._over, it, topic, held.formats)
            if asked is not None and asked != it:
                self._session.run(commands.change_recommendation, asked)

    def put_on_agenda(self, topic: Topic, dialogue: Dialogue, held: Holdings) -> ItemId | None:
        """Put a topic into the first item that waits for one, else where it first fits."""
        return put_on_agenda(self._session, topic, dialogue, held.of(topic.id))
