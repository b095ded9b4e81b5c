"""Which other entries say the same as those of a topic: several sources that come to one idea."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.store import library, pairs, rating_queue
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row
from dialogueprep.words import clauses, ntr, tr

_TABLES = ("pairs", "texts", "sources", "entry_passages", "topics", "recommendations")
_LONGEST = 52  # characters of a link; its tooltip has all of them
Entry = Topic | Recommendation


def _by_group(
    entries: Sequence[Entry], known: Mapping[str, frozenset[str]]
) -> list[tuple[Entry, frozenset[str]]]:
    """Return the entries that have variants; of several that are one group, the first."""
    found: dict[frozenset[str], tuple[Entry, frozenset[str]]] = {}
    for entry in entries:
        if others := known.get(entry.id):
            found.setdefault(others | {entry.id}, (entry, others))
    return list(found.values())


class EntryVariants(QWidget):
    """Lists the variants of a topic and of its recommendations; hidden where there are none."""

    def __init__(
        self,
        session: Session,
        entries: Sequence[Entry],
        go: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._entries = session, tuple(entries)
        self._go = go or (lambda entry: session.go("library", entry))
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the variants that there are now."""
        clear(self._inside)
        known = pairs.variants(self._session.store)
        found = _by_group(self._entries, known)
        if not found:
            self.hide()
            return
        if self.parentWidget() is not None:  # else it would be a window of its own
            self.show()
        self._inside.addWidget(hairline())
        self._inside.addWidget(Label(tr("Convergence"), "label", "ink2"))
        publishers = {
            str(s.id): s.publisher or s.title for s in library.sources(self._session.store)
        }
        for entry, others in found:
            self._inside.addWidget(self._of(entry, sorted(others), publishers))

    def _of(self, entry: Entry, ids: Sequence[str], publishers: Mapping[str, str]) -> QWidget:
        others = rating_queue.entries(self._session.store, ids)
        sources = {p.source for each in (entry, *others) for p in each.passages}
        language = theme.window_language()
        n = len(sources)
        said = ntr("Proposed by {n} source", "Proposed by {n} sources", n)
        title = entry.titles.best(language)
        words = Paragraph(tr("{title}: {what}", title=title, what=said), "small")
        lines = column(row(column(2, IconLabel("link", "ok_line", 14), None, gap=0), (words, 1)))
        for each in others:
            lines.addLayout(row(22, self._link(each, publishers), None, gap=0))
        return box(lines)

    def _link(self, other: Entry, publishers: Mapping[str, str]) -> Button:
        title = other.titles.best(theme.window_language())
        named = dict.fromkeys(publishers.get(p.source, "") for p in other.passages)
        words = clauses((title, *filter(None, named)))
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        return Button(shown, "link", small=True, tooltip=words, on_click=lambda: self._go(other.id))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES) and self._session.is_open:
            self.refresh()
