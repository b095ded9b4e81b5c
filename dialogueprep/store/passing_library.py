"""A library that lies in memory for as long as it is searched, as one that was read from files.

It has the tables and the index of a workspace, so that it is searched by the same code.
"""

from __future__ import annotations

from types import TracebackType

from dialogueprep.domain.collection import Collection
from dialogueprep.store import driver, library
from dialogueprep.store.driver import run
from dialogueprep.store.search_index import Index
from dialogueprep.store.step import Step


class PassingLibrary:
    """The entries of a collection under their own ids; to be closed, or used in a ``with``.

    What tables refer to must be in it: each topic, source and tag that an entry names.
    """

    def __init__(self, there: Collection) -> None:
        from dialogueprep.store.schema import migrations

        self.db = driver.in_memory()
        self.index = Index(self.db)
        with self.db.atomic():
            migrations.apply(self.db.kit)
        run(self.db, "BEGIN")
        self._put(Step(self.db), there)
        run(self.db, "COMMIT")

    def _put(self, step: Step, there: Collection) -> None:
        for slug, names in there.tags.items():
            library.put_tag(step, slug, names)
        for source in there.sources:
            library.put_source(step, source)
        for topic in there.topics:
            library.put_topic(step, topic)
        for recommendation in there.recommendations:
            library.put_recommendation(step, recommendation)

    def close(self) -> None:
        """Forget it."""
        self.index.close()
        self.db.close()

    def __enter__(self) -> PassingLibrary:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()
