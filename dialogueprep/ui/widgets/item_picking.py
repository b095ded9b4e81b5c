"""Takes questions and recommendations of the library into the chosen agenda item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from dialogueprep.commands import agenda as commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Question, QuestionId
from dialogueprep.domain.library import Recommendation, RecommendationId, Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, library, search
from dialogueprep.store.step import new_id
from dialogueprep.ui import badges, theme
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.session import Session
from dialogueprep.words import ntr, tr

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.pick_entries import Offered
    from dialogueprep.ui.pages.agenda import AgendaPage

_MOST = 60


class ItemPicking:
    """Opens the two lists for the item that is chosen; each entry that is taken is one step."""

    def __init__(self, session: Session, page: AgendaPage) -> None:
        self._session, self._page = session, page
        page.inspector.recommendation_wanted.connect(self.recommendations)
        page.inspector.library_questions_wanted.connect(self.questions)
        acts = {"Ctrl+Shift+R": self.recommendations, "Ctrl+Shift+Q": self.questions}
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def recommendations(self) -> None:
        """Offer recommendations: the topic's own first, others by search."""
        if (item := self._chosen()) is None:
            return
        picking = RecommendationPicking(self._session, item)
        hint = tr("Those of its topic stand here; search for others of the library.")
        self._ask(tr("Put a recommendation on the table"), hint, picking)

    def questions(self) -> None:
        """Offer questions: the topic's own first, those of other topics by search."""
        if (item := self._chosen()) is None:
            return
        picking = QuestionPicking(self._session, item)
        hint = tr("Those of its topic stand here; search for other topics of the library.")
        self._ask(tr("Take a question from the library"), hint, picking)

    def _ask(self, title: str, hint: str, picking: RecommendationPicking | QuestionPicking) -> None:
        from dialogueprep.ui.dialogs.pick_entries import PickEntries

        PickEntries(self._page, title, hint, picking.find, picking.take).exec()

    def _chosen(self) -> AgendaItem | None:
        self._page.inspector.flush()
        block, dialogue = self._page.days.value(), self._session.open_dialogue()
        if block is None or dialogue is None or not block.item.kind.has_terms:
            return None
        return agenda.read(self._session.store, block.item.id)


class RecommendationPicking:
    """Finds recommendations that may be offered to the dialogue and are not on the table yet."""

    def __init__(self, session: Session, item: AgendaItem) -> None:
        self._session, self._item = session, item.id

    def find(self, words: str) -> Offered:
        """Return those of the topic, or what the words find."""
        from dialogueprep.ui.dialogs.pick_entries import Offered

        store, item, dialogue = self._session.store, self._now(), _dialogue(self._session)
        found = self._found(words, item)
        fitting = [r for r in found if r.offered(dialogue.ceiling, dialogue.table)]
        kept = len(found) - len(fitting)
        note = ntr("{n} is kept back: unrated, above the ceiling, or for another table",
                   "{n} are kept back: unrated, above the ceiling, or for another table",
                   kept)  # fmt: skip
        titles = {t.id: t for t in library.some_topics(store, {r.topic for r in fitting}).values()}
        rows = [_row_of(r, titles.get(r.topic)) for r in fitting]
        return Offered(rows, note if kept else "")

    def take(self, key: str) -> str:
        """Put a recommendation on the table."""
        item, chosen = self._now(), RecommendationId(key)
        (known,) = library.recommendations_for(self._session.store, (), (chosen,))
        title = known.titles.best(theme.window_language())
        changed = replace(item, recommendations=(*item.recommendations, chosen))
        label = tr("Put “{title}” on the table", title=title)
        self._session.run(commands.change_item, changed, label)
        return tr("“{title}” is on the table.", title=title)

    def _found(self, words: str, item: AgendaItem) -> list[Recommendation]:
        store = self._session.store
        if not words:
            known = library.recommendations_for(store, (item.topic,) if item.topic else (), ())
            mine = [r for r in known if r.topic == item.topic]
        else:
            hits = search.find_forgiving(store, words, {"recommendation"}, _MOST).hits
            found = {r.id: r for r in library.recommendations_for(store, (), [h.id for h in hits])}
            mine = [found[RecommendationId(h.id)] for h in hits if h.id in found]
        return [r for r in mine if r.id not in item.recommendations]

    def _now(self) -> AgendaItem:
        return agenda.read(self._session.store, ItemId(self._item))


class QuestionPicking:
    """Finds guiding questions of topics that the item does not ask yet."""

    def __init__(self, session: Session, item: AgendaItem) -> None:
        self._session, self._item = session, item.id

    def find(self, words: str) -> Offered:
        """Return the questions of the item's topic, or of the topics that the words find."""
        from dialogueprep.ui.dialogs.pick_entries import Offered

        language = theme.window_language()
        rows = [
            RegisterRow(
                key=f"{topic.id} {number}",
                words=question.best(language),
                below=topic.titles.best(language),
                sign="circle-question-mark",
                language=question.best_text(language).language,
            )
            for topic, number, question in self._found(words)
        ]
        return Offered(rows)

    def take(self, key: str) -> str:
        """Ask a question at the item too; it is the item's own from then on."""
        topic, _, number = key.partition(" ")
        known = library.some_topics(self._session.store, (topic,))
        texts = next(iter(known.values())).questions[int(number)]
        item = agenda.read(self._session.store, self._item)
        question = Question(id=QuestionId(new_id()), texts=texts)
        label = tr("Take question “{words}”", words=texts.best(theme.window_language()))
        changed = replace(item, questions=(*item.questions, question))
        self._session.run(commands.change_item, changed, label)
        return tr("The question was added.")

    def _found(self, words: str) -> Iterator[tuple[Topic, int, Texts]]:
        item = agenda.read(self._session.store, self._item)
        asked = {text.wording for q in item.questions for text in q.texts.entries}
        for topic in self._topics(words, item):
            for number, question in enumerate(topic.questions):
                if not asked.intersection(text.wording for text in question.entries):
                    yield topic, number, question

    def _topics(self, words: str, item: AgendaItem) -> Sequence[Topic]:
        ids: Sequence[str] = (item.topic,) if item.topic else ()
        if words:
            hits = search.find_forgiving(self._session.store, words, {"topic"}, _MOST).hits
            ids = [hit.id for hit in hits]
        found: dict[str, Topic] = {**library.some_topics(self._session.store, ids)}
        return [found[each] for each in ids if each in found]


def _row_of(it: Recommendation, topic: Topic | None) -> RegisterRow:
    language = theme.window_language()
    title = it.titles.best_text(language)
    parts = [topic.titles.best(language)] if topic else []
    parts += [tr(wording.of(it.maturity))] if it.maturity else []
    parts.append(tr("sensitivity {level}", level=badges.level_word(it.sensitivity)))
    return RegisterRow(
        it.id, title.wording, " · ".join(parts), "lightbulb", language=title.language
    )


def _dialogue(session: Session) -> Dialogue:
    found = session.open_dialogue()
    if found is None:
        raise LookupError("no dialogue is open")
    return found
