"""What the palette finds: results of the store's search, in words and placed on their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, findings, library, notes, people, search
from dialogueprep.ui.dates import span
from dialogueprep.ui.found import Find, Found
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import window_language
from dialogueprep.words import tr

_LIMIT = 60
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
        results: list[Found] = []
        for hit in search.find(session.store, query, tuple(_READERS), _LIMIT):
            if hit.kind not in known:
                known[hit.kind] = dict(_READERS[hit.kind](session))
            if entry := known[hit.kind].get(hit.id):
                results.append(_shown(*entry, query))
        asked = query.casefold()
        return sorted(results, key=lambda found: asked not in found.words.casefold())

    return find


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


def _topics(session: Session) -> Entries:
    for topic in library.topics(session.store):
        rated = topic.sensitivity
        aside = tr("Topic, sensitivity {n}", n=rated) if rated else tr("Topic, not rated")
        yield _named(topic.id, topic.titles, aside, "library", "library")


def _recommendations(session: Session) -> Entries:
    for each in library.recommendations(session.store):
        yield _named(each.id, each.titles, tr("Recommendation"), "lightbulb", "library")


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
        yield _named(item.id, item.titles, aside, "calendar-range", "agenda")


def _questions(session: Session) -> Entries:
    for item in agenda.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        aside = tr("Question, {title}", title=item.titles.best(window_language()))
        for each in item.questions:
            yield _named(each.id, each.texts, aside, "circle-question-mark", "agenda", item.id)


def _notes(session: Session) -> Entries:
    for note in notes.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        yield note.id, ((), Found(note.text, "", tr("Note"), "notebook-pen", "notes", note.id))


def _findings(session: Session) -> Entries:
    for each in findings.of_dialogue(session.store, session.dialogue) if session.dialogue else ():
        yield _named(each.id, each.texts, tr("Finding"), "columns-3", "findings")


_READERS: dict[str, Callable[[Session], Entries]] = {
    "topic": _topics,
    "recommendation": _recommendations,
    "item": _items,
    "question": _questions,
    "participation": _participations,
    "person": _persons,
    "finding": _findings,
    "note": _notes,
    "dialogue": _dialogues,
}
