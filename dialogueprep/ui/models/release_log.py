"""What left a dialogue, when and for whom: released files, and drafts that were sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import Circulation
from dialogueprep.domain.people import Participation
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.store.documents import Release
from dialogueprep.ui import dates
from dialogueprep.ui.models.draft_rows import recipient_names
from dialogueprep.ui.theme import as_language
from dialogueprep.words import later, tr

HEADS = (
    later("Date"), later("Product"), later("For whom"), later("Language"), later("Version"),
    later("File name"), later("SHA-256"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogRow:
    """A file that was released, or a draft that was sent; ``digest`` is empty for a draft."""

    id: str
    on: date
    product: str
    readers: str
    languages: str
    version: str
    file: str = ""
    digest: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as the window shows it; the digest is cut short."""
        return (
            dates.day(self.on), self.product, self.readers, self.languages, self.version,
            self.file, self.digest[:12],
        )  # fmt: skip

    @property
    def whole(self) -> tuple[str, ...]:
        """The row as it leaves: the day as programs read it, the whole digest."""
        return (self.on.isoformat(), *self.cells[1:-1], self.digest)


def log_rows(
    released: Sequence[Release],
    sent: Iterable[Circulation],
    dialogue: Dialogue,
    roster: Sequence[Participation],
) -> list[LogRow]:
    """Return what left, the latest first."""
    rows = [_released(n, it) for n, it in enumerate(reversed(released))]
    rows += [_sent(n, it, recipient_names(it, dialogue, roster)) for n, it in enumerate(sent)]
    return sorted(reversed(rows), key=lambda row: row.on, reverse=True)


def _released(n: int, it: Release) -> LogRow:
    version = str(it.number) if it.number else tr("Draft")
    return LogRow(
        f"released {n}", it.released_on, _product(it.product),
        tr(wording.of(Audience(it.audience))), _languages(it.language), version, it.file_name,
        it.sha256,
    )  # fmt: skip


def _sent(n: int, it: Circulation, names: str) -> LogRow:
    version = tr("Draft {n}, sent", n=it.number)
    return LogRow(f"sent {n}", it.on, _product(it.product), names, _languages(it.language), version)


def _product(product: str) -> str:
    return tr(wording.of(Product(product)))


def _languages(codes: str) -> str:
    return " + ".join(LANGUAGE_NAMES[as_language(code)] for code in codes.split("-"))
