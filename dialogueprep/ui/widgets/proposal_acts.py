"""Keeps what is done to the recommendations of a round, and compares them with the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import findings as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Recommendation, RecommendationId
from dialogueprep.domain.notes import Proposal, Relation
from dialogueprep.domain.texts import Language
from dialogueprep.store import agenda, findings, library, search
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.proposal_table import ProposalTable
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.pick_entries import Offered

_MOST = 60


class ProposalActs:
    """Runs the commands behind the table of recommendations."""

    def __init__(self, session: Session, table: ProposalTable, over: QWidget) -> None:
        self._session, self._table, self._over = session, table, over
        table.changed.connect(self.change)
        table.moved.connect(self.move)
        table.removed.connect(self.remove)
        table.relation_chosen.connect(self.relate)
        table.library_wanted.connect(self.pick)

    def show(self, dialogue: Dialogue, language: Language) -> None:
        """Show the recommendations of a dialogue."""
        known = findings.proposals(self._session.store, dialogue.id)
        referred = [p.recommendation for p in known if p.recommendation]
        titles = {
            str(r.id): r.titles.best(theme.window_language())
            for r in library.recommendations_for(self._session.store, (), referred)
        }
        self._table.show_proposals(dialogue.id, known, language, titles)

    def change(self, proposal: Proposal) -> None:
        """Keep a changed recommendation, or add it."""
        verb = commands.change_proposal if proposal.id else commands.propose
        self._session.run(verb, proposal)

    def move(self, proposal: str, step: int) -> None:
        """Move a recommendation up (-1) or down (1)."""
        ids = [row.proposal.id for row in self._table.shown if row.proposal.id]
        at = next((n for n, each in enumerate(ids) if each == proposal), None)
        if at is None or not 0 <= at + step < len(ids):
            return
        ids.insert(at + step, ids.pop(at))
        self._session.run(commands.order_proposals, ids)

    def remove(self, proposal: str) -> None:
        """Remove a recommendation of the round."""
        ids = [row.proposal.id for row in self._table.shown]
        gone = next(each for each in ids if each == proposal)
        self._session.run(commands.remove_proposal, gone)
        self._session.say_removed(tr("Recommendation removed"))

    def relate(self, proposal: Proposal, relation: Relation | None) -> None:
        """Say how a recommendation stands to the library; ask to which one where none is known."""
        if relation in (None, Relation.NEW):
            self._session.run(commands.compare_proposal, proposal, relation, None)
        elif proposal.recommendation is not None:
            entry = proposal.recommendation
            self._session.run(commands.compare_proposal, proposal, relation, entry)
        else:
            self.pick(proposal, relation)

    def pick(self, proposal: Proposal, relation: Relation | None = None) -> None:
        """Ask which recommendation of the library it supports or revises."""
        from dialogueprep.ui.dialogs.pick_entries import PickEntries

        taken: list[RecommendationId] = []

        def take(key: str) -> str:
            taken.append(RecommendationId(key))
            dialog.accept()
            return ""

        title = tr("Compare with the library")
        hint = tr("Those of the agenda’s topics stand here; search for others of the library.")
        dialog = PickEntries(self._over, title, hint, self.find, take)
        dialog.exec()
        if taken:
            wanted = relation or proposal.relation
            if wanted in (None, Relation.NEW):
                wanted = Relation.SUPPORTS
            self._session.run(commands.compare_proposal, proposal, wanted, taken[0])
        elif (dialogue := self._session.open_dialogue()) is not None:
            self.show(dialogue, self._table.languages.value)

    def find(self, words: str) -> Offered:
        """Return the recommendations of the agenda's topics, or what the words find."""
        from dialogueprep.ui.dialogs.pick_entries import Offered

        found = self._found(words)
        topics = library.some_topics(self._session.store, {r.topic for r in found})
        titles = {t.id: t.titles.best(theme.window_language()) for t in topics.values()}
        return Offered([_row_of(r, titles.get(r.topic, "")) for r in found])

    def _found(self, words: str) -> list[Recommendation]:
        store, dialogue = self._session.store, self._session.dialogue
        if words:
            hits = search.find_forgiving(store, words, {"recommendation"}, _MOST).hits
            ids = [hit.id for hit in hits]
            found = {str(r.id): r for r in library.recommendations_for(store, (), ids)}
            return [found[each] for each in ids if each in found]
        items = agenda.of_dialogue(store, dialogue) if dialogue else ()
        topics = _each_once(i.topic for i in items if i.topic)
        on_table = _each_once(r for i in items for r in i.recommendations)
        return list(library.recommendations_for(store, topics, on_table))[:_MOST]


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _row_of(it: Recommendation, topic: str) -> RegisterRow:
    title = it.titles.best_text(theme.window_language())
    parts = [each for each in (topic, it.addressee, it.instrument) if each]
    return RegisterRow(
        it.id, title.wording, " · ".join(parts), "lightbulb", language=title.language
    )
