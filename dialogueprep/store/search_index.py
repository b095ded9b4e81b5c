"""The words of a workspace, in two parts: the library's, and all others.

What is said in dialogues, and who takes part, is indexed in memory only: a copy of such words on
the disk would have to be struck, swept and backed up like the words themselves. The words of a
large library go to a file (`search_file`), so that they are not read again at each start.

A part is read in slices when the program has nothing else to do, or in one go when something is
searched before; what a step, an undo or a redo touched is read again before the next search. So
it can only say what the content says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import TopicId
from dialogueprep.store import driver, search_file
from dialogueprep.store.driver import Database, DriverError, run
from dialogueprep.store.near_words import Vocabulary
from dialogueprep.store.search_file import LibraryFile
from dialogueprep.store.search_part import Names, Opened, Part, touched
from dialogueprep.store.search_words import Hit, Words
from dialogueprep.store.searched import ENTRIES, KINDS, LIBRARY, READINGS

Changed = Iterable[tuple[str, str, Mapping[str, object]]]
Answer = TypeVar("Answer")
FILED_FROM = 2000
"""How many topics and recommendations a library has whose words are kept in a file."""
_AT_MOST = 10_000  # changes; of a step with more no mark says what it touched
_AT_ONCE = 0.5  # seconds in which what is asked belongs to one search


class Index:
    """The words of a workspace. ``filed_from`` may be set until something is searched.

    ``patience`` says how many seconds a search of a library with a file reads on where not all
    is read yet; then it answers from what is there, and ``hasty`` is set. None: until all is
    read.
    """

    def __init__(self, db: Database, folder: Path | None = None) -> None:
        self._db = db
        self._file = LibraryFile(db, folder / search_file.FILE) if folder else None
        self.filed_from = FILED_FROM
        self.patience: float | None = None
        self.hasty = False
        self._gave_up = -_AT_ONCE
        self._fell_back = False  # to memory, although the library is large
        self._library = Part(db, LIBRARY, self._open_library, self._settle_library)
        others = tuple(kind for kind in KINDS if kind not in LIBRARY)
        self._others = Part(db, others, _in_memory, Words.commit)
        self._parts = (self._library, self._others)

    @property
    def revision(self) -> int:
        """A number that differs after each change of what can be found."""
        return sum(part.revision for part in self._parts)

    @property
    def whole(self) -> bool:
        """Whether all that the library says can be found."""
        return self._library.whole

    @property
    def names(self) -> Names:
        """What tags, sources and formats are called."""
        return self._ask(self._library, lambda _: self._library.names)

    @property
    def library(self) -> Words:
        """The documents of the library, for a raw query."""
        return self._library.words

    def mark(self, changed: Changed) -> None:
        """Note in the open transaction, for the next session, that rows change."""
        if self._file is None:
            return
        ours = list(islice((each for each in changed if _may_be_in_library(*each)), _AT_MOST))
        self._file.mark(touched(ours) if len(ours) < _AT_MOST else None)

    def touch(self, changed: Changed) -> None:
        """Note that rows changed: table, id, and the row as it was (empty if new)."""
        what = touched(changed)
        for part in self._parts:
            part.touch(what)
            if part.is_outdated:
                self._drop(part)

    def discard(self) -> None:
        """Forget what was read inside a step that has been taken back."""
        for part in self._parts:
            part.discard()

    def hits(self, asked: str, kinds: Collection[str] | None = None, limit: int = -1) -> list[Hit]:
        """Return what an FTS5 expression finds, best first."""
        if not asked:
            return []
        found: list[Hit] = []
        for part in self._parts:
            wanted = [kind for kind in part.kinds if kinds is None or kind in kinds]
            if wanted:
                found += self._ask(part, lambda w, k=wanted: w.hits(asked, k, limit))
        return sorted(found)[: limit if limit >= 0 else None]

    def entries(self, asked: str, limit: int) -> tuple[list[str], list[TopicId]]:
        """Return the ids of the entries found, best first, and their topics, each once."""
        if not asked:
            return [], []
        return self._ask(self._library, lambda w: w.entries(asked, limit))

    def best_topics(self, asked: str, limit: int) -> tuple[list[TopicId], int]:
        """Return the topics of the best entries found, and how many these entries are."""
        if not asked:
            return [], 0
        return self._ask(self._library, lambda w: w.best_topics(asked, limit))

    def topics(self, asked: str) -> set[int]:
        """Return the numbers of the topics that an expression finds, alone or by their parts."""
        return self._ask(self._library, lambda w: w.topics(asked, ENTRIES)) if asked else set()

    def topics_in_slices(self, asked: str) -> Iterator[set[int]]:
        """Yield what `topics` returns, some at a time."""
        last = -1
        while asked:
            numbers, last = self._ask(
                self._library, lambda w, after=last: w.topics_after(asked, ENTRIES, after)
            )
            yield numbers
            if last < 0:
                return

    def holds(self, asked: str) -> bool:
        """Return whether an FTS5 expression finds a topic or a recommendation."""
        return bool(asked) and self._ask(self._library, lambda w: w.any(asked, ENTRIES))

    def topic_numbers(self) -> Mapping[str, int]:
        """Return the number of each topic, which it keeps."""
        return self._ask(self._library, Words.topic_numbers)

    def terms(self, kinds: Collection[str] | None = None) -> Vocabulary:
        """Return the Latin words of four letters and more, as the index keeps them."""
        parts = [p for p in self._parts if kinds is None or set(p.kinds) & set(kinds)]
        found = [self._ask(part, lambda _, p=part: p.terms()) for part in parts]
        if len(found) == 1:
            return found[0]
        return Vocabulary(sorted({word for each in found for word in each.words}))

    def catch_up(self, seconds: float | None = None) -> bool:
        """Read what is not in the index yet, for so long at most; return whether all is read."""
        until = None if seconds is None else perf_counter() + seconds
        return all([self._read(part, until) for part in self._parts])

    def tidy(self, seconds: float) -> bool:
        """Do for so long what is better done before it is needed; return whether all is done.

        That is little, except where the library is so large that its words are kept in a file.
        """
        until = perf_counter() + seconds
        try:
            if not self._library.is_open and not self._is_large():
                return True
            if not self._reads_ahead:
                return True
            return (
                self._read(self._library, until)
                and self._library.sweep(until)
                and self._library.words.read_ahead(until)
                and self._library.read_terms(until)
            )
        except (DriverError, Trouble):  # it is told when something is searched
            return True

    def close(self) -> None:
        """Leave the file, or delete it if words that were removed may still stand in it."""
        if self._library.is_open and self._library.words.unswept and self._file is not None:
            self._file.drop(self._library.words)
        for part in self._parts:
            part.forget()

    def sweep(self) -> None:
        """Leave no trace of what was removed."""
        self._drop(self._library)

    def forget_dialogues(self) -> None:
        """Let go of what was read of dialogues and people; it is read again when searched."""
        self._drop(self._others)

    def _drop(self, part: Part) -> None:
        if part is self._library and self._file is not None:
            self._file.drop(part.words if part.is_open else None)
        part.forget()

    def _ask(self, part: Part, question: Callable[[Words], Answer]) -> Answer:
        if not self._read(part, self._deadline(part)):
            self.hasty = True
            self._gave_up = perf_counter()
        try:
            return question(part.words)
        except (DriverError, Trouble):
            self._fall_back(part)
            self._read(part, None)
            return question(part.words)

    @property
    def _reads_ahead(self) -> bool:
        return self._library.words.kept or self._fell_back

    def _deadline(self, part: Part) -> float | None:
        """Return until when a search reads on; one asks several things, and waits once."""
        if self.patience is None or part is not self._library or not self._reads_ahead:
            return None
        now = perf_counter()
        return now if now - self._gave_up < _AT_ONCE else now + self.patience

    def _read(self, part: Part, until: float | None) -> bool:
        try:
            return part.catch_up(until)
        except (DriverError, Trouble):
            if not self._fall_back(part):
                raise
            return part.catch_up(until)

    def _fall_back(self, part: Part) -> bool:
        """Go on in memory where the file fails; return whether that may help."""
        if part is not self._library or self._file is None or not part.words.kept:
            return False
        self._file.drop(part.words)
        self._file = None
        self._fell_back = True
        part.forget()
        return True

    def _open_library(self) -> Opened:
        # Inside a step nothing can be said of what the database will hold after it.
        if self._file is None or self._db.conn.in_transaction:
            return _in_memory()
        if opened := self._file.open():
            return opened
        if not self._is_large():
            return _in_memory()
        words = self._file.make()
        self._fell_back = words is None
        return (words, None) if words else _in_memory()

    def _settle_library(self, words: Words) -> None:
        if self._file is not None and words.kept:
            self._file.settle(words)
        else:
            words.commit()

    def _is_large(self) -> bool:
        if self._file is None:
            return False
        sql = "SELECT (SELECT count(*) FROM topics) + (SELECT count(*) FROM recommendations)"
        return run(self._db, sql)[0][0] >= self.filed_from


def _may_be_in_library(table: str, _row: str, before: Mapping[str, object]) -> bool:
    reading = READINGS.get(table)
    if reading is None:
        return False
    if table == "texts":  # of a new one, only its row says whose it is
        return not before or any(kind in LIBRARY for kind, _ in reading.subjects(before))
    return bool(set(reading.kinds) & set(LIBRARY))


def _in_memory() -> Opened:
    words = Words(driver.in_memory(), kept=False)
    words.make()
    return words, None
