"""The products by audience, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.store.documents import Release
from dialogueprep.ui.theme import as_language
from dialogueprep.words import later, listed, tr

_FOR = {
    Audience.PARTICIPANTS: later("For participants"),
    Audience.PUBLIC: later("For the public"),
    Audience.ORGANISERS: later("For organisers only"),
}


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """A heading among the products."""

    audience: Audience

    @property
    def id(self) -> str:
        return f"for {self.audience}"

    @property
    def words(self) -> str:
        return tr(_FOR[self.audience])


@dataclass(frozen=True, slots=True)
class ProductRow:
    product: Product
    state: str
    released: bool

    @property
    def id(self) -> str:
        return self.product

    @property
    def words(self) -> str:
        return tr(wording.of(self.product))


def product_rows(
    releases: Iterable[Release], stage_of: Callable[[Product], str] = lambda _product: ""
) -> list[AudienceRow | ProductRow]:
    """Return headings and products in the order in which they are shown.

    ``stage_of`` returns how far a product has come, which then stands in place of its release.
    """
    released = tuple(releases)
    rows: list[AudienceRow | ProductRow] = []
    for audience in _FOR:
        mine = [p for p, kind in PRODUCTS.items() if kind.audiences[0] is audience]
        if mine:
            rows.append(AudienceRow(audience))
        rows += [_staged(_row(product, released), stage_of(product)) for product in mine]
    return rows


def _staged(row: ProductRow, stage: str) -> ProductRow:
    return replace(row, state=stage) if stage else row


def _row(product: Product, releases: tuple[Release, ...]) -> ProductRow:
    mine = [r for r in releases if r.product == product]
    if not mine:
        return ProductRow(product, tr("Not released yet"), released=False)
    latest = max(r.number for r in mine)
    released = {r.language for r in mine}
    languages = listed(_in_words(code) for code in sorted(released, key=_rank))
    if not latest:
        return ProductRow(product, tr("Released as draft ({languages})", languages=languages), True)
    return ProductRow(
        product, tr("Released, v{n} ({languages})", n=latest, languages=languages), released=True
    )


def _rank(code: str) -> tuple[int, str]:
    """In the order in which languages are offered, two together after each alone."""
    first = code.split("-", maxsplit=1)[0]
    return list(LANGUAGE_NAMES).index(as_language(first)), code


def _in_words(code: str) -> str:
    """Return "English", or "English + 中文" for a document in two languages."""
    return " + ".join(LANGUAGE_NAMES[as_language(each)] for each in code.split("-"))
