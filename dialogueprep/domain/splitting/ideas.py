"""The ideas of one English sentence: chains of verbs, and lists of what they are about.

"It was suggested to set up a centre, recognise stocks, and open a fund" holds three ideas, and so
does "in fields such as vaccines, data, and finance". Places count characters of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.lists import (
    OUT_OF_LIST,
    are_things_apart,
    are_words,
    is_list_of_ideas,
    is_other_thing,
    is_pair_of_names,
    is_told_at_length,
)
from dialogueprep.domain.splitting.report import Span

_LINK = re.compile(r";\s*(?:and\s+)?|,\s*(?:and\s+|as well as\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?")
_COMMA = re.compile(r",\s*(?:and\s+|as well as\s+)?(?:for\s+(?!example|instance))?")
_REPEATED = re.compile(r"\bfor (?=[^,.;]{3,60}, for )")
_LAST = re.compile(r"(?:,\s*|\s+)and\s+")
_AND_SO_ON = re.compile(r"more|others|others like it|so on|beyond|the like", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea of a sentence: where it stands, its words with those it shares with the others,
    and its own words without them."""

    start: int
    end: int
    text: str
    own: str


def ideas_in(sentence: str, cue: Span, wording: Wording) -> list[Idea]:
    """Return the ideas of a sentence whose cue stands at this place; at least one."""
    parts = _parts(sentence, cue, wording)
    return [idea for part in parts for idea in _listed(sentence, part, wording)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a sentence with a verb of its own, and the words that stand before all."""

    start: int
    end: int
    verb: Span | None
    head: str


def _parts(sentence: str, cue: Span, wording: Wording) -> list[_Part]:
    first = _anchor(sentence, cue, wording)
    if first is None:
        return [_Part(0, len(sentence), None, "")]
    form = first.lastgroup or "base"
    starts = list(_chain(sentence, first, form, wording))
    ends = [*(m.link for m in starts), len(sentence)]
    head = sentence[: first.start()]
    rest = [_Part(m.start, end, m.verb, head) for m, end in zip(starts, ends[1:], strict=True)]
    return [_Part(0, ends[0], first.span(form), ""), *rest]


_AFTER_NOUN = re.compile(
    r"(?:of|for|in|is|are|was|were|has|have|among|between|rates?|and)\b", re.IGNORECASE
)
_MODAL = re.compile(r"(?:should|must|ought to|shall|needs? to|to)$", re.IGNORECASE)
_FREE_VERB = re.compile(r"\s+(?:(?:also|jointly|not|\w+ly)\s+){0,2}(?P<base>[a-z]+)\b")
_STATES = re.compile(r"be|have|been|remain|become|seem|reflect|include|mean", re.IGNORECASE)
_BE_DONE = re.compile(r"(?P<base>be) \w+(?:ed|en|t)\b", re.IGNORECASE)  # "and be given staff"
_NO_OBJECT = re.compile(r"\s*(?:\w+ly|together)?\s*[.;,]?$")
# "; start with two ports" says more of the idea that has begun.
_SAME_OBJECT = re.compile(r"(?:(?<=start)|(?<=begin))\s+with\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s$")  # "..., and to watch": a verb, whatever it is
_ANY_VERB = re.compile(
    r"(?:\w+ly )?(?!the |an? |this |that |it |its |they |these |in |on |for )(?P<base>[a-z]+)\b"
)
# "investing in ports, aligning rules, and optimising data": the third is one, whatever its verb.
_ANY_GERUND = re.compile(r"(?!being|having|including)(?P<gerund>[a-z]{3,}ing)\b(?= \w)")
_PASSIVE = re.compile(
    r"\b(?:is|are|be|been|was|were)\s+(?:\w+\s+){0,2}"
    r"(?:\w+ed|\w+en|set|built|put|made|held|called for)$",
    re.IGNORECASE,
)
_BY = re.compile(r"By\s+(?=\w+ing\b)", re.IGNORECASE)


def _anchor(sentence: str, cue: Span, wording: Wording) -> re.Match[str] | None:
    """Return the verb of action that the cue introduces, or with which the sentence begins."""
    start, end = cue
    by = _BY.match(sentence)
    opening = wording.act.match(sentence, by.end() if by else 0)
    if opening and (opening.group("gerund") if by or start else True) and (start == 0 or by):
        return opening
    passive = _PASSIVE.search(sentence[start:end])
    if passive and not re.match(r"it\b", sentence[:end], re.IGNORECASE):
        return None
    if _MODAL.search(sentence[start:end]) and (free := _FREE_VERB.match(sentence, end)):
        if act := wording.act.match(sentence, free.start("base")):
            return act  # "to answering"
        return None if _STATES.fullmatch(free.group("base")) else free
    if (asked := _ASKED.match(sentence, start)) and asked.end() > end:
        return _FREE_VERB.match(sentence, asked.end())
    return _first_act(sentence, cue, wording)


# "encourage others to join, and to take part": what they are to do is what is proposed.
_ASKED = re.compile(
    r"(?:\w+ ){0,3}?(?:encourag|urg|invit|ask|request|advis|call)(?:e|es|ed|s|ing)?\s"
    r"(?!to\s)(?:on\s|upon\s)?[^,;.]{3,60}?\sto(?=\s)",
    re.IGNORECASE,
)
_INCLUDES = re.compile(r"(?:include|involve)[sd]?\s+(?=\w+ing\b)", re.IGNORECASE)


def _first_act(sentence: str, cue: Span, wording: Wording) -> re.Match[str] | None:
    """Return the first verb of action in the words of the cue or close behind them."""
    start, end = cue
    for found in wording.act.finditer(sentence, start):
        between = sentence[end : found.start()]
        if len(between) > 25 or ("," in between and ":" not in between):
            return None
        if _INCLUDES.match(sentence, found.start()):
            continue
        if found.end() >= end - 1 and not _is_noun(sentence, found, wording):
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Next:
    link: int
    start: int
    verb: Span
    closes: bool


def _chain(sentence: str, first: re.Match[str], form: str, wording: Wording) -> Iterator[_Next]:
    """Yield where the verbs that follow the first in the same form begin.

    What comes after the last "and" is no link of the chain: ", reducing costs" is a result.
    """
    found = list(_links(sentence, first, form, wording))
    closing = [n for n, each in enumerate(found) if each.closes]
    yield from found[: closing[-1] + 1] if closing else []


def _links(sentence: str, first: re.Match[str], form: str, wording: Wording) -> Iterator[_Next]:
    last, since = first.end(), first.end()
    for link in _LINK.finditer(sentence, first.end()):
        chained = since > first.end()
        found = _verb_after(sentence, link, form, chained=chained, wording=wording)
        if found is None or found.lastgroup != form:
            continue
        if not _TO.search(link.group()) and _is_noun(sentence, found, wording):
            continue
        if _NO_OBJECT.match(sentence, found.end()) or _SAME_OBJECT.match(sentence, found.end()):
            continue
        between = sentence[since : link.start()]
        if not re.search(r"\w{2,}", sentence[last : link.start()]):
            last = found.end()
        elif not _serves_a_purpose(between, link.group(), form, wording):
            closes = "and" in link.group() or ";" in link.group()
            yield _Next(link.start(), link.end(), found.span(form), closes)
            last = since = found.end()


def _verb_after(
    sentence: str, link: re.Match[str], form: str, *, chained: bool, wording: Wording
) -> re.Match[str] | None:
    """Return the verb behind a comma or "and"; ``chained``: another has come before it."""
    at = link.end()
    found = wording.act.match(sentence, at)
    if found is None and form == "base":
        found = wording.chained.match(sentence, at) or _BE_DONE.match(sentence, at)
        if found is None and (";" in link.group() or _TO.search(link.group())):
            found = _ANY_VERB.match(sentence, at)
    if found is None and form == "gerund" and chained and "and" in link.group():
        found = _ANY_GERUND.match(sentence, at)
    return found


def _serves_a_purpose(between: str, link: str, form: str, wording: Wording) -> bool:
    """Return whether the next verb belongs to a clause of purpose that has begun: "to learn, teach"
    in the same form, and not "training staff to learn, opening schools"."""
    purpose = form != "gerund" and wording.pattern("purpose").search(between)
    gerund_before = re.search(r"\b(?:by|for|without)\s+\w+ing\b", between)
    told_again = link.startswith(",") and _TO.search(link)  # "to train, to test, and to report"
    if told_again or not (purpose or gerund_before):
        return False
    opened = purpose or gerund_before
    inside = between[opened.end() :] if opened else ""
    return not (link.startswith(";") or (link.startswith(", and") and "," not in inside))


_DETERMINED = re.compile(
    r"\b(?:an?|the|its|their|our|this|each|every|of|no|any)\s+$", re.IGNORECASE
)


def _is_noun(sentence: str, found: re.Match[str], wording: Wording) -> bool:
    """Return whether a word that can be a noun is one here."""
    if found.lastgroup == "base" and _DETERMINED.search(sentence, 0, found.start()):
        return True
    word = found.group(found.lastgroup or 0).lower()
    rest = sentence[found.end() :].lstrip()
    if rest[:1] in ("", ",", ".", ";", ")", "-", "’", "'"):
        return word not in ("cooperate", "begin")
    if word in wording.nouns_too:
        return bool(
            re.match(r"(?:of|for|in|is|are|was|were|has|have|among|between|rates?|and)\b", rest)
        )
    return False


# Lists


def _listed(sentence: str, part: _Part, wording: Wording) -> list[Idea]:
    body = sentence[part.start : part.end]
    verb = None if part.verb is None else (part.verb[0] - part.start, part.verb[1] - part.start)
    items = _items(body, verb, wording)
    if not items:
        text = part.head + body
        return [Idea(part.start, part.end, _tidy(text), _tidy(body))]
    before, after = body[: items[0][0]], body[items[-1][1] :]
    found: list[Idea] = []
    for n, (start, end) in enumerate(items):
        item = body[start:end]
        own = item if verb is None else _own(body, verb, items[0][0], item, wording)
        begins = part.start if n == 0 else part.start + start
        ends = part.end if n == len(items) - 1 else part.start + end
        found.append(Idea(begins, ends, _tidy(part.head + before + item + after), _tidy(own)))
    return found


def _own(body: str, verb: Span, first: int, item: str, wording: Wording) -> str:
    """Return an item with the verb that all items share: "set up" + "a fund"."""
    if _is_example(body[:first], wording) or wording.act.match(item):
        return item
    particle = re.match(r"\s+(?:up|out|down|on|in|off)\b", body[verb[1] :])
    known = body[verb[0] : verb[1]] + (particle.group() if particle else "")
    return item if item.startswith(("up ", "out ")) else f"{known} {item}"


def _is_example(before: str, wording: Wording) -> bool:
    return bool(
        wording.pattern("lists_after").search(before)
        or wording.pattern("fields_before").search(before)
        or before.rstrip().endswith(":")
    )


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;")


_PARTICLE = 6  # characters of "up" and the like between a verb and its objects


def _items(body: str, verb: Span | None, wording: Wording) -> list[Span]:
    for start in _list_starts(body, verb, wording):
        items = _items_from(body, start, wording)
        objects = verb is not None and verb[0] < start <= verb[1] + _PARTICLE
        if items and are_words(body, items):
            continue
        if items and not (objects and verb and not are_things_apart(body, verb, items)):
            return items
    return []


_WANTED = re.compile(
    r"\b(?:needs?|calls?|called|calling|pleas?|asks?|asked|pressed|pushed|appeals?|appealed)\s+for\s+",
    re.IGNORECASE,
)
_WHO_MEET = re.compile(
    r"(?:pair|link|connect|bring|unite|convene|invite|gather|match|involve|include|engage|consult|"
    r"combine|mix|join)(?:ing)?",
    re.IGNORECASE,
)


def _list_starts(body: str, verb: Span | None, wording: Wording) -> Iterator[int]:
    for found in wording.pattern("fields_before").finditer(body):
        if not wording.pattern("not_lists").search(body[: found.start()]):
            yield found.end()
    purpose = wording.pattern("purpose").search(body, verb[1] if verb else 0)
    for found in wording.pattern("lists_after").finditer(body):
        served = purpose is not None and purpose.start() < found.start() and verb is not None
        if not served and not wording.pattern("not_lists").search(body[: found.start()]):
            yield found.end()
    yield from (found.end() for found in _WANTED.finditer(body))
    yield from (found.end() for found in _PROPOSED.finditer(body))
    yield from (found.end() for found in _REPEATED.finditer(body))
    colon = body.find(": ")
    if colon > 0 and not wording.pattern("not_lists").search(body[:colon]):
        yield colon + 2
    if verb is not None and not _WHO_MEET.fullmatch(body[verb[0] : verb[1]]):
        particle = re.match(r"\s+(?:up|out|down)\b", body[verb[1] :])
        yield verb[1] + (particle.end() if particle else 0) + 1


# "a register, kept in turn by three navies, and a fund": it says more of the register.
_ASIDE = re.compile(
    r"(?!need)(?:\w+ed|held|kept|set|made|built|run|led|paid|drawn|given|put)\s(?:\w+ly\s|jointly\s)?"
    r"(?:by|in|on|at|with|from|for|to|out|up|under|among|between|through|every|each|once|as)\b"
)


def _items_from(body: str, start: int, wording: Wording) -> list[Span]:
    """Return the items of a list that begins here; none unless it is a list of ideas."""
    end = _end_of_clause(body, start, wording)
    items: list[Span] = []
    at = start
    for link in _COMMA.finditer(body, start, end):
        if _ASIDE.match(body, link.end()) and "and" not in link.group():
            continue
        if OUT_OF_LIST.match(body, link.end()):
            end = link.start()
            break
        items.append((at, link.start()))
        at = link.end()
        if "and" in link.group() or "as well" in link.group():
            return _checked(body, [*items, (at, _end_of_last(body, at, end))], wording)
    last = _LAST.search(body, at, end)
    if not items and (wanted := _two_wanted(body, at)):
        return wanted
    if last is None or not (items or is_pair_of_names(body[at:end], last.group())):
        return []
    items.append((at, last.start()))
    return _checked(body, [*items, (last.end(), _end_of_last(body, last.end(), end))], wording)


_PROPOSED = re.compile(
    r"\b(?:recommend|propos|suggest|advocat|request)(?:e?s|e?d|ing|e)?\s+(?=(?:an?|more|\w+er)\s)",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(r"for (?=\w+ \w+ \w+)")
_STOP = re.compile(r"[.;:,](?=\s|$)")


def _two_wanted(body: str, start: int) -> list[Span]:
    """Return two things that are called for, each told at length: "efforts to find fuels and
    greater investment in farms"; nothing where there are not two."""
    wanted = any(found.end() == start for found in _WANTED.finditer(body, 0, start))
    if not wanted and not any(found.end() == start for found in _PROPOSED.finditer(body)):
        return []
    end = next((m.start() for m in _STOP.finditer(body, start)), len(body))
    for link in reversed(list(_LAST.finditer(body, start, end))):
        one, other = body[start : link.start()], body[link.end() : end]
        again = _FOR_ANOTHER.match(other)  # "for a truce and for a doctor on every boat"
        if is_told_at_length(one) and (again or is_other_thing(other)):
            return [(start, link.start()), (link.end() + (again.end() if again else 0), end)]
    return []


def _end_of_clause(body: str, start: int, wording: Wording) -> int:
    """Return where the words of a list end at the latest; a short form in brackets ends none."""
    for close in wording.pattern("clause_end").finditer(body, start):
        if ")" not in close.group() or "(" not in body[start : close.start()]:
            return close.start()
    return len(body)


def _checked(body: str, items: list[Span], wording: Wording) -> list[Span]:
    start, end = items[-1]
    if _AND_SO_ON.fullmatch(body[start:end].strip(" .")) and len(items) > 2:
        items = [*items[:-2], (items[-2][0], end)]
    return items if is_list_of_ideas(body, items, wording) else []


def _end_of_last(body: str, at: int, end: int) -> int:
    comma = body.find(",", at, end)
    return comma if comma > 0 else end
