"""What a merge of two entries comes to, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogueprep.domain import wording
from dialogueprep.domain.library import Axis, Recommendation, Topic
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.domain.uses import History
from dialogueprep.words import listed, ntr, tr

Entry = Topic | Recommendation


def what_comes(
    kept: Entry, gone: Entry, became: Entry, tags: Mapping[str, Texts], history: History
) -> Iterator[str]:
    """Yield what the kept entry gains from the one that goes, and what is given up of that."""
    yield from _languages(kept, gone, became)
    new = [tag for tag in became.tags if tag not in kept.tags]
    if new:
        names = listed(tags.get(tag, Texts()).best(_language(kept)) or tag for tag in new)
        yield tr("Tags that come with it: {tags}.", tags=names)
    sources = {p.source for p in became.passages} - {p.source for p in kept.passages}
    if sources:
        n = len(sources)
        yield ntr("{n} more source is named.", "{n} more sources are named.", n)
    yield from _ratings(kept, became)
    if history.uses:
        n = history.dialogues
        yield ntr("Its use in {n} dialogue follows.", "Its uses in {n} dialogues follow.", n)


def _language(entry: Entry) -> Language:
    return entry.titles.best_text("en").language


def _languages(kept: Entry, gone: Entry, became: Entry) -> Iterator[str]:
    new = [t for t in became.titles.entries if not kept.titles.get(t.language)]
    if new:
        names = listed(LANGUAGE_NAMES[t.language] for t in new)
        yield tr("Its words in {languages} are added as translations.", languages=names)
    lost = [t for t in gone.titles.entries if became.titles.get(t.language) != t.wording]
    if lost:
        names = listed(LANGUAGE_NAMES[t.language] for t in lost)
        yield tr("Its own title in {languages} is given up.", languages=names)


def _ratings(kept: Entry, became: Entry) -> Iterator[str]:
    pairs = (
        (Axis.SENSITIVITY, kept.sensitivity, became.sensitivity),
        (Axis.OPERABILITY, kept.operability, became.operability),
    )
    for axis, before, after in pairs:
        if before != after:
            name = tr(wording.of(axis))
            yield tr("{axis} becomes {n}: the higher rating counts.", axis=name, n=after)
