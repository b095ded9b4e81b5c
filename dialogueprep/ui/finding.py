"""What the palette finds: results of the store's search, in words and placed on their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.store import (
    agenda,
    dialogues,
    findings,
    library,
    library_facts,
    notes,
    people,
    search,
)
from dialogueprep.ui.dates import span
from dialogueprep.ui.found import Find, Found
from dialogueprep.ui.models.library_facets import why_not
from dialogueprep.ui.placing import put_on_agenda
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import window_language
from dialogueprep.words import tr

_LIMIT = 60
_PUT = 3  # of the first ones it is said whether they may go on the agenda
Entry = tuple[str, tuple[tuple[str, ...], Found]]
"""An id, the wordings that may stand on the second line, and what is shown."""


def finder(session: Session) -> Find:
    """Return the search of a session's workspace; only the open dialogue's things are found."""
    known: dict[str, dict[str, tuple[tuple[str, ...], Found]]] = {}

    def forget(*_changes: object) -> None:
        known.clear()

    session.changed.connect(forget)
    session.dialogue_changed.connect(forget)

    def find(query: str) -> Sequence[Found]:
        hits = search.find(session.store, query, (*_READERS, *_OF_LIBRARY), _LIMIT)
        for kind in {hit.kind for hit in hits}:
            ids = [hit.id for hit in hits if hit.kind == kind]
            if reader := _OF_LIBRARY.get(kind):
                there = known.setdefault(kind, {})
                there.update(reader(session, [id_ for id_ in ids if id_ not in there]))
            elif kind not in known:
                known[kind] = dict(_READERS[kind](session))
        entries = (known[hit.kind].get(hit.id) for hit in hits)
        results = [_shown(*entry, query) for entry in entries if entry]
        asked = query.casefold()
        results.sort(key=lambda found: asked not in found.words.casefold())
        return [*_to_put(session, results[:_PUT]), *results[_PUT:]]

    return find


def _to_put(session: Session, found: Sequence[Found]) -> list[Found]:
    """Return what was found, topics with the act that puts them on the open agenda."""
    dialogue = session.open_dialogue()
    ids = [str(each.subject) for each in found if each.page == "library"]
    topics = library.some_topics(session.store, ids) if dialogue and ids else {}
    offered = {
        id_: partial(_put, session, topic)
        for id_, topic in topics.items()
        if dialogue and not why_not(topic, dialogue) and not _stands_on(session, dialogue, topic)
    }
    return [replace(each, on_agenda=offered.get(TopicId(str(each.subject)))) for each in found]


def _stands_on(session: Session, dialogue: Dialogue, topic: Topic) -> bool:
    return any(item.topic == topic.id for item in agenda.of_dialogue(session.store, dialogue.id))


def _put(session: Session, topic: Topic) -> None:
    if dialogue := session.open_dialogue():
        known = library.recommendations_for(session.store, [topic.id])
        if item := put_on_agenda(session, topic, dialogue, known):
            session.go("agenda", item)


def _shown(seconds: tuple[str, ...], found: Found, query: str) -> Found:
    """Return what is shown, with a wording that holds the query on the second line."""
    asked = query.casefold()
    second = next((w for w in seconds if asked in w.casefold()), "".join(seconds[:1]))
    return replace(found, second=second)


Entries = Iterator[Entry]


def _named(
    id_: str, texts: Texts, aside: str, icon: str, page: str, subject: object = None
) -> Entry:
    language = window_language()
    seconds = tuple(t.wording for t in texts.others(language))
    return id_, (seconds, Found(texts.best(language), "", aside, icon, page, subject or id_))


def _topics(session: Session, ids: Sequence[str]) -> Entries:
    rated = library_facts.sensitivities(session.store, ids)
    for id_, titles in library_facts.titles(session.store, "topics", ids).items():
        n = rated.get(TopicId(id_))
        aside = tr("Topic, sensitivity {n}", n=n) if n else tr("Topic, not rated")
        yield _named(id_, titles, aside, "library", "library")


def _recommendations(session: Session, ids: Sequence[str]) -> Entries:
    for id_, titles in library_facts.titles(session.store, "recommendations", ids).items():
        yield _named(id_, titles, tr("Recommendation"), "lightbulb", "library")


def _persons(session: Session) -> Entries:
    for person in people.persons(session.store):
        name = person.name
        seconds = (name.native, *(form.form for form in person.forms))
        yield (
            person.id,
            (seconds, Found(name.listed, "", tr("Person"), "user", "people", person.id)),
        )


def _participations(session: Session) -> Entries:
    known = people.participations(session.store, session.dialogue) if session.dialogue else ()
    for it in known:
        name, institution = it.person.name, it.affiliation
        seconds = (name.native, institution.name, institution.native, institution.acronym)
        aside = tr("Participant")
        yield (
            it.id,
            (
                seconds,
                Found(name.listed, "", aside, "user-check", "participants", it.id),
            ),
        )


def _dialogues(session: Session) -> Entries:
    for each in dialogues.every(session.store):
        dates = span(each.first_day, each.last_day)
        yield _named(each.id, each.names, dates, "messages-square", "home")


def _items(session: Session) -> Entries:
    for item in agenda.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        aside = tr("Agenda, day {n}", n=item.day + 1)
        terms = item.terms_in_force if item.kind.has_terms else None
        key, (names, found) = _named(item.id, item.titles, aside, "calendar-range", "agenda")
        yield key, (names, replace(found, terms=terms))


def _questions(session: Session) -> Entries:
    for item in agenda.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        aside = tr("Question, {title}", title=item.titles.best(window_language()))
        for each in item.questions:
            yield _named(each.id, each.texts, aside, "circle-question-mark", "agenda", item.id)


def _notes(session: Session) -> Entries:
    for note in notes.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        found = Found(note.text, "", tr("Note"), "notebook-pen", "notes", note.id, note.terms)
        yield note.id, ((), found)


def _findings(session: Session) -> Entries:
    for each in findings.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        yield _named(each.id, each.texts, tr("Finding"), "columns-3", "findings")


_OF_LIBRARY: dict[str, Callable[[Session, Sequence[str]], Entries]] = {
    "topic": _topics,
    "recommendation": _recommendations,
}
"""There may be very many of these: only those that are found are read."""
_READERS: dict[str, Callable[[Session], Entries]] = {
    "item": _items,
    "question": _questions,
    "participation": _participations,
    "person": _persons,
    "finding": _findings,
    "note": _notes,
    "dialogue": _dialogues,
}
