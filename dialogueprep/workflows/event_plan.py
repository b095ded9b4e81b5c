"""Which documents an event is closed with: as they were released, or as they would be now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Annex, Audience, Product
from dialogueprep.domain.briefs.catalogue_of_products import usual_audience
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained, Refused
from dialogueprep.domain.gate import told_in
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.store import dialogues, documents
from dialogueprep.store.documents import Release
from dialogueprep.store.workspace import Store
from dialogueprep.words import clauses, listed, tr
from dialogueprep.workflows import told_before
from dialogueprep.workflows.digests import WORDS, words_digest
from dialogueprep.workflows.release import (
    FORMATS,
    Format,
    Gathered,
    Prepared,
    Wanted,
    composed,
    gather,
    is_same,
    prepare,
)
from dialogueprep.workflows.values import roster_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Which documents an event is closed with, and on which day."""

    dialogue: DialogueId
    products: tuple[Product, ...]
    languages: tuple[Language, ...]
    on: date
    formats: tuple[Format, ...] = FORMATS


@dataclass(frozen=True, slots=True)
class Planned:
    """A document as it would be released now, and as it was released last, if it was."""

    now: Gathered
    again: Gathered | None = None
    released: Release | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A document that cannot leave, and why."""

    wanted: Wanted
    why: Explained


@dataclass(frozen=True, slots=True)
class Ready:
    """A checked document; whether it is the one that was released, word by word."""

    prepared: Prepared
    numbers: dict[str, str]
    released_before: bool


def name_of(wanted: Wanted) -> str:
    """Return what a document is called: product, readers, languages."""
    readers = wanted.audience or usual_audience(wanted.product)
    both = (wanted.language, wanted.second) if wanted.second else (wanted.language,)
    languages = " + ".join(LANGUAGE_NAMES[each] for each in both)
    return clauses((tr(wording.of(wanted.product)), tr(wording.of(readers)), languages))


def offered(store: Store, dialogue: DialogueId) -> Closing:
    """Return what is proposed: what was released, in the languages that it was released in."""
    known = documents.releases(store, dialogue)
    products = tuple(p for p in Product if any(r.product == p for r in known))
    found = {language for r in known for language in r.language.split("-")}
    languages: tuple[Language, ...] = tuple(code for code in LANGUAGES if code in found)
    return Closing(dialogue=dialogue, products=products, languages=languages, on=date.today())


def proposed(store: Store, dialogue: DialogueId, on: date) -> Closing:
    """Return what is proposed to a user: as `offered`, or while nothing was released all that is
    for others, in the working language."""
    found = replace(offered(store, dialogue), on=on)
    if found.products:
        return found
    others = tuple(p for p in Product if usual_audience(p) is not Audience.ORGANISERS)
    own = dialogues.read(store, dialogue).working_language
    return replace(found, products=others, languages=(own,))


def plan(store: Store, closing: Closing) -> tuple[Planned, ...]:
    """Read what all documents need; Refused("nothing-to-close") when none was chosen."""
    known = documents.releases(store, closing.dialogue)
    wanted = _wanted(closing, known)
    if not wanted or not closing.formats:
        raise Refused("nothing-to-close")
    roster = roster_of(store, closing.dialogue)
    planned: list[Planned] = []
    for each in wanted:
        last = _last(known, each)
        now = gather(store, each, roster)
        if last is None:
            planned.append(Planned(now))
            continue
        before = replace(each, on=last.released_on, annexes=_annexes(last))
        again = gather(store, before, roster, last.number)
        now = gather(store, replace(each, annexes=_annexes(last)), roster)
        planned.append(Planned(now, again, last))
    return tuple(planned)


def _wanted(closing: Closing, known: Sequence[Release]) -> list[Wanted]:
    """Return each product for its usual readers, and whatever else of it was released."""
    found: dict[Wanted, None] = {}
    for product in closing.products:
        for language in closing.languages:
            mine = [r for r in known if r.product == product and _begins(r, language)]
            usual = (language, str(usual_audience(product)))
            kinds = dict.fromkeys([usual, *((r.language, r.audience) for r in reversed(mine))])
            found.update((_one(closing, product, *kind), None) for kind in kinds)
    return list(found)


def _begins(release: Release, language: Language) -> bool:
    return release.language.split("-")[0] == language


def _one(closing: Closing, product: Product, languages: str, readers: str) -> Wanted:
    codes: list[Language] = [code for code in LANGUAGES if code in languages.split("-")]
    codes.sort(key=languages.index)
    audience = Audience(readers)
    return Wanted(
        dialogue=closing.dialogue,
        product=product,
        language=codes[0],
        second=codes[1] if len(codes) > 1 else None,
        audience=None if audience is usual_audience(product) else audience,
        on=closing.on,
    )


def _last(known: Iterable[Release], wanted: Wanted) -> Release | None:
    """Return the latest release of a document, as the register has it."""
    return next((r for r in known if is_same(r, wanted)), None)


def _annexes(release: Release) -> tuple[Annex, ...]:
    return tuple(Annex(each) for each in release.evidence.get("annexes", ()))


def examine(
    planned: Sequence[Planned], tick: Tick = quiet
) -> tuple[tuple[Ready, ...], tuple[Held, ...]]:
    """Return the documents that may leave, and those that may not; nothing is written.

    Each is examined together with those before it, as if they had left already.
    """
    ready: list[Ready] = []
    held: list[Held] = []
    leaving: tuple[Release, ...] = ()
    for n, each in enumerate(planned):
        tick(n, len(planned))
        try:
            made = _ready(each, leaving)
        except Explained as why:
            held.append(Held(each.now.wanted, why))
            continue
        ready.append(made)
        leaving = (*leaving, _as_left(made.prepared))
    return tuple(ready), tuple(held)


def _ready(planned: Planned, leaving: tuple[Release, ...]) -> Ready:
    unchanged = planned.again is not None and _is_unchanged(planned)
    gathered = planned.again if unchanged and planned.again else planned.now
    together = replace(gathered, released=(*leaving, *gathered.released))
    labels = numbers(gathered.material.timed)
    return Ready(prepare(together), labels, unchanged)


def _is_unchanged(planned: Planned) -> bool:
    """Return whether a document still has the words with which it was released."""
    if planned.again is None or planned.released is None:
        return False
    known = planned.released.evidence.get(WORDS)
    return bool(known) and known == words_digest(composed(planned.again))


def _as_left(prepared: Prepared) -> Release:
    """Return what the register would say of people in a document that is about to leave."""
    brief = prepared.checked.brief
    said = told_before.kept_of(told_in(brief, prepared.roster))
    return Release(
        product=brief.product, audience=brief.audience, language=brief.languages, format="docx",
        number=0, released_on=prepared.on, file_name=f"{prepared.stem}.docx", sha256="",
        evidence={told_before.IN_EVIDENCE: said},
    )  # fmt: skip


def refused_for(held: Sequence[Held]) -> Refused:
    """Return the refusal that names the documents that cannot leave."""
    names = listed(tr("“{title}”", title=name_of(each.wanted)) for each in held)
    return Refused("documents-held", documents=names, count=len(held))
