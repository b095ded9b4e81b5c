"""Seeking in the library: what is asked for in search field, matrix and facets, and what is shown.

A keystroke shows the best matches at once. What may follow a moment later does: all matches, the
counts, and what the list's current topic is in detail.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dialogueprep.commands.library_searches import remove as remove_search
from dialogueprep.commands.library_searches import save as save_search
from dialogueprep.commands.library_searches import saved as saved_searches
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.query import Query, as_typed, parse
from dialogueprep.store.library_listing import Listing, Sorting
from dialogueprep.store.library_search import (
    FoundTopics,
    best_topics,
    excludes_most,
    topic_numbers,
    topics_in_slices,
)
from dialogueprep.store.marks import Bits, bits_of, bits_of_flags
from dialogueprep.store.matches import holder
from dialogueprep.store.search import prepare
from dialogueprep.ui.models.library_facets import EntryRow, Facets, Group, Order
from dialogueprep.ui.models.library_holdings import Holdings, Rows
from dialogueprep.ui.models.library_sifting import Sifted, fitting, sift
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.library_facets import FacetsPanel
from dialogueprep.ui.widgets.topic_list import TopicList

FIRST = 200
"""How many entries are sought at a keystroke; a list on a screen shows some twenty topics."""
_ENOUGH = 40  # topics that fill any screen
_QUIET = 150  # ms without a keystroke, until what may follow later does
_PAUSE = 120  # ms more, until the topic beside the list is shown: who types on looks elsewhere
_BETWEEN = 12  # ms between slices of reading
_SLICE = 0.008  # seconds of reading at a time
_FEW = 2000  # topics, up to which tags and sources are read along


class LibraryBrowser(QObject):
    """``shown`` says that another topic may be the current one; its row is `row`."""

    shown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        session.searchable.connect(self.again)
        self.facets = Facets()
        self.held = Holdings()
        self.sifted = Sifted()
        self.panel = FacetsPanel()
        self.topics = TopicList()
        self._order: Sorting = "sensitivity"
        self._by_match = True
        self._found: Bits = 0
        self._best: list[int] = []
        """Positions of the best matches, the best first."""
        self._complete = True
        self._query = Query()
        """What is sought, its errors of typing forgiven."""
        self._all: Iterator[bool] | None = None
        """All matches, while they are sought in slices."""
        self._filling = False
        self._has_tags = True
        self._steps: list[tuple[int, Callable[[], bool | None]]] = []
        """What follows: so many ms after the last, so that a key that comes between is heard.

        A step that returns True goes on in the next turn.
        """
        self._numbers: tuple[object, int, list[int]] = None, 0, []
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._take_step)
        self._reading = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._reading.timeout.connect(self._read_on)
        self._connect()

    def _connect(self) -> None:
        self.panel.changed.connect(self._ask_of_panel)
        self.panel.saved.chosen.connect(self.topics.search.setText)
        self.panel.saved.removed.connect(lambda name: self._session.run(remove_search, name))
        self.panel.saved.wanted.connect(self.save_search)
        self.topics.searched.connect(self._search)
        self.topics.ordered.connect(self._set_order)
        self.topics.cleared.connect(self.clear)
        self.topics.list.chosen.connect(lambda _row: self._on_chosen())

    @property
    def row(self) -> EntryRow | None:
        """The row that is current in the list."""
        return self.topics.list.value() if len(self.topics.rows) else None

    def refresh(self, held: Holdings) -> None:
        """Show what the library holds now."""
        self.held = held
        few = len(held) <= _FEW
        self._has_tags = held.listing is not None and held.listing.finish(None if few else 0)
        if self.facets.query:
            self._seek(self.facets.query)
            self._seek_all()
        self._show()
        self._finish()

    def again(self) -> None:
        """Seek again, since more of the library has been read."""
        if self.facets.query:
            self._seek(self.facets.query)
            self._show()
            self._follow()

    def ask(self, facets: Facets) -> None:
        """Show what these facets let through."""
        self.facets = facets
        if not facets.query:
            self._complete, self._all = True, None
        self._show()
        self._show_counts()
        self._follow(pause=0)

    def _ask_of_panel(self, facets: Facets) -> None:
        # What is typed is not the panel's: it may have been told of an earlier query only.
        self.ask(replace(facets, query=self.facets.query, meant=self.facets.meant))

    def clear(self, group: Group | None) -> None:
        """Clear one group, or all that is asked for."""
        facets = self.facets.without(group) if group else Facets()
        if not facets.query and self.topics.search.text():
            self.topics.search.blockSignals(True)
            self.topics.search.clear()
            self.topics.search.blockSignals(False)
        lost = self.topics.no_hit.isVisible()
        self.ask(facets)
        if lost:
            self.topics.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, topic: TopicId) -> None:
        """Make a topic the current one, if need be by clearing what hides it."""
        if not self.topics.list.choose(topic):
            self.clear(None)
            self.topics.list.choose(topic)

    def settle(self) -> None:
        """Show now what would follow a moment later."""
        self._later.stop()
        if not self._session.is_open:
            return
        if self.held.listing:
            self.held.listing.finish()
        self._finish()

    def _follow(self, pause: int = _PAUSE) -> None:
        """Let follow, a moment later, what a keystroke does not wait for."""
        self._steps = [
            (_QUIET, self._complete_list),
            (0, self._show_counts),
            (pause, self._tell_shown),
        ]
        self._later.start(_QUIET)

    def _take_step(self) -> None:
        if not self._steps or not self._session.is_open:
            return
        if self._steps[0][1]():
            self._later.start(0)
            return
        self._steps.pop(0)
        if self._steps:
            self._later.start(self._steps[0][0])

    def _finish(self) -> None:
        """Do at once all that would follow."""
        self._later.stop()
        self._steps = []
        if self._session.is_open:
            while self._complete_list():
                pass
            self._show_counts()
            self._tell_shown()

    def _complete_list(self) -> bool:
        """Go on seeking all matches, then show them; return whether there is more to do."""
        if not self._complete:
            self._all = self._all or self._seeking_all()
        if self._all is not None:
            if next(self._all, False):
                return True
            self._all = None
            self._show()
        self._show_head()
        return False

    def _tell_shown(self) -> None:
        self.shown.emit()
        self._reading.start()

    def _read_on(self) -> None:
        """Read tags and sources while nothing else is to be done."""
        listing = self.held.listing
        if listing is None or not self._session.is_open:
            return
        prepare()
        if self._has_tags:
            return
        self._has_tags = listing.finish(_SLICE)
        if not self._has_tags:
            self._reading.start()
            return
        self.held.name_again()
        self._show_counts()

    # seeking ----------------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        self._session.let_read_later()
        query = typed.strip()
        if not parse(query):
            self._by_match = True
            self.facets = self.facets.without("search")
            self._complete, self._all = True, None
            self._show(anew=True)
        else:
            self._seek(query)
            self._show(anew=True)
            if not self._complete and len(self.sifted) < _ENOUGH:
                self._seek_all()
                self._show(anew=True)
        if not len(self.sifted):
            self._show_counts()
        self._follow()

    def _seek(self, query: str) -> None:
        """Find the best matches; where there are no more of them, that is all."""
        listing = self.held.listing
        if listing is None:
            return
        result = best_topics(self._session.store, query, FIRST)
        known = map(listing.position.get, result.topics)
        best = [at for at in known if at is not None]
        self._found = bits_of(best, len(listing.ids))
        if result.query.conditions:
            self._found &= fitting(listing.marks, result.query)
            best = [at for at in best if self._found >> at & 1]
        holds = holder(result.query.shown)
        self._best = sorted(best, key=lambda at: not any(map(holds, listing.names[at])))
        self._complete, self._all, self._query = result.whole, None, result.query
        self.facets = replace(self.facets, query=query, meant=as_typed(result.query))

    def _seek_all(self) -> None:
        if not self._complete:
            deque(self._seeking_all(), 0)

    def _seeking_all(self) -> Iterator[bool]:
        """Find all matches in slices; yield True after each."""
        listing, numbers = self.held.listing, set[int]()
        if listing is None:
            return
        for some in topics_in_slices(self._session.store, self._query):
            numbers |= some
            yield True
        self._numbers_of(listing)
        yield True
        self._found = self._fitting(FoundTopics(numbers, query=self._query), listing)
        self._complete = True
        yield True

    def _fitting(self, found: FoundTopics, listing: Listing) -> Bits:
        """Return the topics that are found and that themselves meet what is asked of ratings."""
        numbers = self._numbers_of(listing)
        there = bits_of_flags(bytes(map(found.numbers.__contains__, numbers)))
        there = listing.marks.there if found.everything else there
        return there & fitting(listing.marks, found.query)

    def _numbers_of(self, listing: Listing) -> list[int]:
        """Return the number of each topic in the search index, by positions; -1: none yet."""
        known = topic_numbers(self._session.store)
        ids, count, numbers = self._numbers
        if ids is not listing.ids or count != len(known) or len(numbers) != len(listing.ids):
            numbers = [known.get(topic, -1) for topic in listing.ids]
            self._numbers = listing.ids, len(known), numbers
        return numbers

    @property
    def _can_match(self) -> bool:
        """Whether something is sought by words, so that one topic fits better than another."""
        query = parse(self.facets.query)
        return bool(query.words or query.phrases)

    @property
    def order(self) -> Order:
        """The order of the list."""
        return "match" if self._by_match and self._can_match else self._order

    def _set_order(self, order: Order) -> None:
        self._by_match = order == "match"
        if order != "match":
            self._order = order
        self._show(anew=True)
        self._follow(pause=0)

    # showing ----------------------------------------------------------------------------------

    def _show(self, *, anew: bool = False) -> None:
        listing = self.held.listing
        if listing is None:
            return
        here = self.held.dialogue.id if self.held.dialogue else None
        self.sifted = sift(listing.marks, self.facets, here, self._found)
        self._filling = True
        rows = Rows(self.held, self._ordered(self.sifted.there))
        self.topics.show_order(self.order, self._can_match)
        self.topics.show_rows(rows, self.facets, anew=anew)
        seeking = bool(self.facets.query)
        hasty = self._session.store.index.hasty and not self._says_reading
        self.topics.incomplete.setVisible(seeking and hasty)
        self._filling = False

    def _ordered(self, there: Bits) -> list[int]:
        listing = self.held.listing
        if listing is None:
            return []
        if self.order != "match":
            return listing.sorted(there, self._order)
        best = [at for at in self._best if there >> at & 1]
        if len(best) == there.bit_count():
            return best
        first = bits_of(best, len(listing.ids))
        return [*best, *listing.sorted(there & ~first, self._order)]

    def _show_counts(self) -> None:
        self.panel.show_facets(self.facets, self.sifted, self.held)
        self.panel.saved.show_searches(saved_searches(self._session.store), self.facets.query)
        self._show_head()

    def _show_head(self) -> None:
        self.topics.show_counts(len(self.held), self.sifted)
        if self._says_reading:
            self.topics.no_hit.show_reading()
        elif not len(self.sifted) and self.sifted.excludes_most == "search":
            self._say_condition()

    @property
    def _says_reading(self) -> bool:
        """Whether nothing was found in what is read so far: that is said in place of the list."""
        hasty = self._session.store.index.hasty and not len(self.sifted)
        return hasty and self.sifted.excludes_most == "search"

    def _say_condition(self) -> None:
        """Say which condition of the query keeps most topics away."""
        listing = self.held.listing
        if listing is None:
            return
        beside = self.sifted.beside.get("search", listing.marks.there)

        def count(found: FoundTopics) -> int:
            return (self._fitting(found, listing) & beside).bit_count()

        if most := excludes_most(self._session.store, parse(self.facets.query), count):
            self.topics.no_hit.show_condition(most.condition.typed, most.left)

    @property
    def can_save(self) -> bool:
        """Whether what is typed is a search that is not saved yet."""
        query = self.facets.query
        return bool(query) and all(it.query != query for it in saved_searches(self._session.store))

    def save_search(self) -> None:
        """Save what is typed under its own words."""
        self._session.run(save_search, self.facets.query, self.facets.query)

    def _on_chosen(self) -> None:
        if self._filling:
            return
        if not self.topics.list.by_key:
            self.shown.emit()
        elif self._steps:
            self._follow(pause=0)
        else:
            self._steps = [(_QUIET, self._tell_shown)]
            self._later.start(_QUIET)
