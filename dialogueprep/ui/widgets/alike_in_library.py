"""Which entries of the library say the same as the proposals of a report under review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogueprep.domain.library import Recommendation, SourceId, Topic
from dialogueprep.domain.likeness import Likeness, Saying
from dialogueprep.domain.review import Candidate, Review
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, rating_queue
from dialogueprep.ui import theme
from dialogueprep.ui.likeness_work import LookForPairs
from dialogueprep.ui.models.pair_queue import because
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.proposal_form import Alike
from dialogueprep.words import listed, tr
from dialogueprep.workflows.duplicates import beside_library

_MOST = 3
_REPORT = SourceId("this report")


class AlikeInLibrary(QObject):
    """Looks once a review is opened; ``found`` says that there is something to show."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work: LookForPairs | None = None
        self._known: dict[str, tuple[Likeness, ...]] = {}

    def look(self, review: Review) -> None:
        """Look for what the proposals of a review are like; an earlier search is given up."""
        self.stop()
        self._known = {}
        said = tuple(map(_saying, review.candidates))
        work = LookForPairs(
            self._session, self, lambda what, tick: beside_library(what, said, tick)
        )
        work.done.connect(lambda _what, found: self._on_done(work, found))
        work.failed.connect(self._session.fail)
        self._work = work
        work.start()

    def stop(self) -> None:
        """Give up a search that is under way."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def of(self, candidate: Candidate) -> list[Alike]:
        """Return the entries that a proposal is like, as the form shows them."""
        found = self._known.get(_name(candidate), ())[:_MOST]
        missing = [v for v in candidate.variants if v not in {it.other for it in found}]
        entries = rating_queue.entries(self._session.store, (*(it.other for it in found), *missing))
        reasons = {it.other: it for it in found}
        tags = library.tag_names(self._session.store) if found else {}
        language = theme.window_language()
        return [
            Alike(
                str(entry.id),
                self._line(entry),
                because(reasons[entry.id], tags, language) if entry.id in reasons else "",
            )
            for entry in entries
        ]

    def _line(self, entry: Topic | Recommendation) -> str:
        named = {s.id: s.publisher or s.title for s in library.sources(self._session.store)}
        sources = dict.fromkeys(named.get(p.source, "") for p in entry.passages)
        title = entry.titles.best(theme.window_language())
        where = listed(filter(None, sources))
        if not where:
            return tr("Alike “{title}” in the library", title=title)
        return tr("Alike “{title}” in the library, from {source}", title=title, source=where)

    def _on_done(self, work: LookForPairs, found: dict[str, tuple[Likeness, ...]]) -> None:
        if work is self._work and self._session.is_open:
            self._known = found
            self.found.emit()


def _name(candidate: Candidate) -> str:
    return f"proposal {candidate.id}"


def _saying(candidate: Candidate) -> Saying:
    language = candidate.titles.best_text("en").language
    return Saying(
        id=_name(candidate),
        titles=candidate.titles,
        body=Texts.of({language: candidate.text}),
        tags=candidate.tags,
        sources=frozenset({_REPORT}),
        topic=candidate.kind is Unit.TOPIC,
    )
