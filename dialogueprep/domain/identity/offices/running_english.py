"""Shows, in English, that a clause tells how an officer ran a meeting.

Something of the meeting and what is done to it: the floor, the item, the list, the draft; what was
announced or asked for is of its time, place and rules. What somebody thinks is not read here.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "running_english")

_OF = r"(?:(?:the|a|an|this|that|each|every|all|any|both|its|their|one) )?(?:of the )?"
_KIND = f"(?:(?:{_LISTS['which_one']}) )*"
_THING = (
    f"(?:{_OF}{_KIND}(?:{_LISTS['thing_meetings']}|q&a|{_LISTS['thing_arrangements']})(?![a-z'-]))"
)
_PEOPLE = (
    f"(?:(?:{_LISTS['people_all']}) )*"
    f"(?:{_LISTS['people_present']})"
    f"(?: who (?:{_LISTS['people_waiting']}))?"
    "(?: present| in turn)?(?![a-z'-])"
)
# When, where and among whom, and no clause of its own.
_REST = (
    f"(?:(?: (?:{_LISTS['rest']}))"
    "(?: (?!that |because |although |whether |but |which |while |who |so |and (?!the |all |at |"
    "in |on |to |their ))[a-z0-9'.:-]+){0,12})?"
)
_ANY = (
    r"(?: (?!that |because |although |whether |but |which |while |who |so |and (?!the |all |at ))"
    r"[a-z0-9'.:-]+){0,10}"
)
_SPAN = (
    r"(?:up to |only |no more than |another |an extra )?(?:[0-9]+|[a-z]+)(?: more)? (?:minutes?|"
    r"seconds|hour|turns?)"
)
_DONE_TO = f"(?:{_LISTS['done_to']})"
_DO = f"(?:{_LISTS['do']})"
_PROCEED = f"(?:{_LISTS['proceed']})(?![a-z])"
_TELLS = f"(?:{_LISTS['tells']}) that "
_IN_ROOM = (
    "(?: (?:to|from|on|at|in|for|left|before)"
    f" (?:the |this |that )?(?:[a-z]+ )?(?:{_LISTS['in_room']}))?"
)
_FACT = (
    r"(?:(?:the )?time (?:was|had been) (?:now |nearly |almost |very |running )?(?:short|up|over|"
    r"limited|late|out)(?=$)|(?:it was )(?:time (?:for|to)|noon|late|lunchtime)" + _ANY + "|"
    "there (?:were|was|would be) (?:no|time for|still)"
    " (?:further |more |other |one |two |three )*"
    f"(?:{_LISTS['fact_remarks']})" + _IN_ROOM + "|"
    f"(?:no (?:further |other |more )?(?:{_LISTS['fact_asked']})|nobody|no one)"
    " (?:had |were |was |else |wished |remained |to |been |asked |"
    "objected|wanted )+" + _ANY + f"|(?:{_PEOPLE}) had (?:{_LISTS['fact_copies']})" + _ANY + r"|"
    r"(?:the )?drafting group (?:had (?:finished|completed|begun)|would|was still|was at)"
    + _ANY
    + r"|"
    r"(?:the )?(?:interpreters|technicians) (?:needed|required|had asked for|wanted|would need) "
    r"(?:a|time)"
    + _ANY
    + f"|(?:the )?(?:{_LISTS['fact_buses']}) (?:was|were|would|will|had|is|are)"
    + _ANY
    + f"|{_THING} (?:would|will|was to|were to|is to|had been|was being|were being) (?:not |then |"
    f"also |now |only )*(?:be |been )?(?:{_DONE_TO}|{_LISTS['fact_begins']})" + _ANY + r")"
)
_ACT = re.compile(
    f"(?:(?:{_LISTS['act_then']}|,) )*(?:"
    # the item, the floor and the list
    f"{_DO} {_THING}{_REST}|"
    f"asked for {_OF}(?:(?:short|brief|any) )*(?:{_LISTS['act_collected']}){_REST}|"
    "(?:set out|explained|outlined|described|recalled|told (?:the )?[a-z]+|announced) (?:how|"
    "when|"
    f"where|in what order|for how long) {_THING} (?:would|will|was to|were to) (?:be )?[a-z]+"
    f"{_REST}|"
    "(?:recalled|repeated|explained|read out) the (?:terms|rules|conditions|basis) (?:under|on) "
    f"which (?:it|{_THING}) (?:was|were|would be) (?:being )?(?:held|convened|conducted|taking "
    f"place){_REST}|(?:brought|drew) {_THING} to (?:a close|an end|order|its end){_REST}|"
    f"(?:went|asked) (?:round|around) the (?:table|room){_REST}|called the roll|took notes "
    f"throughout|cut the (?:session|discussion|item) short{_ANY}|noted them down|called for "
    f"(?:order|silence)|cut {_THING} short{_REST}|"
    "noted with (?:thanks|appreciation|gratitude)[^,;]{3,60}|expressed (?:thanks|gratitude|"
    f"appreciation) to {_PEOPLE}{_REST}|reminded {_PEOPLE} of {_THING}{_REST}|took (?:the roll|"
    f"notes|minutes){_REST}|kept (?:a|the) list of those who [a-z ]{{3,30}}|"
    # minutes for each, and groups
    f"(?:{_LISTS['act_gave_time']}) {_PEOPLE} "
    f"(?:to )?{_SPAN}{_REST}|(?:{_LISTS['act_time_given']}) {_SPAN} "
    f"(?:to|for) (?:{_PEOPLE}|{_THING}){_REST}|"
    f"(?:divided|split|broke|arranged) {_PEOPLE} (?:up )?into (?:[a-z]+ )?(?:[a-z]+ )?(?:groups|"
    f"pairs|tables|teams){_REST}|"
    f"(?:{_LISTS['act_gave_floor']}) (?:over )?(?:the floor )?to {_PEOPLE}"
    f"{_REST}|handed over(?: to [a-z ]{{3,30}})?|gave {_PEOPLE} the floor|called on "
    f"{_PEOPLE}{_REST}|"
    f"circulated (?:[a-z0-9]+ )?(?:pages?|copies|sheets?|lists?) of {_THING}{_REST}|"
    f"(?:will|would|is to|was to) (?:send|circulate|share|prepare|distribute) {_THING}{_REST}|"
    # what was announced, ruled or asked for
    f"{_TELLS}{_FACT}|(?:{_LISTS['act_decided']}) that "
    f"{_THING} (?:would |should |will )?be {_DONE_TO}{_REST}|"
    f"ruled that {_THING} would be {_DONE_TO}{_REST}|"
    f"(?:asked|reminded|requested|invited|encouraged|told) {_PEOPLE} (?:not )?to "
    f"{_PROCEED}{_REST}|(?:thanked|welcomed|greeted|introduced) {_PEOPLE}{_REST}|"
    f"wished {_PEOPLE} (?:a (?:safe|good|pleasant)|well){_ANY}|"
    # what then became of it
    f"{_THING} (?:{_LISTS['act_meeting_ended']}){_REST}|(?:it|they|"
    f"{_THING}) (?:was|were) (?:then )?(?:{_LISTS['act_done_to_items']}){_REST}|"
    f"{_PEOPLE} (?:then )?(?:{_LISTS['act_rooms']})" + _ANY + r")"
)
_BY = re.compile(
    f"(?:^|[ (]){_THING} (?:was|were|had been)"
    f" (?:then |formally |duly |briefly )*(?:{_LISTS['by']}) by (?:the )?$"
)
_UNDER = re.compile(
    "^(?:under|following|after|at|on|upon|with)"
    f"(?: the)?(?: (?:{_LISTS['under_kind']}))*(?: (?:{_LISTS['under_guidance']})) (?:of|by|from)"
    " (?:the )?$"
)
_AT = re.compile(r"^(?:at|on|upon|under|following|after|with) (?:the )?$")
_OWN_SIGN = re.compile(  # At the chair's invitation, the panel moved on.
    f"'s (?:brief |kind |short )?(?:{_LISTS['own_sign']}), "
)
_BY_REST = re.compile(
    r"(?: (?:to|at|on|in|for|after|before|until|with|shortly|early|late)(?: [a-z0-9'.:-]+){0,8})?"
)
_WHO = re.compile(r", who ([^,]{3,60}), ")
_NEXT = re.compile(
    "(?:,? and then |,? and |, then |, |; )"
    f"(?=(?:then |finally |also )?(?:(?:{_DO}|{_LISTS['next']})(?![a-z])|"
    f"the (?:session|meeting|item|discussion|draft|text|group) |{_PEOPLE} ))"
)
_VIEW = re.compile(
    f"(?<![a-z])(?:{_LISTS['view_wrong']}|"
    f"disappoint[a-z]*|warn[a-z]*|critici[a-z]*|{_LISTS['view_judged']}|insist[a-z]*|argu[a-z]*|"
    "prefer[a-z]*|"
    f"support[a-z]*|oppos[a-z]*|reject[a-z]*|disagree[a-z]*|{_LISTS['view_failed']}|"
    "impatient[a-z]*|angrily|reluctant[a-z]*|"
    "scept[a-z]*|optimis[a-z]*|pessimis[a-z]*|"
    f"{_LISTS['view_pressed']}|favou?r[a-z]*|want(?:ed|s)?(?! to speak)|joke[a-z]*)(?![a-z])"
)

# What is of elsewhere: the terms of the treaty, the rules on permits, a report by her ministry.
_OF_ELSEWHERE = re.compile(
    f"(?<![a-z])(?:{_LISTS['elsewhere_rules']}) "
    "(?:of|on|for|about|by|behind|in|from|between|under|with) (?!(?:the |this |that |each |all |"
    f"any |these )*(?:(?:{_LISTS['elsewhere_which']}) )?(?:{_LISTS['elsewhere_meetings']}|"
    f"[0-9]{{1,2}}(?![0-9])|{_LISTS['elsewhere_when']}))"
)


def is_running_english(before: str, after: str) -> bool:
    """Return whether all that is told of an officer in a sentence is how the meeting was run."""
    rest = after.strip().rstrip(" .;!?")
    if _VIEW.search(rest) or _OF_ELSEWHERE.search(rest) or not rest.isascii():
        return False
    if _BY.search(before):
        return bool(_BY_REST.fullmatch(" " + rest if rest else ""))
    if _UNDER.search(before):
        return rest.startswith(", ") and _all_acts(rest[2:])
    own = _OWN_SIGN.match(rest) if _AT.search(before) else None
    if own:
        return _all_acts(rest[own.end() :])
    who = _WHO.match(rest + " ")
    if who:
        return _all_acts(who[1]) and _all_acts(rest[who.end() :])
    return bool(rest) and rest[0] != "," and _all_acts(rest)


_CALLED = re.compile(
    f"(?:{_LISTS['called']}|(?:floor|microphone) (?:was|were) (?:then )?"
    "(?:given|passed|handed)(?: by the (?:chair|moderator))?|called (?:on|upon)) (?:to "
    ")?(?:the )?$|(?<![a-z])(?:introduced|thanked|called(?: on)?|welcomed) (?:the )?$"
)
_NO_MORE = re.compile(r" ?(?:[.;]|$|,? and (?:asked|opened|invited|called|adjourned|closed) )")


def is_only_called(before: str, after: str) -> bool:
    """Return whether somebody told by a role is only given the floor: handed over to him."""
    return bool(_CALLED.search(before) and _NO_MORE.match(after))


def _all_acts(told: str) -> bool:
    return all(_ACT.fullmatch(part.strip()) for part in _NEXT.split(told))
