"""The values of a dialogue, read from the store for composing, counting and searching names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dialogueprep.commands import directory
from dialogueprep.commands.directory import NameList
from dialogueprep.domain.beside import as_held
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.briefs.inside import Filed, Inside
from dialogueprep.domain.briefs.material import Material, Version
from dialogueprep.domain.briefs.of_library import Cited, OfLibrary, OnTheTable, Subject
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, Terms
from dialogueprep.domain.gate import Decisions, Ground, Keep, Roster
from dialogueprep.domain.library import Entry, Source, SourceId
from dialogueprep.domain.name_sorting import Naming, Sorting
from dialogueprep.domain.notes import Finding, FindingId, Note
from dialogueprep.domain.published import PublicKind
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.strokes_reader import read_strokes
from dialogueprep.store import (
    agenda,
    agenda_versions,
    dialogues,
    documents,
    finding_origins,
    findings,
    follow_ups,
    houses,
    library,
    notes,
    offers,
    people,
    published,
    statements,
)
from dialogueprep.store.documents import Release
from dialogueprep.store.finding_origins import Rest
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.time_zones import from_utc, offset_of

Gone = Mapping[FindingId, tuple[Rest, ...]]
"""What is kept of destroyed notes, by the finding that rested on them."""


def material_of(store: Store, dialogue: DialogueId, version: Version | None = None) -> Material:
    """Return what the documents of a dialogue are composed from."""
    it = dialogues.read(store, dialogue)
    series = next((s for s in dialogues.series(store) if s.id == it.series), None)
    found, proposals = findings.of_dialogue(store, dialogue), findings.proposals(store, dialogue)
    linked = {x.recommendation for x in (*found, *proposals) if x.recommendation}
    return Material(
        dialogue=it,
        series=series,
        slots=starts(as_held(agenda.of_dialogue(store, dialogue)), it.hours).slots,
        participations=people.participations(store, dialogue),
        attendances=people.attendances(store, dialogue),
        findings=found,
        proposals=proposals,
        statements=statements.of_dialogue(store, dialogue),
        version=version,
        inside=replace(
            inside_of(store, dialogue),
            zones=_zones(it),
            library=library.titles_of_recommendations(store, linked),
        ),
        naming=naming_of(store, dialogue, NameList.PARTICIPANTS),
        house=houses.of_dialogue(store, dialogue),
        places=places(),
        library=library_of(store, agenda.of_dialogue(store, dialogue)),
    )


def places() -> tuple[str, ...]:
    """Return what keeps its capital letter inside an English sentence."""
    lexicon = read_lexicon()
    known = (*lexicon.territories.values(), *lexicon.regions.values())
    return tuple(w for it in known for w in it.words.get("en", ()) if w[0].isupper())


def library_of(store: Store, items: Iterable[AgendaItem]) -> OfLibrary:
    """Return what a briefing pack may show of the topics and recommendations on an agenda."""
    held = tuple(items)
    topics = library.some_topics(store, (i.topic for i in held if i.topic))
    wanted = tuple(dict.fromkeys(r for i in held for r in i.recommendations))
    proposed = library.recommendations_for(store, (), wanted) if wanted else ()
    entries: tuple[Entry, ...] = (*topics.values(), *proposed)
    known = library.some_sources(store, {p.source for e in entries for p in e.passages})
    return OfLibrary(
        topics={
            t.id: Subject(summaries=t.summaries, questions=t.questions, cited=_cited(t, known))
            for t in topics.values()
        },
        recommendations={
            r.id: OnTheTable(titles=r.titles, texts=r.texts, cited=_cited(r, known))
            for r in proposed
        },
    )


def _cited(entry: Entry, known: Mapping[SourceId, Source]) -> tuple[Cited, ...]:
    """Return where an entry was printed: each source once, with its places."""
    places: dict[SourceId, dict[str, None]] = {}
    for passage in entry.passages:
        places.setdefault(passage.source, {})[passage.locator] = None
    return tuple(
        Cited(
            title=known[source].title,
            publisher=known[source].publisher,
            published=known[source].published,
            places=tuple(filter(None, at)),
            language=known[source].language,
        )
        for source, at in places.items()
        if source in known
    )


def inside_of(store: Store, dialogue: DialogueId) -> Inside:
    """Return what only documents for organisers are composed from, of kinds and figures only."""
    released = documents.releases(store, dialogue)
    circulated = agenda_versions.latest(store, dialogue)
    return Inside(
        sensitivity=offers.sensitivities_on(store, dialogue),
        aside=tuple(i for i in agenda.of_dialogue(store, dialogue) if i.aside),
        planned={e.id: (e.start, e.end) for e in circulated.entries} if circulated else {},
        follow_ups=follow_ups.of_dialogue(store, dialogue),
        published=published.of_dialogue(store, dialogue),
        released=tuple(_filed(r) for r in released),
        decided=documents.decided(store, dialogue),
    )


def _zones(dialogue: Dialogue) -> tuple[tuple[int, str], ...]:
    """Return how far the clock is from UTC, by the days from which on."""
    found: list[tuple[int, str]] = []
    for day in range(dialogue.days):
        offset = offset_of(dialogue, dialogue.time_zone, day)
        if offset is not None and (not found or found[-1][1] != from_utc(offset)):
            found.append((day, from_utc(offset)))
    return tuple(found)


def _filed(it: Release) -> Filed:
    return Filed(
        product=it.product, audience=it.audience, language=it.language, format=it.format,
        number=it.number, on=it.released_on,
    )  # fmt: skip


def naming_of(store: Store, dialogue: DialogueId, product: NameList) -> Naming:
    """Return how a product orders and writes names; strokes are read only where they are used."""
    chosen = directory.naming_of(store, dialogue, product)
    if all(o.sorting is not Sorting.STROKES for o in chosen.orders.values()):
        return chosen
    return replace(chosen, strokes=read_strokes())


def roster_of(store: Store, dialogue: DialogueId) -> Roster:
    """Return everybody whose name the documents of a dialogue are searched for."""
    it = dialogues.read(store, dialogue)
    present = people.attendees(store, dialogue)
    origins, undescribed = drawn_from(store, dialogue)
    return Roster(
        participations=people.participations(store, dialogue),
        attendance={str(item): there for item, there in present.items()},
        k=it.k,
        delegations={d.code: d.labels for d in it.delegations},
        hosts=_institutions(it),
        origins=origins,
        lexicon=read_lexicon(),
        statements=statements.of_dialogue(store, dialogue),
        undescribed=undescribed,
        public=_public(store, dialogue),
    )


def drawn_from(
    store: Store, dialogue: DialogueId
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return from which items each finding was drawn, and those of which terms allow no

    description of who spoke.
    """
    found, noted = findings.of_dialogue(store, dialogue), notes.of_dialogue(store, dialogue)
    gone = finding_origins.of_dialogue(store, dialogue)
    return _origins(found, noted, gone), _undescribed(found, noted, gone)


def decisions_of(store: Store, dialogue: DialogueId) -> Decisions:
    """Return the decisions to keep a passage, by fingerprint.

    What was rewritten needs none: the words have gone from where they came from.
    """
    return {
        kept.fingerprint: Keep(kept.reason, Ground(kept.ground or Ground.OTHER))
        for kept in documents.kept(store, dialogue)
    }


def _institutions(dialogue: Dialogue) -> tuple[str, ...]:
    names = [text.wording for host in dialogue.hosts for text in host.names.entries]
    return (*names, *(host.acronym for host in dialogue.hosts if host.acronym))


def _origins(
    found: Iterable[Finding], noted: Iterable[Note], gone: Gone
) -> dict[str, tuple[str, ...]]:
    """Return from which items each finding was drawn: the lowest k of them counts.

    ``gone`` is what is kept of notes that were destroyed.
    """
    item_of = {note.id: note.item for note in noted}
    items = {
        f.id: dict.fromkeys(
            [
                *(item_of[n] for n in f.notes if n in item_of),
                *(rest.item for rest in gone.get(f.id, ())),
            ]
        )
        for f in found
    }
    return {str(k): tuple(v) for k, v in items.items() if v}


def _public(store: Store, dialogue: DialogueId) -> frozenset[PublicKind]:
    """Return what is public: what the register tells, and a programme released for the public."""
    noted = {it.kind for it in published.of_dialogue(store, dialogue)}
    ours = {
        PublicKind.PROGRAMME
        for it in documents.releases(store, dialogue)
        if (it.product, it.audience) == (Product.PROGRAMME, Audience.PUBLIC)
    }
    return frozenset(noted | ours)


def _undescribed(found: Iterable[Finding], noted: Iterable[Note], gone: Gone) -> frozenset[str]:
    """Return the findings that rest, or rested, on a note whose terms allow no delegation."""
    strictest = Terms.NO_QUOTATION.strictness
    strict = {note.id for note in noted if note.terms.strictness >= strictest}
    rested = {f for f, rests in gone.items() if any(r.terms.strictness >= strictest for r in rests)}
    return frozenset(str(f.id) for f in found if f.id in rested or strict.intersection(f.notes))
