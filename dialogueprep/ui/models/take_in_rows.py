"""The rows of the preview of a list that is taken in, and the words for what differs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.library import Passage, Rating
from dialogueprep.domain.taking_in import Change, Difference, Kind, Plan
from dialogueprep.domain.texts import LANGUAGE_NAMES, Text, Texts
from dialogueprep.sentences import explain
from dialogueprep.ui import dates, theme
from dialogueprep.words import clauses, later, ntr, tr

View = Literal["new", "changed", "same", "refused"]

KIND_WORDS: dict[Kind, str] = {
    "topic": later("Topic"),
    "recommendation": later("Recommendation"),
    "source": later("Source"),
    "tag": later("Tag"),
}
_FIELDS = {
    "titles": later("Title"),
    "summaries": later("Text"),
    "texts": later("Text"),
    "questions": later("Questions"),
    "dimension": later("Dimension"),
    "formats": later("Formats"),
    "tags": later("Tags"),
    "ratings": later("Ratings"),
    "passages": later("Passages"),
    "topic": later("Belongs to the topic"),
    "actor": later("Who would do it"),
    "addressee": later("Addressee"),
    "instrument": later("Instrument"),
    "horizon": later("By when"),
    "maturity": later("Maturity"),
    "support_as_printed": later("Support"),
    "title": later("Title"),
    "publisher": later("Publisher"),
    "published": later("Published"),
    "kind": later("Kind"),
    "language": later("Language"),
    "name": later("Name"),
}


@dataclass(frozen=True, slots=True)
class TakeInRow:
    """A row of the preview. ``taken`` is None where there is nothing to decide."""

    id: str
    title: str
    about: str
    taken: bool | None = None
    change: Change | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A field in words: its name, what it holds here and what in the file."""

    name: str
    mine: str
    theirs: str


def rows_of(
    plan: Plan, refused: tuple[Trouble, ...], view: View, left: Collection[str]
) -> list[TakeInRow]:
    """Return the rows of one of the four lists."""
    language = theme.window_language()
    if view == "refused":
        return [_refused(number, trouble) for number, trouble in enumerate(refused)]
    if view == "same":
        return [TakeInRow(e.id, e.titles.best(language), tr("as it is here")) for e in plan.same]
    changes = plan.new if view == "new" else plan.changed
    return [_change(change, change.id not in left) for change in changes]


def _change(change: Change, taken: bool) -> TakeInRow:
    title = change.titles.best(theme.window_language())
    kind = tr(KIND_WORDS[change.kind])
    names = dict.fromkeys(field_word(d) for d in change.differences)
    about = kind if not names else f"{kind} · {', '.join(names)}"
    return TakeInRow(change.id, title, about, taken, change)


def _refused(number: int, trouble: Trouble) -> TakeInRow:
    place = tr("Row {row}", row=trouble.facts["row"])
    return TakeInRow(f"refused {number}", place, explain(trouble), why=explain(trouble))


def field_word(difference: Difference) -> str:
    """Return the name of a field, with its language if it has one."""
    name = tr(_FIELDS.get(difference.field, difference.field))
    if difference.language is None:
        return name
    return tr("{name} ({about})", name=name, about=LANGUAGE_NAMES[difference.language])


def told_of(change: Change, titles: Mapping[str, str]) -> list[Told]:
    """Return what differs, or all that a new entry holds. ``titles`` are those of topics."""
    if change.mine is not None:
        return [_told(d, titles) for d in change.differences]
    if isinstance(change.theirs, Texts):
        return [Told(tr("Name"), "", said(change.theirs, titles))]
    held = (Difference(f.name, "", getattr(change.theirs, f.name)) for f in fields(change.theirs))
    return [_told(d, titles) for d in held if d.theirs and d.field != "id"]


def _told(it: Difference, titles: Mapping[str, str]) -> Told:
    mine, theirs = said(it.mine, titles), said(it.theirs, titles)
    if mine == theirs and isinstance(it.mine, Text) and isinstance(it.theirs, Text):
        mine, theirs = _with_state(it.mine), _with_state(it.theirs)
    return Told(field_word(it), mine, theirs)


def _with_state(text: Text) -> str:
    return f"{text.wording} ({tr(wording.of(text.state))})"


def said(value: object, titles: Mapping[str, str]) -> str:  # noqa: C901, PLR0911  one line a kind
    """Return a value of an entry in words."""
    match value:
        case None:
            return ""
        case Text():
            return value.wording
        case Texts():
            return "\n".join(text.wording for text in value.entries)
        case Passage():
            return " · ".join(p for p in (value.locator, value.text or "") if p)
        case Rating():
            return _rating(value)
        case StrEnum():
            return tr(wording.of(value))
        case date():
            return dates.day(value)
        case tuple():
            return "\n".join(said(each, titles) for each in value)
        case _:
            return titles.get(str(value), str(value))


def _rating(rating: Rating) -> str:
    axis = tr(wording.of(rating.axis))
    whom = f" {rating.delegation}" if rating.delegation else ""
    who = clauses(p for p in (rating.rater, dates.day(rating.rated)) if p)
    return f"{axis}{whom} {rating.value}: {rating.reason} ({who})"


def counts_of(plan: Plan, refused: int) -> dict[View, tuple[int, str]]:
    """Return the number of rows of each list, and its words."""
    return {
        "new": (len(plan.new), tr("New")),
        "changed": (len(plan.changed), tr("Changed")),
        "same": (len(plan.same), tr("Same")),
        "refused": (refused, tr("Refused")),
    }


def titles_of(plan: Plan) -> dict[str, str]:
    """Return the titles of the topics and sources that the file brings, by id."""
    language = theme.window_language()
    topics = {str(t.id): t.titles.best(language) for t in plan.brought.topics}
    return topics | {str(s.id): s.title for s in plan.brought.sources}


def histories_word(plan: Plan) -> str:
    """Say of which uses the workspace's own records stand; nothing if there are none."""
    if not plan.known_uses:
        return ""
    return ntr(
        "{n} use is of a dialogue that is kept here, whose own record stands.",
        "{n} uses are of dialogues that are kept here, whose own records stand.",
        plan.known_uses,
    )
