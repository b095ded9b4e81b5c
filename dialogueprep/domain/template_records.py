"""Templates of agendas as plain tables, as they stand in files and in the workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from dialogueprep.domain.dialogue import DAY_STARTS, DayHours, ItemKind, Terms
from dialogueprep.domain.templates import AgendaTemplate, TemplateItem
from dialogueprep.domain.texts import LANGUAGES, Texts

Record = Mapping[str, Any]
MOST_ITEMS, MOST_DAYS, LONGEST_TEXT = 300, 14, 2000
SHORTEST, LONGEST = 5, 720  # minutes of an item
LATEST = 36 * 60  # an item may begin after midnight of its day


def record_of(template: AgendaTemplate) -> dict[str, Any]:
    """Return a template as tables, lists and words; without its id."""
    return {
        "titles": _wordings(template.titles),
        "summaries": _wordings(template.summaries),
        "days": [_day(h) for h in template.hours],
        "items": [_item_record(i) for i in template.items],
    }


def template_from(record: Record, template_id: str) -> AgendaTemplate:
    """Return the template that a record describes.

    An item's title is a table of wordings, or the name of one under ``words``. Raises KeyError
    for what is missing and ValueError or TypeError for what has no sense, with the reason.
    """
    words = record.get("words", {})
    items = tuple(_item(each, words) for each in _tables(record["items"], MOST_ITEMS))
    if not items:
        raise ValueError("it has no items")
    return AgendaTemplate(
        id=template_id,
        titles=_needed(_texts(record["titles"])),
        summaries=_texts(record.get("summaries", {})),
        items=tuple(sorted(items, key=lambda i: i.day)),
        hours=tuple(_hours(each) for each in _tables(record.get("days", []), MOST_DAYS)),
    )


def _item(record: Record, words: Record) -> TemplateItem:
    title = record["title"]
    anchor = record.get("anchor")
    questions = _tables(record.get("questions", []), 50)
    return TemplateItem(
        kind=ItemKind(record["kind"]),
        titles=_needed(_texts(words[title] if isinstance(title, str) else title)),
        day=_number(record["day"], 0, MOST_DAYS - 1),
        minutes=_number(record["minutes"], SHORTEST, LONGEST),
        lane=_number(record.get("lane", 0), 0, 20),
        anchor=None if anchor is None else _time(anchor),
        stretch=_number(record.get("stretch", 100), 100, 300),
        terms=Terms(record.get("terms", Terms.RULE)),
        questions=tuple(filter(None, map(_texts, questions))),
    )


def _item_record(item: TemplateItem) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": item.kind.value,
        "title": _wordings(item.titles),
        "day": item.day,
        "minutes": item.minutes,
    }
    found |= {"lane": item.lane} if item.lane else {}
    found |= {"anchor": _clock(item.anchor)} if item.anchor is not None else {}
    found |= {"stretch": item.stretch} if item.stretch != 100 else {}
    found |= {"terms": item.terms.value} if item.terms is not Terms.RULE else {}
    found |= {"questions": [_wordings(q) for q in item.questions]} if item.questions else {}
    return found


def _day(hours: DayHours) -> dict[str, Any]:
    ends = {} if hours.ends is None else {"ends": _clock(hours.ends)}
    return {"day": hours.number, "starts": _clock(hours.starts), **ends}


def _hours(record: Record) -> DayHours:
    starts, ends = record.get("starts"), record.get("ends")
    return DayHours(
        _number(record["day"], 0, MOST_DAYS - 1),
        DAY_STARTS if starts is None else _time(starts),
        None if ends is None else _time(ends),
    )


def _wordings(texts: Texts) -> dict[str, str]:
    return {t.language: t.wording for t in texts.entries}


def _texts(value: object) -> Texts:
    if not isinstance(value, Mapping):
        raise TypeError('a text stands under its languages: { en = "…" }')
    table = cast("Record", value)
    found = {k: " ".join(str(table[k]).split())[:LONGEST_TEXT] for k in table if k in LANGUAGES}
    return Texts.of(cast("Any", found))


def _needed(texts: Texts) -> Texts:
    if not texts:
        raise ValueError("a title has no words in any language")
    return texts


def _tables(value: object, most: int) -> Sequence[Record]:
    if not isinstance(value, list):
        raise TypeError("a list of tables is expected")
    found = cast("list[object]", value)
    if not all(isinstance(each, Mapping) for each in found):
        raise TypeError("a list of tables is expected")
    if len(found) > most:
        raise ValueError(f"it has more than {most} entries in one list")
    return cast("Sequence[Record]", found)


def _number(value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{value!r} is no number from {low} to {high}")
    return value


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _time(clock: object) -> int:
    """Return a time of day as minutes after midnight; "25:30" is half past one at night."""
    hours, colon, minutes = str(clock).partition(":")
    if not (colon and hours.isascii() and minutes.isascii()
            and hours.isdecimal() and minutes.isdecimal() and len(hours) <= 2):  # fmt: skip
        raise ValueError(f"{clock!r} is not a time of day like '12:30'")
    return _number(int(hours) * 60 + int(minutes), 0, LATEST)
