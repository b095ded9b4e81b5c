"""Tells whether what stands behind a name in hurried notes is a stance, with or without a verb.

"Gu against", "SIPS not keen on tiers", "both Americans ok w/ it", "Ryu -> two", "Moon again: no".
"""

from __future__ import annotations

import re

_HOW = (
    r"(?:,? (?:also|too|still|again|now|later|then|once more|rather|quite|very|v\.?|more|less|so|"
    r"a bit|a little|not|never|no longer|all|both|mostly|loudly|(?!only|early|family|reply|supply|"
    r"daily|weekly|july)[a-z]{2,}ly)){0,3}"
)
_BEING = (
    r"(?: (?:is|are|was|were|isn't|aren't|wasn't|weren't|remains?|remained|stays|stayed|seems?|"
    r"seemed|sounds?|sounded|looks?|looked|feels?|felt|grew|became))?"
)
_LEANING = (
    r"against(?! the (?:wall|sea|wind|tide|clock|current|grain))|in favou?r|for it(?! to)|all for|"
    r"opposed|sceptical|skeptical|unconvinced|convinced|unsure|not sure|"
    r"(?:cautious|careful)(?=[.,;]|$| (?:about|abt|on|re)(?![a-z]))|"
    r"less sure|worried|concerned|keen|open to|fine (?:with|w/)|fine(?=[.,;]|$)|ok(?:ay)? (?:with|"
    r"w/)|"
    r"ok(?:ay)?(?=[.,;]|$)|happy|unhappy|uneasy|wary|lukewarm|doubtful|hesitant|reluctant|"
    r"undecided|"
    r"on board|supportive|strong on|weak on|less so|in two minds|of two minds|of the same mind|"
    r"impressed|unimpressed|annoyed|angry|amused|relieved|disappointed|"
    r"silent|quiet(?! (?:street|town|week|day|night|room))|"
    r"persuaded|unpersuaded|right(?! to )|wrong|mistaken|alone in|dissenting|abstaining|insistent|"
    r"adamant|firm on|soft on|sold on|"
    r"w/ reservations|with reservations|abstained|in agreement|not having it|sticking to|"
    r"pushing (?:for|back)|asking (?:for|why|who|whether|"
    r"how)|"
    r"wanting|wondering|willing to|unwilling to|warming to|cool on|curious (?:about|why|how|"
    r"whether)"
)
_BARE = re.compile(rf"{_HOW} (?:{_LEANING})(?![a-z])")
_STANCE = re.compile(rf"{_HOW}{_BEING}{_HOW} (?:{_LEANING})(?![a-z])")
# What only somebody who sits there does in the present: doesn't buy it, can live with it, repeats.
_PRESENT = re.compile(
    rf"{_HOW} (?:"
    r"(?:doesn't|don't|didn't|won't|wouldn't|does not|did not|would not) (?:want|like|see|buy|"
    r"agree|"
    r"accept|believe|think|share|trust|support|object|mind|know|care|expect|go along|get|follow)|"
    r"(?:can|can't|cannot|could|couldn't|cd|could not) (?:live with|live w/|accept|agree|imagine|"
    r"go along|"
    r"do without|support|see|not)|"
    r"(?:repeats|refuses|insists|drafts|chairs the|leads on|disagrees|objects|doubts|fears|hopes|"
    r"wonders|suspects|complains|"
    r"regrets|reminds|recalls|jokes|sighs|nods|shrugs|concedes|admits|denies|dissents|abstains|"
    r"hesitates|agrees|prefers|thinks|reckons|believes|warns|argues|proposes|suggests|"
    r"answers|replies|explains|adds|repeats)(?! of (?!the|this|that|delay)[a-z]+ )|"
    r"(?:has|had) (?:[a-z]+ )?(?:doubts?|reservations?|objections?|misgivings|no problem|the pen|"
    r"a point)|"
    r"(?:raises|brings up|cites|asks|wants|stands by|sticks to|backs|begs to|pushes|calls for|"
    r"points (?:out|to)|makes (?:the point|sense)|takes issue|comes back to|leans|sides with|"
    r"speaks of|talks of|tells of|asks (?:for|who|why|how|what|whether|if|about))"
    r")(?![a-z])"
)
_HEADS_REMARK = re.compile(
    r" ?(?:->|=>|[→⇒⟶➔]|>(?! ?[0-9])|\])|"
    r" ?\((?:[^)0-9]{1,30}|[a-z]?[0-9]{1,2})\) ?(?:who|why|what|how|:|->|=>|→|-|says|thinks|wants|"
    r"asks)|"
    r",? (?:again|once more|too)(?=[:;,.]| -)|,? et al\.?(?![a-z])|, for one,|,? aside[,:]|"
    r" (?:\(?(?:online|remotely|via (?:chat|video|zoom|link)|by (?:video|phone|link|chat)|"
    r"on (?:zoom|"
    r"video|screen))\)?)(?= ?[:,]| [a-z])|"
    r" (?:yes|no|yep|nope|ditto|likewise)(?= ?[,;:.]|$)| ?\+1(?![0-9])|"
    r" (?:and|\+|&) (?:(?:one|two|three|several|some|most|many|all|a few) )?others?(?![a-z])"
)
_TASK = re.compile(
    r"(?: (?:to|will) (?:send|draft|write|circulate|share|prepare|check|merge|compile|confirm|"
    r"contact|follow up|report|present|revise|review|coordinate|collect|translate|propose|redraft|"
    r"come back|get back|lead|chair|chase|summari[sz]e|rewrite|sound out|look into|think about|"
    r"explain))"
    r"(?![a-z])| on [a-z' -]{3,30}: "
)
_SAYS = re.compile(r" (?:says|said|asks|thinks|wants|likes|adds|knows|sees|keeps|pleads|nodded) ")
_AFTER_A_DASH = re.compile(r" (?:--?|[–—]) [a-z0-9]")
_PLURAL = re.compile(" (?:people|folks|ones|ideas|words)(?![a-z])")
_DASHED = re.compile(r" (?:--?|:) |: ?")
# What heads an entry, is a substance or a matter: nobody is told by "Price: up", "Stone is heavy".
_TOPICS = frozenset(
    """
price prices market markets trade page pages paper papers water waters land lands field fields
power port ports bank banks law school sale sales steel gold silver rice wheat sugar coal
stone stones sand sea ocean river rivers rain wind wood woods timber fish salmon trout ship
ferry coast energy track rail train road tool style rule rules mine mines mill mills farm
farms forest wage stock stocks nation ice snow frost hail storm flood fog summer winter
spring morning
noon day week year time war peace hope faith love joy grace honor honour liberty patience
virtue truth vision mind heart east west north south first second last next more many much
most order range rest gain gains goal guide sign signs view views staff crew guest guests
church bridge street tower town home house park garden gate hall wall glass iron copper core
cable fleet hull fuel flag food salt spice crystal amber jade pearl silk barley rye apple
cherry pepper mustard work case cases cost costs speed style test loan risk force light 
tide tick chance charity cash change check cloud columbia credit deal 
fine good just key link may might will can do lot mark marks min mist news ok old
on out own part past post pride read real ring run rush safe sail save see
seal self sense series set shift shore side simple since small soft some soon sound
stand star state stay still stop such tax thin thing till to today top true try turn up
use value wait walk want way wide win wish with word words world yet 
""".split()  # noqa: SIM905
)


def takes_a_stance(after: str) -> bool:
    """Return whether a stance stands behind a name: "not keen on it", "doesn't like it"."""
    return bool(_STANCE.match(after) or _PRESENT.match(after))


def is_short_of_a_verb(after: str) -> bool:
    """Return whether a stance follows as in notes, without a verb: "against", "not keen"."""
    return bool(_BARE.match(after))


def heads_a_remark(word: str, after: str) -> bool:
    """Return whether a name at the head of a note is whose remark it is, though also a word."""
    if is_a_topic(word):
        return bool(_STANCE.match(after))
    signed = _HEADS_REMARK.match(after) or _TASK.match(after) or _DASHED.match(after)
    return takes_a_stance(after) or bool(signed)


def heads_a_note(after: str) -> bool:
    """Return whether somebody described at the head of a note is whose remark it is."""
    return bool(_BARE.match(after) or _HEADS_REMARK.match(after) or _DASHED.match(after))


def tells_in_notes(word: str, after: str, *, common: bool = False) -> bool:
    """Return whether a word without a capital is a name in notes: "brook says", "koh -> two".

    One that is no ``common`` word tells it before a dash too: "shao - raw data, no".
    """
    if is_a_topic(word) or _PLURAL.match(after):
        return False
    if not common and _AFTER_A_DASH.match(after):
        return True
    return takes_a_stance(after) or bool(_HEADS_REMARK.match(after) or _SAYS.match(after))


def is_marked_as_heard(after: str) -> bool:
    """Return whether a sign behind a name tells that it is whose remark follows: "Ryu -> two"."""
    return bool(_HEADS_REMARK.match(after))


def is_a_topic(word: str) -> bool:
    """Return whether a word heads entries and lists as what they are about: price, water."""
    return word in _TOPICS
