"""A library as plain rows, the same for every kind of file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogueprep.domain.collection import AnyEntry, Collection
from dialogueprep.domain.library import Passage, Rating, Recommendation, Source, Topic
from dialogueprep.domain.texts import LANGUAGES, Texts, TextState
from dialogueprep.domain.uses import Use
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.library_cells import joined
from dialogueprep.exchange.library_columns import Record

_OFTEN = 100  # entries between two ticks


def records(collection: Collection, tick: Tick = quiet) -> list[Record]:
    """Return the rows of a library: each entry is followed by what hangs on it.

    What has no value has no cell. Ratings and uses are written as far as the library has them.
    ``tick`` is told how many entries are done; it may raise Cancelled.
    """
    used: dict[str, list[Use]] = {}
    for use in collection.uses:
        used.setdefault(use.entry, []).append(use)
    rows: list[Record] = []
    for number, entry in enumerate(collection.entries, start=1):
        rows.extend(_entry(entry, used.get(entry.id, ())))
        if number % _OFTEN == 0:
            tick(number, len(collection.entries))
    rows += [_source(s) for s in collection.sources]
    rows += [
        {"kind": "tag", "id": slug, **_texts("title", names)}
        for slug, names in collection.tags.items()
    ]
    rows += [
        {"kind": "pair", "of": d.one, "with": d.other, "verdict": d.verdict.value}
        for d in collection.decisions
    ]
    return [{column: value for column, value in row.items() if value} for row in rows]


def standard_states(languages: Iterable[str]) -> dict[str, TextState]:
    """Return the states that wordings in these languages have unless a file says otherwise.

    The first in the order of LANGUAGES is the original, the others are translations.
    """
    here = [language for language in LANGUAGES if language in set(languages)]
    first, rest = here[:1], here[1:]
    return dict.fromkeys(first, TextState.ORIGINAL) | dict.fromkeys(rest, TextState.TRANSLATED)


def _texts(field: str, texts: Texts) -> Record:
    states = {t.language: t.state for t in texts.entries}
    row = {f"{field} {t.language}": t.wording for t in texts.entries}
    if states != standard_states(states):
        said = ", ".join(f"{language} {state.value}" for language, state in states.items())
        row[f"{field} states"] = said
    return row


def _entry(entry: AnyEntry, uses: Iterable[Use]) -> Iterator[Record]:
    yield _topic(entry) if isinstance(entry, Topic) else _recommendation(entry)
    for question in entry.questions if isinstance(entry, Topic) else ():
        yield {"kind": "question", "of": entry.id, **_texts("text", question)}
    for passage in entry.passages:
        yield _passage(entry.id, passage)
    for rating in entry.ratings:
        yield _rating(entry.id, rating)
    for use in uses:
        yield _use(use)


def _common(entry: AnyEntry, text: Texts) -> Record:
    return {
        "id": entry.id,
        **_texts("title", entry.titles),
        **_texts("text", text),
        "dimension": entry.dimension.value,
        "formats": joined(entry.formats),
        "tags": joined(entry.tags),
    }


def _topic(topic: Topic) -> Record:
    return {"kind": "topic", **_common(topic, topic.summaries)}


def _recommendation(it: Recommendation) -> Record:
    return {
        "kind": "recommendation",
        **_common(it, it.texts),
        "of": it.topic,
        "actor": it.actor or "",
        "addressee": it.addressee or "",
        "instrument": it.instrument or "",
        "horizon": it.horizon or "",
        "maturity": it.maturity.value if it.maturity else "",
        "support as printed": it.support_as_printed or "",
    }


def _passage(entry: str, passage: Passage) -> Record:
    return {
        "kind": "passage",
        "id": passage.id,
        "of": entry,
        "source": passage.source,
        "locator": passage.locator,
        "passage": passage.text or "",
        "start": _number(passage.start),
        "end": _number(passage.end),
    }


def _source(source: Source) -> Record:
    return {
        "kind": "source",
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "type": source.kind.value,
        "language": source.language,
    }


def _rating(entry: str, rating: Rating) -> Record:
    return {
        "kind": "rating",
        "id": rating.id,
        "of": entry,
        "axis": rating.axis.value,
        "value": str(rating.value),
        "reason": rating.reason,
        "rater": rating.rater,
        "rated": rating.rated.isoformat(),
        "review by": rating.review_by.isoformat() if rating.review_by else "",
        "delegation": rating.delegation or "",
    }


def _use(use: Use) -> Record:
    """Return the row of a use. What findings say stays behind: it leaves as a document only."""
    return {
        "kind": "use",
        "of": use.entry,
        **_texts("title", use.names),
        **_texts("text", use.titles),
        "dialogue": use.dialogue,
        "round": _number(use.round),
        "first day": use.first_day.isoformat(),
        "day": str(use.day + 1),
        "phase": use.phase.value,
        "item": use.item or "",
        "minutes planned": _number(use.planned),
        "minutes taken": _number(use.actual),
        "ended": joined(tuple(c.value for c in use.ended)),
    }


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
