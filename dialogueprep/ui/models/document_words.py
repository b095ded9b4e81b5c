"""What the page Documents says of a document: for whom it is, and what is not translated."""

from __future__ import annotations

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.store import agenda, dialogues, findings, library
from dialogueprep.store.rows import Readable
from dialogueprep.words import later, ntr, sentences, tr

_READ_BY = {
    Audience.ORGANISERS: later("{product}, for organisers only"),
    Audience.PARTICIPANTS: later("{product}, for participants"),
    Audience.OBSERVERS: later("{product}, for observers"),
    Audience.CHAIR: later("{product}, for the chair"),
    Audience.PUBLIC: later("{product}, for the public"),
}
_OF_FINDINGS = (
    Product.MEETING_BRIEF,
    Product.KEY_FINDINGS,
    Product.CHAIRS_SUMMARY,
    Product.DEBRIEF_MEMO,
)


def described(product: Product, audience: Audience) -> str:
    """Return the name of a product with its readers."""
    return tr(_READ_BY[audience], product=tr(wording.of(product)))


def untranslated(
    store: Readable, dialogue: DialogueId, product: Product, language: Language
) -> str:
    """Return how many findings, or texts of a concept note, stand in another language than the
    document's, or nothing."""
    if product is Product.CONCEPT_NOTE:
        return _own_texts(dialogues.read(store, dialogue), language)
    if product is Product.BRIEFING_PACK:
        own = _own_texts(dialogues.read(store, dialogue), language)
        return sentences([it for it in (own, _of_topics(store, dialogue, language)) if it])
    if product not in _OF_FINDINGS:
        return ""
    told = findings.of_dialogue(store, dialogue)
    n = sum(bool(it.texts) and not it.texts.get(language) for it in told)
    if not n:
        return ""
    return ntr(
        "{n} finding has no text in {language} and stands in the language it was written in.",
        "{n} findings have no text in {language} and stand in the language they were written in.",
        n,
        language=LANGUAGE_NAMES[language],
    )


def _of_topics(store: Readable, dialogue: DialogueId, language: Language) -> str:
    """Return how many topics on the agenda have no summary in a language, or nothing."""
    topics = {i.topic for i in agenda.of_dialogue(store, dialogue) if i.topic}
    known = library.some_topics(store, topics).values()
    n = sum(bool(t.summaries) and not t.summaries.get(language) for t in known)
    if not n:
        return ""
    return ntr(
        "The library says in another language what {n} topic is about.",
        "The library says in another language what {n} topics are about.",
        n,
    )


def _own_texts(dialogue: Dialogue, language: Language) -> str:
    written = (dialogue.backgrounds, dialogue.objectives, dialogue.outputs, dialogue.practicalities)
    n = sum(bool(texts) and not texts.get(language) for texts in written)
    if not n:
        return ""
    return ntr(
        "{n} text has no wording in {language} and stands in the language it was written in.",
        "{n} texts have no wording in {language} and stand in the language they were written in.",
        n,
        language=LANGUAGE_NAMES[language],
    )
