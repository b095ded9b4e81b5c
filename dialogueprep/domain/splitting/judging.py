"""Whether a sentence proposes something, and where the words stand that say so."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from dialogueprep.domain.splitting.context import NOMINAL_ACT, Place
from dialogueprep.domain.splitting.cues import Patterns, Wording
from dialogueprep.domain.splitting.duties_chinese import ANOTHER, THEN, shares_its_duty
from dialogueprep.domain.splitting.report import Span


def cue_in(
    sentence: str,
    place: Place,
    wording: Wording,
    *,
    latest: int | None,
    headed: int | None = None,
) -> Span | None:
    """Return where a sentence says that it proposes, or None if it does not.

    ``latest`` is the latest year that the report names: what was proposed in earlier years is
    history, and so is what stands in the past under a heading with such a year (``headed``).
    Under a heading of background only the plainest words count.
    """
    sentence = _TITLES.sub(lambda m: "　" * len(m.group()), sentence)
    if place is Place.LEFT_OUT:
        return None
    cue = first_of(wording.strong, sentence)
    if cue is None and not place.tells:
        cue = first_of(wording.weak, sentence)
    if cue is None or _is_no_proposal(sentence, wording, latest, headed):
        return None
    if place.tells and not _is_addressed(sentence, cue, place, wording):
        return None
    return cue


def _is_addressed(sentence: str, cue: Span, place: Place, wording: Wording) -> bool:
    """Return whether a sentence of background says who should do what, and not what others do."""
    if _ONLY_MUST.fullmatch(sentence[cue[0] : cue[1]]):
        return bool(_OUR_TURN.search(sentence))
    addressed = wording.pattern("addressed").search(sentence)
    return place is Place.BACKGROUND or bool(addressed)


_OUR_TURN = re.compile(  # those who act are the readers: it is no rule that others live by
    r"\b(?:we|our|both sides|the (?:two|three) \w+)\b|我[们們国國]|[三两兩]国|[三两兩]國|双方|雙方|"
    r"わが国|我が国|我々|われわれ|[三両]国|우리|저희|[두세] 나라|삼국|양국|3국",
    re.IGNORECASE,
)


# In background this tells what everybody has to do as things stand: "Captains must ask twice."
_ONLY_MUST = re.compile(
    r"must|ha(?:s|ve) to \w+|[必][须須]|[须須]|.{0,4}(?:なければ|ねば)なら.{0,3}|"
    r".{0,6}야 ?(?:한다|합니다|함)",
    re.IGNORECASE,
)


_TITLES = re.compile(r"《[^》]{1,60}》|『[^』]{1,60}』")  # the name of a book proposes nothing


@lru_cache(maxsize=256)
def first_of(patterns: Patterns, sentence: str) -> Span | None:
    """Return the earliest match of any of these patterns. A sentence is asked about several times
    in a row: as a point of its list, by itself, and clause by clause."""
    found = [m.span() for p in patterns if (m := p.search(sentence))]
    return min(found, default=None)


def _is_no_proposal(sentence: str, wording: Wording, latest: int | None, since: int | None) -> bool:
    if any(p.search(sentence) for p in wording.never):
        return True
    return latest is not None and _is_history(sentence, wording, latest, since)


def _is_history(sentence: str, wording: Wording, latest: int, since: int | None) -> bool:
    years = [int(y) for y in wording.pattern("year").findall(sentence)]
    years = years or ([since] if since else [])
    if not years or max(years) >= latest:
        return False
    present = wording.pattern("present").search(sentence)
    return bool(wording.pattern("past").search(sentence)) and not present


_BY_WHOM = re.compile(r"\s*[(（][^()（）]{1,14}[)）]$")  # "暦をつくる（両方）"


def is_imperative(point: str, wording: Wording) -> bool:
    """Return whether a point of a list tells to do something: "Open a hotline", "Opening one"."""
    if any(p.search(point) for p in wording.never):
        return False
    if wording.language != "en":
        return bool(wording.pattern("imperative").search(_BY_WHOM.sub("", point.strip())))
    found = wording.act.match(point)
    nominal = NOMINAL_ACT.match(point) and not wording.pattern("states").search(point)
    return is_command(point, wording) or bool(nominal or (found and found.group("gerund")))


def is_command(point: str, wording: Wording) -> bool:
    """Return whether English words begin with a verb that tells to do something."""
    point = _LABELLED.sub("", point, count=1)
    found = wording.act.match(point)
    if found is None or found.group("gerund"):
        return False
    rest = point[found.end() :].lstrip()
    if not rest or rest[0] in ",.;:)":
        return False
    return found.group("base").lower() not in wording.nouns_too or not _AFTER_NOUN.match(rest)


def tells_the_reader(sentence: str, place: Place, wording: Wording) -> bool:
    """Return whether a sentence of plain text tells to do something: "Give each harbour a budget
    for interpreters." Outside of plain text that is no more than a step of what is told."""
    if place is not Place.PLAIN or any(p.search(sentence) for p in wording.never):
        return False
    return bool(wording.pattern("command").match(sentence)) and sentence.endswith(".")


def is_something_new(point: str, wording: Wording) -> bool:
    """Return whether an English point names a thing that is not there yet: "A shared hotline"."""
    if wording.language != "en" or wording.pattern("states").search(point):
        return False
    return bool(_NEW.match(point)) and len(point.split()) > 3


_NEW = re.compile(
    r"(?:an?|one|more|fewer|better|joint|free|shared|regular|common|yearly|annual|monthly)\s+[a-z]",
    re.IGNORECASE,
)


_LABELLED = re.compile(r"^[^:.,]{2,40}:\s+(?=\S)")
_AFTER_NOUN = re.compile(
    r"(?:of|for|in|is|are|was|were|has|have|among|between|by|rates?|from|and|beyond|after|during)\b",
    re.IGNORECASE,
)


_JOINT = {
    "en": re.compile(
        r"[,;]\s+(?:and|while|but|whereas)\s+|;\s+|"
        r"\s+and\s+(?:also\s+)?(?=(?:we|they|I|it|that|pledged|agreed|called|urged|recommended|"
        r"proposed)\s|"
        r"(?:the|all|both|each|an?)\s[^,;]{3,60}?\s(?:should|must|shall|needs? to)\s|"
        r"(?:[\w-]+ ){1,3}to (?!the\b)[a-z]{3,} )"
    ),
    "zh": re.compile(rf"[；;]\s*|[，,](?={THEN}|{ANOTHER})"),
    "ja": re.compile(
        r"(?<=を提案し)、(?=[^、。]{2,16}は、)|(?<=を求め)、|(?<=に求め)、|(?<=を)、(?=[^、。]{1,14}に(?:は|対し)[^、。]{2,}を)|(?<=要請し)、|(?<=要望し)、|(?<=[りで])、|(?<=[^な]く)、|"
        r"(?<=とともに)、"
    ),
    "ko": re.compile(r"(?<=[며고]),\s+|(?<=[가-힣]야 하며),|(?<=며)\s+|(?<=면서)\s+|(?<=고요),\s+"),
}
_SAME = re.compile(r"^[^,;]{3,60}\s(?:it|one|so|this|them)\.?$", re.IGNORECASE)  # "create one"
_OWN_SUBJECT = re.compile(r"(?!to\b|not\b|then\b|that\b)\S+\s", re.IGNORECASE)


def clauses(sentence: str, place: Place, wording: Wording) -> list[Span]:
    """Return the clauses of a sentence that each propose; the whole if only one does."""
    if wording.language == "zh" and (told := told_apart(sentence, place, wording)):
        return told
    found: list[Span] = []
    start = 0
    for joint in _JOINT[wording.language].finditer(sentence):
        left, right = sentence[start : joint.start()], sentence[joint.end() :]
        if wording.language == "zh" and joint.group() in ("，", ","):
            own = _proposes_itself(left, place, wording) and shares_its_duty(left, right, wording)
        else:
            own = all(_proposes_itself(part, place, wording) for part in (left, right))
        own = own or _goes_on_to_propose(right, left, place, wording)
        own = own or ("while" in joint.group() and _acts_meanwhile(left, right, place, wording))
        if own and not _SAME.search(right):
            found.append((start, joint.start()))
            start = joint.end()
    return [*found, (start, len(sentence))]


_AND_PLEDGED = re.compile(
    r"(?:pledged|agreed|decided|committed|vowed|promised|resolved|called|urged|recommended|"
    r"proposed|"
    r"encouraged|requested|invited|undertook)\s(?:to|for|on|that|the|\w+ing)\s",
    re.IGNORECASE,
)


def _goes_on_to_propose(right: str, left: str, place: Place, wording: Wording) -> bool:
    """Return whether the same people do it again: "They asked for data, and agreed to meet"."""
    if wording.language == "ja":
        return bool(_ASKED_FOR.search(left)) and _proposes_itself(right, place, wording)
    if right.startswith("that "):
        return bool(_SAID_THAT.search(left)) and bool(_BE_DONE.search(right))
    asked = _OTHERS_TO.match(right) if wording.language == "en" else None
    if asked and _ASKED_TO.search(left):
        who = asked["who"]
        if any(wording.actors.search(each) for each in (who, who + "s")):  # "side"
            return True
    said = wording.language == "en" and _AND_PLEDGED.match(right)
    told = first_of(wording.strong, left) or _URGED.search(left)
    return bool(said and told) and place is not Place.LEFT_OUT


# "urged airlines to bring back flights and airports to lower their fees"
_OTHERS_TO = re.compile(r"(?P<who>(?:[\w-]+ ){0,2}[\w-]+) to [a-z]{3,} ")
_ASKED_TO = re.compile(
    r"\b(?:urg|ask|call|invit|encourag|request|press|want|advis|task|direct)\w*\s"
    r"[^,;.]{3,60}?\sto [a-z]|\b(?:offered|undertook|pledged|promised|volunteered) to [a-z]"
)
_SAID_THAT = re.compile(
    r"\b(?:propose|recommend|suggest|ask|agree|resolve|urge|request|demand|insist)"
    r"(?:s|d|ed)? that\s"
)
_BE_DONE = re.compile(r"\b(?:be|should|must|shall)\s")
_ASKED_FOR = re.compile(r"(?:[をに]求め|要請し|要望し)$|に(?:は|対し)[^、]{2,}を$")
_URGED = re.compile(
    r"\b(?:encouraged|urged|called for|requested|invited|supported|endorsed|asked)\s"
)


_WHOSE = re.compile(r"(?:the )?(?:[\w-]+ ){1,2}", re.IGNORECASE)


def _acts_meanwhile(left: str, right: str, place: Place, wording: Wording) -> bool:
    """Return whether others do something else: "should pay, while embassies set up desks"."""
    who = _WHOSE.match(right)
    if who is None or not _proposes_itself(left, place, wording):
        return False
    acts = [wording.act.match(right, m.end()) for m in re.finditer(r"\s", right[: who.end()])]
    return any(act and not act.group("gerund") for act in acts)


_INLINE = (
    re.compile(r"[①-⑳]\s*"),
    re.compile(r"[▲△▷▶■□◆◇]\s*"),
    re.compile(
        r"(?:(?<=[，；：,;:。])|^)\s?(?:[一二三四五六七八九](?:是要?|要)|"
        r"其[一二三四五六七八九][，,])(?=\S{4})"
    ),
    re.compile(r"(?:(?<=[\s,:])|^)(?:첫|둘|셋|넷|다섯|여섯)째(?:는|로)?,?\s+(?=\S{2})"),
    re.compile(r"(?:(?<=[、。：])|^)第?[一二三四五六](?:に(?:は)?|つ目[はに])、\s?(?=\S{4})"),
    re.compile(
        r"(?:(?<=[，；：,;:])|^)\s?(?:首先|其次|再次|最后|第[一二三四五六])(?:是|[，,、])\s?(?=\S{4})"
    ),
    re.compile(
        r"[（(](?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3}|[一二三四五六七八九十]{1,2}|[가-하])[)）]\s*"
    ),
)


def enumerated(sentence: str) -> list[Span]:
    """Return the items of a sentence that numbers or marks them: "(1) ...; (2) ...", ▲ ... ▲ ...;
    none if there are fewer than two."""
    for mark in _INLINE:
        places = [m.span() for m in mark.finditer(sentence)]
        if len(places) > 1 and all(b[0] - a[1] > 3 for a, b in itertools.pairwise(places)):
            ends = [*(a for a, _ in places[1:]), len(sentence)]
            return [(b, end) for (_, b), end in zip(places, ends, strict=True)]
    return []


_LEADS_TO_ALL = re.compile(
    r"建[议議]|提[议議]|倡[议議]|呼[吁籲]|主[张張]|包括|如下|[:：]|[应應]|要|希望|[将將]"
)


def told_apart(sentence: str, place: Place, wording: Wording) -> list[Span]:
    """Return the clauses between three or more semicolons of one that proposes them all: each is
    one idea, since its author told them apart so. None if there are fewer."""
    marks = [m.span() for m in re.finditer(r"[；;]\s*", sentence)]
    starts, ends = [0, *(b for _, b in marks)], [*(a for a, _ in marks), len(sentence)]
    spans = [s for s in zip(starts, ends, strict=True) if s[1] - s[0] > 3]
    if len(spans) < 2 or (len(spans) == 2 and not _INCLUDES.search(sentence)):
        return spans if len(spans) == 2 and _all_act(sentence, spans, place, wording) else []
    first = sentence[spans[0][0] : spans[0][1]]
    if not _LEADS_TO_ALL.search(first) or any(
        wording.pattern("states").search(sentence[a:b]) for a, b in spans
    ):
        return []
    return _with_lead_apart(sentence, spans, wording)


_SHORT = 8  # characters of a clause that only adds to another


def _all_act(sentence: str, spans: list[Span], place: Place, wording: Wording) -> bool:
    """Return whether each of these clauses proposes, or tells to do something."""
    parts = [sentence[a:b] for a, b in spans]
    if place is Place.RECOMMENDING and all(len(p) > _SHORT for p in parts):
        return not any(wording.pattern("states").search(p) for p in parts)
    return all(is_imperative(p, wording) or _proposes_itself(p, place, wording) for p in parts)


_INCLUDES = re.compile(r"[，,]?\s*(?:包括|具[体體]如下|具[体體]包括|即|如下)[：:]")


def _with_lead_apart(sentence: str, spans: list[Span], wording: Wording) -> list[Span]:
    """Return the clauses with the act before 包括： apart from the first that it includes."""
    start, end = spans[0]
    found = _INCLUDES.search(sentence, start, end)
    if found is None or end - found.end() < 4:
        return spans
    lead = sentence[start : found.start()]
    apart = [(start, found.start())] if is_imperative(lead, wording) else []
    return [*apart, (found.end(), end), *spans[1:]]


def _proposes_itself(clause: str, place: Place, wording: Wording) -> bool:
    cue = first_of(wording.strong, clause)
    if cue is None and not place.tells:
        cue = first_of(wording.weak, clause)
    if cue is None:
        return False
    return wording.language != "en" or (cue[1] > 4 and bool(_OWN_SUBJECT.match(clause)))


def goes_on(sentence: str, wording: Wording) -> bool:
    """Return whether a sentence only goes on about the proposal before it."""
    return bool(wording.pattern("goes_on").search(sentence))


_MOST_OF_A_LEAD = {"en": 30, "zh": 12, "ja": 16, "ko": 18}


def is_lead(text: str, wording: Wording) -> bool:
    """Return whether a short sentence only names what the next one says: "State guarantees."."""
    short = len(text) <= _MOST_OF_A_LEAD[wording.language]
    acts = is_command if wording.language == "en" else is_imperative
    return short and not acts(text.rstrip("。."), wording)
