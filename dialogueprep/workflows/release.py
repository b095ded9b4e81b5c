"""Releasing a document: compose, examine, check, write, read back, replace, register.

`gather` and `register` read and write the store and belong on its thread; the rest takes
values only. `produce` writes beside, reads the finished files whole, and puts them in place
only if each holds exactly what may stand in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal

from dialogueprep.commands import documents as commands
from dialogueprep.domain.briefs.blocks import (
    Annex,
    Audience,
    Brief,
    Missing,
    Product,
    Run,
    languages_of,
    lines_of,
)
from dialogueprep.domain.briefs.catalogue_of_products import compose, usual_audience
from dialogueprep.domain.briefs.chairs_summary import claims
from dialogueprep.domain.briefs.material import Material, Version
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.drafts import staged
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import (
    CheckedBrief,
    Decisions,
    Placed,
    Roster,
    check,
    examine,
    is_decided,
    told_in,
)
from dialogueprep.domain.identity.told import Earlier
from dialogueprep.domain.texts import Language
from dialogueprep.domain.verification import verify
from dialogueprep.exchange.atomic import Tick, put_in_place, quiet
from dialogueprep.store import documents
from dialogueprep.store.documents import KeptPassage, Release
from dialogueprep.store.workspace import Store
from dialogueprep.words import listed
from dialogueprep.workflows import digests, reissue
from dialogueprep.workflows.editions import stamp, stamp_at_stage
from dialogueprep.workflows.hidden_folder import hidden_in
from dialogueprep.workflows.own_files import hold_foreign
from dialogueprep.workflows.told_before import (
    IN_EVIDENCE,
    Day,
    documents_in,
    earlier_in,
    kept_of,
    with_wordings,
)
from dialogueprep.workflows.values import decisions_of, material_of, roster_of

Format = Literal["docx", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "pdf")
Write = Callable[[CheckedBrief, Path, Tick], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which document is wanted; ``audience`` None is the product's usual one.

    ``second`` is the other language of a bilingual document; ``annexes`` end a meeting brief;
    ``changes_only`` leaves of a pack what is other than in the one released last.
    """

    dialogue: DialogueId
    product: Product
    language: Language
    on: date
    audience: Audience | None = None
    second: Language | None = None
    annexes: tuple[Annex, ...] = ()
    changes_only: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """All values that a document is made of and searched with; ``day`` writes a date in reasons."""

    wanted: Wanted
    material: Material
    roster: Roster
    decisions: Decisions
    number: int
    released: tuple[Release, ...] = ()
    day: Day = date.isoformat


@dataclass(frozen=True, slots=True)
class Examined:
    """A composed brief, what in it may identify somebody, and which of it is still open."""

    gathered: Gathered
    brief: Brief
    placed: tuple[Placed, ...]
    open: tuple[Placed, ...]

    def parted(self, kept: Iterable[KeptPassage]) -> tuple[list[KeptPassage], list[KeptPassage]]:
        """Return which kept passages stand in it, whatever document they were kept in, and which

        of its own do not: their words were changed since, or stand in another form of it.
        """
        stand = {p.fingerprint for p in self.placed} - {p.fingerprint for p in self.open}
        it, here, gone = self.gathered.wanted, list[KeptPassage](), list[KeptPassage]()
        for each in kept:
            if each.fingerprint in stand:
                here.append(each)
            elif (each.product, each.language) == (it.product, it.language):
                gone.append(each)
        return here, gone


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked brief on its way to files."""

    checked: CheckedBrief
    roster: Roster
    number: int
    on: date
    after: int = 0  # the edition of the agenda since which there are changes
    together: tuple[int, int] = (0, 0)  # documents it was examined with, and those not known
    changes_only: bool = False
    own: frozenset[str] = frozenset()  # the SHA-256 of each file that the dialogue released

    @property
    def stem(self) -> str:
        """The name of its files: the product and the language, and nothing of the dialogue."""
        brief = self.checked.brief
        again = f"-v{self.number}" if self.number > 1 else ""
        if self.after:
            again = f"-after-v{self.after}"
        usual = usual_audience(brief.product)
        readers = "" if brief.audience is usual else f"-{brief.audience}"
        part = "-changes" if self.changes_only else ""
        return f"{brief.product}-{brief.languages}{readers}{again}{part}"


def gather(store: Store, wanted: Wanted, roster: Roster | None = None, number: int = 0) -> Gathered:
    """Read what a document needs. ``roster`` spares reading it again; it must be the dialogue's.

    With a ``number`` it is the document of that number again, else the next.
    """
    released = documents.releases(store, wanted.dialogue)
    number = number or next_number(released, wanted)
    version, since = Version(number, wanted.on, number - 1 or None, draft=False), None
    if wanted.product is Product.PROGRAMME:
        version, since = stamp(store, wanted.dialogue, wanted.on)
        number = version.number
    elif staged(wanted.product):
        it = wanted
        version = stamp_at_stage(store, it.dialogue, it.product, it.language, number, it.on)
    material = material_of(store, wanted.dialogue, version)
    return Gathered(
        wanted,
        replace(material, since=since, annexes=wanted.annexes),
        roster or roster_of(store, wanted.dialogue),
        decisions_of(store, wanted.dialogue),
        number,
        released,
    )


def composed(gathered: Gathered) -> Brief:
    """Return the document as it is wanted, before the gate."""
    it = gathered.wanted
    brief = compose(it.product, gathered.material, it.language, it.audience, it.second)
    if it.product is Product.BRIEFING_PACK:
        same = (r for r in gathered.released if is_same(r, it) and r.number < gathered.number)
        brief = reissue.as_reissue(brief, same, changes_only=it.changes_only)
    if gathered.material.house.missing is Missing.REFUSE:
        return brief
    from dialogueprep.exchange.glyphs import with_signs

    return with_signs(brief, gathered.material.house.missing)


def claimed(gathered: Gathered) -> tuple[str, ...]:
    """Return the words for which a chair's summary is not released: they claim a consensus."""
    it = gathered.wanted
    if it.product is not Product.CHAIRS_SUMMARY:
        return ()
    both = (it.language, it.second) if it.second else (it.language,)
    return tuple(word for language in both for word in claims(gathered.material, language))


def look_at(gathered: Gathered) -> Examined:
    """Return the document as it would be now, with what has to be decided in it."""
    brief = composed(gathered)
    placed = examine(brief, gathered.roster, earlier_of(gathered))
    undecided = tuple(p for p in placed if not is_decided(p, gathered.decisions))
    return Examined(gathered, brief, placed, undecided)


def prepare(gathered: Gathered) -> Prepared:
    """Return a document that passed the gate.

    Raises Refused("identity-in-brief", count) while passages are left to decide, and
    Refused("claims-consensus", words) for a chair's summary that claims one.
    """
    wanted = gathered.wanted
    if words := claimed(gathered):
        raise Refused("claims-consensus", words=listed(words))
    brief = composed(gathered)
    checked = check(brief, gathered.roster, gathered.decisions, earlier_of(gathered))
    stamped = gathered.material.version
    after = (stamped.replaces or 0) if stamped and not stamped.number else 0
    together = documents_in(gathered.released)
    own = frozenset(r.sha256 for r in gathered.released)
    return Prepared(
        checked, gathered.roster, gathered.number, wanted.on, after, together,
        wanted.changes_only, own,
    )  # fmt: skip


def earlier_of(gathered: Gathered) -> Earlier:
    """Return what is said of people in what was released, and in other languages of a finding."""
    said, it = earlier_in(gathered.released, gathered.day), gathered.wanted
    both = (it.language, it.second) if it.second else (it.language,)
    return with_wordings(said, gathered.material, gathered.roster, both)


def produce(
    prepared: Prepared,
    folder: Path,
    formats: Sequence[Format] = FORMATS,
    tick: Tick = quiet,
    password: str = "",
) -> tuple[Release, ...]:
    """Write the files into a folder and return what was released; a PDF opens with the password.

    Every file is read back whole before any is put in place. Raises
    Refused("file-holds-identity") or Refused("file-differs") with the place in the file,
    Refused("file-of-another") where a file of that name is not this dialogue's, and Trouble when
    the disk refuses; then the folder is as it was.
    """
    with hidden_in(folder) as beside:
        made = [_made(prepared, format_, beside, tick, password) for format_ in formats]
        finished = [path for path, _ in made]
        hold_foreign(finished, folder, prepared.own)
        put_in_place(finished, folder)
    return tuple(released for _, released in made)


def release(
    store: Store,
    wanted: Wanted,
    formats: Sequence[Format],
    folder: Path,
    *,
    roster: Roster | None = None,
) -> tuple[Release, ...]:
    """Prepare, produce and register a product in one go, as the command line does."""
    released = produce(prepare(gather(store, wanted, roster)), folder, formats)
    commands.register(store, wanted.dialogue, released)
    return released


def next_number(released: Iterable[Release], wanted: Wanted) -> int:
    """Return the number of the next release of a product in its languages for its readers."""
    mine = [r.number for r in released if is_same(r, wanted)]
    return max(mine, default=0) + 1


def is_same(released: Release, wanted: Wanted) -> bool:
    """Return whether this was released of the document: in its languages, for its readers."""
    readers = wanted.audience or usual_audience(wanted.product)
    languages = languages_of(wanted.language, wanted.second)
    kind = (released.product, released.language, released.audience)
    return kind == (wanted.product, languages, readers)


def _made(
    prepared: Prepared, format_: Format, folder: Path, tick: Tick, password: str
) -> tuple[Path, Release]:
    path = folder / f"{prepared.stem}.{format_}"
    write: Callable[..., None] = _writer(format_)
    if format_ == "pdf" and password:
        write = partial(write, password=password)
    write(prepared.checked, path, tick)
    parts = read_back(path, prepared, password)
    brief = prepared.checked.brief
    return path, Release(
        product=brief.product,
        audience=brief.audience,
        language=brief.languages,
        format=format_,
        number=prepared.number,
        released_on=prepared.on,
        file_name=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        evidence=_evidence(prepared, parts),
    )


def read_back(path: Path, prepared: Prepared, password: str = "") -> int:
    """Read a finished file whole and return how many parts it has.

    Refused if a part holds what may not stand there or cannot be read, if there is anything in it
    that this program does not write, or if the file's words are not the brief's.
    """
    from dialogueprep.exchange.allowed import strangers
    from dialogueprep.exchange.readback import beside_pictures, differences, read_parts

    parts = beside_pictures(read_parts(path, password), prepared.checked.brief)
    leaks = verify(prepared.checked, parts, prepared.roster)
    if leaks:
        raise Refused("file-holds-identity", name=path.name, part=leaks[0].part, count=len(leaks))
    unread = [part.name for part in parts if part.unread]
    if unread:  # the writers leave nothing that could not be read
        raise Refused("file-differs", name=path.name, place=unread[0])
    if foreign := strangers(path, password):
        raise Refused("file-differs", name=path.name, place=foreign[0])
    parted = differences(path, prepared.checked.brief, password)
    if parted:
        raise Refused("file-differs", name=path.name, place=parted[0].place)
    return len(parts)


def _writer(format_: Format) -> Write:
    if format_ == "docx":
        from dialogueprep.exchange.docx_writer import write_docx

        return write_docx
    from dialogueprep.exchange.pdf_writer import write_pdf

    return write_pdf


def _evidence(prepared: Prepared, parts: int) -> Mapping[str, Any]:
    found = prepared.checked.evidence
    return {
        "forms": found.forms,
        "places": found.places,
        "parts": parts,
        "k": found.k,
        "rooms": _rooms(prepared.roster),
        "names": len(prepared.checked.named),
        "annexes": [annex.value for annex in prepared.checked.brief.annexes],
        **digests.kept_of(prepared.checked.brief),
        "decided": [[kind, how, n] for kind, how, n in found.decided],
        "statements": _statements(prepared),
        IN_EVIDENCE: kept_of(told_in(prepared.checked.brief, prepared.roster)),
        "together": list(prepared.together),
        **reissue.kept_of(prepared.checked.brief),
    }


def _rooms(roster: Roster) -> list[list[str | int]]:
    """Return for each item over how many an attribution is counted there."""
    return [
        [item, len(roster.counting.counted(there))] for item, there in roster.attendance.items()
    ]


def _statements(prepared: Prepared) -> list[str]:
    """Return the ids of the statements in a document, so that it is known where each went."""
    known = {it.id for it in prepared.roster.statements}
    lines = (line for block in prepared.checked.brief.blocks for line in lines_of(block))
    origins = {run.origin for line in lines for run in line if isinstance(run, Run)}
    return sorted(known & origins)
