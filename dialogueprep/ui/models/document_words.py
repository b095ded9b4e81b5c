"""What the page Documents says of a document: for whom it is, and what is not translated."""

from __future__ import annotations

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience, Brief, Product
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.of_library import OfLibrary
from dialogueprep.domain.text_places import shown_without
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.words import later, ntr, sentences, tr

_READ_BY = {
    Audience.ORGANISERS: later("{product}, for organisers only"),
    Audience.PARTICIPANTS: later("{product}, for participants"),
    Audience.OBSERVERS: later("{product}, for observers"),
    Audience.CHAIR: later("{product}, for the chair"),
    Audience.PUBLIC: later("{product}, for the public"),
}


def described(product: Product, audience: Audience) -> str:
    """Return the name of a product with its readers."""
    return tr(_READ_BY[audience], product=tr(wording.of(product)))


def untranslated(material: Material, brief: Brief, language: Language) -> str:
    """Return how many texts of a document stand in another language than the document's, or
    nothing."""
    own = _own_texts(len(shown_without(language, material, brief)), language)
    pack = brief.product is Product.BRIEFING_PACK
    topics = _of_topics(material.library, language) if pack else ""
    return sentences([it for it in (own, topics) if it])


def _of_topics(library: OfLibrary, language: Language) -> str:
    """Return how many topics on the agenda have no summary in a language, or nothing."""
    known = library.topics.values()
    n = sum(bool(t.summaries) and not t.summaries.get(language) for t in known)
    if not n:
        return ""
    return ntr(
        "The library says in another language what {n} topic is about.",
        "The library says in another language what {n} topics are about.",
        n,
    )


def _own_texts(n: int, language: Language) -> str:
    if not n:
        return ""
    return ntr(
        "{n} text has no wording in {language} and stands in the language it was written in.",
        "{n} texts have no wording in {language} and stand in the language they were written in.",
        n,
        language=LANGUAGE_NAMES[language],
    )
