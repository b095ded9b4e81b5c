"""Which English lists hold several ideas, and which name one: single words, parts of a name,
objects of one act, people who act."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Span

# Words behind a comma that go on with the sentence, and begin no item.
OUT_OF_LIST = re.compile(
    r"(?:with|which|while|to|by|in|on|as|at|for|through|especially|particularly|where|thus|thereby|"
    r"but|or|including|such as|like|e\.g\.|namely|who|whose|\w+ing (?:the|that|a|on))\b",
    re.IGNORECASE,
)
_MOST_WORDS = 14


def are_words(body: str, items: list[Span]) -> bool:
    """Return whether most items are single words: "energy and transport" names one field."""
    return sum(" " not in body[a:b].strip(" .;") for a, b in items) * 2 > len(items)


_A_THING = re.compile(r"(?:an?|one|two|three|four|five|\d+)\s", re.IGNORECASE)
_HOLDS = re.compile(r"(?:includ|cover|involv|compris)", re.IGNORECASE)


def are_things_apart(body: str, verb: Span, items: list[Span]) -> bool:
    """Return whether the objects of one verb are things of their own: "set up a registry, a fund
    and a school" holds three ideas, "share data, samples and results" one."""
    if _HOLDS.match(body, verb[0]):
        return sum(" " in body[a:b].strip(" .;") for a, b in items) * 2 > len(items)
    return sum(bool(_A_THING.match(body[a:b].lstrip())) for a, b in items) * 2 > len(items)


_NAME = re.compile(r"(?:an?|the|\w+ing)?\s*(?:[\"“].+[\"”]|(?:[A-Z][\w.-]*[\s)]*|\(\w+\)|of\s)+)")


_QUALIFIED = re.compile(
    r"(?:simplified|simpler|enhanced|improved|greater|more|better|stronger|closer|joint|"
    r"regular|support|"
    r"lower|longer|shorter|higher|looser|stricter|tighter|easier|"
    r"increased|further|expanded|deeper|wider|faster|cheaper|new|common|reduced|fewer)\s",
    re.IGNORECASE,
)


def is_pair_of_names(text: str, link: str) -> bool:
    """Return whether two items are both names: of treaties, or in quotation marks."""
    one, _, other = text.partition(link)
    if _QUALIFIED.match(one) and _QUALIFIED.match(other):
        return True
    named = all(_NAME.fullmatch(each.strip(" .")) for each in (one, other))
    return named and (len(one.split()) > 2 or '"' in one or "“" in one)


_AT_LENGTH = 4  # words
_OTHER_THING = re.compile(
    r"(?:greater|more|better|stronger|closer|regular|periodic|continuous|further|increased|"
    r"improved|"
    r"intensified|enhanced|expanded|continued|support|an?)\s(?:[\w-]+\s){1,4}?(?:of|in|for|"
    r"between|among|with|on|to)\s",
    re.IGNORECASE,
)


def is_told_at_length(words: str) -> bool:
    """Return whether a thing that is called for is named with more than a word or two."""
    return len(words.split()) >= _AT_LENGTH


def is_other_thing(words: str) -> bool:
    """Return whether words begin with a thing of their own: "greater investment in farms"."""
    return bool(_OTHER_THING.match(words))


_CAPITAL = re.compile(r"(?:[A-Z][\w-]*\s?)+(?:\(\w+\))?(?:\s[\w-]+)?")


def _is_one_name(words: list[str]) -> bool:
    """Return whether items are parts of one name: Women, Peace and Security (WPS)."""
    last = words[0].split()[-1]
    return (
        last[:1].isupper()
        and all(_CAPITAL.match(word) and len(word.split()[0]) > 2 for word in words[1:])
        and any(len(word.split()) == 1 for word in words[1:])
    )


_ITS = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)  # says more of the first item
_CLAUSE = re.compile(
    r"(?:the|they|it|this|these|those|we|he|she)\b.*\b(?:is|are|was|were|has|have|will|can)\b",
    re.IGNORECASE,
)


def is_list_of_ideas(body: str, items: list[Span], wording: Wording) -> bool:
    """Return whether the items of a list are ideas each, and no words, names or people."""
    words = [body[a:b].strip(" .;") for a, b in items]
    if len(words) < 2 or any(not w or len(w.split(",")[0].split()) > _MOST_WORDS for w in words):
        return False
    if sum(bool(wording.actors.search(w)) for w in words) * 2 > len(words):
        return False
    if any(_CLAUSE.match(word) for word in words) or any(_ITS.match(w) for w in words[1:]):
        return False
    if _is_one_name(words) or words[0].lower().find("between ") >= 0 > words[0].find(" and "):
        return False
    abstract = wording.pattern("abstract")
    if sum(
        bool(abstract.fullmatch(w.split()[-1])) and len(w.split()) < 3 for w in words
    ) * 2 >= len(words):
        return False
    return not any(OUT_OF_LIST.match(w) for w in words)
